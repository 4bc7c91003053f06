//! A case while it is given: what is for the trainer only.

use std::sync::Arc;

use eframe::egui::Ui;

use super::{Workshop, before, findings};
use crate::{
    app::{Command, LessonChange},
    text::lesson as text,
    ui::{
        ctx::Ctx,
        presenting::{self, Act, Heard},
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, outline_button, section_label},
    },
    workshop::{By, Scene, TrainerNotes},
};

pub(super) fn during_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &mut Workshop) {
    let lang = ctx.app.language();
    let Some(lesson) = ctx.app.lesson() else { return };
    ui.set_max_width(size::CASE_WIDTH);
    let (projected, notes) = (lesson.projected(), Arc::clone(lesson.notes()));
    ui.label(TextRole::Secondary.rich(&projected.case).color(ui.tokens().ink_soft));
    ui.label(TextRole::Title.rich(&notes.title));
    if let Some(token) = &projected.token {
        ui.label(TextRole::Secondary.rich(&token.words));
    }
    ui.add_space(size::S);
    presenting::notes_ui(ui, ctx, lesson, TextRole::Body);
    ui.add_space(size::S);
    buttons_ui(ui, ctx);
    ui.add_space(size::M);
    answers_ui(ui, ctx, &notes);
    choices_ui(ui, ctx, &notes);
    ui.add_space(size::M);
    findings::findings_ui(ui, ctx, &mut workshop.finding);
    ui.add_space(size::M);
    before::show_ui(ui, ctx, workshop);
    ui.horizontal_wrapped(|ui| {
        if ui.add(outline_button(text::close(lang)).neutral()).on_hover_text(text::close_help(lang)).clicked() {
            ctx.state.presenting = None;
            ctx.send(Command::Lesson(LessonChange::Close));
        }
        ui.label(TextRole::Small.rich(text::nothing_stored(lang)).color(ui.tokens().ink_soft));
    });
}

fn buttons_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let buttons = [
        (text::previous(lang), Act::Back, LessonChange::Back),
        (text::next(lang), Act::Next, LessonChange::Next),
        (text::reveal(lang), Act::Reveal, LessonChange::RevealNext),
    ];
    ui.horizontal_wrapped(|ui| {
        for (label, act, change) in buttons {
            if !ui.add(outline_button(label)).clicked() {
                continue;
            }
            match ctx.state.presenting.take() {
                Some(mut shown) => {
                    presenting::do_heard(ctx, &mut shown, Heard::Act(act), ui.input(|input| input.time));
                    ctx.state.presenting = Some(shown);
                }
                None => ctx.send(Command::Lesson(change)),
            }
        }
    });
}

/// What the room can name; a tick shows it to the room.
fn answers_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, notes: &TrainerNotes) {
    let lang = ctx.app.language();
    if notes.boards.iter().all(Vec::is_empty) {
        return;
    }
    let aspects: Vec<String> = match ctx.app.lesson().map(|lesson| &lesson.projected().scene) {
        Some(Scene::Boards(boards)) => boards.iter().map(|board| board.aspect.clone()).collect(),
        _ => Vec::new(),
    };
    section_label(ui, text::answers(lang));
    for (board, lines) in notes.boards.iter().enumerate() {
        if let Some(aspect) = aspects.get(board) {
            ui.label(TextRole::Strong.rich(aspect));
        }
        for (place, line) in lines.iter().enumerate() {
            let state = if line.by == Some(By::Room) { ChoiceState::Chosen } else { ChoiceState::Open };
            let words = match line.by {
                Some(By::Trainer) => format!("{} ({})", line.words, text::shown(lang)),
                Some(By::Room) | None => line.words.clone(),
            };
            if ui.add(ChoiceRow::new(ChoiceMark::Check, &words, &words).state(state)).clicked() {
                ctx.send(Command::Lesson(LessonChange::Named(board, place)));
            }
        }
    }
}

/// The ways on; the one that fits what was found stands out.
fn choices_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, notes: &TrainerNotes) {
    let Some(lesson) = ctx.app.lesson() else { return };
    let choices = lesson.projected().choices.clone();
    for (place, choice) in choices.iter().enumerate() {
        let button = outline_button(&choice.words).selected(notes.fits == Some(place));
        if ui.add(button).clicked() {
            ctx.send(Command::Lesson(LessonChange::Go(crate::workshop::Move::Choose(place))));
        }
    }
}
