//! Who is detained or abroad, and of whom the investigators saw no indication of trafficking.

use serde_json::Value;

use super::answer::{answers, ask, gaps, items, text};

/// Whether a certain answer says that the person must be free, or in the country.
fn says_free(answer: &Value) -> bool {
    let provided = answer["provided"].to_string();
    ["vrij", "vastzit", "inrichting", "vrouwenopvang", "meedoet", "voorwaarden", "Wwb"]
        .iter()
        .any(|word| provided.contains(word))
}

const STAYS: [&str; 6] =
    ["nederlander", "eu", "derdeland-verblijfsrecht", "bedenktijd", "b8-vergunning", "humanitair-niet-tijdelijk"];

#[test]
fn a_place_or_money_for_who_is_detained_or_abroad_says_that_one_must_be_free() {
    // P121, article 5, and P125, article 13: nothing is paid to who is detained. P126, article 1.2.1: for residents.
    for (date, ages) in [("2012-06-01", "24-plus"), ("2022-02-03", "24-plus 16-17"), ("2026-11-29", "24-plus 16-17")] {
        for (age, stay) in ages.split(' ').flat_map(|age| STAYS.map(|stay| (age, stay))) {
            for place in ["detentie", "buitenland"] {
                let words = format!(
                    "--date {date} leeftijd={age} verblijf={stay} aanwijzing=geringste-aanwijzing vindplaats={place} \
                     moment=avond-nacht-weekend"
                );
                let found = ask(&words).found;
                let gives = |answer: &&Value| {
                    let aspect = text(answer, "aspect");
                    let role = text(answer, "role");
                    answer["primary"] == true
                        && answer["match"] == "applies"
                        && ((aspect == "opvang" && role == "voert-uit") || aspect == "inkomen")
                };
                let bare: Vec<&str> =
                    answers(&found).filter(gives).filter(|a| !says_free(a)).map(|a| text(a, "id")).collect();
                assert_eq!(bare, Vec::<&str>::new(), "{words}");
                let told = gaps(&found).any(|gap| gap["aspect"] == "opvang" && gap["match"] == "applies");
                assert!(told, "{words}: no gap about shelter");
                let warned = found["warnings"].to_string();
                assert!(warned.contains("vast") || warned.contains("buitenland"), "{words}: {warned}");
            }
        }
    }
}

#[test]
fn who_does_not_say_where_the_person_is_gets_the_sure_answer() {
    for stay in ["nederlander", "eu", "b8-vergunning"] {
        ask(&format!("leeftijd=24-plus verblijf={stay} aanwijzing=geringste-aanwijzing"))
            .applies("reguliere-opvang", "opvang", "voert-uit")
            .applies("centrumgemeente", "opvang", "beslist");
    }
    ask("leeftijd=16-17 verblijf=nederlander").applies("jeugdzorg", "opvang", "voert-uit");
    ask("leeftijd=24-plus verblijf=bedenktijd dublin=nee").applies("coa", "inkomen", "voert-uit");
}

#[test]
fn in_detention_the_institution_gives_care_and_nobody_an_allowance() {
    // P127 and P129: the doctor of the institution.
    for age in ["16-17", "24-plus"] {
        ask(&format!("leeftijd={age} vindplaats=detentie"))
            .gap("medisch-psychisch", "beperkt")
            .gap("inkomen", "beperkt");
    }
}

#[test]
fn without_an_indication_there_is_no_permit_for_victims() {
    // P96, B8/3.1: the report of trafficking counts as an application; the scheme is for presumed victims.
    for date in ["2012-06-01", "2015-08-01", "2022-02-03", "2026-11-29"] {
        for indication in ["geen", "ernstige-benadeling"] {
            for stay in ["eu", "derdeland-verblijfsrecht", "derdeland-zonder-verblijfsrecht", "asielprocedure"] {
                for stage in
                    ["", "strafproces=aangifte", "strafproces=andere-medewerking", "strafproces=kan-niet-meewerken"]
                {
                    let words =
                        format!("--date {date} leeftijd=24-plus verblijf={stay} aanwijzing={indication} {stage}");
                    let asked = ask(&words);
                    let permit = |answer: &&Value| {
                        let id = text(answer, "id");
                        answer["aspect"] == "verblijf-daarna"
                            && !id.ends_with("-werk")
                            // A witness is no victim: what is said of them stays open while the stage is.
                            && !(id.contains("getuige") || (id.starts_with("ind-verblijf-daarna-eu") && stage.is_empty()))
                    };
                    let left: Vec<&str> =
                        answers(&asked.found).filter(permit).map(|answer| text(answer, "id")).collect();
                    assert_eq!(left, Vec::<&str>::new(), "{words}");
                    if !stage.is_empty() {
                        asked.gap("verblijf-daarna", "onbekend");
                        assert!(asked.found["warnings"].to_string().contains("B8-vergunning"), "{words}");
                    }
                }
            }
        }
    }
    // A witness who reports needs no indication of their own.
    let witness =
        ask("leeftijd=24-plus verblijf=derdeland-zonder-verblijfsrecht strafproces=getuige-aangever aanwijzing=geen");
    assert!(answers(&witness.found).any(|a| a["id"] == "ind-verblijf-daarna-b8-getuige" && a["match"] == "applies"));
}

