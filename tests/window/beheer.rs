//! Keeping the guide in the window, as a new coordinator would.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Command, Guided, Keep, Notice, RecordFilter},
    edit::Replacement,
    file,
    model::{Date, Guide, PartyId, RecordKey, RecordKind},
    ui::Window,
};

use crate::{
    driver::{Start, app_on, settings, today, until, window_on},
    folder::own_folder,
};

/// A window in which the guide is kept; with a folder of its own for what belongs to that.
pub(crate) fn beheer(start: &Start, folder: &Path) -> Harness<'static, Window> {
    let mut app = app_on(start, today(), |_| {});
    app.keep_data_in(folder.join("data"));
    let mut harness = window_on(app, start);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    settled(&mut harness);
    harness
}

/// Waits until the guide was checked.
pub(crate) fn settled(harness: &mut Harness<'static, Window>) {
    harness.run();
    until(harness, |app| !app.is_checking());
    harness.run();
}

fn open(harness: &mut Harness<'static, Window>, kind: &str, name: &str) {
    let button = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with(')') && label.contains(" (")));
    button.expect("the button with the kind").click();
    harness.run();
    let radio = harness
        .get_all_by_role(Role::RadioButton)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&format!("{kind} ("))));
    radio.expect("the kind").click();
    harness.run();
    row(harness, name);
}

/// Chooses a record from the list by searching it.
pub(crate) fn row(harness: &mut Harness<'static, Window>, name: &str) {
    let field = harness.get_by_role_and_label(Role::TextInput, "Zoek op naam of id");
    field.focus();
    field.type_text(name);
    harness.run();
    let row = harness.get_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label == name || label.starts_with(&format!("{name},")))
    });
    row.unwrap_or_else(|| panic!("no row {name}")).click();
    harness.run();
}

pub(crate) fn guide(harness: &Harness<'_, Window>) -> Guide {
    (**harness.state().app().kept_guide()).clone()
}

pub(crate) fn write_in(harness: &mut Harness<'static, Window>, label: &str, words: &str) {
    let field = harness
        .get_all_by_label(label)
        .find(|node| matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput));
    let field = field.unwrap_or_else(|| panic!("no field {label}"));
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
}

fn comensha_phone(guide: &Guide) -> String {
    let party = guide.party(&PartyId::new("comensha").unwrap()).unwrap();
    party.contacts[0].value.clone()
}

#[test]
fn a_phone_number_is_changed_undone_and_saved() {
    let folder = own_folder("beheer-nummer");
    let mut harness = beheer(&Start::default(), &folder);
    open(&mut harness, "Partij", "CoMensha");
    let before = comensha_phone(&guide(&harness));
    write_in(&mut harness, "waarde van contact 1", "033 111 22 33");
    settled(&mut harness);
    assert_eq!(comensha_phone(&guide(&harness)), "033 111 22 33");
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    assert!(harness.state().app().to_undo().unwrap().contains("CoMensha"));
    // The answers follow.
    assert_eq!(comensha_phone(harness.state().app().guide()), "033 111 22 33");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Z);
    settled(&mut harness);
    assert_eq!(comensha_phone(&guide(&harness)), before);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Y);
    settled(&mut harness);
    assert_eq!(comensha_phone(&guide(&harness)), "033 111 22 33");
    // There is no file yet: it asks for one.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    let path: PathBuf = folder.join("gids.ron");
    write_in(&mut harness, "Plaats van het bestand", &path.to_string_lossy());
    harness
        .get_all_by_role(Role::Button)
        .rfind(|node| node.accesskit_node().label().as_deref() == Some("Bewaren"))
        .unwrap()
        .click();
    harness.run();
    until(&mut harness, |app| matches!(app.notice(), Some(Notice::GuideSaved(_))));
    settled(&mut harness);
    assert_eq!(harness.state().app().unsaved_steps(), 0);
    let saved = file::open_guide(&path, &|_| {}).unwrap().guide;
    assert_eq!(comensha_phone(&saved), "033 111 22 33");
    assert_eq!(harness.state().app().document().path.as_deref(), Some(&*path));
}

