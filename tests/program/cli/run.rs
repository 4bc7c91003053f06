//! Runs the program and reads what it says.

use std::{
    ffi::OsStr,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    /// As it was typed.
    pub(crate) typed: String,
    /// The exit code.
    pub(crate) exit: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Ran {
    /// That it went well, with nothing on standard error.
    pub(crate) fn fine(self) -> Self {
        assert_eq!((self.exit, self.err.as_str()), (0, ""), "{}: should exit 0 without a word of error", self.typed);
        self
    }

    /// The JSON that it printed, whatever its exit code.
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| {
            panic!("{}: standard output is not JSON and nothing else ({error}):\n{}", self.typed, self.out)
        })
    }

    /// That it was refused with `exit`: nothing on standard output, and one line of words on standard error.
    pub(crate) fn refused(&self, exit: i32) -> &str {
        assert_eq!(self.exit, exit, "{}: exit code; it said «{}{}»", self.typed, self.out, self.err);
        assert_eq!(self.out, "", "{}: what is refused prints nothing on standard output", self.typed);
        let line = self.err.strip_suffix('\n').unwrap_or_else(|| panic!("{}: no line of error", self.typed));
        assert!(!line.trim().is_empty(), "{}: the error has no words", self.typed);
        assert!(!line.contains('\n'), "{}: the error should be one line:\n{line}", self.typed);
        line
    }

    /// That it was refused with a line in which all of these stand.
    pub(crate) fn refused_with(&self, exit: i32, parts: &[&str]) {
        let line = self.refused(exit);
        for part in parts {
            assert!(line.contains(part), "{}: «{part}» should stand in «{line}»", self.typed);
        }
    }
}

/// Runs the program with these arguments.
pub(crate) fn run<S: AsRef<OsStr>>(args: &[S]) -> Ran {
    run_with(args, b"", |_| {})
}

/// The same, with standard input and whatever else a test sets.
pub(crate) fn run_with<S: AsRef<OsStr>>(args: &[S], input: &[u8], set: impl FnOnce(&mut Command)) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijzer"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    set(&mut command);
    let mut child = command.spawn().expect("the program starts");
    // A command that does not read its input closes it; that is its right.
    let _ = child.stdin.take().expect("standard input").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    let typed: Vec<_> = args.iter().map(|arg| arg.as_ref().to_string_lossy()).collect();
    Ran {
        typed: format!("wegwijzer {}", typed.join(" ")),
        exit: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("standard output is text"),
        err: String::from_utf8(output.stderr).expect("standard error is text"),
    }
}

/// A command line of words without spaces in them.
pub(crate) fn say(line: &str) -> Ran {
    run(&line.split_whitespace().collect::<Vec<_>>())
}

/// The JSON of a command that goes well.
pub(crate) fn json(args: &[&str]) -> Value {
    run(&[args, &["--format", "json"]].concat()).fine().value()
}

/// The JSON of a command line of words without spaces in them.
pub(crate) fn json_of(line: &str) -> Value {
    json(&line.split_whitespace().collect::<Vec<_>>())
}

/// The answer to `lookup` with these words.
pub(crate) fn lookup(words: &str) -> Value {
    json_of(&format!("lookup {words}"))
}

/// An empty directory of one test.
pub(crate) fn empty_dir(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("a directory for the test");
    dir
}

/// The guide that is shipped, as text.
pub(crate) fn shipped_guide() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wegwijzer.ron")).expect("the guide")
}

/// Everything below a directory: path and content, in order; a directory has no content.
pub(crate) fn everything_in(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).expect("the directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                found.push((path.clone(), Vec::new()));
                open.push(path);
            } else {
                found.push((path.clone(), fs::read(&path).expect("the file")));
            }
        }
    }
    found.sort();
    found
}
