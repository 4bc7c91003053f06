//! Which edges share a line, and through which gutters and lanes each line goes.

use std::collections::BTreeMap;

use super::{Bundles, Key, LayoutRequest, layered::Layered};

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

/// Edges that share an end, its *hub*, and leave it by one port: a tree.
#[derive(Clone, Debug)]
pub(super) struct Net {
    pub(super) hub: u32,
    pub(super) side: Side,
    /// The first of its trunks; the next ones follow, ever further from the hub.
    pub(super) first_trunk: u32,
    pub(super) trunks: u32,
    /// The first of its slots, the dummy nodes with which it passes a lane; there is one less than trunks.
    pub(super) first_slot: u32,
}

/// A net within one gutter: an upright line, with what joins it from the left and from the right.
#[derive(Clone, Debug)]
pub(super) struct Trunk {
    pub(super) gutter: u32,
    /// The side of the hub from which the net leaves; the hub-side end of the trunk is `left[0]` when this is `Right`,
    /// `right[0]` when it is `Left`.
    pub(super) near: Side,
    pub(super) left: Vec<u32>,
    pub(super) right: Vec<u32>,
}

/// How one edge goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wire {
    pub(super) net: u32,
    /// The end that is not the hub.
    pub(super) leaf: u32,
    /// Whether the hub is where the edge starts.
    pub(super) from_hub: bool,
}

/// All lines. Nodes are first the boxes of the request, then the slots by which nets pass a lane.
///
/// Gutter `g` is left of lane `g`; the last one is right of the last lane.
#[derive(Clone, Debug, Default)]
pub(super) struct Wiring {
    pub(super) nets: Vec<Net>,
    pub(super) trunks: Vec<Trunk>,
    /// Per edge of the request; `None` when it has no path.
    pub(super) wires: Vec<Option<Wire>>,
    /// Per node its lane.
    pub(super) lanes: Vec<u32>,
}

struct Ends {
    edge: usize,
    from: u32,
    to: u32,
    /// The side of `from` at which it leaves, and of `to` at which it arrives.
    leaves: Side,
    arrives: Side,
}

impl Wiring {
    pub(super) fn new(request: &LayoutRequest) -> Self {
        let lanes: Vec<u32> = request.boxes.iter().map(|wanted| number(wanted.lane)).collect();
        let ends = ends(request, &lanes);
        let busy = |at: fn(&Ends) -> (u32, Side)| {
            let mut counts: BTreeMap<(u32, Side), usize> = BTreeMap::new();
            for edge in &ends {
                *counts.entry(at(edge)).or_default() += 1;
            }
            counts
        };
        let (leaving, arriving) = (busy(|edge| (edge.from, edge.leaves)), busy(|edge| (edge.to, edge.arrives)));
        let mut wiring = Self { wires: vec![None; request.edges.len()], lanes, ..Self::default() };
        let mut open: BTreeMap<(u32, Side, bool), u32> = BTreeMap::new();
        for edge in &ends {
            let from_hub = leaving.get(&(edge.from, edge.leaves)) > arriving.get(&(edge.to, edge.arrives))
                || request.bundles == Bundles::None;
            let (hub, side, leaf) =
                if from_hub { (edge.from, edge.leaves, edge.to) } else { (edge.to, edge.arrives, edge.from) };
            let fresh = number(wiring.nets.len());
            let net = match request.bundles {
                Bundles::AtBusyEnd => *open.entry((hub, side, from_hub)).or_insert(fresh),
                Bundles::None => fresh,
            };
            if net == fresh {
                wiring.nets.push(Net { hub, side, first_trunk: 0, trunks: 1, first_slot: 0 });
            }
            let reach = wiring.lane_of(hub).abs_diff(wiring.lane_of(leaf)).max(1);
            let trunks = &mut wiring.nets[net as usize].trunks;
            *trunks = (*trunks).max(reach);
            wiring.wires[edge.edge] = Some(Wire { net, leaf, from_hub });
        }
        wiring.lay();
        wiring
    }

    pub(super) fn lane_of(&self, node: u32) -> u32 {
        self.lanes[node as usize]
    }

    /// The trunk of a net that is `step` gutters beyond the one at its hub.
    pub(super) fn trunk(&self, net: u32, step: u32) -> u32 {
        self.nets[net as usize].first_trunk + step
    }

