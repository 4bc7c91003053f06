//! Comparing and merging guides, up to one as large as the country would need.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench is no interface")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use large_guide::large_guide;
use wegwijzer::{
    edit::{self, Edit, Origins},
    file,
    model::{Guide, RecordKey},
};

/// One in so many responsibilities is changed.
const CHANGED: usize = 50;

/// The guide with other words in some responsibilities: those that leave this rest.
fn changed(guide: &Guide, rest: usize) -> Guide {
    let mut guide = guide.clone();
    for record in guide.responsibilities.rows_mut().iter_mut().skip(rest).step_by(CHANGED) {
        record.task.push_str(" Ook 's nachts.");
    }
    guide
}

fn edits(criterion: &mut Criterion) {
    let shipped = file::embedded_guide().unwrap();
    let guides = [("shipped", shipped.clone()), ("10000 parties", large_guide(&shipped, 10_000, 30_000))];
    let mut group = criterion.benchmark_group("edit");
    group.sample_size(10);
    for (size, base) in &guides {
        let (ours, theirs, same) = (changed(base, 1), changed(base, 2), changed(base, 1));
        let clash = changed(&changed(base, 1), 1);
        group.bench_function(BenchmarkId::new("nothing to tell", size), |bench| {
            bench.iter(|| edit::diff(black_box(&ours), &same).unwrap().len());
        });
        group.bench_function(BenchmarkId::new("diff", size), |bench| {
            bench.iter(|| edit::diff(black_box(base), &ours).unwrap().len());
        });
        for (name, theirs) in [("merge", &theirs), ("merge with clashes", &clash)] {
            group.bench_function(BenchmarkId::new(name, size), |bench| {
                bench.iter(|| edit::merge3(black_box(base), &ours, theirs, &Origins::default()).unwrap().clashes.len());
            });
        }
        let party = RecordKey::from(&base.parties[base.parties.ixs().next().unwrap()].id);
        let rename = [Edit::Rename { record: party, to: "heet-nu-zo".to_owned() }];
        group.bench_function(BenchmarkId::new("rename", size), |bench| {
            bench.iter(|| edit::make(black_box(base), &rename).unwrap().len());
        });
    }
}

criterion_group!(benches, edits);
criterion_main!(benches);
