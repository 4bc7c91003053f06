//! What one place adds to the guide, in the window: used, seen as its own, edited, and never part of the guide itself.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Command, Keep, Notice, Selected},
    chain::{Detail, Level},
    edit::{BundleKind, Edit, form::Input},
    file::{self, embedded_guide, write_bundle},
    model::{Entry, PartyId, RecordKey, RecordKind},
    ui::Window,
};

use crate::{
    beheer::{beheer, settled, write_in},
    driver::{Start, app_on, known, today, until, window, window_on},
    folder::own_folder,
    supplement::{OWN_CENTRAL, OWN_NUMBER, OWN_ROUTE, bundle, edited, of_borne, supplement},
};

const MARK: &str = "eigen aanvulling";

/// Waits until nothing is being done with the supplement.
fn at_rest(harness: &mut Harness<'static, Window>) {
    harness.run();
    until(harness, |app| !app.own_is_busy() && app.progress().is_none());
    settled(harness);
}

fn officer() -> PartyId {
    PartyId::new("aandachtsfunctionaris").unwrap()
}

/// The app with the supplement of gemeente Borne, opened as any file.
fn app_of_borne(folder: &Path) -> App {
    let file = folder.join("borne.ron");
    fs::write(&file, supplement(&of_borne())).unwrap();
    let mut app = app_on(&Start::default(), today(), |_| {});
    for command in known(&["vraagsteller=gemeente", "leeftijd=volwassen", "verblijf=eu"]) {
        app.run(command);
    }
    opened(&mut app, file);
    app
}

/// Opens a file, and waits until it is in use.
fn opened(app: &mut App, file: PathBuf) {
    app.run(Command::OpenGuide(file));
    rest(app);
}

/// Waits until nothing is being done.
fn rest(app: &mut App) {
    for _ in 0..3_000 {
        app.poll();
        if app.progress().is_none() && !app.own_is_busy() && !app.is_checking() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it does not come to rest");
}

fn shown(app: App) -> Harness<'static, Window> {
    window_on(app, &Start::default())
}

fn labels(harness: &Harness<'_, Window>) -> Vec<String> {
    let all = harness.root().children_recursive().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    all.collect()
}

fn says(harness: &Harness<'_, Window>, words: &[&str]) -> bool {
    labels(harness).iter().any(|label| words.iter().all(|words| label.contains(words)))
}

fn click(harness: &mut Harness<'static, Window>, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).click_accesskit();
    harness.run();
}

fn numbers(app: &App) -> Vec<String> {
    app.guide().party(&officer()).unwrap().contacts.iter().map(|contact| contact.value.clone()).collect()
}

#[test]
fn a_file_that_is_a_supplement_lies_over_the_guide_and_is_seen_as_ones_own() {
    let folder = own_folder("supplement-open");
    let app = app_of_borne(&folder);
    assert!(!app.profile().is_empty(), "what was said of a person stays");
    assert_eq!(app.settings().supplement.as_deref(), Some(&*folder.join("borne.ron")));
    let mut harness = shown(app);
    assert!(says(&harness, &["met eigen aanvulling van Gemeente Borne"]), "beside the day");
    // The plan and the answers.
    assert!(says(&harness, &[OWN_NUMBER, MARK]), "{:#?}", labels(&harness));
    // What is found.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(egui::Event::Text("Enschede".to_owned()));
    harness.run();
    assert!(says(&harness, &[OWN_CENTRAL, MARK]), "{:#?}", labels(&harness));
    harness.key_press(Key::Escape);
    harness.run();
    // And away again: nothing of it is left.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    at_rest(&mut harness);
    click(&mut harness, "Eigen aanvulling");
    click(&mut harness, "Niet meer gebruiken");
    at_rest(&mut harness);
    assert!(numbers(harness.state().app()).is_empty());
    assert_eq!(harness.state().app().settings().supplement, None);
    assert!(!says(&harness, &["eigen aanvulling van"]));
}

