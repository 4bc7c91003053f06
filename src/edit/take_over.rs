//! A task goes from one party to another on a day.

use super::{
    Edit, EditRefused, Left, LeftBecause,
    archive::{begins_after, ended},
    entries::get,
    mentions::{Mentions, forms},
    propose_id::free,
};
use crate::model::{
    AspectId, Citation, Date, Entry, EntryKey, Field, FieldPath, Guide, PartialDate, Party, PartyId, RecordId,
    RecordKey, RecordKind, Referral, Responsibility, ResponsibilityId, Validity,
};

/// What it takes to hand a task over, and what that leaves to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// The edits.
    pub edits: Vec<Edit>,
    /// The task as the new party has it.
    pub task: ResponsibilityId,
    /// The hand-overs that lead to or from the new party.
    pub referrals: Vec<RecordId>,
    /// What somebody should look at.
    pub left: Vec<Left>,
}

/// The edits by which a task is another party's from a day on, as a source says: the old record ends the day before, and
/// a new one begins with that citation. Hand-overs go along when they can be about nothing else: those that enter or leave
/// the aspect of the task at the old party, when it has no other task there. The rest is told.
///
/// # Errors
/// [`EditRefused`] for a task or party that is not there, for the party that has it already, for one that never answers,
/// and for a day on which the task does not hold or on which it begins.
pub fn take_over(
    guide: &Guide,
    task: &ResponsibilityId,
    to: &PartyId,
    from: Date,
    citation: &Citation,
) -> Result<TakenOver, EditRefused> {
    let key = EntryKey::from(RecordKey::from(task));
    let old = guide.responsibilities.get(task).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
    let party_key = || EntryKey::from(RecordKey::from(to));
    let party = guide.party(to).ok_or_else(|| EditRefused::NotThere(party_key()))?;
    if old.party == *to {
        return Err(EditRefused::Same(party_key()));
    }
    if !party.scope.is_executing() {
        return Err(EditRefused::NeverAnswers(to.clone()));
    }
    let source = EntryKey::from(RecordKey::from(&citation.source));
    get(guide, &source).ok_or(EditRefused::NotThere(source))?;
    let not_then = || EditRefused::NotThen { record: key.clone(), day: from };
    let last = from.yesterday().map_err(|_| not_then())?;
    let ended_task = ended(&Entry::Responsibility(Box::new(old.clone())), last).ok_or_else(not_then)?;

    let old_party = guide.party(&old.party);
    let names = old_party
        .into_iter()
        .flat_map(|party| party.names.iter().flat_map(forms).chain(party.aliases.iter().map(String::as_str)));
    let over = Over { guide, old, to, from, last, citation, old_names: Mentions::of(names) };
    let (new, mut left) = over.task()?;
    let mut edits = vec![Edit::Replace(ended_task), Edit::Add(Entry::Responsibility(Box::new(new.clone())))];
    let mut referrals = Vec::new();
    for referral in &guide.referrals {
        match over.referral(referral, &referrals) {
            Moved::Untouched => {}
            Moved::Left => left.push(left_of(
                RecordKey::Referral(referral.id.clone()),
                over.end(referral),
                LeftBecause::MayConcern,
            )),
            Moved::Ended(ended) => edits.push(Edit::Replace(*ended)),
            Moved::Over(over_edits, id) => {
                let record = RecordKey::Referral(id.clone());
                left.push(left_of(record.clone(), Field::Sharing.into(), LeftBecause::SharingGround));
                if over.names_old(&referral.text) {
                    left.push(left_of(record, Field::Text.into(), LeftBecause::NamesIt));
                }
                edits.extend(over_edits);
                referrals.push(id);
            }
        }
    }
    left.extend(over.around());
    left.extend(out_of_reach(party, from).map(|because| left_of(to.into(), Field::Contacts.into(), because)));
    left.sort();
    left.dedup();
    Ok(TakenOver { edits, task: new.id, referrals, left })
}

/// Why a party that has a task from this day on cannot be called then; `None` when it can.
pub fn out_of_reach(party: &Party, day: Date) -> Option<LeftBecause> {
    if party.numbers_on(day).next().is_some() {
        return None;
    }
    let is_reached = party.contacts.iter().any(|contact| contact.valid.holds_on(day));
    Some(if is_reached { LeftBecause::NoNumber } else { LeftBecause::NoContact })
}

