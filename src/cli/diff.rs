//! `diff`: what changed from one guide to another, record by record.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;

use super::{Aside, Exit, Loaded, Output, Refusal, args::DiffArguments, impact};
use crate::{
    contract::{GuideJson, guide_json},
    edit,
    model::{Lang, RecordKey},
    present::{self, Became, EditFacts, FieldFacts, RenamedFacts},
    text::{edit as text, words::visible},
};

#[derive(Debug, Serialize)]
struct DiffJson {
    guide: GuideJson,
    before: GuideJson,
    /// By kind, the new id of each record by its old one.
    renamed: BTreeMap<&'static str, BTreeMap<String, String>>,
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
    let difference = edit::difference(&old.guide, &new.guide).map_err(|double| Refusal::DoubleId(double.0))?;
    let renamed = present::renamed(&difference.renamed, &new.guide, output.lang);
    let facts = present::edits(&difference.changes, &difference.before, &new.guide, output.lang);
    let does = args.impact.then(|| impact::facts(&old, &new, output.lang)).transpose()?;
    let json = || DiffJson {
        guide: guide_json(&new.guide, Some(&new.origin)),
        before: guide_json(&old.guide, Some(&old.origin)),
        renamed: renamed_json(&renamed),
        changes: facts.iter().map(change_json).collect(),
        impact: does.as_ref().map(impact::json),
    };
    let words = || {
        in_words(&renamed, &facts, output.lang)
            + &does.as_ref().map(|does| impact::in_words(does, output.lang)).unwrap_or_default()
    };
    output.say(json, words)
}

fn renamed_json(facts: &[RenamedFacts]) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let mut renamed: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for RenamedFacts { was, is, text: _ } in facts {
        let id = |key: &RecordKey| key.id().unwrap_or_default().to_owned();
        renamed.entry(was.kind().id()).or_default().insert(id(was), id(is));
    }
    renamed
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

/// A line for each record that has another id, and one for each that changed, with one for each field under it where more
/// than one did.
pub(super) fn in_words(renamed: &[RenamedFacts], facts: &[EditFacts], lang: Lang) -> String {
    let mut out = String::new();
    for RenamedFacts { was: _, is, text } in renamed {
        let _ = writeln!(out, "→ {} ({is})", visible(text));
    }
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
