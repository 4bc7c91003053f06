//! The picture with its tools: what was asked of it, what is drawn, and what happened to it.

use std::sync::Arc;

use eframe::egui::{Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{
    boxes,
    camera::Camera,
    draw,
    focus::{choose, laid_out},
    keys, lanes, line_words, lines, minimap,
    scene::Scene,
    state::{Anchor, KetenState},
    toolbar::{self, Ask},
};
use crate::{
    app::{Chain, Command},
    chain::{Detail, Level, Place, Who},
    export::poster,
    text::chain as text,
    ui::{
        ctx::Ctx,
        state::{Dialog, SaveFile},
        theme::size,
    },
};

/// The picture with its tools.
pub(super) fn picture_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut KetenState) {
    let lang = ctx.app.language();
    let Some(chain) = laid_out(ui, ctx, state) else { return };
    let is_arranged = !ctx.app.settings().placed.is_empty();
    let detail = ctx.app.chain_detail();
    let mut ask = toolbar::toolbar(ui, state, (&chain, &detail), lang, is_arranged);
    ui.add_space(size::XS);
    let room = ui.available_rect_before_wrap();
    let strip = Rect::from_min_size(room.min, vec2(room.width(), lanes::head_height(room.height())));
    let canvas = room.with_min_y(strip.bottom());
    let builder =
        UiBuilder::new().max_rect(canvas).accessibility_role(Role::Region).accessibility_label(text::picture(lang));
    ui.scope_builder(builder, |ui| {
        // A box that lies under the tools takes no click from them.
        ui.shrink_clip_rect(canvas);
        ask = ask.take().or_else(|| keys::asked(ui));
        canvas_ui(ui, ctx, state, &chain, canvas, ask);
        ui.allocate_rect(canvas, Sense::hover());
    });
    if let Some(camera) = state.camera {
        lanes::heads(ui, &chain, &camera, (strip, canvas));
    }
    match ask {
        Some(Ask::Poster) => {
            let poster = SaveFile::of(&poster::EXPORT, ctx.app);
            ctx.state.dialog = poster.map(|poster| Dialog::Save(poster.of_spine(chain.level == Level::Spine)));
        }
        Some(Ask::PutBack) => ctx.send(Command::UnplaceBoxes),
        Some(Ask::Level(level)) => show_level(ctx, state, level),
        Some(Ask::Fit) if chain.level != Level::Spine => show_level(ctx, state, Level::Spine),
        Some(Ask::OnlyCertain(only_certain)) => {
            ctx.send(Command::DetailChain(Box::new(Detail { only_certain, ..detail })));
        }
        Some(Ask::Fit | Ask::FitWidth | Ask::Zoom(_) | Ask::Step(_)) | None => {}
    }
}

/// Shows more or less of the chain, from the beginning.
fn show_level(ctx: &mut Ctx<'_>, state: &mut KetenState, level: Level) {
    if level == Level::Spine {
        state.arranges = false;
    } else {
        state.near = Some(level);
    }
    ctx.send(Command::DetailChain(Box::new(Detail { level, ..ctx.app.chain_detail() })));
}

/// Where the camera is for a picture that comes in sight.
fn first_camera(chain: &Chain, canvas: Rect) -> Camera {
    let whole = chain.view.layout.extent;
    match chain.level {
        Level::Spine => Camera::fit(whole, canvas, (size::SPINE_ZOOM.0, size::SPINE_FIT)),
        Level::Person | Level::Whole => Camera::fit_width(whole, canvas, size::NEAR_LEAST),
    }
}

/// The camera, once another picture came.
fn renewed_camera(state: &mut KetenState, chain: &Chain, canvas: Rect) -> Camera {
    let is_other_level = state.level.replace(chain.level) != Some(chain.level);
    let camera = state.camera.filter(|_| !is_other_level);
    let mut camera = camera.unwrap_or_else(|| first_camera(chain, canvas));
    let came = |anchor: &Anchor| !Arc::ptr_eq(&anchor.of, &chain.view);
    if let Some(anchor) = state.anchor.take_if(|anchor| came(anchor)) {
        let places = &chain.view.picture.places;
        let holds = |place: &Place| place.with_members().any(|held| held.name == anchor.place);
        let place = places.iter().position(|place| place.name == anchor.place);
        if let Some(place) = place.or_else(|| places.iter().position(holds)) {
            camera.zoom = anchor.zoom.unwrap_or(camera.zoom);
            camera.put(canvas, chain.view.layout.boxes[place].center(), anchor.at);
        }
    }
    camera
}

