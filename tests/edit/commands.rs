//! What whoever keeps a guide asks for at once: replace, set, take out, copy, end, hand over, name.

use std::collections::BTreeSet;

use proptest::prelude::*;
use strum::IntoEnumIterator as _;
use wegwijzer::{
    edit::{self, Change, Dependents, Edit, EditRefused, LeftBecause, NewName, Replacement, references},
    file::embedded_guide,
    model::{
        Citation, Date, Entry, EntryKey, Field, FieldPath, Guide, Lang, PartialDate, PartyId, RecordKey, RecordKind,
        ResponsibilityId, Stance, Validity,
        walk::{Leaf, Reference, Visitor, walk},
    },
};

use crate::random::{self, entries, every_field, unlike};

/// The guide after these edits, from which the way back leads to the same bytes.
pub(crate) fn after(guide: &Guide, edits: &[Edit]) -> Guide {
    let changes = edit::make(guide, edits).unwrap();
    let after = edit::put(guide, &changes);
    let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
    assert_eq!(unlike(&edit::put(&after, &back), guide), "");
    after
}

fn guides() -> [Guide; 2] {
    [every_field(), embedded_guide().unwrap()]
}

/// Some records of a guide, of every kind; all of a small one.
fn some(guide: &Guide) -> Vec<Entry> {
    let step = if guide.parties.len() > 10 { 60 } else { 1 };
    let mut kinds = BTreeSet::new();
    let all = entries(guide).into_iter().enumerate();
    all.filter(|(at, entry)| kinds.insert(entry.key().record().map(RecordKey::kind)) || at % step == 0)
        .map(|(_, entry)| entry)
        .collect()
}

