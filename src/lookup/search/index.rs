//! All words of a guide, and what each leads to.

use rustc_hash::FxHashMap;

use super::{
    HitKind, HitReason,
    texts::{self, Entry, Part, Said},
    vocabulary::{Occurrence, Vocabulary, small},
    words::{self, Words},
};
use crate::{
    lookup::fold,
    model::{Date, Guide, Lang, Party, PartyId, PartyScope, RecordKey, Regions, Responsibility},
};

/// More words of one text are not looked at.
const MAX_WORDS_OF_TEXT: usize = 64;

/// What a text is to the thing that it leads to; the first weigh most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
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
    pub(super) zone: Zone,
    pub(super) why: HitReason,
    /// Lowest first among the things that one text leads to.
    pub(super) order: u8,
}

/// A text that is searched.
#[derive(Debug)]
pub(super) struct IndexedText {
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
    pub(super) texts: Vec<IndexedText>,
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
        for Entry { record, said } in texts::entries(guide, date) {
            for Said { part, words, lang: spoken } in said {
                let leads = reader.leads(&record, part);
                // In every language: people search in what they speak.
                reader.read(&words, lang == Lang::Nl && spoken == Lang::En, leads);
            }
        }
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
            let called_after = self.called_after(party);
            if let Some(number) = self.numbers.get(&(HitKind::Party, id)) {
                self.contents.targets[*number as usize].called_after = called_after;
            }
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

    fn lead(&self, kind: HitKind, id: &str, zone: Zone, why: HitReason, order: u8) -> Option<Lead> {
        self.numbers.get(&(kind, id)).map(|target| Lead { target: *target, zone, why, order })
    }

    fn party(&self, id: &str, zone: Zone, why: HitReason, order: usize) -> Option<Lead> {
        self.lead(HitKind::Party, id, zone, why, u8::try_from(order).unwrap_or(u8::MAX))
    }

    /// A text and what it leads to; as one word too where that is how people write it.
    fn read(&mut self, text: &str, foreign: bool, leads: impl IntoIterator<Item = Option<Lead>>) {
        let leads: Vec<Lead> = leads.into_iter().flatten().collect();
        let Words { mut content, joined } = Words::of(text);
        content.truncate(MAX_WORDS_OF_TEXT);
        if leads.is_empty() || content.is_empty() {
            return;
        }
        let begin = small(self.contents.leads.len());
        let is_name = leads.iter().any(|lead| matches!(lead.zone, Zone::Name | Zone::Lead));
        self.contents.leads.extend(leads);
        let number = small(self.contents.texts.len());
        self.contents.texts.push(IndexedText {
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

    /// What a text of a record leads to.
    fn leads(&self, record: &RecordKey, part: Part) -> Vec<Option<Lead>> {
        let id = record.id().unwrap_or_default();
        let party = |zone, why| self.lead(HitKind::Party, id, zone, why, 0);
        let source = |zone, why| self.lead(HitKind::Source, id, zone, why, 0);
        match part {
            Part::ShownName => self.with_tasks(id, party(Zone::Name, HitReason::Name)),
            Part::OtherName | Part::Alias => self.with_tasks(id, party(Zone::Name, HitReason::Alias)),
            Part::Contact => vec![party(Zone::Name, HitReason::Alias)],
            Part::Summary => vec![party(Zone::Task, HitReason::Task)],
            Part::PartyNote => vec![party(Zone::Remark, HitReason::Task)],
            Part::Word => self.word(record, HitReason::Name),
            Part::Synonym | Part::Answer => self.word(record, HitReason::Synonym),
            Part::Meaning => vec![self.lead(HitKind::Term, id, Zone::Remark, HitReason::Synonym, 0)],
            Part::Aspect => self.aspect(id),
            Part::Task | Part::TimeLimit => self.task(record, Zone::Task),
            Part::Law => self.task(record, Zone::Task).into_iter().skip(1).collect(),
            Part::TaskNote => self.task(record, Zone::Remark).into_iter().skip(1).collect(),
            Part::Title => vec![source(Zone::Task, HitReason::Name)],
            Part::SourceId | Part::Reference => vec![source(Zone::Name, HitReason::Alias)],
        }
    }

    /// A party, and its tasks by their owner.
    fn with_tasks(&self, party: &str, lead: Option<Lead>) -> Vec<Option<Lead>> {
        let tasks = self.tasks.get(party).into_iter().flatten();
        let owned =
            tasks.map(|task| self.lead(HitKind::Responsibility, task.id.as_str(), Zone::Owner, HitReason::Task, 0));
        std::iter::once(lead).chain(owned).collect()
    }

    /// A word leads to its parties, in the order in which the guide names them, and to itself.
    fn word(&self, record: &RecordKey, why: HitReason) -> Vec<Option<Lead>> {
        let RecordKey::Term(id) = record else { return Vec::new() };
        let parties = self.guide.glossary.get(id).into_iter().flat_map(|term| &term.parties).enumerate();
        let parties = parties.map(|(position, party)| {
            let order = if position == 0 { 0 } else { position + 1 };
            self.party(party.as_str(), Zone::Lead, HitReason::Synonym, order)
        });
        parties.chain([self.lead(HitKind::Term, id.as_str(), Zone::Lead, why, 1)]).collect()
    }

    /// The name of an aspect leads to who works in it; who goes first there goes first here.
    fn aspect(&self, id: &str) -> Vec<Option<Lead>> {
        let tasks = self.guide.responsibilities.iter().filter(|task| task.aspect.as_str() == id);
        let both = |task| self.party_and_task(task, Zone::Aspect);
        tasks.flat_map(both).collect()
    }

    /// The party of a task, and the task itself.
    fn task(&self, record: &RecordKey, zone: Zone) -> Vec<Option<Lead>> {
        let RecordKey::Responsibility(id) = record else { return Vec::new() };
        self.guide.responsibilities.get(id).into_iter().flat_map(|task| self.party_and_task(task, zone)).collect()
    }

    fn party_and_task(&self, task: &Responsibility, zone: Zone) -> [Option<Lead>; 2] {
        let order = order_of(task, self.date);
        [
            self.party(task.party.as_str(), zone, HitReason::Task, order.into()),
            self.lead(HitKind::Responsibility, task.id.as_str(), zone, HitReason::Task, order),
        ]
    }

    fn read_gemeenten(&mut self, regions: &'a Regions) {
        for gemeente in &regions.gemeenten {
            let code = gemeente.code.as_str();
            let lead = |why| self.lead(HitKind::Gemeente, code, Zone::Name, why, 0);
            let [name, other] = [lead(HitReason::Name), lead(HitReason::Alias)];
            self.read(&gemeente.name, false, [name]);
            self.read(code, false, [other]);
            for text in &gemeente.search_terms {
                self.read(text, false, [other]);
            }
        }
        // Most who look for «Zeeland» mean the region.
        let is_region = |name: &str| regions.veiligheidsregios().any(|region| fold(region) == fold(name));
        for former in regions.former.iter().filter(|former| !is_region(&former.name)) {
            let now = self.lead(HitKind::Gemeente, &former.now, Zone::Name, HitReason::Alias, 0);
            self.read(&former.name, false, [now]);
        }
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
