//! The JSON of the contract: names and order are fixed.

use serde::Serialize;

use super::Context;
use crate::{
    lookup::{Exclusion, Match, Outcome, Profile, Reason, is_start_unknown, last_source},
    model::{
        Bound, Citation, Contact, ContactKind, Date, Facet, Gap, Ix, PartialDate, Receives, Responsibility, Term,
        TermUnit, Validity,
    },
};

/// A source, as cited.
#[derive(Debug, Serialize)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) locator: String,
    pub(crate) date: Option<PartialDate>,
}

/// A facet and values of it.
#[derive(Debug, Serialize)]
pub(crate) struct FacetValues {
    pub(crate) facet: String,
    pub(crate) values: Vec<String>,
}

/// What is known, and whether it was said or follows.
#[derive(Debug, Serialize)]
pub(crate) struct KnownFacet {
    pub(crate) facet: String,
    pub(crate) values: Vec<String>,
    pub(crate) from: &'static str,
}

/// Words with their sources.
#[derive(Debug, Serialize)]
pub(crate) struct SourcedText {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) facets: Option<Vec<String>>,
    pub(crate) text: String,
    pub(crate) sources: Vec<Source>,
}

/// A time limit.
#[derive(Debug, Serialize)]
pub(crate) struct TermJson {
    pub(crate) text: String,
    pub(crate) count: u16,
    pub(crate) unit: TermUnit,
    pub(crate) bound: &'static str,
    pub(crate) starts: Option<String>,
}

/// A way to reach a party.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct ContactJson {
    pub(crate) kind: &'static str,
    pub(crate) value: String,
    pub(crate) hours: Option<String>,
    pub(crate) for_whom: Option<String>,
    pub(crate) source: String,
    pub(crate) date: Option<PartialDate>,
}

/// When something holds.
#[derive(Debug, Serialize)]
pub(crate) struct ValidJson {
    pub(crate) from: Option<PartialDate>,
    pub(crate) until: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// One answer.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    pub(crate) id: String,
    pub(crate) party: String,
    pub(crate) party_name: String,
    pub(crate) aspect: String,
    pub(crate) role: &'static str,
    pub(crate) primary: bool,
    pub(crate) receives: Option<&'static str>,
    #[serde(rename = "match")]
    pub(crate) verdict: &'static str,
    pub(crate) because: Vec<FacetValues>,
    pub(crate) depends_on: Vec<String>,
    pub(crate) provided: Vec<String>,
    pub(crate) task: String,
    pub(crate) legal_basis: Vec<String>,
    pub(crate) terms: Vec<TermJson>,
    pub(crate) contacts: Vec<ContactJson>,
    /// What is different at the party for now.
    pub(crate) alerts: Vec<String>,
    pub(crate) sources: Vec<Source>,
    pub(crate) valid: ValidJson,
    pub(crate) last_source: Option<PartialDate>,
    pub(crate) verified: Option<Date>,
    pub(crate) conflicts: Vec<String>,
    pub(crate) notes: Vec<String>,
    /// No source of the day of asking or before says it.
    pub(crate) start_unknown: bool,
}

/// One gap.
#[derive(Debug, Serialize)]
pub(crate) struct GapJson {
    pub(crate) id: String,
    pub(crate) aspect: String,
    pub(crate) kind: &'static str,
    #[serde(rename = "match")]
    pub(crate) verdict: &'static str,
    pub(crate) because: Vec<FacetValues>,
    pub(crate) depends_on: Vec<String>,
    pub(crate) text: String,
    pub(crate) ask: String,
    pub(crate) sources: Vec<Source>,
    /// No source of the day of asking or before says it.
    pub(crate) start_unknown: bool,
}

/// One question.
#[derive(Debug, Serialize)]
pub(crate) struct QuestionJson {
    pub(crate) facet: String,
    pub(crate) question: String,
    pub(crate) options: Vec<String>,
    pub(crate) decides_between: Vec<String>,
}

/// What excludes a responsibility.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum ExclusionJson {
    Facet { facet: String, needs: Vec<String> },
    Date { date: Date, needs: ValidJson },
}

/// Why a responsibility is not in the answer.
#[derive(Debug, Serialize)]
pub(crate) struct ExcludedJson {
    pub(crate) responsibility: String,
    pub(crate) by: Vec<ExclusionJson>,
    pub(crate) near_miss: bool,
}

impl Context {
    pub(crate) fn sources(&self, cites: &[Citation]) -> Vec<Source> {
        cites.iter().map(|cite| self.source(cite)).collect()
    }

    pub(crate) fn source(&self, cite: &Citation) -> Source {
        let source = self.guide().source(&cite.source);
        Source {
            id: cite.source.to_string(),
            title: source.map(|source| source.title.clone()).unwrap_or_default(),
            locator: cite.at.clone(),
            date: source.and_then(|source| source.date),
        }
    }

    pub(crate) fn facet_id(&self, facet: Ix<Facet>) -> String {
        self.guide().facets[facet].id.to_string()
    }

    pub(crate) fn reasons(&self, reasons: Vec<Reason>) -> Vec<FacetValues> {
        let values = |reason: Reason| FacetValues { facet: self.facet_id(reason.facet), values: reason.values };
        reasons.into_iter().map(values).collect()
    }

