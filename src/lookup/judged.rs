//! A condition, judged on a guide: how much it takes in, an example on either side of its edge, and what is odd.

use super::{
    Cover, Index, PersonSet, PersonSets,
    cover::situation_of,
    mdd::{FAILS, MEETS, Pair, Walk},
    nearest,
    space::{Cube, Level},
};
use crate::model::{
    Condition, Facet, FacetId, FacetKind, Guide, Mode, Part, Remark, Share, Situation, Situations, ValueId,
};

/// What can be said of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How many of all combinations that can be it takes in; `None` when that is not known.
    pub share: Option<Share>,
    /// Somebody who meets it: of each facet that it names one answer. `None` where nobody does, or it names none.
    pub inside: Option<Situation>,
    /// Somebody who does not.
    pub outside: Option<NearMiss>,
    /// What is odd, the gravest first.
    pub remarks: Vec<Remark>,
}

/// Somebody who does not meet a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// Of each facet that the condition names one answer.
    pub person: Situation,
    /// The only facet in which it differs from the example inside; `None` when no such two can be.
    pub differs_in: Option<FacetId>,
}

/// What a condition takes in that another does not, and the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Who meets the new one and did not meet the old one.
    pub gained: Cover,
    /// Who met the old one and does not meet the new one.
    pub lost: Cover,
}

/// So many visits for an example: far more than a condition of people takes.
const MOST_VISITS: u64 = 1_000_000;

impl Index {
    /// What can be said of a condition, whether or not it is part of the guide.
    pub fn judge(&self, condition: &Condition) -> Judged {
        let mut remarks = wrong_words(&self.guide, condition);
        let mut sets = PersonSets::new(self);
        let set = sets.of(condition);
        let (nobody, everybody) = (sets.is_nobody(set), sets.is_everybody(set));
        let share = sets.share(set);
        let (inside, outside) = examples(&mut sets, condition, set);
        match (nobody, everybody) {
            (Some(true), _) => remarks.push(Remark::Nobody),
            (_, Some(true)) if !condition.is_always() => remarks.push(Remark::Everybody),
            _ => {}
        }
        if let Some(table) = Situations::read(condition) {
            let of_nobody = parts_of_nobody(&mut sets, &table);
            // Of what takes in nobody or everybody any part changes nothing.
            let is_plain = nobody == Some(false) && everybody == Some(false);
            let idle = if is_plain { idle_parts(&mut sets, &table, set) } else { Vec::new() };
            let idle = idle.into_iter().filter(|part| !of_nobody.contains(part)).map(Remark::ChangesNothing);
            remarks.extend(of_nobody.iter().copied().map(Remark::NobodyIn).chain(idle));
        }
        if sets.is_exhausted() {
            // What was found before it was too much may be wrong.
            let mut remarks = wrong_words(&self.guide, condition);
            remarks.push(Remark::TooComplex);
            return Judged { share: None, inside: None, outside: None, remarks };
        }
        Judged { share, inside, outside, remarks }
    }

    /// What differs between two conditions, as at most so many boxes on either side.
    pub fn difference(&self, old: &Condition, new: &Condition, most: usize) -> Difference {
        let mut sets = PersonSets::new(self);
        let (old, new) = (sets.of(old), sets.of(new));
        let (gained, lost) = (sets.without(new, old), sets.without(old, new));
        Difference { gained: sets.cover(gained, most), lost: sets.cover(lost, most) }
    }

    /// Whether two conditions take in the same persons, of those who can be; `None` when that takes too much to know.
    pub fn is_same_condition(&self, one: &Condition, other: &Condition) -> Option<bool> {
        let mut sets = PersonSets::new(self);
        let (one, other) = (sets.of(one), sets.of(other));
        sets.is_same(one, other)
    }
}

