//! The places: boxes that can be chosen.

use eframe::egui::{
    EventFilter, Key, Modifiers, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{
    arrange::arrange,
    camera::Camera,
    draw,
    happened::{Happened, Held},
    scene::{PlaceLook, Scene},
    state::KetenState,
};
use crate::{
    app::{Chain, PlaceView},
    chain::{Edge, Level, Who, layout},
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
        let is_party = chain.view.picture.places[position].party().is_some();
        let (arranges, draws) = (state.arranges && is_party, state.draws.is_some() && is_party);
        let rect = camera.rect(canvas, chain.view.layout.boxes[position]);
        let look = scene.places[position];
        let overlap = chain.open_overlap(position, ctx.app.outcome()).map(|overlap| overlap.text.as_str());
        let shown = Shown { who: &chain.view.picture.places[position].who, place, look, overlap };
        let response = interact(ui, canvas, rect, &chain.view.picture.places[position].name, arranges || draws);
        let is_open = match chain.view.picture.places[position].who {
            Who::Together { is_open, .. } | Who::Fold { is_open, .. } => is_open,
            Who::Party { .. } | Who::Gap(_) => false,
        };
        let draws_from = state.draws.is_some_and(|drawing| drawing.from == Some(position));
        let is_set = look.is_chosen || is_open || draws_from;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_set, name(&shown, lang)));
        if state.wants_focus == Some(position) {
            response.request_focus();
        }
        if response.clicked() {
            happened.chosen = Some(position);
            happened.has_focus = response.has_focus();
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
        if draws {
            draw::pull(ui, painter, &response, chain, position, (camera, canvas), &mut happened);
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
                ui.label(tooltip(chain, position, &shown, lang));
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
            &Shown {
                who: &chain.view.picture.places[position].who,
                place: &chain.view.places[position],
                look,
                overlap: None,
            },
            rect,
            camera.zoom,
            true,
        );
    }
    happened
}

/// Boxes out of sight can still be reached by keyboard and screen reader.
fn interact(ui: &Ui, canvas: Rect, rect: Rect, name: &str, can_be_pulled: bool) -> Response {
    let id = ui.scope_id().with(("place", name));
    let seen = rect.intersect(canvas);
    let shown = if seen.is_positive() { seen } else { rect };
    ui.interact(shown, id, if can_be_pulled { Sense::click_and_drag() } else { Sense::click() })
}

/// A box with what it shows at this moment.
struct Shown<'a> {
    who: &'a Who,
    place: &'a PlaceView,
    look: PlaceLook,
    /// The agreement that is still to be made.
    overlap: Option<&'a str>,
}

impl Shown<'_> {
    /// Whether it is only the words that open or close what is folded.
    fn is_fold(&self) -> bool {
        matches!(self.who, Who::Fold { .. })
    }
}

fn name(shown: &Shown<'_>, lang: Lang) -> String {
    if shown.is_fold() {
        return shown.place.name.clone();
    }
    let home = shown.place.home.as_ref().map(|home| format!("{} {home}", text::at_home(lang)));
    let overlap = shown.overlap.map(|_| text::overlap(lang));
    let verdict = words::verdict(shown.look.verdict, lang);
    let marks: Vec<&str> = [shown.place.verb.as_deref(), home.as_deref(), overlap].into_iter().flatten().collect();
    text::place_name(&shown.place.name, verdict, &marks)
}

/// What a box says when it is pointed at; of the main line also what is handed over.
fn tooltip(chain: &Chain, position: usize, shown: &Shown<'_>, lang: Lang) -> String {
    let mut lines = vec![name(shown, lang)];
    lines.extend(shown.overlap.map(|agreement| format!("{}: {agreement}", words::capital(text::overlap(lang)))));
    if chain.level == Level::Spine {
        let ways = chain.view.leaving[position].iter().filter(|way| chain.edge_verdict(way.edge) != Verdict::Excluded);
        let told = ways.map(|way| {
            let to = &chain.view.places[chain.view.end_of(*way)];
            format!("{} {} {}", chain.view.act_of(*way), text::to(lang), to.name)
        });
        lines.extend(told.take(MOST_TOLD));
    }
    lines.join("\n")
}

