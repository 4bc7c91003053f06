//! Hand-overs in bundles: one edge for two parties, however many hand-overs there are between them and whichever way
//! they lead. A box that stands for several parties has one with each of the others.

use std::collections::BTreeMap;

use super::{
    boxes::{End, Step, end, ends},
    detail::{Detail, Level},
    picture::{Edge, Line, Picture},
    spine::Link,
};

/// Puts the hand-overs on the edges of a picture, and the links of the main line among them.
pub(super) fn bundle(shown: &mut Picture, steps: Vec<Step>, links: &[Link], detail: &Detail) {
    let mut bundles: BTreeMap<[End; 2], Vec<Step>> = BTreeMap::new();
    for step in steps {
        if step.from == step.to {
            shown.within.push(step.referral);
        } else {
            bundles.entry(ends(shown, &step)).or_default().push(step);
        }
    }
    let mut edges: Vec<Edge> = Vec::new();
    for link in links.iter().filter(|link| link.by.is_none()) {
        edges.push(edge(link.from, link.to, Line::Spine));
    }
    for (pair, steps) in bundles {
        let link = links.iter().find(|link| link.by.is_some_and(|step| ends(shown, &step) == pair));
        let mut edge = if let Some(link) = link {
            Edge { lead: link.by.map(|step| step.referral), ..edge(link.from, link.to, Line::Spine) }
        } else {
            let (from, to) = busiest(shown, &steps, detail.level != Level::Whole);
            let is_asked_for = || steps.iter().any(|step| detail.drawn.contains(&step.referral));
            let is_drawn = detail.level != Level::Spine || is_asked_for();
            edge(from, to, if is_drawn { Line::Plain } else { Line::Told })
        };
        // Which of the two parties a hand-over starts from says which way it goes.
        let start = link.and_then(|link| link.by).map_or(edge.from, |step| step.from);
        let start = end(shown, start);
        for step in steps {
            let is_forth = if pair[0] == pair[1] { step.from <= step.to } else { end(shown, step.from) == start };
            if is_forth { edge.referrals.push(step.referral) } else { edge.returns.push(step.referral) }
        }
        if edge.referrals.is_empty() {
            std::mem::swap(&mut edge.referrals, &mut edge.returns);
            std::mem::swap(&mut edge.from, &mut edge.to);
        }
        edge.referrals.sort_unstable();
        edge.returns.sort_unstable();
        edges.push(edge);
    }
    shown.within.sort_unstable();
    edges.sort_by_key(|edge| (edge.from, edge.to));
    shown.edges = edges;
}

fn edge(from: usize, to: usize, line: Line) -> Edge {
    Edge { from, to, referrals: Vec::new(), returns: Vec::new(), line, lead: None }
}

/// Between which two boxes of a bundle most hand-overs lead, and which way most of those do; boxes on the main line
/// before others, and the first of several.
fn busiest(shown: &Picture, steps: &[Step], prefers_line: bool) -> (usize, usize) {
    let mut counts: BTreeMap<(usize, usize), [usize; 2]> = BTreeMap::new();
    for step in steps {
        let pair = (step.from.min(step.to), step.from.max(step.to));
        counts.entry(pair).or_default()[usize::from(step.from > step.to)] += 1;
    }
    let marked = |place: usize| usize::from(prefers_line && !shown.places[place].marks.is_empty());
    let mut best = ((0, 0), (0, 0));
    for (pair, [forth, back]) in counts {
        let rank = (marked(pair.0) + marked(pair.1), forth + back);
        if rank > best.0 {
            best = (rank, if back > forth { (pair.1, pair.0) } else { pair });
        }
    }
    best.1
}
