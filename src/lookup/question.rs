//! Which question to ask next.

use super::{
    Index,
    index::Answering,
    mdd::{self, BottomUpPass, NodeId},
    space::{Cube, NO, YES, group_mask},
};
use crate::model::{Facet, FacetKind, Ix, NONE, Urgency, ValueId};

/// A question that would decide something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The facet that it asks.
    pub facet: Ix<Facet>,
    /// How soon the answer is needed: which member of a group it is can wait, once the group is known.
    pub urgency: Urgency,
    /// The answers that are still possible; groups before their members.
    pub options: Vec<QuestionOption>,
    /// How many primary answers stay undecided, summed over the possible values.
    pub undecided_sum: u64,
    /// Over how many possible values that sum runs.
    pub value_count: u64,
}

/// One way to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionOption {
    /// One value, or for kind `many`: this value is true.
    Value(ValueId),
    /// All values of a group.
    Group(ValueId),
    /// Kind `many`: none of the values is true.
    None,
}

impl QuestionOption {
    /// As the command line writes it.
    pub fn id(&self) -> &str {
        match self {
            Self::Value(id) | Self::Group(id) => id.as_str(),
            Self::None => NONE,
        }
    }
}

/// An option, the number of values in it, and how many answers would stay undecided after it.
struct Weighed {
    option: QuestionOption,
    weight: u64,
    undecided: u64,
}

/// All questions that decide something, best first.
///
/// `undecided_without` counts how many of these stay undecided when no value of a facet of kind `many` is true;
/// `None` when nobody can be so.
/// The most urgent first; of those, the facet that leaves the fewest primary answers undecided in expectation. What all
/// who are left cannot know is not asked.
pub(super) fn next_questions(
    index: &Index,
    pass: &BottomUpPass,
    persons: &Cube,
    answering: &Answering,
    undecided_without: impl Fn(Ix<Facet>, &[NodeId]) -> Option<u64>,
) -> Vec<NextQuestion> {
    let undecided = undecided_roots(index, pass, answering);
    let decided_by = decided_by_answer(index, pass, persons, &undecided);
    let total = undecided.len() as u64;
    let mut questions = Vec::new();
    for facet in index.guide.facets.ixs().filter(|facet| !is_known_to_nobody(index, pass, *facet)) {
        let options = match index.guide.facets[facet].kind {
            FacetKind::One => weigh_one(index, pass, persons, facet, &undecided, &decided_by),
            FacetKind::Many => {
                weigh_many(index, persons, facet, total, &decided_by, undecided_without(facet, &undecided))
            }
        };
        let value_count: u64 = options.iter().map(|option| option.weight).sum();
        let undecided_sum: u64 = options.iter().map(|option| option.weight * option.undecided).sum();
        let decides = undecided_sum < total * value_count;
        let options: Vec<_> = options.into_iter().map(|weighed| weighed.option).collect();
        let urgency = urgency(&index.guide.facets[facet], &options);
        if options.len() > 1 && (decides || urgency <= Urgency::Vannacht) {
            questions.push(NextQuestion { facet, urgency, options, undecided_sum, value_count });
        }
    }
    questions.sort_by(|a, b| {
        let expectation = |q: &NextQuestion, other: &NextQuestion| q.undecided_sum * other.value_count;
        (a.urgency, expectation(a, b), a.facet).cmp(&(b.urgency, expectation(b, a), b.facet))
    });
    questions
}

/// How soon an answer is needed that can still be these.
fn urgency(facet: &Facet, options: &[QuestionOption]) -> Urgency {
    let asks_groups = options.iter().any(|option| matches!(option, QuestionOption::Group(_)));
    if facet.ask_first.is_empty() || asks_groups { facet.urgency } else { Urgency::Verder }
}

/// Whether whoever can still ask cannot know the answer.
fn is_known_to_nobody(index: &Index, pass: &BottomUpPass, facet: Ix<Facet>) -> bool {
    let any = |bits: &[u64]| bits.iter().any(|word| *word != 0);
    let root = index.roots.not_of[facet];
    any(pass.meets(root)) && !any(pass.fails(root))
}

