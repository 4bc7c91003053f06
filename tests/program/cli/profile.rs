//! What is given, what follows from it, and what cannot be.

use serde_json::Value;

use super::{
    answer::{items, strings, text},
    run::{lookup, run_with, say},
};

/// What the program understood of a facet: the values with where they come from.
fn known<'a>(found: &'a Value, facet: &str) -> Vec<(Vec<&'a str>, &'a str)> {
    let known = items(found, "profile").iter().filter(|known| known["facet"] == facet);
    known.map(|known| (strings(&known["values"]), text(known, "from"))).collect()
}

#[test]
fn a_group_stands_for_its_values() {
    for (given, values) in [
        ("leeftijd=minderjarig", vec!["0-11", "12", "13-14", "15", "16-17"]),
        ("leeftijd=volwassen", vec!["18-20", "21-22", "23", "24-plus"]),
        ("leeftijd=12-15", vec!["12", "13-14", "15"]),
        ("leeftijd=18-22", vec!["18-20", "21-22"]),
        ("leeftijd=15,18-22", vec!["15", "18-20", "21-22"]),
        ("verblijf=nederlander,eu", vec!["nederlander", "eu"]),
    ] {
        let facet = given.split('=').next().expect("a facet");
        assert_eq!(known(&lookup(given), facet), [(values, "given")], "lookup {given}");
    }
    let found = lookup("verblijf=rechtmatig");
    let values = &known(&found, "verblijf")[0].0;
    assert!(!values.contains(&"derdeland-zonder-verblijfsrecht") && values.len() == 7, "{values:?}");
    let found = lookup("verblijf=derdelander");
    let values = &known(&found, "verblijf")[0].0;
    assert!(!values.contains(&"nederlander") && !values.contains(&"eu") && values.len() == 6, "{values:?}");
}

#[test]
fn several_values_of_a_one_facet_mean_one_of_these() {
    // Whoever is certain for both is certain for one of the two; nobody else is.
    let ids = |words: &str| -> Vec<String> {
        let found = lookup(&format!("--date 2022-02-03 {words}"));
        let certain = super::answer::answers(&found).filter(|answer| answer["match"] == "applies");
        certain.map(|answer| text(answer, "id").to_owned()).collect()
    };
    let (dutch, eu, either) = (ids("verblijf=nederlander"), ids("verblijf=eu"), ids("verblijf=nederlander,eu"));
    assert!(either.iter().all(|id| dutch.contains(id) && eu.contains(id)));
    assert!(dutch.iter().filter(|id| eu.contains(id)).all(|id| either.contains(id)));
    assert!(dutch != eu);
}

#[test]
fn a_many_facet_says_yes_no_and_none() {
    let found = lookup("uitbuiting=arbeid,seksueel");
    assert_eq!(known(&found, "uitbuiting"), [(vec!["seksueel", "arbeid"], "given")]);
    let found = lookup("uitbuiting=arbeid,niet-crimineel");
    assert_eq!(known(&found, "uitbuiting"), [(vec!["arbeid", "niet-crimineel"], "given")]);
    let found = lookup("multiproblematiek=geen");
    assert_eq!(known(&found, "multiproblematiek"), [(vec!["geen"], "given")]);
    // One by one is the same as none of them.
    let one_by_one = lookup("multiproblematiek=niet-lvb,niet-ggz,niet-verslaving,niet-meerdere-leefgebieden");
    assert_eq!(found["phases"], one_by_one["phases"]);
    // «geen» of «schade» is a value like another.
    assert_eq!(known(&lookup("schade=geen"), "schade"), [(vec!["geen"], "given")]);
}

#[test]
fn onbekend_is_the_same_as_leaving_it_out() {
    let left_out = lookup("--date 2022-02-03 uitbuiting=arbeid");
    let unknown = lookup("--date 2022-02-03 leeftijd=onbekend uitbuiting=arbeid multiproblematiek=onbekend");
    assert_eq!(left_out, unknown);
}

