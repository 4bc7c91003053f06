//! A trainer before a room: the keys of a clicker, what the room sees, what it never sees.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test may fail it")]

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{Command, LessonChange, Notice},
    edit::Base,
    export::{handout, rolecards},
    file::{embedded_guide, embedded_origin, embedded_regions, save_cases},
    lookup::Index,
    model::{Lang, PartyId, RecordId, Scenario},
    text::which,
    ui::Window,
    workshop::{CaseFile, Showing, Spot},
};

use crate::{
    card::{type_blindly, until_told},
    driver::{Start, WOMAN, known, until, window},
    folder::own_folder,
    golden::Album,
    picture::picture,
};

/// Its pictures, besides that of the README.
pub(crate) const PICTURES: [&str; 2] = ["workshop-before", "projector-chain"];

type Shown = Harness<'static, Window>;

/// The case of the shipped guide with the most kinds of steps.
const CASE: &str = "c22-bedenktijd-2024";
const TITLE: &str = "Bedenktijd in 2024, geen Dublin";
const TITLE_EN: &str = "Reflection period in 2024, no Dublin claim";

fn press(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// The window of a trainer who read a case.
fn chosen(start: &Start) -> Shown {
    let mut harness = window(start, Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    let row = if start.language == Lang::Nl { TITLE } else { TITLE_EN };
    harness.get_all_by_label_contains(row).next().unwrap().click_accesskit();
    harness.run();
    harness
}

/// The same, once it is shown.
fn shown(start: &Start) -> Shown {
    let mut harness = chosen(start);
    press(&mut harness, Key::F5);
    harness
}

/// All that is said on screen.
fn said(harness: &Shown) -> String {
    let all = harness.root().children_recursive();
    let words = all.map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>().join("\n")
    });
    words.collect::<Vec<_>>().join("\n")
}

/// What stands above the step that the room sees.
fn title(harness: &Shown) -> String {
    let node = harness.get_by_role(Role::Heading);
    let node = node.accesskit_node();
    node.label().or(node.value()).unwrap_or_default()
}

fn case(id: &str) -> Scenario {
    let guide = embedded_guide().unwrap();
    guide.scenarios.get(&RecordId::new(id).unwrap()).unwrap().clone()
}