fn paint(ui: &Ui, painter: &Painter, shown: &Shown<'_>, rect: Rect, zoom: f32, is_hovered: bool) {
    let Shown { who, place, look, overlap } = shown;
    if shown.is_fold() {
        return paint_fold(ui, painter, shown, rect, zoom, is_hovered);
    }
    let tokens = ui.tokens();
    let mut painter = painter.clone();
    if look.is_far {
        painter.set_opacity(size::FAR_OPACITY);
    }
    let is_out = look.verdict == Verdict::Excluded;
    let (fill, edge, ink) = colors(tokens, place.is_gap, is_out);
    let phase = if is_out { tokens.line } else { tokens.phase(place.letter).color };
    let is_lit = look.is_on_route || look.is_chosen;
    let is_spine = place.verb.is_some() && !is_out;
    let fill = if is_lit {
        tokens.accent_ground
    } else if is_hovered {
        tokens.hover
    } else {
        fill
    };
    painter.rect_filled(rect, size::RADIUS_M, fill);
    let width = if is_lit || is_spine { tokens.ring_width } else { tokens.line_width };
    let color = match (is_lit, is_spine) {
        (true, _) => tokens.accent,
        (false, true) => phase,
        (false, false) => edge,
    };
    let edge = Stroke::new(width, color);
    if look.verdict == Verdict::Depends && !look.is_chosen {
        painter.extend(dashed_frame(rect, size::RADIUS_M, edge));
    } else {
        painter.rect_stroke(rect, size::RADIUS_M, edge, StrokeKind::Inside);
    }
    let bar = Rect::from_min_size(rect.min, vec2(size::PHASE_EDGE * zoom.min(1.0), rect.height()));
    if !place.is_gap {
        painter.rect_filled(bar, size::RADIUS_S, phase);
    }
    let left = bar.right() + size::ROW_INSET;
    let is_together = matches!(who, Who::Together { .. });
    let mark = if overlap.is_some() || is_together { size::ICON_SMALL + size::XS } else { 0.0 };
    let role = match (place.is_gap, place.home.is_some() || is_out) {
        (true, _) => TextRole::Small,
        _ if is_spine => TextRole::Strong,
        // What has no task for these persons asks for no attention, at its main place neither.
        (false, true) => TextRole::Body,
        (false, false) => TextRole::Strong,
    };
    let room = rect.right() - left - size::XS - mark;
    let line = |role: TextRole, words: &str, ink| {
        let job = role.scaled(words, ink, room, zoom);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let title = line(role, place.short.as_ref().unwrap_or(&place.title), ink);
    // What it does, where there is room for a second line.
    let does = place.verb.as_ref().map(|verb| line(TextRole::Secondary, verb, tokens.ink_soft));
    let does = does.filter(|does| title.size().y + does.size().y <= rect.height());
    let height = title.size().y + does.as_ref().map_or(0.0, |does| does.size().y);
    if height - size::BOX_TEXT_LACK > rect.height() {
        return;
    }
    let top = rect.center().y - height / 2.0;
    let second = top + title.size().y;
    painter.galley(pos2(left, top), title, ink);
    if let Some(does) = does {
        painter.galley(pos2(left, second), does, tokens.ink_soft);
    }
    let icon = match who {
        Who::Together { is_open: true, .. } => Some(Icon::ChevronDown),
        Who::Together { is_open: false, .. } => Some(Icon::ChevronRight),
        _ => overlap.map(|_| Icon::Copy),
    };
    if let Some(icon) = icon {
        let center = pos2(rect.right() - size::ICON_SMALL, rect.center().y);
        let square = Rect::from_center_size(center, vec2(size::ICON_SMALL, size::ICON_SMALL));
        paint_icon(&painter, square, icon, tokens.ink_soft);
    }
}

/// What is folded: words that can be clicked, and how much it is.
fn paint_fold(ui: &Ui, painter: &Painter, shown: &Shown<'_>, rect: Rect, zoom: f32, is_hovered: bool) {
    let tokens = ui.tokens();
    if is_hovered {
        painter.rect_filled(rect, size::RADIUS_S, tokens.hover);
    }
    let icon =
        if matches!(shown.who, Who::Fold { is_open: true, .. }) { Icon::ChevronDown } else { Icon::ChevronRight };
    let square = Rect::from_center_size(
        pos2(rect.left() + size::ICON_SMALL / 2.0 + LINE_LEFT, rect.center().y),
        vec2(size::ICON_SMALL, size::ICON_SMALL),
    );
    paint_icon(painter, square, icon, tokens.accent);
    let draw = |role: TextRole, words: &str, ink, room: f32| {
        let job = role.scaled(words, ink, room, zoom);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let more = shown.place.more.map(text::more_parties).unwrap_or_default();
    let more = draw(TextRole::SmallStrong, &more, tokens.accent, rect.width());
    let left = square.right() + size::XS;
    let right = rect.right() - size::XS - more.size().x;
    let title = draw(TextRole::Small, &shown.place.title, tokens.ink_soft, right - size::XS - left);
    let middle = |height: f32| rect.center().y - height / 2.0;
    painter.galley(pos2(left, middle(title.size().y)), title, tokens.ink_soft);
    painter.galley(pos2(right, middle(more.size().y)), more, tokens.accent);
}

/// So many hand-overs does a box tell when it is pointed at.
const MOST_TOLD: usize = 8;
/// From the edge of a fold to its mark.
const LINE_LEFT: f32 = size::LINE_GAP;

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
    let own = chain.view.same_party(position);
    let edges = || {
        let shown = (0..picture.edges.len()).filter(|edge| chain.edge_verdict(*edge) != Verdict::Excluded);
        shown.map(|edge| &picture.edges[edge])
    };
    let is_own = |place: usize, edge: &Edge| match edge.hand_overs().next() {
        Some(_) => own.contains(&place),
        // The same party goes on: from this very place only.
        None => place == position,
    };
    let lane = |place: usize| picture.lane(place);
    let top = |place: usize| chain.view.layout.boxes[place].top;
    let in_lane = || (0..picture.places.len()).filter(|other| lane(*other) == lane(position) && *other != position);
    if pressed(Key::ArrowRight) {
        let forth = edges().find(|edge| is_own(edge.from, edge)).map(|edge| edge.to);
        let back = || edges().find(|edge| !edge.returns.is_empty() && own.contains(&edge.to)).map(|edge| edge.from);
        forth.or_else(back)
    } else if pressed(Key::ArrowLeft) {
        let back = edges().find(|edge| is_own(edge.to, edge)).map(|edge| edge.from);
        let forth = || edges().find(|edge| !edge.returns.is_empty() && own.contains(&edge.from)).map(|edge| edge.to);
        back.or_else(forth)
    } else if pressed(Key::ArrowDown) {
        in_lane().filter(|other| top(*other) > top(position)).min_by(|a, b| top(*a).total_cmp(&top(*b)))
    } else if pressed(Key::ArrowUp) {
        in_lane().filter(|other| top(*other) < top(position)).max_by(|a, b| top(*a).total_cmp(&top(*b)))
    } else {
        None
    }
}
