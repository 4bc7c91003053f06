//! The poster that is being made: what it shows, what was put on it, and how everything on it stands.

use super::theme;
use crate::{
    chain::{
        PictureVerdicts,
        layout::{Path, Piece, Point, Rect},
    },
    export::{
        drawing::{PathSegment, Shape, ShapeGroup},
        paper::{Measure, TextStyle},
    },
    lookup::{Index, Outcome, Verdict},
    model::{Guide, Lang},
    present::chain::{ChainView, OverlapView},
    text::{chain as chain_text, words},
};

pub(super) struct PosterSheet<'a> {
    pub(super) measure: Measure,
    pub(super) chain: &'a ChainView,
    pub(super) verdicts: &'a PictureVerdicts,
    /// Per lane what its main line says.
    pub(super) answers: &'a [String],
    /// Whether it shows the main line, with the rest folded.
    pub(super) is_spine: bool,
    /// Whether something lies under the lanes that must be seen.
    pub(super) is_marked: bool,
    pub(super) outcome: &'a Outcome,
    pub(super) guide: &'a Guide,
    pub(super) index: &'a Index,
    pub(super) lang: Lang,
    /// Where the picture of the chain begins.
    pub(super) at: (f32, f32),
    pub(super) groups: Vec<ShapeGroup>,
}

impl PosterSheet<'_> {
    /// Words on a line that begins at a height.
    pub(super) fn words(&self, left: f32, top: f32, text: &str, style: TextStyle) -> Shape {
        let text = self.measure.drawable(text, style);
        Shape::Words { left, baseline: top + style.baseline(), text, style }
    }

    pub(super) fn add(&mut self, title: Option<String>, description: Option<String>, shapes: Vec<Shape>) {
        self.groups.push(ShapeGroup { title, description, shapes });
    }

    /// Where a rectangle of the picture is on the poster: left, top, width, height.
    pub(super) fn area(&self, rect: Rect) -> [f32; 4] {
        let extent = rect.extent();
        [rect.left + self.at.0, rect.top + self.at.1, extent.width, extent.height]
    }

    fn point(&self, point: Point) -> (f32, f32) {
        (point.x + self.at.0, point.y + self.at.1)
    }

    pub(super) fn path(&self, path: &Path) -> Option<((f32, f32), Vec<PathSegment>)> {
        let start = self.point(path.start()?);
        let pieces = path.pieces(theme::TURN).into_iter().map(|piece| match piece {
            Piece::Line(to) => PathSegment { control: None, to: self.point(to) },
            Piece::Turn { corner, to } => PathSegment { control: Some(self.point(corner)), to: self.point(to) },
        });
        Some((start, pieces.collect()))
    }

    pub(super) fn edge_verdict(&self, edge: usize) -> Verdict {
        self.verdicts.edges.get(edge).copied().unwrap_or(Verdict::Excluded)
    }

    /// The agreement that is still to be made at a place, for these persons.
    pub(super) fn open_overlap(&self, place: usize) -> Option<&OverlapView> {
        self.chain.open_overlap(place, self.outcome)
    }

    pub(super) fn place_verdict(&self, place: usize) -> Verdict {
        self.verdicts.places.get(place).copied().unwrap_or(Verdict::Excluded)
    }

    /// A hand-over with how it stands.
    pub(super) fn step_name(&self, edge: usize, name: &str) -> String {
        chain_text::place_name(name, words::verdict(self.edge_verdict(edge), self.lang), &[])
    }

    /// How a place stands, where else the party is, and what is still to be agreed.
    pub(super) fn place_state(&self, place: usize) -> String {
        let Some(said) = self.chain.places.get(place) else { return String::new() };
        if self.chain.picture.places[place].is_fold() {
            return said.name.clone();
        }
        let home = said.home.as_ref().map(|home| format!("{} {home}", chain_text::at_home(self.lang)));
        let overlap = self.open_overlap(place).map(|open| format!("{}: {}", chain_text::overlap(self.lang), open.text));
        let marks: Vec<&str> = said.verb.iter().chain(&home).chain(&overlap).map(String::as_str).collect();
        let verdict = words::verdict(self.place_verdict(place), self.lang);
        [&[verdict], marks.as_slice()].concat().join(", ")
    }
}
