//! The first-start tour: three steps in a band that blocks nothing.

use strum::{EnumCount as _, IntoEnumIterator as _};

use eframe::egui::{Frame, Panel, Role, StrokeKind, Ui, UiBuilder};

use crate::{
    app::Command,
    text::window as text,
    ui::{
        ctx::Ctx,
        state::TourStep,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, outline_button},
    },
};

fn next(step: TourStep) -> Option<TourStep> {
    TourStep::iter().skip_while(|other| *other != step).nth(1)
}

/// The tour goes through the first view.
fn is_on(ctx: &Ctx<'_>) -> bool {
    ctx.state.shown == 0
}

/// The band under the bar, while the tour lasts.
pub(in crate::ui) fn tour_band(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let Some(step) = ctx.state.tour.filter(|_| is_on(ctx)) else { return };
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    let (title, words) = match step {
        TourStep::Facets => (text::tour_facets(lang), text::tour_facets_words(lang)),
        TourStep::Answers => (text::tour_answers(lang), text::tour_answers_words(lang)),
        TourStep::Desk => (text::tour_desk(lang), text::tour_desk_words(lang)),
    };
    let number = TourStep::iter().take_while(|other| *other != step).count() + 1;
    let heading = text::tour_heading(number, TourStep::COUNT, title, lang);
    let frame = Frame::NONE.fill(tokens.accent_ground).inner_margin(size::margin((size::M, size::S)));
    Panel::top("tour").frame(frame).show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(&heading);
        ui.scope_builder(builder, |ui| {
            ui.label(TextRole::Strong.rich(&heading));
            ui.label(TextRole::Body.rich(words));
            ui.add_space(size::XS);
            ui.horizontal_wrapped(|ui| {
                let last = next(step).is_none();
                let label = if last { text::tour_done(lang) } else { text::tour_next(lang) };
                if ui.add(filled_button(label)).clicked() {
                    ctx.state.tour = next(step);
                }
                if !last && ui.add(outline_button(text::tour_skip(lang)).neutral()).clicked() {
                    ctx.state.tour = None;
                }
            });
        });
    });
    if ctx.state.tour.is_none() {
        ctx.send(Command::EndTour);
    }
}

/// Rings the part of the window that the tour is about.
pub(in crate::ui) fn tour_ring(ui: &Ui, ctx: &Ctx<'_>, part: TourStep, rect: eframe::egui::Rect) {
    if ctx.state.tour == Some(part) && is_on(ctx) {
        let tokens = ui.tokens();
        let painter = ui.ctx().layer_painter(eframe::egui::LayerId::new(
            eframe::egui::Order::Foreground,
            eframe::egui::Id::unique("tour ring"),
        ));
        let ring = eframe::egui::Stroke::new(tokens.ring_width, tokens.accent);
        painter.rect_stroke(rect.shrink(tokens.ring_width), size::RADIUS_M, ring, StrokeKind::Inside);
    }
}
