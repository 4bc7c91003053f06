//! Find and replace, over all texts or those of some records.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Edit, EditRefused, apply::entries, archive::validity, at::set_text, numbers::Renumbered, tree, walked::leaves,
};
use crate::model::{
    Date, Entry, Field, FieldPath, Guide, Party, PartyId, RecordKey, Validity,
    walk::{Leaf, Step},
};

/// What to look for, and what comes in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacement {
    /// What to look for.
    pub find: String,
    /// What comes in its place.
    pub with: String,
    /// Whether capitals matter.
    pub is_case_exact: bool,
    /// Whether no letter or digit may stand beside it.
    pub is_whole_word: bool,
    /// Whether quotes change too, which are the words of a source.
    pub in_quotes: bool,
}

/// A place where a text stands that is looked for: its record, and where in that.
pub type TextPlace = (RecordKey, FieldPath);

/// A text that would be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub place: TextPlace,
    /// What it says.
    pub before: String,
    /// What it would say.
    pub after: String,
    /// What it is said of is over on the day of today: a number that was in use, a task that ended.
    pub is_past: bool,
}

/// All that replacing would change in these records, or in all, place by place in the order of the document.
///
/// # Errors
/// [`EditRefused::NothingToFind`] when there is nothing to look for.
pub fn hits(
    guide: &Guide,
    what: &Replacement,
    within: Option<&BTreeSet<RecordKey>>,
    today: Date,
) -> Result<Vec<Hit>, EditRefused> {
    if what.find.is_empty() {
        return Err(EditRefused::NothingToFind);
    }
    let mut found = Vec::new();
    for entry in entries(guide) {
        let key = entry.key();
        let Some(record) = key.record().filter(|record| within.is_none_or(|within| within.contains(record))) else {
            continue;
        };
        found.extend(texts(&entry, what).into_iter().map(|(path, before, after)| Hit {
            is_past: is_past(&entry, &path, today),
            place: (record.clone(), path),
            before,
            after,
        }));
    }
    Ok(found)
}

/// Whether what stands at a place is over: its record, or the part of it that has a time of its own.
fn is_past(entry: &Entry, path: &FieldPath, today: Date) -> bool {
    let is_over = |valid: &Validity| valid.until.is_some_and(|until| until.last_day() < today);
    let Entry::Party(party) = entry else { return validity(entry).is_some_and(is_over) };
    let &[Step::Field(list), Step::At(at), ..] = path.steps() else { return false };
    let valid = match list {
        Field::Contacts => party.contacts.get(at).map(|contact| &contact.valid),
        Field::Names => party.names.get(at).map(|name| &name.valid),
        Field::Alerts => party.alerts.get(at).map(|alert| &alert.valid),
        _ => None,
    };
    valid.is_some_and(is_over)
}

/// The edits that replace a text at these places, or wherever it stands; what they change is the preview.
///
/// Ids, numbers of facts and names of rules stay, and so do quotes unless asked. A number follows its party: where a task
/// says which number of its party to call, it says the new one.
///
/// # Errors
/// [`EditRefused::NothingToFind`] when there is nothing to look for.
pub fn replace(guide: &Guide, what: &Replacement, at: Option<&BTreeSet<TextPlace>>) -> Result<Vec<Edit>, EditRefused> {
    if what.find.is_empty() {
        return Err(EditRefused::NothingToFind);
    }
    let mut edits = Vec::new();
    let mut parties: BTreeMap<PartyId, (Party, Party)> = BTreeMap::new();
    for entry in entries(guide) {
        let key = entry.key();
        let Some(record) = key.record() else { continue };
        let texts = texts(&entry, what).into_iter().map(|(path, _, after)| (path, after));
        let texts = texts.filter(|(path, _)| at.is_none_or(|at| at.contains(&(record.clone(), path.clone()))));
        let mut changed = None;
        for (path, new) in texts.chain(call(&entry, &parties)) {
            let tree = changed.get_or_insert_with(|| tree::tree(&entry));
            let _ = set_text(tree, &path, &new);
        }
        let Some(new) = changed.and_then(|tree| tree::entry(tree, &entry)) else { continue };
        // Parties come before their tasks.
        if let (Entry::Party(before), Entry::Party(after)) = (&entry, &new) {
            parties.insert(after.id.clone(), ((**before).clone(), (**after).clone()));
        }
        edits.push(Edit::Replace(new));
    }
    Ok(edits)
}

