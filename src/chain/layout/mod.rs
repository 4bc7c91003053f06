//! The chain's picture as a pure value: lanes with boxes, and lines that never pass through a box.
//!
//! [`lay_out`] turns a [`LayoutRequest`] into a [`Layout`], without a clock, a guide or chance.
//! A layered drawing in the manner of Sugiyama, Tagawa and Toda (1981), turned on its side: lanes are its layers.
//! Lines run upright in the gutters between lanes, and pass a lane only between its boxes,
//! in slots that take part in the ordering; so no line can pass through a box.

mod by_hand;
mod columns;
mod geometry;
mod labels;
mod layered;
mod order;
mod ports;
mod request;
mod routing;
mod stack;
mod tracks;
mod wiring;

pub use geometry::{Extent, Path, Piece, Point, Rect};
pub use layered::{Layered, Order};
pub use order::{Rng, Rules, crossings, order};
pub use request::{BoxRequest, Bundles, EdgeRequest, GroupOrder, Key, Lane, LayoutRequest, Manual, Sizes};

use std::borrow::Cow;

use order::order_unless;
use wiring::{Wiring, number};

/// Positions of everything, in points; the origin is at the top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The size of the whole picture.
    pub extent: Extent,
    /// Per lane the rectangle of its boxes and headings, all equally high.
    pub lanes: Vec<Rect>,
    /// Per lane and group its heading.
    pub headings: Vec<Vec<Rect>>,
    /// In the order of the request.
    pub boxes: Vec<Rect>,
    /// In the order of the request.
    pub edges: Vec<EdgeLayout>,
    /// The boxes from top to bottom per lane: what a next request gives as `previous`.
    pub order: Vec<Key>,
}

/// How an edge runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EdgeLayout {
    /// From lane to lane, or within one.
    pub kind: EdgeKind,
    /// From the side of a box to the side of another; empty when an end is missing.
    pub path: Path,
    /// Where its label goes; `None` when it asked for none or there is no room.
    pub label: Option<Rect>,
}

/// Where an edge leads: phases are no sequence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EdgeKind {
    /// To a later lane.
    #[default]
    Forward,
    /// Within a lane.
    Same,
    /// To an earlier lane.
    Back,
}

/// Lays out a request. The same request gives the same layout, everywhere.
pub fn lay_out(request: &LayoutRequest) -> Layout {
    lay_out_in(request, &in_order(request))
}

/// As [`lay_out`]; `None` as soon as `is_cancelled` says that nobody waits for it any more.
pub fn lay_out_unless(request: &LayoutRequest, is_cancelled: &dyn Fn() -> bool) -> Option<Layout> {
    let order = in_order_unless(request, is_cancelled);
    (!is_cancelled()).then(|| lay_out_in(request, &order))
}

/// The order of boxes and slots, lane by lane: what takes time. It depends on no size, so that requests which differ
/// only in sizes share it.
pub fn in_order(request: &LayoutRequest) -> Order {
    in_order_unless(request, &|| false)
}

fn in_order_unless(request: &LayoutRequest, is_cancelled: &dyn Fn() -> bool) -> Order {
    let request = &*complete(request);
    ordered(request, &Wiring::new(request), is_cancelled)
}

/// Lays out a request in the order that [`in_order`] found for it.
pub fn lay_out_in(request: &LayoutRequest, order: &Order) -> Layout {
    let request = &*complete(request);
    let wiring = Wiring::new(request);
    let stack = stack::stack(request, order);
    let ports = ports::ports(&wiring, request.boxes.len(), &stack);
    let columns = columns::columns(request, &wiring, &ports);
    let mut layout = routing::route(request, &wiring, &stack, &ports, &columns);
    labels::place(request, &columns, &mut layout);
    layout
}

/// The layered graph that a request is ordered as: edges that skip a lane are split, those within a lane left out.
pub fn layered(request: &LayoutRequest) -> Layered {
    let request = &*complete(request);
    with_blocks(request, &Wiring::new(request))
}

/// The request, with empty lanes and groups added where its boxes name some that are not there.
fn complete(request: &LayoutRequest) -> Cow<'_, LayoutRequest> {
    let is_there =
        |wanted: &BoxRequest| request.lanes.get(wanted.lane).is_some_and(|lane| wanted.group < lane.groups.len());
    let mut complete = Cow::Borrowed(request);
    for wanted in request.boxes.iter().filter(|wanted| !is_there(wanted)) {
        let lanes = &mut complete.to_mut().lanes;
        if wanted.lane >= lanes.len() {
            lanes.resize(wanted.lane + 1, Lane::default());
        }
        let groups = &mut lanes[wanted.lane].groups;
        groups.resize(groups.len().max(wanted.group + 1), 0.0);
    }
    complete
}

/// What an order for this request must keep.
pub fn rules(request: &LayoutRequest) -> Rules {
    Rules { fixed_blocks: request.groups == GroupOrder::Fixed, ranked: !request.previous.is_empty() }
}

fn ordered(request: &LayoutRequest, wiring: &Wiring, is_cancelled: &dyn Fn() -> bool) -> Order {
    let mut graph = with_blocks(request, wiring);
    let mut found = order_unless(&graph, rules(request), is_cancelled);
    if !request.manual.is_empty() {
        by_hand::put(request, &mut found);
        graph.keep(&found);
        // With the boxes fixed, the slots are ordered again.
        found = order_unless(&graph, Rules { fixed_blocks: true, ranked: true }, is_cancelled);
    }
    found.resize(request.lanes.len(), Vec::new());
    found
}

fn with_blocks(request: &LayoutRequest, wiring: &Wiring) -> Layered {
    let mut graph = wiring.layered();
    let ranks = stack::ranks(request);
    let groups = request.lanes.iter().map(|lane| lane.groups.len()).max().unwrap_or(0);
    let is_fixed = request.groups == GroupOrder::Fixed;
    let mut blocks: Vec<u32> = request
        .boxes
        .iter()
        .map(|wanted| if is_fixed { 2 * number(wanted.group) + u32::from(wanted.last) } else { number(wanted.group) })
        .collect();
    if !is_fixed && !request.previous.is_empty() {
        // Groups keep their former order too: that of their first boxes.
        let mut first = vec![u32::MAX; groups * request.lanes.len()];
        for (wanted, rank) in request.boxes.iter().zip(&ranks) {
            let first = &mut first[wanted.lane * groups + wanted.group];
            *first = (*first).min(rank.unwrap_or(u32::MAX));
        }
        for (block, wanted) in blocks.iter_mut().zip(&request.boxes) {
            let own = &first[wanted.lane * groups..(wanted.lane + 1) * groups];
            let before =
                own.iter().enumerate().filter(|(group, rank)| (**rank, *group) < (own[wanted.group], wanted.group));
            *block = number(before.count());
        }
    }
    for (node, (block, rank)) in blocks.into_iter().zip(ranks).enumerate() {
        graph.block[node] = Some(block);
        graph.rank[node] = rank;
    }
    graph
}

/// `count` times a size.
#[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond sixteen million")]
fn times(count: usize, size: f32) -> f32 {
    count as f32 * size
}