    /// Makes trunks and slots, and joins hubs, slots and leaves to the trunks.
    fn lay(&mut self) {
        for net in &mut self.nets {
            net.first_trunk = number(self.trunks.len());
            net.first_slot = number(self.lanes.len());
            let home = self.lanes[net.hub as usize];
            for step in 0..net.trunks {
                let gutter = if net.side == Side::Right { home + 1 + step } else { home - step };
                let mut trunk = Trunk { gutter, near: net.side, left: Vec::new(), right: Vec::new() };
                let slots_before = net.first_slot + step;
                let near = if step == 0 { net.hub } else { slots_before - 1 };
                let far = (step + 1 < net.trunks).then_some(slots_before);
                match net.side {
                    Side::Right => (trunk.left, trunk.right) = (vec![near], far.into_iter().collect()),
                    Side::Left => (trunk.right, trunk.left) = (vec![near], far.into_iter().collect()),
                }
                if far.is_some() {
                    self.lanes.push(if net.side == Side::Right { home + 1 + step } else { home - 1 - step });
                }
                self.trunks.push(trunk);
            }
        }
        for wire in self.wires.iter().flatten() {
            let net = &self.nets[wire.net as usize];
            let (home, lane) = (self.lanes[net.hub as usize], self.lanes[wire.leaf as usize]);
            let step = home.abs_diff(lane).saturating_sub(1);
            let trunk = &mut self.trunks[(net.first_trunk + step) as usize];
            let near = (net.side == Side::Right) == (home == lane);
            let side = if near { &mut trunk.left } else { &mut trunk.right };
            if !side.contains(&wire.leaf) {
                side.push(wire.leaf);
            }
        }
    }

    /// The layered graph of the nets, without what stays within a lane.
    pub(super) fn layered(&self) -> Layered {
        let mut edges = Vec::new();
        for net in &self.nets {
            for trunk in &self.trunks[net.first_trunk as usize..(net.first_trunk + net.trunks) as usize] {
                match net.side {
                    Side::Right => edges.extend(trunk.right.iter().map(|far| (trunk.left[0], *far))),
                    Side::Left => edges.extend(trunk.left.iter().map(|far| (*far, trunk.right[0]))),
                }
            }
        }
        Layered::new(&self.lanes, &edges)
    }
}

fn ends(request: &LayoutRequest, lanes: &[u32]) -> Vec<Ends> {
    let mut by_key: Vec<(Key, u32)> = (0..).zip(&request.boxes).map(|(node, wanted)| (wanted.key, node)).collect();
    by_key.sort_unstable();
    let find = |key: Key| {
        let first = by_key.partition_point(|(other, _)| *other < key);
        by_key.get(first).filter(|(other, _)| *other == key).map(|(_, node)| *node)
    };
    let joined: Vec<(usize, u32, u32)> = request
        .edges
        .iter()
        .enumerate()
        .filter_map(|(edge, wanted)| Some((edge, find(wanted.from)?, find(wanted.to)?)))
        .filter(|(_, from, to)| from != to)
        .collect();
    let lane = |node: u32| lanes[node as usize];
    // Edges within a lane go where there is more room; those of the outer lanes outside.
    let count = request.lanes.len();
    let mut crowd = vec![0_usize; count + 1];
    for (_, from, to) in &joined {
        let (from, to) = (lane(*from).min(lane(*to)), lane(*from).max(lane(*to)));
        crowd[from as usize + 1..=to as usize].iter_mut().for_each(|gutter| *gutter += 1);
    }
    let beside = |lane: u32| {
        let (left, right) = (lane as usize, lane as usize + 1);
        if crowd[left] < crowd[right] { Side::Left } else { Side::Right }
    };
    let ends = joined.iter().map(|&(edge, from, to)| {
        let (leaves, arrives) = match lane(from).cmp(&lane(to)) {
            std::cmp::Ordering::Less => (Side::Right, Side::Left),
            std::cmp::Ordering::Greater => (Side::Left, Side::Right),
            std::cmp::Ordering::Equal => (beside(lane(from)), beside(lane(from))),
        };
        Ends { edge, from, to, leaves, arrives }
    });
    ends.collect()
}

/// A position as a node number.
pub(super) fn number(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
