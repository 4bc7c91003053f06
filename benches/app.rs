//! What a user waits for in a guide as large as the country would need: an answer, another day, opening, a frame.
//!
//! What we hold ourselves to at 10 000 parties and 30 000 responsibilities: an answer in the window costs at most one
//! and a half times [`Index::look_up`], the plan no more than that, another day 100 ms, looking for problems 500 ms,
//! opening three times reading the bare text, a frame 8 ms, and from a key to the drawn answer 100 ms. Of a coordinator
//! a letter is drawn in a frame of 8 ms, and an edit answers within 300 ms, in the background; on the shipped guide
//! within 50 ms. At 1 000 as well, so that growth shows.

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(clippy::unwrap_used, reason = "a bench may fail")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::egui::{self, Key};
use egui_kittest::{Harness, kittest::Queryable as _};
use large_guide::large_guide;
use ron::extensions::Extensions;
use wegwijzer::{
    app::{App, Command, Document, Keep, SearchState},
    edit::form::Input,
    file::{self, Settings},
    lookup::{Index, Known, Profile},
    model::{Date, FacetId, Guide, RecordKey, Regions},
    review,
    ui::Window,
};

/// So many times each is measured; the median counts.
const TIMES: usize = 15;

const TYPICAL: &[&str] =
    &["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];

fn main() {
    let shipped = file::embedded_guide().unwrap();
    let regions = Arc::new(file::embedded_regions().unwrap());
    let guides = [
        ("shipped".to_owned(), shipped.clone()),
        ("1 000 parties".to_owned(), large_guide(&shipped, 1_000, 3_000)),
        ("10 000 parties".to_owned(), large_guide(&shipped, 10_000, 30_000)),
    ];
    for (name, guide) in guides {
        println!("{name}");
        opening(&guide, &regions);
        commands(&guide, &regions);
        frames(&guide, &regions);
        keeping(&guide, &regions);
    }
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// From the text of a file to what a window needs, beside reading the bare text.
fn opening(guide: &Guide, regions: &Regions) {
    let text = file::write_guide(guide);
    let bare = median(5, || (), |()| bare_ron(&text));
    tell("bare ron", bare, None);
    let read = || Arc::new(file::read_guide(&text).unwrap());
    tell("read", median(5, || (), |()| read()), Some(bare));
    tell("index", median(5, read, |guide| Index::new(guide).unwrap()), Some(bare));
    tell("check", median(5, read, |guide| (review::check(&guide, regions, today()), guide)), None);
    let open = |()| review::index(&read(), regions, today()).unwrap();
    tell("opening", median(5, || (), open), Some(bare));
}

fn bare_ron(text: &str) -> Guide {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).unwrap()
}

/// What follows on a click, beside the answer alone.
fn commands(guide: &Guide, regions: &Arc<Regions>) {
    let guide = &Arc::new(guide.clone());
    let start = median(5, || loaded(guide), |loaded| app(loaded, regions));
    tell("the app on an index", start, None);
    let mut app = app_with(guide, regions);
    let index = &Arc::clone(app.document()).index;
    // What is asked when the answer of one facet changes, again and again.
    let facet = FacetId::new("geslacht").unwrap();
    let woman = Profile::parse(guide, ["geslacht=vrouw"]).unwrap().known(&facet).cloned();
    let answers = [woman, None::<Known>];
    let profiles = answers.clone().map(|answer| {
        let mut profile = app.profile().clone();
        profile.forget(&facet);
        if let Some(known) = answer {
            profile.set(facet.clone(), known);
        }
        profile
    });
    let mut turn = 0;
    let look_up = median(
        TIMES,
        || (),
        |()| {
            turn += 1;
            index.look_up(&profiles[turn % 2], today()).unwrap()
        },
    );
    tell("look up", look_up, None);
    let look_up_again = || index.look_up(&profiles[0], today()).unwrap();
    let plan = median(TIMES, look_up_again, |outcome| (index.plan(&outcome), outcome));
    tell("the plan of it", plan, Some(look_up));
    let click = median(
        TIMES,
        || (),
        |()| {
            turn += 1;
            app.run(Command::Know(facet.clone(), answers[turn % 2].clone()));
        },
    );
    tell("a click", click, Some(look_up));
    let another_day = median(
        TIMES,
        || (),
        |()| {
            turn += 1;
            app.run(Command::SetDate(Date::new(2026, 11, if turn % 2 == 0 { 22 } else { 23 }).unwrap()));
        },
    );
    tell("another day", another_day, Some(look_up));
    tell(
        "the first words in the search field",
        median(1, || (), |()| app.run(Command::Search("partij 12".into()))),
        None,
    );
    let until_hits = |()| {
        while app.search_state() == SearchState::Pending {
            app.poll();
        }
    };
    tell("until their hits are there", median(1, || (), until_hits), None);
    tell(
        "more words in the search field",
        median(TIMES, || (), |()| app.run(Command::Search("partij 12".into()))),
        None,
    );
}

/// A frame with the accessibility tree on, and from a key until the new answer is drawn.
fn frames(guide: &Guide, regions: &Arc<Regions>) {
    let guide = &Arc::new(guide.clone());
    let app = app_with(guide, regions);
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).build_eframe(|cc| Window::new(cc, app));
    harness.step();
    let mut at = 300.0;
    let frame = step(&mut harness, |harness| {
        at += 1.0;
        harness.hover_at(egui::pos2(at, at));
    });
    tell("a frame", frame, None);
    let scrolled = step(&mut harness, |harness| {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -30.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
    });
    tell("a frame while scrolling", scrolled, None);
    // The digits answer the question at hand.
    let answer = step(&mut harness, |harness| harness.key_press(Key::Num1));
    println!("  ({} facets are known)", harness.state().app().profile().given_facets(guide).len());
    tell("from a key to the drawn answer", answer, None);
}

