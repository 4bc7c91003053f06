//! The persons of two versions of a guide, so that conditions of either can be held against each other.

use std::sync::Arc;

use super::{Index, PersonSet, PersonSets};
use crate::model::{Condition, Facet, Guide, Implication, Impossible, Table, ValueId};

/// The persons of two versions of a guide: who can be in both.
///
/// Where facets differ, a person answers to those of both, and each facet has the values of both: what one version says
/// of a value that only the other has follows from its conditions as they are written.
#[derive(Debug)]
pub struct Versions {
    /// Their sets.
    pub sets: PersonSets,
    /// Whether the words of conditions mean the same in both: then they need no translation.
    pub same_words: bool,
    /// Whether the same persons can be in both, as far as the rules are written alike.
    pub same_rules: bool,
}

impl Versions {
    /// Of two versions; `None` when a facet is of another kind now, or has too many values in both together.
    pub fn of(old: &Index, new: &Index) -> Option<Self> {
        let (before, after) = (old.guide(), new.guide());
        let same_words = has_same_words(&before.facets, &after.facets);
        let whens = |guide: &Guide| -> Vec<Condition> {
            super::space::rule_conditions(guide).into_iter().map(|(_, condition)| condition).collect()
        };
        let same_rules = same_words && whens(before) == whens(after);
        if same_rules {
            return Some(Self { sets: PersonSets::new(new), same_words, same_rules });
        }
        let facets = if same_words { after.facets.clone() } else { merged(&before.facets, &after.facets)? };
        let translated = |guide: &Guide, condition: &Condition| {
            if same_words { condition.clone() } else { plain(guide, condition) }
        };
        let both = |guide: &Guide| -> (Vec<Impossible>, Vec<Implication>) {
            let impossible =
                guide.impossible.iter().map(|rule| Impossible { when: translated(guide, &rule.when), ..rule.clone() });
            let implied = guide.implications.iter().map(|rule| Implication {
                when: translated(guide, &rule.when),
                then: translated(guide, &rule.then),
                ..rule.clone()
            });
            (impossible.collect(), implied.collect())
        };
        let ((mut impossible, mut implications), (more, others)) = (both(after), both(before));
        impossible.extend(more);
        implications.extend(others);
        let guide = Guide {
            facets,
            impossible: impossible.into(),
            implications: implications.into(),
            schema: after.schema,
            title: after.title.clone(),
            edition: after.edition.clone(),
            training: after.training,
            release: None,
            owner: after.owner.clone(),
            limits: Vec::new(),
            first: Table::default(),
            sources: Table::default(),
            facet_sections: Table::default(),
            suspicious: Table::default(),
            phases: Table::default(),
            parties: Table::default(),
            responsibilities: Table::default(),
            referrals: Table::default(),
            gaps: Table::default(),
            conflicts: Table::default(),
            agreements: Table::default(),
            scenarios: Table::default(),
            glossary: Table::default(),
            exceptions: Table::default(),
            renamed: Vec::new(),
            unresolved: Table::default(),
        };
        let sets = PersonSets::of_guide(Arc::new(guide)).ok()?;
        Some(Self { sets, same_words, same_rules })
    }

    /// Who meets a condition of one of the two.
    pub fn set(&mut self, guide: &Guide, condition: &Condition) -> PersonSet {
        if self.same_words { self.sets.of(condition) } else { self.sets.of(&plain(guide, condition)) }
    }
}

/// Whether each word of a condition means the same, wherever it is asked and whatever it is called.
fn has_same_words(before: &Table<Facet>, after: &Table<Facet>) -> bool {
    let same_facet = |(old, new): (&Facet, &Facet)| {
        let values = |facet: &Facet| -> Vec<ValueId> { facet.values.iter().map(|value| value.id.clone()).collect() };
        let groups = |facet: &Facet| -> Vec<(ValueId, Vec<ValueId>)> {
            facet.groups.iter().map(|group| (group.id.clone(), group.values.clone())).collect()
        };
        old.id == new.id && old.kind == new.kind && values(old) == values(new) && groups(old) == groups(new)
    };
    before.len() == after.len() && before.iter().zip(after).all(same_facet)
}

/// The facets of both, each with the values of both; `None` when one is of another kind.
fn merged(before: &Table<Facet>, after: &Table<Facet>) -> Option<Table<Facet>> {
    let mut facets: Vec<Facet> = after.iter().cloned().collect();
    for old in before {
        let Some(found) = facets.iter_mut().find(|facet| facet.id == old.id) else {
            facets.push(old.clone());
            continue;
        };
        if found.kind != old.kind {
            return None;
        }
        let more = old.values.iter().filter(|value| found.value_position(&value.id).is_none());
        let more: Vec<_> = more.cloned().collect();
        // A word means the value here; what a group means, conditions say by its values.
        found.groups.retain(|group| !more.iter().any(|value| value.id == group.id));
        found.values.extend(more);
    }
    Some(facets.into())
}

/// The same condition by values only, without groups.
fn plain(guide: &Guide, condition: &Condition) -> Condition {
    let all = |parts: &[Condition]| parts.iter().map(|part| plain(guide, part)).collect();
    let values = |facet, values: &[ValueId]| -> Vec<ValueId> {
        let Some(facet) = guide.facet(facet) else { return Vec::new() };
        let positions = super::space::expand(facet, values).into_iter();
        positions.filter_map(|position| facet.values.get(position)).map(|value| value.id.clone()).collect()
    };
    match condition {
        Condition::Always => Condition::Always,
        Condition::All(parts) => Condition::All(all(parts)),
        Condition::Any(parts) => Condition::Any(all(parts)),
        Condition::Not(part) => Condition::Not(Box::new(plain(guide, part))),
        Condition::Is(facet, given) => Condition::Is(facet.clone(), values(facet, given)),
        Condition::HasAny(facet, given) => Condition::HasAny(facet.clone(), values(facet, given)),
        Condition::HasAll(facet, given) => Condition::HasAll(facet.clone(), values(facet, given)),
    }
}
