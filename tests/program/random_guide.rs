//! Random small guides, profiles and dates, with impossible combinations.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wegwijzer::{lookup::*, model::*};

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).unwrap()
}

fn label(text: &str) -> Label {
    Label { nl: text.to_owned(), en: None }
}

/// Facets of both kinds, small enough to enumerate everybody.
fn facets() -> impl Strategy<Value = Vec<Facet>> {
    prop::collection::vec((any::<bool>(), 1usize..=4, any::<bool>(), any::<bool>()), 2..=5).prop_map(|shapes| {
        shapes
            .into_iter()
            .enumerate()
            .map(|(position, (is_many, size, grouped, safety))| {
                let size = if is_many { size.min(3) } else { size };
                let value = |v: usize| FacetValue { id: id(&format!("v{v}")), label: label("waarde"), help: None };
                let groups = if grouped && !is_many && size > 2 {
                    let members = |range: std::ops::Range<usize>| range.map(|v| id(&format!("v{v}"))).collect();
                    vec![
                        Group { id: id("laag"), label: label("laag"), values: members(0..2) },
                        Group { id: id("hoog"), label: label("hoog"), values: members(2..size) },
                    ]
                } else {
                    Vec::new()
                };
                Facet {
                    id: id(&format!("f{position}")),
                    kind: if is_many { FacetKind::Many } else { FacetKind::One },
                    label: label("facet"),
                    question: label("vraag"),
                    help: None,
                    section: id("deel"),
                    safety: safety && position == 1,
                    values: (0..size).map(value).collect(),
                    ask_first: groups.iter().map(|group| group.id.clone()).collect(),
                    groups,
                }
            })
            .collect()
    })
}

fn condition(facets: &[Facet]) -> BoxedStrategy<Condition> {
    let shapes: Vec<(FacetId, FacetKind, Vec<ValueId>)> = facets
        .iter()
        .map(|facet| {
            let values = facet.values.iter().map(|value| value.id.clone());
            (facet.id.clone(), facet.kind, values.chain(facet.groups.iter().map(|group| group.id.clone())).collect())
        })
        .collect();
    let leaf = (prop::sample::select(shapes), any::<[bool; 6]>(), any::<bool>()).prop_map(
        |((facet, kind, values), picks, all)| {
            let chosen: Vec<ValueId> =
                values.iter().zip(picks).filter(|(_, pick)| *pick).map(|(value, _)| value.clone()).collect();
            match kind {
                FacetKind::One => Condition::Is(facet, chosen),
                FacetKind::Many if all => Condition::HasAll(facet, chosen),
                FacetKind::Many => Condition::HasAny(facet, chosen),
            }
        },
    );
    prop_oneof![1 => Just(Condition::Always), 8 => leaf]
        .prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
                prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
                inner.prop_map(|part| Condition::Not(Box::new(part))),
            ]
        })
        .boxed()
}

/// A guide whose people can be enumerated.
pub fn guide() -> impl Strategy<Value = Guide> {
    facets().prop_flat_map(|facets| {
        let responsibilities = prop::collection::vec((condition(&facets), 0usize..4, any::<bool>(), 0usize..4), 1..10);
        let rules = prop::collection::vec((condition(&facets), condition(&facets), 0usize..3), 0..3);
        (Just(facets), responsibilities, rules).prop_map(|(facets, responsibilities, rules)| {
            let mut guide = empty_guide(facets);
            guide.parties = (0..4)
                .map(|n| {
                    let scope = if n == 3 { PartyScope::HeleKeten } else { PartyScope::Uitvoerend };
                    party(&format!("partij{n}"), scope)
                })
                .collect();
            for (n, (who, party, primary, validity)) in responsibilities.into_iter().enumerate() {
                let mut record = responsibility(&format!("r{n}"), &format!("partij{party}"), "a1", who);
                record.primary = primary;
                record.valid.until = (validity == 0).then(|| "2020".parse().unwrap());
                guide.responsibilities.push(record);
            }
            for (n, (when, then, kind)) in rules.into_iter().enumerate() {
                let (rule_id, text, basis) = (id(&format!("regel{n}")), label("regel"), Basis::Aanname("t".into()));
                match kind {
                    0 => guide.impossible.push(Impossible { id: rule_id, when, text, basis }),
                    1 => guide.implications.push(Implication { id: rule_id, when, then, text, basis }),
                    _ => guide.suspicious.push(Suspicious { id: rule_id, when, text, basis }),
                }
            }
            guide
        })
    })
}

