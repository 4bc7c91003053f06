//! A case as a trainer reads it before giving it.

use eframe::egui::{DragValue, Ui};

use super::Workshop;
use crate::{
    app::{CaseView, Command, FileAbout, LessonChange},
    export::{handout, rolecards},
    model::RecordId,
    text::lesson as text,
    ui::{
        ctx::Ctx,
        presenting::{self, Presenting, Screen},
        state::{Dialog, SaveFile},
        theme::{TextRole, UiExt as _, size},
        widgets::{CompactRow, filled_button, one_stop, outline_button, section_label},
    },
    workshop::Spot,
};

pub(super) fn before_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &mut Workshop) {
    let lang = ctx.app.language();
    let case = workshop.chosen.as_ref().and_then(|id| ctx.app.case_view(id));
    let Some(case) = case else {
        ui.label(TextRole::Body.rich(text::choose_case(lang)).color(ui.tokens().ink_soft));
        return;
    };
    ui.set_max_width(size::CASE_WIDTH);
    ui.label(TextRole::Title.rich(&case.row.title));
    ui.label(TextRole::Secondary.rich(&case.row.about).color(ui.tokens().ink_soft));
    ui.label(TextRole::Body.rich(&case.story));
    ui.add_space(size::S);
    show_ui(ui, ctx, workshop);
    ui.add_space(size::M);
    papers_ui(ui, ctx, &case.row.id);
    ui.add_space(size::M);
    steps_ui(ui, ctx, workshop, &case);
    ui.add_space(size::M);
    quiz_ui(ui, ctx, workshop, &case.row.id);
    ui.add_space(size::M);
    keys_ui(ui, ctx, workshop);
}

/// Where it is shown.
pub(super) fn show_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &mut Workshop) {
    let lang = ctx.app.language();
    let is_going = ctx.app.lesson().is_some();
    let (here, beside) = if is_going {
        (text::go_on_here(lang), text::go_on_beside(lang))
    } else {
        (text::show_here(lang), text::show_beside(lang))
    };
    ui.horizontal_wrapped(|ui| {
        if ui.add(filled_button(here).key("F5")).clicked() {
            workshop.show(ctx, Screen::This);
        }
        if ui.add(outline_button(beside)).clicked() {
            workshop.show(ctx, Screen::Other(workshop.screen));
        }
        let mut number = workshop.screen + 1;
        let label = ui.label(TextRole::Small.rich(text::screen(lang)).color(ui.tokens().ink_soft));
        if ui.add(DragValue::new(&mut number).range(1..=4)).labelled_by(label.id).changed() {
            workshop.screen = number.saturating_sub(1);
        }
    });
}

/// What participants get on paper.
fn papers_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, case: &RecordId) {
    let lang = ctx.app.language();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        for what in [&rolecards::EXPORT, &handout::EXPORT] {
            let Some(dialog) = &what.dialog else { continue };
            if ui.add(outline_button(&text::on_paper((dialog.title)(lang))).neutral()).clicked() {
                ctx.state.dialog =
                    SaveFile::of(what, ctx.app).map(|save| Dialog::Save(save.about(FileAbout::Case(case.clone()))));
            }
        }
    });
}

/// The steps; each can be where one begins.
fn steps_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &Workshop, case: &CaseView) {
    let lang = ctx.app.language();
    section_label(ui, text::steps(lang));
    one_stop(ui, "case-steps", |ui| {
        for (number, step) in case.steps.iter().enumerate() {
            let letter = step.letter.map(String::from);
            let minutes = step.minutes.map(|minutes| text::minutes(minutes, lang));
            let aside: Vec<String> = letter.into_iter().chain(minutes).collect();
            let aside = aside.join(" · ");
            let title = format!("{number}  {}", step.title);
            let name = format!("{}: {title}, {aside}", text::from_here(lang));
            if ui.add(CompactRow::new(&title, &aside, &name)).clicked() {
                begin(ctx, case.row.id.clone(), step.spot.clone());
                ctx.state.presenting = Some(Presenting::on(Screen::This, workshop.with_letters));
            }
        }
    });
}

/// Questions made from the guide.
fn quiz_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &mut Workshop, case: &RecordId) {
    let lang = ctx.app.language();
    section_label(ui, text::quiz(lang));
    ui.horizontal_wrapped(|ui| {
        let (count, seed) = &mut workshop.quiz;
        let label = ui.label(TextRole::Small.rich(text::count(lang)));
        ui.add(DragValue::new(count).range(1..=30)).labelled_by(label.id);
        let label = ui.label(TextRole::Small.rich(text::seed(lang))).on_hover_text(text::seed_help(lang));
        ui.add(DragValue::new(seed).range(1..=999)).labelled_by(label.id);
        if ui.add(outline_button(text::begin_quiz(lang))).clicked() {
            let change = LessonChange::BeginQuiz { case: case.clone(), count: *count, seed: *seed };
            ctx.send(Command::Lesson(change));
            ctx.state.presenting = Some(Presenting::on(Screen::This, workshop.with_letters));
        }
    });
}

/// The keys, and whether letters are among them.
fn keys_ui(ui: &mut Ui, ctx: &Ctx<'_>, workshop: &mut Workshop) {
    let lang = ctx.app.language();
    section_label(ui, text::keys(lang));
    ui.checkbox(&mut workshop.with_letters, TextRole::Body.rich(text::letters(lang)));
    eframe::egui::Grid::new("presenting-keys").num_columns(2).spacing([size::M, size::XS]).show(ui, |ui| {
        for (keys, what) in presenting::help(lang) {
            ui.label(TextRole::SmallStrong.rich(keys));
            ui.label(TextRole::Secondary.rich(what));
            ui.end_row();
        }
    });
}

/// Gives a case from there.
pub(super) fn begin(ctx: &mut Ctx<'_>, case: RecordId, spot: Spot) {
    ctx.send(Command::Lesson(LessonChange::Begin(case, spot)));
}
