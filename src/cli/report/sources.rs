//! `report sources`: what rests on what.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    cli::{Context, Exit, Output},
    contract::GuideJson,
    model::{PartialDate, Source},
    review::{self, Rests},
    text::sources,
};

#[derive(Debug, Serialize)]
struct SourcesJson {
    guide: GuideJson,
    sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
struct SourceJson {
    id: String,
    title: String,
    date: Option<PartialDate>,
    no_later_than: Option<PartialDate>,
    outdated: bool,
    objects: Vec<String>,
    cited: Vec<CitedJson>,
}

/// What a source says of a record that cites it.
#[derive(Debug, Serialize)]
struct CitedJson {
    object: String,
    stances: Vec<&'static str>,
}

pub(super) fn run(context: &Context, output: Output) -> Result<String, Exit> {
    let guide = context.guide();
    let rests_on = review::objects_by_source(guide);
    let resting = |source: &Source| rests_on.get(&source.id).map(Vec::as_slice).unwrap_or_default();
    let sources = guide.sources.iter().map(|source| {
        let cited: Vec<CitedJson> = resting(source).iter().filter_map(cited).collect();
        SourceJson {
            id: source.id.to_string(),
            title: source.title.clone(),
            date: source.date,
            no_later_than: source.no_later_than,
            outdated: source.outdated,
            objects: cited.iter().map(|cited| cited.object.clone()).collect(),
            cited,
        }
    });
    output.give(&SourcesJson { guide: context.guide_json(), sources: sources.collect() }, |_| {
        let mut out = context.guide_above();
        for source in &guide.sources {
            let rests = resting(source);
            let date = sources::source_date(source, context.lang).map(|date| format!(", {date}")).unwrap_or_default();
            let _ = writeln!(out, "{} — {}{date} ({})", source.id, source.title, rests.len());
            for rests in rests.iter().filter_map(|rests| sources::rests(&rests.record, &rests.stances, context.lang)) {
                let _ = writeln!(out, "    {rests}");
            }
        }
        out
    })
}

fn cited(rests: &Rests) -> Option<CitedJson> {
    let object = rests.record.id()?.to_owned();
    Some(CitedJson { object, stances: rests.stances.iter().map(|stance| stance.id()).collect() })
}
