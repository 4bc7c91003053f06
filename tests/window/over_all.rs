//! Gaps and overlaps over all persons in Beheer: seen, and an agreement recorded with one click and an edit.

use eframe::egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Keep},
    model::{AgreementState, Lang, RecordKey},
    text::{completeness as text, keeping},
    ui::Window,
};

use crate::{
    beheer::settled,
    driver::{Start, until},
    folder::own_folder,
    guided::{with_open, with_open_after},
};

type Shown = Harness<'static, Window>;

/// Opens the report, and waits until it is worked out.
pub(crate) fn over_all(harness: &mut Shown, lang: Lang) {
    harness.get_by_role_and_label(Role::Button, text::title(lang)).click_accesskit();
    harness.run_steps(2);
    until(harness, App::is_over_all_current);
    harness.run();
}

/// Presses the first button whose name begins so.
pub(crate) fn press_first(harness: &mut Shown, role: Role, begins: &str) {
    let found = harness
        .get_all_by_role(role)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(begins)));
    found.unwrap_or_else(|| panic!("no {role:?} «{begins}»")).click_accesskit();
    harness.run();
}

fn says(harness: &Shown, words: &str) -> bool {
    let mut nodes = harness.root().children_recursive();
    nodes.any(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).is_some_and(|said| said.contains(words))
    })
}

#[test]
fn a_coordinator_sees_gaps_and_overlaps_and_records_an_agreement() {
    let folder = own_folder("over-all");
    // In the shipped guide every overlap of today has its agreement: one of them was lost.
    let lost = Some(Keep::Delete { with_dependents: false });
    let mut harness = with_open_after("agreement/afspraak-medisch-psychisch", &folder, &Start::default(), lost);
    over_all(&mut harness, Lang::Nl);
    let view = std::sync::Arc::clone(harness.state().app().over_all().unwrap());
    // Gaps stand first, with those that the guide names when these are asked for.
    let named =
        view.gaps.places.iter().find(|place| {
            place.text.contains("opvang vanuit detentie") || place.text.contains("Opvang vanuit detentie")
        });
    let named = named.expect("a documented gap").text.clone();
    assert!(!says(&harness, &named));
    press_first(&mut harness, Role::CheckBox, text::also_documented(Lang::Nl));
    assert!(says(&harness, &named), "{named}");
    press_first(&mut harness, Role::Button, "Overlap (");
    press_first(&mut harness, Role::CheckBox, text::also_agreed(Lang::Nl));
    let open: Vec<_> = view.overlaps.places.iter().filter(|place| place.what.agreement.is_none()).collect();
    let first = open.first().expect("an overlap without an agreement");
    assert!(says(&harness, &first.text), "{}", first.text);
    // One click makes the agreement, and its form asks for the rest.
    press_first(&mut harness, Role::Link, "Afspraak vastleggen");
    settled(&mut harness);
    let app = harness.state().app();
    let opened = app.record_view().expect("its form").form.record.clone();
    let RecordKey::Agreement(id) = opened else { panic!("{opened:?}") };
    let made = app.kept_guide().agreements.get(&id).unwrap();
    assert_eq!(made.state, AgreementState::Nodig);
    let tasks: Vec<_> = first.what.tasks.iter().map(|task| view.guide.responsibilities[*task].id.clone()).collect();
    assert_eq!(made.between, tasks);
    assert_eq!(app.unsaved_steps(), 2);
}

#[test]
fn what_was_checked_with_a_party_is_noted_but_for_what_was_not() {
    let folder = own_folder("verify");
    let mut harness = with_open("party/fairwork", &folder, &Start::default());
    press_first(&mut harness, Role::Button, keeping::check_with_party(Lang::Nl));
    let app = harness.state().app();
    let now = app.today();
    let of_party = |app: &App| -> Vec<(String, Option<wegwijzer::model::Date>)> {
        let tasks = app.kept_guide().responsibilities.iter();
        let tasks = tasks.filter(|task| task.party.as_str() == "fairwork" && task.valid.holds_on(now));
        tasks.map(|task| (task.task.clone(), task.verified)).collect()
    };
    let before = of_party(app);
    assert!(before.len() > 1 && before.iter().all(|(_, verified)| verified.is_none()), "{before:?}");
    // One of them turned out to be different, and is left as it is.
    let begins: String = before[0].0.chars().take(40).collect();
    press_first(&mut harness, Role::CheckBox, &begins);
    press_first(&mut harness, Role::Button, &keeping::note_checked(before.len() - 1, Lang::Nl));
    settled(&mut harness);
    let app = harness.state().app();
    let after = of_party(app);
    assert_eq!(after[0].1, None);
    assert!(after[1..].iter().all(|(_, verified)| *verified == Some(now)), "{after:?}");
    let done = app.to_undo().unwrap();
    assert_eq!(&*done, keeping::checked_with_party(before.len() - 1, Lang::Nl));
}

#[test]
fn the_coverage_tells_who_is_primary_and_leads_to_the_answer() {
    let folder = own_folder("coverage");
    let mut harness = with_open("party/fairwork", &folder, &Start::default());
    over_all(&mut harness, Lang::Nl);
    press_first(&mut harness, Role::Button, text::coverage(Lang::Nl));
    press_first(&mut harness, Role::Button, text::facet(Lang::Nl));
    press_first(&mut harness, Role::RadioButton, "Leeftijd");
    let view = std::sync::Arc::clone(harness.state().app().over_all().unwrap());
    let guide = &view.guide;
    // Every cell says who it is, or that there is a gap.
    let of_age = view.coverage.iter().filter(|cell| guide.facets[cell.facet].id.as_str() == "leeftijd");
    let mut asked = 0;
    for cell in of_age {
        let facet = &guide.facets[cell.facet];
        let begins =
            format!("{}, {}: ", guide[cell.aspect].label.text(Lang::Nl), facet.values[cell.value].label.text(Lang::Nl));
        let link = harness
            .get_all_by_role(Role::Link)
            .find_map(|node| node.accesskit_node().label().filter(|label| label.starts_with(&begins)));
        let said = link.unwrap_or_else(|| panic!("no cell «{begins}»"));
        let first = cell.primary.first().map(|party| guide.parties[*party].short_name(view.day, Lang::Nl));
        assert!(first.is_none_or(|first| said.contains(first)), "{said}");
        asked += 1;
    }
    assert!(asked > 100, "{asked}");
    let known_before = harness.state().app().unsaved_steps();
    press_first(&mut harness, Role::Link, "Opvang, 16 of 17 jaar: ");
    harness.run_steps(4);
    let app = harness.state().app();
    let age = wegwijzer::model::FacetId::new("leeftijd").unwrap();
    assert!(format!("{:?}", app.profile().known(&age)).contains("16-17"), "{:?}", app.profile());
    assert!(says(&harness, "Wie heeft u voor u?"), "the answers are in sight");
    assert_eq!(harness.state().app().unsaved_steps(), known_before, "what is asked is no step");
}
