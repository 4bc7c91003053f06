//! Running text that begins with a word in bold.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Label, Response, Ui};

use crate::ui::theme::{TextRole, UiExt as _, fonts};

/// `lead` in bold in its own colour, and `rest` behind it, wrapped together.
pub fn lead_text(ui: &mut Ui, role: TextRole, lead: &str, lead_color: Color32, rest: &str) -> Response {
    let mut bold = role.format(lead_color);
    bold.font_id.family = fonts::semibold();
    let mut job = LayoutJob::default();
    job.append(lead, 0.0, bold);
    job.append(" ", 0.0, role.format(lead_color));
    job.append(rest, 0.0, role.format(ui.tokens().ink));
    ui.add(Label::new(job).wrap())
}
