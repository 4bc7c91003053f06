//! Conditions as tables of situations: what is not changed keeps its meaning, and its text.

use std::sync::Arc;

use proptest::prelude::*;
use wegwijzer::{
    file::embedded_guide,
    lookup::{Index, PersonSets},
    model::{
        walk::{Leaf, Place, Visitor, walk},
        *,
    },
};

use crate::{cover::asked, random_guide::condition};

struct Conditions<'a>(Vec<&'a Condition>);

impl<'a> Visitor<'a> for Conditions<'a> {
    fn leaf(&mut self, _place: &Place<'_>, leaf: Leaf<'a>) {
        if let Leaf::Condition(condition) = leaf {
            self.0.push(condition);
        }
    }
}

fn conditions(guide: &Guide) -> Vec<&Condition> {
    let mut found = Conditions(Vec::new());
    walk(guide, &mut found);
    found.0
}

#[test]
fn every_condition_of_the_guide_fits_in_a_table_and_comes_back_as_the_same_diagram() {
    let guide = Arc::new(embedded_guide().unwrap());
    let index = Index::new(Arc::clone(&guide)).unwrap();
    let mut sets = PersonSets::new(&index);
    let mut counts = [0_usize; Situations::MOST + 1];
    let all = conditions(&guide);
    assert!(all.len() > 400, "{}", all.len());
    for original in all {
        let table = Situations::read(original).unwrap_or_else(|| panic!("as text only: {original:?}"));
        counts[table.0.len()] += 1;
        // The same set has the same node: nothing is worked out.
        let (before, after) = (sets.of(original), sets.of(&table.condition()));
        assert_eq!(before, after, "{original:?} is not {:?}", table.condition());
        assert_eq!(table.write(original), *original);
    }
    assert!(counts[1] > 5 * counts[2] && counts[3..].iter().all(|count| *count == 0), "{counts:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_table_means_what_its_condition_means((guide, conditions) in asked()) {
        let index = Index::new(Arc::new(guide)).unwrap();
        let mut sets = PersonSets::new(&index);
        for original in &conditions {
            let Some(table) = Situations::read(original) else { continue };
            prop_assert!(table.0.len() <= Situations::MOST);
            let (before, after) = (sets.of(original), sets.of(&table.condition()));
            prop_assert_eq!(before, after, "{:?} became {:?}", original, table.condition());
            prop_assert_eq!(table.write(original), original.clone());
            // What was written reads as a table that means the same.
            let again = Situations::read(&table.condition()).unwrap();
            prop_assert_eq!(sets.of(&again.condition()), before);
        }
    }

    #[test]
    fn a_row_more_is_a_condition_more((guide, conditions) in asked(), at in 0_usize..6) {
        let facets: Vec<Facet> = guide.facets.iter().cloned().collect();
        let index = Index::new(Arc::new(guide)).unwrap();
        let mut sets = PersonSets::new(&index);
        let Some(mut table) = Situations::read(&conditions[0]) else { return Ok(()) };
        if table.0.is_empty() { return Ok(()) }
        let at = at % table.0.len();
        let row = Row { facet: facets[0].id.clone(), is_not: false, mode: match facets[0].kind { FacetKind::One => Mode::One, FacetKind::Many => Mode::HasAny }, values: vec![facets[0].values[0].id.clone()] };
        let parts: Vec<Condition> = table.0.iter().enumerate().map(|(n, situation)| {
            let own = situation.condition();
            if n == at { Condition::All(vec![own, row.condition()]) } else { own }
        }).collect();
        table.0[at].rows.push(row.clone());
        let (edited, expected) = (sets.of(&table.write(&conditions[0])), sets.of(&Condition::Any(parts)));
        prop_assert_eq!(edited, expected);
    }
}

#[test]
fn most_conditions_at_random_fit_in_a_table() {
    // So that the laws above are about something.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let guide = embedded_guide().unwrap();
    let facets: Vec<Facet> = guide.facets.iter().cloned().collect();
    let random = condition(&facets);
    let fits = (0..200).filter(|_| {
        use proptest::strategy::ValueTree as _;
        Situations::read(&random.new_tree(&mut runner).unwrap().current()).is_some()
    });
    assert!(fits.count() > 150);
}
