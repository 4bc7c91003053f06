//! For whom a claim holds in two versions of a guide, where and when.

use super::{
    AnswerChange, ChangePlace, MOST_BOXES, SaidChange,
    claim::{Claim, Said, Statement, statements},
};
use crate::{
    lookup::{PersonSet, PersonSets, Versions},
    model::{Date, Guide},
    review::stretch::{Stretch, add_joined, stretches},
};

/// One statement, with the persons of whom it is said.
struct Held<'a> {
    says: Statement<'a>,
    who: PersonSet,
}

impl Held<'_> {
    fn holds(&self, day: Date, region: Option<&str>) -> bool {
        let in_area =
            self.says.area.is_empty() || region.is_some_and(|region| self.says.area.iter().any(|area| area == region));
        in_area && self.says.valid.holds_on(day)
    }
}

/// What changes at one place and in one stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Changed {
    appears: PersonSet,
    disappears: PersonSet,
    said: Vec<(Said, bool, PersonSet)>,
}

impl Changed {
    fn is_nothing(&self) -> bool {
        self.appears == PersonSet::NOBODY && self.disappears == PersonSet::NOBODY && self.said.is_empty()
    }
}

/// Places where the same changes at the same time.
struct Alike<'a> {
    /// Regions, and `None` for where none is named.
    places: Vec<Option<&'a str>>,
    found: Vec<(Stretch, Changed)>,
}

/// What changes of a claim; `None` when it takes too much to know.
pub(super) fn changes(
    versions: &mut Versions,
    before: &Guide,
    after: &Guide,
    claim: &Claim,
) -> Option<Vec<AnswerChange>> {
    let old = held(versions, before, claim);
    let new = held(versions, after, claim);
    let stretches = stretches(old.iter().chain(&new).map(|held| held.says.valid));
    let mut named: Vec<&str> = old.iter().chain(&new).flat_map(|held| held.says.area).map(String::as_str).collect();
    named.sort_unstable();
    named.dedup();
    // Last what holds where no region is named.
    let places = named.iter().copied().map(Some).chain([None]);
    let mut by_place: Vec<Alike<'_>> = Vec::new();
    for place in places {
        let mut found: Vec<(Stretch, Changed)> = Vec::new();
        for stretch in &stretches {
            let changed = changed(&mut versions.sets, (&old, &new), stretch.day, place)?;
            add_joined(&mut found, *stretch, changed);
        }
        match by_place.iter_mut().find(|alike| alike.found == found) {
            Some(alike) => alike.places.push(place),
            None => by_place.push(Alike { places: vec![place], found }),
        }
    }
    let mut answers = Vec::new();
    let one_for_all = by_place.len() == 1;
    for Alike { places, found } in by_place {
        let regions =
            |places: &[Option<&str>]| places.iter().flatten().map(|place| (*place).to_owned()).collect::<Vec<_>>();
        let place = if one_for_all {
            ChangePlace::Everywhere
        } else if places.contains(&None) {
            let others: Vec<_> = named.iter().copied().map(Some).filter(|place| !places.contains(place)).collect();
            ChangePlace::OutsideOf(regions(&others))
        } else {
            ChangePlace::In(regions(&places))
        };
        let told = found.into_iter().filter(|(_, changed)| !changed.is_nothing());
        answers.extend(told.map(|(stretch, changed)| answer(&mut versions.sets, claim, &place, stretch, changed)));
    }
    (!versions.sets.is_exhausted()).then_some(answers)
}

fn held<'a>(versions: &mut Versions, guide: &'a Guide, claim: &Claim) -> Vec<Held<'a>> {
    statements(guide, claim).into_iter().map(|says| Held { who: versions.set(guide, says.who), says }).collect()
}

/// What differs on a day in a region, or where no region is named; sets of who can be, so that what is the same is equal.
fn changed(
    sets: &mut PersonSets,
    (old, new): (&[Held<'_>], &[Held<'_>]),
    day: Date,
    region: Option<&str>,
) -> Option<Changed> {
    let then = |held: &[Held<'_>]| -> Vec<usize> {
        let holds = held.iter().enumerate().filter(|(_, held)| held.holds(day, region));
        holds.map(|(at, _)| at).collect()
    };
    let (old_then, new_then) = (then(old), then(new));
    let all = |sets: &mut PersonSets, held: &[Held<'_>], at: &[usize], says: Option<&Said>| {
        let told = at.iter().map(|at| &held[*at]).filter(|held| says.is_none_or(|said| held.says.said.contains(said)));
        told.fold(PersonSet::NOBODY, |all, held| sets.either(all, held.who))
    };
    let (was, is) = (all(sets, old, &old_then, None), all(sets, new, &new_then, None));
    let appears = only(sets, is, was)?;
    let disappears = only(sets, was, is)?;
    let keep = sets.both(was, is);
    let mut said: Vec<(Said, bool, PersonSet)> = Vec::new();
    let (olds, news) = (old_then.iter().map(|at| &old[*at]), new_then.iter().map(|at| &new[*at]));
    let mut told: Vec<&Said> = Vec::new();
    for one in olds.chain(news).flat_map(|held| &held.says.said) {
        if !told.contains(&one) {
            told.push(one);
        }
    }
    for one in told {
        let (was, is) = (all(sets, old, &old_then, Some(one)), all(sets, new, &new_then, Some(one)));
        for (is_new, more, less) in [(false, was, is), (true, is, was)] {
            let to = only(sets, more, less)?;
            let to = sets.both(to, keep);
            if sets.is_nobody(to)? {
                continue;
            }
            said.push((one.clone(), is_new, to));
        }
    }
    Some(Changed { appears, disappears, said })
}

/// Who is in one and not in the other; plainly nobody when nobody is who can be.
fn only(sets: &mut PersonSets, one: PersonSet, other: PersonSet) -> Option<PersonSet> {
    let set = sets.without(one, other);
    Some(if sets.is_nobody(set)? { PersonSet::NOBODY } else { set })
}

fn answer(
    sets: &mut PersonSets,
    claim: &Claim,
    place: &ChangePlace,
    stretch: Stretch,
    changed: Changed,
) -> AnswerChange {
    let Changed { appears, disappears, said } = changed;
    AnswerChange {
        claim: claim.clone(),
        place: place.clone(),
        during: stretch.during(),
        appears: sets.cover(appears, MOST_BOXES),
        disappears: sets.cover(disappears, MOST_BOXES),
        said: said
            .into_iter()
            .map(|(said, appears, to)| SaidChange { said, appears, to: sets.cover(to, MOST_BOXES) })
            .collect(),
    }
}
