//! What stands around the picture: heading, legend and foot.

use super::{
    shapes::{self, BoxLook},
    sheet::PosterSheet,
    theme,
};
use crate::{
    export::drawing::{Shape, ShapeGroup, Stroke},
    lookup::Verdict,
    text::{card as card_text, chain as chain_text, poster as text, which},
};

/// Something that the legend explains.
#[derive(Clone, Copy)]
enum Sample {
    Box(BoxLook),
    Step,
    Spine,
    More,
    Overlap,
}

impl PosterSheet<'_> {
    /// Title, edition, legend; returns the height below it.
    pub(super) fn heading(&mut self, width: f32, edition: &str, whom: &str, not_for_use: Option<&str>) -> f32 {
        let lang = self.lang;
        let left = theme::MARGIN;
        let mut top = theme::MARGIN;
        let mut shapes = vec![self.words(left, top, text::title(lang), theme::TITLE)];
        let alarm = which::emergency(self.guide, lang);
        let badge = self.measure.width(alarm, theme::ALARM) + 2.0 * theme::GAP_M;
        let area = [width - theme::MARGIN - badge, top, badge, theme::ALARM.line + theme::GAP_S];
        shapes.push(Shape::Rect { area, radius: theme::RADIUS, fill: Some(theme::WARNING_GROUND), line: None });
        shapes.push(self.words(area[0] + theme::GAP_M, top + theme::GAP_S / 2.0, alarm, theme::ALARM));
        top += theme::TITLE.line;
        for line in [edition, card_text::not_official(lang), whom] {
            for line in self.measure.wrapped(line, theme::EDITION, width - 2.0 * theme::MARGIN, 4) {
                shapes.push(self.words(left, top, &line, theme::EDITION));
                top += theme::EDITION.line;
            }
        }
        if let Some(words) = not_for_use {
            let area = [left, top + theme::GAP_S, width - 2.0 * left, theme::ALARM.line + theme::GAP_S];
            shapes.push(Shape::Rect { area, radius: theme::RADIUS, fill: Some(theme::WARNING_GROUND), line: None });
            shapes.push(self.words(left + theme::GAP_M, area[1] + theme::GAP_S / 2.0, words, theme::ALARM));
            top = area[1] + area[3];
        }
        self.add(None, None, shapes);
        let top = self.legend(top + theme::GAP_S, width);
        top + theme::GAP_S
    }

    fn legend(&mut self, top: f32, width: f32) -> f32 {
        let lang = self.lang;
        let (mut left, mut top) = (theme::MARGIN, top);
        let mut shapes = Vec::new();
        let samples = [
            (Sample::Spine, text::main_line(lang)),
            (Sample::Box(BoxLook::Party(Verdict::Applies)), text::certain(lang)),
            (Sample::Box(BoxLook::Party(Verdict::Depends)), text::dependent(lang)),
            (Sample::Box(BoxLook::Party(Verdict::Excluded)), text::excluded(lang)),
            (Sample::Box(BoxLook::Gap(Verdict::Applies)), text::gap(lang)),
            (Sample::Step, text::line(lang)),
            (Sample::More, text::more(lang)),
            (Sample::Overlap, text::overlap(lang)),
        ];
        let is_shown = |sample: Sample| match sample {
            Sample::More => self.is_spine,
            Sample::Step | Sample::Box(BoxLook::Party(Verdict::Excluded) | BoxLook::Gap(_)) => !self.is_spine,
            Sample::Spine | Sample::Box(_) | Sample::Overlap => true,
        };
        for (sample, words) in samples.into_iter().filter(|(sample, _)| is_shown(*sample)) {
            let own = theme::SAMPLE.0 + theme::GAP_S + self.measure.width(words, theme::LEGEND);
            if left + own > width - theme::MARGIN && left > theme::MARGIN {
                left = theme::MARGIN;
                top += theme::LEGEND.line + theme::GAP_S;
            }
            let area = [left, top + (theme::LEGEND.line - theme::SAMPLE.1) / 2.0, theme::SAMPLE.0, theme::SAMPLE.1];
            match sample {
                Sample::Box(look) => shapes.extend(shapes::frame(area, look, theme::SOFT)),
                Sample::Overlap => {
                    shapes.extend(shapes::overlap(area[0] + theme::GAP_S, area[1] + area[3] / 2.0));
                }
                Sample::More => {
                    shapes.push(self.words(area[0] + theme::GAP_S, top, &chain_text::more_parties(3), theme::MORE));
                }
                Sample::Step | Sample::Spine => {
                    let middle = area[1] + area[3] / 2.0;
                    let (width, color) = match sample {
                        Sample::Spine => (theme::EDGE_SPINE, theme::ACCENT),
                        _ => (theme::EDGE, theme::JOINT),
                    };
                    let line = Stroke { width, color, dash: None };
                    shapes.extend(shapes::arrow(&[(left, middle), (left + area[2], middle)], line));
                }
            }
            shapes.push(self.words(left + theme::SAMPLE.0 + theme::GAP_S, top, words, theme::LEGEND));
            left += own + 2.0 * theme::GAP_M;
        }
        self.add(None, None, shapes);
        top + theme::LEGEND.line
    }

    /// A word all over the picture between two heights, under what stands on it, so often that each page of a cut poster
    /// has it.
    pub(super) fn watermark(&self, word: &str, width: f32, (top, bottom): (f32, f32)) -> ShapeGroup {
        let (across, down) = theme::WATERMARK_STEP;
        let wide = self.measure.width(word, theme::WATERMARK);
        let mut shapes = Vec::new();
        let (mut at, mut inset) = (top, 0.0);
        while at + theme::WATERMARK.line <= bottom {
            let mut left = theme::MARGIN + inset;
            while left + wide <= width - theme::MARGIN {
                shapes.push(self.words(left, at, word, theme::WATERMARK));
                left += across;
            }
            at += down;
            // Every other line begins further on.
            inset = across / 2.0 - inset;
        }
        ShapeGroup { shapes, ..ShapeGroup::default() }
    }

    pub(super) fn foot(&mut self, top: f32, width: f32, edition: &str) -> f32 {
        let lang = self.lang;
        let words = [text::lanes(lang), text::steps(lang), text::sources(lang), card_text::responsible(lang), edition]
            .join(" · ");
        let mut shapes = Vec::new();
        let mut top = top;
        for line in self.measure.wrapped(&words, theme::FOOT, width - 2.0 * theme::MARGIN, 3) {
            shapes.push(self.words(theme::MARGIN, top, &line, theme::FOOT));
            top += theme::FOOT.line;
        }
        self.add(None, None, shapes);
        top + theme::MARGIN
    }
}
