//! Which words of a guide somebody may mean by what they typed.

use super::{
    index::Contents,
    vocabulary::{Vocabulary, WordShape},
    words::{self, Words},
};
use crate::lookup::fold;

// Limits of what is read of a search, so that any text is answered in time. Chosen by hand.

/// The most characters of what was typed.
const MAX_LETTERS: usize = 400;
/// The most words; a word is a bit of a `u16`.
pub(super) const MAX_WORDS: usize = 10;
/// From how many letters on a word that nothing is like may have one typing error more.
const LONG_WORD: usize = 7;
/// The most letters of a word.
const MAX_LETTERS_OF_WORD: usize = 40;

/// How well a word fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same word, perhaps with a space more or less.
    Same,
    /// Another form of it.
    Form,
    /// The word that is being typed.
    Begin,
    /// A compound with it.
    Compound,
    /// A word that begins or ends like it.
    Part,
    /// One typing error.
    OneError,
    /// Two typing errors.
    TwoErrors,
    /// More typing errors.
    MoreErrors,
}

impl Fit {
    fn by_errors(errors: usize) -> Self {
        match errors {
            1 => Self::OneError,
            2 => Self::TwoErrors,
            _ => Self::MoreErrors,
        }
    }

    /// Whether it takes a typing error to fit.
    pub(super) fn is_error(self) -> bool {
        self >= Self::OneError
    }
}

/// What was typed: words and the ways in which they can be read.
#[derive(Debug)]
pub(super) struct Query {
    /// All that was typed, small words too, as one.
    pub(super) whole: String,
    /// The words as they were typed.
    pub(super) typed: Vec<String>,
    /// The same, with unknown compounds taken apart.
    pub(super) words: Vec<String>,
    readings: Vec<Reading>,
}

/// One or more words that were typed, as one word of the guide.
#[derive(Debug)]
struct Reading {
    word: String,
    /// The typed words that it stands for.
    stands_for: std::ops::Range<usize>,
    spelling: Spelling,
}

/// How a reading may be misspelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    Exact,
    /// The word exists, but somebody may have meant a whole name that is one letter away.
    WholeName,
    Free,
}

/// How well a text fits: per typed word, and which words of the text were used.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fits {
    pub(super) text: u32,
    pub(super) words: [Option<Fit>; MAX_WORDS],
    pub(super) used: u64,
    /// Those that were used as they are, or in another form.
    pub(super) used_well: u64,
    /// Only as a whole name that is one letter away.
    pub(super) near_name: bool,
}

impl Query {
    /// Reads what was typed.
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Self {
        let text: String = text.chars().take(MAX_LETTERS).collect();
        let mut typed = Words::of(&text).content;
        typed.truncate(MAX_WORDS);
        let count = typed.len();
        let mut words = Vec::new();
        for (at, word) in typed.iter_mut().enumerate() {
            if let Some((cut, _)) = word.char_indices().nth(MAX_LETTERS_OF_WORD) {
                word.truncate(cut);
            }
            match taken_apart(word, at + 1 == count, vocabulary) {
                Some(parts) => words.extend(parts),
                None => words.push(word.clone()),
            }
        }
        words.truncate(MAX_WORDS);
        let mut readings = readings(&words, vocabulary);
        let stands_for = 0..words.len();
        let is_known = typed.iter().all(|word| vocabulary.knows(word));
        let whole = typed.concat();
        if (1..=6).contains(&count) && readings.iter().all(|reading| reading.word != whole) {
            let spelling = if is_known { Spelling::WholeName } else { Spelling::Free };
            readings.push(Reading { word: whole, stands_for, spelling });
        }
        Self { whole: fold(&text).replace(' ', ""), typed, words, readings }
    }

    /// All words as they can be read, also written as one.
    pub(super) fn readings(&self) -> impl Iterator<Item = &str> {
        self.readings.iter().map(|reading| reading.word.as_str())
    }

