//! Where lines meet boxes: each has its own height on a side, in the order of where they lead.

use super::{
    stack::Stack,
    times,
    wiring::{Side, Wiring},
};

/// Per trunk the heights at which it is joined, in the order of its ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Ports {
    pub(super) left: Vec<Vec<f32>>,
    pub(super) right: Vec<Vec<f32>>,
}

/// A line at a side of a box.
struct Port {
    node: u32,
    /// Which side of the box.
    side: Side,
    /// Upwards within the lane, to another lane, downwards within the lane; and then the height where it leads.
    leads: (u8, f32),
    trunk: usize,
    end: usize,
}

pub(super) fn ports(wiring: &Wiring, boxes: usize, stack: &Stack) -> Ports {
    let mut ports = Ports {
        left: wiring.trunks.iter().map(|trunk| vec![0.0; trunk.left.len()]).collect(),
        right: wiring.trunks.iter().map(|trunk| vec![0.0; trunk.right.len()]).collect(),
    };
    let mut wanted: Vec<Port> = Vec::new();
    for (trunk, lines) in wiring.trunks.iter().enumerate() {
        // A box left of the gutter is joined at its right side.
        for (side, own, across) in [(Side::Right, &lines.left, &lines.right), (Side::Left, &lines.right, &lines.left)] {
            let is_near_side = lines.near == side;
            for (end, node) in own.iter().copied().enumerate() {
                if node as usize >= boxes {
                    let heights = if side == Side::Right { &mut ports.left } else { &mut ports.right };
                    heights[trunk][end] = stack.center(node);
                    continue;
                }
                let is_hub = is_near_side && end == 0;
                let leads = match (is_hub, is_near_side) {
                    (true, _) if !across.is_empty() => (1, mean(across, stack)),
                    (true, _) => within(mean(&own[1..], stack), stack.center(node)),
                    (false, true) => within(stack.center(own[0]), stack.center(node)),
                    (false, false) => (1, stack.center(across[0])),
                };
                wanted.push(Port { node, side, leads, trunk, end });
            }
        }
    }
    wanted.sort_by(|a, b| {
        let place = |port: &Port| (port.node, port.side, port.leads.0);
        place(a).cmp(&place(b)).then(a.leads.1.total_cmp(&b.leads.1)).then(a.trunk.cmp(&b.trunk))
    });
    for side in wanted.chunk_by(|a, b| (a.node, a.side) == (b.node, b.side)) {
        for (place, port) in side.iter().enumerate() {
            let (top, bottom) = stack.spans[port.node as usize];
            let y = top + (bottom - top) * times(place + 1, 1.0) / times(side.len() + 1, 1.0);
            let heights = if port.side == Side::Right { &mut ports.left } else { &mut ports.right };
            heights[port.trunk][port.end] = y;
        }
    }
    ports
}

/// A line that stays in the lane: upwards the nearest first, downwards the nearest last, so that loops nest.
fn within(other: f32, own: f32) -> (u8, f32) {
    if other < own { (0, -other) } else { (2, -other) }
}

fn mean(nodes: &[u32], stack: &Stack) -> f32 {
    nodes.iter().map(|node| stack.center(*node)).sum::<f32>() / times(nodes.len().max(1), 1.0)
}
