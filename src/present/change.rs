//! What changed in a guide, with its sentences.

use strum::IntoStaticStr;

use crate::{
    edit::{self, Change, FieldChange},
    model::{
        Condition, ContactKind, Entry, EntryKey, Field, FieldPath, Guide, Lang, Party, PartyId, RecordKey, Referral,
        Renamed, Responsibility, Unresolved,
        walk::{Choice, Leaf, Reference, Step},
    },
    text::{edit as text, fields, words},
};

/// What became of a piece of a guide, or of a field of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Became {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It says something else.
    Changed,
    /// It says the same in another order.
    Moved,
}

impl Became {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A piece of a guide that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditFacts {
    /// Its name.
    pub key: EntryKey,
    /// What became of it.
    pub became: Became,
    /// What it is called: "taak «…» van Fier".
    pub name: String,
    /// In one sentence: of one field that field, of more how many.
    pub text: String,
    /// Its fields that changed; none of one that was added or removed as a whole.
    pub fields: Vec<FieldFacts>,
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFacts {
    /// Where it stands, or else stood.
    pub path: FieldPath,
    /// What became of it.
    pub became: Became,
    /// What it said, in words.
    pub before: Option<String>,
    /// What it says, in words.
    pub after: Option<String>,
    /// In one sentence.
    pub text: String,
}

/// What changed from one guide to another, in the order of the document; what is only longer or shorter is no order.
pub fn edits(changes: &[Change], before: &Guide, after: &Guide, lang: Lang) -> Vec<EditFacts> {
    changes.iter().filter_map(|change| edit(change, before, after, lang)).collect()
}

/// One change; `None` for an order in which nothing moved.
pub fn edit(change: &Change, before: &Guide, after: &Guide, lang: Lang) -> Option<EditFacts> {
    let key = change.key();
    let (was, is) = (Side { guide: before, lang }, Side { guide: after, lang });
    let name = match (change.before(), change.after()) {
        (_, Some(entry)) => is.name(entry),
        (Some(entry), None) => was.name(entry),
        (None, None) => return None,
    };
    let facts = |became, text, fields| Some(EditFacts { key: key.clone(), became, name: name.clone(), text, fields });
    match (change.before(), change.after()) {
        (None, _) => facts(Became::Added, text::told_added(&name, "", lang), Vec::new()),
        (_, None) => facts(Became::Removed, text::told_removed(&name, "", lang), Vec::new()),
        (Some(Entry::Order(_)), Some(_)) => {
            let moved = edit::fields(change.before(), change.after());
            moved.first().and_then(|_| facts(Became::Moved, text::told_moved(&name, lang), Vec::new()))
        }
        (Some(old), Some(new)) => {
            let fields: Vec<FieldFacts> = edit::fields(Some(old), Some(new))
                .iter()
                .map(|change| field((was, old), (is, new), change, &name))
                .collect();
            let text = match fields.as_slice() {
                [one] => one.text.clone(),
                _ => format!("{name} {} ({})", text::changed(lang), fields.len()),
            };
            facts(Became::Changed, text, fields)
        }
    }
}

/// What two versions of a guide say at a place where nobody has chosen yet, in words; `None` for a version that says
/// nothing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictFacts {
    /// Where, in what stands; empty when it is about the piece as a whole.
    pub path: FieldPath,
    /// Before both, as far as that is known.
    pub base: Option<String>,
    /// What stands.
    pub ours: Option<String>,
    /// What does not.
    pub theirs: Option<String>,
}

/// Where the versions that are kept of a piece differ from what stands in the guide, place by place.
pub fn conflicts(kept: &Unresolved, guide: &Guide, lang: Lang) -> Vec<ConflictFacts> {
    let side = Side { guide, lang };
    let stands = edit::get(guide, &kept.about);
    let said = |entry: &Entry, path: &FieldPath| Some(side.value(entry, path)).filter(|said| !said.is_empty());
    let whole = FieldPath::default();
    if kept.fields.is_empty() {
        let name = |entry: Option<&Entry>| entry.map(|entry| side.name(entry));
        let (base, ours, theirs) = (name(kept.base.as_deref()), name(stands.as_ref()), name(kept.theirs.as_deref()));
        return vec![ConflictFacts { path: whole, base, ours, theirs }];
    }
    // A place in a list may be another in another version.
    let other = |entry: Option<&Entry>, path: &FieldPath| {
        let changes = edit::fields(stands.as_ref(), entry);
        let change = changes.into_iter().find(|change| change.before.as_ref() == Some(path));
        let there = change.map_or_else(|| Some(path.clone()), |change| change.after);
        there.and_then(|there| said(entry?, &there))
    };
    let facts = kept.fields.iter().map(|path| ConflictFacts {
        path: path.clone(),
        base: other(kept.base.as_deref(), path),
        ours: stands.as_ref().and_then(|entry| said(entry, path)),
        theirs: other(kept.theirs.as_deref(), path),
    });
    facts.collect()
}

/// A record with all that it says, one fact a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordWords {
    /// Its name.
    pub key: EntryKey,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub facts: Vec<String>,
}

