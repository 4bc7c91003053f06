//! Boxes that are put elsewhere by hand.

use eframe::egui::{Key, Modifiers, Response, Ui};

use super::{boxes::Happened, camera::Camera};
use crate::{app::Chain, ui::state::View};

/// A box is taken elsewhere: by the pointer, or past its neighbour with Alt and an arrow.
pub(super) fn arrange(
    ui: &Ui,
    response: &Response,
    view: &View<'_>,
    chain: &Chain,
    position: usize,
    camera: &Camera,
    happened: &mut Happened,
) {
    let layout = &chain.view.layout;
    let own = layout.boxes[position];
    let before = view.state.keten.held.filter(|(held, _)| *held == position).map_or(0.0, |(_, by)| by);
    if response.dragged() {
        happened.held = Some((position, before + response.drag_delta().y));
    }
    let picture = &chain.view.picture;
    let group = (0..picture.places.len())
        .filter(|other| picture.places[*other].group == picture.places[position].group && *other != position)
        .filter(|other| !chain.view.places[*other].is_gap)
        .map(|other| layout.boxes[other]);
    if response.drag_stopped() {
        // It stays in its aspect, and leaves no room open there.
        let first = group.clone().map(|other| other.top).fold(own.top, f32::min);
        let last = group.clone().map(|other| other.bottom).fold(own.bottom, f32::max) - (own.bottom - own.top);
        happened.placed = Some((position, (own.top + before / camera.zoom).clamp(first, last)));
    }
    if !response.has_focus() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) {
        let above = group.filter(|other| other.top < own.top).max_by(|a, b| a.top.total_cmp(&b.top));
        happened.placed = above.map(|above| (position, above.top));
    } else if pressed(Key::ArrowDown) {
        let below = group.filter(|other| other.top > own.top).min_by(|a, b| a.top.total_cmp(&b.top));
        happened.placed = below.map(|below| (position, own.top + below.bottom - own.bottom));
    }
}
