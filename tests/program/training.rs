//! The guide for training: it is whole, it says so wherever it shows itself, and nothing of the real guide is in it.

use std::{
    collections::BTreeSet,
    fs,
    io::{Cursor, Read as _},
    sync::Arc,
};

use calamine::Reader as _;

use flate2::read::ZlibDecoder;
use wegwijzer::{
    chain,
    export::{EXPORTS, ExportOptions, Request},
    file::{self, TRAINING_GUIDE, training_guide},
    lookup::{Index, Profile, TermStarts, oracle, run_scenario},
    model::{
        AgreementState, Contact, ContactKind, Date, GapKind, Guide, Lang, PartyKind, PartyScope, Regions, Role,
        Scenario, Verdict,
        walk::{Leaf, Place, Visitor, walk},
    },
    present::Asked,
    review,
    text::which,
};

use crate::cli::run::{empty_dir, run};

const LANGUAGES: [(Lang, &str); 2] = [(Lang::Nl, "nl"), (Lang::En, "en")];

fn index() -> Index {
    let index = Index::new(Arc::new(training_guide().unwrap())).unwrap();
    index.with_origin(file::training_origin())
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn profile(guide: &Guide, scenario: &Scenario) -> Profile {
    Profile::of_case(guide, &scenario.given).unwrap()
}

#[test]
fn it_has_no_problems_at_all() {
    let guide = Arc::new(training_guide().unwrap());
    assert!(guide.training);
    assert_eq!(review::check(&guide, &file::regions_of(&guide).unwrap(), today()), []);
    assert_eq!(file::regions_of(&guide).unwrap(), Regions::default(), "it is about no country that has regions here");
    assert!(!file::embedded_guide().unwrap().training);
}

#[test]
fn all_its_labels_are_said_in_two_languages() {
    let labels = TRAINING_GUIDE.matches("nl: \"").count();
    assert!(labels > 200, "only {labels} labels");
    assert_eq!(TRAINING_GUIDE.matches("en: \"").count(), labels);
}

#[test]
fn it_has_enough_to_practise_with() {
    let guide = training_guide().unwrap();
    let letters: String = guide.phases.iter().map(|phase| phase.letter).collect();
    assert_eq!(letters, "ABCD");
    let parties = guide.parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend).count();
    assert!((15..=25).contains(&parties), "{parties} parties");
    assert!((60..=100).contains(&guide.responsibilities.len()), "{} tasks", guide.responsibilities.len());
    assert!(guide.scenarios.len() >= 12);
    // Somebody stands for every role, every ground and every kind of gap.
    let roles: BTreeSet<Role> = guide.responsibilities.iter().map(|record| record.role).collect();
    let grounds: BTreeSet<_> = guide.referrals.iter().map(|referral| referral.sharing.ground.id()).collect();
    let gaps: BTreeSet<GapKind> = guide.gaps.iter().map(|gap| gap.kind).collect();
    assert_eq!((roles.len(), gaps.len()), (5, 4), "{roles:?} {gaps:?}");
    assert!(grounds.len() >= 4, "{grounds:?}");
    assert!(guide.responsibilities.iter().flat_map(|record| &record.terms).count() >= 20);
    assert!(guide.conflicts.len() >= 2);
    let open = guide.agreements.iter().filter(|agreement| agreement.state == AgreementState::Nodig);
    assert_eq!(open.count(), 1, "one overlap has no agreement");
}

#[test]
fn two_rules_change_on_a_day_one_that_was_and_one_that_comes() {
    let index = index();
    let guide = index.guide();
    let of = |case: &str| guide.scenarios.iter().find(|scenario| scenario.id.as_str() == case).unwrap();
    let answers = |case: &str, day: (i16, i8, i8)| -> BTreeSet<String> {
        let day = Date::new(day.0, day.1, day.2).unwrap();
        let outcome = index.look_up(&profile(guide, of(case)), day).unwrap();
        let held = guide
            .responsibilities
            .enumerate()
            .filter(|(ix, _)| outcome.responsibilities[*ix].is_some_and(|verdict| verdict != Verdict::Excluded));
        held.map(|(_, record)| record.id.to_string()).collect()
    };
    for (case, before, after) in [
        ("o12-rustpas", (2025, 6, 30), (2025, 7, 1)),
        ("o10-hulpregie", (2027, 6, 30), (2027, 7, 1)),
        ("o05-slecht-werk", (2026, 6, 30), (2026, 7, 1)),
    ] {
        assert_ne!(answers(case, before), answers(case, after), "{case} changes on {after:?}");
    }
}

