//! What a desk notices over time: the first start, help, what it keeps at hand, and a guide that grows old.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::sync::Arc;

use crate::driver::{
    Start, WOMAN, app_on, app_with, known, loaded, select, today, turn_wheel, unfold_all, until, window, window_on,
};
use crate::folder::own_folder;
use eframe::egui::{self, Key, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{App, Command, Document, Selected},
    export::ExportOptions,
    file::{self, Settings},
    lookup::TermStarts,
    model::{Alert, Citation, Date, Guide, GuideOrigin, Lang, Now, PartialDate, PartyId, SourceId, Stance, Validity},
    text::window as text,
    ui::Window,
};

/// A window on the shipped guide after a change.
fn on_changed(change: impl FnOnce(&mut Guide), today: Date) -> Harness<'static, Window> {
    let start = Start::default();
    window_on(app_on(&start, today, change), &start)
}

#[test]
fn the_first_start_shows_three_steps_and_never_again() {
    let app = App::new(today(), Settings::default()).unwrap();
    let mut harness = window_on(app, &Start::default());
    for step in ["Stap 1 van 3: Zeg wat u weet", "Stap 2 van 3: Lees wie er verantwoordelijk is"] {
        harness.get_by_role_and_label(Role::Group, step);
        assert!(!harness.state().app().settings().tour_seen);
        harness.get_by_role_and_label(Role::Button, "Verder").click();
        harness.run();
    }
    harness.get_by_role_and_label(Role::Group, "Stap 3 van 3: Verwijs door");
    harness.get_by_role_and_label(Role::Button, "Klaar").click();
    harness.run();
    assert!(harness.state().app().settings().tour_seen);
    assert!(harness.query_by_label_contains("Stap ").is_none());
}

#[test]
fn the_tour_keeps_nobody_from_an_answer() {
    let app = App::new(today(), Settings::default()).unwrap();
    let mut harness = window_on(app, &Start::default());
    harness.key_press(Key::Num3);
    harness.run();
    assert!(!harness.state().app().profile().is_empty(), "the next question is answered while the tour is there");
    harness.get_by_role_and_label(Role::Button, "Sla over").click();
    harness.run();
    assert!(harness.state().app().settings().tour_seen);
}

#[test]
fn f1_helps_and_leads_to_the_tour_and_to_the_limits() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press(Key::F1);
    harness.run();
    assert!(harness.query_all_by_label("Uitleg bij dit scherm").next().is_some());
    harness.get_by_label("Verantwoordelijk is niet hetzelfde als beschikbaar");
    harness.get_by_role_and_label(Role::Button, "Over deze gids").click();
    harness.run();
    harness.get_by_label("Wat deze gids niet zegt");
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::F1);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Rondleiding").click();
    harness.run();
    harness.get_by_role_and_label(Role::Group, "Stap 1 van 3: Zeg wat u weet");
}

#[test]
fn a_party_that_is_pinned_stays_at_hand_whatever_is_wiped() {
    let comensha = PartyId::new("comensha").unwrap();
    let mut harness = window(&Start::default(), vec![Command::Select(Some(Selected::Party(comensha.clone())))]);
    assert!(harness.query_by_label("CoMensha · 033 448 11 86").is_none());
    harness.get_by_role_and_label(Role::Button, "Zet vast").click();
    harness.run();
    harness.key_press(Key::F9);
    harness.run();
    assert_eq!(harness.state().app().settings().pinned, [PartyId::new("comensha").unwrap()]);
    harness.get_by_role_and_label(Role::Button, "CoMensha · 033 448 11 86").click();
    harness.run();
    assert_eq!(harness.state().app().selected(), Some(&Selected::Party(comensha)));
    harness.get_by_role_and_label(Role::Button, "Niet meer vastzetten").click();
    harness.run();
    assert!(harness.state().app().settings().pinned.is_empty());
}

