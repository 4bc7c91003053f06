//! From an empty window to the referral card on disk, as somebody does it: by keyboard alone, and by mouse.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail it")]

use std::{fs, path::PathBuf};

use crate::driver::{Start, WOMAN, known, turn_wheel, window};
use crate::folder::own_folder;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role, pos2};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{Copied, Notice},
    export::card,
    lookup::QuestionOption,
    model::Lang,
    text::errors,
    ui::Window,
};

/// Waits until the window says what came of saving.
pub(crate) fn until_told(harness: &mut Harness<'_, Window>) -> Notice {
    for _ in 0..200 {
        harness.run_steps(1);
        if let Some(notice) = harness.state().app().notice() {
            return notice.clone();
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("nothing is told");
}

/// Types as a keyboard does, into whatever has the focus.
pub(crate) fn type_blindly(harness: &mut Harness<'_, Window>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

/// Whether the window knows exactly what is known of the person of the drawings.
fn knows_the_woman(harness: &Harness<'_, Window>) -> bool {
    let app = harness.state().app();
    let said = app.guide().facets.iter().flat_map(|facet| app.profile().values_text(facet));
    let said: Vec<String> = said.collect();
    let wanted = ["18-20", "21-22", "23", "24-plus", "geringste-aanwijzing", "derdeland-zonder-verblijfsrecht"];
    wanted.iter().all(|wanted| said.iter().any(|said| said == wanted))
}

#[test]
fn by_keyboard_alone_a_card_takes_at_most_eight_keys_beside_its_path() {
    let out = own_folder("card/toetsen").join("kaart.pdf");
    let mut harness = window(&Start::default(), Vec::new());
    let mut keys = 0;
    // The key that stands on the screen beside the right answer, or the one for "I don't know".
    while !knows_the_woman(&harness) {
        let app = harness.state().app();
        let question = app.next_question().expect("a question").clone();
        let facet = &app.guide().facets[question.facet];
        let wanted = WOMAN.iter().find_map(|said| said.strip_prefix(&format!("{}=", facet.id)));
        let option = question.options.iter().position(|option| match option {
            QuestionOption::Value(id) | QuestionOption::Group(id) => Some(id.as_str()) == wanted,
            QuestionOption::None => false,
        });
        let digits =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        harness.key_press(option.map_or(Key::Num0, |option| digits[option]));
        keys += 1;
        harness.run();
        assert!(keys < 20, "the questions do not lead there");
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    keys += 1;
    harness.run();
    type_blindly(&mut harness, out.to_str().unwrap());
    harness.key_press(Key::Enter);
    keys += 1;
    assert_eq!(until_told(&mut harness), Notice::Saved { what: &card::EXPORT, path: out.as_path().into() });
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
    assert!(keys <= 8, "it took {keys} keys");
    let words = format!("De kaart is opgeslagen: {}", out.display());
    harness.run();
    harness.get_by_role_and_label(Role::Status, &words);
}

#[test]
fn by_mouse_a_card_takes_at_most_six_clicks() {
    let out = own_folder("card/klikken").join("kaart.txt");
    let mut harness = window(&Start::default(), Vec::new());
    let mut clicks = 0;
    for row in ["Leeftijd: 18 of ouder", "Aanwijzing mensenhandel: geringste", "Verblijf: derdeland, zonder verblijf"] {
        let find = |harness: &Harness<'_, Window>| {
            harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(row))).rect()
        };
        harness.hover_at(pos2(100.0, 500.0));
        while find(&harness).bottom() > 700.0 {
            turn_wheel(&mut harness, 100.0);
        }
        harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(row))).click();
        clicks += 1;
        harness.run();
    }
    assert!(knows_the_woman(&harness));
    harness.get_by_role_and_label(Role::Button, "Doorverwijskaart").click();
    clicks += 1;
    harness.run();
    type_blindly(&mut harness, out.to_str().unwrap());
    harness.get_by_role_and_label(Role::Button, "Opslaan").click();
    clicks += 1;
    assert_eq!(until_told(&mut harness), Notice::Saved { what: &card::EXPORT, path: out.as_path().into() });
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("Doorverwijskaart") && !text.contains("Gekozen kenmerken"));
    assert!(clicks <= 6, "it took {clicks} clicks");
}

