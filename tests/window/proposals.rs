//! Files that survive colleagues: what somebody else changed is looked at before any of it is taken over.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::{Key, ViewportCommand, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Command, Document, FileState, Keep, Look, Notice},
    edit::{Bundle, BundleKind, form::Input},
    file::{self, Opened},
    lookup::Index,
    model::{ClockTime, Guide, Lang, Now, PartyId, RecordKey},
    tables,
    ui::Window,
};

use crate::{
    beheer::{settled, write_in},
    driver::{Start, app_with, today, until, window_on},
    folder::own_folder,
};

/// A copy of the shipped guide in a file.
fn guide_in(folder: &Path) -> PathBuf {
    let path = folder.join("gids.ron");
    fs::write(&path, file::EMBEDDED_GUIDE).unwrap();
    path
}

/// The app of somebody who has this file open, with data of their own.
fn opened(path: &Path, data: &Path) -> App {
    let Opened { guide, read_only, origin } = file::open_guide(path, &|_| {}).unwrap();
    let index = Arc::new(Index::new(Arc::new(guide)).unwrap().with_origin(origin));
    let mut app = app_with(
        Document { index, national: None, path: Some(path.to_owned()), read_only },
        &Start::default(),
        today(),
    );
    app.run(Command::NoteTime(Now { date: today(), time: ClockTime::new(10, 12).unwrap() }));
    app.keep_data_in(data.to_owned());
    app.run(Command::LookAtGuide);
    poll_until(&mut app, |app| !app.is_at_journals() && !app.is_looking_at_file() && !app.is_checking());
    app
}

/// Looks at what runs in the background until it is so far.
fn poll_until(app: &mut App, is_so_far: impl Fn(&App) -> bool) {
    for _ in 0..1_500 {
        app.poll();
        if is_so_far(app) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("it does not come: {:?}", app.notice());
}

fn comensha() -> RecordKey {
    RecordKey::Party(PartyId::new("comensha").unwrap())
}

/// Puts a text in a place of a party.
fn say(app: &mut App, at: &str, words: &str) {
    let input = Input::Text(words.to_owned());
    app.run(Command::Keep(Keep::Set(comensha(), at.parse().unwrap(), input)));
    poll_until(app, |app| !app.is_checking());
}

const SUMMARY: &str = "summary";
const PHONE: &str = "contacts[0].value";

fn save(app: &mut App) {
    app.run(Command::Keep(Keep::Save));
    poll_until(app, |app| app.unsaved_steps() == 0 || app.file_state() == FileState::Changed);
}

/// A colleague opens the file, says this, and saves.
fn colleague(path: &Path, folder: &Path, said: &[(&str, &str)]) {
    let mut app = opened(path, &folder.join("data-collega"));
    for (at, words) in said {
        say(&mut app, at, words);
    }
    save(&mut app);
    assert!(matches!(app.notice(), Some(Notice::GuideSaved(_))), "{:?}", app.notice());
}

fn party(guide: &Guide) -> (String, String) {
    let party = guide.party(&PartyId::new("comensha").unwrap()).unwrap();
    (party.summary.clone(), party.contacts[0].value.clone())
}

fn on_disk(path: &Path) -> (String, String) {
    party(&file::open_guide(path, &|_| {}).unwrap().guide)
}

fn beheer(app: App) -> Harness<'static, Window> {
    let mut harness = window_on(app, &Start::default());
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::Num3);
    harness.run();
    settled(&mut harness);
    until(&mut harness, |app| !app.is_looking_at_file());
    harness.run();
    harness
}

fn click(harness: &mut Harness<'static, Window>, role: Role, label: &str) {
    let node = harness.get_all_by_role(role).find(|node| node.accesskit_node().label().as_deref() == Some(label));
    node.unwrap_or_else(|| panic!("no {role:?} {label}")).click();
    harness.run();
}

fn proposed(harness: &mut Harness<'static, Window>) {
    until(harness, |app| app.proposal_view().is_some_and(|view| view.effects.is_some()));
    harness.run();
    harness.run();
}

