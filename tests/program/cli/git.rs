//! Two people on one guide with the real git: nothing of either is lost, whatever git does and whatever fails.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use super::run::{Ran, empty_dir, run_with, shipped_guide};

const PHONE: &str = "value: \"033 448 11 86\"";

/// A clone of a repository with the guide in it.
struct Clone {
    folder: PathBuf,
}

impl Clone {
    /// A repository with the guide as it is shipped, told how to treat guides.
    fn new(name: &str) -> Self {
        let clone = Self::bare(name);
        clone.wegwijzer(&["git"]).fine();
        clone.commit("attributes");
        clone
    }

    /// The same without that.
    fn bare(name: &str) -> Self {
        let clone = Self { folder: empty_dir(&format!("git-{name}")) };
        clone.git(&["init", "--quiet", "--initial-branch=main"]);
        clone.write(&shipped_guide());
        clone.commit("the guide");
        clone
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let output = self.try_git(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {}: {said}", arguments.join(" "));
        output
    }

    /// Git as nobody has set it up, without hooks or names of whoever runs the tests.
    fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        isolated(&mut command);
        command.current_dir(&self.folder).args(arguments).output().expect("git")
    }

    fn wegwijzer(&self, arguments: &[&str]) -> Ran {
        run_with(arguments, b"", |command| {
            isolated(command);
            command.current_dir(&self.folder);
        })
    }

    fn guide(&self) -> PathBuf {
        self.folder.join("gids.ron")
    }

    fn read(&self) -> String {
        fs::read_to_string(self.guide()).unwrap()
    }

    fn write(&self, text: &str) {
        fs::write(self.guide(), text).unwrap();
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Two branches: `main` with one text replaced, and `side` with another.
    fn diverge(&self, ours: (&str, &str), theirs: (&str, &str)) {
        let base = self.read();
        let change = |(from, to): (&str, &str)| {
            assert!(base.contains(from), "{from}");
            self.write(&base.replacen(from, to, 1));
        };
        self.git(&["checkout", "--quiet", "-b", "side"]);
        change(theirs);
        self.commit("theirs");
        self.git(&["checkout", "--quiet", "main"]);
        change(ours);
        self.commit("ours");
    }

    /// What a setting of the clone is.
    fn setting(&self, name: &str) -> String {
        let output = self.try_git(&["config", "--local", "--get", name]);
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }
}

fn isolated(command: &mut Command) {
    for (name, value) in [
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_AUTHOR_NAME", "Regio Twente"),
        ("GIT_AUTHOR_EMAIL", "regio@example.invalid"),
        ("GIT_COMMITTER_NAME", "Regio Twente"),
        ("GIT_COMMITTER_EMAIL", "regio@example.invalid"),
        ("LC_ALL", "C"),
    ] {
        command.env(name, value);
    }
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EDITOR"] {
        command.env_remove(name);
    }
    command.env("GIT_EDITOR", "true");
}

const TITLE: (&str, &str) = ("title: \"NVM-wegwijzer\"", "title: \"De wegwijzer\"");
const NUMBER: (&str, &str) = (PHONE, "value: \"033 448 11 00\"");
const OTHER_NUMBER: (&str, &str) = (PHONE, "value: \"033 448 11 99\"");

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "«{part}» is lost");
    }
}

#[test]
fn it_says_what_it_does_changes_nothing_when_only_asked_and_can_be_taken_back() {
    let clone = Clone::bare("set-up");
    let before = fs::read(clone.folder.join(".git/config")).unwrap();
    let asked = clone.wegwijzer(&["git", "--check"]);
    assert_eq!((asked.exit, asked.err.as_str()), (1, ""));
    has(&asked.out, &["ontbreekt", "*.ron merge=wegwijzer", "merge.wegwijzer.driver", "Niets gewijzigd"]);
    assert!(!clone.folder.join(".gitattributes").exists());
    assert_eq!(fs::read(clone.folder.join(".git/config")).unwrap(), before);
    // Lines of others stay.
    fs::write(clone.folder.join(".gitattributes"), "*.png binary").unwrap();
    let done = clone.wegwijzer(&["git"]).fine();
    has(&done.out, &["gezet", "merge.wegwijzer.driver", "git merge-file", "--remove"]);
    let lines = fs::read_to_string(clone.folder.join(".gitattributes")).unwrap();
    assert_eq!(lines, "*.png binary\n*.ron merge=wegwijzer diff=wegwijzer text eol=lf\n*.logboek merge=union\n");
    assert_eq!(clone.setting("merge.wegwijzer.recursive"), "binary");
    // Once more it has nothing to do; and from a folder within.
    has(&clone.wegwijzer(&["git"]).fine().out, &["stond al goed"]);
    fs::create_dir(clone.folder.join("binnen")).unwrap();
    let json = clone.wegwijzer(&["git", "binnen", "--check", "--format", "json"]).fine().value();
    assert!(json["parts"].as_array().unwrap().iter().all(|part| part["state"] == "was-set"), "{json}");
    assert_eq!(fs::read_to_string(clone.folder.join(".gitattributes")).unwrap(), lines);
    // And back, to the byte.
    has(&clone.wegwijzer(&["git", "--remove", "--check"]).fine().out, &["gaat weg"]);
    assert_eq!(fs::read_to_string(clone.folder.join(".gitattributes")).unwrap(), lines);
    has(&clone.wegwijzer(&["git", "--remove"]).fine().out, &["weggehaald"]);
    assert_eq!(fs::read_to_string(clone.folder.join(".gitattributes")).unwrap(), "*.png binary\n");
    assert_eq!(fs::read(clone.folder.join(".git/config")).unwrap(), before);
    // What somebody set otherwise is not ours to take away.
    clone.git(&["config", "merge.wegwijzer.driver", "eigen"]);
    clone.wegwijzer(&["git", "--remove"]).fine();
    assert_eq!(clone.setting("merge.wegwijzer.driver"), "eigen");
}

