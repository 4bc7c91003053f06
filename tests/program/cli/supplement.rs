//! What one place adds to the guide: seen wherever it is used, told as its own, and never part of what is made for the
//! whole country.

use std::fs;

use wegwijzer::{
    edit::{BundleKind, Edit},
    file::{embedded_guide, write_bundle},
    model::{Entry, Guide, RecordKind},
};

use super::run::{Ran, empty_dir, run, shipped_guide};
use crate::supplement::{OWN_CENTRAL, OWN_NUMBER, OWN_ROUTE, bundle, edited, of_borne, supplement};

const MARK: &str = "eigen aanvulling";

/// A file of that name.
fn file(name: &str, content: &str) -> String {
    let file = empty_dir(&format!("supplement-{name}")).join("borne.ron");
    fs::write(&file, content).unwrap();
    file.to_str().unwrap().to_owned()
}

/// The supplement of gemeente Borne, in a file.
fn borne(name: &str) -> String {
    file(name, &supplement(&of_borne()))
}

fn ask(line: &str, file: &str) -> Ran {
    run(&line.split(' ').chain(["--supplement", file]).collect::<Vec<_>>())
}

/// A supplement with this done to the guide, in a file.
fn with(name: &str, kind: BundleKind, change: impl FnOnce(&mut Guide)) -> String {
    let guide = embedded_guide().unwrap();
    let mut after = guide.clone();
    change(&mut after);
    file(name, &write_bundle(&bundle(kind, &guide, &after)))
}

#[test]
fn what_is_ones_own_answers_and_says_so() {
    let file = borne("answers");
    let gemeente = "lookup vraagsteller=gemeente leeftijd=volwassen verblijf=eu --gemeente Borne";
    let said = ask(&format!("{gemeente} --all"), &file).fine().out;
    let first = said.lines().next().unwrap();
    assert!(first.contains("met eigen aanvulling van Gemeente Borne (30 november 2026)"), "{first}");
    for own in [OWN_ROUTE, OWN_CENTRAL] {
        assert!(said.contains(own), "{own}:\n{said}");
    }
    let line = |text: &str| said.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}:\n{said}"));
    assert!(line(OWN_CENTRAL).contains(MARK), "{}", line(OWN_CENTRAL));
    for told in said.lines().filter(|line| line.contains(OWN_NUMBER)) {
        assert!(told.contains(MARK), "{told}");
    }
    assert!(said.lines().any(|line| line.contains(OWN_NUMBER)));
    // In brief, and in English.
    let brief = ask(gemeente, &file).fine().out;
    assert!(brief.lines().any(|line| line.contains(OWN_CENTRAL) && line.contains(MARK)), "{brief}");
    let english = ask(&format!("{gemeente} --lang en"), &file).fine().out;
    assert!(english.contains("own supplement") && !english.contains(MARK), "{english}");
    // Nothing of it without the option, or elsewhere.
    let without = run(&gemeente.split(' ').collect::<Vec<_>>()).fine().out;
    assert!(!without.contains(MARK) && !without.contains(OWN_NUMBER), "{without}");
    let elsewhere = ask(&gemeente.replace("Borne", "Sluis"), &file).fine().out;
    assert!(!elsewhere.contains(OWN_CENTRAL), "{elsewhere}");
}

