//! Every size there is, in points, on a grid of eight.
//!
//! Zoom scales all of them at once, so none of them depends on the theme.

use eframe::egui::Margin;

/// The smallest step.
pub const XS: f32 = 4.0;
/// Between things that belong together.
pub const S: f32 = 8.0;
/// Between groups.
pub const M: f32 = 16.0;
/// Between parts of a page.
pub const L: f32 = 24.0;

/// Corners of small things: a chosen row, a chip, a key.
pub const RADIUS_S: u8 = 4;
/// Corners of buttons, fields and cards.
pub const RADIUS_M: u8 = 6;
/// Corners of bands and lanes.
pub const RADIUS_L: u8 = 8;

/// The least height of anything that can be clicked.
pub const TARGET: f32 = 24.0;
/// The height of a button or a field.
pub const BUTTON: f32 = 32.0;
/// The height of the bar with tabs.
pub const TAB_BAR: f32 = 42.0;
/// The height of the bar at the top and of the one at the bottom.
pub const BAR: f32 = 52.0;

/// The width of the panel with the facets.
pub const FACETS_WIDTH: f32 = 232.0;
/// The width of the drawer that explains.
pub const DRAWER_WIDTH: f32 = 320.0;
/// From this width the explanation has a place of its own; below it, it lies over the answers.
pub const DRAWER_BESIDE: f32 = 1600.0;
/// As wide as the lines of a case are, for who reads it.
pub const CASE_WIDTH: f32 = 720.0;
/// The width a tooltip may take.
pub const TOOLTIP_WIDTH: f32 = 320.0;

/// An icon beside text.
pub const ICON: f32 = 16.0;
/// Between an icon and the text beside it.
pub const ICON_GAP: f32 = 6.0;
/// An icon beside small text.
pub const ICON_SMALL: f32 = 12.0;
/// A radio or check mark.
pub const MARK: f32 = 14.0;
/// The square that holds the letter of a phase.
pub const PHASE_SQUARE: f32 = 22.0;
/// The edge of a card, in the colour of its phase.
pub const PHASE_EDGE: f32 = 4.0;
/// The line under the tab that is shown.
pub const TAB_LINE: f32 = 3.0;
/// One dash, and the gap after it, of a thin line.
pub const DASH: (f32, f32) = (3.0, 3.0);
/// One dash, and the gap after it, of the edge of a card.
pub const EDGE_DASH: (f32, f32) = (7.0, 5.0);

pub(super) const SCROLL_BAR: f32 = 6.0;
pub(super) const SCROLL_HANDLE: f32 = 32.0;
pub(super) const TOOLTIP_DELAY: f32 = 0.3;
/// What cannot be used now is softer, but can still be read.
pub(super) const DISABLED_ALPHA: f32 = 0.75;
pub(super) const TEXT_CURSOR: f32 = 2.0;
/// Between the lines of a text, and a hair between rows.
pub const LINE_GAP: f32 = 2.0;

/// The disc with the number of a step.
pub const PLAN_NUMBER: f32 = 24.0;
/// Half of that.
pub const PLAN_RADIUS: u8 = 12;
/// The most that the number to call takes of a step.
pub const PLAN_ASIDE: f32 = 200.0;
/// From the edge of a row to what stands in it.
pub const ROW_INSET: f32 = 6.0;
/// Above and below the text of a row.
pub const ROW_PAD: f32 = 2.5;
/// From the edge of a card to its content.
pub const CARD_PAD: (f32, f32) = (10.0, 7.0);
/// Between two lines on a card.
pub const CARD_GAP: f32 = 3.0;
/// Between two cards; leaves room for the ring of the focus.
pub const BETWEEN_CARDS: f32 = 6.0;
/// From the edge of a chip to its text.
pub const CHIP_PAD: (f32, f32) = (7.0, 1.0);
/// From the edge of a key to its name.
pub const KEY_PAD: (f32, f32) = (5.0, 0.5);
/// From the edge of a button to its text.
pub const BUTTON_PAD: f32 = 12.0;
/// From the edge of a tab to its text.
pub const TAB_PAD: f32 = 14.0;
/// From the edge of a band to its content.
pub const BAND_PAD: (f32, f32) = (14.0, 11.0);
/// Between the edge of a widget and the ring that the focus draws around it.
pub const FOCUS_GAP: f32 = 2.0;
/// So much room is left above and below what gets the focus, for its ring and for a heading that stays in view.
pub const FOCUS_ROOM: f32 = 36.0;
/// How far an arrow key scrolls: about three lines.
pub const ARROW_SCROLL: f32 = 60.0;
/// How much thicker the edge of a set mark is than a line.
pub const MARK_WEIGHT: f32 = 1.5;
/// From the corners of a mark to the stroke through one that is impossible.
pub const MARK_SLASH: f32 = 3.0;
/// The dot of a radio mark, as a part of the mark.
pub const RADIO_DOT: f32 = 0.4;

/// A margin of `x` on the left and the right, and `y` above and below.
pub fn margin((x, y): (f32, f32)) -> Margin {
    Margin::symmetric(whole(x), whole(y))
}

#[expect(clippy::cast_possible_truncation, reason = "a float is cut off at the bounds, and no margin comes near them")]
fn whole(points: f32) -> i8 {
    points.round() as i8
}

