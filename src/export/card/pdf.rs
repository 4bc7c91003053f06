//! The card on paper: A4, tagged, the same bytes for the same card.

use super::{Card, CardAnswer, CardAspect, CardGap, CardPhase, short};
use crate::{
    export::paper::{
        Block, Color, Column, Cover, DocumentInfo, DrawOp, Flow, Measure, PagedDocument, PdfError, Run, StructKind,
        TextStyle, WIDTH, foot, plain, run,
        theme::{self, above},
        write_pdf,
    },
    model::Lang,
    text::{card as text, words},
};

/// The card as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub fn card_pdf(card: &Card) -> Result<Vec<u8>, PdfError> {
    let laid = if card.full { lay_out(card) } else { short::lay_out(card) };
    let laid = laid.ok_or(PdfError::Font)?;
    let about = DocumentInfo {
        title: &format!("{} · {}", card.title, card.edition),
        description: card.not_for_use.as_deref().unwrap_or(&card.not_for_victim),
        language: match card.lang {
            Lang::Nl => "nl",
            Lang::En => "en",
        },
        product: words::product(card.lang),
    };
    write_pdf(&laid, about, &Cover::default())
}

/// Everything in its place; nothing when the fonts inside the program cannot be read.
fn lay_out(card: &Card) -> Option<PagedDocument> {
    let mut sheet = CardSheet { measure: Measure::new()?, flow: Flow::default(), card };
    sheet.flow.head = sheet.running_head();
    sheet.top_of_card();
    sheet.lists_before();
    sheet.flow.start_columns(above::PHASE, 10.0 * theme::BODY.line);
    card.phases.iter().for_each(|phase| sheet.phase(phase));
    sheet.sources();
    sheet.about();
    sheet.feet();
    Some(sheet.flow.laid)
}

/// An aspect with everything under it, before it has a place.
struct Aspect {
    label: String,
    heading: Block,
    blocks: Vec<Block>,
}

impl Aspect {
    /// How much of it must stay together: the heading with what is first under it, unless that is a page long.
    fn start(&self) -> f32 {
        let first = self.blocks.first().map_or(0.0, |block| above::ITEM + block.height);
        above::ASPECT + self.heading.height + first.min(theme::PAGE.1 / 3.0)
    }
}

struct CardSheet<'a> {
    measure: Measure,
    flow: Flow,
    card: &'a Card,
}

const WHOLE: Column = Column { left: 0.0, top: 0.0, width: WIDTH };

