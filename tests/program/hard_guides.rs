//! Guides that are small, or harmless to look at, and would take for ever to answer with.

use std::{fmt::Write as _, sync::mpsc, thread, time::Duration};

use wegwijzer::{
    file::{embedded_regions, read_guide},
    lookup::{Index, Outcome, Profile},
    model::{Date, Fault, LookupError},
    present::{Asked, Why},
    review,
};

/// So many facets that a way that tries all sets of them would outlive whoever waits.
const MANY: usize = 48;

/// A guide with `count` facets that ask yes or no, one party with one task, for whoever `who` says, and these rules.
fn guide(count: usize, who: &str, rules: &str) -> String {
    let mut facets = String::new();
    for facet in 0..count {
        let _ = write!(
            facets,
            r#"(id: "x{facet}", section: "a", kind: one, label: (nl: "x{facet}"), question: (nl: "x{facet}?"),
                values: [(id: "ja", label: (nl: "ja")), (id: "nee", label: (nl: "nee"))]),"#
        );
    }
    format!(
        r#"(schema: 1, title: "X", edition: "2026-11", owner: (name: "X"),
            sources: [(id: "s", title: "T", publisher: "P", date: "2020", certainty: hoog)],
            facet_sections: [(id: "a", label: (nl: "A"))], facets: [{facets}], {rules}
            phases: [(id: "identificatie", letter: 'A', title: (nl: "A"), short: (nl: "A"),
                aspects: [(id: "melden", label: (nl: "melden"))])],
            parties: [(id: "p", kind: organisatie, scope: uitvoerend, names: [(name: (nl: "P"))], summary: "Doet iets.",
                cites: [(source: "s", at: "1")])],
            responsibilities: [(id: "r", party: "p", aspect: "melden", role: voert_uit, primary: true, who: {who},
                task: "Doet iets.", cites: [(source: "s", at: "1")])])"#
    )
}

fn each(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(", ")
}

/// What comes of it, unless it takes for ever.
fn soon<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || sender.send(work()));
    ended.recv_timeout(Duration::from_mins(1)).expect("this takes for ever, or it failed")
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// Opens a guide and asks it.
fn ask(guide: &str, given: &[String]) -> (Index, Profile, Result<Outcome, LookupError>) {
    let guide = read_guide(guide).unwrap().into();
    let index = review::index(&guide, &embedded_regions().unwrap(), today()).unwrap();
    let profile = Profile::parse(&guide, given.iter().map(String::as_str)).unwrap();
    let outcome = index.look_up(&profile, today());
    (index, profile, outcome)
}

/// Why the only answer stands as it does: how many facets that takes.
fn facets_of_why(text: String, given: Vec<String>) -> usize {
    soon(move || {
        let (index, profile, outcome) = ask(&text, &given);
        let outcome = outcome.unwrap();
        let task = index.guide().responsibilities.ixs().next().unwrap();
        match (Asked { index: &index, profile: &profile, outcome: &outcome }).task(task).unwrap().why() {
            Why::Because(reasons) => reasons.len(),
            Why::DependsOn(facets) => facets.len(),
            Why::Not(not) => not.unwrap().by.len(),
        }
    })
}

