//! The answer to one question: verdicts, counts behind every value, warnings and the next question.

use super::{
    AsOf, Index, NextQuestion, Profile,
    diagram::{self, NodeId, Reach, ReachEach, Sweep},
    index::Answering,
    question,
    space::{Cube, Level, NO, YES, group_mask},
};
use crate::model::{
    AspectId, Column, Date, Facet, FacetKind, FirstAdvice, Gap, Ix, LookupError, NONE, Party, PartyScope,
    Responsibility, Suspicious, Verdict, negated,
};

/// Everything that follows from a profile on a date.
#[derive(Debug)]
pub struct Outcome {
    /// The day of asking.
    pub date: Date,
    /// The veiligheidsregio that was asked for, if any.
    pub veiligheidsregio: Option<String>,
    /// The persons that are still possible.
    pub persons: Cube,
    /// Facets of which more follows than was said.
    pub implied: Vec<Ix<Facet>>,
    /// Odd combinations that hold for all these persons.
    pub warnings: Vec<Ix<Suspicious>>,
    /// What is said before any answer.
    pub first: Vec<(Ix<FirstAdvice>, Verdict)>,
    /// Per responsibility; none when it does not hold on this date.
    pub responsibilities: Column<Responsibility, Option<Verdict>>,
    /// Per gap; none when it does not hold on this date.
    pub gaps: Column<Gap, Option<Verdict>>,
    /// How many parties are behind every value.
    pub counts: Counts,
    /// What to ask next, best first.
    pub questions: Vec<NextQuestion>,
    pub(super) sweep: Sweep,
}

/// Per facet, how many parties there would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Per facet.
    pub facets: Column<Facet, FacetCounts>,
}

/// How many parties would have an answer that is not excluded; none where the value cannot be.
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

impl Index {
    /// The answer for a profile on a date and, where it is known, in a region.
    ///
    /// # Errors
    /// [`LookupError::Contradictory`] when nobody fits the profile.
    pub fn look_up(&self, profile: &Profile, as_of: impl Into<AsOf>) -> Result<Outcome, LookupError> {
        let as_of = as_of.into();
        let date = as_of.date;
        let given = profile.persons(&self.guide, &self.space);
        let Some(persons) = self.narrow(given.clone()) else { return Err(self.clash(profile)) };
        let sweep = Sweep::new(&self.diagrams, &self.space, &persons);
        let answering = self.answering(&as_of);
        let responsibilities: Column<Responsibility, _> = answering
            .enumerate()
            .map(|(ix, party)| party.map(|_| verdict(&sweep, self.roots.responsibilities[ix])))
            .collect();
        let gaps = self.guide.gaps.enumerate();
        let gaps =
            gaps.map(|(ix, gap)| gap.valid.holds_on(date).then(|| verdict(&sweep, self.roots.gaps[ix]))).collect();
        let first = self.roots.first.enumerate().map(|(ix, root)| (ix, verdict(&sweep, *root)));
        let first = first.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect();
        let warnings = self.roots.suspicious.enumerate();
        let warnings =
            warnings.filter(|(_, root)| verdict(&sweep, **root) == Verdict::Applies).map(|(ix, _)| ix).collect();
        let variants = Variants::new(self, profile, &given);
        let meeting = ReachEach::meeting(&self.diagrams, &self.space, &variants.boxes);
        let counts = Counter { index: self, answering: &answering }.count(&sweep, &persons, &variants, &meeting);
        // Who fails is asked only for the undecided, and only where a question has «none of these» as an answer.
        let is_open = responsibilities.values().any(|verdict| *verdict == Some(Verdict::Depends));
        let nobody = if is_open { &variants.boxes[..variants.nobody_count] } else { &[] };
        let failing = ReachEach::failing(&self.diagrams, &self.space, nobody);
        let undecided_without = |facet: Ix<Facet>, roots: &[NodeId]| {
            let position = variants.facets[facet].none?;
            let stays_open = |root: &&NodeId| meeting.in_box(position, **root) && failing.in_box(position, **root);
            Some(roots.iter().filter(stays_open).count() as u64)
        };
        let questions = question::next_questions(self, &sweep, &persons, &answering, undecided_without);
        let implied = self.implied(&given, &persons);
        Ok(Outcome {
            date,
            veiligheidsregio: as_of.veiligheidsregio,
            persons,
            implied,
            warnings,
            first,
            responsibilities,
            gaps,
            counts,
            questions,
            sweep,
        })
    }

