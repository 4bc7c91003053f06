//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.

pub mod app;
pub mod chain;
pub mod cli;
pub mod file;
pub mod lookup;
pub mod model;
pub mod review;
pub mod text;
pub mod ui;
