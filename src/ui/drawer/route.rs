//! The way from one's own desk to what is explained, with the ground for every step; and that party's place in
//! the chain.

use eframe::egui::Ui;

use super::parts::{lines, part};
use crate::{
    app::{Command, Selected},
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _},
        widgets::LinkRow,
    },
};

pub(super) fn route_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let Some(route) = ctx.app.route() else { return };
    let tokens = ui.tokens();
    part(ui, text::route_here(lang));
    for (number, step) in route.steps.iter().enumerate() {
        let heading = format!("{}. {} → {}", number + 1, step.act, step.to);
        if ui.push_id(number, |ui| ui.add(LinkRow::new(&heading))).inner.clicked() {
            ctx.send(Command::Select(Some(Selected::Party(step.party.clone()))));
        }
        ui.label(TextRole::Secondary.rich(&step.text));
        for provided in &step.provided {
            ui.label(TextRole::Secondary.rich(provided));
        }
        let sharing = format!("{}: {}. {}", words::sharing(lang), words::capital(step.ground), step.sharing);
        ui.label(TextRole::Small.rich(sharing).color(tokens.ink_soft));
        for term in &step.terms {
            ui.label(TextRole::Small.rich(format!("{}: {term}", words::term(lang))).color(tokens.ink_soft));
        }
        if let Some(open) = &step.depends_on {
            ui.label(TextRole::Small.rich(format!("{} {open}", words::depends_on(lang))).color(tokens.ink_soft));
        }
        if step.start_unknown {
            ui.label(TextRole::Small.rich(words::unknown_start(lang)).color(tokens.ink_soft));
        }
        if step.only_announced {
            ui.label(TextRole::Small.rich(words::only_announced(lang)).color(tokens.ink_soft));
        }
    }
}

pub(super) fn in_chain_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let lang = ctx.app.language();
    let Some(place) = ctx.app.in_chain() else { return };
    let sentence = |words: &str, names: &[String], between: &str| {
        (!names.is_empty()).then(|| format!("{words} {}", names.join(between)))
    };
    let told = [
        sentence(text::always_past(lang), &place.gates, ", "),
        sentence(text::only_through(lang), &place.cuts_off, ", "),
        sentence(text::comes_back(lang), &place.way_back, " → "),
    ];
    lines(ui, text::in_chain(lang), told.iter().flatten().map(String::as_str));
}
