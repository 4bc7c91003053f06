//! Boxes, headings and paths, once all heights and columns are known.

use super::{
    EdgeKind, EdgeLayout, Extent, Layout, LayoutRequest, Path, Point, Rect,
    columns::Columns,
    ports::Ports,
    stack::{self, Stack},
    wiring::{Side, Wire, Wiring},
};

/// The layout without its labels.
pub(super) fn route(
    request: &LayoutRequest,
    wiring: &Wiring,
    stack: &Stack,
    ports: &Ports,
    columns: &Columns,
) -> Layout {
    let height = stack.bottom + request.sizes.margin;
    let span = |lane: usize| columns.lanes.get(lane).copied().unwrap_or_default();
    let placed = request.boxes.iter().zip(&stack.spans).map(|(wanted, (top, bottom))| {
        let (left, right) = span(wanted.lane);
        Rect { left, top: *top, right, bottom: *bottom }
    });
    let boxes: Vec<Rect> = placed.collect();
    let lanes = columns.lanes.iter().map(|(left, right)| Rect {
        left: *left,
        top: request.sizes.margin,
        right: *right,
        bottom: stack.bottom,
    });
    let headings = stack.headings.iter().enumerate().map(|(lane, headings)| {
        let (left, right) = span(lane);
        headings.iter().map(|(top, bottom)| Rect { left, top: *top, right, bottom: *bottom }).collect()
    });
    let edges = wiring.wires.iter().map(|wire| match wire {
        None => EdgeLayout::default(),
        Some(wire) => {
            EdgeLayout { kind: kind(wiring, wire), path: path(wiring, wire, columns, ports, &boxes), label: None }
        }
    });
    Layout {
        extent: Extent { width: columns.width, height },
        lanes: lanes.collect(),
        headings: headings.collect(),
        edges: edges.collect(),
        boxes,
        order: stack::keys(request, stack),
    }
}

fn kind(wiring: &Wiring, wire: &Wire) -> EdgeKind {
    let (hub, leaf) = (wiring.lane_of(wiring.nets[wire.net as usize].hub), wiring.lane_of(wire.leaf));
    let (from, to) = if wire.from_hub { (hub, leaf) } else { (leaf, hub) };
    match from.cmp(&to) {
        std::cmp::Ordering::Less => EdgeKind::Forward,
        std::cmp::Ordering::Equal => EdgeKind::Same,
        std::cmp::Ordering::Greater => EdgeKind::Back,
    }
}

/// From the hub along its trunks to the leaf, and turned round when the edge starts at the leaf.
fn path(wiring: &Wiring, wire: &Wire, columns: &Columns, ports: &Ports, boxes: &[Rect]) -> Path {
    let net = &wiring.nets[wire.net as usize];
    let distance = wiring.lane_of(net.hub).abs_diff(wiring.lane_of(wire.leaf));
    let beside = |node: u32, side: Side| match side {
        Side::Left => boxes[node as usize].left,
        Side::Right => boxes[node as usize].right,
    };
    let mut corners: Vec<Point> = Vec::with_capacity(4 * distance.max(1) as usize);
    let mut x = beside(net.hub, net.side);
    let mut y = height(wiring, ports, net.first_trunk, net.hub);
    corners.push(Point { x, y });
    for step in 0..distance.max(1) {
        let trunk = wiring.trunk(wire.net, step);
        let reached = if step + 1 < distance { net.first_slot + step } else { wire.leaf };
        x = columns.trunks[trunk as usize];
        corners.push(Point { x, y });
        y = height(wiring, ports, trunk, reached);
        corners.push(Point { x, y });
    }
    let arrives = match (net.side, distance) {
        (side, 0) => side,
        (Side::Left, _) => Side::Right,
        (Side::Right, _) => Side::Left,
    };
    corners.push(Point { x: beside(wire.leaf, arrives), y });
    if !wire.from_hub {
        corners.reverse();
    }
    Path { corners: without_flat_corners(corners) }
}

/// Where a node joins a trunk.
fn height(wiring: &Wiring, ports: &Ports, trunk: u32, node: u32) -> f32 {
    let number = trunk as usize;
    let trunk = &wiring.trunks[number];
    let find = |nodes: &[u32], heights: &[f32]| {
        nodes.iter().position(|other| *other == node).and_then(|place| heights.get(place).copied())
    };
    find(&trunk.left, &ports.left[number]).or_else(|| find(&trunk.right, &ports.right[number])).unwrap_or_default()
}

/// Leaves out corners at which the path does not turn.
fn without_flat_corners(corners: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(corners.len());
    for corner in corners {
        if kept.last() == Some(&corner) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let upright = same(before.x, last.x) && same(last.x, corner.x);
            let level = same(before.y, last.y) && same(last.y, corner.y);
            if upright || level {
                kept.pop();
            }
        }
        kept.push(corner);
    }
    kept
}

/// Both were taken from the same place, so that they do not differ at all.
fn same(one: f32, other: f32) -> bool {
    one.to_bits() == other.to_bits()
}
