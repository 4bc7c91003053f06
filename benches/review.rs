//! Looking for problems in a guide as large as the country would need.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench is no interface")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use large_guide::large_guide;
use wegwijzer::{file, model::Date, review::check};

fn problems(criterion: &mut Criterion) {
    let (real, regions) = (file::embedded_guide().unwrap(), file::embedded_regions().unwrap());
    let today = Date::new(2026, 11, 22).unwrap();
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for parties in [1_000, 10_000] {
        let guide = Arc::new(large_guide(&real, parties, 3 * parties));
        group.bench_function(format!("{parties} parties"), |bench| {
            bench.iter(|| black_box(check(&guide, &regions, today)).len());
        });
    }
    let real = Arc::new(real);
    group.bench_function("shipped", |bench| bench.iter(|| black_box(check(&real, &regions, today)).len()));
}

criterion_group!(benches, problems);
criterion_main!(benches);
