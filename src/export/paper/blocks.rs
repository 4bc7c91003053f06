//! What stands where on which page, and what it is to a screen reader; nothing is drawn yet.

use super::{
    measure::{Measure, Run},
    shaping::ShapedText,
    theme::{self, Color, PAGE, above},
};

/// All pages of a card, with the tree that tells their reading order.
#[derive(Debug, Default)]
pub(in crate::export) struct PagedDocument {
    pub(in crate::export) pages: Vec<Vec<DrawOp>>,
    /// In reading order; a parent stands before its children.
    pub(in crate::export) tree: Vec<StructNode>,
    /// Headings with their level, page and height on the page.
    pub(in crate::export) headings: Vec<(u16, String, usize, f32)>,
}

/// One thing to draw, in points from the upper left corner of a page.
#[derive(Clone, Debug)]
pub(in crate::export) enum DrawOp {
    /// Words. Without a node they are an artifact, such as a page number.
    Words { left: f32, top: f32, words: ShapedText, style: theme::TextStyle, node: Option<usize> },
    /// A coloured area; always an artifact.
    Fill { left: f32, top: f32, width: f32, height: f32, color: Color },
}

/// A part of the document as a screen reader knows it.
#[derive(Clone, Debug)]
pub(in crate::export) struct StructNode {
    pub(in crate::export) kind: StructKind,
    pub(in crate::export) parent: Option<usize>,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::export) enum StructKind {
    Heading(u16, String),
    Paragraph,
    /// A paragraph in Dutch on a card in another language.
    DutchParagraph,
    List,
    Item,
    Label,
    Body,
}

/// Something that stays together on a page, drawn from its own upper left corner.
#[derive(Clone, Debug, Default)]
pub(in crate::export) struct Block {
    pub(in crate::export) ops: Vec<DrawOp>,
    pub(in crate::export) height: f32,
}

impl Block {
    /// Adds a paragraph under what is there already, in a column; returns the height below it.
    pub(in crate::export) fn paragraph(
        &mut self,
        measure: &Measure,
        runs: &[Run<'_>],
        node: Option<usize>,
        column: Column,
    ) -> f32 {
        let lines = measure.lines(runs, column.width);
        let mut top = column.top;
        let count = lines.len();
        for (number, line) in lines.into_iter().enumerate() {
            let height = line.height();
            let baseline = line.segments.iter().map(|segment| segment.style.baseline()).fold(0.0, f32::max);
            let segments = line.segments.len();
            for (position, segment) in line.segments.into_iter().enumerate() {
                let mut words = segment.words;
                // The last word of a line and the first of the next are two words.
                if position + 1 == segments && number + 1 < count {
                    words.push(&measure.shape(" ", segment.style));
                }
                let style = segment.style;
                let top = top + baseline - style.baseline();
                self.ops.push(DrawOp::Words { left: column.left + segment.left, top, words, style, node });
            }
            top += height;
        }
        self.height = self.height.max(top);
        top
    }

    /// The block at the foot of a page.
    pub(in crate::export) fn at_foot(self) -> impl Iterator<Item = DrawOp> {
        self.ops.into_iter().map(|op| op.moved(theme::MARGIN, bottom() + above::ITEM))
    }

    /// Adds a coloured area behind what comes after it.
    pub(in crate::export) fn fill(&mut self, left: f32, top: f32, size: (f32, f32), color: Color) {
        self.ops.push(DrawOp::Fill { left, top, width: size.0, height: size.1, color });
        self.height = self.height.max(top + size.1);
    }
}

/// Where a paragraph goes within a block.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Column {
    pub(in crate::export) left: f32,
    pub(in crate::export) top: f32,
    pub(in crate::export) width: f32,
}

/// The width between the margins.
pub(in crate::export) const WIDTH: f32 = PAGE.0 - 2.0 * theme::MARGIN;

/// The width of one of the two columns that the answers stand in.
const COLUMN: f32 = (WIDTH - theme::BETWEEN_COLUMNS) / 2.0;

