//! How the window looked (place, theme, language, zoom), where the user works, which parties this desk keeps at hand,
//! how somebody arranged the picture of the chain, and the file of what one place adds to the guide.
//!
//! Never a profile, a search word or any other file that was open: who sits down at this computer must not see who was asked
//! about before.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Progress,
    format::{read_document, write_document},
    read_text, save_text, scan,
    system::saving,
};
use crate::model::{FileError, FileFault, Lang, PartyId, SaveFault, ValueId};

/// Names another directory for the settings, for a test or a portable copy.
pub const CONFIG_DIR_VARIABLE: &str = "WEGWIJZER_CONFIG_DIR";

const FILE_NAME: &str = "instellingen.ron";
const HEADER: &str = "// Instellingen van de NVM-wegwijzer: hoe het venster eruitziet, waar u werkt en wat u vastzette. U mag dit bestand weggooien.\n";

/// How the window looked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Where the window was; none lets the system choose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowPlace>,
    /// Light, dark or as the system.
    pub theme: ThemeChoice,
    /// The language of the screen.
    pub language: Lang,
    /// How large everything is; 1 is 100 %.
    pub zoom: f32,
    /// Whether the tour of the first start was seen.
    pub tour_seen: bool,
    /// The organisation where the user works, as an answer to who asks; never a citizen or a possible victim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub works_at: Option<ValueId>,
    /// The function of whoever keeps the guide here, as they typed it: it stands with each step and in the note that says
    /// who has a guide open.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub function: String,
    /// Parties that this desk keeps at hand, whoever is asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<PartyId>,
    /// Boxes in the picture of the chain that somebody put elsewhere by hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub placed: Vec<PlacedBox>,
    /// The file of what one place adds to the guide: its own numbers and route, and nothing of a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplement: Option<PathBuf>,
}

/// A box that somebody put elsewhere by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacedBox {
    /// The name of the place: aspect and party, or a gap. One that the guide no longer has is left alone.
    pub place: String,
    /// Right below which other place of its aspect; first of all when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            window: None,
            theme: ThemeChoice::default(),
            language: Lang::default(),
            zoom: 1.0,
            tour_seen: false,
            works_at: None,
            function: String::new(),
            pinned: Vec::new(),
            placed: Vec::new(),
            supplement: None,
        }
    }
}

/// Place and size of the window, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowPlace {
    /// From the left of the screen; none where the system does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<f32>,
    /// From the top of the screen; none where the system does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<f32>,
    /// Width of what is inside the frame.
    pub width: f32,
    /// Height of what is inside the frame.
    pub height: f32,
    /// Whether it filled the screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub maximized: bool,
}

/// Which theme to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

impl Settings {
    /// The least and the most that can be zoomed.
    pub const ZOOM: std::ops::RangeInclusive<f32> = 1.0..=3.0;

    /// Keeps a party at hand, or no more.
    pub fn pin(&mut self, party: &PartyId) {
        match self.pinned.iter().position(|pinned| pinned == party) {
            Some(position) => {
                self.pinned.remove(position);
            }
            None => self.pinned.push(party.clone()),
        }
    }

    /// Puts a box of the picture right below another, or first of its aspect. What was put right below it stays where
    /// it is: it is now below the one that it was below.
    pub fn place_box(&mut self, place: String, below: Option<String>, was_below: Option<&str>) {
        self.placed.retain(|placed| placed.place != place);
        for placed in self.placed.iter_mut().filter(|placed| placed.below.as_ref() == Some(&place)) {
            placed.below = was_below.map(str::to_owned);
        }
        self.placed.push(PlacedBox { place, below });
    }

