//! Every word that stands in a text: where, in which form, and of which parts.

use rustc_hash::FxHashMap;

use super::words;

/// Where a word is used.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    pub(super) text: u32,
    /// The words of the text that it covers: more than one where words are written as one.
    pub(super) covers: u64,
}

/// The words of all texts.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: FxHashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
    shapes: Vec<WordShape>,
    stem_ids: FxHashMap<String, u32>,
    /// Per stem: the words that are a form of it.
    forms: Vec<Vec<u32>>,
    /// Per stem: the compounds with it.
    compounds: Vec<Vec<u32>>,
    places: Vec<Vec<Occurrence>>,
}

/// What can be seen of a word without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordShape {
    /// Which letters it has.
    pub(super) letters: u64,
    /// Its first four bytes.
    pub(super) head: u32,
    /// Its last four bytes.
    pub(super) tail: u32,
    /// How many letters it has.
    pub(super) count: u8,
    /// Whether it stands like this in a text of the screen's language, and is not only words written as one.
    pub(super) natural: bool,
}

impl WordShape {
    pub(super) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let mut head = [0; 4];
        bytes.iter().zip(&mut head).for_each(|(byte, slot)| *slot = *byte);
        let tail = bytes.last_chunk().copied().unwrap_or([0; 4]);
        Self {
            letters: words::letters(word),
            head: u32::from_be_bytes(head),
            tail: u32::from_be_bytes(tail),
            count: u8::try_from(word.chars().count()).unwrap_or(u8::MAX),
            natural: false,
        }
    }
}

impl Vocabulary {
    pub(super) fn add(&mut self, word: &str, natural: bool, place: Occurrence) {
        let id = self.id(word).unwrap_or_else(|| {
            let id = self.words.len();
            self.ids.insert(word.into(), small(id));
            self.words.push(word.into());
            self.shapes.push(WordShape::of(word));
            self.places.push(Vec::new());
            id
        });
        self.shapes[id].natural |= natural;
        if self.places[id].last().is_none_or(|last| last.text != place.text || last.covers != place.covers) {
            self.places[id].push(place);
        }
    }

    /// Finds stems and compounds, once all words are known.
    pub(super) fn finish(&mut self) {
        for id in (0..self.words.len()).filter(|id| self.shapes[*id].natural).collect::<Vec<_>>() {
            let stem = self.learn_stem(&words::stem(&self.words[id]));
            self.forms[stem].push(small(id));
            for part in self.parts_of(id) {
                let stem = self.learn_stem(&part);
                self.compounds[stem].push(small(id));
            }
        }
    }

    fn learn_stem(&mut self, stem: &str) -> usize {
        if let Some(id) = self.stem_ids.get(stem) {
            return *id as usize;
        }
        let id = self.forms.len();
        self.stem_ids.insert(stem.to_owned(), small(id));
        self.forms.push(Vec::new());
        self.compounds.push(Vec::new());
        id
    }

    /// A compound begins or ends with a word that stands alone elsewhere; what is left is then a word too.
    fn parts_of(&self, id: usize) -> Vec<String> {
        let word = &self.words[id];
        if word.len() < 7 {
            return Vec::new();
        }
        let cuts = || (3..word.len() - 2).filter_map(|cut| word.split_at_checked(cut));
        let by_tail = cuts().find(|(_, tail)| tail.len() >= 4 && self.is_natural(tail));
        let by_head = cuts().rev().find(|(head, tail)| head.len() >= 4 && tail.len() >= 4 && self.is_natural(head));
        let pairs = [by_tail, by_head].into_iter().flatten();
        let mut parts: Vec<String> =
            pairs.flat_map(|(head, tail)| [words::stem(without_link(head)), words::stem(tail)]).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    fn is_natural(&self, word: &str) -> bool {
        let known = |word: &str| self.ids.get(word).is_some_and(|id| self.shapes[*id as usize].natural);
        known(word) || word.len() > 4 && word.ends_with('s') && known(without_link(word))
    }

    pub(super) fn shapes(&self) -> &[WordShape] {
        &self.shapes
    }

    pub(super) fn word(&self, id: usize) -> &str {
        &self.words[id]
    }

    /// The number of a word.
    pub(super) fn id(&self, word: &str) -> Option<usize> {
        self.ids.get(word).map(|id| *id as usize)
    }

    /// The words with the same stem.
    pub(super) fn forms(&self, word: &str) -> &[u32] {
        self.stem_of(word).map(|stem| self.forms[stem].as_slice()).unwrap_or_default()
    }

    /// The compounds with a word.
    pub(super) fn compounds(&self, word: &str) -> &[u32] {
        self.stem_of(word).map(|stem| self.compounds[stem].as_slice()).unwrap_or_default()
    }

    pub(super) fn places(&self, id: usize) -> &[Occurrence] {
        &self.places[id]
    }

    fn stem_of(&self, word: &str) -> Option<usize> {
        self.stem_ids.get(&words::stem(word)).map(|stem| *stem as usize)
    }

    /// Whether the word, or another form of it, stands in a text or in a compound.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.ids.contains_key(word) || self.stem_of(word).is_some()
    }

    /// The words of which a word is made, if they are known.
    pub(super) fn split(&self, word: &str) -> Option<Vec<String>> {
        let cuts = || (3..word.len().saturating_sub(2)).filter_map(|cut| word.split_at_checked(cut));
        let known = |part: &str| part.len() >= 3 && (self.knows(part) || self.knows(without_link(part)));
        let two = cuts().filter(|(head, tail)| known(head) && known(tail));
        let two = two.max_by_key(|(head, tail)| head.len().min(tail.len()));
        if let Some((head, tail)) = two {
            return Some(vec![head.to_owned(), tail.to_owned()]);
        }
        let long = |part: &str| part.len() >= 5 && known(part);
        // The last part says what a compound is; the first says so only where it is most of it.
        let head = cuts().map(|(head, _)| head).rfind(|head| long(head) && 2 * head.len() >= word.len());
        let tail = cuts().map(|(_, tail)| tail).find(|tail| long(tail));
        let one = [head, tail].into_iter().flatten().max_by_key(|part| part.len())?;
        Some(vec![one.to_owned()])
    }
}

/// Without the s between the parts of a compound.
fn without_link(part: &str) -> &str {
    part.strip_suffix('s').filter(|rest| rest.len() >= 4).unwrap_or(part)
}

/// A position as `u32`: a guide does not have 2^32 words.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
