//! The chain as `GraphML`, which networkx, yEd and Gephi open.

use std::fmt::Write as _;

use super::ChainData;
use crate::export::xml::escaped;

/// What is told of a node, and of an edge.
///
/// Gephi and others show what is called `label`; networkx keeps a node's own name from its other values, so that what is
/// called `name` cannot be written on as DOT.
const NODE_KEYS: [&str; 4] = ["label", "phases", "aspects", "match"];
const EDGE_KEYS: [&str; 7] = ["act", "label", "text", "sharing", "match", "phase", "sources"];

/// The chain as a directed `GraphML` document in UTF-8. The same chain gives the same text.
pub fn graphml(chain: &ChainData) -> String {
    let mut out = String::from("<?xml version='1.0' encoding='UTF-8'?>\n");
    let namespace = "http://graphml.graphdrawing.org/xmlns";
    let _ = writeln!(out, "<graphml xmlns='{namespace}'>");
    let _ = writeln!(out, "  <desc>{}</desc>", escaped(&chain.title));
    for (kind, prefix, keys) in [("node", 'n', &NODE_KEYS[..]), ("edge", 'e', &EDGE_KEYS[..])] {
        for key in keys {
            let _ = writeln!(out, "  <key id='{prefix}-{key}' for='{kind}' attr.name='{key}' attr.type='string'/>");
        }
    }
    out.push_str("  <graph id='wegwijzer' edgedefault='directed'>\n");
    for party in &chain.parties {
        let values = [party.name.as_str(), &party.phases, &party.aspects, party.verdict.id()];
        let _ = writeln!(out, "    <node id='{}'>", escaped(&party.id));
        data(&mut out, 'n', &NODE_KEYS, &values);
        out.push_str("    </node>\n");
    }
    for step in &chain.steps {
        let (id, from, to) = (escaped(&step.id), escaped(&step.from), escaped(&step.to));
        let _ = writeln!(out, "    <edge id='{id}' source='{from}' target='{to}'>");
        let values =
            [step.act.as_str(), &step.label, &step.text, &step.sharing, step.verdict.id(), &step.phase, &step.sources];
        data(&mut out, 'e', &EDGE_KEYS, &values);
        out.push_str("    </edge>\n");
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn data(out: &mut String, prefix: char, keys: &[&str], values: &[&str]) {
    for (key, value) in keys.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(out, "      <data key='{prefix}-{key}'>{}</data>", escaped(value));
    }
}
