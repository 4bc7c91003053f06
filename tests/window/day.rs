//! Choosing the day of asking: typed, or from a calendar, by pointer, by keyboard and by screen reader.

use eframe::egui::{Event, Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{Command, Notice},
    model::{Date, Lang},
    ui::Window,
};

use crate::driver::{Start, today, window};

fn opened() -> Harness<'static, Window> {
    let mut harness = window(&Start::default(), Vec::new());
    harness.get_by_label("22 november 2026").click();
    harness.run();
    harness
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn type_over(harness: &mut Harness<'_, Window>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough")]
fn focused(harness: &Harness<'_, Window>) -> String {
    let node = harness.query_all_by(|node| node.is_focused()).next();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

fn date(harness: &Harness<'_, Window>) -> String {
    harness.state().app().date().to_string()
}

#[test]
fn what_is_typed_takes_the_place_of_the_day_that_stands_there() {
    let mut harness = opened();
    let field = harness.get_by_role_and_label(Role::TextInput, "Dag, als 2022-02-03 of 3-2-2022");
    assert!(field.is_focused(), "one can type at once");
    type_over(&mut harness, "3-2-2022");
    press(&mut harness, Key::Enter);
    assert_eq!(date(&harness), "2022-02-03");
    assert!(harness.query_by_label("Toon").is_none(), "it is done");
}

#[test]
fn a_day_of_which_the_guide_knows_nothing_is_refused_with_those_that_it_knows() {
    let refused = "Deze gids kent de dagen van 15 juni 2010 tot en met 22 november 2031. Kies een dag daarvan";
    for (typed, expected) in [
        ("14-6-2010", None),
        ("1000-01-01", None),
        ("31-12-9999", None),
        ("2031-11-23", None),
        ("15-6-2010", Some("2010-06-15")),
        ("2031-11-22", Some("2031-11-22")),
    ] {
        let mut harness = opened();
        type_over(&mut harness, typed);
        press(&mut harness, Key::Enter);
        assert_eq!(date(&harness), expected.unwrap_or("2026-11-22"), "{typed}");
        assert_eq!(harness.query_by_label(refused).is_some(), expected.is_none(), "{typed}");
    }
    let mut harness = opened();
    type_over(&mut harness, "31-2-2022");
    press(&mut harness, Key::Enter);
    harness.get_by_label("Schrijf een dag als 2022-02-03 of 3-2-2022");
    // Whatever else asks for it, such as the call with which the window was opened.
    let harness = window(&Start::default(), vec![Command::SetDate(Date::MAX)]);
    assert_eq!(harness.state().app().date(), today());
    assert!(matches!(harness.state().app().notice(), Some(Notice::DayOutside(_))));
    harness.get_by_role_and_label(Role::Alert, refused);
}

#[test]
fn a_day_is_chosen_from_the_calendar_by_pointer_and_by_screen_reader() {
    let mut harness = opened();
    harness.get_by_label("zondag 22 november 2026, vandaag");
    harness.get_by_role_and_label(Role::Button, "Vorige maand").click();
    harness.run();
    harness.get_by_label("Kalender oktober 2026");
    harness.get_by_role_and_label(Role::Button, "zaterdag 31 oktober 2026").click();
    harness.run();
    assert_eq!(date(&harness), "2026-10-31");

    let mut harness = opened();
    harness.get_by_role_and_label(Role::Button, "maandag 2 november 2026").focus();
    harness.run();
    assert_eq!(focused(&harness), "maandag 2 november 2026");
    harness.get_by_role_and_label(Role::Button, "maandag 2 november 2026").click_accesskit();
    harness.run();
    assert_eq!(date(&harness), "2026-11-02");
    let mut english = window(&Start { language: Lang::En, ..Start::default() }, Vec::new());
    english.get_by_label("22 November 2026").click();
    english.run();
    english.get_by_label("Sunday 22 November 2026, today");
}

#[test]
fn a_day_is_chosen_from_the_calendar_by_keyboard_alone() {
    let mut harness = opened();
    for _ in 0..8 {
        press(&mut harness, Key::Tab);
        if focused(&harness).contains("vandaag") {
            break;
        }
    }
    assert_eq!(focused(&harness), "zondag 22 november 2026, vandaag", "the tab key comes to one day");
    for (key, expected) in [
        (Key::ArrowLeft, "zaterdag 21 november 2026"),
        (Key::ArrowUp, "zaterdag 14 november 2026"),
        (Key::Home, "maandag 9 november 2026"),
        (Key::ArrowDown, "maandag 16 november 2026"),
        (Key::End, "zondag 22 november 2026, vandaag"),
        (Key::ArrowRight, "maandag 23 november 2026"),
        (Key::PageDown, "woensdag 23 december 2026"),
        (Key::PageUp, "maandag 23 november 2026"),
        (Key::ArrowDown, "maandag 30 november 2026"),
        (Key::ArrowRight, "dinsdag 1 december 2026"),
    ] {
        press(&mut harness, key);
        assert_eq!(focused(&harness), expected, "{key:?}");
    }
    // A digit answers no question that lies under it.
    press(&mut harness, Key::Num1);
    assert!(harness.state().app().profile().is_empty());
    assert_eq!(date(&harness), "2026-11-22", "to look at it is not to choose it");
    press(&mut harness, Key::Enter);
    assert_eq!(date(&harness), "2026-12-01");
}

#[test]
fn the_calendar_ends_where_the_guide_does_and_has_one_height() {
    let mut harness = opened();
    let height = |harness: &Harness<'_, Window>| harness.get_by_role_and_label(Role::Button, "Volgende maand").rect();
    let before = height(&harness);
    type_over(&mut harness, "2010-06-20");
    let first = harness.get_by_role_and_label(Role::Button, "dinsdag 15 juni 2010");
    assert!(!first.accesskit_node().is_disabled());
    let earlier = harness.get_by_role_and_label(Role::Button, "maandag 14 juni 2010");
    assert!(earlier.accesskit_node().is_disabled(), "the guide knows nothing of it");
    harness.get_by_role_and_label(Role::Button, "Vorige maand").click();
    harness.run();
    harness.get_by_label("Kalender juni 2010");
    assert_eq!(height(&harness), before, "nothing moves under the pointer");
}

#[test]
fn wiping_everything_closes_the_choice_of_a_day() {
    let mut harness = opened();
    type_over(&mut harness, "3-2-2022");
    press(&mut harness, Key::F9);
    assert!(harness.query_by_label("Toon").is_none() && harness.query_by_label("Kalender november 2026").is_none());
    assert_eq!(date(&harness), "2026-11-22");
}