/// Puts blocks under each other: over the whole width first, then column after column, page after page.
#[derive(Debug, Default)]
pub(in crate::export) struct Flow {
    pub(in crate::export) laid: PagedDocument,
    top: f32,
    /// Where the columns of this page begin, once there are columns.
    columns: Option<f32>,
    is_in_second: bool,
    /// What stands at the top of every page but the first.
    pub(in crate::export) head: Block,
}

impl Flow {
    /// A new part of the tree.
    pub(in crate::export) fn node(&mut self, kind: StructKind, parent: Option<usize>) -> usize {
        self.laid.tree.push(StructNode { kind, parent });
        self.laid.tree.len() - 1
    }

    /// How wide a block may be now.
    pub(in crate::export) fn width(&self) -> f32 {
        if self.columns.is_some() { COLUMN } else { WIDTH }
    }

    /// What comes next stands in two columns, on this page when `room` points are left of it.
    pub(in crate::export) fn start_columns(&mut self, above: f32, room: f32) {
        if self.laid.pages.is_empty() || self.top + above + room > bottom() {
            self.turn();
        } else {
            self.top += above;
        }
        self.columns = Some(self.top);
    }

    /// Puts a block `above` points under the last one, where it and the next `with` points fit.
    ///
    /// Returns the page and the height where it came.
    pub(in crate::export) fn put(&mut self, block: Block, above: f32, with: f32) -> (usize, f32) {
        let above = if self.is_at_top() { 0.0 } else { above };
        if self.laid.pages.is_empty() || (self.top + above + block.height + with > bottom() && !self.is_at_top()) {
            self.turn();
        } else {
            self.top += above;
        }
        let start = (self.laid.pages.len() - 1, self.top);
        let mut origin = self.top;
        let mut ops = block.ops;
        if self.top + block.height > bottom() {
            // Only a block that is higher than a page is cut: its lines go on where there is room.
            ops.sort_by(|a, b| a.top().total_cmp(&b.top()));
        }
        for op in ops {
            if origin + op.bottom() > bottom() && origin + op.top() > self.column_top() {
                self.turn();
                origin = self.top - op.top();
            }
            let op = op.moved(self.left(), origin);
            if let Some(page) = self.laid.pages.last_mut() {
                page.push(op);
            }
        }
        self.top = origin + block.height;
        start
    }

    fn is_at_top(&self) -> bool {
        self.top <= self.column_top()
    }

    fn left(&self) -> f32 {
        if self.is_in_second { theme::MARGIN + COLUMN + theme::BETWEEN_COLUMNS } else { theme::MARGIN }
    }

    fn column_top(&self) -> f32 {
        self.columns.unwrap_or_else(|| self.body_top())
    }

    fn body_top(&self) -> f32 {
        if self.laid.pages.len() > 1 { theme::MARGIN + self.head.height } else { theme::MARGIN }
    }

    /// Goes to the next column, or to the next page when there is none.
    fn turn(&mut self) {
        if let (Some(top), false) = (self.columns, self.is_in_second) {
            self.is_in_second = true;
            self.top = top;
            return;
        }
        let head = if self.laid.pages.is_empty() { Vec::new() } else { self.head.ops.clone() };
        self.laid.pages.push(head.into_iter().map(|op| op.moved(theme::MARGIN, theme::MARGIN)).collect());
        self.top = self.body_top();
        self.is_in_second = false;
        self.columns = self.columns.map(|_| self.top);
    }
}

/// Where the foot of a page begins.
pub(in crate::export) fn bottom() -> f32 {
    PAGE.1 - theme::FOOT
}

impl DrawOp {
    pub(in crate::export) fn moved(self, right: f32, down: f32) -> Self {
        match self {
            Self::Words { left, top, words, style, node } => {
                Self::Words { left: left + right, top: top + down, words, style, node }
            }
            Self::Fill { left, top, width, height, color } => {
                Self::Fill { left: left + right, top: top + down, width, height, color }
            }
        }
    }

    pub(in crate::export) fn top(&self) -> f32 {
        match self {
            Self::Words { top, .. } | Self::Fill { top, .. } => *top,
        }
    }

    pub(in crate::export) fn bottom(&self) -> f32 {
        match self {
            Self::Words { top, style, .. } => top + style.line,
            // A mark beside words may be cut; the words may not.
            Self::Fill { top, .. } => *top,
        }
    }
}
