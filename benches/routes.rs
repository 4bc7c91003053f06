//! How long the way between two parties takes on the shipped guide, for the pair that takes longest.
//!
//! What we hold ourselves to: 50 ms for any pair, also in a build that is not optimised.

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(clippy::unwrap_used, reason = "a bench may fail")]

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::Criterion;
use wegwijzer::{
    chain::routes,
    file::embedded_guide,
    lookup::{Cube, Index, Profile},
    model::{Date, PartyId},
};

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .sample_size(50)
        .configure_from_args();
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    let day = Date::new(2026, 11, 22).unwrap();
    for (name, facets) in [("empty", &[][..]), ("adult", &["leeftijd=volwassen"][..])] {
        let profile = Profile::parse(index.guide(), facets.iter().copied()).unwrap();
        let persons = index.look_up(&profile, day).unwrap().persons;
        let (from, to, once) = slowest(&index, &persons, day);
        println!("{name}: from {from} to {to} takes longest, {once:?}");
        criterion.bench_function(&format!("shipped/routes/{name}/slowest pair"), |bencher| {
            bencher.iter(|| routes(&index, black_box(&persons), day, &from, &to));
        });
    }
    criterion.final_summary();
}

/// The pair that takes longest, by the better of two tries.
fn slowest(index: &Index, persons: &Cube, day: Date) -> (PartyId, PartyId, Duration) {
    let parties: Vec<&PartyId> = index.guide().parties.iter().map(|party| &party.id).collect();
    let time = |from: &PartyId, to: &PartyId| {
        let begin = Instant::now();
        black_box(routes(index, persons, day, from, to));
        begin.elapsed()
    };
    let pairs = parties.iter().flat_map(|from| parties.iter().map(move |to| (*from, *to))).filter(|(a, b)| a != b);
    let timed = pairs.map(|(from, to)| (time(from, to).min(time(from, to)), from, to));
    let (once, from, to) = timed.max_by_key(|(took, ..)| *took).unwrap();
    (from.clone(), to.clone(), once)
}
