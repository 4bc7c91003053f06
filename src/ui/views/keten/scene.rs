//! What of the picture is drawn, and how: decided apart from the drawing.

use super::state::KetenState;
use crate::{
    app::Chain,
    chain::{Level, Line},
    lookup::Verdict,
};

/// How a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlaceLook {
    /// How it stands.
    pub(super) verdict: Verdict,
    /// Whether it lies outside what is focused on.
    pub(super) is_far: bool,
    /// Whether it is the one that was chosen.
    pub(super) is_chosen: bool,
    /// Whether the route passes it.
    pub(super) is_on_route: bool,
}

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EdgeLook {
    /// Not at all.
    Hidden,
    /// As a line of second rank.
    Faint,
    /// As a line.
    Plain(Verdict),
    /// As a part of the main line.
    Spine(Verdict),
    /// It starts or ends where one looks.
    Lit(Verdict),
    /// It is a step of the route, with its number.
    Step(usize),
}

/// The looks of everything.
#[derive(Debug, Default)]
pub(super) struct Scene {
    pub(super) places: Vec<PlaceLook>,
    pub(super) edges: Vec<EdgeLook>,
}

impl Scene {
    pub(super) fn new(chain: &Chain, state: &KetenState) -> Self {
        let near = match state.chosen {
            Some(chosen) if chain.level != Level::Spine => chain.around(chosen, state.steps),
            _ => vec![true; chain.view.places.len()],
        };
        // Beside a route the other lines of its end would look like a part of it.
        let has_route = chain.steps.iter().any(Option::is_some);
        let active: Vec<usize> = state
            .looked_at
            .or(state.chosen.filter(|_| !has_route))
            .map(|place| chain.view.same_party(place))
            .unwrap_or_default();
        let edges: Vec<EdgeLook> = chain
            .view
            .picture
            .edges
            .iter()
            .enumerate()
            .map(|(position, edge)| {
                let verdict = chain.edge_verdict(position);
                let touches = active.contains(&edge.from) || active.contains(&edge.to);
                if let Some(step) = chain.steps.get(position).copied().flatten() {
                    EdgeLook::Step(step)
                } else if edge.line == Line::Told || !(near[edge.from] && near[edge.to]) || verdict == Verdict::Excluded
                {
                    EdgeLook::Hidden
                } else if edge.line == Line::Spine && !has_route {
                    EdgeLook::Spine(verdict)
                } else if touches {
                    EdgeLook::Lit(verdict)
                } else if active.is_empty() && !has_route {
                    EdgeLook::Plain(verdict)
                } else {
                    EdgeLook::Faint
                }
            })
            .collect();
        let mut places: Vec<PlaceLook> = chain
            .verdicts
            .places
            .iter()
            .enumerate()
            .map(|(position, verdict)| PlaceLook {
                verdict: *verdict,
                is_far: !near[position],
                is_chosen: match state.draws {
                    Some(drawing) => drawing.from == Some(position),
                    None => state.chosen == Some(position),
                },
                is_on_route: false,
            })
            .collect();
        for (edge, look) in chain.view.picture.edges.iter().zip(&edges) {
            if matches!(look, EdgeLook::Step(_)) {
                places[edge.from].is_on_route = true;
                places[edge.to].is_on_route = true;
            }
        }
        Self { places, edges }
    }
}
