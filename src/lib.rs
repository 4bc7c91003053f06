//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.

pub mod model;
pub mod lookup;
pub mod chain;
pub mod review;
pub mod text;
pub mod ui;