/// Facets and values that the guide does not have, and facets of the other kind; each once.
fn wrong_words(guide: &Guide, condition: &Condition) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut add = |remark| {
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    };
    condition.walk(&mut |part| {
        let (facet, values, kind) = match part {
            Condition::Is(facet, values) => (facet, values, FacetKind::One),
            Condition::HasAny(facet, values) | Condition::HasAll(facet, values) => (facet, values, FacetKind::Many),
            Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => return,
        };
        let Some(found) = guide.facet(facet) else {
            let nearest = nearest(facet.as_str(), guide.facets.iter().map(|facet| facet.id.as_str()));
            let nearest = nearest.and_then(|id| FacetId::new(id).ok());
            return add(Remark::NoSuchFacet { facet: facet.clone(), nearest });
        };
        if found.kind != kind {
            add(Remark::WrongKind { facet: facet.clone(), is: found.kind });
        }
        for value in values.iter().filter(|value| !has_value(found, value)) {
            let names = found.values.iter().map(|value| &value.id).chain(found.groups.iter().map(|group| &group.id));
            let nearest = nearest(value.as_str(), names.map(ValueId::as_str));
            let nearest = nearest.and_then(|id| ValueId::new(id).ok());
            add(Remark::NoSuchValue { facet: facet.clone(), value: value.clone(), nearest });
        }
    });
    remarks
}

fn has_value(facet: &Facet, value: &ValueId) -> bool {
    facet.value_position(value).is_some() || facet.group(value).is_some()
}

/// Somebody inside and somebody outside, who differ in one facet where that can be.
fn examples(sets: &mut PersonSets, condition: &Condition, set: PersonSet) -> (Option<Situation>, Option<NearMiss>) {
    let within = sets.within(set);
    let named: Vec<&FacetId> =
        condition.facets().into_iter().filter(|facet| sets.guide().facet(facet).is_some()).collect();
    if sets.is_exhausted() || named.is_empty() {
        return (None, None);
    }
    let levels = sets.mdds.support(within);
    let (everybody, usual) = (sets.space.everybody(), sets.usual());
    let asked = sets.mdds.support(set.0);
    let described = |person: &Cube| shown(sets, person, &asked);
    for facet in &named {
        let of_facet = sets.guide().facets.ix(facet).map(|ix| sets.space.levels_of(ix)).unwrap_or_default();
        for level in of_facet.iter().filter(|level| levels.contains(level)) {
            if let Some((inside, outside)) = Pair::new(&sets.mdds, &everybody, &usual, *level).find(within, &levels) {
                let person = described(&outside);
                return (Some(described(&inside)), Some(NearMiss { person, differs_in: Some((*facet).clone()) }));
            }
        }
    }
    // All are on one side, or the rules keep those on either side further apart than one facet.
    let mut walk = Walk::new(&sets.mdds, MOST_VISITS);
    let inside = walk.first_person(within, MEETS, &levels, &everybody);
    let outside = walk.first_person(within, FAILS, &levels, &everybody);
    let outside = outside.map(|person| NearMiss { person: described(&person), differs_in: None });
    (inside.map(|person| described(&person)), outside)
}

/// What a person answers to the questions that a condition asks.
fn shown(sets: &PersonSets, person: &Cube, asked: &[Level]) -> Situation {
    let mut seen = sets.space.everybody();
    for level in asked {
        seen.set(*level, person.at(*level));
    }
    let mut situation = situation_of(sets.guide(), &sets.space, &seen);
    // One answer is never told by what it is not: of two values that would be as short.
    for row in &mut situation.rows {
        let Some(facet) = sets.guide().facet(&row.facet).filter(|_| row.mode == Mode::One && row.is_not) else {
            continue;
        };
        let stays = facet.values.iter().filter(|value| !row.values.contains(&value.id));
        row.values = stays.map(|value| value.id.clone()).collect();
        row.is_not = false;
    }
    situation
}

