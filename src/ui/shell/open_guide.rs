//! Opening another guide: the system's dialog, or a path that is typed.

use std::{path::PathBuf, sync::mpsc::channel};

use eframe::egui::{TextEdit, Ui};

use super::dialog::dialog;
use crate::{
    app::Command,
    text::window as text,
    ui::{
        ctx::Ctx,
        state::OpenGuide,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, outline_button},
    },
};

/// Whether the dialog should close.
pub(super) fn open_guide_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, open: &mut OpenGuide) -> bool {
    let lang = ctx.app.language();
    let mut closes = false;
    match open.waiting.as_ref().map(std::sync::mpsc::Receiver::try_recv) {
        Some(Ok(Some(path))) => {
            ctx.send(Command::OpenGuide(path));
            return true;
        }
        Some(Ok(None) | Err(std::sync::mpsc::TryRecvError::Disconnected)) => {
            open.waiting = None;
            open.gave_nothing = true;
        }
        Some(Err(std::sync::mpsc::TryRecvError::Empty)) | None => {}
    }
    let modal = dialog(ui, "open-guide", text::open_guide(lang), |ui| {
        let label = ui.label(TextRole::Label.rich(text::path(lang)));
        let field = ui.add(TextEdit::singleline(&mut open.path).desired_width(f32::INFINITY)).labelled_by(label.id);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        if open.waiting.is_some() {
            ui.label(TextRole::Small.rich(text::waiting_for_dialog(lang)).color(ui.tokens().ink_soft));
        } else if open.gave_nothing {
            ui.label(TextRole::Small.rich(text::no_dialog(lang)).color(ui.tokens().ink_soft));
        }
        ui.add_space(size::S);
        ui.horizontal(|ui| {
            let typed = !open.path.trim().is_empty();
            if ui.add_enabled_ui(typed, |ui| ui.add(filled_button(text::open(lang)))).inner.clicked()
                || (entered && typed)
            {
                ctx.send(Command::OpenGuide(PathBuf::from(open.path.trim())));
                closes = true;
            }
            let can_browse = open.waiting.is_none();
            if ui.add_enabled_ui(can_browse, |ui| ui.add(outline_button(text::browse(lang)))).inner.clicked() {
                open.gave_nothing = false;
                open.waiting = Some(browse(ui.ctx().clone()));
            }
            closes |= ui.add(outline_button(text::cancel(lang))).clicked();
        });
    });
    closes || modal.should_close()
}

/// The system's dialog, on a thread of its own: a portal that hangs does not hang the window.
fn browse(ctx: eframe::egui::Context) -> std::sync::mpsc::Receiver<Option<PathBuf>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let file = rfd::FileDialog::new().add_filter("RON", &["ron"]).pick_file();
        // Nobody listens any more when the dialog was cancelled meanwhile.
        let _ = sender.send(file);
        ctx.request_repaint();
    });
    receiver
}
