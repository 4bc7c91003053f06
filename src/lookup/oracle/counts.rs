//! How many parties there would be with every other answer: asks everybody again for each.

use super::{Person, parties, persons};
use crate::{
    lookup::{AsOf, FacetCounts, Known, Profile},
    model::{Facet, FacetKind, Guide, NONE, ValueId},
};

/// Per facet, how many parties would have an answer that is not excluded; `None` where nobody is left.
pub fn counts(guide: &Guide, profile: &Profile, as_of: &AsOf) -> Vec<FacetCounts> {
    let count = |people: &[Person]| {
        (!people.is_empty()).then(|| u32::try_from(parties(guide, people, as_of).len()).unwrap_or(u32::MAX))
    };
    let with = |facet: &Facet, value: &str| {
        let mut chosen = profile.clone();
        chosen.give(facet, &[value]).ok().and_then(|()| count(&persons(guide, &chosen)))
    };
    let of_facet = |facet: &Facet| {
        let mut open = profile.clone();
        open.forget(&facet.id);
        FacetCounts {
            values: facet
                .values
                .iter()
                .map(|value| count(&persons(guide, &with_value(profile, facet, &value.id))))
                .collect(),
            groups: facet.groups.iter().map(|group| with(facet, group.id.as_str())).collect(),
            none: (facet.kind == FacetKind::Many).then(|| with(facet, NONE)).flatten(),
            unknown: count(&persons(guide, &open)).unwrap_or(0),
        }
    };
    guide.facets.iter().map(of_facet).collect()
}

/// The profile with another value; of kind `many` the other values stay as they are.
fn with_value(profile: &Profile, facet: &Facet, value: &ValueId) -> Profile {
    let known = match (facet.kind, profile.known(&facet.id)) {
        (FacetKind::One, _) => Known::OneOf([value.clone()].into()),
        (FacetKind::Many, Some(Known::Each(known))) => {
            Known::Each(known.clone().into_iter().chain([(value.clone(), true)]).collect())
        }
        (FacetKind::Many, _) => Known::Each([(value.clone(), true)].into()),
    };
    let mut chosen = profile.clone();
    chosen.set(facet.id.clone(), known);
    chosen
}