#[test]
fn the_facets_go_along_only_when_ticked() {
    let out = own_folder("card/kenmerken").join("kaart.txt");
    let mut harness = window(&Start::default(), known(&WOMAN));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    type_blindly(&mut harness, out.to_str().unwrap());
    harness.get_by_role_and_label(Role::CheckBox, "Met de gekozen kenmerken").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Opslaan").click();
    assert_eq!(until_told(&mut harness), Notice::Saved { what: &card::EXPORT, path: out.as_path().into() });
    assert!(fs::read_to_string(&out).unwrap().contains("Leeftijd: 18 of ouder"));
}

#[test]
fn a_copy_is_the_card_as_text_without_facets() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    harness.get_by_role_and_label(Role::Button, "Doorverwijskaart").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Kopieer als tekst").click();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("something is copied");
    assert!(copied.starts_with("Doorverwijskaart") && copied.contains("033 448 11 86"));
    assert!(!copied.contains("Leeftijd: 18 of ouder"));
    assert_eq!(harness.state().app().notice(), Some(&Notice::Copied(Copied::Card)));
}

#[test]
fn where_a_name_goes_is_said_and_a_wrong_end_cannot_be_saved() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    type_blindly(&mut harness, "kaart");
    let says = |harness: &Harness<'_, Window>, end: &str| {
        harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            let label = node.label().or_else(|| node.value()).unwrap_or_default();
            label.starts_with("Komt hier: ") && label.ends_with(end) && PathBuf::from(&label[11..]).is_absolute()
        })
    };
    assert!(says(&harness, "kaart.pdf"), "a name alone becomes a PDF in a folder that is told");
    type_blindly(&mut harness, ".doc");
    harness.get_by_label("Laat de naam eindigen op .pdf of .txt");
    assert!(harness.get_by_role_and_label(Role::Button, "Opslaan").accesskit_node().is_disabled());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().app().saving().is_none() && harness.state().app().notice().is_none());
}

#[test]
fn what_cannot_be_saved_is_told_in_one_line_and_a_taken_name_is_told_before() {
    let folder = own_folder("card/niet");
    let taken = folder.join("kaart.txt");
    fs::write(&taken, "van gisteren").unwrap();
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    type_blindly(&mut harness, taken.to_str().unwrap());
    harness.get_by_label("Dit bestand bestaat al en wordt vervangen");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(fs::read_to_string(&taken).unwrap(), "van gisteren");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    assert!(harness.query_by_label("Dit bestand bestaat al en wordt vervangen").is_none(), "nothing is remembered");
    type_blindly(&mut harness, folder.join("geen-map").join("kaart.pdf").to_str().unwrap());
    harness.get_by_label("Deze map bestaat niet");
    assert!(harness.get_by_role_and_label(Role::Button, "Opslaan").accesskit_node().is_disabled());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().app().saving().is_none() && harness.state().app().notice().is_none());
}

/// A folder that is there, and in which nobody makes a file, whoever runs the test.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_there_is_not_said_to_be_missing() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    harness.run();
    type_blindly(&mut harness, "/proc/kaart.pdf");
    harness.key_press(Key::Enter);
    let Notice::NotSaved { why, .. } = until_told(&mut harness) else { panic!("it was saved") };
    let words = errors::save(&why, Lang::Nl);
    assert!(words.contains("u mag in deze map niet schrijven") && !words.contains('\n'), "{words}");
}

#[test]
fn a_name_is_proposed_that_is_free_and_one_key_saves_there() {
    let folder = own_folder("card/voorstel");
    let mut harness = window(&Start::default(), known(&WOMAN));
    // Where the last one went; it is proposed again until everything is wiped.
    let save = |harness: &mut Harness<'_, Window>, typed: &str| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
        harness.run();
        if !typed.is_empty() {
            type_blindly(harness, typed);
        }
        harness.key_press(Key::Enter);
        harness.run_steps(1);
        for _ in 0..200 {
            if harness.state().app().saving().is_none() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            harness.run_steps(1);
        }
    };
    save(&mut harness, folder.join("eerste.txt").to_str().unwrap());
    save(&mut harness, "");
    save(&mut harness, "");
    let names = |folder: &PathBuf| {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = files.collect();
        names.sort();
        names
    };
    let expected = ["doorverwijskaart-2026-11-22-2.pdf", "doorverwijskaart-2026-11-22.pdf", "eerste.txt"];
    assert_eq!(names(&folder), expected, "the day of the answer, and nothing of the person");
    harness.key_press(Key::F9);
    harness.run();
    let proposed = harness.state().app().proposal("kaart.pdf");
    assert_ne!(proposed.folder, folder, "a folder can say something of a person");
}
