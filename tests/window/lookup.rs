//! What a user can do in the window, found by role and label; no screen, no graphics card.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use crate::driver::{Start, WOMAN, known, select, today, until, window};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{Command, Copied, Notice, Selected},
    file::ThemeChoice,
    lookup::Verdict,
    model::{Date, Lang, ResponsibilityId},
    ui::Window,
};

fn fresh() -> Harness<'static, Window> {
    window(&Start::default(), Vec::new())
}

/// How a party stands in an aspect, as the window knows it.
fn stands(harness: &Harness<'_, Window>, responsibility: &str) -> Option<Verdict> {
    let app = harness.state().app();
    let task = app.guide().responsibilities.ix(&ResponsibilityId::new(responsibility).unwrap()).unwrap();
    app.outcome().responsibilities[task]
}

fn profile_text(harness: &Harness<'_, Window>, facet: &str) -> Vec<String> {
    let app = harness.state().app();
    let facet = app.guide().facets.iter().find(|f| f.id.as_str() == facet).unwrap();
    app.profile().values_text(facet)
}

#[test]
fn choosing_a_value_changes_the_answer_and_unknown_takes_it_back() {
    let mut harness = fresh();
    assert_eq!(stands(&harness, "cosm-opvang-vanaf-2023"), Some(Verdict::Depends));
    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Leeftijd: jonger dan 18"))).click();
    harness.run();
    assert_eq!(stands(&harness, "cosm-opvang-vanaf-2023"), Some(Verdict::Excluded));
    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Leeftijd: onbekend"))).click();
    harness.run();
    assert_eq!(stands(&harness, "cosm-opvang-vanaf-2023"), Some(Verdict::Depends));
    assert!(harness.state().app().profile().is_empty());
}

#[test]
fn the_next_question_is_answered_with_one_key() {
    let mut harness = fresh();
    let question = harness.state().app().next_question().unwrap().clone();
    assert!(harness.state().app().guide().facets[question.facet].id.as_str() == "veiligheid", "safety comes first");
    harness.key_press(Key::Num3);
    harness.run();
    let facet = harness.state().app().guide().facets[question.facet].id.to_string();
    assert_eq!(profile_text(&harness, &facet), ["geen-bekende-dreiging"]);
    let next = harness.state().app().next_question().unwrap().facet;
    assert_ne!(next, question.facet);
    harness.key_press(Key::Num0);
    harness.run();
    assert_ne!(
        harness.state().app().next_question().map(|q| q.facet),
        Some(next),
        "a skipped question is not asked again"
    );
}

#[test]
fn a_card_opens_the_drawer_and_escape_closes_it() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    harness
        .get_by(|node| node.label().is_some_and(|l| l.starts_with("CoMensha, beslist, geldt. Beslist als enige")))
        .click_accesskit();
    harness.run();
    assert!(matches!(harness.state().app().selected(), Some(Selected::Responsibility(_))));
    harness.get_by_label("Waarom u dit ziet");
    harness.get_all_by_label("033 448 11 86").next().unwrap();
    harness.get_by_role_and_label(Role::Button, "Kopieer 033 448 11 86").click();
    harness.run();
    assert_eq!(harness.state().app().notice(), Some(&Notice::Copied(Copied::Text)));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().app().selected(), None);
}

#[test]
fn the_drawer_of_what_does_not_apply_says_what_it_would_take() {
    let mut commands = known(&["leeftijd=minderjarig"]);
    commands.push(select("cosm-opvang-vanaf-2023"));
    let harness = window(&Start::default(), commands);
    harness.get_by_label("geldt niet");
    harness.get_by_label("wel bij Leeftijd: 18 of ouder");
}

#[test]
fn search_is_reached_by_key_and_leads_to_a_party() {
    let mut harness = fresh();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Zoek partij, regeling of woord").type_text("comensha");
    harness.run();
    assert!(!harness.state().app().hits().is_empty());
    harness.get_all_by_role(Role::ListBoxOption).next().expect("a hit");
    harness.key_press(Key::Enter);
    harness.run();
    let Some(Selected::Party(party)) = harness.state().app().selected() else { panic!("no party is shown") };
    assert_eq!(party.as_str(), "comensha");
    assert_eq!(harness.state().app().query(), "", "what was searched is forgotten");
}

#[test]
fn nothing_of_the_bar_is_lost_when_everything_is_three_times_as_large() {
    for (size, zoom) in [([1280.0, 800.0], 3.0), ([1024.0, 640.0], 2.0), ([1024.0, 640.0], 1.0)] {
        let start = Start { size, zoom, ..Start::default() };
        let harness = window(&start, Vec::new());
        let width = size[0] / zoom;
        let field = harness.get_by_role_and_label(Role::TextInput, "Zoek partij, regeling of woord").rect();
        let badge = harness.get_by_label("Acuut gevaar: bel 112").rect();
        let menu = harness.get_by_role_and_label(Role::Button, "Menu").rect();
        assert!(field.left() >= 0.0 && field.right() <= badge.left() + 0.5, "{zoom}: {field:?} {badge:?}");
        assert!(badge.right() <= menu.left() && menu.right() <= width, "{zoom}: {badge:?} {menu:?}");
    }
}

