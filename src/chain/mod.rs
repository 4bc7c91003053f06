//! The chain as a graph, derived from the guide and never stored: routes along hand-overs.

mod route;

pub use route::{Route, routes};
