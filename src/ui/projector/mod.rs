//! What a room sees: one thing at a time, in letters that are read from the back.
//!
//! It draws [`Projected`] and nothing else. What is for the trainer only is not in that type, and so cannot be here.

mod boards;
mod chain;
mod debrief;
mod head;
mod look;
mod plan;
mod quiz;
mod sheet;
mod sides;
mod spotlight;

pub(in crate::ui) use debrief::debrief_ui;
pub(in crate::ui) use look::{Blank, Look, Timer};
pub(in crate::ui) use sheet::SIZES;

use eframe::egui::{
    CentralPanel, Frame, Key, Panel, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, scroll_area::ScrollBarVisibility,
};

use self::sheet::{Letters, Sheet, say};
use crate::{
    model::Date,
    text::projector as text,
    ui::{
        theme::{DARKNESS, LIGHT_ONLY},
        widgets::reached,
    },
    workshop::{ChoiceLine, KnownLine, Projected, Scene},
};

/// What was touched on the screen itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Touch {
    /// A card that was hidden: its board, and its place on it.
    Card(usize, usize),
    /// An answer to the question, by its place.
    Option(usize),
    /// A way on, by its place.
    Choice(usize),
    /// A day of the slider.
    Day(Date),
}

/// What of it fits on the screen, and how it is turned over.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Pages {
    /// Something is below what is seen.
    pub(in crate::ui) more_below: bool,
    /// Something is above it.
    pub(in crate::ui) more_above: bool,
    /// So many screens down in the next frame.
    pub(in crate::ui) turn: f32,
}

/// Draws it on the whole of `ui`.
pub(in crate::ui) fn projector_ui(ui: &mut Ui, seen: &Projected, look: &Look, pages: &mut Pages) -> Option<Touch> {
    let screen = ui.max_rect();
    let sheet = &Sheet::of(screen, look.theme, look.size);
    if let Some(blank) = look.blank {
        blank_ui(ui, blank, seen);
        return None;
    }
    dress(ui, sheet);
    ui.painter().rect_filled(screen, 0.0, sheet.tokens.ground);
    let bar = Frame::NONE.fill(sheet.tokens.ground).inner_margin(sheet.margin(64.0, 28.0));
    let mut touch = None;
    head::mark_ui(ui, sheet, seen);
    Panel::top("projected-head")
        .frame(bar)
        .show_separator_line(false)
        .resizable(false)
        .show(ui, |ui| head::head_ui(ui, sheet, seen));
    Panel::bottom("projected-foot")
        .frame(bar)
        .show_separator_line(false)
        .resizable(false)
        .show(ui, |ui| head::foot_ui(ui, sheet, seen, look));
    if seen.question.as_ref().is_some_and(|question| *question != seen.title) || !seen.choices.is_empty() {
        let frame = Frame::NONE.inner_margin(sheet.margin(64.0, 8.0));
        let panel = Panel::bottom("projected-question").frame(frame).show_separator_line(false).resizable(false);
        panel.show(ui, |ui| touch = question_ui(ui, sheet, seen));
    }
    // Beside two answers there is no room for anything else.
    let is_beside =
        matches!(seen.scene, Scene::SideBySide(_) | Scene::BeforeAfter(..) | Scene::Quiz(_) | Scene::Chain(_));
    if !seen.known.is_empty() && !is_beside {
        let frame = Frame::NONE.inner_margin(sheet.margin(48.0, 8.0));
        let panel = Panel::right("projected-known").frame(frame).show_separator_line(false).resizable(false);
        panel.exact_size(screen.width() * 0.3).show(ui, |ui| known_ui(ui, sheet, &seen.known, seen));
    }
    let frame = Frame::NONE.inner_margin(sheet.margin(64.0, 8.0));
    let inside = CentralPanel::default().frame(frame).show(ui, |ui| {
        let salt = (seen.progress, &seen.title);
        paged_ui(ui, sheet, salt, pages, |ui| scene_ui(ui, sheet, seen))
    });
    if look.has_spotlight {
        spotlight::paint(ui, screen, sheet.units(230.0));
    }
    touch.or(inside.inner)
}

/// All that is drawn keeps to the letters of the room, and nothing can be marked.
fn dress(ui: &mut Ui, sheet: &Sheet) {
    let style = ui.style_mut();
    style.spacing.item_spacing = Vec2::splat(sheet.units(12.0));
    style.interaction.selectable_labels = false;
    style.visuals.override_text_color = Some(sheet.tokens.ink);
}

