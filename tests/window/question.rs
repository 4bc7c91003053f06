//! The band with the next question: one height, answered only where it is seen, and ticked as often as one likes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

use std::{
    fs,
    sync::atomic::{AtomicU16, Ordering},
};

use crate::driver::{Start, app_with, known, loaded, settings, today, turn_wheel, window, window_on};
use crate::folder::own_folder;
use eframe::egui::{self, Key, Rect, accesskit::Role, accesskit::Toggled};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::App,
    file::Settings,
    model::{ClockTime, Date, Lang, Now, ValueId},
    text::window as text,
    ui::Window,
};

fn band(harness: &Harness<'_, Window>, lang: Lang) -> Rect {
    harness.get_by_role_and_label(Role::Group, text::next_question(lang)).rect()
}

/// What is asked, by id.
fn asked(harness: &Harness<'_, Window>) -> Option<String> {
    harness.state().app().question().map(|question| question.facet.to_string())
}

fn known_of(harness: &Harness<'_, Window>, facet: &str) -> Vec<String> {
    let app = harness.state().app();
    app.profile().values_text(app.guide().facets.iter().find(|found| found.id.as_str() == facet).unwrap())
}

/// That all of the band lies within it, and how high it is.
fn height_of_band(harness: &Harness<'_, Window>, lang: Lang) -> f32 {
    let node = harness.get_by_role_and_label(Role::Group, text::next_question(lang));
    let whole = node.rect();
    let is_placed = |part: &egui_kittest::Node<'_>| part.accesskit_node().raw_bounds().is_some();
    for part in node.children_recursive().filter(is_placed) {
        let (name, rect) = (part.accesskit_node().label(), part.rect());
        assert!(whole.expand(1.0).contains_rect(rect), "«{name:?}» at {rect:?} sticks out of {whole:?}");
    }
    whole.height()
}

#[test]
fn the_band_has_one_height_whatever_it_asks() {
    for lang in [Lang::Nl, Lang::En] {
        for (size, zoom) in [([1280.0, 800.0], 1.0), ([1024.0, 640.0], 1.0), ([1280.0, 800.0], 2.0)] {
            let start = Start { size, zoom, language: lang, ..Start::default() };
            let mut harness = window(&start, Vec::new());
            if zoom > 1.0 {
                harness.get_by_label(text::answers(lang)).click();
                harness.run();
            }
            let height = height_of_band(&harness, lang);
            let mut questions = 0;
            while let Some(question) = harness.state().app().question().cloned() {
                assert!(questions < 40, "the questions do not end");
                let found = height_of_band(&harness, lang);
                assert!((found - height).abs() < 0.5, "{size:?} {lang:?} {}: {found} is not {height}", question.facet);
                let band = harness.get_by_role_and_label(Role::Group, text::next_question(lang));
                let first = question.answers[0].label.clone();
                band.get_by_role_and_label(Role::Button, &first).click_accesskit();
                harness.run();
                if question.answers[0].is_ticked.is_some() {
                    // It stays, as high as it was, until the user goes on.
                    let found = height_of_band(&harness, lang);
                    assert!((found - height).abs() < 0.5, "{size:?} {lang:?} ticked: {found} is not {height}");
                    harness.get_by_role_and_label(Role::Button, text::go_on(lang)).click_accesskit();
                    harness.run();
                }
                questions += 1;
            }
            assert!(questions > 8, "{questions} questions");
        }
    }
}

#[test]
fn an_answer_without_room_is_one_click_away() {
    let start = Start { zoom: 3.0, ..Start::default() };
    let facets = ["veiligheid=geen-bekende-dreiging", "onderdak=geen-plek", "leeftijd=volwassen"];
    let mut harness = window(&start, known(&facets));
    harness.get_by_label("Antwoorden").click();
    harness.run();
    assert_eq!(asked(&harness).as_deref(), Some("uitbuiting"));
    let band = harness.get_by_role_and_label(Role::Group, "Volgende vraag");
    band.get_by(|node| node.label().is_some_and(|label| label.starts_with("nog "))).click_accesskit();
    harness.run();
    let last = "een andere vorm";
    harness.get_all_by(|node| node.label().is_some_and(|label| label == last)).last().unwrap().click_accesskit();
    harness.run();
    assert_eq!(known_of(&harness, "uitbuiting"), ["overig"]);
}

