//! Changes that travel apart from a guide: a proposal to a colleague, or what one place adds for itself.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Applied, Change, Clash, DoubleId, Merged, Origins,
    apply::{diff, merge3, put},
    rename,
    step::then,
};
use crate::model::{Date, Entry, EntryKey, Guide, RecordKey, RecordKind, Renamed};

/// Changes with what they were made on, who made them, when and why.
///
/// Every change carries what stood there before, so that they can be laid over any edition: [`Bundle::sides`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// What it is for. A file of a bundle begins with it.
    pub bundle: BundleKind,
    /// The version of the form of its records: that of a guide.
    pub schema: u32,
    /// The guide that it starts from.
    pub base: Base,
    /// Who made it.
    pub by: Author,
    /// The day on which it was made, or last changed.
    pub on: Date,
    /// Why, in a sentence; it may be left empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What changes.
    #[serde(default)]
    changes: Changes,
}

/// What a bundle is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// Changes that somebody else takes or leaves.
    Voorstel,
    /// What one place adds for itself, and lays over every edition.
    Aanvulling,
}

/// The guide that a bundle starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// The name of its edition.
    pub edition: String,
    /// SHA-256 of its canonical text, in hexadecimal.
    pub sha256: String,
}

/// Who made a bundle: a function at an organisation, and never a person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// What one is there.
    pub function: String,
    /// Where.
    pub organisation: String,
}

/// Changes, each piece once and by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Change>", into = "Vec<Change>")]
struct Changes(Vec<Change>);

impl From<Vec<Change>> for Changes {
    fn from(changes: Vec<Change>) -> Self {
        Self(then(&[], &changes))
    }
}

impl From<Changes> for Vec<Change> {
    fn from(changes: Changes) -> Self {
        changes.0
    }
}

/// A guide as it stands to a bundle: as if the bundle were made on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// What was there before the bundle, under the ids that its maker knew.
    pub base: Guide,
    /// That, with the changes of the bundle.
    pub theirs: Guide,
}

impl Bundle {
    /// A bundle of these changes.
    pub fn new(kind: BundleKind, base: Base, by: Author, on: Date, why: String, changes: Vec<Change>) -> Self {
        Self { bundle: kind, schema: crate::model::SCHEMA, base, by, on, why, changes: changes.into() }
    }

    /// What it changes, each piece once, by key.
    pub fn changes(&self) -> &[Change] {
        &self.changes.0
    }

    /// The same with other changes.
    #[must_use]
    pub fn with(self, changes: Vec<Change>) -> Self {
        Self { changes: changes.into(), ..self }
    }

    /// The same with other changes, made on another guide on that day.
    #[must_use]
    pub fn made_anew(&self, base: Base, on: Date, changes: Vec<Change>) -> Self {
        Self { base, on, changes: changes.into(), ..self.clone() }
    }

    /// The bundle beside a guide that may be another edition than it was made on: both sides of a merge with that guide.
    ///
    /// They are the guide itself but for what the bundle touches, so that whatever else differs is nobody's change. A
    /// record that the guide gave another id has the one by which the bundle knows it; the merge renames it again.
    pub fn sides(&self, guide: &Guide) -> Sides {
        let mut before = guide.clone();
        let own: BTreeSet<Renamed> = self.heads().flat_map(|head| head.iter().cloned()).collect();
        for Renamed { was, is } in guide.renamed.iter().filter(|renamed| !own.contains(renamed)) {
            let is_known = self.changes().iter().any(|change| names(change, was));
            let back = was.id().filter(|_| is_known).and_then(|id| rename::changes(&before, is, id).ok());
            if let Some(back) = back {
                before = put(&before, &back);
            }
        }
        let changes: Vec<Change> = self.changes().iter().map(Change::inverse).collect();
        Sides { base: put(&before, &changes), theirs: put(&before, self.changes()) }
    }

    /// What the document said of its old ids when the bundle was made, where the bundle says.
    fn heads(&self) -> impl Iterator<Item = &Vec<Renamed>> {
        let sides = self.changes().iter().flat_map(|change| [change.before(), change.after()]);
        sides.filter_map(|entry| match entry {
            Some(Entry::Head(head)) => Some(&head.renamed),
            _ => None,
        })
    }

    /// This bundle and a guide as one, by the three-way merge.
    ///
    /// # Errors
    /// [`DoubleId`] when the guide has two records with one id.
    pub fn merged(&self, guide: &Guide, origins: &Origins) -> Result<Merged, DoubleId> {
        let Sides { base, theirs } = self.sides(guide);
        merge3(&base, guide, &theirs, origins)
    }

    /// A guide with this bundle over it. Where both changed the same in different ways the guide stays as it is, and the
    /// clashes tell.
    ///
    /// # Errors
    /// As [`Self::merged`].
    pub fn over(&self, guide: &Guide) -> Result<Applied, DoubleId> {
        let Merged { changes, clashes, .. } = self.merged(guide, &Origins::default())?;
        let is_kept = |change: &Change| change.key().record().map(RecordKey::kind) == Some(RecordKind::Unresolved);
        let changes: Vec<Change> = changes.into_iter().filter(|change| !is_kept(change)).collect();
        Ok(Applied { guide: put(guide, &changes), clashes })
    }

    /// What a guide with this bundle over it differs in from the guide, and where they clash.
    ///
    /// # Errors
    /// As [`Self::merged`].
    pub fn beside(&self, guide: &Guide) -> Result<(Vec<Change>, Vec<Clash>), DoubleId> {
        let Applied { guide: laid, clashes } = self.over(guide)?;
        Ok((diff(guide, &laid)?, clashes))
    }
}

/// Whether a change is of this record, or names it.
fn names(change: &Change, record: &RecordKey) -> bool {
    let is_in_order = |entry: &Entry| match entry {
        Entry::Order(order) => {
            order.of.kind() == record.kind() && order.ids.iter().any(|id| Some(id.as_str()) == record.id())
        }
        _ => false,
    };
    let names = |entry: &Entry| is_in_order(entry) || !rename::naming(entry, record).is_empty();
    change.key() == EntryKey::Record(record.clone())
        || change.before().is_some_and(names)
        || change.after().is_some_and(names)
}
