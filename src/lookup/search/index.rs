//! All words of a guide, and what each leads to.

use rustc_hash::FxHashMap;

use super::{
    HitKind, HitReason,
    vocabulary::{Occurrence, Vocabulary, small},
    words::{self, Words},
};
use crate::model::{
    Date, GlossaryTerm, Guide, Label, Lang, Party, PartyId, PartyScope, Regions, Responsibility, Source, TermUnit,
};

/// More words of one text are not looked at.
const MAX_WORDS_OF_TEXT: usize = 64;

/// What a text is to the thing that it leads to; the first weigh most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Its name, or another name.
    Name,
    /// A word of the glossary that leads to it, or that it is.
    Lead,
    /// The aspect in which it works.
    Aspect,
    /// What it does, or the title of a source.
    Task,
    /// What else is said of it.
    Remark,
    /// The name of the party whose task it is.
    Owner,
}

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) kind: HitKind,
    pub(super) id: Box<str>,
    pub(super) party: Option<Box<str>>,
    pub(super) text: Box<str>,
    /// Later for what is only named, or no longer holds.
    pub(super) standing: u8,
    /// Words of aspects in which it goes first and after which it is called.
    pub(super) called_after: Vec<String>,
}

/// What a text leads to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    pub(super) target: u32,
    pub(super) field: Field,
    pub(super) why: HitReason,
    /// Lowest first among the things that one text leads to.
    pub(super) order: u8,
}

/// A text that is searched.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) source: Box<str>,
    pub(super) words: u32,
    /// The same for texts with the same words in the same order.
    pub(super) print: u64,
    /// In a language that the screen does not speak: found as it is written, never by what only looks like it.
    pub(super) foreign: bool,
    pub(super) leads: std::ops::Range<u32>,
}

/// The whole index, by number.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) targets: Vec<Target>,
    pub(super) texts: Vec<Text>,
    pub(super) leads: Vec<Lead>,
    pub(super) vocabulary: Vocabulary,
}

impl Contents {
    /// Reads a guide and the regions.
    pub(super) fn of(guide: &Guide, regions: &Regions, date: Date, lang: Lang) -> Self {
        let mut tasks: FxHashMap<&str, Vec<&Responsibility>> = FxHashMap::default();
        for task in &guide.responsibilities {
            tasks.entry(task.party.as_str()).or_default().push(task);
        }
        let contents = Self::default();
        let mut reader = Reader { contents, guide, date, lang, numbers: FxHashMap::default(), tasks };
        reader.name_targets(regions);
        guide.parties.iter().for_each(|party| reader.read_party(party));
        guide.glossary.iter().for_each(|term| reader.read_term(term));
        reader.read_aspects();
        guide.responsibilities.iter().for_each(|responsibility| reader.read_responsibility(responsibility));
        guide.sources.iter().for_each(|source| reader.read_source(source));
        reader.read_gemeenten(regions);
        reader.contents.vocabulary.finish();
        reader.contents
    }
}

struct Reader<'a> {
    contents: Contents,
    guide: &'a Guide,
    date: Date,
    lang: Lang,
    numbers: FxHashMap<(HitKind, &'a str), u32>,
    /// The tasks of each party.
    tasks: FxHashMap<&'a str, Vec<&'a Responsibility>>,
}

impl<'a> Reader<'a> {
    fn name_targets(&mut self, regions: &'a Regions) {
        let (guide, date, lang) = (self.guide, self.date, self.lang);
        for party in &guide.parties {
            let standing = match party.scope {
                PartyScope::Uitvoerend => 0,
                PartyScope::HeleKeten => 1,
                PartyScope::AlleenGenoemd => 2,
            };
            let id = party.id.as_str();
            self.target(HitKind::Party, id, Some(id), party.full_name(date, lang), standing);
        }
        for responsibility in &guide.responsibilities {
            let (id, party) = (responsibility.id.as_str(), responsibility.party.as_str());
            let standing = u8::from(!responsibility.valid.holds_on(date));
            self.target(HitKind::Responsibility, id, Some(party), &responsibility.task, standing);
        }
        for term in &guide.glossary {
            let party = term.parties.first().map(PartyId::as_str);
            self.target(HitKind::Term, term.id.as_str(), party, term.term.text(lang), 0);
        }
        for source in &guide.sources {
            self.target(HitKind::Source, source.id.as_str(), None, &source.title, 0);
        }
        for gemeente in &regions.gemeenten {
            self.target(HitKind::Gemeente, &gemeente.code, None, &gemeente.name, 0);
        }
    }

    fn target(&mut self, kind: HitKind, id: &'a str, party: Option<&str>, text: &str, standing: u8) {
        let number = small(self.contents.targets.len());
        // Of two with one id, which the checks report, the first is found.
        if *self.numbers.entry((kind, id)).or_insert(number) == number {
            self.contents.targets.push(Target {
                kind,
                id: id.into(),
                party: party.map(Into::into),
                text: text.into(),
                standing,
                called_after: Vec::new(),
            });
        }
    }

