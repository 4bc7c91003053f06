//! Calls that are wrong: one line on standard error, nothing on standard output, exit 2, and what was probably meant.

use super::run::{run, run_with, say};

#[test]
fn what_is_typed_wrong_names_what_was_meant() {
    for (line, parts) in [
        // Facets and values.
        ("lookup leeftyd=volwassen", vec!["«leeftyd»", "«leeftijd»"]),
        ("lookup verblijfsstatus=eu", vec!["«verblijfsstatus»", "«verblijf»"]),
        ("lookup leeftijd=volwasen", vec!["«volwasen»", "«volwassen»"]),
        ("lookup leeftijd=16-18", vec!["«16-18»", "«16-17»"]),
        ("lookup uitbuiting=sexueel", vec!["«sexueel»", "«seksueel»"]),
        ("lookup uitbuiting=niet-arbied", vec!["arbied", "arbeid"]),
        ("lookup aanwijzing=geringe-aanwijzing", vec!["«geringe-aanwijzing»", "«geringste-aanwijzing»"]),
        ("lookup vraagsteller=nidoss", vec!["«nidoss»", "«nidos»"]),
        ("lookup leeftijd", vec!["«leeftijd»", "="]),
        ("lookup leeftijd=", vec!["«leeftijd=»"]),
        ("lookup =volwassen", vec!["onbekend facet"]),
        ("explain comensha leeftyd=12", vec!["«leeftijd»"]),
        ("route --from politie --to comensha leeftijd=volwasen", vec!["«volwassen»"]),
        ("compare leeftyd=12 --with leeftijd=15", vec!["«leeftijd»"]),
        ("compare leeftijd=12 --with leeftyd=15", vec!["«leeftijd»"]),
        // Parties, by their id, and by what people call them.
        ("explain comensa", vec!["«comensa»", "«comensha»"]),
        ("explain CoMensha", vec!["«comensha»"]),
        ("explain ISZW", vec!["«ISZW»", "«arbeidsinspectie»"]),
        ("route --from gemeente --to csm", vec!["«csm»", "«cosm»"]),
        ("route --from gemente --to cosm", vec!["«gemente»", "«gemeente»"]),
        // Phases.
        ("lookup --phase zorgg", vec!["«zorgg»", "«zorg»"]),
        ("lookup --phase E", vec!["«E»"]),
        ("lookup --phase identificeren", vec!["«identificatie»"]),
        // Days.
        ("lookup --date 2022-13-01", vec!["«2022-13-01»", "JJJJ-MM-DD"]),
        ("lookup --date 2022-02-30", vec!["«2022-02-30»"]),
        ("lookup --date 03-02-2022", vec!["«03-02-2022»", "JJJJ-MM-DD"]),
        ("lookup --date 2022", vec!["«2022»"]),
        ("lookup --date gisteren", vec!["«gisteren»"]),
        ("compare leeftijd=12 --with-date morgen", vec!["«morgen»"]),
        ("schema --date morgen", vec!["«morgen»"]),
        ("check --date morgen", vec!["«morgen»"]),
        // Options and commands.
        ("lookup --fase zorg", vec!["«--fase»", "«--phase»"]),
        ("--gids x lookup", vec!["«--gids»", "«--guide»"]),
        ("lookup --gemeent Utrecht", vec!["«--gemeent»", "«--gemeente»"]),
        ("lookup --format jsn", vec!["«jsn»", "json"]),
        ("lookup --lang fr", vec!["«fr»", "nl"]),
        ("lookup --profile bestand.txt", vec!["«bestand.txt»", "-"]),
        ("lokup", vec!["«lokup»", "«lookup»"]),
        ("explian comensha", vec!["«explian»", "«explain»"]),
        ("report bronnen", vec!["«bronnen»", "sources"]),
        // What is missing.
        ("explain", vec!["PARTIJ"]),
        ("route --from gemeente", vec!["--to"]),
        ("search", vec!["WOORDEN"]),
        ("fmt", vec!["BESTAND"]),
        ("report", vec!["WAT"]),
        ("scenarios extra", vec!["«extra»"]),
    ] {
        say(line).refused_with(2, &parts);
        // Nothing of it reaches standard output when JSON was asked for.
        if !line.contains("--format") {
            say(&format!("{line} --format json")).refused(2);
        }
    }
}

