//! Made-up chains of any size, the same every time.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]
#![allow(dead_code, reason = "the bench and the tests each use a part")]

use wegwijzer::chain::layout::{BoxRequest, Bundles, EdgeRequest, Extent, GroupOrder, Lane, LayoutRequest, Sizes};

/// Distances as on a screen.
pub const SIZES: Sizes = Sizes {
    margin: 16.0,
    box_gap: 8.0,
    group_gap: 14.0,
    heading_gap: 4.0,
    gutter: 64.0,
    gutter_margin: 10.0,
    pitch: 5.0,
    label_gap: 2.0,
};

/// Room that the word of an act takes.
pub const LABEL: Extent = Extent { width: 46.0, height: 13.0 };

/// A chain with boxes in random lanes and groups, and edges between random boxes.
pub fn chain(seed: u64, boxes: usize, edges: usize, lanes: usize, groups: usize) -> LayoutRequest {
    let mut dice = Dice(seed);
    let lane = Lane { width: 168.0, heading: 40.0, groups: vec![18.0; groups] };
    let boxes: Vec<BoxRequest> = (0..boxes as u64)
        .map(|key| BoxRequest {
            key,
            lane: dice.below(lanes),
            group: dice.below(groups),
            height: [34.0, 34.0, 50.0][dice.below(3)],
            last: key % 7 == 3,
        })
        .collect();
    let edges = (0..edges)
        .map(|edge| EdgeRequest {
            from: boxes[dice.below(boxes.len())].key,
            to: boxes[dice.below(boxes.len())].key,
            label: edge.is_multiple_of(2).then_some(LABEL),
        })
        .collect();
    LayoutRequest { lanes: vec![lane; lanes], boxes, edges, sizes: SIZES, ..LayoutRequest::default() }
}

/// The same without groups and bundles: what Graphviz dot can put in order too.
pub fn free(mut request: LayoutRequest) -> LayoutRequest {
    request.lanes.iter_mut().for_each(|lane| lane.groups = vec![0.0]);
    request.boxes.iter_mut().for_each(|wanted| wanted.group = 0);
    request.edges.iter_mut().for_each(|edge| edge.label = None);
    LayoutRequest { groups: GroupOrder::Free, bundles: Bundles::None, ..request }
}

/// Chance that falls the same every time (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }
}
