//! How long an answer takes: on the shipped guide, on one as large as the country would need, and by brute force.
//!
//! What we hold ourselves to: an answer of the shipped guide in a millisecond, of the large one in a frame (16 ms).

#![allow(clippy::print_stdout, reason = "a measurement tells what it measured")]
#![allow(clippy::unwrap_used, reason = "a bench may fail")]

#[path = "support/large_guide.rs"]
mod large_guide;

use std::{hint::black_box, sync::Arc, time::Duration};

use criterion::{BatchSize, Criterion};
use large_guide::large_guide;
use wegwijzer::{
    file,
    lookup::{Index, Outcome, Profile, Verdict, oracle},
    model::{Date, Guide, Ix, Responsibility},
};

const PARTIES: usize = 10_000;
const RESPONSIBILITIES: usize = 30_000;

const TYPICAL: &[&str] =
    &["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];

/// One exact answer to every question.
const FULL: &[&str] = &[
    "veiligheid=geen-bekende-dreiging",
    "leeftijd=24-plus",
    "alleenstaand=nee",
    "aanwijzing=geringste-aanwijzing",
    "verblijf=derdeland-zonder-verblijfsrecht",
    "dublin=nee",
    "strafproces=informatief-gesprek",
    "multiproblematiek=niet-lvb,ggz,niet-verslaving,niet-meerdere-leefgebieden",
    "uitbuiting=seksueel,niet-arbeid,niet-crimineel,niet-orgaanverwijdering,niet-overig",
    "zedendelict=ja",
    "bijzonderheden=geen",
    "seksueel-geweld-7-dagen=nee",
    "zelf-verdachte=nee",
    "geslacht=vrouw",
    "kinderen=geen",
    "jeugdhulp-voor-18=nee",
    "vindplaats=elders-in-nederland",
    "inschrijving=nergens",
    "groep=enkeling",
    "onderdak=geen-plek",
    "opvangplek=vrij",
    "moment=kantooruren",
    "gemeld-comensha=nee",
    "terugkeerwens=nee",
    "schade=ook-in-nederland",
    "vraagsteller=gemeente",
];

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .sample_size(50)
        .configure_from_args();
    let shipped = Arc::new(file::embedded_guide().unwrap());
    let large = Arc::new(large_guide(&shipped, PARTIES, RESPONSIBILITIES));
    for (name, guide) in [("shipped", &shipped), ("large", &large)] {
        answers(&mut criterion, name, guide);
        building(&mut criterion, name, guide);
    }
    brute_force(&mut criterion, &shipped);
    criterion.final_summary();
}

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// Verdicts, counts and questions at once; then the explanations of what a screen shows.
fn answers(criterion: &mut Criterion, name: &str, guide: &Arc<Guide>) {
    let index = Index::new(Arc::clone(guide)).unwrap();
    println!("{name}: {} responsibilities, {} nodes", guide.responsibilities.len(), index.node_count());
    for (known, facets) in [("empty", &[] as &[&str]), ("typical", TYPICAL), ("full", FULL)] {
        let profile = Profile::parse(guide, facets.iter().copied()).unwrap();
        criterion.bench_function(&format!("{name}/look up/{known}"), |bencher| {
            bencher.iter(|| index.look_up(black_box(&profile), day()).unwrap());
        });
    }
    let profile = Profile::parse(guide, TYPICAL.iter().copied()).unwrap();
    let outcome = index.look_up(&profile, day()).unwrap();
    let visible = visible(&outcome);
    criterion.bench_function(&format!("{name}/explain {} answers", visible.len()), |bencher| {
        bencher.iter(|| explain(&index, &profile, &outcome, black_box(&visible)));
    });
}

/// At most a hundred answers, as many certain as dependent ones.
fn visible(outcome: &Outcome) -> Vec<Ix<Responsibility>> {
    let of = |wanted: Verdict| {
        let matches = outcome.responsibilities.enumerate();
        matches.filter(move |(_, found)| **found == Some(wanted)).map(|(position, _)| position).take(50)
    };
    of(Verdict::Applies).chain(of(Verdict::Depends)).collect()
}

fn explain(index: &Index, profile: &Profile, outcome: &Outcome, answers: &[Ix<Responsibility>]) -> usize {
    let facets = answers.iter().map(|position| match outcome.responsibilities[*position] {
        Some(Verdict::Applies) => index.because(profile, *position).len(),
        _ => index.depends_on(outcome, *position).len(),
    });
    facets.sum()
}

fn building(criterion: &mut Criterion, name: &str, guide: &Arc<Guide>) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    group.bench_function("build index", |bencher| {
        bencher.iter_batched(|| Arc::clone(guide), |guide| Index::new(guide).unwrap(), BatchSize::PerIteration);
    });
    group.finish();
}

/// The oracle enumerates everybody, so its guide has few questions; its peer answers the same ones.
fn brute_force(criterion: &mut Criterion, shipped: &Guide) {
    let mut small = shipped.clone();
    small.facets.retain(|facet| ["leeftijd", "alleenstaand", "aanwijzing", "geslacht"].contains(&facet.id.as_str()));
    small = large_guide(&small, 20, 40);
    small.impossible.rows_mut().truncate(1);
    small.implications.clear();
    small.suspicious.clear();
    small.gaps.clear();
    small.first.clear();
    let small = Arc::new(small);
    let index = Index::new(Arc::clone(&small)).unwrap();
    let profile = Profile::default();
    criterion.bench_function("small/verdicts by the index", |bencher| {
        bencher.iter(|| index.look_up(black_box(&profile), day()).unwrap().responsibilities);
    });
    criterion.bench_function("small/verdicts by brute force", |bencher| {
        bencher.iter(|| {
            let people = oracle::persons(&small, black_box(&profile));
            let records = small.responsibilities.iter();
            records.map(|record| oracle::verdict(&small, &people, &record.who)).collect::<Vec<_>>()
        });
    });
}
