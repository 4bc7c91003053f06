//! The chain as DOT, which Graphviz draws.

use std::fmt::Write as _;

use super::ChainData;
use crate::lookup::Verdict;

/// The chain as a directed graph in DOT, UTF-8. A dependent node or edge is dashed. The same chain gives the same text.
pub fn dot(chain: &ChainData) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "digraph wegwijzer {{");
    let _ = writeln!(out, "  graph [label={}, labelloc=t, rankdir=LR, charset=\"UTF-8\"];", quoted(&chain.title));
    let _ = writeln!(out, "  node [shape=box, fontname={}];", quoted("Fira Sans"));
    let _ = writeln!(out, "  edge [fontname={}];", quoted("Fira Sans"));
    for party in &chain.parties {
        let attributes = [
            ("label", party.name.as_str()),
            ("phases", &party.phases),
            ("aspects", &party.aspects),
            ("match", party.verdict.id()),
            ("style", style(party.verdict)),
        ];
        let _ = writeln!(out, "  {} [{}];", quoted(&party.id), list(&attributes));
    }
    for step in &chain.steps {
        let attributes = [
            ("label", step.label.as_str()),
            ("id", &step.id),
            ("act", &step.act),
            ("sharing", &step.sharing),
            ("match", step.verdict.id()),
            ("phase", &step.phase),
            ("sources", &step.sources),
            ("tooltip", &step.text),
            ("style", style(step.verdict)),
        ];
        let _ = writeln!(out, "  {} -> {} [{}];", quoted(&step.from), quoted(&step.to), list(&attributes));
    }
    out.push_str("}\n");
    out
}

fn style(verdict: Verdict) -> &'static str {
    if verdict == Verdict::Applies { "solid" } else { "dashed" }
}

fn list(attributes: &[(&str, &str)]) -> String {
    let known = attributes.iter().filter(|(_, value)| !value.is_empty());
    known.map(|(name, value)| format!("{name}={}", quoted(value))).collect::<Vec<_>>().join(", ")
}

/// A text as DOT writes it: a backslash, and an ampersand before a word, would start a sign of their own.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;");
    let signs = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    format!("\"{}\"", signs.collect::<String>())
}
