//! What is different in an edition since another, for who uses the guide.

use super::{AnswerChangeFacts, EditFacts, ImpactFacts, PartyChangeFacts};
use crate::{
    model::{EntryKey, Lang, RecordKind},
    text::release as text,
};

/// More lines than this nobody reads; how many more there are is said.
const MOST: usize = 60;

/// A line for each answer that becomes another, then one for each party and its contacts that changed, then how many
/// records of other kinds did. What was done to the document itself is no news.
pub fn release_note(impact: &ImpactFacts, edits: &[EditFacts], lang: Lang) -> Vec<String> {
    let answers = impact.answers.iter().map(|AnswerChangeFacts { name, lines, .. }| text::about(name, lines));
    let parties = impact.parties.iter().map(|PartyChangeFacts { text, .. }| text::sentence(text));
    let kind = |facts: &EditFacts| match &facts.key {
        EntryKey::Record(key) => Some(key.kind()),
        EntryKey::Order(_) => None,
    };
    let known = edits.iter().filter(|facts| kind(facts) == Some(RecordKind::Party));
    let known = known.map(|facts| text::sentence(&facts.text));
    let mut note: Vec<String> = impact.notes.iter().map(|note| text::sentence(note)).collect();
    note.extend(answers.chain(parties).chain(known));
    let more = note.len().saturating_sub(MOST);
    note.truncate(MOST);
    note.extend((more > 0).then(|| text::more(more, lang)));
    let others = [RecordKind::Responsibility, RecordKind::Referral, RecordKind::Gap, RecordKind::Conflict]
        .into_iter()
        .chain([RecordKind::Agreement, RecordKind::Source, RecordKind::Facet, RecordKind::Term, RecordKind::Scenario]);
    let counted = others.map(|of| (of, edits.iter().filter(|facts| kind(facts) == Some(of)).count()));
    let counted: Vec<(RecordKind, usize)> = counted.filter(|(_, count)| *count > 0).collect();
    note.extend((!counted.is_empty()).then(|| text::records(&counted, lang)));
    note
}