fn blank_ui(ui: &mut Ui, blank: Blank, seen: &Projected) {
    let (color, words) = match blank {
        Blank::Black => (DARKNESS, text::is_black(seen.lang)),
        Blank::White => (LIGHT_ONLY, text::is_white(seen.lang)),
    };
    let (rect, response) = ui.allocate_exact_size(ui.max_rect().size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(rect, 0.0, color);
}

/// What is seen, a screen at a time where it does not fit.
fn paged_ui<R>(
    ui: &mut Ui,
    sheet: &Sheet,
    salt: impl std::hash::Hash + std::fmt::Debug,
    pages: &mut Pages,
    inside: impl FnOnce(&mut Ui) -> R,
) -> R {
    let area = ScrollArea::vertical().id_salt(("projected", salt)).auto_shrink(false);
    let height = ui.available_height();
    let area = area.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    let shown = area.show(ui, |ui| {
        let turn = std::mem::take(&mut pages.turn);
        if turn != 0.0 {
            ui.scroll_with_delta(Vec2::new(0.0, -turn * height * 0.85));
        }
        inside(ui)
    });
    let (top, all) = (shown.state.clamped_offset().y, shown.content_size.y);
    pages.more_above = top > 1.0;
    pages.more_below = top + shown.inner_rect.height() < all - 1.0;
    if pages.more_below {
        let at = shown.inner_rect.center_bottom() - Vec2::new(0.0, sheet.units(14.0));
        let half = sheet.units(20.0);
        let points = [at - Vec2::new(half, half), at, at + Vec2::new(half, -half)];
        let stroke = eframe::egui::Stroke::new(sheet.units(8.0), sheet.tokens.accent);
        ui.painter().line(points.to_vec(), stroke);
    }
    shown.inner
}

fn scene_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected) -> Option<Touch> {
    // What happens is the whole of a story, and stands in short above anything else.
    let letters = if seen.scene == Scene::Story { Letters::Lead } else { Letters::Body };
    for paragraph in seen.story.iter().flat_map(|story| story.lines()).filter(|line| !line.trim().is_empty()) {
        say(ui, sheet.rich(letters, paragraph));
    }
    if seen.story.is_some() {
        ui.add_space(sheet.units(16.0));
    }
    match &seen.scene {
        Scene::Story => None,
        Scene::Boards(boards) => boards::boards_ui(ui, sheet, boards, seen.lang),
        Scene::Plan(lines) => {
            plan::plan_ui(ui, sheet, lines, seen.lang);
            None
        }
        Scene::Chain(lanes) => {
            chain::chain_ui(ui, sheet, lanes, seen.lang);
            None
        }
        Scene::SideBySide(sides) => {
            sides::sides_ui(ui, sheet, sides, seen.lang);
            None
        }
        Scene::BeforeAfter(sides, slider) => {
            let touch = sides::slider_ui(ui, sheet, slider, seen.lang);
            sides::sides_ui(ui, sheet, sides, seen.lang);
            touch
        }
        Scene::Quiz(Some(card)) => quiz::quiz_ui(ui, sheet, card, seen.lang),
        Scene::Quiz(None) => {
            say(ui, sheet.rich(Letters::Lead, text::no_question(seen.lang)));
            None
        }
        Scene::NoAnswer(why) => {
            let frame = sheet.card(sheet.tokens.warning).fill(sheet.tokens.warning_ground);
            frame.show(ui, |ui| say(ui, sheet.rich(Letters::Lead, why)));
            None
        }
    }
}

/// What is known of the person, what is new first to be seen.
fn known_ui(ui: &mut Ui, sheet: &Sheet, known: &[KnownLine], seen: &Projected) {
    say(ui, sheet.strong(Letters::Small, text::known(seen.lang)).color(sheet.tokens.ink_soft));
    let area = ScrollArea::vertical().id_salt("projected-known-lines").auto_shrink(false);
    area.show(ui, |ui| {
        for line in known {
            let edge = if line.is_new { sheet.tokens.accent } else { sheet.tokens.line };
            sheet.card(edge).show(ui, |ui| {
                ui.take_available_width();
                let facet = if line.is_new { text::new_fact(&line.facet, seen.lang) } else { line.facet.clone() };
                sheet.say_softly(ui, facet);
                say(ui, sheet.strong(Letters::Body, &line.value));
            });
        }
    });
}

/// What the room is asked, and what it chooses between.
fn question_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected) -> Option<Touch> {
    let mut touch = None;
    sheet.band().show(ui, |ui| {
        ui.take_available_width();
        // What stands above the step is not asked twice.
        if let Some(question) = seen.question.as_ref().filter(|question| **question != seen.title) {
            say(ui, sheet.strong(Letters::Lead, question));
        }
        for (place, (choice, letter)) in seen.choices.iter().zip('A'..='Z').enumerate() {
            if choice_ui(ui, sheet, letter, choice) {
                touch = Some(Touch::Choice(place));
            }
        }
    });
    touch
}

fn choice_ui(ui: &mut Ui, sheet: &Sheet, letter: char, choice: &ChoiceLine) -> bool {
    let words = format!("{letter}  {}", choice.words);
    let words = sheet.rich(Letters::Body, words).color(sheet.tokens.ink);
    let edge = if choice.is_chosen { sheet.tokens.accent } else { sheet.tokens.line_strong };
    let row = sheet.card(edge).show(ui, |ui| {
        ui.take_available_width();
        say(ui, words);
    });
    pressed(ui, &row.response.interact(Sense::click()), sheet, &choice.words)
}

/// Whether a card as a whole was pressed, by pointer, touch or key.
fn pressed(ui: &Ui, response: &eframe::egui::Response, sheet: &Sheet, name: &str) -> bool {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    reached(ui, response);
    if response.has_focus() {
        let stroke = eframe::egui::Stroke::new(sheet.units(6.0), sheet.tokens.focus);
        ui.painter().rect_stroke(response.rect, sheet.corner(), stroke, eframe::egui::StrokeKind::Outside);
    }
    response.clicked() || response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