    fn lead(&self, kind: HitKind, id: &'a str, field: Field, why: HitReason, order: u8) -> Option<Lead> {
        self.numbers.get(&(kind, id)).map(|target| Lead { target: *target, field, why, order })
    }

    fn party(&self, id: &'a str, field: Field, why: HitReason, order: usize) -> Option<Lead> {
        self.lead(HitKind::Party, id, field, why, u8::try_from(order).unwrap_or(u8::MAX))
    }

    /// A text and what it leads to; as one word too where that is how people write it.
    fn read(&mut self, text: &str, leads: impl IntoIterator<Item = Option<Lead>>) {
        self.read_as(text, false, leads);
    }

    /// As [`Reader::read`], in every language: people search in what they speak.
    fn read_label(&mut self, label: &Label, leads: &[Option<Lead>]) {
        self.read_as(&label.nl, false, leads.iter().copied());
        if let Some(english) = &label.en {
            self.read_as(english, self.lang == Lang::Nl, leads.iter().copied());
        }
    }

    fn read_as(&mut self, text: &str, foreign: bool, leads: impl IntoIterator<Item = Option<Lead>>) {
        let leads: Vec<Lead> = leads.into_iter().flatten().collect();
        let Words { mut content, joined } = Words::of(text);
        content.truncate(MAX_WORDS_OF_TEXT);
        if leads.is_empty() || content.is_empty() {
            return;
        }
        let begin = small(self.contents.leads.len());
        let is_name = leads.iter().any(|lead| matches!(lead.field, Field::Name | Field::Lead));
        self.contents.leads.extend(leads);
        let number = small(self.contents.texts.len());
        self.contents.texts.push(Text {
            source: text.into(),
            words: small(content.len()),
            print: words::print(&content),
            foreign,
            leads: begin..small(self.contents.leads.len()),
        });
        let all = u64::MAX >> (64 - content.len());
        let vocabulary = &mut self.contents.vocabulary;
        for (at, word) in content.iter().enumerate() {
            vocabulary.add(word, !foreign, Occurrence { text: number, covers: 1 << at });
        }
        if !is_name {
            return;
        }
        for (at, pair) in content.windows(2).enumerate() {
            vocabulary.add(&pair.concat(), false, Occurrence { text: number, covers: 0b11 << at });
        }
        if (3..=6).contains(&content.len()) {
            vocabulary.add(&content.concat(), false, Occurrence { text: number, covers: all });
        }
        if let Some(joined) = joined.filter(|joined| joined.len() <= 40) {
            vocabulary.add(&joined, false, Occurrence { text: number, covers: all });
        }
    }

    fn read_party(&mut self, party: &'a Party) {
        let id = party.id.as_str();
        let shown = party.name_on(self.date);
        let tasks = self.tasks.get(id).map(Vec::as_slice).unwrap_or_default();
        let owned: Vec<Option<Lead>> = tasks
            .iter()
            .map(|task| self.lead(HitKind::Responsibility, task.id.as_str(), Field::Owner, HitReason::Task, 0))
            .collect();
        let with_tasks = |lead| std::iter::once(lead).chain(owned.iter().copied());
        for name in &party.names {
            let why = if shown == Some(name) { HitReason::Name } else { HitReason::Alias };
            let leads: Vec<Option<Lead>> = with_tasks(self.party(id, Field::Name, why, 0)).collect();
            for called in std::iter::once(&name.name).chain(&name.short) {
                self.read_label(called, &leads);
            }
        }
        for alias in &party.aliases {
            self.read(alias, with_tasks(self.party(id, Field::Name, HitReason::Alias, 0)));
        }
        for contact in &party.contacts {
            if contact.value.bytes().any(|b| b.is_ascii_digit()) {
                self.read(&contact.value, [self.party(id, Field::Name, HitReason::Alias, 0)]);
            }
        }
        self.read(&party.summary, [self.party(id, Field::Task, HitReason::Task, 0)]);
        if let Some(note) = &party.note {
            self.read(note, [self.party(id, Field::Remark, HitReason::Task, 0)]);
        }
        let called_after = self.called_after(party);
        if let Some(number) = self.numbers.get(&(HitKind::Party, id)) {
            self.contents.targets[*number as usize].called_after = called_after;
        }
    }

