//! Puts blocks in columns that end as evenly as they can, page after page.

use super::{
    blocks::{Block, DrawOp, PagedDocument, PlacedHeading, StructKind, StructNode, WIDTH, bottom},
    theme::{self, above},
};

/// A block in a column.
#[derive(Clone, Debug, Default)]
pub(in crate::export) struct ColumnItem {
    pub(in crate::export) block: Block,
    /// White above it, except at the top of a column.
    pub(in crate::export) above: f32,
    /// Whether it stays with the next one, as a heading does.
    pub(in crate::export) stays: bool,
    /// Its level and words when it is a heading.
    pub(in crate::export) heading: Option<(u16, String)>,
}

/// How wide each of `columns` columns is.
pub(in crate::export) fn column_width(columns: u16) -> f32 {
    let count = f32::from(columns.max(1));
    (WIDTH - theme::BETWEEN_COLUMNS * (count - 1.0)) / count
}

/// Pages that are filled from top to bottom, a section of columns at a time.
#[derive(Debug, Default)]
pub(in crate::export) struct ColumnFlow {
    document: PagedDocument,
    top: f32,
    /// What stands at the top of every page but the first.
    pub(in crate::export) head: Block,
}

impl ColumnFlow {
    /// A new part of the tree.
    pub(in crate::export) fn node(&mut self, kind: StructKind, parent: Option<usize>) -> usize {
        self.document.tree.push(StructNode { kind, parent });
        self.document.tree.len() - 1
    }

    /// A heading over the whole width, and under it items in columns. It stays with the first of them.
    pub(in crate::export) fn titled_section(
        &mut self,
        heading: ColumnItem,
        items: Vec<ColumnItem>,
        columns: u16,
        above: f32,
    ) {
        let first = items.first().map_or(0.0, |item| item.block.height);
        let own = above + heading.block.height + above::LINE + first;
        if !self.document.pages.is_empty() && self.top + own > bottom() && own <= self.room_of_a_page() {
            self.turn();
            self.section(vec![heading], 1, 0.0);
        } else {
            self.section(vec![heading], 1, above);
        }
        self.section(items, columns, above::LINE);
    }

    /// Goes on at the top of a page on which nothing stands yet.
    pub(in crate::export) fn new_page(&mut self) {
        self.turn();
    }

    /// All pages, each with its foot, which is told the number of the page and how many there are.
    pub(in crate::export) fn finish(mut self, foot: impl Fn(usize, usize) -> Block) -> PagedDocument {
        let count = self.document.pages.len();
        for (number, page) in (1..).zip(&mut self.document.pages) {
            page.extend(foot(number, count).at_foot());
        }
        self.document
    }

    /// How high a column is that fills a page.
    fn room_of_a_page(&self) -> f32 {
        bottom() - theme::MARGIN - self.head.height
    }

    /// Puts units in as many columns, `above` points under what is there; the columns end as evenly as they can.
    pub(in crate::export) fn section(&mut self, units: Vec<ColumnItem>, columns: u16, above: f32) {
        if self.document.pages.is_empty() {
            self.turn();
        } else if !units.is_empty() {
            self.top += above;
        }
        let full = self.room_of_a_page();
        let mut rest: Vec<ColumnItem> = units.into_iter().flat_map(|unit| split(unit, full)).collect();
        let step = column_width(columns) + theme::BETWEEN_COLUMNS;
        while !rest.is_empty() {
            let room = bottom() - self.top;
            let Some(height) = least_height(&rest, columns, room) else {
                let mut placed = fill(&rest, columns, room);
                if placed.is_empty() && room > full - 1.0 {
                    // Headings that stay with more than a page can hold: better apart than lost.
                    placed.push(0);
                }
                let next = rest.split_off(placed.len());
                self.place(rest, &placed, step);
                rest = next;
                self.turn();
                continue;
            };
            let ends = fill(&rest, columns, height);
            self.place(std::mem::take(&mut rest), &ends, step);
            self.top += height;
        }
    }

    /// Places units, of which `columns` tells the column of each.
    fn place(&mut self, units: Vec<ColumnItem>, columns: &[u16], step: f32) {
        let page = self.document.pages.len().saturating_sub(1);
        let (mut current, mut top) = (u16::MAX, self.top);
        for (unit, column) in units.into_iter().zip(columns) {
            top = if *column == current { top + unit.above } else { self.top };
            current = *column;
            if let Some((level, title)) = unit.heading {
                self.document.headings.push(PlacedHeading { level, title, page, top });
            }
            let left = theme::MARGIN + f32::from(*column) * step;
            if let Some(ops) = self.document.pages.last_mut() {
                ops.extend(unit.block.ops.into_iter().map(|op| op.moved(left, top)));
            }
            top += unit.block.height;
        }
    }

    fn turn(&mut self) {
        let head = if self.document.pages.is_empty() { Block::default() } else { self.head.clone() };
        self.top = theme::MARGIN + head.height;
        self.document.pages.push(head.ops.into_iter().map(|op| op.moved(theme::MARGIN, theme::MARGIN)).collect());
    }
}

/// The least height in which all units fit; `None` when they do not fit in `room`.
fn least_height(units: &[ColumnItem], columns: u16, room: f32) -> Option<f32> {
    let fits = |height: f32| fill(units, columns, height).len() == units.len();
    if !fits(room) {
        return None;
    }
    let (mut low, mut high) = (0.0, room);
    for _ in 0..16 {
        let middle = f32::midpoint(low, high);
        if fits(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// The column of every unit that fits, one column after the other.
fn fill(units: &[ColumnItem], columns: u16, height: f32) -> Vec<u16> {
    let mut placed: Vec<u16> = Vec::with_capacity(units.len());
    let (mut column, mut top) = (0, 0.0);
    for group in units.chunk_by(|unit, _| unit.stays) {
        let first = group.first().map_or(0.0, |unit| unit.above);
        let own: f32 = group.iter().map(|unit| unit.above + unit.block.height).sum();
        let mut next = if top == 0.0 { own - first } else { top + own };
        if next > height && top > 0.0 {
            column += 1;
            next = own - first;
        }
        if column >= columns || next > height {
            break;
        }
        placed.extend(group.iter().map(|_| column));
        top = next;
    }
    placed
}

/// A unit in pieces that each fit in a column; nearly always one.
fn split(unit: ColumnItem, height: f32) -> Vec<ColumnItem> {
    if unit.block.height <= height {
        return vec![unit];
    }
    let ColumnItem { block, above: first, stays, heading } = unit;
    let mut ops = block.ops;
    ops.sort_by(|a, b| a.top().total_cmp(&b.top()));
    let mut pieces: Vec<Vec<DrawOp>> = vec![Vec::new()];
    let mut start = 0.0;
    for op in ops {
        if op.bottom() - start > height - above::LINE {
            start = op.top();
            pieces.push(Vec::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(op.moved(0.0, -start));
        }
    }
    let units = pieces.into_iter().enumerate().map(|(number, ops)| {
        let height = ops.iter().map(DrawOp::bottom).fold(0.0, f32::max);
        let block = Block { ops, height };
        let heading = heading.clone().filter(|_| number == 0);
        ColumnItem { block, above: if number == 0 { first } else { 0.0 }, stays: stays && number == 0, heading }
    });
    units.collect()
}
