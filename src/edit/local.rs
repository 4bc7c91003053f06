//! What one place knows of itself, as edits of a guide: its own numbers, route and centrumgemeente.

use super::{Edit, EditRefused, entries::get, propose_id::free};
use crate::model::{
    AspectId, Certainty, Citation, Condition, Contact, ContactKind, Entry, EntryKey, Guide, Label, PartialDate, Party,
    PartyId, PartyKind, PartyName, PartyScope, RecordKey, RecordKind, Responsibility, ResponsibilityId, Role, Source,
    SourceId, Stance, Validity,
};

/// The party that a gemeente appoints as its point of contact.
pub const OFFICER: &str = "aandachtsfunctionaris";
/// The class of gemeenten that place people for others.
pub const CENTRAL: &str = "centrumgemeente";
/// In which aspect one reports.
const REPORTING: &str = "melden";

/// Something that one place knows of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Local {
    /// How to reach a party there.
    Contact {
        /// The party.
        party: PartyId,
        /// The number or address.
        contact: NewContact,
    },
    /// Where one reports there, in a sentence.
    Route {
        /// What to do.
        text: String,
        /// The veiligheidsregio where it holds.
        area: String,
    },
    /// What a reader there should know of a party or a task, with where it is from in its words.
    Note {
        /// The party or task.
        record: RecordKey,
        /// The note.
        text: String,
    },
    /// Which gemeente is the centrumgemeente there.
    Central {
        /// What it is called.
        name: String,
        /// What it is, in a plain sentence.
        summary: String,
        /// The veiligheidsregio where it holds.
        area: String,
    },
}

/// A way to reach a party, before its source is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// Telephone, mail, site or chat.
    pub kind: ContactKind,
    /// Number, address or site.
    pub value: String,
    /// When it is answered.
    pub hours: Option<String>,
    /// For whom.
    pub for_whom: Option<String>,
}

/// Where one place has it from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSource {
    /// What it is called, such as a decision or a page.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date.
    pub date: PartialDate,
    /// The place in it.
    pub at: String,
}

/// The edits that add this to a guide, with its source.
///
/// # Errors
/// [`EditRefused`] when the guide has no such party, or nothing can be called so.
pub fn add_local(guide: &Guide, what: &Local, source: &OwnSource) -> Result<Vec<Edit>, EditRefused> {
    if let Local::Note { record, text } = what {
        return Ok(vec![noted(guide, record, text)?]);
    }
    let (cited, mut edits) = cited(guide, source)?;
    match what {
        Local::Contact { party, contact } => {
            let mut party = party_of(guide, party)?.clone();
            let NewContact { kind, value, hours, for_whom } = contact.clone();
            let contact = Contact {
                kind,
                value,
                hours,
                open: Vec::new(),
                for_whom,
                source: cited.source,
                date: Some(source.date),
                valid: Validity::default(),
            };
            if party.contacts.contains(&contact) {
                return Err(EditRefused::Same(EntryKey::Record(RecordKey::from(&party.id))));
            }
            party.contacts.push(contact);
            edits.push(Edit::Replace(Entry::Party(Box::new(party))));
        }
        // Its words say where it is from: it has no place for a source.
        Local::Note { .. } => {}
        Local::Route { text, area } => edits.push(route(guide, text, area, cited)?),
        Local::Central { name, summary, area } => edits.extend(central(guide, name, summary, area, &cited)?),
    }
    Ok(edits)
}

/// The edit that adds a note. A party has one: what the guide says there stays as it is.
fn noted(guide: &Guide, record: &RecordKey, text: &str) -> Result<Edit, EditRefused> {
    let key = || EntryKey::Record(record.clone());
    match get(guide, &key()) {
        Some(Entry::Party(party)) if party.note.is_some() => Err(EditRefused::HasNote(key())),
        Some(Entry::Party(mut party)) => {
            party.note = Some(text.to_owned());
            Ok(Edit::Replace(Entry::Party(party)))
        }
        Some(Entry::Responsibility(task)) if task.notes.iter().any(|note| note == text) => {
            Err(EditRefused::Same(key()))
        }
        Some(Entry::Responsibility(mut task)) => {
            task.notes.push(text.to_owned());
            Ok(Edit::Replace(Entry::Responsibility(task)))
        }
        Some(_) => Err(EditRefused::OtherKind(key())),
        None => Err(EditRefused::NotThere(key())),
    }
}

/// The citation of a source, and the edit that adds it where the guide has no such source yet.
fn cited(guide: &Guide, own: &OwnSource) -> Result<(Citation, Vec<Edit>), EditRefused> {
    let OwnSource { title, publisher, date, at } = own;
    let is_it = |source: &&Source| (&source.title, &source.publisher, source.date) == (title, publisher, Some(*date));
    let known = guide.sources.iter().find(is_it).map(|source| source.id.clone());
    let (id, edits) = if let Some(id) = known {
        (id, Vec::new())
    } else {
        let id = own_id(guide, RecordKind::Source, title)?;
        let id = SourceId::new(&id).map_err(|_| EditRefused::NoId(id))?;
        let source = Source {
            id: id.clone(),
            title: title.clone(),
            publisher: publisher.clone(),
            date: Some(*date),
            no_later_than: None,
            reference: None,
            url: None,
            certainty: Certainty::Midden,
            outdated: false,
            note: None,
        };
        (id, vec![Edit::Add(Entry::Source(source))])
    };
    Ok((Citation { source: id, at: at.clone(), stance: Stance::default(), quote: None, fact: None }, edits))
}

