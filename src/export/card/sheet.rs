//! A card that is being laid out: what its first sheet and the further ones share.

use super::{
    Card,
    room::Room,
    style::{CardStyle, SheetStyle},
};
use crate::{
    export::paper::{
        Block, ColumnFlow, ColumnItem, Measure, PagedDocument, Run, StructKind, TextStyle, WIDTH, at, column_width,
        foot, run,
        theme::{self, above},
    },
    model::Lang,
    text::card as text,
};

/// The first sheet, so that it keeps to its room.
pub(super) fn first_sheet(card: &Card, room: Room, measure: &Measure) -> PagedDocument {
    let mut sheet = CardSheet::new(card, measure);
    sheet.first_sheet(room);
    sheet.finish()
}

/// All sheets, each in its place.
pub(super) fn all_sheets(card: &Card, room: Room, measure: &Measure) -> PagedDocument {
    let mut sheet = CardSheet::new(card, measure);
    sheet.first_sheet(room);
    if let Some(further) = &card.further {
        sheet.flow.new_page();
        sheet.further(further);
    }
    sheet.finish()
}

/// A card that is being laid out.
pub(super) struct CardSheet<'a> {
    pub(super) measure: &'a Measure,
    pub(super) flow: ColumnFlow,
    pub(super) card: &'a Card,
    /// Of the first sheet.
    pub(super) first: SheetStyle,
    /// Of the further ones.
    pub(super) style: CardStyle,
}

impl<'a> CardSheet<'a> {
    fn new(card: &'a Card, measure: &'a Measure) -> Self {
        let (first, style) = (SheetStyle::of_card(), CardStyle::of_card());
        let mut sheet = Self { measure, flow: ColumnFlow::default(), card, first, style };
        sheet.flow.head = sheet.running_head();
        sheet
    }

    fn finish(self) -> PagedDocument {
        let Self { measure, flow, card, first, .. } = self;
        let left = format!("{} · {}", card.not_for_victim, card.not_official);
        flow.finish(|page, pages| foot(measure, &left, &text::page_of(page, pages, card.lang), first.foot))
    }

    /// A new item of a list; what it says belongs in its body.
    pub(super) fn body_of(&mut self, list: usize) -> usize {
        let item = self.flow.node(StructKind::Item, Some(list));
        self.flow.node(StructKind::Body, Some(item))
    }

    /// What later pages repeat; not for a screen reader, which heard it already.
    fn running_head(&self) -> Block {
        let card = self.card;
        let mut block = Block::default();
        let words = format!("{} · {}", card.title, card.edition);
        let alarm = self.measure.width(&card.emergency, theme::ALARM);
        let place = at(0.0, 0.0, WIDTH - alarm - theme::GUTTER);
        let below = block.paragraph(self.measure, &[run(&words, theme::SMALL_STRONG)], None, place);
        let place = at(WIDTH - alarm, 0.0, WIDTH);
        let mut top = block.paragraph(self.measure, &[run(&card.emergency, theme::ALARM)], None, place).max(below);
        if let Some(words) = &card.not_for_use {
            top = block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], None, at(0.0, top, WIDTH));
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        block.height = (top + above::BLOCK).max(theme::RUNNING_HEAD);
        block
    }

    /// A heading over the whole width.
    pub(super) fn heading(&mut self, words: &str, style: TextStyle) -> ColumnItem {
        let node = self.flow.node(StructKind::Heading(2, words.to_owned()), None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), at(0.0, 0.0, WIDTH));
        ColumnItem { block, stays: true, heading: Some((2, words.to_owned())), above: above::ASPECT }
    }

    /// A heading over the whole width, and its items under it; nothing when there are none.
    pub(super) fn list(&mut self, heading: (&str, TextStyle), items: Vec<Vec<Run<'_>>>, columns: u16, white: f32) {
        if items.is_empty() {
            return;
        }
        let heading = self.heading(heading.0, heading.1);
        let list = self.flow.node(StructKind::List, None);
        let place = at(theme::MARKER, 0.0, column_width(columns) - theme::MARKER);
        let mut units = Vec::new();
        for runs in items {
            let body = self.body_of(list);
            let mut block = Block::default();
            let line = runs.first().map_or(0.0, |run| run.style.line);
            block.fill(0.0, line / 2.0 - 1.0, (2.0, 2.0), theme::SOFT);
            block.paragraph(self.measure, &runs, Some(body), place);
            units.push(ColumnItem { block, above: above::LINE, ..ColumnItem::default() });
        }
        self.flow.titled_section(heading, units, columns, white);
    }

    /// What the guide says itself is Dutch, whatever the language of the card.
    pub(super) fn dutch(&self) -> StructKind {
        match self.card.lang {
            Lang::Nl => StructKind::Paragraph,
            Lang::En => StructKind::DutchParagraph,
        }
    }
}