impl CardSheet<'_> {
    fn top_of_card(&mut self) {
        let card = self.card;
        let mut block = Block::default();
        let node = self.flow.node(StructKind::Heading(1, card.title.clone()), None);
        let badge = self.measure.width(&card.emergency, theme::ALARM) + 2.0 * theme::BAND_PAD;
        let title = Column { width: WIDTH - badge - theme::GUTTER, ..WHOLE };
        let mut top = block.paragraph(&self.measure, &[run(&card.title, theme::TITLE)], Some(node), title);
        let emergency = self.flow.node(StructKind::Paragraph, None);
        let left = WIDTH - badge;
        block.fill(left, 2.0, (badge, theme::ALARM.line + theme::BAND_PAD), theme::WARNING_GROUND);
        let place = Column { left: left + theme::BAND_PAD, top: 2.0 + theme::BAND_PAD / 2.0, width: badge };
        block.paragraph(&self.measure, &[run(&card.emergency, theme::ALARM)], Some(emergency), place);
        for (words, style) in [(&card.edition, theme::BODY), (&card.not_official, theme::SMALL)] {
            let node = self.flow.node(StructKind::Paragraph, None);
            top = block.paragraph(&self.measure, &[run(words, style)], Some(node), Column { top, ..WHOLE });
        }
        let node = self.flow.node(StructKind::Paragraph, None);
        let place = Column { top: top + above::LINE, ..WHOLE };
        top = block.paragraph(&self.measure, &[run(&card.not_for_victim, theme::ALARM)], Some(node), place);
        if let Some(words) = &card.not_for_use {
            let node = self.flow.node(StructKind::Paragraph, None);
            let band = theme::NOT_FOR_USE.line + 2.0 * theme::BAND_PAD;
            top += above::ITEM;
            block.fill(0.0, top, (WIDTH, band), theme::WARNING_GROUND);
            let place = Column { left: theme::BAND_PAD, top: top + theme::BAND_PAD, width: WIDTH };
            block.paragraph(&self.measure, &[run(words, theme::NOT_FOR_USE)], Some(node), place);
            top += band;
        }
        block.fill(0.0, top + above::ITEM, (WIDTH, theme::HAIR), theme::LINE);
        let (page, at) = self.flow.put(block, 0.0, 0.0);
        self.flow.laid.headings.push((1, card.title.clone(), page, at));
    }

    /// What later pages repeat; not for a screen reader, which heard it already.
    fn running_head(&self) -> Block {
        let card = self.card;
        let mut block = Block::default();
        let words = format!("{} · {}", card.title, card.edition);
        block.paragraph(&self.measure, &[run(&words, theme::SMALL_STRONG)], None, WHOLE);
        let alarm = self.measure.width(&card.emergency, theme::ALARM);
        let place = Column { left: WIDTH - alarm, top: 0.0, width: WIDTH };
        let mut top = block.paragraph(&self.measure, &[run(&card.emergency, theme::ALARM)], None, place);
        if let Some(words) = &card.not_for_use {
            top = block.paragraph(&self.measure, &[run(words, theme::NOT_FOR_USE)], None, Column { top, ..WHOLE });
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        block.height = (top + above::BLOCK).max(theme::RUNNING_HEAD);
        block
    }

    fn lists_before(&mut self) {
        let card = self.card;
        self.list(text::facets(card.lang), plain(&card.facets, theme::BODY));
        self.list(text::region(card.lang), plain(&card.region, theme::BODY));
        let route = card.route.iter().map(|step| [run(&step.step, theme::STRONG), run(&step.text, theme::BODY)]);
        self.list(text::route(card.lang), route);
        let first = card.first.iter().map(|advice| [run(&advice.text, theme::BODY), run(&advice.cited, theme::SMALL)]);
        self.list(text::first(card.lang), first);
    }

    /// A heading with short lines under it; nothing when there are none.
    fn list<'b>(&mut self, heading: &str, items: impl Iterator<Item = [Run<'b>; 2]>) {
        let mut list = None;
        for item in items {
            let list = *list.get_or_insert_with(|| {
                self.heading(2, heading, theme::BODY.line);
                self.flow.node(StructKind::List, None)
            });
            let entry = self.flow.node(StructKind::Item, Some(list));
            let body = self.flow.node(StructKind::Body, Some(entry));
            let mut block = Block::default();
            let place = Column { left: theme::MARKER, top: 0.0, width: self.flow.width() - theme::MARKER };
            let bottom = block.paragraph(&self.measure, &item, Some(body), place);
            let [first, _] = item;
            let middle = first.style.line / 2.0;
            if bottom > 0.0 {
                block.fill(0.0, middle - 1.0, (2.0, 2.0), theme::SOFT);
            }
            self.flow.put(block, above::LINE, 0.0);
        }
    }

    /// A heading that stays with the next `with` points.
    fn heading(&mut self, level: u16, words: &str, with: f32) {
        let node = self.flow.node(StructKind::Heading(level, words.to_owned()), None);
        let mut block = Block::default();
        let (style, room) = if level == 2 { (theme::PHASE, above::PHASE) } else { (theme::ASPECT, above::ASPECT) };
        block.paragraph(&self.measure, &[run(words, style)], Some(node), self.column());
        let (page, top) = self.flow.put(block, room, with);
        self.flow.laid.headings.push((level, words.to_owned(), page, top));
    }

    fn phase(&mut self, phase: &CardPhase) {
        let words = format!("{} {}", phase.letter, phase.title);
        let color = theme::phase(phase.letter);
        let heading = self.phase_heading(phase, &words, color);
        let nothing = phase.nothing.as_deref().map(|words| self.line(words, theme::STRONG));
        let aspects: Vec<Aspect> = phase.aspects.iter().map(|aspect| self.aspect(aspect, color)).collect();
        let possible = phase.possible_gaps.as_deref().map(|words| self.line(words, theme::SMALL));
        // A heading stays with what it is the heading of.
        let first = aspects.first().map_or(0.0, Aspect::start);
        let with = nothing.as_ref().map_or(first, |block| above::ITEM + block.height);
        let (page, top) = self.flow.put(heading, above::PHASE, with);
        self.flow.laid.headings.push((2, words, page, top));
        if let Some(block) = nothing {
            self.flow.put(block, above::ITEM, 0.0);
        }
        for aspect in aspects {
            let with = aspect.start();
            let Aspect { label, heading, blocks } = aspect;
            let with = with - above::ASPECT - heading.height;
            let (page, top) = self.flow.put(heading, above::ASPECT, with);
            self.flow.laid.headings.push((3, label, page, top));
            for block in blocks {
                self.flow.put(block, above::ITEM, 0.0);
            }
        }
        if let Some(block) = possible {
            self.flow.put(block, above::ASPECT, 0.0);
        }
    }

    /// The letter on its square, the name, and a line under both.
    fn phase_heading(&mut self, phase: &CardPhase, words: &str, color: Color) -> Block {
        let node = self.flow.node(StructKind::Heading(2, words.to_owned()), None);
        let mut block = Block::default();
        block.fill(0.0, 0.0, (theme::LETTER, theme::LETTER), color);
        let letter = format!("{} ", phase.letter);
        let style = TextStyle { ink: theme::WHITE, ..theme::PHASE };
        let left = (theme::LETTER - self.measure.width(letter.trim(), style)) / 2.0;
        block.ops.push(DrawOp::Words {
            left,
            top: 0.0,
            words: (*self.measure.shape(&letter, style)).clone(),
            style,
            node: Some(node),
        });
        let left = theme::LETTER + theme::BAND_PAD;
        let place = Column { left, top: 0.0, width: self.flow.width() - left };
        let style = TextStyle { ink: color, ..theme::PHASE };
        let bottom = block.paragraph(&self.measure, &[run(&phase.title, style)], Some(node), place);
        let line = bottom.max(theme::LETTER) + above::LINE;
        block.fill(0.0, line, (self.flow.width(), 2.0 * theme::HAIR), color);
        block
    }

    /// A paragraph of its own.
    fn line(&mut self, words: &str, style: TextStyle) -> Block {
        let node = self.flow.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        block.paragraph(&self.measure, &[run(words, style)], Some(node), self.column());
        block
    }

    fn aspect(&mut self, aspect: &CardAspect, color: Color) -> Aspect {
        let label = aspect.label.clone();
        let node = self.flow.node(StructKind::Heading(3, label.clone()), None);
        let mut heading = Block::default();
        heading.paragraph(&self.measure, &[run(&label, theme::ASPECT)], Some(node), self.column());
        let list = self.flow.node(StructKind::List, None);
        let mut blocks: Vec<Block> = Vec::new();
        for answer in &aspect.answers {
            blocks.push(self.answer(answer, list, color));
        }
        for gap in &aspect.gaps {
            blocks.push(self.gap(gap, list));
        }
        Aspect { label, heading, blocks }
    }

    /// A new item of a list and its body.
    fn item(&mut self, list: usize) -> (usize, usize) {
        let item = self.flow.node(StructKind::Item, Some(list));
        (item, self.flow.node(StructKind::Body, Some(item)))
    }

    fn answer(&mut self, answer: &CardAnswer, list: usize, color: Color) -> Block {
        let (_, body) = self.item(list);
        let mut block = Block::default();
        let column = Column { left: theme::MARKER, top: 0.0, width: self.flow.width() - theme::MARKER };
        let who = self.flow.node(StructKind::Paragraph, Some(body));
        let name = [run(&answer.party, theme::STRONG), run(&answer.role, theme::SMALL)];
        let mut top = block.paragraph(&self.measure, &name, Some(who), column);
        let contacts = contact_words(answer);
        if !contacts.is_empty() {
            let pairs = contacts.iter().flat_map(|(value, rest)| [run(value, theme::NUMBER), run(rest, theme::SMALL)]);
            let runs: Vec<Run<'_>> = pairs.collect();
            let node = self.flow.node(StructKind::Paragraph, Some(body));
            // At the right of the name where there is room, else under it.
            let room = column.width - self.measure.line_width(&name, column.width) - theme::GUTTER;
            let width = self.measure.line_width(&runs, column.width);
            let fits = width <= room && self.measure.lines(&runs, room).len() == 1;
            let place = if fits && self.measure.lines(&name, column.width).len() == 1 {
                Column { left: column.left + column.width - width, top: 0.0, width: room }
            } else {
                Column { top, ..column }
            };
            top = top.max(block.paragraph(&self.measure, &runs, Some(node), place));
        }
        let what = self.flow.node(self.dutch(), Some(body));
        let top =
            block.paragraph(&self.measure, &[run(&answer.task, theme::BODY)], Some(what), Column { top, ..column });
        self.details(&mut block, answer, body, Column { top, ..column });
        marker(&mut block, answer.depends_on.is_some(), color);
        block
    }

    fn details(&mut self, block: &mut Block, answer: &CardAnswer, body: usize, column: Column) {
        let said = |parts: &mut dyn Iterator<Item = &String>| {
            let parts: Vec<&str> = parts.map(|words| words.trim_end_matches('.')).collect();
            if parts.is_empty() { String::new() } else { format!("{}.", words::capital(&parts.join(" · "))) }
        };
        let hangs = said(&mut answer.depends_on.iter());
        let own = said(&mut answer.details.iter());
        let dutch = said(&mut answer.provided.iter().chain(&answer.legal_basis));
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        let hangs = run(&hangs, theme::SMALL_STRONG);
        let (own, cited) = (run(&own, theme::SMALL), run(&answer.cited, theme::SMALL));
        let conditions = run(&dutch, theme::SMALL);
        if self.card.lang == Lang::Nl {
            block.paragraph(&self.measure, &[hangs, conditions, own, cited], Some(node), column);
            return;
        }
        // Conditions are Dutch, so on another card they are a paragraph of their own.
        let top = block.paragraph(&self.measure, &[hangs, own, cited], Some(node), column);
        if !dutch.is_empty() {
            let node = self.flow.node(StructKind::DutchParagraph, Some(body));
            block.paragraph(&self.measure, &[conditions], Some(node), Column { top, ..column });
        }
    }

    fn gap(&mut self, gap: &CardGap, list: usize) -> Block {
        let (_, body) = self.item(list);
        let mut block = Block::default();
        let column = Column { left: theme::MARKER, top: 0.0, width: self.flow.width() - theme::MARKER };
        let kind = self.flow.node(StructKind::Paragraph, Some(body));
        let top = block.paragraph(&self.measure, &[run(&gap.kind, theme::GAP)], Some(kind), column);
        let what = self.flow.node(self.dutch(), Some(body));
        let text = [run(&gap.text, theme::BODY)];
        let top = block.paragraph(&self.measure, &text, Some(what), Column { top, ..column });
        let ask = self.flow.node(StructKind::Paragraph, Some(body));
        let ask_words = format!("{}.", gap.ask);
        let runs = [run(&ask_words, theme::SMALL_STRONG), run(&gap.cited, theme::SMALL)];
        block.paragraph(&self.measure, &runs, Some(ask), Column { top, ..column });
        marker(&mut block, false, theme::WARNING);
        block
    }

    fn sources(&mut self) {
        let card = self.card;
        if card.sources.is_empty() {
            return;
        }
        self.heading(2, text::sources(card.lang), 3.0 * theme::SMALL.line);
        let list = self.flow.node(StructKind::List, None);
        let width = self.flow.width();
        let labels = card.sources.iter().map(|source| self.measure.width(&source.id, theme::TINY_STRONG));
        let label = labels.fold(0.0, f32::max).min(width / 3.0) + theme::BAND_PAD;
        for source in &card.sources {
            let mut block = Block::default();
            let item = self.flow.node(StructKind::Item, Some(list));
            let id = self.flow.node(StructKind::Label, Some(item));
            let body = self.flow.node(StructKind::Body, Some(item));
            let place = Column { left: 0.0, top: 0.0, width: label };
            block.paragraph(&self.measure, &[run(&source.id, theme::TINY_STRONG)], Some(id), place);
            let place = Column { left: label, top: 0.0, width: width - label };
            block.paragraph(&self.measure, &[run(&source.text, theme::TINY)], Some(body), place);
            self.flow.put(block, above::LINE, 0.0);
        }
    }

    /// All of the column that a block may take.
    fn column(&self) -> Column {
        Column { width: self.flow.width(), ..WHOLE }
    }

    fn about(&mut self) {
        let card = self.card;
        self.list(text::about(card.lang), plain(&card.about, theme::SMALL));
    }

    fn feet(&mut self) {
        let count = self.flow.laid.pages.len();
        let left = format!("{} · {}", self.card.not_for_victim, self.card.not_official);
        for (position, page) in self.flow.laid.pages.iter_mut().enumerate() {
            let block = foot(&self.measure, &left, &text::page_of(position + 1, count, self.card.lang));
            page.extend(block.at_foot());
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

/// Each way to reach a party, with what is said of it; a dot tells one from the next.
fn contact_words(answer: &CardAnswer) -> Vec<(String, String)> {
    let last = answer.contacts.len().saturating_sub(1);
    let contacts = answer.contacts.iter().enumerate().map(|(position, contact)| {
        let dot = if position < last { " ·" } else { "" };
        (contact.value.clone(), format!("{}{dot}", contact.details))
    });
    contacts.collect()
}

/// The edge of an answer: solid when it certainly applies, dashed when it depends; the words say the same.
pub(super) fn marker(block: &mut Block, depends: bool, color: Color) {
    let height = block.height;
    let (dash, white) = if depends { theme::DASH } else { (height, 0.0) };
    let mut top = 0.0;
    while top < height {
        block.fill(0.0, top, (theme::MARKER_WIDTH, dash.min(height - top)), color);
        top += dash + white;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        export::card::CardOptions,
        file::embedded_guide,
        lookup::{Index, Profile},
        model::{Date, Guide},
    };

    fn card(guide: Guide, today: Date, full: bool) -> Card {
        let index = Index::new(Arc::new(guide)).unwrap();
        let profile = Profile::default();
        let outcome = index.look_up(&profile, Date::new(2026, 11, 22).unwrap()).unwrap();
        let options = CardOptions { with_facets: true, full, ..CardOptions::new(Lang::Nl, today) };
        Card::new(&index, &profile, &outcome, &options)
    }

    fn laid(guide: Guide, today: Date) -> PagedDocument {
        lay_out(&card(guide, today, true)).unwrap()
    }

    fn laid_short(guide: Guide, today: Date) -> PagedDocument {
        short::lay_out(&card(guide, today, false)).unwrap()
    }

    /// Left, top, right and bottom of all words on a page.
    fn places(page: &[DrawOp], measure: &Measure) -> Vec<(f32, f32, f32, f32, String)> {
        let words = page.iter().filter_map(|op| match op {
            DrawOp::Words { left, top, words, style, .. } => {
                let letters = top + style.baseline();
                let right = left + measure.width(words.text.trim_end(), *style);
                Some((*left, letters - style.size * 0.6, right, letters, words.text.clone()))
            }
            DrawOp::Fill { .. } => None,
        });
        words.collect()
    }

    #[test]
    fn no_words_leave_the_page_or_run_into_others() {
        let mut endless = embedded_guide().unwrap();
        if let Some(record) = endless.responsibilities.iter_mut().find(|record| record.primary) {
            record.task = "Een heel lange taak met 0900 8844 erin. ".repeat(300);
        }
        let measure = Measure::new().unwrap();
        let another_day = Date::new(2026, 11, 23).unwrap();
        let shipped = || embedded_guide().unwrap();
        assert!(laid(shipped(), another_day).pages.len() > 1);
        for laid in [
            laid(shipped(), another_day),
            laid(endless.clone(), another_day),
            laid_short(shipped(), another_day),
            laid_short(endless, another_day),
        ] {
            for page in &laid.pages {
                let places = places(page, &measure);
                for (number, (left, top, right, bottom, text)) in places.iter().enumerate() {
                    let fits = *left >= theme::MARGIN - 0.1 && *right <= theme::PAGE.0 - theme::MARGIN + 0.5;
                    assert!(
                        fits && *top >= theme::MARGIN - 1.0 && *bottom < theme::PAGE.1 - 20.0,
                        "off the page: {text}"
                    );
                    for (other_left, other_top, other_right, other_bottom, other) in &places[number + 1..] {
                        let apart = *right <= other_left + 0.1
                            || *other_right <= left + 0.1
                            || *bottom <= *other_top
                            || *other_bottom <= *top;
                        assert!(apart, "«{text}» and «{other}» overlap");
                    }
                }
            }
        }
    }

    #[test]
    fn no_heading_is_left_alone_at_the_foot_of_a_column() {
        let laid = laid(embedded_guide().unwrap(), Date::new(2026, 11, 22).unwrap());
        let mut headings = 0;
        for page in &laid.pages {
            let words = page.iter().filter_map(|op| match op {
                DrawOp::Words { left, top, style, node: Some(_), .. } => {
                    Some((*left > theme::PAGE.0 / 2.0, *top, *style))
                }
                DrawOp::Words { .. } | DrawOp::Fill { .. } => None,
            });
            let words: Vec<_> = words.collect();
            for (column, top, _) in words.iter().filter(|(.., style)| *style == theme::ASPECT) {
                headings += 1;
                let follows = |(other, below, _): &(bool, f32, TextStyle)| other == column && below > top;
                assert!(words.iter().any(follows), "nothing under a heading");
            }
        }
        assert!(headings > 10, "the card has aspects");
    }

    #[test]
    fn every_page_says_that_the_card_is_not_for_use() {
        let laid = laid(embedded_guide().unwrap(), Date::new(2026, 11, 23).unwrap());
        for page in &laid.pages {
            let says = |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.starts_with("Niet voor gebruik: stand op"));
            assert!(page.iter().any(says));
        }
    }

    #[test]
    fn a_telephone_number_stays_on_one_line() {
        let laid = laid(embedded_guide().unwrap(), Date::new(2026, 11, 22).unwrap());
        let words = laid.pages.iter().flatten();
        let is_whole = |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.contains("033 448 11 86"));
        let is_cut =
            |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.trim_end().ends_with("033 448"));
        assert!(words.clone().any(is_whole) && !words.clone().any(is_cut));
    }
}
