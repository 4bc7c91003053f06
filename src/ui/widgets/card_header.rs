//! The first line of a card.

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::draw;
use crate::ui::theme::{TextRole, UiExt as _, size};

/// A name on the left and what it does on the right, or under it when both do not fit on a line.
pub fn card_header(ui: &mut Ui, title: &str, aside: &str) -> Response {
    let tokens = ui.tokens();
    let width = ui.available_width();
    let aside_line = draw::line(ui, TextRole::Small, aside, tokens.ink_soft);
    let title_line = draw::line(ui, TextRole::Strong, title, tokens.ink);
    let fits = title_line.size().x + size::S + aside_line.size().x <= width;
    let title_box =
        if fits { title_line } else { draw::galley(ui, TextRole::Strong.wrapped(title, tokens.ink, width)) };
    let aside_box =
        if fits { aside_line } else { draw::galley(ui, TextRole::Small.wrapped(aside, tokens.ink_soft, width)) };

    let title_size = title_box.size();
    let height = if fits { title_size.y } else { title_size.y + aside_box.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let aside_min = if fits {
        let drop = (title_size.y - aside_box.size().y) / 2.0;
        pos2(rect.right() - aside_box.size().x, rect.top() + drop)
    } else {
        pos2(rect.left(), rect.top() + title_size.y)
    };
    for (salt, text, place) in [
        ("title", title, Rect::from_min_size(rect.min, title_size)),
        ("aside", aside, Rect::from_min_size(aside_min, aside_box.size())),
    ] {
        let part = ui.interact(place, response.id.with(salt), Sense::hover());
        part.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    }
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, title_box, tokens.ink);
        ui.painter().galley(aside_min, aside_box, tokens.ink_soft);
    }
    response
}