fn party(id: &str) -> PartyId {
    PartyId::new(id).unwrap()
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// The records of a guide, and everything that one names.
fn names(guide: &Guide) -> (BTreeSet<EntryKey>, Vec<String>) {
    struct Named(Vec<String>);
    impl<'a> Visitor<'a> for Named {
        fn reference(&mut self, _: &wegwijzer::model::walk::Place<'_>, to: Reference<'a>) {
            self.0.extend((!matches!(to, Reference::Phone(..))).then(|| format!("{to:?}")));
        }
    }
    let mut named = Named(Vec::new());
    walk(guide, &mut named);
    (entries(guide).iter().map(Entry::key).collect(), named.0)
}

/// The texts of a guide, with whether each is a quote.
fn texts(guide: &Guide) -> Vec<(bool, String)> {
    let all = entries(guide);
    let mut texts = Vec::new();
    for entry in &all {
        for (path, leaf) in edit::leaves(entry, &FieldPath::default()) {
            if let Leaf::Text(text) = leaf {
                texts.push((matches!(path.last(), Some(Field::Quote | Field::Fact)), text.words.to_owned()));
            }
        }
    }
    texts
}

/// Where a text would be replaced in a record.
fn places(guide: &Guide, what: &Replacement, record: &RecordKey) -> BTreeSet<edit::TextPlace> {
    let within = BTreeSet::from([record.clone()]);
    let hits = edit::hits(guide, what, Some(&within), day(2026, 11, 22)).unwrap();
    hits.into_iter().map(|hit| hit.place).collect()
}

#[test]
fn a_number_that_is_over_is_a_hit_that_is_past() {
    let mut guide = embedded_guide().unwrap();
    let id = party("comensha");
    let mut own = guide.party(&id).unwrap().clone();
    let mut old = own.contacts[0].clone();
    old.valid = Validity { until: Some(PartialDate::Year(2019)), ..Validity::default() };
    own.contacts.insert(0, old);
    let number = own.contacts[1].value.clone();
    guide = after(&guide, &[Edit::Replace(Entry::Party(Box::new(own)))]);
    let what = Replacement { find: number.clone(), with: "033 000 00 00".into(), ..Replacement::default() };
    let within = BTreeSet::from([RecordKey::from(&id)]);
    let hits = |today| {
        let hits = edit::hits(&guide, &what, Some(&within), today).unwrap();
        hits.into_iter().map(|hit| (hit.place.1.to_string(), hit.is_past)).collect::<Vec<_>>()
    };
    let at = |position: usize| format!("contacts[{position}].value");
    let now = hits(day(2020, 1, 1));
    assert!(now.contains(&(at(0), true)) && now.contains(&(at(1), false)), "{now:?}");
    // On its last day it is not over.
    assert!(hits(day(2019, 12, 31)).contains(&(at(0), false)));
    // Only what is chosen is replaced.
    let chosen = BTreeSet::from([(RecordKey::from(&id), at(1).parse().unwrap())]);
    let replaced = after(&guide, &edit::replace(&guide, &what, Some(&chosen)).unwrap());
    let values = |at: usize| replaced.party(&id).unwrap().contacts[at].value.clone();
    assert_eq!((values(0), values(1)), (number, "033 000 00 00".to_owned()));
}

#[test]
fn a_word_is_replaced_wherever_it_stands_and_no_id_or_quote_changes() {
    let guide = embedded_guide().unwrap();
    let what = Replacement { find: "CoMensha".into(), with: "Comensa".into(), ..Replacement::default() };
    let edits = edit::replace(&guide, &what, None).unwrap();
    assert!(edits.len() > 20, "{}", edits.len());
    let replaced = after(&guide, &edits);
    assert_eq!(names(&replaced), names(&guide));
    let is_left = |(_, text): &&(bool, String)| text.to_lowercase().contains("comensha");
    assert!(texts(&replaced).iter().filter(is_left).all(|(is_quote, _)| *is_quote));
    let quotes = |guide: &Guide| texts(guide).into_iter().filter(|(is_quote, _)| *is_quote).collect::<Vec<_>>();
    assert_eq!(quotes(&replaced), quotes(&guide));
    let asked = edit::replace(&guide, &Replacement { in_quotes: true, ..what.clone() }, None).unwrap();
    assert_ne!(quotes(&after(&guide, &asked)), quotes(&guide));
    // Only where it was asked.
    let only = places(&guide, &what, &RecordKind::Party.key("comensha").unwrap());
    let edits = edit::replace(&guide, &what, Some(&only)).unwrap();
    assert!(matches!(edits.as_slice(), [Edit::Replace(Entry::Party(party))] if party.id.as_str() == "comensha"));
    let nothing = Replacement { find: String::new(), ..what };
    assert_eq!(edit::replace(&guide, &nothing, None), Err(EditRefused::NothingToFind));
}

#[test]
fn a_number_that_is_replaced_is_the_number_that_tasks_say_to_call() {
    let guide = embedded_guide().unwrap();
    let task =
        guide.responsibilities.iter().find(|task| task.phone.is_some()).expect("a task with a number of its own");
    let number = task.phone.clone().unwrap();
    let what = Replacement { find: number.clone(), with: "0800 0000".into(), ..Replacement::default() };
    let only = places(&guide, &what, &RecordKey::from(&task.party));
    let replaced = after(&guide, &edit::replace(&guide, &what, Some(&only)).unwrap());
    assert_eq!(replaced.responsibilities.get(&task.id).unwrap().phone.as_deref(), Some("0800 0000"));
    // The other way round the number would be nobody's.
    let only = places(&guide, &what, &RecordKey::from(&task.id));
    let replaced = after(&guide, &edit::replace(&guide, &what, Some(&only)).unwrap());
    assert_eq!(replaced.responsibilities.get(&task.id).unwrap().phone.as_ref(), Some(&number));
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn whatever_is_replaced_is_gone_and_nothing_else_changes(
        guide in random::guide(), at in any::<usize>(), from in any::<usize>(), length in 1..4_usize, exact in any::<bool>(),
    ) {
        let all = texts(&guide);
        let Some((_, text)) = all.get(at.checked_rem(all.len()).unwrap_or_default()) else { return Ok(()) };
        let signs: Vec<char> = text.chars().collect();
        if signs.is_empty() {
            return Ok(());
        }
        let find: String = signs.iter().skip(from % signs.len()).take(length).collect();
        let what = Replacement { find: find.clone(), with: "§".into(), is_case_exact: exact, ..Replacement::default() };
        prop_assume!(!find.contains('§'));
        let edits = edit::replace(&guide, &what, None).unwrap();
        let hits = edit::hits(&guide, &what, None, day(2026, 11, 22)).unwrap();
        let chosen: BTreeSet<_> = hits.iter().map(|hit| hit.place.clone()).collect();
        prop_assert_eq!(chosen.len(), hits.len());
        prop_assert_eq!(&edit::replace(&guide, &what, Some(&chosen)).unwrap(), &edits);
        prop_assert_eq!(edit::replace(&guide, &what, Some(&BTreeSet::new())).unwrap(), Vec::new());
        let replaced = after(&guide, &edits);
        prop_assert_eq!(names(&replaced), names(&guide));
        let (before, now) = (texts(&guide), texts(&replaced));
        prop_assert_eq!(before.len(), now.len());
        for ((is_quote, old), (_, new)) in before.iter().zip(&now) {
            if *is_quote {
                prop_assert_eq!(old, new);
            } else if exact {
                prop_assert_eq!(&old.replace(&find, "§"), new);
            } else {
                prop_assert!(!new.contains(&find));
            }
        }
    }

    #[test]
    fn an_id_for_any_name_is_free_and_was_never_used(guide in random::guide(), name in ".{0,40}", kind in 0..20_usize) {
        let kinds: Vec<RecordKind> = RecordKind::iter().filter(|kind| *kind != RecordKind::Guide).collect();
        let kind = kinds[kind % kinds.len()];
        if let Some(id) = edit::propose_id(&guide, kind, &name) {
            let key = kind.key(&id).expect("an id");
            prop_assert!(edit::get(&guide, &key.clone().into()).is_none());
            prop_assert!(guide.renamed.iter().all(|old| old.was != key));
        }
    }
}

#[test]
fn an_id_is_proposed_from_a_name_and_numbered_when_it_is_taken() {
    let guide = embedded_guide().unwrap();
    let proposed = |kind, name: &str| edit::propose_id(&guide, kind, name);
    assert_eq!(proposed(RecordKind::Party, "CoMensha").as_deref(), Some("comensha-2"));
    assert_eq!(
        proposed(RecordKind::Party, "Hulplijn voor arbeidsmigranten").as_deref(),
        Some("hulplijn-voor-arbeidsmigranten")
    );
    assert_eq!(proposed(RecordKind::Party, "mevrouw Jansen"), None);
    // An id that was given up is not given again, and rules share theirs.
    let cosm = RecordKind::Party.key("cosm").unwrap();
    let renamed = after(&guide, &[Edit::Rename { record: cosm, to: "cosm-nieuw".into() }]);
    assert_eq!(edit::propose_id(&renamed, RecordKind::Party, "COSM").as_deref(), Some("cosm-2"));
    let rule = guide.impossible.iter().next().unwrap().id.to_string();
    assert_eq!(proposed(RecordKind::Suspicious, &rule), Some(format!("{rule}-2")));
}

#[test]
fn one_field_is_set_in_many_records_and_in_no_other() {
    let guide = embedded_guide().unwrap();
    let keys: Vec<RecordKey> =
        guide.referrals.iter().map(|referral| RecordKey::Referral(referral.id.clone())).collect();
    let first = guide.referrals.iter().next().unwrap().clone();
    let mut draft = first.clone();
    draft.valid.until = Some(PartialDate::Year(2030));
    let path: FieldPath = "valid.until".parse().unwrap();
    let set = after(&guide, &edit::set_field(&guide, &keys, &path, &Entry::Referral(Box::new(draft))).unwrap());
    for (before, now) in guide.referrals.iter().zip(&set.referrals) {
        assert_eq!(now.valid, Validity { until: Some(PartialDate::Year(2030)), ..before.valid.clone() });
        assert_eq!(*before, {
            let mut now = now.clone();
            now.valid = before.valid.clone();
            now
        });
    }
    // And taken out again, by a record that has none.
    let without = Entry::Referral(Box::new({
        let mut bare = first;
        bare.valid = Validity::default();
        bare
    }));
    let unset = after(&set, &edit::set_field(&set, &keys, &path, &without).unwrap());
    assert!(unset.referrals.iter().all(|referral| referral.valid.until.is_none()));
    let party = edit::get(&guide, &RecordKind::Party.key("cosm").unwrap().into()).unwrap();
    let refused =
        |path: &str, from: &Entry| edit::set_field(&guide, &keys[..1], &path.parse().unwrap(), from).unwrap_err();
    assert_eq!(refused("act", &party), EditRefused::OtherKind(keys[0].clone().into()));
    for path in ["", "id", "cites[0].at"] {
        assert_eq!(refused(path, &without), EditRefused::NoField(path.parse().unwrap()), "{path}");
    }
}

#[test]
fn what_is_taken_out_is_named_by_nobody_afterwards() {
    let mut taken_out = 0;
    for guide in guides() {
        for key in some(&guide).iter().map(Entry::key) {
            let EntryKey::Record(record) = key else { continue };
            match edit::remove(&guide, &record, &Dependents::TakeOut) {
                Ok(removal) => {
                    taken_out += 1;
                    let after = after(&guide, &removal.edits);
                    for gone in removal.also.iter().chain([&record]) {
                        assert_eq!(references(&after, gone), [].into(), "{record}: {gone}");
                        assert_eq!(edit::get(&after, &gone.clone().into()), None, "{record}: {gone}");
                    }
                    assert!(removal.left.iter().all(|left| edit::get(&after, &left.record.clone().into()).is_some()));
                    // Only these went.
                    let kept = entries(&after).len() + removal.also.len() + 1;
                    assert_eq!(kept, entries(&guide).len(), "{record}");
                }
                Err(EditRefused::Fixed(_)) => assert_eq!(record, RecordKey::Guide),
                Err(EditRefused::InCondition { .. }) => {
                    assert!(matches!(record.kind(), RecordKind::Facet | RecordKind::FacetSection), "{record}");
                }
                Err(refused) => panic!("{record}: {refused:?}"),
            }
        }
    }
    assert!(taken_out > 40, "{taken_out}");
}

#[test]
fn what_a_party_leaves_behind_goes_along_and_what_can_do_without_stays() {
    let guide = embedded_guide().unwrap();
    let comensha = RecordKind::Party.key("comensha").unwrap();
    let removal = edit::remove(&guide, &comensha, &Dependents::TakeOut).unwrap();
    let tasks = guide.responsibilities.iter().filter(|task| task.party.as_str() == "comensha");
    assert!(tasks.map(|task| RecordKey::from(&task.id)).all(|task| removal.also.contains(&task)));
    assert!(removal.also.iter().all(|also| also.kind() != RecordKind::Party && also.kind() != RecordKind::Term));
    // A source takes no task along: the task is left without it, and says so.
    let source = guide.responsibilities.iter().find(|task| task.cites.len() == 1).unwrap();
    let (task, source) = (RecordKey::from(&source.id), RecordKey::from(&source.cites[0].source));
    let removal = edit::remove(&guide, &source, &Dependents::TakeOut).unwrap();
    assert!(!removal.also.contains(&task));
    assert!(removal.left.iter().any(|left| left.record == task && left.because == LeftBecause::Emptied));
}

#[test]
fn what_named_the_one_names_the_other() {
    for guide in guides() {
        let keys: Vec<RecordKey> = entries(&guide).iter().filter_map(|entry| entry.key().record().cloned()).collect();
        for kind in RecordKind::iter() {
            let own: Vec<&RecordKey> = keys.iter().filter(|key| key.kind() == kind).collect();
            let [first, .., last] = own.as_slice() else { continue };
            match edit::remove(&guide, first, &Dependents::PointAt((*last).clone())) {
                Ok(removal) => {
                    let after = after(&guide, &removal.edits);
                    assert_eq!(references(&after, first), [].into());
                    let named = references(&guide, first);
                    let naming = references(&after, last);
                    assert!(named.keys().all(|by| by == *last || naming.contains_key(by)), "{first} {last}");
                    assert_eq!(entries(&after).len() + 1, entries(&guide).len());
                }
                Err(EditRefused::InCondition { .. }) => assert_eq!(kind, RecordKind::Facet),
                Err(EditRefused::InUse(_)) => assert_eq!(kind, RecordKind::Phase),
                Err(refused) => panic!("{first}: {refused:?}"),
            }
        }
    }
    let guide = embedded_guide().unwrap();
    let key = |kind: RecordKind, id: &str| kind.key(id).unwrap();
    let point = |from: &RecordKey, to: RecordKey| edit::remove(&guide, from, &Dependents::PointAt(to)).unwrap_err();
    let cosm = key(RecordKind::Party, "cosm");
    assert_eq!(point(&cosm, cosm.clone()), EditRefused::Same(cosm.clone().into()));
    let other = key(RecordKind::Source, "cosm");
    assert_eq!(point(&cosm, other.clone()), EditRefused::OtherKind(other.into()));
    let nobody = key(RecordKind::Party, "niemand");
    assert_eq!(point(&cosm, nobody.clone()), EditRefused::NotThere(nobody.into()));
}

#[test]
fn a_copy_stands_behind_its_record_and_says_the_same_under_another_id() {
    for guide in guides() {
        for entry in some(&guide) {
            let EntryKey::Record(record) = entry.key() else { continue };
            let Ok((edits, copy)) = edit::duplicate(&guide, &record) else {
                assert!(matches!(record, RecordKey::Guide | RecordKey::Unresolved(_)), "{record}");
                continue;
            };
            assert_eq!(copy.kind(), record.kind());
            let after = after(&guide, &edits);
            assert_eq!(entries(&after).len(), entries(&guide).len() + 1);
            let (copied, now) =
                (edit::get(&after, &copy.clone().into()).unwrap(), edit::get(&after, &record.clone().into()));
            assert_eq!(now.as_ref(), Some(&entry), "the record itself stays");
            let told: Vec<_> =
                edit::fields(Some(&entry), Some(&copied)).iter().map(|change| FieldPath::new(change.steps())).collect();
            let allowed = [Field::Id, Field::Verified, Field::Changed, Field::Imported];
            assert!(told.iter().all(|path| path.root().is_some_and(|field| allowed.contains(&field))), "{told:?}");
            if let Some(of) = wegwijzer::model::Ordered::iter().find(|of| of.kind() == record.kind()) {
                let Some(Entry::Order(order)) = edit::get(&after, &EntryKey::Order(of)) else { panic!("an order") };
                let at = order.ids.iter().position(|id| Some(id.as_str()) == record.id()).unwrap();
                assert_eq!(order.ids.get(at + 1).map(String::as_str), copy.id());
            }
        }
    }
}

#[test]
fn what_ends_on_a_day_holds_until_then_and_is_kept() {
    let guide = embedded_guide().unwrap();
    let last = day(2026, 12, 31);
    let mut ended = 0;
    for entry in some(&guide) {
        let EntryKey::Record(record) = entry.key() else { continue };
        let valid = |entry: &Entry| match entry {
            Entry::Responsibility(record) => Some(record.valid.clone()),
            Entry::Referral(record) => Some(record.valid.clone()),
            Entry::Gap(record) => Some(record.valid.clone()),
            _ => None,
        };
        let Some(before) = valid(&entry) else { continue };
        match edit::archive(&guide, &record, last) {
            Ok(archived) => {
                ended += 1;
                let after = after(&guide, &archived.edits);
                let now = valid(&edit::get(&after, &record.clone().into()).unwrap()).unwrap();
                assert!(now.holds_on(last) && !now.holds_on(last.tomorrow().unwrap()), "{record}");
                for earlier in [day(2014, 1, 1), day(2022, 2, 3), day(2026, 11, 30)] {
                    assert_eq!(now.holds_on(earlier), before.holds_on(earlier), "{record}");
                }
            }
            Err(refused) => {
                assert_eq!(refused, EditRefused::NotThen { record: record.clone().into(), day: last });
                assert!(!before.holds_on(last) || before.until.is_some_and(|until| until.last_day() == last));
            }
        }
    }
    assert!(ended > 8, "{ended}");
    let term = RecordKey::Term(guide.glossary.iter().next().unwrap().id.clone());
    assert_eq!(edit::archive(&guide, &term, last), Err(EditRefused::NoValidity(term.into())));
}

#[test]
fn a_party_ends_with_its_tasks_and_hand_overs_and_keeps_its_name() {
    let guide = embedded_guide().unwrap();
    let last = day(2026, 12, 31);
    let fairwork = RecordKind::Party.key("fairwork").unwrap();
    let archived = edit::archive(&guide, &fairwork, last).unwrap();
    let after = after(&guide, &archived.edits);
    let next = last.tomorrow().unwrap();
    let id = party("fairwork");
    assert!(after.responsibilities.iter().filter(|task| task.party == id).all(|task| !task.valid.holds_on(next)));
    let led = |referral: &&wegwijzer::model::Referral| referral.from == id || referral.to == id;
    assert!(after.referrals.iter().filter(led).all(|referral| !referral.valid.holds_on(next)));
    let own = after.party(&id).unwrap();
    assert!(own.contacts.iter().all(|contact| !contact.valid.holds_on(next)));
    assert_eq!(own.names, guide.party(&id).unwrap().names);
    // Twice is refused: it does not hold any more.
    assert!(edit::archive(&after, &fairwork, last).is_err());
}

fn citation(guide: &Guide) -> Citation {
    let source = guide.sources.iter().next().unwrap().id.clone();
    Citation { source, at: "antwoord 4".into(), stance: Stance::Zegt, quote: None, fact: None }
}

#[test]
fn a_task_is_the_old_partys_until_a_day_and_the_new_ones_from_then() {
    let guide = embedded_guide().unwrap();
    let (from, last) = (day(2027, 1, 1), day(2026, 12, 31));
    let cites = citation(&guide);
    let mut over = 0;
    for task in guide.responsibilities.iter().step_by(40) {
        for to in [party("fier"), party("gemeente"), party("veilig-thuis")] {
            let Ok(taken) = edit::take_over(&guide, &task.id, &to, from, &cites) else { continue };
            over += 1;
            let after = after(&guide, &taken.edits);
            let (old, new) =
                (after.responsibilities.get(&task.id).unwrap(), after.responsibilities.get(&taken.task).unwrap());
            assert_eq!((&old.party, &new.party), (&task.party, &to));
            assert!(old.valid.holds_on(last) && !old.valid.holds_on(from), "{}", task.id);
            assert!(!new.valid.holds_on(last) && new.valid.holds_on(from), "{}", task.id);
            assert_eq!(
                (&new.aspect, &new.role, &new.who, &new.cites),
                (&task.aspect, &task.role, &task.who, &vec![cites.clone()])
            );
            assert_eq!((&new.verified, &new.phone), (&None, &None), "nobody checked it, and the number was another's");
            for id in &taken.referrals {
                let referral = after.referrals.get(id).unwrap();
                assert!(referral.from == to || referral.to == to, "{id}");
                assert!(referral.from != referral.to, "{id}");
                assert!(referral.cites.contains(&cites), "{id}");
                assert!(
                    taken.left.iter().any(|left| left.record == RecordKey::Referral(id.clone())
                        && left.because == LeftBecause::SharingGround)
                );
            }
            // What was before is as it was.
            for before in &guide.referrals {
                let now = after.referrals.get(&before.id).unwrap();
                if before.valid.holds_on(last) && before.valid.from.is_none_or(|from| from.first_day() <= last) {
                    assert_eq!((&now.from, &now.to), (&before.from, &before.to), "{}", before.id);
                }
            }
        }
    }
    assert!(over > 12, "{over}");
}

#[test]
fn hand_overs_go_along_only_when_they_can_be_about_nothing_else() {
    let guide = embedded_guide().unwrap();
    let (from, cites, to) = (day(2027, 1, 1), citation(&guide), party("fier"));
    let (mut moved, mut left) = (0, 0);
    for task in guide.responsibilities.iter().filter(|task| task.party != to) {
        let Ok(taken) = edit::take_over(&guide, &task.id, &to, from, &cites) else { continue };
        let has_another = guide.responsibilities.iter().any(|other| {
            other.id != task.id
                && (&other.party, &other.aspect) == (&task.party, &task.aspect)
                && other.valid.until.is_none_or(|until| until.last_day() >= from)
        });
        if has_another {
            assert_eq!(taken.referrals, [], "{}", task.id);
            left += taken.left.iter().filter(|left| left.because == LeftBecause::MayConcern).count();
        }
        moved += taken.referrals.len();
    }
    assert!(moved > 20 && left > 20, "{moved} {left}");
}

#[test]
fn what_does_not_go_along_is_told_and_that_nobody_can_be_called() {
    let guide = embedded_guide().unwrap();
    let (from, cites) = (day(2027, 1, 1), citation(&guide));
    let (mut gaps, mut texts, mut silent) = (0, 0, 0);
    for task in &*guide.responsibilities {
        for to in [party("fier"), party("gemeente")] {
            let Ok(taken) = edit::take_over(&guide, &task.id, &to, from, &cites) else { continue };
            let told = |record: &RecordKey, field: Field| {
                taken.left.iter().any(|left| left.record == *record && left.field == FieldPath::from(field))
            };
            for gap in guide.gaps.iter().filter(|gap| gap.ask == task.party && gap.aspect == task.aspect) {
                let is_over = gap.valid.until.is_some_and(|until| until.last_day() < from);
                assert_eq!(told(&RecordKey::Gap(gap.id.clone()), Field::Ask), !is_over, "{}", gap.id);
                gaps += 1;
            }
            texts += taken.left.iter().filter(|left| matches!(left.record, RecordKey::Gap(_))).count();
            let new = guide.party(&to).unwrap();
            let can_be_called = new.numbers_on(from).next().is_some();
            assert_eq!(told(&RecordKey::from(&to), Field::Contacts), !can_be_called);
            assert_eq!(edit::out_of_reach(new, from).is_none(), can_be_called);
            silent += usize::from(!can_be_called);
        }
    }
    assert!(gaps > 10 && texts > gaps && silent > 10, "{gaps} {texts} {silent}");
}

#[test]
fn a_party_is_called_otherwise_from_a_day_and_as_before_until_then() {
    let guide = embedded_guide().unwrap();
    let id = party("comensha");
    for (from, last) in [("2027-03-01", "2027-02-28"), ("2027-03", "2027-02"), ("2027", "2026")] {
        let from: PartialDate = from.parse().unwrap();
        let new =
            NewName { name: "Stichting Nieuw".into(), short: Some("Nieuw".into()), from, cites: citation(&guide) };
        let named = edit::new_name(&guide, &id, &new).unwrap();
        let after = after(&guide, &named.edits);
        let (before, now) = (guide.party(&id).unwrap(), after.party(&id).unwrap());
        assert_eq!(now.names.len(), before.names.len() + 1);
        // As precise as the new one is known.
        let ended = &now.names[before.names.len() - 1];
        assert_eq!(ended.valid.until.map(|until| until.to_string()).as_deref(), Some(last));
        for day in [day(2000, 1, 1), day(2026, 11, 22), from.first_day().yesterday().unwrap()] {
            assert_eq!(now.name_on(day).map(|name| &name.name), before.name_on(day).map(|name| &name.name), "{day}");
        }
        for day in [from.first_day(), day(2030, 1, 1)] {
            assert_eq!(now.short_name(day, Lang::Nl), "Nieuw");
            assert_eq!(now.full_name(day, Lang::Nl), "Stichting Nieuw");
        }
        // Texts that say the old name are told, each once, and none of what is over.
        assert!(named.left.len() > 20, "{:?}", named.left);
        let mut places = named.left.clone();
        places.dedup();
        assert_eq!(places.len(), named.left.len());
        let own = RecordKey::from(&id);
        assert!(named.left.iter().any(|left| left.record == own && left.field.root() == Some(Field::Contacts)));
        assert!(named.left.iter().all(|left| left.record != own || left.field.root() != Some(Field::Names)));
        assert!(named.left.iter().all(|left| !matches!(left.record, RecordKey::Source(_))));
    }
}

#[test]
fn a_name_that_cannot_be_given_is_refused() {
    let guide = embedded_guide().unwrap();
    let key = |id: &str| EntryKey::from(RecordKind::Party.key(id).unwrap());
    let refused = |id: &str, name: &str, short: Option<&str>, from: &str| {
        let (short, from) = (short.map(str::to_owned), from.parse().unwrap());
        let new = NewName { name: name.into(), short, from, cites: citation(&guide) };
        edit::new_name(&guide, &party(id), &new).unwrap_err()
    };
    assert_eq!(refused("niemand", "Nieuw", None, "2027"), EditRefused::NotThere(key("niemand")));
    assert_eq!(refused("comensha", " ", None, "2027"), EditRefused::Same(key("comensha")));
    let now = guide.party(&party("comensha")).unwrap().name_on(day(2027, 1, 1)).unwrap().clone();
    let short = now.short.as_ref().map(|short| short.nl.as_str());
    assert_eq!(refused("comensha", &now.name.nl, short, "2027"), EditRefused::Same(key("comensha")));
    // Nothing that was is called otherwise: a name that began later stands in the way.
    let begins = guide.party(&party("arbeidsinspectie")).unwrap().names.last().unwrap().valid.from.unwrap();
    let same_day = begins.to_string();
    assert!(matches!(refused("arbeidsinspectie", "Nieuw", None, &same_day), EditRefused::NotThen { .. }));
    assert!(matches!(refused("arbeidsinspectie", "Nieuw", None, "2010"), EditRefused::NotThen { .. }));
}

#[test]
fn a_task_that_cannot_go_is_refused() {
    let guide = embedded_guide().unwrap();
    let (from, cites) = (day(2027, 1, 1), citation(&guide));
    let task = guide.responsibilities.iter().find(|task| task.party.as_str() == "comensha").unwrap();
    let over = |task: &str, to: &str, from: Date| {
        edit::take_over(&guide, &ResponsibilityId::new(task).unwrap(), &party(to), from, &cites).unwrap_err()
    };
    let key = |kind: RecordKind, id: &str| EntryKey::from(kind.key(id).unwrap());
    let id = task.id.as_str();
    assert_eq!(over("nergens", "fier", from), EditRefused::NotThere(key(RecordKind::Responsibility, "nergens")));
    assert_eq!(over(id, "niemand", from), EditRefused::NotThere(key(RecordKind::Party, "niemand")));
    assert_eq!(over(id, "comensha", from), EditRefused::Same(key(RecordKind::Party, "comensha")));
    assert_eq!(over(id, "ministerie-jenv", from), EditRefused::NeverAnswers(party("ministerie-jenv")));
    let begun =
        guide.responsibilities.iter().find(|task| task.valid.from.is_some() && task.party.as_str() != "fier").unwrap();
    let first = begun.valid.from.unwrap().first_day();
    assert!(matches!(over(begun.id.as_str(), "fier", first), EditRefused::NotThen { .. }));
}
