//! What the words of a guide do to who reads them: whether they are plain, and whether they lead to a person.

use std::collections::BTreeSet;

use super::{personal, plain, problem, problem_of};
use crate::model::{
    Fault, Guide, Lang, PersonalData, Problem, RecordKey, RecordKind,
    walk::{Field, Leaf, Place, Text, Visitor, Voice, walk},
};

/// More words a sentence than this, on average, tire who reads.
const MOST_WORDS_ON_AVERAGE: usize = 15;

pub(super) fn check(guide: &Guide, problems: &mut Vec<Problem>) {
    let known = known(guide);
    let mut readers = Readers { known, problems, of: None, sentences: 0, words: 0 };
    walk(guide, &mut readers);
    readers.end_of_record();
}

/// The words of the names that a guide gives: of parties, of documents and who published them, and of the field.
fn known(guide: &Guide) -> personal::Known<'_> {
    let names = guide.parties.iter().flat_map(|party| {
        let names = party.names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.short));
        names.map(|label| label.nl.as_str()).chain(party.aliases.iter().map(String::as_str))
    });
    let sources = guide.sources.iter().flat_map(|source| [source.title.as_str(), source.publisher.as_str()]);
    let terms = guide
        .glossary
        .iter()
        .flat_map(|term| std::iter::once(term.term.nl.as_str()).chain(term.synonyms.iter().map(String::as_str)));
    let all = names.chain(sources).chain(terms);
    all.flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric())).collect::<BTreeSet<_>>()
}

struct Readers<'a, 'p> {
    known: personal::Known<'a>,
    problems: &'p mut Vec<Problem>,
    /// The record that is read, with how many sentences and words it has so far.
    of: Option<RecordKey>,
    sentences: usize,
    words: usize,
}

impl<'a> Visitor<'a> for Readers<'_, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Text(text) = leaf else { return };
        if place.root() != Some(Field::Url) {
            self.persons(place, text.words);
        }
        if matches!(text, Text { lang: Lang::Nl, voice: Voice::Guide, .. }) {
            if self.of.as_ref() != Some(place.record) {
                self.end_of_record();
                self.of = Some(place.record.clone());
            }
            self.read(place, text.words);
        }
    }
}

impl Readers<'_, '_> {
    fn persons(&mut self, place: &Place<'_>, text: &str) {
        for (kind, words) in personal::in_text(text, &self.known) {
            let is_case = place.record.kind() == RecordKind::Scenario;
            let fault =
                if is_case { Fault::PersonalDataInCase { kind, words } } else { Fault::PersonalData { kind, words } };
            // What a source is called and says is public, and as it is; the numbers of a person are not.
            let is_of_source = matches!(place.root(), Some(Field::Title | Field::Publisher)) && !is_case;
            let is_name = matches!(kind, PersonalData::AddressedName | PersonalData::NameInCase);
            if !(is_of_source && is_name) {
                self.problems.push(problem(place, fault));
            }
        }
    }

    fn read(&mut self, place: &Place<'_>, text: &str) {
        // An article of a law is no sentence.
        if place.root() != Some(Field::LegalBasis) {
            let (sentences, words) = plain::sentences(text);
            self.sentences += sentences;
            self.words += words;
        }
        let mut report = |fault| self.problems.push(problem(place, fault));
        for (word, instead) in plain::hard_words(text) {
            report(Fault::HardWord { word, instead });
        }
        if plain::is_passive_twice(text) {
            report(Fault::PassiveTwice);
        }
        for word in plain::long_words(text, &self.known) {
            report(Fault::LongWord(word.to_owned()));
        }
        if let Some(law) = tells_what_to_do(place).then(|| plain::law(text)).flatten() {
            report(Fault::LawName(law.to_owned()));
        }
    }

    fn end_of_record(&mut self) {
        let (sentences, words) = (std::mem::take(&mut self.sentences), std::mem::take(&mut self.words));
        let Some(record) = self.of.take().filter(|_| sentences > 0) else { return };
        if words > MOST_WORDS_ON_AVERAGE * sentences {
            let mean = (words + sentences / 2) / sentences;
            let fault = Fault::LongSentences { words: mean, most: MOST_WORDS_ON_AVERAGE };
            self.problems.push(problem_of(record, None, fault));
        }
    }
}

/// Whether a reader looks there for what to do. What a law is, where in one something stands, and that one is not there yet,
/// is told elsewhere: by the glossary, by the legal basis, in notes and as a gap.
fn tells_what_to_do(place: &Place<'_>) -> bool {
    let is_step =
        matches!(place.record.kind(), RecordKind::FirstAdvice | RecordKind::Responsibility | RecordKind::Referral);
    is_step && matches!(place.root(), Some(Field::Text | Field::Task | Field::Provided | Field::Short | Field::Certain))
}
