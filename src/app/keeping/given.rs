//! What a training case knows of a facet, as choices.

use crate::{
    model::{Facet, FacetKind, Lang, NONE, ValueId, denied, negated},
    text::words as text,
};

/// Something that can be known of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenOption {
    /// In words.
    pub label: String,
    /// Whether it is known.
    pub is_chosen: bool,
    /// What is known once it is chosen, or not any more; `None` where nothing would be left.
    pub becomes: Option<Vec<ValueId>>,
}

/// What can be known of a facet, groups first; `now` is what is.
pub(super) fn options(facet: &Facet, now: &[ValueId], lang: Lang) -> Vec<GivenOption> {
    let words = words(facet, lang);
    let order: Vec<&ValueId> = words.iter().map(|(word, _)| word).collect();
    let option = |(word, label): &(ValueId, String)| {
        let mut known = toggled(facet, now, word);
        known.sort_by_key(|known| order.iter().position(|word| *word == known));
        let becomes = Some(known).filter(|known| !known.is_empty());
        GivenOption { label: label.clone(), is_chosen: now.contains(word), becomes }
    };
    words.iter().map(option).collect()
}

/// Every word that says something of a facet, with what it is called.
fn words(facet: &Facet, lang: Lang) -> Vec<(ValueId, String)> {
    let values = facet.values.iter().map(|value| (value.id.clone(), value.label.text(lang).to_owned()));
    match facet.kind {
        FacetKind::One => {
            let groups = facet.groups.iter().map(|group| (group.id.clone(), group.label.text(lang).to_owned()));
            groups.chain(values).collect()
        }
        FacetKind::Many => {
            let each = values.flat_map(|(value, label)| {
                let denied = ValueId::new(&negated(&value)).ok();
                let denied = denied.map(|denied| (denied, format!("{} {label}", text::not(lang))));
                std::iter::once((value, label)).chain(denied)
            });
            let none = ValueId::new(NONE).ok().map(|none| (none, text::none_of_these(lang).to_owned()));
            each.chain(none).collect()
        }
    }
}

/// What is known after a word is chosen, or not any more. What says the same or the opposite makes room for it.
fn toggled(facet: &Facet, now: &[ValueId], word: &ValueId) -> Vec<ValueId> {
    if now.contains(word) {
        return now.iter().filter(|known| *known != word).cloned().collect();
    }
    let is_in_way = |known: &ValueId| match facet.kind {
        // A group says all that its values say.
        FacetKind::One => is_of_group(facet, known, word) || is_of_group(facet, word, known),
        FacetKind::Many => {
            let opposite = denied(word.as_str()).map_or_else(|| negated(word), str::to_owned);
            [known.as_str(), word.as_str()].contains(&NONE) || known.as_str() == opposite
        }
    };
    let mut known: Vec<ValueId> = now.iter().filter(|known| !is_in_way(known)).cloned().collect();
    known.push(word.clone());
    known
}

fn is_of_group(facet: &Facet, value: &ValueId, group: &ValueId) -> bool {
    facet.groups.iter().any(|own| own.id == *group && own.values.contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{file::embedded_guide, model::FacetId};

    fn after(facet: &str, now: &[&str], word: &str) -> Vec<String> {
        let guide = embedded_guide().unwrap();
        let facet = guide.facet(&FacetId::new(facet).unwrap()).unwrap();
        let now: Vec<ValueId> = now.iter().map(|id| ValueId::new(id).unwrap()).collect();
        let known = toggled(facet, &now, &ValueId::new(word).unwrap());
        known.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_group_and_its_values_make_room_for_each_other() {
        assert_eq!(after("leeftijd", &["16-17"], "minderjarig"), ["minderjarig"]);
        assert_eq!(after("leeftijd", &["minderjarig"], "16-17"), ["16-17"]);
        assert_eq!(after("leeftijd", &["16-17"], "18-20"), ["16-17", "18-20"]);
        assert_eq!(after("leeftijd", &["16-17", "18-20"], "18-20"), ["16-17"]);
    }

    #[test]
    fn a_value_and_its_opposite_make_room_for_each_other() {
        assert_eq!(after("uitbuiting", &["seksueel"], "niet-seksueel"), ["niet-seksueel"]);
        assert_eq!(after("uitbuiting", &["niet-seksueel"], "seksueel"), ["seksueel"]);
        assert_eq!(after("uitbuiting", &["seksueel"], "arbeid"), ["seksueel", "arbeid"]);
        assert_eq!(after("uitbuiting", &["seksueel", "arbeid"], "geen"), ["geen"]);
        assert_eq!(after("uitbuiting", &["geen"], "arbeid"), ["arbeid"]);
    }
}
