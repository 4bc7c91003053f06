//! What is drawn where: the bars around, and the panes of the view that is shown, beside each other or one at a time.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::{
    ctx::Ctx,
    drawer::drawer_ui,
    shell,
    state::{Pane, TourStep},
    theme::{UiExt as _, size},
    view::{self, Views},
    widgets::tab_bar,
};
use crate::text::window as text;

/// Draws the whole window.
pub(super) fn frame_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let is_wide = ui.available_width() >= size::WIDE;
    let title = Panel::top("title").frame(bar(ui, size::M)).exact_size(size::BAR);
    if let Some(chosen) = title.show(ui, |ui| shell::title_bar(ui, ctx, views)).inner {
        view::show(views, chosen, ctx);
    }
    shell::banners(ui, ctx);
    shell::tour_band(ui, ctx);
    let desk = Panel::bottom("desk").frame(bar(ui, size::M)).exact_size(size::BAR);
    let desk = desk.show(ui, |ui| shell::bottom_bar(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Desk, desk.response.rect);
    if is_wide {
        wide_ui(ui, ctx, views);
    } else {
        narrow_ui(ui, ctx, views);
    }
}

/// A bar of the surface colour.
fn bar(ui: &Ui, margin: f32) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(size::margin((margin, 0.0)))
}

fn side_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(Margin { left: 14, right: 2, top: 12, bottom: 0 })
}

fn main_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().ground).inner_margin(Margin { left: 14, right: 4, top: 12, bottom: 0 })
}

fn drawer_frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(ui.tokens().surface).inner_margin(Margin { left: 16, right: 4, top: 14, bottom: 0 })
}

fn wide_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let Some(view) = views.get_mut(ctx.state.shown) else { return };
    let side = Panel::left("side").frame(side_frame(ui)).exact_size(view.side_width()).resizable(false);
    let side = side.show(ui, |ui| view.side_ui(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Facets, side.response.rect);
    if ctx.app.selected().is_some() {
        let drawer = Panel::right("drawer").frame(drawer_frame(ui)).exact_size(size::DRAWER_WIDTH).resizable(false);
        drawer.show(ui, |ui| scrolled_drawer(ui, ctx));
    }
    let main = CentralPanel::default().frame(main_frame(ui)).show(ui, |ui| view.main_ui(ui, ctx));
    shell::tour_ring(ui, ctx, TourStep::Answers, main.response.rect);
}

/// With room for one thing, the user chooses which.
fn narrow_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    if ctx.app.selected().is_none() && ctx.state.pane == Pane::Drawer {
        ctx.state.pane = Pane::Main;
    }
    panes_ui(ui, ctx, views);
    let Some(view) = views.get_mut(ctx.state.shown) else { return };
    let pane = ctx.state.pane;
    let frame = match pane {
        Pane::Side => side_frame(ui),
        Pane::Main => main_frame(ui),
        Pane::Drawer => drawer_frame(ui),
    };
    CentralPanel::default().frame(frame).show(ui, |ui| match pane {
        Pane::Side => view.side_ui(ui, ctx),
        Pane::Main => view.main_ui(ui, ctx),
        Pane::Drawer => scrolled_drawer(ui, ctx),
    });
}

/// The bar with the panes of all views, and the drawer while it has something to explain.
fn panes_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let lang = ctx.app.language();
    let mut panes: Vec<(&str, usize, Pane)> = Vec::new();
    for (position, view) in views.iter().enumerate() {
        panes.extend(view.panes(lang).map(|(pane, title)| (title, position, pane)));
    }
    if ctx.app.selected().is_some() {
        panes.push((text::explanation(lang), ctx.state.shown, Pane::Drawer));
    }
    let now = (ctx.state.shown, ctx.state.pane);
    let shown = panes.iter().position(|(_, view, pane)| (*view, *pane) == now).unwrap_or(0);
    let titles: Vec<&str> = panes.iter().map(|(title, ..)| *title).collect();
    let bar = Panel::top("panes").frame(bar(ui, size::S)).exact_size(size::TAB_BAR).show(ui, |ui| {
        let bar = ScrollArea::horizontal()
            .show(ui, |ui| ui.horizontal_centered(|ui| tab_bar(ui, text::TITLE, &titles, shown)).inner);
        bar.inner
    });
    let Some((_, position, pane)) = bar.inner.and_then(|chosen| panes.get(chosen)) else { return };
    if *position != ctx.state.shown {
        view::show(views, *position, ctx);
    }
    ctx.state.pane = *pane;
}

/// What is explained anew begins at its top, wherever the last explanation was scrolled to.
fn scrolled_drawer(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let mut area = ScrollArea::vertical().id_salt("drawer").auto_shrink(false);
    if ctx.state.drawn.as_ref() != ctx.app.selected() {
        ctx.state.drawn = ctx.app.selected().cloned();
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| drawer_ui(ui, ctx));
}
