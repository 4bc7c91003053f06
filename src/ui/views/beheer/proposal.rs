//! Looking at another version of the guide: what it changes at the left, what that is and does at the right.

use eframe::egui::{Label, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::{
    effects,
    state::{BeheerState, ChangeAt, Panel},
};
use crate::{
    app::{ChoiceEffects, Command, Keep, Look, ProposalView},
    edit::{Fits, Take},
    model::{EntryKey, Lang},
    present::{ProposedChangeFacts, ProposedPieceFacts},
    text::proposal as text,
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, paint_icon, size},
        widgets::{
            ChoiceMark, ChoiceRow, ChoiceState, CompactRow, choice_rows, filled_button, one_stop, outline_button,
            section_label,
        },
    },
};

/// The part of the width that the list of changes takes.
const LIST: f32 = 0.46;
/// So much of what a choice does is told.
const MOST_LINES: usize = 30;

pub(super) fn proposal_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let Some(view) = ctx.app.proposal_view() else {
        if !ctx.app.is_proposing() {
            state.panel = Panel::Form;
        }
        return;
    };
    let lang = ctx.app.language();
    heading_ui(ui, ctx, state, &view);
    ui.add_space(size::S);
    if view.facts.pieces.is_empty() {
        ui.label(TextRole::Body.rich(text::nothing(lang)).color(ui.tokens().ink_soft));
        return;
    }
    let room = ui.available_rect_before_wrap();
    let split = room.left() + room.width() * LIST;
    let (list, told) = (room.with_max_x(split), room.with_min_x(split + size::M));
    area(ui, list, "proposal-list", |ui| list_ui(ui, ctx, state, &view));
    area(ui, told, "proposal-told", |ui| told_ui(ui, ctx, state, &view));
}

fn area(ui: &mut Ui, rect: Rect, salt: &str, inside: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(salt), |ui| {
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - size::S);
            inside(ui);
            ui.add_space(size::L);
        });
    });
}

/// What it is, how much of it is taken over, and what can be done with all of it.
fn heading_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &ProposalView) {
    let lang = ctx.app.language();
    let soft = ui.tokens().ink_soft;
    ui.add(Label::new(TextRole::Title.rich(format!("{}: {}", text::title(lang), view.title))).wrap());
    for note in &view.notes {
        ui.add(Label::new(TextRole::Small.rich(note).color(soft)).wrap());
    }
    ui.label(TextRole::Strong.rich(text::chosen(view.taken, view.open, view.both, lang)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let can_accept = view.can_accept && !ctx.app.is_proposing();
        let accepts = ui.add_enabled(can_accept, filled_button(text::accept(lang))).clicked();
        if accepts {
            send(ctx, Look::Accept);
            state.panel = Panel::Form;
        }
        if ui.add(outline_button(text::take_all(lang))).clicked() {
            send(ctx, Look::TakeAll);
        }
        let clashes =
            view.facts.pieces.iter().flat_map(|piece| &piece.changes).any(|change| change.fits == Fits::Clashes);
        if clashes && ui.add(outline_button(text::take_fits(lang)).neutral()).clicked() {
            send(ctx, Look::TakeFits);
        }
        if ui.add(outline_button(text::leave_all(lang)).neutral()).clicked() {
            send(ctx, Look::LeaveAll);
        }
        if ui.add(outline_button(text::close(lang)).neutral()).clicked() {
            send(ctx, Look::Close);
            state.panel = Panel::Form;
        }
    });
}

fn send(ctx: &mut Ctx<'_>, look: Look) {
    ctx.send(Command::Keep(Keep::Look(look)));
}

/// The changes, record by record.
fn list_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &ProposalView) {
    let lang = ctx.app.language();
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::changes(lang));
    ui.scope_builder(builder, |ui| {
        one_stop(ui, "proposal", |ui| {
            for (at, piece) in view.facts.pieces.iter().enumerate() {
                section_label(ui, &text::piece(&piece.name, piece.changes.len(), lang));
                for (of, change) in piece.changes.iter().enumerate() {
                    row_ui(ui, ctx, state, ((at, of), piece, change), take_of(view, (at, of)));
                }
                ui.add_space(size::S);
            }
        });
    });
}

fn take_of(view: &ProposalView, (piece, change): ChangeAt) -> Take {
    view.takes.get(piece).and_then(|takes| takes.get(change)).copied().unwrap_or_default()
}

type Row<'a> = (ChangeAt, &'a ProposedPieceFacts, &'a ProposedChangeFacts);

/// A change: whether it is taken over, and what it is.
fn row_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, (at, piece, change): Row<'_>, take: Take) {
    let lang = ctx.app.language();
    let choice = choice_words(change.fits, take, lang);
    let name = text::row(&change.text, choice);
    let is_told = state.proposed == at;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mark = vec2(size::TARGET, size::TARGET);
        ui.allocate_ui(mark, |ui| {
            ui.set_min_size(mark);
            match change.fits {
                Fits::Fits => toggle_ui(ui, ctx, &piece.key, change, take),
                // Which of the two is not said by a mark.
                Fits::Clashes => {
                    let middle = Rect::from_min_size(ui.min_rect().min, mark);
                    let place = Rect::from_center_size(middle.center(), vec2(size::ICON, size::ICON));
                    paint_icon(ui.painter(), place, Icon::Warning, ui.tokens().warning);
                }
                Fits::IsThere => {}
            }
        });
        let id = ui.scope_id().with(("proposed", at));
        let row = CompactRow::new(&change.text, choice, &name).certain(take != Take::Leave).id(id).selected(is_told);
        let row = ui.add(row);
        if row.clicked() || row.has_focus() && !is_told {
            state.proposed = at;
        }
    });
}

