//! An answer, a gap and what excludes an answer. Names and order are fixed.

use serde::Serialize;

use crate::{
    lookup::{Exclusion, Reason, WhyNot},
    model::{Citation, Contact, Date, Facet, Guide, Ix, Lang, PartialDate, Receives, Term, TermUnit, Validity},
    present::{AnswerFacts, Asked, GapFacts, Why},
};

/// A source, as cited.
#[derive(Debug, Serialize)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub locator: String,
    pub date: Option<PartialDate>,
    /// The latest that it can be of, where it bears no date.
    pub no_later_than: Option<PartialDate>,
    /// What it says of what rests on it.
    pub stance: &'static str,
}

/// A facet and values of it.
#[derive(Debug, Serialize)]
pub struct FacetValues {
    pub facet: String,
    pub values: Vec<String>,
}

/// What is known, and whether it was said or follows.
#[derive(Debug, Serialize)]
pub struct KnownFacet {
    pub facet: String,
    pub values: Vec<String>,
    pub from: &'static str,
}

/// Words with their sources.
#[derive(Debug, Serialize)]
pub struct SourcedText {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<Vec<String>>,
    pub text: String,
    pub sources: Vec<Source>,
}

/// A time limit.
#[derive(Debug, Serialize)]
pub struct TermJson {
    pub text: String,
    pub count: u16,
    pub unit: TermUnit,
    pub bound: &'static str,
    pub starts: Option<String>,
}

