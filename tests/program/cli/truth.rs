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
            let asked =
                ask(&format!("--date {date} {NO_STAY} dublin=nee strafproces={stage} vindplaats=elders-in-nederland"));
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

#[test]
fn who_is_detained_or_abroad_is_not_surely_offered_the_bedenktijd() {
    // P96: in immigration detention only when the prosecution and the police agree; of abroad no source speaks.
    for date in ["2012-06-01", "2015-06-01", "2022-02-03", "2024-06-01", "2026-11-29"] {
        for stage in ["geen-contact", "informatief-gesprek", "kan-niet-meewerken", "wil-niet-meewerken"] {
            for place in ["detentie", "buitenland"] {
                let asked = ask(&format!("--date {date} {NO_STAY} strafproces={stage} vindplaats={place}"));
                asked.absent("cosm", "opvang");
                let is_sure = |answer: &&Value| {
                    answer["match"] == "applies"
                        && (text(answer, "task").contains("iedt bedenktijd aan")
                            || answer["id"] == "comensha-opvang-cosm")
                };
                let sure: Vec<&str> = answers(&asked.found).filter(is_sure).map(|a| text(a, "id")).collect();
                assert_eq!(sure, Vec::<&str>::new(), "{date} {stage} {place}");
                asked.gap("vaststellen", "onbekend");
            }
            // Not known where: then it depends on that.
            ask(&format!("--date {date} {NO_STAY} strafproces={stage}"))
                .depends("cosm", "opvang", "voert-uit", "vindplaats")
                .depends("politie", "vaststellen", "voert-uit", "vindplaats");
        }
    }
}

#[test]
fn a_trial_of_which_no_source_knows_the_end_is_not_told_as_of_today() {
    // S003-05, S003-11, S002-16: what is known is that it was announced, or that it ran, at the time of the letter.
    for (known, aspect, trial, words) in [
        ("2014-12-16", "opsporing", "verhoorstudio", "leeftijd=volwassen verblijf=bedenktijd"),
        ("2014-06-23", "opsporing", "studievisum", "bijzonderheden=studievisum"),
        ("2022-02-03", "signaleren", "outreach", "uitbuiting=seksueel"),
    ] {
        let told = |date: &str| -> (bool, bool) {
            let found = ask(&format!("--date {date} {words}")).found;
            let tells = |part: &Value| part["aspect"] == aspect && text(part, "id").contains(trial);
            (answers(&found).any(tells), gaps(&found).any(tells))
        };
        assert_eq!(told(known), (true, false), "{trial} on {known}");
        assert_eq!(told("2026-11-29"), (false, true), "{trial} today");
    }
}

#[test]
fn no_place_is_said_and_changes_what_is_told() {
    // P72: without a place the police may place in emergency beds.
    let words = "leeftijd=24-plus verblijf=bedenktijd dublin=nee opvangplek";
    ask(&format!("{words}=vol")).gap("opvang", "beperkt").applies("politie", "opvang", "beslist");
    ask(&format!("{words}=vrij moment=kantooruren")).absent("politie", "opvang");
}

#[test]
fn to_report_is_not_to_ask_for_a_place() {
    // P66: investigators must report. P124: to ask for shelter or help they need the person's consent.
    for (from, words) in
        [("politie", ""), ("kmar", "vindplaats=grens-of-luchthaven"), ("arbeidsinspectie", "uitbuiting=arbeid")]
    {
        let found = json_of(&format!(
            "lookup vraagsteller={from} leeftijd=24-plus verblijf=eu aanwijzing=geringste-aanwijzing {words}"
        ));
        let of = |act: &str| {
            let steps = items(&found, "plan").iter().chain(items(&found, "plan_rest"));
            let mut steps = steps.filter(|step| step["party"] == "comensha" && step["act"] == act);
            steps.next().unwrap_or_else(|| panic!("{from}: no step «{act}»"))["sharing"]["ground"].clone()
        };
        assert_eq!(of("meldt"), "wettelijke-plicht", "{from}");
        assert_eq!(of("meldt-aan"), "toestemming", "{from}");
    }
}

