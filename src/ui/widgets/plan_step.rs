//! One step of the plan: what to do with whom, and the number to call.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    Align, IdSalt, Label, Layout, Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{answer_card::Bearing, draw, reach};
use crate::ui::theme::{TextRole, UiExt as _, size};

/// A row that is, as a whole, one button.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct PlanStepRow<'a> {
    /// Its place in the plan, from 1.
    pub number: usize,
    /// Whether it is sure.
    pub bearing: Bearing,
    /// What to do with whom.
    pub heading: &'a str,
    /// What it surely is, then what may come with it, a line each.
    pub lines: &'a [String],
    /// In small letters under it.
    pub remarks: &'a str,
    /// The number to call.
    pub contact: Option<&'a str>,
    /// When it is answered.
    pub hours: Option<&'a str>,
    /// What a screen reader says.
    pub name: &'a str,
    /// Whether the drawer explains it.
    pub is_selected: bool,
}

impl PlanStepRow<'_> {
    /// Shows the row, as wide as its panel. The response is clicked by pointer, Enter, space or a screen reader.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let under = ui.painter().add(Shape::Noop);
        // Its number alone tells it from the others: the focus stays where it is when the plan changes.
        let id = ui.make_persistent_id(IdSalt::new(("plan-step", self.number)));
        let builder = UiBuilder::new().scope_id(id).sense(reach::sense(ui, id)).layout(Layout::top_down(Align::Min));
        let shown = ui.scope_builder(builder, |ui| {
            ui.take_available_width();
            let room = ui.available_rect_before_wrap().shrink2(vec2(size::CARD_PAD.0, 0.0));
            let top = room.top() + size::CARD_PAD.1;
            let aside_width = if self.contact.is_some() { size::PLAN_ASIDE.min(room.width() / 3.0) } else { 0.0 };
            let text_left = room.left() + size::PLAN_NUMBER + size::S;
            let aside_left = room.right() - aside_width;
            let text_right = if aside_width > 0.0 { aside_left - size::S } else { room.right() };
            let text = Rect::from_min_max(pos2(text_left, top), pos2(text_right.max(text_left), f32::INFINITY));
            let mut text_ui = ui.new_child(UiBuilder::new().max_rect(text).layout(Layout::top_down(Align::Min)));
            text_ui.spacing_mut().item_spacing.y = size::LINE_GAP;
            self.text_ui(&mut text_ui);
            let aside = Rect::from_min_max(pos2(aside_left, top), pos2(room.right(), f32::INFINITY));
            let mut aside_ui = ui.new_child(UiBuilder::new().max_rect(aside).layout(Layout::top_down(Align::Max)));
            aside_ui.spacing_mut().item_spacing.y = size::LINE_GAP;
            self.aside_ui(&mut aside_ui);
            let bottom = text_ui.min_rect().bottom().max(aside_ui.min_rect().bottom()).max(top + size::PLAN_NUMBER);
            let used = Rect::from_min_max(ui.min_rect().min, pos2(ui.max_rect().right(), bottom + size::CARD_PAD.1));
            ui.allocate_rect(used, Sense::hover());
            self.paint_number(ui, pos2(room.left() + size::PLAN_NUMBER / 2.0, top + size::PLAN_NUMBER / 2.0));
        });
        let response = draw::pointing(ui, shown.response);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), self.is_selected, self.name));
        if ui.is_rect_visible(response.rect) {
            let rect = response.rect.round_to_pixels(ui.pixels_per_point());
            let fill = match (self.is_selected, response.hovered()) {
                (true, _) => Some(tokens.accent_ground),
                (false, true) => Some(tokens.hover),
                (false, false) => None,
            };
            let ground = fill.map_or(Shape::Noop, |fill| Shape::rect_filled(rect, size::RADIUS_S, fill));
            ui.painter().set(under, ground);
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        }
        response
    }

    fn text_ui(&self, ui: &mut Ui) {
        let tokens = ui.tokens();
        ui.add(Label::new(TextRole::Strong.rich(self.heading)).wrap());
        for line in self.lines {
            ui.add(Label::new(TextRole::Secondary.rich(line)).wrap());
        }
        ui.add(Label::new(TextRole::Small.rich(self.remarks).color(tokens.ink_soft)).wrap());
    }

    fn aside_ui(&self, ui: &mut Ui) {
        let tokens = ui.tokens();
        if let Some(contact) = self.contact {
            ui.add(Label::new(TextRole::Heading.rich(contact)).wrap());
        }
        if let Some(hours) = self.hours {
            ui.add(Label::new(TextRole::Small.rich(hours).color(tokens.ink_soft)).wrap());
        }
    }

    /// A full disc when it is sure, a dashed ring when it hangs on something.
    fn paint_number(&self, ui: &Ui, center: eframe::egui::Pos2) {
        let tokens = ui.tokens();
        let radius = size::PLAN_NUMBER / 2.0;
        let ink = match self.bearing {
            Bearing::Certain => {
                ui.painter().circle_filled(center, radius, tokens.accent);
                tokens.on_accent
            }
            Bearing::Dependent => {
                let square = Rect::from_center_size(center, vec2(size::PLAN_NUMBER, size::PLAN_NUMBER));
                let stroke = Stroke::new(tokens.line_width, tokens.line_strong);
                ui.painter().extend(draw::dashed_frame(square, size::PLAN_RADIUS, stroke));
                tokens.ink
            }
        };
        let galley = draw::line(ui, TextRole::SmallStrong, &self.number.to_string(), ink);
        ui.painter().galley(center - galley.size() / 2.0, galley, ink);
    }
}
