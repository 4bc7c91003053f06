//! Which steps stand by what a journal, or a log beside a file, tells.

use std::collections::BTreeSet;

use crate::edit::{Event, Log, Step};

/// The steps that stand, oldest first. What does not follow on what is there is passed over: what undoes a step of
/// before has nothing here to undo, and after two logs were merged a step may be undone that is not the last.
pub(super) fn standing<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Step> {
    let mut log = Log::default();
    let mut undone = BTreeSet::new();
    for event in events {
        if log.push(event.clone()).is_err()
            && let Event::Undone(id) = event
        {
            undone.insert(id);
        }
    }
    log.standing().into_iter().filter(|step| !undone.contains(&step.id)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{StepId, Why},
        model::{ClockTime, Date},
    };

    #[test]
    fn what_was_undone_out_of_turn_does_not_stand() {
        let done = |id: &str| {
            let (on, at) = (Date::default(), ClockTime::default());
            Event::Done(Step {
                id: StepId(id.to_owned()),
                on,
                at,
                by: String::new(),
                why: Why::Edited,
                changes: Vec::new(),
            })
        };
        let undone = |id: &str| Event::Undone(StepId(id.to_owned()));
        let names = |events: &[Event]| standing(events).into_iter().map(|step| step.id.0).collect::<Vec<_>>().join(" ");
        assert_eq!(names(&[done("a"), done("b"), undone("b")]), "a");
        // As after a merge of two logs, where the line of one stands between those of the other.
        assert_eq!(names(&[done("a"), done("b"), undone("a")]), "b");
        // It undoes a step of before.
        assert_eq!(names(&[undone("z"), done("a")]), "a");
    }
}
