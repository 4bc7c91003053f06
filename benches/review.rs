//! Looking for problems in a guide as large as the country would need; judging a condition; what a change does.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench is no interface")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use large_guide::large_guide;
use wegwijzer::{
    file,
    lookup::Index,
    model::{Condition, Date, Facet, FacetKind, Guide, Lang, Regions},
    present::{ConditionFacts, DifferenceFacts, ImpactFacts},
    review::{check, completeness, impact::impact},
};

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

/// Gaps and overlaps over all persons.
fn over_all_persons(criterion: &mut Criterion) {
    let (real, regions) = (file::embedded_guide().unwrap(), file::embedded_regions().unwrap());
    let mut group = criterion.benchmark_group("over all persons");
    group.sample_size(10);
    let large = large_guide(&real, 10_000, 30_000);
    for (name, guide) in [("shipped", real), ("10000 parties", large)] {
        let index = Index::new(Arc::new(guide)).unwrap();
        group.bench_function(format!("gaps, {name}"), |bench| {
            bench.iter(|| black_box(completeness::gaps(&index, &regions)).places.len());
        });
        group.bench_function(format!("overlaps, {name}"), |bench| {
            bench.iter(|| black_box(completeness::overlaps(&index, &regions)).places.len());
        });
    }
}

/// The conditions of all tasks, one after the other: divide by their number, which the name tells.
fn conditions(criterion: &mut Criterion) {
    let index = Index::new(Arc::new(file::embedded_guide().unwrap())).unwrap();
    let mut all: Vec<&Condition> = index.guide().responsibilities.iter().map(|record| &record.who).collect();
    all.sort_by_key(|condition| condition.facets().len());
    let most = all.last().copied().unwrap();
    let mut group = criterion.benchmark_group("condition");
    group.sample_size(10);
    group.bench_function(format!("judge {} of the shipped guide", all.len()), |bench| {
        bench.iter(|| {
            all.iter().map(|who| black_box(ConditionFacts::of(who, &index, Lang::Nl)).remarks.len()).sum::<usize>()
        });
    });
    group.bench_function("judge the longest", |bench| {
        bench.iter(|| black_box(ConditionFacts::of(most, &index, Lang::Nl)).remarks.len());
    });
    group.bench_function("difference of the longest with everybody", |bench| {
        bench.iter(|| black_box(DifferenceFacts::between(most, &Condition::Always, &index, 6, Lang::Nl)).text.len());
    });
}

/// What one changed record does, per record that is narrowed by one answer; and what another facet does, for which all
/// answers are held against each other.
fn impacts(criterion: &mut Criterion) {
    let (before, regions) = (file::embedded_guide().unwrap(), file::embedded_regions().unwrap());
    let old = Index::new(Arc::new(before.clone())).unwrap();
    let does = |after: &Guide, regions: &Regions| {
        let new = Index::new(Arc::new(after.clone())).unwrap();
        (impact(&old, &new, regions), new)
    };
    // The aspect of which most scenarios expect something takes longest.
    let expecting = |at: usize| {
        let aspect = &(*before.responsibilities)[at].aspect;
        before
            .scenarios
            .iter()
            .filter(|scenario| scenario.expect.iter().any(|expected| expected.aspect == *aspect))
            .count()
    };
    let hardest = (0..before.responsibilities.len()).max_by_key(|at| expecting(*at)).unwrap();
    let narrowed = |at: usize| {
        let mut after = before.clone();
        let facet = before.facets.iter().find(|facet| facet.kind == FacetKind::One).unwrap();
        let only = Condition::Is(facet.id.clone(), vec![facet.values[0].id.clone()]);
        let record = &mut after.responsibilities.rows_mut()[at];
        record.who = Condition::All(vec![record.who.clone(), only]);
        after
    };
    let mut group = criterion.benchmark_group("impact");
    group.sample_size(10);
    let after = narrowed(hardest);
    let new = Index::new(Arc::new(after.clone())).unwrap();
    group.bench_function("one record of the shipped guide, the hardest", |bench| {
        bench.iter(|| black_box(impact(&old, &new, &regions)).answers.len());
    });
    group.bench_function("the same with its words", |bench| {
        bench.iter(|| {
            let found = impact(&old, &new, &regions);
            black_box(ImpactFacts::of(found, &before, &after, Lang::Nl)).answers.len()
        });
    });
    group.bench_function("the same with the index of the new guide", |bench| {
        bench.iter(|| black_box(does(&after, &regions)).0.answers.len());
    });
    let mut other = before.clone();
    let facet: &mut Facet = &mut other.facets.rows_mut()[0];
    facet.values.rotate_left(1);
    let new = Index::new(Arc::new(other)).unwrap();
    group.bench_function("another facet", |bench| {
        bench.iter(|| black_box(impact(&old, &new, &regions)).answers.len());
    });
}

criterion_group!(benches, problems, over_all_persons, conditions, impacts);
criterion_main!(benches);
