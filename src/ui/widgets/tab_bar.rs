//! The parts of the program, one of which is shown.

use eframe::egui::{self, Color32, Rect, Response, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{draw, reach};
use crate::ui::theme::{TextRole, UiExt as _, size};

/// Tabs with a line under the one that is shown. Answers which one was clicked, if any.
/// `name` is what a screen reader calls the bar.
pub fn tab_bar(ui: &mut Ui, name: &str, titles: &[&str], shown: usize) -> Option<usize> {
    let builder = UiBuilder::new()
        .id_salt(name)
        .accessibility_role(Role::TabList)
        .accessibility_label(name)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    let mut clicked = None;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (index, title) in titles.iter().enumerate() {
            if tab(ui, title, index == shown).clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}

fn tab(ui: &mut Ui, title: &str, is_shown: bool) -> Response {
    let tokens = ui.tokens();
    let galley = draw::line(ui, TextRole::Medium, title, Color32::PLACEHOLDER);
    let size = vec2(galley.size().x + 2.0 * size::TAB_PAD, size::TAB_BAR);
    let sense = reach::sense(ui, ui.next_auto_id());
    let (rect, response) = ui.allocate_exact_size(size, sense);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_shown));
    if ui.is_rect_visible(rect) {
        let color = match (is_shown, response.hovered()) {
            (true, _) => tokens.accent,
            (false, true) => tokens.ink,
            (false, false) => tokens.ink_soft,
        };
        draw::paint_middle(ui, rect.left() + size::TAB_PAD, rect.center().y, galley, color);
        if is_shown {
            let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - size::TAB_LINE), rect.max);
            ui.painter().rect_filled(line, 0, tokens.accent);
        }
        draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
    }
    draw::pointing(ui, response)
}
