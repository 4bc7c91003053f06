//! What is drawn where: the bars around, and the panes of the view that is shown, beside each other or one at a time.

use eframe::egui::{
    Area, CentralPanel, Frame, Id, Key, Margin, Memory, Order, Panel, Popup, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder,
};

use super::{
    ctx::Ctx,
    drawer::drawer_ui,
    shell,
    state::{Pane, TourStep},
    theme::{TextRole, UiExt as _, size},
    view::{self, Views},
    widgets::{focus_first, scroll_by_key, tab_bar},
};
use crate::text::window as text;

/// Draws the whole window.
pub(super) fn frame_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let is_wide = ui.available_width() >= size::WIDE;
    take_in_hand(ui, ctx);
    follow_focus(ui, ctx);
    follow_popups(ui, ctx);
    ctx.state.places.clear();
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
    let side = views.get(ctx.state.shown).map(|view| view.side_width()).filter(|_| is_wide);
    shell::toasts(ui, ctx, side);
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

/// Which pane the keys move in: that of the focus, or else the one under the pointer.
fn take_in_hand(ui: &Ui, ctx: &mut Ctx<'_>) {
    let focused = ui.memory(Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let at = focused.map(|response| response.rect.center()).or(ui.input(|input| input.pointer.hover_pos()));
    // The drawer may lie over the middle, and what is told over all of them.
    let is_at = |pane: Pane, place: Rect| {
        at.is_some_and(|at| if pane == Pane::Told { place.contains(at) } else { place.x_range().contains(at.x) })
    };
    let found = ctx.state.places.iter().rev().find(|(pane, place)| is_at(*pane, *place));
    ctx.state.in_hand = found.map_or(Pane::Main, |(pane, _)| *pane);
    // A pane that is new may be laid out more than once before what is in it can have the focus.
    let has_focus = ui.memory(Memory::focused).is_some() && ctx.state.wants_focus == Some(ctx.state.in_hand);
    if has_focus || ui.input(|input| input.pointer.any_pressed() || input.key_pressed(Key::Tab)) {
        ctx.state.wants_focus = None;
    }
}

/// A drawer that is opened by a key takes the focus, and gives it back when it is closed.
fn follow_focus(ui: &Ui, ctx: &mut Ctx<'_>) {
    match (ctx.state.drawn.is_some(), ctx.app.selected().is_some()) {
        (false, true) => {
            ctx.state.opened_from = ui.memory(Memory::focused);
            if ctx.state.opened_from.is_some() {
                ctx.state.wants_focus = Some(Pane::Drawer);
            }
        }
        (true, false) => {
            ctx.state.drawn = None;
            if let Some(from) = ctx.state.opened_from.take() {
                ui.memory_mut(|memory| memory.request_focus(from));
            }
        }
        _ => {}
    }
}

/// A popup that is closed gives the focus back to what had it, unless something else took it.
fn follow_popups(ui: &Ui, ctx: &mut Ctx<'_>) {
    /// What was drawn in the frame that closed it has the focus for one more.
    const PATIENCE: u8 = 3;
    let (popup, is_open) = (&mut ctx.state.popup, Popup::is_any_open(ui.ctx()));
    let focused = ui.memory(Memory::focused);
    if std::mem::replace(&mut popup.was_open, is_open) && !is_open && popup.from.is_some() {
        popup.waits = PATIENCE;
    }
    if is_open {
        popup.waits = 0;
    } else if popup.waits == 0 {
        popup.from = focused;
    } else {
        popup.waits -= 1;
        ui.ctx().request_repaint();
        if let Some(from) = popup.from.filter(|_| focused.is_none()) {
            ui.memory_mut(|memory| memory.request_focus(from));
            popup.waits = 0;
        }
    }
}

/// Draws a pane, and notes where.
fn pane_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, pane: Pane, inside: impl FnOnce(&mut Ui, &mut Ctx<'_>)) {
    ctx.state.places.push((pane, ui.max_rect()));
    if ctx.state.wants_focus == Some(pane) {
        focus_first(ui);
    }
    inside(ui, ctx);
}

fn wide_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let Some(view) = views.get_mut(ctx.state.shown) else { return };
    let whole = ui.available_rect_before_wrap();
    let side = Panel::left("side").frame(side_frame(ui)).exact_size(view.side_width()).resizable(false);
    let side = side.show(ui, |ui| pane_ui(ui, ctx, Pane::Side, |ui, ctx| view.side_ui(ui, ctx)));
    shell::tour_ring(ui, ctx, TourStep::Facets, side.response.rect);
    let is_beside = whole.width() >= size::DRAWER_BESIDE;
    if is_beside {
        // Also while it is empty, so that nothing moves when it is not.
        let drawer = Panel::right("drawer").frame(drawer_frame(ui)).exact_size(size::DRAWER_WIDTH).resizable(false);
        drawer.show(ui, |ui| match ctx.app.selected() {
            Some(_) => pane_ui(ui, ctx, Pane::Drawer, scrolled_drawer),
            None => nothing_explained(ui, ctx),
        });
    }
    let frame = main_frame(ui);
    let main = CentralPanel::default().frame(frame).show(ui, |ui| {
        pane_ui(ui, ctx, Pane::Main, |ui, ctx| view.main_ui(ui, ctx));
    });
    shell::tour_ring(ui, ctx, TourStep::Answers, main.response.rect);
    if !is_beside && ctx.app.selected().is_some() {
        drawer_over(ui, ctx, main.response.rect);
    }
}

