//! Opening the window: the guide is read while the system makes it.

use std::{path::PathBuf, task::Waker};

use eframe::egui::{IconData, ViewportBuilder};

use super::{repaint, theme::size, window::Window};
use crate::{
    app::{App, Command, Notice, OwnChange, Task},
    file::{self, Settings},
    model::{Date, Lang, Now, OpenError, WindowError},
    text::window as text,
};

/// How the window opens.
#[derive(Clone, Debug, Default)]
pub struct WindowStart {
    /// Another guide than the one inside the program, opened in the background.
    pub guide: Option<PathBuf>,
    /// What one place adds to it, this time; that of the settings otherwise.
    pub supplement: Option<PathBuf>,
    /// Another day of asking than today.
    pub date: Option<Date>,
    /// Whether it closes after the first frame, to measure how long a start takes.
    pub closes_at_once: bool,
}

/// The language that the window speaks.
pub fn kept_language() -> Lang {
    Settings::load(None).0.language
}

/// Opens the window and returns when it is closed.
///
/// A window that is open past midnight goes on with the next day, and knows when offices close, so it asks the clock.
///
/// # Errors
/// [`WindowError`]: the guide inside the program is broken, or something that a window needs is missing.
pub fn run_window(clock: fn() -> Now, start: WindowStart) -> Result<(), WindowError> {
    let WindowStart { guide, supplement, date, closes_at_once } = start;
    let (settings, problem) = Settings::load(None);
    let viewport = viewport(&settings);
    // The guide is read and asked for the first time while the system makes the window.
    let preparing = Task::start(Waker::noop().clone(), move |_| Ok(at_this_hour(clock(), settings)));
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    let create = move |cc: &eframe::CreationContext<'_>| {
        let mut app = prepared(preparing)?;
        if let Some(problem) = problem {
            app.run(Command::Tell(Notice::OfFile(problem)));
        }
        // Before anything is begun that ends in the background.
        app.wake_with(repaint::waker(&cc.egui_ctx));
        let is_kept = supplement.is_none();
        if let Some(path) = supplement.or_else(|| app.settings().supplement.clone()) {
            app.run(Command::Own(OwnChange::Open { path, is_kept }));
        }
        if let Some(path) = guide {
            app.run(Command::OpenGuide(path));
        }
        if let Some(date) = date {
            app.run(Command::SetDate(date));
        }
        let mut window = Window::new(cc, app);
        window.go_by(clock);
        if closes_at_once {
            window.close_at_once();
        }
        Ok::<Box<dyn eframe::App>, _>(Box::new(window))
    };
    eframe::run_native(text::TITLE, options, Box::new(create)).map_err(|error| match error {
        // Nothing else than `create` makes this error.
        eframe::Error::AppCreation(error) => error.downcast().map_or(WindowError::NoAnswers, |error| *error),
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            WindowError::NoOpenGl
        }
        _ => WindowError::NoScreen,
    })
}

/// The app on the guide inside the program, at the day and the time of the clock.
fn at_this_hour(now: Now, settings: Settings) -> Result<App, OpenError> {
    let mut app = App::new(now.date, settings)?;
    app.run(Command::NoteTime(now));
    // Where the system has no folder for it, work is safe once it is saved.
    if let Ok(dir) = file::data_dir(None) {
        app.keep_data_in(dir);
    }
    Ok(app)
}

/// The app that was made meanwhile.
fn prepared(preparing: Task<Result<App, OpenError>>) -> Result<App, WindowError> {
    preparing.wait().ok_or(WindowError::NoAnswers)?.map_err(WindowError::Guide)
}

fn viewport(settings: &Settings) -> ViewportBuilder {
    let mut viewport = ViewportBuilder::default()
        .with_title(text::TITLE)
        .with_app_id("nvm-wegwijzer")
        .with_inner_size(size::WINDOW)
        .with_min_inner_size(size::WINDOW_MIN)
        .with_icon(icon());
    if let Some(place) = settings.window {
        viewport = viewport.with_inner_size([place.width, place.height]).with_maximized(place.maximized);
        if let (Some(left), Some(top)) = (place.left, place.top) {
            viewport = viewport.with_position([left, top]);
        }
    }
    viewport
}

/// The picture of the program, where a desktop shows one beside the name of a window.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/icon-64.png")).unwrap_or_default()
}

/// Says this in a dialog of the system, and waits until it is read.
#[cfg(windows)]
pub fn tell(words: &str) {
    let dialog = rfd::MessageDialog::new().set_title(text::TITLE).set_description(words);
    let _ = dialog.set_level(rfd::MessageLevel::Error).show();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_has_a_picture() {
        let IconData { rgba, width, height } = icon();
        assert_eq!((width, height, rgba.len()), (64, 64, 64 * 64 * 4));
        assert!(rgba.chunks_exact(4).any(|pixel| pixel[3] == 255) && rgba.chunks_exact(4).any(|pixel| pixel[3] == 0));
    }

    #[test]
    fn a_start_that_panics_is_told() {
        let told = prepared(Task::start(Waker::noop().clone(), |_| panic!("on purpose"))).unwrap_err();
        assert_eq!(told, WindowError::NoAnswers);
    }
}
