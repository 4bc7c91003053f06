//! A window on the shipped guide, without a window.

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use eframe::egui::{self, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Command, Document, Selected},
    file::{self, Settings, ThemeChoice},
    lookup::{Index, Profile},
    model::{Date, Guide, Lang, Regions, ResponsibilityId},
    ui::Window,
};

pub(crate) use crate::persons::WOMAN;
use crate::picture::SoftRenderer;

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

/// The guide inside the program, read once for all tests.
static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(|| Arc::new(file::embedded_guide().expect("the shipped guide")));
static REGIONS: LazyLock<Arc<Regions>> =
    LazyLock::new(|| Arc::new(file::embedded_regions().expect("the shipped regions")));

/// What is kept between starts, for somebody who saw the tour.
pub(crate) fn settings(start: &Start) -> Settings {
    Settings { theme: start.theme, language: start.language, tour_seen: true, ..Settings::default() }
}

/// A window on the shipped guide that has done these commands.
pub(crate) fn window(start: &Start, commands: Vec<Command>) -> Harness<'static, Window> {
    let mut app = app_on(start, today(), |_| {});
    for command in commands {
        app.run(command);
    }
    window_on(app, start)
}

/// The app on the shipped guide after a change, on this day.
pub(crate) fn app_on(start: &Start, today: Date, change: impl FnOnce(&mut Guide)) -> App {
    app_with(loaded(change), start, today)
}

/// The shipped guide after a change.
pub(crate) fn loaded(change: impl FnOnce(&mut Guide)) -> Document {
    let mut guide = Arc::clone(&GUIDE);
    change(Arc::make_mut(&mut guide));
    Document { index: Arc::new(Index::new(guide).expect("an index")), national: None, path: None, read_only: None }
}

/// The app on a guide that was opened.
pub(crate) fn app_with(loaded: Document, start: &Start, today: Date) -> App {
    let app = App::with_guide(loaded, Arc::clone(&REGIONS), today, settings(start));
    let mut app = app.expect("somebody whom the guide is for");
    // Whose computer this is shows nowhere.
    app.save_in(PathBuf::from("/"));
    app
}

/// A window on an app, whatever its guide.
pub(crate) fn window_on(app: App, start: &Start) -> Harness<'static, Window> {
    // Nobody reads it, and the usual place is that of whoever runs the test.
    let config = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("settings");
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

/// Draws until the work in the background is so far.
pub(crate) fn until(harness: &mut Harness<'_, Window>, is_so_far: impl Fn(&App) -> bool) {
    for _ in 0..1_500 {
        if is_so_far(harness.state().app()) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    panic!("it does not come");
}

/// What a user does to say this.
pub(crate) fn known(facets: &[&str]) -> Vec<Command> {
    let profile = Profile::parse(&GUIDE, facets.iter().copied()).expect("facets of the guide");
    GUIDE
        .facets
        .iter()
        .filter_map(|facet| Some(Command::Know(facet.id.clone(), Some(profile.known(&facet.id)?.clone()))))
        .collect()
}

/// What a user does to have this responsibility explained.
pub(crate) fn select(record: &str) -> Command {
    Command::Select(Some(Selected::Responsibility(ResponsibilityId::new(record).expect("the id of a responsibility"))))
}

/// Unfolds everything under the answers.
pub(crate) fn unfold_all(harness: &mut Harness<'_, Window>) {
    loop {
        let columns = harness.get_all_by_role(Role::Region);
        let mut folds = columns.flat_map(|column| column.children_recursive().collect::<Vec<_>>());
        let Some(fold) = folds.find(|node| node.accesskit_node().data().is_expanded() == Some(false)) else { return };
        fold.click_accesskit();
        drop(folds);
        harness.run();
    }
}

/// Turns the wheel by so many points, over what the pointer is on.
pub(crate) fn turn_wheel(harness: &mut Harness<'_, Window>, down: f32) {
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -down),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Trackpad,
        modifiers: egui::Modifiers::NONE,
    });
    harness.run();
}
