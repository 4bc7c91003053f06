//! What the house does not do: change the guide while drawing, store what is asked, call the network, let a hash map
//! order an output, or build halls.

use crate::source::{File, House};

/// The most lines of code of a file.
const MOST_LINES: usize = 450;

/// Where drawing could change the guide.
pub(crate) fn drawing_that_changes(house: &House) -> Vec<String> {
    let in_ui = || house.files.iter().filter(|file| file.room == "ui");
    let by_path = in_ui().flat_map(|file| {
        let reaches_in = |path: &[String]| matches!(path, [.., arc, way] if arc == "Arc" && ["get_mut", "make_mut"].contains(&way.as_str()));
        let found = file.names.imports.iter().filter(move |import| reaches_in(&import.path));
        found.map(|import| format!("{} {}", file.at(import.line), import.path.join("::")))
    });
    let by_name = in_ui().flat_map(|file| {
        let pairs = file.identifiers.iter().zip(file.identifiers.iter().skip(1));
        let found =
            pairs.filter(|((_, first), (_, second))| second == "guide_mut" || first == "mut" && second == "Guide");
        found.map(|(_, (line, name))| format!("{} {name} can be changed", file.at(*line)))
    });
    by_path.chain(by_name).collect()
}

/// What could put a profile or an answer on the disk.
pub(crate) fn stored_questions(house: &House) -> Vec<String> {
    named(house, |file| file.room == "lookup", &["Serialize", "Deserialize"])
}

/// Addresses of the network; the names of XML's vocabularies only look like them.
pub(crate) fn addresses(house: &House) -> Vec<String> {
    let texts = house.files.iter().flat_map(|file| file.literals.iter().map(move |literal| (file, literal)));
    texts
        .filter(|(file, literal)| {
            let is_address = ["http:", "https:"].iter().any(|scheme| literal.text.contains(scheme));
            is_address && !(file.room == "export" && literal.text.contains("xmlns") || is_vocabulary(&literal.text))
        })
        .map(|(file, literal)| format!("{} {}", file.at(literal.line), literal.text))
        .collect()
}

fn is_vocabulary(text: &str) -> bool {
    ["http://www.w3.org/", "http://graphml.graphdrawing.org/"].iter().any(|start| text.starts_with(start))
}

/// Only the tables, the diagrams, the search index and the shaped words have maps without an order, and only to look something up.
const MAY_HASH: &[&str] = &[
    "model/table.rs",
    "lookup/mdd",
    "lookup/index.rs",
    "lookup/explain.rs",
    "lookup/search/",
    "export/paper/shaping.rs",
];

/// Maps whose order is another one each time.
pub(crate) fn hash_maps(house: &House) -> Vec<String> {
    let elsewhere = |file: &File| !MAY_HASH.iter().any(|start| file.path.starts_with(start));
    named(house, elsewhere, &["FxHashMap", "FxHashSet", "HashMap", "HashSet", "RandomState"])
}

/// Files that do too much.
pub(crate) fn halls(house: &House) -> Vec<String> {
    let halls = house.files.iter().filter(|file| file.lines > MOST_LINES);
    halls.map(|file| format!("{} has {} lines of code, and {MOST_LINES} is the most", file.path, file.lines)).collect()
}

fn named(house: &House, where_: impl Fn(&File) -> bool, names: &[&str]) -> Vec<String> {
    let files = house.files.iter().filter(|file| where_(file));
    let all = files.flat_map(|file| file.identifiers.iter().map(move |(line, name)| (file, *line, name)));
    let found = all.filter(|(_, _, name)| names.contains(&name.as_str()));
    found.map(|(file, line, name)| format!("{} {name}", file.at(line))).collect()
}
