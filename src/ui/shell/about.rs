//! About the guide: limits, owner, edition, and the keys.

use eframe::egui::{Id, Modal, ScrollArea, Ui};

use crate::{
    text::window as text,
    ui::{
        state::View,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, key_hint, section_label},
    },
};

/// Whether the dialog should close.
pub(super) fn about_ui(ui: &mut Ui, view: &mut View<'_>) -> bool {
    let lang = view.app.language();
    let guide = view.app.guide();
    let mut closes = false;
    let modal = Modal::new(Id::unique("about")).show(ui.ctx(), |ui| {
        ui.set_width(size::DIALOG_WIDTH.min(ui.ctx().content_rect().width() - size::L));
        ui.label(TextRole::Title.rich(text::about(lang)));
        ScrollArea::vertical().max_height(size::DIALOG_HEIGHT).show(ui, |ui| {
            let fact = |ui: &mut Ui, label: &str, value: &str| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(TextRole::Body.rich(label).color(ui.tokens().ink_soft));
                    ui.label(TextRole::Strong.rich(value));
                });
            };
            fact(ui, text::edition(lang), &guide.edition);
            fact(ui, text::owner(lang), guide.owner.contact.as_ref().unwrap_or(&guide.owner.name));
            fact(ui, text::sources(lang), &guide.sources.len().to_string());
            ui.add_space(size::S);
            section_label(ui, text::limits(lang));
            for limit in &guide.limits {
                ui.label(TextRole::Body.rich(limit.text(lang)));
            }
            ui.add_space(size::S);
            section_label(ui, text::shortcuts(lang));
            for (key, what) in [
                ("Ctrl K", text::search(lang)),
                ("1–9", text::next_question(lang)),
                ("0", text::skip(lang)),
                ("F9", text::clear_all(lang)),
                ("Ctrl O", text::open_guide(lang)),
                ("Ctrl +", text::larger(lang)),
                ("Ctrl -", text::smaller(lang)),
                ("Esc", text::close(lang)),
                ("F1", text::about(lang)),
            ] {
                ui.horizontal(|ui| {
                    key_hint(ui, key);
                    ui.label(TextRole::Body.rich(what));
                });
            }
        });
        ui.add_space(size::S);
        closes = ui.add(filled_button(text::close(lang))).clicked();
    });
    closes || modal.should_close()
}
