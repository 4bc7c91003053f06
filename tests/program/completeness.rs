//! Gaps and overlaps over all persons: what trying everybody, everywhere and on every day finds, no more and no less.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use wegwijzer::{
    file::{embedded_guide, embedded_regions},
    lookup::{Index, Profile, oracle},
    model::*,
    review::completeness::{Found, GapFound, OverlapFound, Place, WhyNoOverlap, WhyNotAGap, gaps, overlaps},
};

use crate::{
    cover::people,
    random_guide::{as_of, guide},
};

/// Where persons are: the regions of the random guides, and one in which nothing holds by itself.
const REGIONS: [&str; 4] = ["Noord", "Midden", "Zuid", "Elders"];

fn regions() -> Regions {
    let gemeente = |name: &str| Gemeente {
        code: name.to_owned(),
        name: name.to_owned(),
        search_terms: Vec::new(),
        veiligheidsregio: name.to_owned(),
        politie_eenheid: name.to_owned(),
        riec: name.to_owned(),
    };
    Regions { gemeenten: REGIONS.into_iter().map(gemeente).collect(), ..Regions::default() }
}

/// A guide whose parties may be parts of each other, and whose tasks may be the subject of agreements.
fn agreed() -> impl Strategy<Value = Guide> {
    let is_small =
        |guide: &Guide| !people(guide).is_empty() && oracle::thinkable(guide, &Profile::default()).len() < 300;
    let between = prop::collection::vec((prop::collection::vec(0_usize..10, 2..4), any::<bool>()), 0..4);
    (guide().prop_filter("nobody is left, or too many", is_small), between, any::<bool>()).prop_map(
        |(mut guide, between, is_part)| {
            if is_part {
                let whole = guide.parties.iter().next().unwrap().id.clone();
                guide.parties.rows_mut()[1].part_of = vec![whole];
            }
            // Of many tasks in all roles few overlap: half of them are alike.
            for task in guide.responsibilities.rows_mut().iter_mut().step_by(2) {
                (task.primary, task.role) = (true, Role::VoertUit);
            }
            let ids: Vec<ResponsibilityId> = guide.responsibilities.iter().map(|task| task.id.clone()).collect();
            for (n, (tasks, is_shared)) in between.into_iter().enumerate() {
                guide.agreements.push(Agreement {
                    id: RecordId::new(&format!("afspraak{n}")).unwrap(),
                    between: tasks.into_iter().filter_map(|task| ids.get(task).cloned()).collect(),
                    state: if is_shared { AgreementState::Gezamenlijk } else { AgreementState::Nodig },
                    text: "Spreek af.".into(),
                    cites: Vec::new(),
                });
            }
            guide
        },
    )
}

/// Whether a task is in force for a person somewhere on a day, and its party can answer.
fn answers(guide: &Guide, task: &Responsibility, person: &oracle::Person, region: &str, day: Date) -> bool {
    let party = guide.party(&task.party);
    party.is_some_and(|party| party.scope == PartyScope::Uitvoerend)
        && task.valid.holds_on(day)
        && (task.area.is_empty() || task.area.iter().any(|area| area == region))
        && oracle::meets(guide, person, &task.who)
}

