//! One value of a facet: a mark, a label and what choosing it would do.

use eframe::egui::{self, Response, Role, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{draw, reach};
use crate::ui::theme::{Icon, TextRole, Tokens, UiExt as _, paint_icon, size};

/// Whether one or several can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceMark {
    /// One of a group: a round mark.
    Radio,
    /// Any of a group: a square mark.
    Check,
}

/// How a choice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceState<'a> {
    /// Not chosen.
    Open,
    /// Chosen by the user.
    Chosen,
    /// Holds, but not because the user said so; the text says what it follows from.
    Implied(&'a str),
    /// Cannot be chosen; the text says why.
    Impossible(&'a str),
}

impl ChoiceState<'_> {
    fn is_set(self) -> bool {
        matches!(self, Self::Chosen | Self::Implied(_))
    }
}

/// A row to choose from. It is as wide as its panel.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct ChoiceRow<'a> {
    mark: ChoiceMark,
    label: &'a str,
    name: &'a str,
    state: ChoiceState<'a>,
    effect: Option<&'a str>,
    is_truncated: bool,
}

impl<'a> ChoiceRow<'a> {
    /// An open choice. `name` is what a screen reader says: the label and what the effect means.
    pub fn new(mark: ChoiceMark, label: &'a str, name: &'a str) -> Self {
        Self { mark, label, name, state: ChoiceState::Open, effect: None, is_truncated: false }
    }

    /// How it stands.
    pub fn state(mut self, state: ChoiceState<'a>) -> Self {
        self.state = state;
        self
    }

    /// What choosing it would do, in a few signs at the right.
    pub fn effect(mut self, effect: &'a str) -> Self {
        self.effect = Some(effect);
        self
    }

    /// Keeps a long label on one line, with the whole of it in a tooltip.
    pub fn truncate(mut self) -> Self {
        self.is_truncated = true;
        self
    }
}

impl Widget for ChoiceRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let colors = Colors::of(tokens, self.state);
        let text_left = size::ROW_INSET + size::MARK + size::S;
        let effect_width = self.effect.map_or(0.0, |text| size::S + draw::number_width(ui, TextRole::Small, text));
        let width = ui.available_width();
        let text_width = (width - text_left - effect_width - size::ROW_INSET).max(0.0);

        let role = if self.state == ChoiceState::Chosen { TextRole::Strong } else { TextRole::Body };
        let mut job = if self.is_truncated {
            role.truncated(self.label, colors.text, text_width)
        } else {
            role.wrapped(self.label, colors.text, text_width)
        };
        if let (ChoiceState::Impossible(_), Some(section)) = (self.state, job.sections.first_mut()) {
            section.format = role.struck(colors.text);
        }
        let label = draw::galley(ui, job);
        let note = match self.state {
            ChoiceState::Implied(because) => {
                Some(draw::galley(ui, TextRole::Small.wrapped(because, tokens.ink_soft, text_width)))
            }
            _ => None,
        };
        let text_height = label.size().y + note.as_ref().map_or(0.0, |note| note.size().y);
        let height = (text_height + 2.0 * size::ROW_PAD).max(size::TARGET);

        let id = ui.next_auto_id();
        let sense = if self.is_impossible() { reach::sense_focus(ui, id) } else { reach::sense(ui, id) };
        if self.state.is_set() {
            reach::prefer(ui, id);
        }
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, height), sense);
        self.describe(ui, &response);

        if ui.is_rect_visible(rect) {
            let ground = match self.state {
                ChoiceState::Chosen => Some(tokens.accent_ground),
                ChoiceState::Impossible(_) => None,
                _ => response.hovered().then_some(tokens.hover),
            };
            if let Some(ground) = ground {
                ui.painter().rect_filled(rect, size::RADIUS_S, ground);
            }
            let text_top = rect.center().y - text_height / 2.0;
            let first_line = text_top + role.line_height() / 2.0;
            let mark = egui::Rect::from_center_size(
                pos2(rect.left() + size::ROW_INSET + size::MARK / 2.0, first_line),
                egui::Vec2::splat(size::MARK),
            );
            self.paint_mark(ui, mark, colors.mark);
            if let Some(effect) = self.effect {
                let role = if role == TextRole::Strong { TextRole::SmallStrong } else { TextRole::Small };
                draw::number_right(ui, role, effect, rect.right() - size::ROW_INSET, first_line, colors.effect);
            }
            let left = rect.left() + text_left;
            let note_top = text_top + label.size().y;
            let is_elided = label.elided;
            ui.painter().galley(pos2(left, text_top), label, colors.text);
            if let Some(note) = note {
                ui.painter().galley(pos2(left, note_top), note, tokens.ink_soft);
            }
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
            if is_elided {
                response = response.on_hover_text(self.label);
            }
        }
        match self.state {
            ChoiceState::Impossible(because) => {
                reach::reached(ui, &response);
                if response.has_focus() {
                    response.show_tooltip_text(because);
                    response
                } else {
                    response.on_hover_text(because)
                }
            }
            _ => draw::pointing(ui, response),
        }
    }
}

impl ChoiceRow<'_> {
    fn is_impossible(&self) -> bool {
        matches!(self.state, ChoiceState::Impossible(_))
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        let role = match self.mark {
            ChoiceMark::Radio => Role::RadioButton,
            ChoiceMark::Check => Role::CheckBox,
        };
        let is_enabled = ui.is_enabled() && !self.is_impossible();
        response.widget_info(|| WidgetInfo::selected(role, is_enabled, self.state.is_set(), self.name));
        if let ChoiceState::Implied(because) | ChoiceState::Impossible(because) = self.state {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(because));
        }
    }

    fn paint_mark(&self, ui: &Ui, rect: egui::Rect, color: egui::Color32) {
        let tokens = ui.tokens();
        let painter = ui.painter();
        let is_chosen = self.state == ChoiceState::Chosen;
        let width = if self.state.is_set() { tokens.line_width * size::MARK_WEIGHT } else { tokens.line_width };
        let stroke = Stroke::new(width, color);
        let fill = if is_chosen { color } else { tokens.surface };
        let inner = if is_chosen { tokens.on_accent } else { color };
        match self.mark {
            ChoiceMark::Radio => {
                let radius = rect.width() / 2.0;
                painter.circle(rect.center(), radius - width / 2.0, fill, stroke);
                if self.state.is_set() {
                    painter.circle_filled(rect.center(), radius * size::RADIO_DOT, inner);
                }
            }
            ChoiceMark::Check => {
                painter.rect(rect, size::RADIUS_S / 2, fill, stroke, StrokeKind::Inside);
                if self.state.is_set() {
                    paint_icon(painter, rect.shrink(width), Icon::Check, inner);
                }
            }
        }
        if self.is_impossible() {
            let inner = rect.shrink(size::MARK_SLASH);
            painter.line_segment([inner.left_bottom(), inner.right_top()], stroke);
        }
    }
}

struct Colors {
    text: egui::Color32,
    mark: egui::Color32,
    effect: egui::Color32,
}

impl Colors {
    fn of(tokens: &Tokens, state: ChoiceState<'_>) -> Self {
        let is_dim = matches!(state, ChoiceState::Impossible(_));
        if is_dim {
            return Self { text: tokens.ink_faint, mark: tokens.line_strong, effect: tokens.ink_faint };
        }
        let mark = if state.is_set() { tokens.accent } else { tokens.line_strong };
        Self { text: tokens.ink, mark, effect: tokens.ink_soft }
    }
}
