//! What a change of a guide does: whose answers appear and disappear, what else is said to whom, and which scenarios
//! turn.
//!
//! By what is answered and not by record ([`Claim`]), so that splitting a record in two changes nothing. Only what
//! changed is worked out.

mod claim;
mod held;
mod scenarios;

pub use claim::{Claim, Said};
pub use scenarios::ScenarioChange;

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    lookup::{Cover, Index, Versions},
    model::{Alert, Contact, Guide, PartyId, Regions, Validity},
};
use claim::touched;

/// What a change of a guide does.
#[derive(Clone, Debug)]
pub struct Impact {
    /// The guide with whose facets boxes are told: those of both versions.
    pub persons_of: Arc<Guide>,
    /// Answers that change, by what is answered, where and when.
    pub answers: Vec<AnswerChange>,
    /// Ways to reach a party, and what is different there for now, that change with all its answers.
    pub parties: Vec<PartyChange>,
    /// Scenarios of which an expectation turns.
    pub scenarios: Vec<ScenarioChange>,
    /// Whether the rules on who can be changed; answers are of who can be in both versions.
    pub other_rules: bool,
    /// Whether it is not all: it takes too much, or a facet is of another kind now.
    pub unknown: bool,
}

impl Impact {
    /// Whether it does nothing, as far as is known.
    pub fn is_nothing(&self) -> bool {
        let Self { persons_of: _, answers, parties, scenarios, other_rules, unknown } = self;
        answers.is_empty() && parties.is_empty() && scenarios.is_empty() && !other_rules && !unknown
    }
}

/// An answer that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// What is answered.
    pub claim: Claim,
    /// In which part of the country.
    pub place: ChangePlace,
    /// In which stretch of time; a side without a date is open.
    pub during: Validity,
    /// Who gets it and did not.
    pub appears: Cover,
    /// Who got it and does not.
    pub disappears: Cover,
    /// What is said with it, to who keeps it.
    pub said: Vec<SaidChange>,
}

/// Something that is said, or not said any more, to who keeps an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidChange {
    /// What.
    pub said: Said,
    /// Whether it is said now, and was not.
    pub appears: bool,
    /// To whom.
    pub to: Cover,
}

/// In which part of the country something changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangePlace {
    /// The whole country.
    Everywhere,
    /// In these veiligheidsregio's.
    In(Vec<String>),
    /// Everywhere but in these veiligheidsregio's.
    OutsideOf(Vec<String>),
}

/// What changes with all answers of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyChange {
    /// The party; it is in both versions.
    pub party: PartyId,
    /// Ways to reach it that there were not.
    pub contacts_appear: Vec<Contact>,
    /// Ways to reach it that are no more.
    pub contacts_disappear: Vec<Contact>,
    /// What is different there for now, and was not told.
    pub alerts_appear: Vec<Alert>,
    /// What was told to be different there.
    pub alerts_disappear: Vec<Alert>,
}

/// At most so many boxes are told of one set of persons.
pub const MOST_BOXES: usize = 6;

/// What the change from one version of a guide to another does.
pub fn impact(old: &Index, new: &Index, regions: &Regions) -> Impact {
    let (before, after) = (old.guide(), new.guide());
    let Some(mut versions) = Versions::of(old, new) else {
        return Impact {
            persons_of: Arc::clone(after),
            answers: Vec::new(),
            parties: party_changes(before, after),
            scenarios: scenarios::changes(old, new, regions, None),
            other_rules: false,
            unknown: true,
        };
    };
    let claims = touched(before, after, versions.same_words);
    let aspects: BTreeSet<_> = claims.iter().filter_map(Claim::aspect).cloned().collect();
    let everything = !(versions.same_words && versions.same_rules);
    let scenarios = scenarios::changes(old, new, regions, (!everything).then_some(&aspects));
    let mut unknown = false;
    let mut answers = Vec::new();
    for claim in claims {
        let Some(found) = held::changes(&mut versions, before, after, &claim) else {
            unknown = true;
            break;
        };
        answers.extend(found);
    }
    Impact {
        persons_of: Arc::clone(versions.sets.guide()),
        answers,
        parties: party_changes(before, after),
        scenarios,
        other_rules: !versions.same_rules,
        unknown,
    }
}

fn party_changes(before: &Guide, after: &Guide) -> Vec<PartyChange> {
    let in_both = after.parties.iter().filter_map(|new| Some((before.party(&new.id)?, new)));
    let changed = in_both.filter(|(old, new)| old != new).map(|(old, new)| PartyChange {
        party: new.id.clone(),
        contacts_appear: only_in(&new.contacts, &old.contacts, reaches_alike),
        contacts_disappear: only_in(&old.contacts, &new.contacts, reaches_alike),
        alerts_appear: only_in(&new.alerts, &old.alerts, tells_alike),
        alerts_disappear: only_in(&old.alerts, &new.alerts, tells_alike),
    });
    let says_something = |change: &PartyChange| {
        let PartyChange { party: _, contacts_appear, contacts_disappear, alerts_appear, alerts_disappear } = change;
        let contacts = contacts_appear.iter().chain(contacts_disappear).next().is_some();
        contacts || alerts_appear.iter().chain(alerts_disappear).next().is_some()
    };
    changed.filter(says_something).collect()
}

fn only_in<T: Clone>(own: &[T], others: &[T], is_alike: impl Fn(&T, &T) -> bool) -> Vec<T> {
    own.iter().filter(|one| !others.iter().any(|other| is_alike(one, other))).cloned().collect()
}

/// Whether a reader is told the same; the source and its date are no part of how to reach somebody.
fn reaches_alike(one: &Contact, other: &Contact) -> bool {
    let told = |contact: &Contact| Contact { source: one.source.clone(), date: one.date, ..contact.clone() };
    told(one) == told(other)
}

fn tells_alike(one: &Alert, other: &Alert) -> bool {
    one.text == other.text && one.valid == other.valid
}
