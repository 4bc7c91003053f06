//! What a choice would change, before it is made.

use std::collections::BTreeSet;

use super::App;
use crate::{
    lookup::{Comparison, Known, Verdict},
    model::{FacetId, Gap, Ix, Responsibility},
};

/// What would change if something were known, as names of parties with their aspect; primary answers only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Not there now.
    pub appears: Vec<String>,
    /// There now, but not yet certain.
    pub becomes_certain: Vec<String>,
    /// There now, and then no more.
    pub disappears: Vec<String>,
    /// Aspects in which a gap would appear.
    pub gaps_appear: Vec<String>,
    /// Aspects in which a gap would be no more.
    pub gaps_disappear: Vec<String>,
}

impl App {
    /// The answer of now beside that if this were known; `None` when it cannot be.
    pub(super) fn compared_with(&self, facet: &FacetId, known: Option<&Known>) -> Option<Comparison> {
        let profile = self.case.with(facet.clone(), known.cloned());
        let after = self.document.index.look_up(&profile, self.case.as_of()).ok()?;
        Some(Comparison::between(&self.answered.outcome, &after))
    }

    /// What would appear and disappear if this were known, in words; nothing when it cannot be.
    pub fn preview(&self, facet: &FacetId, known: Option<&Known>) -> Option<Preview> {
        let comparison = self.compared_with(facet, known)?;
        let guide = self.guide();
        let names = |positions: &mut dyn Iterator<Item = Ix<Responsibility>>| -> Vec<String> {
            let mut names: Vec<String> = Vec::new();
            for position in positions.filter(|position| guide.responsibilities[*position].primary) {
                let record = &guide.responsibilities[position];
                let party = guide.party(&record.party);
                let name =
                    party.map_or(record.party.as_str(), |p| p.short_name(self.case.date, self.settings.language));
                let aspect = guide.aspect(&record.aspect).map_or("", |(_, a)| a.label.text(self.settings.language));
                let words = format!("{name} ({})", aspect.to_lowercase());
                if !names.contains(&words) {
                    names.push(words);
                }
            }
            names
        };
        let certain = comparison.changes.iter().filter(|change| change.after == Verdict::Applies);
        let aspects = |gaps: &[Ix<Gap>]| -> Vec<String> {
            let labels = gaps.iter().filter_map(|gap| guide.aspect(&guide.gaps[*gap].aspect));
            let labels = labels.map(|(_, aspect)| aspect.label.text(self.settings.language).to_lowercase());
            labels.collect::<BTreeSet<_>>().into_iter().collect()
        };
        Some(Preview {
            gaps_appear: aspects(&comparison.gaps_appear),
            gaps_disappear: aspects(&comparison.gaps_disappear),
            appears: names(&mut comparison.appears.iter().copied()),
            becomes_certain: names(&mut certain.map(|change| change.responsibility)),
            disappears: names(&mut comparison.disappears.iter().copied()),
        })
    }
}
