//! The answers: a column for each phase, with what matters most for this person; the rest folded, in its place.

use std::sync::Arc;

use eframe::egui::{Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    first::first_ui,
    pinned::pinned_ui,
    plan::plan_ui,
    question::question_ui,
    select::select,
    state::{AnswersShape, Fold, WegwijzerState},
};
use crate::{
    app::{AnswerRow, AnswerView, AnswersView, AspectView, GapRow, PhaseView},
    lookup::Verdict,
    model::Lang,
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::{
            AnswerCard, Bearing, FoldHeader, GapCard, alert_line, card_header, lead_text, one_stop, phase_heading,
            scroll_by_key, section_label,
        },
    },
};

/// More rows than this in one fold are not drawn: the guide that has them wants another question first.
const MAX_ROWS: usize = 60;

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
        question_ui(ui, ctx, &mut state.question);
        first_ui(ui, ctx, &mut state.first_unfolded);
        pinned_ui(ui, ctx);
        if ctx.hears_scroll_keys(Pane::Main) {
            scroll_by_key(ui);
        }
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
        unfolded: state.unfolded.clone(),
        width: ui.available_width().to_bits(),
        pixels_per_point: ui.pixels_per_point().to_bits(),
    };
    state.answers.begin(ui, shape, answers.len());
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

/// Phases side by side, on whole points; as high as the longest. Their names stay in sight.
fn phases_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, phases: &[PhaseView], columns: usize) {
    let room = ui.available_rect_before_wrap();
    #[expect(clippy::cast_precision_loss, reason = "there are four columns")]
    let count = columns as f32;
    let width = ((room.width() - (count - 1.0) * size::COLUMN_GAP) / count).floor();
    let mut left = room.left();
    let mut bottom = room.top();
    let mut heads = Vec::new();
    for phase in phases {
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, f32::INFINITY));
        let name = format!("{} {}", phase.letter, phase.title);
        let builder = UiBuilder::new()
            .max_rect(rect)
            .scope_id(ui.make_persistent_id(("phase", phase.letter)))
            .accessibility_role(Role::Region)
            .accessibility_label(name);
        let mut column = ui.new_child(builder);
        column.spacing_mut().item_spacing.y = size::BETWEEN_CARDS;
        let head = column.add(phase_heading(phase.letter, &phase.title)).rect;
        heads.push((phase, head));
        one_stop(&mut column, "answers", |ui| phase_ui(ui, ctx, state, phase));
        bottom = bottom.max(column.min_rect().bottom());
        left += width + size::COLUMN_GAP;
    }
    let used = Rect::from_min_max(room.min, pos2(room.right(), bottom));
    ui.allocate_rect(used, Sense::hover());
    stay_in_sight(ui, used, &heads);
}

/// Names that are scrolled away are painted again at the upper edge, as long as something of their columns is seen.
fn stay_in_sight(ui: &Ui, columns: Rect, heads: &[(&PhaseView, Rect)]) {
    let tokens = ui.tokens();
    let height = heads.iter().map(|(_, head)| head.height()).fold(0.0, f32::max) + 2.0 * size::XS;
    let top = ui.clip_rect().top().min(columns.bottom() - height);
    if top <= columns.top() || top < ui.clip_rect().top() - height {
        return;
    }
    let band = Rect::from_x_y_ranges(columns.x_range().expand(size::FOCUS_GAP), top..=top + height);
    // What lies under the band is not clicked through it.
    ui.interact(band, ui.make_persistent_id("phases-in-sight"), Sense::CLICK);
    ui.painter().rect_filled(band, 0, tokens.ground);
    ui.painter().hline(band.x_range(), band.bottom(), (tokens.line_width, tokens.line));
    for (phase, head) in heads {
        phase_heading(phase.letter, &phase.title).paint(ui, head.translate(vec2(0.0, top + size::XS - head.top())));
    }
}

fn phase_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, phase: &PhaseView) {
    let lang = ctx.app.language();
    if phase.aspects.is_empty() {
        ui.label(TextRole::Secondary.rich(words::nothing_in_phase(ctx.app.guide(), lang)).color(ui.tokens().ink_soft));
    }
    for aspect in &phase.aspects {
        ui.add_space(size::XS);
        // What stands above it changes no name in it, or the focus would be lost.
        let builder = UiBuilder::new().scope_id(ui.make_persistent_id(("aspect", aspect.id.as_str())));
        ui.scope_builder(builder, |ui| {
            if aspect.told.is_empty() && aspect.told_gap.is_none() {
                quiet_aspect_ui(ui, ctx, state, phase.letter, aspect);
            } else {
                section_label(ui, &aspect.label);
                aspect_ui(ui, ctx, state, phase.letter, aspect);
            }
        });
    }
}

fn aspect_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, letter: char, aspect: &AspectView) {
    let lang = ctx.app.language();
    if let Some(gap) = &aspect.told_gap {
        state.answers.item(ui, |ui| gap_ui(ui, ctx, gap, lang));
    }
    for row in &aspect.told {
        answer_row(ui, ctx, state, letter, row);
    }
    if let Some(words) = tasks_in_words(aspect, lang) {
        let name = named(&aspect.label, &words);
        let header = |is_open| FoldHeader::new(&words, is_open).name(&name).more();
        if fold_ui(ui, state, Fold::Answers(aspect.id.clone()), header) {
            folded_ui(ui, ctx, state, letter, aspect);
        }
    }
    if let Some(words) = gaps_in_words(ctx, aspect) {
        let name = named(&aspect.label, &words);
        let header = |is_open| FoldHeader::new(&words, is_open).name(&name).warning();
        if fold_ui(ui, state, Fold::Gaps(aspect.id.clone()), header) {
            gaps_ui(ui, ctx, state, aspect);
        }
    }
}

