//! The window: the loop of drawing and doing.

use std::{path::PathBuf, time::Duration};

use eframe::egui::{self, Popup, Ui, ViewportCommand, text_edit::TextEditState};

use super::{
    action,
    ctx::Ctx,
    frame::frame_ui,
    place, presenting, repaint, shell,
    state::{ShellState, TourStep},
    theme::{self, ThemeKind},
    view::{self, View, Views},
    views,
};
use crate::{
    app::{App, Command, Effect, Notice},
    file::{self, Settings, ThemeChoice, WindowPlace},
    model::{GuideOrigin, Now},
    text::{which, window as text},
};

/// So often it looks whether somebody else changed the file, while there is work that is not saved.
const LOOKS_WHILE_DIRTY: Duration = Duration::from_secs(5);

/// The program's window.
#[derive(Debug)]
pub struct Window {
    app: App,
    shell: ShellState,
    views: Vec<Box<dyn View>>,
    /// What the app is to do after this frame.
    commands: Vec<Command>,
    /// The name that the window has.
    title: String,
    /// The theme that the context has.
    theme: Option<ThemeKind>,
    config_dir: Option<PathBuf>,
    /// The settings as they are on disk.
    saved: Settings,
    /// Tells the day and the time; without it the day stays what it was at the start, and nobody knows the time.
    clock: Option<fn() -> Now>,
    closes_at_once: bool,
    /// When it looked at the file of the guide last, in seconds since it opened, and whether it had the focus then.
    looked: (f64, bool),
}

