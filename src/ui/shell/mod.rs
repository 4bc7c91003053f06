//! What stands around every view: the bar at the top, search, menus, banners and dialogs.

mod about;
mod banners;
mod date;
mod desk;
mod dialog;
mod help;
mod leave;
mod menu;
mod open_guide;
mod save_file;
mod search;
mod title_bar;
mod toasts;
mod told_words;
mod tour;

pub(super) use banners::banners;
pub(super) use desk::bottom_bar;
pub(super) use leave::before_closing;
pub(super) use title_bar::title_bar;
pub(super) use toasts::toasts;
pub(super) use tour::{tour_band, tour_ring};

use eframe::egui::Ui;

use super::{ctx::Ctx, state::Dialog, view::Views};

/// The dialog that is open, if any.
pub(super) fn dialogs(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &Views) {
    let closes = match ctx.state.dialog.take() {
        None => return,
        Some(Dialog::Help) => match help::help_ui(ui, ctx, views) {
            help::After::Stays => (Dialog::Help, false),
            help::After::Closes => (Dialog::Help, true),
            help::After::Opens(dialog) => (dialog, false),
        },
        Some(Dialog::About) => {
            let closes = about::about_ui(ui, ctx);
            (Dialog::About, closes)
        }
        Some(Dialog::Leave) => {
            let closes = leave::leave_ui(ui, ctx);
            (Dialog::Leave, closes)
        }
        Some(Dialog::OpenGuide(mut open)) => {
            let closes = open_guide::open_guide_ui(ui, ctx, &mut open);
            (Dialog::OpenGuide(open), closes)
        }
        Some(Dialog::Save(mut save)) => {
            let closes = save_file::save_file_ui(ui, ctx, &mut save);
            (Dialog::Save(save), closes)
        }
    };
    if let (dialog, false) = closes {
        ctx.state.dialog = Some(dialog);
    }
}
