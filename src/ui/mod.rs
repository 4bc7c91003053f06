//! Drawing only: what the app knows, on screen; what the user does, as commands.

mod action;
mod ctx;
mod drawer;
mod file_choice;
mod frame;
mod long_list;
mod place;
mod presenting;
mod projector;
mod repaint;
mod select_all;
mod shell;
mod start;
mod state;
mod system_dialog;
pub mod theme;
mod view;
mod views;
pub mod widgets;
mod window;

#[cfg(windows)]
pub use start::tell;
pub use start::{WindowStart, kept_language, run_window};
pub use window::Window;