    /// The texts that fit.
    pub(super) fn texts(&self, contents: &Contents) -> Vec<Fits> {
        let mut found = Found::new(contents);
        for reading in &self.readings {
            let stands_for = &reading.stands_for;
            let is_last = stands_for.end == self.words.len();
            let is_all = is_last && stands_for.start == 0;
            let only_names = reading.spelling == Spelling::WholeName;
            compare(reading, is_last, &contents.vocabulary, &mut |id, fit| {
                for place in contents.vocabulary.places(id) {
                    let text = &contents.texts[place.text as usize];
                    if !fit.is_error() || !text.foreign && !only_names {
                        found.add(place.text, stands_for, fit, place.covers);
                    }
                    let is_near_name = fit == Fit::OneError && is_all && text.words == place.covers.count_ones();
                    if is_near_name && !text.foreign {
                        found.add_near_name(place.text, stands_for, fit, place.covers);
                    }
                }
            });
        }
        found.all()
    }

    /// The texts with the words that come nearest, however far that is.
    pub(super) fn nearest_texts(&self, contents: &Contents) -> Vec<Fits> {
        let mut found = Found::new(contents);
        let vocabulary = &contents.vocabulary;
        for (at, word) in self.words.iter().enumerate() {
            for place in nearest_words(word, contents).into_iter().flat_map(|id| vocabulary.places(id)) {
                if !contents.texts[place.text as usize].foreign {
                    found.add(place.text, &(at..at + 1), Fit::MoreErrors, place.covers);
                }
            }
        }
        found.all()
    }
}

/// The words, or beginnings of words, with the fewest typing errors. A long word may have one more than elsewhere; what
/// is farther off is another word, and leads nobody to where they want to be.
fn nearest_words(word: &str, contents: &Contents) -> Vec<usize> {
    let vocabulary = &contents.vocabulary;
    let shape = WordShape::of(word);
    let letters = usize::from(shape.count);
    let is_own = |id| vocabulary.places(id).iter().any(|place| !contents.texts[place.text as usize].foreign);
    let mut fewest = words::allowed_errors(word) + usize::from(letters >= LONG_WORD);
    let mut nearest = Vec::new();
    if fewest == 0 {
        return nearest;
    }
    for (id, other) in vocabulary.shapes().iter().enumerate().filter(|(_, other)| other.natural && other.count >= 3) {
        let missing = (shape.letters & !other.letters).count_ones() as usize;
        if usize::from(other.count) + fewest < letters || missing > fewest {
            continue;
        }
        let text = vocabulary.word(id);
        let begin = text.char_indices().nth(letters).map_or(text, |(cut, _)| &text[..cut]);
        let errors = strsim::osa_distance(word, begin);
        if errors <= fewest && is_own(id) {
            if errors < fewest {
                nearest.clear();
            }
            fewest = errors;
            nearest.push(id);
        }
    }
    nearest
}

/// The parts of an unknown compound, unless it is a known word with an error or one that is being typed.
fn taken_apart(word: &str, is_last: bool, vocabulary: &Vocabulary) -> Option<Vec<String>> {
    if word.len() < 6 || vocabulary.knows(word) {
        return None;
    }
    let parts = vocabulary.split(word)?;
    let reading = Reading { word: word.to_owned(), stands_for: 0..1, spelling: Spelling::Free };
    let mut near = false;
    compare(&reading, is_last, vocabulary, &mut |_, fit| near |= matches!(fit, Fit::Begin | Fit::OneError));
    (!near).then_some(parts)
}

fn readings(words: &[String], vocabulary: &Vocabulary) -> Vec<Reading> {
    let known: Vec<bool> = words.iter().map(|word| vocabulary.knows(word)).collect();
    let is_all = |stands_for: &std::ops::Range<usize>| *stands_for == (0..words.len());
    let spelling = |stands_for: &std::ops::Range<usize>, word: &str| {
        let unknown = !vocabulary.knows(word) && known[stands_for.clone()].iter().any(|known| !known);
        match (unknown, is_all(stands_for)) {
            (true, _) => Spelling::Free,
            (false, true) => Spelling::WholeName,
            (false, false) => Spelling::Exact,
        }
    };
    let spans = (1..=2).flat_map(|span| (0..(words.len() + 1).saturating_sub(span)).map(move |at| at..at + span));
    spans
        .map(|stands_for| {
            let word = words[stands_for.clone()].concat();
            let spelling = spelling(&stands_for, &word);
            Reading { word, stands_for, spelling }
        })
        .collect()
}

