//! Which characteristics of a person some words name: values of facets, that a search can set at once.

use super::{QuestionOption, fold};
use crate::model::{Facet, Guide, Ix, Label};

/// A characteristic that some words name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Characteristic {
    /// The facet.
    pub facet: Ix<Facet>,
    /// Its value or group.
    pub option: QuestionOption,
}

/// Words of at least so many letters may differ in their ends: "seksueel" and "seksuele".
const STEM: usize = 5;
/// How many letters the ends of such words have at most.
const ENDING: usize = 3;

/// The characteristics that have all of these words in their names, best first, at most `limit`.
///
/// One of the words must be of the value itself: the name of a facet alone is no characteristic.
pub fn find_characteristics(guide: &Guide, words: &str, limit: usize) -> Vec<Characteristic> {
    let asked = parts(words);
    if asked.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (ix, facet) in guide.facets.enumerate() {
        let around: Vec<String> = names(&facet.label);
        let values = facet.values.iter().map(|value| (&value.id, &value.label, true));
        let groups = facet.groups.iter().map(|group| (&group.id, &group.label, false));
        for (place, (id, label, is_value)) in values.chain(groups).enumerate() {
            let own: Vec<String> = names(label).into_iter().chain(parts(id.as_str())).collect();
            let is_id = |word: &str| fold(id.as_str()) == word;
            let hits = |word: &String| is_id(word) || own.iter().any(|name| is_alike(word, name));
            let is_named = asked.iter().all(|word| hits(word) || around.iter().any(|name| is_alike(word, name)));
            if !is_named || !asked.iter().any(hits) {
                continue;
            }
            let is_whole = asked.iter().any(|word| is_id(word) || own.contains(word));
            let option = if is_value { QuestionOption::Value(id.clone()) } else { QuestionOption::Group(id.clone()) };
            let rank = (!is_whole, own.len().abs_diff(asked.len()), ix, place);
            found.push((rank, Characteristic { facet: ix, option }));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(limit).map(|(_, characteristic)| characteristic).collect()
}

/// The words of a label, in every language that it has.
fn names(label: &Label) -> Vec<String> {
    let english = label.en.as_deref().unwrap_or_default();
    parts(&label.nl).into_iter().chain(parts(english)).collect()
}

fn parts(words: &str) -> Vec<String> {
    let folded = fold(words);
    let parts = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|part| part.chars().count() > 1);
    parts.map(str::to_owned).collect()
}

/// Whether a word that is typed is this name, its beginning, or the same word with another ending.
fn is_alike(typed: &str, name: &str) -> bool {
    // So short a word is of a value only as its whole id, such as "eu", or with a figure, such as "b8".
    if typed.chars().count() < 3 && !typed.chars().any(|sign| sign.is_ascii_digit()) {
        return false;
    }
    let same = typed.chars().zip(name.chars()).take_while(|(typed, name)| typed == name).count();
    let (typed, name) = (typed.chars().count(), name.chars().count());
    let is_beginning = same == typed && typed >= 3;
    let differs_in_ending = same >= STEM && typed - same <= ENDING && name - same <= ENDING;
    same == typed && typed == name || is_beginning || differs_in_ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::embedded_guide;

    fn first(words: &str) -> Option<String> {
        let guide = embedded_guide().unwrap();
        let found = find_characteristics(&guide, words, 3);
        found.first().map(|found| format!("{}={}", guide.facets[found.facet].id, found.option.id()))
    }

    #[test]
    fn words_of_the_desk_name_characteristics() {
        for (words, expected) in [
            ("loverboy", "bijzonderheden=loverboy"),
            ("Loverboy", "bijzonderheden=loverboy"),
            ("zwanger", "kinderen=zwanger"),
            ("pregnant", "kinderen=zwanger"),
            ("seksuele uitbuiting", "uitbuiting=seksueel"),
            ("minderjarig", "leeftijd=minderjarig"),
            ("bedenktijd", "verblijf=bedenktijd"),
            ("acuut gevaar", "veiligheid=acuut-gevaar"),
            ("azc", "vindplaats=azc"),
            ("EU", "verblijf=eu"),
            ("b8", "verblijf=b8-vergunning"),
        ] {
            assert_eq!(first(words).as_deref(), Some(expected), "{words}");
        }
        for words in ["", "xyzzy", "cba", "leeftijd", "de", "comensha", "!!"] {
            assert_eq!(first(words), None, "{words}");
        }
    }
}
