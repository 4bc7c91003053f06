//! What git is told of guides in a repository: which lines stand in `.gitattributes`, and which programs they name.
//!
//! Git itself reads and writes its configuration; it is the only program that is started here.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{save_text, system::reading};
use crate::model::{FileError, GitFault};

/// The lines of `.gitattributes`: everybody who works with the repository gets them.
const LINES: [&str; 2] = ["*.ron merge=wegwijzer diff=wegwijzer text eol=lf", "*.logboek merge=union"];
const ATTRIBUTES: &str = ".gitattributes";

/// A repository in which guides are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    root: PathBuf,
}

/// One thing that git is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitPart {
    /// A line of `.gitattributes`, or else a setting of this clone.
    pub line: bool,
    /// The line, or the name of the setting.
    pub name: String,
    /// What the setting is to be; empty for a line.
    pub value: String,
    /// Whether it is so.
    pub stands: bool,
    /// Whether something else stands there.
    pub other: bool,
}

impl Repository {
    /// The repository in which a folder is.
    ///
    /// # Errors
    /// [`GitFault`] when there is no git, or no repository with files.
    pub fn of(folder: &Path) -> Result<Self, GitFault> {
        let told = git(folder, ["rev-parse", "--show-toplevel"])?;
        let root = told.filter(|root| !root.is_empty()).ok_or(GitFault::NoRepository)?;
        Ok(Self { root: PathBuf::from(root) })
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All that git is to be told, and how it stands.
    ///
    /// # Errors
    /// [`GitFault`] when git or its files cannot be asked.
    pub fn parts(&self) -> Result<Vec<GitPart>, GitFault> {
        let text = self.attributes()?;
        let mut parts: Vec<GitPart> = Vec::new();
        for line in LINES {
            let stands = text.lines().any(|own| own.trim() == line);
            parts.push(GitPart { line: true, name: line.to_owned(), value: String::new(), stands, other: false });
        }
        for (name, value) in settings() {
            let now = git(&self.root, ["config", "--local", "--get", &name])?;
            let stands = now.as_deref() == Some(&*value);
            parts.push(GitPart { line: false, name, value, stands, other: now.is_some() && !stands });
        }
        Ok(parts)
    }

    /// Tells git what it is not told yet.
    ///
    /// # Errors
    /// [`GitFault`] when git or the disk refuses; what was done before that stays.
    pub fn set_up(&self, parts: &[GitPart]) -> Result<(), GitFault> {
        for part in parts.iter().filter(|part| !part.line && !part.stands) {
            self.config(&["config", "--local", &part.name, &part.value])?;
        }
        let missing: Vec<&str> =
            parts.iter().filter(|part| part.line && !part.stands).map(|part| part.name.as_str()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut text = self.attributes()?;
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        self.write_attributes(&(text + &missing.join("\n") + "\n"))
    }

    /// Takes back what [`Self::set_up`] did. What somebody set otherwise stays.
    ///
    /// # Errors
    /// As [`Self::set_up`].
    pub fn remove(&self, parts: &[GitPart]) -> Result<(), GitFault> {
        for part in parts.iter().filter(|part| !part.line && part.stands) {
            self.config(&["config", "--local", "--unset-all", &part.name])?;
        }
        for section in ["merge.wegwijzer", "diff.wegwijzer"] {
            let pattern = format!("^{}\\.", section.replace('.', "\\."));
            if git(&self.root, ["config", "--local", "--get-regexp", &pattern])?.is_none() {
                // Git leaves the heading of an empty section; of one that is not there it says so.
                let _ = git(&self.root, ["config", "--local", "--remove-section", section])?;
            }
        }
        if !parts.iter().any(|part| part.line && part.stands) {
            return Ok(());
        }
        let text = self.attributes()?;
        let left: String = text.split_inclusive('\n').filter(|own| !LINES.contains(&own.trim())).collect();
        if left.trim().is_empty() {
            let path = self.root.join(ATTRIBUTES);
            return fs::remove_file(&path).map_err(|error| GitFault::File(reading(&error).in_file(&path)));
        }
        self.write_attributes(&left)
    }

    fn config(&self, arguments: &[&str]) -> Result<(), GitFault> {
        git(&self.root, arguments)?.map(|_| ()).ok_or_else(|| GitFault::Refused(arguments.join(" ")))
    }

    fn attributes(&self) -> Result<String, GitFault> {
        let path = self.root.join(ATTRIBUTES);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(GitFault::File(reading(&error).in_file(&path))),
        }
    }

    fn write_attributes(&self, text: &str) -> Result<(), GitFault> {
        save_text(&self.root.join(ATTRIBUTES), text).map_err(GitFault::File)
    }
}

impl From<FileError> for GitFault {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// What this clone is told. Where the program is missing, is killed or cannot read a version, git merges the text itself
/// and marks what clashes: git alone would leave one version without a mark, and lose the other.
fn settings() -> [(String, String); 5] {
    let own = quoted(&env::current_exe().unwrap_or_else(|_| PathBuf::from("wegwijzer")));
    let driver = format!(
        "{own} merge %O %A %B --out %A --path %P --ours %X --theirs %Y; c=$?; \
         test $c -le 1 || {{ git merge-file --marker-size=%L %A %O %B; c=$?; }}; exit $c"
    );
    // What is no guide is shown as it is.
    let words = format!("f() {{ {own} words \"$1\" 2>/dev/null || cat \"$1\"; }}; f");
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    [
        pair("merge.wegwijzer.driver", &driver),
        // Two bases are no base: a merge of them would be taken for what both were made from.
        pair("merge.wegwijzer.recursive", "binary"),
        pair("diff.wegwijzer.textconv", &words),
        pair("diff.wegwijzer.cachetextconv", "true"),
        pair("diff.wegwijzer.xfuncname", "^( +id: \".*\"|[a-z-]+/[a-z0-9-]+: .*)$"),
    ]
}

/// A path as a shell reads it.
fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy();
    // The shell that git brings along on Windows.
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() };
    format!("'{}'", path.replace('\'', "'\\''"))
}

/// What git says; `None` when it says no.
fn git<S: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = S>) -> Result<Option<String>, GitFault> {
    let ran = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = ran.map_err(|_| GitFault::NoGit)?;
    let said = String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned();
    Ok(output.status.success().then_some(said))
}