#[test]
fn every_case_comes_out() {
    let index = index();
    for scenario in &index.guide().scenarios {
        assert_eq!(run_scenario(&index, &Regions::default(), scenario), Ok(Vec::new()), "{}", scenario.id);
    }
}

#[test]
fn every_party_answers_and_a_chain_worth_showing_leads_on() {
    let index = index();
    let guide = index.guide();
    let everybody = index.propagate(index.space().everybody()).unwrap();
    for party in guide.parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend) {
        let mut own = guide.responsibilities.iter().filter(|record| record.party == party.id);
        assert!(own.any(|record| index.reach_of(&record.who, &everybody).meets), "{} never answers", party.id);
    }
    let id = |id: &str| wegwijzer::model::PartyId::new(id).unwrap();
    for (from, to, steps) in
        [("burger", "schuilhuis", 3), ("havenwacht", "tribunaal", 3), ("eilandkliniek", "leerhuis", 3)]
    {
        let routes = chain::routes(&index, &everybody, today(), &id(from), &id(to));
        assert!(routes.iter().any(|route| route.steps.len() >= steps), "{from} → {to}: {routes:?}");
    }
}

/// The plain program that lists all persons gives the same, for everybody whom a case leaves open.
#[test]
fn it_answers_as_listing_all_persons_does() {
    // What every case leaves open beside its own facts would be too many to list.
    const OPEN: [&str; 4] = ["gevaar", "zorgvraag", "uur", "slaapplek"];
    let index = index();
    let guide = index.guide();
    let mut judged = 0;
    for scenario in &guide.scenarios {
        let mut known = profile(guide, scenario);
        for facet in &guide.facets {
            if known.known(&facet.id).is_none() && !OPEN.contains(&facet.id.as_str()) {
                let fits = facet.values.iter().find_map(|value| {
                    let mut more = known.clone();
                    more.give(facet, &[value.id.as_str()]).ok()?;
                    index.look_up(&more, scenario.date).is_ok().then_some(more)
                });
                known = fits.unwrap_or(known);
            }
        }
        let people = oracle::persons(guide, &known);
        assert!(!people.is_empty(), "{}: nobody is left", scenario.id);
        let outcome = index.look_up(&known, scenario.date).unwrap();
        for (ix, record) in guide.responsibilities.enumerate() {
            let met = people.iter().filter(|person| oracle::meets(guide, person, &record.who)).count();
            let verdict = match met {
                0 => Verdict::Excluded,
                met if met == people.len() => Verdict::Applies,
                _ => Verdict::Depends,
            };
            let expected = record.valid.holds_on(scenario.date).then_some(verdict);
            assert_eq!(outcome.responsibilities[ix], expected, "{}: {}", scenario.id, record.id);
            judged += 1;
        }
    }
    assert!(judged > 800, "only {judged} were judged");
}

/// The names of parties and sources, all ids of those, numbers and addresses.
fn own(guide: &Guide) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for party in &guide.parties {
        found.insert(party.id.to_string());
        for name in &party.names {
            for label in std::iter::once(&name.name).chain(&name.short) {
                found.insert(label.nl.clone());
                found.extend(label.en.clone());
            }
        }
        found.extend(party.aliases.iter().cloned());
        found.extend(party.contacts.iter().map(|contact| contact.value.clone()));
    }
    for source in &guide.sources {
        found.extend([source.id.to_string(), source.title.clone(), source.publisher.clone()]);
        found.extend(source.url.iter().chain(&source.reference).cloned());
    }
    found.extend(guide.responsibilities.iter().map(|record| record.id.to_string()));
    found.extend(guide.responsibilities.iter().flat_map(|record| record.legal_basis.iter().cloned()));
    found.extend(guide.referrals.iter().map(|record| record.id.to_string()));
    found
}

