//! What an answer says is said in its explanation too: each fact of the JSON is in the drawer.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use egui_kittest::kittest::NodeT as _;
use wegwijzer::{
    app::{App, Command, Selected},
    contract,
    file::Settings,
    lookup::Known,
    model::{FacetKind, Lang, PartyId, Scenario},
    present::Asked,
    text::words,
};

use crate::{
    driver::{Start, known, today, window_on},
    said::{facts, gap_facts, step_facts},
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

/// Everything that can be read in a window on an app.
fn shown(app: App, start: &Start) -> Vec<String> {
    let harness = window_on(app, start);
    let nodes = harness.root().children_recursive();
    nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

/// The facts that nowhere can be read.
fn missing<'a>(facts: &'a [String], shown: &[String]) -> Vec<&'a String> {
    facts.iter().filter(|fact| !shown.iter().any(|shown| shown.contains(fact.as_str()))).collect()
}

/// A window high enough that nothing of the drawer is out of sight.
fn high() -> Start {
    Start { size: [1280.0, 6000.0], ..Start::default() }
}

/// Looks for the facts of what is selected in its drawer. `found` gives both, for a case of the guide and its number.
fn are_in_the_drawer(more_than: usize, found: impl Fn(Asked<'_>, usize) -> Vec<(Selected, Vec<String>)>) {
    let guide = wegwijzer::file::embedded_guide().unwrap();
    let mut looked_at = 0;
    for (number, scenario) in guide.scenarios.iter().enumerate().step_by(6) {
        for (selected, said) in found(on_case(scenario).asked(), number) {
            let mut app = on_case(scenario);
            app.run(Command::Select(Some(selected.clone())));
            let shown = shown(app, &high());
            assert_eq!(missing(&said, &shown), Vec::<&String>::new(), "{selected:?} in {}", scenario.id);
            looked_at += 1;
        }
    }
    assert!(looked_at > more_than, "only {looked_at}");
}

#[test]
fn each_fact_of_a_case_is_in_the_drawer() {
    are_in_the_drawer(30, |asked, number| {
        let primary = asked.guide().responsibilities.ixs().filter_map(|task| asked.task(task));
        let primary = primary.filter(|facts| facts.record.primary && asked.outcome.standing(facts.ix).is_some());
        // Others of each case in turn, so that many different ones are seen.
        let some = primary.skip(number % 5).step_by(5);
        let said = some.map(|found| {
            let lengths = found.terms.iter().map(|fact| words::term_length(fact.term, Lang::Nl));
            let said = facts(&contract::answer(&found, Lang::Nl), lengths);
            (Selected::Responsibility(found.record.id.clone()), said)
        });
        said.collect()
    });
}

#[test]
fn each_fact_of_a_gap_is_in_the_drawer() {
    are_in_the_drawer(10, |asked, number| {
        let gaps = asked.guide().phases.iter().flat_map(|phase| asked.gaps_of(phase));
        let said = gaps.skip(number % 3).step_by(3).map(|found| {
            let gap = contract::gap(&found);
            let facet = |id: &String| asked.guide().facets.iter().find(|facet| facet.id.as_str() == id).unwrap();
            let open = gap.depends_on.iter().map(|id| words::facet_name(facet(id), Lang::Nl));
            (Selected::Gap(found.record.id.clone()), gap_facts(&gap).into_iter().chain(open).collect())
        });
        said.collect()
    });
}

#[test]
fn each_fact_of_a_route_is_in_the_drawer() {
    let mut steps = 0;
    for (own, to, date) in
        [("gemeente", "cosm", "2026-11-22"), ("politie", "ind", "2026-11-22"), ("politie", "comensha", "2012-01-01")]
    {
        let mut app = App::new(today(), Settings { tour_seen: true, ..Settings::default() }).unwrap();
        app.run(Command::SetDate(date.parse().unwrap()));
        for command in known(&[&format!("vraagsteller={own}")]) {
            app.run(command);
        }
        let [own, to] = [own, to].map(|id| PartyId::new(id).unwrap());
        let best = contract::routes(app.asked(), &app.asked().routes(&own, &to)).routes.remove(0);
        app.run(Command::Select(Some(Selected::Party(to))));
        let shown = shown(app, &high());
        for step in &best.steps {
            assert_eq!(missing(&step_facts(step), &shown), Vec::<&String>::new(), "{} on {date}", step.id);
            steps += 1;
        }
    }
    assert!(steps > 3, "only {steps} steps");
}
