//! A place of a form as it is drawn.

use eframe::egui::Id;

use crate::{app::FormField, model::RecordKey};

/// A place of a form as it is drawn.
pub(super) struct Place<'a> {
    pub(super) record: &'a RecordKey,
    pub(super) field: &'a FormField,
    /// What a screen reader calls it.
    pub(super) name: &'a str,
    pub(super) id: Id,
}
