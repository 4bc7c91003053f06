//! Persons who are somewhere: the region as one more question.

use std::sync::Arc;

use crate::{
    lookup::{Index, PersonSet, PersonSets, fold},
    model::{
        Condition, Facet, FacetId, FacetKind, FacetValue, Guide, Label, RecordId, Regions, Responsibility, Urgency,
        ValueId,
    },
};

/// Sets of persons, each in a veiligheidsregio where that matters.
pub(super) struct Regional {
    pub(super) sets: PersonSets,
    region: Option<Region>,
}

/// The facet that asks where a person is.
struct Region {
    facet: FacetId,
    /// The veiligheidsregio's, and the value of each.
    values: Vec<(String, ValueId)>,
}

/// How many steps all sets of one report may take: some tenths of a second.
const MOST_STEPS: u64 = 4_000_000;

impl Regional {
    /// The persons of a guide; where they are is only asked when some of these tasks hold in a part of the country.
    ///
    /// `None` when there are more regions than a facet has room for.
    pub(super) fn of<'a>(
        index: &Index,
        regions: &Regions,
        tasks: impl Iterator<Item = &'a Responsibility> + Clone,
    ) -> Option<Self> {
        let guide = index.guide();
        let areas = tasks.flat_map(|task| &task.area).map(String::as_str);
        if areas.clone().next().is_none() {
            let mut sets = PersonSets::new(index);
            sets.allow(MOST_STEPS);
            return Some(Self { sets, region: None });
        }
        let mut names: Vec<&str> = regions.veiligheidsregios().chain(areas).collect();
        names.sort_unstable();
        names.dedup();
        let values = names.into_iter().map(|name| Some((name.to_owned(), ValueId::new(&slug(name)).ok()?)));
        let region = Region { facet: free_id(guide)?, values: values.collect::<Option<_>>()? };
        let mut guide = Guide::clone(guide);
        guide.facets.push(region.facet(guide.facets.iter().next_back()?.section.clone()));
        let mut sets = PersonSets::of_guide(Arc::new(guide)).ok()?;
        sets.allow(MOST_STEPS);
        Some(Self { sets, region: Some(region) })
    }

    /// For whom a task holds.
    pub(super) fn set(&mut self, task: &Responsibility) -> PersonSet {
        let who = self.sets.of(&task.who);
        let Some(region) = self.region.as_ref().filter(|_| !task.area.is_empty()) else { return who };
        let there = self.sets.of(&region.within(&task.area));
        self.sets.both(who, there)
    }
}

impl Region {
    fn within(&self, area: &[String]) -> Condition {
        let values = self.values.iter().filter(|(name, _)| area.contains(name)).map(|(_, value)| value.clone());
        Condition::Is(self.facet.clone(), values.collect())
    }

    fn facet(&self, section: RecordId) -> Facet {
        let label = Label { nl: "veiligheidsregio".to_owned(), en: None };
        let values = self.values.iter().map(|(name, id)| FacetValue {
            id: id.clone(),
            label: Label { nl: name.clone(), en: None },
            help: None,
            hours: Vec::new(),
        });
        Facet {
            id: self.facet.clone(),
            kind: FacetKind::One,
            question: label.clone(),
            label,
            help: None,
            section,
            urgency: Urgency::default(),
            decides: None,
            not_of: None,
            until_told: Vec::new(),
            until_told_unless: None,
            values: values.collect(),
            groups: Vec::new(),
            ask_first: Vec::new(),
        }
    }
}

/// A name as an id.
fn slug(name: &str) -> String {
    fold(name).replace(|sign: char| !sign.is_ascii_alphanumeric(), "-")
}

/// An id for the region that no facet has.
fn free_id(guide: &Guide) -> Option<FacetId> {
    let ids = std::iter::once("veiligheidsregio".to_owned()).chain((2_u32..).map(|n| format!("veiligheidsregio-{n}")));
    let mut free = ids.filter_map(|id| FacetId::new(&id).ok()).filter(|id| guide.facet(id).is_none());
    free.next()
}
