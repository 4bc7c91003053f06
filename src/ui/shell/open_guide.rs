//! Opening another guide: the system's dialog, or a path that is typed.

use std::path::PathBuf;

use eframe::egui::{TextEdit, Ui};

use super::dialog::dialog;
use crate::{
    app::Command,
    text::window as text,
    ui::{
        ctx::Ctx,
        state::OpenGuide,
        system_dialog::SystemDialog,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, outline_button},
    },
};

/// Whether the dialog should close.
pub(super) fn open_guide_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, open: &mut OpenGuide) -> bool {
    let lang = ctx.app.language();
    let mut closes = false;
    if let Some(path) = open.system.poll() {
        ctx.send(Command::OpenGuide(path));
        return true;
    }
    let modal = dialog(ui, "open-guide", text::open_guide(lang), |ui| {
        let label = ui.label(TextRole::Label.rich(text::path(lang)));
        let field = ui.add(TextEdit::singleline(&mut open.path).desired_width(f32::INFINITY)).labelled_by(label.id);
        if !std::mem::replace(&mut open.had_focus, true) {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        if let Some(words) = open.system.words(lang) {
            ui.label(TextRole::Small.rich(words).color(ui.tokens().ink_soft));
        }
        ui.add_space(size::S);
        ui.horizontal(|ui| {
            let typed = !open.path.trim().is_empty();
            if ui.add_enabled(typed, filled_button(text::open(lang))).clicked() || (entered && typed) {
                ctx.send(Command::OpenGuide(PathBuf::from(open.path.trim())));
                closes = true;
            }
            let can_browse = !open.system.is_open();
            if ui.add_enabled(can_browse, outline_button(text::browse(lang))).clicked() {
                open.system =
                    SystemDialog::open(ui.ctx(), || rfd::FileDialog::new().add_filter("RON", &["ron"]).pick_file());
            }
            closes |= ui.add(outline_button(text::cancel(lang))).clicked();
        });
    });
    closes || modal.should_close()
}