#[test]
fn a_guide_that_was_opened_and_edited_is_saved_in_its_file_again_and_again() {
    let folder = own_folder("voorstel-bewaren");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    for words in ["Eerst dit.", "Toen dit."] {
        say(&mut app, SUMMARY, words);
        save(&mut app);
        assert_eq!(on_disk(&path).0, words);
    }
}

/// As a wrong edit of last week: the guide was saved, and opened anew since.
#[test]
fn one_old_step_is_taken_back_after_the_guide_was_saved_and_opened_again() {
    let folder = own_folder("voorstel-eerder");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    let before = party(app.kept_guide()).1;
    say(&mut app, PHONE, "033 111 22 33");
    say(&mut app, SUMMARY, "Dit blijft.");
    save(&mut app);
    drop(app);
    let app = opened(&path, &folder.join("data"));
    assert_eq!(on_disk(&path), ("Dit blijft.".to_owned(), "033 111 22 33".to_owned()));
    let mut harness = beheer(app);
    until(&mut harness, |app| app.earlier_steps().len() == 2);
    click(&mut harness, Role::Button, "Geschiedenis");
    harness.get_by_label("Eerder gedaan en bewaard");
    let oldest = harness.get_all_by_label_contains("Alleen dit terugdraaien: ").last().unwrap();
    oldest.click();
    harness.run();
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), ("Dit blijft.".to_owned(), before));
    // It is told, and is not offered once more.
    assert!(harness.query_all_by_label_contains("· teruggedraaid").count() > 0);
    let rows = harness.state().app().earlier_steps();
    assert_eq!(rows.iter().map(|row| row.is_taken_back).collect::<Vec<_>>(), [false, true]);
}

/// Asks the window to close, and tells whether it does.
fn closes(harness: &mut Harness<'static, Window>) -> bool {
    let viewport = harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    harness.step();
    let output = harness.output().viewport_output.values().flat_map(|viewport| &viewport.commands);
    let is_held = output.clone().any(|command| matches!(command, ViewportCommand::CancelClose));
    !is_held
}

#[test]
fn a_window_with_work_that_is_not_saved_asks_before_it_closes() {
    let folder = own_folder("voorstel-sluiten");
    let path = guide_in(&folder);
    let app = opened(&path, &folder.join("data"));
    let mut harness = beheer(app);
    assert!(closes(&mut harness), "nothing was changed");
    harness.run();
    click(&mut harness, Role::Button, "CoMensha");
    let field = harness.get_by_role_and_label(Role::TextInput, "waarde van contact 1");
    field.focus();
    harness.run();
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    harness.run();
    // It is still being typed.
    harness.event(eframe::egui::Event::Text("033 111 22 33".to_owned()));
    harness.run();
    assert!(!closes(&mut harness));
    settled(&mut harness);
    assert!(harness.query_all_by_label_contains("niet bewaard").count() > 0);
    click(&mut harness, Role::Button, "Annuleren");
    assert!(harness.query_by_label("Bewaren en sluiten").is_none());
    assert!(!closes(&mut harness));
    harness.run();
    click(&mut harness, Role::Button, "Bewaren en sluiten");
    until(&mut harness, |app| app.unsaved_steps() == 0);
    harness.step();
    assert!(closes(&mut harness));
    assert_eq!(on_disk(&path).1, "033 111 22 33");
}

#[test]
fn who_changed_nothing_is_offered_to_read_the_file_again_and_keeps_what_is_known_of_a_person() {
    let folder = own_folder("voorstel-lezen");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    for command in crate::driver::known(&["leeftijd=minderjarig"]) {
        app.run(command);
    }
    let mut harness = beheer(app);
    assert!(harness.query_by_label_contains("Een ander heeft dit bestand").is_none());
    colleague(&path, &folder, &[(PHONE, "033 111 22 33")]);
    harness.state_mut();
    // As when the window gets the focus.
    harness.event(eframe::egui::Event::WindowFocused(false));
    harness.input_mut().focused = false;
    harness.run();
    harness.input_mut().focused = true;
    harness.run();
    until(&mut harness, |app| app.file_state() == FileState::Changed);
    harness.run();
    assert!(harness.query_by_label_contains("U hebt zelf niets gewijzigd").is_some());
    click(&mut harness, Role::Button, "Opnieuw lezen");
    until(&mut harness, |app| party(app.guide()).1 == "033 111 22 33");
    settled(&mut harness);
    let app = harness.state().app();
    assert_eq!(app.file_state(), FileState::AsOpened);
    assert!(!app.profile().is_empty(), "what was known of the person stands");
    assert!(harness.query_by_label_contains("Een ander heeft dit bestand").is_none());
}