/// Calls `fits` for every word of the vocabulary that a reading may mean.
fn compare(reading: &Reading, is_last: bool, vocabulary: &Vocabulary, fits: &mut impl FnMut(usize, Fit)) {
    let word = reading.word.as_str();
    let same = vocabulary.id(word);
    if let Some(id) = same {
        fits(id, Fit::Same);
    }
    vocabulary.forms(word).iter().for_each(|id| fits(*id as usize, Fit::Form));
    vocabulary.compounds(word).iter().for_each(|id| fits(*id as usize, Fit::Compound));
    let errors = match reading.spelling {
        Spelling::Exact => 0,
        Spelling::WholeName => words::allowed_errors(word).min(1),
        Spelling::Free => words::allowed_errors(word),
    };
    let shape = WordShape::of(word);
    // The bytes of a head that a shorter word does not fill.
    let free = 8 * 4usize.saturating_sub(word.len());
    let same_head =
        |other: &WordShape| (other.head ^ shape.head).checked_shr(u32::try_from(free).unwrap_or(0)) == Some(0);
    let is_part = reading.stands_for.len() == 1 && shape.count >= 4;
    for (id, other) in vocabulary.shapes().iter().enumerate() {
        let can_be_part = is_part && other.natural;
        let begins = (is_last || can_be_part) && same_head(other) && vocabulary.word(id).starts_with(word);
        let ends = can_be_part && other.tail == shape.tail && vocabulary.word(id).ends_with(word);
        if same == Some(id) {
            continue;
        }
        if begins && is_last {
            fits(id, Fit::Begin);
        } else if begins || ends {
            fits(id, Fit::Part);
        } else if errors > 0 && shape.may_be(other, errors) {
            let made = strsim::osa_distance(word, vocabulary.word(id));
            if made <= errors {
                fits(id, Fit::by_errors(made));
            }
        }
    }
}

impl WordShape {
    /// Whether letters and length allow that there are so few typing errors between two words.
    fn may_be(&self, other: &Self, errors: usize) -> bool {
        other.count >= 4
            && usize::from(self.count.abs_diff(other.count)) <= errors
            && (self.letters & !other.letters).count_ones() as usize <= errors
            && (other.letters & !self.letters).count_ones() as usize <= errors
    }
}

/// The texts that were found, each once.
struct Found {
    /// Per text of the guide 1 + its position in `texts`; 0 when it was not found.
    positions: Vec<u32>,
    texts: Vec<Fits>,
    near_names: Vec<Fits>,
}

impl Found {
    fn new(contents: &Contents) -> Self {
        Self { positions: vec![0; contents.texts.len()], texts: Vec::new(), near_names: Vec::new() }
    }

    fn add(&mut self, text: u32, stands_for: &std::ops::Range<usize>, fit: Fit, covers: u64) {
        let position = &mut self.positions[text as usize];
        if *position == 0 {
            self.texts.push(Fits::none(text));
            *position = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        }
        self.texts[*position as usize - 1].add(stands_for, fit, covers);
    }

    /// A whole name that is one letter away counts apart from what else its text has.
    fn add_near_name(&mut self, text: u32, stands_for: &std::ops::Range<usize>, fit: Fit, covers: u64) {
        let mut fits = Fits { near_name: true, ..Fits::none(text) };
        fits.add(stands_for, fit, covers);
        self.near_names.push(fits);
    }

    fn all(self) -> Vec<Fits> {
        let mut all = self.texts;
        all.extend(self.near_names);
        all
    }
}

impl Fits {
    fn none(text: u32) -> Self {
        Self { text, words: [None; MAX_WORDS], used: 0, used_well: 0, near_name: false }
    }

    fn add(&mut self, stands_for: &std::ops::Range<usize>, fit: Fit, covers: u64) {
        for known in &mut self.words[stands_for.clone()] {
            *known = Some(known.map_or(fit, |known| known.min(fit)));
        }
        self.used |= covers;
        if fit <= Fit::Form {
            self.used_well |= covers;
        }
    }
}
