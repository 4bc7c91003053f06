//! How wide words are, and where lines break.

use rustybuzz::{Face, UnicodeBuffer};

use super::theme::{TextStyle, Weight};
use crate::text::fonts;

/// A piece of a paragraph that looks the same all through.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Run<'a> {
    pub(in crate::export) text: &'a str,
    pub(in crate::export) style: TextStyle,
}

/// One line of a paragraph.
#[derive(Clone, Debug, Default)]
pub(in crate::export) struct TextLine {
    pub(in crate::export) segments: Vec<Segment>,
}

/// Words of a line that look the same.
#[derive(Clone, Debug)]
pub(in crate::export) struct Segment {
    /// From the left of the paragraph.
    pub(in crate::export) left: f32,
    pub(in crate::export) text: String,
    pub(in crate::export) style: TextStyle,
}

impl TextLine {
    fn add(&mut self, word: &str, left: f32, style: TextStyle, is_new: bool) {
        // Words are told apart by a space that is really there, also across styles.
        if let Some(last) = self.segments.last_mut() {
            last.text.push(' ');
            if !is_new {
                last.text.push_str(word);
                return;
            }
        }
        self.segments.push(Segment { left, text: word.to_owned(), style });
    }

    /// From the top of the line to the top of the next.
    pub(in crate::export) fn height(&self) -> f32 {
        self.segments.iter().map(|segment| segment.style.line).fold(0.0, f32::max)
    }
}

/// Digits that belong together, as in a telephone number, stay on one line.
fn joined_digits(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_digit =
        |position: Option<usize>| position.and_then(|position| signs.get(position)).is_some_and(char::is_ascii_digit);
    let joined = signs.iter().enumerate().map(|(position, sign)| {
        let between = is_digit(position.checked_sub(1)) && is_digit(Some(position + 1));
        if *sign == ' ' && between { '\u{a0}' } else { *sign }
    });
    joined.collect()
}

/// The three fonts, ready to measure with.
pub(in crate::export) struct Measure<'a> {
    regular: Face<'a>,
    medium: Face<'a>,
    semibold: Face<'a>,
}

impl Measure<'_> {
    /// Nothing when the fonts inside the program cannot be read.
    pub(in crate::export) fn new() -> Option<Self> {
        Some(Self {
            regular: Face::from_slice(fonts::REGULAR, 0)?,
            medium: Face::from_slice(fonts::MEDIUM, 0)?,
            semibold: Face::from_slice(fonts::SEMIBOLD, 0)?,
        })
    }

    pub(in crate::export) fn face(&self, weight: Weight) -> &Face<'_> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Medium => &self.medium,
            Weight::SemiBold => &self.semibold,
        }
    }

    /// The text as it fits on one line, with «…» for what does not.
    pub(in crate::export) fn cut(&self, text: &str, style: TextStyle, width: f32) -> String {
        let text = self.drawable(text, style);
        if self.width(&text, style) <= width {
            return text;
        }
        let mut signs: Vec<char> = text.chars().collect();
        while signs.pop().is_some() {
            let shorter = format!("{}…", signs.iter().collect::<String>().trim_end());
            if self.width(&shorter, style) <= width {
                return shorter;
            }
        }
        String::new()
    }

    /// The lines of a text in a width, at most so many; «…» tells that there is more.
    pub(in crate::export) fn wrapped(&self, text: &str, style: TextStyle, width: f32, most: usize) -> Vec<String> {
        let lines = self.lines(&[Run { text, style }], width);
        let count = lines.len();
        let words = |line: &TextLine| line.segments.iter().map(|segment| segment.text.as_str()).collect::<String>();
        let mut shown: Vec<String> = lines.iter().take(most).map(words).collect();
        if let Some(last) = shown.last_mut().filter(|_| count > most) {
            *last = self.cut(&format!("{}……", last.trim_end()), style, width);
        }
        shown
    }

    /// The width of a text on one line.
    pub(in crate::export) fn width(&self, text: &str, style: TextStyle) -> f32 {
        let face = self.face(style.weight);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let advance: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line is a few hundred thousand font units at most")]
        let advance = advance as f32;
        advance / f32::from(u16::try_from(face.units_per_em()).unwrap_or(1000)) * style.size
    }

    /// The text with every sign that the font does not have replaced, so that paper shows what is missing.
    pub(in crate::export) fn drawable(&self, text: &str, style: TextStyle) -> String {
        let face = self.face(style.weight);
        let known = |sign: char| face.glyph_index(sign).is_some();
        let signs = text.chars().filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'));
        signs
            .map(|sign| match sign {
                '\u{2011}' | '\u{2010}' => '-',
                sign if sign.is_whitespace() || sign.is_control() => ' ',
                sign if known(sign) => sign,
                _ => '?',
            })
            .collect()
    }

    /// How far the widest line of a paragraph reaches.
    pub(in crate::export) fn line_width(&self, runs: &[Run<'_>], width: f32) -> f32 {
        let lines = self.lines(runs, width);
        let segments = lines.iter().filter_map(|line| line.segments.last());
        segments.map(|last| last.left + self.width(last.text.trim_end(), last.style)).fold(0.0, f32::max)
    }

    /// The lines of a paragraph in a width. A word that is wider than a line is broken.
    pub(in crate::export) fn lines(&self, runs: &[Run<'_>], width: f32) -> Vec<TextLine> {
        let mut lines: Vec<TextLine> = Vec::new();
        let mut used = 0.0;
        for run in runs {
            let style = run.style;
            let space = self.width(" ", style);
            let text = joined_digits(run.text);
            let mut is_first = true;
            for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
                for part in self.broken(&self.drawable(word, style), style, width) {
                    let part_width = self.width(&part, style);
                    match lines.last_mut() {
                        Some(line) if used + space + part_width <= width => {
                            line.add(&part, used + space, style, is_first);
                            used += space + part_width;
                        }
                        _ => {
                            let mut line = TextLine::default();
                            line.add(&part, 0.0, style, true);
                            lines.push(line);
                            used = part_width;
                        }
                    }
                    is_first = false;
                }
            }
        }
        lines
    }

    /// A word in pieces that fit.
    fn broken(&self, word: &str, style: TextStyle, width: f32) -> Vec<String> {
        if self.width(word, style) <= width {
            return vec![word.to_owned()];
        }
        let mut parts = vec![String::new()];
        for sign in word.chars() {
            let longer = parts.last().map(|part| format!("{part}{sign}")).unwrap_or_default();
            match parts.last_mut() {
                Some(part) if part.is_empty() || self.width(&longer, style) <= width => *part = longer,
                _ => parts.push(sign.to_string()),
            }
        }
        parts
    }
}
