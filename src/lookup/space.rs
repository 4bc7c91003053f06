//! The space of all persons: one dimension per facet of kind `one`, one per value of a facet of kind `many`.

use crate::model::{Column, Condition, Facet, FacetId, FacetKind, Group, Guide, IndexError, Ix, RecordKey, ValueId};

/// Position of a dimension in the order in which diagrams ask.
pub type Level = usize;

/// One question with a fixed set of answers, of which a person has exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Position of its facet in the guide.
    pub facet: Ix<Facet>,
    /// For a facet of kind `many`: the position of the value of which this is the yes or no.
    pub value: Option<usize>,
    /// How many answers there are; their bits are `0..size`.
    pub size: u32,
    /// Position of its first answer among all answers of all dimensions.
    pub offset: usize,
}

impl Dimension {
    /// All answers.
    pub fn full(&self) -> u32 {
        u32::MAX >> (32 - self.size.clamp(1, 32))
    }
}

/// Bit of "no" in the dimension of a `many` value.
pub const NO: u32 = 0b01;
/// Bit of "yes" in the dimension of a `many` value.
pub const YES: u32 = 0b10;

/// All dimensions, in diagram order, and where each facet's are.
#[derive(Clone, Debug)]
pub struct Space {
    dimensions: Vec<Dimension>,
    /// Per facet: the levels of its dimensions, for `many` in the order of its values.
    levels: Column<Facet, Vec<Level>>,
    /// How many 64-bit words hold a bit for every answer.
    words: usize,
}

/// A set of persons that is a product: whoever gives, at every level, one of the answers that are possible there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cube {
    /// Per level the possible answers, as bits.
    masks: Vec<u32>,
}

impl Cube {
    /// The answers that are possible at a level, as bits.
    #[inline]
    pub fn at(&self, level: Level) -> u32 {
        self.masks[level]
    }

    /// Whether nobody is in it: at some level no answer is possible.
    pub(super) fn is_empty(&self) -> bool {
        self.masks.contains(&0)
    }

    /// The possible answers, level by level.
    pub(super) fn masks(&self) -> &[u32] {
        &self.masks
    }

    /// Makes exactly these answers possible at a level.
    pub(super) fn set(&mut self, level: Level, mask: u32) {
        self.masks[level] = mask;
    }

    /// Leaves of the answers at a level only these possible.
    pub(super) fn keep(&mut self, level: Level, mask: u32) {
        self.masks[level] &= mask;
    }
}

impl Space {
    /// A diagram numbers the dimensions in 16 bits.
    pub(super) const MOST_DIMENSIONS: usize = 1 << 16;

    /// The space of a guide.
    ///
    /// Dimensions that impossible combinations tie together are put side by side: their diagrams stay small.
    ///
    /// # Errors
    /// [`IndexError`] when a facet has no values, or more than fit, or when there are more facets than fit.
    pub fn new(guide: &Guide) -> Result<Self, IndexError> {
        let mut plain = Vec::new();
        for (facet_index, facet) in guide.facets.enumerate() {
            let count = facet.values.len();
            if count == 0 {
                return Err(IndexError::NoValues(facet.id.clone()));
            }
            if count > Facet::MAX_VALUES {
                return Err(IndexError::TooManyValues { facet: facet.id.clone(), count });
            }
            match facet.kind {
                FacetKind::One => {
                    let size = u32::try_from(count).unwrap_or(u32::MAX);
                    plain.push(Dimension { facet: facet_index, value: None, size, offset: 0 });
                }
                FacetKind::Many => plain.extend((0..count).map(|value| Dimension {
                    facet: facet_index,
                    value: Some(value),
                    size: 2,
                    offset: 0,
                })),
            }
            if plain.len() > Self::MOST_DIMENSIONS {
                return Err(IndexError::TooManyQuestions { facet: facet.id.clone(), most: Self::MOST_DIMENSIONS });
            }
        }
        let order = component_order(guide, &plain);
        let mut space = Self { dimensions: Vec::new(), levels: guide.facets.column(|_| Vec::new()), words: 0 };
        let mut offset = 0;
        let mut level_of_plain = vec![0; plain.len()];
        for (level, plain_index) in order.into_iter().enumerate() {
            let mut dimension = plain[plain_index].clone();
            dimension.offset = offset;
            offset += dimension.size as usize;
            level_of_plain[plain_index] = level;
            space.dimensions.push(dimension);
        }
        for (plain_index, dimension) in plain.iter().enumerate() {
            space.levels[dimension.facet].push(level_of_plain[plain_index]);
        }
        // A guide without a facet has a word too, in which no bit is set.
        space.words = offset.div_ceil(64).max(1);
        Ok(space)
    }

