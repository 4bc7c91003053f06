//! Constrained barycenter sort: a layer by weight, as far as blocks and ranks allow.

use super::{
    super::{layered::Layered, times},
    budget::Rules,
};

/// Sorts the nodes of a layer by weight; boxes keep to the rules, dummy nodes go where they fit best.
pub(super) fn barycenter_sort(graph: &Layered, rules: Rules, weights: &[f32], nodes: &mut Vec<u32>) {
    let weight = |node: u32| weights[node as usize];
    if rules == Rules::default() && graph.has_one_block() {
        nodes.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
        return;
    }
    let (boxes, mut free): (Vec<u32>, Vec<u32>) = nodes.iter().partition(|node| graph.block_of(**node).is_some());
    free.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
    // Boxes of one block are neighbours already, but for free nodes.
    let mut blocks: Vec<&[u32]> = boxes.chunk_by(|one, other| graph.block_of(*one) == graph.block_of(*other)).collect();
    if !rules.ranked && !rules.fixed_blocks {
        let mean_of = |block: &[u32]| block.iter().map(|node| weight(*node)).sum::<f32>() / times(block.len(), 1.0);
        blocks.sort_by(|a, b| mean_of(a).total_cmp(&mean_of(b)));
    }
    let mut boxes = Vec::with_capacity(boxes.len());
    for block in blocks {
        let start = boxes.len();
        boxes.extend_from_slice(block);
        if !rules.ranked {
            boxes[start..].sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
        }
    }
    let steps = rising(boxes.iter().map(|node| weight(*node)));
    // Free nodes go before the first box that lies further on.
    nodes.clear();
    let mut rest = free.into_iter().peekable();
    for (node, step) in boxes.into_iter().zip(steps) {
        while let Some(free) = rest.next_if(|free| weight(*free) < step) {
            nodes.push(free);
        }
        nodes.push(node);
    }
    nodes.extend(rest);
}

/// The non-decreasing numbers nearest to the given ones: isotonic regression by pooling adjacent violators.
fn rising(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mean = |(sum, count): (f32, usize)| sum / times(count, 1.0);
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for value in values {
        let mut pool = (value, 1);
        while let Some((sum, count)) = pools.pop_if(|before| mean(*before) > mean(pool)) {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|pool| std::iter::repeat_n(mean(pool), pool.1)).collect()
}
