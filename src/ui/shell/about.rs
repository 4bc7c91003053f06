//! About the guide: limits, owner, edition and its age.

use eframe::egui::{ScrollArea, Ui};

use super::dialog::{dialog, room};
use crate::{
    lookup::edition_age_in_months,
    text::{which, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, section_label},
    },
};

/// Whether the dialog should close.
pub(super) fn about_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) -> bool {
    let lang = ctx.app.language();
    let guide = ctx.app.guide();
    let mut closes = false;
    let modal = dialog(ui, "about", text::about(lang), |ui| {
        ScrollArea::vertical().max_height(room(ui)).show(ui, |ui| {
            let fact = |ui: &mut Ui, label: &str, value: &str| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(TextRole::Body.rich(label).color(ui.tokens().ink_soft));
                    ui.label(TextRole::Strong.rich(value));
                });
            };
            let age = edition_age_in_months(guide, ctx.app.today()).filter(|months| *months > 0);
            let age = age.map(|months| format!(" ({})", words::edition_age(months, lang))).unwrap_or_default();
            fact(ui, text::edition(lang), &format!("{}{age}", guide.edition));
            let origin = ctx.app.document().index.origin();
            if let Some(other) = which::other_guide(guide, origin, lang) {
                fact(ui, text::guide(lang), &other);
            }
            if let Some((release, seal)) = guide.release.as_ref().zip(origin.and_then(|origin| origin.seal)) {
                fact(ui, text::release(lang), &which::released(release, seal, lang));
                for line in &release.changes {
                    ui.label(TextRole::Body.rich(line));
                }
            }
            fact(ui, words::owner(lang), guide.owner.contact.as_ref().unwrap_or(&guide.owner.name));
            fact(ui, words::sources(lang), &guide.sources.len().to_string());
            ui.add_space(size::S);
            section_label(ui, text::limits(lang));
            for limit in &guide.limits {
                ui.label(TextRole::Body.rich(limit.text(lang)));
            }
        });
        ui.add_space(size::S);
        closes = ui.add(filled_button(text::close(lang))).clicked();
    });
    closes || modal.should_close()
}