fn nothing_explained(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.label(TextRole::Secondary.rich(text::nothing_explained(ctx.app.language())).color(ui.tokens().ink_soft));
}

/// The drawer over the right of the middle, where it moves nothing.
fn drawer_over(ui: &Ui, ctx: &mut Ctx<'_>, main: Rect) {
    let place = main.with_min_x(main.right() - size::DRAWER_WIDTH);
    let area =
        Area::new(Id::unique("drawer-over")).order(Order::Middle).fixed_pos(place.min).constrain(false).movable(false);
    area.show(ui.ctx(), |ui| {
        let line = Stroke::new(ui.tokens().line_width, ui.tokens().line_strong);
        let frame = drawer_frame(ui);
        let inner = place - frame.inner_margin;
        ui.painter().rect(place, 0, frame.fill, line, StrokeKind::Inside);
        ui.allocate_rect(place, Sense::CLICK);
        ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.set_clip_rect(place);
            pane_ui(ui, ctx, Pane::Drawer, scrolled_drawer);
        });
    });
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
        Pane::Main | Pane::Told => main_frame(ui),
        Pane::Drawer => drawer_frame(ui),
    };
    CentralPanel::default().frame(frame).show(ui, |ui| {
        pane_ui(ui, ctx, pane, |ui, ctx| match pane {
            Pane::Side => view.side_ui(ui, ctx),
            Pane::Main | Pane::Told => view.main_ui(ui, ctx),
            Pane::Drawer => scrolled_drawer(ui, ctx),
        });
    });
}

/// The bar of a narrow window: the panes of the view that is shown, with the drawer while it has something to explain,
/// and the other views.
fn panes_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &mut Views) {
    let lang = ctx.app.language();
    let mut panes: Vec<(&str, usize, Pane)> = Vec::new();
    for (position, view) in views.iter().enumerate() {
        let own = view.panes(lang);
        if position != ctx.state.shown {
            panes.push((view.title(lang), position, own[0].0));
            continue;
        }
        panes.extend(own.map(|(pane, title)| (title, position, pane)));
        if ctx.app.selected().is_some() {
            panes.push((text::explanation(lang), position, Pane::Drawer));
        }
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
    area.show(ui, |ui| {
        if ctx.hears_scroll_keys(Pane::Drawer) {
            scroll_by_key(ui);
        }
        drawer_ui(ui, ctx);
    });
}