/// A guide as sentences, record by record, by key; the order of lists too.
pub fn in_words(guide: &Guide, lang: Lang) -> Vec<RecordWords> {
    let side = Side { guide, lang };
    edit::entries(guide).into_iter().map(|entry| side.words(&entry)).collect()
}

/// A piece of a guide as sentences.
pub fn words(entry: &Entry, guide: &Guide, lang: Lang) -> RecordWords {
    Side { guide, lang }.words(entry)
}

/// A place of a piece by what it is: "telefoon van Fier".
pub fn place(entry: &Entry, at: &FieldPath, guide: &Guide, lang: Lang) -> String {
    let side = Side { guide, lang };
    text::of(&side.what(entry, at).into_iter().chain([side.name(entry)]).collect::<Vec<_>>(), lang)
}

/// What a piece says at and below a place, in words; empty where it says nothing.
pub fn value(entry: &Entry, at: &FieldPath, guide: &Guide, lang: Lang) -> String {
    Side { guide, lang }.value(entry, at)
}

/// What a piece of a guide is called: "taak «…» van Fier".
pub fn name(entry: &Entry, guide: &Guide, lang: Lang) -> String {
    Side { guide, lang }.name(entry)
}

/// What a piece of a guide is called, without what kind of piece it is.
pub fn short_name(entry: &Entry, guide: &Guide, lang: Lang) -> String {
    Side { guide, lang }.short_name(entry)
}

/// What a record is called, without what kind of record it is; `None` when it is not there.
pub fn title(record: &RecordKey, guide: &Guide, lang: Lang) -> Option<String> {
    let side = Side { guide, lang };
    // Of those a guide has thousands, and copies of them are not needed.
    match record {
        RecordKey::Party(id) => guide.parties.get(id).map(|party| party_name(party, lang)),
        RecordKey::Responsibility(id) => guide.responsibilities.get(id).map(|task| side.task(task)),
        RecordKey::Referral(id) => guide.referrals.get(id).map(|referral| side.referral(referral)),
        record => edit::get(guide, &EntryKey::Record(record.clone())).map(|entry| side.short_name(&entry)),
    }
}

/// A record that has another id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenamedFacts {
    /// Its old name.
    pub was: RecordKey,
    /// Its new name.
    pub is: RecordKey,
    /// In one sentence.
    pub text: String,
}

/// Records that have another id, as they are called in a guide.
pub fn renamed(renamed: &[Renamed], guide: &Guide, lang: Lang) -> Vec<RenamedFacts> {
    let side = Side { guide, lang };
    let facts = renamed.iter().map(|Renamed { was, is }| {
        let entry = edit::get(guide, &EntryKey::Record(is.clone()));
        let name = entry.map_or_else(|| is.to_string(), |entry| side.name(&entry));
        let id = |key: &RecordKey| key.id().unwrap_or_default().to_owned();
        RenamedFacts { was: was.clone(), is: is.clone(), text: text::told_renamed(&name, &id(was), &id(is), lang) }
    });
    facts.collect()
}

/// What a value of a guide says, in words.
pub fn said(leaf: Leaf<'_>, guide: &Guide, lang: Lang) -> String {
    Side { guide, lang }.leaf(leaf)
}

