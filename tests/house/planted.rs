//! Offences, planted: each must be found by the check that it offends, and by its line.

use crate::{circles, habits, paths, rooms, source::House, texts, words};

type Check = fn(&House) -> Vec<String>;

/// What a check finds in this file, of a house in which it stands as well.
fn found(check: Check, path: &str, code: &str) -> Vec<String> {
    check(&House::real().with(&[(path, code)])).into_iter().filter(|offence| offence.starts_with(path)).collect()
}

/// The check finds each of these, at the line and with the words beside it.
#[track_caller]
fn finds(check: Check, planted: &[(&str, &str, &[&str])]) {
    for (path, code, wanted) in planted {
        let found = found(check, path, code);
        let lacks: Vec<_> =
            wanted.iter().filter(|wanted| !found.iter().any(|found| found.contains(**wanted))).collect();
        assert!(lacks.is_empty(), "in {path}, of\n{code}\nnot found: {lacks:?}, but only {found:?}");
        assert!(!wanted.is_empty());
    }
}

/// The check finds nothing in these.
#[track_caller]
fn lets_be(check: Check, planted: &[(&str, &str)]) {
    for (path, code) in planted {
        assert_eq!(found(check, path, code), Vec::<String>::new(), "in {path}, of\n{code}");
    }
}

#[test]
fn an_import_upward_is_found_however_it_is_written() {
    finds(
        rooms::offences,
        &[
            (
                "model/planted.rs",
                "use crate::{\n    file::Settings,\n    lookup::Index,\n    ui::Window,\n};",
                &["planted.rs:2 crate::file::Settings", ":3 crate::lookup::Index", ":4 crate::ui::Window"],
            ),
            ("model/planted.rs", "use super::super::ui::Window;", &[":1 crate::ui::Window"]),
            (
                "lookup/search/planted.rs",
                "use crate::{self as house};\nfn f() { house::app::run() }",
                &[":2 crate::app::run"],
            ),
            ("chain/planted.rs", "use crate::ui::*;", &[":1 crate::ui"]),
            ("review/planted.rs", "fn f() -> u8 { crate::text::words::yes(1) }", &["crate::text::words::yes"]),
            ("file/planted.rs", "type A = Vec<Option<crate::lookup::Index>>;", &["crate::lookup::Index"]),
            ("text/planted.rs", "fn f() { assert_eq!(1, crate::cli::Exit::code(2)) }", &["crate::cli::Exit::code"]),
            ("text/planted.rs", "#[derive(crate::cli::Derived)]\nstruct A;", &["crate::cli::Derived"]),
            ("cli/planted.rs", "fn f() { match 1 { crate::app::ONE => {} _ => {} } }", &["crate::app::ONE"]),
            ("app/planted.rs", "fn f() { use crate::ui::Window as Other; }", &["crate::ui::Window"]),
            ("app/planted.rs", "impl crate::ui::Draw for u8 {}", &["crate::ui::Draw"]),
            ("app/planted.rs", "mod inner { use super::super::super::cli::run; }", &["crate::cli::run"]),
            (
                "model/planted.rs",
                "macro_rules! m { () => { use $crate::{text::A, ui::B}; } }",
                &["crate::text", "crate::ui"],
            ),
        ],
    );
}

#[test]
fn an_import_downward_or_beside_is_let_be() {
    lets_be(
        rooms::offences,
        &[
            ("ui/planted.rs", "use crate::{app::App, lookup::Index, model::Guide};\nuse super::state::View;"),
            ("model/planted.rs", "use super::{id::PartyId, Guide};\nuse std::collections::BTreeMap;"),
            ("model/planted.rs", "#[cfg(test)]\nmod tests { use crate::ui::Window; fn f() { std::fs::read(1); } }"),
            ("model/planted.rs", "// use crate::ui::Window;\n/// [`crate::ui::Window`]\nstruct A;"),
        ],
    );
}

#[test]
fn a_room_that_nobody_drew_is_found() {
    finds(rooms::offences, &[("attic/mod.rs", "fn f() {}", &["room «attic» is not in the table"])]);
}

