//! `diff`: what changed from one guide to another, record by record.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Aside, Exit, Loaded, Output, Refusal, args::DiffArguments, impact};
use crate::{
    contract::{GuideJson, guide_json},
    edit,
    model::Lang,
    present::{self, Became, EditFacts, FieldFacts},
    text::{edit as text, words::visible},
};

#[derive(Debug, Serialize)]
struct DiffJson {
    guide: GuideJson,
    before: GuideJson,
    changes: Vec<ChangeJson>,
    /// Only when it is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<impact::ImpactJson>,
}

#[derive(Debug, Serialize)]
struct ChangeJson {
    object: String,
    kind: &'static str,
    fields: Vec<FieldJson>,
    words: String,
}

#[derive(Debug, Serialize)]
struct FieldJson {
    path: String,
    kind: &'static str,
    before: Option<String>,
    after: Option<String>,
    words: String,
}

pub(super) fn run(args: &DiffArguments, aside: &mut Vec<Aside>, output: Output) -> Result<String, Exit> {
    let old = Loaded::of(Some(&args.old), aside)?;
    let new = Loaded::of(Some(&args.new), aside)?;
    let changes = edit::diff(&old.guide, &new.guide).map_err(|double| Refusal::DoubleId(double.0))?;
    let facts = present::edits(&changes, &old.guide, &new.guide, output.lang);
    let does = args.impact.then(|| impact::facts(&old, &new, output.lang)).transpose()?;
    let json = || DiffJson {
        guide: guide_json(&new.guide, Some(&new.origin)),
        before: guide_json(&old.guide, Some(&old.origin)),
        changes: facts.iter().map(change_json).collect(),
        impact: does.as_ref().map(impact::json),
    };
    let words = || {
        in_words(&facts, output.lang)
            + &does.as_ref().map(|does| impact::in_words(does, output.lang)).unwrap_or_default()
    };
    output.say(json, words)
}

fn change_json(facts: &EditFacts) -> ChangeJson {
    let EditFacts { key, became, name: _, text, fields } = facts;
    let fields = fields.iter().map(field_json).collect();
    ChangeJson { object: key.to_string(), kind: became.id(), fields, words: text.clone() }
}

fn field_json(facts: &FieldFacts) -> FieldJson {
    let FieldFacts { path, became, before, after, text } = facts;
    let (before, after) = (before.clone(), after.clone());
    FieldJson { path: path.to_string(), kind: became.id(), before, after, words: text.clone() }
}

/// A line for each record, and under it one for each field where more than one changed.
pub(super) fn in_words(facts: &[EditFacts], lang: Lang) -> String {
    let mut out = String::new();
    for EditFacts { key, became, name: _, text, fields } in facts {
        let _ = writeln!(out, "{} {} ({key})", sign(*became), visible(text));
        if fields.len() > 1 {
            for field in fields {
                let _ = writeln!(out, "    {} {}", sign(field.became), visible(&field.text));
            }
        }
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", text::no_changes(lang));
    }
    out
}

fn sign(became: Became) -> char {
    match became {
        Became::Added => '+',
        Became::Removed => '-',
        Became::Changed => '~',
        Became::Moved => '↕',
    }
}
