//! The places: boxes that can be chosen.

use eframe::egui::{
    EventFilter, Key, Modifiers, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{
    arrange::arrange,
    camera::Camera,
    happened::{Happened, Held},
    scene::{PlaceLook, Scene},
    state::KetenState,
};
use crate::{
    app::{Chain, PlaceView},
    chain::layout,
    lookup::Verdict,
    model::Lang,
    text::{chain as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, Tokens, UiExt as _, paint_icon, size},
        widgets::{dashed_frame, focus_ring},
    },
};

pub(super) fn boxes(
    ui: &Ui,
    painter: &Painter,
    ctx: &Ctx<'_>,
    state: &KetenState,
    chain: &Chain,
    scene: &Scene,
    (camera, canvas): (&Camera, Rect),
) -> Happened {
    let lang = ctx.app.language();
    let mut happened = Happened::default();
    for (position, place) in chain.view.places.iter().enumerate() {
        let arranges = state.arranges && !place.is_gap;
        let rect = camera.rect(canvas, chain.view.layout.boxes[position]);
        let look = scene.places[position];
        let overlap = chain.open_overlap(position, ctx.app.outcome()).map(|overlap| overlap.text.as_str());
        let shown = Shown { place, look, overlap };
        let response = interact(ui, canvas, rect, position, arranges);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, look.is_chosen, name(chain, &shown, lang)));
        if state.wants_focus == Some(position) {
            response.request_focus();
        }
        if response.clicked() {
            happened.chosen = Some(position);
        }
        if response.hovered() || response.has_focus() {
            happened.looked_at = Some(position);
        }
        if response.gained_focus() {
            happened.arrived = Some(position);
        }
        if arranges {
            arrange(ui, &response, state.held, chain, position, (camera, canvas), &mut happened);
        }
        let is_held = happened.held.is_some_and(|held| held.place == position);
        if response.has_focus() {
            // The arrows lead along the chain, not to what lies nearest on screen.
            let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
            happened.goes_to = arrow_target(ui, chain, position);
        }
        if rect.intersects(canvas) && !is_held {
            paint(ui, painter, &shown, rect, camera.zoom, response.hovered());
            focus_ring(ui, &response, rect, size::RADIUS_M);
            response.on_hover_ui(|ui| {
                ui.label(tooltip(chain, &shown, lang));
            });
        }
    }
    // What the pointer holds lies on top.
    if let Some(Held { place: position, top, .. }) = happened.held {
        let own = chain.view.layout.boxes[position];
        let rect = camera.rect(canvas, layout::Rect { top, bottom: top + own.bottom - own.top, ..own });
        let look = PlaceLook { is_chosen: true, ..scene.places[position] };
        paint(
            ui,
            painter,
            &Shown { place: &chain.view.places[position], look, overlap: None },
            rect,
            camera.zoom,
            true,
        );
    }
    happened
}

/// Boxes out of sight can still be reached by keyboard and screen reader.
fn interact(ui: &Ui, canvas: Rect, rect: Rect, position: usize, arranges: bool) -> Response {
    let id = ui.scope_id().with(("place", position));
    let seen = rect.intersect(canvas);
    let shown = if seen.is_positive() { seen } else { rect };
    ui.interact(shown, id, if arranges { Sense::click_and_drag() } else { Sense::click() })
}

/// A box with what it shows at this moment.
struct Shown<'a> {
    place: &'a PlaceView,
    look: PlaceLook,
    /// The agreement that is still to be made.
    overlap: Option<&'a str>,
}

fn name(chain: &Chain, shown: &Shown<'_>, lang: Lang) -> String {
    let home = shown.place.home.map(|home| {
        let at = chain.view.picture.places[home].group;
        format!("{} {}", text::at_home(lang), chain.view.groups[at])
    });
    let overlap = shown.overlap.map(|_| text::overlap(lang));
    let marks: Vec<&str> = home.iter().map(String::as_str).chain(overlap).collect();
    text::place_name(&shown.place.name, words::verdict(shown.look.verdict, lang), &marks)
}

fn tooltip(chain: &Chain, shown: &Shown<'_>, lang: Lang) -> String {
    let overlap = shown.overlap.map(|agreement| format!("{}: {agreement}", words::capital(text::overlap(lang))));
    std::iter::once(name(chain, shown, lang)).chain(overlap).collect::<Vec<_>>().join("\n")
}

