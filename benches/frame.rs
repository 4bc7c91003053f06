//! How much of a processor a frame of the window takes, beside an empty one, with the accessibility tree on.
//!
//! What we hold ourselves to: 4 ms for the answers of the shipped guide, 8 ms for a chain of 1 000 places.

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(clippy::unwrap_used, reason = "a bench may fail")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use large_guide::large_guide;
use wegwijzer::{
    app::{App, Command, Document, LessonChange},
    chain::Level,
    file::{self, Settings},
    lookup::Profile,
    model::{Condition, Date, Guide, Lang, RecordId, Referral},
    text::chain as text,
    ui::Window,
    workshop::Spot,
};

/// So many frames are measured.
const FRAMES: usize = 200;

const TYPICAL: &[&str] =
    &["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];

fn main() {
    let empty = median(&mut Harness::builder().with_size([1280.0, 800.0]).build_ui(|ui| {
        ui.label("");
    }));
    println!("an empty frame: {} µs", empty.as_micros());
    let shipped = Arc::new(file::embedded_guide().unwrap());
    let mut answers = window(&shipped, TYPICAL);
    tell("answers, shipped guide", median(&mut answers), empty);
    let mut spine = window(&shipped, TYPICAL);
    show_chain(&mut spine);
    tell("main line, shipped guide", median(&mut spine), empty);
    let mut chain = window(&shipped, TYPICAL);
    show_whole_chain(&mut chain);
    tell("chain, shipped guide", median(&mut chain), empty);
    projector(&shipped, empty);
    let many = Arc::new(with_hand_overs(large_guide(&shipped, 660, 1_760), 2_200));
    let mut large = window(&many, TYPICAL);
    show_whole_chain(&mut large);
    let view = &large.state().app().chain().unwrap().view;
    let what = format!("chain, {} places and {} hand-overs", view.places.len(), view.edges.len());
    tell(&what, median(&mut large), empty);
}

/// The same guide with made-up hand-overs.
fn with_hand_overs(mut guide: Guide, count: usize) -> Guide {
    let real = file::embedded_guide().unwrap().referrals.first().unwrap().clone();
    let parties: Vec<_> = guide.parties.iter().map(|party| party.id.clone()).collect();
    let (mut from, mut to) = (0, 0);
    guide.referrals = (0..count)
        .map(|number| {
            from = (from * 31 + number + 7) % parties.len();
            to = (to * 17 + 3 * number + 1) % parties.len();
            Referral {
                id: RecordId::new(&format!("h{number}")).unwrap(),
                from: parties[from].clone(),
                from_aspect: None,
                to: parties[to].clone(),
                to_aspect: None,
                who: Condition::Always,
                ..real.clone()
            }
        })
        .collect();
    guide
}

fn window(guide: &Arc<Guide>, facets: &[&str]) -> Harness<'static, Window> {
    shown(app(guide, facets))
}

fn shown(app: App) -> Harness<'static, Window> {
    Harness::builder().with_size([1280.0, 800.0]).build_eframe(|cc| Window::new(cc, app))
}

fn app(guide: &Arc<Guide>, facets: &[&str]) -> App {
    let today = Date::new(2026, 11, 22).unwrap();
    let profile = Profile::parse(guide, facets.iter().copied()).unwrap();
    let loaded = Document::of(Arc::clone(guide)).unwrap();
    let settings = Settings { tour_seen: true, ..Settings::default() };
    let regions = Arc::new(file::embedded_regions().unwrap());
    let mut app = App::with_guide(loaded, regions, today, settings).unwrap();
    for facet in &guide.facets {
        if let Some(known) = profile.known(&facet.id) {
            app.run(Command::Know(facet.id.clone(), Some(known.clone())));
        }
    }
    app
}

fn show_chain(harness: &mut Harness<'static, Window>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.step();
    while harness.state().app().chain().is_none() {
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
}

fn show_whole_chain(harness: &mut Harness<'static, Window>) {
    show_chain(harness);
    let parties = harness.state().app().chain().unwrap().parties.1;
    harness.get_by_label(&text::whole(parties, Lang::Nl)).click();
    while harness.state().app().chain().unwrap().level != Level::Whole {
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
}

/// How long a case takes to begin, and a frame of what the room sees at its slowest step.
fn projector(guide: &Arc<Guide>, empty: Duration) {
    let mut begins: Vec<(Duration, &str)> = Vec::new();
    let mut frames: Vec<(Duration, String)> = Vec::new();
    for case in &guide.scenarios {
        let mut app = app(guide, &[]);
        let start = Instant::now();
        app.run(Command::Lesson(LessonChange::Begin(case.id.clone(), Spot::Start)));
        begins.push((start.elapsed(), case.id.as_str()));
        if case.steps.is_empty() {
            continue;
        }
        let mut harness = shown(app);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
        harness.step();
        harness.key_press(Key::F5);
        harness.step();
        for place in 0..=case.steps.len() {
            harness.event(Event::Text(place.to_string()));
            harness.key_press(Key::Enter);
            // All that can be revealed is seen.
            for _ in 0..30 {
                harness.key_press(Key::R);
                harness.step();
            }
            frames.push((median(&mut harness), format!("{}, step {place}", case.id)));
        }
    }
    if let Some((time, case)) = begins.iter().max() {
        println!("the case that begins slowest, {case}: {:.2} ms", time.as_secs_f64() * 1000.0);
    }
    if let Some((time, step)) = frames.iter().max() {
        tell(&format!("projector at its slowest step ({step})"), *time, empty);
    }
}

/// Every frame is drawn anew, with the pointer moving over it.
fn median<State>(harness: &mut Harness<'_, State>) -> Duration {
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 0..FRAMES + 20 {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let at = 300.0 + frame as f32;
        harness.hover_at(egui::pos2(at, at));
        let start = Instant::now();
        harness.step();
        if frame >= 20 {
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    times[times.len() / 2]
}

fn tell(what: &str, time: Duration, empty: Duration) {
    let ratio = time.as_secs_f64() / empty.as_secs_f64();
    println!("{what}: {:.2} ms, {ratio:.1} times an empty frame", time.as_secs_f64() * 1000.0);
}