/// Questions with one answer, written down from the letters and the facts before the guide was opened: the day, the
/// person, and a record that is, or is not, a sure answer.
const ONE_ANSWER: &[(&str, &str, &str, bool)] = &[
    // P78: the rules of 2012 stood in B9. P84: the COSM began on 15 June 2010.
    ("2012-09-01", "verblijf=bedenktijd leeftijd=24-plus", "cosm-opvang-b9", true),
    ("2010-06-14", "verblijf=bedenktijd leeftijd=24-plus", "cosm-opvang-b9", false),
    ("2010-06-15", "verblijf=bedenktijd leeftijd=24-plus", "cosm-opvang-b9", true),
    // P64: RUPS II until 1 July 2018, with one year more.
    ("2019-07-01", "uitbuiting=seksueel leeftijd=24-plus", "uitstapprogramma-inkomen-werk-2014-2019", true),
    ("2019-07-02", "uitbuiting=seksueel leeftijd=24-plus", "uitstapprogramma-inkomen-werk-2014-2019", false),
    // P29-P31: the OMM from October 2019; the subsidy until July 2022.
    ("2019-09-30", "multiproblematiek=lvb aanwijzing=geringste-aanwijzing", "omm-opvang", false),
    ("2019-10-01", "multiproblematiek=lvb aanwijzing=geringste-aanwijzing", "omm-opvang", true),
    ("2022-08-01", "multiproblematiek=lvb aanwijzing=geringste-aanwijzing", "omm-opvang", false),
    // S004-15: the Kader of 1 February 2021.
    ("2021-01-31", "leeftijd=24-plus", "gemeente-bestuurlijk-kader", false),
    ("2021-02-01", "leeftijd=24-plus", "gemeente-bestuurlijk-kader", true),
    // S004-33: article 273g from 1 January 2022.
    ("2021-12-31", "uitbuiting=seksueel aanwijzing=geringste-aanwijzing", "om-vervolging-klant", false),
    ("2022-01-01", "uitbuiting=seksueel aanwijzing=geringste-aanwijzing", "om-vervolging-klant", true),
    // P32: the pilot of 2022 and 2023, for lawful stay.
    (
        "2023-12-31",
        "leeftijd=24-plus verblijf=eu aanwijzing=ernstige-benadeling",
        "opvang-ernstige-benadeling-opvang",
        true,
    ),
    ("2024-01-01", "verblijf=eu aanwijzing=ernstige-benadeling", "opvang-ernstige-benadeling-opvang", false),
    (
        "2023-06-01",
        "verblijf=derdeland-zonder-verblijfsrecht aanwijzing=ernstige-benadeling",
        "opvang-ernstige-benadeling-opvang",
        false,
    ),
    // P48: this Aanwijzing from 1 April 2022.
    ("2022-03-31", "leeftijd=24-plus", "om-bestuurlijk", false),
    ("2022-04-01", "leeftijd=24-plus", "om-bestuurlijk", true),
    // S003-10: study visa from 1 June 2013.
    ("2013-05-31", "bijzonderheden=studievisum", "hoger-onderwijs-signaleren", false),
    ("2013-06-01", "bijzonderheden=studievisum", "hoger-onderwijs-signaleren", true),
    // P06, S002-31: the gemeente buys youth care from 2015.
    ("2014-12-31", "leeftijd=13-14 verblijf=nederlander", "gemeente-voogdij-jeugd", false),
    ("2015-01-01", "leeftijd=13-14 verblijf=nederlander", "gemeente-voogdij-jeugd", true),
    // P67: Twente from 1 May 2021.
    ("2021-04-30", "aanwijzing=geringste-aanwijzing", "zorg-en-veiligheidshuis-zorgcoordinatie-twente", false),
    ("2021-05-01", "aanwijzing=geringste-aanwijzing", "zorg-en-veiligheidshuis-zorgcoordinatie-twente", true),
    // S001-13: the expert group was announced on 1 June 2017.
    (
        "2016-06-01",
        "leeftijd=16-17 uitbuiting=crimineel aanwijzing=geringste-aanwijzing",
        "expertgroep-criminele-uitbuiting-informatie",
        false,
    ),
    // P44: at 16 the person signs, under 16 parents or guardian.
    (
        "2026-11-29",
        "leeftijd=15 vraagsteller=jeugdzorg aanwijzing=geringste-aanwijzing gemeld-comensha=nee",
        "jeugdzorg-registreren-onder-16",
        true,
    ),
    (
        "2026-11-29",
        "leeftijd=16-17 vraagsteller=jeugdzorg aanwijzing=geringste-aanwijzing gemeld-comensha=nee",
        "jeugdzorg-registreren",
        true,
    ),
    // P52: the fund is for crimes in the Netherlands.
    ("2026-11-29", "schade=alleen-in-buitenland leeftijd=24-plus", "schadefonds-schade", false),
    ("2026-11-29", "schade=ook-in-nederland leeftijd=24-plus", "schadefonds-schade", true),
    // S003-18, 19: until the 23rd birthday; closed youth care until 18.
    ("2026-11-29", "leeftijd=21-22 jeugdhulp-voor-18=ja verblijf=nederlander", "gemeente-voogdij-jeugd-verlengd", true),
    ("2026-11-29", "leeftijd=23 jeugdhulp-voor-18=ja verblijf=nederlander", "gemeente-voogdij-jeugd-verlengd", false),
    ("2026-11-29", "leeftijd=18-20 veiligheid=dreiging-eigen-omgeving", "gesloten-jeugdzorg-opvang", false),
    // P42: under 15 a family by Nidos, from 15 the COA.
    ("2026-11-29", "leeftijd=13-14 verblijf=asielprocedure alleenstaand=ja", "nidos-opvang-opvanggezin", true),
    ("2026-11-29", "leeftijd=15 verblijf=asielprocedure alleenstaand=ja", "nidos-opvang-opvanggezin", false),
    ("2026-11-29", "leeftijd=15 verblijf=asielprocedure alleenstaand=ja", "coa-opvang-amv", true),
    // P54: support does not hang on a report. P11: the inspectorate takes reports itself.
    ("2026-11-29", "leeftijd=24-plus strafproces=geen-contact", "slachtofferhulp-juridisch", true),
    ("2026-11-29", "uitbuiting=arbeid,niet-seksueel leeftijd=24-plus", "arbeidsinspectie-opsporing-aangifte", true),
    // P36: after a conviction.
    (
        "2026-11-29",
        "leeftijd=24-plus verblijf=b8-vergunning strafproces=veroordeling",
        "ind-verblijf-daarna-na-veroordeling",
        true,
    ),
    // P08: who cannot cooperate.
    (
        "2026-11-29",
        "leeftijd=24-plus verblijf=bedenktijd strafproces=kan-niet-meewerken",
        "ind-verblijf-daarna-zonder-medewerking",
        true,
    ),
];

