//! From text to glyphs. A text is shaped once; what came of it is measured, drawn in a PDF or outlined.

use std::{cell::RefCell, ops::Range, rc::Rc};

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use rustc_hash::FxHashMap;
use skrifa::{
    GlyphId, MetadataProvider as _,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

/// A glyph; lengths are in font units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::export) struct Glyph {
    pub(in crate::export) id: u32,
    /// The bytes of the text that it shows, together with other glyphs of the same range.
    pub(in crate::export) range: Range<usize>,
    pub(in crate::export) advance: i32,
    pub(in crate::export) offset: (i32, i32),
}

/// A text with its glyphs, from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::export) struct ShapedText {
    pub(in crate::export) text: String,
    pub(in crate::export) glyphs: Vec<Glyph>,
}

impl ShapedText {
    /// How far its glyphs move the pen, in font units.
    pub(in crate::export) fn advance(&self) -> i32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// Adds another text of the same font.
    pub(in crate::export) fn push(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.glyphs.iter().map(|glyph| {
            let range = glyph.range.start + start..glyph.range.end + start;
            Glyph { range, ..glyph.clone() }
        });
        self.glyphs.extend(moved);
    }
}

/// A font of the program, ready to shape and to outline.
pub(in crate::export) struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    units_per_em: f32,
    /// Words come back often. Only ever asked for by text, so that no order of it reaches a file.
    shaped: RefCell<FxHashMap<Box<str>, Rc<ShapedText>>>,
}

impl Face {
    /// `None` when it is no font.
    pub(super) fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let data = ShaperData::new(&font);
        let units_per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        Some(Self { font, data, units_per_em, shaped: RefCell::default() })
    }

    /// How many font units are as long as the letters are high.
    pub(in crate::export) fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    /// Whether it has a glyph for a character.
    pub(super) fn has(&self, sign: char) -> bool {
        self.font.charmap().map(sign).is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    /// The glyphs of a text.
    pub(in crate::export) fn shape(&self, text: &str) -> Rc<ShapedText> {
        if let Some(known) = self.shaped.borrow().get(text) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(self.shape_anew(text));
        self.shaped.borrow_mut().insert(text.into(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&self, text: &str) -> ShapedText {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let buffer = self.data.shaper(&self.font).build().shape(buffer, ShapeOptions::new());
        let infos = buffer.glyph_infos();
        let start = |number: usize| infos.get(number).and_then(|info| usize::try_from(info.cluster).ok());
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut end = text.len();
        // From the last to the first: what a glyph shows ends where the next cluster starts.
        for (number, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate().rev() {
            let own = start(number).unwrap_or_default();
            end = start(number + 1).filter(|next| *next != own).unwrap_or(end);
            glyphs.push(Glyph {
                id: info.glyph_id,
                range: own..end,
                advance: position.x_advance,
                offset: (position.x_offset, position.y_offset),
            });
        }
        glyphs.reverse();
        ShapedText { text: text.to_owned(), glyphs }
    }

    /// Draws the outline of a glyph, in font units; a glyph without one, such as a space, draws nothing.
    pub(in crate::export) fn outline(&self, glyph: u32, pen: &mut impl OutlinePen) {
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // The fonts are the program's own: none of their outlines is broken.
            let _ = outline.draw(settings, pen);
        }
    }
}

/// A length in font units as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "a line is a few hundred thousand font units at most")]
pub(in crate::export) fn units(length: i32) -> f32 {
    length as f32
}
