//! Which room may name which, which crates it may use and which doors to the outside world it may open.

use crate::{
    imports::Import,
    source::{File, House},
};

/// A room of `src/`.
pub(crate) struct Room {
    pub(crate) name: &'static str,
    /// The rooms it may name: only rooms above it in the table.
    pub(crate) rooms: &'static [&'static str],
    /// The crates it may use.
    pub(crate) crates: &'static [&'static str],
}

/// From the ground floor up. A room that is not here fails, and so does one that names a room on its own floor or higher.
pub(crate) const ROOMS: &[Room] = &[
    Room { name: "model", rooms: &[], crates: &["jiff", "rustc_hash", "serde", "strum", "thiserror"] },
    Room { name: "lookup", rooms: &["model"], crates: &["jiff", "rustc_hash", "strsim", "unicode_normalization"] },
    Room {
        name: "edit",
        rooms: &["model"],
        crates: &["serde", "serde_json", "strum", "thiserror", "unicode_normalization"],
    },
    Room { name: "chain", rooms: &["model", "lookup"], crates: &["petgraph"] },
    Room { name: "review", rooms: &["model", "lookup", "edit"], crates: &["email_address", "iban", "rayon"] },
    Room {
        name: "file",
        rooms: &["model"],
        crates: &[
            "atomic_write_file",
            "directories",
            "open",
            "ron",
            "rustix",
            "serde",
            "serde_json",
            "serde_path_to_error",
            "sha2",
            "strsim",
            "winsafe",
        ],
    },
    Room { name: "text", rooms: &["model"], crates: &["strum"] },
    Room { name: "present", rooms: &["model", "lookup", "edit", "chain", "review", "text"], crates: &["strum"] },
    Room {
        name: "workshop",
        rooms: &["model", "lookup", "edit", "chain", "review", "text", "present"],
        crates: &["serde", "strum"],
    },
    Room { name: "contract", rooms: &["model", "lookup", "text", "present", "workshop"], crates: &["serde"] },
    Room {
        name: "page",
        rooms: &["model", "lookup", "text", "present", "contract", "workshop"],
        crates: &["maud", "serde", "serde_json"],
    },
    Room {
        name: "tables",
        rooms: &["model", "lookup", "edit", "file", "present"],
        crates: &["calamine", "csv", "encoding_rs", "rust_xlsxwriter", "serde_json"],
    },
    Room {
        name: "export",
        rooms: &["model", "lookup", "chain", "review", "text", "present", "page", "workshop", "tables"],
        crates: &[
            "base64",
            "harfrust",
            "krilla",
            "lzma_rust2",
            "maud",
            "miniz_oxide",
            "rustc_hash",
            "serde",
            "serde_json",
            "sha2",
            "skrifa",
            "tiny_skia",
            "uuid",
        ],
    },
    Room {
        name: "cli",
        rooms: &[
            "model", "lookup", "edit", "chain", "review", "file", "text", "present", "contract", "workshop", "tables",
            "export",
        ],
        crates: &["clap", "serde", "serde_json", "strum", "uuid"],
    },
    Room {
        name: "app",
        rooms: &[
            "model", "lookup", "edit", "chain", "review", "file", "text", "present", "workshop", "tables", "export",
        ],
        crates: &["rayon", "strum", "uuid"],
    },
    Room {
        name: "ui",
        rooms: &["model", "lookup", "edit", "chain", "review", "file", "text", "present", "workshop", "export", "app"],
        crates: &["eframe", "rfd", "strum", "winit"],
    },
    Room { name: "main", rooms: &["model", "text", "cli", "ui"], crates: &["jiff", "rustix"] },
];

/// A way out of the program, and who may use it.
pub(crate) struct Door {
    pub(crate) name: &'static str,
    /// Paths that lead there.
    paths: &'static [&'static [&'static str]],
    /// Names that lead there, of whatever they are.
    names: &'static [&'static str],
    rooms: &'static [&'static str],
}