#[test]
fn what_follows_is_said_to_follow() {
    for (given, facet, values) in [
        ("verblijf=bedenktijd", "aanwijzing", vec!["geringste-aanwijzing"]),
        ("verblijf=b8-vergunning strafproces=aangifte", "aanwijzing", vec!["geringste-aanwijzing"]),
        ("alleenstaand=ja", "leeftijd", vec!["0-11", "12", "13-14", "15", "16-17"]),
        ("leeftijd=volwassen", "alleenstaand", vec!["nee"]),
        ("verblijf=eu", "dublin", vec!["nee"]),
        ("aanwijzing=geen verblijf=bedenktijd,eu", "verblijf", vec!["eu"]),
    ] {
        let found = lookup(given);
        let known = known(&found, facet);
        assert!(known.contains(&(values, "implied")), "lookup {given}: of «{facet}» it knows {known:?}");
    }
    let found = lookup("dublin=ja");
    let known_stay = known(&found, "verblijf");
    let [(values, "implied")] = &known_stay[..] else { panic!("Dublin says somebody is from outside the EU") };
    assert!(!values.contains(&"eu") && !values.contains(&"nederlander"), "{values:?}");
    // A witness who reports can have the permit without the slightest indication.
    assert_eq!(known(&lookup("verblijf=b8-vergunning strafproces=getuige-aangever"), "aanwijzing"), []);
}

#[test]
fn what_cannot_be_is_refused_and_names_the_facets() {
    for (given, facets) in [
        ("leeftijd=volwassen alleenstaand=ja", vec!["leeftijd", "alleenstaand"]),
        ("leeftijd=23 uitbuiting=arbeid alleenstaand=ja", vec!["leeftijd", "alleenstaand"]),
        ("dublin=ja verblijf=eu", vec!["dublin", "verblijf"]),
        ("dublin=ja verblijf=nederlander geslacht=vrouw", vec!["dublin", "verblijf"]),
        ("strafproces=getuige-aangever verblijf=bedenktijd", vec!["strafproces", "verblijf"]),
        ("verblijf=bedenktijd aanwijzing=geen", vec!["verblijf", "aanwijzing"]),
        ("verblijf=b8-vergunning strafproces=aangifte aanwijzing=geen", vec!["verblijf", "strafproces", "aanwijzing"]),
        ("uitbuiting=arbeid,geen", vec!["uitbuiting", "arbeid"]),
        ("bijzonderheden=loverboy,niet-loverboy", vec!["bijzonderheden", "loverboy"]),
        ("leeftijd=12 verblijf=eu leeftijd=15", vec!["leeftijd"]),
        ("uitbuiting=arbeid uitbuiting=seksueel", vec!["uitbuiting"]),
    ] {
        for command in
            ["lookup", "explain comensha", "route --from politie --to comensha", "compare --with-date 2022-02-03"]
        {
            say(&format!("{command} {given}")).refused_with(2, &facets);
        }
        say(&format!("lookup --format json {given}")).refused_with(2, &facets);
        say(&format!("compare leeftijd=12 --with {given}")).refused_with(2, &facets);
    }
    // Facets that have nothing to do with it are not blamed.
    let ran = say("lookup dublin=ja verblijf=nederlander geslacht=vrouw");
    assert!(!ran.refused(2).contains("geslacht"), "{}", ran.err);
}

#[test]
fn a_contradiction_is_explained_by_what_clashes_and_by_nothing_else() {
    let ran = say("lookup verblijf=bedenktijd aanwijzing=geen");
    let line = ran.refused(2);
    assert!(line.contains("geringste aanwijzing"), "{line}");
    assert!(!line.to_lowercase().contains("getuige"), "nobody spoke of a witness: {line}");
    let ran = say("lookup verblijf=bedenktijd strafproces=getuige-aangever");
    let line = ran.refused(2);
    assert!(line.to_lowercase().contains("getuige"), "{line}");
    assert!(!line.contains("geringste aanwijzing"), "nobody spoke of an indication: {line}");
}

#[test]
fn what_is_odd_is_answered_with_a_warning_and_its_source() {
    for outcome in ["geseponeerd", "vrijspraak"] {
        let found = lookup(&format!("verblijf=b8-vergunning strafproces={outcome}"));
        let [warning] = items(&found, "warnings") else { panic!("one warning: {}", found["warnings"]) };
        let mut facets = strings(&warning["facets"]);
        facets.sort_unstable();
        assert_eq!(facets, ["strafproces", "verblijf"]);
        assert!(!text(warning, "text").is_empty() && !items(warning, "sources").is_empty(), "{warning}");
        assert!(super::answer::answers(&found).next().is_some(), "it is answered all the same");
        // In words as well.
        let words = say(&format!("lookup verblijf=b8-vergunning strafproces={outcome}")).fine().out;
        assert!(words.contains(text(warning, "text")), "{words}");
    }
    for given in ["verblijf=b8-vergunning", "verblijf=b8-vergunning strafproces=aangifte", "strafproces=vrijspraak", ""]
    {
        assert_eq!(items(&lookup(given), "warnings"), [] as [Value; 0], "lookup {given}");
    }
}

