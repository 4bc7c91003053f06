//! Mending by one click, where there is one right way.

use std::{collections::BTreeSet, sync::Arc};

use super::{check, phone};
use crate::{
    edit::{self, Change, Edit, with_text, with_texts, without},
    model::{
        ContactKind, Date, Entry, EntryKey, Fault, FieldPath, Guide, Problem, Regions, is_unseen,
        walk::{Leaf, Step},
    },
};

/// The edits that mend a problem, where there is one right way to. They make it go away and make no other.
///
/// What could be meant in more ways than one, such as an end before its begin or an id that does not exist, is left to
/// whoever knows.
pub fn fix(guide: &Guide, problem: &Problem) -> Option<Vec<Edit>> {
    let key = EntryKey::Record(problem.record.clone());
    let entry = edit::get(guide, &key)?;
    match &problem.fault {
        Fault::Spaces => text(guide, &entry, &problem.field, tidied),
        Fault::UnseenSign(_) => text(guide, &entry, &problem.field, seen),
        Fault::PhoneSpelling { canonical, .. } | Fault::AddressSpelling { canonical, .. } => {
            text(guide, &entry, &problem.field, |_| canonical.clone())
        }
        Fault::NoSuchPhone { party, phone } => {
            let numbers = guide.party(party)?.contacts.iter().filter(|contact| contact.kind == ContactKind::Telefoon);
            let wanted = phone::canonical(phone)?;
            let meant = numbers.map(|own| &own.value).find(|own| phone::canonical(own).as_ref() == Some(&wanted))?;
            Some(vec![Edit::Replace(with_text(&entry, &problem.field, meant)?)])
        }
        Fault::TwiceInList(_) => Some(vec![Edit::Replace(without(&entry, &problem.field)?)]),
        Fault::JoinedInList(text) => {
            let (_, list) = problem.field.steps().split_last()?;
            let own = edit::leaves(&entry, &FieldPath::new(list));
            let is_there =
                |part: &str| own.iter().any(|(_, leaf)| matches!(leaf, Leaf::Text(text) if text.words == part));
            let mut parts: Vec<String> = Vec::new();
            for part in text.split(';').map(tidied).filter(|part| !part.is_empty() && !is_there(part)) {
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            Some(vec![Edit::Replace(with_texts(&entry, &problem.field, &parts)?)])
        }
        Fault::UnusedException | Fault::ExceptionOver(_) => Some(vec![Edit::Remove(problem.record.clone())]),
        _ => None,
    }
}

/// A guide in which everything is mended that can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The guide.
    pub guide: Guide,
    /// What was mended, one after the other.
    pub problems: Vec<Problem>,
}

/// Mends what can be mended, until nothing is left that can.
pub fn fix_all(guide: &Guide, regions: &Regions, today: Date) -> Fixed {
    let mut fixed = Fixed { guide: guide.clone(), problems: Vec::new() };
    // Mending brings no new problem, so that this ends.
    loop {
        let found = check(&Arc::new(fixed.guide.clone()), regions, today);
        let before = fixed.problems.len();
        // One of each record at a time: the places in it may be others afterwards.
        let mut touched = BTreeSet::new();
        for problem in found {
            if touched.contains(&EntryKey::Record(problem.record.clone())) {
                continue;
            }
            let Some(edits) = fix(&fixed.guide, &problem) else { continue };
            if let Ok(changes) = edit::make(&fixed.guide, &edits)
                && !changes.is_empty()
            {
                fixed.guide = edit::put(&fixed.guide, &changes);
                touched.extend(changes.iter().map(Change::key));
                fixed.problems.push(problem);
            }
        }
        if fixed.problems.len() == before {
            break;
        }
    }
    fixed
}

/// Another text at a place. A number of a party is also what its tasks say to call.
fn text(guide: &Guide, entry: &Entry, path: &FieldPath, new: impl Fn(&str) -> String) -> Option<Vec<Edit>> {
    let old = edit::leaves(entry, path).into_iter().find_map(|(at, leaf)| match leaf {
        Leaf::Text(text) if at == *path => Some(text.words.to_owned()),
        _ => None,
    })?;
    let new = new(&old);
    // Without words it would be another problem.
    if new.trim().is_empty() || new == old {
        return None;
    }
    // In a list it may stand already.
    let is_there = path.steps().split_last().is_some_and(|(last, list)| {
        let own = edit::leaves(entry, &FieldPath::new(list));
        let is_other = |(at, leaf): &(FieldPath, Leaf<'_>)| {
            at.steps().len() == path.steps().len() && matches!(leaf, Leaf::Text(text) if text.words == new)
        };
        matches!(last, Step::At(_)) && own.iter().any(is_other)
    });
    let changed = if is_there { without(entry, path)? } else { with_text(entry, path, &new)? };
    Some(edit::replace_with_calls(guide, changed))
}

/// One space between words, and none around them.
fn tidied(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Without signs that nobody sees; what ends a line or leaps ahead was a space.
fn seen(text: &str) -> String {
    let spaced = text.replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " ");
    let seen: String = spaced.chars().filter(|sign| !is_unseen(*sign)).collect();
    if seen == text { seen } else { tidied(&seen) }
}
