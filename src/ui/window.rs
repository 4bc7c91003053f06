//! The window: what stands where, and the loop of drawing and doing.

use std::{path::PathBuf, task::Waker};

use eframe::egui::{
    self, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, ViewportBuilder, ViewportCommand,
    text_edit::TextEditState,
};

use super::{
    ctx::Ctx,
    keten, repaint,
    shell::{self, TourStep},
    state::{Pane, Tab, ViewState},
    theme::{self, ThemeKind, UiExt as _, size},
    wegwijzer,
    widgets::tab_bar,
};
use crate::{
    app::{App, Command, Notice, StartError, Task},
    file::{Settings, ThemeChoice, WindowPlace},
    model::Date,
    text::{chain, window as text},
};

/// The program's window.
#[derive(Debug)]
pub struct Window {
    app: App,
    state: ViewState,
    worn: Option<ThemeKind>,
    config_dir: Option<PathBuf>,
    /// The settings as they are on disk.
    kept: Settings,
    /// Tells the day; without it the day stays what it was at the start.
    clock: Option<fn() -> Date>,
    closes_at_once: bool,
}

/// How the window opens.
#[derive(Clone, Debug, Default)]
pub struct WindowStart {
    /// Another guide than the one inside the program, opened in the background.
    pub guide: Option<PathBuf>,
    /// Another day of asking than today.
    pub date: Option<Date>,
    /// Whether it closes after the first frame, to measure how long a start takes.
    pub closes_at_once: bool,
}

/// Opens the window and returns when it is closed.
///
/// A window that is open past midnight goes on with the next day, so it asks the clock.
///
/// # Errors
/// One line that says what is missing, and that `lookup` works without a window.
pub fn run_window(clock: fn() -> Date, start: WindowStart) -> Result<(), String> {
    let WindowStart { guide, date, closes_at_once } = start;
    let (settings, problem) = Settings::load(None);
    let viewport = viewport(&settings);
    // The guide is read and asked for the first time while the system makes the window.
    let preparing = Task::start(Waker::noop().clone(), move |_| Ok(App::new(clock(), settings)));
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    let create = move |cc: &eframe::CreationContext<'_>| {
        let mut app = prepared(preparing)?;
        if let Some(problem) = problem {
            app.run(Command::Tell(Notice::Settings(problem.to_string())));
        }
        if let Some(path) = guide {
            app.run(Command::OpenGuide(path));
        }
        if let Some(date) = date {
            app.run(Command::SetDate(date));
        }
        let mut window = Window::new(cc, app);
        window.clock = Some(clock);
        window.closes_at_once = closes_at_once;
        Ok::<Box<dyn eframe::App>, _>(Box::new(window))
    };
    eframe::run_native(text::TITLE, options, Box::new(create)).map_err(|error| {
        let missing = match error {
            eframe::Error::AppCreation(error) => return error.to_string(),
            eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
                text::Missing::OpenGl
            }
            _ => text::Missing::Screen,
        };
        text::cannot_open_window(missing)
    })
}

/// The app that was made meanwhile.
fn prepared(preparing: Task<Result<App, StartError>>) -> Result<App, Box<dyn std::error::Error + Send + Sync>> {
    let app = preparing.wait().ok_or_else(|| text::cannot_open_window(text::Missing::Answers))?;
    Ok(app?)
}

fn viewport(settings: &Settings) -> ViewportBuilder {
    let mut viewport = ViewportBuilder::default()
        .with_title(text::TITLE)
        .with_app_id("nvm-wegwijzer")
        .with_inner_size(size::WINDOW)
        .with_min_inner_size(size::WINDOW_MIN);
    if let Some(place) = settings.window {
        viewport = viewport.with_inner_size([place.width, place.height]).with_maximized(place.maximized);
        if let (Some(left), Some(top)) = (place.left, place.top) {
            viewport = viewport.with_position([left, top]);
        }
    }
    viewport
}

impl Window {
    /// A window on an app; the first call dresses the context.
    pub fn new(cc: &eframe::CreationContext<'_>, mut app: App) -> Self {
        app.wake_with(repaint::waker(&cc.egui_ctx));
        cc.egui_ctx.set_zoom_factor(app.settings().zoom);
        cc.egui_ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        let mut window = Self {
            kept: app.settings().clone(),
            state: ViewState { tour: (!app.settings().tour_seen).then(TourStep::default), ..ViewState::default() },
            app,
            worn: None,
            config_dir: None,
            clock: None,
            closes_at_once: false,
        };
        window.dress(&cc.egui_ctx);
        window
    }

