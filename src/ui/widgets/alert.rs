//! A line that warns.

use eframe::egui::{Label, Ui};

use crate::ui::theme::{Icon, TextRole, UiExt as _, icon, size};

/// What is different at a party for now.
pub fn alert_line(ui: &mut Ui, alert: &str) {
    let tokens = ui.tokens();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = size::ICON_GAP;
        icon(ui, Icon::Warning, size::ICON, tokens.warning);
        ui.add(Label::new(TextRole::SmallStrong.rich(alert).color(tokens.warning)).wrap());
    });
}
