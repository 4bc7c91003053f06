//! What the guide may not say of a person or a day, asked of whole kinds rather than of one case.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    answer::{answers, ask, gaps, items, strings, text},
    run::{json_of, say},
};

/// An adult from outside the EU without a right to stay, with the slightest indication.
const NO_STAY: &str = "leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing";

/// The day before and the day of each change of the law that the sources give.
const DAYS: [&str; 16] = [
    "2014-06-23",
    "2014-12-31",
    "2015-01-01",
    "2017-03-31",
    "2017-04-01",
    "2019-10-01",
    "2021-12-31",
    "2022-01-01",
    "2023-05-18",
    "2023-05-19",
    "2024-06-30",
    "2024-07-01",
    "2025-11-18",
    "2026-06-11",
    "2026-06-12",
    "2026-11-28",
];

fn values(facet: &str) -> Vec<String> {
    let schema = json_of("schema");
    let facet = items(&schema, "facets").iter().find(|known| known["id"] == facet).expect("the facet");
    items(facet, "values").iter().map(|value| text(value, "id").to_owned()).collect()
}

/// Answers that offer the bedenktijd, house in it or rest on it.
fn rests_on_bedenktijd(answer: &Value) -> bool {
    let task = text(answer, "task").to_lowercase();
    let party = text(answer, "party");
    (["vaststellen", "verblijf", "inkomen"].contains(&text(answer, "aspect")) && task.contains("bedenktijd"))
        || (party == "cosm" && answer["aspect"] != "terugkeer")
        || text(answer, "id").starts_with("comensha-opvang-cosm")
}

#[test]
fn the_bedenktijd_is_only_for_who_can_still_think_it_over() {
    // P96, B8/3.1: it is not for a witness who reports, and ends with a report or other cooperation.
    let open = ["geen-contact", "informatief-gesprek", "kan-niet-meewerken", "wil-niet-meewerken"];
    for date in ["2015-06-01", "2022-02-03", "2024-06-01", "2026-11-28"] {
        for stage in values("strafproces") {
            let asked = ask(&format!("--date {date} {NO_STAY} dublin=nee strafproces={stage}"));
            if open.contains(&stage.as_str()) {
                asked.applies("cosm", "opvang", "voert-uit").applies("politie", "vaststellen", "voert-uit");
                continue;
            }
            let still: Vec<&str> =
                answers(&asked.found).filter(|a| rests_on_bedenktijd(a)).map(|a| text(a, "id")).collect();
            assert_eq!(still, Vec::<&str>::new(), "{date} {stage}: the bedenktijd is over");
            for aspect in ["vaststellen", "opvang", "verblijf"] {
                let told = gaps(&asked.found).any(|gap| gap["aspect"] == aspect && gap["match"] == "applies");
                assert!(told, "{date} {stage}: nothing says whom to ask about {aspect}");
            }
        }
    }
    // Not known how far it is: then it depends on that.
    ask(NO_STAY).depends("cosm", "opvang", "voert-uit", "strafproces");
    ask("leeftijd=volwassen verblijf=bedenktijd").applies("cosm", "opvang", "voert-uit");
}

#[test]
fn a_running_bedenktijd_and_a_report_do_not_go_together() {
    for stage in ["aangifte", "andere-medewerking", "geseponeerd", "vrijspraak", "veroordeling"] {
        say(&format!("lookup verblijf=bedenktijd strafproces={stage}")).refused_with(2, &["edenktijd"]);
    }
}

#[test]
fn what_only_trafficking_gives_is_for_trafficking() {
    for date in DAYS {
        for indication in ["geen", "ernstige-benadeling"] {
            let asked = ask(&format!("--date {date} leeftijd=volwassen aanwijzing={indication}"));
            asked
                .absent("advocaat", "juridisch")
                .absent("comensha", "registreren")
                .absent("comensha", "zorgcoordinatie")
                .absent("zorgcoordinator", "zorgcoordinatie")
                .absent("comensha", "nazorg")
                .absent("zorgcoordinator", "nazorg")
                .absent("reguliere-opvang", "opvang")
                .gap("juridisch", "onbekend")
                .gap("nazorg", "onbekend");
            let mediates =
                asked.of("comensha", "opvang").iter().any(|a| a["id"] != "comensha-opvang-ernstige-benadeling");
            assert!(!mediates, "{date} {indication}: CoMensha mediates for trafficking");
        }
    }
}

