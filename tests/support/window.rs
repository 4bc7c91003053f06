//! A window on the shipped guide, without a window.

use eframe::egui;
use egui_kittest::Harness;
use wegwijzer::{
    app::{App, Command},
    file::{Settings, ThemeChoice},
    model::{Date, Lang},
    ui::Window,
};

use super::picture::SoftRenderer;

/// The day of asking in all tests.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// How a window starts.
pub(crate) struct Start {
    pub(crate) size: [f32; 2],
    pub(crate) theme: ThemeChoice,
    pub(crate) language: Lang,
    /// As much larger as everything is, in a window of the same number of pixels.
    pub(crate) zoom: f32,
}

impl Default for Start {
    fn default() -> Self {
        Self { size: [1280.0, 800.0], theme: ThemeChoice::Light, language: Lang::Nl, zoom: 1.0 }
    }
}

/// A window on the shipped guide that has done these commands.
pub(crate) fn window(start: &Start, commands: Vec<Command>) -> Harness<'static, Window> {
    let settings = Settings { theme: start.theme, language: start.language, zoom: 1.0, window: None };
    let mut app = App::new(today(), settings).expect("the shipped guide");
    commands.into_iter().for_each(|command| app.run(command));
    let config = std::env::temp_dir().join(format!("wegwijzer-test-{}", std::process::id()));
    let mut harness = Harness::builder()
        .with_size(egui::Vec2::from(start.size) / start.zoom)
        .with_pixels_per_point(start.zoom)
        .with_max_steps(8)
        .renderer(SoftRenderer::default())
        .build_eframe(move |cc| {
            let mut window = Window::new(cc, app);
            window.keep_settings_in(config);
            window
        });
    harness.run();
    harness
}
