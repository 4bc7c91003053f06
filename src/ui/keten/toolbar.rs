//! Above the picture: nearer and farther, what is shown, the route step by step, and the legend.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::{lines::arrow, state::KetenState};
use crate::{
    model::Lang,
    text::{chain as text, poster},
    ui::{
        theme::{Icon, TextRole, UiExt as _, paint_icon, size},
        widgets::{dashed_frame, outline_button},
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

pub(super) fn toolbar(ui: &mut Ui, state: &mut KetenState, lang: Lang, steps: usize, is_arranged: bool) -> Option<Ask> {
    let mut ask = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::XS, size::XS);
        let buttons = [
            (text::fit(lang), Ask::Fit),
            (text::fit_width(lang), Ask::FitWidth),
            (text::closer(lang), Ask::Zoom(NEARER)),
            (text::farther(lang), Ask::Zoom(1.0 / NEARER)),
        ];
        for (label, what) in buttons {
            if ui.add(outline_button(label).neutral().small()).clicked() {
                ask = Some(what);
            }
        }
        ui.add_space(size::S);
        let certain = outline_button(text::only_certain(lang)).neutral().small().selected(state.only_certain);
        if ui.add(certain).clicked() {
            state.only_certain ^= true;
        }
        if state.chosen.is_some() {
            ui.add_space(size::S);
            around(ui, state, lang);
        }
        ui.add_space(size::S);
        if ui.add(outline_button(text::arrange(lang)).neutral().small().selected(state.arranges)).clicked() {
            state.arranges ^= true;
        }
        if ui.add(outline_button(poster::short_title(lang)).neutral().small()).clicked() {
            ask = Some(Ask::Poster);
        }
        if steps > 0 {
            ui.add_space(size::S);
            ask = route_steps(ui, state, lang, steps).or(ask);
        }
    });
    if state.arranges {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Small.rich(text::arrange_help(lang)).color(ui.tokens().ink_soft));
            if ui.add_enabled(is_arranged, outline_button(text::put_back(lang)).neutral().small()).clicked() {
                ask = Some(Ask::PutBack);
            }
        });
    }
    ask
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

/// What the looks mean, in one line.
pub(super) fn legend(ui: &mut Ui, lang: Lang) {
    let tokens = ui.tokens();
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::legend(lang));
    ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::XS;
            for (look, words) in [
                (Look::Certain, text::certain(lang)),
                (Look::Dependent, text::dependent(lang)),
                (Look::Out, text::excluded(lang)),
                (Look::Gap, text::gap(lang)),
                (Look::Overlap, text::overlap(lang)),
                (Look::HandOver, text::hand_over(lang)),
            ] {
                let (rect, response) = ui.allocate_exact_size(vec2(size::L, size::ICON), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
                sample(ui, rect.shrink2(vec2(0.0, 2.0)), look);
                ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
                ui.add_space(size::S);
            }
            ui.label(TextRole::SmallStrong.rich(text::main_place(lang)).color(tokens.ink_soft));
        });
    });
}

#[derive(Clone, Copy)]
enum Look {
    Certain,
    Dependent,
    Out,
    Gap,
    Overlap,
    HandOver,
}

fn sample(ui: &Ui, rect: Rect, look: Look) {
    let tokens = ui.tokens();
    let painter = ui.painter();
    let (fill, edge) = match look {
        Look::Gap => (tokens.warning_ground, tokens.warning),
        Look::Out => (tokens.surface, tokens.line),
        _ => (tokens.surface, tokens.line_strong),
    };
    let edge = Stroke::new(tokens.line_width, edge);
    match look {
        Look::Overlap => {
            let square = Rect::from_center_size(rect.center(), vec2(size::ICON_SMALL, size::ICON_SMALL));
            paint_icon(painter, square, Icon::Copy, tokens.ink_soft);
        }
        Look::HandOver => {
            let (from, to) = (rect.left_center(), rect.right_center());
            let color = tokens.line_strong;
            painter.line_segment([from, to], Stroke::new(tokens.line_width, color));
            painter.extend(arrow(&[from, to], color, 1.0));
        }
        Look::Dependent => {
            painter.extend(dashed_frame(rect, size::RADIUS_S, edge));
        }
        Look::Certain | Look::Out | Look::Gap => {
            painter.rect(rect, size::RADIUS_S, fill, edge, StrokeKind::Inside);
        }
    }
}
