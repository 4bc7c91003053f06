//! A session with words that must not stay behind: after it, every file that the program wrote is searched for them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test may fail it")]

use std::{fs, path::Path};

use crate::driver::{Start, window};
use crate::folder::own_folder;
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use wegwijzer::{app::Notice, model::Date, ui::Window};

/// What is typed or chosen, and may be found in no file.
const MARKERS: [&str; 6] = ["zoekmerkteken", "gemeentemerkteken", "2019-03-17", "17-3-2019", "leeftijd=", "16-17"];

fn type_into(harness: &mut Harness<'static, Window>, label: &str, words: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.event(Event::Text(words.to_owned()));
    harness.run();
}

fn all_bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(all_bytes(&entry.path()));
        } else {
            found.push((entry.path().display().to_string(), fs::read(entry.path()).unwrap()));
        }
    }
    found
}

#[test]
fn nothing_of_a_session_stays_behind() {
    let home = own_folder("session");
    let mut harness = window(&Start::default(), Vec::new());
    harness.state_mut().keep_settings_in(home.clone());

    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Leeftijd: jonger dan 18"))).click();
    harness.run();
    assert!(!harness.state().app().profile().is_empty());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    type_into(&mut harness, "Zoek partij, regeling of woord", MARKERS[0]);
    assert_eq!(harness.state().app().query(), MARKERS[0]);
    harness.key_press(Key::Escape);
    harness.run();
    type_into(&mut harness, "Gemeente", MARKERS[1]);
    harness.get_by_label("22 november 2026").click();
    harness.run();
    harness.get_by_label("Dag, als 2022-02-03 of 3-2-2022").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(MARKERS[3].to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().app().date(), Date::new(2019, 3, 17).unwrap());

    // The card, in its usual form, is the only file beside the settings; it bears its date, and nothing of the person.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    let card = home.join("kaart.txt");
    harness.event(Event::Text(card.display().to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    for _ in 0..200 {
        harness.run_steps(1);
        if matches!(harness.state().app().notice(), Some(Notice::Saved { .. })) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(card.exists());
    // What is set is kept at once, so that a crash loses nothing.
    harness.get_by_label("NL").click();
    harness.run();
    assert_eq!(all_bytes(&home).len(), 2, "the card and the settings");
    eframe::App::on_exit(harness.state_mut(), None);

    let written = all_bytes(&home);
    assert!(
        written.len() == 2,
        "the card and the settings: {:?}",
        written.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    for (file, bytes) in &written {
        let text = String::from_utf8_lossy(bytes);
        let may_have_its_date = file.ends_with("kaart.txt");
        for marker in MARKERS {
            let is_date = marker.contains("2019");
            assert!((may_have_its_date && is_date) || !text.contains(marker), "«{marker}» is in {file}");
        }
    }
}

#[test]
fn what_was_wiped_cannot_be_had_back_by_undoing() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    type_into(&mut harness, "Zoek partij, regeling of woord", MARKERS[0]);
    // Long enough for the field to remember it.
    harness.run_steps(200);
    harness.key_press(Key::F9);
    harness.run();
    assert_eq!(harness.state().app().query(), "");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().app().query(), "");
}
