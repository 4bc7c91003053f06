//! A guide as large as the country would need: ten thousand parties, thirty thousand responsibilities.
//!
//! The questions, the rules and the aspects are those of a real guide, and so are the gaps, the words and the parties
//! that these name; all else is made up, the same every time. Nothing is wrong with it, so that it can be opened.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use wegwijzer::{
    file,
    model::{
        AspectId, Citation, Condition, Date, Facet, FacetKind, Fault, Guide, Id, Party, PartyId, PartyScope, RecordKey,
        Responsibility, Role, Validity, ValueId,
    },
    review,
};

#[path = "../../tests/support/records.rs"]
mod records;

/// The questions, rules and phases of `real`, with `parties` parties and `responsibilities` made-up responsibilities.
pub fn large_guide(real: &Guide, parties: usize, responsibilities: usize) -> Guide {
    let mut dice = Dice(0x5EED);
    let mut guide = real.clone();
    let aspects: Vec<AspectId> =
        real.phases.iter().flat_map(|phase| &phase.aspects).map(|aspect| aspect.id.clone()).collect();
    let cites = &real.responsibilities.iter().find(|record| !record.cites.is_empty()).unwrap().cites[..1];
    let made_up = (0..).map(|number| party(number, cites));
    guide.parties = real.parties.iter().cloned().chain(made_up).take(parties).collect();
    let executing = guide.parties.iter().filter(|party| party.scope.is_executing()).map(|party| &party.id);
    let executing: Vec<&PartyId> = executing.collect();
    guide.responsibilities = (0..responsibilities)
        .map(|number| {
            let mut names: Vec<&Facet> = real.facets.iter().collect();
            dice.shuffle(&mut names);
            names.truncate(dice.between(2..6));
            let (party, aspect) = ((*dice.pick(&executing)).clone(), dice.pick(&aspects).clone());
            let role = *dice.pick(&[Role::Beslist, Role::VoertUit, Role::Bemiddelt, Role::Adviseert]);
            let primary = dice.between(0..2) == 0;
            let who = condition(&mut dice, &names, 1);
            let until = (dice.between(0..10) == 0).then(|| "2020".parse().unwrap());
            Responsibility {
                role,
                primary,
                valid: Validity { until, ..Validity::default() },
                cites: cites.to_vec(),
                ..records::responsibility(named("r", number), party, aspect, who)
            }
        })
        .collect();
    guide.referrals.clear();
    guide.agreements.clear();
    guide.conflicts.clear();
    guide.scenarios.clear();
    mended(guide)
}

/// What chance made wrong, as the review finds it, until it finds no more: conditions that nobody meets, and tasks where
/// there is a gap, of which it tells only the first.
fn mended(mut guide: Guide) -> Guide {
    let regions = file::embedded_regions().unwrap();
    loop {
        let seen = Arc::new(guide);
        let problems = review::check(&seen, &regions, Date::new(2026, 11, 22).unwrap());
        guide = Arc::unwrap_or_clone(seen);
        let (mut nobody, mut in_gap) = (BTreeSet::new(), BTreeSet::new());
        for problem in problems {
            match (problem.record, problem.fault) {
                (RecordKey::Responsibility(id), Fault::NobodyMeets) => nobody.insert(id),
                (_, Fault::GapOverlapsAnswer(id)) => in_gap.insert(id),
                _ => false,
            };
        }
        if nobody.is_empty() && in_gap.is_empty() {
            return guide;
        }
        for record in &mut guide.responsibilities {
            if nobody.contains(&record.id) {
                record.who = Condition::Not(Box::new(record.who.clone()));
            }
            if in_gap.contains(&record.id) {
                record.role = Role::Bemiddelt;
            }
        }
    }
}

fn party(number: usize, cites: &[Citation]) -> Party {
    let party = records::party(named("partij", number), &format!("Partij {number}"), PartyScope::Uitvoerend);
    Party { cites: cites.to_vec(), ..party }
}

fn named<K>(word: &str, number: usize) -> Id<K> {
    Id::new(&format!("{word}-{number}")).unwrap()
}

/// A condition that names each of these facets once, at most three deep.
fn condition(dice: &mut Dice, facets: &[&Facet], depth: usize) -> Condition {
    let part = if let [facet] = facets {
        literal(dice, facet)
    } else {
        // On the deepest level that still holds others, every facet stands by itself.
        let parts = if depth == 2 { facets.len() } else { dice.between(2..facets.len() + 1) };
        let groups = facets.chunks(facets.len().div_ceil(parts));
        let parts: Vec<Condition> = groups.map(|facets| condition(dice, facets, depth + 1)).collect();
        if dice.between(0..5) < 3 { Condition::All(parts) } else { Condition::Any(parts) }
    };
    if dice.between(0..6) == 0 { Condition::Not(Box::new(part)) } else { part }
}

/// Some values of a facet, or one of its groups.
fn literal(dice: &mut Dice, facet: &Facet) -> Condition {
    if !facet.groups.is_empty() && dice.between(0..3) == 0 {
        return Condition::Is(facet.id.clone(), vec![dice.pick(&facet.groups).id.clone()]);
    }
    let mut values: Vec<ValueId> = facet.values.iter().map(|value| value.id.clone()).collect();
    dice.shuffle(&mut values);
    values.truncate(dice.between(1..values.len().max(2)));
    match facet.kind {
        FacetKind::One => Condition::Is(facet.id.clone(), values),
        FacetKind::Many if dice.between(0..2) == 0 => Condition::HasAll(facet.id.clone(), values),
        FacetKind::Many => Condition::HasAny(facet.id.clone(), values),
    }
}

/// Chance that falls the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, range: Range<usize>) -> usize {
        let width = (range.end - range.start) as u64;
        range.start + usize::try_from(self.roll() % width).unwrap()
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.between(0..items.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.between(0..last + 1));
        }
    }
}
