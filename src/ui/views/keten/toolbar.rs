//! Above the picture: nearer and farther, what is shown, the route step by step, and the legend.

use eframe::egui::{Popup, PopupCloseBehavior, Role, Ui, UiBuilder, vec2};

use super::{legend::legend, state::KetenState};
use crate::{
    model::Lang,
    text::{chain as text, poster},
    ui::{
        theme::{TextRole, UiExt as _, size},
        widgets::outline_button,
    },
};

/// What was asked of the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ask {
    /// Show all of it.
    Fit,
    /// Show it as wide as it can be.
    FitWidth,
    /// Nearer or farther.
    Zoom(f32),
    /// Save it as a poster.
    Poster,
    /// Let every box stand where the picture itself puts it.
    PutBack,
    /// Look at this step of the route, from 1.
    Step(usize),
}

/// One step nearer.
const NEARER: f32 = 1.25;

/// All tools and the legend; where they would take too much of the picture's room, most are in a menu.
pub(super) fn toolbar(ui: &mut Ui, state: &mut KetenState, lang: Lang, steps: usize, is_arranged: bool) -> Option<Ask> {
    let has_room = ui.available_width() >= size::ALL_TOOLS;
    let mut ask = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::XS, size::XS);
        ask = camera_tools(ui, lang);
        if has_room {
            ui.add_space(size::S);
            ask = tools(ui, state, lang).or(ask);
        } else {
            ask = more(ui, state, lang).or(ask);
        }
    });
    if state.chosen.is_some() || steps > 0 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(size::XS, size::XS);
            if state.chosen.is_some() {
                around(ui, state, lang);
                ui.add_space(size::S);
            }
            if steps > 0 {
                ask = route_steps(ui, state, lang, steps).or(ask);
            }
        });
    }
    if state.arranges {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Small.rich(text::arrange_help(lang)).color(ui.tokens().ink_soft));
            if ui.add_enabled(is_arranged, outline_button(text::put_back(lang)).neutral().small()).clicked() {
                ask = Some(Ask::PutBack);
            }
        });
    }
    if has_room {
        legend(ui, lang, true);
    }
    ask
}

fn camera_tools(ui: &mut Ui, lang: Lang) -> Option<Ask> {
    let buttons = [
        (text::fit(lang), Ask::Fit),
        (text::fit_width(lang), Ask::FitWidth),
        (text::closer(lang), Ask::Zoom(NEARER)),
        (text::farther(lang), Ask::Zoom(1.0 / NEARER)),
    ];
    let mut ask = None;
    for (label, what) in buttons {
        if ui.add(outline_button(label).neutral().small()).clicked() {
            ask = Some(what);
        }
    }
    ask
}

/// What is shown, and what can be done with it.
fn tools(ui: &mut Ui, state: &mut KetenState, lang: Lang) -> Option<Ask> {
    for (label, switch) in
        [(text::only_certain(lang), &mut state.only_certain), (text::arrange(lang), &mut state.arranges)]
    {
        if ui.add(outline_button(label).neutral().small().selected(*switch)).clicked() {
            *switch ^= true;
        }
    }
    ui.add(outline_button(poster::short_title(lang)).neutral().small()).clicked().then_some(Ask::Poster)
}

/// The same in a menu, with the legend.
fn more(ui: &mut Ui, state: &mut KetenState, lang: Lang) -> Option<Ask> {
    let button = ui.add(outline_button(text::more(lang)).neutral().small());
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let ask = popup.show(|ui| {
        let ask = tools(ui, state, lang);
        ui.separator();
        legend(ui, lang, false);
        if ask.is_some() {
            ui.close();
        }
        ask
    });
    ask.and_then(|shown| shown.inner)
}

fn around(ui: &mut Ui, state: &mut KetenState, lang: Lang) {
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::around(lang));
    ui.scope_builder(builder, |ui| {
        ui.horizontal(|ui| {
            ui.label(TextRole::Small.rich(text::around(lang)).color(ui.tokens().ink_soft));
            for steps in [Some(1), Some(2), Some(3), None] {
                let label = steps.map_or_else(|| text::all_steps(lang).to_owned(), |steps: usize| steps.to_string());
                if ui.add(outline_button(&label).neutral().small().selected(state.steps == steps)).clicked() {
                    state.steps = steps;
                }
            }
        });
    });
}

fn route_steps(ui: &mut Ui, state: &mut KetenState, lang: Lang, steps: usize) -> Option<Ask> {
    state.route_step = state.route_step.min(steps);
    let mut ask = None;
    if ui.add_enabled(state.route_step > 1, outline_button(text::last_step(lang)).neutral().small()).clicked() {
        ask = Some(Ask::Step(state.route_step - 1));
    }
    if state.route_step > 0 {
        let words = text::step_of(state.route_step, steps, lang);
        ui.label(TextRole::Small.rich(words).color(ui.tokens().ink_soft));
    }
    if ui.add_enabled(state.route_step < steps, outline_button(text::next_step(lang)).neutral().small()).clicked() {
        ask = Some(Ask::Step(state.route_step + 1));
    }
    ask
}
