//! Closing the window while changes of the guide are not saved: what becomes of them is asked first.

use eframe::egui::{Ui, ViewportCommand};

use super::dialog::dialog;
use crate::{
    app::{Command, Keep},
    text::{keeping, leave as text, words},
    ui::{
        ctx::Ctx,
        state::{Dialog, Leaving},
        theme::{TextRole, size},
        view::Views,
        widgets::{filled_button, outline_button},
    },
};

/// Holds a window that is asked to close while something is not saved; and closes it once that is.
pub(in crate::ui) fn before_closing(ui: &Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    if ctx.state.leaving == Leaving::OnceSaved {
        if ctx.app.unsaved_steps() == 0 {
            ctx.state.leaving = Leaving::Now;
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        } else if !ctx.app.is_saving_guide() {
            // It was not saved, and that is told.
            ctx.state.leaving = Leaving::No;
        }
    }
    if ctx.state.leaving == Leaving::Now || !ui.input(|input| input.viewport().close_requested()) {
        return;
    }
    // What is being typed is a change as well.
    let before = ctx.commands.len();
    for view in views.iter_mut() {
        view.finish(ctx);
    }
    if ctx.commands.len() > before || ctx.app.unsaved_steps() > 0 {
        ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
        ctx.state.dialog = Some(Dialog::Leave);
    }
}

/// Whether the dialog should close.
pub(super) fn leave_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) -> bool {
    let lang = ctx.app.language();
    let mut closes = false;
    let title = words::capital(&keeping::unsaved(ctx.app.unsaved_steps(), lang));
    let modal = dialog(ui, "leave", &title, |ui| {
        ui.label(TextRole::Body.rich(text::comes_back(lang)));
        ui.add_space(size::M);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            if ctx.app.has_guide_file() && ui.add(filled_button(text::save_and_close(lang))).clicked() {
                ctx.send(Command::Keep(Keep::Save));
                ctx.state.leaving = Leaving::OnceSaved;
                closes = true;
            }
            if ui.add(outline_button(text::close_unsaved(lang)).neutral()).clicked() {
                ctx.state.leaving = Leaving::Now;
                ui.ctx().send_viewport_cmd(ViewportCommand::Close);
                closes = true;
            }
            if ui.add(outline_button(keeping::cancel(lang)).neutral()).clicked() {
                closes = true;
            }
        });
    });
    closes || modal.should_close()
}
