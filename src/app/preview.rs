//! What a choice would change, before it is made.

use super::App;
use crate::{
    lookup::{Comparison, Known, Verdict},
    model::{FacetId, Ix, Responsibility},
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
}

impl App {
    /// What would appear and disappear if this were known, in words; nothing when it cannot be.
    pub fn preview(&self, facet: &FacetId, known: Option<&Known>) -> Option<Preview> {
        let profile = self.case.with(facet.clone(), known.cloned());
        let after = self.document.index.look_up(&profile, self.case.as_of()).ok()?;
        let comparison = Comparison::between(&self.answered.outcome, &after);
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
        Some(Preview {
            appears: names(&mut comparison.appears.iter().copied()),
            becomes_certain: names(&mut certain.map(|change| change.responsibility)),
            disappears: names(&mut comparison.disappears.iter().copied()),
        })
    }
}
