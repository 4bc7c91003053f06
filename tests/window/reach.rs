//! Everything by keyboard: what has the focus is in sight, a group is one stop of the tab key, and keys move between
//! and within the panes.

use std::collections::BTreeSet;

use eframe::egui::{Id, Key, Memory, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{app::Selected, ui::Window};

use crate::driver::{Start, WOMAN, known, window};

fn focused(harness: &Harness<'_, Window>) -> Option<Id> {
    harness.ctx.memory(Memory::focused)
}

/// The name of what has the focus.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough")]
pub(crate) fn focused_name(harness: &Harness<'_, Window>) -> String {
    let nodes = harness.get_all_by(|node| node.is_focused());
    nodes.map(|node| node.accesskit_node().label().unwrap_or_default()).next().unwrap_or_default()
}

/// Presses a key, and waits until what it moves has come to rest.
fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run();
    harness.run_steps(4);
}

fn tab(harness: &mut Harness<'_, Window>) {
    press(harness, Key::Tab);
}

/// Whether all of what has the focus is seen, or as much as fits.
fn is_in_sight(harness: &Harness<'_, Window>) -> bool {
    let Some(response) = focused(harness).and_then(|id| harness.ctx.read_response(id)) else { return false };
    let seen = response.interact_rect.expand(1.0);
    seen.contains_rect(response.rect) || response.rect.height() > seen.height() && seen.height() > 200.0
}

#[test]
fn what_the_tab_key_comes_to_is_in_sight() {
    for (size, zoom) in [([1280.0, 800.0], 1.0), ([1024.0, 640.0], 1.0), ([1280.0, 800.0], 2.0)] {
        let mut harness = window(&Start { size, zoom, ..Start::default() }, known(&WOMAN));
        let mut seen = BTreeSet::new();
        for step in 0..200 {
            tab(&mut harness);
            // Past the last thing the focus is nowhere for once, as in a browser.
            if focused(&harness).is_none() {
                continue;
            }
            assert!(is_in_sight(&harness), "{size:?} at {zoom}: step {step}, {:?}", focused_name(&harness));
            seen.insert(focused(&harness).map(|id| id.value()));
        }
        assert!(seen.len() > 10, "{size:?} at {zoom}: the focus came to {} things only", seen.len());
    }
}

#[test]
fn the_values_of_a_facet_are_one_stop_and_the_arrows_move_among_them() {
    let mut harness = window(&Start::default(), Vec::new());
    let is_choice = |name: &str| name.starts_with("Veiligheid: ");
    for _ in 0..60 {
        tab(&mut harness);
        if is_choice(&focused_name(&harness)) {
            break;
        }
    }
    assert!(focused_name(&harness).starts_with("Veiligheid: onbekend"), "{}", focused_name(&harness));
    press(&mut harness, Key::ArrowUp);
    assert!(focused_name(&harness).starts_with("Veiligheid: geen bekende dreiging"), "{}", focused_name(&harness));
    assert!(harness.state().app().profile().is_empty(), "to look at it is not to choose it");
    press(&mut harness, Key::Space);
    assert!(!harness.state().app().profile().is_empty());
    tab(&mut harness);
    assert!(!is_choice(&focused_name(&harness)), "{}", focused_name(&harness));
}

#[test]
fn the_answers_of_a_phase_are_one_stop() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    let of_answers = |harness: &Harness<'_, Window>| {
        harness
            .get_all_by_role(Role::Region)
            .filter(|region| region.children_recursive().any(|node| node.is_focused()))
            .map(|region| region.accesskit_node().label().unwrap_or_default())
            .next()
    };
    let mut stops = Vec::new();
    while of_answers(&harness).is_none() {
        tab(&mut harness);
    }
    while let Some(region) = of_answers(&harness) {
        stops.push(region);
        tab(&mut harness);
    }
    assert_eq!(stops, ["A Identificatie", "B Zorg", "C Bestrijding", "D Zelfstandigheid"]);
    while of_answers(&harness).is_none() {
        tab(&mut harness);
    }
    let mut names = BTreeSet::from([focused_name(&harness)]);
    for _ in 0..6 {
        press(&mut harness, Key::ArrowDown);
        assert!(is_in_sight(&harness), "{}", focused_name(&harness));
        names.insert(focused_name(&harness));
    }
    assert!(names.len() >= 3, "the arrows stay at {names:?}");
}

#[test]
fn the_drawer_takes_the_focus_and_gives_it_back() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    let is_answer = |name: &str| name.contains(", geldt");
    for _ in 0..150 {
        tab(&mut harness);
        if is_answer(&focused_name(&harness)) {
            break;
        }
    }
    let from = focused(&harness);
    assert!(is_answer(&focused_name(&harness)), "{}", focused_name(&harness));
    press(&mut harness, Key::Enter);
    assert!(matches!(harness.state().app().selected(), Some(Selected::Responsibility(_) | Selected::Party(_))));
    assert_ne!(focused(&harness), from, "the drawer has the focus");
    assert!(focused(&harness).is_some());
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().app().selected(), None);
    assert_eq!(focused(&harness), from);
}

#[test]
fn a_key_goes_from_pane_to_pane() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    let width = harness.ctx.content_rect().width();
    let left = |harness: &Harness<'_, Window>| {
        focused(harness).and_then(|id| harness.ctx.read_response(id)).map(|response| response.rect.left())
    };
    let mut at = Vec::new();
    for _ in 0..4 {
        press(&mut harness, Key::F6);
        at.push(left(&harness).expect("something has the focus") < 0.15 * width);
    }
    assert!(at == [true, false, true, false] || at == [false, true, false, true], "{at:?}");
}

#[test]
fn keys_scroll_the_answers() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    let top = |harness: &Harness<'_, Window>| harness.get_by_role_and_label(Role::Label, "Doe nu").rect().top();
    let before = top(&harness);
    press(&mut harness, Key::PageDown);
    let below = top(&harness);
    assert!(below < before - 100.0, "{before} {below}");
    press(&mut harness, Key::Home);
    assert!((top(&harness) - before).abs() < 1.0);
    press(&mut harness, Key::End);
    let end = top(&harness);
    assert!(end < below, "{below} {end}");
    press(&mut harness, Key::PageUp);
    assert!(top(&harness) > end);
}
