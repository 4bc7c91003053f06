//! Selecting all that stands in a field.

use eframe::egui::{
    Id, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

/// Selects all of a field, so that what is typed takes the place of what is proposed there.
pub(super) fn select_all(ui: &Ui, field: Id, typed: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(typed.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field);
}
