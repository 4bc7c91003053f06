//! Explanations by trying every set of facets, smallest first.

use std::collections::{BTreeMap, BTreeSet};

use super::{Person, is_in_area, is_on_date, meets, persons, thinkable, verdict};
use crate::{
    lookup::{AsOf, Profile, Verdict},
    model::{Condition, Facet, FacetId, FacetKind, Guide, Ix, Responsibility, ValueId},
};

/// The first smallest set of given facets that alone makes a condition hold for everybody who can be.
pub fn because(guide: &Guide, profile: &Profile, condition: &Condition) -> Vec<FacetId> {
    let given = profile.given_facets(guide);
    let enough = |facets: &Vec<Ix<Facet>>| {
        let people = persons(guide, &profile.only(guide, facets));
        verdict(guide, &people, condition) == Verdict::Applies
    };
    ids(guide, &subsets(&given).find(enough).unwrap_or(given))
}

/// The first smallest set of given facets that nobody has together.
pub fn minimal_conflict(guide: &Guide, profile: &Profile) -> Vec<FacetId> {
    let given = profile.given_facets(guide);
    let nobody = |facets: &Vec<Ix<Facet>>| persons(guide, &profile.only(guide, facets)).is_empty();
    ids(guide, &subsets(&given).find(nobody).unwrap_or(given))
}

/// The facets on which an answer depends: two persons with different verdicts differ in these, and in the fewest.
pub fn depends_on(guide: &Guide, people: &[Person], condition: &Condition) -> Vec<FacetId> {
    let dimensions = dimensions(guide);
    let all: Vec<usize> = (0..dimensions.len()).collect();
    let met: Vec<bool> = people.iter().map(|person| meets(guide, person, condition)).collect();
    for size in 1..=all.len() {
        let flipping: Vec<usize> = subsets_of(&all, size)
            .into_iter()
            .filter(|differing| tell_apart(people, &met, &dimensions, differing))
            .flatten()
            .collect();
        if !flipping.is_empty() {
            let facets: BTreeSet<Ix<Facet>> = flipping.into_iter().map(|dimension| dimensions[dimension].0).collect();
            return ids(guide, &facets.into_iter().collect::<Vec<_>>());
        }
    }
    Vec::new()
}

/// Why a responsibility is not in the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyExcluded {
    /// The facets that exclude it, and the values that it needs, as the command line writes them.
    pub facets: Vec<(FacetId, Vec<String>)>,
    /// Whether it does not hold on the day of asking.
    pub by_date: bool,
    /// Whether it does not hold in the place of asking.
    pub by_region: bool,
    /// Whether changing any one of these is enough.
    pub near_miss: bool,
}

/// Why a responsibility is not in the answer; `None` when it is.
pub fn why_not(guide: &Guide, profile: &Profile, as_of: &AsOf, responsibility: &Responsibility) -> Option<WhyExcluded> {
    let who = &responsibility.who;
    let (by_date, by_region) = (!is_on_date(as_of, &responsibility.valid), !is_in_area(as_of, &responsibility.area));
    if verdict(guide, &persons(guide, profile), who) != Verdict::Excluded {
        let near_miss = by_date != by_region;
        return (by_date || by_region).then_some(WhyExcluded { facets: Vec::new(), by_date, by_region, near_miss });
    }
    let needed = |facets: &Vec<Ix<Facet>>| needed(guide, profile, who, facets);
    let given = profile.given_facets(guide);
    let single: Vec<_> = subsets_of(&given, 1).iter().filter_map(needed).flatten().collect();
    let near_miss = !by_date && !by_region && !single.is_empty();
    let facets =
        if single.is_empty() { subsets(&given).find_map(|facets| needed(&facets)).unwrap_or_default() } else { single };
    Some(WhyExcluded { facets, by_date, by_region, near_miss })
}

/// Which values of these facets somebody has who meets a condition, were these facets open; `None` when nobody does.
fn needed(
    guide: &Guide,
    profile: &Profile,
    condition: &Condition,
    facets: &[Ix<Facet>],
) -> Option<Vec<(FacetId, Vec<String>)>> {
    let mut opened = profile.clone();
    for facet in facets {
        opened.forget(&guide.facets[*facet].id);
    }
    let mut people = persons(guide, &opened);
    people.retain(|person| meets(guide, person, condition));
    let values = |facet: &Ix<Facet>| {
        let described = &guide.facets[*facet];
        let has = |value: &ValueId| people.iter().any(|person| person[facet.position()].contains(value));
        let lacks = |value: &ValueId| people.iter().any(|person| !person[facet.position()].contains(value));
        let values = described.values.iter().map(|value| &value.id);
        let needed: Vec<String> = match described.kind {
            FacetKind::One => values.clone().filter(|value| has(value)).map(ToString::to_string).collect(),
            FacetKind::Many => values
                .clone()
                .filter(|value| has(value) != lacks(value))
                .map(|value| if has(value) { value.to_string() } else { format!("niet-{value}") })
                .collect(),
        };
        if needed.is_empty() {
            // None of the values is needed by itself, but one of them is: all that can matter.
            let matters = support(guide, condition);
            let values = values.filter(|value| matters.contains(&(*facet, Some(*value))));
            return (described.id.clone(), values.map(ToString::to_string).collect());
        }
        (described.id.clone(), needed)
    };
    (!people.is_empty()).then(|| facets.iter().map(values).collect())
}

