//! A set of persons as a few boxes that people can read.

use super::{
    PersonSet, PersonSets,
    mdd::{FAILS, MEETS, NodeId, Walk},
    space::{Cube, Level, NO, YES, group_mask},
};
use crate::model::{Facet, FacetKind, Guide, Ix, Mode, NONE, Row, Share, Situation, ValueId, negated};

/// A set of persons as boxes: together they hold everybody in it, unless there are more, and nobody else who can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The boxes, first the one that takes in most.
    pub boxes: Vec<PersonBox>,
    /// How much the set is of all; `None` when it could not be counted.
    pub share: Option<Share>,
    /// How much of all is in no box; `None` when it could not be counted.
    pub left: Option<Share>,
    /// Whether somebody is in no box, as far as is known: there are more boxes than were asked for, or finding them
    /// takes too much.
    pub more: bool,
}

impl Cover {
    /// The cover of nobody.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty() && !self.more
    }

    fn too_much(boxes: Vec<PersonBox>, share: Option<Share>) -> Self {
        Self { boxes, share, left: None, more: true }
    }
}

/// Persons who are alike in what is said of them: a product, as large as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonBox {
    /// Who.
    pub persons: Cube,
    /// What is said of them: of each facet that is not free which values, by the names of groups where these are.
    pub situation: Situation,
    /// How much it is of all; boxes may overlap.
    pub share: Option<Share>,
}

/// How many nodes all walks for one cover may visit: some hundredths of a second.
const MOST_VISITS: u64 = 2_000_000;

impl PersonSets {
    /// A set as at most so many boxes. Of each box no answer that somebody in it could give can be added without taking
    /// in somebody who is not in the set; who cannot be counts as nobody, and that is what makes boxes short.
    ///
    /// Greedy: each box is, of the largest around the first person who is not in one yet, the one with most persons who
    /// are not in one yet.
    pub fn cover(&mut self, set: PersonSet, most: usize) -> Cover {
        let care = self.care(set);
        let within = self.mdds.restrict(set.0, care);
        let levels = self.mdds.support(within);
        let everybody = self.space.everybody();
        if self.is_exhausted() {
            return Cover::too_much(Vec::new(), None);
        }
        let all = self.count(within, &levels, &everybody);
        let (total, share) = (all.all(), all.share());
        let of = |part: Option<u128>| Some(Share { part: part?, all: total? });
        let mut visits = MOST_VISITS;
        let mut rest = set;
        let mut uncovered = within;
        let mut boxes: Vec<PersonBox> = Vec::new();
        while self.mdds.reach_meets(uncovered, &everybody) {
            let left = self.count(uncovered, &levels, &everybody).meets;
            if boxes.len() == most {
                return Cover { boxes, share, left: of(left), more: true };
            }
            let Some(persons) = self.next_box(within, uncovered, &levels, &mut visits) else {
                return Cover { left: of(left), ..Cover::too_much(boxes, share) };
            };
            let taken = PersonSet(self.node_of(&persons, &levels));
            rest = self.without(rest, taken);
            uncovered = self.mdds.restrict(rest.0, care);
            if self.is_exhausted() {
                return Cover::too_much(boxes, share);
            }
            let part = of(self.count(within, &levels, &persons).meets);
            let persons = self.without_impossible(care, persons, &levels);
            let situation = situation_of(self.guide(), &self.space, &persons);
            boxes.push(PersonBox { persons, situation, share: part });
        }
        Cover { boxes, share, left: of(Some(0)), more: false }
    }

    /// The best of the largest boxes around the first person who is in none yet; `None` when that takes too much.
    fn next_box(&self, within: NodeId, uncovered: NodeId, levels: &[Level], visits: &mut u64) -> Option<Cube> {
        let everybody = self.space.everybody();
        let mut walk = Walk::new(&self.mdds, *visits);
        let person = walk.first_person(uncovered, MEETS, levels, &everybody)?;
        let mut grown: Vec<Cube> = Vec::new();
        for first in levels {
            let mut cube = person.clone();
            let others = levels.iter().filter(|level| *level != first);
            for level in std::iter::once(first).chain(others) {
                let open = walk.without_failing(within, &cube, *level, everybody.at(*level));
                cube.set(*level, open);
            }
            if !grown.contains(&cube) {
                grown.push(cube);
            }
        }
        *visits = walk.steps_left();
        if *visits == 0 {
            return None;
        }
        if grown.is_empty() {
            grown.push(person);
        }
        // The count is of so many persons that it may not fit; more than fits is the most.
        let gain = |cube: &Cube| self.count(uncovered, levels, cube).meets.unwrap_or(u128::MAX);
        let told = |cube: &Cube| levels.iter().filter(|level| cube.at(**level) != everybody.at(**level)).count();
        grown.into_iter().rev().max_by_key(|cube| (gain(cube), std::cmp::Reverse(told(cube))))
    }

