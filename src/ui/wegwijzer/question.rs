//! The next question, the only coloured band.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::Ui;

use crate::{
    app::{App, Command},
    lookup::{Known, QuestionOption},
    model::{Facet, FacetKind, Ix, ValueId},
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        shell::{ANSWER_KEYS, SKIP_KEY},
        theme::{TextRole, UiExt as _, size},
        widgets::{outline_button, question_band},
    },
};

pub(super) fn question_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let guide = ctx.app.guide();
    let Some(question) = ctx.app.next_question() else { return };
    let facet = &guide.facets[question.facet];
    let parties = ctx.app.loaded().index.decides_between(ctx.app.outcome(), question);
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
                if let Some((_, key)) = ANSWER_KEYS.get(position) {
                    button = button.key(key);
                }
                if ui.add(button).clicked() {
                    commands.extend(answer(ctx.app, question.facet, option));
                }
            }
            if ui.add(outline_button(text::skip(lang)).neutral().key(SKIP_KEY.1)).clicked() {
                commands.push(Command::Skip(facet.id.clone()));
            }
        });
    });
    ctx.state.commands.extend(commands);
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

/// What is known when a question is answered in this way.
pub(in crate::ui) fn answer(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> Option<Command> {
    let facet = &app.guide().facets[facet];
    let known = match (facet.kind, option) {
        (FacetKind::One, QuestionOption::Value(value)) => Known::OneOf(BTreeSet::from([value.clone()])),
        (FacetKind::One, QuestionOption::Group(group)) => {
            Known::OneOf(facet.group(group)?.values.iter().cloned().collect())
        }
        (FacetKind::Many, QuestionOption::None) => Known::Each(each(facet.values.iter().map(|v| &v.id), false)),
        (FacetKind::Many, QuestionOption::Value(value) | QuestionOption::Group(value)) => {
            let mut known = match app.profile().known(&facet.id) {
                Some(Known::Each(known)) => known.clone(),
                _ => BTreeMap::new(),
            };
            known.insert(value.clone(), true);
            Known::Each(known)
        }
        (FacetKind::One, QuestionOption::None) => return None,
    };
    Some(Command::Know(facet.id.clone(), Some(known)))
}

fn each<'a>(values: impl Iterator<Item = &'a ValueId>, is_true: bool) -> BTreeMap<ValueId, bool> {
    values.map(|value| (value.clone(), is_true)).collect()
}
