//! `words`: a guide as sentences, one fact a line: for git to show, and for who reads no RON.

use std::fmt::Write as _;

use super::{Aside, Exit, Loaded, Output, args::WordsArguments};
use crate::{
    present::{self, RecordWords},
    text::words::visible,
};

pub(super) fn run(args: &WordsArguments, aside: &mut Vec<Aside>, output: Output) -> Result<String, Exit> {
    let loaded = Loaded::of(Some(&args.file), aside)?;
    let records = present::in_words(&loaded.guide, output.lang);
    output.say(|| records.iter().map(json).collect::<Vec<_>>(), || in_words(&records))
}

#[derive(Debug, serde::Serialize)]
struct RecordJson {
    record: String,
    name: String,
    facts: Vec<String>,
}

fn json(words: &RecordWords) -> RecordJson {
    let RecordWords { key, name, facts } = words;
    RecordJson { record: key.to_string(), name: name.clone(), facts: facts.clone() }
}

fn in_words(records: &[RecordWords]) -> String {
    let mut out = String::new();
    for RecordWords { key, name, facts } in records {
        let _ = writeln!(out, "{key}: {}", visible(name));
        for fact in facts {
            let _ = writeln!(out, "  {}", visible(fact));
        }
    }
    out
}