#[test]
fn a_temporary_alert_is_on_every_answer_of_its_party_while_it_lasts() {
    let alert = |from, until| Alert {
        text: "Tijdelijk geen nieuwe plaatsen.".to_owned(),
        valid: Validity {
            from: Some(PartialDate::Day(from)),
            until: Some(PartialDate::Day(until)),
            ..Validity::default()
        },
        cites: vec![Citation {
            source: SourceId::new("s001").unwrap(),
            at: "een proef".to_owned(),
            stance: Stance::Zegt,
            quote: None,
            fact: None,
        }],
    };
    let day = |day| Date::new(2026, 11, day).unwrap();
    for (until, is_shown) in [(day(30), true), (day(21), false)] {
        let change = |guide: &mut Guide| {
            let comensha = guide.parties.iter_mut().find(|party| party.id.as_str() == "comensha").unwrap();
            comensha.alerts.push(alert(day(1), until));
        };
        let harness = on_changed(change, today());
        let shown = harness.query_all_by_label("Tijdelijk geen nieuwe plaatsen.").count();
        assert_eq!(shown > 0, is_shown, "until {until}: {shown} times");
    }
}

#[test]
fn an_edition_says_how_old_it_is() {
    let fresh = window(&Start::default(), Vec::new());
    assert!(fresh.query_by_label_contains("maanden oud").is_none());
    let old = on_changed(|_| {}, Date::new(2027, 8, 1).unwrap());
    old.get_by_label("editie 2026-11 · 9 maanden oud");
    old.get_by_role_and_label(Role::Alert, "Deze editie is 9 maanden oud. Ga na of er een nieuwere is");
}

#[test]
fn an_old_source_is_seen_at_once() {
    let harness = window(&Start::default(), vec![select("om-opsporing")]);
    let old: Vec<_> = harness.query_all_by_label_contains("oude\u{a0}bron").collect();
    assert!(!old.is_empty(), "the letter of 2014 is old in 2026");
}

#[test]
fn a_window_that_is_open_past_midnight_answers_for_the_new_day() {
    let midnight = |date| Now { date, time: "00:00".parse().unwrap() };
    let tomorrow = today().tomorrow().unwrap();
    let mut app = App::new(today(), Settings::default()).unwrap();
    app.run(Command::NoteTime(midnight(tomorrow)));
    assert_eq!((app.today(), app.date()), (tomorrow, tomorrow));
    // Who asked for another day goes on with that one.
    let then = Date::new(2019, 3, 2).unwrap();
    app.run(Command::SetDate(then));
    app.run(Command::NoteTime(midnight(tomorrow.tomorrow().unwrap())));
    assert_eq!(app.date(), then);
}

#[test]
fn what_is_searched_is_called_as_on_the_day_in_the_language_and_in_the_guide_of_asking() {
    let first = |app: &mut App| {
        app.run(Command::Search("inspectie szw".into()));
        app.hits().first().map(|hit| hit.text.clone()).unwrap_or_default()
    };
    let mut guide = file::embedded_guide().unwrap();
    let inspectie = PartyId::new("arbeidsinspectie").unwrap();
    for party in guide.parties.iter_mut().filter(|party| party.id == inspectie) {
        party.names.iter_mut().for_each(|name| name.name.nl = format!("Voorbeeld: {}", name.name.nl));
    }
    let loaded = Document::of(guide).unwrap();
    let regions = Arc::new(file::embedded_regions().unwrap());
    let mut app = App::with_guide(loaded, regions, today(), Settings::default()).unwrap();
    assert_eq!(first(&mut app), "Voorbeeld: Nederlandse Arbeidsinspectie");
    app.run(Command::SetDate(Date::new(2019, 1, 1).unwrap()));
    assert_eq!(first(&mut app), "Voorbeeld: Inspectie SZW");
    app.run(Command::UseEmbeddedGuide);
    assert_eq!(first(&mut app), "Inspectie SZW");
    app.run(Command::SetDate(today()));
    assert_eq!(first(&mut app), "Nederlandse Arbeidsinspectie");
    app.run(Command::SetLanguage(Lang::En));
    assert_eq!(first(&mut app), "Netherlands Labour Authority");
}

/// Scrolls whatever is under the pointer all the way down.
fn scroll_down(harness: &mut Harness<'static, Window>, at: egui::Pos2) {
    harness.hover_at(at);
    for _ in 0..40 {
        turn_wheel(harness, 400.0);
    }
}

/// Presses the card whose name holds this, as a screen reader does: wherever it is.
fn press(harness: &mut Harness<'static, Window>, name: &str) {
    unfold_all(harness);
    harness.get_all_by(|node| node.label().is_some_and(|l| l.contains(name))).next().unwrap().click_accesskit();
    harness.run();
}