#[test]
fn json_says_of_each_thing_whether_it_is_ones_own() {
    let file = borne("json");
    let line = "lookup vraagsteller=gemeente leeftijd=volwassen verblijf=eu --gemeente Borne --format json";
    let said = ask(line, &file).fine().value();
    let supplement = &said["guide"]["supplement"];
    assert_eq!(supplement["file"], "borne.ron");
    assert_eq!(supplement["organisation"], "Gemeente Borne");
    assert_eq!(supplement["date"], "2026-11-30");
    assert_eq!(supplement["clashes"].as_array().unwrap().len(), 0);
    let answers: Vec<_> =
        said["phases"].as_array().unwrap().iter().flat_map(|phase| phase["answers"].as_array().unwrap()).collect();
    let (own, others): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer["id"].as_str().unwrap().starts_with("eigen-"));
    assert!(own.len() >= 2 && own.iter().all(|answer| answer["own"] == true), "{own:?}");
    assert!(others.iter().all(|answer| answer.get("own").is_none()));
    let contacts = others.iter().flat_map(|answer| answer["contacts"].as_array().unwrap());
    let mut numbers = 0;
    for contact in contacts {
        let is_own = contact["value"] == OWN_NUMBER;
        numbers += usize::from(is_own);
        assert_eq!(contact.get("own").is_some(), is_own, "{contact}");
    }
    assert!(numbers > 0);
    let steps = said["plan"].as_array().unwrap().iter().chain(said["plan_rest"].as_array().unwrap());
    let told: Vec<_> = steps.flat_map(|step| step["contacts"].as_array().unwrap()).collect();
    assert!(told.iter().any(|contact| contact["value"] == OWN_NUMBER && contact["own"] == true), "{told:?}");
}

#[test]
fn it_is_found_explained_put_on_the_card_and_on_the_poster_as_ones_own() {
    let file = borne("elsewhere");
    let found = ask("search Enschede", &file).fine().out;
    assert!(found.lines().any(|line| line.contains(OWN_CENTRAL) && line.contains(MARK)), "{found}");
    let found = ask("search Enschede --format json", &file).fine().value();
    assert!(found["hits"].as_array().unwrap().iter().any(|hit| hit["own"] == true), "{found}");
    let why = ask("explain eigen-gemeente-enschede --gemeente Borne", &file).fine().out;
    assert!(why.contains(MARK), "{why}");
    let folder = empty_dir("supplement-paper");
    let facets = "vraagsteller=gemeente leeftijd=volwassen verblijf=eu --gemeente Borne";
    for (what, name) in [("card --full", "k.txt"), ("poster", "p.svg")] {
        let out = folder.join(name);
        ask(&format!("export {what} --out {} {facets}", out.display()), &file).fine();
        let made = fs::read_to_string(&out).unwrap();
        assert!(made.contains("met eigen aanvulling van Gemeente Borne"), "{what}");
        assert!(made.contains("Enschede"), "{what}");
        if name == "k.txt" {
            for line in made.lines().filter(|line| line.contains(OWN_NUMBER)) {
                assert!(line.contains(MARK), "{line}");
            }
            assert!(made.contains("Eigen aanvulling"), "{made}");
        } else {
            assert!(made.contains("eigen: Gemeente Enschede"), "the picture says whose it is");
        }
    }
    for line in ["check", "report coverage", "report sources", "route --from gemeente --to comensha"] {
        let said = ask(line, &file);
        assert!(said.err.is_empty() && said.exit == 0, "{line}: {}{}", said.out, said.err);
        assert!(said.out.contains("met eigen aanvulling van Gemeente Borne"), "{line}: {}", said.out);
    }
}

#[test]
fn a_supplement_in_the_place_of_a_guide_lies_over_the_one_inside_the_program() {
    let file = borne("as-guide");
    let said = run(&["search", "Enschede", "--guide", &file]).fine().out;
    assert!(said.contains(OWN_CENTRAL) && said.contains("met eigen aanvulling"), "{said}");
    let said = run(&[&file, "search", "Enschede"]).fine().out;
    assert!(said.contains(OWN_CENTRAL), "{said}");
    let own = file.replace("borne.ron", "gids.ron");
    fs::write(&own, shipped_guide().replacen("033 448 11 86", "033 448 11 68", 1)).unwrap();
    let said = ask(&format!("search Enschede --guide {own}"), &file).fine().out;
    assert!(said.contains("niet de ingebouwde gids · met eigen aanvulling"), "{said}");
}

