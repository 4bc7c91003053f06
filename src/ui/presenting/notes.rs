//! What only the trainer sees.

use eframe::egui::{Area, Frame, Order, Ui, Vec2};

use super::{Presenting, keys::NOTES, over};
use crate::{
    app::Lesson,
    text::lesson as text,
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::section_label,
    },
};

/// The notes of the step, what comes next and the time.
pub(in crate::ui) fn notes_ui(ui: &mut Ui, ctx: &Ctx<'_>, lesson: &Lesson, role: TextRole) {
    let (lang, notes) = (ctx.app.language(), lesson.notes());
    let soft = ui.tokens().ink_soft;
    section_label(ui, text::notes(lang));
    if notes.notes.is_empty() && notes.questions.is_empty() {
        ui.label(role.rich(text::no_notes(lang)).color(soft));
    }
    for note in notes.notes.iter().chain(&notes.questions) {
        ui.label(role.rich(note));
    }
    if let Some(frozen) = &notes.frozen {
        ui.label(role.rich(frozen).color(ui.tokens().warning));
    }
    if !notes.changed.is_empty() {
        ui.label(role.rich(text::changed(lang)).color(ui.tokens().warning));
        for line in &notes.changed {
            ui.label(role.rich(line).color(ui.tokens().warning));
        }
    }
    if let Some(next) = &notes.next {
        ui.label(role.rich(text::what_follows(next, lang)).color(soft));
    }
    let (_, before, all) = notes.minutes;
    if all > 0 {
        ui.label(role.rich(text::time_of_case(before, all, lang)).color(soft));
    }
}

/// The notes over a dimmed picture, for as long as their key is held down: where there is one screen.
pub(super) fn held_ui(ui: &Ui, ctx: &Ctx<'_>, shown: &Presenting) {
    let is_held = shown.with_letters && ui.input(|input| input.key_down(NOTES) && input.modifiers.is_none());
    let Some(lesson) = ctx.app.lesson().filter(|_| is_held) else { return };
    let screen = ui.ctx().content_rect();
    let area = Area::new(over("trainers-notes")).order(Order::Foreground).fixed_pos(screen.min);
    area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(screen, 0.0, ui.tokens().ground.gamma_multiply(0.9));
        let frame = Frame::NONE.inner_margin(size::margin((size::L * 3.0, size::L * 3.0)));
        frame.show(ui, |ui| {
            ui.set_min_size(screen.size() - Vec2::splat(size::L * 6.0));
            ui.set_max_width(screen.width() - size::L * 6.0);
            notes_ui(ui, ctx, lesson, TextRole::Title);
        });
    });
}