pub(crate) const DOORS: &[Door] = &[
    Door {
        name: "the disk",
        paths: &[&["std", "fs"], &["tokio"], &["tempfile"]],
        names: &[
            "canonicalize",
            "exists",
            "is_dir",
            "is_file",
            "load_png",
            "read_dir",
            "read_link",
            "save_png",
            "symlink_metadata",
            "try_exists",
        ],
        rooms: &["file"],
    },
    Door {
        name: "the network",
        paths: &[&["std", "net"], &["std", "os", "unix", "net"], &["reqwest"], &["ureq"]],
        names: &["TcpListener", "TcpStream", "ToSocketAddrs", "UdpSocket"],
        rooms: &[],
    },
    Door { name: "the environment", paths: &[&["std", "env"]], names: &[], rooms: &["file", "main"] },
    Door {
        name: "processes",
        paths: &[&["std", "process"], &["std", "os", "unix", "process"]],
        names: &[],
        rooms: &["file", "main"],
    },
    Door { name: "threads", paths: &[&["std", "thread"]], names: &[], rooms: &["app"] },
    Door {
        name: "the console",
        paths: &[&["std", "io", "stdin"], &["std", "io", "stdout"], &["std", "io", "stderr"], &["log"], &["tracing"]],
        names: &["dbg!", "eprint!", "eprintln!", "print!", "println!"],
        rooms: &["main"],
    },
    Door {
        name: "the clock",
        paths: &[
            &["std", "time", "Instant"],
            &["std", "time", "SystemTime"],
            &["jiff", "Timestamp"],
            &["jiff", "Zoned"],
            &["jiff", "tz"],
            &["chrono"],
        ],
        names: &["Instant", "SystemTime", "UNIX_EPOCH", "Zoned"],
        rooms: &["main"],
    },
];

/// Everything that names a room, a crate or a door that its room may not.
pub(crate) fn offences(house: &House) -> Vec<String> {
    house.files.iter().filter(|file| file.path != "lib.rs").flat_map(in_file).collect()
}

fn in_file(file: &File) -> Vec<String> {
    let Some(room) = ROOMS.iter().find(|room| room.name == file.room) else {
        return vec![format!("{}: room «{}» is not in the table of tests/house/rooms.rs", file.path, file.room)];
    };
    let imports = file.names.imports.iter();
    let named = imports.filter_map(|import| Some(format!("{} {}", file.at(import.line), offence(room, import)?)));
    let by_name = file.identifiers.iter().filter_map(|(line, name)| {
        let door = closed(room).find(|door| door.names.contains(&name.as_str()))?;
        Some(format!("{} {} leads to {}", file.at(*line), name, door.name))
    });
    named.chain(by_name).collect()
}

fn offence(room: &Room, import: &Import) -> Option<String> {
    let path = import.path.join("::");
    let first = import.path.first()?.as_str();
    let second = import.path.get(1).map(String::as_str);
    if let Some(door) = closed(room).find(|door| door.paths.iter().any(|way| leads(&import.path, way))) {
        return Some(format!("{path} leads to {}", door.name));
    }
    if room.name != "main" && path.ends_with("::now") {
        return Some(format!("{path} asks a clock"));
    }
    match first {
        // `main.rs` stands outside the library and names it as any other program would.
        "crate" | "wegwijzer" => {
            let named = second.filter(|named| *named != room.name)?;
            let is_room = named.starts_with(|c: char| c.is_lowercase());
            (is_room && !room.rooms.contains(&named)).then(|| format!("{path} is no room that {} may name", room.name))
        }
        "std" | "core" | "alloc" => None,
        // A type that came with a `*` from where it may come from.
        _ if first.starts_with(char::is_uppercase) => None,
        _ => (!room.crates.contains(&first)).then(|| format!("{path} is no crate that {} may use", room.name)),
    }
}

fn leads(path: &[String], way: &[&str]) -> bool {
    path.len() >= way.len() && path.iter().zip(way).all(|(part, step)| part == step)
}

fn closed(room: &Room) -> impl Iterator<Item = &'static Door> {
    let name = room.name;
    DOORS.iter().filter(move |door| !door.rooms.contains(&name))
}
