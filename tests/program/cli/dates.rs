//! The same question on another day.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::Value;

use super::{
    answer::{ask, items, text},
    run::{json_of, run_with, say},
};

#[test]
fn serious_disadvantage_has_nobody_then_a_pilot_then_no_source() {
    let words = "leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    let pilot = "opvang-ernstige-benadeling";
    // S004-28: crisis beds were explored, which promises none.
    ask(&format!("--date 2021-12-01 {words}")).gap("opvang", "niemand").gap("opvang", "onbekend");
    // S002-21.
    ask(&format!("--date 2021-11-01 {words}"))
        .absent(pilot, "opvang")
        .nobody_carries_out("opvang")
        .gap("opvang", "niemand")
        .no_gap("opvang", "onbekend");
    // S002-22, P32.
    ask(&format!("--date 2022-06-01 {words}"))
        .applies(pilot, "opvang", "voert-uit")
        .no_gap("opvang", "niemand")
        .no_gap("opvang", "onbekend");
    // No source says what came after 2023: that is said, and whom to ask.
    ask(&format!("--date 2024-06-01 {words}"))
        .absent(pilot, "opvang")
        .nobody_carries_out("opvang")
        .gap("opvang", "onbekend")
        .no_gap("opvang", "niemand");
}

#[test]
fn the_pilot_lasts_from_january_2022_to_the_end_of_2023() {
    let words = "leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    let pilot = "opvang-ernstige-benadeling";
    ask(&format!("--date 2021-12-31 {words}")).absent(pilot, "opvang");
    ask(&format!("--date 2022-01-01 {words}")).applies(pilot, "opvang", "voert-uit");
    ask(&format!("--date 2023-12-31 {words}")).applies(pilot, "opvang", "voert-uit");
    ask(&format!("--date 2024-01-01 {words}")).absent(pilot, "opvang");
}

#[test]
fn omm_starts_in_october_2019_and_is_not_known_from_july_2022() {
    let words = "leeftijd=volwassen verblijf=nederlander aanwijzing=geringste-aanwijzing multiproblematiek=lvb,ggz \
        vindplaats=elders-in-nederland";
    // P29 to P31, S002-11.
    ask(&format!("--date 2018-01-01 {words}")).absent("omm", "opvang").no_gap("opvang", "onbekend");
    ask(&format!("--date 2020-01-01 {words}")).applies("omm", "opvang", "voert-uit");
    // P31: the subsidy ran «tot juli 2022».
    ask(&format!("--date 2022-06-30 {words}")).applies("omm", "opvang", "voert-uit").no_gap("opvang", "onbekend");
    ask(&format!("--date 2022-07-01 {words}")).absent("omm", "opvang").gap("opvang", "onbekend");
    ask(&format!("--date 2023-01-01 {words}")).absent("omm", "opvang").gap("opvang", "onbekend");
    // It is for who has more than one problem.
    ask("--date 2020-01-01 leeftijd=volwassen aanwijzing=geringste-aanwijzing multiproblematiek=geen")
        .absent("omm", "opvang");
    ask("--date 2020-01-01 leeftijd=volwassen aanwijzing=geringste-aanwijzing").depends(
        "omm",
        "opvang",
        "voert-uit",
        "multiproblematiek",
    );
}

#[test]
fn the_labour_inspectorate_has_the_name_of_the_day() {
    let words = "leeftijd=volwassen uitbuiting=arbeid";
    for (date, name) in [("2021-12-31", "Inspectie SZW"), ("2022-01-01", "Nederlandse Arbeidsinspectie")] {
        ask(&format!("--date {date} {words}")).named("arbeidsinspectie", name);
        let explained = json_of(&format!("explain arbeidsinspectie --date {date} {words}"));
        assert!(items(&explained, "answers").iter().all(|answer| answer["party_name"] == name), "{date}");
        let schema = json_of(&format!("schema --date {date}"));
        let party = items(&schema, "parties").iter().find(|party| party["id"] == "arbeidsinspectie");
        assert_eq!(text(party.expect("the inspectorate"), "name"), name, "schema --date {date}");
    }
}

