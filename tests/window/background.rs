//! Work in the background: the window is drawn again when there is something new, and says what it waits for.

use std::{sync::Arc, thread, time::Duration};

use crate::driver::{Start, today, until, window, window_on};
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use wegwijzer::{
    app::{App, Command, Document, SearchState},
    file::{self, Settings},
    lookup::Index,
    model::{Guide, Id, Party},
    ui::Window,
};

/// A guide that is too large to be read for a search within a frame.
fn large() -> Guide {
    let mut guide = file::embedded_guide().unwrap();
    let model = guide.parties.iter().next().unwrap().clone();
    let made_up = (0..6_000).map(|number| {
        let id = Id::new(&format!("verzonnen-{number}")).unwrap();
        Party { id, ..model.clone() }
    });
    guide.parties = guide.parties.iter().cloned().chain(made_up).collect();
    guide
}

#[test]
fn the_window_is_drawn_again_when_a_guide_was_opened() {
    let mut harness = window(&Start::default(), Vec::new());
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/data/wegwijzer.ron");
    // On a slow day opening may be over before the window is at rest; then it is opened once more.
    let is_asked = (0..10).any(|_| {
        open(&mut harness, guide);
        while harness.ctx.has_requested_repaint() {
            harness.step();
        }
        // Nothing is drawn any more, so only the work itself can ask for another frame.
        (0..100).any(|_| {
            thread::sleep(Duration::from_millis(20));
            harness.ctx.has_requested_repaint()
        })
    });
    assert!(is_asked);
    until(&mut harness, |app| app.progress().is_none());
    assert!(harness.state().app().document().path.is_some());
}

/// Types the path of a guide and opens it; what comes of it is not waited for.
fn open(harness: &mut Harness<'_, Window>, path: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.get_by_label("Plaats van het bestand").focus();
    harness.run();
    harness.event(Event::Text(path.into()));
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Openen").click();
    harness.step();
}

#[test]
fn a_large_guide_is_said_to_be_searched_until_there_are_hits() {
    let loaded = Document {
        index: Arc::new(Index::new(Arc::new(large())).unwrap()),
        national: None,
        path: None,
        read_only: None,
    };
    let regions = Arc::new(file::embedded_regions().unwrap());
    let settings = Settings { tour_seen: true, ..Settings::default() };
    let mut app = App::with_guide(loaded, regions, today(), settings).unwrap();
    app.run(Command::Search("comensha".into()));
    let mut harness = window_on(app, &Start::default());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    let says_so = |harness: &Harness<'_, Window>| harness.query_by_label("De gids wordt doorzocht").is_some();
    assert!(says_so(&harness) || harness.state().app().search_state() == SearchState::Ready);
    until(&mut harness, |app| app.search_state() == SearchState::Ready);
    harness.run();
    assert!(!says_so(&harness));
    assert!(harness.get_all_by_role(Role::ListBoxOption).count() > 1);
}