    /// Per responsibility the party that answers with it here and now, if it does.
    fn answering(&self, as_of: &AsOf) -> Answering {
        let can_answer = |party: &Ix<Party>| self.guide.parties[*party].scope == PartyScope::Uitvoerend;
        let responsibilities = self.guide.responsibilities.enumerate();
        responsibilities
            .map(|(ix, record)| {
                self.party_of[ix].filter(|_| as_of.is_within(&record.valid, &record.area)).filter(can_answer)
            })
            .collect()
    }

    fn implied(&self, given: &Cube, narrowed: &Cube) -> Vec<Ix<Facet>> {
        let facets = self.guide.facets.ixs();
        facets
            .filter(|facet| self.space.levels_of(*facet).iter().any(|level| given.at(*level) != narrowed.at(*level)))
            .collect()
    }

    /// The values of a facet that the persons of a box can have, as the command line writes them.
    ///
    /// Empty when the facet is open.
    pub fn values_in(&self, persons: &Cube, facet: Ix<Facet>) -> Vec<String> {
        let described = &self.guide.facets[facet];
        let levels = self.space.levels_of(facet);
        match described.kind {
            FacetKind::One => {
                let mask = persons.at(levels[0]);
                if mask == self.space.dimensions()[levels[0]].full() {
                    return Vec::new();
                }
                let values = described.values.iter().enumerate();
                values
                    .filter(|(position, _)| mask >> position & 1 == 1)
                    .map(|(_, value)| value.id.to_string())
                    .collect()
            }
            FacetKind::Many => {
                if levels.iter().all(|level| persons.at(*level) == NO) {
                    return vec![NONE.to_owned()];
                }
                let values = described.values.iter().zip(levels);
                values
                    .filter_map(|(value, level)| match persons.at(*level) {
                        YES => Some(value.id.to_string()),
                        NO => Some(negated(&value.id)),
                        _ => None,
                    })
                    .collect()
            }
        }
    }
}

impl Outcome {
    /// How a responsibility stands; nothing when it does not hold here and now, or for nobody of these persons.
    pub fn standing(&self, responsibility: Ix<Responsibility>) -> Option<Verdict> {
        self.responsibilities[responsibility].filter(|verdict| *verdict != Verdict::Excluded)
    }

    /// How a gap stands; nothing when it is not there now, or for nobody of these persons.
    pub fn gap_standing(&self, gap: Ix<Gap>) -> Option<Verdict> {
        self.gaps[gap].filter(|verdict| *verdict != Verdict::Excluded)
    }

    /// When and where was asked.
    pub fn as_of(&self) -> AsOf {
        AsOf { date: self.date, veiligheidsregio: self.veiligheidsregio.clone() }
    }

    /// The responsibilities of an aspect that are not excluded, certain ones first, in the order to show them.
    pub fn answers_in(&self, index: &Index, aspect: &AspectId) -> Vec<(Ix<Responsibility>, Verdict)> {
        let own = index.responsibilities_of.get(aspect).into_iter().flatten();
        let mut found: Vec<_> = own.filter_map(|ix| Some((*ix, self.standing(*ix)?))).collect();
        found.sort_by_key(|(_, verdict)| *verdict);
        found
    }

    /// The gaps of an aspect that are not excluded, certain ones first.
    pub fn gaps_in(&self, index: &Index, aspect: &AspectId) -> Vec<(Ix<Gap>, Verdict)> {
        let own = index.gaps_of.get(aspect).into_iter().flatten();
        let mut found: Vec<_> = own.filter_map(|ix| Some((*ix, self.gap_standing(*ix)?))).collect();
        found.sort_by_key(|(_, verdict)| *verdict);
        found
    }
}

fn verdict(sweep: &Sweep, root: NodeId) -> Verdict {
    let any = |bits: &[u64]| bits.iter().any(|word| *word != 0);
    Reach { meets: any(sweep.meets(root)), fails: any(sweep.fails(root)) }.verdict()
}

/// What the persons would be if one facet were answered in another way.
#[derive(Default)]
struct Variants {
    /// First those in which a facet of kind `many` has no value.
    boxes: Vec<Cube>,
    nobody_count: usize,
    facets: Column<Facet, FacetVariants>,
}

/// Positions of boxes, as [`FacetCounts`] has counts; nothing where nobody is left.
///
/// Of a facet of which nothing was said only `none` is there: the sweep tells the rest.
#[derive(Default)]
struct FacetVariants {
    values: Vec<Option<usize>>,
    groups: Vec<Option<usize>>,
    none: Option<usize>,
    /// Nothing as well where nothing was said of the facet.
    unknown: Option<usize>,
}

