//! A card on its pages: head, lists, phases, sources and foot. What stands under an aspect is in `answers`.

use super::{Card, CardPhase, style::CardStyle};
use crate::{
    export::paper::{
        Block, Color, ColumnFlow, ColumnItem, Measure, PagedDocument, Run, StructKind, TextColumn, TextStyle, WIDTH,
        at, column_width, foot, run,
        theme::{self, above},
    },
    text::{card as text, plan as plan_words, words},
};

/// Columns of the answers.
const ANSWERS: u16 = 2;

/// Everything in its place.
pub(super) fn lay_out(card: &Card, style: CardStyle, measure: &Measure) -> PagedDocument {
    let mut sheet = CardSheet { measure, flow: ColumnFlow::default(), card, style };
    sheet.flow.head = sheet.running_head();
    let top = sheet.top_of_card();
    sheet.flow.section(vec![top], 1, 0.0);
    sheet.lists_before();
    let phases: Vec<ColumnItem> = card.phases.iter().flat_map(|phase| sheet.phase(phase)).collect();
    sheet.flow.section(phases, ANSWERS, style.above_heading.max(above::BLOCK));
    sheet.sources();
    sheet.about();
    let left = format!("{} · {}", card.not_for_victim, card.not_official);
    sheet.flow.finish(|page, pages| foot(measure, &left, &text::page_of(page, pages, card.lang)))
}

/// A card that is being laid out.
pub(super) struct CardSheet<'a> {
    pub(super) measure: &'a Measure,
    pub(super) flow: ColumnFlow,
    pub(super) card: &'a Card,
    pub(super) style: CardStyle,
}