#[test]
fn a_word_is_searched_letter_by_letter_in_every_part() {
    for tab in [Key::Num1, Key::Num2] {
        let mut harness = fresh();
        harness.key_press_modifiers(Modifiers::COMMAND, tab);
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        for letter in ["c", "o", "m", "e", "n", "s", "a"] {
            harness.event(eframe::egui::Event::Text(letter.to_owned()));
            harness.run();
        }
        assert_eq!(harness.state().app().query(), "comensa", "{tab:?}");
        assert_eq!(harness.state().app().hits().first().map(|hit| hit.id.as_str()), Some("comensha"));
    }
}

#[test]
fn another_day_is_never_for_use() {
    let mut harness = fresh();
    harness.get_by_label("22 november 2026").click();
    harness.run();
    let field = harness.get_by_label("Dag, als 2022-02-03 of 3-2-2022");
    field.focus();
    harness.run();
    for _ in 0..10 {
        harness.key_press(Key::Backspace);
    }
    harness.run();
    harness.get_by_label("Dag, als 2022-02-03 of 3-2-2022").type_text("3-2-2022");
    harness.run();
    harness.get_by_label("Toon").click();
    harness.run();
    assert_eq!(harness.state().app().date(), Date::new(2022, 2, 3).unwrap());
    harness.get_by_role_and_label(Role::Alert, "Niet voor gebruik: stand op 3 februari 2022");
}

#[test]
fn a_gemeente_tells_who_coordinates_the_care_and_how_old_that_is() {
    let mut harness = fresh();
    harness.get_by_role_and_label(Role::TextInput, "Gemeente").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Gemeente").type_text("ensch");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().app().gemeente().map(|gemeente| gemeente.name.as_str()), Some("Enschede"));
    harness.get_by_label("Veiligheidsregio: Twente");
    harness.get_by_label("Zorgcoördinatie: Zorg- en Veiligheidshuis Twente");
    // P68 holds in Zeeland.
    assert_eq!(stands(&harness, "zorg-en-veiligheidshuis-zorgcoordinatie-zeeland"), None);
    assert!(stands(&harness, "zorg-en-veiligheidshuis-zorgcoordinatie-twente").is_some());

    let hague = harness.state().app().regions().gemeenten.iter().find(|gemeente| gemeente.code == "GM0518").cloned();
    let harness = window(&Start::default(), vec![Command::SetGemeente(hague, None)]);
    // P20 is an outdated list.
    harness.get_by_label_contains("Zorgcoördinatie: SHOP (verouderde lijst");
    harness.get_by_label_contains("Landelijke terugval: CoMensha");
}

#[test]
fn one_key_wipes_everything_that_says_something_of_a_person() {
    let mut commands = known(&WOMAN);
    commands.push(select("cosm-opvang-vanaf-2023"));
    commands.push(Command::SetDate(Date::new(2022, 2, 3).unwrap()));
    let mut harness = window(&Start::default(), commands);
    harness.key_press(Key::F9);
    harness.run();
    let app = harness.state().app();
    assert!(app.profile().is_empty() && app.selected().is_none() && app.gemeente().is_none());
    assert_eq!(app.date(), today());
}

#[test]
fn what_cannot_be_says_why_and_cannot_be_chosen() {
    let mut harness = window(&Start::default(), known(&["leeftijd=volwassen"]));
    let row = harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Alleenstaand minderjarig: ja")));
    assert!(row.accesskit_node().is_disabled());
    row.click();
    harness.run();
    assert!(profile_text(&harness, "alleenstaand").is_empty());
    let row = harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Alleenstaand minderjarig: nee")));
    assert_eq!(row.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::True), "it follows");
}