#[test]
fn what_a_colleague_saved_is_merged_with_ones_own_work_change_by_change() {
    let folder = own_folder("voorstel-samen");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    say(&mut app, SUMMARY, "Onze zin.");
    let before = party(app.kept_guide());
    colleague(&path, &folder, &[(PHONE, "033 111 22 33"), (SUMMARY, "Hun zin.")]);
    // Nothing of theirs is overwritten.
    save(&mut app);
    assert_eq!((app.file_state(), app.unsaved_steps()), (FileState::Changed, 1));
    assert_eq!(on_disk(&path), ("Hun zin.".to_owned(), "033 111 22 33".to_owned()));
    let mut harness = beheer(app);
    click(&mut harness, Role::Button, "Samenvoegen (bekijken)");
    proposed(&mut harness);
    // What is taken over, and what is left to choose.
    let view = harness.state().app().proposal_view().unwrap();
    assert_eq!((view.open, view.taken, view.both), (2, 1, 1), "{view:?}");
    assert!(harness.query_by_label_contains("1 van 2 overgenomen, 1 later te kiezen").is_some());
    // Nothing changed yet.
    assert_eq!(party(harness.state().app().kept_guide()), before);
    let clash = harness.get_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.contains("samenvatting van CoMensha gewijzigd"))
    });
    clash.expect("the clash in the list").click();
    harness.run();
    for said in ["Onze zin.", "Hun zin."] {
        assert!(harness.query_all_by_label(said).next().is_some(), "{said}");
    }
    assert!(harness.query_by_label_contains("Beide kanten hebben dit gewijzigd").is_some());
    click(&mut harness, Role::RadioButton, "Die van ons");
    proposed(&mut harness);
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    let app = harness.state().app();
    assert_eq!(party(app.kept_guide()), ("Onze zin.".to_owned(), "033 111 22 33".to_owned()));
    assert_eq!((app.unsaved_steps(), app.file_state(), app.proposal_view()), (2, FileState::AsOpened, None));
    // One step back is all of it back.
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND | eframe::egui::Modifiers::ALT, Key::Z);
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), before);
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND | eframe::egui::Modifiers::ALT, Key::Y);
    settled(&mut harness);
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::S);
    harness.run();
    until(&mut harness, |app| matches!(app.notice(), Some(Notice::GuideSaved(_))));
    assert_eq!(on_disk(&path), ("Onze zin.".to_owned(), "033 111 22 33".to_owned()));
}

#[test]
fn of_two_versions_that_are_both_kept_one_is_chosen_later() {
    let folder = own_folder("voorstel-beide");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    say(&mut app, SUMMARY, "Onze zin.");
    colleague(&path, &folder, &[(SUMMARY, "Hun zin.")]);
    app.run(Command::LookAtFile);
    poll_until(&mut app, |app| app.file_state() == FileState::Changed);
    app.run(Command::Keep(Keep::Look(Look::ChangedFile)));
    let mut harness = beheer(app);
    proposed(&mut harness);
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    let app = harness.state().app();
    assert_eq!((party(app.kept_guide()).0.as_str(), app.answers_follow()), ("Onze zin.", false));
    assert!(harness.query_by_label_contains("Van 1 onderdeel zijn nog twee versies").is_some());
    click(&mut harness, Role::Button, "Kies nu");
    for said in ["Onze zin.", "Hun zin."] {
        assert!(harness.query_all_by_label(said).next().is_some(), "{said}");
    }
    click(&mut harness, Role::Button, "Neem de andere versie");
    settled(&mut harness);
    let app = harness.state().app();
    assert_eq!((party(app.kept_guide()).0.as_str(), app.answers_follow()), ("Hun zin.", true));
    assert!(app.kept_guide().unresolved.is_empty());
}