#[test]
fn the_thirty_days_of_dublin_end_with_the_rule() {
    let thirty = |found: &Value| {
        answers(found).flat_map(|a| items(a, "terms")).any(|term| term["count"] == 30 && term["unit"] == "dag")
    };
    for (date, there) in [
        ("2023-05-18", false),
        ("2023-05-19", true),
        ("2026-06-11", true),
        ("2026-06-12", false),
        ("2026-11-28", false),
    ] {
        let asked = ask(&format!("--date {date} leeftijd=volwassen verblijf=bedenktijd dublin=ja"));
        assert_eq!(thirty(&asked.found), there, "{date}");
        for aspect in ["vaststellen", "opvang", "verblijf"] {
            let told = gaps(&asked.found)
                .any(|gap| gap["aspect"] == aspect && gap["kind"] == "onbekend" && text(gap, "id").contains("dublin"));
            assert_eq!(told, date >= "2026-06-12", "{date} {aspect}: P102, P103: the pact holds from 12 June 2026");
        }
    }
}

#[test]
fn a_child_gets_nothing_that_is_for_adults() {
    for date in ["2014-12-16", "2016-06-01", "2026-11-28"] {
        for age in ["0-11", "12", "13-14", "15", "16-17"] {
            let asked = ask(&format!("--date {date} leeftijd={age} verblijf=b8-vergunning strafproces=aangifte"));
            for aspect in ["inkomen", "inkomen-werk", "huisvesting"] {
                let who: Vec<&str> =
                    answers(&asked.found).filter(|a| a["aspect"] == aspect).map(|a| text(a, "id")).collect();
                assert_eq!(who, Vec::<&str>::new(), "{date} {age} {aspect}");
                asked.gap(aspect, "onbekend");
            }
            // P72: the first shelter is coordinated for adults; for a child CoMensha gives advice.
            let roles: BTreeSet<&str> = asked.of("comensha", "opvang").iter().map(|a| text(a, "role")).collect();
            assert!(!roles.contains("bemiddelt"), "{date} {age}: {roles:?}");
            asked.applies("comensha", "opvang", "adviseert");
        }
    }
}

#[test]
fn what_a_desk_fills_in_changes_something() {
    for (facet, value) in [
        ("vindplaats", "detentie"),
        ("vindplaats", "buitenland"),
        ("onderdak", "veilige-plek"),
        ("onderdak", "geen-plek"),
        ("onderdak", "bij-dader-of-werkgever"),
        ("onderdak", "andere-onveilige-plek"),
        ("inschrijving", "elders"),
        ("inschrijving", "nergens"),
        ("geslacht", "anders"),
        ("zelf-verdachte", "ja"),
    ] {
        let found = ask(&format!(
            "leeftijd=volwassen verblijf=eu aanwijzing=geringste-aanwijzing strafproces=informatief-gesprek {facet}={value}"
        ))
        .found;
        let because = answers(&found).chain(gaps(&found)).flat_map(|part| items(part, "because"));
        assert!(because.into_iter().any(|reason| reason["facet"] == facet), "{facet}={value} changes nothing");
    }
    // Detention: whom to ask, in each aspect concerned.
    let detained = ask(&format!("{NO_STAY} strafproces=informatief-gesprek vindplaats=detentie"));
    detained.gap("vaststellen", "onbekend").gap("opvang", "onbekend").gap("verblijf", "onbekend");
    detained.applies("om", "vaststellen", "beslist");
}

