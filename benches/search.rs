//! How long it takes to read a guide for search, and to find in it: as it is, and with ten thousand parties.

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use wegwijzer::{
    lookup::SearchIndex,
    model::{Date, Guide, Id, Lang, PartyId, Regions, Responsibility},
};

const QUERIES: [&str; 9] = [
    "arbeidsinspektie",
    "iszw",
    "opvang mannen",
    "schade vergoeding",
    "mensen handel melden",
    "vreemdelingenpoltie",
    "a",
    "dolmetscher",
    "wie vangt een minderjarig slachtoffer van een loverboy op in de regio groningen na de bedenktijd",
];

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).ok()
}

/// The guide with its parties and their tasks again and again, each time under other names.
fn grown(guide: &Guide, parties: usize) -> Guide {
    let mut grown = guide.clone();
    let copies = parties.div_ceil(guide.parties.len().max(1));
    for copy in 1..copies {
        let renamed = |id: &str| Id::new(&format!("{id}-{copy}")).ok();
        for party in &guide.parties {
            let mut party = party.clone();
            let Some(id) = renamed(party.id.as_str()) else { continue };
            party.id = id;
            for name in &mut party.names {
                name.name.nl = format!("{} {}", name.name.nl, word(copy));
            }
            for alias in &mut party.aliases {
                *alias = format!("{alias}{}", word(copy));
            }
            grown.parties.push(party);
        }
        for task in &guide.responsibilities {
            let mut task = task.clone();
            let (Some(id), Some(party)) = (Id::new(&format!("{}-{copy}", task.id)).ok(), renamed_party(&task, copy))
            else {
                continue;
            };
            (task.id, task.party) = (id, party);
            grown.responsibilities.push(task);
        }
    }
    grown
}

fn renamed_party(task: &Responsibility, copy: usize) -> Option<PartyId> {
    Id::new(&format!("{}-{copy}", task.party)).ok()
}

/// A made-up word per number.
fn word(number: usize) -> String {
    let syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];
    number.to_string().bytes().map(|digit| syllables[usize::from(digit - b'0')]).collect()
}

fn search(criterion: &mut Criterion) {
    let guide: Option<Guide> = read(include_str!("../data/wegwijzer.ron"));
    let regions: Option<Regions> = read(include_str!("../data/regios.ron"));
    let (Some(guide), Some(regions)) = (guide, regions) else { return };
    let date = Date::constant(2026, 11, 22);
    let large = grown(&guide, 10_000);
    for (size, guide) in [("guide", &guide), ("10000 parties", &large)] {
        criterion.bench_function(&format!("search/{size}/read"), |bench| {
            bench.iter(|| SearchIndex::new(black_box(guide), &regions, date, Lang::Nl));
        });
        let index = SearchIndex::new(guide, &regions, date, Lang::Nl);
        for query in QUERIES {
            let name: String = query.chars().take(24).collect();
            criterion.bench_function(&format!("search/{size}/find {name}"), |bench| {
                bench.iter(|| index.find(black_box(query), 25));
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    targets = search
}
criterion_main!(benches);
