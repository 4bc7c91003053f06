//! The digits that answer the next question.

use eframe::egui::Ui;

use super::question::{ANSWER_KEYS, QuestionState, SKIP_KEY};
use crate::{
    app::Command,
    model::Lang,
    text::help as text,
    ui::{action::is_pressed_once, ctx::Ctx, view::KeyHelp},
};

/// What they do.
pub(super) fn help(lang: Lang) -> Vec<KeyHelp> {
    vec![
        KeyHelp { shown: "1–9", heard: &ANSWER_KEYS, what: text::answers_question(lang) },
        KeyHelp { shown: "0", heard: &[SKIP_KEY], what: text::skips_question(lang) },
    ]
}

/// Answers the next question; while something is typed a digit is a digit, and out of view the question is only shown:
/// nobody answers what they do not see.
pub(super) fn answer_by_key(ui: &Ui, ctx: &mut Ctx<'_>, state: &mut QuestionState) {
    let in_view = std::mem::take(&mut state.in_view);
    state.is_wanted = false;
    if ui.ctx().text_edit_focused() {
        return;
    }
    let Some(question) = ctx.app.question() else { return };
    let skips = is_pressed_once(ui, SKIP_KEY);
    let answer = (0..question.answers.len().min(ANSWER_KEYS.len())).find(|at| is_pressed_once(ui, ANSWER_KEYS[*at]));
    match (in_view, answer) {
        (Some(_), _) if skips => ctx.send(Command::Skip(question.facet.clone())),
        (Some(shown), Some(answer)) if answer < shown => ctx.send(question.answers[answer].command.clone()),
        (None, _) => state.is_wanted = skips || answer.is_some(),
        (Some(_), _) => {}
    }
}
