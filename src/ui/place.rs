//! A window that comes back where it was, and can always be reached.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    monitor::MonitorHandle,
    window::Window,
};

/// So much of the upper edge of a window must be on a screen to take hold of it, in pixels.
const HOLD: f32 = 80.0;
/// What bars of the desktop and the frame of the window may take of a screen, in pixels.
const BARS: f32 = 72.0;

/// Where a window goes that would be out of reach.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mended {
    /// `None` leaves its place.
    at: Option<Pos2>,
    /// `None` leaves its size.
    size: Option<Vec2>,
}

/// Brings a window in reach: a screen may be gone since last time, or be smaller than the window.
pub(super) fn keep_in_reach(window: &Window) {
    let screens: Vec<Rect> = window.available_monitors().map(|screen| rect_of(&screen)).collect();
    let at = window.outer_position().map(|at| pos2(pixels(at.x), pixels(at.y))).ok();
    let size = window.inner_size();
    let size = vec2(pixels(size.width), pixels(size.height));
    let Mended { at, size } = mended(at, size, &screens);
    if let Some(size) = size {
        let _ = window.request_inner_size(PhysicalSize::new(size.x, size.y));
    }
    if let Some(at) = at {
        window.set_outer_position(PhysicalPosition::new(at.x, at.y));
    }
}

fn rect_of(screen: &MonitorHandle) -> Rect {
    let (at, size) = (screen.position(), screen.size());
    Rect::from_min_size(pos2(pixels(at.x), pixels(at.y)), vec2(pixels(size.width), pixels(size.height)))
}

#[expect(clippy::cast_precision_loss, reason = "a screen has fewer pixels than an f32 counts")]
fn pixels(count: impl Into<i64>) -> f32 {
    count.into() as f32
}

/// What is to change of a window with its upper left corner `at`; `None` where the system does not tell places.
fn mended(at: Option<Pos2>, size: Vec2, screens: &[Rect]) -> Mended {
    let Some(first) = screens.first() else { return Mended { at: None, size: None } };
    let edge = at.map(|at| Rect::from_min_size(at, vec2(size.x, 1.0)));
    let on = |screen: &&Rect| {
        edge.is_none_or(|edge| screen.intersect(edge).width() >= HOLD && screen.y_range().contains(edge.top()))
    };
    let screen = screens.iter().find(on);
    let room = screen.unwrap_or(first).size() - Vec2::splat(BARS);
    let fits = size.min(room);
    Mended { at: screen.is_none().then_some(first.min), size: (fits != size).then_some(fits) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1366.0, y: 768.0 } };
    const LEFT: Rect = Rect { min: Pos2 { x: -1920.0, y: 0.0 }, max: Pos2 { x: 0.0, y: 1080.0 } };

    #[test]
    fn a_window_in_reach_stays_where_it_is() {
        let same = Mended { at: None, size: None };
        assert_eq!(mended(Some(pos2(100.0, 50.0)), vec2(1000.0, 600.0), &[LAPTOP]), same);
        assert_eq!(mended(Some(pos2(-1800.0, 50.0)), vec2(1000.0, 600.0), &[LAPTOP, LEFT]), same);
        assert_eq!(mended(None, vec2(1000.0, 600.0), &[LAPTOP]), same, "on Wayland nobody knows where it is");
        assert_eq!(
            mended(Some(pos2(9000.0, 0.0)), vec2(1000.0, 600.0), &[]),
            same,
            "without a screen nothing is known"
        );
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_comes_back() {
        for at in [pos2(5000.0, 5000.0), pos2(-1800.0, 50.0), pos2(100.0, -400.0), pos2(1340.0, 0.0), pos2(0.0, 900.0)]
        {
            assert_eq!(mended(Some(at), vec2(1000.0, 600.0), &[LAPTOP]).at, Some(Pos2::ZERO), "{at:?}");
        }
    }

    #[test]
    fn a_window_larger_than_the_screen_becomes_smaller() {
        let Mended { at, size } = mended(Some(Pos2::ZERO), vec2(1280.0, 800.0), &[LAPTOP]);
        assert_eq!((at, size), (None, Some(vec2(1280.0, 696.0))));
    }
}
