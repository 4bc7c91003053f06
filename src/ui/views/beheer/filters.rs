//! What narrows the list of records down: each filter a line, and all of them together.

use eframe::egui::{Align, Layout, Response, Role, Ui, WidgetInfo, vec2};

use super::{asking::tick_ui, choose, place::Place, state::BeheerState};
use crate::{
    app::{ChainPart, Choosable, Command, FormField, Holds, Keep, RecordFilter, RecordList},
    model::{Field, FieldPath, Lang, PartyId, RecordKey, RecordKind, walk::RefersTo},
    present::{change, freshness_words},
    review::Freshness,
    text::{fields, keeping as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{MenuRow, choice_menu, icon_button, outline_button},
    },
};

/// How many are listed, and the filters: all of them once that is asked, and else those in use.
pub(super) fn filters_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, list: &RecordList) {
    let lang = ctx.app.language();
    ui.add_space(size::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let chevron = if state.shows_filters { Icon::ChevronUp } else { Icon::ChevronDown };
        let is_on = state.shows_filters || list.filter.is_narrowed();
        let button = outline_button(text::narrow(lang)).neutral().small().trailing(chevron).selected(is_on);
        if ui.add(button).clicked() {
            state.shows_filters ^= true;
        }
        let count = text::listed(list.rows.len(), list.of, lang);
        ui.label(TextRole::Small.rich(count).color(ui.tokens().ink_soft));
    });
    let filter = &list.filter;
    if state.shows_filters || filter.party.is_some() {
        party_ui(ui, ctx, state, filter);
    }
    if state.shows_filters || filter.part.is_some() {
        part_ui(ui, ctx, filter);
    }
    if state.shows_filters || filter.freshness.is_some() {
        freshness_ui(ui, ctx, filter);
    }
    if (state.shows_filters || filter.only_problems) && tick_ui(ui, filter.only_problems, text::only_problems(lang)) {
        set(ctx, RecordFilter { only_problems: !filter.only_problems, ..filter.clone() });
    }
}

fn set(ctx: &mut Ctx<'_>, filter: RecordFilter) {
    ctx.send(Command::Keep(Keep::List(filter)));
}

/// The button of a filter, that says what it asks, and one that takes it away; whether that was clicked.
fn row_ui(ui: &mut Ui, name: &str, asked: Option<&str>, lang: Lang, open: impl FnOnce(&mut Ui, &str)) -> bool {
    let room = vec2(ui.available_width(), size::BUTTON);
    let row = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let shown = format!("{name}: {}", asked.unwrap_or(text::any(lang)));
        let clear = if asked.is_some() { size::BUTTON } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width(room.x - clear);
            open(ui, &shown);
        });
        let clear = format!("{}: {name}", text::clear(lang));
        asked.is_some() && ui.add(icon_button(Icon::Close, &clear)).clicked()
    });
    row.inner
}

fn menu_button(ui: &mut Ui, shown: &str, lang: Lang) -> Response {
    let button = outline_button(shown).neutral().small().trailing(Icon::ChevronDown).at_most(ui.available_width());
    let button = ui.add(button).on_hover_text(shown);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {shown}", text::narrow(lang))));
    button
}

/// Everything that names a party.
fn party_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, filter: &RecordFilter) {
    let lang = ctx.app.language();
    let name = words::capital(fields::kind(RecordKind::Party, lang));
    let guide = ctx.app.kept_guide();
    let asked = filter.party.as_ref().map(|party| change::title(&RecordKey::from(party), guide, lang));
    let asked = asked.map(Option::unwrap_or_default);
    let at = FieldPath::from(Field::Party);
    let heard = text::narrow(lang).to_owned();
    let field = FormField { at, depth: 0, label: name.clone(), name: heard, holds: Holds::Item, item: None };
    let id = ui.scope_id().with("filter-party");
    let place = Place { record: &RecordKey::Guide, field: &field, wrong: &[], id, is_draft: false };
    let mut chosen: Option<Choosable> = None;
    let is_cleared = row_ui(ui, &name, asked.as_deref(), lang, |ui, shown| {
        chosen = choose::choose_ui(ui, ctx, state, &place, shown, &RefersTo::Party);
    });
    let party = chosen.and_then(|chosen| PartyId::new(&chosen.id).ok());
    if is_cleared || party.is_some() {
        set(ctx, RecordFilter { party, ..filter.clone() });
    }
}

/// Everything about a phase or an aspect.
fn part_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, filter: &RecordFilter) {
    let lang = ctx.app.language();
    let parts = ctx.app.chain_parts();
    let asked = filter.part.as_ref().and_then(|own| parts.iter().find(|(part, _)| part == own));
    let name = text::part(lang);
    let mut chosen = None;
    let is_cleared = row_ui(ui, name, asked.map(|(_, words)| words.as_str()), lang, |ui, shown| {
        let button = menu_button(ui, shown, lang);
        let found = choice_menu(ui, &button, (name, size::DIALOG_HEIGHT), || {
            let row = |(part, words): &(ChainPart, String)| {
                let is_part = matches!(part, ChainPart::Aspect(_));
                MenuRow::new(words.clone(), filter.part.as_ref() == Some(part)).part(is_part)
            };
            parts.iter().map(row).collect()
        });
        chosen = found.and_then(|found| parts.get(found)).map(|(part, _)| part.clone());
    });
    if is_cleared || chosen.is_some() {
        set(ctx, RecordFilter { part: chosen, ..filter.clone() });
    }
}

/// Tasks by how long ago somebody checked them.
fn freshness_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, filter: &RecordFilter) {
    let lang = ctx.app.language();
    let name = text::freshness(lang);
    let asked = filter.freshness.map(|freshness| freshness_words(freshness, lang));
    let mut chosen = None;
    let is_cleared = row_ui(ui, name, asked, lang, |ui, shown| {
        let button = menu_button(ui, shown, lang).on_hover_text(text::freshness_help(lang));
        let found = choice_menu(ui, &button, (name, size::DIALOG_HEIGHT), || {
            let row = |freshness| MenuRow::new(freshness_words(freshness, lang), filter.freshness == Some(freshness));
            Freshness::ALL.into_iter().map(row).collect()
        });
        chosen = found.and_then(|found| Freshness::ALL.get(found)).copied();
    });
    if is_cleared || chosen.is_some() {
        set(ctx, RecordFilter { freshness: chosen, ..filter.clone() });
    }
}
