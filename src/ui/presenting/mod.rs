//! A workshop that is shown to a room: on the screen of this window, or on a second one.
//!
//! The room gets what `projector` draws. The trainer's notes are drawn here: on a screen of their own, or, where there is
//! one screen, for as long as a key is held down.

mod keys;
mod notes;
mod state;

pub(super) use keys::{Act, Heard, heard, help};
pub(super) use notes::notes_ui;
pub(super) use state::{Presenting, Screen};

use eframe::egui::{self, CentralPanel, Frame, Id, Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId};

use super::{
    ctx::Ctx,
    projector::{Blank, Pages, SIZES, Timer, Touch, debrief_ui, projector_ui},
};
use crate::{
    app::{Command, LessonChange},
    text::{lesson as text, which, window},
    workshop::Move,
};

/// The time of a step that does not say how long it takes, in minutes.
const MINUTES: u16 = 5;

/// Whether the whole of this window is what a room sees.
pub(super) fn fills_window(ctx: &Ctx<'_>) -> bool {
    // A question that the program has itself comes first.
    ctx.state.dialog.is_none()
        && ctx.app.lesson().is_some()
        && ctx.state.presenting.as_ref().is_some_and(|shown| shown.screen == Screen::This)
}

/// Draws what a room sees on the whole of this window.
pub(super) fn here_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let Some(mut shown) = ctx.state.presenting.take() else { return };
    if !std::mem::replace(&mut shown.is_full, true) {
        ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(true));
    }
    hear(ui, ctx, &mut shown);
    room_ui(ui, ctx, &mut shown);
    notes::held_ui(ui, ctx, &shown);
    if shown.is_over {
        ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(false));
    } else {
        ctx.state.presenting = Some(shown);
    }
}

/// Draws what a room sees in a window of its own, on another screen.
pub(super) fn beside_ui(ui: &Ui, ctx: &mut Ctx<'_>) {
    if ctx.app.lesson().is_none() {
        return;
    }
    let Some(mut shown) = ctx.state.presenting.take_if(|shown| shown.screen != Screen::This) else { return };
    let lang = ctx.app.language();
    let title = window::title(which::mark(ctx.app.guide(), lang), None);
    let mut builder = ViewportBuilder::default().with_title(format!("{title} · {}", text::workshop(lang)));
    if let Screen::Other(number) = shown.screen {
        builder = builder.with_monitor(number).with_fullscreen(true);
    }
    let id = ViewportId::from_hash_of("projector");
    let is_closed = ui.ctx().show_viewport_immediate(id, builder, |ui, class| {
        // Where the system gives a program one window only, it lies in this one.
        let is_inside = class == ViewportClass::EmbeddedWindow;
        hear(ui, ctx, &mut shown);
        if is_inside {
            ui.set_min_size(egui::vec2(640.0, 360.0));
        }
        room_ui(ui, ctx, &mut shown);
        ui.input(|input| input.viewport().close_requested())
    });
    if !is_closed && !shown.is_over {
        ctx.state.presenting = Some(shown);
    }
}

/// What the room sees, and what is touched in it.
fn room_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, shown: &mut Presenting) {
    let Some(lesson) = ctx.app.lesson() else { return };
    shown.look.now = ui.input(|input| input.time);
    if shown.look.timer.is_some() {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
    }
    let projected = lesson.projected();
    let debrief = projected.is_over.then(|| lesson.debrief());
    let ground = CentralPanel::default().frame(Frame::NONE);
    let touch = ground.show(ui, |ui| match debrief {
        Some(debrief) => {
            debrief_ui(ui, projected, debrief, &shown.look, &mut shown.pages);
            None
        }
        None => projector_ui(ui, projected, &shown.look, &mut shown.pages),
    });
    let change = touch.inner.map(|touch| match touch {
        Touch::Card(board, place) => LessonChange::Named(board, place),
        Touch::Option(place) => LessonChange::Chose(place),
        Touch::Choice(place) => LessonChange::Go(Move::Choose(place)),
        Touch::Day(day) => LessonChange::Go(Move::Slide(day)),
    });
    if let Some(change) = change {
        go(ctx, shown, change);
    }
}

/// Does what the keys of this frame ask for.
fn hear(ui: &Ui, ctx: &mut Ctx<'_>, shown: &mut Presenting) {
    let Some(heard) = heard(ui, shown.with_letters, &mut shown.typed) else { return };
    do_heard(ctx, shown, heard, ui.input(|input| input.time));
}

/// Does what a key or a button asks for.
pub(super) fn do_heard(ctx: &mut Ctx<'_>, shown: &mut Presenting, heard: Heard, now: f64) {
    // A screen that shows nothing shows something again, and no step is passed unseen.
    if shown.look.blank.take().is_some() && !matches!(heard, Heard::Act(Act::End | Act::Black | Act::White)) {
        return;
    }
    shown.look.now = now;
    let act = match heard {
        Heard::GoTo(number) => return go(ctx, shown, LessonChange::GoTo(number)),
        Heard::Act(act) => act,
    };
    match act {
        Act::Next if shown.pages.more_below => shown.pages.turn = 1.0,
        Act::Back if shown.pages.more_above => shown.pages.turn = -1.0,
        Act::Next => go(ctx, shown, LessonChange::Next),
        Act::Back => go(ctx, shown, LessonChange::Back),
        Act::First => go(ctx, shown, LessonChange::Go(Move::First)),
        Act::Last => go(ctx, shown, LessonChange::Go(Move::Last)),
        Act::Reveal => go(ctx, shown, LessonChange::RevealNext),
        Act::Black => shown.look.blank = Some(Blank::Black),
        Act::White => shown.look.blank = Some(Blank::White),
        Act::Spotlight => shown.look.has_spotlight = !shown.look.has_spotlight,
        Act::Timer => shown.look.timer = turned(shown.look.timer, ctx, now),
        Act::Larger => shown.look.size = (shown.look.size + 1).min(*SIZES.end()),
        Act::Smaller => shown.look.size = (shown.look.size - 1).max(*SIZES.start()),
        Act::Colours => shown.look.turn_theme(),
        Act::Language => go(ctx, shown, LessonChange::OtherLanguage),
        Act::End => shown.is_over = true,
    }
}

fn turned(timer: Option<Timer>, ctx: &Ctx<'_>, now: f64) -> Option<Timer> {
    let minutes = ctx.app.lesson().and_then(|lesson| lesson.projected().minutes).unwrap_or(MINUTES);
    timer.is_none().then(|| Timer { since: now, of: f64::from(minutes) * 60.0 })
}

/// Goes on, and tells first how long the room was where it is.
fn go(ctx: &mut Ctx<'_>, shown: &mut Presenting, change: LessonChange) {
    let is_left = matches!(
        change,
        LessonChange::Next
            | LessonChange::Back
            | LessonChange::GoTo(_)
            | LessonChange::Go(Move::First | Move::Last | Move::Choose(_))
    );
    if is_left {
        let now = shown.look.now;
        let seconds = shown.since.replace(now).map_or(0.0, |since| (now - since).max(0.0));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a step takes minutes")]
        ctx.send(Command::Lesson(LessonChange::Go(Move::Passed(seconds as u32))));
        shown.pages = Pages::default();
        shown.look.timer = None;
    }
    ctx.send(Command::Lesson(change));
}

/// A place for what is drawn over the picture.
fn over(name: &str) -> Id {
    Id::unique(name)
}