/// The route within one's own gemeente: a task of whom it appointed, for whom the guide says that it is there.
fn route(guide: &Guide, text: &str, area: &str, cite: Citation) -> Result<Edit, EditRefused> {
    let party = party_of(guide, &party_id(OFFICER)?)?;
    let aspect = AspectId::new(REPORTING).map_err(|_| EditRefused::NoId(REPORTING.to_owned()))?;
    let like = guide.responsibilities.iter().find(|task| task.party == party.id && task.aspect == aspect);
    let id = own_id(guide, RecordKind::Responsibility, "meldroute")?;
    let who = like.map_or(Condition::Always, |like| like.who.clone());
    let task = Responsibility { who, ..own_task(&id, (&party.id, &aspect, Role::Bemiddelt), text, area, cite)? };
    Ok(Edit::Add(Entry::Responsibility(Box::new(task))))
}

/// One's own centrumgemeente: a party of that class, with the tasks of the class for which one turns to it.
fn central(guide: &Guide, name: &str, summary: &str, area: &str, cite: &Citation) -> Result<Vec<Edit>, EditRefused> {
    let class = party_of(guide, &party_id(CENTRAL)?)?;
    let id = own_id(guide, RecordKind::Party, name)?;
    let party = Party {
        id: PartyId::new(&id).map_err(|_| EditRefused::NoId(id))?,
        kind: PartyKind::Organisatie,
        scope: PartyScope::default(),
        names: vec![PartyName {
            name: Label { nl: name.to_owned(), en: None },
            short: None,
            valid: Validity::default(),
            cites: Vec::new(),
        }],
        aliases: Vec::new(),
        part_of: vec![class.id.clone()],
        receives: class.receives,
        summary: summary.to_owned(),
        contacts: Vec::new(),
        alerts: Vec::new(),
        note: None,
        cites: vec![cite.clone()],
    };
    let tasks = guide.responsibilities.iter().filter(|task| task.party == class.id && task.primary);
    let tasks = tasks.map(|task| {
        let own = format!("eigen-{}", task.id);
        let id = free(guide, RecordKind::Responsibility, &own).ok_or_else(|| EditRefused::NoId(own.clone()))?;
        let new = Responsibility {
            timing: task.timing.clone(),
            who: task.who.clone(),
            provided: task.provided.clone(),
            ..own_task(&id, (&party.id, &task.aspect, task.role), &task.task, area, cite.clone())?
        };
        Ok(Edit::Add(Entry::Responsibility(Box::new(new))))
    });
    let tasks: Vec<Edit> = tasks.collect::<Result<_, EditRefused>>()?;
    Ok(std::iter::once(Edit::Add(Entry::Party(Box::new(party)))).chain(tasks).collect())
}

fn own_task(
    id: &str,
    (party, aspect, role): (&PartyId, &AspectId, Role),
    task: &str,
    area: &str,
    cite: Citation,
) -> Result<Responsibility, EditRefused> {
    Ok(Responsibility {
        id: ResponsibilityId::new(id).map_err(|_| EditRefused::NoId(id.to_owned()))?,
        party: party.clone(),
        aspect: aspect.clone(),
        role,
        primary: true,
        timing: None,
        who: Condition::Always,
        task: task.to_owned(),
        provided: Vec::new(),
        legal_basis: Vec::new(),
        terms: Vec::new(),
        receives: None,
        phone: None,
        area: vec![area.to_owned()],
        valid: Validity::default(),
        notes: Vec::new(),
        cites: vec![cite],
        verified: None,
        changed: None,
        imported: None,
    })
}

fn party_id(id: &str) -> Result<PartyId, EditRefused> {
    PartyId::new(id).map_err(|_| EditRefused::NoId(id.to_owned()))
}

fn party_of<'g>(guide: &'g Guide, id: &PartyId) -> Result<&'g Party, EditRefused> {
    guide.party(id).ok_or_else(|| EditRefused::NotThere(EntryKey::Record(RecordKey::from(id))))
}

/// An id that shows whose it is, so that a guide of the whole country does not get the same by chance.
fn own_id(guide: &Guide, kind: RecordKind, name: &str) -> Result<String, EditRefused> {
    let own = super::propose_id(guide, kind, name).map(|id| format!("eigen-{id}"));
    let own = own.ok_or_else(|| EditRefused::NoId(name.to_owned()))?;
    free(guide, kind, &own).ok_or(EditRefused::NoId(own))
}
