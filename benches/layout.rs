//! How long the chain's picture takes, and how many lines cross; beside Graphviz dot where it is installed.
//!
//! What we hold ourselves to: 500 parties and 1 500 hand-overs in a frame (16 ms), 5 000 and 15 000 in 500 ms,
//! at least ten times faster than dot, and no more crossings than dot's order of the same layered graph.

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a bench may fail, and tells round numbers")]

#[path = "support/dot.rs"]
mod dot;
#[path = "support/random_chain.rs"]
mod random_chain;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use criterion::Criterion;
use random_chain::{LABEL, SIZES, chain, free};
use wegwijzer::{
    chain::{
        Look, Picture,
        layout::{GroupOrder, LayoutRequest, crossings, lay_out, layered, order, rules},
    },
    file,
    model::Date,
};

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .sample_size(20)
        .configure_from_args();
    let shipped = shipped();
    criterion.bench_function("layout/shipped guide", |bencher| bencher.iter(|| lay_out(black_box(&shipped))));
    for (parties, steps, lanes) in [(500, 1_500, 4), (500, 1_500, 12), (5_000, 15_000, 4), (5_000, 15_000, 20)] {
        let request = chain(1, parties, steps, lanes, 6);
        criterion.bench_function(&format!("layout/{parties} parties, {steps} hand-overs, {lanes} lanes"), |bencher| {
            bencher.iter(|| lay_out(black_box(&request)));
        });
    }
    criterion.final_summary();
    let Some(version) = dot::version() else {
        println!("dot is not installed: nothing to compare with");
        return;
    };
    println!("beside {version}; crossings of the same layered graph, counted by the same function");
    beside_dot("shipped guide, free", &free(shipped.clone()), false);
    let free_groups = LayoutRequest { groups: GroupOrder::Free, ..shipped };
    beside_dot("shipped guide, aspects as clusters", &free_groups, true);
    for (parties, lanes) in [(60, 4), (60, 8), (200, 4), (200, 10), (500, 4), (500, 12), (1_000, 4), (2_000, 4)] {
        let seeds = if parties < 500 { 4 } else { 1 };
        for seed in 1..=seeds {
            let request = free(chain(seed, parties, 3 * parties, lanes, 1));
            beside_dot(&format!("{parties} parties, {lanes} lanes, seed {seed}"), &request, false);
        }
    }
}

fn beside_dot(name: &str, request: &LayoutRequest, clusters: bool) {
    let graph = layered(request);
    let from = Instant::now();
    black_box(lay_out(request));
    let own_time = from.elapsed();
    let own = crossings(&graph, &order(&graph, rules(request)));
    let from = Instant::now();
    let by_dot = dot::order(&graph, clusters);
    let dot_time = from.elapsed();
    let theirs = crossings(&graph, &by_dot);
    println!(
        "{name}: {own} crossings in {own_time:.1?}, dot {theirs} in {dot_time:.1?}: {:.3} of the crossings, {:.0} times as fast",
        own as f64 / theirs.max(1) as f64,
        dot_time.as_secs_f64() / own_time.as_secs_f64()
    );
}

fn shipped() -> LayoutRequest {
    let guide = file::embedded_guide().unwrap();
    let picture = Picture::new(&guide, Date::new(2026, 11, 22).unwrap());
    let look = Look { lane_width: 168.0, lane_heading: 40.0, group_heading: 18.0, sizes: SIZES };
    picture.request(&guide, &look, |_| 34.0, |_| Some(LABEL))
}