#[test]
fn facets_can_come_from_standard_input() {
    let args = ["lookup", "--date", "2022-02-03", "--format", "json", "--profile", "-"];
    let given = lookup("--date 2022-02-03 leeftijd=volwassen verblijf=eu uitbuiting=arbeid");
    for input in
        ["leeftijd=volwassen verblijf=eu uitbuiting=arbeid", "leeftijd=volwassen\nverblijf=eu\r\nuitbuiting=arbeid\n"]
    {
        assert_eq!(run_with(&args, input.as_bytes(), |_| {}).fine().value(), given, "«{input}»");
    }
    // Together with those on the command line.
    let both = run_with(&[&args[..], &["verblijf=eu"]].concat(), b"leeftijd=volwassen uitbuiting=arbeid", |_| {});
    assert_eq!(both.fine().value(), given);
    // Nothing is nothing.
    assert_eq!(run_with(&args, b"", |_| {}).fine().value(), lookup("--date 2022-02-03"));
    // They are read as strictly as elsewhere.
    run_with(&args, b"leeftyd=12", |_| {}).refused_with(2, &["leeftyd", "leeftijd"]);
    run_with(&[&args[..], &["leeftijd=15"]].concat(), b"leeftijd=12", |_| {}).refused_with(2, &["leeftijd"]);
    run_with(&args, b"\xff\xfe\x00", |_| {}).refused(2);
    // Without the option standard input is not read.
    let left = run_with(&["lookup", "--date", "2022-02-03", "--format", "json"], b"leeftijd=12", |_| {});
    assert_eq!(left.fine().value(), lookup("--date 2022-02-03"));
}

#[test]
fn an_answer_can_be_certain_while_a_facet_is_open() {
    // Every signal is followed up, whoever it is about (S000-39): nothing needs to be known for that.
    let found = lookup("");
    let police = super::answer::answers(&found)
        .find(|answer| answer["party"] == "politie" && answer["aspect"] == "melden" && answer["match"] == "applies");
    let police = police.expect("the police take any report");
    assert_eq!(items(police, "because"), [] as [Value; 0], "it holds for everybody");
}

#[test]
fn what_holds_for_minors_is_said_while_the_age_is_open() {
    let said = |words: &str| -> Vec<String> {
        items(&lookup(words), "first").iter().map(|advice| text(advice, "text").to_owned()).collect()
    };
    let (open, minor, adult) = (said(""), said("leeftijd=minderjarig"), said("leeftijd=volwassen"));
    let perhaps: Vec<&String> = open.iter().filter(|advice| !adult.contains(advice)).collect();
    assert!(!perhaps.is_empty(), "something is said for minors alone");
    assert!(perhaps.iter().all(|advice| said("leeftijd=16-17,18-20").contains(advice)));
    // Of whom is certainly a minor nobody asks whether they are; the number stays.
    for certain in [&minor, &said("leeftijd=16-17")] {
        assert!(perhaps.iter().all(|advice| !certain.contains(advice)), "{certain:?}");
        assert!(certain.iter().any(|advice| advice.contains("0800 2000")), "{certain:?}");
    }
    assert!(said("seksueel-geweld-7-dagen=ja").iter().any(|advice| advice.contains("0800 0188")));
    assert!(open[0].contains("112"), "acute danger goes before everything: {open:?}");
}

#[test]
fn facets_stay_out_of_the_history_on_every_command_that_takes_them() {
    for line in [
        "lookup FACETS",
        "explain nidos FACETS",
        "route --from school --to politie FACETS",
        "compare FACETS --with leeftijd=volwassen",
    ] {
        let with = |facets: &str, input: &[u8]| {
            let line = line.replace("FACETS", facets);
            run_with(&line.split(' ').collect::<Vec<_>>(), input, |_| {}).fine().out
        };
        assert_eq!(with("--profile -", b"leeftijd = 16-17\n"), with("leeftijd=16-17", b""), "{line}");
    }
    let with = |words: &[&str], input: &[u8]| run_with(&[&["search"], words].concat(), input, |_| {}).fine().out;
    assert_eq!(with(&["--profile", "-"], "zorg\ncoördinatie\r\n".as_bytes()), with(&["zorg", "coördinatie"], b""));
    assert_eq!(with(&["zorg", "--profile", "-"], "coördinatie".as_bytes()), with(&["zorg", "coördinatie"], b""));
    run_with(&["search"], b"", |_| {}).refused(2);
    let with = run_with(&["compare", "leeftijd=16-17", "--with", "leeftijd=volwassen"], b"", |_| {}).fine().out;
    let both = run_with(&["compare", "--profile", "-"], b"leeftijd=16-17\n--with\nleeftijd = volwassen\n", |_| {});
    assert_eq!(both.fine().out, with, "both situations may stay out of the history");
}