    /// The settings of last time, from `dir` or else from the usual directory.
    ///
    /// A file that cannot be read is no reason not to start: a copy of it is kept under another name, what was
    /// understood of it holds, and what was wrong comes back beside it.
    pub fn load(dir: Option<&Path>) -> (Self, Option<FileError>) {
        let Some(path) = path_in(dir) else { return (Self::default(), None) };
        let text = match read_text(&path, &|_: Progress| {}) {
            Ok(text) => text,
            Err(error) if error.fault == FileFault::Missing => return (Self::default(), None),
            Err(error) => return (Self::default(), Some(set_aside(&path, error))),
        };
        match read_document::<Self>(&text) {
            Ok(settings) => (settings.within_bounds(), None),
            Err(error) => (Self::understood(&text).within_bounds(), Some(set_aside(&path, error.in_file(&path)))),
        }
    }

    /// What can be understood of a file that as a whole cannot be.
    fn understood(text: &str) -> Self {
        fn take<T: DeserializeOwned>(field: &mut T, value: &str) {
            if let Ok(value) = read_document(value) {
                *field = value;
            }
        }
        let mut settings = Self::default();
        let Self { window, theme, language, zoom, tour_seen, works_at, function, pinned, placed, supplement } =
            &mut settings;
        for (name, value) in scan::fields(text) {
            match name {
                // An `Option` is written without `Some`.
                "window" => *window = read_document(value).ok().or(*window),
                "theme" => take(theme, value),
                "language" => take(language, value),
                "zoom" => take(zoom, value),
                "tour_seen" => take(tour_seen, value),
                "works_at" => *works_at = read_document(value).ok().or(works_at.take()),
                "function" => take(function, value),
                "pinned" => take(pinned, value),
                "placed" => take(placed, value),
                "supplement" => *supplement = read_document(value).ok().or(supplement.take()),
                _ => {}
            }
        }
        settings
    }

    /// Keeps for next time what was set since `before`, in `dir` or else in the usual directory, which is made when it
    /// is not there. What another window set meanwhile stays, and so does what only another version knows.
    ///
    /// # Errors
    /// [`FileError`]; the settings of last time are then still there.
    pub fn save(&self, before: &Self, dir: Option<&Path>) -> Result<(), FileError> {
        let Some(path) = path_in(dir) else {
            return Err(SaveFault::NoSettingsDirectory.into());
        };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| saving(&error).in_file(&path))?;
        }
        let there = read_text(&path, &|_: Progress| {}).unwrap_or_default();
        let merged = if there.is_empty() { self.clone() } else { self.merged(before, Self::understood(&there)) };
        let written = write_document(&merged.within_bounds());
        let unknown: Vec<String> = scan::fields(&there)
            .into_iter()
            .filter(|(name, _)| !Self::FIELDS.contains(name))
            .map(|(name, value)| format!("  {name}: {value},\n"))
            .collect();
        let body = written.strip_suffix(")\n").unwrap_or(&written);
        save_text(&path, &format!("{HEADER}{body}{})\n", unknown.concat()))
    }

    /// What is in the file by the names of this version.
    const FIELDS: [&str; 10] =
        ["window", "theme", "language", "zoom", "tour_seen", "works_at", "function", "pinned", "placed", "supplement"];

    /// What this window set since `before`, over what is there by now.
    fn merged(&self, before: &Self, there: Self) -> Self {
        fn pick<T: PartialEq>(own: T, before: &T, there: T) -> T {
            if own == *before { there } else { own }
        }
        let Self { window, theme, language, zoom, tour_seen, works_at, function, pinned, placed, supplement } =
            self.clone();
        Self {
            window: pick(window, &before.window, there.window),
            theme: pick(theme, &before.theme, there.theme),
            language: pick(language, &before.language, there.language),
            zoom: pick(zoom, &before.zoom, there.zoom),
            tour_seen: tour_seen || there.tour_seen,
            works_at: pick(works_at, &before.works_at, there.works_at),
            function: pick(function, &before.function, there.function),
            pinned: merged_list(pinned, &before.pinned, there.pinned, |pinned| pinned),
            placed: merged_list(placed, &before.placed, there.placed, |placed| &placed.place),
            supplement: pick(supplement, &before.supplement, there.supplement),
        }
    }

    /// A window can come back as nothing at all, or on a screen that is no longer there.
    fn within_bounds(mut self) -> Self {
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(*Self::ZOOM.start(), *Self::ZOOM.end()) } else { 1.0 };
        let reachable = |value: f32| value.is_finite() && value.abs() <= 32_768.0;
        // What is no text cannot be written.
        self.supplement = self.supplement.filter(|path| path.to_str().is_some());
        self.window = self.window.filter(|place| {
            [place.width, place.height].into_iter().all(|size| reachable(size) && size >= 1.0)
                && [place.left, place.top].into_iter().flatten().all(reachable)
        });
        self
    }
}

