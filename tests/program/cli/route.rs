//! `route`: the hand-overs that lead from one party to another.

use serde_json::Value;

use super::{
    answer::{items, strings, text},
    run::{json_of, say},
    shape::{List, Object, Text, are_sources, has_keys},
};

const CASE: &str =
    "--date 2022-02-03 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing";

fn routes(from: &str, to: &str, words: &str) -> Vec<Vec<Value>> {
    let found = json_of(&format!("route --from {from} --to {to} {words}"));
    has_keys(&found, &[("routes", List)]);
    items(&found, "routes")
        .iter()
        .map(|route| {
            has_keys(route, &[("steps", List)]);
            items(route, "steps").to_vec()
        })
        .collect()
}

#[test]
fn every_step_says_how_and_on_which_ground() {
    let schema = json_of("schema");
    let (acts, grounds) = (strings(&schema["acts"]), strings(&schema["sharing_grounds"]));
    let found = routes("gemeente", "cosm", CASE);
    assert!(!found.is_empty(), "a gemeente can reach the COSM by CoMensha (P28)");
    for step in found.iter().flatten() {
        has_keys(
            step,
            &[
                ("from", Text),
                ("to", Text),
                ("act", Text),
                ("sharing", Object),
                ("terms", List),
                ("match", Text),
                ("sources", List),
            ],
        );
        has_keys(&step["sharing"], &[("ground", Text), ("text", Text)]);
        assert!(acts.contains(&text(step, "act")), "{step}");
        assert!(grounds.contains(&text(&step["sharing"], "ground")), "{step}");
        assert!(["applies", "depends"].contains(&text(step, "match")), "{step}");
        assert!(!items(step, "sources").is_empty(), "no source, no fact: {step}");
        are_sources(&step["sources"]);
    }
}

#[test]
fn the_shortest_route_comes_first_and_then_the_certain_one() {
    for (from, to, words) in [("gemeente", "cosm", CASE), ("politie", "comensha", ""), ("jeugdzorg", "politie", "")] {
        let rank: Vec<(usize, bool)> = routes(from, to, words)
            .iter()
            .map(|steps| (steps.len(), steps.iter().any(|step| step["match"] == "depends")))
            .collect();
        assert!(rank.is_sorted(), "route from {from} to {to}: (steps, uncertain) are {rank:?}");
    }
}

#[test]
fn a_route_starts_and_ends_where_it_was_asked_and_goes_nowhere_twice() {
    for steps in routes("gemeente", "cosm", CASE) {
        let (first, last) = (&steps[0], steps.last().expect("a step"));
        assert_eq!(last["to"], "cosm");
        // The aandachtsfunctionaris is a part of the gemeente.
        assert!(["gemeente", "aandachtsfunctionaris"].contains(&text(first, "from")), "{first}");
        let mut visited: Vec<&str> = steps.iter().map(|step| text(step, "to")).collect();
        visited.push(text(first, "from"));
        visited.sort_unstable();
        let stops = visited.len();
        visited.dedup();
        assert_eq!(visited.len(), stops, "{steps:?}");
    }
}

#[test]
fn placing_in_the_cosm_goes_by_comensha() {
    // P28: nobody else places there.
    for steps in routes("gemeente", "cosm", CASE) {
        assert_eq!(steps.last().expect("a step")["from"], "comensha");
    }
}

#[test]
fn a_route_that_does_not_hold_for_this_person_or_day_is_not_told() {
    assert!(!routes("comensha", "cosm", CASE).is_empty());
    let dutch = CASE.replace("derdeland-zonder-verblijfsrecht", "nederlander");
    assert_eq!(routes("comensha", "cosm", &dutch), Vec::<Vec<Value>>::new());
    let words = say(&format!("route --from comensha --to cosm {dutch}")).fine().out;
    assert!(words.contains("geen route"), "{words}");
    // S002-22: to the pilot only from January 2022.
    let worker = "leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    assert!(routes("comensha", "opvang-ernstige-benadeling", &format!("--date 2021-12-01 {worker}")).is_empty());
    assert!(!routes("comensha", "opvang-ernstige-benadeling", &format!("--date 2022-06-01 {worker}")).is_empty());
}

#[test]
fn nobody_is_sent_to_a_shelter_before_it_opened() {
    // T5: the COSM opened on 15 June 2010.
    let person = "leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing";
    assert!(routes("politie", "cosm", &format!("--date 2010-06-14 {person}")).is_empty());
    assert!(!routes("politie", "cosm", &format!("--date 2010-06-15 {person}")).is_empty());
}

#[test]
fn a_party_at_an_end_includes_its_parts() {
    // AVIM is a part of the police: what starts at AVIM starts at the police, and what reaches AVIM reaches them.
    let ids = |from: &str, to: &str| -> Vec<String> {
        let direct = routes(from, to, "").into_iter().filter(|steps| steps.len() == 1);
        direct.map(|steps| text(&steps[0], "to").to_owned()).collect()
    };
    let to_part = ids("comensha", "politie-avim").len() + ids("arbeidsinspectie", "politie-avim").len();
    let to_whole: Vec<String> = [ids("comensha", "politie"), ids("arbeidsinspectie", "politie")].concat();
    assert!(to_whole.len() >= to_part, "{to_whole:?}");
    assert!(to_part > 0, "S004-25 and P28 name AVIM as who receives");
    assert!(to_whole.iter().any(|to| to == "politie-avim"), "{to_whole:?}");
}

#[test]
fn no_route_passes_its_own_end_or_comes_back_to_where_it_started() {
    for (from, to) in [("advocaat", "politie-avim"), ("politie", "nidos"), ("politie", "comensha"), ("burger", "cosm")]
    {
        let found = routes(from, to, "");
        assert!(!found.is_empty(), "{from} → {to}");
        for steps in found {
            let parties: Vec<(&str, &str)> = steps.iter().map(|step| (text(step, "from"), text(step, "to"))).collect();
            let own = |party: &str, whole: &str| party == whole || party.starts_with(&format!("{whole}-"));
            assert!(parties.iter().all(|(party, _)| !own(party, to)), "{to} hands over on the way: {parties:?}");
            assert!(parties.iter().all(|(_, party)| !own(party, from)), "back at {from}: {parties:?}");
        }
    }
}

#[test]
fn the_words_name_both_ends_and_the_ground() {
    let words = say(&format!("route --from gemeente --to cosm {CASE}")).fine().out;
    assert!(words.lines().any(|line| line == "1."), "{words}");
    assert!(words.contains("CoMensha") && words.contains("COSM") && words.contains("→"), "{words}");
}
