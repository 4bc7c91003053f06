//! What stands around every view: the bar at the top, search, menus, banners and dialogs.

mod about;
mod banners;
mod date;
mod desk;
mod dialog;
mod help;
mod menu;
mod open_guide;
mod save_file;
mod search;
mod shortcuts;
mod title_bar;
mod tour;

pub(super) use banners::banners;
pub(super) use date::read_day;
pub(super) use desk::bottom_bar;
pub(super) use shortcuts::{ANSWER_KEYS, SKIP_KEY, shortcuts};
pub(super) use title_bar::title_bar;
pub(super) use tour::{TourStep, tour_band, tour_ring};

use eframe::egui::Ui;

use super::state::{Dialog, View};

/// How often progress is drawn while something runs in the background.
pub(super) const PROGRESS_STEP: std::time::Duration = std::time::Duration::from_millis(80);

/// The dialog that is open, if any.
pub(super) fn dialogs(ui: &mut Ui, view: &mut View<'_>) {
    let closes = match view.state.dialog.take() {
        None => return,
        Some(Dialog::Help) => match help::help_ui(ui, view) {
            help::After::Stays => (Dialog::Help, false),
            help::After::Closes => (Dialog::Help, true),
            help::After::Opens(dialog) => (dialog, false),
        },
        Some(Dialog::About) => {
            let closes = about::about_ui(ui, view);
            (Dialog::About, closes)
        }
        Some(Dialog::OpenGuide(mut open)) => {
            let closes = open_guide::open_guide_ui(ui, view, &mut open);
            (Dialog::OpenGuide(open), closes)
        }
        Some(Dialog::Save(mut save)) => {
            let closes = save_file::save_file_ui(ui, view, &mut save);
            (Dialog::Save(save), closes)
        }
    };
    if let (dialog, false) = closes {
        view.state.dialog = Some(dialog);
    }
}
