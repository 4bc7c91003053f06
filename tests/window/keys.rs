//! What can be asked by name: the help says with which key, and the key does it.

use eframe::egui::{Event, Key, Modifiers, ViewportCommand};
use egui_kittest::{Harness, kittest::Queryable as _};
use wegwijzer::ui::Window;

use crate::driver::{Start, known, window};

#[test]
fn the_help_names_the_keys_of_the_view_in_sight() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press(Key::F1);
    harness.run();
    for (key, what) in [
        ("1–9", "Antwoord op de volgende vraag"),
        ("Ctrl 2", "Keten: het plaatje"),
        ("Ctrl K", "Zoeken"),
        ("Esc", "Sluiten"),
        ("Ctrl P", "Doorverwijskaart"),
        ("Ctrl +", "Groter"),
        ("F1", "Uitleg bij dit scherm"),
        ("Ctrl Q", "Het programma sluiten"),
    ] {
        assert!(harness.query_all_by_label(key).next().is_some(), "the help does not name {key}");
        assert!(harness.query_all_by_label(what).next().is_some(), "the help does not say {what}");
    }
    assert!(harness.query_by_label("Hele keten").is_none(), "keys of the other view");
}

#[test]
fn everything_is_made_larger_and_smaller_by_key_and_that_is_kept() {
    let mut harness = window(&Start::default(), Vec::new());
    let zoom = |harness: &Harness<'_, Window>| harness.state().app().settings().zoom;
    for (key, expected) in [
        (Key::Plus, 1.25),
        (Key::Equals, 1.5),
        (Key::Minus, 1.25),
        (Key::Num0, 1.0),
        // Nothing becomes too small to read.
        (Key::Minus, 1.0),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.run();
        assert!((zoom(&harness) - expected).abs() < f32::EPSILON, "{key:?}: {}", zoom(&harness));
        assert!((harness.ctx.zoom_factor() - expected).abs() < f32::EPSILON, "{key:?} is not seen");
    }
}

#[test]
fn the_program_is_closed_by_key() {
    let mut harness = window(&Start::default(), Vec::new());
    // One event, so that the output is that of the frame that hears it.
    harness.event(Event::Key {
        key: Key::Q,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    harness.step();
    let output = harness.output().viewport_output.values().flat_map(|viewport| &viewport.commands);
    assert!(output.into_iter().any(|command| matches!(command, ViewportCommand::Close)));
}

#[test]
fn everything_is_wiped_while_a_dialog_is_open_too() {
    let mut harness = window(&Start::default(), known(&["leeftijd=volwassen"]));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.key_press(Key::F9);
    harness.run();
    assert!(harness.state().app().profile().is_empty());
    assert!(harness.query_by_label("Bladeren…").is_none(), "the dialog may hold something that was typed");
}

/// How many facets something is known of.
fn answered(harness: &Harness<'_, Window>) -> usize {
    let app = harness.state().app();
    app.profile().given_facets(app.guide()).len()
}

#[test]
fn a_key_that_is_held_down_answers_one_question() {
    let mut harness = window(&Start::default(), Vec::new());
    for _ in 0..20 {
        harness.key_down(Key::Num1);
        harness.step();
    }
    assert_eq!(answered(&harness), 1);
    harness.key_up(Key::Num1);
    harness.key_press(Key::Num1);
    harness.run();
    assert_eq!(answered(&harness), 2, "let go and pressed again it answers the next one");
}