#[test]
fn the_law_is_that_of_the_day() {
    let bases = |date: &str, words: &str| -> String {
        let found = ask(&format!("--date {date} {words}")).found;
        let bases: Vec<String> = answers(&found).map(|answer| answer["legal_basis"].to_string()).collect();
        bases.join("\n")
    };
    let minor = "leeftijd=16-17 uitbuiting=seksueel aanwijzing=geringste-aanwijzing";
    let stays = "leeftijd=24-plus verblijf=b8-vergunning strafproces=aangifte";
    let young = "leeftijd=18-20 jeugdhulp-voor-18=ja";
    // The day before and the day of each change: what stands there, and what does not.
    for (date, words, there, not_there) in [
        ("2013-05-31", NO_STAY, "B9", "B8/3"),
        ("2013-06-01", NO_STAY, "B8/3", "B9"),
        ("2014-12-31", stays, "Wet werk en bijstand", "Participatiewet"),
        ("2015-01-01", stays, "Participatiewet", "Wet werk en bijstand"),
        ("2015-01-01", stays, "Wmo 2015", "Jeugdwet"),
        ("2014-12-31", stays, "60a", "Wmo 2015"),
        ("2014-12-31", young, "Wet op de jeugdzorg", "Jeugdwet"),
        ("2015-01-01", young, "Jeugdwet", "Wet op de jeugdzorg"),
        ("2017-03-31", minor, "273f", "Besluit slachtoffers van strafbare feiten"),
        ("2017-04-01", minor, "Besluit slachtoffers van strafbare feiten", "Wmo"),
        ("2024-06-30", minor, "248b", "Wet seksuele misdrijven"),
        ("2024-07-01", minor, "Wet seksuele misdrijven", "248b"),
    ] {
        let found = bases(date, words);
        assert!(found.contains(there), "{date} {words}: «{there}» should be there:\n{found}");
        assert!(!found.contains(not_there), "{date} {words}: «{not_there}» is of another day:\n{found}");
    }
}

/// The years that a text names, from 1900 on.
fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    let digits = text.split(|sign: char| !sign.is_ascii_digit());
    digits.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok()).filter(|year| *year > 1900)
}

#[test]
fn no_sentence_of_an_earlier_day_tells_of_a_later_year() {
    for date in DAYS {
        let year: i32 = date[..4].parse().expect("a year");
        let found = ask(&format!("--date {date}")).found;
        for part in answers(&found).chain(gaps(&found)) {
            let lists = ["notes", "provided", "legal_basis"].into_iter();
            let mut said: Vec<&str> =
                lists.filter(|key| part[*key].is_array()).flat_map(|key| strings(&part[key])).collect();
            said.extend(["task", "text"].iter().filter_map(|key| part[*key].as_str()));
            said.extend(part["valid"]["note"].as_str());
            for sentence in said {
                let later: Vec<i32> = years(sentence).filter(|named| *named > year).collect();
                assert_eq!(later, Vec::<i32>::new(), "{date} {}: «{sentence}»", part["id"]);
            }
        }
    }
}

#[test]
fn what_was_only_proposed_hands_nothing_over() {
    let found = json_of("route --from gemeente --to regionale-projectleider");
    assert!(items(&found, "routes").is_empty(), "S004-18 is a proposal");
    let told = say("explain regionale-projectleider --date 2022-02-03").fine().out.to_lowercase();
    assert!(told.contains("voorstel"), "{told}");
}

#[test]
fn who_reports_to_comensha_has_a_way_there() {
    // P106: most reports of 2024 are of the police, care coordinators and FairWork.
    for from in ["fairwork", "zorgcoordinator", "politie", "kmar", "arbeidsinspectie"] {
        let found =
            json_of(&format!("route --from {from} --to comensha uitbuiting=arbeid aanwijzing=geringste-aanwijzing"));
        let direct = items(&found, "routes").iter().any(|route| items(route, "steps").len() == 1);
        assert!(direct, "{from} → comensha");
    }
}
