//! The picture with its tools: what was asked of it, what is drawn, and what happened to it.

use eframe::egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::{
    boxes,
    camera::Camera,
    focus::{choose, laid_out},
    keys, lanes, line_words, lines, minimap,
    scene::Scene,
    state::KetenState,
    toolbar::{self, Ask},
};
use crate::{
    app::{Chain, Command},
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
    let steps = chain.steps.iter().flatten().max().copied().unwrap_or(0);
    let is_arranged = !ctx.app.settings().placed.is_empty();
    let mut ask = toolbar::toolbar(ui, state, lang, steps, is_arranged);
    match ask {
        Some(Ask::Poster) => ctx.state.dialog = SaveFile::of(&poster::EXPORT).map(Dialog::Save),
        Some(Ask::PutBack) => ctx.send(Command::UnplaceBoxes),
        _ => {}
    }
    ui.add_space(size::XS);
    let canvas = ui.available_rect_before_wrap();
    let builder =
        UiBuilder::new().max_rect(canvas).accessibility_role(Role::Region).accessibility_label(text::picture(lang));
    ui.scope_builder(builder, |ui| {
        // A box that lies under the tools takes no click from them.
        ui.shrink_clip_rect(canvas);
        if ask.is_none() {
            ask = keys::asked(ui);
        }
        canvas_ui(ui, ctx, state, &chain, canvas, ask);
        ui.allocate_rect(canvas, Sense::hover());
    });
}

fn canvas_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut KetenState, chain: &Chain, canvas: Rect, ask: Option<Ask>) {
    let lang = ctx.app.language();
    let whole = chain.view.layout.extent;
    let mut camera = state.camera.unwrap_or_else(|| Camera::fit_width(whole, canvas));
    if let Some(top) = state.canvas_top.replace(canvas.top()) {
        camera.stay(canvas.top() - top);
    }
    // Under everything else, so that a box hears a click before the ground does.
    let ground = ui.interact(canvas, ui.scope_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, text::picture(lang)));
    move_camera(ui, &mut camera, &ground, canvas, ask, whole);
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
    line_words::line_words(ui, &painter, chain, &scene, &camera, canvas);
    lines::line_names(ui, ctx, chain, &camera, canvas);
    lanes::heads(ui, &painter, chain, &camera, canvas);
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
    if ground.clicked() {
        state.chosen = None;
        ctx.send(Command::Select(None));
    }
    state.camera = Some(camera);
    if let Some(place) = happened.chosen {
        choose(ctx, state, chain, place);
        state.outline_to = Some(place);
    }
    if state.wants_focus.is_some() {
        ui.ctx().request_repaint();
    }
}

fn move_camera(
    ui: &Ui,
    camera: &mut Camera,
    ground: &eframe::egui::Response,
    canvas: Rect,
    ask: Option<Ask>,
    whole: crate::chain::layout::Extent,
) {
    camera.pan += ground.drag_delta();
    if ui.rect_contains_pointer(canvas)
        && let Some(pointer) = ui.input(|input| input.pointer.hover_pos())
    {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if (zoom - 1.0).abs() > f32::EPSILON {
            camera.zoom_at(canvas, pointer, zoom);
        }
        camera.pan += scroll;
    }
    match ask {
        Some(Ask::Fit) => *camera = Camera::fit(whole, canvas),
        Some(Ask::FitWidth) => *camera = Camera::fit_width(whole, canvas),
        Some(Ask::Zoom(factor)) => camera.zoom_at(canvas, canvas.center(), factor),
        Some(Ask::Step(_) | Ask::Poster | Ask::PutBack) | None => {}
    }
}
