//! The card on one A4: what is certain, what still hangs, gaps, and where it all comes from.
//!
//! The letters are as large as they can be; when even the smallest do not fit, the card goes on over a second page.

use super::{Card, CardAnswer, CardAspect, CardGap, CardPhase, pdf::marker};
use crate::{
    export::paper::{
        Block, Color, Column, ColumnFlow, ColumnItem, DrawOp, Measure, PagedDocument, Run, StructKind, StructNode,
        TextStyle, WIDTH, at, column_width, foot, run,
        theme::{self, SHORT_SCALES, Short, above},
    },
    model::Lang,
    text::{card as text, words},
};

/// Columns of the advice and the answers.
const ANSWERS: u16 = 2;
/// Columns of the sources.
const SOURCES: u16 = 3;

/// Everything in its place; nothing when the fonts inside the program cannot be read.
pub(super) fn lay_out(card: &Card) -> Option<PagedDocument> {
    let measure = Measure::new()?;
    let mut laid = None;
    for scale in SHORT_SCALES {
        let sheet = CardSheet {
            measure: &measure,
            pages: ColumnFlow::default(),
            tree: Vec::new(),
            card,
            style: theme::short(scale),
        };
        let made = sheet.lay_out();
        let fits = made.pages.len() == 1;
        // Over two pages there is room: then the letters are not made small.
        if fits || laid.is_none() {
            laid = Some(made);
        }
        if fits {
            break;
        }
    }
    laid
}

struct CardSheet<'a> {
    measure: &'a Measure,
    pages: ColumnFlow,
    tree: Vec<StructNode>,
    card: &'a Card,
    style: Short,
}

