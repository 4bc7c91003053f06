//! Words in tagged lists on pages of A4: the equal form of a picture, after the picture itself.

use super::{
    PdfError,
    blocks::{Block, StructKind, WIDTH},
    columns::{ColumnFlow, ColumnItem, column_width},
    measure::Measure,
    pdf::{Cover, DocumentInfo, write_pdf},
    runs::{at, foot, run},
    theme::{self, above},
};

/// Three columns of short lines.
const COLUMNS: u16 = 3;

/// What stands on the pages after the picture.
pub(in crate::export) struct Listing<'a> {
    /// What it is.
    pub title: &'a str,
    /// The guide, its edition and the day.
    pub edition: &'a str,
    /// Above everything, on every page; `None` when there is nothing to warn for.
    pub warning: Option<&'a str>,
    /// At the foot of every page.
    pub foot: &'a str,
    /// Which page it is of how many.
    pub page_of: &'a dyn Fn(usize, usize) -> String,
    /// In reading order.
    pub lines: Vec<ListingLine<'a>>,
}

/// A line of a listing.
pub(in crate::export) enum ListingLine<'a> {
    /// A heading of level 2 or 3.
    Heading(u16, &'a str),
    /// A name, what is said of it, and what belongs to it.
    Item(&'a str, &'a str, &'a [String]),
}

/// The picture and its listing as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub(in crate::export) fn listing_pdf(
    listing: &Listing<'_>,
    about: DocumentInfo<'_>,
    cover: &Cover<'_>,
) -> Result<Vec<u8>, PdfError> {
    let measure = Measure::new().ok_or(PdfError::Font)?;
    let mut builder = ListingBuilder { measure: &measure, flow: ColumnFlow::default() };
    builder.flow.head = builder.head(listing);
    let top = builder.top(listing);
    builder.flow.section(vec![top], 1, 0.0);
    let mut list = None;
    let mut units = Vec::new();
    for line in &listing.lines {
        units.push(match line {
            ListingLine::Heading(level, words) => {
                list = None;
                builder.heading(*level, words)
            }
            ListingLine::Item(name, state, steps) => {
                let list = *list.get_or_insert_with(|| builder.flow.node(StructKind::List, None));
                builder.item(list, name, state, steps)
            }
        });
    }
    builder.flow.section(units, COLUMNS, above::BLOCK);
    let before = cover.pages.len();
    let document = builder.flow.finish(|page, pages| {
        let number = (listing.page_of)(page + before, pages + before);
        foot(&measure, listing.foot, &number, theme::SMALL)
    });
    write_pdf(&document, about, cover)
}

/// A listing that is being laid out.
struct ListingBuilder<'a> {
    measure: &'a Measure,
    flow: ColumnFlow,
}

impl ListingBuilder<'_> {
    fn top(&mut self, listing: &Listing<'_>) -> ColumnItem {
        let mut block = Block::default();
        let node = self.flow.node(StructKind::Heading(1, listing.title.to_owned()), None);
        let mut top =
            block.paragraph(self.measure, &[run(listing.title, theme::TITLE)], Some(node), at(0.0, 0.0, WIDTH));
        let lines = [Some((listing.edition, theme::BODY)), listing.warning.map(|words| (words, theme::NOT_FOR_USE))];
        for (words, style) in lines.into_iter().flatten() {
            let node = self.flow.node(StructKind::Paragraph, None);
            top = block.paragraph(self.measure, &[run(words, style)], Some(node), at(0.0, top, WIDTH));
        }
        ColumnItem { block, heading: Some((1, listing.title.to_owned())), ..ColumnItem::default() }
    }

    fn head(&self, listing: &Listing<'_>) -> Block {
        let mut block = Block::default();
        let words = format!("{} · {}", listing.title, listing.edition);
        let mut top = block.paragraph(self.measure, &[run(&words, theme::SMALL_STRONG)], None, at(0.0, 0.0, WIDTH));
        if let Some(words) = listing.warning {
            top = block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], None, at(0.0, top, WIDTH));
        }
        block.height = (top + above::BLOCK).max(theme::RUNNING_HEAD);
        block
    }

    fn heading(&mut self, level: u16, words: &str) -> ColumnItem {
        let node = self.flow.node(StructKind::Heading(level, words.to_owned()), None);
        let (style, room) = if level == 2 { (theme::PHASE, above::PHASE) } else { (theme::ASPECT, above::ASPECT) };
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), at(0.0, 0.0, column_width(COLUMNS)));
        ColumnItem { block, above: room, stays: true, heading: Some((level, words.to_owned())) }
    }

    fn item(&mut self, list: usize, name: &str, state: &str, steps: &[String]) -> ColumnItem {
        let item = self.flow.node(StructKind::Item, Some(list));
        let body = self.flow.node(StructKind::Body, Some(item));
        let mut block = Block::default();
        let width = column_width(COLUMNS);
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        let name = [run(name, theme::STRONG), run(state, theme::SMALL)];
        let mut top = block.paragraph(self.measure, &name, Some(node), at(0.0, 0.0, width));
        if !steps.is_empty() {
            let list = self.flow.node(StructKind::List, Some(body));
            for step in steps {
                let item = self.flow.node(StructKind::Item, Some(list));
                let body = self.flow.node(StructKind::Body, Some(item));
                let place = at(theme::MARKER, top, width - theme::MARKER);
                top = block.paragraph(self.measure, &[run(step, theme::SMALL)], Some(body), place);
            }
        }
        ColumnItem { block, above: above::ITEM, ..ColumnItem::default() }
    }
}