#[test]
fn what_stands_on_standard_input_is_read_as_people_write_it_and_no_further() {
    let known = |input: &str| {
        let ran = run_with(&["lookup", "--profile", "-", "--format", "json"], input.as_bytes(), |_| {});
        ran.fine().value()["profile"].clone()
    };
    let plain = known("leeftijd=16-17 uitbuiting=arbeid,niet-seksueel");
    for input in [
        "leeftijd = 16-17\nuitbuiting = arbeid, niet-seksueel\n",
        "leeftijd =16-17\r\nuitbuiting= arbeid ,niet-seksueel",
        "\u{feff}leeftijd=16-17\tuitbuiting=arbeid,niet-seksueel",
    ] {
        assert_eq!(known(input), plain, "{input:?}");
    }
    for command in ["lookup", "explain nidos", "compare", "route --from school --to politie", "search"] {
        let words: Vec<&str> = command.split(' ').chain(["--profile", "-"]).collect();
        run_with(&words, b"leeftijd=\xff\xfe", |_| {}).refused_with(2, &["tekst"]);
        let long = "leeftijd=12 ".repeat(10_000);
        run_with(&words, long.as_bytes(), |_| {}).refused_with(2, &["te lang", "64"]);
    }
}

#[test]
fn a_gemeente_stays_out_of_the_history_too() {
    for line in
        ["lookup", "explain nidos", "route --from school --to politie", "compare leeftijd=12 --with leeftijd=15"]
    {
        let with = |more: &[&str], input: &[u8]| {
            run_with(&[line.split(' ').collect::<Vec<_>>(), more.to_vec()].concat(), input, |_| {}).fine().out
        };
        for typed in ["gemeente = Berg en Dal\n", "gemeente=berg en dal"] {
            let asked = with(&["--gemeente", "Berg en Dal"], b"");
            assert_eq!(with(&["--profile", "-"], typed.as_bytes()), asked, "{line}");
        }
        let words: Vec<&str> = line.split(' ').chain(["--gemeente", "Sluis", "--profile", "-"]).collect();
        run_with(&words, b"gemeente = Sluis", |_| {}).refused_with(2, &["«gemeente» staat er twee keer"]);
    }
}

#[test]
fn a_range_of_ages_is_what_it_says_or_refused() {
    for (given, values) in [
        ("leeftijd=0-17", vec!["0-11", "12", "13-14", "15", "16-17"]),
        ("leeftijd=18-plus", vec!["18-20", "21-22", "23", "24-plus"]),
        ("leeftijd=12-17", vec!["12", "13-14", "15", "16-17"]),
    ] {
        assert_eq!(known(&lookup(given), "leeftijd"), [(values, "given")], "lookup {given}");
    }
    for cut in ["leeftijd=10-17", "leeftijd=17", "leeftijd=17-0", "leeftijd=99-100"] {
        say(&format!("lookup {cut}")).refused_with(2, &["heeft geen waarde"]);
    }
}

#[test]
fn the_clock_says_the_hour_only_when_it_is_asked() {
    let moment = |words: &str| -> Vec<String> {
        let found = lookup(words);
        known(&found, "moment").into_iter().flat_map(|(values, _)| values).map(str::to_owned).collect()
    };
    assert_eq!(moment("vraagsteller=politie"), Vec::<String>::new(), "the same call, the same answer");
    let by_clock = moment("vraagsteller=politie --now");
    assert!(by_clock == ["kantooruren"] || by_clock == ["avond-nacht-weekend"], "{by_clock:?}");
    for given in ["kantooruren", "avond-nacht-weekend"] {
        assert_eq!(moment(&format!("moment={given} --now")), [given], "what is given goes before the clock");
    }
    say("lookup --now --date 2022-02-03").refused_with(2, &["--now", "2022-02-03", "vandaag"]);
}