#[test]
fn what_is_explained_anew_begins_at_its_top() {
    let mut harness = window(&Start::default(), vec![select("gemeente-huisvesting")]);
    let reason = |harness: &Harness<'static, Window>| harness.get_by_label("Waarom u dit ziet").rect().top();
    let top = reason(&harness);
    scroll_down(&mut harness, egui::pos2(1150.0, 500.0));
    assert!(reason(&harness) < 0.0, "the drawer can be scrolled");
    press(&mut harness, "CoMensha, beslist");
    assert!(reason(&harness) > 60.0 && reason(&harness) < top + 60.0, "{} was {top}", reason(&harness));
}

#[test]
fn another_person_begins_at_the_top() {
    let mut harness = window(&Start::default(), Vec::new());
    let heading =
        |harness: &Harness<'static, Window>| harness.get_by_role_and_label(Role::Button, "weet ik niet").rect().top();
    let top = heading(&harness);
    scroll_down(&mut harness, egui::pos2(700.0, 500.0));
    assert!(heading(&harness) < top - 100.0, "the answers can be scrolled");
    harness.key_press(Key::F9);
    harness.run();
    assert!((heading(&harness) - top).abs() < 1.0);
}

/// Whether it is the field for the first day of a term.
fn is_start(node: &egui_kittest::kittest::AccessKitNode<'_>) -> bool {
    node.role() == Role::TextInput && node.label().is_some_and(|label| label.to_lowercase().contains("begint op"))
}

#[test]
fn a_day_belongs_to_the_term_that_it_was_typed_at() {
    let mut harness = window(&Start::default(), vec![select("gemeente-huisvesting")]);
    let last = |harness: &Harness<'static, Window>| harness.query_all_by_label_contains("aatste dag: ").count();
    let begins = |harness: &Harness<'static, Window>| harness.query_all_by(is_start).count();
    let fields = begins(&harness);
    harness.query_all_by(is_start).next().unwrap().focus();
    harness.run();
    harness.query_all_by(is_start).next().unwrap().type_text("2026-12-31");
    harness.run();
    assert_eq!(last(&harness), 1, "of {fields} terms");
    press(&mut harness, "Betaalt een maandelijkse toelage");
    assert!(begins(&harness) > 0, "COA has a term too");
    assert_eq!(last(&harness), 0, "that was the day of another term");
    press(&mut harness, "Zoekt geschikte woonruimte");
    assert_eq!(last(&harness), 1, "it is still known here");
}

#[test]
fn a_day_that_is_typed_in_the_drawer_is_on_the_card() {
    let mut harness = window(&Start::default(), vec![select("gemeente-huisvesting")]);
    harness.query_all_by(is_start).next().unwrap().focus();
    harness.run();
    harness.query_all_by(is_start).next().unwrap().type_text("2026-12-31");
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Doorverwijskaart").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Kopieer als tekst").click();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    assert!(copied.contains("(begint op 31 december 2026)"), "{copied}");
}

#[test]
fn the_size_of_the_window_is_kept_as_the_system_counts_it() {
    let mut harness = window(&Start { zoom: 2.0, ..Start::default() }, Vec::new());
    harness.ctx.set_zoom_factor(2.0);
    let inner = egui::Rect::from_min_size(egui::pos2(30.0, 40.0), egui::vec2(500.0, 300.0));
    let viewport = harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    (viewport.inner_rect, viewport.outer_rect) = (Some(inner), Some(inner));
    harness.run();
    let place = harness.state().app().settings().window.expect("a place");
    assert_eq!((place.width, place.height, place.left, place.top), (1000.0, 600.0, Some(60.0), Some(80.0)));
}

/// A guide from a file, which says otherwise than the one inside the program.
fn of_file(change: impl FnOnce(&mut Guide), same_as_built_in: bool) -> Document {
    let Document { index, .. } = loaded(change);
    let file = Some("regio-\u{202e}gids.ron".to_owned());
    let origin = GuideOrigin { file, sha256: Some("0".repeat(64)), same_as_built_in, seal: None, supplement: None };
    Document {
        index: Arc::new(Arc::into_inner(index).unwrap().with_origin(origin)),
        national: None,
        path: Some("regio-gids.ron".into()),
        read_only: None,
    }
}

