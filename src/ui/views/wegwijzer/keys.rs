//! The digits that answer the next question.

use eframe::egui::{Key, KeyboardShortcut, Ui};

use crate::{
    app::{self, Command},
    model::Lang,
    text::help as text,
    ui::{
        action::{alone, is_pressed_once},
        ctx::Ctx,
        view::KeyHelp,
    },
};

/// The keys with which the first answers to the next question are given.
pub(super) const ANSWER_KEYS: [KeyboardShortcut; 9] = [
    alone(Key::Num1),
    alone(Key::Num2),
    alone(Key::Num3),
    alone(Key::Num4),
    alone(Key::Num5),
    alone(Key::Num6),
    alone(Key::Num7),
    alone(Key::Num8),
    alone(Key::Num9),
];
/// The key that skips the next question.
pub(super) const SKIP_KEY: KeyboardShortcut = alone(Key::Num0);

/// What they do.
pub(super) fn help(lang: Lang) -> Vec<KeyHelp> {
    vec![
        KeyHelp { shown: "1–9", heard: &ANSWER_KEYS, what: text::answers_question(lang) },
        KeyHelp { shown: "0", heard: &[SKIP_KEY], what: text::skips_question(lang) },
    ]
}

/// Answers the next question; while something is typed a digit is a digit.
pub(super) fn answer_by_key(ui: &Ui, ctx: &mut Ctx<'_>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let Some(question) = ctx.app.next_question() else { return };
    if is_pressed_once(ui, SKIP_KEY) {
        ctx.send(Command::Skip(ctx.app.guide().facets[question.facet].id.clone()));
        return;
    }
    for (key, option) in ANSWER_KEYS.iter().zip(&question.options) {
        if is_pressed_once(ui, *key) {
            if let Some(command) = app::answer(ctx.app, question.facet, option) {
                ctx.send(command);
            }
            return;
        }
    }
}
