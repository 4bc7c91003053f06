//! The referral card of the shipped guide: what stands on it, what never does, and that paper and text are always made.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::sync::Arc;

use crate::persons::WOMAN;
use wegwijzer::{
    export::card::{Card, CardForm, CardOptions, card_pdf, card_text},
    file::embedded_guide,
    lookup::{Index, Outcome, Profile, Verdict},
    model::{ContactKind, Date, Guide, Lang, Scenario},
};

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn guide() -> Guide {
    embedded_guide().expect("the shipped guide")
}

fn index() -> Index {
    Index::new(Arc::new(guide())).expect("the shipped guide")
}

fn ask(index: &Index, facets: &[&str], date: Date) -> (Profile, Outcome) {
    let profile = Profile::parse(index.guide(), facets.iter().copied()).expect("facets of the guide");
    let outcome = index.look_up(&profile, date).expect("somebody fits");
    (profile, outcome)
}

fn card(index: &Index, facets: &[&str], options: &CardOptions<'_>) -> Card {
    let (profile, outcome) = ask(index, facets, today());
    Card::new(index, &profile, &outcome, options)
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The questions of the scenarios, and the one in which nothing is known.
fn questions(guide: &Guide) -> Vec<(String, Vec<String>, Date)> {
    let given = |scenario: &Scenario| {
        let facets = scenario.given.iter().map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        });
        (scenario.id.to_string(), facets.collect(), scenario.date)
    };
    let mut questions: Vec<_> = guide.scenarios.iter().map(given).collect();
    questions.push(("niets bekend".to_owned(), Vec::new(), today()));
    questions
}

#[test]
fn every_case_of_the_guide_has_a_card_on_which_all_phases_and_numbers_stand() {
    let index = index();
    let questions = questions(index.guide());
    assert!(questions.len() > 10, "the guide has cases");
    for (case, facets, date) in questions {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        let (profile, outcome) = ask(&index, &facets, date);
        for lang in [Lang::Nl, Lang::En] {
            for full in [false, true] {
                let options = CardOptions { full, ..CardOptions::new(lang, today()) };
                let card = Card::new(&index, &profile, &outcome, &options);
                let text = card_text(&card);
                assert!(card_pdf(&card).is_ok_and(|pdf| pdf.starts_with(b"%PDF-1.7")), "{case}: no PDF");
                for phase in &index.guide().phases {
                    let heading = format!("\n{}  {}\n", phase.letter, phase.title.text(lang));
                    assert!(text.contains(&heading), "{case}: phase {} is not on the card", phase.letter);
                }
                for number in numbers(index.guide(), &outcome, full) {
                    assert!(text.contains(&number), "{case}: {number} is not on the card");
                }
            }
        }
    }
}

/// The telephone numbers of the parties that are primarily responsible, read from the guide itself.
/// `full` takes those along that depend.
fn numbers(guide: &Guide, outcome: &Outcome, full: bool) -> Vec<String> {
    let records = guide.responsibilities.iter().zip(outcome.responsibilities.values());
    let shown = records.filter(|(record, verdict)| {
        record.primary && (**verdict == Some(Verdict::Applies) || full && **verdict == Some(Verdict::Depends))
    });
    let contacts = shown.filter_map(|(record, _)| guide.party(&record.party)).flat_map(|party| &party.contacts);
    let phones = contacts.filter(|contact| {
        matches!(contact.kind, ContactKind::Telefoon | ContactKind::TelefoonBuitenland)
            && contact.valid.holds_on(outcome.date)
    });
    phones.map(|contact| contact.value.clone()).collect()
}

#[test]
fn certain_answers_stand_before_those_that_depend_and_say_on_what() {
    let card = card(&index(), &WOMAN, &CardOptions { full: true, ..CardOptions::new(Lang::Nl, today()) });
    let shelter = card.phases.iter().flat_map(|phase| &phase.aspects).find(|aspect| aspect.label == "Opvang").unwrap();
    let certain = shelter.answers.iter().position(|answer| answer.party == "COSM").expect("COSM");
    let depends = shelter.answers.iter().position(|answer| answer.depends_on.is_some()).expect("one that depends");
    assert!(certain < depends);
    for aspect in card.phases.iter().flat_map(|phase| &phase.aspects) {
        assert!(aspect.answers.is_sorted_by_key(|answer| answer.depends_on.is_some()), "{}", aspect.label);
    }
}

