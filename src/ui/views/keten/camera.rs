//! Where the picture stands on the screen: moved and zoomed, and nothing else.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

use crate::{
    chain::layout::{self, Extent, Point},
    ui::theme::size,
};

/// How the picture is seen through its canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Camera {
    /// Points on screen for a point of the picture.
    pub(super) zoom: f32,
    /// The picture's origin, from the upper left of the canvas.
    pub(super) pan: Vec2,
}

impl Camera {
    /// As wide as the canvas, from the top, but no smaller than `least`.
    pub(super) fn fit_width(picture: Extent, canvas: Rect, least: f32) -> Self {
        let zoom = (canvas.width() / picture.width.max(1.0)).clamp(least, 1.0);
        Self { zoom, pan: vec2(middle(canvas.width(), picture.width * zoom), 0.0) }
    }

    /// All of it, from `least` to `most` as large as it is.
    pub(super) fn fit(picture: Extent, canvas: Rect, (least, most): (f32, f32)) -> Self {
        let zoom = (canvas.width() / picture.width.max(1.0)).min(canvas.height() / picture.height.max(1.0));
        let zoom = zoom.clamp(least, most);
        Self { zoom, pan: vec2(middle(canvas.width(), picture.width * zoom), 0.0) }
    }

    /// A point of the picture on screen.
    pub(super) fn point(&self, canvas: Rect, point: Point) -> Pos2 {
        canvas.min + self.pan + self.zoom * vec2(point.x, point.y)
    }

    /// A rectangle of the picture on screen.
    pub(super) fn rect(&self, canvas: Rect, rect: layout::Rect) -> Rect {
        let corner = |x, y| self.point(canvas, Point { x, y });
        Rect::from_min_max(corner(rect.left, rect.top), corner(rect.right, rect.bottom))
    }

    /// What of the picture is seen.
    pub(super) fn seen(&self, canvas: Rect) -> Rect {
        Rect::from_min_size((-self.pan / self.zoom).to_pos2(), canvas.size() / self.zoom)
    }

    /// Larger or smaller, with what is under the pointer staying there.
    pub(super) fn zoom_at(&mut self, canvas: Rect, pointer: Pos2, factor: f32, (least, most): (f32, f32)) {
        let zoom = (self.zoom * factor).clamp(least, most);
        let under = pointer - canvas.min - self.pan;
        self.pan += under * (1.0 - zoom / self.zoom);
        self.zoom = zoom;
    }

    /// Moves as little as is needed to see a rectangle of the picture, with some room around it.
    pub(super) fn show(&mut self, canvas: Rect, rect: layout::Rect) {
        let room = canvas.shrink2(vec2(size::L, size::S));
        let wanted = self.rect(canvas, rect);
        self.pan += vec2(
            nearer(wanted.left(), wanted.right(), room.left(), room.right()),
            nearer(wanted.top(), wanted.bottom(), room.top(), room.bottom()),
        );
    }

    /// Moves so that a point of the picture is at a place on the screen.
    pub(super) fn put(&mut self, canvas: Rect, point: Point, at: Pos2) {
        self.pan += at - self.point(canvas, point);
    }

    /// Leaves the picture where it is on the screen when its canvas begins so much lower; nothing jumps away under
    /// the pointer. Its upper side never comes down for it.
    pub(super) fn stay(&mut self, lower: f32) {
        self.pan.y = (self.pan.y - lower).min(self.pan.y.max(0.0));
    }

    /// Keeps some of the picture in sight, however far it was moved.
    pub(super) fn keep(&mut self, picture: Extent, canvas: Rect) {
        let (width, height) = (picture.width * self.zoom, picture.height * self.zoom);
        let keep = size::CANVAS_KEEP;
        self.pan.x = self.pan.x.clamp(keep - width, (canvas.width() - keep).max(keep - width));
        self.pan.y = self.pan.y.clamp(keep - height, (canvas.height() - keep).max(keep - height));
    }

    /// The same picture with another point in the middle.
    pub(super) fn center_on(&mut self, canvas: Rect, point: Pos2) {
        self.pan = canvas.size() / 2.0 - self.zoom * point.to_vec2();
    }
}

fn middle(room: f32, wanted: f32) -> f32 {
    ((room - wanted) / 2.0).max(0.0)
}

/// How far to move so that a stretch lies within another; its start when it is longer.
fn nearer(from: f32, to: f32, start: f32, end: f32) -> f32 {
    if from < start || to - from > end - start {
        start - from
    } else if to > end {
        end - to
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    fn canvas() -> Rect {
        Rect::from_min_size(pos2(100.0, 50.0), vec2(800.0, 600.0))
    }

    const PICTURE: Extent = Extent { width: 1600.0, height: 3000.0 };

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = Camera::fit_width(PICTURE, canvas(), 0.1);
        let pointer = pos2(321.0, 222.0);
        let before = (pointer - canvas().min - camera.pan) / camera.zoom;
        camera.zoom_at(canvas(), pointer, 1.7, (0.1, 3.0));
        let after = (pointer - canvas().min - camera.pan) / camera.zoom;
        assert!((before - after).length() < 0.01, "{before:?} {after:?}");
    }

    #[test]
    fn what_fits_is_seen_whole() {
        let camera = Camera::fit(PICTURE, canvas(), (0.1, 1.0));
        let all = layout::Rect { left: 0.0, top: 0.0, right: PICTURE.width, bottom: PICTURE.height };
        assert!(canvas().expand(0.5).contains_rect(camera.rect(canvas(), all)));
    }

    #[test]
    fn showing_moves_only_what_is_needed() {
        let mut camera = Camera::fit_width(PICTURE, canvas(), 0.1);
        let seen = layout::Rect { left: 200.0, top: 200.0, right: 400.0, bottom: 240.0 };
        let before = camera;
        camera.show(canvas(), seen);
        assert_eq!(camera, before);
        let below = layout::Rect { top: 2500.0, bottom: 2540.0, ..seen };
        camera.show(canvas(), below);
        assert!(canvas().contains_rect(camera.rect(canvas(), below)));
        assert!((camera.pan.x - before.pan.x).abs() < 0.01, "nothing moves sideways");
    }
}