/// A text with a space around each of its words: so that a name is found as whole words.
fn padded(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn nothing_of_the_real_guide_is_in_it() {
    let (real, invented) = (file::embedded_guide().unwrap(), training_guide().unwrap());
    // What the program itself knows by name, and a group of people who are the same everywhere.
    let shared = ["burger"];
    let both: Vec<String> =
        own(&real).intersection(&own(&invented)).filter(|name| !shared.contains(&name.as_str())).cloned().collect();
    assert_eq!(both, Vec::<String>::new(), "they are called the same");
    let text = padded(TRAINING_GUIDE);
    let names = real.parties.iter().filter(|party| party.kind == PartyKind::Organisatie).flat_map(|party| {
        let names = party.names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.short));
        names.map(|label| label.nl.as_str())
    });
    let titles = real.sources.iter().flat_map(|source| [source.title.as_str(), source.publisher.as_str()]);
    let laws = real.responsibilities.iter().flat_map(|record| record.legal_basis.iter().map(String::as_str));
    for name in names.chain(titles).chain(laws) {
        assert!(!text.contains(&padded(name)), "«{name}» of the real guide is in the one for training");
    }
}

#[test]
fn nobody_can_be_called_or_written_to() {
    struct Digits(Vec<String>);
    impl<'a> Visitor<'a> for Digits {
        fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
            let Leaf::Text(text) = leaf else { return };
            // Runs of digits that could be dialled; a year, a day and a count are shorter, or stand in a date.
            let runs = text.words.split(|sign: char| !(sign.is_ascii_digit() || " -+".contains(sign)));
            for run in runs.map(str::trim).filter(|run| run.chars().filter(char::is_ascii_digit).count() >= 6) {
                if !run.starts_with("000-") {
                    self.0.push(format!("{}: {run}", place.record));
                }
            }
            if text.words.contains('@') && !text.words.ends_with(".example") {
                self.0.push(format!("{}: {}", place.record, text.words));
            }
        }
        fn contact(&mut self, place: &Place<'_>, contact: &'a Contact) {
            let is_invented = match contact.kind {
                ContactKind::Telefoon | ContactKind::TelefoonBuitenland => contact.value.starts_with("000-"),
                ContactKind::Email | ContactKind::Website | ContactKind::Chat => contact.value.ends_with(".example"),
            };
            if !is_invented {
                self.0.push(format!("{}: {}", place.record, contact.value));
            }
        }
    }
    let mut found = Digits(Vec::new());
    walk(&training_guide().unwrap(), &mut found);
    assert_eq!(found.0, Vec::<String>::new());
}

#[test]
fn every_source_says_of_itself_that_it_is_invented() {
    for source in &training_guide().unwrap().sources {
        let words = [&source.title, &source.publisher].map(String::as_str).concat().to_lowercase();
        assert!(words.contains("verzonnen"), "{}: {words}", source.id);
        assert!(source.note.as_deref().is_some_and(|note| note.starts_with("Verzonnen:")), "{}", source.id);
        assert!(source.date.is_some() || source.no_later_than.is_some(), "{} has no date", source.id);
    }
}

/// The streams of a PDF, inflated.
fn streams(pdf: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = pdf;
    let at = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).position(|window| window == part);
    while let Some(start) = at(rest, b"stream\n") {
        rest = &rest[start + b"stream\n".len()..];
        let mut inside = Vec::new();
        // What is no text is not asked for.
        if ZlibDecoder::new(rest).read_to_end(&mut inside).is_ok() {
            found.push(String::from_utf8_lossy(&inside).into_owned());
        }
        let end = at(rest, b"endstream").unwrap_or(rest.len());
        rest = &rest[end.min(rest.len())..];
        rest = rest.strip_prefix(b"endstream").unwrap_or(rest);
    }
    found
}

