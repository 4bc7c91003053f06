//! What ends on a day, and stays to be read.

use super::{Edit, EditRefused, Left, LeftBecause, entries::get};
use crate::model::{Date, Entry, EntryKey, Field, Guide, PartialDate, RecordKey, Validity};

/// What it takes to end a record, and what that leaves to decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archived {
    /// The edits.
    pub edits: Vec<Edit>,
    /// What somebody should look at.
    pub left: Vec<Left>,
}

/// The edits that end a record on a day, its last. A party ends with its tasks, its hand-overs and the ways to reach it;
/// its names stay, for what is before.
///
/// # Errors
/// [`EditRefused`] for a record that is not there, does not hold on that day, or has no time in which it holds.
pub fn archive(guide: &Guide, record: &RecordKey, last: Date) -> Result<Archived, EditRefused> {
    let key = EntryKey::Record(record.clone());
    let now = get(guide, &key).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
    let RecordKey::Party(party) = record else {
        let ended = ended(&now, last).ok_or_else(|| match validity(&now) {
            None => EditRefused::NoValidity(key.clone()),
            Some(_) => EditRefused::NotThen { record: key.clone(), day: last },
        })?;
        return Ok(Archived { edits: vec![Edit::Replace(ended)], left: Vec::new() });
    };
    let mut archived = Archived::default();
    if let Entry::Party(mut own) = now {
        let before = own.contacts.clone();
        for contact in &mut own.contacts {
            end(&mut contact.valid, last);
        }
        archived.edits.extend((own.contacts != before).then_some(Edit::Replace(Entry::Party(own))));
    }
    let tasks = guide.responsibilities.iter().filter(|task| task.party == *party);
    let tasks = tasks.map(|task| Entry::Responsibility(Box::new(task.clone())));
    let hand_overs = guide.referrals.iter().filter(|referral| referral.from == *party || referral.to == *party);
    let hand_overs = hand_overs.map(|referral| Entry::Referral(Box::new(referral.clone())));
    for entry in tasks.chain(hand_overs) {
        match ended(&entry, last) {
            Some(ended) => archived.edits.push(Edit::Replace(ended)),
            // What ended before is over; what begins later is in the way.
            None if validity(&entry).is_some_and(|valid| begins_after(valid, last)) => {
                archived.left.extend(Left::of(&entry.key(), Field::Valid.into(), LeftBecause::BeginsLater));
            }
            None => {}
        }
    }
    let asked =
        guide.gaps.iter().filter(|gap| gap.ask == *party && gap.valid.until.is_none_or(|end| end.last_day() > last));
    archived.left.extend(asked.map(|gap| Left {
        record: RecordKey::Gap(gap.id.clone()),
        field: Field::Ask.into(),
        because: LeftBecause::NamesIt,
    }));
    if archived.edits.is_empty() {
        return Err(EditRefused::NotThen { record: key, day: last });
    }
    Ok(archived)
}

/// The time in which a piece holds, of the kinds that have one as a whole.
pub(super) fn validity(entry: &Entry) -> Option<&Validity> {
    match entry {
        Entry::Responsibility(record) => Some(&record.valid),
        Entry::Referral(record) => Some(&record.valid),
        Entry::Gap(record) => Some(&record.valid),
        Entry::FirstAdvice(record) => Some(&record.valid),
        _ => None,
    }
}

pub(super) fn begins_after(valid: &Validity, day: Date) -> bool {
    valid.from.is_some_and(|from| from.first_day() > day)
}

/// The piece with this as its last day; `None` when it does not hold then, ends on it already or has no time.
pub(super) fn ended(entry: &Entry, last: Date) -> Option<Entry> {
    let mut entry = entry.clone();
    let valid = match &mut entry {
        Entry::Responsibility(record) => &mut record.valid,
        Entry::Referral(record) => &mut record.valid,
        Entry::Gap(record) => &mut record.valid,
        Entry::FirstAdvice(record) => &mut record.valid,
        _ => return None,
    };
    end(valid, last).then_some(entry)
}

/// Ends a stretch of time; `false` when it is over by then or has not begun.
fn end(valid: &mut Validity, last: Date) -> bool {
    let is_over = valid.until.is_some_and(|until| until.last_day() <= last);
    if is_over || begins_after(valid, last) {
        return false;
    }
    valid.until = Some(PartialDate::Day(last));
    true
}
