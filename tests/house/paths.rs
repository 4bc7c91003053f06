//! Names of files that every system can hold.

use std::{collections::BTreeMap, path::Path};

use crate::source::files_under;

/// Names of devices on Windows, with whatever ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What Windows does not allow in a name.
const NOT_ALLOWED: [char; 8] = ['<', '>', ':', '"', '\\', '|', '?', '*'];

/// Longer ones do not fit in what Windows allows by default, together with the folder of the repository.
const LONGEST: usize = 160;

/// The files of the repository.
pub(crate) fn repository() -> Vec<String> {
    files_under(Path::new(env!("CARGO_MANIFEST_DIR")), &[".git", "target"])
}

/// Paths that a checkout on Windows or macOS refuses or mixes up.
pub(crate) fn impossible(paths: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = BTreeMap::new();
    for path in paths {
        found.extend(path.split('/').filter_map(wrong).map(|why| format!("{path} {why}")));
        if path.chars().count() > LONGEST {
            found.push(format!("{path} is too long"));
        }
        // Folders too: `Data/a` and `data/b` are one folder elsewhere.
        for (end, _) in path.match_indices('/').chain([(path.len(), "")]) {
            let part = &path[..end];
            let other = *seen.entry(part.to_lowercase()).or_insert(part);
            if other != part {
                found.push(format!("{part} and {other} differ only in capitals"));
            }
        }
    }
    found.dedup();
    found
}

fn wrong(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    if DEVICES.contains(&stem.as_str()) {
        Some("is the name of a device")
    } else if name.ends_with(['.', ' ']) {
        Some("ends in a dot or a space")
    } else if name.contains(NOT_ALLOWED) || name.chars().any(char::is_control) {
        Some("holds a sign that may not be in a name")
    } else {
        None
    }
}