/// What one list set since `before`, over what is there by now: an item with a key of its own is one fact.
fn merged_list<T: PartialEq + Clone, K: PartialEq + ?Sized>(
    own: Vec<T>,
    before: &[T],
    mut there: Vec<T>,
    key: impl Fn(&T) -> &K,
) -> Vec<T> {
    there.retain(|item| !before.contains(item) || own.contains(item));
    for item in own.into_iter().filter(|item| !before.contains(item)) {
        there.retain(|other| key(other) != key(&item));
        there.push(item);
    }
    there
}

/// Where the settings stand: in `dir`, else in the directory that the environment names, else in the usual one.
fn path_in(dir: Option<&Path>) -> Option<PathBuf> {
    let named = dir.map(Path::to_owned).or_else(|| from_environment(env::var_os(CONFIG_DIR_VARIABLE)));
    let usual = || directories::ProjectDirs::from("nl", "", "nvm-wegwijzer").map(|dirs| dirs.config_dir().to_owned());
    named.or_else(usual).map(|dir| dir.join(FILE_NAME))
}

fn from_environment(value: Option<OsString>) -> Option<PathBuf> {
    value.filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Keeps a copy of a file that cannot be read under a name that is free, and says so.
fn set_aside(path: &Path, error: FileError) -> FileError {
    let free = |path: &PathBuf| !path.exists();
    let numbered = (2..100).map(|number| path.with_extension(format!("ron.{number}.bak")));
    let Some(kept) = std::iter::once(path.with_extension("ron.bak")).chain(numbered).find(free) else { return error };
    if !path.is_file() || fs::rename(path, &kept).is_err() {
        return error;
    }
    let name = kept.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let why = Box::new(FileError { path: None, ..error });
    FileError::from(FileFault::Ignored { kept: name, why }).in_file(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_below_a_box_stays_where_it_is_when_that_box_goes_elsewhere() {
        let mut settings = Settings::default();
        settings.place_box("a/x".to_owned(), Some("a/y".to_owned()), None);
        settings.place_box("a/y".to_owned(), None, Some("a/w"));
        let told = settings.placed.iter().map(|placed| (placed.place.as_str(), placed.below.as_deref()));
        assert_eq!(told.collect::<Vec<_>>(), [("a/x", Some("a/w")), ("a/y", None)]);
    }

    #[test]
    fn an_empty_variable_names_no_directory() {
        assert_eq!(from_environment(Some(OsString::new())), None);
        assert_eq!(from_environment(Some("/x".into())), Some(PathBuf::from("/x")));
        assert_eq!(from_environment(None), None);
    }

    #[test]
    fn the_names_in_the_file_are_those_of_the_fields() {
        let all = Settings {
            window: Some(WindowPlace { left: None, top: None, width: 1.0, height: 1.0, maximized: false }),
            pinned: vec![PartyId::new("a").unwrap()],
            placed: vec![PlacedBox { place: "a".to_owned(), below: None }],
            theme: ThemeChoice::Dark,
            language: Lang::En,
            zoom: 2.0,
            tour_seen: true,
            works_at: Some(ValueId::new("b").unwrap()),
            function: "c".to_owned(),
            supplement: Some("/x/borne.ron".into()),
        };
        let written = write_document(&all);
        let names: Vec<_> = scan::fields(&written).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, Settings::FIELDS);
        assert_eq!(Settings::understood(&written), all);
    }
}