#[test]
fn fresh_questions_have_the_answer_of_the_sources() {
    for (date, words, id, there) in ONE_ANSWER {
        let found = ask(&format!("--date {date} {words}")).found;
        let sure = answers(&found).any(|answer| answer["id"] == *id && answer["match"] == "applies");
        assert_eq!(sure, *there, "{date} {words}: {id}");
    }
}

#[test]
fn a_bedenktijd_of_somebody_found_in_detention_says_what_it_rests_on() {
    // P97: with the bedenktijd the detention had to end. P96: it was given only if the prosecution and the police agreed.
    for date in ["2015-06-01", "2022-02-03", "2024-06-01", "2026-11-29"] {
        let asked =
            ask(&format!("--date {date} leeftijd=volwassen verblijf=bedenktijd dublin=nee vindplaats=detentie"));
        let shelters = asked.of("cosm", "opvang");
        let primary = shelters.iter().find(|answer| answer["primary"] == true).expect("the COSM");
        assert!(primary["provided"].to_string().contains("vastzit"), "{date}: {primary}");
        asked.gap("opvang", "onbekend").gap("verblijf", "onbekend").gap("vaststellen", "onbekend");
        assert!(asked.found["warnings"].to_string().contains("hoorde de bewaring"), "{date}");
    }
    // Also of a Dutch person in prison no source says who arranges shelter.
    ask("leeftijd=volwassen verblijf=nederlander aanwijzing=geringste-aanwijzing vindplaats=detentie")
        .gap("opvang", "onbekend");
}

#[test]
fn of_somebody_abroad_the_guide_says_that_it_is_about_the_netherlands() {
    for stay in ["nederlander", "eu", "derdeland-zonder-verblijfsrecht", "asielprocedure"] {
        let found = ask(&format!("leeftijd=volwassen verblijf={stay} vindplaats=buitenland")).found;
        assert!(found["warnings"].to_string().contains("hulp in Nederland"), "{stay}");
    }
}