#[test]
fn what_is_odd_is_said_before_any_answer_and_what_is_assumed_is_marked() {
    let odd = "Een getuige die aangifte doet, krijgt geen bedenktijd";
    let facets = ["verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];
    let witness = [&facets[..], &["strafproces=getuige-aangever"]].concat();
    let says = |commands, words: &str| {
        let harness = window(&Start::default(), commands);
        harness.query_all_by_label_contains(words).next().is_some()
    };
    assert!(!says(known(&facets), odd) && says(known(&witness), odd));
    // A source says that, but nobody says who can be an unaccompanied minor.
    let mut commands = known(&["leeftijd=volwassen"]);
    commands.extend(known(&["alleenstaand=ja"]));
    let notice = "Alleenstaand minderjarig kan alleen bij iemand die jonger is dan 18 (aanname van deze gids).";
    assert!(says(commands, notice));
}

#[test]
fn emergency_is_on_every_screen() {
    for start in [
        Start::default(),
        Start { size: [1024.0, 640.0], ..Start::default() },
        Start { zoom: 2.0, ..Start::default() },
        Start { zoom: 3.0, ..Start::default() },
        Start { theme: ThemeChoice::HighContrast, ..Start::default() },
    ] {
        let harness = window(&start, Vec::new());
        let badge = harness.get_by_label("Acuut gevaar: bel 112");
        let place = badge.rect();
        let width = start.size[0] / start.zoom;
        assert!(place.left() >= 0.0 && place.right() <= width, "cut off: {place:?} in {width}");
    }
}

#[test]
fn whoever_is_in_danger_reads_112_where_help_comes_by_112() {
    let harness = window(&Start::default(), known(&["veiligheid=acuut-gevaar"]));
    let app = harness.state().app();
    let by_112: Vec<_> = app.guide().responsibilities.iter().filter(|record| record.task.contains("112")).collect();
    assert!(by_112.len() >= 2, "no task says 112: nothing is asked");
    for record in by_112 {
        let party = app.guide().party(&record.party).unwrap();
        let phone = record.phone_on(party, app.date()).map(|phone| phone.value.as_str());
        assert_eq!(phone, Some("112"), "{}", record.id);
    }
    harness.get_all_by_label("112").next().unwrap();
}

#[test]
fn a_narrow_window_shows_one_thing_at_a_time_and_loses_nothing() {
    let mut harness = window(&Start { zoom: 2.0, ..Start::default() }, known(&WOMAN));
    harness.get_by_role_and_label(Role::Label, "Doe nu");
    harness
        .get_by(|node| node.label().is_some_and(|l| l.starts_with("CoMensha, beslist, geldt. Beslist als enige")))
        .click_accesskit();
    harness.run();
    harness.get_by_label("Waarom u dit ziet");
    harness.get_by_label("Kenmerken").click();
    harness.run();
    harness.get_by_label("Wie heeft u voor u?");
}

#[test]
fn the_language_switches_while_it_runs() {
    let mut harness = fresh();
    harness.get_by_label("NL").click();
    harness.run();
    harness.get_by_label("Who is in front of you?");
    harness.get_by_label("Acute danger: call 112");
    assert_eq!(harness.state().app().language(), Lang::En);
}

#[test]
fn nothing_that_can_be_used_is_without_a_name_and_all_can_be_reached_by_tab() {
    let mut commands = known(&WOMAN);
    commands.push(select("cosm-opvang-vanaf-2023"));
    let mut harness = window(&Start::default(), commands);
    let roles = [Role::Button, Role::RadioButton, Role::CheckBox, Role::TextInput, Role::Link, Role::ListBoxOption];
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        if roles.contains(&node.role()) {
            assert!(node.label().is_some_and(|label| !label.is_empty()), "{:?} has no name", node.role());
            let bounds = node.raw_bounds().expect("a place");
            assert!(bounds.height() >= 24.0, "{:?} is too low: {}", node.label(), bounds.height());
        }
        assert_ne!(node.role(), Role::Unknown, "{:?}", node.label());
    }
    let mut reached = Vec::new();
    for _ in 0..400 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        let label = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        if reached.first() == Some(&label) && reached.len() > 20 {
            break;
        }
        reached.push(label);
    }
    let place = |start: &str| reached.iter().position(|label| label.starts_with(start));
    let card = reached.iter().position(|label| label.contains(", geldt"));
    let (search, facet, question) = (place("Zoek partij"), place("Veiligheid: onbekend"), place("acuut gevaar"));
    assert!(search.is_some() && facet.is_some() && question.is_some() && card.is_some(), "{reached:#?}");
    assert!(search < facet && facet < question && question < card, "not in reading order: {reached:#?}");
}

#[test]
fn nothing_is_repainted_when_nothing_happens() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    // `run` fails when the window keeps asking for another frame.
    assert!(harness.run() <= 2, "the window does not come to rest");
}

#[test]
fn a_guide_that_cannot_be_used_leaves_the_open_one_as_it_was() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    let before = harness.state().app().guide().clone();
    let missing = std::env::temp_dir().join("wegwijzer-bestaat-niet.ron");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.get_by_label("Plaats van het bestand").focus();
    harness.run();
    harness.get_by_label("Plaats van het bestand").type_text(missing.to_str().unwrap());
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Openen").click();
    until(&mut harness, |app| app.notice().is_some());
    assert!(
        matches!(harness.state().app().notice(), Some(Notice::NotOpened(_))),
        "{:?}",
        harness.state().app().notice()
    );
    assert_eq!(harness.state().app().guide(), &before);
    assert!(!harness.state().app().profile().is_empty(), "what was known is still there");
}
