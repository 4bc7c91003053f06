//! Help for what is on screen, with the keys.

use eframe::egui::{ScrollArea, Ui};

use super::dialog::dialog;
use crate::{
    model::Lang,
    text::{help as text, window},
    ui::{
        ctx::Ctx,
        shell::tour::TourStep,
        state::{Dialog, Tab},
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, key_hint, outline_button, section_label},
    },
};

/// What should follow.
pub(super) enum After {
    /// The dialog stays.
    Stays,
    /// It closes.
    Closes,
    /// Another takes its place.
    Opens(Dialog),
}

pub(super) fn help_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) -> After {
    let lang = ctx.app.language();
    let mut after = After::Stays;
    let modal = dialog(ui, "help", text::help(lang), |ui| {
        ScrollArea::vertical().max_height(size::DIALOG_HEIGHT).show(ui, |ui| {
            let parts = match ctx.state.tab {
                Tab::Wegwijzer => text::wegwijzer(lang),
                Tab::Keten => text::keten(lang),
            };
            for (title, words) in parts {
                section_label(ui, title);
                ui.label(TextRole::Body.rich(*words));
                ui.add_space(size::S);
            }
            section_label(ui, window::shortcuts(lang));
            keys_ui(ui, lang);
        });
        ui.add_space(size::S);
        ui.horizontal_wrapped(|ui| {
            if ui.add(filled_button(window::close(lang))).clicked() {
                after = After::Closes;
            }
            if ui.add(outline_button(text::tour(lang)).neutral()).clicked() {
                ctx.state.tour = Some(TourStep::default());
                after = After::Closes;
            }
            if ui.add(outline_button(window::about(lang)).neutral()).clicked() {
                after = After::Opens(Dialog::About);
            }
        });
    });
    if matches!(after, After::Stays) && modal.should_close() { After::Closes } else { after }
}

fn keys_ui(ui: &mut Ui, lang: Lang) {
    for (key, what) in text::keys(lang) {
        ui.horizontal(|ui| {
            key_hint(ui, key);
            ui.label(TextRole::Body.rich(*what).color(ui.tokens().ink));
        });
    }
}