#[test]
fn what_is_made_for_the_whole_country_has_nothing_of_it() {
    let file = borne("national");
    let folder = empty_dir("supplement-national-out");
    let gids = folder.join("gids.ron");
    fs::write(&gids, shipped_guide()).unwrap();
    let gids = gids.to_str().unwrap();
    for line in [
        format!("fmt {gids}"),
        format!("diff {gids} {gids}"),
        format!("merge {gids} {gids} {gids} --out {gids}"),
        format!("words {gids}"),
        "schema".to_owned(),
        "scenarios".to_owned(),
        format!("export graphml --out {}", folder.join("k.graphml").display()),
        format!("export dot --out {}", folder.join("k.dot").display()),
        format!("export site --out {}", folder.join("k.html").display()),
        format!("check --fix --out {gids}"),
    ] {
        ask(&line, &file).refused_with(2, &["voor het hele land", "--supplement"]);
    }
    assert_eq!(fs::read_to_string(gids).unwrap(), shipped_guide());
    assert!(!folder.join("k.dot").exists());
    // And as a guide it is none of these either.
    for line in [
        vec!["fmt", &file],
        vec!["words", &file],
        vec!["--guide", &file, "schema"],
        vec!["--guide", &file, "export", "dot", "--out", gids],
    ] {
        run(&line).refused_with(1, &["eigen aanvulling", "geen wegwijzer"]);
    }
}

#[test]
fn what_a_supplement_may_not_hold_is_refused_by_name() {
    type Break = fn(&mut Guide);
    let cases: [(&str, Break, &[&str]); 6] = [
        ("title", |guide| guide.title = "Ons eigen land".to_owned(), &["guide", "hoort niet in een eigen aanvulling"]),
        (
            "summary",
            |guide| guide.parties.rows_mut()[0].summary = "Anders.".to_owned(),
            &["party/aandachtsfunctionaris", "«samenvatting»", "overal hetzelfde"],
        ),
        (
            "taken-out",
            |guide| {
                let at = guide.parties.iter().position(|party| !party.contacts.is_empty()).unwrap();
                guide.parties.rows_mut()[at].contacts.clear();
            },
            &["party/", "haalt niets weg"],
        ),
        (
            "no-area",
            |guide| {
                let mut own = guide.responsibilities.rows_mut()[0].clone();
                own.id = wegwijzer::model::ResponsibilityId::new("eigen-taak").unwrap();
                guide.responsibilities.push(own);
            },
            &["responsibility/eigen-taak", "noemt de regio"],
        ),
        (
            "referral",
            |guide| {
                let mut own = guide.referrals.rows_mut()[0].clone();
                own.id = wegwijzer::model::RecordId::new("eigen-weg").unwrap();
                guide.referrals.push(own);
            },
            &["referral/eigen-weg", "hoort niet in een eigen aanvulling"],
        ),
        (
            "several",
            |guide| {
                guide.title = "Ons".to_owned();
                guide.parties.rows_mut()[0].summary = "Anders.".to_owned();
            },
            &["guide", "en zo nog 1"],
        ),
    ];
    for (name, change, parts) in cases {
        let file = with(name, BundleKind::Aanvulling, change);
        ask("lookup leeftijd=12", &file).refused_with(1, parts);
        ask("lookup leeftijd=12", &file).refused_with(1, &["Bestand: ", "borne.ron"]);
        ask("check", &file).refused_with(1, parts);
        ask("lookup leeftijd=12 --lang en", &file).refused(1);
    }
    let file = with("proposal", BundleKind::Voorstel, |guide| guide.title = "Beter".to_owned());
    ask("lookup leeftijd=12", &file).refused_with(1, &["Dit is een voorstel"]);
    run(&["lookup", "leeftijd=12", "--guide", &file]).refused_with(1, &["Dit is een voorstel"]);
    let gids = file.replace("borne.ron", "gids.ron");
    fs::write(&gids, shipped_guide()).unwrap();
    ask("lookup leeftijd=12", &gids).refused_with(1, &["geen eigen aanvulling"]);
    // A task in a region that does not exist is an error of the guide with it.
    let file = with("region", BundleKind::Aanvulling, |guide| {
        let mut own = guide.responsibilities.rows_mut()[0].clone();
        own.id = wegwijzer::model::ResponsibilityId::new("eigen-taak").unwrap();
        own.area = vec!["Nergenshuizen".to_owned()];
        guide.responsibilities.push(own);
    });
    ask("lookup leeftijd=12", &file)
        .refused_with(1, &["Met deze eigen aanvulling klopt de gids niet", "Nergenshuizen"]);
}