impl CardSheet<'_> {
    /// A new item of a list; what it says belongs in its body.
    pub(super) fn body_of(&mut self, list: usize) -> usize {
        let item = self.flow.node(StructKind::Item, Some(list));
        self.flow.node(StructKind::Body, Some(item))
    }

    fn top_of_card(&mut self) -> ColumnItem {
        let (card, style) = (self.card, self.style);
        let mut block = Block::default();
        let node = self.flow.node(StructKind::Heading(1, card.title.clone()), None);
        let badge = self.measure.width(&card.emergency, theme::ALARM) + 2.0 * theme::BAND_PAD;
        let width = WIDTH - badge - theme::GUTTER;
        let top = block.paragraph(self.measure, &[run(&card.title, style.title)], Some(node), at(0.0, 0.0, width));
        let warning = self.flow.node(StructKind::Paragraph, None);
        let beside = self.measure.width(&card.title, style.title) + theme::GUTTER;
        // On the same foot as the title.
        let drop = style.title.baseline() - theme::ALARM.baseline();
        let place = at(beside, drop, width - beside);
        block.paragraph(self.measure, &[run(&card.not_for_victim, theme::ALARM)], Some(warning), place);
        let emergency = self.flow.node(StructKind::Paragraph, None);
        block.fill(WIDTH - badge, 1.0, (badge, theme::ALARM.line + theme::BAND_PAD), theme::WARNING_GROUND);
        let place = at(WIDTH - badge + theme::BAND_PAD, 1.0 + theme::BAND_PAD / 2.0, badge);
        block.paragraph(self.measure, &[run(&card.emergency, theme::ALARM)], Some(emergency), place);
        let node = self.flow.node(StructKind::Paragraph, None);
        let edition = format!("{} ·", card.edition);
        let who = [run(&edition, style.body), run(&card.not_official, style.small)];
        let mut top = block.paragraph(self.measure, &who, Some(node), at(0.0, top, WIDTH));
        if let Some(words) = &card.not_for_use {
            let node = self.flow.node(StructKind::Paragraph, None);
            let band = theme::NOT_FOR_USE.line + theme::BAND_PAD;
            block.fill(0.0, top + above::LINE, (WIDTH, band), theme::WARNING_GROUND);
            let place = at(theme::BAND_PAD, top + above::LINE + theme::BAND_PAD / 2.0, WIDTH);
            block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], Some(node), place);
            top += above::LINE + band;
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        ColumnItem { block, heading: Some((1, card.title.clone())), ..ColumnItem::default() }
    }

    /// What later pages repeat; not for a screen reader, which heard it already.
    fn running_head(&self) -> Block {
        let card = self.card;
        let mut block = Block::default();
        let words = format!("{} · {}", card.title, card.edition);
        block.paragraph(self.measure, &[run(&words, theme::SMALL_STRONG)], None, at(0.0, 0.0, WIDTH));
        let alarm = self.measure.width(&card.emergency, theme::ALARM);
        let place = at(WIDTH - alarm, 0.0, WIDTH);
        let mut top = block.paragraph(self.measure, &[run(&card.emergency, theme::ALARM)], None, place);
        if let Some(words) = &card.not_for_use {
            top = block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], None, at(0.0, top, WIDTH));
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        block.height = (top + above::BLOCK).max(theme::RUNNING_HEAD);
        block
    }

    /// What was asked for beside the answer, and what to do first.
    fn lists_before(&mut self) {
        let (card, style) = (self.card, self.style);
        let steps: Vec<String> = card.plan.iter().map(|step| format!("{}.", step.step)).collect();
        let plan = steps.iter().zip(&card.plan);
        let plan = plan.map(|(words, step)| [run(words, style.strong), run(&step.text, style.body)]);
        self.list(plan_words::title(card.lang), plan.collect());
        self.list(text::facets(card.lang), plain(&card.facets, style.body));
        self.list(text::region(card.lang), plain(&card.region, style.body));
        let steps: Vec<String> = card.route.iter().map(|step| format!("{}.", step.step)).collect();
        let route = steps.iter().zip(&card.route);
        let route = route.map(|(words, step)| [run(words, style.strong), run(&step.text, style.body)]);
        self.list(text::route(card.lang), route.collect());
        let first = card.first.iter().map(|advice| [run(&advice.text, style.body), run(&advice.cited, style.cited)]);
        self.list(text::first(card.lang), first.collect());
    }

    /// A heading over the whole width, and its items in columns; `None` when there are none.
    fn list(&mut self, heading: &str, items: Vec<[Run<'_>; 2]>) {
        if items.is_empty() {
            return;
        }
        let heading = self.heading(heading);
        let list = self.flow.node(StructKind::List, None);
        let columns = self.style.list_columns;
        let place = at(theme::MARKER, 0.0, column_width(columns) - theme::MARKER);
        let mut units = Vec::new();
        for runs in items {
            let body = self.body_of(list);
            let mut block = Block::default();
            block.fill(0.0, runs[0].style.line / 2.0 - 1.0, (2.0, 2.0), theme::SOFT);
            block.paragraph(self.measure, &runs, Some(body), place);
            units.push(ColumnItem { block, above: above::LINE, ..ColumnItem::default() });
        }
        self.flow.titled_section(heading, units, columns, self.style.above_heading);
    }

    fn heading(&mut self, words: &str) -> ColumnItem {
        let node = self.flow.node(StructKind::Heading(2, words.to_owned()), None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, self.style.heading)], Some(node), at(0.0, 0.0, WIDTH));
        ColumnItem { block, stays: true, heading: Some((2, words.to_owned())), above: above::ASPECT }
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
        if let Some(depends) = &phase.depends {
            units.push(self.depends(depends, phase.possible_gaps.as_deref(), color));
        } else if let Some(words) = &phase.possible_gaps {
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
        ColumnItem { block, above: style.white(above::PHASE), stays: true, heading: Some((2, words)) }
    }

    fn line(&mut self, words: &str, style: TextStyle) -> ColumnItem {
        let node = self.flow.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), text_column());
        ColumnItem { block, above: self.style.white(above::ITEM), ..ColumnItem::default() }
    }

    fn sources(&mut self) {
        let (card, style) = (self.card, self.style);
        if card.sources.is_empty() {
            return;
        }
        let words = if card.full { words::sources(card.lang) } else { text::sources_in_short(card.lang) };
        let heading = self.heading(words);
        let list = self.flow.node(StructKind::List, None);
        let width = column_width(style.source_columns);
        let labels = card.sources.iter().map(|source| self.measure.width(&source.id, style.source_id));
        let label = labels.fold(0.0, f32::max).min(width / 3.0) + theme::BAND_PAD / 2.0;
        let mut units = Vec::new();
        for source in &card.sources {
            let mut block = Block::default();
            let item = self.flow.node(StructKind::Item, Some(list));
            let id = self.flow.node(StructKind::Label, Some(item));
            let body = self.flow.node(StructKind::Body, Some(item));
            block.paragraph(self.measure, &[run(&source.id, style.source_id)], Some(id), at(0.0, 0.0, label));
            let place = at(label, 0.0, width - label);
            block.paragraph(self.measure, &[run(&source.text, style.source)], Some(body), place);
            units.push(ColumnItem { block, ..ColumnItem::default() });
        }
        let above = style.above_heading.max(above::BLOCK);
        self.flow.titled_section(heading, units, style.source_columns, above);
    }

    fn about(&mut self) {
        let (card, style) = (self.card, self.style);
        let heading = text::about(card.lang);
        if !style.runs_on {
            return self.list(heading, plain(&card.about, style.small));
        }
        let node = self.flow.node(StructKind::Paragraph, None);
        let heading = format!("{heading}:");
        let about = format!("{}.", card.about.join(". "));
        let mut block = Block::default();
        let runs = [run(&heading, style.source_id), run(&about, style.source)];
        block.paragraph(self.measure, &runs, Some(node), at(0.0, 0.0, WIDTH));
        self.flow.section(vec![ColumnItem { block, ..ColumnItem::default() }], 1, above::ITEM);
    }
}

/// The words of a column, beside the markers.
pub(super) fn text_column() -> TextColumn {
    at(theme::MARKER, 0.0, column_width(ANSWERS) - theme::MARKER)
}

/// Items of which all words look the same.
fn plain(lines: &[String], style: TextStyle) -> Vec<[Run<'_>; 2]> {
    lines.iter().map(|line| [run(line, style), run("", style)]).collect()
}
