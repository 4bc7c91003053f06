//! How wide words are, and where lines break.

use std::rc::Rc;

use super::{
    shaping::{Face, ShapedText, units},
    theme::{TextStyle, Weight},
};
use crate::text::fonts;

/// A piece of a paragraph that looks the same all through.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct Run<'a> {
    pub(in crate::export) text: &'a str,
    pub(in crate::export) style: TextStyle,
    /// The part of the document that it belongs to, when that is another than the paragraph's.
    pub(in crate::export) node: Option<usize>,
}

impl Run<'_> {
    /// The same as a part of `node`.
    pub(in crate::export) fn under(self, node: usize) -> Self {
        Self { node: Some(node), ..self }
    }
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
    pub(in crate::export) words: ShapedText,
    pub(in crate::export) style: TextStyle,
    /// As in its run.
    pub(in crate::export) node: Option<usize>,
}

impl TextLine {
    fn add(&mut self, word: &ShapedText, measure: &Measure, left: f32, run: &Run<'_>, is_new: bool) {
        // Words are told apart by a space that is really there, also across styles.
        if let Some(last) = self.segments.last_mut() {
            last.words.push(&measure.shape(" ", last.style));
            if !is_new {
                last.words.push(word);
                return;
            }
        }
        self.segments.push(Segment { left, words: word.clone(), style: run.style, node: run.node });
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
pub(in crate::export) struct Measure {
    regular: Face,
    medium: Face,
    semibold: Face,
}

impl Measure {
    /// `None` when the fonts inside the program cannot be read.
    pub(in crate::export) fn new() -> Option<Self> {
        Some(Self {
            regular: Face::new(fonts::REGULAR)?,
            medium: Face::new(fonts::MEDIUM)?,
            semibold: Face::new(fonts::SEMIBOLD)?,
        })
    }

    pub(in crate::export) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Medium => &self.medium,
            Weight::SemiBold => &self.semibold,
        }
    }

    /// A text on one line as glyphs.
    pub(in crate::export) fn shape(&self, text: &str, style: TextStyle) -> Rc<ShapedText> {
        self.face(style.weight).shape(text)
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

    /// The lines of a text in a width, at most `most`; «…» tells that there is more.
    pub(in crate::export) fn wrapped(&self, text: &str, style: TextStyle, width: f32, most: usize) -> Vec<String> {
        let lines = self.lines(&[Run { text, style, node: None }], width);
        let count = lines.len();
        let words =
            |line: &TextLine| line.segments.iter().map(|segment| segment.words.text.as_str()).collect::<String>();
        let mut shown: Vec<String> = lines.iter().take(most).map(words).collect();
        if let Some(last) = shown.last_mut().filter(|_| count > most) {
            *last = self.cut(&format!("{}……", last.trim_end()), style, width);
        }
        shown
    }

    /// The width of a text on one line.
    pub(in crate::export) fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.shaped_width(&self.shape(text, style), style)
    }

    fn shaped_width(&self, words: &ShapedText, style: TextStyle) -> f32 {
        units(words.advance()) / self.face(style.weight).units_per_em() * style.size
    }

    /// The text with every sign that the font does not have replaced, so that paper shows what is missing.
    pub(in crate::export) fn drawable(&self, text: &str, style: TextStyle) -> String {
        let face = self.face(style.weight);
        let signs = text.chars().filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'));
        signs
            .map(|sign| match sign {
                '\u{2011}' | '\u{2010}' => '-',
                sign if sign.is_whitespace() || sign.is_control() => ' ',
                sign if face.has(sign) => sign,
                _ => '?',
            })
            .collect()
    }

    /// How far the widest line of a paragraph reaches.
    pub(in crate::export) fn line_width(&self, runs: &[Run<'_>], width: f32) -> f32 {
        let lines = self.lines(runs, width);
        let segments = lines.iter().filter_map(|line| line.segments.last());
        segments.map(|last| last.left + self.width(last.words.text.trim_end(), last.style)).fold(0.0, f32::max)
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
                    let part = self.shape(&part, style);
                    let part_width = self.shaped_width(&part, style);
                    match lines.last_mut() {
                        Some(line) if used + space + part_width <= width => {
                            line.add(&part, self, used + space, run, is_first);
                            used += space + part_width;
                        }
                        _ => {
                            let mut line = TextLine::default();
                            line.add(&part, self, 0.0, run, true);
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