#[test]
fn every_source_that_is_named_is_in_the_list() {
    let card = card(&index(), &WOMAN, &CardOptions::new(Lang::Nl, today()));
    let listed: Vec<&str> = card.sources.iter().map(|source| source.id.as_str()).collect();
    let answers = card.phases.iter().flat_map(|phase| &phase.aspects).flat_map(|aspect| &aspect.answers);
    let cited: Vec<&str> = answers.map(|answer| answer.cited.as_str()).collect();
    assert!(!cited.is_empty());
    for source in &guide().sources {
        let is_cited = cited.iter().any(|words| words.split([' ', ',', ';']).any(|word| word == source.id.as_str()));
        assert!(!is_cited || listed.contains(&source.id.as_str()), "{} is cited but not listed", source.id);
    }
}

#[test]
fn the_same_card_gives_the_same_bytes() {
    for (form, full) in [(CardForm::Pdf, false), (CardForm::Pdf, true), (CardForm::Text, false)] {
        let options = CardOptions { full, ..CardOptions::new(Lang::Nl, today()) };
        let bytes = || form.render(&card(&index(), &WOMAN, &options)).expect("bytes");
        assert!(bytes() == bytes(), "{form:?} differs from one run to the next");
    }
}

#[test]
fn the_paper_card_is_tagged_and_has_a_title_and_a_language() {
    for (lang, code) in [(Lang::Nl, "(nl)"), (Lang::En, "(en)")] {
        let pdf = card_pdf(&card(&index(), &WOMAN, &CardOptions::new(lang, today()))).expect("a PDF");
        for part in
            ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/Title", "/H1", "/H2", "/H3", "/LBody", "pdfuaid:part"]
        {
            assert!(holds(&pdf, part), "{part} is missing");
        }
        assert!(holds(&pdf, &format!("/Lang {code}")) || holds(&pdf, &format!("/Lang{code}")), "no language {code}");
        assert!(!holds(&pdf, "CreationDate"), "a date of making would differ each time");
    }
}

#[test]
fn nothing_that_was_asked_about_the_person_is_on_a_card_unless_wished() {
    let index = index();
    let bare = CardOptions::new(Lang::Nl, today());
    let without = card_text(&card(&index, &WOMAN, &bare));
    let with = card_text(&card(&index, &WOMAN, &CardOptions { with_facets: true, ..bare }));
    for line in [
        "Leeftijd: 18 of ouder",
        "Verblijfsstatus: ",
        "Aanwijzing mensenhandel: geringste aanwijzing",
        "Gekozen kenmerken",
    ] {
        let start = line.split(": ").next().unwrap();
        let has = |text: &str| text.lines().any(|found| found.trim_start_matches([' ', '-']).starts_with(line));
        assert!(!has(&without), "«{line}» is on the bare card");
        assert!(has(&with) || line.starts_with("Verblijf"), "«{start}» should be on a card with facets:\n{with}");
    }
    // Every line of the bare card stands on the other one too: only the facets were added.
    assert!(without.lines().all(|line| with.contains(line)));
    let bytes = card_pdf(&card(&index, &WOMAN, &bare)).unwrap();
    for word in ["leeftijd=", "derdeland-zonder-verblijfsrecht", "Gekozen kenmerken"] {
        assert!(!holds(&bytes, word), "{word}");
    }
}

#[test]
fn a_card_of_another_day_says_at_both_ends_that_it_is_not_for_use() {
    let index = index();
    let (profile, outcome) = ask(&index, &WOMAN, Date::new(2022, 2, 3).unwrap());
    let text = card_text(&Card::new(&index, &profile, &outcome, &CardOptions::new(Lang::Nl, today())));
    let warning = "Niet voor gebruik: stand op 3 februari 2022";
    assert_eq!(text.matches(warning).count(), 2);
    assert!(text.lines().take(3).any(|line| line.contains(warning)));
    assert!(text.trim_end().ends_with(warning));
    let now = card_text(&card(&index, &WOMAN, &CardOptions::new(Lang::Nl, today())));
    assert!(!now.contains("Niet voor gebruik"));
    assert!(now.contains("Niet aan het mogelijke slachtoffer meegeven") && now.contains("Acuut gevaar: bel 112"));
}

