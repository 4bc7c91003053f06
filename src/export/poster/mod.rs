//! The chain as a picture to hang up: SVG, PNG and PDF of one drawing.
//!
//! [`Poster`] is the picture with the same in words; [`PosterForm`] only writes it down. It never tells what was asked
//! about the person unless the options say so.

mod compose;
mod drawing;
mod marks;
mod pdf;
mod png;
mod svg;
mod theme;

pub use drawing::{Drawing, Group, Line, Piece, Shape};

use std::path::Path;

use crate::{
    chain::layout::Key,
    lookup::{Index, Outcome, Profile},
    model::{Date, Lang},
    text::poster as text,
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
}

/// A poster, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    /// The picture.
    pub drawing: Drawing,
    /// The language.
    pub lang: Lang,
    /// That the day is not today; none when it is.
    pub not_for_use: Option<String>,
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
    /// Nothing when the fonts inside the program cannot be read.
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

/// A size of paper, always landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    #[default]
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl Paper {
    /// Width and height in points of 1/72 inch.
    pub fn size(self) -> (f32, f32) {
        let (width, height) = match self {
            Self::A4 => (297.0, 210.0),
            Self::A3 => (420.0, 297.0),
            Self::A2 => (594.0, 420.0),
            Self::A1 => (841.0, 594.0),
            Self::A0 => (1189.0, 841.0),
        };
        (width * theme::MILLIMETRE, height * theme::MILLIMETRE)
    }

    /// How many sheets of A4 are as large.
    pub fn sheets_of_a4(self) -> u16 {
        match self {
            Self::A4 => 1,
            Self::A3 => 2,
            Self::A2 => 4,
            Self::A1 => 8,
            Self::A0 => 16,
        }
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
    /// What the end of a file name asks for; nothing when no poster ends so.
    pub fn of(path: &Path, paper: Paper, tiled: bool) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy().to_ascii_lowercase();
        match extension.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf { paper, tiled }),
            _ => None,
        }
    }

    /// The bytes of the file. The same poster gives the same bytes.
    ///
    /// # Errors
    /// [`PosterError`] when the file cannot be made.
    pub fn render(self, poster: &Poster) -> Result<Vec<u8>, PosterError> {
        match self {
            Self::Svg => svg::svg(&poster.drawing).map(String::into_bytes).ok_or(PosterError::Font),
            Self::Png => png::png(&poster.drawing),
            Self::Pdf { paper, tiled } => pdf::pdf(poster, paper, tiled),
        }
    }
}

/// Why there is no poster.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PosterError {
    /// The fonts inside the program cannot be read.
    #[error("{}", text::not_made("Fira Sans"))]
    Font,
    /// The picture cannot be made.
    #[error("{}", text::not_made(.0))]
    Made(String),
    /// The PDF cannot be made.
    #[error(transparent)]
    Pdf(#[from] crate::export::card::PdfError),
}