    /// One answer in full, as it stands and is called on the day of the outcome.
    pub(crate) fn answer(
        &self,
        profile: &Profile,
        outcome: &Outcome,
        position: Ix<Responsibility>,
        verdict: Match,
    ) -> Answer {
        let guide = self.guide();
        let record = &guide.responsibilities[position];
        let party = guide.party(&record.party);
        let receives = record.receives.or_else(|| party.and_then(|party| party.receives));
        let because = match verdict {
            Match::Applies => self.reasons(self.index.because(profile, position)),
            Match::Depends | Match::Excluded => Vec::new(),
        };
        let depends_on = match verdict {
            Match::Depends => self.index.depends_on(outcome, position),
            Match::Applies | Match::Excluded => Vec::new(),
        };
        let contacts = party.map(|party| party.contacts.as_slice()).unwrap_or_default();
        let conflicts = guide.conflicts.iter().filter(|conflict| {
            conflict.responsibilities.contains(&record.id) || conflict.parties.contains(&record.party)
        });
        Answer {
            id: record.id.to_string(),
            party: record.party.to_string(),
            party_name: party.map(|party| party.full_name(outcome.date, self.lang).to_owned()).unwrap_or_default(),
            aspect: record.aspect.to_string(),
            role: record.role.id(),
            primary: record.primary,
            receives: receives.map(receives_id),
            verdict: verdict.id(),
            because,
            depends_on: depends_on.into_iter().map(|facet| self.facet_id(facet)).collect(),
            provided: record.provided.clone(),
            task: record.task.clone(),
            legal_basis: record.legal_basis.clone(),
            terms: record.terms.iter().map(term).collect(),
            alerts: party.iter().flat_map(|p| p.alerts_on(outcome.date)).map(|alert| alert.text.clone()).collect(),
            contacts: contacts.iter().filter(|c| c.valid.holds_on(outcome.date)).map(|c| self.contact(c)).collect(),
            sources: self.sources(&record.cites),
            valid: valid(&record.valid),
            last_source: last_source(guide, &record.cites, outcome.date),
            verified: record.verified,
            conflicts: conflicts.map(|conflict| conflict.text.clone()).collect(),
            notes: record.notes.clone(),
            start_unknown: is_start_unknown(guide, &record.valid, &record.cites, outcome.date),
        }
    }

    pub(crate) fn contact(&self, contact: &Contact) -> ContactJson {
        let source = self.guide().source(&contact.source);
        ContactJson {
            kind: contact_kind(contact.kind),
            value: contact.value.clone(),
            hours: contact.hours.clone(),
            for_whom: contact.for_whom.clone(),
            source: contact.source.to_string(),
            date: contact.date.or(source.and_then(|source| source.date)),
        }
    }

    pub(crate) fn gap(&self, profile: &Profile, outcome: &Outcome, position: Ix<Gap>, verdict: Match) -> GapJson {
        let gap = &self.guide().gaps[position];
        let (because, depends_on) = match verdict {
            Match::Applies => (self.reasons(self.index.because_gap(profile, position)), Vec::new()),
            Match::Depends | Match::Excluded => (Vec::new(), self.index.gap_depends_on(outcome, position)),
        };
        GapJson {
            id: gap.id.to_string(),
            aspect: gap.aspect.to_string(),
            kind: gap.kind.id(),
            verdict: verdict.id(),
            because,
            depends_on: depends_on.into_iter().map(|facet| self.facet_id(facet)).collect(),
            text: gap.text.clone(),
            ask: gap.ask.to_string(),
            sources: self.sources(&gap.cites),
            start_unknown: is_start_unknown(self.guide(), &gap.valid, &gap.cites, outcome.date),
        }
    }

    /// Why a responsibility is not in the answer; nothing when it is.
    pub(crate) fn excluded(
        &self,
        profile: &Profile,
        outcome: &Outcome,
        position: Ix<Responsibility>,
    ) -> Option<ExcludedJson> {
        let why_not = self.index.why_not(profile, outcome, position)?;
        let by = why_not.by.into_iter().map(|exclusion| match exclusion {
            Exclusion::Facet(reason) => {
                ExclusionJson::Facet { facet: self.facet_id(reason.facet), needs: reason.values }
            }
            // Asked beside the facets, by name of its region.
            Exclusion::Region(needs) => ExclusionJson::Facet { facet: "gemeente".to_owned(), needs },
            Exclusion::Date { date, needs } => ExclusionJson::Date { date, needs: valid(&needs) },
        });
        Some(ExcludedJson {
            responsibility: self.guide().responsibilities[position].id.to_string(),
            by: by.collect(),
            near_miss: why_not.near_miss,
        })
    }
}

pub(crate) fn term(term: &Term) -> TermJson {
    TermJson {
        text: term.text.clone(),
        count: term.count,
        unit: term.unit,
        bound: match term.bound {
            Bound::TenHoogste => "ten-hoogste",
            Bound::TenMinste => "ten-minste",
            Bound::InBeginsel => "in-beginsel",
            Bound::Binnen => "binnen",
        },
        starts: term.starts.clone(),
    }
}

fn valid(validity: &Validity) -> ValidJson {
    ValidJson { from: validity.from, until: validity.until, note: validity.note.clone() }
}

fn receives_id(receives: Receives) -> &'static str {
    match receives {
        Receives::Slachtoffer => "slachtoffer",
        Receives::Signaal => "signaal",
        Receives::Vraag => "vraag",
    }
}

fn contact_kind(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Telefoon => "telefoon",
        ContactKind::TelefoonBuitenland => "telefoon-buitenland",
        ContactKind::Email => "email",
        ContactKind::Website => "website",
        ContactKind::Chat => "chat",
    }
}