#[test]
fn a_change_is_left_by_its_mark_and_what_is_closed_changes_nothing() {
    let folder = own_folder("voorstel-laten");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    let before = party(app.kept_guide());
    colleague(&path, &folder, &[(PHONE, "033 111 22 33"), (SUMMARY, "Hun zin.")]);
    app.run(Command::LookAtFile);
    poll_until(&mut app, |app| app.file_state() == FileState::Changed);
    app.run(Command::Keep(Keep::Look(Look::ChangedFile)));
    let mut harness = beheer(app);
    proposed(&mut harness);
    click(&mut harness, Role::Button, "Sluiten");
    settled(&mut harness);
    assert_eq!((party(harness.state().app().kept_guide()), harness.state().app().unsaved_steps()), (before.clone(), 0));
    // It is offered still.
    click(&mut harness, Role::Button, "Samenvoegen (bekijken)");
    proposed(&mut harness);
    // By the keyboard: to the mark of the number, and off.
    let mark = harness.get_all_by_role(Role::CheckBox).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Neem over: telefoon van CoMensha"))
    });
    mark.expect("the mark of the number").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    proposed(&mut harness);
    assert_eq!(harness.state().app().proposal_view().unwrap().taken, 1);
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), ("Hun zin.".to_owned(), before.1));
}

#[test]
fn work_that_was_lost_is_looked_at_first_when_the_file_changed_since() {
    let folder = own_folder("voorstel-verloren");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    say(&mut app, SUMMARY, "Onze zin.");
    app.wait_until_safe().unwrap();
    drop(app);
    colleague(&path, &folder, &[(PHONE, "033 111 22 33"), (SUMMARY, "Hun zin.")]);
    let app = opened(&path, &folder.join("data"));
    assert!(app.lost_work().unwrap().is_changed);
    assert_eq!(party(app.kept_guide()).0, "Hun zin.");
    let mut harness = beheer(app);
    assert!(harness.query_by_role_and_label(Role::Button, "Zet terug").is_none(), "nothing is put over it unseen");
    click(&mut harness, Role::Button, "Bekijk eerst");
    proposed(&mut harness);
    assert!(
        harness.query_all_by_label("Onze zin.").next().is_some()
            && harness.query_all_by_label("Hun zin.").next().is_some()
    );
    click(&mut harness, Role::RadioButton, "Die van hen");
    proposed(&mut harness);
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), ("Onze zin.".to_owned(), "033 111 22 33".to_owned()));
    until(&mut harness, |app| !app.is_at_journals());
    // It comes back once: what is found at the next start is the step that was just made.
    let found = fs::read_dir(folder.join("data/journaal")).unwrap().flatten();
    let journals = found.filter(|found| found.path().extension().is_some_and(|end| end == "jsonl")).count();
    assert_eq!(journals, 1);
}

#[test]
fn a_copy_of_a_colleague_is_merged_by_what_both_were_made_from() {
    let folder = own_folder("voorstel-kopie");
    let path = guide_in(&folder);
    let copy = folder.join("kopie.ron");
    fs::write(&copy, file::EMBEDDED_GUIDE).unwrap();
    colleague(&copy, &folder, &[(PHONE, "033 111 22 33")]);
    let mut app = opened(&path, &folder.join("data"));
    say(&mut app, SUMMARY, "Onze zin.");
    let mut harness = beheer(app);
    click(&mut harness, Role::Button, "Meer");
    click(&mut harness, Role::Button, "Samenvoegen…");
    write_in(&mut harness, "Plaats van het bestand", &folder.join("kopie-nee.ron").to_string_lossy());
    assert!(harness.query_by_label_contains("Dit bestand bestaat niet").is_some());
    write_in(&mut harness, "Plaats van het bestand", &copy.to_string_lossy());
    click(&mut harness, Role::Button, "Bekijk");
    proposed(&mut harness);
    let view = harness.state().app().proposal_view().unwrap();
    assert_eq!((view.open, view.taken), (1, 1), "{view:?}");
    assert!(view.notes.iter().any(|note| note.contains("uitgave in het programma")), "{:?}", view.notes);
    assert!(view.facts.pieces[0].changes[0].theirs_by.is_some(), "the log beside the copy tells who and when");
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), ("Onze zin.".to_owned(), "033 111 22 33".to_owned()));
    // The file of the guide itself is what it was.
    assert_eq!(fs::read_to_string(&path).unwrap(), file::EMBEDDED_GUIDE);
}

