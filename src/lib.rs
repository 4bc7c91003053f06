//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.

pub mod model;
pub mod lookup;
pub mod chain;
pub mod review;
pub mod file;
pub mod text;
pub mod cli;
pub mod app;
pub mod ui;
