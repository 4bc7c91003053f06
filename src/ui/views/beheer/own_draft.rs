//! What is typed and chosen of a supplement, and what it comes to.

use crate::{
    app::{Choosable, read_date},
    edit::{Local, NewContact, OFFICER, OwnSource},
    model::{ContactKind, Lang, PartyId, RecordKind},
    text::own as text,
    ui::system_dialog::SystemDialog,
};

/// What is typed and chosen here.
#[derive(Debug, Default)]
pub(super) struct OwnDraft {
    /// The file to open, or to make.
    pub(super) path: String,
    pub(super) system: SystemDialog,
    pub(super) organisation: String,
    pub(super) function: String,
    pub(super) what: What,
    pub(super) party: Option<Choosable>,
    pub(super) task: Option<Choosable>,
    /// A number, an address, a sentence or a name.
    pub(super) value: String,
    pub(super) hours: String,
    pub(super) region: Option<Choosable>,
    pub(super) source: String,
    pub(super) at: String,
    pub(super) date: String,
}

/// What is added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter)]
pub(super) enum What {
    #[default]
    Officer,
    Route,
    Central,
    Number,
    TaskNote,
    PartyNote,
}

impl What {
    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Officer => text::officer(lang),
            Self::Route => text::route(lang),
            Self::Central => text::central(lang),
            Self::Number => text::number(lang),
            Self::TaskNote => text::task_note(lang),
            Self::PartyNote => text::party_note(lang),
        }
    }

    /// What is asked of it.
    pub(super) fn asks(self, lang: Lang) -> &'static str {
        match self {
            Self::Officer | Self::Number => text::value(lang),
            Self::Route => text::what_to_do(lang),
            Self::TaskNote | Self::PartyNote => text::note_asked(lang),
            Self::Central => text::central_name(lang),
        }
    }
}

impl OwnDraft {
    /// Whether something that every fact needs is not said yet.
    pub(super) fn is_open(&self) -> bool {
        [&self.value, &self.source, &self.at, &self.date].iter().any(|typed| typed.trim().is_empty())
    }

    /// What is added, once all of it is said; it is of that organisation.
    pub(super) fn wanted(&self, organisation: &str) -> Option<(Local, OwnSource)> {
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let value = typed(&self.value)?;
        let source = OwnSource {
            title: typed(&self.source)?,
            publisher: organisation.to_owned(),
            date: read_date(&self.date)?,
            at: typed(&self.at)?,
        };
        let area = || self.region.as_ref().map(|region| region.id.clone());
        let contact = |party: &str| {
            let contact = NewContact {
                kind: kind_of(&value),
                value: value.clone(),
                hours: typed(&self.hours),
                for_whom: Some(organisation.to_owned()),
            };
            Some(Local::Contact { party: PartyId::new(party).ok()?, contact })
        };
        let local = match self.what {
            What::Officer => contact(OFFICER)?,
            What::Number => contact(&self.party.as_ref()?.id)?,
            What::TaskNote | What::PartyNote => {
                let record = match self.what {
                    What::TaskNote => RecordKind::Responsibility.key(&self.task.as_ref()?.id)?,
                    _ => RecordKind::Party.key(&self.party.as_ref()?.id)?,
                };
                Local::Note { record, text: text::note_from(&value, &source.title, &source.at, source.date) }
            }
            What::Route => Local::Route { text: value, area: area()? },
            What::Central => {
                let area = area()?;
                Local::Central { summary: text::central_summary(&area), name: value, area }
            }
        };
        Some((local, source))
    }
}

/// What kind of way to reach somebody this is.
fn kind_of(value: &str) -> ContactKind {
    if value.contains('@') {
        ContactKind::Email
    } else if value.starts_with("http") || value.starts_with("www.") {
        ContactKind::Website
    } else {
        ContactKind::Telefoon
    }
}