#[test]
fn who_is_about_to_give_up_the_bedenktijd_speaks_to_a_lawyer_first() {
    // P96: the bedenktijd ends when somebody says that they will neither report nor cooperate.
    let warned = |stage: &str| {
        let found = ask(&format!("leeftijd=volwassen verblijf=bedenktijd strafproces={stage}")).found;
        found["warnings"].to_string().contains("eindigt de bedenktijd")
    };
    assert!(warned("wil-niet-meewerken"));
    assert!(!warned("geen-contact"));
}

#[test]
fn the_bedenktijd_is_for_who_does_not_stay_lawfully() {
    // P96, B8/3.1: only for aliens who do not stay lawfully in the Netherlands.
    for stay in ["asielprocedure", "derdeland-verblijfsrecht"] {
        ask(&format!("leeftijd=volwassen verblijf={stay} aanwijzing=geringste-aanwijzing"))
            .gap("vaststellen", "beperkt")
            .absent("cosm", "opvang");
    }
}

#[test]
fn the_report_point_for_minors_is_the_one_of_the_day() {
    // P118: WATCH Nederland from 9 January 2017, on loverboys; P119: of Terre des Hommes alone from 1 June 2019;
    // P45: part of the new report point about 2021.
    let words = "leeftijd=13-14 verblijf=nederlander uitbuiting=seksueel vraagsteller=school";
    let told = |date: &str, words: &str| -> Vec<(String, String)> {
        let found = ask(&format!("--date {date} {words}")).found;
        let points = answers(&found).filter(|answer| answer["party"] == "meldpunt-uitbuiting-minderjarigen");
        points.map(|a| (text(a, "id").to_owned(), text(a, "party_name").to_owned())).collect()
    };
    let watch =
        |id: &str| vec![(format!("meldpunt-uitbuiting-minderjarigen-melden-{id}"), "WATCH Nederland".to_owned())];
    assert_eq!(told("2017-01-08", words), Vec::new());
    assert_eq!(told("2017-01-09", words), watch("watch"));
    assert_eq!(told("2019-05-31", words), watch("watch"));
    assert_eq!(told("2019-06-01", words), watch("watch-vanaf-2019"));
    let now = ("meldpunt-uitbuiting-minderjarigen-melden".to_owned(), "Meldpunt Uitbuiting Minderjarigen".to_owned());
    assert_eq!(told("2022-03-01", words), vec![now.clone()]);
    // WATCH was about loverboys, the new point about every form.
    let labour = "leeftijd=13-14 verblijf=nederlander uitbuiting=arbeid,niet-seksueel vraagsteller=school";
    assert_eq!(told("2018-01-10", labour), Vec::new());
    assert_eq!(told("2022-03-01", labour), vec![now]);
    let way = json_of(&format!("route --date 2018-01-10 --from school --to meldpunt-uitbuiting-minderjarigen {words}"));
    assert_eq!(items(&items(&way, "routes")[0], "steps")[0]["act"], "meldt");
}

#[test]
fn before_its_decree_there_is_no_individual_assessment() {
    // P54, S002-04: the assessment rests on a decree of which the oldest version that was seen is of 1 April 2017.
    let asked = ask("--date 2014-06-24 vraagsteller=luchtvaart vindplaats=grens-of-luchthaven leeftijd=24-plus");
    asked.gap("veiligheid", "onbekend");
    assert!(!answers(&asked.found).any(|answer| text(answer, "id").contains("individuele-beoordeling")));
    ask("--date 2017-04-01 leeftijd=24-plus").applies("politie", "veiligheid", "voert-uit");
}

#[test]
fn what_an_organisation_does_is_no_step_for_a_person() {
    // The plan is what this desk does for this person: partners in the EMM, tables and policy are the background.
    let institutional = ["EMM", "expertisecentrum", "driehoek", "regionale tafels", "Kader", "Kompas", "eigen beleid"];
    for asker in values("vraagsteller") {
        for words in ["", "leeftijd=24-plus verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling"] {
            let found = ask(&format!("vraagsteller={asker} {words}")).found;
            for step in items(&found, "plan").iter().chain(items(&found, "plan_rest")) {
                let said = text(step, "text");
                let about = institutional.iter().find(|word| said.contains(**word));
                assert_eq!(about, None, "{asker} {words}: «{said}»");
            }
        }
    }
}

