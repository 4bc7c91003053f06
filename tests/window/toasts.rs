//! What is told of what was done: over the page, where nothing moves; calm and for a while, or until it is closed.

use std::{collections::BTreeMap, time::Duration};

use eframe::egui::{
    Key, Rect, ViewportId,
    accesskit::{Live, Role},
    pos2,
};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{Command, Copied, Notice, Selected},
    export::card,
    model::{Lang, OpenError, PartyId},
    ui::Window,
};

use crate::driver::{Start, WOMAN, known, select, turn_wheel, window};

/// How long a frame of these tests takes, in seconds, for whatever reads the time of the window.
const FRAME: f64 = 0.25;
/// The longest that a success without a button is told, in frames.
const READ: usize = 32;
/// The same with buttons.
const ACT: usize = 80;

fn with(command: Command) -> Harness<'static, Window> {
    let mut commands = known(&WOMAN);
    commands.push(select("cosm-opvang-vanaf-2023"));
    commands.push(command);
    window(&Start::default(), commands)
}

fn saved() -> Command {
    let path = std::path::Path::new("/nergens/kaart.pdf").into();
    Command::Tell(Notice::Saved { what: &card::EXPORT, path })
}

fn copied() -> Command {
    Command::Tell(Notice::Copied(Copied::Text))
}

fn failed() -> Command {
    Command::Tell(Notice::NotOpened(OpenError::Stopped))
}

fn is_told(harness: &Harness<'_, Window>) -> bool {
    harness.state().app().notice().is_some()
}

/// Where what has the focus is.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough")]
fn place_of_focus(harness: &Harness<'_, Window>) -> Option<Rect> {
    harness.query_all_by(|node| node.is_focused()).next().map(|node| node.rect())
}

/// After how long the window asks to be drawn again, if it does.
fn asks_again(harness: &Harness<'_, Window>) -> Duration {
    harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
}

/// Where everything is.
fn places(harness: &Harness<'_, Window>) -> BTreeMap<String, Rect> {
    let nodes = harness.root().children_recursive().map(|node| {
        let node = node.accesskit_node();
        let rect = node.raw_bounds().map_or(Rect::NOTHING, |at| {
            #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
            let [left, top, right, bottom] = [at.x0, at.y0, at.x1, at.y1].map(|at| at as f32);
            Rect::from_min_max(pos2(left, top), pos2(right, bottom))
        });
        (format!("{:?} {:?} {:?}", node.id(), node.role(), node.label()), rect)
    });
    nodes.collect()
}

#[test]
fn nothing_moves_when_something_is_told_and_when_that_goes() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut commands = known(&WOMAN);
        commands.push(Command::Select(Some(Selected::Party(PartyId::new("comensha").unwrap()))));
        let mut harness = window(&Start { size, ..Start::default() }, commands);
        let copy = harness.get_all_by_label_contains("Kopieer ").next().unwrap().rect().center();
        // What the pointer does to what it is on, is not what is asked here.
        harness.hover_at(copy);
        harness.run_steps(4);
        let before = places(&harness);
        harness.get_all_by_label_contains("Kopieer ").next().unwrap().click();
        harness.run();
        harness.get_by_role_and_label(Role::Status, "Gekopieerd");
        let same = |harness: &Harness<'_, Window>| {
            let now = places(harness);
            for (name, place) in &before {
                if name.contains("Tooltip") {
                    continue;
                }
                let now = now.get(name).copied();
                assert_eq!(now, Some(*place), "{name} moved");
            }
        };
        same(&harness);
        harness.run_steps(READ + 4);
        assert!(harness.query_by_role_and_label(Role::Status, "Gekopieerd").is_none());
        same(&harness);
    }
}

#[test]
fn a_success_is_a_status_that_goes_by_itself_after_its_time() {
    for (command, frames) in [(copied(), READ), (saved(), ACT)] {
        let mut harness = with(command);
        let all = harness.get_all_by_role(Role::Status).map(|node| node.accesskit_node().label().unwrap_or_default());
        let words = all.filter(|label| label.starts_with("Gekopieerd") || label.starts_with("De kaart is")).count();
        assert_eq!(words, 1);
        let status = harness.get_by(|node| {
            node.role() == Role::Status
                && node.label().is_some_and(|label| label.starts_with("Gekopieerd") || label.starts_with("De kaart is"))
        });
        assert_eq!(status.accesskit_node().live(), Live::Polite);
        assert!(harness.query_all_by_role(Role::Alert).next().is_none(), "nothing is wrong");
        harness.run_steps(frames - 12);
        assert!(is_told(&harness));
        harness.run_steps(13);
        assert!(!is_told(&harness));
    }
}

#[test]
fn the_window_is_drawn_once_more_for_the_end_and_then_no_more() {
    let mut harness = with(copied());
    let wait = asks_again(&harness);
    assert!(wait > Duration::from_secs(5) && wait <= Duration::from_secs(8), "{wait:?}");
    // As a window does: it sleeps until then, and a frame comes as much early as it takes itself.
    let now = harness.ctx.input(|input| input.time);
    harness.input_mut().time = Some(now + wait.as_secs_f64());
    harness.step();
    assert!(!is_told(&harness), "one frame is enough");
    harness.input_mut().time = None;
    harness.run();
    assert_eq!(asks_again(&harness), Duration::MAX, "idle again");
    let error = with(failed());
    assert_eq!(asks_again(&error), Duration::MAX, "an error asks for no frame at all");
}

