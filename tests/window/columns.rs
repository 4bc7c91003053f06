//! The answers under the plan: few at once, the rest in its place.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wegwijzer::{
    app::{AnswerRow, App},
    model::ValueId,
};

use crate::driver::{Start, WOMAN, app_with, known, loaded, window};

/// What fits on one screen under the plan.
const AT_MOST: usize = 12;

/// How many answers and gaps are told at once.
fn told(app: &App) -> usize {
    let answers = app.answers();
    let aspects = answers.phases.iter().flat_map(|phase| &phase.aspects);
    aspects.map(|aspect| aspect.told.len() + usize::from(aspect.told_gap.is_some())).sum()
}

#[test]
fn no_case_of_the_guide_tells_more_than_a_screen_at_once_and_nothing_is_lost() {
    let guide = loaded(|_| {}).index;
    for case in &guide.guide().scenarios {
        let mut app = app_with(loaded(|_| {}), &Start::default(), case.date);
        let facets = case.given.iter().map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        });
        let facets: Vec<String> = facets.collect();
        for command in known(&facets.iter().map(String::as_str).collect::<Vec<_>>()) {
            app.run(command);
        }
        assert!((1..=AT_MOST).contains(&told(&app)), "{}: {}", case.id, told(&app));
        let answers = app.answers();
        let aspects = answers.phases.iter().flat_map(|phase| &phase.aspects);
        let tasks: usize =
            aspects.flat_map(|aspect| aspect.told.iter().chain(app.folded(aspect))).map(AnswerRow::task_count).sum();
        let standing = app.guide().responsibilities.ixs().filter(|task| app.outcome().standing(*task).is_some());
        assert_eq!(tasks, standing.count(), "{}: an answer is lost or told twice", case.id);
    }
}

#[test]
fn what_is_folded_opens_in_place_and_tells_its_task_and_number() {
    let mut harness = window(&Start { size: [1280.0, 3000.0], ..Start::default() }, known(&WOMAN));
    let cards = |harness: &egui_kittest::Harness<'_, wegwijzer::ui::Window>| {
        let buttons = harness.get_all_by_role(Role::Button).map(|node| node.accesskit_node().label());
        buttons.flatten().filter(|label| label.contains(", geldt")).count()
    };
    let before = cards(&harness);
    harness
        .get_by(|node| node.label().is_some_and(|label| label.starts_with("Opvang: ") && label.contains("tak")))
        .click();
    harness.run();
    assert!(cards(&harness) > before);
}