/// A profile, for a guide: per facet unknown, or some values.
pub fn profile(guide: &Guide) -> impl Strategy<Value = Profile> + use<> {
    let facets: Vec<(FacetId, FacetKind, Vec<ValueId>)> = guide
        .facets
        .iter()
        .map(|facet| (facet.id.clone(), facet.kind, facet.values.iter().map(|v| v.id.clone()).collect()))
        .collect();
    prop::collection::vec((any::<bool>(), any::<[bool; 4]>(), any::<[bool; 4]>()), facets.len()).prop_map(
        move |picks| {
            let mut profile = Profile::default();
            for ((facet, kind, values), (given, chosen, truth)) in facets.iter().zip(picks) {
                if !given {
                    continue;
                }
                let picked = values.iter().enumerate().filter(|(n, _)| chosen[*n]);
                let known = match kind {
                    FacetKind::One => Known::OneOf(picked.map(|(_, v)| v.clone()).collect::<BTreeSet<_>>()),
                    FacetKind::Many => {
                        Known::Each(picked.map(|(n, v)| (v.clone(), truth[n])).collect::<BTreeMap<_, _>>())
                    }
                };
                profile.set(facet.clone(), known);
            }
            profile
        },
    )
}

/// A guide with these facets and nothing else, but a phase with one aspect.
pub fn empty_guide(facets: Vec<Facet>) -> Guide {
    Guide {
        schema: SCHEMA,
        title: "proef".into(),
        edition: "proef".into(),
        owner: Owner { name: "proef".into(), contact: None },
        limits: Vec::new(),
        first: Table::default(),
        sources: Table::default(),
        facet_sections: vec![FacetSection { id: id("deel"), label: label("deel") }].into(),
        facets: facets.into(),
        impossible: Table::default(),
        implications: Table::default(),
        suspicious: Table::default(),
        phases: vec![Phase {
            id: id("fase"),
            letter: 'A',
            title: label("fase"),
            short: label("fase"),
            aspects: vec![Aspect { id: id("a1"), label: label("aspect"), needed: None }].into(),
        }]
        .into(),
        parties: Table::default(),
        responsibilities: Table::default(),
        referrals: Table::default(),
        gaps: Table::default(),
        conflicts: Table::default(),
        agreements: Table::default(),
        scenarios: Table::default(),
        glossary: Table::default(),
    }
}

/// A party with this id.
pub fn party(name: &str, scope: PartyScope) -> Party {
    Party {
        id: id(name),
        kind: PartyKind::Organisatie,
        scope,
        names: vec![PartyName { name: label(name), short: None, valid: Validity::default(), cites: Vec::new() }],
        aliases: Vec::new(),
        part_of: Vec::new(),
        receives: None,
        summary: String::new(),
        contacts: Vec::new(),
        alerts: Vec::new(),
        note: None,
        cites: Vec::new(),
    }
}

/// A responsibility of a party for some persons.
pub fn responsibility(name: &str, party: &str, aspect: &str, who: Condition) -> Responsibility {
    Responsibility {
        id: id(name),
        party: id(party),
        aspect: id(aspect),
        role: Role::VoertUit,
        primary: true,
        who,
        task: "Helpt.".into(),
        provided: Vec::new(),
        area: Vec::new(),
        legal_basis: Vec::new(),
        terms: Vec::new(),
        receives: None,
        phone: None,
        valid: Validity::default(),
        notes: Vec::new(),
        cites: Vec::new(),
        verified: None,
        changed: None,
        imported: None,
    }
}
