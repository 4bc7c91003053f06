//! The questions, with what every answer to them would do.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, Role, ScrollArea, Ui};

use super::{gemeente::gemeente_ui, state::WegwijzerState};
use crate::{
    app::{Command, FacetView, OptionState, OptionView},
    model::{FacetId, FacetKind},
    text::{window as text, words},
    ui::{
        action::Action,
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::{
            ChoiceMark, ChoiceRow, ChoiceState, FoldHeader, choice_rows, outline_button, scroll_by_key, section_label,
        },
    },
};

/// This many facets are unfolded from the start; the rest unfolds when asked.
const UNFOLDED: usize = 6;

pub(super) fn facets_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState) {
    let lang = ctx.app.language();
    ui.label(TextRole::Heading.rich(text::who(lang)));
    ui.label(TextRole::Small.rich(text::leave_open(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::XS);
    let wipe_key = Action::ClearAll.key(ui);
    if ui.add(outline_button(text::clear_all(lang)).neutral().small().key(&wipe_key)).clicked() {
        Action::ClearAll.run(ui, ctx);
    }
    ui.add_space(size::XS);
    let mut area = ScrollArea::vertical().id_salt("facets").auto_shrink(false);
    if std::mem::take(&mut state.side_to_top) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        if ctx.hears_scroll_keys(Pane::Side) {
            scroll_by_key(ui);
        }
        ui.spacing_mut().item_spacing.y = size::LINE_GAP;
        let facets = ctx.app.facets();
        let (first, rest) = facets.split_at(UNFOLDED.min(facets.len()));
        for facet in first {
            ui.push_id(facet.id.as_str(), |ui| facet_ui(ui, ctx, &mut state.facet_folds, facet));
        }
        ui.add_space(size::S);
        gemeente_ui(ui, ctx, &mut state.gemeente_text);
        // The rest in its blocks; what decides most stands above them, in the guide's order.
        let sections: BTreeSet<_> = rest.iter().map(|facet| facet.section_position).collect();
        for section in sections {
            let mut members = rest.iter().filter(|facet| facet.section_position == section).peekable();
            if let Some(first) = members.peek() {
                ui.add_space(size::S);
                section_label(ui, &first.section);
            }
            for facet in members {
                ui.push_id(facet.id.as_str(), |ui| facet_ui(ui, ctx, &mut state.facet_folds, facet));
            }
        }
        ui.add_space(size::M);
    });
}

fn facet_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, facet_folds: &mut BTreeMap<FacetId, bool>, facet: &FacetView) {
    let unfolded = facet_folds.get(&facet.id).copied();
    let is_open = unfolded.unwrap_or(facet.position.position() < UNFOLDED || facet.summary.is_some());
    let header = FoldHeader::new(&facet.label, is_open).aside(facet.summary.as_deref().filter(|_| !is_open));
    let mut response = ui.add(header);
    if let Some(help) = &facet.help {
        response = response.on_hover_text(help);
    }
    if response.clicked() {
        facet_folds.insert(facet.id.clone(), !is_open);
    }
    if !is_open {
        return;
    }
    let role = match facet.kind {
        FacetKind::One => Role::RadioGroup,
        FacetKind::Many => Role::Group,
    };
    choice_rows(ui, role, &facet.label, |ui| {
        for row in 0..facet.options.len() {
            option_ui(ui, ctx, facet, row);
        }
    });
    ui.add_space(size::XS);
}

fn option_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, facet: &FacetView, row: usize) {
    let option = &facet.options[row];
    let effect = effect_in_words(ui, ctx, facet, row);
    let name = match &effect {
        Some((_, spoken)) => format!("{}, {spoken}", option.name),
        None => option.name.clone(),
    };
    let mark = match facet.kind {
        FacetKind::Many if option.becomes.is_some() => ChoiceMark::Check,
        _ => ChoiceMark::Radio,
    };
    let state = match &option.state {
        OptionState::Open => ChoiceState::Open,
        OptionState::Chosen => ChoiceState::Chosen,
        OptionState::Implied(because) => ChoiceState::Implied(because),
        OptionState::Impossible(because) => ChoiceState::Impossible(because),
    };
    let mut row = ChoiceRow::new(mark, &option.label, &name).state(state);
    if let Some((shown, _)) = &effect {
        row = row.effect(shown);
    }
    let indent = if option.indented { size::INDENT } else { 0.0 };
    let mut response = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(indent);
            ui.add(row)
        })
        .inner;
    if matches!(option.state, OptionState::Open) {
        // A ghost of what would change; worked out only while it is looked at.
        if response.hovered() || response.has_focus() {
            preview_ui(&response, ctx, facet, option);
        }
    } else if let Some(help) = &option.help {
        response = response.on_hover_text(help);
    }
    if response.clicked() {
        // With Ctrl a value is added to what was chosen: "one of these".
        let adds = ui.input(|input| input.modifiers.command);
        let known = match &option.added {
            Some(added) if adds => Some(added.clone()),
            _ => option.becomes.clone(),
        };
        ctx.send(Command::Know(facet.id.clone(), known));
    }
}

/// What a row would do, in signs and in words; `None` when it does nothing or is out of sight.
fn effect_in_words(ui: &Ui, ctx: &Ctx<'_>, facet: &FacetView, row: usize) -> Option<(String, String)> {
    let next = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(1.0, size::TARGET));
    if !ui.is_rect_visible(next) {
        return None;
    }
    let effect = ctx.app.effect_of(facet, row)?;
    Some(text::effect(effect.added, effect.taken_away, ctx.app.language()))
}

/// What would appear and disappear if this row were chosen.
fn preview_ui(response: &egui::Response, ctx: &Ctx<'_>, facet: &FacetView, option: &OptionView) {
    let lang = ctx.app.language();
    let Some(preview) = ctx.app.preview(&facet.id, option.becomes.as_ref()) else { return };
    let changes = [
        (text::would_be_certain(lang), &preview.becomes_certain),
        (words::appears(lang), &preview.appears),
        (words::disappears(lang), &preview.disappears),
        (text::gaps_would_appear(lang), &preview.gaps_appear),
        (text::gaps_would_disappear(lang), &preview.gaps_disappear),
    ];
    let lines = changes.iter().filter(|(_, names)| !names.is_empty());
    let lines = lines.map(|(what, names)| format!("{what}: {}", text::few_names(names, lang)));
    let lines: Vec<String> = option.help.clone().into_iter().chain(lines).collect();
    if !lines.is_empty() {
        response.show_tooltip_text(lines.join("\n"));
    }
}