#[test]
fn a_new_edition_keeps_what_is_ones_own_and_a_clash_is_told_in_one_line() {
    let file = with("clash", BundleKind::Aanvulling, |guide| {
        let party = guide.parties.rows_mut().iter_mut().find(|party| party.id.as_str() == "aandachtsfunctionaris");
        party.unwrap().note = Some("Bij ons is dat iedere ochtend.".to_owned());
    });
    let guide = embedded_guide().unwrap();
    let key = RecordKind::Party.key("aandachtsfunctionaris").unwrap();
    let Some(Entry::Party(mut party)) = wegwijzer::edit::get(&guide, &key.into()) else { panic!("no such party") };
    party.note = Some("In het hele land is dat elke middag.".to_owned());
    let mut newer = edited(&guide, &[Edit::Replace(Entry::Party(party))]);
    newer.edition = "2027-03".to_owned();
    let gids = file.replace("borne.ron", "gids.ron");
    fs::write(&gids, wegwijzer::file::write_guide(&newer)).unwrap();
    let ran = ask(&format!("lookup vraagsteller=gemeente --all --gemeente Borne --guide {gids}"), &file);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("«borne.ron»") && ran.err.contains("party/aandachtsfunctionaris"), "{}", ran.err);
    let json = ask(&format!("search x --format json --guide {gids}"), &file).value();
    assert_eq!(json["guide"]["supplement"]["clashes"][0], "party/aandachtsfunctionaris");
    // What does not clash is there in the new edition.
    let file = borne("newer");
    let gids = file.replace("borne.ron", "gids.ron");
    fs::write(&gids, wegwijzer::file::write_guide(&newer)).unwrap();
    let said = ask(&format!("search Enschede --guide {gids}"), &file).fine().out;
    assert!(said.contains(OWN_CENTRAL) && said.contains("2027-03"), "{said}");
}

#[test]
fn an_own_record_never_takes_the_place_of_one_that_everybody_has() {
    // By chance the country gives another party the same id later.
    let file = borne("same-id");
    let guide = embedded_guide().unwrap();
    let key = RecordKind::Party.key("centrumgemeente").unwrap();
    let Some(Entry::Party(mut party)) = wegwijzer::edit::get(&guide, &key.into()) else { panic!("no such party") };
    party.id = wegwijzer::model::PartyId::new("eigen-gemeente-enschede").unwrap();
    party.names[0].name.nl = "Landelijk Bureau".to_owned();
    party.names[0].short = None;
    party.aliases.clear();
    let newer = edited(&guide, &[Edit::Add(Entry::Party(party))]);
    let gids = file.replace("borne.ron", "gids.ron");
    fs::write(&gids, wegwijzer::file::write_guide(&newer)).unwrap();
    let ran = ask(&format!("explain eigen-gemeente-enschede --gemeente Borne --guide {gids}"), &file);
    assert_eq!(ran.exit, 0, "{}", ran.err);
    assert!(ran.out.contains("Landelijk Bureau") && !ran.out.contains(OWN_CENTRAL), "{}", ran.out);
    assert!(ran.err.contains("party/eigen-gemeente-enschede"), "{}", ran.err);
}