#[test]
fn the_explanation_and_the_chain_say_what_is_ones_own() {
    let folder = own_folder("supplement-drawer");
    let mut app = app_of_borne(&folder);
    app.run(Command::Select(Some(Selected::Party(officer()))));
    assert!(says(&shown(app), &[MARK, "gemeente Borne"]));
    let mut app = app_of_borne(&folder);
    let own = app.guide().responsibilities.iter().find(|task| task.task == OWN_ROUTE).expect("the route").id.clone();
    app.run(Command::Select(Some(Selected::Responsibility(own))));
    assert!(says(&shown(app), &["Eigen aanvulling"]));
    let mut app = app_of_borne(&folder);
    app.run(Command::ShowChain);
    app.run(Command::DetailChain(Box::new(Detail { level: Level::Whole, ..Detail::default() })));
    while app.chain().is_none_or(|chain| chain.level != Level::Whole) {
        app.poll();
        std::thread::sleep(Duration::from_millis(10));
    }
    let places = &app.chain().expect("the chain").view.places;
    let own = places.iter().find(|place| place.title.contains("Enschede")).expect("its place");
    assert!(own.title.starts_with("eigen: ") && own.name.contains(MARK), "{own:?}");
}

#[test]
fn a_coordinator_makes_one_fills_it_in_and_takes_something_out() {
    let folder = own_folder("supplement-make");
    let mut harness = beheer(&Start::default(), &folder);
    click(&mut harness, "Eigen aanvulling");
    let file = folder.join("borne.ron");
    write_in(&mut harness, "Bestand", &file.to_string_lossy());
    write_in(&mut harness, "Organisatie", "Gemeente Borne");
    write_in(&mut harness, "Functie", "beleidsmedewerker");
    click(&mut harness, "Nieuw maken");
    at_rest(&mut harness);
    assert!(says(&harness, &["Gemeente Borne · beleidsmedewerker", "borne.ron"]), "{:#?}", labels(&harness));
    assert!(file.exists());
    // Without a source nothing is added.
    write_in(&mut harness, "Nummer, mailadres of website", OWN_NUMBER);
    assert!(harness.get_by_role_and_label(Role::Button, "Voeg toe").accesskit_node().is_disabled());
    write_in(&mut harness, "Bron: wat zegt dit?", "Werkafspraak mensenhandel");
    write_in(&mut harness, "Waar in die bron", "pagina 1");
    write_in(&mut harness, "Datum van die bron", "2-11-2026");
    click(&mut harness, "Voeg toe");
    at_rest(&mut harness);
    assert_eq!(numbers(harness.state().app()), [OWN_NUMBER]);
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains(OWN_NUMBER) && written.contains("bundle: aanvulling") && written.contains("2026-11-02"));
    assert!(says(&harness, &[OWN_NUMBER, "Gemeente Borne"]));
    // Its route: the source stands there still.
    harness.get_by_role_and_label(Role::RadioButton, "Eigen meldroute").click_accesskit();
    harness.run();
    write_in(&mut harness, "Waar meldt men bij u? In één zin", OWN_ROUTE);
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("Veiligheidsregio: "))).click_accesskit();
    harness.run();
    harness.get_by_role_and_label(Role::Link, "Twente").click_accesskit();
    harness.run();
    click(&mut harness, "Voeg toe");
    at_rest(&mut harness);
    assert!(harness.state().app().guide().responsibilities.iter().any(|task| task.task == OWN_ROUTE));
    // A number of a person has no place in it.
    harness.get_by_role_and_label(Role::RadioButton, "Aandachtsfunctionaris").click_accesskit();
    harness.run();
    let before = fs::read(&file).unwrap();
    write_in(&mut harness, "Nummer, mailadres of website", "06 12345678");
    click(&mut harness, "Voeg toe");
    at_rest(&mut harness);
    assert!(matches!(harness.state().app().notice(), Some(Notice::OwnPersonal(_))));
    assert_eq!(fs::read(&file).unwrap(), before);
    // And out again.
    let row = |label: &str| label.starts_with("Haal weg: ") && label.contains(OWN_NUMBER);
    harness.get_by(|node| node.label().is_some_and(|label| row(&label))).click_accesskit();
    at_rest(&mut harness);
    assert!(numbers(harness.state().app()).is_empty());
    assert!(!fs::read_to_string(&file).unwrap().contains(OWN_NUMBER));
    assert!(says(&harness, &[OWN_ROUTE]));
}

