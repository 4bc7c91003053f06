//! Opening and printing a file that was just saved, up to the program of the desktop: a stand-in for it comes first on the
//! path, and writes down what it was handed.

#![cfg(target_os = "linux")]

use std::{
    env, fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use wegwijzer::{
    app::{Notice, Printed},
    export::card,
    model::HandOverError,
    ui::Window,
};

use crate::{
    driver::{Start, WOMAN, known, until, window},
    folder::own_folder,
};

/// Names the folder of one of these tests to the process that plays it: nothing but a new process has another path.
const FOLDER: &str = "WEGWIJZER_TEST_HAND_OVER";

/// Plays a test of this file in a process in which these programs are all that there is: a name, and how it ends.
fn play(test: &str, programs: &[(&str, i32)]) -> PathBuf {
    let folder = own_folder(&format!("hand-over/{test}"));
    let bin = folder.join("bin");
    fs::create_dir(&bin).unwrap();
    for (program, end) in programs {
        let script = format!(
            "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\n' \"$word\"; done >> '{}'\nexit {end}\n",
            folder.join(program).display()
        );
        let file = bin.join(program);
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let played = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("hand_over::{test}"), "--ignored", "--nocapture"])
        .env("PATH", &bin)
        .env(FOLDER, &folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stdout).into_owned();
    assert!(played.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&played.stderr));
    folder
}

/// What a stand-in was handed, a word a line; nothing when nobody called it.
fn handed(folder: &Path, program: &str) -> Vec<String> {
    let words = fs::read_to_string(folder.join(program)).unwrap_or_default();
    words.lines().map(str::to_owned).collect()
}

/// The folder of the test that is played, with a name that a shell would take apart.
fn played_in() -> PathBuf {
    let folder = PathBuf::from(env::var_os(FOLDER).unwrap()).join("de map; van $HOME");
    fs::create_dir(&folder).unwrap();
    folder
}

/// A window in which a card was just saved there.
fn with_saved_card(path: &Path) -> Harness<'static, Window> {
    let mut harness = window(&Start::default(), known(&WOMAN));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    harness.event(Event::Text(path.to_str().unwrap().to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    until(&mut harness, |app| app.notice().is_some());
    assert_eq!(harness.state().app().notice(), Some(&Notice::Saved { what: &card::EXPORT, path: path.into() }));
    harness.run();
    harness
}

fn click(harness: &mut Harness<'_, Window>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run_steps(1);
    until(harness, |app| !app.is_handing_over());
    harness.run();
}

#[test]
fn what_was_saved_opens_in_the_program_of_the_desktop() {
    let folder = play("plays_opening", &[("xdg-open", 0), ("lp", 0)]);
    let card = folder.join("de map; van $HOME").join("-kaart van 'nu'.pdf");
    assert_eq!(handed(&folder, "xdg-open"), [card.to_str().unwrap()], "the file, whole and nothing else");
    assert_eq!(handed(&folder, "lp"), [""; 0]);
}

#[test]
#[ignore = "played by another test, in a process of its own"]
fn plays_opening() {
    let mut harness = with_saved_card(&played_in().join("-kaart van 'nu'.pdf"));
    click(&mut harness, "Openen");
    assert!(matches!(harness.state().app().notice(), Some(Notice::Saved { .. })), "who sees it open needs no words");
}

#[test]
fn what_was_saved_goes_to_the_printer() {
    let folder = play("plays_printing", &[("xdg-open", 0), ("lp", 0)]);
    let card = folder.join("de map; van $HOME").join("kaart.pdf");
    assert_eq!(handed(&folder, "lp"), [card.to_str().unwrap()]);
    assert_eq!(handed(&folder, "xdg-open"), [""; 0]);
}

#[test]
#[ignore = "played by another test, in a process of its own"]
fn plays_printing() {
    let mut harness = with_saved_card(&played_in().join("kaart.pdf"));
    click(&mut harness, "Afdrukken");
    assert_eq!(harness.state().app().notice(), Some(&Notice::Printed(Printed::Queued)));
    harness.get_by_role_and_label(Role::Status, "Gestuurd naar de standaardprinter van deze computer");
}

#[test]
fn without_a_printer_it_opens_to_be_printed_there_and_that_is_said() {
    let folder = play("plays_printing_without_printer", &[("xdg-open", 0), ("lp", 1)]);
    let card = folder.join("de map; van $HOME").join("kaart.pdf");
    assert_eq!(handed(&folder, "xdg-open"), [card.to_str().unwrap()]);
}

#[test]
#[ignore = "played by another test, in a process of its own"]
fn plays_printing_without_printer() {
    let mut harness = with_saved_card(&played_in().join("kaart.pdf"));
    click(&mut harness, "Afdrukken");
    assert_eq!(harness.state().app().notice(), Some(&Notice::Printed(Printed::Opened)));
    harness.get_by_role_and_label(Role::Status, "Geopend. Druk het af in dat programma");
}

#[test]
fn what_nothing_opens_is_told_and_where_it_is_stays_told_before() {
    play("plays_opening_without_program", &[("xdg-open", 3)]);
    play("plays_opening_without_desktop", &[]);
}

#[test]
#[ignore = "played by another test, in a process of its own"]
fn plays_opening_without_program() {
    opens_nothing();
}

#[test]
#[ignore = "played by another test, in a process of its own"]
fn plays_opening_without_desktop() {
    opens_nothing();
}

fn opens_nothing() {
    let path = played_in().join("kaart.pdf");
    let mut harness = with_saved_card(&path);
    for button in ["Openen", "Afdrukken"] {
        click(&mut harness, button);
        let why = HandOverError::NoProgram;
        assert_eq!(harness.state().app().notice(), Some(&Notice::NotHandedOver { what: &card::EXPORT, why }));
        harness.get_by_role_and_label(
            Role::Alert,
            "Het bestand is niet geopend. Geen programma op deze computer opent dit soort bestanden. Zoek het bestand zelf op",
        );
        harness.get_by_role_and_label(Role::Status, &format!("De kaart is opgeslagen: {}", path.display()));
    }
    fs::remove_file(&path).unwrap();
    click(&mut harness, "Openen");
    harness.get_by_role_and_label(Role::Alert, "Het bestand is niet geopend. Het bestand staat er niet meer");
}