/// Whether a box of a place holds a person somewhere.
fn holds<T, N>(found: &Found<T, N>, place: &Place<T>, person: &oracle::Person, region: &str) -> bool {
    let persons_of = found.persons_of();
    let mut person = person.clone();
    if persons_of.facets.len() > person.len() {
        let asked = persons_of.facets.iter().next_back().unwrap();
        let value = asked.values.iter().find(|value| value.label.nl == region).unwrap();
        person.push(BTreeSet::from([value.id.clone()]));
    }
    place.who.boxes.iter().any(|one| oracle::meets(persons_of, &person, &one.situation.condition()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn gaps_are_who_needs_something_that_nobody_does(guide in agreed(), as_of in as_of()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let found = gaps(&index, &regions());
        prop_assert!(found.is_all && found.places.iter().all(|place| !place.who.more));
        let day = as_of.date;
        let mut seen: BTreeSet<Ix<Gap>> = BTreeSet::new();
        for (phase, parts) in guide.phases.enumerate() {
            for (aspect, part) in parts.aspects.enumerate() {
                let here: Vec<_> = found.on(day).filter(|place| place.aspect == AspectIx { phase, aspect }).collect();
                for person in &people(&guide) {
                    for region in REGIONS {
                        let needs = part.needed.as_ref().is_some_and(|need| oracle::meets(&guide, person, &need.who));
                        let of_part = guide.responsibilities.iter().filter(|task| task.aspect == part.id);
                        let done = of_part.filter(|task| task.role == Role::VoertUit);
                        let is_done = done.into_iter().any(|task| answers(&guide, task, person, region, day));
                        let told = |gap: &Gap| {
                            gap.aspect == part.id && gap.valid.holds_on(day) && oracle::meets(&guide, person, &gap.who)
                        };
                        let is_told = guide.gaps.iter().any(told);
                        let says = |what: GapFound| {
                            here.iter().any(|place| place.what == what && holds(&found, place, person, region))
                        };
                        let decides = |task: &&Responsibility| task.aspect == part.id && task.role == Role::Beslist;
                        let mut deciding = guide.responsibilities.iter().filter(decides);
                        let is_decided = deciding.any(|task| answers(&guide, task, person, region, day));
                        let is_open = needs && !is_done && !is_told;
                        prop_assert_eq!(says(GapFound::Undocumented), is_open && !is_decided);
                        prop_assert_eq!(says(GapFound::OnlyDecided), is_open && is_decided);
                        for (ix, gap) in guide.gaps.enumerate() {
                            let expected = needs && !is_done && told(gap);
                            prop_assert_eq!(says(GapFound::Documented(ix)), expected);
                            if expected {
                                seen.insert(ix);
                            }
                        }
                        prop_assert!(!says(GapFound::OnlyProvided), "no task has a condition of its own");
                    }
                }
            }
        }
        for none in &found.not_found {
            prop_assert!(!seen.contains(&none.gap));
        }
    }

    #[test]
    fn overlaps_are_who_has_two_parties_to_turn_to(guide in agreed(), as_of in as_of()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let found = overlaps(&index, &regions());
        prop_assert!(found.is_all && found.places.iter().all(|place| !place.who.more));
        let day = as_of.date;
        let is_part = |one: &Responsibility, other: &Responsibility| {
            let part = |part: &Responsibility, whole: &Responsibility| {
                guide.party(&part.party).is_some_and(|party| party.part_of.contains(&whole.party))
            };
            one.party == other.party || part(one, other) || part(other, one)
        };
        let is_shared = |one: &Responsibility, other: &Responsibility| {
            let on_both = |agreement: &&Agreement| {
                agreement.between.contains(&one.id) && agreement.between.contains(&other.id)
            };
            guide.agreements.iter().filter(on_both).any(|agreement| agreement.state == AgreementState::Gezamenlijk)
        };
        for person in &people(&guide) {
            for region in REGIONS {
                let tasks: Vec<&Responsibility> = guide
                    .responsibilities
                    .iter()
                    .filter(|task| task.primary && answers(&guide, task, person, region, day))
                    .collect();
                let mut expected: BTreeSet<(AspectId, Role, BTreeSet<PartyId>)> = BTreeSet::new();
                for one in &tasks {
                    for other in &tasks {
                        let alike = one.aspect == other.aspect && one.role == other.role;
                        if alike && !is_part(one, other) && !is_shared(one, other) {
                            let parties = [&one.party, &other.party].map(Clone::clone);
                            expected.insert((one.aspect.clone(), one.role, BTreeSet::from(parties)));
                        }
                    }
                }
                let mut told: BTreeSet<(AspectId, Role, BTreeSet<PartyId>)> = BTreeSet::new();
                for place in found.on(day).filter(|place| holds(&found, place, person, region)) {
                    let parties = &place.what.parties;
                    for (at, one) in parties.iter().enumerate() {
                        for other in &parties[at + 1..] {
                            let pair = [one, other].map(|party| guide.parties[*party].id.clone());
                            told.insert((guide[place.aspect].id.clone(), place.what.role, BTreeSet::from(pair)));
                        }
                    }
                }
                prop_assert_eq!(told, expected);
            }
        }
    }
}

/// The shipped guide as it is used.
fn shipped() -> (Index, Regions) {
    (Index::new(Arc::new(embedded_guide().unwrap())).unwrap(), embedded_regions().unwrap())
}

#[test]
fn all_of_the_shipped_guide_is_worked_out() {
    let (index, regions) = shipped();
    let (gaps, overlaps) = (gaps(&index, &regions), overlaps(&index, &regions));
    assert!(gaps.is_all && overlaps.is_all);
    assert!(!gaps.places.is_empty() && !overlaps.places.is_empty());
}

/// The overlaps that the letters and sources name (`facts/5-overlaps-and-gaps.md`), each with where it was computed: an
/// aspect and two parties. Where it is not computed, the agreement or the conflict in which the guide has it.
#[test]
fn the_overlaps_that_the_letters_name_are_found() {
    let (index, regions) = shipped();
    let found = overlaps(&index, &regions);
    let guide = index.guide();
    let parties = |place: &Place<OverlapFound>| -> Vec<&str> {
        place.what.parties.iter().map(|party| guide.parties[*party].id.as_str()).collect()
    };
    let named = [
        // Signals of labour exploitation: the inspectorate, the police and its AVIM.
        ("melden", "arbeidsinspectie", "politie"),
        ("vaststellen", "arbeidsinspectie", "politie"),
        ("opsporing", "arbeidsinspectie", "politie-avim"),
        // Who coordinates care.
        ("zorgcoordinatie", "comensha", "zorgcoordinator"),
        // Who decides on a place.
        ("opvang", "centrumgemeente", "politie"),
        ("opvang", "comensha", "politie"),
        // Who investigates at the border.
        ("opsporing", "kmar", "politie-avim"),
        // Administrative measures.
        ("bestuurlijk", "arbeidsinspectie", "gemeente"),
    ];
    for (aspect, one, other) in named {
        let is_it = |place: &&Place<OverlapFound>| {
            guide[place.aspect].id.as_str() == aspect && [one, other].iter().all(|party| parties(place).contains(party))
        };
        let place = found.places.iter().find(is_it).unwrap_or_else(|| panic!("{aspect}: {one} and {other}"));
        assert!(place.what.agreement.is_some(), "{aspect}: {one} and {other} have an agreement to make");
    }
    let why = |id: &str| {
        let ix = guide.agreements.ix(&RecordId::new(id).unwrap()).unwrap();
        found.not_found.iter().find(|none| none.agreement == ix).map(|none| none.why)
    };
    // Reporting points and minors: nobody is the one to turn to by a source; for crisis beds one alone is. EMM: one fact
    // before 2021, another after.
    assert_eq!(why("afspraak-meldpunten"), Some(WhyNoOverlap::NotPrimary));
    assert_eq!(why("afspraak-melden-minderjarigen"), Some(WhyNoOverlap::NotPrimary));
    assert_eq!(why("afspraak-rollen-arbeid"), Some(WhyNoOverlap::OneParty));
    assert_eq!(why("afspraak-emm-signalen"), Some(WhyNoOverlap::NobodyInCommon));
    // Who offers the bedenktijd, and up to which age: sources that contradict each other, and no overlap.
    for conflict in ["conflict-bedenktijd-aanbieder", "conflict-leeftijdsgrenzen"] {
        assert!(guide.conflicts.get(&RecordId::new(conflict).unwrap()).is_some(), "{conflict}");
    }
}

/// The gaps that they name, each with the record and whether it is computed: for whom nobody does what is needed.
#[test]
fn the_gaps_that_the_letters_name_are_found() {
    let (index, regions) = shipped();
    let found = gaps(&index, &regions);
    let guide = index.guide();
    let ix = |id: &str| guide.gaps.ix(&RecordId::new(id).unwrap()).unwrap_or_else(|| panic!("{id}"));
    let computed = [
        "gat-registratie-jeugdzorg",
        "gat-registratie-zonder-aanwijzing",
        "gat-zonder-woonplaats",
        "gat-verblijf-na-de-zaak",
        "gat-omm-na-juli-2022",
        "gat-dublin-bedenktijd",
        "gat-verblijf-daarna-geen-medewerking",
        "gat-achttien-jaar",
        "gat-huisvesting-doorstroom",
    ];
    let why = |id: &str| found.not_found.iter().find(|none| none.gap == ix(id)).map(|none| none.why);
    for id in computed {
        let is_found = found.places.iter().any(|place| place.what == GapFound::Documented(ix(id)));
        assert!(is_found, "{id}: {:?}", why(id));
    }
    // Who was seriously disadvantaged has no claim to it, and nobody is registered who does not want to be: not needed by
    // the guide, and so documented only.
    for id in [
        "gat-ernstige-benadeling-voor-2022",
        "gat-ernstige-benadeling-zonder-verblijf",
        "gat-registratie-geen-toestemming",
    ] {
        assert_eq!(why(id), Some(WhyNotAGap::NotNeeded), "{id}");
    }
    // Somebody does it, and it does not work well or not for all.
    for id in [
        "gat-orgaanverwijdering-signaleren",
        "gat-cosm-vol",
        "gat-regio-zonder-zorgcoordinator",
        "gat-onderliggende-problemen",
        "gat-opsporing-opvolging-signalen",
        "gat-mannenopvang",
        "gat-criminele-uitbuiting-minderjarigen",
        "gat-bescherming-via-strafrecht",
        "gat-nazorg-herhaald-slachtofferschap",
    ] {
        assert_eq!(why(id), Some(WhyNotAGap::Covered), "{id}");
    }
}
