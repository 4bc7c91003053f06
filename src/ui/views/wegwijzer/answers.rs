//! The answers: a column for each phase, certain ones first, then what still depends, then gaps.

use std::sync::Arc;

use eframe::egui::{Rect, Response, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{
    first::first_ui,
    pinned::pinned_ui,
    plan::plan_ui,
    question::question_ui,
    select::select,
    state::{AnswersShape, WegwijzerState},
};
use crate::{
    app::{AnswerView, AnswersView, AspectView, GapRow, OtherRow, PhaseView},
    lookup::Verdict,
    model::Lang,
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::{
            AnswerCard, Bearing, CompactRow, GapCard, LinkRow, alert_line, card_header, chip, lead_text, phase_heading,
            section_label,
        },
    },
};

/// More cards than this in one aspect are not drawn: the guide that has them wants another question first.
const MAX_CARDS: usize = 60;
/// So many gaps that may be there are shown without unfolding.
const PERHAPS_SHOWN: usize = 2;

pub(super) fn answers_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState) {
    let answers = ctx.app.answers();
    announce(ui, ctx.app.language(), &answers);
    let mut area = ScrollArea::vertical().id_salt("answers").auto_shrink(false);
    if std::mem::take(&mut state.main_to_top) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - size::S);
        plan_ui(ui, ctx, &mut state.plan_unfolded);
        question_ui(ui, ctx);
        first_ui(ui, ctx, &mut state.first_unfolded);
        pinned_ui(ui, ctx);
        let columns = columns_that_fit(ui.available_width(), answers.phases.len());
        begin(ui, state, &answers);
        for phases in answers.phases.chunks(columns) {
            phases_ui(ui, ctx, state, phases, columns);
            ui.add_space(size::M);
        }
    });
}

fn begin(ui: &Ui, state: &mut WegwijzerState, answers: &Arc<AnswersView>) {
    let shape = AnswersShape {
        answers: Arc::downgrade(answers),
        unfolded_gaps: state.unfolded_gaps.clone(),
        width: ui.available_width().to_bits(),
        pixels_per_point: ui.pixels_per_point().to_bits(),
    };
    state.answers.begin(ui, shape, answers.certain + answers.dependent + answers.gaps);
}

/// A live region: a screen reader says it when its words change.
fn announce(ui: &mut Ui, lang: Lang, answers: &AnswersView) {
    let words = text::answer_changed(answers.certain, answers.dependent, answers.gaps, lang);
    let builder = UiBuilder::new().id_salt("announcement").accessibility_role(Role::Status).accessibility_label(&words);
    let status = ui.scope_builder(builder, |_| {}).response;
    ui.ctx().accesskit_node_builder(status.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
}

fn columns_that_fit(width: f32, phases: usize) -> usize {
    (1..=phases.max(1))
        .rev()
        .find(|count| {
            #[expect(clippy::cast_precision_loss, reason = "there are four phases")]
            let count = *count as f32;
            (width - (count - 1.0) * size::COLUMN_GAP) / count >= size::COLUMN_MIN
        })
        .unwrap_or(1)
}

/// Phases side by side, on whole points; as high as the longest.
fn phases_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, phases: &[PhaseView], columns: usize) {
    let room = ui.available_rect_before_wrap();
    #[expect(clippy::cast_precision_loss, reason = "there are four columns")]
    let count = columns as f32;
    let width = ((room.width() - (count - 1.0) * size::COLUMN_GAP) / count).floor();
    let mut left = room.left();
    let mut bottom = room.top();
    for phase in phases {
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, f32::INFINITY));
        let name = format!("{} {}", phase.letter, phase.title);
        let builder = UiBuilder::new()
            .max_rect(rect)
            .id_salt(phase.letter)
            .accessibility_role(Role::Region)
            .accessibility_label(name);
        let mut column = ui.new_child(builder);
        column.spacing_mut().item_spacing.y = size::BETWEEN_CARDS;
        phase_ui(&mut column, ctx, state, phase);
        bottom = bottom.max(column.min_rect().bottom());
        left += width + size::COLUMN_GAP;
    }
    ui.allocate_rect(Rect::from_min_max(room.min, pos2(room.right(), bottom)), eframe::egui::Sense::hover());
}

fn phase_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, phase: &PhaseView) {
    let lang = ctx.app.language();
    ui.add(phase_heading(phase.letter, &phase.title));
    if phase.aspects.is_empty() {
        ui.label(TextRole::Secondary.rich(text::nothing_in_phase(lang)).color(ui.tokens().ink_soft));
    }
    for aspect in &phase.aspects {
        ui.add_space(size::XS);
        section_label(ui, &aspect.label);
        aspect_ui(ui, ctx, state, phase.letter, aspect);
    }
}

fn aspect_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, letter: char, aspect: &AspectView) {
    let lang = ctx.app.language();
    for answer in aspect.primary.iter().take(MAX_CARDS).filter_map(|row| ctx.app.answer(row)) {
        state.answers.item(ui, |ui| answer_ui(ui, ctx, letter, answer, lang));
    }
    let hidden = aspect.primary.len().saturating_sub(MAX_CARDS) + aspect.others.len().saturating_sub(MAX_CARDS);
    let (certain, perhaps): (Vec<_>, Vec<_>) = aspect.gaps.iter().partition(|gap| gap.verdict == Verdict::Applies);
    for gap in certain {
        state.answers.item(ui, |ui| gap_ui(ui, ctx, gap, lang));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for other in aspect.others.iter().take(MAX_CARDS) {
            state.answers.item(ui, |ui| other_ui(ui, ctx, letter, other));
        }
        perhaps_all_ui(ui, ctx, state, aspect, &perhaps);
    });
    if hidden > 0 {
        ui.label(TextRole::Small.rich(text::and_more(hidden, lang)).color(ui.tokens().ink_soft));
    }
}