    /// Words of the aspects in which a party goes first that its name begins or ends with, such as «schade».
    fn called_after(&self, party: &Party) -> Vec<String> {
        let tasks = self.tasks.get(party.id.as_str()).into_iter().flatten().filter(|task| task.primary);
        let mut aspects: Vec<&str> = tasks.map(|task| task.aspect.as_str()).collect();
        aspects.sort_unstable();
        aspects.dedup();
        if aspects.is_empty() {
            return Vec::new();
        }
        let called = party.names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.short));
        let names: Vec<String> = called.flat_map(|label| Words::of(&label.nl).content).collect();
        let phases = self.guide.phases.iter().flat_map(|phase| &phase.aspects);
        phases
            .filter(|aspect| aspects.contains(&aspect.id.as_str()))
            .flat_map(|aspect| Words::of(&aspect.label.nl).content)
            .filter(|word| word.len() >= 4 && names.iter().any(|name| name.starts_with(word) || name.ends_with(word)))
            .collect()
    }

    /// A word leads to itself and to its parties, in the order in which the guide names them.
    fn read_term(&mut self, term: &'a GlossaryTerm) {
        let parties: Vec<Option<Lead>> = term
            .parties
            .iter()
            .enumerate()
            .map(|(position, party)| {
                let order = if position == 0 { 0 } else { position + 1 };
                self.party(party.as_str(), Field::Lead, HitReason::Synonym, order)
            })
            .collect();
        let with_parties = |why| {
            let itself = self.lead(HitKind::Term, term.id.as_str(), Field::Lead, why, 1);
            parties.iter().copied().chain([itself]).collect::<Vec<_>>()
        };
        let [by_name, by_synonym] = [with_parties(HitReason::Name), with_parties(HitReason::Synonym)];
        self.read_label(&term.term, &by_name);
        for synonym in &term.synonyms {
            self.read(synonym, by_synonym.iter().copied());
        }
        let guide = self.guide;
        let value = term.facet.as_ref().and_then(|(facet, value)| {
            let facet = guide.facet(facet)?;
            let described = facet.values.iter().find(|described| described.id == *value);
            described.map(|described| &described.label).or_else(|| facet.group(value).map(|group| &group.label))
        });
        // «Ja» says nothing without its question.
        if let Some(label) = value.filter(|label| label.nl.len() > 3) {
            self.read_label(label, &by_synonym);
        }
        let meaning = self.lead(HitKind::Term, term.id.as_str(), Field::Remark, HitReason::Synonym, 0);
        self.read(&term.meaning, [meaning]);
    }

    /// The name of an aspect leads to who works in it; who goes first there goes first here.
    fn read_aspects(&mut self) {
        let guide = self.guide;
        for aspect in guide.phases.iter().flat_map(|phase| &phase.aspects) {
            let tasks = guide.responsibilities.iter().filter(|task| task.aspect == aspect.id);
            let leads: Vec<Option<Lead>> = tasks
                .flat_map(|task| {
                    let order = order_of(task, self.date);
                    [
                        self.party(task.party.as_str(), Field::Aspect, HitReason::Task, order.into()),
                        self.lead(HitKind::Responsibility, task.id.as_str(), Field::Aspect, HitReason::Task, order),
                    ]
                })
                .collect();
            self.read_label(&aspect.label, &leads);
        }
    }

    fn read_responsibility(&mut self, task: &'a Responsibility) {
        let order = order_of(task, self.date);
        let party = self.party(task.party.as_str(), Field::Task, HitReason::Task, order.into());
        let itself = self.lead(HitKind::Responsibility, task.id.as_str(), Field::Task, HitReason::Task, order);
        self.read(&task.task, [party, itself]);
        for term in &task.terms {
            let starts = term.starts.as_deref().unwrap_or_default();
            let text = format!("{}, {} {} {starts}", term.text, term.count, unit(term.unit));
            self.read(text.trim_end(), [party, itself]);
        }
        for law in &task.legal_basis {
            self.read(law, [itself]);
        }
        let remark = self.lead(HitKind::Responsibility, task.id.as_str(), Field::Remark, HitReason::Task, order);
        for note in &task.notes {
            self.read(note, [remark]);
        }
    }

    fn read_source(&mut self, source: &'a Source) {
        let id = source.id.as_str();
        let itself = |field, why| self.lead(HitKind::Source, id, field, why, 0);
        let [title, reference] = [itself(Field::Task, HitReason::Name), itself(Field::Name, HitReason::Alias)];
        self.read(&source.title, [title]);
        self.read(id, [reference]);
        if let Some(text) = &source.reference {
            self.read(text, [reference]);
        }
    }

    fn read_gemeenten(&mut self, regions: &'a Regions) {
        for gemeente in &regions.gemeenten {
            let code = gemeente.code.as_str();
            let lead = |why| self.lead(HitKind::Gemeente, code, Field::Name, why, 0);
            let [name, other] = [lead(HitReason::Name), lead(HitReason::Alias)];
            self.read(&gemeente.name, [name]);
            self.read(code, [other]);
            for text in &gemeente.search_terms {
                self.read(text, [other]);
            }
        }
    }
}

/// A unit of time in the language of the guide, in which its time limits are written.
fn unit(unit: TermUnit) -> &'static str {
    match unit {
        TermUnit::Uur => "uur",
        TermUnit::Dag => "dagen",
        TermUnit::Week => "weken",
        TermUnit::Maand => "maanden",
        TermUnit::Jaar => "jaar",
    }
}

/// Who goes first in an aspect comes first; what does not hold comes last.
fn order_of(task: &Responsibility, date: Date) -> u8 {
    match (task.valid.holds_on(date), task.primary) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 2,
    }
}
