//! A number of a party is also what its tasks say to call.

use super::{Edit, entries::get};
use crate::model::{Entry, Guide, Party, Responsibility};

/// The edits that replace a record. Where a number of a party becomes another one, its tasks that said to call it say
/// the new one too.
pub fn replace_with_calls(guide: &Guide, after: Entry) -> Vec<Edit> {
    let mut tasks = Vec::new();
    if let (Some(Entry::Party(before)), Entry::Party(after)) = (get(guide, &after.key()), &after) {
        let renumbered = Renumbered { before: &before, after };
        let own = guide.responsibilities.iter().filter(|task| task.party == after.id);
        tasks.extend(own.filter_map(|task| {
            let phone = Some(renumbered.call_of(task)?.to_owned());
            let task = Responsibility { phone, ..task.clone() };
            Some(Edit::Replace(Entry::Responsibility(Box::new(task))))
        }));
    }
    [Edit::Replace(after)].into_iter().chain(tasks).collect()
}

/// A party before and after its numbers changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Renumbered<'a> {
    pub(super) before: &'a Party,
    pub(super) after: &'a Party,
}

impl<'a> Renumbered<'a> {
    /// The number that one of its tasks says to call from now on; `None` when that stays as it is.
    pub(super) fn call_of(self, task: &Responsibility) -> Option<&'a str> {
        task.phone.as_ref().filter(|_| task.party == self.after.id).and_then(|number| self.became(number))
    }

    /// What a number became in its place; `None` when it is still there, or nothing stands in its place.
    fn became(self, number: &str) -> Option<&'a str> {
        let Self { before, after } = self;
        let at = before.contacts.iter().position(|contact| contact.value == number)?;
        let is_still_there = after.contacts.iter().any(|contact| contact.value == number);
        let is_same_list = before.contacts.len() == after.contacts.len();
        let now = after.contacts.get(at).map(|contact| contact.value.as_str());
        now.filter(|_| is_same_list && !is_still_there)
    }
}
