//! `diff`, `merge` and `words`: what changed, and two versions as one, as git asks for it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::run::{Ran, empty_dir, run};

const GUIDE: &str = include_str!("../../../data/wegwijzer.ron");
const PHONE: &str = "value: \"033 448 11 86\"";
const OTHER: &str = "value: \"033 448 11 00\"";

/// A folder with the guide and two versions of it.
fn versions(name: &str, ours: &str, theirs: &str) -> PathBuf {
    let folder = empty_dir(&format!("merging-{name}"));
    for (name, text) in [("base.ron", GUIDE), ("ours.ron", ours), ("theirs.ron", theirs)] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

/// `merge`, with the result in the place of ours, as git wants it.
fn merge(folder: &Path, base: &str, options: &[&str]) -> Ran {
    let [base, ours, theirs] = [base, "ours.ron", "theirs.ron"].map(|name| path(folder, name));
    run(&[&["merge", &base, &ours, &theirs, "--out", &ours], options].concat())
}

/// What was printed by a command that exits with one.
fn told(ran: &Ran) -> String {
    assert_eq!((ran.exit, ran.err.as_str()), (1, ""), "{}: {}", ran.typed, ran.out);
    ran.out.clone()
}

fn replaced(from: &str, to: &str) -> String {
    assert!(GUIDE.contains(from), "{from}");
    GUIDE.replacen(from, to, 1)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_two_people_changed_apart_is_together_without_a_question() {
    let (phone, title) = (replaced(PHONE, OTHER), replaced("title: \"", "title: \"Nieuwe "));
    let folder = versions("apart", &phone, &title);
    let said = merge(&folder, "base.ron", &["--path", "gids.ron"]).fine().out;
    assert!(said.starts_with("gids.ron: samengevoegd"), "{said}");
    let merged = read(&folder.join("ours.ron"));
    assert_eq!(merged, phone.replacen("title: \"", "title: \"Nieuwe ", 1));
    run(&["check", &path(&folder, "ours.ron")]).fine();
}

#[test]
fn what_clashes_keeps_both_and_exits_with_one() {
    let folder = versions("clash", &replaced("title: \"", "title: \"Onze "), &replaced("title: \"", "title: \"Hun "));
    let said = told(&merge(&folder, "base.ron", &["--ours", "HEAD", "--theirs", "%Y"]));
    assert!(said.contains("te kiezen") && said.contains("title"), "{said}");
    let merged = read(&folder.join("ours.ron"));
    for kept in ["title: \"Onze ", "title: \"Hun ", "unresolved: [", "ours_by: \"HEAD\""] {
        assert!(merged.contains(kept), "{kept}");
    }
    assert!(!merged.contains("%Y"));
    let clashing = versions(
        "clash-as-data",
        &replaced("title: \"", "title: \"Onze "),
        &replaced("title: \"", "title: \"Hun ").replacen(PHONE, OTHER, 1),
    );
    let json = told(&merge(&clashing, "base.ron", &["--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let conflict = &json["conflicts"][0];
    assert_eq!((&conflict["object"], &conflict["path"]), (&"guide".into(), &"title".into()));
    let said = |side: &str| conflict[side].as_str().unwrap().to_owned();
    assert_eq!((said("ours"), said("theirs")), (format!("Onze {}", said("base")), format!("Hun {}", said("base"))));
    assert_eq!(json["taken"], serde_json::json!({ "ours": 0, "theirs": 1, "both": 1 }));
    let check = told(&run(&["check", &path(&folder, "ours.ron")]));
    assert!(check.contains("niet-opgelost"), "{check}");
    run(&["fmt", &path(&folder, "ours.ron"), "--check"]).fine();
}

#[test]
fn without_a_base_every_difference_is_a_question() {
    let folder = versions("no-base", GUIDE, &replaced(PHONE, OTHER));
    fs::write(folder.join("empty.ron"), "").unwrap();
    let said = told(&merge(&folder, "empty.ron", &["--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    let conflict = &json["conflicts"][0];
    assert_eq!(conflict["object"], "party/comensha");
    for (side, says) in [("ours", "033 448 11 86"), ("theirs", "033 448 11 00")] {
        assert!(conflict[side].as_str().is_some_and(|said| said.contains(says)), "{side}: {conflict}");
    }
    assert!(conflict["base"].is_null());
    assert_eq!(json["conflicts"].as_array().unwrap().len(), 1);
    let folder = versions("no-base-alike", GUIDE, GUIDE);
    fs::write(folder.join("empty.ron"), "\n").unwrap();
    merge(&folder, "empty.ron", &[]).fine();
    assert_eq!(read(&folder.join("ours.ron")), GUIDE);
}

#[test]
fn what_cannot_be_merged_exits_with_two_and_writes_nothing() {
    let folder = versions("refused", GUIDE, "(geen gids");
    merge(&folder, "base.ron", &[]).refused(2);
    merge(&folder, "nergens.ron", &[]).refused(2);
    assert_eq!(read(&folder.join("ours.ron")), GUIDE);
    let newer = GUIDE.replacen("schema: 1", "schema: 9", 1);
    merge(&versions("newer", &newer, GUIDE), "base.ron", &[]).refused(2);
    run(&["merge", "a.ron", "b.ron"]).refused(2);
}

#[test]
fn what_was_whole_on_both_sides_and_is_broken_together_is_told() {
    // One takes out a party that nobody names, and the other names it.
    let mut guide = wegwijzer::file::embedded_guide().unwrap();
    let spare = wegwijzer::model::PartyId::new("reserve").unwrap();
    let like = guide.parties.iter().find(|party| party.id.as_str() == "comensha").unwrap().clone();
    guide.parties.push(wegwijzer::model::Party { id: spare.clone(), ..like });
    let base = wegwijzer::file::write_guide(&guide);
    let mut theirs = guide.clone();
    theirs.responsibilities.rows_mut()[0].party = spare.clone();
    guide.parties.retain(|party| party.id != spare);
    let folder =
        versions("broken-together", &wegwijzer::file::write_guide(&guide), &wegwijzer::file::write_guide(&theirs));
    fs::write(folder.join("base.ron"), base).unwrap();
    let said = told(&merge(&folder, "base.ron", &[]));
    assert!(said.contains("verwijst-naar-niets"), "{said}");
}

#[test]
fn a_difference_is_told_in_words_and_as_data() {
    let folder = versions("dangling", &replaced(PHONE, OTHER), GUIDE);
    let (base, ours) = (path(&folder, "base.ron"), path(&folder, "ours.ron"));
    let said = run(&["diff", &base, &ours]).fine().out;
    assert_eq!(said, "~ telefoon van CoMensha gewijzigd: «033 448 11 86» → «033 448 11 00» (party/comensha)\n");
    let said = run(&["--lang", "en", "diff", &base, &ours]).fine().out;
    assert!(said.starts_with("~ telephone of CoMensha changed"), "{said}");
    assert_eq!(run(&["diff", &base, &base]).fine().out, "geen verschil\n");
    let json = run(&["diff", &base, &ours, "--format", "json"]).fine().out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let change = &json["changes"][0];
    assert_eq!((&change["object"], &change["kind"]), (&"party/comensha".into(), &"changed".into()));
    assert!(change["words"].as_str().unwrap().starts_with("telefoon van CoMensha gewijzigd"), "{change}");
    let field = &change["fields"][0];
    assert!(field["path"].as_str().unwrap().ends_with("].value"), "{field}");
    assert_eq!((&field["before"], &field["after"]), (&"033 448 11 86".into(), &"033 448 11 00".into()));
    assert_eq!(json["before"]["same_as_built_in"], true);
    assert_eq!(json["guide"]["same_as_built_in"], false);
    run(&["diff", &base, &path(&folder, "nergens.ron")]).refused(1);
}

#[test]
fn a_record_with_another_id_is_told_as_one_record() {
    let guide = wegwijzer::file::read_guide(GUIDE).unwrap();
    let rename = wegwijzer::edit::Edit::Rename { record: "party/comensha".parse().unwrap(), to: "comensha-nl".into() };
    let changes = wegwijzer::edit::make(&guide, &[rename]).unwrap();
    let text = wegwijzer::file::write_guide(&wegwijzer::edit::put(&guide, &changes));
    let folder = versions("renamed", &text.replace(PHONE, OTHER), &text);
    let [base, ours, theirs] = ["base.ron", "ours.ron", "theirs.ron"].map(|name| path(&folder, name));
    let said = run(&["diff", &base, &theirs]).fine().out;
    assert_eq!(said, "→ CoMensha heeft een ander id: comensha → comensha-nl (party/comensha-nl)\n");
    // What else changed is told of the record under its new id.
    let json = run(&["diff", &base, &ours, "--format", "json"]).fine().value();
    assert_eq!(json["renamed"], serde_json::json!({ "party": { "comensha": "comensha-nl" } }));
    let objects: Vec<&str> = json["changes"].as_array().unwrap().iter().filter_map(|c| c["object"].as_str()).collect();
    assert_eq!(objects, ["party/comensha-nl"]);
    let json = run(&["diff", &base, &base, "--format", "json"]).fine().value();
    assert_eq!(json["renamed"], serde_json::json!({}));
}

#[test]
fn a_guide_in_words_has_a_fact_a_line() {
    let folder = versions("diff", GUIDE, GUIDE);
    let said = run(&["words", &path(&folder, "base.ron")]).fine().out;
    assert!(said.contains("party/comensha: CoMensha\n"));
    assert!(said.lines().any(|line| line.starts_with("  telefoon: ") && line.contains("033 448 11 86")));
    assert!(said.lines().all(|line| !line.trim().is_empty()));
}