/// A table of the guide in a file, with what is done to its text.
fn table_in(folder: &Path, edit: impl Fn(String) -> String) -> PathBuf {
    let guide = file::embedded_guide().unwrap();
    let path = folder.join("tabel.csv");
    fs::write(&path, edit(String::from_utf8(tables::csv(&tables::sheets(&guide, Lang::Nl), None).unwrap()).unwrap()))
        .unwrap();
    path
}

#[test]
fn rows_of_a_table_are_looked_at_and_taken_over_as_one_step_that_can_be_undone() {
    let folder = own_folder("voorstel-tabel");
    let path = guide_in(&folder);
    let before = party(&file::embedded_guide().unwrap());
    let table = table_in(&folder, |text| text.replace(&before.0, "Zin uit een tabel."));
    let mut app = opened(&path, &folder.join("data"));
    app.run(Command::Keep(Keep::Look(Look::File(table))));
    let mut harness = beheer(app);
    proposed(&mut harness);
    let view = harness.state().app().proposal_view().unwrap();
    assert_eq!((view.title.as_str(), view.open, view.taken), ("Rijen uit tabel.csv", 1, 1), "{view:?}");
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()).0, "Zin uit een tabel.");
    let undo = harness.state().app().to_undo().unwrap();
    assert!(undo.contains("tabel.csv"), "the history says where it came from: {undo}");
    click(&mut harness, Role::Button, "Ongedaan maken");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()), before);
}

#[test]
fn a_table_with_a_cell_that_cannot_be_read_changes_nothing_and_says_where() {
    let folder = own_folder("voorstel-tabel-fout");
    let path = guide_in(&folder);
    let table = table_in(&folder, |text| text.replacen("voert_uit", "voert_ergens_uit", 5));
    let mut app = opened(&path, &folder.join("data"));
    app.run(Command::Keep(Keep::Look(Look::File(table))));
    poll_until(&mut app, |app| matches!(app.notice(), Some(Notice::TableRefused(_))));
    let mut harness = beheer(app);
    harness.run_steps(2);
    let told = harness.get_all_by_label_contains("Er is niets uit de tabel overgenomen").next().unwrap();
    let told = told.accesskit_node().label().unwrap();
    assert!(told.contains("kolom «role»: «voert_ergens_uit» past hier niet") && told.ends_with("en nog 2"), "{told}");
    assert!(harness.state().app().proposal_view().is_none());
}

#[test]
fn of_a_copy_from_nobody_knows_where_every_difference_is_a_question() {
    let folder = own_folder("voorstel-vreemd");
    let path = guide_in(&folder);
    let copy = folder.join("kopie.ron");
    let mut theirs = file::embedded_guide().unwrap();
    theirs.edition = "een andere uitgave".to_owned();
    file::save_guide(&copy, &theirs).unwrap();
    let mut app = opened(&path, &folder.join("data"));
    let before = party(app.kept_guide());
    app.run(Command::Keep(Keep::Look(Look::File(copy))));
    let mut harness = beheer(app);
    proposed(&mut harness);
    let view = harness.state().app().proposal_view().unwrap();
    assert!(view.open > 0 && view.taken == 0 && view.both == 0, "{view:?}");
    assert!(harness.query_by_label_contains("niet bekend uit welke uitgave").is_some());
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!((party(harness.state().app().kept_guide()), harness.state().app().unsaved_steps()), (before, 0));
}

