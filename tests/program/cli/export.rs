//! `export`: a file appears where it was asked for, whole, and nothing else.

use std::fs;

use wegwijzer::export::EXPORTS;

use super::run::{empty_dir, everything_in, run, run_with};

const WOMAN: [&str; 3] =
    ["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];

fn card(out: &std::path::Path, more: &[&str]) -> super::run::Ran {
    run(&[&["export", "card", "--out", out.to_str().unwrap()], more].concat())
}

#[test]
fn a_card_appears_as_paper_and_as_text() {
    let dir = empty_dir("a-card-appears");
    card(&dir.join("kaart.pdf"), &WOMAN).fine();
    card(&dir.join("kaart.TXT"), &WOMAN).fine();
    assert!(fs::read(dir.join("kaart.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    let text = fs::read_to_string(dir.join("kaart.TXT")).unwrap();
    for part in ["Doorverwijskaart", "033 448 11 86", "\nDoe nu\n", "Bronnen: ", "wegwijzermensenhandel.nl"] {
        assert!(text.contains(part), "«{part}» should be on the card");
    }
    assert_eq!(everything_in(&dir).len(), 2, "nothing stays behind beside the cards");
}

#[test]
fn an_english_card_of_another_day_says_both() {
    let dir = empty_dir("an-english-card");
    let out = dir.join("card.txt");
    card(&out, &["--lang", "en", "--date", "2022-02-03"]).fine();
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("Referral card\n"));
    assert!(text.contains("Not for use: as of 3 February 2022"));
}

#[test]
fn facets_are_on_it_only_when_asked_for_and_the_region_when_it_is_given() {
    let dir = empty_dir("facets-only-when-asked");
    let (bare, full, nowhere) = (dir.join("bare.txt"), dir.join("full.txt"), dir.join("nowhere.txt"));
    // Where she is says nothing of who she is, and whoever is handed the card must know whom to call there.
    card(&bare, &[&WOMAN[..], &["--gemeente", "Utrecht"]].concat()).fine();
    card(&full, &[&WOMAN[..], &["--with-facets", "--gemeente", "Utrecht"]].concat()).fine();
    card(&nowhere, &WOMAN).fine();
    let [bare, full, nowhere] = [bare, full, nowhere].map(|path| fs::read_to_string(path).unwrap());
    assert!(full.contains("Leeftijd: 18 of ouder") && full.contains("Utrecht"));
    assert!(!bare.contains("Leeftijd: 18 of ouder") && bare.contains("\nRegio\n  - Utrecht"), "{bare}");
    assert!(!nowhere.contains("\nRegio\n") && !nowhere.contains("Utrecht"));
}

/// A shelter, with somebody in the bedenktijd.
const SHELTER: [&str; 4] = ["vraagsteller=opvanginstelling", "verblijf=bedenktijd", "leeftijd=volwassen", "dublin=nee"];

#[test]
fn the_last_day_of_a_term_is_on_the_card_by_its_name_or_by_its_task() {
    let dir = empty_dir("the-last-day");
    let out = dir.join("kaart.txt");
    let made = |more: &[&str]| {
        card(&out, &[&SHELTER[..], more].concat()).fine();
        fs::read_to_string(&out).unwrap().to_lowercase()
    };
    // The plain count: the day before the same day three months later.
    let last = "laatste dag: 30 november 2026 (begint op 1 september 2026)";
    for starts in
        ["bedenktijd=2026-09-01", "cosm-opvang-vanaf-2023=2026-09-01", "cosm-opvang-duur-zonder-dublin:1=2026-09-01"]
    {
        let text = made(&["--starts", starts]);
        // At its step, and among the terms.
        assert_eq!(text.matches(last).count(), 2, "{starts}:\n{text}");
    }
    let two = made(&["--starts", "bedenktijd=2026-09-01", "--starts", "aanvraag van de toelage=2026-09-01"]);
    assert!(two.contains(last) && two.contains("laatste dag: 14 september 2026"), "{two}");
    assert!(!made(&[]).contains("laatste dag"));
    let full = made(&["--full", "--starts", "bedenktijd=2026-09-01"]);
    assert!(full.matches(last).count() > 2, "{full}");
}

#[test]
fn a_term_or_a_day_that_is_none_leads_to_the_nearest() {
    let dir = empty_dir("a-wrong-term");
    for (starts, expected) in [
        ("bedenktyd=2026-09-01", "«bedenktijd»"),
        ("cosm-opvang-vanaf-203=2026-09-01", "«cosm-opvang-vanaf-2023»"),
        ("bedenktijd=30-2-2026", "«2026-02-28»"),
        ("bedenktijd=gisteren", "JJJJ-MM-DD"),
        ("bedenktijd", "TAAK=JJJJ-MM-DD"),
        ("cosm-opvang-vanaf-2023:9=2026-09-01", "cosm-opvang-vanaf-2023"),
    ] {
        let out = dir.join("kaart.pdf");
        let said = card(&out, &[&SHELTER[..], &["--starts", starts]].concat());
        said.refused_with(2, &[expected]);
    }
    let twice = ["--starts", "bedenktijd=2026-09-01", "--starts", "bedenktijd=2026-09-02"];
    card(&dir.join("kaart.pdf"), &[&SHELTER[..], &twice].concat()).refused_with(2, &["twee keer"]);
    assert_eq!(everything_in(&dir), []);
}

#[test]
fn facets_may_come_from_standard_input() {
    let dir = empty_dir("card-from-standard-input");
    let (typed, read) = (dir.join("typed.txt"), dir.join("read.txt"));
    card(&typed, &WOMAN).fine();
    let args = ["export", "card", "--out", read.to_str().unwrap(), "--profile", "-"];
    run_with(&args, WOMAN.join("\n").as_bytes(), |_| {}).fine();
    assert_eq!(fs::read(typed).unwrap(), fs::read(read).unwrap());
}

#[test]
fn a_wrong_call_writes_nothing_and_says_what_was_expected() {
    let dir = empty_dir("a-wrong-card");
    for name in ["kaart.doc", "kaart", "kaart.pdf.exe"] {
        card(&dir.join(name), &WOMAN).refused_with(2, &["--out", ".pdf", ".txt"]);
    }
    card(&dir.join("kaart.pdf"), &["leeftijd=volwasen"]).refused_with(2, &["volwassen"]);
    card(&dir.join("kaart.pdf"), &["--gemeente", "Utrech"]).refused_with(2, &["Utrecht"]);
    run(&["export", "kaart", "--out", "kaart.pdf"]).refused_with(2, &["kaart", "card"]);
    run(&["export", "card"]).refused_with(2, &["--out"]);
    assert_eq!(everything_in(&dir).len(), 0);
}

#[test]
fn a_card_that_cannot_be_saved_leaves_what_was_there() {
    let dir = empty_dir("a-card-not-saved");
    card(&dir.join("geen-map").join("kaart.pdf"), &[]).refused_with(1, &["deze map bestaat niet"]);
    fs::create_dir(dir.join("map.pdf")).unwrap();
    card(&dir.join("map.pdf"), &[]).refused_with(1, &["map"]);
    let old = dir.join("oud.txt");
    fs::write(&old, "van gisteren").unwrap();
    card(&old, &["leeftijd=minderjarig", "leeftijd=volwassen"]).refused(2);
    assert_eq!(fs::read_to_string(&old).unwrap(), "van gisteren");
    card(&old, &[]).fine();
    assert!(fs::read_to_string(&old).unwrap().starts_with("Doorverwijskaart"));
}

#[test]
fn the_poster_asks_only_for_agreements_about_this_person() {
    let file = empty_dir("agreements-of-this-person").join("keten.svg");
    let poster = |exploitation: &str| {
        let person = ["leeftijd=24-plus", "verblijf=derdeland-zonder-verblijfsrecht", exploitation];
        let out = ["export", "poster", "--out", file.to_str().unwrap()];
        run(&[&out[..], &person].concat()).fine();
        fs::read_to_string(&file).unwrap()
    };
    let about_work = "Bronnen noemen na arbeidsuitbuiting";
    assert!(poster("uitbuiting=arbeid").contains(about_work));
    let other = "uitbuiting=seksueel,niet-arbeid,niet-crimineel,niet-orgaanverwijdering,niet-overig";
    assert!(!poster(other).contains(about_work));
}

#[test]
fn everything_in_the_table_can_be_made_and_is_in_the_help() {
    let dir = empty_dir("everything-that-can-be-made");
    let help = run(&["export", "--help"]).fine().out;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for export in EXPORTS {
        assert!(help.contains(&format!("- {}: {}", export.id, export.about)), "{} is not in the help", export.id);
        for form in export.forms {
            let out = dir.join(export.id).with_extension(form.extension);
            run(&["export", export.id, "--out", out.to_str().unwrap()]).fine();
            assert!(fs::metadata(&out).unwrap().len() > 1_000, "{}", out.display());
            assert!(help.contains(&format!(".{}", form.extension)), "{} is not in the help", form.extension);
        }
        let expected: Vec<String> = export.extensions().iter().map(|extension| format!(".{extension}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        run(&["export", export.id, "--out", "naam.exe"]).refused_with(2, &expected);
    }
}

#[test]
fn an_option_that_does_nothing_for_this_file_is_refused() {
    let dir = empty_dir("an-option-that-does-nothing");
    for (what, name, option) in [
        ("card", "k.txt", "--tiled"),
        ("dot", "k.dot", "--starts=bedenktijd=2026-09-01"),
        ("card", "k.pdf", "--paper=a4"),
        ("poster", "p.png", "--paper=a3"),
        ("poster", "p.svg", "--tiled"),
        ("card", "k.pdf", "--spine"),
        ("graphml", "k.graphml", "--with-facets"),
        ("dot", "k.dot", "--full"),
    ] {
        let out = dir.join(name);
        let named = option.split('=').next().unwrap();
        run(&["export", what, option, "--out", out.to_str().unwrap()]).refused_with(2, &[named, "doet niets bij"]);
    }
    assert_eq!(everything_in(&dir), []);
}

#[test]
fn the_guide_that_answers_is_not_replaced_by_another_way_to_it_either() {
    let dir = empty_dir("another-way-to-the-guide");
    let guide = dir.join("gids.txt");
    fs::write(&guide, super::run::shipped_guide()).unwrap();
    let around = dir.join("..").join(dir.file_name().unwrap()).join("gids.txt");
    run(&["export", "card", "--guide", guide.to_str().unwrap(), "--out", around.to_str().unwrap()])
        .refused_with(2, &["--out", "gids die nu antwoordt"]);
    #[cfg(unix)]
    {
        let link = dir.join("kaart.txt");
        std::os::unix::fs::symlink(&guide, &link).unwrap();
        card(&link, &["--guide", guide.to_str().unwrap()]).refused_with(2, &["gids die nu antwoordt"]);
    }
    assert_eq!(fs::read_to_string(&guide).unwrap(), super::run::shipped_guide());
}

#[test]
fn a_poster_is_of_the_main_line_or_of_everything() {
    let dir = empty_dir("a-poster-of-the-main-line");
    let poster = |name: &str, more: &[&str]| {
        let out = dir.join(name);
        let args = [&["export", "poster", "--out", out.to_str().unwrap()], more].concat();
        run(&[&args[..], &WOMAN].concat()).fine();
        fs::read_to_string(out).unwrap()
    };
    let spine = poster("lijn.svg", &["--spine"]);
    let (full, plain) = (poster("alles.svg", &["--full"]), poster("gewoon.svg", &[]));
    assert_eq!(full, plain, "without an option it is everything");
    assert!(spine.len() * 2 < full.len() && spine.contains("Wie het ziet") && !full.contains("Wie het ziet"));
    let out = dir.join("beide.svg");
    let both = run(&["export", "poster", "--spine", "--full", "--out", out.to_str().unwrap()]);
    both.refused(2);
    assert!(!out.exists());
}
