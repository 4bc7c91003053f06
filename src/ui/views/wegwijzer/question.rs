//! The next question, the only coloured band.

use eframe::egui::Ui;

use super::keys::{ANSWER_KEYS, SKIP_KEY};
use crate::{
    app::{App, Command, answer},
    lookup::QuestionOption,
    model::{Facet, Ix},
    text::{window as text, words},
    ui::{
        action::key_name,
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{outline_button, question_band},
    },
};

pub(super) fn question_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let guide = ctx.app.guide();
    let Some(question) = ctx.app.next_question() else { return };
    let facet = &guide.facets[question.facet];
    let parties = ctx.app.document().index.decides_between(ctx.app.outcome(), question);
    let names: Vec<&str> = parties.iter().map(|party| guide.parties[*party].short_name(ctx.app.date(), lang)).collect();
    let mut commands = Vec::new();
    question_band(ui, text::next_question(lang), |ui| {
        ui.spacing_mut().item_spacing.y = size::LINE_GAP;
        ui.label(TextRole::Strong.rich(facet.question.text(lang)));
        if !names.is_empty() {
            let decides = text::decides_between(&names, lang);
            ui.label(TextRole::Small.rich(decides).color(ui.tokens().ink_soft));
        }
        ui.add_space(size::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(size::S, size::S);
            for (position, option) in question.options.iter().enumerate() {
                let label = option_label(ctx.app, question.facet, option);
                let mut button = outline_button(&label);
                let key = ANSWER_KEYS.get(position).map(|key| key_name(ui, *key));
                if let Some(key) = &key {
                    button = button.key(key);
                }
                if ui.add(button).clicked() {
                    commands.extend(answer(ctx.app, question.facet, option));
                }
            }
            if ui.add(outline_button(text::skip(lang)).neutral().key(&key_name(ui, SKIP_KEY))).clicked() {
                commands.push(Command::Skip(facet.id.clone()));
            }
        });
    });
    for command in commands {
        ctx.send(command);
    }
    ui.add_space(size::S);
}

fn option_label(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> String {
    let lang = app.language();
    match option {
        QuestionOption::Value(id) | QuestionOption::Group(id) => {
            app.guide().facets[facet].value_label(id, lang).to_owned()
        }
        QuestionOption::None => words::none_of_these(lang).to_owned(),
    }
}
