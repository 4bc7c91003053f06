//! A guide as large as the country would need: only what is near the screen is drawn, and nobody notices.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

#[path = "../../benches/support/large_guide.rs"]
mod large_guide;

use std::{collections::BTreeMap, sync::Arc};

use crate::driver::{Start, today, turn_wheel, unfold_all, window_on};
use eframe::egui::{Key, accesskit::Role, pos2};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use large_guide::large_guide;
use wegwijzer::{
    app::{App, Document},
    file::{self, Settings},
    ui::Window,
};

/// As far as one turn of the wheel goes.
const TURN: f32 = 300.0;

fn large() -> Harness<'static, Window> {
    let mut guide = large_guide(&file::embedded_guide().unwrap(), 300, 900);
    for record in &mut guide.responsibilities {
        // So that no two answers are called alike.
        record.task = format!("Helpt met {}.", record.id);
    }
    let loaded = Document::of(guide).unwrap();
    let regions = Arc::new(file::embedded_regions().unwrap());
    let settings = Settings { tour_seen: true, ..Settings::default() };
    let app = App::with_guide(loaded, regions, today(), settings).unwrap();
    let mut harness = window_on(app, &Start::default());
    unfold_all(&mut harness);
    harness.hover_at(pos2(640.0, 500.0));
    harness.run();
    harness
}

/// The names of the answers that are drawn, and where each is.
fn answers(harness: &Harness<'_, Window>) -> BTreeMap<String, f32> {
    let columns = harness.get_all_by(|node| node.role() == Role::Region);
    let buttons =
        columns.flat_map(|column| column.query_all_by(|node| node.role() == Role::Button).collect::<Vec<_>>());
    let named = buttons.map(|button| (button.accesskit_node().label().unwrap(), button.rect().top()));
    // What unfolds more gaps is no answer; it is called alike in every aspect.
    named.filter(|(name, _)| name.contains(", ")).collect()
}

#[test]
fn whoever_scrolls_meets_every_answer_where_it_was_and_the_rest_is_not_drawn() {
    let mut harness = large();
    // The frame after an answer to the question at hand lays out all of it.
    harness.key_press(Key::Num3);
    harness.step();
    let all = answers(&harness);
    harness.step();
    let drawn = answers(&harness).len();
    assert!(all.len() > 400 && drawn * 3 < all.len(), "{drawn} of {} are drawn", all.len());
    let mut met: BTreeMap<String, f32> = BTreeMap::new();
    let mut top = 0.0;
    while met.len() < all.len() && top < 60_000.0 {
        for (name, at) in answers(&harness) {
            let (first, at) = (all[&name], at + top);
            assert!((at - first).abs() < 1.0, "{name} was at {first} and is at {at}");
            met.insert(name, at);
        }
        turn_wheel(&mut harness, TURN);
        top += TURN;
    }
    assert_eq!(met.len(), all.len());
}

#[test]
fn the_focus_stays_when_it_is_out_of_sight_and_goes_on_to_what_is_next() {
    let mut harness = large();
    let column = harness.get_all_by(|node| node.role() == Role::Region).next().unwrap();
    let cards: Vec<_> = column.query_all_by(|node| node.role() == Role::Button).take(3).collect();
    let names: Vec<String> = cards.iter().map(|card| card.accesskit_node().label().unwrap()).collect();
    cards[1].focus();
    harness.run();
    let focused = |harness: &Harness<'_, Window>| {
        harness
            .query_by(|node| node.is_focused() && node.role() == Role::Button)
            .and_then(|node| node.accesskit_node().label())
    };
    assert_eq!(focused(&harness).as_ref(), Some(&names[1]));
    for _ in 0..10 {
        turn_wheel(&mut harness, TURN);
    }
    assert!(!answers(&harness).contains_key(&names[0]) || harness.get_by_label(&names[0]).rect().bottom() < 0.0);
    assert_eq!(focused(&harness).as_ref(), Some(&names[1]));
    harness.key_press(Key::ArrowDown);
    harness.run_steps(4);
    assert_eq!(focused(&harness).as_ref(), Some(&names[2]));
    harness.key_press(Key::ArrowUp);
    harness.run_steps(4);
    assert_eq!(focused(&harness).as_ref(), Some(&names[1]));
}
