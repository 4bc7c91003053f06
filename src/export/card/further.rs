//! The further sheets: the route, every phase, and the sources. What stands under an aspect is in `answers`.

use super::{CardFurther, CardPhase, sheet::CardSheet};
use crate::{
    export::paper::{
        Block, Color, ColumnItem, StructKind, TextColumn, TextStyle, at, column_width, run,
        theme::{self, above},
    },
    text::{card as text, words},
};

/// Columns of the answers.
const ANSWERS: u16 = 2;
/// Columns of the sources.
const SOURCES: u16 = 2;

impl CardSheet<'_> {
    /// Everything on the further sheets, in its order.
    pub(super) fn further(&mut self, further: &CardFurther) {
        let (card, style) = (self.card, self.style);
        let steps: Vec<String> = further.route.iter().map(|step| format!("{}.", step.step)).collect();
        let route = steps.iter().zip(&further.route);
        let route = route.map(|(words, step)| vec![run(words, style.strong), run(&step.text, style.body)]);
        self.list((text::route(card.lang), style.heading), route.collect(), 1, above::PHASE);
        let phases: Vec<ColumnItem> = further.phases.iter().flat_map(|phase| self.phase(phase)).collect();
        self.flow.section(phases, ANSWERS, above::PHASE);
        self.sources(further);
    }

    fn phase(&mut self, phase: &CardPhase) -> Vec<ColumnItem> {
        let color = theme::phase(phase.letter);
        let mut units = vec![self.phase_heading(phase, color)];
        if let Some(words) = &phase.nothing {
            units.push(self.line(words, self.style.strong));
        }
        for aspect in &phase.aspects {
            units.extend(self.aspect(aspect, color));
        }
        if let Some(words) = &phase.possible_gaps {
            units.push(self.line(words, self.style.small));
        }
        units
    }

    /// The letter on its square, the name, and a line under both.
    fn phase_heading(&mut self, phase: &CardPhase, color: Color) -> ColumnItem {
        let words = format!("{} {}", phase.letter, phase.title);
        let style = self.style;
        let node = self.flow.node(StructKind::Heading(2, words.clone()), None);
        let mut block = Block::default();
        block.fill(0.0, 0.0, (style.letter, style.letter), color);
        let letter = format!("{} ", phase.letter);
        let white = TextStyle { ink: theme::WHITE, ..style.phase };
        let left = (style.letter - self.measure.width(letter.trim(), white)) / 2.0;
        block.words(left, &self.measure.shape(&letter, white), white, Some(node));
        let left = style.letter + theme::BAND_PAD;
        let name = [run(&phase.title, TextStyle { ink: color, ..style.phase })];
        let place = at(left, 0.0, column_width(ANSWERS) - left);
        let line = block.paragraph(self.measure, &name, Some(node), place).max(style.letter) + above::LINE;
        block.fill(0.0, line, (column_width(ANSWERS), 2.0 * theme::HAIR), color);
        ColumnItem { block, above: above::PHASE, stays: true, heading: Some((2, words)) }
    }

    fn line(&mut self, words: &str, style: TextStyle) -> ColumnItem {
        let node = self.flow.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), text_column());
        ColumnItem { block, above: above::ITEM, ..ColumnItem::default() }
    }

    fn sources(&mut self, further: &CardFurther) {
        let (card, style) = (self.card, self.style);
        if further.sources.is_empty() {
            return;
        }
        let heading = self.heading(words::sources(card.lang), style.heading);
        let list = self.flow.node(StructKind::List, None);
        let width = column_width(SOURCES);
        let labels = further.sources.iter().map(|source| self.measure.width(&source.id, style.source_id));
        let label = labels.fold(0.0, f32::max).min(width / 3.0) + theme::BAND_PAD / 2.0;
        let mut units = Vec::new();
        for source in &further.sources {
            let mut block = Block::default();
            let item = self.flow.node(StructKind::Item, Some(list));
            let id = self.flow.node(StructKind::Label, Some(item));
            let body = self.flow.node(StructKind::Body, Some(item));
            block.paragraph(self.measure, &[run(&source.id, style.source_id)], Some(id), at(0.0, 0.0, label));
            let place = at(label, 0.0, width - label);
            block.paragraph(self.measure, &[run(&source.text, style.source)], Some(body), place);
            units.push(ColumnItem { block, ..ColumnItem::default() });
        }
        self.flow.titled_section(heading, units, SOURCES, above::PHASE);
    }
}

/// The words of a column, beside the markers.
pub(super) fn text_column() -> TextColumn {
    at(theme::MARKER, 0.0, column_width(ANSWERS) - theme::MARKER)
}
