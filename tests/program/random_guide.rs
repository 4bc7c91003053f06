//! Random small guides, profiles and dates, with impossible combinations.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use strum::IntoEnumIterator as _;
use wegwijzer::{lookup::*, model::*};

use crate::records;

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).unwrap()
}

fn label(text: &str) -> Label {
    Label { nl: text.to_owned(), en: None }
}

/// Facets of both kinds, small enough to enumerate everybody.
fn facets() -> impl Strategy<Value = Vec<Facet>> {
    let urgency = prop::sample::select(Urgency::iter().collect::<Vec<_>>());
    prop::collection::vec((any::<bool>(), 1usize..=4, any::<bool>(), urgency), 2..=5).prop_map(|shapes| {
        shapes
            .into_iter()
            .enumerate()
            .map(|(position, (is_many, size, grouped, urgency))| {
                let size = if is_many { size.min(3) } else { size };
                let value = |v: usize| FacetValue {
                    id: id(&format!("v{v}")),
                    label: label("waarde"),
                    help: None,
                    hours: Vec::new(),
                };
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
                    urgency,
                    decides: None,
                    not_of: None,
                    until_told: Vec::new(),
                    until_told_unless: None,
                    values: (0..size).map(value).collect(),
                    ask_first: groups.iter().map(|group| group.id.clone()).collect(),
                    groups,
                }
            })
            .collect()
    })
}

/// A condition on these facets.
pub fn condition(facets: &[Facet]) -> BoxedStrategy<Condition> {
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

/// Days on which things begin and end, of every precision, with the awkward ends of a February.
const DAYS: [&str; 6] = ["2020", "2021-06", "2022-02", "2022-02-28", "2024-02-29", "2026-11-22"];
/// Where things hold, and can be asked.
const REGIONS: [&str; 3] = ["Noord", "Midden", "Zuid"];

/// A stretch of time; half of them are open.
fn validity() -> impl Strategy<Value = Validity> {
    let end = || prop::option::weighted(0.3, prop::sample::select(&DAYS[..]));
    (end(), end()).prop_map(|(from, until)| {
        let date = |text: &str| text.parse().unwrap();
        Validity { from: from.map(date), until: until.map(date), note: None }
    })
}

/// No, one or two regions; mostly none, which is the whole country.
fn area() -> impl Strategy<Value = Vec<String>> {
    let some = prop::sample::subsequence(REGIONS.to_vec(), 1..=2);
    let some = some.prop_map(|regions| regions.into_iter().map(str::to_owned).collect());
    prop_oneof![2 => Just(Vec::new()), 1 => some]
}

/// A day of asking on, just before or just after one on which something begins or ends; somewhere, or nobody knows where.
pub fn as_of() -> impl Strategy<Value = AsOf> {
    let days: Vec<Date> = DAYS
        .iter()
        .flat_map(|text| {
            let date: PartialDate = text.parse().unwrap();
            let (first, last) = (date.first_day(), date.last_day());
            [first.yesterday().unwrap(), first, last, last.tomorrow().unwrap()]
        })
        .collect();
    let region = prop_oneof![
        1 => Just(None),
        3 => prop::sample::select(&REGIONS[..]).prop_map(|region| Some(region.to_owned())),
        1 => Just(Some("Elders".to_owned())),
    ];
    (prop::sample::select(days), region).prop_map(|(date, veiligheidsregio)| AsOf { date, veiligheidsregio })
}

fn responsibilities(facets: &[Facet]) -> impl Strategy<Value = Vec<Responsibility>> + use<> {
    let aspect = prop::sample::select(&ASPECTS[..]);
    let role = prop::sample::select(Role::iter().collect::<Vec<_>>());
    let one = (condition(facets), 0usize..4, aspect, role, any::<bool>(), validity(), area());
    prop::collection::vec(one, 1..10).prop_map(|all| {
        let record = |(n, (who, party, aspect, role, primary, valid, area))| Responsibility {
            role,
            primary,
            valid,
            area,
            ..responsibility(&format!("r{n}"), &format!("partij{party}"), aspect, who)
        };
        all.into_iter().enumerate().map(record).collect()
    })
}

fn referrals(facets: &[Facet]) -> impl Strategy<Value = Vec<Referral>> + use<> {
    let one = (condition(facets), 0usize..4, 0usize..4, validity(), area());
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let record = |(n, (who, from, to, valid, area))| Referral {
            who,
            valid,
            area,
            ..referral(&format!("d{n}"), &format!("partij{from}"), &format!("partij{to}"))
        };
        all.into_iter().enumerate().map(record).collect()
    })
}