/// What a coordinator waits for: a letter in a form, in the list and in a chooser, and the answers after an edit.
fn keeping(guide: &Guide, regions: &Arc<Regions>) {
    let guide = &Arc::new(guide.clone());
    let mut app = app_with(guide, regions);
    app.run(Command::LookAtGuide);
    let party = RecordKey::from(&guide.parties.iter().next().unwrap().id);
    app.run(Command::Keep(Keep::Open(Some(party.clone()))));
    until_checked(&mut app);
    let mut turn = 0;
    let mut edit = |app: &mut App| {
        turn += 1;
        let words = Input::Text(format!("Zin {turn}."));
        app.run(Command::Keep(Keep::Set(party.clone(), "summary".parse().unwrap(), words)));
    };
    let mut on_thread = Vec::new();
    let mut answered = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        edit(&mut app);
        on_thread.push(start.elapsed());
        until_checked(&mut app);
        answered.push(start.elapsed());
    }
    on_thread.sort_unstable();
    answered.sort_unstable();
    tell("an edit, until the window goes on", on_thread[TIMES / 2], None);
    tell("an edit, until its answers are there", answered[TIMES / 2], None);

    let mut harness = Harness::builder().with_size([1280.0, 800.0]).build_eframe(|cc| Window::new(cc, app));
    harness.step();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num3);
    harness.run_steps(4);
    for (what, label) in [("a letter in a form", "samenvatting"), ("a letter in the list", "Zoek op naam of id")] {
        harness.get_all_by_label(label).next().unwrap().focus();
        harness.run_steps(2);
        let letter = step(&mut harness, |harness| harness.event(egui::Event::Text("a".into())));
        tell(what, letter, None);
    }
}

fn until_checked(app: &mut App) {
    while app.is_checking() {
        app.poll();
        std::thread::sleep(Duration::from_micros(200));
    }
}

fn step(harness: &mut Harness<'static, Window>, mut event: impl FnMut(&mut Harness<'static, Window>)) -> Duration {
    let mut times: Vec<_> = (0..TIMES)
        .map(|_| {
            event(harness);
            let start = Instant::now();
            harness.step();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn loaded(guide: &Arc<Guide>) -> Document {
    Document::of(Arc::clone(guide)).unwrap()
}

fn app(loaded: Document, regions: &Arc<Regions>) -> App {
    let settings = Settings { tour_seen: true, ..Settings::default() };
    App::with_guide(loaded, Arc::clone(regions), today(), settings).unwrap()
}

fn app_with(guide: &Arc<Guide>, regions: &Arc<Regions>) -> App {
    let mut app = app(loaded(guide), regions);
    let profile = Profile::parse(guide, TYPICAL.iter().copied()).unwrap();
    for facet in &guide.facets {
        if let Some(known) = profile.known(&facet.id) {
            app.run(Command::Know(facet.id.clone(), Some(known.clone())));
        }
    }
    app
}

/// What is made to be measured, and what comes of it, is made and dropped beside the clock.
fn median<A, B>(times: usize, mut prepare: impl FnMut() -> A, mut run: impl FnMut(A) -> B) -> Duration {
    let mut found: Vec<_> = (0..times)
        .map(|_| {
            let input = prepare();
            let start = Instant::now();
            let output = black_box(run(input));
            let time = start.elapsed();
            drop(output);
            time
        })
        .collect();
    found.sort_unstable();
    found[found.len() / 2]
}

fn tell(what: &str, time: Duration, beside: Option<Duration>) {
    let ratio = beside.map(|beside| format!(", {:.2} times", time.as_secs_f64() / beside.as_secs_f64()));
    println!("  {what}: {:.2} ms{}", time.as_secs_f64() * 1000.0, ratio.unwrap_or_default());
}
