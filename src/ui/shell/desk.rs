//! The bar at the bottom: where the user works, the route from there to what is explained, and the referral card.

use eframe::egui::{ScrollArea, Ui, vec2};

use super::dialog::room;
use crate::{
    app::{ASKER, Command, OptionState, OptionView, Selected},
    text::{window as text, words},
    ui::{
        action::Action,
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::{MenuRow, chip, choice_menu, filled_button, outline_button},
    },
};

pub(in crate::ui) fn bottom_bar(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    ui.horizontal_centered(|ui| {
        let key = Action::SaveCard.key(ui);
        // The button keeps its place at the right, however long the route is.
        let button = filled_button(Action::SaveCard.name(lang)).key(&key);
        let width = (ui.available_width() - button.width(ui) - size::S).max(0.0);
        ui.allocate_ui(vec2(width, size::BAR), |ui| {
            ui.set_min_width(width);
            if ctx.app.guide().facets.iter().any(|facet| facet.id.as_str() == ASKER) {
                ScrollArea::horizontal().auto_shrink([false, true]).show(ui, |ui| desk_bar(ui, ctx));
            }
        });
        if ui.add(button).clicked() {
            Action::SaveCard.run(ui, ctx);
        }
    });
}

fn desk_bar(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    ui.horizontal_centered(|ui| {
        ui.label(TextRole::Body.rich(text::i_work_at(lang)).color(tokens.ink_soft));
        desk_choice(ui, ctx);
        moment_ui(ui, ctx);
        if ctx.app.own_party().is_none() {
            return;
        }
        match (ctx.app.route(), ctx.app.selected()) {
            (Some(route), _) => {
                for step in &route.steps {
                    icon(ui, Icon::ArrowRight, size::ICON, tokens.ink_soft);
                    let act = format!("{} · {}", step.act, step.ground);
                    ui.label(TextRole::Small.rich(act).color(tokens.ink_soft));
                    if ui.add(chip(&step.to).round().button(&step.to)).clicked() {
                        ctx.send(Command::Select(Some(Selected::Party(step.party.clone()))));
                    }
                }
            }
            (None, None) => {
                ui.label(TextRole::Small.rich(text::pick_answer(lang)).color(tokens.ink_soft));
            }
            (None, Some(_)) => {
                ui.label(TextRole::Small.rich(words::no_route(ctx.app.guide(), lang)).color(tokens.ink_soft));
            }
        }
    });
}

/// The hour of asking: what the clock says, or the user; a click changes it.
fn moment_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let Some(moment) = ctx.app.moment() else { return };
    let lang = ctx.app.language();
    let value = moment.value.as_deref().unwrap_or(text::hour_unknown(lang));
    let by = if moment.is_by_clock { text::by_clock(lang) } else { text::by_hand(lang) };
    let words = format!("{value} · {by}");
    let next = match &moment.next_value {
        Some(value) => text::choose_moment(value, lang),
        None => text::back_to_clock(lang).to_owned(),
    };
    let key = Action::OtherMoment.key(ui);
    if ui.add(outline_button(&words).neutral().key(&key)).on_hover_text(next).clicked() {
        ctx.send(moment.next);
    }
}

fn desk_choice(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let own = ctx.app.own_party().map(|party| party.short_name(ctx.app.date(), lang));
    let shown = own.unwrap_or(text::choose_desk(lang)).to_owned();
    let button = ui.add(outline_button(&shown).neutral().trailing(Icon::ChevronDown));
    let facets = ctx.app.facets();
    let Some(facet) = facets.iter().find(|facet| facet.id.as_str() == ASKER) else { return };
    let found = choice_menu(ui, &button, (text::i_work_at(lang), room(ui)), || {
        let row = |option: &OptionView| {
            let label = if option.becomes.is_none() { words::unknown(lang) } else { &option.label };
            let name = format!("{} {}", text::i_work_at(lang), option.label);
            MenuRow::new(label.to_owned(), option.state == OptionState::Chosen).heard(name)
        };
        facet.options.iter().map(row).collect()
    });
    if let Some(option) = found.and_then(|found| facet.options.get(found)) {
        ctx.send(Command::Know(facet.id.clone(), option.becomes.clone()));
    }
}
