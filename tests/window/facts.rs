//! What an answer says is said in its explanation too: each fact of the JSON is in the drawer.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use egui_kittest::kittest::NodeT as _;
use wegwijzer::{
    app::{App, Command, Selected},
    contract,
    file::Settings,
    lookup::Known,
    model::{FacetKind, Lang, Scenario},
    text::words,
};

use crate::{
    driver::{Start, today, window_on},
    said::facts,
};

/// A window on a case of the guide, on its own day.
fn on_case(scenario: &Scenario) -> App {
    let mut app = App::new(today(), Settings { tour_seen: true, ..Settings::default() }).unwrap();
    app.run(Command::SetDate(scenario.date));
    let guide = std::sync::Arc::clone(app.document());
    for (facet, values) in &scenario.given {
        let described = guide.guide().facet(facet).unwrap();
        let mut profile = wegwijzer::lookup::Profile::default();
        let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
        profile.give(described, &values).unwrap();
        let known = profile.known(facet).cloned();
        assert!(matches!(
            (described.kind, &known),
            (FacetKind::One, Some(Known::OneOf(_))) | (FacetKind::Many, Some(Known::Each(_)))
        ));
        app.run(Command::Know(facet.clone(), known));
    }
    app
}

#[test]
fn each_fact_of_a_case_is_in_the_drawer() {
    let guide = wegwijzer::file::embedded_guide().unwrap();
    // A window high enough that nothing of the drawer is out of sight.
    let start = Start { size: [1280.0, 6000.0], ..Start::default() };
    let mut looked_at = 0;
    for (number, scenario) in guide.scenarios.iter().enumerate().filter(|(number, _)| number % 6 == 0) {
        let asked = on_case(scenario);
        let asked = asked.asked();
        let primary = asked.guide().responsibilities.ixs().filter_map(|task| asked.task(task));
        let primary = primary.filter(|facts| facts.record.primary && asked.outcome.standing(facts.ix).is_some());
        // Others of each case in turn, so that many different ones are seen.
        for found in primary.skip(number % 5).step_by(5) {
            let mut app = on_case(scenario);
            app.run(Command::Select(Some(Selected::Responsibility(found.record.id.clone()))));
            let harness = window_on(app, &start);
            let nodes = harness.root().children_recursive();
            let shown: Vec<String> = nodes
                .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
                .collect();
            let lengths = found.terms.iter().map(|fact| words::term_length(fact.term, Lang::Nl));
            let said = facts(&contract::answer(&found, Lang::Nl), lengths);
            let missing: Vec<&String> =
                said.iter().filter(|fact| !shown.iter().any(|shown| shown.contains(fact.as_str()))).collect();
            assert_eq!(missing, Vec::<&String>::new(), "{} in {}", found.record.id, scenario.id);
            looked_at += 1;
        }
    }
    assert!(looked_at > 30, "only {looked_at} answers");
}
