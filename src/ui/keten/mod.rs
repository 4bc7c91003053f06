//! The chain as a picture: phases as lanes, aspects as rows, hand-overs as lines; beside it the same in words.

mod arrange;
mod boxes;
mod camera;
mod lanes;
mod legend;
mod line_words;
mod lines;
mod minimap;
mod outline;
mod scene;
mod state;
mod toolbar;

pub(in crate::ui) use state::KetenState;

use std::sync::Arc;

use eframe::egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo};

use camera::Camera;
use scene::Scene;
use toolbar::Ask;

use crate::{
    app::{Chain, Command, FileKind},
    text::{chain as text, window},
    ui::{
        ctx::Ctx,
        state::{Dialog, Pane, SaveFile},
        theme::{TextRole, size},
        widgets::outline_button,
    },
};

/// The chain, with the focus where the drawer is; `None` while it is still being laid out or cannot be, which is said.
fn laid_out(ui: &mut Ui, ctx: &mut Ctx<'_>) -> Option<Chain> {
    let lang = ctx.app.language();
    let chain = ctx.app.chain().cloned();
    match &chain {
        Some(chain) => follow(ctx, chain),
        None if ctx.app.has_chain_stopped() => {
            ui.label(TextRole::Body.rich(window::chain_stopped(lang)));
            if ui.add(outline_button(window::try_again(lang))).clicked() {
                ctx.send(Command::ShowChain);
            }
        }
        None => {
            ui.label(TextRole::Body.rich(text::drawing(lang)));
        }
    }
    chain
}

/// The outline, for the panel beside the picture.
pub(in crate::ui) fn outline_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let Some(chain) = laid_out(ui, ctx) else { return };
    let scene = Scene::new(&chain, &ctx.state.keten);
    let moves_to = ctx.state.keten.outline_to.take();
    if let Some(place) = outline::outline(ui, &chain, &scene, lang, moves_to) {
        choose(ctx, &chain, place);
        ctx.state.keten.shows = Some(place);
    }
}

/// The picture with its tools.
pub(in crate::ui) fn picture_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let Some(chain) = laid_out(ui, ctx) else { return };
    let steps = chain.steps.iter().flatten().max().copied().unwrap_or(0);
    let is_arranged = !ctx.app.settings().placed.is_empty();
    let mut ask = toolbar::toolbar(ui, &mut ctx.state.keten, lang, steps, is_arranged);
    match ask {
        Some(Ask::Poster) => ctx.state.dialog = Some(Dialog::Save(SaveFile::of(FileKind::Poster))),
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
            ask = keys(ui);
        }
        canvas_ui(ui, ctx, &chain, canvas, ask);
        ui.allocate_rect(canvas, Sense::hover());
    });
}

fn canvas_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, chain: &Chain, canvas: Rect, ask: Option<Ask>) {
    let lang = ctx.app.language();
    let whole = chain.view.layout.extent;
    let mut camera = ctx.state.keten.camera.unwrap_or_else(|| Camera::fit_width(whole, canvas));
    if let Some(top) = ctx.state.keten.canvas_top.replace(canvas.top()) {
        camera.stay(canvas.top() - top);
    }
    // Under everything else, so that a box hears a click before the ground does.
    let ground = ui.interact(canvas, ui.scope_id().with("ground"), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, text::picture(lang)));
    move_camera(ui, &mut camera, &ground, canvas, ask, whole);
    if let Some(Ask::Step(step)) = ask {
        ctx.state.keten.route_step = step;
        if let Some(edge) = chain.steps.iter().position(|own| *own == Some(step)) {
            let to = chain.view.picture.edges[edge].to;
            camera.show(canvas, chain.view.layout.boxes[to]);
            ctx.state.keten.outline_to = Some(to);
        }
    }
    if let Some(rect) = ctx.state.keten.shows.take().and_then(|place| chain.view.layout.boxes.get(place)) {
        // The whole route as far as it fits, and in any case the place itself.
        if std::mem::take(&mut ctx.state.keten.shows_route) {
            let ends = chain.view.picture.edges.iter().zip(chain.steps.iter()).filter(|(_, step)| step.is_some());
            let route = ends.flat_map(|(edge, _)| [edge.from, edge.to]).map(|place| chain.view.layout.boxes[place]);
            if let Some(route) = route.reduce(|one, other| one.union(&other)) {
                camera.show(canvas, route);
            }
        }
        camera.show(canvas, *rect);
    }
    camera.keep(whole, canvas);
    let scene = Scene::new(chain, &ctx.state.keten);
    let painter = ui.painter_at(canvas);
    lanes::lanes(ui, &painter, chain, &camera, canvas);
    lines::lines(ui, &painter, chain, &scene, &camera, canvas);
    let happened = boxes::boxes(ui, &painter, ctx, chain, &scene, &camera, canvas);
    line_words::line_words(ui, &painter, chain, &scene, &camera, canvas);
    lines::line_names(ui, ctx, chain, &camera, canvas);
    lanes::heads(ui, &painter, chain, &camera, canvas);
    minimap::minimap(ui, &painter, chain, &scene, &mut camera, canvas, lang);

    let state = &mut ctx.state.keten;
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
        ctx.state.keten.shows = Some(place);
        ctx.send(Command::PlaceBox { place: name(place), below: below.map(name) });
    }
    if ground.clicked() {
        let state = &mut ctx.state.keten;
        state.chosen = None;
        ctx.send(Command::Select(None));
    }
    ctx.state.keten.camera = Some(camera);
    if let Some(place) = happened.chosen {
        choose(ctx, chain, place);
        ctx.state.keten.outline_to = Some(place);
    }
    if ctx.state.keten.wants_focus.is_some() {
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

/// Keys for the picture as a whole.
fn keys(ui: &Ui) -> Option<Ask> {
    use eframe::egui::{Key, Modifiers};
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Home) {
        Some(Ask::FitWidth)
    } else if pressed(Key::End) {
        Some(Ask::Fit)
    } else if pressed(Key::Plus) || pressed(Key::Equals) {
        Some(Ask::Zoom(size::CANVAS_STEP))
    } else if pressed(Key::Minus) {
        Some(Ask::Zoom(1.0 / size::CANVAS_STEP))
    } else {
        None
    }
}

fn choose(ctx: &mut Ctx<'_>, chain: &Chain, place: usize) {
    let Some(selects) = chain.selects(place, ctx.app.guide()) else { return };
    ctx.state.keten.chosen = Some(place);
    ctx.state.keten.followed = Some(selects.clone());
    ctx.state.pane = Pane::Drawer;
    ctx.send(Command::Select(Some(selects)));
}

/// What the drawer explains may have been chosen elsewhere: by search, in the drawer, in the other view.
fn follow(ctx: &mut Ctx<'_>, chain: &Chain) {
    let selected = ctx.app.selected();
    let state = &mut ctx.state.keten;
    let is_new = state.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, &chain.view));
    if state.followed.as_ref() == selected && !is_new {
        return;
    }
    if is_new {
        // Another day or another guide has its places elsewhere.
        state.looked_at = None;
        state.of = Some(Arc::clone(&chain.view));
    }
    state.followed = selected.cloned();
    state.chosen = selected.and_then(|selected| chain.place_of(selected, ctx.app.guide()));
    state.shows = state.chosen;
    state.shows_route = true;
    state.outline_to = state.chosen;
}