fn field(
    (was, old): (Side<'_>, &Entry),
    (is, new): (Side<'_>, &Entry),
    change: &FieldChange,
    name: &str,
) -> FieldFacts {
    let lang = is.lang;
    let said =
        |side: Side<'_>, entry: &Entry, path: &Option<FieldPath>| path.as_ref().map(|path| side.value(entry, path));
    let (before, after) = (said(was, old, &change.before), said(is, new, &change.after));
    let path = change.after.as_ref().or(change.before.as_ref()).cloned().unwrap_or_default();
    let whose = if change.after.is_some() { is.what(new, &only(new, &path)) } else { was.what(old, &only(old, &path)) };
    let what = text::of(&whose.into_iter().chain([name.to_owned()]).collect::<Vec<_>>(), lang);
    let (became, text) = match (&before, &after) {
        _ if change.is_order => (Became::Moved, text::told_moved(&what, lang)),
        (None, after) => (Became::Added, text::told_added(&what, after.as_deref().unwrap_or_default(), lang)),
        (Some(before), None) => (Became::Removed, text::told_removed(&what, before, lang)),
        (Some(before), Some(after)) => (Became::Changed, text::told_changed(&what, before, after, lang)),
    };
    FieldFacts { path, became, before, after, text }
}

/// The one field inside a part that says something: of a validity its end. The part itself where there is none or more.
fn only(entry: &Entry, path: &FieldPath) -> FieldPath {
    let leaves = edit::leaves(entry, path);
    let [(leaf, _)] = leaves.as_slice() else { return path.clone() };
    let inside = leaf.steps().get(path.steps().len()..).unwrap_or_default();
    let is_field = |step: &Step| matches!(step, Step::Field(field) if !matches!(field, Field::Nl | Field::En));
    let is_part = matches!(path.steps().last(), Some(Step::Field(_))) && !inside.is_empty();
    if is_part && inside.iter().all(is_field) { leaf.clone() } else { path.clone() }
}

/// One of two guides, to ask for names.
#[derive(Clone, Copy)]
struct Side<'a> {
    guide: &'a Guide,
    lang: Lang,
}

impl Side<'_> {
    fn words(self, entry: &Entry) -> RecordWords {
        let leaves = edit::leaves(entry, &FieldPath::default());
        // A no is what a file leaves out.
        let told = leaves.into_iter().filter(|(_, leaf)| *leaf != Leaf::Flag(false));
        let said = told.map(|(path, leaf)| (path, self.leaf(leaf))).filter(|(_, said)| !said.is_empty());
        let fact = |(path, said)| format!("{}: {said}", text::of(&self.what(entry, &path), self.lang));
        let facts = if let Entry::Order(order) = entry { order.ids.clone() } else { said.map(fact).collect() };
        RecordWords { key: entry.key(), name: self.name(entry), facts }
    }

    /// What a piece is called.
    fn name(self, entry: &Entry) -> String {
        let kind = match entry.key() {
            EntryKey::Order(of) => return text::order(of, self.lang),
            EntryKey::Record(RecordKey::Guide) => return fields::kind(RecordKey::Guide.kind(), self.lang).to_owned(),
            EntryKey::Record(key) => fields::kind(key.kind(), self.lang),
        };
        match entry {
            Entry::Party(_) => self.short_name(entry),
            Entry::Responsibility(record) => {
                text::of(&[text::called(kind, &record.task), self.party(&record.party)], self.lang)
            }
            Entry::Unresolved(kept) => text::called(kind, &kept.about.to_string()),
            _ => text::called(kind, &first_words(entry)),
        }
    }

    fn short_name(self, entry: &Entry) -> String {
        match entry {
            Entry::Party(party) => party_name(party, self.lang),
            Entry::Responsibility(task) => self.task(task),
            Entry::Referral(referral) => self.referral(referral),
            Entry::Unresolved(kept) => kept.about.to_string(),
            _ => first_words(entry),
        }
    }

    fn task(self, task: &Responsibility) -> String {
        format!("{}: {}", self.party(&task.party), task.task)
    }

    fn referral(self, referral: &Referral) -> String {
        format!("{} → {}: {}", self.party(&referral.from), self.party(&referral.to), referral.text)
    }

    fn party(self, id: &PartyId) -> String {
        self.guide.party(id).map_or_else(|| id.to_string(), |party| party_name(party, self.lang))
    }

    /// What stands at a place of a piece, from the inside out: "aantal", "termijn «bedenktijd»".
    fn what(self, entry: &Entry, path: &FieldPath) -> Vec<String> {
        let steps = path.steps();
        let mut parts: Vec<String> = Vec::new();
        let mut english = false;
        for (at, step) in steps.iter().enumerate() {
            let Step::Field(field) = step else { continue };
            match field {
                Field::Nl if at > 0 => {}
                Field::En => english = true,
                // Of a contact its kind says it: a number, an address.
                Field::Value if steps.first() == Some(&Step::Field(Field::Contacts)) => {}
                field => {
                    if let (1, EntryKey::Record(record)) = (steps.len(), entry.key()) {
                        parts.push(fields::own(record.kind(), *field, self.lang).to_owned());
                        continue;
                    }
                    let is_element = matches!(steps.get(at + 1), Some(Step::At(_)));
                    let element = steps.get(..at + 2).filter(|_| is_element).map(FieldPath::new);
                    let inside = steps.len() > at + 2;
                    parts.push(self.element(entry, *field, element.as_ref(), inside));
                }
            }
        }
        if english && let Some(last) = parts.last_mut() {
            *last = text::in_english(last, self.lang);
        }
        parts.reverse();
        parts
    }

    /// An element of a list by what it is and, when something inside it is meant, by how it is known.
    fn element(self, entry: &Entry, field: Field, element: Option<&FieldPath>, inside: bool) -> String {
        let kind = fields::field(field, self.lang);
        let Some(element) = element else { return kind.to_owned() };
        let leaves = edit::leaves(entry, element);
        let channel = leaves.iter().find_map(|(_, leaf)| match leaf {
            Leaf::Choice(Choice::ContactKind(kind)) => Some(*kind),
            _ => None,
        });
        if let Some(channel) = channel {
            return self.channel(channel);
        }
        let name = leaves.iter().find_map(|(_, leaf)| match leaf {
            Leaf::Text(text) => Some(text.words.to_owned()),
            Leaf::Reference(to) => Some(self.reference(*to)),
            Leaf::Id(id) => Some((*id).to_owned()),
            _ => None,
        });
        if inside { text::called(kind, &name.unwrap_or_default()) } else { kind.to_owned() }
    }

    fn channel(self, kind: ContactKind) -> String {
        words::contact_kind(kind, self.lang).to_owned()
    }

    /// What a piece says at and below a place, in words.
    fn value(self, entry: &Entry, path: &FieldPath) -> String {
        let leaves = edit::leaves(entry, path);
        let said = leaves.iter().filter(|(_, leaf)| *leaf != Leaf::Flag(false) || leaves.len() == 1);
        said.map(|(_, leaf)| self.leaf(*leaf)).filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn leaf(self, leaf: Leaf<'_>) -> String {
        match leaf {
            Leaf::Id(id) => id.to_owned(),
            Leaf::Text(text) => text.words.to_owned(),
            Leaf::Condition(who) => self.condition(who),
            Leaf::Reference(to) => self.reference(to),
            Leaf::Given(facet, values) => fields::said(facet, values, ", ", self.guide, self.lang),
            Leaf::Day(day) => words::day(day, self.lang),
            Leaf::Date(date) => words::partial_day(date, self.lang),
            Leaf::Choice(choice) => fields::choice(choice, self.lang),
            Leaf::Flag(flag) => fields::flag(flag, self.lang).to_owned(),
            Leaf::Time(time) => time.to_string(),
            Leaf::Number(number) => number.to_string(),
            Leaf::Letter(letter) => letter.to_string(),
            Leaf::Key(key) => key.to_string(),
            Leaf::Name(name) => name.to_owned(),
        }
    }

    fn condition(self, who: &Condition) -> String {
        fields::condition(who, self.guide, self.lang)
    }

    fn reference(self, to: Reference<'_>) -> String {
        match to {
            Reference::Source(id) => {
                self.guide.source(id).map_or_else(|| id.to_string(), |source| source.title.clone())
            }
            Reference::Party(id) => self.party(id),
            Reference::Aspect(id) => self
                .guide
                .aspect(id)
                .map_or_else(|| id.to_string(), |(_, aspect)| aspect.label.text(self.lang).to_owned()),
            Reference::Value(facet, value)
            | Reference::Member(facet, value)
            | Reference::Group(facet, value)
            | Reference::Answer(facet, value) => {
                let facet = self.guide.facet(facet);
                facet.map_or_else(|| value.to_string(), |facet| facet.value_label(value, self.lang).to_owned())
            }
            Reference::Responsibility(id) => {
                let found = self.guide.responsibilities.get(id);
                found.map_or_else(|| id.to_string(), |record| record.task.clone())
            }
            Reference::Facet(id) => id.to_string(),
            Reference::FacetSection(id) => id.to_string(),
            Reference::Phase(id) => id.to_string(),
            Reference::Step(case, id) => {
                let step = self.guide.scenarios.get(case).and_then(|case| case.step(id));
                step.map_or_else(|| id.to_string(), |step| step.title.text(self.lang).to_owned())
            }
            Reference::Record(key) => key.to_string(),
            Reference::Phone(_, text) | Reference::Region(text) | Reference::Gemeente(text) => text.to_owned(),
        }
    }
}

/// The first words that a piece says.
fn first_words(entry: &Entry) -> String {
    let leaves = edit::leaves(entry, &FieldPath::default());
    let words = leaves.iter().find_map(|(_, leaf)| match leaf {
        Leaf::Text(text) if !text.words.is_empty() => Some(text.words.to_owned()),
        _ => None,
    });
    words.unwrap_or_default()
}

/// What a party is called by its last name, whatever the day: a guide is changed for every day at once.
pub(super) fn party_name(party: &Party, lang: Lang) -> String {
    let name = party.names.last().map(|name| name.short.as_ref().unwrap_or(&name.name).text(lang));
    name.filter(|name| !name.is_empty()).map_or_else(|| party.id.to_string(), str::to_owned)
}
