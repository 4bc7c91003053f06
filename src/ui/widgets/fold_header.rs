//! The name of a group that can be folded away, and what was chosen in it.

use eframe::egui::{Response, Role, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{draw, reach};
use crate::ui::theme::{Icon, TextRole, UiExt as _, paint_icon, size};

/// A row that folds and unfolds what stands under it. It is as wide as its panel.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct FoldHeader<'a> {
    title: &'a str,
    aside: Option<&'a str>,
    tail: Option<&'a str>,
    name: &'a str,
    look: Look,
    is_open: bool,
}

impl<'a> FoldHeader<'a> {
    /// A header; `title` is also what a screen reader says.
    pub fn new(title: &'a str, is_open: bool) -> Self {
        Self { title, aside: None, tail: None, name: title, look: Look::Heading, is_open }
    }

    /// What a screen reader says, where the title alone does not tell it from others.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// What is under it, in a few words at the right.
    pub fn tail(mut self, tail: &'a str) -> Self {
        self.tail = Some(tail);
        self
    }

    /// A line that leads to more of the same, and heads nothing.
    pub fn more(mut self) -> Self {
        self.look = Look::More;
        self
    }

    /// The same, in the colour of a warning: what is under it is missing or does not work well.
    pub fn warning(mut self) -> Self {
        self.look = Look::Warning;
        self
    }

    /// What was chosen, while it is folded.
    pub fn aside(mut self, aside: Option<&'a str>) -> Self {
        self.aside = aside;
        self
    }
}

/// What a header looks like.
#[derive(Clone, Copy, Debug)]
enum Look {
    Heading,
    More,
    Warning,
}

impl Widget for FoldHeader<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let width = ui.available_width();
        let text_left = size::ICON + size::XS;
        let text_width = (width - text_left).max(0.0);
        let (role, color) = match self.look {
            Look::Heading => (TextRole::Label, tokens.ink_soft),
            Look::More => (TextRole::Small, tokens.accent),
            Look::Warning => (TextRole::Small, tokens.warning),
        };
        let title = draw::galley(ui, role.wrapped(self.title, color, text_width));
        let tail = self.tail.map(|tail| draw::line(ui, TextRole::Small, tail, tokens.ink_soft));
        let room = text_width - title.size().x - size::S;
        let (tail, below) = match (tail, self.aside) {
            (Some(tail), None) if tail.size().x > room => (None, self.tail),
            (tail, _) => (tail, None),
        };
        let below = below.map(|words| draw::galley(ui, TextRole::Small.wrapped(words, tokens.ink_soft, text_width)));
        let aside = self.aside.map(|aside| draw::galley(ui, TextRole::Strong.wrapped(aside, tokens.ink, text_width)));
        let aside = aside.or(below);
        let text_height = title.size().y + aside.as_ref().map_or(0.0, |aside| aside.size().y);
        let height = (text_height + 2.0 * size::ROW_PAD).max(size::TARGET);
        let sense = reach::sense(ui, ui.next_auto_id());
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(self.is_open);
            if let Some(aside) = self.aside {
                node.set_value(aside);
            }
        });
        if ui.is_rect_visible(rect) {
            if response.hovered() {
                ui.painter().rect_filled(rect, size::RADIUS_S, tokens.hover);
            }
            let top = rect.center().y - text_height / 2.0;
            let mark = eframe::egui::Rect::from_min_size(
                pos2(rect.left(), top + (title.size().y - size::ICON_SMALL) / 2.0),
                vec2(size::ICON_SMALL, size::ICON_SMALL),
            );
            let icon = if self.is_open { Icon::ChevronDown } else { Icon::ChevronRight };
            paint_icon(ui.painter(), mark, icon, color);
            let first_line = title.size().y;
            let below = top + first_line;
            ui.painter().galley(pos2(rect.left() + text_left, top), title, color);
            if let Some(aside) = aside {
                ui.painter().galley(pos2(rect.left() + text_left, below), aside, tokens.ink);
            }
            if let Some(tail) = tail {
                let at = pos2(rect.right() - tail.size().x - size::XS, top + (first_line - tail.size().y) / 2.0);
                ui.painter().galley(at, tail, tokens.ink_soft);
            }
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        }
        draw::pointing(ui, response)
    }
}