/// Whether a change that fits is taken over.
fn toggle_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, piece: &EntryKey, change: &ProposedChangeFacts, take: Take) {
    let lang = ctx.app.language();
    let state = if take == Take::Leave { ChoiceState::Open } else { ChoiceState::Chosen };
    let name = text::row(text::take(lang), &change.text);
    if ui.add(ChoiceRow::new(ChoiceMark::Check, "", &name).state(state)).clicked() {
        let other = if take == Take::Leave { Take::Theirs } else { Take::Leave };
        send(ctx, Look::Choose(piece.clone(), change.of.clone(), other));
    }
}

fn choice_words(fits: Fits, take: Take, lang: Lang) -> &'static str {
    match (fits, take) {
        (Fits::IsThere, _) => text::is_there(lang),
        (Fits::Fits, Take::Leave) => text::leave(lang),
        (Fits::Fits, Take::Theirs | Take::Both) => text::take(lang),
        (Fits::Clashes, Take::Leave) => text::ours(lang),
        (Fits::Clashes, Take::Theirs) => text::theirs(lang),
        (Fits::Clashes, Take::Both) => text::both(lang),
    }
}

/// The change that is told: what stands, what is wanted, and what can be chosen; and what all that is chosen does.
fn told_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &ProposalView) {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    let at = state.proposed;
    let found = view.facts.change(at.0, at.1).or_else(|| view.facts.change(0, 0));
    if let Some((piece, change)) = found {
        let take = take_of(view, at);
        ui.add(Label::new(TextRole::Strong.rich(&piece.name)).wrap());
        ui.add(Label::new(TextRole::Body.rich(&change.text)).wrap());
        if change.fits == Fits::Clashes {
            let told = if change.base.is_some() { text::clash(lang) } else { text::question(lang) };
            ui.add(Label::new(TextRole::Secondary.rich(told).color(tokens.warning)).wrap());
        }
        choices_ui(ui, ctx, (piece, change), take);
        ui.add_space(size::S);
        version_ui(ui, text::in_guide(lang), &change.ours, change.ours_by.as_deref(), lang);
        version_ui(ui, text::wanted(lang), &change.theirs, change.theirs_by.as_deref(), lang);
        if let Some(base) = change.base.as_deref().filter(|_| change.fits == Fits::Clashes) {
            version_ui(ui, text::before(lang), base, None, lang);
        }
        ui.add_space(size::S);
    }
    section_label(ui, text::effects(lang));
    match &view.effects {
        None => {
            ui.label(TextRole::Small.rich(text::working(lang)).color(tokens.ink_soft));
        }
        Some(effects) => effects_ui(ui, effects, lang),
    }
    if view.both > 0 {
        ui.add(Label::new(TextRole::Small.rich(text::effects_open(lang)).color(tokens.ink_soft)).wrap());
    }
}

/// What can be chosen of a change.
fn choices_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    (piece, change): (&ProposedPieceFacts, &ProposedChangeFacts),
    take: Take,
) {
    let lang = ctx.app.language();
    let options: &[Take] = match change.fits {
        Fits::IsThere => {
            ui.label(TextRole::Secondary.rich(text::is_there(lang)).color(ui.tokens().ink_soft));
            return;
        }
        Fits::Fits => &[Take::Theirs, Take::Leave],
        Fits::Clashes => &[Take::Leave, Take::Theirs, Take::Both],
    };
    choice_rows(ui, Role::RadioGroup, text::choice(lang), |ui| {
        for option in options {
            let label = choice_words(change.fits, *option, lang);
            let state = if *option == take { ChoiceState::Chosen } else { ChoiceState::Open };
            if ui.add(ChoiceRow::new(ChoiceMark::Radio, label, label).state(state)).clicked() {
                send(ctx, Look::Choose(piece.key.clone(), change.of.clone(), *option));
            }
        }
    });
}

/// What a version says, and who said so.
pub(super) fn version_ui(ui: &mut Ui, heading: &str, lines: &[String], by: Option<&str>, lang: Lang) {
    let tokens = ui.tokens();
    section_label(ui, heading);
    if lines.is_empty() {
        ui.label(TextRole::Body.rich(text::says_nothing(lang)).color(tokens.ink_soft));
    }
    for line in lines {
        ui.add(Label::new(TextRole::Body.rich(line)).wrap());
    }
    if let Some(by) = by {
        ui.add(Label::new(TextRole::Small.rich(by).color(tokens.ink_soft)).wrap());
    }
    ui.add_space(size::XS);
}

fn effects_ui(ui: &mut Ui, effects: &ChoiceEffects, lang: Lang) {
    let tokens = ui.tokens();
    match &effects.answers {
        None => {
            ui.add(Label::new(TextRole::Secondary.rich(text::effects_unknown(lang)).color(tokens.warning)).wrap());
        }
        Some(groups) => effects::effects_ui(ui, groups, MOST_LINES, lang),
    }
    if !effects.errors.is_empty() {
        section_label(ui, text::new_problems(lang));
        for error in effects.errors.iter().take(MOST_LINES) {
            ui.add(Label::new(TextRole::Secondary.rich(error).color(tokens.warning)).wrap());
        }
    }
}