#[test]
fn errors_are_dutch_and_hide_what_the_program_is_made_of() {
    for line in ["lookup leeftyd=12", "lookup --date x", "lookup --format jsn", "lokup", "explain", "lookup --guide"] {
        let ran = say(line);
        let words = ran.refused(2);
        for foreign in ["error", "Usage", "invalid", "unexpected", "required", "panicked", "--help", "tip:"] {
            assert!(!words.contains(foreign), "{}: «{foreign}» in «{words}»", ran.typed);
        }
    }
}

#[test]
fn odd_arguments_break_nothing() {
    let long = format!("leeftijd={}", "1".repeat(10_000));
    for args in [
        vec!["lookup", "leeftijd=\u{202e}12"],
        vec!["lookup", "\u{1F600}=ja"],
        vec!["lookup", long.as_str()],
        vec!["lookup", "leeftijd=12,"],
        vec!["lookup", "leeftijd==12"],
        vec!["lookup", "uitbuiting=niet-"],
        vec!["lookup", "uitbuiting=niet-niet-arbeid"],
        vec!["lookup", "uitbuiting=niet-geen"],
        vec!["lookup", "leeftijd=niet-12"],
        vec!["lookup", "leeftijd=geen"],
        vec!["lookup", "leeftijd=12 15"],
        vec!["explain", ""],
        vec!["route", "--from", "", "--to", ""],
        vec!["lookup", "--phase", ""],
        vec!["lookup", "--date", ""],
        vec!["lookup", "--date", "-2022-02-03"],
        vec!["lookup", "--date", "99999-01-01"],
    ] {
        run(&args).refused(2);
    }
    // A line end in what was typed does not make the error two lines.
    run(&["lookup", "leef\ntijd=12"]).refused(2);
    run(&["explain", "co\nmensha"]).refused(2);
    run(&["lookup", "--gemeente", "Den\nHag"]).refused(2);
    run(&["lookup", "--date", "2022\n"]).refused(2);
}

#[test]
fn what_was_meant_is_not_turned_round_or_guessed() {
    say("lookup uitbuiting=niet-arbied").refused_with(2, &["«niet-arbeid»"]);
    say("compare leeftijd=15").refused_with(2, &["--with", "--with-date"]);
    say("lookup --gemeente Utrecht --gemeente Utrecht").refused_with(2, &["--gemeente", "twee keer"]);
    assert!(say("lookup --gemeente Onbekend").fine().out.contains("CoMensha"));
    // Without a command the window would open; not on a day that is none.
    say("--date 2026-02-30").refused_with(2, &["2026-02-30"]);
}

#[test]
fn help_and_version_are_no_error() {
    let help = say("--help").fine().out;
    for command in
        ["lookup", "explain", "compare", "route", "search", "check", "fmt", "schema", "scenarios", "quiz", "report"]
    {
        assert!(help.contains(command), "--help should name «{command}»:\n{help}");
        let own = say(&format!("{command} --help")).fine().out;
        assert!(own.contains("Gebruik: wegwijzer"), "{own}");
        for foreign in ["Usage", "Options", "Arguments", "Possible", "default", "Print", "FILE", "[COMMAND]"] {
            assert!(!help.contains(foreign) && !own.contains(foreign), "«{foreign}» in the help of {command}:\n{own}");
        }
        // Short and long are alike, and both of every command.
        assert_eq!(own, say(&format!("{command} -h")).fine().out);
    }
    assert!(say("export --help").fine().out.contains("- card: de doorverwijskaart"));
    // It is no publication of the government, and says so.
    assert!(help.contains("overheid") && help.contains("wegwijzermensenhandel.nl"), "{help}");
    assert!(say("--version").fine().out.starts_with("wegwijzer "));
}

#[test]
fn the_date_may_stand_before_and_after_the_command() {
    let after = say("lookup --phase A --date 2022-02-03 --format json").fine().out;
    let before = say("--date 2022-02-03 --format json lookup --phase A").fine().out;
    assert_eq!(before, after);
}

#[test]
fn a_command_that_needs_no_input_does_not_wait_for_it() {
    let ran = run_with(&["schema"], b"", |command| {
        command.stdin(std::process::Stdio::piped());
    });
    ran.fine();
}

#[test]
fn no_hint_where_nothing_is_like_it() {
    for line in
        ["explain nietbestaand", "lookup leeftijd=negentig", "lookup kleur=rood", "route --from gemeente --to kantine"]
    {
        let ran = say(line);
        let said = ran.refused(2);
        assert!(!said.contains("bedoelde u") && !said.contains("bedoelt u"), "{line}: {said}");
    }
}