#[test]
fn every_kind_of_file_bears_the_mark_on_every_page_and_a_real_one_on_none() {
    let (training, real) = (index(), Index::new(Arc::new(file::embedded_guide().unwrap())).unwrap());
    let starts = TermStarts::default();
    for (index, is_marked) in [(&training, true), (&real, false)] {
        let profile = Profile::default();
        let outcome = index.look_up(&profile, today()).unwrap();
        let asked = Asked { index, profile: &profile, outcome: &outcome };
        let regions = file::regions_of(index.guide()).unwrap();
        let case = index.guide().scenarios.iter().next();
        for ((lang, _), (full, scenario)) in LANGUAGES.into_iter().zip([(false, None), (true, case)]) {
            let options = ExportOptions { full, tiled: full, ..ExportOptions::default() };
            let request = Request {
                asked,
                lang,
                today: today(),
                options,
                place: None,
                route: None,
                starts: &starts,
                order: &[],
                scenario,
                party: None,
                regions: &regions,
            };
            for export in EXPORTS {
                for form in export.forms {
                    let bytes = (form.render)(&request).unwrap();
                    let what = format!("{} as {} in {lang:?}", export.id, form.extension);
                    assert_eq!(bears_mark(&bytes, form.extension, lang), is_marked, "{what}");
                }
            }
        }
    }
}

/// Whether a file says that it is for training: on every page where it has those.
fn bears_mark(bytes: &[u8], extension: &str, lang: Lang) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match extension {
        "pdf" => {
            let pages = crate::card::pages(bytes);
            let contents = streams(bytes);
            // Each page of words has its own; a picture bears the word in its drawing, of which the alternative speaks.
            let marks = contents.iter().filter(|content| content.contains("/Watermark")).count();
            let covers =
                contents.iter().filter(|content| content.contains("BDC") && !content.contains("/Artifact")).count();
            assert!(marks == 0 || marks + covers >= pages, "{marks} of {pages} pages are marked");
            marks > 0
        }
        // Nothing else on it is of this grey.
        "png" => {
            let picture = image::load_from_memory(bytes).unwrap().into_rgb8();
            picture.pixels().filter(|pixel| pixel.0 == [0xDF, 0xE2, 0xE7]).count() > 1_000
        }
        "xlsx" => {
            let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap();
            let first = book.worksheet_range_at(0).unwrap().unwrap();
            let said = which::training(lang);
            first.rows().flatten().any(|cell| matches!(cell, calamine::Data::String(text) if text == said))
        }
        // For other programs, of which none reads Dutch.
        "json" if text.contains("\"schema\"") => text.contains("\"training\": true"),
        _ => text.contains(which::training(lang)),
    }
}

/// Everything that answers in words, and the same as JSON.
const LINES: [&str; 11] = [
    "lookup jaren=kind",
    "lookup jaren=kind --all",
    "explain baken",
    "compare jaren=kind --with jaren=volgroeid",
    "route --from wacht --to schuilhuis",
    "search kamer",
    "check",
    "scenarios",
    "report sources",
    "report coverage",
    "quiz",
];

#[test]
fn every_answer_of_the_command_line_says_that_it_is_for_training() {
    for line in LINES {
        let words: Vec<&str> = line.split(' ').chain(["--guide", "oefening"]).collect();
        for (lang, code) in LANGUAGES {
            let said = run(&[words.clone(), vec!["--lang", code]].concat()).fine().out;
            let first = said.lines().next().unwrap_or_default();
            assert!(first.contains(which::training(lang)), "{line}: {first}");
        }
        let guide = run(&[words, vec!["--format", "json"]].concat()).value()["guide"].clone();
        assert_eq!((&guide["training"], &guide["origin"]), (&true.into(), &"oefening".into()), "{line}");
        assert_eq!(guide["same_as_built_in"], false, "{line}");
        assert_eq!(guide["sha256"].as_str().map(str::len), Some(64), "{line}");
    }
    assert_eq!(run(&["schema", "--guide", "oefening"]).value()["guide"]["training"], true);
    let real = run(&["lookup", "--format", "json"]).value();
    assert!(real["guide"].get("training").is_none(), "a real guide says nothing of it");
}

