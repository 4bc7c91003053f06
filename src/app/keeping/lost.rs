//! What a journal holds that is not in the file.

use crate::{
    edit::{Event, Log, Step},
    file::journal::Found,
};

/// The steps of a journal that stand and are not in the file, oldest first.
pub(super) fn standing(found: &Found<Event>) -> Vec<Step> {
    let mut log = Log::default();
    for event in found.unsaved() {
        // What undoes a step of before has nothing here to undo.
        let _ = log.push(event.clone());
    }
    log.standing().into_iter().cloned().collect()
}
