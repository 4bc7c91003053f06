//! Questions with one answer each, written down from the letters, the facts and copies of the law before the guide was
//! asked; half of them on the days around a change.

use super::answer::{answers, ask, gaps};

/// What a record is for a person on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// A sure answer.
    Sure,
    /// A sure gap.
    Gap,
    /// Neither.
    No,
}

use Said::{Gap, No, Sure};

const NO_STAY: &str = "leeftijd=24-plus verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing \
                       vindplaats=elders-in-nederland strafproces=geen-contact";
const IN_TIME: &str = "leeftijd=24-plus verblijf=bedenktijd";
const TODAY: &str = "2026-11-30";

const QUESTIONS: &[(&str, &str, &str, Said)] = &[
    // P97, P98: chapter B9 until 31 May 2013, B8/3 from 1 June.
    ("2013-05-31", NO_STAY, "politie-vaststellen-bedenktijd-b9", Sure),
    ("2013-05-31", NO_STAY, "politie-vaststellen-bedenktijd", No),
    ("2013-06-01", NO_STAY, "politie-vaststellen-bedenktijd", Sure),
    ("2013-06-01", NO_STAY, "politie-vaststellen-bedenktijd-b9", No),
    // P84, P39: the pilot took children along; 70 places from 1 July 2012, and of children nothing more is said.
    ("2012-06-30", "leeftijd=24-plus verblijf=bedenktijd kinderen=mee", "cosm-opvang-kinderen", Sure),
    ("2012-07-01", "leeftijd=24-plus verblijf=bedenktijd kinderen=mee", "cosm-opvang-kinderen", No),
    ("2012-07-01", "leeftijd=24-plus verblijf=bedenktijd kinderen=mee", "gat-cosm-kinderen", Gap),
    // P33: 30 days at Dublin when it was given after 18 May 2023; of the pact from 12 June 2026 nothing is known.
    ("2023-05-18", "leeftijd=24-plus verblijf=bedenktijd dublin=ja", "cosm-opvang-duur-dublin", No),
    ("2023-05-19", "leeftijd=24-plus verblijf=bedenktijd dublin=ja", "cosm-opvang-duur-dublin", Sure),
    ("2026-06-11", "leeftijd=24-plus verblijf=bedenktijd dublin=ja", "ind-verblijf-bedenktijd-duur-dublin", Sure),
    ("2026-06-12", "leeftijd=24-plus verblijf=bedenktijd dublin=ja", "ind-verblijf-bedenktijd-duur-dublin", No),
    ("2026-06-12", "leeftijd=24-plus verblijf=bedenktijd dublin=ja", "gat-dublin-verblijf-vanaf-2026", Gap),
    (
        "2026-06-12",
        "leeftijd=24-plus verblijf=bedenktijd dublin=nee",
        "ind-verblijf-bedenktijd-duur-zonder-dublin",
        Sure,
    ),
    // S003-05: a pilot from 1 December 2014, of which only the start was announced.
    ("2014-11-30", IN_TIME, "politie-opsporing-verhoorstudio", No),
    ("2014-12-01", IN_TIME, "politie-opsporing-verhoorstudio", Sure),
    ("2015-01-01", IN_TIME, "politie-opsporing-verhoorstudio", No),
    // S000-27 to 30: housing as of the letter of 16 December 2014.
    ("2014-12-16", "leeftijd=24-plus verblijf=b8-vergunning", "gat-huisvesting-na-2014", No),
    ("2014-12-17", "leeftijd=24-plus verblijf=b8-vergunning", "gat-huisvesting-na-2014", Gap),
    // S002-21, 22 and P32: nobody before the pilot, and nothing known after it.
    ("2021-12-31", "leeftijd=24-plus aanwijzing=ernstige-benadeling", "gat-ernstige-benadeling-voor-2022", Gap),
    ("2022-01-01", "leeftijd=24-plus aanwijzing=ernstige-benadeling", "gat-ernstige-benadeling-voor-2022", No),
    ("2023-12-31", "leeftijd=24-plus aanwijzing=ernstige-benadeling", "gat-ernstige-benadeling-na-2023", No),
    ("2024-01-01", "leeftijd=24-plus aanwijzing=ernstige-benadeling", "gat-ernstige-benadeling-na-2023", Gap),
    // P99, P100: the client of a minor under another article from 1 July 2024.
    ("2024-06-30", "leeftijd=16-17 uitbuiting=seksueel", "om-vervolging-klant-minderjarig-tot-2024", Sure),
    ("2024-07-01", "leeftijd=16-17 uitbuiting=seksueel", "om-vervolging-klant-minderjarig-tot-2024", No),
    ("2024-07-01", "leeftijd=16-17 uitbuiting=seksueel", "om-vervolging-klant-minderjarig", Sure),
    // P125, articles 11 and 13: benefits for adult residents.
    ("2014-12-31", "leeftijd=24-plus verblijf=nederlander", "gemeente-inkomen-bijstand-nederlander", No),
    ("2015-01-01", "leeftijd=24-plus verblijf=nederlander", "gemeente-inkomen-bijstand-nederlander", Sure),
    (TODAY, "leeftijd=16-17 verblijf=nederlander", "gemeente-inkomen-bijstand-nederlander", No),
    // S003-25, 26: customs and airlines go to the KMar.
    (TODAY, "vraagsteller=luchtvaart", "kmar-melden", Sure),
    (TODAY, "vraagsteller=douane", "kmar-melden", Sure),
    // P81, P45: a school about a child.
    (TODAY, "vraagsteller=school leeftijd=13-14", "veilig-thuis-melden", Sure),
    (TODAY, "vraagsteller=school leeftijd=24-plus", "veilig-thuis-melden", No),
    // P66, P96: the police must register, also when nobody needs a place.
    (TODAY, "vraagsteller=politie leeftijd=24-plus aanwijzing=geringste-aanwijzing", "politie-registreren", Sure),
    // P41: the guardian decides on protected shelter.
    (
        TODAY,
        "leeftijd=16-17 alleenstaand=ja verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing",
        "nidos-opvang-beschermde-opvang",
        Sure,
    ),
    // S002-10, P05: ordinary shelter for who has a status; P28: the COSM is not for them.
    (
        TODAY,
        "leeftijd=24-plus verblijf=derdeland-verblijfsrecht aanwijzing=geringste-aanwijzing",
        "reguliere-opvang-opvang",
        Sure,
    ),
    (
        TODAY,
        "leeftijd=24-plus verblijf=derdeland-verblijfsrecht aanwijzing=geringste-aanwijzing",
        "cosm-opvang-vanaf-2023",
        No,
    ),
    // P96: also in the asylum procedure a report counts as an application.
    (
        TODAY,
        "leeftijd=24-plus verblijf=asielprocedure aanwijzing=geringste-aanwijzing strafproces=aangifte",
        "ind-verblijf-daarna-b8",
        Sure,
    ),
    // P36: the permit ends with the case; after three years there is another.
    (TODAY, "leeftijd=24-plus verblijf=b8-vergunning strafproces=geseponeerd", "ind-verblijf-daarna-verlenging", No),
    (TODAY, "leeftijd=24-plus verblijf=b8-vergunning strafproces=geseponeerd", "gat-verblijf-daarna-na-sepot", Gap),
    // S004-28, 29: beds for large groups; not for who is detained.
    (
        TODAY,
        "leeftijd=24-plus uitbuiting=arbeid groep=grote-groep aanwijzing=geringste-aanwijzing vindplaats=werkplek",
        "crisisopvang-arbeidsuitbuiting-opvang",
        Sure,
    ),
    (
        TODAY,
        "leeftijd=24-plus uitbuiting=arbeid groep=grote-groep aanwijzing=geringste-aanwijzing vindplaats=detentie",
        "crisisopvang-arbeidsuitbuiting-opvang",
        No,
    ),
    // P72, P96: at night the police place in a bed of the region.
    (TODAY, "aanwijzing=geringste-aanwijzing moment=avond-nacht-weekend", "politie-opvang-noodbed", Sure),
    (TODAY, "aanwijzing=geringste-aanwijzing moment=kantooruren opvangplek=vrij", "politie-opvang-noodbed", No),
    // Facts, G14: no party of its own for the removal of organs.
    (TODAY, "uitbuiting=orgaanverwijdering", "gat-orgaanverwijdering-signaleren", Gap),
    // P126, article 1.2.1: shelter is for residents; of who is still abroad no source speaks.
    (
        TODAY,
        "leeftijd=24-plus verblijf=nederlander aanwijzing=geringste-aanwijzing vindplaats=buitenland",
        "gat-buitenland-opvang",
        Gap,
    ),
    (
        TODAY,
        "leeftijd=24-plus verblijf=nederlander aanwijzing=geringste-aanwijzing vindplaats=werkplek",
        "gat-buitenland-opvang",
        No,
    ),
    // P52: the source on the fund is about trafficking.
    (TODAY, "schade=ook-in-nederland aanwijzing=geen", "gat-schade-zonder-aanwijzing", Gap),
    (TODAY, "schade=ook-in-nederland aanwijzing=geringste-aanwijzing", "gat-schade-zonder-aanwijzing", No),
];

#[test]
fn each_has_the_answer_of_the_sources() {
    let mut wrong = Vec::new();
    for (date, words, id, expected) in QUESTIONS {
        let found = ask(&format!("--date {date} {words}")).found;
        let is_sure = |record: &serde_json::Value| record["id"] == *id && record["match"] == "applies";
        let said = if answers(&found).any(is_sure) {
            Sure
        } else if gaps(&found).any(is_sure) {
            Gap
        } else {
            No
        };
        if said != *expected {
            wrong.push(format!("{date} {words}: {id} is {said:?}, not {expected:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_record_that_is_asked_about_is_in_the_guide() {
    // So that a «no» is not the no of a name that nobody bears.
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/wegwijzer.ron")).expect("the guide");
    for (_, _, id, _) in QUESTIONS {
        assert!(guide.contains(&format!("id: \"{id}\"")), "{id}");
    }
}