#[test]
fn exploited_at_work_without_trafficking_may_have_a_ground_of_its_own() {
    // P128, article 3.48, 1, g: who cooperates in a case against the former employer.
    let words = "leeftijd=24-plus verblijf=derdeland-zonder-verblijfsrecht uitbuiting=arbeid strafproces=aangifte";
    for (date, indication, there) in [
        ("2026-11-29", "ernstige-benadeling", true),
        ("2026-11-29", "geen", false),
        ("2026-11-29", "geringste-aanwijzing", false),
        ("2015-07-20", "ernstige-benadeling", false),
        ("2015-07-21", "ernstige-benadeling", true),
    ] {
        let found = ask(&format!("--date {date} {words} aanwijzing={indication}")).found;
        let told = answers(&found).any(|a| a["id"] == "ind-verblijf-daarna-werk" && a["match"] == "applies");
        assert_eq!(told, there, "{date} {indication}");
    }
}

#[test]
fn who_was_told_that_there_is_no_indication_is_not_sent_to_report_trafficking() {
    let reports = |asker: &str, indication: &str| {
        let found = ask(&format!(
            "vraagsteller={asker} leeftijd=24-plus verblijf=eu uitbuiting=arbeid aanwijzing={indication}"
        ))
        .found;
        let steps = items(&found, "plan").iter().chain(items(&found, "plan_rest"));
        let mut steps = steps.filter(|step| step["party"] == "politie" && step["act"] == "meldt");
        steps.next().is_some()
    };
    // Those who may hear what the investigators saw; of a school or a citizen it is not asked.
    for asker in ["gemeente", "ngo", "advocaat", "opvanginstelling", "dji", "dtv", "om"] {
        for indication in ["geen", "ernstige-benadeling"] {
            assert!(!reports(asker, indication), "{asker} {indication}");
        }
        assert!(reports(asker, "niet-beoordeeld"), "{asker}");
    }
    let warned = ask("leeftijd=24-plus aanwijzing=geen").found["warnings"].to_string();
    assert!(warned.contains("Elk signaal moet worden opgepakt"), "S000-39: {warned}");
}

#[test]
fn a_gap_about_ordinary_shelter_is_for_who_can_get_it() {
    // Which gemeente, whether men fit: nothing hangs on it where the guide knows of no shelter.
    for indication in ["geen", "ernstige-benadeling"] {
        let found = ask(&format!("leeftijd=24-plus verblijf=eu aanwijzing={indication}")).found;
        let idle = ["gat-mannenopvang", "gat-geslacht-anders", "gat-inschrijving-elders", "gat-omm-na-juli-2022"];
        let told: Vec<&str> = gaps(&found).map(|gap| text(gap, "id")).filter(|id| idle.contains(id)).collect();
        assert_eq!(told, Vec::<&str>::new(), "{indication}");
    }
}

#[test]
fn a_bedenktijd_is_offered_once() {
    // P96 and P97: it is given once and not prolonged. Whether somebody had it before no facet asks.
    let words = "leeftijd=24-plus verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing \
                 uitbuiting=arbeid strafproces=wil-niet-meewerken";
    for date in ["2012-06-01", "2015-06-01", "2022-02-03", "2026-11-29"] {
        for place in ["grens-of-luchthaven", "elders-in-nederland", "detentie"] {
            let found = ask(&format!("--date {date} {words} vindplaats={place}")).found;
            let offers: Vec<&Value> = answers(&found)
                .filter(|a| a["match"] == "applies" && text(a, "id").contains("vaststellen-bedenktijd"))
                .filter(|a| a["role"] != "wordt-geinformeerd")
                .collect();
            assert!(!offers.is_empty(), "{date} {place}");
            for offer in offers {
                assert!(offer["provided"].to_string().contains("niet eerder bedenktijd"), "{date} {place}: {offer}");
            }
        }
    }
}