#[test]
fn outside_a_repository_it_says_so() {
    let folder = std::env::temp_dir();
    let ran = run_with(&["git", folder.to_str().unwrap()], b"", isolated);
    ran.refused_with(1, &["git-repository"]);
    let ran = run_with(&["git"], b"", |command| {
        isolated(command);
        command.env("PATH", "/nergens");
    });
    ran.refused_with(1, &["Git staat niet op deze computer"]);
}

#[test]
fn two_people_merge_by_record_and_not_by_line() {
    let clone = Clone::new("merge");
    clone.diverge(TITLE, NUMBER);
    clone.git(&["merge", "--quiet", "--no-edit", "side"]);
    let merged = clone.read();
    has(&merged, &[TITLE.1, NUMBER.1]);
    clone.wegwijzer(&["check", "gids.ron"]).fine();
    // Both changed the same: git stops, both values are in the file, and it still opens.
    let clone = Clone::new("merge-clash");
    clone.diverge(OTHER_NUMBER, NUMBER);
    assert!(!clone.try_git(&["merge", "--no-edit", "side"]).status.success());
    let merged = clone.read();
    has(&merged, &["unresolved", NUMBER.1, OTHER_NUMBER.1]);
    assert!(!merged.contains("<<<<<<<"));
    let unmerged = clone.git(&["ls-files", "--unmerged"]).stdout;
    assert!(!unmerged.is_empty(), "git knows that somebody must choose");
    let told = clone.wegwijzer(&["check", "gids.ron"]);
    assert_eq!(told.exit, 1);
    has(&told.out, &["niet-opgelost"]);
}

#[test]
fn rebase_and_stash_lose_nothing_either() {
    let clone = Clone::new("rebase");
    clone.diverge(TITLE, NUMBER);
    clone.git(&["rebase", "--quiet", "side"]);
    has(&clone.read(), &[TITLE.1, NUMBER.1]);
    let clone = Clone::new("rebase-clash");
    clone.diverge(OTHER_NUMBER, NUMBER);
    assert!(!clone.try_git(&["rebase", "side"]).status.success());
    has(&clone.read(), &["unresolved", NUMBER.1, OTHER_NUMBER.1]);
    clone.git(&["rebase", "--abort"]);
    has(&clone.read(), &[OTHER_NUMBER.1]);
    // Work that was put aside comes back over what came in.
    let clone = Clone::new("stash");
    clone.diverge(NUMBER, NUMBER);
    let text = clone.read();
    clone.write(&text.replacen(TITLE.0, TITLE.1, 1));
    clone.git(&["stash", "--quiet"]);
    let note = ("edition: \"2026-11\"", "edition: \"2026-12\"");
    clone.write(&text.replacen(note.0, note.1, 1));
    clone.commit("edition");
    clone.git(&["stash", "pop", "--quiet"]);
    has(&clone.read(), &[TITLE.1, note.1, NUMBER.1]);
}

/// Puts another program in the place of ours in the driver.
fn with_program(clone: &Clone, program: &str) {
    let driver = clone.setting("merge.wegwijzer.driver");
    let end = driver.find(" merge %O").expect("our driver");
    clone.git(&["config", "merge.wegwijzer.driver", &format!("{program}{}", &driver[end..])]);
}

