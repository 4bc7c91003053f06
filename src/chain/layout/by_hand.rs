//! Boxes that somebody put elsewhere by hand.

use super::{GroupOrder, LayoutRequest, Manual, layered::Order, wiring::number};

/// Carries out the wishes, one after the other: each lane's boxes change places, lines keep theirs.
pub(super) fn put(request: &LayoutRequest, order: &mut Order) {
    let boxes = request.boxes.len();
    for layer in order {
        let places: Vec<usize> = (0..layer.len()).filter(|place| (layer[*place] as usize) < boxes).collect();
        let mut nodes: Vec<usize> = places.iter().map(|place| layer[*place] as usize).collect();
        for wish in &request.manual {
            put_one(request, &mut nodes, *wish);
        }
        for (place, node) in places.into_iter().zip(nodes) {
            layer[place] = number(node);
        }
    }
}

fn put_one(request: &LayoutRequest, nodes: &mut Vec<usize>, wish: Manual) {
    let find = |nodes: &[usize], key| nodes.iter().position(|node| request.boxes[*node].key == key);
    // Boxes that stand last do so among themselves.
    let group = |node: usize| {
        let wanted = &request.boxes[node];
        (wanted.group, wanted.last && request.groups == GroupOrder::Fixed)
    };
    let Some(from) = find(nodes, wish.key) else { return };
    let own = group(nodes[from]);
    let to = match wish.below {
        Some(above) => {
            find(nodes, above).filter(|above| *above != from && group(nodes[*above]) == own).map(|at| at + 1)
        }
        None => nodes.iter().position(|node| group(*node) == own),
    };
    let Some(to) = to else { return };
    let node = nodes.remove(from);
    nodes.insert(if to > from { to - 1 } else { to }, node);
}
