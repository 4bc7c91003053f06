//! What is looked at in the picture, in step with what the drawer explains.

use std::sync::Arc;

use eframe::egui::Ui;

use super::state::KetenState;
use crate::{
    app::{Chain, Command},
    text::{chain as text, window},
    ui::{ctx::Ctx, state::Pane, theme::TextRole, widgets::outline_button},
};

/// The chain, with the focus where the drawer is; `None` while it is still being laid out or cannot be, which is said.
pub(super) fn laid_out(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut KetenState) -> Option<Chain> {
    let lang = ctx.app.language();
    if ctx.app.is_chain_stale() {
        ctx.send(Command::ShowChain);
    }
    let chain = ctx.app.chain().cloned();
    match &chain {
        Some(chain) => follow(ctx, state, chain),
        None if ctx.app.has_chain_stopped() => {
            ui.label(TextRole::Body.rich(window::chain_stopped(lang)));
            if ui.add(outline_button(window::try_again(lang))).clicked() {
                ctx.send(Command::ShowChain);
            }
        }
        None => {
            ui.label(TextRole::Body.rich(text::drawing(lang)));
        }
    }
    chain
}

pub(super) fn choose(ctx: &mut Ctx<'_>, state: &mut KetenState, chain: &Chain, place: usize) {
    let Some(selects) = chain.selects(place, ctx.app.guide()) else { return };
    state.chosen = Some(place);
    state.followed = Some(selects.clone());
    ctx.state.pane = Pane::Drawer;
    ctx.send(Command::Select(Some(selects)));
}

/// What the drawer explains may have been chosen elsewhere: by search, in the drawer, in the other view.
fn follow(ctx: &Ctx<'_>, state: &mut KetenState, chain: &Chain) {
    let selected = ctx.app.selected();
    let is_new = state.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, &chain.view));
    if state.followed.as_ref() == selected && !is_new {
        return;
    }
    let kept = state.chosen;
    if is_new {
        // In another picture the same places stand elsewhere, or not at all.
        let last = state.of.replace(Arc::clone(&chain.view));
        let again = |place: usize| {
            let name = &last.as_ref()?.picture.places.get(place)?.name;
            chain.view.picture.places.iter().position(|place| place.name == *name)
        };
        if let Some(drawing) = &mut state.draws {
            drawing.from = drawing.from.and_then(again);
        }
        for place in [&mut state.looked_at, &mut state.chosen, &mut state.shows, &mut state.wants_focus] {
            *place = place.and_then(again);
        }
        state.held = None;
    }
    let explains = |place: usize| chain.selects(place, ctx.app.guide()).as_ref() == selected;
    if is_new && state.followed.as_ref() == selected && kept.is_some() && state.chosen.is_some_and(explains) {
        return;
    }
    state.followed = selected.cloned();
    state.chosen = selected.and_then(|selected| chain.place_of(selected, ctx.app.guide()));
    if is_new && selected.is_none() {
        return;
    }
    state.shows = state.chosen;
    state.shows_route = true;
    state.outline_to = state.chosen;
}
