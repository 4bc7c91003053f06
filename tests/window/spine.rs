//! The main line of the chain: what is folded can be opened, and at no zoom anything lies over anything else.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use crate::driver::{Start, WOMAN, known, select, window};
use eframe::egui::{Event, Key, Modifiers, Rect, accesskit::Role, pos2};
use egui_kittest::{Harness, Node, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{app::Command, chain::Level, ui::Window};

type Shown = Harness<'static, Window>;

fn main_line(start: &Start, commands: Vec<Command>) -> Shown {
    let mut harness = window(start, commands);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    harness
}

fn level(harness: &Shown) -> Level {
    harness.state().app().chain().unwrap().level
}

fn picture(harness: &Shown) -> Node<'_> {
    harness.get_by_role_and_label(Role::Region, "De keten als plaatje")
}

/// A box of the picture; the outline has a row of the same name.
fn box_of<'a>(harness: &'a Shown, starts: &'a str) -> Node<'a> {
    picture(harness).get_by(move |node| node.label().is_some_and(|label| label.starts_with(starts)))
}

fn has_box(harness: &Shown, starts: &str) -> bool {
    picture(harness).query_all_by(|node| node.label().is_some_and(|label| label.starts_with(starts))).next().is_some()
}

/// Everything with words that is in sight on the picture: names of lanes, headings, boxes, and words on lines.
fn in_sight(harness: &Shown) -> Vec<(String, Rect)> {
    let canvas = harness.get_by_role(Role::Canvas).rect();
    let name = |node: &Node<'_>| node.accesskit_node().label().or(node.accesskit_node().value()).unwrap_or_default();
    let mut found: Vec<(String, Rect)> = Vec::new();
    let is_lane = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Heading && node.label().is_some_and(|label| label.chars().nth(1) == Some(' '))
    };
    // The chain in words has them too, beside the picture.
    for lane in harness.get_all_by(|node| is_lane(node)).filter(|lane| lane.rect().left() >= canvas.left()) {
        found.push((name(&lane), lane.rect()));
    }
    for role in [Role::Heading, Role::Button, Role::Label] {
        for node in picture(harness).query_all_by_role(role) {
            found.push((name(&node), node.rect().intersect(canvas)));
        }
    }
    // A line without words is a dot.
    found.retain(|(_, rect)| rect.is_positive() && rect.area() > 16.0);
    found
}

fn nothing_lies_over_anything(harness: &Shown, when: &str) {
    let all = in_sight(harness);
    assert!(all.len() > 4, "{when}: nothing is in sight");
    for (number, (name, rect)) in all.iter().enumerate() {
        for (other, over) in &all[number + 1..] {
            // Neighbours may touch.
            let both = rect.intersect(*over);
            let lies = both.width() > 0.6 && both.height() > 0.6;
            assert!(!lies, "{when}: «{name}» {rect:?} lies under «{other}» {over:?}");
        }
    }
}

fn zoom(harness: &mut Shown, factor: f32) {
    let middle = harness.get_by_role(Role::Canvas).rect().center();
    harness.hover_at(middle);
    harness.event(Event::Zoom(factor));
    harness.run();
    // What is pointed at has a tooltip, which may lie over anything.
    harness.hover_at(pos2(3.0, 3.0));
    harness.run_steps(4);
    harness.run();
}

/// From so far away as can be to so near as can be.
const LEVELS: usize = 20;

#[test]
fn at_twenty_zoom_levels_no_title_lies_over_a_title_and_no_words_over_a_box() {
    for (size, scale) in
        [([1024.0, 640.0], 1.0), ([1280.0, 800.0], 1.0), ([1920.0, 1080.0], 1.0), ([1280.0, 800.0], 2.0)]
    {
        let start = Start { size, zoom: scale, ..Start::default() };
        let mut harness = main_line(&start, known(&WOMAN));
        (0..LEVELS).for_each(|_| zoom(&mut harness, 0.8));
        let mut levels = Vec::new();
        for number in 0..LEVELS {
            nothing_lies_over_anything(&harness, &format!("{size:?} × {scale}, level {number}"));
            levels.push(level(&harness));
            zoom(&mut harness, 1.12);
        }
        assert!(levels.is_sorted() && levels[0] == Level::Spine && levels[LEVELS - 1] == Level::Person, "{levels:?}");
        for number in 0..LEVELS {
            zoom(&mut harness, 0.85);
            nothing_lies_over_anything(&harness, &format!("{size:?} × {scale}, back at level {number}"));
        }
        assert_eq!(level(&harness), Level::Spine, "far away is the main line");
    }
}

#[test]
fn with_a_route_nothing_lies_over_anything_either() {
    let mut commands = known(&[&WOMAN[..], &["vraagsteller=gemeente"]].concat());
    commands.push(select("cosm-opvang-vanaf-2023"));
    let mut harness = main_line(&Start { size: [1600.0, 1000.0], ..Start::default() }, commands);
    let steps = harness.state().app().route().unwrap().steps.len();
    let lit = |harness: &Shown| harness.state().app().chain().unwrap().steps.iter().flatten().count();
    assert_eq!(lit(&harness), steps, "the route is on the main line, with who is beside it");
    for number in 0..LEVELS {
        nothing_lies_over_anything(&harness, &format!("level {number}"));
        zoom(&mut harness, 1.12);
    }
}

