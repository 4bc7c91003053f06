//! Between any two parties of the guide inside the program the way is there at once.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::time::{Duration, Instant};

use wegwijzer::{
    chain::routes,
    file::embedded_guide,
    lookup::{Index, Profile},
    model::{Date, PartyId},
};

/// What a user does not notice; in a build that is not optimised too.
const MOST: Duration = Duration::from_millis(50);

/// How long this thread has worked: what other programs do meanwhile does not count, where the system tells.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

#[test]
fn the_way_between_any_two_parties_is_found_at_once() {
    let index = Index::new(embedded_guide().unwrap().into()).unwrap();
    let today: Date = "2026-11-29".parse().unwrap();
    let persons = index.look_up(&Profile::default(), today).unwrap().persons;
    let parties: Vec<&PartyId> = index.guide().parties.iter().map(|party| &party.id).collect();
    let start = Instant::now();
    let time = |from: &PartyId, to: &PartyId| {
        let begin = worked(start);
        let found = routes(&index, &persons, today, from, to);
        (worked(start).saturating_sub(begin), found.len())
    };
    let (mut longest, mut total, mut pairs, mut with) = ((Duration::ZERO, ""), Duration::ZERO, 0_u32, 0_u32);
    for from in &parties {
        for to in parties.iter().filter(|to| *to != from) {
            let (mut took, found) = time(from, to);
            // A busy machine is slow by turns.
            for _ in 0..5 {
                if took > MOST / 2 {
                    took = took.min(time(from, to).0);
                }
            }
            assert!(took <= MOST, "from {from} to {to}: {took:?}");
            longest = longest.max((took, to.as_str()));
            total += took;
            pairs += 1;
            with += u32::from(found > 0);
        }
    }
    assert!(with > 1_000, "{with} of {pairs} pairs have a way");
    println!("{pairs} pairs, {with} with a way: mean {:?}, longest {longest:?}", total / pairs);
}
