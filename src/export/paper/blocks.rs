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
    /// In reading order.
    pub(in crate::export) headings: Vec<PlacedHeading>,
}

/// A heading that can be gone to.
#[derive(Clone, Debug)]
pub(in crate::export) struct PlacedHeading {
    pub(in crate::export) level: u16,
    pub(in crate::export) title: String,
    /// Its page, from 0.
    pub(in crate::export) page: usize,
    /// Its height on the page.
    pub(in crate::export) top: f32,
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
        column: TextColumn,
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
                let (style, node) = (segment.style, segment.node.or(node));
                let top = top + baseline - style.baseline();
                self.ops.push(DrawOp::Words { left: column.left + segment.left, top, words, style, node });
            }
            top += height;
        }
        self.height = self.height.max(top);
        top
    }

    /// Adds words on a line of their own at the top.
    pub(in crate::export) fn words(
        &mut self,
        left: f32,
        words: &ShapedText,
        style: theme::TextStyle,
        node: Option<usize>,
    ) {
        self.ops.push(DrawOp::Words { left, top: 0.0, words: words.clone(), style, node });
        self.height = self.height.max(style.line);
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
pub(in crate::export) struct TextColumn {
    pub(in crate::export) left: f32,
    pub(in crate::export) top: f32,
    pub(in crate::export) width: f32,
}

/// The width between the margins.
pub(in crate::export) const WIDTH: f32 = PAGE.0 - 2.0 * theme::MARGIN;

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
