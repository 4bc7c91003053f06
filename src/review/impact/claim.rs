//! What a guide answers, whatever the record in which it says so.

use std::collections::BTreeSet;

use crate::model::{
    Act, AspectId, Condition, FirstAdvice, Gap, GapKind, Guide, Label, PartyId, PartyScope, Receives, Record, RecordId,
    Referral, Responsibility, Role, Sharing, Table, Term, Validity,
};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Something is said before any answer.
    First(RecordId),
    /// A party has a task.
    Task {
        /// In which aspect.
        aspect: AspectId,
        /// Whose.
        party: PartyId,
        /// The part it plays.
        role: Role,
    },
    /// One party hands over to another.
    Handover {
        /// Who does.
        from: PartyId,
        /// To whom.
        to: PartyId,
        /// In which way.
        act: Act,
    },
    /// There is a gap.
    Gap {
        /// In which aspect.
        aspect: AspectId,
        /// Of which kind.
        kind: GapKind,
    },
}

impl Claim {
    /// The aspect in which a scenario can expect it; `None` when none can.
    pub(super) fn aspect(&self) -> Option<&AspectId> {
        match self {
            Self::Task { aspect, .. } | Self::Gap { aspect, .. } => Some(aspect),
            Self::First(_) | Self::Handover { .. } => None,
        }
    }
}

/// What is said with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// What the party does, what the step is, or what is missing.
    Text(String),
    /// What is done first.
    Advice(Label),
    /// That it is the party to turn to.
    Primary,
    /// A condition that no facet asks.
    Provided(String),
    /// A time limit.
    Term(Term),
    /// A law or regulation.
    LegalBasis(String),
    /// On which ground data may be shared.
    Sharing(Sharing),
    /// What one brings.
    Receives(Receives),
    /// The number to call for this.
    Phone(String),
    /// Whom to ask now.
    Ask(PartyId),
    /// What a reader should know.
    Note(String),
}

/// One record, as far as it answers.
pub(super) struct Statement<'a> {
    pub(super) who: &'a Condition,
    pub(super) valid: &'a Validity,
    pub(super) area: &'a [String],
    pub(super) said: Vec<Said>,
}

/// What a guide says of a claim, record by record.
pub(super) fn statements<'a>(guide: &'a Guide, claim: &Claim) -> Vec<Statement<'a>> {
    match claim {
        Claim::First(id) => guide.first.get(id).map(of_first).into_iter().collect(),
        Claim::Task { .. } => told(&guide.responsibilities, claim, of_task, |record| claim_of_task(guide, record)),
        Claim::Handover { .. } => told(&guide.referrals, claim, of_referral, |record| Some(claim_of_referral(record))),
        Claim::Gap { .. } => told(&guide.gaps, claim, of_gap, |record| Some(claim_of_gap(record))),
    }
}

fn told<'a, T: Record>(
    table: &'a Table<T>,
    claim: &Claim,
    statement: impl Fn(&'a T) -> Statement<'a>,
    claims: impl Fn(&T) -> Option<Claim>,
) -> Vec<Statement<'a>> {
    table.iter().filter(|record| claims(record).as_ref() == Some(claim)).map(statement).collect()
}

/// The claims of which a record changed, or of which the party answers now or no more; all of them when the words of
/// conditions do not mean what they meant.
pub(super) fn touched(before: &Guide, after: &Guide, same_words: bool) -> BTreeSet<Claim> {
    let mut claims = BTreeSet::new();
    let everything = !same_words;
    let other_scope = other_scopes(before, after);
    let is_same =
        !everything && other_scope.is_empty() && before.responsibilities.is_shared_with(&after.responsibilities);
    for (guide, other) in [(before, after), (after, before)] {
        let tasks = guide.responsibilities.iter().filter(|record| {
            everything || other.responsibilities.get(&record.id) != Some(record) || other_scope.contains(&record.party)
        });
        let tasks = tasks.take(if is_same { 0 } else { usize::MAX });
        claims.extend(tasks.filter_map(|record| claim_of_task(guide, record)));
        let referrals = changed(&guide.referrals, &other.referrals, everything);
        claims.extend(referrals.map(claim_of_referral));
        claims.extend(changed(&guide.gaps, &other.gaps, everything).map(claim_of_gap));
        claims.extend(changed(&guide.first, &other.first, everything).map(|advice| Claim::First(advice.id.clone())));
    }
    claims
}

/// The parties that answer in one version and not in the other, or otherwise.
fn other_scopes<'a>(before: &'a Guide, after: &'a Guide) -> BTreeSet<&'a PartyId> {
    if before.parties.is_shared_with(&after.parties) {
        return BTreeSet::new();
    }
    let sides = [(before, after), (after, before)].into_iter();
    let differ = sides.flat_map(|(guide, other)| {
        guide.parties.iter().filter(|party| other.parties.get(&party.id).map(|other| other.scope) != Some(party.scope))
    });
    differ.map(|party| &party.id).collect()
}

fn changed<'a, T: Record + PartialEq>(
    table: &'a Table<T>,
    other: &'a Table<T>,
    everything: bool,
) -> impl Iterator<Item = &'a T> {
    let is_same = !everything && table.is_shared_with(other);
    let records = table.iter().take(if is_same { 0 } else { usize::MAX });
    records.filter(move |record| everything || other.get(record.id()) != Some(record))
}

/// `None` for a party that never answers.
fn claim_of_task(guide: &Guide, record: &Responsibility) -> Option<Claim> {
    let answers = guide.party(&record.party).is_some_and(|party| party.scope == PartyScope::Uitvoerend);
    let claim = || Claim::Task { aspect: record.aspect.clone(), party: record.party.clone(), role: record.role };
    answers.then(claim)
}

fn claim_of_referral(record: &Referral) -> Claim {
    Claim::Handover { from: record.from.clone(), to: record.to.clone(), act: record.act }
}

fn claim_of_gap(gap: &Gap) -> Claim {
    Claim::Gap { aspect: gap.aspect.clone(), kind: gap.kind }
}

fn of_first(advice: &FirstAdvice) -> Statement<'_> {
    let said = std::iter::once(&advice.text).chain(&advice.certain).cloned().map(Said::Advice).collect();
    Statement { who: &advice.who, valid: &advice.valid, area: &[], said }
}

fn of_task(record: &Responsibility) -> Statement<'_> {
    let said = std::iter::once(Said::Text(record.task.clone()))
        .chain(record.primary.then_some(Said::Primary))
        .chain(record.provided.iter().cloned().map(Said::Provided))
        .chain(record.terms.iter().cloned().map(Said::Term))
        .chain(record.legal_basis.iter().cloned().map(Said::LegalBasis))
        .chain(record.receives.map(Said::Receives))
        .chain(record.phone.clone().map(Said::Phone))
        .chain(record.notes.iter().cloned().map(Said::Note));
    Statement { who: &record.who, valid: &record.valid, area: &record.area, said: said.collect() }
}

fn of_referral(record: &Referral) -> Statement<'_> {
    let said = std::iter::once(Said::Text(record.text.clone()))
        .chain(record.provided.iter().cloned().map(Said::Provided))
        .chain(record.terms.iter().cloned().map(Said::Term))
        .chain(std::iter::once(Said::Sharing(record.sharing.clone())));
    Statement { who: &record.who, valid: &record.valid, area: &record.area, said: said.collect() }
}

fn of_gap(gap: &Gap) -> Statement<'_> {
    let said = vec![Said::Text(gap.text.clone()), Said::Ask(gap.ask.clone())];
    Statement { who: &gap.who, valid: &gap.valid, area: &[], said }
}