    /// All dimensions, by level.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// The levels of a facet, for `many` in the order of its values.
    pub fn levels_of(&self, facet: Ix<Facet>) -> &[Level] {
        &self.levels[facet]
    }

    /// How many 64-bit words hold a bit for every answer.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Everybody.
    pub fn everybody(&self) -> Cube {
        Cube { masks: self.dimensions.iter().map(Dimension::full).collect() }
    }

    /// The answers within one dimension that a condition on a facet allows: pairs of level and mask.
    ///
    /// Unknown facets and values allow nothing; [`crate::review`] reports them.
    pub(crate) fn literals(guide: &Guide, space: &Self, facet: &FacetId, values: &[ValueId]) -> Vec<(Level, u32)> {
        let Some(facet_index) = guide.facets.ix(facet) else { return Vec::new() };
        let facet = &guide.facets[facet_index];
        let levels = space.levels_of(facet_index);
        let positions = expand(facet, values);
        match facet.kind {
            FacetKind::One => {
                let mask = positions.iter().fold(0, |mask, position| mask | 1 << position);
                levels.first().map(|level| vec![(*level, mask)]).unwrap_or_default()
            }
            FacetKind::Many => positions.into_iter().map(|position| (levels[position], YES)).collect(),
        }
    }
}

/// The positions of values, groups replaced by their members; each once, in order.
pub fn expand(facet: &Facet, values: &[ValueId]) -> Vec<usize> {
    let mut positions: Vec<usize> = values
        .iter()
        .flat_map(|id| match facet.group(id) {
            Some(group) => group.values.iter().filter_map(|member| facet.value_position(member)).collect(),
            None => facet.value_position(id).into_iter().collect::<Vec<_>>(),
        })
        .collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// The values of a group as bits of the facet's dimension.
pub(super) fn group_mask(facet: &Facet, group: &Group) -> u32 {
    expand(facet, &group.values).into_iter().fold(0, |mask, position| mask | 1 << position)
}

/// Positions in `plain`, those that one rule names side by side, otherwise in the guide's order.
fn component_order(guide: &Guide, plain: &[Dimension]) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..plain.len()).collect();
    for (_, rule) in rule_conditions(guide) {
        let mut first = None;
        for index in named_dimensions(guide, plain, &rule) {
            let to = *first.get_or_insert(leader[index]);
            let from = leader[index];
            let lowest = to.min(from);
            leader.iter_mut().filter(|l| **l == from || **l == to).for_each(|l| *l = lowest);
            first = Some(lowest);
        }
    }
    let mut order: Vec<usize> = (0..plain.len()).collect();
    order.sort_by_key(|index| (leader[*index], *index));
    order
}

/// What nobody meets: the impossible combinations, and the implications as "when, and not then".
pub(crate) fn rule_conditions(guide: &Guide) -> Vec<(RecordKey, Condition)> {
    let impossible = guide.impossible.iter().map(|rule| (RecordKey::Impossible(rule.id.clone()), rule.when.clone()));
    let implied = guide.implications.iter().map(|rule| {
        let condition = Condition::All(vec![rule.when.clone(), Condition::Not(Box::new(rule.then.clone()))]);
        (RecordKey::Implication(rule.id.clone()), condition)
    });
    impossible.chain(implied).collect()
}

fn named_dimensions(guide: &Guide, plain: &[Dimension], condition: &Condition) -> Vec<usize> {
    let mut found = Vec::new();
    condition.walk(&mut |part| {
        let (Condition::Is(facet, values) | Condition::HasAny(facet, values) | Condition::HasAll(facet, values)) = part
        else {
            return;
        };
        let Some(facet_index) = guide.facets.ix(facet) else { return };
        let positions = expand(&guide.facets[facet_index], values);
        found.extend(
            plain
                .iter()
                .enumerate()
                .filter(|(_, dimension)| {
                    dimension.facet == facet_index && dimension.value.is_none_or(|value| positions.contains(&value))
                })
                .map(|(index, _)| index),
        );
    });
    found
}
