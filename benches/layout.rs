//! How long the chain's picture takes, and how many lines cross; beside Graphviz dot where it is installed.
//!
//! What we hold ourselves to: 500 parties and 1 500 hand-overs in a frame (16 ms), 5 000 and 15 000 in 500 ms,
//! at least ten times faster than dot, and no more crossings than dot's order of the same layered graph.

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a bench may fail, and tells round numbers"
)]

#[path = "support/dot.rs"]
mod dot;
#[path = "support/random_chain.rs"]
mod random_chain;

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::Criterion;
use random_chain::{LABEL, SIZES, chain, free};
use wegwijzer::{
    chain::{
        Detail, Picture, PictureSizes,
        layout::{GroupOrder, LayoutRequest, crossings, lay_out, layered, order, rules},
    },
    file,
    lookup::{Index, Profile},
    model::{Date, Lang},
    present::chain::{SPINE_HEIGHTS, SPINE_LOOK, request},
};

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .sample_size(20)
        .configure_from_args();
    let shipped = shipped();
    criterion.bench_function("layout/shipped guide", |bencher| bencher.iter(|| lay_out(black_box(&shipped))));
    let spine = main_line();
    criterion.bench_function("layout/main line", |bencher| bencher.iter(|| lay_out(black_box(&spine))));
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
    tell("shipped guide, free", &[beside(&free(shipped.clone()), false)]);
    let free_groups = LayoutRequest { groups: GroupOrder::Free, ..shipped };
    tell("shipped guide, aspects as clusters", &[beside(&free_groups, true)]);
    let sizes = [(30, 4, 20), (60, 4, 20), (60, 8, 20), (200, 4, 6), (200, 10, 6), (500, 4, 3), (500, 12, 2)];
    for (parties, lanes, seeds) in sizes.into_iter().chain([(1_000, 4, 1), (2_000, 4, 1)]) {
        let found = (1..=seeds).map(|seed| beside(&free(chain(seed, parties, 3 * parties, lanes, 1)), false));
        tell(&format!("{parties} parties, {lanes} lanes"), &found.collect::<Vec<_>>());
    }
}

/// The same graph put in order by us and by dot.
struct Beside {
    own: u64,
    own_time: Duration,
    theirs: u64,
    their_time: Duration,
}

fn beside(request: &LayoutRequest, clusters: bool) -> Beside {
    let graph = layered(request);
    let from = Instant::now();
    black_box(lay_out(request));
    let own_time = from.elapsed();
    let own = crossings(&graph, &order(&graph, rules(request)));
    let from = Instant::now();
    let by_dot = dot::order(&graph, clusters);
    let their_time = from.elapsed();
    Beside { own, own_time, theirs: crossings(&graph, &by_dot), their_time }
}

fn tell(name: &str, found: &[Beside]) {
    let shares: Vec<f64> = found.iter().map(|graph| graph.own as f64 / graph.theirs.max(1) as f64).collect();
    let mean = (shares.iter().map(|share| share.ln()).sum::<f64>() / shares.len() as f64).exp();
    let worst = shares.iter().copied().fold(0.0, f64::max);
    let more = found.iter().filter(|graph| graph.own > graph.theirs).count();
    let all = |time: fn(&Beside) -> Duration| found.iter().map(time).sum::<Duration>() / found.len() as u32;
    let (own, theirs) = (all(|graph| graph.own_time), all(|graph| graph.their_time));
    println!(
        "{name}, {} graphs: {mean:.3} of dot's crossings, {worst:.3} at most, {more} with more; {own:.1?}, dot {theirs:.1?}, {:.0} times as fast",
        found.len(),
        theirs.as_secs_f64() / own.as_secs_f64()
    );
    if let [graph] = found {
        println!("    {} crossings, dot {}", graph.own, graph.theirs);
    }
}

/// What is laid out when the chain is looked at first.
fn main_line() -> LayoutRequest {
    let index = Index::new(Arc::new(file::embedded_guide().unwrap())).unwrap();
    let outcome = index.look_up(&Profile::default(), Date::new(2026, 11, 22).unwrap()).unwrap();
    let shown = Picture::new(index.guide(), outcome.date).shown(&index, &outcome, &Detail::default());
    let mut request = request(&shown, &SPINE_LOOK, SPINE_HEIGHTS, index.guide(), Lang::Nl);
    request.previous = request.boxes.iter().map(|wanted| wanted.key).collect();
    request
}

fn shipped() -> LayoutRequest {
    let guide = file::embedded_guide().unwrap();
    let picture = Picture::new(&guide, Date::new(2026, 11, 22).unwrap());
    let look = PictureSizes { lane_width: 168.0, lane_heading: 40.0, group_heading: 18.0, sizes: SIZES };
    picture.request(&guide, &look, |_| 34.0, |_| Some(LABEL))
}