#[test]
fn the_guide_that_is_kept_has_nothing_of_it() {
    let folder = own_folder("supplement-kept");
    let mut app = app_of_borne(&folder);
    app.keep_data_in(folder.join("data"));
    app.run(Command::LookAtGuide);
    let words = Input::Text("Een andere zin.".to_owned());
    let at = "summary".parse().unwrap();
    app.run(Command::Keep(Keep::Set(RecordKey::from(&PartyId::new("comensha").unwrap()), at, words)));
    rest(&mut app);
    // It still lies over the guide as that is edited.
    assert_eq!(numbers(&app), [OWN_NUMBER]);
    assert!(app.kept_guide().party(&officer()).unwrap().contacts.is_empty());
    let path = folder.join("gids.ron");
    app.run(Command::Keep(Keep::SaveAs(path.clone())));
    while !matches!(app.notice(), Some(Notice::GuideSaved(_))) {
        app.poll();
        std::thread::sleep(Duration::from_millis(5));
    }
    rest(&mut app);
    let saved = fs::read_to_string(&path).unwrap();
    assert!(saved.contains("Een andere zin."));
    for own in [OWN_NUMBER, OWN_ROUTE, OWN_CENTRAL, "Werkafspraak"] {
        assert!(!saved.contains(own), "«{own}» is in the guide");
    }
    assert_eq!(numbers(&app), [OWN_NUMBER]);
    // Another guide: the same lies over that.
    app.run(Command::UseEmbeddedGuide);
    rest(&mut app);
    assert_eq!(numbers(&app), [OWN_NUMBER]);
    assert_eq!(app.document().national().guide().party(&officer()).unwrap().contacts.len(), 0);
}

#[test]
fn where_it_and_a_new_edition_differ_the_guide_holds_until_somebody_chooses() {
    let folder = own_folder("supplement-clash");
    let guide = embedded_guide().unwrap();
    let with_note = |note: &str| {
        let key = RecordKind::Party.key(officer().as_str()).unwrap();
        let Some(Entry::Party(mut party)) = wegwijzer::edit::get(&guide, &key.into()) else { panic!("no such party") };
        party.note = Some(note.to_owned());
        edited(&guide, &[Edit::Replace(Entry::Party(party))])
    };
    let (own, newer) = (with_note("Bij ons iedere ochtend."), with_note("Overal elke middag."));
    let file = folder.join("borne.ron");
    fs::write(&file, write_bundle(&bundle(BundleKind::Aanvulling, &guide, &own))).unwrap();
    fs::write(folder.join("gids.ron"), file::write_guide(&newer)).unwrap();
    let note = |harness: &Harness<'_, Window>| harness.state().app().guide().party(&officer()).unwrap().note.clone();
    let mut app = app_on(&Start::default(), today(), |_| {});
    opened(&mut app, folder.join("gids.ron"));
    opened(&mut app, file.clone());
    let mut harness = shown(app);
    assert_eq!(note(&harness).as_deref(), Some("Overal elke middag."));
    assert!(says(&harness, &["«borne.ron»", "De gids geldt"]), "a band tells: {:#?}", labels(&harness));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    at_rest(&mut harness);
    click(&mut harness, "Eigen aanvulling");
    let keep = |label: &str| label.starts_with("Het eigen geldt: ");
    harness.get_by(|node| node.label().is_some_and(|label| keep(&label))).click_accesskit();
    at_rest(&mut harness);
    assert_eq!(note(&harness).as_deref(), Some("Bij ons iedere ochtend."));
    assert!(!says(&harness, &["verschillen over"]));
    // It is made anew on this edition: once more nothing clashes.
    let mut app = app_on(&Start::default(), today(), |_| {});
    opened(&mut app, folder.join("gids.ron"));
    opened(&mut app, file);
    let harness = shown(app);
    assert_eq!(note(&harness).as_deref(), Some("Bij ons iedere ochtend."));
    assert!(!says(&harness, &["verschillen over"]));
}

#[test]
fn what_is_no_supplement_is_told_and_the_guide_answers_as_before() {
    let folder = own_folder("supplement-wrong");
    let guide = embedded_guide().unwrap();
    let mut other = guide.clone();
    other.title = "Ons eigen land".to_owned();
    let file = folder.join("fout.ron");
    fs::write(&file, write_bundle(&bundle(BundleKind::Aanvulling, &guide, &other))).unwrap();
    let mut harness = window(&Start::default(), vec![Command::OpenGuide(file)]);
    at_rest(&mut harness);
    assert!(matches!(harness.state().app().notice(), Some(Notice::OwnNotUsed(..))));
    assert!(says(&harness, &["De eigen aanvulling wordt niet gebruikt", "guide: "]));
    assert_eq!(harness.state().app().settings().supplement, None);
    assert!(harness.state().app().own_supplement().is_none());
}
