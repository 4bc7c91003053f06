//! What only the picture needs to remember. Nothing of it is stored.

use std::sync::Arc;

use eframe::egui::Pos2;

use super::{camera::Camera, happened::Held};
use crate::{app::Selected, chain::Level, present::chain::ChainView};

/// A place that must stay where it is on the screen when another picture comes.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The picture that is left.
    pub(super) of: Arc<ChainView>,
    /// The name of the place.
    pub(super) place: String,
    /// Where its middle is on the screen.
    pub(super) at: Pos2,
    /// How near it is then; nothing leaves that as it is.
    pub(super) zoom: Option<f32>,
}

/// A hand-over that is being drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawing {
    /// The place that hands over; none while that is still to be chosen.
    pub(super) from: Option<usize>,
}

/// How the picture is looked at.
#[derive(Debug, Default)]
pub(super) struct KetenState {
    /// Where it stands on the screen; nothing until it was drawn once.
    pub(super) camera: Option<Camera>,
    /// Where the canvas began when it was drawn last.
    pub(super) canvas_top: Option<f32>,
    /// The place that was chosen last.
    pub(super) chosen: Option<usize>,
    /// Of which picture that is a place.
    pub(super) of: Option<Arc<ChainView>>,
    /// For what the drawer explained when that was chosen.
    pub(super) followed: Option<Selected>,
    /// So many hand-overs around the choice are shown; nothing shows all.
    pub(super) steps: Option<usize>,
    /// What must stay where it is on the screen when another picture takes its place.
    pub(super) anchor: Option<Anchor>,
    /// How much was shown in the last frame.
    pub(super) level: Option<Level>,
    /// How much was shown when more than the main line was shown last.
    pub(super) near: Option<Level>,
    /// The place that the pointer or the keyboard is on.
    pub(super) looked_at: Option<usize>,
    /// A place that must come in sight on the picture.
    pub(super) shows: Option<usize>,
    /// A place that must come in sight in the outline.
    pub(super) outline_to: Option<usize>,
    /// A place that asks for the keyboard.
    pub(super) wants_focus: Option<usize>,
    /// Whether boxes can be put elsewhere by hand.
    pub(super) arranges: bool,
    /// The hand-over that is being drawn.
    pub(super) draws: Option<Drawing>,
    /// The box that the pointer holds.
    pub(super) held: Option<Held>,
    /// Whether the route must come in sight with the place that must.
    pub(super) shows_route: bool,
    /// Which step of the route is looked at, from 1.
    pub(super) route_step: usize,
}