#[test]
fn none_of_many_risks_is_explained_by_all_of_them() {
    let none = format!("Not(Any([{}]))", each(MANY, |facet| format!(r#"Is("x{facet}", ["ja"])"#)));
    let given = |value: &str| (0..MANY).map(|facet| format!("x{facet}={value}")).collect::<Vec<_>>();
    assert_eq!(facets_of_why(guide(MANY, &none, ""), given("nee")), MANY);
    assert_eq!(facets_of_why(guide(MANY, &none, ""), given("ja")), MANY, "it would need all of them");
}

#[test]
fn a_ring_of_implications_flips_as_a_whole() {
    let ring = each(MANY, |facet| {
        let next = (facet + 1) % MANY;
        format!(
            r#"(id: "i{facet}", when: Is("x{facet}", ["ja"]), then: Is("x{next}", ["ja"]), text: (nl: "volgt"),
                basis: aanname("x"))"#
        )
    });
    let rules = format!("implications: [{ring}],");
    assert_eq!(facets_of_why(guide(MANY, r#"Is("x0", ["ja"])"#, &rules), Vec::new()), MANY);
}

#[test]
fn a_contradiction_of_many_facets_is_told_by_those_facets() {
    let clash = each(MANY / 2, |facet| format!(r#"Is("x{facet}", ["ja"])"#));
    let rules =
        format!(r#"impossible: [(id: "i", when: All([{clash}]), text: (nl: "kan niet"), basis: aanname("x"))],"#);
    let given = (0..MANY).map(|facet| format!("x{facet}=ja")).collect::<Vec<_>>();
    let text = guide(MANY, "Always", &rules);
    let refused = soon(move || ask(&text, &given).2.map(|_| ()));
    let Err(LookupError::Contradictory { facets, .. }) = refused else { panic!("nobody has all of them") };
    assert_eq!(facets.len(), MANY / 2);
}

#[test]
fn a_condition_that_cannot_be_worked_out_is_refused_by_name() {
    let pairs = each(MANY / 2, |facet| {
        let far = facet + MANY / 2;
        format!(r#"All([Is("x{facet}", ["ja"]), Is("x{far}", ["ja"])])"#)
    });
    for text in [
        guide(MANY, &format!("Any([{pairs}])"), ""),
        guide(
            MANY,
            "Always",
            &format!(r#"impossible: [(id: "r", when: Any([{pairs}]), text: (nl: "kan niet"), basis: aanname("x"))],"#),
        ),
    ] {
        let problems =
            soon(move || review::check(&read_guide(&text).unwrap().into(), &embedded_regions().unwrap(), today()));
        let [problem] = problems.iter().filter(|problem| problem.fault == Fault::TooComplex).collect::<Vec<_>>()[..]
        else {
            panic!("it is not told: {problems:?}")
        };
        assert_eq!(problem.object(), "r");
    }
}

#[test]
fn more_questions_than_fit_are_refused() {
    let values = each(32, |value| format!(r#"(id: "v{value}", label: (nl: "v"))"#));
    let facets = each(2_100, |facet| {
        format!(
            r#"(id: "f{facet}", section: "a", kind: many, label: (nl: "f"), question: (nl: "f?"), values: [{values}])"#
        )
    });
    let text = guide(0, "Always", "").replace("facets: []", &format!("facets: [{facets}]"));
    let refused = soon(move || Index::new(read_guide(&text).unwrap().into()).map(|_| ()));
    assert!(refused.is_err());
}

/// A guide with so many gaps where nobody is responsible, and so many tasks, each for other people; `meets` has them
/// speak of the same people.
fn gaps_and_tasks(gaps: usize, tasks: usize, meets: bool) -> String {
    let base = guide(26, "Always", "");
    let who = |at: usize, first: &str| {
        let parts = (0..4)
            .map(|part| format!(r#"Is("x{}", ["{}"])"#, 1 + (at * 7 + part * 5) % 25, ["ja", "nee"][(at >> part) % 2]));
        format!(r#"All([Is("x0", ["{first}"]), Any([{}])])"#, parts.collect::<Vec<_>>().join(", "))
    };
    let gap_side = if meets { "nee" } else { "ja" };
    let gaps = each(gaps, |at| {
        format!(
            r#"(id: "g{at}", aspect: "melden", kind: niemand, who: {}, text: "Niemand.", ask: "p", cites: [(source: "s", at: "1")])"#,
            who(at, gap_side)
        )
    });
    let tasks = each(tasks, |at| {
        format!(
            r#"(id: "t{at}", party: "p", aspect: "melden", role: voert_uit, primary: true, who: {}, task: "Doet iets.",
                cites: [(source: "s", at: "1")])"#,
            who(at, "nee")
        )
    });
    let rules = each(11, |at| {
        let (one, other) = (1 + at * 2, 2 + at * 2);
        format!(
            r#"(id: "i{at}", when: All([Is("x{one}", ["ja"]), Is("x{other}", ["ja"])]), text: (nl: "kan niet"), basis: aanname("x"))"#
        )
    });
    let begin = base.find("responsibilities: [").unwrap();
    let base = format!("{}responsibilities: [{tasks}], gaps: [{gaps}])", &base[..begin]);
    base.replacen("phases: [", &format!("impossible: [{rules}], phases: ["), 1)
}

#[test]
fn many_gaps_are_held_against_many_tasks_within_reach() {
    for meets in [false, true] {
        let text = gaps_and_tasks(200, 1_000, meets);
        let begin = std::time::Instant::now();
        let problems =
            soon(move || review::check(&read_guide(&text).unwrap().into(), &embedded_regions().unwrap(), today()));
        let took = begin.elapsed();
        assert!(took < Duration::from_secs(20), "{took:?}, in a build that is not optimised");
        let overlaps = problems.iter().filter(|problem| matches!(problem.fault, Fault::GapOverlapsAnswer(_))).count();
        assert_eq!(overlaps > 0, meets, "{overlaps}");
        assert!(overlaps <= 200 * 20, "more than one reads: {overlaps}");
    }
}