/// The size of the window at its first start.
pub const WINDOW: [f32; 2] = [1280.0, 800.0];
/// The least size of the window.
pub const WINDOW_MIN: [f32; 2] = [640.0, 400.0];
/// From this width on, questions and answers stand side by side.
pub const WIDE: f32 = 720.0;
/// From this width on, all tools of the picture stand above it, and its legend.
pub const ALL_TOOLS: f32 = 660.0;
/// A column of answers is at least this wide.
pub const COLUMN_MIN: f32 = 152.0;
/// Between two columns of answers.
pub const COLUMN_GAP: f32 = 12.0;
/// The most and the least that the search field takes.
pub const SEARCH_WIDTH: (f32, f32) = (90.0, 400.0);
/// The list of what was found.
pub const HITS_WIDTH: f32 = 440.0;
/// A dialog.
pub const DIALOG_WIDTH: f32 = 460.0;
/// The height that the text of a dialog may take before it scrolls.
pub const DIALOG_HEIGHT: f32 = 360.0;
/// What title, buttons and margins of a dialog take, with a little of the window around it.
pub const DIALOG_REST: f32 = 150.0;
/// What is told of what was done.
pub const TOAST_WIDTH: f32 = 460.0;
/// From its edge to its content.
pub const TOAST_PAD: (f32, f32) = (10.0, 8.0);
/// A menu or a small pop-up.
pub const MENU_WIDTH: f32 = 250.0;
/// How far the values of a group stand in.
pub const INDENT: f32 = 16.0;
/// The mark of an answer on one line.
pub const ROW_MARK: f32 = 8.0;
/// A day of a calendar; seven of them fill a pop-up.
pub const DAY_CELL: f32 = 32.0;
/// A field for a day.
pub const DAY_WIDTH: f32 = 120.0;

/// How far the picture of the chain can be zoomed in.
pub const CANVAS_MOST: f32 = 3.0;
/// As large as all of the chain is when it takes the place of the main line.
pub const NEAR_START: f32 = 0.9;
/// Farther away than this only the main line is shown, as long as its words can be read; and nearer than this all.
pub const SPINE_ZOOM: (f32, f32) = (0.6, 1.6);
/// As large as the main line is made to fill the window.
pub const SPINE_FIT: f32 = 1.3;
/// Farther away than this, names of parties cannot be read: then the main line takes the place of all of them.
pub const NEAR_LEAST: f32 = 0.55;
/// A line of the main line.
pub const SPINE_LINE: f32 = 3.0;
/// Above the lanes: their names, and in one or two lines what their main line says.
pub const LANE_HEAD: f32 = 26.0;
/// From this height of the picture on there is room for a second line.
pub const LANE_HEAD_TALL: f32 = 200.0;
/// One step of zooming by key.
pub const CANVAS_STEP: f32 = 1.25;
/// So much of the picture stays in sight, however far it is moved.
pub const CANVAS_KEEP: f32 = 80.0;
/// So much of the height of its letters a box may lack, and still bear its text.
pub const BOX_TEXT_LACK: f32 = 3.0;
/// A line that is not looked at, beside one that is.
pub const LINE_FADE: f32 = 0.55;
/// The head of an arrow: at the picture's own size, and at least.
pub const ARROW: (f32, f32) = (8.0, 4.0);
/// What lies outside the focus.
pub const FAR_OPACITY: f32 = 0.3;
/// The most that the small map takes.
pub const MINIMAP: (f32, f32) = (110.0, 100.0);
/// The most of the picture that it may hide.
pub const MINIMAP_SHARE: f32 = 0.04;
/// The width of the panel with the chain in words.
pub const OUTLINE_WIDTH: f32 = 232.0;
/// How wide a cell of the coverage is: two short names of parties.
pub const COVERAGE_CELL: f32 = 150.0;
/// From this width the title tells the edition, below the name of the program.
pub const WITH_EDITION_BELOW: f32 = 1100.0;
/// From this width it stands beside that name.
pub const WITH_EDITION: f32 = 1300.0;
/// At most this part of a row of the search says why it was found.
pub const HIT_REASON: f32 = 0.45;
/// The height of a hand-over in the outline.
pub const OUTLINE_ROW: f32 = 22.0;
/// From this width the search field tells its key.
pub const SEARCH_WITH_KEY: f32 = 150.0;
/// In a window narrower than this, the bar at the top says the same in fewer words.
pub const TIGHT: f32 = 560.0;
/// The same where the tabs of the views stand in it.
pub const TIGHT_WITH_TABS: f32 = 1170.0;
/// The most that the name of a guide's file takes in the bar at the top.
pub const GUIDE_MARK: f32 = 140.0;
/// With less room than this for that name, the emergency number and the search field, its mark stands alone.
pub const WITH_GUIDE_NAME: f32 = 440.0;
/// Width of the list of records.
pub const RECORDS_WIDTH: f32 = 260.0;
/// A form has its effects beside it from this width.
pub const FORM_WITH_EFFECTS: f32 = 760.0;
/// Width of the effects beside a form.
pub const EFFECTS_WIDTH: f32 = 240.0;
/// Width of the names of the fields of a form.
pub const FORM_LABEL: f32 = 132.0;
/// A field of a form is never narrower.
pub const FORM_LEAST: f32 = 120.0;
/// Room for the buttons of an item of a list.
pub const ITEM_BUTTONS: f32 = 3.0 * BUTTON;

/// How far something lies to the right that is so deep in parts and lists of a form.
#[expect(clippy::cast_precision_loss, reason = "a form is a few levels deep")]
pub fn indent(depth: usize) -> f32 {
    depth as f32 * M
}