impl CardSheet<'_> {
    fn lay_out(mut self) -> PagedDocument {
        self.pages.head = self.running_head();
        let top = self.top_of_card();
        self.pages.section(vec![top], 1, 0.0);
        self.lists_before();
        let card = self.card;
        let phases: Vec<ColumnItem> = card.phases.iter().flat_map(|phase| self.phase(phase)).collect();
        self.pages.section(phases, ANSWERS, above::BLOCK);
        self.sources();
        self.about();
        self.feet();
        let mut laid = self.pages.laid;
        laid.tree = self.tree;
        laid
    }

    fn node(&mut self, kind: StructKind, parent: Option<usize>) -> usize {
        self.tree.push(StructNode { kind, parent });
        self.tree.len() - 1
    }

    fn body_of(&mut self, list: usize) -> usize {
        let item = self.node(StructKind::Item, Some(list));
        self.node(StructKind::Body, Some(item))
    }

    fn top_of_card(&mut self) -> ColumnItem {
        let (card, style) = (self.card, self.style);
        let mut block = Block::default();
        let node = self.node(StructKind::Heading(1, card.title.clone()), None);
        let badge = self.measure.width(&card.emergency, style.alarm) + 2.0 * theme::BAND_PAD;
        let width = WIDTH - badge - theme::GUTTER;
        let top = block.paragraph(self.measure, &[run(&card.title, style.title)], Some(node), at(0.0, 0.0, width));
        let warning = self.node(StructKind::Paragraph, None);
        let beside = self.measure.width(&card.title, style.title) + theme::GUTTER;
        // On the same foot as the title.
        let drop = style.title.baseline() - style.alarm.baseline();
        let place = at(beside, drop, width - beside);
        block.paragraph(self.measure, &[run(&card.not_for_victim, style.alarm)], Some(warning), place);
        let emergency = self.node(StructKind::Paragraph, None);
        block.fill(WIDTH - badge, 1.0, (badge, style.alarm.line + theme::BAND_PAD), theme::WARNING_GROUND);
        let place = at(WIDTH - badge + theme::BAND_PAD, 1.0 + theme::BAND_PAD / 2.0, badge);
        block.paragraph(self.measure, &[run(&card.emergency, style.alarm)], Some(emergency), place);
        let node = self.node(StructKind::Paragraph, None);
        let edition = format!("{} ·", card.edition);
        let who = [run(&edition, style.body), run(&card.not_official, style.small)];
        let mut top = block.paragraph(self.measure, &who, Some(node), at(0.0, top, WIDTH));
        if let Some(words) = &card.not_for_use {
            let node = self.node(StructKind::Paragraph, None);
            let band = theme::NOT_FOR_USE.line + theme::BAND_PAD;
            block.fill(0.0, top + above::LINE, (WIDTH, band), theme::WARNING_GROUND);
            let place = at(theme::BAND_PAD, top + above::LINE + theme::BAND_PAD / 2.0, WIDTH);
            block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], Some(node), place);
            top += above::LINE + band;
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        ColumnItem { block, heading: Some((1, card.title.clone())), ..ColumnItem::default() }
    }

    /// What a second page repeats; not for a screen reader, which heard it already.
    fn running_head(&self) -> Block {
        let (card, style) = (self.card, self.style);
        let mut block = Block::default();
        let words = format!("{} · {}", card.title, card.edition);
        block.paragraph(self.measure, &[run(&words, theme::SMALL_STRONG)], None, at(0.0, 0.0, WIDTH));
        let alarm = self.measure.width(&card.emergency, style.alarm);
        let place = at(WIDTH - alarm, 0.0, WIDTH);
        let mut top = block.paragraph(self.measure, &[run(&card.emergency, style.alarm)], None, place);
        if let Some(words) = &card.not_for_use {
            top = block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], None, at(0.0, top, WIDTH));
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        block.height = (top + above::BLOCK).max(theme::RUNNING_HEAD);
        block
    }

    /// What was asked for beside the answer, and what to do first.
    fn lists_before(&mut self) {
        let card = self.card;
        let route: Vec<String> = card.route.iter().map(|step| format!("{}. {}", step.step, step.text)).collect();
        for (heading, items) in [
            (text::facets(card.lang), &card.facets),
            (text::region(card.lang), &card.region),
            (text::route(card.lang), &route),
        ] {
            let items: Vec<(&str, &str)> = items.iter().map(|words| (words.as_str(), "")).collect();
            self.list(heading, &items);
        }
        let first: Vec<(&str, &str)> =
            card.first.iter().map(|advice| (advice.text.as_str(), advice.cited.as_str())).collect();
        self.list(text::first(card.lang), &first);
    }

    /// A heading over the whole width, and its items in columns; nothing when there are none.
    fn list(&mut self, heading: &str, items: &[(&str, &str)]) {
        if items.is_empty() {
            return;
        }
        let style = self.style;
        let heading = self.heading(heading);
        let list = self.node(StructKind::List, None);
        let width = column_width(ANSWERS);
        let mut units = Vec::new();
        for (words, cited) in items {
            let body = self.body_of(list);
            let mut block = Block::default();
            block.fill(0.0, style.body.line / 2.0 - 1.0, (2.0, 2.0), theme::SOFT);
            let place = at(theme::MARKER, 0.0, width - theme::MARKER);
            block.paragraph(self.measure, &[run(words, style.body), run(cited, style.tiny)], Some(body), place);
            units.push(ColumnItem { block, above: above::LINE, ..ColumnItem::default() });
        }
        self.pages.section(vec![heading], 1, above::ASPECT);
        self.pages.section(units, ANSWERS, above::LINE);
    }

    fn heading(&mut self, words: &str) -> ColumnItem {
        let node = self.node(StructKind::Heading(2, words.to_owned()), None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, self.style.aspect)], Some(node), at(0.0, 0.0, WIDTH));
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
            let node = self.node(StructKind::Paragraph, None);
            let mut block = Block::default();
            let on = format!("{}:", depends.on);
            let parties = format!("{}.", depends.parties);
            let possible = phase.possible_gaps.as_deref().unwrap_or_default();
            let ink = TextStyle { ink: theme::INK, ..self.style.small };
            let runs = [run(&on, self.style.small_strong), run(&parties, ink), run(possible, self.style.small)];
            block.paragraph(self.measure, &runs, Some(node), text_column());
            marker(&mut block, true, color);
            units.push(ColumnItem { block, above: self.style.white(above::ASPECT), ..ColumnItem::default() });
        } else if let Some(words) = &phase.possible_gaps {
            units.push(self.line(words, self.style.small));
        }
        units
    }

    /// The letter on its square, the name, and a line under both.
    fn phase_heading(&mut self, phase: &CardPhase, color: Color) -> ColumnItem {
        let words = format!("{} {}", phase.letter, phase.title);
        let style = self.style;
        let node = self.node(StructKind::Heading(2, words.clone()), None);
        let mut block = Block::default();
        block.fill(0.0, 0.0, (style.letter, style.letter), color);
        let letter = format!("{} ", phase.letter);
        let white = TextStyle { ink: theme::WHITE, ..style.phase };
        let left = (style.letter - self.measure.width(letter.trim(), white)) / 2.0;
        block.ops.push(DrawOp::Words {
            left,
            top: 0.0,
            words: (*self.measure.shape(&letter, white)).clone(),
            style: white,
            node: Some(node),
        });
        let left = style.letter + theme::BAND_PAD;
        let name = [run(&phase.title, TextStyle { ink: color, ..style.phase })];
        let place = at(left, 0.0, column_width(ANSWERS) - left);
        let line = block.paragraph(self.measure, &name, Some(node), place).max(style.letter) + above::LINE;
        block.fill(0.0, line, (column_width(ANSWERS), 2.0 * theme::HAIR), color);
        ColumnItem { block, above: self.style.white(above::PHASE), stays: true, heading: Some((2, words)) }
    }

    fn line(&mut self, words: &str, style: TextStyle) -> ColumnItem {
        let node = self.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), text_column());
        ColumnItem { block, above: self.style.white(above::ITEM), ..ColumnItem::default() }
    }

    /// The name of an aspect stands before the first thing in it.
    fn aspect(&mut self, aspect: &CardAspect, color: Color) -> Vec<ColumnItem> {
        let heading = self.node(StructKind::Heading(3, aspect.label.clone()), None);
        let list = self.node(StructKind::List, None);
        let label = format!("{}:", aspect.label);
        let mut units: Vec<ColumnItem> = Vec::new();
        for answer in &aspect.answers {
            let lead = if units.is_empty() { label.as_str() } else { "" };
            units.push(self.answer(answer, lead, list, color));
        }
        for gap in &aspect.gaps {
            let lead = if units.is_empty() { label.as_str() } else { "" };
            units.push(self.gap(gap, lead, list));
        }
        if let Some(first) = units.first_mut() {
            first.above = self.style.white(above::ASPECT);
            first.heading = Some((3, aspect.label.clone()));
            for op in &mut first.block.ops {
                if let DrawOp::Words { style, node, .. } = op
                    && *style == self.style.aspect
                {
                    *node = Some(heading);
                }
            }
        }
        units
    }

    /// Who, its part and its number; then what it does.
    fn answer(&mut self, answer: &CardAnswer, label: &str, list: usize, color: Color) -> ColumnItem {
        let style = self.style;
        let body = self.body_of(list);
        let column = text_column();
        let mut block = Block::default();
        let name = [run(label, style.aspect), run(&answer.party, style.strong), run(&answer.role, style.small)];
        let mut top = 0.0;
        // Where there is nobody to call, the task follows the name on its line.
        let is_one = answer.contacts.is_empty() && self.card.lang == Lang::Nl;
        let who = self.node(if is_one { self.dutch() } else { StructKind::Paragraph }, Some(body));
        if !is_one {
            top = block.paragraph(self.measure, &name, Some(who), column);
        }
        if !answer.contacts.is_empty() {
            // What is said of each of them is said once.
            let next = answer.contacts.iter().skip(1).map(|contact| Some(&contact.details)).chain([None]);
            let rest = answer.contacts.iter().zip(next).map(|(contact, next)| match next {
                Some(next) if *next == contact.details => "·".to_owned(),
                Some(_) => format!("{} ·", contact.details).trim_start().to_owned(),
                None => contact.details.clone(),
            });
            let rest: Vec<String> = rest.collect();
            let pairs = answer.contacts.iter().zip(&rest);
            let runs = pairs.flat_map(|(contact, rest)| [run(&contact.value, style.number), run(rest, style.small)]);
            let runs: Vec<Run<'_>> = runs.collect();
            let node = self.node(StructKind::Paragraph, Some(body));
            // At the right of the name where there is room, else under it.
            let room = column.width - self.measure.line_width(&name, column.width) - theme::GUTTER;
            let width = self.measure.line_width(&runs, column.width);
            let is_beside = width <= room && self.measure.lines(&runs, column.width).len() == 1;
            let place = if is_beside {
                at(column.left + column.width - width, 0.0, width + 1.0)
            } else {
                Column { top, ..column }
            };
            top = top.max(block.paragraph(self.measure, &runs, Some(node), place));
        }
        let what = if is_one { who } else { self.node(self.dutch(), Some(body)) };
        let conditions: Vec<&str> = answer.provided.iter().map(|words| words.trim_end_matches('.')).collect();
        let conditions = sentence(&conditions);
        let details: Vec<&str> = answer.details.iter().map(String::as_str).collect();
        let details = sentence(&details);
        let [label, party, role] = name;
        let role_words = format!("{} ·", role.text);
        let lead = if is_one { [label, party, run(&role_words, style.small)] } else { [run("", style.body); 3] };
        let [label, party, role] = lead;
        let runs = [
            label,
            party,
            role,
            run(&answer.task, style.body),
            run(&conditions, style.small),
            run(&details, style.small),
            run(&answer.cited, style.tiny),
        ];
        block.paragraph(self.measure, &runs, Some(what), Column { top, ..column });
        marker(&mut block, false, color);
        ColumnItem { block, above: self.style.white(above::ITEM), ..ColumnItem::default() }
    }

    fn gap(&mut self, gap: &CardGap, label: &str, list: usize) -> ColumnItem {
        let style = self.style;
        let body = self.body_of(list);
        let mut block = Block::default();
        let node = self.node(self.dutch(), Some(body));
        let (kind, ask) = (format!("{}.", gap.kind), format!("{}.", gap.ask));
        let text = TextStyle { ink: theme::INK, ..style.small };
        let runs = [
            run(label, style.aspect),
            run(&kind, style.gap),
            run(&gap.text, text),
            run(&ask, style.small_strong),
            run(&gap.cited, style.tiny),
        ];
        block.paragraph(self.measure, &runs, Some(node), text_column());
        marker(&mut block, false, theme::WARNING);
        ColumnItem { block, above: self.style.white(above::ITEM), ..ColumnItem::default() }
    }

    fn sources(&mut self) {
        let card = self.card;
        if card.sources.is_empty() {
            return;
        }
        let style = self.style;
        let heading = self.heading(text::sources_in_short(card.lang));
        let list = self.node(StructKind::List, None);
        let width = column_width(SOURCES);
        let labels = card.sources.iter().map(|source| self.measure.width(&source.id, style.tiny_strong));
        let label = labels.fold(0.0, f32::max).min(width / 3.0) + theme::BAND_PAD / 2.0;
        let mut units = Vec::new();
        for source in &card.sources {
            let mut block = Block::default();
            let item = self.node(StructKind::Item, Some(list));
            let id = self.node(StructKind::Label, Some(item));
            let body = self.node(StructKind::Body, Some(item));
            block.paragraph(self.measure, &[run(&source.id, style.tiny_strong)], Some(id), at(0.0, 0.0, label));
            let place = at(label, 0.0, width - label);
            block.paragraph(self.measure, &[run(&source.text, style.tiny)], Some(body), place);
            units.push(ColumnItem { block, ..ColumnItem::default() });
        }
        self.pages.section(vec![heading], 1, above::BLOCK);
        self.pages.section(units, SOURCES, above::LINE);
    }

    fn about(&mut self) {
        let card = self.card;
        let node = self.node(StructKind::Paragraph, None);
        let heading = format!("{}:", text::about(card.lang));
        let about = format!("{}.", card.about.join(". "));
        let mut block = Block::default();
        let runs = [run(&heading, self.style.tiny_strong), run(&about, self.style.tiny)];
        block.paragraph(self.measure, &runs, Some(node), at(0.0, 0.0, WIDTH));
        self.pages.section(vec![ColumnItem { block, ..ColumnItem::default() }], 1, above::ITEM);
    }

    fn feet(&mut self) {
        let card = self.card;
        let count = self.pages.laid.pages.len();
        let left = format!("{} · {}", card.not_for_victim, card.not_official);
        for (position, page) in self.pages.laid.pages.iter_mut().enumerate() {
            page.extend(foot(self.measure, &left, &text::page_of(position + 1, count, card.lang)).at_foot());
        }
    }

    /// What the guide says itself is Dutch, whatever the language of the card.
    fn dutch(&self) -> StructKind {
        match self.card.lang {
            Lang::Nl => StructKind::Paragraph,
            Lang::En => StructKind::DutchParagraph,
        }
    }
}

/// Parts as one sentence; nothing of nothing.
fn sentence(parts: &[&str]) -> String {
    if parts.is_empty() { String::new() } else { format!("{}.", words::capital(&parts.join(" · "))) }
}

/// The words of a column, beside the markers.
fn text_column() -> Column {
    at(theme::MARKER, 0.0, column_width(ANSWERS) - theme::MARKER)
}
