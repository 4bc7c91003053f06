//! Boxes that are put elsewhere by hand.

use eframe::egui::{Key, Modifiers, PointerButton, Pos2, Rect, Response, Ui};

use super::{
    camera::Camera,
    happened::{Happened, Held},
};
use crate::app::Chain;

/// A box is taken elsewhere within its aspect: by the pointer, or past its neighbour with Alt and an arrow.
pub(super) fn arrange(
    ui: &Ui,
    response: &Response,
    held: Option<Held>,
    chain: &Chain,
    position: usize,
    (camera, canvas): (&Camera, Rect),
    happened: &mut Happened,
) {
    let layout = &chain.view.layout;
    let own = layout.boxes[position];
    let height = |pointer: Pos2| (pointer.y - canvas.top() - camera.pan.y) / camera.zoom;
    let mut held = held.filter(|held| held.place == position);
    if response.drag_started_by(PointerButton::Primary) {
        let pressed = ui.input(|input| input.pointer.press_origin());
        held = pressed.map(|at| Held { place: position, grab: height(at) - own.top, top: own.top });
    }
    if let (Some(held), Some(at)) = (&mut held, response.interact_pointer_pos()) {
        held.top = height(at) - held.grab;
    }
    if response.dragged_by(PointerButton::Primary) {
        happened.held = held;
    } else if response.drag_stopped()
        // Escape ends a drag as well, but drops nothing.
        && ui.input(|input| input.pointer.any_released())
        && let Some(held) = held
    {
        let middle = held.top + (own.bottom - own.top) / 2.0;
        let others = chain.column(position).into_iter().filter(|other| *other != position);
        happened.placed = Some((position, others.rev().find(|other| layout.boxes[*other].center().y < middle)));
    }
    if !response.has_focus() {
        return;
    }
    let column = chain.column(position);
    let Some(at) = column.iter().position(|place| *place == position) else { return };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) && at > 0 {
        happened.placed = Some((position, at.checked_sub(2).map(|above| column[above])));
    } else if pressed(Key::ArrowDown) && at + 1 < column.len() {
        happened.placed = Some((position, Some(column[at + 1])));
    }
}