#[test]
fn every_kind_of_question_can_be_made_of_it() {
    let mut kinds = BTreeSet::new();
    for seed in ["1", "2", "3"] {
        let quiz = run(&["quiz", "--guide", "oefening", "--format", "json", "--seed", seed]).fine().value();
        let asked = quiz["questions"].as_array().unwrap().iter();
        kinds.extend(asked.map(|question| question["kind"].as_str().unwrap().to_owned()));
    }
    let all = ["grond", "termijn", "vraag", "wat-als", "wel-of-niet", "wie"];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn every_case_has_steps_with_times_and_is_for_somebody() {
    let guide = training_guide().unwrap();
    for case in &guide.scenarios {
        let times: u16 = case.main_way().iter().filter_map(|step| step.minutes).sum();
        assert_eq!(case.minutes, Some(times), "{}", case.id);
        assert!(case.steps.len() >= 4 && (20..=35).contains(&times), "{}: {times} minutes", case.id);
        assert!(!case.audience.is_empty() && !case.questions.is_empty() && !case.notes.is_empty(), "{}", case.id);
        let expected = case.steps.iter().filter(|step| !step.expect.is_empty()).count();
        assert!(expected >= 2, "{} has a key for {expected} steps", case.id);
    }
    assert!(guide.scenarios.iter().any(|case| case.steps.iter().any(|step| step.next.len() > 1)), "a choice");
}

#[test]
fn a_file_of_that_name_is_named_with_its_folder() {
    let dir = empty_dir("a-file-of-that-name");
    let copy = dir.join("oefening");
    fs::write(&copy, TRAINING_GUIDE.replacen("oefening 1", "oefening 2", 1)).unwrap();
    let json = run(&["lookup", "--format", "json", "--guide", copy.to_str().unwrap()]).value();
    assert_eq!(json["guide"]["edition"], "oefening 2");
    assert_eq!((&json["guide"]["origin"], &json["guide"]["training"]), (&"bestand".into(), &true.into()));
    assert_eq!(run(&["lookup", "--format", "json", "--guide", "oefening"]).value()["guide"]["edition"], "oefening 1");
}

#[test]
fn without_its_mark_it_is_not_used_and_a_real_guide_is_not_with_it() {
    let dir = empty_dir("without-its-mark");
    let bare = dir.join("bare.ron");
    fs::write(&bare, TRAINING_GUIDE.replacen("  training: true,\n", "", 1)).unwrap();
    let marked = dir.join("marked.ron");
    fs::write(&marked, file::EMBEDDED_GUIDE.replacen("  owner:", "  training: true,\n  owner:", 1)).unwrap();
    for (path, rule) in [(&bare, "verzonnen-in-gids"), (&marked, "echt-in-oefengids")] {
        let path = path.to_str().unwrap();
        let checked = run(&["check", path]);
        assert_eq!(checked.exit, 1);
        assert!(checked.out.contains(rule), "{rule}: {}", checked.out);
        assert_eq!(run(&["lookup", "--guide", path]).exit, 1, "{path} answers");
    }
}

#[test]
fn nothing_real_lies_over_it_and_no_place_of_the_country_is_in_it() {
    let dir = empty_dir("nothing-real-lies-over-it");
    let supplement = dir.join("eigen.ron");
    fs::write(
        &supplement,
        "(bundle: aanvulling, schema: 1, base: (edition: \"2026-11\", sha256: \"0\"), \
         by: (function: \"a\", organisation: \"b\"), on: \"2026-11-22\", why: \"\", changes: [])",
    )
    .unwrap();
    let words = ["lookup", "--guide", "oefening", "--supplement", supplement.to_str().unwrap()];
    run(&words).refused_with(1, &["oefengids"]);
    run(&["lookup", "--guide", "oefening", "--gemeente", "Utrecht"]).refused_with(2, &["«Utrecht»"]);
    assert!(!run(&["search", "Utrecht", "--guide", "oefening"]).out.contains("Veiligheidsregio"));
}