#[test]
fn a_guide_with_strange_signs_and_endless_texts_still_has_a_card() {
    let mut guide = guide();
    for record in &mut guide.responsibilities {
        record.task = format!("✓ ↔ \u{202f}\u{2011}\u{ad} 你好 🙂 \0\u{7} {} {}", "x".repeat(400), "woord ".repeat(30));
    }
    if let Some(record) = guide.responsibilities.iter_mut().find(|record| record.primary) {
        record.task = "Een heel lange taak. ".repeat(2_000);
    }
    let index = Index::new(Arc::new(guide)).unwrap();
    let card = card(&index, &[], &CardOptions::new(Lang::Nl, today()));
    assert!(card_pdf(&card).is_ok());
    assert!(card_text(&card).contains("你好"));
}

/// How many pages a PDF says that it has.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let count = text.split("/Type/Pages").nth(1).or_else(|| text.split("/Type /Pages").nth(1)).expect("a page tree");
    let count = count.split("/Count").nth(1).expect("a count").trim_start();
    count.split(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
}

#[test]
fn the_card_of_the_drawings_is_one_a4_and_most_cases_are() {
    let index = index();
    let pages_of = |facets: &[&str], date: Date, lang: Lang| {
        let (profile, outcome) = ask(&index, facets, date);
        pages(&card_pdf(&Card::new(&index, &profile, &outcome, &CardOptions::new(lang, date))).unwrap())
    };
    // As drawn: how far the criminal case is, is not known.
    assert_eq!(pages_of(&WOMAN[..3], today(), Lang::Nl), 1);
    let questions = questions(index.guide());
    let of = |(case, facets, date): &(String, Vec<String>, Date)| {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        (case.clone(), pages_of(&facets, *date, Lang::Nl))
    };
    let counts: Vec<(String, usize)> = questions.iter().map(of).collect();
    let long: Vec<&(String, usize)> = counts.iter().filter(|(_, pages)| *pages > 1).collect();
    assert!(counts.iter().all(|(_, pages)| *pages <= 2), "{counts:?}");
    println!("{} of {} cases on one page; two: {long:?}", counts.len() - long.len(), counts.len());
    assert!(long.len() * 2 < counts.len(), "{} of {} do not fit: {long:?}", long.len(), counts.len());
}

#[test]
fn the_short_card_keeps_the_full_one_in_few_words() {
    let index = index();
    let short = card(&index, &WOMAN, &CardOptions::new(Lang::Nl, today()));
    let full = card(&index, &WOMAN, &CardOptions { full: true, ..CardOptions::new(Lang::Nl, today()) });
    for (short, full) in short.phases.iter().zip(&full.phases) {
        let answers = |phase: &wegwijzer::export::card::CardPhase, certain: bool| -> Vec<(String, String)> {
            let answers = phase.aspects.iter().flat_map(|aspect| &aspect.answers);
            let wanted = answers.filter(|answer| answer.depends_on.is_none() == certain);
            wanted.map(|answer| (answer.party.clone(), answer.task.clone())).collect()
        };
        assert_eq!(answers(short, true), answers(full, true));
        assert!(answers(short, false).is_empty());
        let named = short.depends.as_ref().map(|depends| depends.parties.clone()).unwrap_or_default();
        for (party, _) in answers(full, false) {
            assert!(named.contains(&format!("{party} (")), "{party} is not named in «{named}»");
        }
        let gaps = |phase: &wegwijzer::export::card::CardPhase| -> Vec<String> {
            phase.aspects.iter().flat_map(|aspect| &aspect.gaps).map(|gap| gap.text.clone()).collect()
        };
        assert_eq!(gaps(short), gaps(full));
    }
}
