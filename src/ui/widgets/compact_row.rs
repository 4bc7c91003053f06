//! An answer on one line: who else is involved.

use eframe::egui::{Id, Rect, Response, Role, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{draw, reach};
use crate::ui::theme::{Icon, TextRole, UiExt as _, paint_icon, size};

/// A name and what it does, with a mark in the colour of its phase: filled when certain, open when not.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct CompactRow<'a> {
    title: &'a str,
    aside: &'a str,
    name: &'a str,
    letter: char,
    is_certain: bool,
    is_warning: bool,
    is_selected: bool,
    /// As high as so many lines, and cut off after them.
    lines: Option<usize>,
    id: Option<Id>,
}

impl<'a> CompactRow<'a> {
    /// A row; `name` is what a screen reader says.
    pub fn new(title: &'a str, aside: &'a str, name: &'a str) -> Self {
        Self {
            title,
            aside,
            name,
            letter: 'A',
            is_certain: true,
            is_warning: false,
            is_selected: false,
            lines: None,
            id: None,
        }
    }

    /// The letter of its phase.
    pub fn phase(mut self, letter: char) -> Self {
        self.letter = letter;
        self
    }

    /// Whether it holds for everyone who fits what was said.
    pub fn certain(mut self, is_certain: bool) -> Self {
        self.is_certain = is_certain;
        self
    }

    /// Marks it with a warning instead of its phase, and keeps it on one line.
    pub fn warning(mut self) -> Self {
        self.is_warning = true;
        self
    }

    /// As high as so many lines whatever it says; what does not fit is cut off, and told when the pointer is on it.
    pub fn lines(mut self, lines: usize) -> Self {
        self.lines = Some(lines);
        self
    }

    /// How high a row of so many lines is.
    pub fn height_of(lines: usize) -> f32 {
        let lines = f32::from(u8::try_from(lines).unwrap_or(u8::MAX));
        (lines * TextRole::Secondary.line_height() + 2.0 * size::ROW_PAD).max(size::TARGET)
    }

    /// A name of its own among the widgets, for a row in a list from which others come and go.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Whether the drawer explains this one.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }
}

impl Widget for CompactRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let width = ui.available_width();
        let mark_size = if self.is_warning { size::ICON_SMALL } else { size::ROW_MARK };
        let text_left = size::ROW_INSET + mark_size + size::ROW_INSET;
        let aside = draw::line(ui, TextRole::Small, self.aside, tokens.ink_soft);
        let title = if let Some(lines) = self.lines {
            let room = width - text_left - size::S - aside.size().x - size::ROW_INSET;
            let mut job = TextRole::Secondary.wrapped(self.title, tokens.ink, room.max(0.0));
            job.wrap.max_rows = lines;
            draw::galley(ui, job)
        } else if self.is_warning {
            let room = width - text_left - size::ROW_INSET;
            draw::galley(ui, TextRole::Small.truncated(self.title, tokens.ink_soft, room))
        } else {
            draw::line(ui, TextRole::Secondary, self.title, tokens.ink)
        };
        let fits = self.lines.is_some()
            || self.is_warning
            || text_left + title.size().x + size::S + aside.size().x + size::ROW_INSET <= width;
        let title = if fits {
            title
        } else {
            let room = width - text_left - size::ROW_INSET;
            draw::galley(ui, TextRole::Secondary.wrapped(self.title, tokens.ink, room))
        };
        let text_height = title.size().y + if fits || self.aside.is_empty() { 0.0 } else { aside.size().y };
        let height = (text_height + 2.0 * size::ROW_PAD).max(size::TARGET);
        let height = self.lines.map_or(height, Self::height_of);
        let is_cut = title.elided;
        let (own_id, rect) = ui.allocate_space(vec2(width, height));
        let id = self.id.unwrap_or(own_id);
        let response = ui.interact(rect, id, reach::sense(ui, id));
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), self.is_selected, self.name));
        if ui.is_rect_visible(rect) {
            let ground =
                if self.is_selected { Some(tokens.accent_ground) } else { response.hovered().then_some(tokens.hover) };
            if let Some(ground) = ground {
                ui.painter().rect_filled(rect, size::RADIUS_S, ground);
            }
            let top = rect.center().y - text_height / 2.0;
            let middle =
                top + if fits { text_height } else { title.size().y.min(TextRole::Secondary.line_height()) } / 2.0;
            let mark = Rect::from_center_size(
                pos2(rect.left() + size::ROW_INSET + mark_size / 2.0, middle),
                vec2(mark_size, mark_size),
            );
            let color = tokens.phase(self.letter).color;
            if self.is_warning {
                paint_icon(ui.painter(), mark, Icon::Warning, tokens.warning);
            } else if self.is_certain {
                ui.painter().rect_filled(mark, 0.0, color);
            } else {
                let stroke = Stroke::new(tokens.line_width, color);
                ui.painter().rect_stroke(mark, 0.0, stroke, eframe::egui::StrokeKind::Inside);
            }
            let left = rect.left() + text_left;
            let below = top + title.size().y;
            let aside_at = if fits {
                pos2(rect.right() - size::ROW_INSET - aside.size().x, rect.center().y - aside.size().y / 2.0)
            } else {
                pos2(left, below)
            };
            ui.painter().galley(pos2(left, top), title, tokens.ink);
            ui.painter().galley(aside_at, aside, tokens.ink_soft);
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        }
        let response = if is_cut { response.on_hover_text(self.title) } else { response };
        draw::pointing(ui, response)
    }
}
