//! What a kind of file says of itself, for the command line, the dialogs and the menu.
//!
//! Each folder of `export` fills in an [`Export`]; the table of them is [`super::EXPORTS`].

use std::path::Path;

use super::paper::Paper;
use crate::{
    chain::layout::Key,
    lookup::TermStarts,
    model::{Date, ExportError, Lang, PartyId, Place, Regions, Scenario},
    present::Asked,
};

/// A text in either language.
pub type Text = fn(Lang) -> &'static str;

/// A kind of file that can be made of an answer.
#[derive(Debug)]
pub struct Export {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is, in the help of the command line; Dutch.
    pub about: &'static str,
    /// Whether it is made for the whole country: then no supplement is part of it.
    pub is_national: bool,
    /// What it can be written as. The first is what a name without an extension becomes.
    pub forms: &'static [Form],
    /// It is being saved.
    pub saving: Text,
    /// It was saved; where follows.
    pub saved: Text,
    /// It was not saved; why follows.
    pub not_saved: Text,
    /// How the window asks where to save it; `None` when only the command line makes it.
    pub dialog: Option<SaveDialog>,
}

/// What a file of some kind can be written as.
#[derive(Debug)]
pub struct Form {
    /// How the name of the file ends, in lower case without the dot.
    pub extension: &'static str,
    /// What can be chosen about it; anything else means nothing here.
    pub takes: &'static [Taken],
    /// Makes the bytes; the same request gives the same bytes.
    pub render: fn(&Request<'_>) -> Result<Vec<u8>, ExportError>,
}

/// Something that can be chosen about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// [`ExportOptions::with_facets`].
    WithFacets,
    /// [`ExportOptions::full`].
    Full,
    /// [`ExportOptions::spine`].
    Spine,
    /// [`ExportOptions::paper`].
    Paper,
    /// [`ExportOptions::tiled`].
    Tiled,
    /// [`Request::starts`].
    Starts,
    /// [`Request::scenario`].
    Scenario,
    /// [`Request::party`].
    Party,
    /// [`ExportOptions::with_notes`].
    WithNotes,
}

impl Taken {
    /// How the command line asks for it.
    pub fn option(self) -> &'static str {
        match self {
            Self::WithFacets => "--with-facets",
            Self::Full => "--full",
            Self::Spine => "--spine",
            Self::Paper => "--paper",
            Self::Tiled => "--tiled",
            Self::Starts => "--starts",
            Self::Scenario => "--scenario",
            Self::Party => "--party",
            Self::WithNotes => "--with-notes",
        }
    }
}

/// What the window asks before it saves a file.
#[derive(Debug)]
pub struct SaveDialog {
    /// What the dialog, and the line of the menu, are called.
    pub title: Text,
    /// The name of the field for the path.
    pub path: Text,
    /// What could be typed there.
    pub path_hint: Text,
    /// The name of a new file in the system's dialog.
    pub file_name: Text,
    /// What can be chosen.
    pub switches: &'static [Switch],
    /// Whether the menu opens it; others have a button in a view.
    pub is_in_menu: bool,
}

/// An option that is on or off.
#[derive(Debug)]
pub struct Switch {
    /// What it is called.
    pub label: Text,
    /// What it means.
    pub help: Text,
    /// Where it is set.
    pub field: fn(&mut ExportOptions) -> &mut bool,
}

/// What can be chosen about a file; each kind looks at what it knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ExportOptions {
    /// Whether it tells what is known of the person.
    pub with_facets: bool,
    /// Whether dependent answers, laws and whole sources are on it.
    pub full: bool,
    /// Whether a picture of the chain shows its main line, with the rest folded.
    pub spine: bool,
    /// The size of a picture on paper.
    pub paper: Paper,
    /// Whether a picture on paper is cut over pages of A4.
    pub tiled: bool,
    /// Whether what is for the trainer of a case is on it.
    pub with_notes: bool,
}

/// Of what a file is made.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The question and its answer.
    pub asked: Asked<'a>,
    /// The language of the file; texts of the guide are Dutch.
    pub lang: Lang,
    /// The day of today: a file of another day is not for use, and says so.
    pub today: Date,
    /// What was chosen.
    pub options: ExportOptions,
    /// The regions of the country.
    pub regions: &'a Regions,
    /// The gemeente that was asked for.
    pub place: Option<Place<'a>>,
    /// One's own party and the one to go to.
    pub route: Option<(&'a PartyId, &'a PartyId)>,
    /// When terms start, where the user says so.
    pub starts: &'a TermStarts,
    /// Boxes of the picture that stand in this order.
    pub order: &'a [Key],
    /// The case that it is about; none where it is about the question itself.
    pub scenario: Option<&'a Scenario>,
    /// The party that it is about; none where it is about the question itself.
    pub party: Option<&'a PartyId>,
}

impl Export {
    /// The form that the name of a file asks for, whatever the case of its letters; `None` when it is none of these.
    pub fn form(&self, path: &Path) -> Option<&'static Form> {
        let extension = path.extension()?;
        self.forms.iter().find(|form| extension.eq_ignore_ascii_case(form.extension))
    }

    /// How the name of a file can end, without the dot.
    pub fn extensions(&self) -> Vec<&'static str> {
        self.forms.iter().map(|form| form.extension).collect()
    }
}

/// An id is enough: the table holds each kind once.
impl PartialEq for Export {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Export {}