#[test]
fn a_digit_answers_only_what_is_in_view() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.hover_at(egui::pos2(700.0, 500.0));
    for _ in 0..10 {
        turn_wheel(&mut harness, 400.0);
    }
    assert!(band(&harness, Lang::Nl).bottom() < 0.0, "the band can be scrolled out of view");
    harness.key_press(Key::Num1);
    harness.run();
    assert!(harness.state().app().profile().is_empty(), "nobody saw what was asked");
    // It is brought into view, and then the digit answers it.
    assert!(band(&harness, Lang::Nl).top() > 0.0);
    harness.key_press(Key::Num3);
    harness.run();
    assert_eq!(known_of(&harness, "veiligheid"), ["geen-bekende-dreiging"]);
    for _ in 0..10 {
        turn_wheel(&mut harness, 400.0);
    }
    let before = asked(&harness);
    harness.key_press(Key::Num0);
    harness.run();
    assert_eq!(asked(&harness), before, "nobody skips what they do not see either");
    // Nor does a narrow window, where the plan takes all the room.
    let mut narrow = window(&Start { zoom: 2.0, ..Start::default() }, Vec::new());
    narrow.key_press(Key::Num1);
    narrow.run();
    assert!(narrow.state().app().profile().is_empty(), "the plan takes all the room");
}

#[test]
fn more_can_be_ticked_and_then_one_goes_on() {
    let facets = ["veiligheid=geen-bekende-dreiging", "onderdak=veilige-plek", "leeftijd=volwassen"];
    let mut harness = window(&Start::default(), known(&facets));
    assert_eq!(asked(&harness).as_deref(), Some("uitbuiting"));
    let place = |harness: &Harness<'_, Window>| {
        let band = harness.get_by_role_and_label(Role::Group, "Volgende vraag");
        let offset = band.rect().min;
        ["seksueel", "arbeid of diensten", "crimineel"]
            .map(|label| band.get_by_role_and_label(Role::Button, label).rect().translate(-offset.to_vec2()))
    };
    let before = place(&harness);
    let tick = |harness: &mut Harness<'static, Window>, label: &str| {
        let band = harness.get_by_role_and_label(Role::Group, "Volgende vraag");
        band.get_by_role_and_label(Role::Button, label).click_accesskit();
        harness.run();
    };
    tick(&mut harness, "seksueel");
    tick(&mut harness, "arbeid of diensten");
    assert_eq!(asked(&harness).as_deref(), Some("uitbuiting"), "it stays open");
    assert_eq!(known_of(&harness, "uitbuiting"), ["seksueel", "arbeid"]);
    assert_eq!(place(&harness), before, "what is ticked moves nothing");
    let toggled = |harness: &Harness<'_, Window>, label: &str| {
        let band = harness.get_by_role_and_label(Role::Group, "Volgende vraag");
        band.get_by_role_and_label(Role::Button, label).accesskit_node().toggled()
    };
    assert_eq!(toggled(&harness, "seksueel"), Some(Toggled::True));
    tick(&mut harness, "seksueel");
    assert_eq!(toggled(&harness, "seksueel"), Some(Toggled::False));
    assert_eq!(known_of(&harness, "uitbuiting"), ["arbeid"]);
    harness.get_by_role_and_label(Role::Button, "verder").click_accesskit();
    harness.run();
    let next = asked(&harness);
    assert!(next.is_some() && next.as_deref() != Some("uitbuiting"), "{next:?}");
    assert_eq!(known_of(&harness, "uitbuiting"), ["arbeid"], "what was ticked is kept");
    assert!(harness.query_by_role_and_label(Role::Button, "verder").is_none());
    harness.get_by_role_and_label(Role::Button, "weet ik niet");
}