fn canvas_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut KetenState, chain: &Chain, canvas: Rect, ask: Option<Ask>) {
    let lang = ctx.app.language();
    let whole = chain.view.layout.extent;
    let mut camera = renewed_camera(state, chain, canvas);
    if let Some(top) = state.canvas_top.replace(canvas.top()) {
        camera.stay(canvas.top() - top);
    }
    // Under everything else, so that a box hears a click before the ground does.
    let ground = ui.interact(canvas, ui.scope_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, text::picture(lang)));
    if let Some(level) = move_camera(ui, &mut camera, &ground, canvas, ask, (state, chain)) {
        show_level(ctx, state, level);
    }
    if let Some(Ask::Step(step)) = ask {
        state.route_step = step;
        if let Some(edge) = chain.steps.iter().position(|own| *own == Some(step)) {
            let to = chain.view.picture.edges[edge].to;
            camera.show(canvas, chain.view.layout.boxes[to]);
            state.outline_to = Some(to);
        }
    }
    if let Some(rect) = state.shows.take().and_then(|place| chain.view.layout.boxes.get(place)) {
        // The whole route as far as it fits, and in any case the place itself.
        if std::mem::take(&mut state.shows_route) {
            let ends = chain.view.picture.edges.iter().zip(chain.steps.iter()).filter(|(_, step)| step.is_some());
            let route = ends.flat_map(|(edge, _)| [edge.from, edge.to]).map(|place| chain.view.layout.boxes[place]);
            if let Some(route) = route.reduce(|one, other| one.union(&other)) {
                camera.show(canvas, route);
            }
        }
        camera.show(canvas, *rect);
    }
    camera.keep(whole, canvas);
    let scene = Scene::new(chain, state);
    let painter = ui.painter_at(canvas);
    lanes::lanes(ui, &painter, chain, &camera, canvas);
    lines::lines(ui, &painter, chain, &scene, &camera, canvas);
    let happened = boxes::boxes(ui, &painter, ctx, state, chain, &scene, (&camera, canvas));
    let written = line_words::line_words(ui, &painter, (chain, &scene), (&camera, canvas), lang);
    lines::line_names(ui, ctx, chain, (&camera, canvas), &written);
    minimap::minimap(ui, &painter, chain, &scene, &mut camera, canvas, lang);

    state.wants_focus = happened.goes_to;
    state.held = happened.held;
    if state.looked_at != happened.looked_at {
        state.looked_at = happened.looked_at;
        ui.ctx().request_repaint();
    }
    if let Some(place) = happened.arrived {
        camera.show(canvas, chain.view.layout.boxes[place]);
    }
    if let Some((place, below)) = happened.placed {
        let name = |place: usize| chain.view.picture.places[place].name.clone();
        state.shows = Some(place);
        ctx.send(Command::PlaceBox { place: name(place), below: below.map(name) });
    }
    if let Some(ends) = happened.drawn {
        draw::finish(ctx, state, chain, ends);
    }
    if ground.clicked() && state.draws.is_none() {
        state.chosen = None;
        ctx.send(Command::Select(None));
    }
    state.camera = Some(camera);
    if let Some(place) = happened.chosen {
        choose_or_unfold(ctx, state, chain, (place, happened.has_focus), (&camera, canvas));
    }
    if state.wants_focus.is_some() {
        ui.ctx().request_repaint();
    }
}

