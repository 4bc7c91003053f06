//! What the looks of the picture mean.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::lines::arrow;
use crate::{
    chain::Level,
    model::Lang,
    text::chain as text,
    ui::{
        theme::{Icon, TextRole, UiExt as _, paint_icon, size},
        widgets::dashed_frame,
    },
};

/// The entries beside each other, as far as there is room; or one under another.
pub(super) fn legend(ui: &mut Ui, lang: Lang, level: Level, is_row: bool) {
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::legend(lang));
    ui.scope_builder(builder, |ui| {
        if is_row {
            ui.horizontal_wrapped(|ui| entries(ui, lang, level));
        } else {
            entries(ui, lang, level);
        }
    });
}

fn entries(ui: &mut Ui, lang: Lang, level: Level) {
    let first = [
        (Swatch::MainLine, text::main_line(lang)),
        (Swatch::Certain, text::certain(lang)),
        (Swatch::Dependent, text::dependent(lang)),
    ];
    let first = if level == Level::Whole { &first[1..] } else { &first };
    let rest = [
        (Swatch::Out, text::excluded(lang)),
        (Swatch::Gap, text::gap(lang)),
        (Swatch::Overlap, text::overlap(lang)),
        (Swatch::HandOver, text::hand_over(lang)),
        (Swatch::MainPlace, text::main_place(lang)),
    ];
    // What is not in the picture needs no sample.
    let rest: &[(Swatch, &str)] = match level {
        Level::Spine => &[],
        Level::Person => &rest[1..],
        Level::Whole => &rest,
    };
    for (shown, words) in first.iter().chain(rest) {
        entry(ui, *shown, words);
    }
}

/// A sample and its words, never on different lines.
fn entry(ui: &mut Ui, shown: Swatch, words: &str) {
    let ink = ui.tokens().ink_soft;
    let role = if matches!(shown, Swatch::MainPlace) { TextRole::SmallStrong } else { TextRole::Small };
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(words.to_owned(), role.font(), ink));
    let sample_width = if matches!(shown, Swatch::MainPlace) { 0.0 } else { size::L + size::XS };
    let room = vec2(sample_width + galley.size().x + size::S, galley.size().y.max(size::ICON));
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let square = Rect::from_min_size(rect.min, vec2(size::L, size::ICON))
        .translate(vec2(0.0, (rect.height() - size::ICON) / 2.0));
    sample(ui, square.shrink2(vec2(0.0, 2.0)), shown);
    let left = rect.left() + sample_width;
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
}

#[derive(Clone, Copy)]
enum Swatch {
    MainLine,
    Certain,
    Dependent,
    Out,
    Gap,
    Overlap,
    HandOver,
    MainPlace,
}

fn sample(ui: &Ui, rect: Rect, shown: Swatch) {
    let tokens = ui.tokens();
    let painter = ui.painter();
    let (fill, edge) = match shown {
        Swatch::Gap => (tokens.warning_ground, tokens.warning),
        Swatch::Out => (tokens.surface, tokens.line),
        _ => (tokens.surface, tokens.line_strong),
    };
    let edge = Stroke::new(tokens.line_width, edge);
    match shown {
        Swatch::Overlap => {
            let square = Rect::from_center_size(rect.center(), vec2(size::ICON_SMALL, size::ICON_SMALL));
            paint_icon(painter, square, Icon::Copy, tokens.ink_soft);
        }
        Swatch::HandOver => {
            let (from, to) = (rect.left_center(), rect.right_center());
            let color = tokens.line_strong;
            painter.line_segment([from, to], Stroke::new(tokens.line_width, color));
            painter.extend(arrow(&[from, to], color, 1.0));
        }
        Swatch::Dependent => {
            painter.extend(dashed_frame(rect, size::RADIUS_S, edge));
        }
        Swatch::MainPlace => {}
        Swatch::MainLine => {
            let (from, to) = (rect.left_center(), rect.right_center());
            painter.line_segment([from, to], Stroke::new(size::SPINE_LINE, tokens.accent));
            painter.extend(arrow(&[from, to], tokens.accent, 1.0));
        }
        Swatch::Certain | Swatch::Out | Swatch::Gap => {
            painter.rect(rect, size::RADIUS_S, fill, edge, StrokeKind::Inside);
        }
    }
}
