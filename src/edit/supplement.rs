//! What one place adds for itself: which changes may be in a supplement, and what of a guide with one over it is its own.

use super::{
    Applied, Bundle, Change, DoubleId,
    apply::{diff, put},
    entries::get,
    merge::{Base, Prefer, merge_entry},
    tree,
};
use crate::model::{Entry, EntryKey, Guide, NotOwn, Own, Party, RecordKey, Responsibility, SupplementError};

/// A guide with a supplement over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidOver {
    /// Both as one guide.
    pub guide: Guide,
    /// What of it is the supplement's.
    pub own: Own,
    /// Where the guide says otherwise by now, and stays as it is.
    pub clashes: Vec<EntryKey>,
}

/// Lays a supplement over a guide, which may be a newer edition than it was made on.
///
/// What the guide has stays as it is: a supplement adds to it. Where the two do not go together the guide wins, and the
/// clashes tell.
///
/// # Errors
/// [`SupplementError`] when it holds what a supplement may not, or two records of the guide have one id.
pub fn lay_over(guide: &Guide, supplement: &Bundle) -> Result<LaidOver, SupplementError> {
    if let Some((record, why, others)) = refused(supplement) {
        return Err(SupplementError::NotOwn { record, why, others });
    }
    let double = |DoubleId(key)| SupplementError::DoubleId(key);
    let Applied { guide: laid, clashes } = supplement.over(guide).map_err(double)?;
    let mut clashes: Vec<EntryKey> = clashes.into_iter().map(|clash| clash.about).collect();
    // A merge puts together what both say of one record; here the record of the guide is never made another.
    let changes = diff(guide, &laid).map_err(double)?;
    let (changes, others): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| judge(change).is_ok() && !is_back(change, supplement));
    clashes.extend(others.iter().map(Change::key));
    clashes.sort();
    clashes.dedup();
    let mut own = Own::default();
    for change in &changes {
        note(change, &mut own);
    }
    Ok(LaidOver { guide: put(guide, &changes), own, clashes })
}

/// Whether a change puts back what the guide has no more, because the supplement adds to it.
fn is_back(change: &Change, supplement: &Bundle) -> bool {
    let is_of = |own: &&Change| own.key() == change.key() && own.before().is_some();
    change.before().is_none() && supplement.changes().iter().any(|own| is_of(&own))
}

/// The supplement as it is after what lies over a guide was edited: made anew on this edition, but for what clashes, of
/// which nobody has chosen yet.
///
/// # Errors
/// [`SupplementError`] when it would hold what a supplement may not, or two records have one id.
pub fn edited_over(
    guide: &Guide,
    edited: &Guide,
    supplement: &Bundle,
    clashes: &[EntryKey],
) -> Result<Vec<Change>, SupplementError> {
    let changes = diff(guide, edited).map_err(|DoubleId(key)| SupplementError::DoubleId(key))?;
    let open = supplement.changes().iter().filter(|change| clashes.contains(&change.key())).cloned();
    let changes = open.chain(changes.into_iter().filter(|change| !clashes.contains(&change.key())));
    let edited = supplement.clone().with(changes.collect());
    match refused(&edited) {
        Some((record, why, others)) => Err(SupplementError::NotOwn { record, why, others }),
        None => Ok(edited.changes().to_vec()),
    }
}

/// The changes of a supplement in which the guide decides over a record on which they clash.
pub fn leave_to_guide(guide: &Guide, supplement: &Bundle, record: &EntryKey) -> Vec<Change> {
    replaced(guide, supplement, record, Prefer::Ours)
}

/// The changes of a supplement in which it decides over a record on which they clash; `None` when that is not its to
/// decide.
pub fn keep_own(guide: &Guide, supplement: &Bundle, record: &EntryKey) -> Option<Vec<Change>> {
    let changes = replaced(guide, supplement, record, Prefer::Theirs);
    changes.iter().any(|change| change.key() == *record && judge(change).is_ok()).then_some(changes)
}

/// The changes with that of one record made anew on this guide; it is left out when nothing is left of it.
fn replaced(guide: &Guide, supplement: &Bundle, record: &EntryKey, prefer: Prefer) -> Vec<Change> {
    let again = |change: &Change| {
        let now = get(guide, record);
        let merged = merge_entry(Base::Known(change.before()), now.as_ref(), change.after(), prefer);
        // What the guide has no more is not put back.
        let entry = if now.is_none() && change.before().is_some() { None } else { merged.entry };
        Change::new(now, entry).ok().filter(|change| judge(change).is_ok())
    };
    let changes = supplement.changes().iter();
    changes.filter_map(|change| if change.key() == *record { again(change) } else { Some(change.clone()) }).collect()
}