#[test]
fn each_side_of_a_comparison_has_the_names_of_its_own_day() {
    let words = "leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    let names = |found: &Value, part: &str| -> Vec<String> {
        let inspectorate = items(found, part).iter().filter(|answer| answer["party"] == "arbeidsinspectie");
        inspectorate.map(|answer| text(answer, "party_name").to_owned()).collect()
    };
    let later = json_of(&format!("compare --date 2021-12-31 --with-date 2022-01-01 {words}"));
    assert_eq!(names(&later, "appears"), ["Nederlandse Arbeidsinspectie"], "it takes part in the pilot from 2022");
    let earlier = json_of(&format!("compare --date 2022-01-01 --with-date 2021-12-31 {words}"));
    assert_eq!(names(&earlier, "disappears"), ["Nederlandse Arbeidsinspectie"]);
}

#[test]
fn housing_after_2014_says_that_the_sources_end() {
    let words = "leeftijd=volwassen verblijf=b8-vergunning";
    ask(&format!("--date 2014-12-16 {words}")).no_gap("huisvesting", "onbekend");
    ask(&format!("--date 2016-06-01 {words}")).gap("huisvesting", "onbekend");
}

#[test]
fn words_for_another_day_are_never_for_use() {
    for line in [
        "lookup leeftijd=volwassen",
        "explain comensha leeftijd=volwassen",
        "route --from politie --to comensha leeftijd=volwassen",
        "compare leeftijd=volwassen --with leeftijd=minderjarig",
    ] {
        let then = say(&format!("{line} --date 2016-03-01")).fine().out;
        assert!(then.to_lowercase().contains("niet voor gebruik: stand op 1 maart 2016"), "{line}\n{then}");
        let now = say(&format!("{line} ")).fine().out;
        assert!(!now.to_lowercase().contains("niet voor gebruik"), "{line}\n{now}");
    }
    let both = say("compare --date 2014-06-23 --with-date 2022-02-03 leeftijd=volwassen").fine().out;
    assert!(both.contains("23 juni 2014") && both.contains("3 februari 2022"), "{both}");
}

#[test]
fn a_day_that_the_guide_cannot_know_is_answered_and_said_to_be_one() {
    for (day, is_known) in [("2010-06-14", false), ("2010-06-15", true), ("1000-01-01", false), ("9999-12-31", false)] {
        for line in ["lookup leeftijd=volwassen", "explain comensha"] {
            let words = say(&format!("{line} --date {day}")).fine().out;
            let said = words.contains("deze gids kent de dagen van 15 juni 2010 tot en met ");
            assert_eq!(said, !is_known, "{line} {day}\n{words}");
        }
        json_of(&format!("lookup --date {day}"));
    }
}

#[test]
fn what_no_source_of_the_time_says_is_not_known_to_hold_then() {
    // P54, on victim support, is of 2022; P68, on Zeeland, bears no date; S003 is of 23 June 2014.
    let unknown = "niet bekend of dit toen al gold";
    for line in [
        "explain slachtofferhulp --date 2010-01-01",
        "explain zorg-en-veiligheidshuis --date 2016-01-01",
        "route --from luchtvaart --to kmar --date 2010-12-31 vindplaats=grens-of-luchthaven",
    ] {
        let then = say(line).fine().out;
        assert!(then.contains(unknown), "{line}\n{then}");
    }
    let since = say("route --from luchtvaart --to kmar --date 2014-06-23 vindplaats=grens-of-luchthaven").fine().out;
    let first = since.split("2.\n").next().unwrap_or_default();
    assert!(first.contains("Luchtvaart signaleert → KMar") && !first.contains(unknown), "{first}");
    // Today everything is as the guide says.
    assert!(!say("lookup leeftijd=volwassen").fine().out.contains(unknown));
}

#[test]
fn today_is_the_day_on_the_calendar_of_this_place_and_not_of_greenwich() {
    // 26 hours apart: at any moment these two have different days, and at most one of them that of Greenwich.
    for (zone, hours) in [("Etc/GMT+12", -12), ("Etc/GMT-14", 14)] {
        let day_there = || (Timestamp::now() + SignedDuration::from_hours(hours)).to_zoned(TimeZone::UTC).date();
        let before = day_there();
        let ran = run_with(&["lookup", "--format", "json"], b"", |command| {
            command.env("TZ", zone);
        });
        // Midnight may pass while the program runs.
        let days = [before, day_there()].map(|day| day.to_string());
        let said = ran.fine().value();
        let said = said["date"].as_str().expect("a date");
        assert!(days.iter().any(|day| day == said), "in {zone} it is {days:?}, and the program says {said}");
    }
}
