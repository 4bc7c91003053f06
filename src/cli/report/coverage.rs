//! `report coverage`: who is primarily responsible for every single answer, and where the chain does not lead.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    chain::{HandOvers, desks},
    cli::{Context, Exit, Output},
    contract::GuideJson,
    model::{Ix, Party},
    review,
    text::cli as text,
};

#[derive(Debug, Serialize)]
struct CoverageJson {
    guide: GuideJson,
    cells: Vec<CellJson>,
    unreachable: Vec<String>,
    dead_ends: Vec<String>,
    single_points: Vec<SinglePointJson>,
    cycles: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct CellJson {
    phase: String,
    aspect: String,
    facet: String,
    value: String,
    primary: Vec<String>,
    gap: Option<GapJson>,
}

/// A party without which no hand-over leads to others.
#[derive(Debug, Serialize)]
struct SinglePointJson {
    party: String,
    cuts_off: Vec<String>,
}

#[derive(Debug, Serialize)]
struct GapJson {
    id: String,
    kind: &'static str,
}

pub(super) fn run(context: &Context, output: Output) -> Result<String, Exit> {
    let guide = context.guide();
    let id = |party: Ix<Party>| guide.parties[party].id.to_string();
    let ids = |parties: Vec<Ix<Party>>| -> Vec<String> { parties.into_iter().map(id).collect() };
    let cells = review::coverage(&context.index, context.date).into_iter().map(|cell| CellJson {
        phase: guide.phases[cell.aspect.phase].id.to_string(),
        aspect: guide[cell.aspect].id.to_string(),
        facet: guide.facets[cell.facet].id.to_string(),
        value: guide.facets[cell.facet].values[cell.value].id.to_string(),
        primary: ids(cell.primary),
        gap: cell.gap.map(|gap| GapJson { id: guide.gaps[gap].id.to_string(), kind: guide.gaps[gap].kind.id() }),
    });
    let chain = HandOvers::on(guide, context.date);
    let points = chain.single_points(&desks(guide)).into_iter();
    let points = points.map(|point| SinglePointJson { party: id(point.party), cuts_off: ids(point.cuts_off) });
    let report = CoverageJson {
        guide: context.guide_json(),
        cells: cells.collect(),
        unreachable: ids(chain.unreached(guide, context.date)),
        dead_ends: ids(chain.dead_ends(guide, context.date)),
        single_points: points.collect(),
        cycles: chain.cycles().into_iter().map(ids).collect(),
    };
    output.give(&report, |report| in_words(report, context))
}

/// Per aspect how many parties there are and for whom there is none; then the ends of the chain.
fn in_words(report: &CoverageJson, context: &Context) -> String {
    let lang = context.lang;
    let mut out = context.guide_above();
    let _ = writeln!(out, "{}", text::who_is_primary(lang));
    for aspect in report.cells.chunk_by(|a, b| a.aspect == b.aspect) {
        let Some(first) = aspect.first() else { continue };
        let counts = aspect.iter().map(|cell| cell.primary.len());
        let (least, most) = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
        let _ = writeln!(out, "  {}/{}: {least}–{most}", first.phase, first.aspect);
        for cell in aspect.iter().filter(|cell| cell.primary.is_empty()) {
            let gap = cell.gap.as_ref().map(|gap| format!(" ({}: {})", gap.kind, gap.id)).unwrap_or_default();
            let _ = writeln!(out, "    {}={}: {}{gap}", cell.facet, cell.value, text::nobody_primary(lang));
        }
    }
    for (title, parties) in [(text::unreached(lang), &report.unreachable), (text::dead_ends(lang), &report.dead_ends)] {
        let names = parties.join(", ");
        let names = if parties.is_empty() { text::nobody_of_these(lang) } else { &names };
        let _ = writeln!(out, "{title}: {names}");
    }
    for point in &report.single_points {
        let _ = writeln!(
            out,
            "{} {} {}: {}",
            text::without(lang),
            point.party,
            text::nothing_leads_to(lang),
            point.cuts_off.join(", ")
        );
    }
    for circle in &report.cycles {
        let _ = writeln!(out, "{}: {}", text::circle(lang), circle.join(", "));
    }
    out
}
