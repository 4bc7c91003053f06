//! Everything that the picture depends on, as one value that can be compared.

use super::Extent;

/// The name of a box, given by the caller and kept from one picture to the next.
pub type Key = u64;

/// What is to be laid out; two equal requests give two equal layouts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutRequest {
    /// Columns from left to right.
    pub lanes: Vec<Lane>,
    /// What stands in them; where nothing else decides, in this order.
    pub boxes: Vec<BoxRequest>,
    /// What connects them.
    pub edges: Vec<EdgeRequest>,
    /// The boxes of a former picture, from top to bottom per lane; these keep their order.
    pub previous: Vec<Key>,
    /// What somebody put elsewhere by hand, in the order in which that was done.
    pub manual: Vec<Manual>,
    /// The order of groups within a lane.
    pub groups: GroupOrder,
    /// Which edges share a line.
    pub bundles: Bundles,
    /// Distances.
    pub sizes: Sizes,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// How wide its boxes are.
    pub width: f32,
    /// Room for its own heading, above everything else.
    pub heading: f32,
    /// Its groups from top to bottom, each with the room for its heading.
    pub groups: Vec<f32>,
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BoxRequest {
    /// Its name.
    pub key: Key,
    /// Position of its lane.
    pub lane: usize,
    /// Position of its group within the lane.
    pub group: usize,
    /// How high it is.
    pub height: f32,
    /// Whether it stands below those of its group that are not last, when groups are fixed.
    pub last: bool,
}

/// An edge; one that names a box that is not there, or the same box twice, gets no path.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EdgeRequest {
    /// Where it starts.
    pub from: Key,
    /// Where it ends.
    pub to: Key,
    /// Room that its label needs.
    pub label: Option<Extent>,
}

/// The wish that a box stands elsewhere within its own group. It tells its neighbour and no height, so that it still
/// holds when the picture around it changes; when the neighbour is not there, it is left alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manual {
    /// Which box.
    pub key: Key,
    /// Right below which other of its group; first of all when none.
    pub below: Option<Key>,
}

/// Whether groups stay in the order of the request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupOrder {
    /// They do: a reader knows them in this order.
    #[default]
    Fixed,
    /// They may change places when that saves crossings.
    Free,
}

/// Whether edges that have an end in common share a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bundles {
    /// They do, at the end where more of them meet.
    #[default]
    AtBusyEnd,
    /// Every edge has a line of its own.
    None,
}

/// Distances, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// Free border around everything.
    pub margin: f32,
    /// Between two boxes of a group.
    pub box_gap: f32,
    /// Between a group and the heading of the next.
    pub group_gap: f32,
    /// Between a heading and what stands under it.
    pub heading_gap: f32,
    /// The least width of the gutter between two lanes.
    pub gutter: f32,
    /// Between a lane and the nearest line in a gutter.
    pub gutter_margin: f32,
    /// Between two lines.
    pub pitch: f32,
    /// Between a label and anything else.
    pub label_gap: f32,
}
