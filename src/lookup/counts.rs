//! How many parties would answer, for every other answer to every facet.

use super::{
    Index, Profile,
    index::Answering,
    mdd::{self, BatchReach, BottomUpPass},
    space::{Cube, Level, NO, YES, group_mask},
};
use crate::model::{Column, Facet, FacetKind, Ix, Party, Responsibility};

/// Per facet, the number of parties behind each of its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the guide's order of facets.
    pub facets: Column<Facet, FacetCounts>,
}

/// The number of parties with a task that would not be excluded; `None` where the answer cannot be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// If this value were chosen (kind `many`: if it were true), in the order of the values.
    pub values: Vec<Option<u32>>,
    /// If this group were chosen, in the order of the groups.
    pub groups: Vec<Option<u32>>,
    /// Kind `many`: if none of the values were true.
    pub none: Option<u32>,
    /// If nothing were known of the facet.
    pub unknown: u32,
}

/// Who the persons would be if one facet were answered in another way.
#[derive(Default)]
pub(super) struct Variants {
    /// The first `nobody_count` are those in which a facet of kind `many` has none of its values.
    pub(super) cubes: Vec<Cube>,
    pub(super) nobody_count: usize,
    pub(super) facets: Column<Facet, FacetVariants>,
}

/// For each count of [`FacetCounts`] the position of its cube; `None` where nobody is left.
///
/// For a facet without an answer only `none` needs its own cube; its other counts come from the bottom-up pass.
#[derive(Default)]
pub(super) struct FacetVariants {
    values: Vec<Option<usize>>,
    groups: Vec<Option<usize>>,
    pub(super) none: Option<usize>,
    /// Also `None` for a facet without an answer.
    unknown: Option<usize>,
}

impl Variants {
    pub(super) fn new(index: &Index, profile: &Profile, given: &Cube) -> Self {
        let mut variants = Self::default();
        let facets = &index.guide.facets;
        let nobody: Column<Facet, Option<usize>> = facets
            .enumerate()
            .map(|(ix, facet)| {
                let mut none = given.clone();
                for level in index.space.levels_of(ix) {
                    none.set(*level, NO);
                }
                variants.add((facet.kind == FacetKind::Many).then(|| index.propagate(none)).flatten())
            })
            .collect();
        variants.nobody_count = variants.cubes.len();
        let of_facets = facets.enumerate().map(|(ix, facet)| {
            let own = match profile.known(&facet.id) {
                Some(_) => variants.of_given(index, profile, given, ix),
                None => FacetVariants::default(),
            };
            FacetVariants { none: nobody[ix], ..own }
        });
        let of_facets = of_facets.collect();
        variants.facets = of_facets;
        variants
    }

    fn add(&mut self, persons: Option<Cube>) -> Option<usize> {
        persons.map(|persons| {
            self.cubes.push(persons);
            self.cubes.len() - 1
        })
    }

    /// The variants of a facet that has an answer: choosing another value replaces that answer.
    fn of_given(&mut self, index: &Index, profile: &Profile, given: &Cube, ix: Ix<Facet>) -> FacetVariants {
        let facet = &index.guide.facets[ix];
        let levels = index.space.levels_of(ix);
        let mut without = profile.clone();
        without.forget(&facet.id);
        let Some(open) = index.propagate(without.persons(&index.guide, &index.space)) else {
            return FacetVariants::default();
        };
        let mut own = FacetVariants::default();
        match facet.kind {
            FacetKind::One => {
                let mut only = |mask: u32| {
                    let mut persons = open.clone();
                    persons.keep(levels[0], mask);
                    self.add((persons.at(levels[0]) != 0).then_some(persons))
                };
                own.values = (0..facet.values.len()).map(|value| only(1 << value)).collect();
                own.groups = facet.groups.iter().map(|group| only(group_mask(facet, group))).collect();
            }
            FacetKind::Many => {
                // The other values of the facet stay as they are: each is a question of its own.
                let mut is_true = |level: &Level| {
                    let mut persons = given.clone();
                    persons.set(*level, YES);
                    self.add(index.propagate(persons))
                };
                own.values = levels.iter().map(&mut is_true).collect();
            }
        }
        own.unknown = self.add(Some(open));
        own
    }
}

/// Counts parties, given who answers on the day and in the region of asking.
pub(super) struct Counter<'a> {
    pub(super) index: &'a Index,
    pub(super) answering: &'a Answering,
}