/// Both versions stand in the file, marked, and git knows it.
fn is_marked(clone: &Clone) {
    let text = clone.read();
    has(&text, &["<<<<<<<", "=======", ">>>>>>>", NUMBER.1, OTHER_NUMBER.1]);
    assert!(!clone.git(&["ls-files", "--unmerged"]).stdout.is_empty());
    // Whoever opens it is told what it is.
    let told = clone.wegwijzer(&["check", "gids.ron"]);
    told.refused_with(1, &["twee versies onder elkaar"]);
}

#[test]
fn a_driver_that_is_missing_or_killed_leaves_both_versions_marked() {
    for (name, program) in [
        ("missing", "/nergens/wegwijzer".to_owned()),
        ("killed", script("killed", "kill -9 $$")),
        ("failing", script("failing", "exit 101")),
    ] {
        let clone = Clone::new(&format!("driver-{name}"));
        clone.diverge(OTHER_NUMBER, NUMBER);
        with_program(&clone, &program);
        assert!(!clone.try_git(&["merge", "--no-edit", "side"]).status.success(), "{name}");
        is_marked(&clone);
        // What does not clash is merged as text, as git does without any driver.
        let clone = Clone::new(&format!("driver-{name}-apart"));
        clone.diverge(TITLE, NUMBER);
        with_program(&clone, &program);
        clone.git(&["merge", "--quiet", "--no-edit", "side"]);
        has(&clone.read(), &[TITLE.1, NUMBER.1]);
    }
}

/// A program that does this.
fn script(name: &str, does: &str) -> String {
    let path = empty_dir(&format!("git-script-{name}")).join("wegwijzer");
    fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_version_that_cannot_be_read_and_another_kind_of_file_are_merged_as_text() {
    // One side is broken: there is nothing to merge by record.
    let clone = Clone::new("unreadable");
    clone.diverge(("schema: 1,", "schema: 1"), NUMBER);
    clone.git(&["merge", "--quiet", "--no-edit", "side"]);
    has(&clone.read(), &["schema: 1\n", NUMBER.1]);
    // A file that is called so and is no guide.
    let clone = Clone::new("other-kind");
    let other = clone.folder.join("lijst.ron");
    let write = |text: &str| fs::write(&other, text).unwrap();
    write("(\n  een: 1,\n  twee: 2,\n  drie: 3,\n  vier: 4,\n  vijf: 5,\n)\n");
    clone.commit("list");
    clone.git(&["checkout", "--quiet", "-b", "side"]);
    write("(\n  een: 1,\n  twee: 2,\n  drie: 3,\n  vier: 4,\n  vijf: 55,\n)\n");
    clone.commit("theirs");
    clone.git(&["checkout", "--quiet", "main"]);
    write("(\n  een: 11,\n  twee: 2,\n  drie: 3,\n  vier: 4,\n  vijf: 5,\n)\n");
    clone.commit("ours");
    clone.git(&["merge", "--quiet", "--no-edit", "side"]);
    has(&fs::read_to_string(&other).unwrap(), &["een: 11", "vijf: 55"]);
    let shown = String::from_utf8(clone.git(&["diff", "HEAD~1", "--", "lijst.ron"]).stdout).unwrap();
    has(&shown, &["+  vijf: 55,"]);
}

#[test]
fn git_shows_a_guide_as_sentences() {
    let clone = Clone::new("words");
    clone.diverge(TITLE, NUMBER);
    let shown = String::from_utf8(clone.git(&["diff", "main~1", "side", "--", "gids.ron"]).stdout).unwrap();
    has(&shown, &["033 448 11 00", "party/comensha: "]);
    assert!(!shown.contains("value: "), "{shown}");
    // What is exchanged is the file itself.
    let patch = String::from_utf8(clone.git(&["format-patch", "--stdout", "main~1..side"]).stdout).unwrap();
    has(&patch, &["value: \"033 448 11 00\""]);
}

#[test]
fn where_the_program_stands_under_a_name_with_signs_of_the_shell_it_is_found() {
    let folder = empty_dir("git-name").join("it's a $HOME");
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("wegwijzer");
    fs::copy(env!("CARGO_BIN_EXE_wegwijzer"), &program).unwrap();
    let clone = Clone::bare("signs");
    let mut command = Command::new(&program);
    isolated(&mut command);
    assert!(command.current_dir(&clone.folder).arg("git").output().unwrap().status.success());
    clone.commit("attributes");
    clone.diverge(OTHER_NUMBER, NUMBER);
    assert!(!clone.try_git(&["merge", "--no-edit", "side"]).status.success());
    has(&clone.read(), &["unresolved"]);
    assert!(Path::new(&program).exists());
}