#[test]
fn who_points_at_it_or_has_the_focus_in_it_has_all_the_time() {
    let mut harness = with(saved());
    let at = harness.get_by_role_and_label(Role::Button, "Afdrukken").rect().center();
    harness.hover_at(at);
    harness.run_steps(3 * ACT);
    assert!(is_told(&harness), "the pointer is on it");
    harness.hover_at(pos2(5.0, 5.0));
    harness.run_steps(ACT / 2);
    assert!(is_told(&harness), "it begins anew");
    // Also by keyboard: a key leads there.
    for _ in 0..8 {
        harness.key_press(Key::F6);
        harness.run();
        if place_of_focus(&harness).is_some_and(|focused| focused.left() < 240.0 && focused.bottom() > at.y - 100.0) {
            harness.key_press(Key::Tab);
            harness.run();
            break;
        }
    }
    assert!(harness.get_by_role_and_label(Role::Button, "Openen").is_focused(), "a key leads there");
    harness.run_steps(3 * ACT);
    assert!(is_told(&harness), "the focus is in it");
    harness.key_press(Key::F6);
    harness.run();
    harness.run_steps(ACT + 4);
    assert!(!is_told(&harness));
    // FRAME is what the harness counts.
    let before = harness.ctx.input(|input| input.time);
    harness.step();
    assert!((harness.ctx.input(|input| input.time) - before - FRAME).abs() < 1e-6);
}

#[test]
fn an_error_is_an_alert_that_stays_until_it_is_closed() {
    let mut harness = with(failed());
    let alert = harness.get_by_role(Role::Alert);
    assert_eq!(alert.accesskit_node().live(), Live::Assertive);
    harness.run_steps(10 * ACT);
    assert!(is_told(&harness));
    let before = harness.state().app().selected().cloned();
    assert!(before.is_some());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!is_told(&harness));
    assert_eq!(harness.state().app().selected(), before.as_ref(), "one key closes one thing");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().app().selected(), None);

    let mut harness = window(&Start::default(), vec![failed()]);
    harness.get_by_role_and_label(Role::Button, "Sluiten").click();
    harness.run();
    assert!(!is_told(&harness));
}

#[test]
fn a_success_takes_no_key_from_what_lies_under_it() {
    let mut harness = with(copied());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!is_told(&harness), "it is closed by key");
    assert_eq!(harness.state().app().selected(), None, "and so is the explanation, by the same");
}

#[test]
fn the_same_is_told_once_and_an_error_is_not_lost_to_a_success() {
    let harness = window(&Start::default(), vec![failed(), copied(), copied(), copied(), failed()]);
    assert_eq!(harness.get_all_by_role_and_label(Role::Status, "Gekopieerd").count(), 1);
    assert_eq!(harness.get_all_by_role(Role::Alert).count(), 1);
}

#[test]
fn what_is_told_covers_neither_112_nor_the_question() {
    for (size, zoom) in [([1280.0, 800.0], 1.0), ([1024.0, 640.0], 1.0), ([1280.0, 800.0], 2.0), ([1280.0, 800.0], 3.0)]
    {
        let start = Start { size, zoom, ..Start::default() };
        let harness = window(&start, vec![failed(), saved()]);
        let window = harness.ctx.content_rect();
        let badge = harness.get_by_label("Acuut gevaar: bel 112").rect();
        for close in harness.get_all_by_role_and_label(Role::Button, "Sluiten") {
            assert!(window.contains_rect(close.rect()), "{size:?} at {zoom}: {:?}", close.rect());
        }
        let labels = ["De kaart is opgeslagen: /nergens/kaart.pdf", "De gids is niet geopend"];
        let told = labels.map(|label| {
            let node = harness.get_by(|node| node.role() == Role::Label && text_of(node).starts_with(label));
            node.rect()
        });
        for told in told {
            assert!(!told.intersects(badge), "{size:?} at {zoom}: {told:?} over {badge:?}");
            let band = harness.query_by_role_and_label(Role::Group, "Volgende vraag");
            if let Some(band) = band.filter(|_| zoom < 2.0) {
                assert!(!told.intersects(band.rect()), "{size:?} at {zoom}: {told:?} over {:?}", band.rect());
            }
        }
    }
}

fn text_of(node: &egui_kittest::kittest::AccessKitNode<'_>) -> String {
    node.value().or_else(|| node.label()).unwrap_or_default()
}

#[test]
fn for_the_next_person_112_and_the_question_are_in_view() {
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut harness = window(&Start { size, ..Start::default() }, known(&WOMAN));
        harness.hover_at(pos2(700.0, 500.0));
        for _ in 0..10 {
            turn_wheel(&mut harness, 400.0);
        }
        harness.key_press(Key::F9);
        harness.run();
        let window = harness.ctx.content_rect();
        for (role, label) in [(Role::Label, "Acuut gevaar: bel 112"), (Role::Group, "Volgende vraag")] {
            let place = harness.get_by_role_and_label(role, label).rect();
            assert!(window.contains_rect(place), "{size:?}: {label} at {place:?}");
        }
    }
}

#[test]
fn a_success_is_told_in_english_too() {
    let harness = window(&Start { language: Lang::En, ..Start::default() }, vec![saved()]);
    harness.get_by_role_and_label(Role::Status, "The card was saved: /nergens/kaart.pdf");
    harness.get_by_role_and_label(Role::Button, "Print");
}