#[test]
fn another_guide_bears_its_name_beside_the_day_on_the_card_and_in_about() {
    let start = Start::default();
    let change = |guide: &mut Guide| guide.parties.iter_mut().for_each(|party| party.aliases.clear());
    let mut harness = window_on(app_with(of_file(change, false), &start, today()), &start);
    let words = "bestand «regio- gids.ron», niet de ingebouwde gids";
    harness.get_by_label(words);
    assert!(harness.state().app().card_text(ExportOptions::default(), TermStarts::default()).contains(words));
    harness.key_press(Key::F1);
    harness.run();
    harness.get_by_label(text::about(Lang::Nl)).click();
    harness.run();
    assert_eq!(harness.query_all_by_label(words).count(), 2, "above, and in what is told about the guide");
    for same in [window_on(app_with(of_file(|_| {}, true), &start, today()), &start), window(&start, Vec::new())] {
        assert!(
            same.query_by_label_contains("niet de ingebouwde gids").is_none(),
            "the guide inside the program looks as before"
        );
    }
}

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err(String::new())
    }
}

#[test]
fn a_file_that_is_dropped_on_the_window_is_opened() {
    let mut harness = window(&Start::default(), Vec::new());
    let file = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nergens.ron");
    harness.input_mut().dropped_files.push(Arc::new(Dropped(file)));
    harness.step();
    harness.input_mut().dropped_files.clear();
    until(&mut harness, |app| app.notice().is_some());
    harness.run();
    assert!(harness.query_all_by_label_contains("nergens.ron").next().is_some(), "it is told what came of it");
}

#[test]
fn a_guide_that_is_dropped_is_used_and_anything_else_is_refused_in_words() {
    let folder = own_folder("desk/gesleept");
    let guide = folder.join("gids.ron");
    std::fs::write(&guide, file::EMBEDDED_GUIDE).unwrap();
    let card = folder.join("kaart.pdf");
    std::fs::write(&card, b"%PDF-1.7\n\xff\xfe\0").unwrap();
    let mut harness = window(&Start::default(), known(&WOMAN));
    for file in [&card, &folder] {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(file.clone())));
        harness.step();
        harness.input_mut().dropped_files.clear();
        until(&mut harness, |app| app.progress().is_none() && app.notice().is_some());
        harness.run();
        let alert = harness.get_by_role(Role::Alert).accesskit_node().label().unwrap();
        assert!(alert.starts_with("De gids is niet geopend. Dit is "), "{alert}");
        assert!(!harness.state().app().profile().is_empty(), "what was known is still there");
    }
    harness.input_mut().dropped_files.push(Arc::new(Dropped(guide.clone())));
    harness.step();
    harness.input_mut().dropped_files.clear();
    until(&mut harness, |app| app.document().path.as_deref() == Some(&guide));
    harness.run();
    assert!(harness.state().app().notice().is_none(), "what was wrong before is over");
}

#[test]
fn ctrl_o_puts_the_focus_where_the_place_is_typed() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::O);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, text::path(Lang::Nl));
    assert!(field.accesskit_node().is_focused());
}

#[test]
fn a_gemeente_that_a_search_sets_is_announced_and_a_former_one_is_told() {
    let mut harness = window(&Start::default(), vec![Command::Search("hellevoetsluis".to_owned())]);
    until(&mut harness, |app| !app.hits().is_empty());
    let hit = harness.state().app().hits()[0].clone();
    let start = Start::default();
    let harness = window(&start, vec![Command::Search("hellevoetsluis".to_owned()), Command::Visit(Box::new(hit))]);
    let said = harness.query_all_by_label_contains("Het antwoord is nu voor de gemeente Voorne aan Zee").count();
    assert!(said > 0, "a search that sets the gemeente says so");
    harness.get_by_label_contains("Hellevoetsluis is sinds 1 januari 2023 geen gemeente meer");
    harness.get_by_label_contains("Gemeenten volgens de indeling van 1 januari 2023");
}

#[test]
fn a_name_that_is_no_gemeente_is_told_with_whom_to_ask() {
    let mut harness = window(&Start::default(), Vec::new());
    harness.get_by_role_and_label(Role::TextInput, "Gemeente").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Gemeente").type_text("Scheveningen");
    harness.run();
    assert!(harness.state().app().gemeente().is_none());
    harness.get_by_label_contains("Geen gemeente die «Scheveningen» heet");
    harness.get_by_label_contains("Landelijke terugval: CoMensha");
}
