//! The whole document.

use serde::{Deserialize, Serialize};

use super::{
    Agreement, Aspect, AspectId, Citation, Condition, Conflict, Facet, FacetId, FacetSection, Gap, GlossaryTerm,
    Implication, Impossible, Label, Party, PartyId, Phase, RecordId, Referral, Responsibility, Scenario, Source,
    SourceId, Suspicious,
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
    /// Who keeps it, and how to send a correction.
    pub owner: Owner,
    /// What it does not cover, said openly.
    #[serde(default)]
    pub limits: Vec<Label>,
    /// What is said before any answer.
    #[serde(default)]
    pub first: Vec<FirstAdvice>,
    /// Documents that facts rest on.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Blocks of facets on screen.
    #[serde(default)]
    pub facet_sections: Vec<FacetSection>,
    /// Questions about the person or the situation, in the order that breaks ties.
    #[serde(default)]
    pub facets: Vec<Facet>,
    /// Combinations that nobody meets.
    #[serde(default)]
    pub impossible: Vec<Impossible>,
    /// What follows from what.
    #[serde(default)]
    pub implications: Vec<Implication>,
    /// Combinations that are probably a mistake.
    #[serde(default)]
    pub suspicious: Vec<Suspicious>,
    /// The four phases with their aspects.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// Organisations and classes.
    #[serde(default)]
    pub parties: Vec<Party>,
    /// Who does what for whom.
    #[serde(default)]
    pub responsibilities: Vec<Responsibility>,
    /// Hand-overs.
    #[serde(default)]
    pub referrals: Vec<Referral>,
    /// Documented gaps.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// Sources that contradict each other.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// What parties agreed on.
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// Training and regression cases.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// Words of the field.
    #[serde(default)]
    pub glossary: Vec<GlossaryTerm>,
}

/// Who keeps the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Name.
    pub name: String,
    /// Where corrections go; none when the edition names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// Something that is said before any answer, such as what to do in acute danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstAdvice {
    /// Its id.
    pub id: RecordId,
    /// For whom; said unless it certainly does not hold.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// What to do.
    pub text: Label,
    /// Says who.
    pub cites: Vec<Citation>,
}

impl Guide {
    /// The facet with this id.
    pub fn facet(&self, id: &FacetId) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.id == *id)
    }

    /// The party with this id.
    pub fn party(&self, id: &PartyId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == *id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The aspect with this id, and its phase.
    pub fn aspect(&self, id: &AspectId) -> Option<(&Phase, &Aspect)> {
        self.phases
            .iter()
            .find_map(|phase| phase.aspects.iter().find(|aspect| aspect.id == *id).map(|aspect| (phase, aspect)))
    }
}