/// Shows a case from its start.
fn shows(id: &RecordId) -> Shown {
    let begin = Command::Lesson(LessonChange::Begin(id.clone(), Spot::Start));
    let mut harness = window(&Start::default(), vec![begin]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    press(&mut harness, Key::F5);
    harness
}

/// Goes on until the room sees something else above the step, and no longer than it takes to turn over some pages.
fn next_step(harness: &mut Shown) -> String {
    let before = title(harness);
    for _ in 0..30 {
        press(harness, Key::PageDown);
        if title(harness) != before {
            break;
        }
    }
    title(harness)
}

#[test]
fn a_clicker_leads_through_a_case_and_back_and_stopping_loses_nothing() {
    let steps = case(CASE).steps;
    let mut harness = shown(&Start::default());
    assert_eq!(title(&harness), TITLE);
    assert_eq!(next_step(&mut harness), steps[0].title.nl);
    assert_eq!(next_step(&mut harness), steps[1].title.nl);
    press(&mut harness, Key::PageUp);
    assert_eq!(title(&harness), steps[0].title.nl);
    // Shown again, it is where it was.
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Sluit de workshop").is_some());
    press(&mut harness, Key::F5);
    assert_eq!(title(&harness), steps[0].title.nl);
    for key in [Key::Num2, Key::Enter] {
        if key == Key::Num2 {
            harness.event(Event::Text("2".into()));
        }
        press(&mut harness, key);
    }
    assert_eq!(title(&harness), steps[1].title.nl);
    press(&mut harness, Key::Home);
    assert_eq!(title(&harness), TITLE);
}

#[test]
fn a_screen_is_black_until_the_next_key_and_no_step_goes_by_unseen() {
    let mut harness = shown(&Start::default());
    let first = next_step(&mut harness);
    for black in [Key::Period, Key::B] {
        press(&mut harness, black);
        assert_eq!(said(&harness).trim(), "Het scherm is zwart");
        press(&mut harness, Key::PageDown);
        assert_eq!(title(&harness), first);
    }
}

#[test]
fn an_answer_is_nowhere_until_it_is_revealed() {
    let mut harness = shown(&Start::default());
    next_step(&mut harness);
    let lesson = harness.state().app().lesson().unwrap();
    let lines: Vec<String> = lesson.notes().boards.iter().flatten().map(|line| line.words.clone()).collect();
    assert!(lines.len() > 1, "{lines:?}");
    let parties: Vec<&str> = lines.iter().filter_map(|line| line.split(',').next()).collect();
    let before = said(&harness);
    assert!(parties.iter().all(|party| !before.contains(party)), "{parties:?} in {before}");
    press(&mut harness, Key::R);
    let hidden = |harness: &Shown| harness.get_all_by_label_contains("nog verborgen").count();
    assert!(said(&harness).contains(parties[0]), "{}", said(&harness));
    assert_eq!(hidden(&harness), lines.len() - 1);
    // Who points at a card names it for the room.
    harness.get_all_by_label_contains("nog verborgen").next().unwrap().click_accesskit();
    harness.run();
    assert!(said(&harness).contains("door u genoemd"), "{}", said(&harness));
    assert_eq!(hidden(&harness), lines.len() - 2);
}

#[test]
fn the_room_never_sees_a_note_and_the_trainer_does_while_the_key_is_held() {
    let guide = embedded_guide().unwrap();
    let mut notes_seen = 0;
    for case in guide.scenarios.iter().filter(|case| !case.steps.is_empty()) {
        let mut harness = shows(&case.id);
        for number in 0..=case.steps.len() {
            for digit in number.to_string().chars() {
                harness.event(Event::Text(digit.into()));
            }
            press(&mut harness, Key::Enter);
            let notes = std::sync::Arc::clone(harness.state().app().lesson().unwrap().notes());
            let room = said(&harness);
            let own: Vec<&String> = notes.notes.iter().chain(&notes.questions).collect();
            assert!(own.iter().all(|note| !room.contains(note.as_str())), "{}: {room}", case.id);
            let hold = |harness: &mut Shown, pressed| {
                harness.event(Event::Key {
                    key: Key::N,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers: Modifiers::NONE,
                });
                harness.run();
            };
            hold(&mut harness, true);
            let trainer = said(&harness);
            assert!(own.iter().all(|note| trainer.contains(note.as_str())), "{}: {trainer}", case.id);
            notes_seen += own.len();
            hold(&mut harness, false);
            assert_eq!(said(&harness), room);
        }
    }
    assert!(notes_seen > 20, "{notes_seen}");
}

#[test]
fn who_does_not_want_letters_as_keys_has_none() {
    let mut harness = chosen(&Start::default());
    harness.get_by_label("Ook letters zijn toetsen").click_accesskit();
    harness.run();
    press(&mut harness, Key::F5);
    let before = said(&harness);
    for letter in [Key::B, Key::W, Key::R, Key::C, Key::L, Key::S, Key::T] {
        press(&mut harness, letter);
        assert_eq!(said(&harness), before, "{letter:?}");
    }
    press(&mut harness, Key::Period);
    assert_ne!(said(&harness), before);
}

#[test]
fn nothing_of_the_desk_is_shown_to_the_room() {
    let begin = Command::Lesson(LessonChange::Begin(RecordId::new(CASE).unwrap(), Spot::Start));
    let pin = Command::Pin(PartyId::new("fier").unwrap());
    let mut harness = window(&Start::default(), [known(&WOMAN), vec![pin, begin]].concat());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    press(&mut harness, Key::F5);
    let room = said(&harness);
    assert!(!room.contains("Fier") && !room.contains("vrouw") && !room.contains("Ik werk bij"), "{room}");
}

#[test]
fn of_a_question_the_right_answer_is_told_only_once_it_was_answered() {
    let quiz = LessonChange::BeginQuiz { case: RecordId::new(CASE).unwrap(), count: 2, seed: 7 };
    let mut harness = window(&Start::default(), vec![Command::Lesson(quiz)]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    press(&mut harness, Key::F5);
    assert!(!said(&harness).contains("dit is juist"));
    harness.get_all_by_role(Role::Button).next().unwrap().click_accesskit();
    harness.run();
    let answered = said(&harness);
    assert!(answered.contains("dit is juist") && answered.contains("Bron:"), "{answered}");
    assert!(answered.contains("Vraag 1 van 2"));
    next_step_or_page(&mut harness);
    assert!(said(&harness).contains("Vraag 2 van 2"), "{}", said(&harness));
}

fn next_step_or_page(harness: &mut Shown) {
    for _ in 0..6 {
        if said(harness).contains("Vraag 2 van 2") {
            return;
        }
        press(harness, Key::PageDown);
    }
}

#[test]
fn closing_a_workshop_or_wiping_everything_forgets_it() {
    for ends in [Key::F9, Key::Escape] {
        let mut harness = shown(&Start::default());
        next_step(&mut harness);
        press(&mut harness, Key::Escape);
        if ends == Key::Escape {
            harness.get_by_label("Sluit de workshop").click_accesskit();
            harness.run();
        } else {
            press(&mut harness, ends);
        }
        assert!(harness.state().app().lesson().is_none());
        assert!(harness.query_by_label("Sluit de workshop").is_none());
    }
}

#[test]
fn a_file_of_cases_opens_by_itself_and_leads_back_to_those_of_the_guide() {
    let folder = own_folder("workshop-file");
    let path = folder.join("avond.casus.ron");
    let guide = embedded_guide().unwrap();
    let base = Base { edition: guide.edition.clone(), sha256: "0".repeat(64) };
    let cases = CaseFile::new("Avond in Zwolle", base, vec![case(CASE)]);
    save_cases(&path, &cases).unwrap();
    let mut harness = window(&Start::default(), vec![Command::OpenGuide(path)]);
    until(&mut harness, |app| app.case_file().is_some());
    harness.run();
    assert!(harness.query_by_label("Avond in Zwolle").is_some());
    assert!(said(&harness).contains("andere editie"));
    assert_eq!(harness.state().app().cases().count(), 1);
    harness.get_by_label("Terug naar de casussen van de gids").click_accesskit();
    harness.run();
    assert_eq!(harness.state().app().cases().count(), guide.scenarios.len());
}

#[test]
fn role_cards_and_a_handout_of_a_case_are_saved_from_the_window_as_from_the_command_line() {
    let folder = own_folder("workshop-papers");
    let guide = embedded_guide().unwrap();
    let index = Index::new(guide.into()).unwrap().with_origin(embedded_origin());
    let regions = embedded_regions().unwrap();
    let showing = Showing { index: &index, regions: &regions, lang: Lang::Nl, sum: None };
    for (button, what, with_notes) in [
        ("Rolkaarten…", &rolecards::EXPORT, false),
        ("Handout…", &handout::EXPORT, false),
        ("Handout…", &handout::EXPORT, true),
    ] {
        let out = folder.join(format!("papier-{}-{with_notes}.pdf", what.id));
        let mut harness = chosen(&Start::default());
        harness.get_by_role_and_label(Role::Button, button).click_accesskit();
        harness.run();
        type_blindly(&mut harness, out.to_str().unwrap());
        if with_notes {
            harness.get_by_role_and_label(Role::CheckBox, "Ook wat voor de trainer is").click();
            harness.run();
        }
        harness.get_by_role_and_label(Role::Button, "Opslaan").click();
        assert_eq!(until_told(&mut harness), Notice::Saved { what, path: out.as_path().into() });
        let (of, cards) = (case(CASE), showing.role_cards(&case(CASE)));
        let edition = which::which_guide(index.guide(), index.origin(), Lang::Nl);
        let wanted = match what.id {
            "handout" => handout::handout_pdf(&showing.handout(&of, with_notes), &cards, Lang::Nl),
            _ => rolecards::role_cards_pdf(&cards, &edition, Lang::Nl),
        };
        assert!(std::fs::read(&out).unwrap() == wanted.unwrap(), "{button}, with notes {with_notes}");
    }
}

/// The room's screen at each kind of step.
#[test]
fn the_room_sees_each_kind_of_step() {
    let mut album = Album::default();
    album.hold(PICTURES[0], &picture(&mut chosen(&Start::default())));
    let mut harness = shown(&Start { size: [1366.0, 768.0], ..Start::default() });
    next_step(&mut harness);
    press(&mut harness, Key::R);
    album.hold_in_readme("workshop", &picture(&mut harness));
    next_step(&mut harness);
    press(&mut harness, Key::C);
    album.hold(PICTURES[1], &picture(&mut harness));
}