/// A way to reach a party.
#[derive(Debug, Serialize)]
pub struct ContactJson {
    pub kind: &'static str,
    pub value: String,
    pub hours: Option<String>,
    pub for_whom: Option<String>,
    pub source: String,
    pub date: Option<PartialDate>,
    /// Whether its source was replaced later.
    pub outdated: bool,
    /// It is a supplement of one place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

/// When something holds.
#[derive(Debug, Serialize)]
pub struct ValidJson {
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One answer.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Answer {
    pub id: String,
    pub party: String,
    pub party_name: String,
    pub aspect: String,
    pub role: &'static str,
    pub primary: bool,
    pub receives: Option<&'static str>,
    #[serde(rename = "match")]
    pub verdict: &'static str,
    pub because: Vec<FacetValues>,
    pub depends_on: Vec<String>,
    pub provided: Vec<String>,
    pub task: String,
    pub legal_basis: Vec<String>,
    pub terms: Vec<TermJson>,
    pub contacts: Vec<ContactJson>,
    /// What is different at the party for now.
    pub alerts: Vec<String>,
    pub sources: Vec<Source>,
    pub valid: ValidJson,
    pub last_source: Option<PartialDate>,
    /// The latest that its sources can be of, where none of them bears a date.
    pub source_at_latest: Option<PartialDate>,
    pub verified: Option<Date>,
    pub conflicts: Vec<String>,
    pub notes: Vec<String>,
    /// No source of the day of asking or before says it.
    pub start_unknown: bool,
    /// Its sources only announce it.
    pub only_announced: bool,
    /// It is a supplement of one place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// Those of the notes that are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_notes: Vec<String>,
}

/// One gap.
#[derive(Debug, Serialize)]
pub struct GapJson {
    pub id: String,
    pub aspect: String,
    pub kind: &'static str,
    #[serde(rename = "match")]
    pub verdict: &'static str,
    pub because: Vec<FacetValues>,
    pub depends_on: Vec<String>,
    pub text: String,
    pub ask: String,
    pub sources: Vec<Source>,
    /// No source of the day of asking or before says it.
    pub start_unknown: bool,
}

/// One question.
#[derive(Debug, Serialize)]
pub struct QuestionJson {
    pub facet: String,
    pub question: String,
    pub options: Vec<String>,
    pub decides_between: Vec<String>,
    /// What hangs on the answer, where the guide says so.
    pub decides: Option<String>,
    pub urgency: &'static str,
}

/// What excludes a responsibility.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ExclusionJson {
    Facet { facet: String, needs: Vec<String> },
    Date { date: Date, needs: ValidJson },
}

/// Why a responsibility is not in the answer.
#[derive(Debug, Serialize)]
pub struct ExcludedJson {
    pub responsibility: String,
    pub by: Vec<ExclusionJson>,
    pub near_miss: bool,
}

/// One answer in full, as it stands and is called on the day of the outcome.
pub fn answer(facts: &AnswerFacts<'_>, lang: Lang) -> Answer {
    let AnswerFacts {
        asked,
        ix: _,
        record,
        party,
        aspect: _,
        verdict,
        receives,
        // Each task has an answer of its own, with its own limits.
        terms: _,
        contacts,
        // One of the contacts.
        phone: _,
        alerts,
        conflicts,
        age,
        // Follows from the date.
        is_old: _,
        start_unknown,
        only_announced,
        verified,
        validity_note,
        notes,
        legal_basis,
        own,
    } = facts;
    let guide = asked.guide();
    let (because, depends_on) = why(guide, facts.why());
    Answer {
        id: record.id.to_string(),
        party: record.party.to_string(),
        party_name: party.full_name(asked.outcome.date, lang).to_owned(),
        aspect: record.aspect.to_string(),
        role: record.role.id(),
        primary: record.primary,
        receives: receives.map(Receives::id),
        verdict: verdict.id(),
        because,
        depends_on,
        provided: record.provided.clone(),
        task: record.task.clone(),
        legal_basis: legal_basis.iter().map(|&basis| basis.to_owned()).collect(),
        terms: record.terms.iter().map(term).collect(),
        contacts: contacts.iter().map(|contact| self::contact(*asked, contact)).collect(),
        alerts: alerts.iter().map(|alert| alert.text.clone()).collect(),
        sources: sources(guide, &record.cites),
        valid: ValidJson { note: validity_note.map(str::to_owned), ..valid(&record.valid) },
        last_source: age.last,
        source_at_latest: age.at_latest,
        verified: *verified,
        conflicts: conflicts.iter().map(|conflict| conflict.text.clone()).collect(),
        notes: notes.iter().map(|&note| note.to_owned()).collect(),
        start_unknown: *start_unknown,
        only_announced: *only_announced,
        own: facts.is_own(),
        own_notes: notes.iter().filter(|note| own.has_note(&record.id, note)).map(|&note| note.to_owned()).collect(),
    }
}

/// One gap in full.
pub fn gap(facts: &GapFacts<'_>) -> GapJson {
    let GapFacts { asked, ix: _, record, aspect: _, verdict, ask: _, start_unknown, validity_note: _ } = facts;
    let guide = asked.guide();
    let (because, depends_on) = why(guide, facts.why());
    GapJson {
        id: record.id.to_string(),
        aspect: record.aspect.to_string(),
        kind: record.kind.id(),
        verdict: verdict.id(),
        because,
        depends_on,
        text: record.text.clone(),
        ask: record.ask.to_string(),
        sources: sources(guide, &record.cites),
        start_unknown: *start_unknown,
    }
}

/// What a place is called among the facets.
pub const GEMEENTE: &str = "gemeente";

/// Why a responsibility is not in the answer; `None` when nothing that was asked excludes it.
pub fn excluded(facts: &AnswerFacts<'_>) -> Option<ExcludedJson> {
    let guide = facts.asked.guide();
    let Why::Not(Some(WhyNot { responsibility: _, by, near_miss })) = facts.why() else { return None };
    let by = by.into_iter().map(|exclusion| match exclusion {
        Exclusion::Facet(reason) => ExclusionJson::Facet { facet: facet_id(guide, reason.facet), needs: reason.values },
        // Asked beside the facets, by name of its region.
        Exclusion::Region(needs) => ExclusionJson::Facet { facet: GEMEENTE.to_owned(), needs },
        Exclusion::Date { date, needs } => ExclusionJson::Date { date, needs: valid(&needs) },
    });
    Some(ExcludedJson { responsibility: facts.record.id.to_string(), by: by.collect(), near_miss })
}

/// The facets that make it so, and those on which it still depends.
fn why(guide: &Guide, why: Why) -> (Vec<FacetValues>, Vec<String>) {
    let values = |reason: Reason| FacetValues { facet: facet_id(guide, reason.facet), values: reason.values };
    match why {
        Why::Because(reasons) => (reasons.into_iter().map(values).collect(), Vec::new()),
        Why::DependsOn(facets) => (Vec::new(), facet_ids(guide, facets)),
        Why::Not(_) => (Vec::new(), Vec::new()),
    }
}

/// The id of a facet.
pub fn facet_id(guide: &Guide, facet: Ix<Facet>) -> String {
    guide.facets[facet].id.to_string()
}

/// The ids of facets.
pub fn facet_ids(guide: &Guide, facets: Vec<Ix<Facet>>) -> Vec<String> {
    facets.into_iter().map(|facet| facet_id(guide, facet)).collect()
}

/// Sources, as cited.
pub fn sources<'a>(guide: &Guide, cites: impl IntoIterator<Item = &'a Citation>) -> Vec<Source> {
    cites.into_iter().map(|cite| source(guide, cite)).collect()
}

fn source(guide: &Guide, cite: &Citation) -> Source {
    let source = guide.source(&cite.source);
    Source {
        id: cite.source.to_string(),
        title: source.map(|source| source.title.clone()).unwrap_or_default(),
        locator: cite.at.clone(),
        date: source.and_then(|source| source.date),
        no_later_than: source.and_then(|source| source.no_later_than),
        stance: cite.stance.id(),
    }
}

/// A way to reach a party.
pub fn contact(asked: Asked<'_>, contact: &Contact) -> ContactJson {
    let guide = asked.guide();
    ContactJson {
        kind: contact.kind.id(),
        value: contact.value.clone(),
        hours: contact.hours.clone(),
        for_whom: contact.for_whom.clone(),
        source: contact.source.to_string(),
        date: guide.date_of(contact),
        outdated: guide.is_outdated(contact),
        own: asked.index.own().has_contact(contact),
    }
}

/// A time limit.
pub fn term(term: &Term) -> TermJson {
    TermJson {
        text: term.text.clone(),
        count: term.count,
        unit: term.unit,
        bound: term.bound.id(),
        starts: term.starts.clone(),
    }
}

fn valid(validity: &Validity) -> ValidJson {
    ValidJson { from: validity.from, until: validity.until, note: validity.note.clone() }
}
