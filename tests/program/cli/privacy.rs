//! Nothing that is asked is left behind.

use std::{ffi::OsStr, fs, path::Path, process::Command};

use super::{
    files::small_guide,
    run::{Ran, empty_dir, everything_in, run_with},
};

const HOMES: [&str; 12] = [
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
    "WEGWIJZER_CONFIG_DIR",
    "TMPDIR",
    "TEMP",
];

/// Runs with every place where a program leaves things set to this directory.
fn run_in<S: AsRef<OsStr>>(dir: &Path, args: &[S], input: &[u8]) -> Ran {
    let at_home = |command: &mut Command| {
        command.current_dir(dir);
        for home in HOMES {
            command.env(home, dir);
        }
    };
    run_with(args, input, at_home)
}

#[test]
fn a_question_leaves_no_file_behind() {
    let dir = empty_dir("a-question-leaves-no-file");
    let facets = "leeftijd=16-17 uitbuiting=seksueel bijzonderheden=loverboy verblijf=nederlander";
    for line in [
        format!("lookup {facets}"),
        format!("lookup {facets} --format json --gemeente Utrecht"),
        format!("explain comensha {facets}"),
        format!("compare {facets} --with leeftijd=volwassen"),
        format!("route --from school --to politie {facets}"),
        "search loverboy".to_owned(),
        "schema".to_owned(),
        "scenarios".to_owned(),
        "check".to_owned(),
        "report sources".to_owned(),
        "report coverage".to_owned(),
    ] {
        run_in(&dir, &line.split_whitespace().collect::<Vec<_>>(), b"").fine();
        assert_eq!(everything_in(&dir), [], "left behind by wegwijzer {line}");
    }
    run_in(&dir, &["lookup", "--profile", "-"], facets.as_bytes()).fine();
    assert_eq!(everything_in(&dir), [], "left behind by --profile -");
    // What is refused leaves nothing either.
    run_in(&dir, &["lookup", "leeftijd=volwassen", "alleenstaand=ja"], b"").refused(2);
    run_in(&dir, &["lookup", "leeftyd=volwassen"], b"").refused(2);
    assert_eq!(everything_in(&dir), [], "left behind by a call that was refused");
}

#[test]
fn another_guide_is_read_and_not_touched() {
    let dir = empty_dir("another-guide-is-not-touched");
    fs::write(dir.join("eigen.ron"), small_guide()).expect("a guide");
    let before = everything_in(&dir);
    for line in [
        "lookup leeftijd=0-17 --guide eigen.ron",
        "check eigen.ron",
        "check --guide eigen.ron",
        "schema --guide eigen.ron",
        "fmt --check eigen.ron",
    ] {
        run_in(&dir, &line.split_whitespace().collect::<Vec<_>>(), b"");
        assert_eq!(everything_in(&dir), before, "changed by wegwijzer {line}");
    }
}
