//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.

pub mod model;
pub mod ui;