fn gaps(facets: &[Facet]) -> impl Strategy<Value = Vec<Gap>> + use<> {
    let one = (condition(facets), prop::sample::select(&ASPECTS[..]), validity());
    prop::collection::vec(one, 0..5).prop_map(|all| {
        let record = |(n, (who, aspect, valid))| Gap {
            id: id(&format!("g{n}")),
            aspect: id(aspect),
            kind: GapKind::Niemand,
            who,
            short: None,
            text: "Niemand.".into(),
            ask: id("partij0"),
            valid,
            cites: Vec::new(),
        };
        all.into_iter().enumerate().map(record).collect()
    })
}

fn first(facets: &[Facet]) -> impl Strategy<Value = Vec<FirstAdvice>> + use<> {
    prop::collection::vec((condition(facets), validity()), 0..4).prop_map(|all| {
        let record = |(n, (who, valid))| FirstAdvice {
            id: id(&format!("e{n}")),
            who,
            text: label("eerst"),
            certain: None,
            valid,
            cites: Vec::new(),
        };
        all.into_iter().enumerate().map(record).collect()
    })
}

/// What cannot be, what follows and what is odd.
#[derive(Clone, Debug, Default)]
struct Rules {
    impossible: Table<Impossible>,
    implications: Table<Implication>,
    suspicious: Table<Suspicious>,
}

fn rules(facets: &[Facet]) -> impl Strategy<Value = Rules> + use<> {
    prop::collection::vec((condition(facets), condition(facets), 0usize..3), 0..3).prop_map(|all| {
        let mut rules = Rules::default();
        for (n, (when, then, kind)) in all.into_iter().enumerate() {
            let (rule_id, text, basis) = (id(&format!("regel{n}")), label("regel"), Basis::Aanname("t".into()));
            match kind {
                0 => rules.impossible.push(Impossible { id: rule_id, when, text, basis }),
                1 => rules.implications.push(Implication { id: rule_id, when, then, text, basis }),
                _ => rules.suspicious.push(Suspicious { id: rule_id, when, text, basis }),
            }
        }
        rules
    })
}

/// A guide whose people can be enumerated.
pub fn guide() -> impl Strategy<Value = Guide> {
    facets().prop_flat_map(|facets| {
        let records = (responsibilities(&facets), referrals(&facets), gaps(&facets), first(&facets), rules(&facets));
        let needed = prop::collection::vec(prop::option::of(condition(&facets)), ASPECTS.len());
        let not_of = prop::collection::vec(prop::option::weighted(0.3, condition(&facets)), facets.len());
        (Just(facets), records, needed, not_of).prop_map(|(mut facets, records, needed, not_of)| {
            let (responsibilities, referrals, gaps, first, rules) = records;
            for (facet, who) in facets.iter_mut().zip(not_of) {
                facet.not_of = who.map(|who| NotOf { who, basis: Basis::Aanname("t".into()) });
            }
            let mut guide = empty_guide(facets);
            for (aspect, who) in guide.phases.iter_mut().flat_map(|phase| &mut phase.aspects).zip(needed) {
                aspect.needed = who.map(|who| Need { who, basis: Basis::Aanname("t".into()) });
            }
            guide.parties = (0..4)
                .map(|n| {
                    let scope = if n == 3 { PartyScope::HeleKeten } else { PartyScope::Uitvoerend };
                    party(&format!("partij{n}"), scope)
                })
                .collect();
            guide.responsibilities = responsibilities.into();
            guide.referrals = referrals.into();
            guide.gaps = gaps.into();
            guide.first = first.into();
            guide.impossible = rules.impossible;
            guide.implications = rules.implications;
            guide.suspicious = rules.suspicious;
            guide
        })
    })
}

