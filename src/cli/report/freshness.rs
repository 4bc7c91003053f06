//! `report freshness`: when somebody last checked a task with its party, and how old its sources are.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    cli::{Context, Exit, Output},
    contract::GuideJson,
    lookup::source_age,
    model::{Date, PartialDate, Record as _},
    present::freshness_words,
    review::Freshness,
    text::completeness as text,
};

#[derive(Debug, Serialize)]
struct FreshnessJson {
    guide: GuideJson,
    records: Vec<RecordJson>,
}

#[derive(Debug, Serialize)]
struct RecordJson {
    object: String,
    party: String,
    last_source: Option<PartialDate>,
    verified: Option<Date>,
    changed: Option<Date>,
    due: Option<Date>,
    state: &'static str,
    #[serde(skip)]
    freshness: Freshness,
}

pub(super) fn run(context: &Context, output: Output) -> Result<String, Exit> {
    let guide = context.guide();
    let tasks = guide.responsibilities.iter().filter_map(|task| {
        let freshness = Freshness::of(task, context.date)?;
        Some(RecordJson {
            object: format!("responsibility/{}", task.id()),
            party: task.party.to_string(),
            last_source: source_age(guide, &task.cites, context.date).last,
            verified: task.verified,
            changed: task.changed,
            due: task.verified.map(Freshness::due),
            state: freshness.id(),
            freshness,
        })
    });
    let mut records: Vec<RecordJson> = tasks.collect();
    // What needs most comes first, in each what has the oldest source.
    records.sort_by_key(|record| (record.freshness, record.last_source.map(PartialDate::last_day)));
    let report = FreshnessJson { guide: context.guide_json(), records };
    output.give(&report, |report| in_words(report, context))
}

/// Per state how many, then per party how many of each.
fn in_words(report: &FreshnessJson, context: &Context) -> String {
    let lang = context.lang;
    let mut out = context.guide_above();
    let of = |freshness| report.records.iter().filter(move |record| record.freshness == freshness);
    for freshness in Freshness::ALL {
        let _ = writeln!(out, "{}: {}", freshness_words(freshness, lang), of(freshness).count());
    }
    for freshness in Freshness::ALL {
        let mut parties: Vec<&str> = of(freshness).map(|record| record.party.as_str()).collect();
        parties.sort_unstable();
        for party in parties.chunk_by(|a, b| a == b) {
            let Some(id) = party.first() else { continue };
            let last =
                of(freshness).filter(|record| record.party == **id).filter_map(|record| record.last_source).max();
            let _ =
                writeln!(out, "  {}", text::tasks_of(id, party.len(), freshness_words(freshness, lang), last, lang));
        }
    }
    out
}
