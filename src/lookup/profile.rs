//! What is known of a person: per facet the values that are still possible.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    nearest::nearest,
    space::{Cube, NO, Space, YES, expand},
};
use crate::model::{
    Facet, FacetId, FacetKind, Given, Guide, Ix, NONE, ProfileError, UNKNOWN, ValueId, denied, negated,
};

/// What is known; a facet that is not in it is unknown.
///
/// Never stored: it has no serialised form on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    given: BTreeMap<FacetId, Known>,
}

/// What is known of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Kind `one`: the values that are still possible.
    OneOf(BTreeSet<ValueId>),
    /// Kind `many`: for each value of which it is known, whether it is true.
    Each(BTreeMap<ValueId, bool>),
}

impl Profile {
    /// Reads `FACET=VALUE[,VALUE]` texts.
    ///
    /// # Errors
    /// [`ProfileError`] on the first text that does not fit the guide.
    ///
    /// ```
    /// use wegwijzer::{file::embedded_guide, lookup::Profile, model::ProfileError};
    ///
    /// let guide = embedded_guide().expect("the guide inside the program");
    /// assert!(Profile::parse(&guide, ["leeftijd=16-17,18-20", "uitbuiting=arbeid,niet-seksueel"]).is_ok());
    ///
    /// // A word that is not in the guide is refused, with the one that was probably meant.
    /// let refused = Profile::parse(&guide, ["leeftyd=volwassen"]);
    /// let nearest = Some("leeftijd".to_owned());
    /// assert_eq!(refused, Err(ProfileError::UnknownFacet { given: "leeftyd".to_owned(), nearest }));
    /// ```
    pub fn parse<'a>(guide: &Guide, texts: impl IntoIterator<Item = &'a str>) -> Result<Self, ProfileError> {
        let mut profile = Self::default();
        let mut seen = BTreeSet::new();
        for text in texts {
            let (name, values) = text.split_once('=').ok_or_else(|| ProfileError::Malformed(text.to_owned()))?;
            let facet = FacetId::new(name.trim()).ok().and_then(|id| guide.facet(&id)).ok_or_else(|| {
                let nearest = nearest(name, guide.facets.iter().map(|facet| facet.id.as_str()));
                ProfileError::UnknownFacet { given: name.to_owned(), nearest: nearest.map(str::to_owned) }
            })?;
            if !seen.insert(&facet.id) {
                return Err(ProfileError::Twice(facet.id.clone()));
            }
            let values: Vec<&str> = values.split(',').map(str::trim).collect();
            if values.iter().all(|value| value.is_empty()) {
                return Err(ProfileError::Malformed(text.to_owned()));
            }
            if values == [UNKNOWN] {
                continue;
            }
            profile.give(facet, &values)?;
        }
        Ok(profile)
    }

    /// What a case knows.
    ///
    /// # Errors
    /// [`ProfileError`] when that does not fit the guide.
    pub fn of_case(guide: &Guide, given: &Given) -> Result<Self, ProfileError> {
        let text = |(facet, values): (&FacetId, &Vec<ValueId>)| {
            let values: Vec<&str> = values.iter().map(ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        };
        let texts: Vec<String> = given.iter().map(text).collect();
        Self::parse(guide, texts.iter().map(String::as_str))
    }

    /// Replaces what is known of one facet; no values make it unknown.
    ///
    /// # Errors
    /// [`ProfileError`] when a value does not fit the facet.
    pub fn give(&mut self, facet: &Facet, values: &[&str]) -> Result<(), ProfileError> {
        let known = match facet.kind {
            FacetKind::One => Known::OneOf(read_one(facet, values)?),
            FacetKind::Many => Known::Each(read_many(facet, values)?),
        };
        self.set(facet.id.clone(), known);
        Ok(())
    }

    /// Replaces what is known of one facet; without values it becomes unknown.
    pub fn set(&mut self, facet: FacetId, known: Known) {
        let nothing = match &known {
            Known::OneOf(values) => values.is_empty(),
            Known::Each(values) => values.is_empty(),
        };
        if nothing {
            self.given.remove(&facet);
        } else {
            self.given.insert(facet, known);
        }
    }

    /// Forgets one facet.
    pub fn forget(&mut self, facet: &FacetId) {
        self.given.remove(facet);
    }

    /// Forgets what cannot be asked in this guide; `false` when there was any.
    pub fn keep_what_fits(&mut self, guide: &Guide) -> bool {
        let before = self.given.len();
        self.given.retain(|id, known| {
            let Some(facet) = guide.facet(id) else { return false };
            let has = |value: &ValueId| facet.value_position(value).is_some();
            match known {
                Known::OneOf(values) => facet.kind == FacetKind::One && values.iter().all(has),
                Known::Each(values) => facet.kind == FacetKind::Many && values.keys().all(has),
            }
        });
        self.given.len() == before
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.given.clear();
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// What is known of a facet.
    pub fn known(&self, facet: &FacetId) -> Option<&Known> {
        self.given.get(facet)
    }

    /// The facets of which something is known, in the guide's order.
    pub fn given_facets(&self, guide: &Guide) -> Vec<Ix<Facet>> {
        guide.facets.ixs().filter(|facet| self.given.contains_key(&guide.facets[*facet].id)).collect()
    }

    /// This profile, with only what it says of some facets.
    #[must_use]
    pub fn only(&self, guide: &Guide, facets: &[Ix<Facet>]) -> Self {
        let mut part = Self::default();
        for facet in facets {
            let id = &guide.facets[*facet].id;
            if let Some(known) = self.given.get(id) {
                part.given.insert(id.clone(), known.clone());
            }
        }
        part
    }

    /// What is known of a facet as the command line writes it: values, `niet-VALUE`, or `geen`.
    pub fn values_text(&self, facet: &Facet) -> Vec<String> {
        match self.given.get(&facet.id) {
            None => Vec::new(),
            Some(Known::OneOf(values)) => facet
                .values
                .iter()
                .filter(|value| values.contains(&value.id))
                .map(|value| value.id.to_string())
                .collect(),
            Some(Known::Each(values)) => {
                if values.len() == facet.values.len() && values.values().all(|is_true| !is_true) {
                    return vec![NONE.to_owned()];
                }
                facet
                    .values
                    .iter()
                    .filter_map(|value| {
                        values
                            .get(&value.id)
                            .map(|is_true| if *is_true { value.id.to_string() } else { negated(&value.id) })
                    })
                    .collect()
            }
        }
    }

    /// The persons that fit, impossible combinations not yet taken out.
    pub fn persons(&self, guide: &Guide, space: &Space) -> Cube {
        let mut persons = space.everybody();
        for (facet_index, facet) in guide.facets.enumerate() {
            let Some(known) = self.given.get(&facet.id) else { continue };
            let levels = space.levels_of(facet_index);
            match known {
                Known::OneOf(values) => {
                    let mask = values
                        .iter()
                        .filter_map(|value| facet.value_position(value))
                        .fold(0, |mask, position| mask | 1 << position);
                    persons.set(levels[0], mask);
                }
                Known::Each(values) => {
                    for (value, is_true) in values {
                        if let Some(position) = facet.value_position(value) {
                            persons.set(levels[position], if *is_true { YES } else { NO });
                        }
                    }
                }
            }
        }
        persons
    }
}

fn read_one(facet: &Facet, values: &[&str]) -> Result<BTreeSet<ValueId>, ProfileError> {
    let mut read = BTreeSet::new();
    for value in values {
        for position in positions(facet, value, value)? {
            read.insert(facet.values[position].id.clone());
        }
    }
    Ok(read)
}

fn read_many(facet: &Facet, values: &[&str]) -> Result<BTreeMap<ValueId, bool>, ProfileError> {
    let mut read = BTreeMap::new();
    let own_none = facet.values.iter().any(|value| value.id.as_str() == NONE);
    for value in values {
        let (found, is_true) = if *value == NONE && !own_none {
            ((0..facet.values.len()).collect(), false)
        } else if let Some(negated) = denied(value) {
            (positions(facet, negated, value)?, false)
        } else {
            (positions(facet, value, value)?, true)
        };
        for position in found {
            let id = facet.values[position].id.clone();
            if read.insert(id, is_true).is_some_and(|before| before != is_true) {
                let value = facet.values[position].id.to_string();
                return Err(ProfileError::Contradiction { facet: facet.id.clone(), value });
            }
        }
    }
    Ok(read)
}

fn positions(facet: &Facet, name: &str, given: &str) -> Result<Vec<usize>, ProfileError> {
    let mut found = ValueId::new(name).map(|id| expand(facet, &[id])).unwrap_or_default();
    if found.is_empty() {
        found = in_range(facet, name).unwrap_or_default();
    }
    if found.is_empty() {
        let values = facet.values.iter().map(|value| value.id.as_str());
        let nearest = nearest(name, values.chain(facet.groups.iter().map(|group| group.id.as_str())));
        return Err(ProfileError::UnknownValue {
            facet: facet.id.clone(),
            given: given.to_owned(),
            // Who denied something is never led to the opposite.
            nearest: nearest.map(|near| given.replacen(name, near, 1)),
        });
    }
    Ok(found)
}

/// The values of a facet of numbers that together are a range, such as `0-17` or `18-plus`; `None` where the range cuts
/// a value in two, or the facet has other values.
fn in_range(facet: &Facet, name: &str) -> Option<Vec<usize>> {
    let wanted = range(name)?;
    let own: Option<Vec<_>> = facet.values.iter().map(|value| range(value.id.as_str())).collect();
    let own = own.filter(|_| facet.kind == FacetKind::One)?;
    let within = |of: &(u32, u32)| wanted.0 <= of.0 && of.1 <= wanted.1;
    let found: Vec<usize> = (0..own.len()).filter(|at| within(&own[*at])).collect();
    // Without a value, or a part of one, between its ends.
    let least = found.iter().map(|at| own[*at].0).min()?;
    let most = found.iter().map(|at| own[*at].1).max()?;
    let is_cut = own.iter().any(|of| !within(of) && of.0 <= wanted.1 && wanted.0 <= of.1);
    (!is_cut && least == wanted.0 && most == wanted.1).then_some(found)
}

/// `12`, `16-17` or `24-plus`, as the first and the last number.
fn range(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let first = first.parse().ok()?;
    let last = if last == "plus" { u32::MAX } else { last.parse().ok()? };
    (first <= last).then_some((first, last))
}