fn answer_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, letter: char, answer: &AnswerView, lang: Lang) -> Response {
    let tokens = ui.tokens();
    let bearing = if answer.verdict == Verdict::Applies { Bearing::Certain } else { Bearing::Dependent };
    let open = (bearing == Bearing::Dependent).then(|| ctx.app.depends_on_words(answer.responsibility));
    let name = match &open {
        Some(open) => format!("{} {} {open}", answer.name, words::depends_on(lang)),
        None => answer.name.clone(),
    };
    let card = AnswerCard::new(("answer", answer.responsibility), &name, letter, bearing)
        .selected(ctx.app.selected() == Some(&answer.selects));
    let shown = card.show(ui, |ui| {
        card_header(ui, &answer.party, answer.role);
        ui.label(TextRole::Secondary.rich(&answer.task));
        if let Some(receives) = answer.receives {
            ui.label(TextRole::Small.rich(format!("{} {receives}", words::receives(lang))).color(tokens.ink_soft));
        }
        for alert in &answer.alerts {
            alert_line(ui, alert);
        }
        ui.horizontal_wrapped(|ui| {
            if answer.is_own {
                ui.add(chip(text::your_task(lang)).icon(Icon::Check));
            }
            if let Some(phone) = &answer.phone {
                ui.add(chip(&phone.replace(' ', "\u{a0}")));
            }
            if let Some(term) = &answer.term {
                ui.add(chip(term));
            }
            ui.label(TextRole::Small.rich(&answer.age).color(tokens.ink_soft));
        });
        if let Some(open) = &open {
            let open = format!("{} {open}", words::depends_on(lang));
            ui.label(TextRole::Small.rich(open).color(tokens.ink_soft));
        }
    });
    if shown.response.clicked() {
        select(ctx, &answer.selects);
    }
    shown.response
}

/// Who else is involved: a line, not a card.
fn other_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, letter: char, other: &OtherRow) -> Response {
    let other = ctx.app.other(other);
    let row = CompactRow::new(&other.party, &other.roles, &other.name)
        .phase(letter)
        .certain(other.verdict == Verdict::Applies)
        .selected(ctx.app.selected() == Some(&other.selects));
    let response = ui.push_id(("other", &other.party), |ui| ui.add(row)).inner.on_hover_text(&other.tasks);
    if response.clicked() {
        select(ctx, &other.selects);
    }
    response
}

fn gap_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, gap: &GapRow, lang: Lang) -> Response {
    let gap = ctx.app.gap(gap);
    let tokens = ui.tokens();
    let shown =
        GapCard::new(("gap", gap.gap), &gap.name).selected(ctx.app.selected() == Some(&gap.selects)).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = size::ICON_GAP;
                icon(ui, Icon::Warning, size::ICON, tokens.warning);
                ui.vertical(|ui| {
                    let kind = match gap.verdict {
                        Verdict::Depends => text::perhaps(gap.kind, lang),
                        Verdict::Applies | Verdict::Excluded => words::capital(gap.kind),
                    };
                    lead_text(ui, TextRole::Small, &format!("{kind}."), tokens.warning, &gap.text);
                    let ask = format!("{}: {}", words::ask(lang), gap.ask);
                    ui.label(TextRole::Small.rich(ask).color(tokens.ink_soft));
                });
            });
        });
    if shown.response.clicked() {
        select(ctx, &gap.selects);
    }
    shown.response
}

/// Gaps that may be there: a few, and the rest when asked.
fn perhaps_all_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, aspect: &AspectView, gaps: &[&GapRow]) {
    let lang = ctx.app.language();
    let is_unfolded = state.unfolded_gaps.contains(&aspect.label);
    let shown = if is_unfolded { gaps.len() } else { gaps.len().min(PERHAPS_SHOWN) };
    for gap in &gaps[..shown] {
        state.answers.item(ui, |ui| perhaps_ui(ui, ctx, gap, lang));
    }
    if gaps.len() > PERHAPS_SHOWN {
        let words =
            if is_unfolded { text::less(lang).to_owned() } else { text::more_possible_gaps(gaps.len() - shown, lang) };
        if ui.push_id(("more-gaps", &aspect.label), |ui| ui.add(LinkRow::new(&words))).inner.clicked() {
            if is_unfolded {
                state.unfolded_gaps.remove(&aspect.label);
            } else {
                state.unfolded_gaps.insert(aspect.label.clone());
            }
        }
    }
}

/// A gap that is there for some of the persons that are still possible: a line, not a card.
fn perhaps_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, gap: &GapRow, lang: Lang) -> Response {
    let gap = ctx.app.gap(gap);
    let words = format!("{}: {}", text::perhaps(gap.kind, lang), gap.text);
    let row = CompactRow::new(&words, "", &gap.name).warning().selected(ctx.app.selected() == Some(&gap.selects));
    let response = ui.push_id(("perhaps", gap.gap), |ui| ui.add(row)).inner.on_hover_text(&words);
    if response.clicked() {
        select(ctx, &gap.selects);
    }
    response
}