/// An aspect of which nothing matters much now: one line, with all of it under it.
fn quiet_aspect_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, letter: char, aspect: &AspectView) {
    let parts = [tasks_in_words(aspect, ctx.app.language()), gaps_in_words(ctx, aspect)];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let name = named(&aspect.label, &words);
    let header = |is_open| FoldHeader::new(&aspect.label, is_open).name(&name).tail(&words);
    if fold_ui(ui, state, Fold::Answers(aspect.id.clone()), header) {
        folded_ui(ui, ctx, state, letter, aspect);
        gaps_ui(ui, ctx, state, aspect);
    }
}

fn tasks_in_words(aspect: &AspectView, lang: Lang) -> Option<String> {
    let tasks = aspect.folded_tasks();
    (tasks > 0).then(|| text::other_tasks(tasks, !aspect.told.is_empty(), lang))
}

fn gaps_in_words(ctx: &Ctx<'_>, aspect: &AspectView) -> Option<String> {
    let kinds: Vec<_> = aspect.gaps.iter().map(|gap| ctx.app.guide().gaps[gap.gap].kind).collect();
    (!kinds.is_empty()).then(|| words::gaps_of_kinds(&kinds, ctx.app.language()))
}

/// The same words stand under other aspects.
fn named(aspect: &str, words: &str) -> String {
    format!("{aspect}: {words}")
}

fn folded_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, letter: char, aspect: &AspectView) {
    let folded = ctx.app.folded(aspect);
    for row in folded.iter().take(MAX_ROWS) {
        answer_row(ui, ctx, state, letter, row);
    }
    let hidden = folded.len().saturating_sub(MAX_ROWS);
    if hidden > 0 {
        let words = text::and_more(hidden, ctx.app.language());
        ui.label(TextRole::Small.rich(words).color(ui.tokens().ink_soft));
    }
}

fn gaps_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, aspect: &AspectView) {
    let lang = ctx.app.language();
    for gap in &aspect.gaps {
        state.answers.item(ui, |ui| gap_ui(ui, ctx, gap, lang));
    }
}

/// The line that folds and unfolds; whether it is unfolded.
fn fold_ui<'a>(
    ui: &mut Ui,
    state: &mut WegwijzerState,
    fold: Fold,
    header: impl FnOnce(bool) -> FoldHeader<'a>,
) -> bool {
    let is_open = state.unfolded.contains(&fold);
    let builder = UiBuilder::new().scope_id(ui.make_persistent_id(&fold));
    if !ui.scope_builder(builder, |ui| ui.add(header(is_open))).inner.clicked() {
        return is_open;
    }
    if is_open {
        state.unfolded.remove(&fold);
    } else {
        state.unfolded.insert(fold);
    }
    is_open
}

fn answer_row(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut WegwijzerState, letter: char, row: &AnswerRow) {
    if let Some(answer) = ctx.app.answer(row) {
        state.answers.item(ui, |ui| answer_ui(ui, ctx, letter, answer));
    }
}

fn answer_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, letter: char, answer: &AnswerView) -> Response {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    let bearing = if answer.verdict == Verdict::Applies { Bearing::Certain } else { Bearing::Dependent };
    let open = (bearing == Bearing::Dependent)
        .then(|| format!("{} {}", words::depends_on(lang), ctx.app.depends_on_words(answer.responsibility)));
    let name = match &open {
        Some(open) => format!("{} {open}", answer.name),
        None => answer.name.clone(),
    };
    let card = AnswerCard::new(("answer", answer.responsibility), &name, letter, bearing)
        .selected(ctx.app.selected() == Some(&answer.selects));
    let shown = card.show(ui, |ui| {
        card_header(ui, &answer.party, &answer.roles);
        ui.label(TextRole::Secondary.rich(&answer.task));
        for task in &answer.more_tasks {
            ui.label(TextRole::Secondary.rich(task));
        }
        if let Some(receives) = answer.receives {
            ui.label(TextRole::Small.rich(format!("{} {receives}", words::receives(lang))).color(tokens.ink_soft));
        }
        for alert in &answer.alerts {
            alert_line(ui, alert);
        }
        let supplement = answer.supplement.map(str::to_owned);
        let own = answer.is_own.then(|| text::your_task(lang).to_owned());
        let phone = answer.phone.as_ref().map(|phone| phone.replace(' ', "\u{a0}"));
        let told: Vec<String> =
            [own, supplement, phone, answer.term.clone(), open, answer.old.clone()].into_iter().flatten().collect();
        if !told.is_empty() {
            ui.label(TextRole::Small.rich(told.join(" · ")).color(tokens.ink_soft));
        }
    });
    if shown.response.clicked() {
        select(ctx, &answer.selects);
    }
    shown.response
}

fn gap_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, gap: &GapRow, lang: Lang) -> Response {
    let gap = ctx.app.gap(gap);
    let tokens = ui.tokens();
    let card = GapCard::new(("gap", gap.gap), &gap.name).selected(ctx.app.selected() == Some(&gap.selects));
    let shown = card.show(ui, |ui| {
        let kind = match gap.verdict {
            Verdict::Depends => text::perhaps(gap.kind, lang),
            Verdict::Applies | Verdict::Excluded => words::capital(gap.kind),
        };
        lead_text(ui, TextRole::Small, &format!("{kind}."), tokens.warning, &gap.text);
        ui.label(TextRole::Small.rich(format!("{}: {}", words::ask(lang), gap.ask)).color(tokens.ink_soft));
    });
    if shown.response.clicked() {
        select(ctx, &gap.selects);
    }
    shown.response
}