/// Two versions of a guide: the second has other tasks and gaps beside some of the first, and perhaps other rules.
pub fn versions() -> impl Strategy<Value = (Guide, Guide)> {
    guide().prop_flat_map(|before| {
        let facets: Vec<Facet> = before.facets.iter().cloned().collect();
        let records = (responsibilities(&facets), gaps(&facets), rules(&facets), any::<bool>(), any::<u16>());
        (Just(before), records).prop_map(|(before, (tasks, gaps, rules, other_rules, kept))| {
            let mut after = before.clone();
            // Records with one id say something else now; others stay, and some are gone.
            let stays = |position: usize| kept >> (position % 16) & 1 == 1;
            let old: Vec<Responsibility> = before.responsibilities.iter().cloned().collect();
            let count = old.len().max(tasks.len());
            let pick = |at: usize| if stays(at) { old.get(at).cloned() } else { tasks.get(at).cloned() };
            after.responsibilities = (0..count).filter_map(pick).collect::<Vec<_>>().into();
            after.gaps = gaps.into();
            if other_rules {
                after.impossible = rules.impossible;
                after.implications = rules.implications;
            }
            (before, after)
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

/// The aspects of [`empty_guide`], in its order, which is not that of their ids.
pub const ASPECTS: [&str; 3] = ["a2", "a1", "a3"];

/// A guide with these facets and nothing else, but two phases with their aspects.
pub fn empty_guide(facets: Vec<Facet>) -> Guide {
    Guide {
        schema: SCHEMA,
        title: "proef".into(),
        edition: "proef".into(),
        training: false,
        release: None,
        owner: Owner { name: "proef".into(), contact: None },
        renamed: Vec::new(),
        limits: Vec::new(),
        first: Table::default(),
        sources: Table::default(),
        facet_sections: vec![FacetSection { id: id("deel"), label: label("deel") }].into(),
        facets: facets.into(),
        impossible: Table::default(),
        implications: Table::default(),
        suspicious: Table::default(),
        phases: vec![phase('A', &ASPECTS[..2]), phase('B', &ASPECTS[2..])].into(),
        parties: Table::default(),
        responsibilities: Table::default(),
        referrals: Table::default(),
        gaps: Table::default(),
        conflicts: Table::default(),
        agreements: Table::default(),
        scenarios: Table::default(),
        glossary: Table::default(),
        exceptions: Table::default(),
        unresolved: Table::default(),
    }
}

fn phase(letter: char, aspects: &[&str]) -> Phase {
    let aspect = |name: &&str| Aspect {
        id: id(name),
        label: label("aspect"),
        needed: None,
        timing: None,
        safety: false,
        spine: Vec::new(),
    };
    Phase {
        id: id(&letter.to_lowercase().to_string()),
        letter,
        title: label("fase"),
        short: label("fase"),
        aspects: aspects.iter().map(aspect).collect(),
    }
}

/// A hand-over for everybody.
pub fn referral(name: &str, from: &str, to: &str) -> Referral {
    Referral {
        id: id(name),
        from: id(from),
        from_aspect: None,
        to: id(to),
        to_aspect: None,
        area: Vec::new(),
        act: Act::Meldt,
        timing: None,
        who: Condition::Always,
        text: "Meldt.".into(),
        provided: Vec::new(),
        sharing: Sharing { ground: SharingGround::Onbekend, text: String::new() },
        terms: Vec::new(),
        valid: Validity::default(),
        cites: Vec::new(),
    }
}

/// A party with this id.
pub fn party(name: &str, scope: PartyScope) -> Party {
    records::party(id(name), name, scope)
}

/// A responsibility of a party for some persons.
pub fn responsibility(name: &str, party: &str, aspect: &str, who: Condition) -> Responsibility {
    records::responsibility(id(name), id(party), id(aspect), who)
}