impl Window {
    /// A window on an app; it makes the context wear the theme.
    pub fn new(cc: &eframe::CreationContext<'_>, mut app: App) -> Self {
        app.wake_with(repaint::waker(&cc.egui_ctx));
        cc.egui_ctx.set_zoom_factor(app.settings().zoom);
        cc.egui_ctx.options_mut(|options| {
            options.fallback_theme = egui::Theme::Light;
            // These keys are among our own, which the help names.
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        let mut window = Self {
            saved: app.settings().clone(),
            shell: ShellState { tour: (!app.settings().tour_seen).then(TourStep::default), ..ShellState::default() },
            views: views::all(),
            commands: Vec::new(),
            app,
            title: text::TITLE.to_owned(),
            theme: None,
            config_dir: None,
            clock: None,
            closes_at_once: false,
            looked: (0.0, true),
        };
        window.apply_theme(&cc.egui_ctx);
        if let Some(own) = cc.winit_window() {
            place::keep_in_reach(own);
        }
        window
    }

    /// The state of the window.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// From now on it is the day and the time that this tells.
    pub fn go_by(&mut self, clock: fn() -> Now) {
        self.clock = Some(clock);
    }

    /// Closes it after the first frame.
    pub(super) fn close_at_once(&mut self) {
        self.closes_at_once = true;
    }

    /// Keeps settings in this folder instead of the usual one.
    pub fn keep_settings_in(&mut self, dir: PathBuf) {
        self.config_dir = Some(dir);
    }

    fn apply_theme(&mut self, ctx: &egui::Context) {
        let kind = match self.app.settings().theme {
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::HighContrast => ThemeKind::HighContrast,
            ThemeChoice::System => match ctx.input(|input| input.raw.system_theme) {
                Some(egui::Theme::Dark) => ThemeKind::Dark,
                Some(egui::Theme::Light) | None => ThemeKind::Light,
            },
        };
        if self.theme != Some(kind) {
            theme::apply(ctx, kind);
            self.theme = Some(kind);
        }
    }

    /// Has the window bear the name of the guide, if that is another than the one inside the program.
    fn apply_title(&mut self, ctx: &egui::Context) {
        let mark = which::mark(self.app.guide(), self.app.language());
        let title = text::title(mark, self.app.document().index.origin().and_then(GuideOrigin::other_file));
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Does what the last frame asked for.
    fn run_commands(&mut self, ctx: &egui::Context) {
        let commands = std::mem::take(&mut self.commands);
        if commands.is_empty() {
            return;
        }
        for command in commands {
            for effect in self.app.run(command) {
                self.carry_out(effect, ctx);
            }
        }
        self.keep_settings();
        ctx.request_repaint();
    }

    fn carry_out(&mut self, effect: Effect, ctx: &egui::Context) {
        match effect {
            Effect::SetZoom(zoom) => ctx.set_zoom_factor(zoom),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::ForgetTyped => {
                self.shell.clear();
                Popup::close_all(ctx);
                self.views.iter_mut().for_each(|view| view.clear());
                // What was typed could be had back by undoing, as long as the fields remember it.
                ctx.memory_mut(|memory| memory.data.remove_by_type::<TextEditState>());
            }
        }
    }

    /// Keeps what was set as soon as it is, so that no crash loses it; where the window stands is kept at the end.
    fn keep_settings(&mut self) {
        let settings = self.app.settings();
        let is_set = Settings { window: self.saved.window, ..settings.clone() } != self.saved;
        if is_set && !self.closes_at_once {
            let before = std::mem::replace(&mut self.saved, settings.clone());
            if let Err(error) = settings.save(&before, self.config_dir.as_deref()) {
                self.app.run(Command::Tell(Notice::OfFile(error)));
            }
        }
    }

    /// Keeps where the window stands.
    fn keep_place(&mut self) {
        if *self.app.settings() != self.saved && !self.closes_at_once {
            let before = std::mem::replace(&mut self.saved, self.app.settings().clone());
            // Nobody is left to tell that it could not be kept.
            let _ = self.app.settings().save(&before, self.config_dir.as_deref());
        }
    }

    /// Tells the app what the clock says, and has the window look again when that makes a difference.
    fn tell_time(&mut self, ctx: &egui::Context) {
        let Some(now) = self.clock.map(|clock| clock()) else { return };
        if Some(now) != self.app.now() {
            self.app.run(Command::NoteTime(now));
        }
        if let Some(minutes) = self.app.minutes_until_other_hour() {
            // A clock in whole minutes may be a minute further than it says.
            ctx.request_repaint_after(Duration::from_secs(u64::from(minutes) * 60));
        }
    }

    /// Has the app look whether somebody else changed the file of the guide: when the window gets the focus, every five
    /// seconds while there is work that is not saved, and every minute while it is being kept.
    fn look_at_file(&mut self, ctx: &egui::Context) {
        let (now, has_focus) = ctx.input(|input| (input.time, input.focused));
        let (last, was_in_focus) = self.looked;
        let every = match (self.app.unsaved_steps() > 0, self.app.is_keeping()) {
            (true, _) => Some(LOOKS_WHILE_DIRTY),
            (false, true) => Some(file::TOUCHED_EVERY),
            (false, false) => None,
        };
        let is_time = every.is_some_and(|every| now - last >= every.as_secs_f64());
        if is_time || has_focus && !was_in_focus {
            self.app.run(Command::LookAtFile);
            self.looked.0 = now;
        }
        self.looked.1 = has_focus;
        if let Some(every) = every.filter(|_| self.app.document().path.is_some()) {
            ctx.request_repaint_after(every);
        }
    }

    /// Notes where the window is, to keep that at the end.
    fn note_place(&mut self, ctx: &egui::Context) {
        // In points of the system, whatever the zoom: at the next start the window is made before anything is zoomed.
        let zoom = ctx.zoom_factor();
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            viewport.inner_rect.map(|inner| WindowPlace {
                left: viewport.outer_rect.map(|outer| outer.left() * zoom),
                top: viewport.outer_rect.map(|outer| outer.top() * zoom),
                width: inner.width() * zoom,
                height: inner.height() * zoom,
                maximized: viewport.maximized.unwrap_or(false),
            })
        });
        if let Some(place) = place.filter(|place| self.app.settings().window != Some(*place)) {
            self.app.run(Command::NoteWindow(place));
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.apply_theme(ctx);
        self.apply_title(ctx);
        self.note_place(ctx);
        self.tell_time(ctx);
        self.look_at_file(ctx);
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
        let ctx = &mut Ctx { app: &self.app, state: &mut self.shell, commands: &mut self.commands };
        shell::before_closing(ui, ctx, &mut self.views);
        if presenting::fills_window(ctx) {
            presenting::here_ui(ui, ctx);
            let ctx = ui.ctx().clone();
            return self.run_commands(&ctx);
        }
        view::show_wanted(&mut self.views, ctx);
        hear_keys(ui, ctx, &mut self.views);
        take_dropped(ui, ctx);
        frame_ui(ui, ctx, &mut self.views);
        shell::dialogs(ui, ctx, &self.views);
        presenting::beside_ui(ui, ctx);
        let ctx = ui.ctx().clone();
        self.run_commands(&ctx);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.theme.unwrap_or_default().tokens().ground.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_place();
    }
}

/// Also when it ends by a panic, or is destroyed from outside.
impl Drop for Window {
    fn drop(&mut self) {
        // Without a clock it was not opened on a screen.
        if self.clock.is_some() {
            self.keep_place();
        }
    }
}

/// Opens the guide that was dropped on the window.
fn take_dropped(ui: &Ui, ctx: &mut Ctx<'_>) {
    let dropped = ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
    if let Some(path) = dropped {
        ctx.send(Command::OpenGuide(path));
    }
}

/// Does what the keys of this frame ask for: what can be done everywhere, then the view that is shown.
fn hear_keys(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    action::hear_keys(ui, ctx);
    if ctx.state.dialog.is_some() {
        return;
    }
    for position in 0..views.len() {
        let key = action::view_key(position);
        if key.is_some_and(|key| action::is_pressed_once(ui, key)) {
            view::show(views, position, ctx);
        }
    }
    // The calendar hears its own keys: a digit or an arrow is not for what lies under it.
    if let Some(view) = views.get_mut(ctx.state.shown).filter(|_| ctx.state.day_choice.is_none()) {
        view.hear_keys(ui, ctx);
    }
}
