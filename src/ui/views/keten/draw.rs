//! Drawing a hand-over that is missing, from box to box. What it says is filled in where the guide is kept.

use std::collections::BTreeMap;

use eframe::egui::{Key, KeyboardShortcut, Painter, PointerButton, Pos2, Rect, Response, Shape, Stroke, Ui};

use super::{
    camera::Camera,
    happened::Happened,
    lines::arrow,
    state::{Drawing, KetenState},
};
use crate::{
    app::{Chain, Command, Draft, Keep},
    model::{Field, Lang, RecordKind},
    text::chain as text,
    ui::{
        action::{alone, is_pressed_once},
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::outline_button,
    },
};

/// Begins to draw, or leaves it.
pub(super) const KEYS: [KeyboardShortcut; 1] = [alone(Key::O)];

/// Begins at its key; Escape goes a step back.
pub(super) fn hear_keys(ui: &Ui, state: &mut KetenState) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    if KEYS.iter().any(|key| is_pressed_once(ui, *key)) {
        toggle(state);
    } else if let Some(drawing) = state.draws
        && is_pressed_once(ui, alone(Key::Escape))
    {
        state.draws = drawing.from.map(|_| Drawing::default());
    }
}

/// Begins to draw, or leaves it; a box is not drawn from and taken elsewhere at once.
pub(super) fn toggle(state: &mut KetenState) {
    state.draws = if state.draws.is_none() { Some(Drawing::default()) } else { None };
    state.arranges = false;
}

/// What is to be chosen next, and how to leave it.
pub(super) fn help_ui(ui: &mut Ui, state: &mut KetenState, chain: &Chain, lang: Lang) {
    let Some(drawing) = state.draws else { return };
    let from = drawing.from.and_then(|from| chain.view.places.get(from));
    let asks = from.map_or_else(|| text::draw_from(lang).to_owned(), |from| text::draw_to(&from.title, lang));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        ui.label(TextRole::Strong.rich(asks).color(ui.tokens().accent));
        if ui.add(outline_button(text::draw_stop(lang)).neutral().small()).clicked() {
            state.draws = None;
        }
    });
}

/// Draws the line that the pointer pulls from a box, and says at which box it lets go.
pub(super) fn pull(
    ui: &Ui,
    painter: &Painter,
    response: &Response,
    chain: &Chain,
    position: usize,
    (camera, canvas): (&Camera, Rect),
    happened: &mut Happened,
) {
    let Some(at) = response.interact_pointer_pos() else { return };
    let own = camera.rect(canvas, chain.view.layout.boxes[position]);
    if response.dragged_by(PointerButton::Primary) && !own.contains(at) {
        let begin = Pos2::new(at.x.clamp(own.left(), own.right()), at.y.clamp(own.top(), own.bottom()));
        let stroke = Stroke::new(ui.tokens().ring_width, ui.tokens().accent);
        painter.line_segment([begin, at], stroke);
        painter.extend(arrow(&[begin, at], stroke.color, camera.zoom).into_iter().collect::<Vec<Shape>>());
    } else if response.drag_stopped() && ui.input(|input| input.pointer.any_released()) {
        let is_under = |place: &usize| camera.rect(canvas, chain.view.layout.boxes[*place]).contains(at);
        let under = (0..chain.view.places.len()).find(is_under);
        happened.drawn = under.filter(|to| *to != position).map(|to| (position, to));
    }
}

/// A box was chosen while a hand-over is drawn: who hands over, and then to whom. Whether it was taken as such.
pub(super) fn choose(ctx: &mut Ctx<'_>, state: &mut KetenState, chain: &Chain, place: usize) -> bool {
    let Some(drawing) = state.draws else { return false };
    if chain.view.picture.places[place].party().is_none() {
        return false;
    }
    match drawing.from {
        None => state.draws = Some(Drawing { from: Some(place) }),
        Some(from) if from == place => state.draws = Some(Drawing::default()),
        Some(from) => finish(ctx, state, chain, (from, place)),
    }
    true
}

/// The hand-over is drawn: the rest is said in its form.
pub(super) fn finish(ctx: &mut Ctx<'_>, state: &mut KetenState, chain: &Chain, (from, to): (usize, usize)) {
    let guide = ctx.app.guide();
    let ends = [(from, Field::From, Field::FromAspect), (to, Field::To, Field::ToAspect)];
    let mut refers = BTreeMap::new();
    for (place, party_field, aspect_field) in ends {
        let place = &chain.view.picture.places[place];
        // A gap or a fold hands nothing over.
        let Some(party) = place.party() else { return };
        let aspect = chain.view.picture.groups[place.group].aspect;
        refers.insert(party_field, guide.parties[party].id.to_string());
        refers.insert(aspect_field, guide[aspect].id.to_string());
    }
    state.draws = None;
    ctx.send(Command::Keep(Keep::Draft(Draft { kind: RecordKind::Referral, refers })));
}