#[test]
fn a_new_task_is_made_filled_in_and_taken_out_again() {
    let folder = own_folder("beheer-taak");
    let mut harness = beheer(&Start::default(), &folder);
    harness.state_mut();
    open(&mut harness, "Partij", "CoMensha");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    write_in(&mut harness, "Naam", "Stichting Voorbeeld Noord");
    harness.get_by_role_and_label(Role::Button, "Maak").click();
    settled(&mut harness);
    let id = PartyId::new("stichting-voorbeeld-noord").unwrap();
    assert!(guide(&harness).party(&id).is_some());
    // What is missing is said, and the answers wait.
    assert!(!harness.state().app().answers_follow());
    let view = harness.state().app().record_view().unwrap();
    assert!(!view.problems.is_empty());
    harness.get_by_role_and_label(Role::Button, "Haal weg…").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Haal weg").click();
    settled(&mut harness);
    assert!(guide(&harness).party(&id).is_none());
    assert!(harness.state().app().answers_follow());
}

#[test]
fn an_old_step_is_taken_back_and_nothing_that_came_after_it() {
    let folder = own_folder("beheer-stap");
    let mut harness = beheer(&Start::default(), &folder);
    open(&mut harness, "Partij", "CoMensha");
    let before = guide(&harness);
    write_in(&mut harness, "waarde van contact 1", "033 111 22 33");
    settled(&mut harness);
    write_in(&mut harness, "samenvatting", "Een andere zin.");
    settled(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Geschiedenis").click();
    harness.run();
    let first = harness.get_all_by_label_contains("Alleen dit terugdraaien: ").last().unwrap();
    first.click();
    settled(&mut harness);
    let now = guide(&harness);
    assert_eq!(comensha_phone(&now), comensha_phone(&before));
    let summary = |guide: &Guide| guide.party(&PartyId::new("comensha").unwrap()).unwrap().summary.clone();
    assert_eq!(summary(&now), "Een andere zin.");
}

#[test]
fn a_date_that_is_none_stays_and_says_so() {
    let folder = own_folder("beheer-datum");
    let mut harness = beheer(&Start::default(), &folder);
    open(&mut harness, "Partij", "CoMensha");
    write_in(&mut harness, "begin van naam 1", "morgen");
    assert!(harness.query_by_label_contains("Schrijf 2019").is_some());
    assert_eq!(harness.state().app().unsaved_steps(), 0);
    write_in(&mut harness, "begin van naam 1", "okt 2007");
    settled(&mut harness);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
}

#[test]
fn another_guide_does_not_take_the_place_of_unsaved_work() {
    let folder = own_folder("beheer-weg");
    let mut harness = beheer(&Start::default(), &folder);
    open(&mut harness, "Partij", "CoMensha");
    write_in(&mut harness, "samenvatting", "Een andere zin.");
    settled(&mut harness);
    harness.state_mut();
    let mut app: App = app_on(&Start::default(), today(), |_| {});
    app.run(Command::LookAtGuide);
    app.run(Command::Keep(Keep::List(RecordFilter::of(RecordKind::Party))));
    app.run(Command::Keep(Keep::Open(Some(RecordKey::Party(PartyId::new("comensha").unwrap())))));
    app.run(Command::Keep(Keep::Set(
        RecordKey::Party(PartyId::new("comensha").unwrap()),
        "summary".parse().unwrap(),
        wegwijzer::edit::form::Input::Text("Anders.".to_owned()),
    )));
    app.run(Command::UseEmbeddedGuide);
    assert_eq!(app.notice(), Some(&Notice::UnsavedGuide));
    assert_eq!(app.unsaved_steps(), 1);
}

/// The app on the shipped guide, with a folder for what belongs to a guide that is edited.
pub(crate) fn keeper(folder: &Path) -> App {
    // As it starts: the journal knows on which guide its steps were made.
    let mut app = App::new(today(), settings(&Start::default())).unwrap();
    app.keep_data_in(folder.join("data"));
    app.run(Command::LookAtGuide);
    at_rest(&mut app);
    app
}

/// Waits until journals are read and put away.
fn at_rest(app: &mut App) {
    for _ in 0..1_500 {
        app.poll();
        if !app.is_at_journals() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("it does not come");
}

fn summary(guide: &Guide) -> String {
    guide.party(&PartyId::new("comensha").unwrap()).unwrap().summary.clone()
}

pub(crate) fn say(app: &mut App, words: &str) {
    let record = RecordKey::Party(PartyId::new("comensha").unwrap());
    let input = wegwijzer::edit::form::Input::Text(words.to_owned());
    app.run(Command::Keep(Keep::Set(record, "summary".parse().unwrap(), input)));
}

#[test]
fn work_that_was_not_saved_is_found_at_the_next_start_and_comes_back_once() {
    let folder = own_folder("beheer-verloren");
    let mut app = keeper(&folder);
    assert_eq!(app.lost_work(), None);
    say(&mut app, "Eerst dit.");
    say(&mut app, "Toen dit.");
    app.run(Command::Keep(Keep::Undo));
    app.wait_until_safe().unwrap();
    drop(app);
    for _ in 0..2 {
        let mut app = keeper(&folder);
        assert_eq!(app.notice(), Some(&Notice::LostWork));
        let lost = app.lost_work().unwrap();
        assert_eq!((lost.steps, lost.is_changed), (1, false), "{lost:?}");
        assert!(lost.last[0].contains("Eerst dit."), "{lost:?}");
        assert_ne!(summary(app.kept_guide()), "Eerst dit.", "nothing comes back unasked");
        app.run(Command::Keep(Keep::Recover));
        at_rest(&mut app);
        assert_eq!(summary(app.kept_guide()), "Eerst dit.");
        assert_eq!((app.lost_work(), app.unsaved_steps()), (None, 1));
    }
    let mut app = keeper(&folder);
    app.run(Command::Keep(Keep::ThrowAway));
    at_rest(&mut app);
    drop(app);
    assert_eq!(keeper(&folder).lost_work(), None);
}

#[test]
fn what_is_saved_is_no_lost_work_and_stands_in_the_log_beside_the_guide() {
    let folder = own_folder("beheer-bewaard");
    let path = folder.join("gids.ron");
    let mut harness = {
        let mut app = keeper(&folder);
        say(&mut app, "Dit is bewaard.");
        app.run(Command::Keep(Keep::SaveAs(path.clone())));
        window_on(app, &Start::default())
    };
    until(&mut harness, |app| matches!(app.notice(), Some(Notice::GuideSaved(_))));
    settled(&mut harness);
    drop(harness);
    assert_eq!(summary(&file::open_guide(&path, &|_| {}).unwrap().guide), "Dit is bewaard.");
    let log = std::fs::read_to_string(folder.join("gids.ron.logboek")).unwrap();
    assert_eq!(log.lines().count(), 2, "a step, and that it was saved: {log}");
    assert_eq!(keeper(&folder).lost_work(), None);
}

#[test]
fn nothing_of_a_person_is_beside_a_guide_that_is_edited() {
    let folder = own_folder("beheer-persoon");
    let mut app = keeper(&folder);
    for command in crate::driver::known(&crate::driver::WOMAN) {
        app.run(command);
    }
    let words = "Een zin over niemand.";
    say(&mut app, words);
    app.wait_until_safe().unwrap();
    let mut texts = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for found in std::fs::read_dir(next).unwrap().flatten() {
            if found.path().is_dir() {
                folders.push(found.path());
            } else {
                texts.push(std::fs::read_to_string(found.path()).unwrap());
            }
        }
    }
    assert!(texts.iter().any(|text| text.contains(words)), "the journal is there");
    for fact in crate::driver::WOMAN {
        let (facet, value) = fact.split_once('=').unwrap();
        for text in &texts {
            assert!(
                !text.contains(&format!("\"{value}\"")) && !text.contains(&format!("\"{facet}\"")),
                "{fact}: {text}"
            );
        }
    }
}

#[test]
fn a_step_is_called_as_whoever_did_it_calls_it() {
    let folder = own_folder("beheer-stapnaam");
    let mut app = app_on(&Start::default(), today(), |_| {});
    app.keep_data_in(folder.join("data"));
    app.run(Command::LookAtGuide);
    let guide = app.kept_guide();
    let task = guide.responsibilities.iter().find(|task| task.party.as_str() == "comensha").unwrap();
    let task = RecordKey::Responsibility(task.id.clone());
    let source = app.kept_guide().sources.iter().next().unwrap().id.clone();
    let (to, from) = (PartyId::new("fier").unwrap(), Date::new(2027, 1, 1).unwrap());
    app.run(Command::Keep(Keep::Open(Some(task))));
    app.run(Command::Keep(Keep::Guided(Guided::TakeOver { to, from, source, at: "blz. 3".to_owned() })));
    let told = app.to_undo().unwrap();
    assert!(told.starts_with("taak overgedragen aan Fier vanaf 1 januari 2027: «CoMensha: "), "{told}");
    assert!(app.steps()[0].details.len() > 1, "all that it changed can be read too");
    let find = "Centrum Seksueel Geweld".to_owned();
    let what = Replacement { find, with: "CSG".to_owned(), ..Replacement::default() };
    let places = app.replace_hits(&what, None).iter().map(|hit| hit.place.clone()).collect();
    app.run(Command::Keep(Keep::Replace(what, places)));
    let told = app.to_undo().unwrap();
    assert!(told.starts_with("«Centrum Seksueel Geweld» vervangen door «CSG» ("), "{told}");
}
