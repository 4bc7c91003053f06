//! Organisations and classes of organisations.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::{Citation, Date, Hours, Label, Lang, PartialDate, PartyId, SourceId, Validity};

/// An organisation, or a class of them such as gemeenten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Unique among the parties of the guide; never changes its meaning.
    pub id: PartyId,
    /// One organisation or a class of them.
    pub kind: PartyKind,
    /// Whether it can be the answer at all.
    #[serde(default, skip_serializing_if = "PartyScope::is_executing")]
    pub scope: PartyScope,
    /// Its names over time; the last that holds on the day of asking is shown.
    pub names: Vec<PartyName>,
    /// Other names, abbreviations and common misspellings, for search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The parties or classes of which it is a part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_of: Vec<PartyId>,
    /// What one brings there: a person, a signal or a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receives: Option<Receives>,
    /// What it is, in one or two plain sentences.
    pub summary: String,
    /// How to reach it, exactly as a source gives it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// What is different for now, such as a stop on admissions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alerts: Vec<Alert>,
    /// What a reader should know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The sources that name it.
    pub cites: Vec<Citation>,
}

impl Party {
    /// The name entry that holds on `date`; before the first known name, the first.
    pub fn name_on(&self, date: Date) -> Option<&PartyName> {
        self.names.iter().rev().find(|name| name.valid.holds_on(date)).or(self.names.first())
    }

    /// The name to show on `date`: the short one where there is one.
    pub fn short_name(&self, date: Date, lang: Lang) -> &str {
        self.name_on(date).map_or(self.id.as_str(), |name| name.short.as_ref().unwrap_or(&name.name).text(lang))
    }

    /// What is different on `date`.
    pub fn alerts_on(&self, date: Date) -> impl Iterator<Item = &Alert> {
        self.alerts.iter().filter(move |alert| alert.valid.holds_on(date))
    }

    /// The number that a source gives for everybody, if it is in use on `date`.
    pub fn phone_on(&self, date: Date) -> Option<&Contact> {
        self.numbers_on(date).find(|contact| contact.for_whom.is_none())
    }

    /// The numbers that are in use on `date`.
    pub fn numbers_on(&self, date: Date) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |c| c.kind == ContactKind::Telefoon && c.valid.holds_on(date))
    }

    /// The full name on `date`.
    pub fn full_name(&self, date: Date, lang: Lang) -> &str {
        self.name_on(date).map_or(self.id.as_str(), |name| name.name.text(lang))
    }
}

/// Something that is different for a while, shown with every answer of the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alert {
    /// What, and what to do instead, in one or two plain sentences.
    pub text: String,
    /// When; a start and an end, for an alert without an end is no alert.
    pub valid: Validity,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}

/// One organisation or a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// One organisation.
    Organisatie,
    /// A class of organisations or persons, such as gemeenten or ngo's.
    Groep,
}

/// Whether a party can be the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum PartyScope {
    /// It does work for or about one person.
    #[default]
    Uitvoerend,
    /// A role over the whole chain (ministries, Nationaal Rapporteur): never an answer.
    HeleKeten,
    /// Named by a source without a task: never an answer.
    AlleenGenoemd,
}

impl PartyScope {
    /// The usual case, which a file leaves out.
    pub fn is_executing(&self) -> bool {
        *self == Self::Uitvoerend
    }
}

/// A name of a party, and the time in which it bore it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyName {
    /// In full.
    pub name: Label,
    /// Abbreviation or short name, as the field uses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Label>,
    /// When it is in force; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// The sources of the change of name, where they say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
}

/// What one brings to a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Receives {
    /// A person.
    Slachtoffer,
    /// A signal, without the person.
    Signaal,
    /// A question of a professional.
    Vraag,
}

impl Receives {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A way to reach a party, exactly as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Telephone, mail, site or chat.
    pub kind: ContactKind,
    /// Number, address or site.
    pub value: String,
    /// When it is answered, as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// The same as data; empty when no source gives hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Hours>,
    /// For whom, where not for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<String>,
    /// The source that gives it.
    pub source: SourceId,
    /// Date at which the source gave it, where it bears one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// When it was in use; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
}

/// A channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum ContactKind {
    /// Telephone within the Netherlands.
    Telefoon,
    /// Telephone from abroad.
    TelefoonBuitenland,
    /// Electronic mail.
    Email,
    /// Web site.
    Website,
    /// Chat.
    Chat,
}

impl ContactKind {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