#[test]
fn where_one_works_stays_for_the_next_person_and_the_next_start() {
    let works_at = |app: &App| app.own_party().map(|party| party.id.to_string());
    for (asker, kept) in
        [("school", Some("school")), ("slachtoffer", None), ("burger", None), ("politie", Some("politie"))]
    {
        let home = own_folder(&format!("desk/{asker}"));
        let mut commands = known(&["leeftijd=16-17", "veiligheid=acuut-gevaar"]);
        commands.extend(known(&[&format!("vraagsteller={asker}")]));
        let mut harness = window(&Start::default(), commands);
        harness.state_mut().keep_settings_in(home.clone());
        harness.key_press(Key::F9);
        harness.run();
        let app = harness.state().app();
        assert_eq!(works_at(app).as_deref(), kept, "{asker}");
        assert_eq!(app.profile().given_facets(app.guide()).len(), kept.iter().count(), "nothing of the person is left");
        // The settings hold the organisation, and nothing else of what was said.
        harness.get_by_label("NL").click();
        harness.run();
        let written = fs::read_to_string(home.join("instellingen.ron")).unwrap();
        let line = written.lines().find(|line| line.contains("works_at"));
        assert_eq!(line, kept.map(|kept| format!("  works_at: \"{kept}\",")).as_deref(), "{asker}");
        for word in ["16-17", "acuut", "leeftijd", "slachtoffer", "burger"] {
            assert!(!written.contains(word), "{asker}: {word} in {written}");
        }
        let (settings, problem) = Settings::load(Some(&home));
        assert!(problem.is_none());
        let app = App::new(today(), settings).unwrap();
        assert_eq!(works_at(&app).as_deref(), kept, "{asker}");
        assert_eq!(app.profile().given_facets(app.guide()).len(), kept.iter().count(), "{asker}");
    }
}

#[test]
fn a_guide_without_that_organisation_asks_again() {
    let start = Start::default();
    let school = Settings { works_at: Some(ValueId::new("school").unwrap()), ..settings(&start) };
    let other = loaded(|guide| {
        let asker = guide.facets.iter_mut().find(|facet| facet.id.as_str() == "vraagsteller").unwrap();
        for value in asker.values.iter_mut().filter(|value| value.id.as_str() == "school") {
            value.id = ValueId::new("lyceum").unwrap();
        }
    });
    let app = App::new(today(), school).unwrap();
    assert_eq!(app.own_party().map(|party| party.id.as_str()), Some("school"));
    assert!(app_with(other, &start, today()).own_party().is_none());
}

/// Minutes after midnight on the clock of the test below.
static MINUTES: AtomicU16 = AtomicU16::new(0);

/// A Friday.
fn clock() -> Now {
    let minutes = MINUTES.load(Ordering::Relaxed);
    Now { date: Date::new(2026, 11, 27).unwrap(), time: ClockTime::new(minutes / 60, minutes % 60).unwrap() }
}

#[test]
fn the_hour_is_that_of_the_clock_until_somebody_chooses_another() {
    MINUTES.store(16 * 60 + 59, Ordering::Relaxed);
    let facets = known(&["vraagsteller=gemeente", "veiligheid=geen-bekende-dreiging"]);
    let mut app = App::new(clock().date, settings(&Start::default())).unwrap();
    for command in facets {
        app.run(command);
    }
    let mut harness = window_on(app, &Start::default());
    harness.state_mut().go_by(clock);
    harness.run();
    let shows = |harness: &Harness<'_, Window>, words: &str| harness.query_by_label(words).is_some();
    let is_closed = |harness: &Harness<'_, Window>| harness.query_all_by_label_contains("neemt nu niet op").count() > 0;
    assert!(shows(&harness, "kantooruren · van de klok"));
    assert!(!is_closed(&harness), "CoMensha answers until five");
    MINUTES.store(17 * 60, Ordering::Relaxed);
    harness.run();
    assert!(shows(&harness, "avond, nacht of weekend · van de klok"));
    assert!(is_closed(&harness), "the numbers of the plan follow");
    assert!(asked(&harness).as_deref() != Some("moment"));
    // One key, or one click, and back.
    harness.key_press(Key::F8);
    harness.run();
    assert!(shows(&harness, "kantooruren · zelf gekozen"));
    assert!(!is_closed(&harness));
    harness.get_by_label("kantooruren · zelf gekozen").click();
    harness.run();
    assert!(shows(&harness, "avond, nacht of weekend · van de klok"));
    // Another day has no hour.
    harness.get_by_label("27 november 2026").click();
    harness.run();
    harness.get_by_label("Dag, als 2022-02-03 of 3-2-2022").focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("3-2-2022".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(known_of(&harness, "moment").is_empty());
    assert!(harness.query_by_label_contains("van de klok").is_none());
    harness.key_press(Key::F9);
    harness.run();
    assert!(shows(&harness, "avond, nacht of weekend · van de klok"), "another person, today");
    assert_eq!(harness.state().app().own_party().map(|party| party.id.as_str()), Some("gemeente"));
}
