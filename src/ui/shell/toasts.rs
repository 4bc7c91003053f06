//! What is told of what was done: it lies over the page, so that nothing moves when it comes or goes.
//!
//! A success is calm and goes by itself; an error stays until somebody closes it.

use std::time::Duration;

use eframe::egui::{
    Align, Align2, Area, Color32, Frame, Id, Label, Layout, Memory, Order, ProgressBar, Rect, Role, ScrollArea, Stroke,
    Ui, UiBuilder, accesskit::Live, vec2,
};

use super::told_words::{notice_words, progress_words};
use crate::{
    app::{Command, Notice, Printed, Told, Tone, printing},
    export::Export,
    model::Lang,
    text::{export as text, window, words},
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::{focus_first, icon_button, outline_button},
    },
};

/// How long a success is told, in seconds: the longest has sixteen words, and who reads slowly reads two in a second.
const READ_SECONDS: f64 = 8.0;
/// How long it is told with something to do about it: as long as people are to be given before a limit of time ends
/// (WCAG 2.2.1).
const ACT_SECONDS: f64 = 20.0;

/// Above the bar at the bottom: in a wide window over the questions at the side, of this width, so that neither the question
/// that is put nor an answer is covered; in a narrow one in the middle.
pub(in crate::ui) fn toasts(ui: &Ui, ctx: &mut Ctx<'_>, side: Option<f32>) {
    forget_closed(ctx);
    if ctx.app.told().is_empty() && ctx.app.progress().is_none() && ctx.app.saving().is_none() {
        return;
    }
    let window = ui.ctx().content_rect();
    let room = side.unwrap_or(window.width() - 2.0 * size::M);
    let width = size::TOAST_WIDTH.min(room);
    // The bars keep their place, and so does what to do in acute danger.
    let height = window.height() - 2.0 * (size::BAR + size::M);
    let above_bar = -(size::BAR + size::S);
    let (anchor, offset) = match side {
        Some(_) => (Align2::LEFT_BOTTOM, vec2(size::S, above_bar)),
        None => (Align2::CENTER_BOTTOM, vec2(0.0, above_bar)),
    };
    let area = Area::new(Id::unique("toasts")).order(Order::Foreground).anchor(anchor, offset).movable(false);
    let shown = area.show(ui.ctx(), |ui| {
        ui.set_width(width);
        if ctx.state.wants_focus == Some(Pane::Told) {
            focus_first(ui);
        }
        // An area keeps the height that it had, and what is told may be more than before.
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| all_ui(ui, ctx));
        is_in_hand(ui, ui.min_rect())
    });
    ctx.state.places.push((Pane::Told, shown.response.rect));
    time_out(ui, ctx, shown.inner);
}

fn all_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    ui.spacing_mut().item_spacing.y = size::S;
    if let Some(progress) = ctx.app.progress() {
        let (words, part) = progress_words(progress, lang);
        toast(
            ui,
            ("progress", 0),
            Look::Busy,
            &words,
            |_| {},
            |ui| {
                ui.add(ProgressBar::new(part).desired_width(ui.available_width()));
            },
        );
    }
    if let Some(what) = ctx.app.saving() {
        toast(ui, ("saving", 0), Look::Busy, (what.saving)(lang), |_| {}, |_| {});
    }
    for told in ctx.app.told().to_vec() {
        let words = words::told(&notice_words(&told.notice, ctx, lang));
        let (mut closes, mut does) = (false, None);
        let close = |ui: &mut Ui| closes = ui.add(icon_button(Icon::Close, window::close(lang))).clicked();
        let below = |ui: &mut Ui| does = buttons_ui(ui, &told, lang);
        toast(ui, ("told", told.id.number()), Look::of(&told.notice), &words, close, below);
        ctx.commands.extend(closes.then_some(Command::Dismiss(told.id)).or(does));
    }
}

