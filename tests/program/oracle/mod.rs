//! The index that the product uses answers exactly as an enumeration of all persons does.

mod answers;
mod explanations;
mod laws;
mod questions;

use std::sync::Arc;

use crate::random_guide::{as_of, guide, profile};
use proptest::prelude::*;
use wegwijzer::{
    lookup::{oracle, *},
    model::*,
};

/// A guide, and what is asked of it.
fn asked() -> impl Strategy<Value = (Guide, Profile, AsOf)> {
    guide().prop_flat_map(|guide| {
        let profile = profile(&guide);
        (Just(guide), profile, as_of())
    })
}

/// The index of a guide and its answer, beside everybody whom the question is about.
struct Answered {
    guide: Arc<Guide>,
    index: Index,
    outcome: Outcome,
    people: Vec<oracle::Person>,
}

/// Asks; nothing when the profile is contradictory.
fn answer(guide: Guide, profile: &Profile, as_of: &AsOf) -> Option<Answered> {
    let guide = Arc::new(guide);
    let index = Index::new(Arc::clone(&guide)).unwrap();
    let outcome = index.look_up(profile, as_of.clone()).ok()?;
    let people = oracle::persons(&guide, profile);
    Some(Answered { guide, index, outcome, people })
}

/// The facet that stands at a position.
fn facet_at(guide: &Guide, position: Ix<Facet>) -> FacetId {
    guide.facets[position].id.clone()
}

/// The facets that stand at some positions.
fn facets_at(guide: &Guide, positions: &[Ix<Facet>]) -> Vec<FacetId> {
    positions.iter().map(|position| facet_at(guide, *position)).collect()
}
