//! What is done can be undone, in any order, and nothing that was done is lost.

use proptest::prelude::*;
use std::sync::Arc;
use wegwijzer::{
    edit::{self, Event, History, Log, Step},
    model::{EntryKey, Guide},
};

use crate::random::{self, Wish, bytes, edits, entries, step, unlike, wishes};

/// A history of steps, each of one or more wishes.
fn acted(start: &Guide, lender: &Guide, wishes: &[Wish]) -> History {
    let lender = entries(lender);
    let mut history = History::new(Arc::new(start.clone()));
    for (number, wishes) in wishes.chunks(2).enumerate() {
        let mut guide = Guide::clone(history.guide());
        let mut all = Vec::new();
        for wish in wishes {
            let Some(edit) = edits(&guide, &lender, wish) else { continue };
            let Ok(_) = edit::make(&guide, std::slice::from_ref(&edit)) else { continue };
            all.push(edit);
            guide = edit::put(history.guide(), &edit::make(history.guide(), &all).unwrap());
        }
        let changes = edit::make(history.guide(), &all).unwrap();
        history.act(step(number, changes)).unwrap();
        assert_eq!(unlike(history.guide(), &guide), "");
    }
    history
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn undoing_all_leads_to_the_same_bytes_and_doing_all_again_to_the_end(
        start in random::guide(), lender in random::guide(), wishes in wishes(12),
    ) {
        let mut history = acted(&start, &lender, &wishes);
        let end = bytes(history.guide());
        while history.undo().is_some() {}
        prop_assert_eq!(unlike(history.guide(), &start), "");
        while history.redo().is_some() {}
        prop_assert_eq!(bytes(history.guide()), end);
    }

    #[test]
    fn any_way_through_a_history_equals_a_replay_of_what_stands(
        start in random::guide(), lender in random::guide(), wishes in wishes(10),
        moves in proptest::collection::vec((0..4_u8, any::<u16>()), 1..20),
    ) {
        let mut history = acted(&start, &lender, &wishes);
        let steps = history.log().rows().len();
        let lender = entries(&lender);
        for (number, (kind, at)) in moves.into_iter().enumerate() {
            match kind {
                0 => drop(history.undo()),
                1 => drop(history.redo()),
                2 => {
                    let ids: Vec<_> = history.log().rows().iter().map(|row| row.step.id.clone()).collect();
                    let to = ids.get(usize::from(at) % (ids.len() + 1));
                    history.jump(to).unwrap();
                    prop_assert_eq!(history.log().now(), to);
                }
                // Something else from here: what was undone stays beside it.
                _ => {
                    let at = usize::from(at);
                    let wish = Wish { kind: 0, record: at, field: at / 7, element: at / 3 };
                    let edit = edits(history.guide(), &lender, &wish);
                    let changes = edit.and_then(|edit| edit::make(history.guide(), &[edit]).ok()).unwrap_or_default();
                    history.act(step(1000 + number, changes)).unwrap();
                }
            }
            let again = History::replay(&start, history.log().clone());
            prop_assert_eq!(unlike(again.guide(), history.guide()), "");
            prop_assert!(history.log().rows().len() >= steps);
        }
    }

    #[test]
    fn a_log_reads_back_from_lines(start in random::guide(), lender in random::guide(), wishes in wishes(6)) {
        let mut history = acted(&start, &lender, &wishes);
        history.undo();
        history.note(Event::Saved("abc".to_owned())).unwrap();
        history.note(Event::Draft(Box::new(entries(&start).remove(0)))).unwrap();
        let lines: Vec<String> =
            history.log().events().iter().map(|event| serde_json::to_string(event).unwrap()).collect();
        prop_assert!(lines.iter().all(|line| !line.contains('\n')));
        let events: Vec<Event> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        let log = Log::try_from(events).unwrap();
        prop_assert_eq!(&log, history.log());
        prop_assert_eq!(unlike(History::replay(&start, log).guide(), history.guide()), "");
        let text = ron::to_string(history.log()).unwrap();
        prop_assert_eq!(&ron::from_str::<Log>(&text).unwrap(), history.log());
    }

    #[test]
    fn joined_steps_do_what_they_did_one_by_one(
        start in random::guide(), lender in random::guide(), wishes in wishes(8),
    ) {
        let history = acted(&start, &lender, &wishes);
        let joined = history.log().standing().into_iter().cloned().reduce(|first, next| Step::then(first, &next));
        let joined = joined.unwrap();
        prop_assert_eq!(unlike(&edit::put(&start, &joined.changes), history.guide()), "");
        prop_assert_eq!(unlike(&edit::put(history.guide(), &joined.inverse()), &start), "");
        let keys: Vec<_> = joined.changes.iter().map(edit::Change::key).collect();
        prop_assert!(keys.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn undoing_one_old_step_leaves_what_came_after_it(
        start in random::guide(), lender in random::guide(), wishes in wishes(8), which in any::<u16>(),
    ) {
        let history = acted(&start, &lender, &wishes);
        let steps: Vec<Step> = history.log().standing().into_iter().cloned().collect();
        let old = &steps[usize::from(which) % steps.len()];
        let later = steps.iter().skip_while(|step| step.id != old.id).skip(1);
        let touched: Vec<_> = later.flat_map(|step| &step.changes).map(edit::Change::key).collect();
        let onto = history.without(&old.id).unwrap();
        let now = edit::put(history.guide(), &onto.changes);
        if old.changes.iter().all(|change| !touched.contains(&change.key())) {
            prop_assert!(onto.clashes.is_empty());
            for change in &old.changes {
                prop_assert_eq!(edit::get(&now, &change.key()), change.before().cloned());
            }
        }
        for key in touched.iter().filter(|key| old.changes.iter().all(|change| change.key() != **key)) {
            // A record that stays because it clashes stays in its list too.
            if matches!(key, EntryKey::Order(_)) && !onto.clashes.is_empty() {
                continue;
            }
            prop_assert_eq!(edit::get(&now, key), edit::get(history.guide(), key));
        }
        // And the other way round: taking it again is as if it had never been undone.
        if onto.clashes.is_empty() {
            let undone = steps.iter().filter(|step| step.id != old.id).fold(start.clone(), |guide, step| {
                edit::apply(&guide, &step.changes).guide
            });
            let again = edit::apply(&undone, &old.changes);
            prop_assert!(again.clashes.is_empty() || touched.iter().any(|key| old.changes.iter().any(|c| c.key() == *key)));
        }
    }
}

#[test]
fn what_does_not_follow_is_refused_and_changes_nothing() {
    let guide = random::every_field();
    let mut history = History::new(Arc::new(guide.clone()));
    history.act(step(1, Vec::new())).unwrap();
    let before = history.clone();
    assert!(history.act(step(1, Vec::new())).is_err());
    assert!(history.note(Event::Undone(edit::StepId("s1".to_owned()))).is_err());
    assert!(history.jump(Some(&edit::StepId("s9".to_owned()))).is_err());
    assert!(history.without(&edit::StepId("s9".to_owned())).is_err());
    assert_eq!(history, before);
    let event = |text: &str| ron::from_str::<Event>(text).unwrap();
    for events in [vec![event("undone(\"s1\")")], vec![event("redone(\"s1\")")]] {
        assert!(Log::try_from(events).is_err());
    }
}

#[test]
fn what_was_undone_stays_in_the_history_beside_what_came_after() {
    let mut history = History::new(Arc::new(random::every_field()));
    let title = |history: &History, title: &str| {
        let mut guide = Guide::clone(history.guide());
        guide.title = title.to_owned();
        edit::diff(history.guide(), &guide).unwrap()
    };
    history.act(step(1, title(&history, "een"))).unwrap();
    history.act(step(2, title(&history, "twee"))).unwrap();
    history.undo();
    history.act(step(3, title(&history, "drie"))).unwrap();
    let rows: Vec<_> = history
        .log()
        .rows()
        .iter()
        .map(|row| (row.step.id.0.clone(), row.on.map(|on| on.0.clone()), row.stands))
        .collect();
    let s = |id: &str| id.to_owned();
    assert_eq!(rows, [(s("s1"), None, true), (s("s2"), Some(s("s1")), false), (s("s3"), Some(s("s1")), true)]);
    history.jump(Some(&edit::StepId("s2".to_owned()))).unwrap();
    assert_eq!(history.guide().title, "twee");
    history.undo();
    assert_eq!(history.log().to_redo().map(|step| step.id.0.as_str()), Some("s2"));
    history.jump(None).unwrap();
    assert_eq!(history.guide().title, random::every_field().title);
}
