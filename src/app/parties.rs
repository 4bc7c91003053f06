//! The parties to look up, each by itself or two beside each other.

use std::sync::Arc;

use super::{
    App,
    once::{OfGuide, Once},
};
use crate::{
    lookup::fold,
    model::{Date, Guide, Lang, Party, PartyId},
    present::PartyProfile,
    text::parties as text,
};

/// A party in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// The party.
    pub id: PartyId,
    /// What it is called on the day.
    pub name: String,
    /// How many tasks it has then.
    pub tasks: String,
    /// All that it is called, to look for.
    folded: String,
}

/// The rows of parties that are called so, whatever the case of the letters; nothing is what every party is called.
pub fn called<'r>(rows: &'r [PartyRow], words: &str) -> Vec<&'r PartyRow> {
    let words = fold(words);
    let is_called = |row: &&PartyRow| words.split_whitespace().all(|word| row.folded.contains(word));
    rows.iter().filter(is_called).collect()
}

type Of = (OfGuide, Date, Lang);

/// What was worked out of parties. Nothing that was looked for is in it.
#[derive(Debug, Default)]
pub(super) struct Parties {
    rows: Once<Of, [PartyRow]>,
    first: Once<(Of, PartyId), Option<PartyProfile>>,
    beside: Once<(Of, PartyId), Option<PartyProfile>>,
}

impl App {
    /// All parties, by name.
    pub fn party_rows(&self) -> Arc<[PartyRow]> {
        let (guide, date, lang) = (self.guide(), self.date(), self.language());
        self.parties.rows.get(self.of_parties(), || rows(guide, date, lang).into())
    }

    /// Everything about a party; nothing of one that the guide does not have.
    pub fn party_profile(&self, party: &PartyId) -> Arc<Option<PartyProfile>> {
        self.parties.first.get((self.of_parties(), party.clone()), || self.profile_of(party))
    }

    /// The same of the one beside it.
    pub fn party_beside(&self, party: &PartyId) -> Arc<Option<PartyProfile>> {
        self.parties.beside.get((self.of_parties(), party.clone()), || self.profile_of(party))
    }

    fn profile_of(&self, party: &PartyId) -> Arc<Option<PartyProfile>> {
        let guide = self.guide();
        let ix = guide.parties.ix(party);
        Arc::new(ix.map(|ix| PartyProfile::of(guide, ix, self.date(), self.language())))
    }

    fn of_parties(&self) -> Of {
        (OfGuide::new(self.document.index.guide()), self.date(), self.language())
    }
}

fn rows(guide: &Guide, date: Date, lang: Lang) -> Vec<PartyRow> {
    let mut tasks: std::collections::BTreeMap<&PartyId, usize> = std::collections::BTreeMap::new();
    for task in guide.responsibilities.iter().filter(|task| task.valid.holds_on(date)) {
        *tasks.entry(&task.party).or_default() += 1;
    }
    let row = |party: &Party| {
        let names = party.names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.short));
        let names = names.flat_map(|label| [label.text(Lang::Nl), label.text(Lang::En)]);
        let called: Vec<&str> = names.chain(party.aliases.iter().map(String::as_str)).collect();
        PartyRow {
            id: party.id.clone(),
            name: party.short_name(date, lang).to_owned(),
            tasks: text::tasks(tasks.get(&party.id).copied().unwrap_or_default(), lang),
            folded: fold(&called.join(" ")),
        }
    };
    let mut rows: Vec<PartyRow> = guide.parties.iter().map(row).collect();
    rows.sort_by_cached_key(|row| fold(&row.name));
    rows
}
