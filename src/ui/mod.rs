//! Drawing only: what the app knows, on screen; what the user does, as commands.

mod ctx;
mod keten;
mod long_list;
mod repaint;
mod shell;
mod state;
mod system_dialog;
pub mod theme;
mod wegwijzer;
pub mod widgets;
mod window;

pub use window::{Window, WindowStart, run_window};