/// The texts of a piece that change: where they stand, what they say, and what they will say.
fn texts(entry: &Entry, what: &Replacement) -> Vec<(FieldPath, String, String)> {
    let all = leaves(entry, &FieldPath::default()).into_iter();
    let texts = all.filter_map(|(path, leaf)| match leaf {
        Leaf::Text(text) if is_replaced(&path, what) => {
            let after = replaced(text.words, what)?;
            Some((path, text.words.to_owned(), after))
        }
        _ => None,
    });
    texts.collect()
}

fn is_replaced(path: &FieldPath, what: &Replacement) -> bool {
    match path.last() {
        Some(Field::Quote) => what.in_quotes,
        // A number in another register.
        Some(Field::Fact) => false,
        _ => true,
    }
}

/// The number that a task says to call, as its party has it now.
fn call(entry: &Entry, parties: &BTreeMap<PartyId, (Party, Party)>) -> Option<(FieldPath, String)> {
    let Entry::Responsibility(task) = entry else { return None };
    let (before, after) = parties.get(&task.party)?;
    let number = Renumbered { before, after }.call_of(task)?;
    Some((Field::Phone.into(), number.to_owned()))
}

/// The text with all replaced; `None` when nothing is.
fn replaced(text: &str, what: &Replacement) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let Some(end) = ends(&text[at..], what).map(|length| at + length) else {
            at += sign.len_utf8();
            continue;
        };
        let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let is_inside = is_letter(text[..at].chars().next_back()) || is_letter(text[end..].chars().next());
        if what.is_whole_word && is_inside {
            at += sign.len_utf8();
            continue;
        }
        out.push_str(&text[copied..at]);
        out.push_str(&what.with);
        (copied, at) = (end, end);
    }
    out.push_str(&text[copied..]);
    (out != text).then_some(out)
}

/// How much of a text is what is looked for, when it begins with that.
fn ends(text: &str, what: &Replacement) -> Option<usize> {
    if what.is_case_exact {
        return text.starts_with(&what.find).then_some(what.find.len());
    }
    let mut left = text.chars();
    for sought in what.find.chars() {
        let found = left.next()?;
        if found != sought && !found.to_lowercase().eq(sought.to_lowercase()) {
            return None;
        }
    }
    Some(text.len() - left.as_str().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, find: &str, with: &str, set: impl Fn(&mut Replacement)) -> Option<String> {
        let mut what = Replacement { find: find.to_owned(), with: with.to_owned(), ..Replacement::default() };
        set(&mut what);
        replaced(text, &what)
    }

    #[test]
    fn all_are_replaced_and_what_comes_in_is_not_looked_at_again() {
        assert_eq!(with("aa b Aa", "a", "aa", |_| {}).as_deref(), Some("aaaa b aaaa"));
        assert_eq!(with("Één é", "é", "e", |_| {}).as_deref(), Some("een e"));
        assert_eq!(with("abc", "x", "y", |_| {}), None);
        assert_eq!(with("abc", "b", "b", |_| {}), None);
    }

    #[test]
    fn capitals_and_whole_words_matter_when_asked() {
        assert_eq!(with("COSM cosm", "cosm", "x", |what| what.is_case_exact = true).as_deref(), Some("COSM x"));
        let whole = |text: &str| with(text, "opvang", "x", |what| what.is_whole_word = true);
        assert_eq!(
            whole("Opvang, opvangplek, noodopvang en opvang").as_deref(),
            Some("x, opvangplek, noodopvang en x")
        );
        assert_eq!(whole("de opvang-ëen"), Some("de x-ëen".to_owned()));
    }
}