#[test]
fn the_main_line_says_in_one_line_who_decides_and_who_does_it() {
    let harness = main_line(&Start::default(), known(&WOMAN));
    assert_eq!(level(&harness), Level::Spine);
    let lanes = [
        "A Identificatie: Politie stelt vast, CoMensha registreert",
        "B Zorg: CoMensha beslist over de plek, COSM vangt op",
        "C Bestrijding: Politie onderzoekt, OM vervolgt",
        "D Zelfstandigheid: CoMensha helpt daarna verder",
    ];
    for lane in lanes {
        harness.get_by_role_and_label(Role::Heading, lane);
    }
    let boxes = harness
        .state()
        .app()
        .chain()
        .unwrap()
        .view
        .picture
        .places
        .iter()
        .filter(|place| !place.marks.is_empty())
        .count();
    assert!((8..=10).contains(&boxes), "{boxes} on the main line");
}

#[test]
fn names_of_lanes_stay_where_they_are_while_the_picture_moves() {
    let mut harness = main_line(&Start::default(), known(&WOMAN));
    (0..8).for_each(|_| zoom(&mut harness, 1.2));
    let tops = |harness: &Shown| -> Vec<f32> {
        let left = harness.get_by_role(Role::Canvas).rect().left();
        let all = harness.get_all_by_role(Role::Heading).filter(|node| node.rect().left() >= left);
        let lanes =
            all.filter(|node| node.accesskit_node().label().is_some_and(|label| label.chars().nth(1) == Some(' ')));
        lanes.map(|lane| lane.rect().top()).collect()
    };
    let before = tops(&harness);
    crate::driver::turn_wheel(&mut harness, 300.0);
    assert_eq!(tops(&harness), before);
    assert!(before.iter().all(|top| (*top - before[0]).abs() < 0.1));
}

#[test]
fn what_is_folded_is_opened_and_closed_by_keyboard_and_stays_where_it_was() {
    let mut harness = main_line(&Start::default(), known(&WOMAN));
    assert!(!has_box(&harness, "Opvang arbeid, Opvang"));
    let before = box_of(&harness, "COSM, Opvang").rect();
    box_of(&harness, "Opvang: ").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(has_box(&harness, "Opvang arbeid, Opvang"), "it is open");
    let fold = box_of(&harness, "Opvang: ");
    assert!(fold.accesskit_node().is_focused(), "the keyboard is still there");
    let canvas = harness.get_by_role(Role::Canvas).rect();
    assert!(canvas.contains_rect(fold.rect()), "and sees it");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(!has_box(&harness, "Opvang arbeid, Opvang"), "it is closed again");
    box_of(&harness, "Opvang: ").click();
    harness.run();
    let moved = box_of(&harness, "COSM, Opvang").rect().center() - before.center();
    assert!(has_box(&harness, "Opvang arbeid, Opvang") && moved.length() < 200.0, "it opens in place");
    // Who sees it are all of an aspect together.
    box_of(&harness, "Wie het ziet, ").click();
    harness.run();
    assert!(has_box(&harness, "Burger, Signaleren"));
}

#[test]
fn the_keyboard_brings_every_box_in_sight() {
    let mut harness = main_line(&Start::default(), known(&WOMAN));
    (0..8).for_each(|_| zoom(&mut harness, 1.2));
    let canvas = harness.get_by_role(Role::Canvas).rect();
    let chain = harness.state().app().chain().unwrap().clone();
    for place in chain.view.reading_order.iter().rev().step_by(7) {
        let name = format!("{},", chain.view.places[*place].name);
        box_of(&harness, &name).focus();
        harness.run();
        harness.run();
        assert!(canvas.expand(1.0).contains_rect(box_of(&harness, &name).rect()), "{name} is out of sight");
    }
}

#[test]
fn only_what_applies_leaves_no_empty_place() {
    let mut harness = main_line(&Start::default(), known(&WOMAN));
    let places = |harness: &Shown| harness.state().app().chain().unwrap().view.places.len();
    harness.get_by_label_contains("Alles voor deze persoon · ").click();
    harness.run();
    assert_eq!(level(&harness), Level::Person);
    let before = places(&harness);
    assert!(!has_box(&harness, "Nidos, Opvang"), "what is excluded is not there");
    harness.get_by_role_and_label(Role::Button, "Alleen wat geldt").click();
    harness.run();
    assert!(places(&harness) < before);
    let chain = harness.state().app().chain().unwrap();
    assert!(chain.verdicts.places.iter().all(|verdict| *verdict == wegwijzer::lookup::Verdict::Applies));
    harness.get_by_label_contains("Hele keten · ").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Alleen wat geldt").click();
    harness.run();
    assert!(places(&harness) > before && has_box(&harness, "Nidos, Opvang"));
}
