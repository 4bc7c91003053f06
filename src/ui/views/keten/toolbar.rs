//! Above the picture: how much of the chain is shown, the tools, the route step by step, and the legend.

use eframe::egui::{Popup, PopupCloseBehavior, Role, Ui, UiBuilder, vec2};

use super::{draw, legend::legend, state::KetenState};
use crate::{
    app::Chain,
    chain::{Detail, Level},
    model::Lang,
    text::{chain as text, poster},
    ui::{
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::outline_button,
    },
};

/// What was asked of the picture.
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
    /// Show so much of the chain.
    Level(Level),
    /// Show only what certainly applies, or what depends as well.
    OnlyCertain(bool),
}

/// One step nearer.
const NEARER: f32 = 1.25;

/// All tools and the legend; where they would take too much of the picture's room, most are in a menu.
pub(super) fn toolbar(
    ui: &mut Ui,
    state: &mut KetenState,
    (chain, detail): (&Chain, &Detail),
    lang: Lang,
    is_arranged: bool,
) -> Option<Ask> {
    let has_room = ui.available_width() >= size::ALL_TOOLS;
    let mut ask = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::XS, size::XS);
        ask = levels(ui, chain, lang);
        if has_room {
            ui.add_space(size::S);
            ask = only_certain(ui, detail, lang).or(ask);
        }
        ask = more(ui, state, (chain, detail), lang, !has_room).or(ask);
        if has_room {
            ask = poster_button(ui, lang).or(ask);
        }
    });
    let steps = chain.steps.iter().flatten().max().copied().unwrap_or(0);
    let can_look_around = state.chosen.is_some() && chain.level != Level::Spine;
    if can_look_around || steps > 0 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(size::XS, size::XS);
            if can_look_around {
                around(ui, state, lang);
                ui.add_space(size::S);
            }
            if steps > 0 {
                ask = route_steps(ui, state, lang, steps).or(ask);
            }
        });
    }
    draw::help_ui(ui, state, chain, lang);
    if state.arranges {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Small.rich(text::arrange_help(lang)).color(ui.tokens().ink_soft));
            if ui.add_enabled(is_arranged, outline_button(text::put_back(lang)).neutral().small()).clicked() {
                ask = Some(Ask::PutBack);
            }
        });
    }
    if has_room {
        legend(ui, lang, chain.level, true);
    }
    ask
}

/// How much of the chain is shown.
fn levels(ui: &mut Ui, chain: &Chain, lang: Lang) -> Option<Ask> {
    let (own, all) = chain.parties;
    let levels = [
        (Level::Spine, text::spine(lang).to_owned()),
        (Level::Person, text::for_this_person(own, lang)),
        (Level::Whole, text::whole(all, lang)),
    ];
    let mut ask = None;
    for (level, label) in levels {
        if ui.add(outline_button(&label).neutral().small().selected(chain.level == level)).clicked() {
            ask = Some(Ask::Level(level));
        }
    }
    ask
}

fn only_certain(ui: &mut Ui, detail: &Detail, lang: Lang) -> Option<Ask> {
    let button = outline_button(text::only_certain(lang)).neutral().small().selected(detail.only_certain);
    ui.add(button).clicked().then_some(Ask::OnlyCertain(!detail.only_certain))
}

fn poster_button(ui: &mut Ui, lang: Lang) -> Option<Ask> {
    ui.add(outline_button(poster::short_title(lang)).neutral().small()).clicked().then_some(Ask::Poster)
}

/// The tools that are needed less, in a menu; where there is little room all of them, with the legend.
fn more(
    ui: &mut Ui,
    state: &mut KetenState,
    (chain, detail): (&Chain, &Detail),
    lang: Lang,
    is_all: bool,
) -> Option<Ask> {
    let button = ui.add(outline_button(text::more(lang)).neutral().small().trailing(Icon::ChevronDown));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        let mut ask = if is_all { only_certain(ui, detail, lang) } else { None };
        let buttons = [
            (text::closer(lang), Ask::Zoom(NEARER)),
            (text::farther(lang), Ask::Zoom(1.0 / NEARER)),
            (text::fit_width(lang), Ask::FitWidth),
            (text::fit(lang), Ask::Fit),
        ];
        for (label, what) in buttons {
            if ui.add(outline_button(label).neutral().small()).clicked() {
                ask = Some(what);
            }
        }
        // The main line stands as the guide has it.
        if chain.level != Level::Spine {
            let arrange = outline_button(text::arrange(lang)).neutral().small().selected(state.arranges);
            if ui.add(arrange).clicked() {
                state.arranges ^= true;
                state.draws = None;
                ui.close();
            }
        }
        if ui.add(outline_button(text::draw(lang)).neutral().small().selected(state.draws.is_some())).clicked() {
            draw::toggle(state);
            ui.close();
        }
        if is_all {
            ask = poster_button(ui, lang).or(ask);
            ui.separator();
            legend(ui, lang, chain.level, false);
        }
        if ask.is_some_and(|ask| !matches!(ask, Ask::Zoom(_) | Ask::OnlyCertain(_))) {
            ui.close();
        }
        ask
    });
    shown.and_then(|shown| shown.inner)
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
