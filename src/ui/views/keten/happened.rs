//! What a frame did to the boxes.

/// A box that the pointer holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Held {
    /// Which one.
    pub(super) place: usize,
    /// How far under its upper side, in points of the picture.
    pub(super) grab: f32,
    /// Where its upper side is now, in points of the picture.
    pub(super) top: f32,
}

/// What happened to the boxes in this frame.
#[derive(Debug, Default)]
pub(super) struct Happened {
    /// The one that was chosen.
    pub(super) chosen: Option<usize>,
    /// Whether that was by keyboard.
    pub(super) has_focus: bool,
    /// The one that the pointer or the keyboard is on.
    pub(super) looked_at: Option<usize>,
    /// The keyboard came to it.
    pub(super) arrived: Option<usize>,
    /// The arrow keys lead to it.
    pub(super) goes_to: Option<usize>,
    /// The pointer holds it.
    pub(super) held: Option<Held>,
    /// It was put elsewhere: right below another place, or first of its aspect.
    pub(super) placed: Option<(usize, Option<usize>)>,
    /// A hand-over was drawn from one place to another.
    pub(super) drawn: Option<(usize, usize)>,
}
