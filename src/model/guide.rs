//! The whole document.

use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::{
    Agreement, Aspect, AspectId, Conflict, Contact, Exception, Facet, FacetId, FacetSection, FirstAdvice, Gap,
    GlossaryTerm, Implication, Impossible, Ix, Label, Owner, PartialDate, Party, PartyId, Phase, Record, Referral,
    Release, Renamed, Responsibility, Scenario, Source, SourceId, Suspicious, Table, Unresolved,
};

/// The version of the document's form that this program writes.
pub const SCHEMA: u32 = 1;

/// One edition of the guide: everything that is known, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The version of the form; a newer one opens read-only.
    pub schema: u32,
    /// Name of the guide.
    pub title: String,
    /// Name of this edition, such as `2026-11`.
    pub edition: String,
    /// Whether it is for training: an invented country, that must never be taken for a real guide. Everything that is
    /// shown or made of it says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub training: bool,
    /// That this edition was given out; none of one that is being made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Release>,
    /// Who keeps it, and how to send a correction.
    pub owner: Owner,
    /// What it does not cover, said openly.
    #[serde(default)]
    pub limits: Vec<Label>,
    /// Records that had another id in an earlier edition, by that id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<Renamed>,
    /// What is said before any answer.
    #[serde(default)]
    pub first: Table<FirstAdvice>,
    /// Documents that facts rest on.
    #[serde(default)]
    pub sources: Table<Source>,
    /// Blocks in which facets are shown.
    #[serde(default)]
    pub facet_sections: Table<FacetSection>,
    /// Questions about the person or the situation, in the order that breaks ties.
    #[serde(default)]
    pub facets: Table<Facet>,
    /// Combinations that nobody meets.
    #[serde(default)]
    pub impossible: Table<Impossible>,
    /// What follows from what.
    #[serde(default)]
    pub implications: Table<Implication>,
    /// Combinations that are probably a mistake.
    #[serde(default)]
    pub suspicious: Table<Suspicious>,
    /// The four phases with their aspects.
    #[serde(default)]
    pub phases: Table<Phase>,
    /// Organisations, and classes of them.
    #[serde(default)]
    pub parties: Table<Party>,
    /// Who does what for whom.
    #[serde(default)]
    pub responsibilities: Table<Responsibility>,
    /// Hand-overs.
    #[serde(default)]
    pub referrals: Table<Referral>,
    /// Documented gaps.
    #[serde(default)]
    pub gaps: Table<Gap>,
    /// Sources that contradict each other.
    #[serde(default)]
    pub conflicts: Table<Conflict>,
    /// What parties agreed on.
    #[serde(default)]
    pub agreements: Table<Agreement>,
    /// Training and regression cases.
    #[serde(default)]
    pub scenarios: Table<Scenario>,
    /// Words of the field.
    #[serde(default)]
    pub glossary: Table<GlossaryTerm>,
    /// Rules that need not hold for a record, and why.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub exceptions: Table<Exception>,
    /// Versions that met in a merge and of which nobody has chosen yet; a guide with any is not used.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub unresolved: Table<Unresolved>,
}

fn is_empty<T: Record>(table: &Table<T>) -> bool {
    table.is_empty()
}

impl Guide {
    /// When its source gave a way to reach a party; `None` when that bears no date.
    pub fn date_of(&self, contact: &Contact) -> Option<PartialDate> {
        contact.date.or_else(|| self.source(&contact.source)?.date)
    }

    /// Whether the source that gives a way to reach a party was replaced later.
    pub fn is_outdated(&self, contact: &Contact) -> bool {
        self.source(&contact.source).is_some_and(|source| source.outdated)
    }

    /// The facet with this id.
    pub fn facet(&self, id: &FacetId) -> Option<&Facet> {
        self.facets.get(id)
    }

    /// The party with this id.
    pub fn party(&self, id: &PartyId) -> Option<&Party> {
        self.parties.get(id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The aspect with this id, and its phase.
    pub fn aspect(&self, id: &AspectId) -> Option<(&Phase, &Aspect)> {
        self.phases.iter().find_map(|phase| Some((phase, phase.aspects.get(id)?)))
    }

    /// The position of the aspect with this id.
    pub fn aspect_ix(&self, id: &AspectId) -> Option<AspectIx> {
        self.phases
            .enumerate()
            .find_map(|(phase, described)| Some(AspectIx { phase, aspect: described.aspects.ix(id)? }))
    }
}

/// The position of an aspect: of its phase, and of itself in that phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AspectIx {
    /// Position of its phase in the guide.
    pub phase: Ix<Phase>,
    /// Position within that phase.
    pub aspect: Ix<Aspect>,
}

impl Index<AspectIx> for Guide {
    type Output = Aspect;
    fn index(&self, ix: AspectIx) -> &Aspect {
        &self.phases[ix.phase].aspects[ix.aspect]
    }
}