#[test]
fn a_door_or_a_crate_of_another_room_is_found() {
    finds(
        rooms::offences,
        &[
            (
                "lookup/planted.rs",
                "use std::{fs, env, net};",
                &["std::fs leads to the disk", "std::env leads to the environment", "std::net leads to the network"],
            ),
            ("lookup/planted.rs", "use std as s;\nfn f() { s::fs::read(1) }", &[":2 std::fs::read leads to the disk"]),
            ("app/planted.rs", "fn f(p: &Path) -> bool { p.exists() }", &["exists leads to the disk"]),
            ("export/planted.rs", "fn f() { vec![std::fs::read(1)]; }", &["std::fs::read"]),
            ("review/planted.rs", "fn f() { jiff::Zoned::now().date() }", &["the clock"]),
            ("chain/planted.rs", "use std::time::Instant as Tick;\nfn f() { Tick::now() }", &[":1", ":2"]),
            ("app/planted.rs", "fn f() { std::process::exit(1) }", &["processes"]),
            ("file/planted.rs", "fn f() { println!(\"{}\", 1) }", &["println! leads to the console"]),
            ("file/planted.rs", "use std::net::TcpStream;", &["the network"]),
            ("model/planted.rs", "use eframe::egui;", &["eframe::egui is no crate that model may use"]),
            ("app/planted.rs", "fn f(ui: &mut eframe::egui::Ui) {}", &["eframe::egui::Ui"]),
            ("app/planted.rs", "use rfd::FileDialog;", &["rfd::FileDialog"]),
            ("lookup/planted.rs", "#[derive(clap::Parser)]\nstruct A;", &["clap::Parser"]),
            ("lookup/planted.rs", "fn f() { ::krilla::Document::new() }", &["krilla::Document::new"]),
            ("export/planted.rs", "extern crate ron;", &["ron"]),
        ],
    );
}

#[test]
fn a_circle_is_found_also_through_a_name_that_is_handed_on() {
    let siblings = House::real().with(&[
        ("attic/one.rs", "use super::two::Two; pub struct One;"),
        ("attic/two.rs", "fn f() { crate::attic::one::One; } pub struct Two;"),
    ]);
    assert!(circles::circles(&siblings).contains(&vec!["attic/one.rs", "attic/two.rs"]));

    let hidden = House::real().with(&[
        ("attic/one.rs", "use super::two::Two; pub struct One;"),
        ("attic/two.rs", "use super::three::handed_on; pub struct Two;"),
        ("attic/three/mod.rs", "mod deep; pub use deep::inner as handed_on;"),
        ("attic/three/deep.rs", "pub fn inner() { crate::attic::one::One; }"),
    ]);
    assert!(circles::circles(&hidden).contains(&vec!["attic/one.rs", "attic/three/deep.rs", "attic/two.rs"]));

    let parent = House::real().with(&[
        ("attic/mod.rs", "mod child; use child::Child; pub struct Parent;"),
        ("attic/child.rs", "use super::Parent; pub struct Child;"),
    ]);
    assert!(circles::circles(&parent).iter().flatten().all(|file| !file.starts_with("attic")), "a child is no circle");
}

#[test]
fn a_colour_outside_the_theme_is_found() {
    finds(
        words::colours,
        &[
            ("ui/planted.rs", "fn f() { Color32::LIGHT_RED }", &["Color32::LIGHT_RED"]),
            ("ui/planted.rs", "use eframe::egui::Color32 as C;\nfn f() { C::RED }", &[":2 eframe::egui::Color32::RED"]),
            ("ui/planted.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3) }", &["Color32::from_rgb"]),
            ("ui/planted.rs", "fn f() { let c = hex_color!(\"#aabbcc\"); }", &["hex_color!", "#aabbcc"]),
            ("ui/planted.rs", "fn f() { egui::Rgba::from_gray(0.5) }", &["Rgba::from_gray"]),
            ("export/planted.rs", "fn f() { tiny_skia::Color::from_rgba8(1, 2, 3, 4) }", &["from_rgba8"]),
            ("export/planted.rs", "const RED: &str = \"#f00\";", &["#f00"]),
        ],
    );
    lets_be(
        words::colours,
        &[
            ("ui/theme/planted.rs", "fn f() { Color32::LIGHT_RED }"),
            ("ui/planted.rs", "fn f(t: &Tokens) { Color32::TRANSPARENT; t.accent; }\nfn g(c: Color32) {}"),
        ],
    );
}

