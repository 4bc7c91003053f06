//! `search`: finds parties, tasks, terms, sources and gemeenten by words.

use std::{fmt::Write as _, io::Read};

use serde::Serialize;

use super::{Context, Exit, Output, args::SearchArguments, input};
use crate::{
    contract::GuideJson,
    lookup::{Hit, SearchIndex},
    model::Own,
    text::{cli as text, own},
};

#[derive(Debug, Serialize)]
struct SearchJson {
    guide: GuideJson,
    hits: Vec<HitJson>,
}

#[derive(Debug, Serialize)]
struct HitJson {
    kind: &'static str,
    id: String,
    party: Option<String>,
    text: String,
    why: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    own: bool,
}

pub(super) fn run(
    args: &SearchArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let words = args.words.join(" ") + " " + &input::text(args.profile.as_deref(), input)?;
    let search = SearchIndex::new(context.guide(), &context.regions, context.date, context.lang);
    let hits = search.find(words.trim(), 25).into_iter().map(|hit| as_json(hit, context.index.own())).collect();
    output.give(&SearchJson { guide: context.guide_json(), hits }, |found| in_words(found, context))
}

fn as_json(hit: Hit, own: &Own) -> HitJson {
    let own = hit.is_own(own);
    HitJson { own, kind: hit.kind.id(), id: hit.id, party: hit.party, text: hit.text, why: hit.why.id() }
}

fn in_words(found: &SearchJson, context: &Context) -> String {
    let mut out = context.guide_above();
    for hit in &found.hits {
        let own = own::behind(hit.own, context.lang);
        let _ = writeln!(out, "{:<16} {} ({}){own}", hit.kind, hit.text, hit.id);
    }
    if found.hits.is_empty() {
        let _ = writeln!(out, "{}", text::nothing_found(context.lang));
    }
    out
}