#[test]
fn colleagues_see_who_has_the_file_open_and_nothing_of_a_person() {
    let folder = own_folder("voorstel-open");
    let path = guide_in(&folder);
    let mut one = opened(&path, &folder.join("data"));
    // What is said of a person, and who asks about them, is in no note.
    for command in crate::driver::known(&["leeftijd=minderjarig", "vraagsteller=politie"]) {
        one.run(command);
    }
    let mut harness = beheer(opened(&path, &folder.join("data-2")));
    harness.state_mut();
    until(&mut harness, |app| !app.is_looking_at_file());
    harness.run();
    assert!(harness.query_by_label_contains("heeft dit sinds 10:12 open").is_some());
    drop(one);
    let notes = || {
        fs::read_dir(&folder)
            .unwrap()
            .flatten()
            .map(|found| found.file_name().into_string().unwrap())
            .filter(|name| name.contains(".open-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(notes().len(), 1);
    let note = fs::read_to_string(folder.join(&notes()[0])).unwrap();
    for word in ["minderjarig", "politie"] {
        assert!(!note.contains(word), "{note}");
    }
    drop(harness);
    assert_eq!(notes().len(), 0);
}

#[test]
fn a_folder_in_which_nobody_may_write_gives_no_fuss() {
    let folder = own_folder("voorstel-alleen-lezen");
    let path = guide_in(&folder);
    // No note fits beside it: its name would be too long.
    let long = folder.join(format!("{}.ron", "g".repeat(245)));
    fs::copy(&path, &long).unwrap();
    let app = opened(&long, &folder.join("data"));
    assert_eq!((app.notice(), app.also_open().len(), app.file_state()), (None, 0, FileState::AsOpened));
}

#[test]
fn a_proposal_that_travelled_apart_from_the_guide_is_looked_at_and_a_supplement_is_not() {
    let folder = own_folder("voorstel-bundel");
    let path = guide_in(&folder);
    let guide = file::embedded_guide().unwrap();
    let mut theirs = guide.clone();
    let at = theirs.parties.ix(&PartyId::new("comensha").unwrap()).unwrap();
    let mut party_of_theirs = theirs.parties[at].clone();
    "Hun zin.".clone_into(&mut party_of_theirs.summary);
    theirs.parties.retain(|party| party.id != party_of_theirs.id);
    theirs.parties.push(party_of_theirs);
    let changes = wegwijzer::edit::diff(&guide, &theirs).unwrap();
    let bundle = |kind| {
        let base = wegwijzer::edit::Base { edition: guide.edition.clone(), sha256: String::new() };
        let by = wegwijzer::edit::Author { function: "adviseur".to_owned(), organisation: "Regio Twente".to_owned() };
        Bundle::new(kind, base, by, today(), "Het kan korter.".to_owned(), changes.clone())
    };
    let (proposal, supplement) = (folder.join("kort.voorstel.ron"), folder.join("eigen.aanvulling.ron"));
    file::save_text(&proposal, &file::write_bundle(&bundle(BundleKind::Voorstel))).unwrap();
    file::save_text(&supplement, &file::write_bundle(&bundle(BundleKind::Aanvulling))).unwrap();
    let mut app = opened(&path, &folder.join("data"));
    app.run(Command::Keep(Keep::Look(Look::File(supplement))));
    poll_until(&mut app, |app| app.notice() == Some(&Notice::IsSupplement));
    app.run(Command::Keep(Keep::Look(Look::File(proposal))));
    let mut harness = beheer(app);
    proposed(&mut harness);
    assert!(harness.query_by_label_contains("Regio Twente").is_some());
    assert!(harness.query_all_by_label("Het kan korter.").next().is_some());
    click(&mut harness, Role::Button, "Overnemen als één stap");
    settled(&mut harness);
    assert_eq!(party(harness.state().app().kept_guide()).0, "Hun zin.");
}

#[test]
fn while_there_is_work_that_is_not_saved_the_file_is_looked_at_every_few_seconds() {
    let folder = own_folder("voorstel-klok");
    let path = guide_in(&folder);
    let mut app = opened(&path, &folder.join("data"));
    say(&mut app, SUMMARY, "Onze zin.");
    let mut harness = beheer(app);
    assert_eq!(harness.state().app().file_state(), FileState::AsOpened);
    colleague(&path, &folder, &[(PHONE, "033 111 22 33")]);
    harness.state_mut();
    // Nobody does anything.
    until(&mut harness, |app| app.file_state() == FileState::Changed);
    fs::remove_file(&path).unwrap();
    until(&mut harness, |app| app.file_state() == FileState::Gone);
    harness.run();
    assert!(harness.query_by_label_contains("Dit bestand staat er niet meer").is_some());
}