/// Parts that nobody meets.
fn parts_of_nobody(sets: &mut PersonSets, table: &Situations) -> Vec<Part> {
    let mut found = Vec::new();
    for (situation, described) in table.0.iter().enumerate() {
        let before = found.len();
        for (row, says) in described.rows.iter().enumerate() {
            let own = sets.of(&says.condition());
            if sets.is_nobody(own) == Some(true) {
                found.push(Part { situation, row: Some(row), value: None });
            }
        }
        // Where a row is of nobody, so is its situation: that says no more.
        let own = sets.of(&described.condition());
        if found.len() == before && sets.is_nobody(own) == Some(true) {
            found.push(Part { situation, row: None, value: None });
        }
    }
    found
}

/// Parts that can be left out together without a change of meaning; of parts that say the same the first stays.
fn idle_parts(sets: &mut PersonSets, table: &Situations, whole: PersonSet) -> Vec<Part> {
    let mut idle: Vec<Part> = Vec::new();
    // A row may be idle once a value of another is gone.
    loop {
        let before = idle.len();
        for part in parts_of(table) {
            if idle.contains(&part) || is_within(part, &idle) || !can_go(table, part, &idle) {
                continue;
            }
            let mut tried = idle.clone();
            tried.push(part);
            let set = sets.of(&without(table, &tried).condition());
            if sets.is_same(set, whole) == Some(true) {
                idle = tried;
            }
        }
        if idle.len() == before {
            break;
        }
    }
    let found = idle.clone();
    idle.retain(|part| !is_within(*part, &found.iter().copied().filter(|other| other != part).collect::<Vec<_>>()));
    idle.sort_by_key(|part| (part.situation, part.row, part.value));
    idle
}

/// All parts of a table, the large ones first, and of each size the last first.
fn parts_of(table: &Situations) -> Vec<Part> {
    let whole = |situation| Part { situation, row: None, value: None };
    let situations = (0..table.0.len()).map(whole);
    let rows = table.0.iter().enumerate().flat_map(|(situation, described)| {
        (0..described.rows.len()).map(move |row| Part { row: Some(row), ..whole(situation) })
    });
    let values = rows.clone().flat_map(|part| {
        let row = part.row.and_then(|row| table.0.get(part.situation)?.rows.get(row));
        (0..row.map_or(0, |row| row.values.len())).map(move |value| Part { value: Some(value), ..part })
    });
    situations
        .rev()
        .chain(rows.clone().collect::<Vec<_>>().into_iter().rev())
        .chain(values.collect::<Vec<_>>().into_iter().rev())
        .collect()
}

/// Whether a larger part that holds this one is among these.
fn is_within(part: Part, larger: &[Part]) -> bool {
    larger.iter().any(|larger| {
        larger.situation == part.situation && (larger.row.is_none() || larger.row == part.row && larger.value.is_none())
    })
}

/// Whether something of the same kind stays when a part goes: a table without situations, or a row without values, says
/// something else.
fn can_go(table: &Situations, part: Part, gone: &[Part]) -> bool {
    let Part { situation, row, value } = part;
    let goes = |part: &Part| part.situation == situation && part.row == row && part.value.is_some();
    match (row, value) {
        (None, _) => gone.iter().filter(|part| part.row.is_none()).count() + 1 < table.0.len(),
        (Some(_), None) => true,
        (Some(row), Some(_)) => {
            let all = table.0.get(situation).and_then(|situation| situation.rows.get(row));
            gone.iter().filter(|part| goes(part)).count() + 1 < all.map_or(0, |row| row.values.len())
        }
    }
}

fn without(table: &Situations, gone: &[Part]) -> Situations {
    let mut left = table.clone();
    for (situation, described) in left.0.iter_mut().enumerate() {
        for (row, says) in described.rows.iter_mut().enumerate() {
            let mut value = 0..;
            says.values.retain(|_| !gone.contains(&Part { situation, row: Some(row), value: value.next() }));
        }
        let mut row = 0..;
        described.rows.retain(|_| !gone.contains(&Part { situation, row: row.next(), value: None }));
    }
    let mut situation = 0..;
    left.0.retain(|_| {
        let at = situation.next();
        !gone.iter().any(|part| Some(part.situation) == at && part.row.is_none())
    });
    left
}