fn paint(ui: &Ui, painter: &Painter, shown: &Shown<'_>, rect: Rect, zoom: f32, is_hovered: bool) {
    let Shown { place, look, overlap } = shown;
    let tokens = ui.tokens();
    let mut painter = painter.clone();
    if look.is_far {
        painter.set_opacity(size::FAR_OPACITY);
    }
    let is_out = look.verdict == Verdict::Excluded;
    let (fill, edge, ink) = colors(tokens, place.is_gap, is_out);
    let fill = if look.is_on_route || look.is_chosen {
        tokens.accent_ground
    } else if is_hovered {
        tokens.hover
    } else {
        fill
    };
    painter.rect_filled(rect, size::RADIUS_M, fill);
    let width = if look.is_on_route || look.is_chosen { tokens.ring_width } else { tokens.line_width };
    let edge = Stroke::new(width, if look.is_on_route || look.is_chosen { tokens.accent } else { edge });
    if look.verdict == Verdict::Depends && !look.is_chosen {
        painter.extend(dashed_frame(rect, size::RADIUS_M, edge));
    } else {
        painter.rect_stroke(rect, size::RADIUS_M, edge, StrokeKind::Inside);
    }
    let phase = if is_out { tokens.line } else { tokens.phase(place.letter).color };
    let bar = Rect::from_min_size(rect.min, vec2(size::PHASE_EDGE * zoom.min(1.0), rect.height()));
    if !place.is_gap {
        painter.rect_filled(bar, size::RADIUS_S, phase);
    }
    let left = bar.right() + size::ROW_INSET;
    let mark = if overlap.is_some() { size::ICON_SMALL + size::XS } else { 0.0 };
    let role = match (place.is_gap, place.home.is_some() || is_out) {
        (true, _) => TextRole::Small,
        // What has no task for these persons asks for no attention, at its main place neither.
        (false, true) => TextRole::Body,
        (false, false) => TextRole::Strong,
    };
    let mut job =
        role.scaled(place.short.as_ref().unwrap_or(&place.title), ink, rect.right() - left - size::XS - mark, zoom);
    job.wrap.max_rows = 1;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    if galley.size().y - size::BOX_TEXT_LACK > rect.height() {
        return;
    }
    painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    if overlap.is_some() {
        let center = pos2(rect.right() - size::ICON_SMALL, rect.center().y);
        let square = Rect::from_center_size(center, vec2(size::ICON_SMALL, size::ICON_SMALL));
        paint_icon(&painter, square, Icon::Copy, tokens.ink_soft);
    }
}

/// Fill, edge and text.
fn colors(
    tokens: &Tokens,
    is_gap: bool,
    is_out: bool,
) -> (eframe::egui::Color32, eframe::egui::Color32, eframe::egui::Color32) {
    match (is_gap, is_out) {
        (_, true) => (tokens.surface, tokens.line, tokens.ink_faint),
        (true, false) => (tokens.warning_ground, tokens.warning, tokens.warning),
        (false, false) => (tokens.surface, tokens.line_strong, tokens.ink),
    }
}

/// Right and left follow a hand-over, up and down the lane.
fn arrow_target(ui: &Ui, chain: &Chain, position: usize) -> Option<usize> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let picture = &chain.view.picture;
    let shown = |edge: &usize| chain.edge_verdict(*edge) != Verdict::Excluded;
    let own = chain.view.same_party(position);
    let edges = || (0..picture.edges.len()).filter(shown);
    let lane = |place: usize| picture.groups[picture.places[place].group].aspect.phase;
    let top = |place: usize| chain.view.layout.boxes[place].top;
    let in_lane = || (0..picture.places.len()).filter(|other| lane(*other) == lane(position) && *other != position);
    if pressed(Key::ArrowRight) {
        edges().map(|edge| &picture.edges[edge]).find(|edge| own.contains(&edge.from)).map(|edge| edge.to)
    } else if pressed(Key::ArrowLeft) {
        edges().map(|edge| &picture.edges[edge]).find(|edge| own.contains(&edge.to)).map(|edge| edge.from)
    } else if pressed(Key::ArrowDown) {
        in_lane().filter(|other| top(*other) > top(position)).min_by(|a, b| top(*a).total_cmp(&top(*b)))
    } else if pressed(Key::ArrowUp) {
        in_lane().filter(|other| top(*other) < top(position)).max_by(|a, b| top(*a).total_cmp(&top(*b)))
    } else {
        None
    }
}