#[test]
fn the_scheme_and_the_hearing_of_victims_are_for_trafficking() {
    // P33, P24, P14, S003-02, S002-12: each of these speaks of victims of trafficking.
    for indication in ["geen", "ernstige-benadeling"] {
        for stay in ["eu", "derdeland-zonder-verblijfsrecht"] {
            let found = ask(&format!("leeftijd=16-17 verblijf={stay} aanwijzing={indication}")).found;
            let only = [
                "ind-verblijf-eu",
                "ind-verblijf-informatie",
                "verblijf-daarna-uitleg",
                "verhoor",
                "veiligheid-incidenten",
            ];
            let wrong: Vec<&str> =
                answers(&found).map(|a| text(a, "id")).filter(|id| only.iter().any(|part| id.contains(part))).collect();
            assert_eq!(wrong, Vec::<&str>::new(), "{stay} {indication}");
        }
    }
}

#[test]
fn the_allowance_of_the_coa_is_that_of_the_regulation() {
    // P121, article 2: also between the report and the permit, and for people from the EU in a women's shelter for
    // three months; a witness only while the request runs; article 5: not for who is detained.
    let paid = |words: &str| -> Vec<String> {
        let found = ask(words).found;
        let of = answers(&found).filter(|a| a["party"] == "coa" && a["aspect"] == "inkomen" && a["match"] == "applies");
        of.map(|a| text(a, "id").to_owned()).collect()
    };
    let reported = "leeftijd=24-plus verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing";
    for date in ["2015-06-01", "2022-02-03", "2026-11-29"] {
        for stage in ["aangifte", "andere-medewerking"] {
            let found = paid(&format!("--date {date} {reported} strafproces={stage}"));
            assert!(found.contains(&"coa-inkomen-rvb-na-aangifte".to_owned()), "{date} {stage}: {found:?}");
        }
    }
    assert_eq!(paid("leeftijd=24-plus verblijf=humanitair-niet-tijdelijk strafproces=getuige-aangever"), [""; 0]);
    let eu = paid("leeftijd=24-plus verblijf=eu aanwijzing=geringste-aanwijzing");
    assert_eq!(eu, ["coa-inkomen-rvb-eu-vrouwenopvang"]);
    let asked = ask("leeftijd=24-plus verblijf=bedenktijd dublin=nee vindplaats=detentie");
    let rvb = asked.of("coa", "inkomen").into_iter().find(|a| a["primary"] == true).expect("the allowance");
    assert!(rvb["provided"].to_string().contains("vastzit"), "{rvb}");
}

#[test]
fn who_was_forced_to_a_crime_is_not_only_told_of_a_bill() {
    // P123, P48: the prosecution protects from prosecution who was forced, since 1 July 2013.
    let words = "leeftijd=16-17 uitbuiting=crimineel zelf-verdachte=ja aanwijzing=geringste-aanwijzing";
    for (date, there) in [("2013-06-30", false), ("2013-07-01", true), ("2026-11-29", true)] {
        let found = ask(&format!("--date {date} {words}")).found;
        let told = answers(&found).any(|a| a["id"] == "om-vervolging-niet-bestraffen" && a["match"] == "applies");
        assert_eq!(told, there, "{date}");
    }
}

#[test]
fn that_there_is_no_place_is_said_of_every_shelter() {
    for (words, kind) in [
        ("leeftijd=24-plus verblijf=eu aanwijzing=geringste-aanwijzing", "beperkt"),
        ("leeftijd=24-plus verblijf=nederlander aanwijzing=niet-beoordeeld", "beperkt"),
        ("leeftijd=24-plus verblijf=b8-vergunning strafproces=aangifte", "beperkt"),
        ("leeftijd=24-plus verblijf=bedenktijd dublin=nee", "beperkt"),
        ("leeftijd=16-17 verblijf=nederlander", "onbekend"),
    ] {
        ask(&format!("{words} opvangplek=vol vindplaats=elders-in-nederland")).gap("opvang", kind);
    }
}
