//! The chain as a graph, derived from the guide and never stored: routes along hand-overs, and its picture.

pub mod layout;
mod picture;
mod route;

pub use picture::{Edge, Group, Look, Picture, PictureVerdicts, Place, Who};
pub use route::{Route, routes};
