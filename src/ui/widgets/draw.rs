//! What several widgets draw.

use std::f32::consts::{FRAC_PI_2, PI, TAU};
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::reach;
use crate::ui::theme::{TextRole, UiExt as _, size};

/// Shows which widget the keyboard is on: a ring around `rect`, a little apart from it.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let tokens = ui.tokens();
        let gap = size::FOCUS_GAP;
        let stroke = Stroke::new(tokens.ring_width, tokens.focus);
        ui.painter().rect_stroke(rect.expand(gap), grown(radius, gap), stroke, StrokeKind::Outside);
    }
}

/// The same inside the edge, for widgets that touch each other or the edge of their panel.
pub(super) fn focus_ring_inside(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let tokens = ui.tokens();
        let stroke = Stroke::new(tokens.ring_width, tokens.focus);
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
}

/// A dashed outline just inside `rect`, with round corners.
pub fn dashed_frame(rect: Rect, radius: u8, stroke: Stroke) -> Vec<Shape> {
    let mut path = rounded_outline(rect.shrink(stroke.width / 2.0), radius);
    path.extend(path.first().copied());
    dashed(&path, stroke)
}

fn dashed(path: &[Pos2], stroke: Stroke) -> Vec<Shape> {
    let (dash, gap) = size::DASH;
    Shape::dashed_line(path, stroke, dash, gap)
}

/// A dashed bar along the left side of `rect`, that begins and ends with a whole dash.
pub(super) fn dashed_edge(rect: Rect, width: f32, color: Color32) -> Vec<Shape> {
    let (dash, gap) = size::EDGE_DASH;
    let pitches = ((rect.height() - dash) / (dash + gap)).round().max(1.0);
    let pitch = (rect.height() - dash) / pitches;
    let bar = Rect::from_min_size(rect.min, vec2(width, dash));
    std::iter::successors(Some(0.0), |offset| Some(offset + pitch))
        .take_while(|offset| offset + dash < rect.height() + 0.5)
        .map(|offset| Shape::rect_filled(bar.translate(vec2(0.0, offset)), 1.0, color))
        .collect()
}

/// A bar along the left side of `rect` that follows its round corners.
pub(super) fn solid_edge(rect: Rect, radius: u8, width: f32, color: Color32) -> Shape {
    const STEPS: u8 = 6;
    let radius = f32::from(radius);
    let reach = ((radius - width) / radius).clamp(-1.0, 1.0).acos();
    let arc = |center: Pos2, from: f32, to: f32| {
        (0..=STEPS).map(move |step| {
            let angle = from + (to - from) * f32::from(step) / f32::from(STEPS);
            center + radius * Vec2::angled(angle)
        })
    };
    let left = rect.left() + radius;
    let top = arc(pos2(left, rect.top() + radius), PI, PI + reach);
    let bottom = arc(pos2(left, rect.bottom() - radius), PI - reach, PI);
    Shape::convex_polygon(top.chain(bottom).collect(), color, Stroke::NONE)
}

/// Lays out a job with the fonts of `ui`.
pub(super) fn galley(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// One line that takes the room it needs.
pub(super) fn line(ui: &Ui, role: TextRole, text: &str, color: Color32) -> Arc<Galley> {
    galley(ui, role.wrapped(text, color, f32::INFINITY))
}

/// Draws a galley with its middle at this height.
pub(super) fn paint_middle(ui: &Ui, left: f32, middle: f32, galley: Arc<Galley>, color: Color32) {
    let top = middle - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top), galley, color);
}

/// How wide a number is when every figure is as wide as the widest.
pub fn number_width(ui: &Ui, role: TextRole, text: &str) -> f32 {
    let cell = figure_width(ui, role);
    text.chars().map(|figure| if figure.is_ascii_digit() { cell } else { char_width(ui, role, figure) }).sum()
}

/// Draws a number whose right edge is at `right` and whose middle is at `middle`, with figures of equal width,
/// so that numbers above each other line up.
pub fn number_right(ui: &Ui, role: TextRole, text: &str, right: f32, middle: f32, color: Color32) {
    let cell = figure_width(ui, role);
    let mut right = right;
    for figure in text.chars().rev() {
        let figure_galley = line(ui, role, figure.encode_utf8(&mut [0; 4]), color);
        let width = if figure.is_ascii_digit() { cell } else { figure_galley.size().x };
        let left = right - f32::midpoint(width, figure_galley.size().x);
        paint_middle(ui, left, middle, figure_galley, color);
        right -= width;
    }
}

/// A number in the flow of a ui, with figures of equal width.
pub fn tabular_number(ui: &mut Ui, role: TextRole, text: &str, color: Color32) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(number_width(ui, role, text), role.line_height()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        number_right(ui, role, text, rect.right(), rect.center().y, color);
    }
    response
}

/// What everything does that can be clicked: it shows the hand that egui's own buttons show as well, and comes into
/// view when the focus comes to it.
pub(super) fn pointing(ui: &Ui, response: Response) -> Response {
    reach::reached(ui, &response);
    match ui.visuals().interact_cursor {
        Some(cursor) => response.on_hover_cursor(cursor),
        None => response,
    }
}

/// The size of a box around a galley.
pub(super) fn padded(galley: &Galley, (x, y): (f32, f32)) -> Vec2 {
    galley.size() + vec2(2.0 * x, 2.0 * y)
}

fn figure_width(ui: &Ui, role: TextRole) -> f32 {
    ('0'..='9').map(|figure| char_width(ui, role, figure)).fold(0.0, f32::max)
}

fn char_width(ui: &Ui, role: TextRole, figure: char) -> f32 {
    line(ui, role, figure.encode_utf8(&mut [0; 4]), Color32::PLACEHOLDER).size().x
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a corner is a few points")]
fn grown(radius: u8, by: f32) -> CornerRadius {
    CornerRadius::same(radius.saturating_add(by as u8))
}

/// A path around `rect`, clockwise from the left end of the upper left corner to that of the lower left one.
fn rounded_outline(rect: Rect, radius: u8) -> Vec<Pos2> {
    const STEPS: u8 = 5;
    let radius = f32::from(radius);
    let inner = rect.shrink(radius);
    let corners = [
        (inner.left_top(), PI),
        (inner.right_top(), 3.0 * FRAC_PI_2),
        (inner.right_bottom(), TAU),
        (inner.left_bottom(), FRAC_PI_2),
    ];
    let points = corners.into_iter().flat_map(|(center, from)| {
        (0..=STEPS).map(move |step| {
            let angle = from + FRAC_PI_2 * f32::from(step) / f32::from(STEPS);
            center + radius * Vec2::angled(angle)
        })
    });
    points.collect()
}
