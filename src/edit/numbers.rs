//! A number of a party is also what its tasks say to call.

use super::{Edit, entries::get};
use crate::model::{Entry, Guide, Party, Responsibility};

/// The edits that replace a record. Where a number of a party becomes another one, its tasks that said to call it say
/// the new one too.
pub fn replace_with_calls(guide: &Guide, after: Entry) -> Vec<Edit> {
    let mut tasks = Vec::new();
    if let (Some(Entry::Party(before)), Entry::Party(after)) = (get(guide, &after.key()), &after) {
        let own = guide.responsibilities.iter().filter(|task| task.party == after.id);
        tasks.extend(own.filter_map(|task| {
            let new = became(&before, after, task.phone.as_ref()?)?;
            let task = Responsibility { phone: Some(new.clone()), ..task.clone() };
            Some(Edit::Replace(Entry::Responsibility(Box::new(task))))
        }));
    }
    [Edit::Replace(after)].into_iter().chain(tasks).collect()
}

/// What a number became in its place; `None` when it is still there, or nothing stands in its place.
fn became<'a>(before: &Party, after: &'a Party, number: &str) -> Option<&'a String> {
    let at = before.contacts.iter().position(|contact| contact.value == number)?;
    let is_still_there = after.contacts.iter().any(|contact| contact.value == number);
    let is_same_list = before.contacts.len() == after.contacts.len();
    after.contacts.get(at).map(|contact| &contact.value).filter(|_| is_same_list && !is_still_there)
}
