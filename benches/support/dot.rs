//! Graphviz dot as a peer: the same layered graph, put in order by dot.

use std::{
    fmt::Write as _,
    io::Write as _,
    process::{Command, Stdio},
};

use wegwijzer::chain::layout::{Layered, Order};

/// What dot says of itself; none where it is not installed.
pub fn version() -> Option<String> {
    let said = Command::new("dot").arg("-V").output().ok()?;
    Some(String::from_utf8_lossy(&said.stderr).trim().to_owned())
}

/// The order in which dot puts the nodes of each layer; blocks become clusters when `clusters` says so.
///
/// dot draws straight lines here: its curves would only make it slower.
pub fn order(graph: &Layered, clusters: bool) -> Order {
    let mut text = String::from(
        "digraph { newrank=true; splines=line; node [shape=box width=0.2 height=0.2 label=\"\"]; edge [arrowhead=none];\n",
    );
    for (layer, nodes) in graph.natural().iter().enumerate() {
        let _ = write!(text, "{{ rank=same;");
        for node in nodes {
            let _ = write!(text, " n{node};");
        }
        text.push_str(" }\n");
        if clusters {
            let blocks: std::collections::BTreeSet<u32> =
                nodes.iter().filter_map(|node| graph.block_of(*node)).collect();
            for block in blocks {
                let _ = write!(text, "subgraph cluster_{layer}_{block} {{");
                let own = nodes.iter().filter(|node| graph.block_of(**node) == Some(block));
                own.for_each(|node| write!(text, " n{node};").unwrap());
                text.push_str(" }\n");
            }
        }
    }
    graph.edges().for_each(|(from, to)| writeln!(text, "n{from} -> n{to};").unwrap());
    text.push_str("}\n");
    let mut dot = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    dot.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let drawn = dot.wait_with_output().unwrap();
    // Each node is a line: node, name, x, y and more.
    let mut places = vec![(0.0_f64, 0.0_f64); graph.node_count()];
    for line in String::from_utf8(drawn.stdout).unwrap().lines().filter(|line| line.starts_with("node ")) {
        let words: Vec<&str> = line.split(' ').collect();
        places[words[1][1..].parse::<usize>().unwrap()] = (words[2].parse().unwrap(), words[3].parse().unwrap());
    }
    let mut order = graph.natural().clone();
    for layer in &mut order {
        let height = places[layer[0] as usize].1;
        assert!(layer.iter().all(|node| (places[*node as usize].1 - height).abs() < 0.01), "a layer fell apart");
        layer.sort_by(|a, b| places[*a as usize].0.total_cmp(&places[*b as usize].0));
    }
    order
}
