//! The chain as a graph, derived from the guide and never stored: routes along hand-overs, what they make of the
//! chain, and its picture.

mod analysis;
pub mod layout;
mod picture;
mod route;

pub use analysis::{ASKER, HandOvers, SinglePoint, desks};
pub use picture::{AspectGroup, Edge, Picture, PictureSizes, PictureVerdicts, Place, Who, place_key};
pub use route::{Route, routes};