impl Variants {
    fn new(index: &Index, profile: &Profile, given: &Cube) -> Self {
        let mut variants = Self::default();
        let facets = &index.guide.facets;
        let nobody: Column<Facet, Option<usize>> = facets
            .enumerate()
            .map(|(ix, facet)| {
                let mut none = given.clone();
                for level in index.space.levels_of(ix) {
                    none.set(*level, NO);
                }
                variants.add((facet.kind == FacetKind::Many).then(|| index.narrow(none)).flatten())
            })
            .collect();
        variants.nobody_count = variants.boxes.len();
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
            self.boxes.push(persons);
            self.boxes.len() - 1
        })
    }

    /// A facet of which something was said is counted as if nothing were: choosing another value replaces the first.
    fn of_given(&mut self, index: &Index, profile: &Profile, given: &Cube, ix: Ix<Facet>) -> FacetVariants {
        let facet = &index.guide.facets[ix];
        let levels = index.space.levels_of(ix);
        let mut without = profile.clone();
        without.forget(&facet.id);
        let Some(open) = index.narrow(without.persons(&index.guide, &index.space)) else {
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
                    self.add(index.narrow(persons))
                };
                own.values = levels.iter().map(&mut is_true).collect();
            }
        }
        own.unknown = self.add(Some(open));
        own
    }
}

struct Counter<'a> {
    index: &'a Index,
    answering: &'a Answering,
}

impl Counter<'_> {
    fn count(&self, sweep: &Sweep, persons: &Cube, variants: &Variants, meeting: &ReachEach) -> Counts {
        let index = self.index;
        let guide = &index.guide;
        let words = index.space.words();
        let parties = self.parties(sweep);
        let (total, by_answer) = self.tally(&parties, persons);
        let by_box = self.tally_boxes(meeting);
        let in_box = |position: Option<usize>| position.map(|position| by_box[position]);
        let facets = guide.facets.enumerate().map(|(ix, facet)| {
            let variants = &variants.facets[ix];
            let levels = index.space.levels_of(ix);
            let none = in_box(variants.none);
            if let Some(unknown) = in_box(variants.unknown) {
                let each = |boxes: &[Option<usize>]| boxes.iter().map(|position| in_box(*position)).collect();
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
                        let has = |bits: &&[u64]| diagram::dimension_mask(&index.space, levels[0], bits) & mask != 0;
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

    /// The responsibilities that can answer here and now, each with its party.
    fn answers(&self) -> impl Iterator<Item = (Ix<Responsibility>, Ix<Party>)> {
        self.answering.enumerate().filter_map(|(responsibility, party)| Some((responsibility, (*party)?)))
    }

    /// Per party, the answers with which it is not excluded, in as many words as the space has.
    fn parties(&self, sweep: &Sweep) -> Vec<u64> {
        let index = self.index;
        let words = index.space.words();
        let mut parties = vec![0u64; words * index.guide.parties.len()];
        for (responsibility, party) in self.answers() {
            let bits = sweep.meets(index.roots.responsibilities[responsibility]);
            let first = words * party.position();
            parties[first..first + words].iter_mut().zip(bits).for_each(|(own, more)| *own |= more);
        }
        parties
    }

    /// How many parties have an answer at all, and how many with each answer.
    fn tally(&self, parties: &[u64], persons: &Cube) -> (u32, Vec<u32>) {
        let everything = diagram::answer_bits(&self.index.space, persons);
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

    /// Per box, how many parties are not excluded.
    fn tally_boxes(&self, meeting: &ReachEach) -> Vec<u32> {
        let index = self.index;
        let mut counts = Vec::with_capacity(meeting.chunks().len() * ReachEach::CHUNK);
        for (chunk, all) in meeting.chunks().enumerate() {
            let mut parties: Column<Party, u128> = index.guide.parties.column(|_| 0);
            for (responsibility, party) in self.answers() {
                parties[party] |= meeting.in_chunk(chunk, index.roots.responsibilities[responsibility]);
            }
            // Most parties are in all boxes or in none.
            let mut missing = [0u32; ReachEach::CHUNK];
            let mut total = 0;
            for boxes in parties.values().filter(|boxes| **boxes != 0) {
                total += 1;
                let mut rest = all & !boxes;
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
