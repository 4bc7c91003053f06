//! Buttons with words on them.

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Rect, Response, Role, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::{draw, reach};
use crate::ui::theme::{Icon, TextRole, Tokens, UiExt as _, paint_icon, size};

/// A button; see [`filled_button`] and [`outline_button`].
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct Button<'a> {
    text: &'a str,
    name: &'a str,
    look: Look,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    key: Option<&'a str>,
    height: f32,
    selected: Option<bool>,
    most: f32,
}

/// The one thing to do on a page.
pub fn filled_button(text: &str) -> Button<'_> {
    Button::new(text, Look::Filled)
}

/// Anything else that can be done: accent on the surface.
pub fn outline_button(text: &str) -> Button<'_> {
    Button::new(text, Look::Outline)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Filled,
    Outline,
    Neutral,
}

impl<'a> Button<'a> {
    fn new(text: &'a str, look: Look) -> Self {
        Self {
            text,
            name: text,
            look,
            icon: None,
            trailing: None,
            key: None,
            height: size::BUTTON,
            selected: None,
            most: f32::INFINITY,
        }
    }

    /// In ink instead of the accent, for a setting.
    pub fn neutral(mut self) -> Self {
        self.look = Look::Neutral;
        self
    }

    /// Called so by a screen reader, where there is no room for all of it.
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// With an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With an icon after the text, such as [`Icon::ChevronDown`] when it opens a list.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// With the name of the key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// As low as a target may be, for use between text.
    pub fn small(mut self) -> Self {
        self.height = size::TARGET;
        self
    }

    /// No wider than this: its text is cut off where there is no more room.
    pub fn at_most(mut self, width: f32) -> Self {
        self.most = width;
        self
    }

    /// Makes it a button that is on or off.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.selected = Some(is_selected);
        self
    }
}

impl Button<'_> {
    /// How much room it takes from left to right.
    pub fn width(&self, ui: &Ui) -> f32 {
        (self.beside(ui) + self.line(ui).size().x).min(self.most)
    }

    /// Its text on one line.
    fn line(&self, ui: &Ui) -> Arc<Galley> {
        let room = (self.most - self.beside(ui)).max(0.0);
        draw::galley(ui, TextRole::Medium.truncated(self.text, Color32::PLACEHOLDER, room))
    }

    /// How much room all but its text takes.
    fn beside(&self, ui: &Ui) -> f32 {
        let key = self.key.map(|key| draw::line(ui, TextRole::Small, key, Color32::PLACEHOLDER));
        let icon_width = |icon: Option<Icon>| if icon.is_some() { size::ICON + size::ICON_GAP } else { 0.0 };
        let key_width = key.map_or(0.0, |key| size::ICON_GAP + key.size().x);
        2.0 * self.pad() + icon_width(self.icon) + key_width + icon_width(self.trailing)
    }

    fn pad(&self) -> f32 {
        if self.height < size::BUTTON { size::S } else { size::BUTTON_PAD }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let text = self.line(ui);
        let key = self.key.map(|key| draw::line(ui, TextRole::Small, key, Color32::PLACEHOLDER));
        let gap = size::ICON_GAP;
        let pad = self.pad();
        let width = self.width(ui);
        let sense = reach::sense(ui, ui.next_auto_id());
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height.max(text.size().y)), sense);
        response.widget_info(|| match self.selected {
            Some(is_selected) => WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, self.name),
            None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name),
        });
        if let Some(key) = self.key {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
        }
        if ui.is_rect_visible(rect) {
            let colors = self.colors(ui.tokens(), response.hovered(), ui.is_enabled());
            ui.painter().rect(rect, size::RADIUS_M, colors.fill, colors.edge, StrokeKind::Inside);
            let middle = rect.center().y;
            let icon_at =
                |left: f32| Rect::from_center_size(pos2(left + size::ICON / 2.0, middle), Vec2::splat(size::ICON));
            let mut left = rect.left() + pad;
            if let Some(icon) = self.icon {
                paint_icon(ui.painter(), icon_at(left), icon, colors.text);
                left += size::ICON + gap;
            }
            let text_width = text.size().x;
            draw::paint_middle(ui, left, middle, text, colors.text);
            left += text_width + gap;
            if let Some(key) = key {
                let key_width = key.size().x;
                draw::paint_middle(ui, left, middle, key, colors.key);
                left += key_width + gap;
            }
            if let Some(icon) = self.trailing {
                paint_icon(ui.painter(), icon_at(left), icon, colors.text);
            }
            draw::focus_ring(ui, &response, rect, size::RADIUS_M);
        }
        draw::pointing(ui, response)
    }
}

struct Colors {
    fill: Color32,
    edge: Stroke,
    text: Color32,
    key: Color32,
}

impl Button<'_> {
    fn colors(&self, tokens: &Tokens, is_hovered: bool, is_enabled: bool) -> Colors {
        if !is_enabled {
            let edge = Stroke::new(tokens.line_width, tokens.line);
            return Colors { fill: tokens.ground, edge, text: tokens.ink_soft, key: tokens.ink_soft };
        }
        if self.look == Look::Filled {
            let fill = if is_hovered { tokens.accent_hover } else { tokens.accent };
            return Colors { fill, edge: Stroke::NONE, text: tokens.on_accent, key: tokens.on_accent };
        }
        let is_selected = self.selected == Some(true);
        let (text, line) = match self.look {
            Look::Neutral if !is_selected => (tokens.ink, tokens.line_strong),
            _ => (tokens.accent, tokens.accent),
        };
        let fill = match (is_selected, is_hovered) {
            (true, _) => tokens.accent_ground,
            (false, true) => tokens.hover,
            (false, false) => tokens.surface,
        };
        let width = if is_selected { tokens.ring_width } else { tokens.line_width };
        Colors { fill, edge: Stroke::new(width, line), text, key: tokens.ink_soft }
    }
}