/// A question with one answer: a facet of kind `one`, or one value of a facet of kind `many`.
type Dimension<'a> = (Ix<Facet>, Option<&'a ValueId>);

fn dimensions(guide: &Guide) -> Vec<Dimension<'_>> {
    let facets = guide.facets.enumerate();
    facets
        .flat_map(|(position, facet)| match facet.kind {
            FacetKind::One => vec![(position, None)],
            FacetKind::Many => facet.values.iter().map(|value| (position, Some(&value.id))).collect(),
        })
        .collect()
}

/// Whether two persons who are alike in all but `differing` have different marks.
fn tell_apart<M: Ord + Copy>(
    people: &[Person],
    marks: &[M],
    dimensions: &[Dimension<'_>],
    differing: &[usize],
) -> bool {
    let alike = |person: &Person| -> Vec<BTreeSet<ValueId>> {
        let rest = dimensions.iter().enumerate().filter(|(position, _)| !differing.contains(position));
        rest.map(|(_, (facet, value))| match value {
            None => person[facet.position()].clone(),
            Some(value) => person[facet.position()].iter().filter(|own| own == value).cloned().collect(),
        })
        .collect()
    };
    let mut seen: BTreeMap<Vec<BTreeSet<ValueId>>, M> = BTreeMap::new();
    people.iter().zip(marks).any(|(person, mark)| *seen.entry(alike(person)).or_insert(*mark) != *mark)
}

/// The dimensions that matter to whether a person meets a condition, or cannot be by a rule that has to do with it.
fn support<'a>(guide: &'a Guide, condition: &Condition) -> BTreeSet<Dimension<'a>> {
    let people = thinkable(guide, &Profile::default());
    let dimensions = dimensions(guide);
    let matters = |marks: &[u8]| -> BTreeSet<usize> {
        (0..dimensions.len()).filter(|dimension| tell_apart(&people, marks, &dimensions, &[*dimension])).collect()
    };
    let impossible = guide.impossible.iter().map(|rule| rule.when.clone());
    let implied = guide
        .implications
        .iter()
        .map(|rule| Condition::All(vec![rule.when.clone(), Condition::Not(Box::new(rule.then.clone()))]));
    let rules: Vec<(Vec<u8>, BTreeSet<usize>)> = impossible
        .chain(implied)
        .map(|rule| {
            let broken: Vec<u8> = people.iter().map(|person| u8::from(meets(guide, person, &rule))).collect();
            let matters = matters(&broken);
            (broken, matters)
        })
        .collect();
    let mut marks: Vec<u8> = people.iter().map(|person| u8::from(meets(guide, person, condition))).collect();
    let mut tied = matters(&marks);
    loop {
        let more: BTreeSet<usize> =
            rules.iter().filter(|(_, own)| !own.is_disjoint(&tied)).flat_map(|(_, own)| own).copied().collect();
        if more.is_subset(&tied) {
            break;
        }
        tied.extend(more);
    }
    for (broken, _) in rules.iter().filter(|(_, own)| !own.is_disjoint(&tied)) {
        marks.iter_mut().zip(broken).filter(|(_, broken)| **broken == 1).for_each(|(mark, _)| *mark = 2);
    }
    matters(&marks).into_iter().map(|dimension| dimensions[dimension]).collect()
}

fn ids(guide: &Guide, facets: &[Ix<Facet>]) -> Vec<FacetId> {
    facets.iter().map(|facet| guide.facets[*facet].id.clone()).collect()
}

/// All subsets, smallest first, each size in the order of the items.
fn subsets<T: Copy>(items: &[T]) -> impl Iterator<Item = Vec<T>> + use<T> {
    let items = items.to_vec();
    (0..=items.len()).flat_map(move |size| subsets_of(&items, size))
}

/// The subsets of one size, in the order of the items.
fn subsets_of<T: Copy>(items: &[T], size: usize) -> Vec<Vec<T>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with_first = |(position, item): (usize, &T)| {
        let rest = subsets_of(&items[position + 1..], size - 1);
        rest.into_iter().map(move |rest| [vec![*item], rest].concat()).collect::<Vec<_>>()
    };
    items.iter().enumerate().flat_map(with_first).collect()
}
