//! `report sources`: what rests on what.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    cli::{Context, Exit, Output},
    model::RecordKey,
    review,
};

#[derive(Debug, Serialize)]
struct SourcesJson {
    sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
struct SourceJson {
    id: String,
    title: String,
    objects: Vec<String>,
}

pub(super) fn run(context: &Context, output: Output) -> Result<String, Exit> {
    let guide = context.guide();
    let rests_on = review::objects_by_source(guide);
    let sources = guide.sources.iter().map(|source| SourceJson {
        id: source.id.to_string(),
        title: source.title.clone(),
        objects: rests_on.get(&source.id).into_iter().flatten().filter_map(RecordKey::id).map(str::to_owned).collect(),
    });
    output.give(&SourcesJson { sources: sources.collect() }, |report| {
        let mut out = String::new();
        for source in &report.sources {
            let _ = writeln!(out, "{} — {} ({})", source.id, source.title, source.objects.len());
            for object in &source.objects {
                let _ = writeln!(out, "    {object}");
            }
        }
        out
    })
}
