//! The chain as a picture to hang up: SVG, PNG and PDF of one drawing.
//!
//! [`Poster`] is the picture with the same in words; [`PosterForm`] only writes it down. It never tells what was asked
//! about the person unless the options say so.

mod around;
mod compose;
mod format;
mod pages;
mod pdf;
mod picture;
mod shapes;
mod sheet;
mod theme;

pub use format::EXPORT;

pub use crate::export::paper::Paper;

use crate::{
    chain::layout::Key,
    export::drawing::{Drawing, DrawingError, png, svg},
    lookup::{Index, Outcome, Profile},
    model::{Date, Lang},
};

/// What a poster is made for.
#[derive(Clone, Copy, Debug)]
pub struct PosterOptions {
    /// The language of the poster; texts of the guide are Dutch.
    pub lang: Lang,
    /// The day of today: a poster of another day is not for use, and says so.
    pub today: Date,
    /// Whether the poster tells what is known of the person.
    pub with_facets: bool,
    /// Whether it shows the main line, with the rest folded, instead of everything.
    pub spine: bool,
}

/// A poster, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    /// The picture.
    pub drawing: Drawing,
    /// The language.
    pub lang: Lang,
    /// That the day is not today, or that the guide is for training; `None` when neither is so.
    pub not_for_use: Option<String>,
    /// The word that lies across every page; `None` for a real guide.
    pub watermark: Option<&'static str>,
    /// What to do in acute danger.
    pub emergency: &'static str,
    /// The guide, its edition and the day.
    pub edition: String,
    /// The same chain in words.
    pub phases: Vec<PosterPhase>,
}

/// A phase in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterPhase {
    /// Its letter and name.
    pub title: String,
    /// What stands in it: the name of the aspect, and its places.
    pub aspects: Vec<(String, Vec<PosterPlace>)>,
}

/// A place in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterPlace {
    /// Who or what stands there.
    pub title: String,
    /// How it stands, and what else its box shows.
    pub state: String,
    /// Its hand-overs.
    pub steps: Vec<String>,
}

impl Poster {
    /// The poster of an answer. `profile` is what was asked; it is on the poster only when the options say so.
    /// The boxes that `order` names stand in that order.
    ///
    /// `None` when the fonts inside the program cannot be read.
    pub fn new(
        index: &Index,
        profile: &Profile,
        outcome: &Outcome,
        options: PosterOptions,
        order: &[Key],
    ) -> Option<Self> {
        compose::compose(index, profile, outcome, options, order)
    }
}

/// What a file of a poster holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterForm {
    /// Vectors for a browser, `.svg`.
    Svg,
    /// Pixels, `.png`.
    Png,
    /// Paper, `.pdf`.
    Pdf {
        /// How large.
        paper: Paper,
        /// Whether it is cut over pages of A4.
        tiled: bool,
    },
}

impl PosterForm {
    /// The bytes of the file. The same poster gives the same bytes.
    ///
    /// # Errors
    /// [`DrawingError`] when the file cannot be made.
    pub fn render(self, poster: &Poster) -> Result<Vec<u8>, DrawingError> {
        match self {
            Self::Svg => svg(&poster.drawing).map(String::into_bytes).ok_or(DrawingError::Font),
            Self::Png => png(&poster.drawing),
            Self::Pdf { paper, tiled } => pdf::pdf(poster, paper, tiled),
        }
    }
}