impl Counter<'_> {
    pub(super) fn count(
        &self,
        pass: &BottomUpPass,
        persons: &Cube,
        variants: &Variants,
        meeting: &BatchReach,
    ) -> Counts {
        let index = self.index;
        let guide = &index.guide;
        let words = index.space.words();
        let parties = self.parties(pass);
        let (total, by_answer) = self.tally(&parties, persons);
        let by_cube = self.tally_cubes(meeting);
        let in_cube = |position: Option<usize>| position.map(|position| by_cube[position]);
        let facets = guide.facets.enumerate().map(|(ix, facet)| {
            let variants = &variants.facets[ix];
            let levels = index.space.levels_of(ix);
            let none = in_cube(variants.none);
            if let Some(unknown) = in_cube(variants.unknown) {
                let each = |cubes: &[Option<usize>]| cubes.iter().map(|position| in_cube(*position)).collect();
                return FacetCounts { values: each(&variants.values), groups: each(&variants.groups), none, unknown };
            }
            let (values, groups) = match facet.kind {
                FacetKind::One => {
                    let dimension = &index.space.dimensions()[levels[0]];
                    let possible = persons.at(levels[0]);
                    let count =
                        |value: usize| (possible >> value & 1 == 1).then(|| by_answer[dimension.offset + value]);
                    let groups = facet.groups.iter().map(|group| {
                        let mask = group_mask(facet, group) & possible;
                        let has = |bits: &&[u64]| mdd::dimension_mask(&index.space, levels[0], bits) & mask != 0;
                        (mask != 0).then(|| as_count(parties.chunks_exact(words).filter(has).count()))
                    });
                    ((0..facet.values.len()).map(count).collect(), groups.collect())
                }
                FacetKind::Many => {
                    let yes = |level: &Level| {
                        let offset = index.space.dimensions()[*level].offset;
                        (persons.at(*level) & YES != 0).then(|| by_answer[offset + 1])
                    };
                    (levels.iter().map(yes).collect(), Vec::new())
                }
            };
            FacetCounts { values, groups, none, unknown: total }
        });
        Counts { facets: facets.collect() }
    }

    /// The responsibilities that can answer, each with its party.
    fn answers(&self) -> impl Iterator<Item = (Ix<Responsibility>, Ix<Party>)> {
        self.answering.enumerate().filter_map(|(responsibility, party)| Some((responsibility, (*party)?)))
    }

    /// Per party the answers with which it is not excluded, as `Space::words` words each.
    fn parties(&self, pass: &BottomUpPass) -> Vec<u64> {
        let index = self.index;
        let words = index.space.words();
        let mut parties = vec![0u64; words * index.guide.parties.len()];
        for (responsibility, party) in self.answers() {
            let bits = pass.meets(index.roots.responsibilities[responsibility]);
            let first = words * party.position();
            parties[first..first + words].iter_mut().zip(bits).for_each(|(own, more)| *own |= more);
        }
        parties
    }

    /// The number of parties that are not excluded, in all and per answer.
    fn tally(&self, parties: &[u64], persons: &Cube) -> (u32, Vec<u32>) {
        let everything = mdd::answer_bits(&self.index.space, persons);
        let words = self.index.space.words();
        let mut missing = vec![0u32; words * 64];
        let mut total = 0;
        for bits in parties.chunks_exact(words).filter(|bits| bits.iter().any(|word| *word != 0)) {
            total += 1;
            for (word, (all, own)) in everything.iter().zip(bits).enumerate() {
                let mut rest = all & !own;
                while rest != 0 {
                    missing[word * 64 + rest.trailing_zeros() as usize] += 1;
                    rest &= rest - 1;
                }
            }
        }
        (total, missing.into_iter().map(|missing| total - missing).collect())
    }

    /// Per cube the number of parties that are not excluded.
    fn tally_cubes(&self, meeting: &BatchReach) -> Vec<u32> {
        let index = self.index;
        let mut counts = Vec::with_capacity(meeting.chunks().len() * BatchReach::CHUNK);
        for (chunk, all) in meeting.chunks().enumerate() {
            let mut parties: Column<Party, u128> = index.guide.parties.column(|_| 0);
            for (responsibility, party) in self.answers() {
                parties[party] |= meeting.in_chunk(chunk, index.roots.responsibilities[responsibility]);
            }
            // Counting what is missing is quick: most parties are in all cubes or in none.
            let mut missing = [0u32; BatchReach::CHUNK];
            let mut total = 0;
            for cubes in parties.values().filter(|cubes| **cubes != 0) {
                total += 1;
                let mut rest = all & !cubes;
                while rest != 0 {
                    missing[rest.trailing_zeros() as usize] += 1;
                    rest &= rest - 1;
                }
            }
            counts.extend(missing.iter().map(|missing| total - missing));
        }
        counts
    }
}

fn as_count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