    /// The state of the window.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Keeps settings in this folder instead of the usual one.
    pub fn keep_settings_in(&mut self, dir: PathBuf) {
        self.config_dir = Some(dir);
    }

    fn dress(&mut self, ctx: &egui::Context) {
        let kind = match self.app.settings().theme {
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::HighContrast => ThemeKind::HighContrast,
            ThemeChoice::System => match ctx.input(|input| input.raw.system_theme) {
                Some(egui::Theme::Dark) => ThemeKind::Dark,
                Some(egui::Theme::Light) | None => ThemeKind::Light,
            },
        };
        if self.worn != Some(kind) {
            theme::apply(ctx, kind);
            self.worn = Some(kind);
        }
    }

    /// Does what the last frame asked for.
    fn run_commands(&mut self, ctx: &egui::Context) {
        let commands = std::mem::take(&mut self.state.commands);
        if commands.is_empty() {
            return;
        }
        for command in commands {
            if let Command::SetZoom(zoom) = &command {
                ctx.set_zoom_factor(*zoom);
            }
            if let Command::CopyCard(wish) = &command {
                ctx.copy_text(self.app.card_text(*wish));
            }
            let wipes = matches!(command, Command::ClearAll);
            self.app.run(command);
            if wipes {
                // What was typed could be had back by undoing, as long as the fields remember it.
                ctx.memory_mut(|memory| memory.data.remove_by_type::<TextEditState>());
            }
        }
        self.keep_settings();
        ctx.request_repaint();
    }

    /// Keeps what was set as soon as it is, so that no crash loses it; where the window stands is kept at the end.
    fn keep_settings(&mut self) {
        let settings = self.app.settings();
        let is_set = Settings { window: self.kept.window, ..settings.clone() } != self.kept;
        if is_set && !self.closes_at_once {
            self.kept = settings.clone();
            if let Err(error) = settings.save(self.config_dir.as_deref()) {
                self.app.run(Command::Tell(Notice::Settings(error.to_string())));
            }
        }
    }

    /// Notes place and zoom, and keeps them at the end.
    fn note_place(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            viewport.inner_rect.map(|inner| WindowPlace {
                left: viewport.outer_rect.map(|outer| outer.left()),
                top: viewport.outer_rect.map(|outer| outer.top()),
                width: inner.width(),
                height: inner.height(),
                maximized: viewport.maximized.unwrap_or(false),
            })
        });
        let settings = self.app.settings_mut();
        settings.window = place.or(settings.window);
        settings.zoom = zoom.clamp(*Settings::ZOOM.start(), *Settings::ZOOM.end());
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.dress(ctx);
        self.note_place(ctx);
        if let Some(today) = self.clock.map(|clock| clock()).filter(|today| *today != self.app.today()) {
            self.app.run(Command::BeginDay(today));
        }
        self.app.poll();
        if self.closes_at_once {
            // The frame that asks for it is still painted.
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if self.closes_at_once && ui.input(|input| input.viewport().close_requested()) {
            // The first frame was painted; this one is there only to close.
            return;
        }
        let ctx = &mut Ctx { app: &self.app, state: &mut self.state };
        shell::shortcuts(ui, ctx);
        window_ui(ui, ctx);
        shell::dialogs(ui, ctx);
        let ctx = ui.ctx().clone();
        self.run_commands(&ctx);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.worn.unwrap_or_default().tokens().ground.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if *self.app.settings() != self.kept && !self.closes_at_once {
            // Nobody is left to tell that the place of the window could not be kept.
            let _ = self.app.settings().save(self.config_dir.as_deref());
        }
    }
}

/// A bar of the surface colour.
fn bar(ui: &Ui, margin: f32) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(size::margin((margin, 0.0)))
}

fn window_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let is_wide = ui.available_width() >= size::WIDE;
    Panel::top("title").frame(bar(ui, size::M)).exact_size(size::BAR).show(ui, |ui| shell::title_bar(ui, ctx));
    shell::banners(ui, ctx);
    if ctx.state.tab == Tab::Wegwijzer {
        shell::tour_band(ui, ctx);
    }
    let desk = Panel::bottom("desk").frame(bar(ui, size::M)).exact_size(size::BAR);
    let desk = desk.show(ui, |ui| shell::bottom_bar(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Desk, desk.response.rect);
    if is_wide {
        wide_ui(ui, ctx);
    } else {
        narrow_ui(ui, ctx);
    }
}

