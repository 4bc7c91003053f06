//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.

pub mod file;
pub mod lookup;
pub mod model;