/// The primary answers that are undecided; all undecided ones when no primary one is.
fn undecided_roots(index: &Index, pass: &BottomUpPass, answering: &Answering) -> Vec<NodeId> {
    let any = |bits: &[u64]| bits.iter().any(|word| *word != 0);
    let undecided = |primary_only: bool| -> Vec<NodeId> {
        answering
            .enumerate()
            .filter(|(ix, party)| party.is_some() && (!primary_only || index.guide.responsibilities[*ix].primary))
            .map(|(ix, _)| index.roots.responsibilities[ix])
            .filter(|root| any(pass.meets(*root)) && any(pass.fails(*root)))
            .collect()
    };
    let primary = undecided(true);
    if primary.is_empty() { undecided(false) } else { primary }
}

/// Per answer of every dimension, the number of undecided answers that it decides.
fn decided_by_answer(index: &Index, pass: &BottomUpPass, persons: &Cube, undecided: &[NodeId]) -> Vec<u64> {
    let everything = mdd::answer_bits(&index.space, persons);
    let mut decided = vec![0; everything.len() * 64];
    for root in undecided {
        let bits = pass.meets(*root).iter().zip(pass.fails(*root)).zip(&everything);
        for (word, ((meets, fails), all)) in bits.enumerate() {
            let mut rest = all & !(meets & fails);
            while rest != 0 {
                decided[word * 64 + rest.trailing_zeros() as usize] += 1;
                rest &= rest - 1;
            }
        }
    }
    decided
}

fn weigh_one(
    index: &Index,
    pass: &BottomUpPass,
    persons: &Cube,
    ix: Ix<Facet>,
    undecided: &[NodeId],
    decided_by: &[u64],
) -> Vec<Weighed> {
    let facet = &index.guide.facets[ix];
    let level = index.space.levels_of(ix)[0];
    let possible = persons.at(level);
    let total = undecided.len() as u64;
    let mut in_groups = 0;
    let mut groups = Vec::new();
    for group in facet.ask_first.iter().filter_map(|id| facet.group(id)) {
        let mask = group_mask(facet, group) & possible;
        in_groups |= mask;
        if mask != 0 {
            groups.push((group, mask));
        }
    }
    let ask_groups = groups.len() > 1 || (groups.len() == 1 && possible & !in_groups != 0);
    let mut options = Vec::new();
    if ask_groups {
        for (group, mask) in &groups {
            let stays_open = |root: &&NodeId| {
                mdd::dimension_mask(&index.space, level, pass.meets(**root)) & mask != 0
                    && mdd::dimension_mask(&index.space, level, pass.fails(**root)) & mask != 0
            };
            options.push(Weighed {
                option: QuestionOption::Group(group.id.clone()),
                weight: u64::from(mask.count_ones()),
                undecided: undecided.iter().filter(stays_open).count() as u64,
            });
        }
    }
    let offset = index.space.dimensions()[level].offset;
    for (value_position, value) in facet.values.iter().enumerate() {
        let bit = 1 << value_position;
        if possible & bit != 0 && !(ask_groups && in_groups & bit != 0) {
            options.push(Weighed {
                option: QuestionOption::Value(value.id.clone()),
                weight: 1,
                undecided: total - decided_by[offset + value_position],
            });
        }
    }
    options
}

/// `undecided_by_none` stay undecided when none of the values is true; `None` when nobody can be so.
fn weigh_many(
    index: &Index,
    persons: &Cube,
    ix: Ix<Facet>,
    total: u64,
    decided_by: &[u64],
    undecided_by_none: Option<u64>,
) -> Vec<Weighed> {
    let facet = &index.guide.facets[ix];
    let levels = index.space.levels_of(ix);
    // Once a value is known to be true the question has been answered; more values can still be added.
    if levels.iter().any(|level| persons.at(*level) == YES) {
        return Vec::new();
    }
    let mut options: Vec<Weighed> = Vec::new();
    for (value, level) in facet.values.iter().zip(levels).filter(|(_, level)| persons.at(**level) == YES | NO) {
        let offset = index.space.dimensions()[*level].offset;
        options.push(Weighed {
            option: QuestionOption::Value(value.id.clone()),
            weight: 1,
            undecided: total - decided_by[offset + 1],
        });
    }
    if let (false, Some(undecided)) = (options.is_empty(), undecided_by_none) {
        options.push(Weighed { option: QuestionOption::None, weight: 1, undecided });
    }
    options
}
