//! A choice between two versions.

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Choice, Origins},
    model::{Entry, EntryKey, Guide, RecordKey},
};

use crate::random::{self, edited, entries, unlike, wishes};

/// The guide after the same choice for everything.
fn resolved(guide: &Guide, choice: Choice) -> Guide {
    guide
        .unresolved
        .iter()
        .fold(guide.clone(), |guide, kept| edit::put(&guide, &edit::resolve(&guide, &kept.id, choice).unwrap()))
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn after_a_choice_for_everything_nothing_is_left_to_choose(
        base in random::guide(), lender in random::guide(), ours in wishes(6), theirs in wishes(6),
    ) {
        let lender = entries(&lender);
        let (ours, theirs) = (edited(&base, &lender, &ours), edited(&base, &lender, &theirs));
        let merged = edit::merge3(&base, &ours, &theirs, &Origins::default()).unwrap();
        for choice in [Choice::Ours, Choice::Theirs] {
            let chosen = resolved(&merged.guide, choice);
            prop_assert!(chosen.unresolved.is_empty());
            for clash in &merged.clashes {
                let (now, mine, other) =
                    (edit::get(&chosen, &clash.about), edit::get(&ours, &clash.about), edit::get(&theirs, &clash.about));
                // What one side took out is gone when that side is chosen; a phase stays with its aspects.
                let is_phase = matches!(clash.about, EntryKey::Record(RecordKey::Phase(_)));
                match (choice, &mine, &other) {
                    (Choice::Ours, None, _) | (Choice::Theirs, _, None) => prop_assert!(now.is_none() || is_phase),
                    (Choice::Theirs, None, Some(_)) => prop_assert_eq!(now, other),
                    _ => prop_assert!(now.is_some()),
                }
            }
        }
        // Choosing theirs here is choosing ours there, in every record.
        let mirrored = edit::merge3(&base, &theirs, &ours, &Origins::default()).unwrap();
        let (one, other) = (resolved(&merged.guide, Choice::Theirs), resolved(&mirrored.guide, Choice::Ours));
        for key in merged.clashes.iter().map(|clash| &clash.about).filter(|key| !matches!(key, EntryKey::Order(_))) {
            prop_assert_eq!(edit::get(&one, key), edit::get(&other, key), "{}", key);
        }
    }
}

#[test]
fn what_is_kept_is_kept_once_and_what_one_resolved_is_resolved() {
    let base = random::every_field();
    let title = |title: &str| Guide { title: title.to_owned(), ..base.clone() };
    let (ours, theirs) = (title("een"), title("twee"));
    let by = Origins { ours: Some("HEAD".to_owned()), theirs: Some("a7f4 (side)".to_owned()) };
    let merged = edit::merge3(&base, &ours, &theirs, &by).unwrap().guide;
    assert_eq!(merged.title, "een");
    let kept: Vec<_> = merged.unresolved.iter().filter(|kept| kept.about == RecordKey::Guide.into()).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].id.as_str(), kept[0].theirs_by.as_deref()), ("guide", Some("a7f4 (side)")));
    assert!(matches!(kept[0].theirs.as_deref(), Some(Entry::Head(head)) if head.title == "twee"));
    // A second clash about the same stands beside the first.
    let third = edit::merge3(&base, &merged, &title("drie"), &by).unwrap().guide;
    let names = |guide: &Guide| guide.unresolved.iter().map(|kept| kept.id.to_string()).collect::<Vec<_>>();
    assert!(names(&third).contains(&"guide-2".to_owned()));
    // Merging once more what is merged keeps nothing twice.
    assert_eq!(unlike(&edit::merge3(&base, &third, &title("drie"), &by).unwrap().guide, &third), "");
    let chosen = edit::put(&merged, &edit::resolve(&merged, &kept[0].id, Choice::Theirs).unwrap());
    assert_eq!((chosen.title.as_str(), names(&chosen)), ("twee", names(&base)));
    // A colleague who still has both takes over the choice.
    let followed = edit::merge3(&merged, &merged, &chosen, &by).unwrap();
    assert_eq!(unlike(&followed.guide, &chosen), "");
    assert!(edit::resolve(&chosen, &kept[0].id, Choice::Ours).is_none());
}
