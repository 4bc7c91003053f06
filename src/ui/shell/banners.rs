//! Bands under the bar, of what stays so: another day than today, an old edition, read-only. What comes and goes is told in
//! [`super::toasts()`].

use eframe::egui::{Frame, Panel, Role, Ui, UiBuilder};

use crate::{
    app::Command,
    lookup::edition_age_in_months,
    text::{errors, which, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::outline_button,
    },
};

/// An edition of so many months is shown to be old: the letter promises a living document.
const OLD_EDITION: u32 = 6;

pub(in crate::ui) fn banners(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    if let Some(mark) = which::mark(ctx.app.guide(), lang) {
        training_band(ui, ctx, mark);
    }
    if ctx.app.date() != ctx.app.today() {
        let words = words::capital(&words::not_for_use_on(&words::day(ctx.app.date(), lang), lang));
        banner(ui, "as-of", &words);
    }
    if let Some(months) =
        edition_age_in_months(ctx.app.guide(), ctx.app.today()).filter(|months| *months >= OLD_EDITION)
    {
        banner(ui, "edition", &text::old_edition(&words::edition_age(months, lang), lang));
    }
    if let Some(reason) = ctx.app.document().read_only {
        banner(ui, "read-only", &format!("{}. {}", text::read_only(lang), errors::read_only(reason, lang)));
    }
    let over = ctx.app.document().index.origin().and_then(|origin| origin.supplement.as_deref());
    if let Some(words) = over.and_then(|supplement| which::clashes(supplement, lang)) {
        banner(ui, "supplement", &words);
    }
}

/// Over the whole width and above all other bands, as long as the guide is one for training. Nothing closes it but another
/// guide.
fn training_band(ui: &mut Ui, ctx: &mut Ctx<'_>, mark: &str) {
    let (tokens, lang) = (ui.tokens(), ctx.app.language());
    let frame = Frame::NONE.fill(tokens.warning).inner_margin(size::margin((size::M, size::XS)));
    Panel::top(eframe::egui::Id::unique(("banner", "training"))).frame(frame).show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Alert).accessibility_label(mark);
        ui.scope_builder(builder, |ui| {
            ui.horizontal_wrapped(|ui| {
                icon(ui, Icon::Warning, size::ICON, tokens.warning_ground);
                ui.label(TextRole::Strong.rich(mark).color(tokens.warning_ground));
                if ui.add(outline_button(text::to_the_real_guide(lang)).neutral().small()).clicked() {
                    ctx.send(Command::UseEmbeddedGuide);
                }
            });
        });
    });
}

fn banner(ui: &mut Ui, salt: &str, words: &str) {
    let tokens = ui.tokens();
    let frame = Frame::NONE.fill(tokens.warning_ground).inner_margin(size::margin((size::M, size::XS)));
    Panel::top(eframe::egui::Id::unique(("banner", salt))).frame(frame).show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Alert).accessibility_label(words);
        ui.scope_builder(builder, |ui| {
            ui.horizontal_wrapped(|ui| {
                icon(ui, Icon::Warning, size::ICON, tokens.warning);
                ui.label(TextRole::Strong.rich(words).color(tokens.warning));
            });
        });
    });
}
