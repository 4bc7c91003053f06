//! Circles: files that need each other. A module and what is below it may; everybody else may not.

use std::collections::BTreeMap;

use petgraph::{algo::tarjan_scc, graph::DiGraph};

use crate::source::{File, House};

/// The circles, each in a line.
pub(crate) fn told(house: &House) -> Vec<String> {
    circles(house).iter().map(|circle| format!("these need each other: {}", circle.join(", "))).collect()
}

/// The groups of files that need each other, in alphabetical order.
///
/// A name is followed through `pub use` to the file that defines it, so that no circle hides behind a `mod.rs`. What a
/// module takes from one above it does not count: that is how a child is written.
pub(crate) fn circles(house: &House) -> Vec<Vec<&str>> {
    let modules = Modules::of(house);
    let mut graph = DiGraph::<&str, ()>::new();
    let nodes: Vec<_> = house.files.iter().map(|file| graph.add_node(file.path.as_str())).collect();
    for (from, file) in house.files.iter().enumerate() {
        for import in &file.names.imports {
            let Some(to) = modules.definition(&import.path, 0) else { continue };
            if !file.module.starts_with(&house.files[to].module) {
                graph.update_edge(nodes[from], nodes[to], ());
            }
        }
    }
    let mut found: Vec<Vec<&str>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| group.into_iter().map(|node| graph[node]).collect())
        .collect();
    for group in &mut found {
        group.sort_unstable();
    }
    found.sort_unstable();
    found
}

/// The files by the path of their module.
struct Modules<'a> {
    files: &'a [File],
    by_path: BTreeMap<&'a [String], usize>,
}

/// A name that is handed on more often than this is handed on in a circle.
const MOST_STEPS: usize = 16;

impl<'a> Modules<'a> {
    fn of(house: &'a House) -> Self {
        let files = house.files.iter().enumerate();
        let by_path = files.filter(|(_, file)| file.path != "main.rs").map(|(at, file)| (file.module.as_slice(), at));
        Self { files: &house.files, by_path: by_path.collect() }
    }

    /// The file that defines what a path names; none for a path into another crate.
    fn definition(&self, path: &[String], steps: usize) -> Option<usize> {
        let (_, path) = path.split_first().filter(|(first, _)| *first == "crate")?;
        // The longest part of the path that is a file, and what is named in it.
        let (length, &at) = (0..=path.len()).rev().find_map(|n| Some((n, self.by_path.get(&path[..n])?)))?;
        let file = &self.files[at];
        let Some((name, rest)) = path[length..].split_first() else { return Some(at) };
        if file.names.defined.contains(name) || steps == MOST_STEPS {
            return Some(at);
        }
        let handed_on = file.names.aliases.get(name).map(|alias| [alias.as_slice(), rest].concat());
        let everything = file.names.globs.iter().map(|glob| [glob.as_slice(), &path[length..]].concat());
        handed_on
            .into_iter()
            .chain(everything)
            .filter_map(|path| self.definition(&path, steps + 1))
            .find(|found| *found != at)
            .or(Some(at))
    }
}