fn facets_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(Margin { left: 14, right: 2, top: 12, bottom: 0 })
}

fn drawer_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(Margin { left: 16, right: 4, top: 14, bottom: 0 })
}

fn answers_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().ground).inner_margin(Margin { left: 14, right: 4, top: 12, bottom: 0 })
}

fn wide_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let side_width = match ctx.state.tab {
        Tab::Wegwijzer => size::FACETS_WIDTH,
        Tab::Keten => size::OUTLINE_WIDTH,
    };
    let facets = Panel::left("facets").frame(facets_frame(ui)).exact_size(side_width).resizable(false);
    let facets = facets.show(ui, |ui| side_ui(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Facets, facets.response.rect);
    if ctx.app.selected().is_some() {
        Panel::right("drawer").frame(drawer_frame(ui)).exact_size(size::DRAWER_WIDTH).resizable(false).show(ui, |ui| {
            scrolled(ui, "drawer", |ui| wegwijzer::drawer_ui(ui, ctx));
        });
    }
    let answers = CentralPanel::default().frame(answers_frame(ui)).show(ui, |ui| main_ui(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Answers, answers.response.rect);
}

/// What stands at the left: the questions, or the chain in words.
fn side_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    match ctx.state.tab {
        Tab::Wegwijzer => wegwijzer::facets_ui(ui, ctx),
        Tab::Keten => keten::outline_ui(ui, ctx),
    }
}

/// What stands in the middle: the answers, or the chain as a picture.
fn main_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    match ctx.state.tab {
        Tab::Wegwijzer => wegwijzer::answers_ui(ui, ctx),
        Tab::Keten => keten::picture_ui(ui, ctx),
    }
}

/// With room for one thing, the user chooses which.
fn narrow_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let has_drawer = ctx.app.selected().is_some();
    let mut panes = vec![
        (text::facets(lang), Tab::Wegwijzer, Pane::Facets),
        (text::answers(lang), Tab::Wegwijzer, Pane::Answers),
        (chain::view(lang), Tab::Keten, Pane::Answers),
        (chain::in_words(lang), Tab::Keten, Pane::Facets),
    ];
    if has_drawer {
        panes.push((text::explanation(lang), ctx.state.tab, Pane::Drawer));
    }
    if !has_drawer && ctx.state.pane == Pane::Drawer {
        ctx.state.pane = Pane::Answers;
    }
    let now = (ctx.state.tab, ctx.state.pane);
    let shown = panes.iter().position(|(_, tab, pane)| (*tab, *pane) == now).unwrap_or(0);
    let titles: Vec<&str> = panes.iter().map(|(title, ..)| *title).collect();
    Panel::top("panes").frame(bar(ui, size::S)).exact_size(size::TAB_BAR).show(ui, |ui| {
        ScrollArea::horizontal().show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                if let Some(chosen) = tab_bar(ui, text::TITLE, &titles, shown) {
                    let (_, tab, pane) = panes[chosen];
                    if tab != ctx.state.tab {
                        ctx.state.show(tab);
                    }
                    ctx.state.pane = pane;
                }
            });
        });
    });
    match ctx.state.pane {
        Pane::Facets => {
            CentralPanel::default().frame(facets_frame(ui)).show(ui, |ui| side_ui(ui, ctx));
        }
        Pane::Answers => {
            CentralPanel::default().frame(answers_frame(ui)).show(ui, |ui| main_ui(ui, ctx));
        }
        Pane::Drawer => {
            CentralPanel::default()
                .frame(drawer_frame(ui))
                .show(ui, |ui| scrolled(ui, "drawer", |ui| wegwijzer::drawer_ui(ui, ctx)));
        }
    }
}

fn scrolled(ui: &mut Ui, salt: &str, add_contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, add_contents);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_that_panics_is_told_in_one_line() {
        let told = prepared(Task::start(Waker::noop().clone(), |_| panic!("on purpose"))).unwrap_err();
        assert_eq!(told.to_string(), text::cannot_open_window(text::Missing::Answers));
    }
}