/// The first thing in a supplement that has no place there, why, and how many more there are.
fn refused(supplement: &Bundle) -> Option<(EntryKey, NotOwn, usize)> {
    let mut refused = supplement.changes().iter().filter_map(|change| Some((change.key(), judge(change).err()?)));
    let (record, why) = refused.next()?;
    Some((record, why, refused.count()))
}

/// Whether a change adds something of one's own, and leaves what everybody has.
///
/// # Errors
/// [`NotOwn`]: why not.
fn judge(change: &Change) -> Result<(), NotOwn> {
    match (change.before(), change.after()) {
        (None, Some(Entry::Responsibility(task))) if task.area.is_empty() => Err(NotOwn::NoArea),
        (None, Some(Entry::Party(_) | Entry::Source(_) | Entry::Responsibility(_))) => Ok(()),
        (Some(Entry::Party(before)), Some(Entry::Party(after))) => {
            let Party { contacts, aliases, note, .. } = &**after;
            let as_before = Party {
                contacts: before.contacts.clone(),
                aliases: before.aliases.clone(),
                note: before.note.clone(),
                ..(**after).clone()
            };
            same_but_for(change, &Entry::Party(as_before.into()))?;
            let has = |was: &crate::model::Contact| {
                contacts
                    .iter()
                    .any(|own| (own.kind, &own.value, own.valid.from) == (was.kind, &was.value, was.valid.from))
            };
            let is_whole = before.contacts.iter().all(has)
                && before.aliases.iter().all(|was| aliases.contains(was))
                && (before.note.is_none() || note.is_some());
            if is_whole { Ok(()) } else { Err(NotOwn::TakenOut) }
        }
        (Some(Entry::Responsibility(before)), Some(Entry::Responsibility(after))) => {
            let as_before = Responsibility { notes: before.notes.clone(), ..(**after).clone() };
            same_but_for(change, &Entry::Responsibility(as_before.into()))?;
            let is_whole = before.notes.iter().all(|was| after.notes.contains(was));
            if is_whole { Ok(()) } else { Err(NotOwn::TakenOut) }
        }
        (Some(Entry::Party(_) | Entry::Responsibility(_) | Entry::Source(_)), None) => Err(NotOwn::TakenOut),
        _ => Err(NotOwn::Kind),
    }
}

/// Makes sure that nothing is left of a change but what it may change.
fn same_but_for(change: &Change, as_before: &Entry) -> Result<(), NotOwn> {
    let Some(before) = change.before().filter(|before| *before != as_before) else { return Ok(()) };
    let (was, is) = (tree::tree(before), tree::tree(as_before));
    let names = [&was, &is].into_iter().filter_map(|tree| tree.as_object()).flat_map(|fields| fields.keys());
    let mut fields = names.filter(|name| was.get(name.as_str()) != is.get(name.as_str()));
    Err(fields.find_map(|name| tree::field(name)).map_or(NotOwn::Kind, NotOwn::Field))
}

/// Notes what a change that may be in a supplement brings.
fn note(change: &Change, own: &mut Own) {
    match (change.before(), change.after()) {
        (Some(Entry::Party(before)), Some(Entry::Party(after))) => {
            let id = &after.id;
            let contacts = after.contacts.iter().filter(|contact| !before.contacts.contains(contact));
            own.contacts.extend(contacts.map(|contact| (id.clone(), contact.clone())));
            let aliases = after.aliases.iter().filter(|alias| !before.aliases.contains(alias));
            own.aliases.extend(aliases.map(|alias| (id.clone(), alias.clone())));
            let note = after.note.iter().filter(|_| after.note != before.note);
            own.notes.extend(note.map(|note| (RecordKey::from(id), note.clone())));
        }
        (Some(Entry::Responsibility(before)), Some(Entry::Responsibility(after))) => {
            let notes = after.notes.iter().filter(|note| !before.notes.contains(note));
            own.notes.extend(notes.map(|note| (RecordKey::from(&after.id), note.clone())));
        }
        (None, Some(after)) => {
            own.records.extend(after.key().record().cloned());
            // Also there one's own numbers are told.
            if let Entry::Party(party) = after {
                own.contacts.extend(party.contacts.iter().map(|contact| (party.id.clone(), contact.clone())));
            }
        }
        _ => {}
    }
}
