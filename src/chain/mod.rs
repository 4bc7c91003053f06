//! The chain as a graph, derived from the guide and never stored: routes along hand-overs, what they make of the
//! chain, and its picture.

mod analysis;
mod boxes;
mod bundles;
mod detail;
pub mod layout;
mod picture;
mod route;
mod shown;
mod spine;
mod whole;

pub use analysis::{ASKER, HandOvers, SinglePoint, desks};
pub use detail::{Detail, Level};
pub use picture::{AspectGroup, Edge, Line, Picture, PictureSizes, PictureVerdicts, Place, Who, place_key};
pub use route::{Route, routes};
