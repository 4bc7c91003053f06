//! A place of a form as it is drawn.

use eframe::egui::{Id, Response, accesskit::Invalid};

use crate::{app::FormField, model::RecordKey};

/// A place of a form as it is drawn.
pub(super) struct Place<'a> {
    pub(super) record: &'a RecordKey,
    pub(super) field: &'a FormField,
    /// What is wrong with what stands there, a sentence each.
    pub(super) wrong: &'a [&'a str],
    pub(super) id: Id,
    /// What is put in it is about to be done to several records, and is not in the guide yet.
    pub(super) is_draft: bool,
}

impl Place<'_> {
    /// A screen reader says what is wrong with the value right after it; with this as well, if it is anything.
    pub(super) fn tell_wrong(&self, control: &Response, also: Option<&str>) {
        let wrong: Vec<&str> = also.into_iter().chain(self.wrong.iter().copied()).collect();
        if !wrong.is_empty() {
            control.ctx.accesskit_node_builder(control.id, |node| {
                node.set_invalid(Invalid::True);
                node.set_description(wrong.join(" "));
            });
        }
    }
}
