//! Who is primarily responsible, per aspect and answer to one question: at a glance, and on to the answer itself.

use std::collections::BTreeMap;

use eframe::egui::{Grid, Role, ScrollArea, Ui, WidgetInfo};

use super::state::BeheerState;
use crate::{
    app::{Command, OverAllView},
    model::{AspectIx, Facet, Ix},
    review::Cell,
    text::{completeness as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, MenuRow, choice_menu, outline_button},
    },
};

/// So many parties are named in a cell.
const NAMED: usize = 2;

/// The matrix of one facet; a cell leads to the answer for who fits it.
pub(super) fn coverage_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &OverAllView) {
    let lang = ctx.app.language();
    ui.label(TextRole::Small.rich(text::coverage_help(lang)).color(ui.tokens().ink_soft));
    let facet = facet_ui(ui, ctx, state, view);
    let Some(facet) = facet else { return };
    let described = &view.guide.facets[facet];
    let mut rows: BTreeMap<AspectIx, Vec<&Cell>> = BTreeMap::new();
    for cell in view.coverage.iter().filter(|cell| cell.facet == facet) {
        rows.entry(cell.aspect).or_default().push(cell);
    }
    ScrollArea::horizontal().id_salt("coverage").show(ui, |ui| {
        let columns = described.values.len() + 1;
        Grid::new("coverage").num_columns(columns).striped(true).spacing([size::S, size::XS]).show(ui, |ui| {
            ui.label("");
            for value in &described.values {
                ui.scope(|ui| {
                    ui.set_width(size::COVERAGE_CELL);
                    ui.label(TextRole::SmallStrong.rich(value.label.text(lang)));
                });
            }
            ui.end_row();
            for (aspect, cells) in rows {
                let phase = view.guide.phases[aspect.phase].letter;
                let name = format!("{phase}  {}", view.guide[aspect].label.text(lang));
                ui.label(TextRole::SmallStrong.rich(name));
                for (value, _) in described.values.iter().enumerate() {
                    ui.scope(|ui| {
                        ui.set_width(size::COVERAGE_CELL);
                        if let Some(cell) = cells.iter().find(|cell| cell.value == value) {
                            cell_ui(ui, ctx, view, cell);
                        }
                    });
                }
                ui.end_row();
            }
        });
    });
}

/// Which question it is about.
fn facet_ui(ui: &mut Ui, ctx: &Ctx<'_>, state: &mut BeheerState, view: &OverAllView) -> Option<Ix<Facet>> {
    let lang = ctx.app.language();
    let facets = &view.guide.facets;
    let first = || facets.iter().next().map(|facet| facet.id.clone());
    let chosen = state.over_all.facet.clone().filter(|id| facets.get(id).is_some()).or_else(first)?;
    let shown = facets.get(&chosen)?.label.text(lang);
    let button = ui.add(outline_button(shown).neutral().small().trailing(Icon::ChevronDown));
    let name = format!("{}: {shown}", text::facet(lang));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let found = choice_menu(ui, &button, (text::facet(lang), size::DIALOG_HEIGHT), || {
        facets.iter().map(|facet| MenuRow::new(facet.label.text(lang), facet.id == chosen)).collect()
    });
    let chosen = found.and_then(|at| (**facets).get(at)).map_or(chosen, |facet| facet.id.clone());
    let ix = facets.ix(&chosen);
    state.over_all.facet = Some(chosen);
    ix
}

/// The primary parties, or the gap; both lead to the answer.
fn cell_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, view: &OverAllView, cell: &Cell) {
    let (lang, guide) = (ctx.app.language(), &view.guide);
    let names = cell.primary.iter().map(|party| guide.parties[*party].short_name(view.day, lang));
    let mut said: Vec<String> = names.take(NAMED).map(str::to_owned).collect();
    let more = cell.primary.len().saturating_sub(NAMED);
    said.extend((more > 0).then(|| format!("+{more}")));
    let gap = cell.gap.map(|gap| words::gap_kind(guide.gaps[gap].kind, lang).to_owned());
    let said = match (said.is_empty(), gap) {
        (false, _) => said.join(", "),
        (true, Some(gap)) => words::capital(&gap),
        (true, None) => text::nobody_primary(lang).to_owned(),
    };
    let facet = &guide.facets[cell.facet];
    let value = &facet.values[cell.value];
    let name = format!("{}, {}: {said}", guide[cell.aspect].label.text(lang), value.label.text(lang));
    if ui.add(LinkRow::new(&said).heard(&name)).clicked() {
        ctx.send(Command::AskOnly(facet.id.clone(), value.id.clone()));
    }
}
