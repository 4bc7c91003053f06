//! The invariants of the house, read from its source.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{fs, path::Path};

/// A source file without its tests and comments.
struct File {
    path: String,
    room: String,
    code: String,
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(read(&root, &path));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 60, "the house was not found");
    files
}

fn read(root: &Path, source: &Path) -> File {
    let text = fs::read_to_string(source).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    let path = source.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    let first = path.split(['/', '\\', '.']).next().unwrap_or_default().to_owned();
    File { room: first, code: lines.collect::<Vec<_>>().join("\n"), path }
}

/// Every line of some rooms that holds one of some words.
fn offences(rooms: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in sources().iter().filter(|file| rooms.contains(&file.room.as_str())) {
        for (number, line) in file.code.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    found
}

const PURE: [&str; 7] = ["model", "lookup", "chain", "review", "edit", "export", "text"];
const ALL: [&str; 11] = ["model", "lookup", "chain", "review", "edit", "file", "export", "text", "cli", "app", "ui"];

#[test]
fn pure_rooms_know_no_window_no_disk_no_network_and_no_clock() {
    let words =
        ["egui", "std::fs", "std::net", "File::", "Zoned::now", "SystemTime", "Instant::now", "std::env", "rfd"];
    assert_eq!(offences(&PURE, &words), Vec::<String>::new());
}

#[test]
fn only_the_file_room_touches_the_disk_and_nobody_the_network() {
    let others: Vec<&str> = ALL.into_iter().filter(|room| *room != "file").collect();
    assert_eq!(offences(&others, &["std::fs", "fs::", "File::open", "File::create"]), Vec::<String>::new());
    let network = ["std::net", "TcpStream", "UdpSocket", "http:", "reqwest", "ureq"];
    let is_namespace = |offence: &String| offence.starts_with("export/") && offence.ends_with(" http:");
    let found: Vec<String> = offences(&ALL, &network).into_iter().filter(|found| !is_namespace(found)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn rooms_only_look_down() {
    // Who may be named by whom: ui -> app -> {file, export, edit, review, chain, lookup} -> model; cli beside app.
    let forbidden = [
        (
            "model",
            &[
                "crate::lookup",
                "crate::review",
                "crate::file",
                "crate::app",
                "crate::cli",
                "crate::ui",
                "crate::text",
                "crate::chain",
            ][..],
        ),
        (
            "lookup",
            &["crate::review", "crate::file", "crate::app", "crate::cli", "crate::ui", "crate::chain", "crate::text"],
        ),
        ("chain", &["crate::review", "crate::file", "crate::app", "crate::cli", "crate::ui"]),
        ("review", &["crate::file", "crate::app", "crate::cli", "crate::ui"]),
        ("export", &["crate::file", "crate::app", "crate::cli", "crate::ui"]),
        ("file", &["crate::review", "crate::lookup", "crate::app", "crate::cli", "crate::ui"]),
        ("text", &["crate::review", "crate::file", "crate::app", "crate::cli", "crate::ui"]),
        ("app", &["crate::cli", "crate::ui"]),
        ("cli", &["crate::app", "crate::ui"]),
    ];
    for (room, words) in forbidden {
        assert_eq!(offences(&[room], words), Vec::<String>::new(), "{room} looks up");
    }
}

#[test]
fn drawing_never_changes_the_guide() {
    assert_eq!(offences(&["ui"], &["&mut Guide", "guide_mut", "Arc::get_mut", "Arc::make_mut"]), Vec::<String>::new());
}

#[test]
fn a_profile_has_no_stored_form() {
    let serialised = offences(&["lookup"], &["Serialize", "Deserialize"]);
    assert_eq!(serialised, Vec::<String>::new(), "nothing of a lookup can be written to disk");
    assert_eq!(
        offences(&ALL, &["println!", "eprintln!", "dbg!", " log::", "(log::", "tracing::"]),
        Vec::<String>::new(),
        "nothing is logged"
    );
}

#[test]
fn no_colour_outside_the_theme() {
    let words =
        ["Color32::from", "Color32::WHITE", "Color32::BLACK", "Color32::RED", "Color32::GRAY", "hex_color!", "Rgba::"];
    let found = offences(&["ui"], &words).into_iter().filter(|offence| !offence.starts_with("ui/theme"));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn no_visible_words_outside_text() {
    // A literal with a space between letters, or that starts with a capital and goes on, is for people to read.
    let mut found = Vec::new();
    for file in sources().iter().filter(|file| ["ui", "app", "cli", "export"].contains(&file.room.as_str())) {
        for (number, line) in file.code.lines().enumerate() {
            if ["Id::unique", "reason =", "id_salt", "value_name", "name =", "must_use"]
                .iter()
                .any(|w| line.contains(w))
            {
                continue;
            }
            for literal in line.split('"').skip(1).step_by(2) {
                let letters: Vec<char> = literal.chars().collect();
                let is_phrase = letters.windows(3).any(|w| w[0].is_alphabetic() && w[1] == ' ' && w[2].is_alphabetic());
                let key = ["Ctrl ", "Esc", "F1", "F9", "NL", "EN", "RON"].iter().any(|key| literal.starts_with(key));
                let is_markup = literal.trim_start().starts_with('<');
                let language = ["Nederlands", "English"].contains(&literal) || literal.starts_with("Fira Sans");
                if is_phrase && !is_markup && !key && !language && !literal.contains('{') {
                    found.push(format!("{}:{}: {literal}", file.path, number + 1));
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_that_a_hash_map_orders_reaches_an_output() {
    let found = offences(&ALL, &["HashMap", "HashSet"]);
    // Only the diagrams and their builders use them, and only to look up.
    let allowed = ["lookup/diagram", "lookup/index.rs", "lookup/explain.rs", "lookup/search"];
    let found = found.into_iter().filter(|offence| !allowed.iter().any(|file| offence.starts_with(file)));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn files_stay_small() {
    let large: Vec<String> = sources()
        .iter()
        .filter(|file| file.code.lines().filter(|line| !line.trim().is_empty()).count() > 450)
        .map(|file| file.path.clone())
        .collect();
    assert_eq!(large, Vec::<String>::new(), "no hall that handles everything");
}