#[test]
fn words_outside_text_are_found_in_whatever_they_stand() {
    finds(
        words::misplaced,
        &[
            ("app/planted.rs", "fn f(n: u8) { format!(\"Er zijn {n} dingen die u moet weten\") }", &["Er zijn"]),
            ("app/planted.rs", "fn f(n: u8) {\n    format!(\"{n} gevonden\") }", &[":2", "gevonden"]),
            ("ui/planted.rs", "fn f(ui: &mut Ui) { ui.label(\"Bewaren\"); }", &["Bewaren"]),
            ("cli/planted.rs", "#[arg(help = \"welke dag\")]\nstruct A;", &["welke dag"]),
            ("export/planted.rs", "fn f() { write!(w, \"<title>De keten</title>\") }", &["De keten"]),
            ("lookup/planted.rs", "#[error(\"«{0}» is geen kenmerk\")]\nstruct A;", &["is geen kenmerk"]),
            ("review/planted.rs", "const A: &[&str] = &[concat!(\"niet \", \"deze zin\")];", &["deze zin"]),
            ("model/planted.rs", "fn f() { let a = r#\"nog een zin\"#; }", &["nog een zin"]),
        ],
    );
    lets_be(
        words::misplaced,
        &[
            ("text/planted.rs", "const A: &str = \"Dit mag hier\";"),
            (
                "ui/planted.rs",
                "/// Draws a thing.\n#[expect(dead_code, reason = \"it is a trial\")]\nfn f() { id(\"drawer\"); }",
            ),
            ("export/planted.rs", "fn f() { write!(w, \"<rect x='{x}' y='{y}'/>\\n\") }"),
            (
                "cli/planted.rs",
                "#[serde(rename_all = \"kebab-case\")]\nstruct A { key: u8 }\nconst B: &str = \"voert-uit\";",
            ),
            ("model/planted.rs", "#[cfg(test)]\nmod tests { const A: &str = \"Een zin van een test\"; }"),
        ],
    );
}

#[test]
fn a_text_that_nobody_says_is_found() {
    let texts = "texts! {\n    asked: \"a\", \"b\";\n    silent: \"c\", \"d\";\n}\npub const LONELY: u8 = 1;\n\
        pub fn mute() {}\npub fn one() { two() }\nfn two() {}";
    let asks = "use crate::text::planted as words;\nfn f(l: Lang) { words::asked(l); words::one() }";
    let house = House::real().with(&[("text/planted.rs", texts), ("ui/planted.rs", asks)]);
    let found = texts::unused(&house).into_iter().filter(|found| found.starts_with("text/planted.rs"));
    let wanted = ["3 nobody says silent", "5 nobody says LONELY", "6 nobody says mute"];
    assert_eq!(found.collect::<Vec<_>>(), wanted.map(|wanted| format!("text/planted.rs:{wanted}")));
}

#[test]
fn habits_that_the_house_has_not_are_found() {
    finds(
        habits::drawing_that_changes,
        &[
            ("ui/planted.rs", "fn f(guide: &mut Guide) {}", &["Guide can be changed"]),
            ("ui/planted.rs", "use std::sync::Arc;\nfn f() { Arc::make_mut(1) }", &[":2"]),
        ],
    );
    finds(habits::stored_questions, &[("lookup/planted.rs", "#[derive(serde::Serialize)]\nstruct A;", &["Serialize"])]);
    finds(habits::addresses, &[("app/planted.rs", "const A: &str = \"https://example.org\";", &["example.org"])]);
    finds(habits::hash_maps, &[("app/planted.rs", "use std::collections::{BTreeMap, HashMap};", &["HashMap"])]);
    let hall = "fn f() {\n    1;\n}\n".repeat(151);
    finds(habits::halls, &[("app/planted.rs", &hall, &["453 lines"])]);
    let with_comments = "// so it is\nfn f() {\n    1;\n}\n\n".repeat(150);
    lets_be(habits::halls, &[("app/planted.rs", &with_comments)]);
}

#[test]
fn a_name_that_another_system_cannot_hold_is_found() {
    for bad in ["tests/nul.ron", "data/Con", "a/aux.tar.gz", "b/end.", "b/end ", "c/what?.md", "d/a:b", "COM1/x"] {
        assert_eq!(paths::impossible(&[bad.to_owned()]).len(), 1, "{bad}");
    }
    for pair in [["data/Gids.ron", "data/gids.ron"], ["Data/a", "data/b"]] {
        assert_eq!(paths::impossible(&pair.map(str::to_owned)).len(), 1, "{pair:?}");
    }
    let good = ["tests/null.ron", "data/console.md", "src/lib.rs", "a/commit1", "a/b.c.d"];
    assert_eq!(paths::impossible(&good.map(str::to_owned)), Vec::<String>::new());
}