/// Explains a place, or opens or closes what it holds; then it stays where it is on the screen.
fn choose_or_unfold(
    ctx: &mut Ctx<'_>,
    state: &mut KetenState,
    chain: &Chain,
    (place, has_focus): (usize, bool),
    (camera, canvas): (&Camera, Rect),
) {
    let picture = &chain.view.picture;
    if draw::choose(ctx, state, chain, place) {
        return;
    }
    if !matches!(picture.places[place].who, Who::Together { .. } | Who::Fold { .. }) {
        choose(ctx, state, chain, place);
        state.outline_to = Some(place);
        return;
    }
    // What opens does so under what stands there already; what closes does so under the pointer.
    let group = picture.places[place].group;
    let is_open =
        matches!(picture.places[place].who, Who::Together { is_open: true, .. } | Who::Fold { is_open: true, .. });
    let first = picture.places.iter().position(|other| other.group == group).filter(|_| !is_open).unwrap_or(place);
    state.anchor = Some(Anchor {
        of: Arc::clone(&chain.view),
        place: picture.places[first].name.clone(),
        at: camera.point(canvas, chain.view.layout.boxes[first].center()),
        zoom: None,
    });
    if has_focus {
        state.shows = Some(place);
    }
    unfold(ctx, chain, place);
}

/// Opens the aspect of a place that is folded, or closes it.
pub(super) fn unfold(ctx: &mut Ctx<'_>, chain: &Chain, place: usize) {
    let picture = &chain.view.picture;
    let aspect = &ctx.app.guide()[picture.groups[picture.places[place].group].aspect].id;
    let mut detail = ctx.app.chain_detail();
    if !detail.open.remove(aspect) {
        detail.open.insert(aspect.clone());
    }
    ctx.send(Command::DetailChain(Box::new(detail)));
}

/// Moves and zooms; and from far away leads to the main line, from near by to all of the chain.
fn move_camera(
    ui: &Ui,
    camera: &mut Camera,
    ground: &eframe::egui::Response,
    canvas: Rect,
    ask: Option<Ask>,
    (state, chain): (&mut KetenState, &Chain),
) -> Option<Level> {
    let whole = chain.view.layout.extent;
    camera.pan += ground.drag_delta();
    let mut wanted: Option<(Pos2, f32)> = None;
    if ui.rect_contains_pointer(canvas)
        && let Some(pointer) = ui.input(|input| input.pointer.hover_pos())
    {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        wanted = ((zoom - 1.0).abs() > f32::EPSILON).then_some((pointer, zoom));
        camera.pan += scroll;
    }
    match ask {
        Some(Ask::Fit) if chain.level == Level::Spine => *camera = first_camera(chain, canvas),
        Some(Ask::FitWidth) => *camera = Camera::fit_width(whole, canvas, least(chain.level)),
        Some(Ask::Zoom(factor)) => wanted = Some((canvas.center(), factor)),
        _ => {}
    }
    let (at, factor) = wanted?;
    let zoom = camera.zoom * factor;
    match chain.level {
        Level::Spine if zoom > size::SPINE_ZOOM.1 => {
            state.anchor = nearest(chain, camera, canvas, at);
            Some(state.near.unwrap_or(Level::Person))
        }
        Level::Person | Level::Whole if factor < 1.0 && zoom < size::NEAR_LEAST => Some(Level::Spine),
        level => {
            camera.zoom_at(canvas, at, factor, (least(level), size::CANVAS_MOST));
            None
        }
    }
}

/// How far away a picture can be.
fn least(level: Level) -> f32 {
    match level {
        Level::Spine => size::SPINE_ZOOM.0,
        Level::Person | Level::Whole => size::NEAR_LEAST,
    }
}

/// The box nearest to a place on the screen, to come nearer to.
fn nearest(chain: &Chain, camera: &Camera, canvas: Rect, at: Pos2) -> Option<Anchor> {
    let view = &chain.view;
    let middle = |place: &usize| camera.point(canvas, view.layout.boxes[*place].center());
    let away = |place: &usize| (middle(place) - at).length();
    let place = (0..view.places.len()).min_by(|a, b| away(a).total_cmp(&away(b)))?;
    // What is folded is not in the picture that comes: one of those that it holds is.
    let name = view.picture.places[place].with_members().last().map(|place| place.name.clone());
    Some(Anchor { of: Arc::clone(view), place: name?, at: middle(&place), zoom: Some(size::NEAR_START) })
}