    /// The same box without answers that nobody in it can give: they made it grow, and say nothing.
    fn without_impossible(&self, care: NodeId, mut persons: Cube, levels: &[Level]) -> Cube {
        for level in levels {
            let told = persons.at(*level);
            if told == self.space.dimensions()[*level].full() {
                continue;
            }
            let mut given = 0;
            for answer in (0..u32::BITS).map(|bit| 1 << bit).filter(|answer| told & answer != 0) {
                persons.set(*level, answer);
                if self.mdds.reach_meets(care, &persons) {
                    given |= answer;
                }
            }
            persons.set(*level, given);
        }
        persons
    }

    /// The condition that a person is in a box.
    fn node_of(&mut self, persons: &Cube, levels: &[Level]) -> NodeId {
        let mut node = MEETS;
        for level in levels.iter().rev() {
            if persons.at(*level) != self.space.dimensions()[*level].full() {
                let literal = self.mdds.literal(*level, persons.at(*level));
                node = self.mdds.and(literal, node);
            }
        }
        if persons.is_empty() { FAILS } else { node }
    }
}

/// What a box says of each facet that is not free, in the guide's order.
pub(super) fn situation_of(guide: &Guide, space: &super::Space, persons: &Cube) -> Situation {
    let mut rows = Vec::new();
    for (ix, facet) in guide.facets.enumerate() {
        match facet.kind {
            FacetKind::One => rows.extend(row_of_one(space, persons, ix, facet)),
            FacetKind::Many => {
                let levels = space.levels_of(ix).iter().zip(&facet.values);
                let that_are = |answer: u32| -> Vec<ValueId> {
                    let found = levels.clone().filter(|(level, _)| persons.at(**level) == answer);
                    found.map(|(_, value)| value.id.clone()).collect()
                };
                let row = |is_not, mode, values: Vec<ValueId>| {
                    (!values.is_empty()).then(|| Row { facet: facet.id.clone(), is_not, mode, values })
                };
                rows.extend(row(false, Mode::HasAll, that_are(YES)));
                rows.extend(row(true, Mode::HasAny, that_are(NO)));
            }
        }
    }
    Situation { rows }
}

/// The values that are in, or those that are out when these take fewer words.
fn row_of_one(space: &super::Space, persons: &Cube, ix: Ix<Facet>, facet: &Facet) -> Option<Row> {
    let level = *space.levels_of(ix).first()?;
    let (full, mask) = (space.dimensions()[level].full(), persons.at(level));
    if mask == full {
        return None;
    }
    let (inside, outside) = (names_of(facet, mask), names_of(facet, full & !mask));
    let is_not = outside.len() < inside.len();
    let values = if is_not { outside } else { inside };
    Some(Row { facet: facet.id.clone(), is_not, mode: Mode::One, values })
}

/// Values by their ids, those of a group by that of the group: the largest groups first, none twice.
fn names_of(facet: &Facet, mask: u32) -> Vec<ValueId> {
    let mut groups: Vec<(u32, &ValueId)> = facet
        .groups
        .iter()
        .map(|group| (group_mask(facet, group), &group.id))
        .filter(|(group, _)| group.count_ones() > 1)
        .collect();
    groups.sort_by_key(|(group, _)| std::cmp::Reverse(group.count_ones()));
    let mut rest = mask;
    let mut names: Vec<(u32, ValueId)> = Vec::new();
    for (group, id) in groups {
        if group & !rest == 0 {
            rest &= !group;
            names.push((group.trailing_zeros(), id.clone()));
        }
    }
    for (position, value) in (0_u32..).zip(&facet.values) {
        if rest >> position & 1 == 1 {
            names.push((position, value.id.clone()));
        }
    }
    names.sort_by_key(|(position, _)| *position);
    names.into_iter().map(|(_, id)| id).collect()
}

/// The values of a facet that the persons of a cube can have, as the command line writes them; empty when every value is
/// possible.
pub fn values_in(guide: &Guide, space: &super::Space, persons: &Cube, facet: Ix<Facet>) -> Vec<String> {
    let described = &guide.facets[facet];
    let levels = space.levels_of(facet);
    match described.kind {
        FacetKind::One => {
            let mask = persons.at(levels[0]);
            if mask == space.dimensions()[levels[0]].full() {
                return Vec::new();
            }
            let values = described.values.iter().enumerate();
            values.filter(|(position, _)| mask >> position & 1 == 1).map(|(_, value)| value.id.to_string()).collect()
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
