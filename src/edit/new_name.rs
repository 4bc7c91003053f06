//! A party is called otherwise from a day on.

use super::{
    Edit, EditRefused, Left, LeftBecause, apply::entries, archive::validity, entries::get, mentions, mentions::Mentions,
};
use crate::model::{
    Citation, ContactKind, Date, Entry, EntryKey, Field, FieldPath, Guide, Label, PartialDate, Party, PartyId,
    PartyName, RecordKey, Validity, walk::Step,
};

/// How a party is called from some day on, and which source says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewName {
    /// In full.
    pub name: String,
    /// As the field calls it, where that is shorter.
    pub short: Option<String>,
    /// From when, as precisely as it is known.
    pub from: PartialDate,
    /// Where it says so.
    pub cites: Citation,
}

/// What it takes to call a party otherwise, and what that leaves to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewlyNamed {
    /// The edits.
    pub edits: Vec<Edit>,
    /// What still says the old name.
    pub left: Vec<Left>,
}

/// The edits by which a party bears another name from a day on. The name that it has then ends just before, known as
/// precisely as the new one, and keeps holding for what is earlier: nothing that was is renamed. Texts stay; those that
/// say the old name are told.
///
/// # Errors
/// [`EditRefused`] for a party that is not there, a source that is not, a name that is empty or holds then already, and
/// for a day before the start of a name that it has.
pub fn new_name(guide: &Guide, party: &PartyId, new: &NewName) -> Result<NewlyNamed, EditRefused> {
    let record = RecordKey::from(party);
    let key = EntryKey::from(record.clone());
    let now = guide.party(party).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
    let source = EntryKey::from(RecordKey::from(&new.cites.source));
    get(guide, &source).ok_or(EditRefused::NotThere(source))?;
    let (name, short) = (new.name.trim(), new.short.as_deref().map(str::trim).filter(|short| !short.is_empty()));
    let first = new.from.first_day();
    let same = |old: &PartyName| old.name.nl == name && old.short.as_ref().map(|short| short.nl.as_str()) == short;
    if name.is_empty() || now.name_on(first).is_some_and(same) {
        return Err(EditRefused::Same(key));
    }
    let not_then = || EditRefused::NotThen { record: key.clone(), day: first };
    if now.names.iter().any(|name| name.valid.from.is_some_and(|from| from.first_day() >= first)) {
        return Err(not_then());
    }
    let last = just_before(new.from).ok_or_else(not_then)?;
    let mut after = now.clone();
    let mut old_forms: Vec<&str> = Vec::new();
    for (name, before) in after.names.iter_mut().zip(&now.names) {
        if name.valid.holds_on(first) {
            name.valid.until = Some(last);
            old_forms.extend(mentions::forms(before));
        }
    }
    let label = |nl: &str| Label { nl: nl.to_owned(), en: None };
    after.names.push(PartyName {
        name: label(name),
        short: short.map(label),
        valid: Validity { from: Some(new.from), ..Validity::default() },
        cites: vec![new.cites.clone()],
    });
    let left = left(guide, now, &old_forms, first);
    Ok(NewlyNamed { edits: vec![Edit::Replace(Entry::Party(Box::new(after)))], left })
}

/// The last day, month or year before; as precise as what it is before.
fn just_before(date: PartialDate) -> Option<PartialDate> {
    let day = date.first_day().yesterday().ok()?;
    Some(match date {
        PartialDate::Year(_) => PartialDate::Year(day.year()),
        PartialDate::Month(..) => PartialDate::Month(day.year(), day.month()),
        PartialDate::Day(_) => PartialDate::Day(day),
    })
}

/// What still says the old name on that day or later.
fn left(guide: &Guide, party: &Party, old_forms: &[&str], day: Date) -> Vec<Left> {
    let sought = Mentions::of(old_forms.iter().copied());
    let own = RecordKey::from(&party.id);
    let mut left = Vec::new();
    for entry in entries(guide) {
        let key = entry.key();
        let Some(record) = key.record() else { continue };
        let is_over = validity(&entry).is_some_and(|valid| valid.until.is_some_and(|until| until.last_day() < day));
        // What a source is called, how a case went and what was decided before stay as they were.
        let stays = match &entry {
            Entry::Source(_) | Entry::Exception(_) | Entry::Unresolved(_) => true,
            Entry::Scenario(case) => case.date < day,
            _ => false,
        };
        if is_over || stays {
            continue;
        }
        let places = sought.places(&entry).into_iter();
        let places =
            places.filter(|path| *record != own || !matches!(path.root(), Some(Field::Names | Field::Aliases)));
        left.extend(places.map(|field| Left { record: record.clone(), field, because: LeftBecause::NamesIt }));
    }
    left.extend(addresses(party, old_forms, day));
    left
}

/// The addresses in which the old name stands, and that are still in use then.
fn addresses(party: &Party, old_forms: &[&str], day: Date) -> Vec<Left> {
    const SHORTEST: usize = 3;
    let plain = |text: &str| text.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    let names: Vec<String> = old_forms.iter().map(|name| plain(name)).filter(|name| name.len() >= SHORTEST).collect();
    let contacts = party.contacts.iter().enumerate().filter(|(_, contact)| {
        matches!(contact.kind, ContactKind::Website | ContactKind::Email | ContactKind::Chat)
            && contact.valid.until.is_none_or(|until| until.last_day() >= day)
            && names.iter().any(|name| plain(&contact.value).contains(name.as_str()))
    });
    let left = contacts.map(|(at, _)| Left {
        record: RecordKey::from(&party.id),
        field: FieldPath::new(&[Step::Field(Field::Contacts), Step::At(at), Step::Field(Field::Value)]),
        because: LeftBecause::NamesIt,
    });
    left.collect()
}