/// What can be done about it, and was asked for.
fn buttons_ui(ui: &mut Ui, told: &Told, lang: Lang) -> Option<Command> {
    let Notice::Saved { what, .. } = &told.notice else { return None };
    let row = ui.horizontal_wrapped(|ui| {
        let opens = ui.add(outline_button(text::open(lang))).clicked();
        let print = ui.add(outline_button(text::print(lang))).on_hover_text(how_printed(what, lang));
        (opens, print.clicked())
    });
    match row.inner {
        (true, _) => Some(Command::OpenSaved(told.id)),
        (_, true) => Some(Command::PrintSaved(told.id)),
        (false, false) => None,
    }
}

/// What the button does, said before it is done.
fn how_printed(what: &Export, lang: Lang) -> &'static str {
    match printing(what) {
        Printed::Queued => text::prints_at_once(lang),
        Printed::Asked => text::prints_asked(lang),
        Printed::Opened => text::prints_opened(lang),
    }
}

/// How something is told.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    Busy,
    Done,
    Failed,
}

impl Look {
    fn of(notice: &Notice) -> Self {
        match notice.tone() {
            Tone::Success => Self::Done,
            Tone::Error => Self::Failed,
        }
    }

    /// What it is to a screen reader, and how that says it: a success when it has finished, an error at once.
    fn spoken(self) -> (Role, Live) {
        match self {
            Self::Busy | Self::Done => (Role::Status, Live::Polite),
            Self::Failed => (Role::Alert, Live::Assertive),
        }
    }

    /// Its sign, and the colours of that and of what is behind.
    fn drawn(self, ui: &Ui) -> (Icon, Color32, Color32) {
        let tokens = ui.tokens();
        match self {
            Self::Busy => (Icon::Info, tokens.accent, tokens.accent_ground),
            Self::Done => (Icon::Check, tokens.success, tokens.success_ground),
            Self::Failed => (Icon::Warning, tokens.warning, tokens.warning_ground),
        }
    }
}

fn toast(
    ui: &mut Ui,
    salt: (&str, u64),
    look: Look,
    words: &str,
    beside: impl FnOnce(&mut Ui),
    below: impl FnOnce(&mut Ui),
) {
    let (role, live) = look.spoken();
    let (sign, ink, ground) = look.drawn(ui);
    let frame = Frame::NONE
        .fill(ground)
        .stroke(Stroke::new(ui.tokens().line_width, ink))
        .corner_radius(size::RADIUS_L)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(size::margin(size::TOAST_PAD));
    let builder = UiBuilder::new().id_salt(salt).accessibility_role(role).accessibility_label(words);
    let shown = ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = size::S;
                beside(ui);
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    icon(ui, sign, size::ICON, ink);
                    ui.add(Label::new(TextRole::Medium.rich(words).color(ink)).wrap());
                });
            });
            below(ui);
        });
    });
    ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_live(live));
}

/// Whether the pointer or the focus is on it: then somebody reads it, or is about to use it.
fn is_in_hand(ui: &Ui, rect: Rect) -> bool {
    let focused = ui.memory(Memory::focused).and_then(|id| ui.ctx().read_response(id));
    ui.rect_contains_pointer(rect) || focused.is_some_and(|response| response.layer_id == ui.layer_id())
}

/// Takes away each success whose time is over, and has the window look again when the next one is.
fn time_out(ui: &Ui, ctx: &mut Ctx<'_>, is_in_hand: bool) {
    // By the time of the frames, and up to the one that would come too late.
    let (now, frame) = ui.input(|input| (input.time, f64::from(input.predicted_dt)));
    for told in ctx.app.told().iter().filter(|told| told.notice.tone() == Tone::Success) {
        let seconds = if matches!(told.notice, Notice::Saved { .. }) { ACT_SECONDS } else { READ_SECONDS };
        let end = ctx.state.told_until.entry(told.id).or_insert(now + seconds);
        if is_in_hand {
            // Once let go of it begins anew.
            *end = now + seconds;
        } else if now + frame >= *end {
            ctx.commands.push(Command::Dismiss(told.id));
        } else {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(*end - now));
        }
    }
}

fn forget_closed(ctx: &mut Ctx<'_>) {
    let told = ctx.app.told();
    ctx.state.told_until.retain(|id, _| told.iter().any(|told| told.id == *id));
}