fn left_of(record: RecordKey, field: FieldPath, because: LeftBecause) -> Left {
    Left { record, field, because }
}

/// What becomes of a hand-over.
enum Moved {
    /// It is about something else, or over by then.
    Untouched,
    /// It may be about the task.
    Left,
    /// It leads to the party that has the task now, from itself.
    Ended(Box<Entry>),
    /// It is the new party's, under this id.
    Over(Vec<Edit>, RecordId),
}

struct Over<'a> {
    guide: &'a Guide,
    old: &'a Responsibility,
    to: &'a PartyId,
    from: Date,
    last: Date,
    citation: &'a Citation,
    old_names: Mentions,
}

impl Over<'_> {
    /// The task as the new party has it, and what of it is to be looked at.
    fn task(&self) -> Result<(Responsibility, Vec<Left>), EditRefused> {
        let id = self.id_of(self.old.id.as_str(), &self.old.aspect);
        let id = free(self.guide, RecordKind::Responsibility, &id).ok_or_else(|| EditRefused::NoId(id.clone()))?;
        let id = ResponsibilityId::new(&id).map_err(|_| EditRefused::NoId(id))?;
        let mut new = self.old.clone();
        new.id = id.clone();
        new.party = self.to.clone();
        new.cites = vec![self.citation.clone()];
        new.valid.from = Some(PartialDate::Day(self.from));
        (new.phone, new.verified, new.changed, new.imported) = (None, None, None, None);
        let record = RecordKey::from(&id);
        let mut left = Vec::new();
        let mut look = |is_so: bool, field: Field, because| {
            left.extend(is_so.then(|| left_of(record.clone(), field.into(), because)));
        };
        look(self.old.phone.is_some(), Field::Phone, LeftBecause::OwnNumber);
        look(self.names_old(&self.old.task), Field::Task, LeftBecause::NamesIt);
        look(!self.old.provided.is_empty(), Field::Provided, LeftBecause::OtherSource);
        look(!self.old.legal_basis.is_empty(), Field::LegalBasis, LeftBecause::OtherSource);
        look(!self.old.terms.is_empty(), Field::Terms, LeftBecause::OtherSource);
        look(!self.old.notes.is_empty(), Field::Notes, LeftBecause::OtherSource);
        Ok((new, left))
    }

    /// An id after that of what was the old party's: its own name in the place of the old one.
    fn id_of(&self, old: &str, aspect: &AspectId) -> String {
        let (from, to) = (self.old.party.as_str(), self.to.as_str());
        // Whole parts only: `om` is no part of `comensha`.
        let padded = format!("-{old}-");
        let replaced = padded.replacen(&format!("-{from}-"), &format!("-{to}-"), 1);
        if replaced == padded { format!("{to}-{aspect}") } else { replaced.trim_matches('-').to_owned() }
    }

    /// Whether the old party has another task in the aspect that still holds when this one is over.
    fn has_another(&self) -> bool {
        self.guide.responsibilities.iter().any(|task| {
            task.id != self.old.id
                && task.party == self.old.party
                && task.aspect == self.old.aspect
                && task.valid.until.is_none_or(|until| until.last_day() >= self.from)
        })
    }

    fn referral(&self, referral: &Referral, taken: &[RecordId]) -> Moved {
        let party = &self.old.party;
        if self.is_over(&referral.valid) || referral.from != *party && referral.to != *party {
            return Moved::Untouched;
        }
        let aspect = Some(&self.old.aspect);
        let at = |end: &PartyId, own: Option<&AspectId>| end == party && own == aspect;
        let (leaves, enters) =
            (at(&referral.from, referral.from_aspect.as_ref()), at(&referral.to, referral.to_aspect.as_ref()));
        if !leaves && !enters {
            // Without an aspect it may be about anything of the party.
            let is_open = referral.from == *party && referral.from_aspect.is_none()
                || referral.to == *party && referral.to_aspect.is_none();
            return if is_open { Moved::Left } else { Moved::Untouched };
        }
        if self.has_another() {
            return Moved::Left;
        }
        let mut new = referral.clone();
        if leaves {
            new.from = self.to.clone();
        }
        if enters {
            new.to = self.to.clone();
        }
        let entry = |referral: &Referral| Entry::Referral(Box::new(referral.clone()));
        if begins_after(&referral.valid, self.last) {
            // It had not begun: it is the new party's from the first.
            new.cites.push(self.citation.clone());
            return if new.from == new.to {
                Moved::Left
            } else {
                Moved::Over(vec![Edit::Replace(entry(&new))], referral.id.clone())
            };
        }
        let Some(ended) = ended(&entry(referral), self.last) else { return Moved::Untouched };
        if new.from == new.to {
            return Moved::Ended(Box::new(ended));
        }
        let id = self.id_of(referral.id.as_str(), &self.old.aspect);
        let names = std::iter::once(id.clone()).chain((2..).map(|number| format!("{id}-{number}")));
        let free = names.filter_map(|name| free(self.guide, RecordKind::Referral, &name));
        let free = free.filter_map(|name| RecordId::new(&name).ok()).find(|id| !taken.contains(id));
        let Some(id) = free else { return Moved::Left };
        new.id = id.clone();
        new.valid.from = Some(PartialDate::Day(self.from));
        new.cites = vec![self.citation.clone()];
        Moved::Over(vec![Edit::Replace(ended), Edit::Add(entry(&new))], id)
    }

    /// Which end of a hand-over is at the old party.
    fn end(&self, referral: &Referral) -> FieldPath {
        if referral.to == self.old.party { Field::To.into() } else { Field::From.into() }
    }

    /// Whether a text says a name of the old party.
    fn names_old(&self, text: &str) -> bool {
        self.old_names.are_in(text)
    }

    /// The texts of others in the aspect that say a name of the old party, which may be about this task.
    fn said_by_others(&self) -> Vec<Left> {
        let Self { guide, old, .. } = self;
        let tasks = guide
            .responsibilities
            .iter()
            .filter(|task| task.party != old.party && task.aspect == old.aspect && !self.is_over(&task.valid));
        let gaps = guide.gaps.iter().filter(|gap| gap.aspect == old.aspect && !self.is_over(&gap.valid));
        let agreements = guide.agreements.iter().filter(|agreement| agreement.between.contains(&old.id));
        let tasks = tasks.map(|task| Entry::Responsibility(Box::new(task.clone())));
        let gaps = gaps.map(|gap| Entry::Gap(Box::new(gap.clone())));
        let agreements = agreements.map(|agreement| Entry::Agreement(agreement.clone()));
        let places = tasks.chain(gaps).chain(agreements).flat_map(|entry| {
            let record = entry.key().record().cloned();
            self.old_names.places(&entry).into_iter().filter_map(move |field| Some((record.clone()?, field)))
        });
        places.map(|(record, field)| left_of(record, field, LeftBecause::MayConcern)).collect()
    }

    /// Whether something ends before the new party has the task.
    fn is_over(&self, valid: &Validity) -> bool {
        valid.until.is_some_and(|until| until.last_day() < self.from)
    }

    /// What else names the task or expects it.
    fn around(&self) -> Vec<Left> {
        let id = &self.old.id;
        let agreements = self.guide.agreements.iter().filter(|agreement| agreement.between.contains(id));
        let agreements = agreements.map(|agreement| {
            left_of(RecordKey::Agreement(agreement.id.clone()), Field::Between.into(), LeftBecause::NamesIt)
        });
        let conflicts = self.guide.conflicts.iter().filter(|conflict| conflict.responsibilities.contains(id));
        let conflicts = conflicts.map(|conflict| {
            left_of(RecordKey::Conflict(conflict.id.clone()), Field::Responsibilities.into(), LeftBecause::NamesIt)
        });
        let expects = |party: &Option<PartyId>, aspect: &AspectId| {
            party.as_ref() == Some(&self.old.party) && *aspect == self.old.aspect
        };
        let cases = self.guide.scenarios.iter().filter(|case| {
            let days = case.steps.iter().filter_map(|step| step.date).chain([case.date]);
            days.max() >= Some(self.from)
                && case.expectations().any(|(_, expected)| expects(&expected.party, &expected.aspect))
        });
        let cases = cases
            .map(|case| left_of(RecordKey::Scenario(case.id.clone()), Field::Expect.into(), LeftBecause::Expected));
        let gaps = self
            .guide
            .gaps
            .iter()
            .filter(|gap| gap.ask == self.old.party && gap.aspect == self.old.aspect && !self.is_over(&gap.valid));
        let gaps = gaps.map(|gap| left_of(RecordKey::Gap(gap.id.clone()), Field::Ask.into(), LeftBecause::MayConcern));
        agreements.chain(conflicts).chain(cases).chain(gaps).chain(self.said_by_others()).collect()
    }
}
