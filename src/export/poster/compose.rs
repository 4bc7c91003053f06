//! From the chain in words to a drawing with a heading, a legend and a foot.

use super::{
    Poster, PosterOptions, PosterPhase, PosterPlace,
    drawing::{Drawing, Group, Line, Piece, Shape},
    marks::{self, BoxLook},
    theme,
};
use crate::{
    chain::{
        Picture, PictureVerdicts,
        layout::{Key, Path, Piece as PathPiece, Point, Rect},
    },
    export::{
        card::{Measure, TextStyle, facets},
        chain_words::{ChainView, OverlapView, request, view},
    },
    lookup::{Index, Match, Outcome, Profile},
    model::{Guide, Lang},
    text::{card as card_text, chain as chain_text, poster as text, words},
};

/// The poster of an answer; nothing when the fonts inside the program cannot be read.
pub(super) fn compose(
    index: &Index,
    profile: &Profile,
    outcome: &Outcome,
    options: PosterOptions,
    order: &[Key],
) -> Option<Poster> {
    let (guide, lang) = (index.guide(), options.lang);
    let picture = Picture::new(guide, outcome.date);
    let verdicts = picture.verdicts(index, outcome);
    let chain = landscape(&picture, guide, lang, order)?;
    let day = words::day(outcome.date, lang);
    let edition = format!("{}, {} {} · {} {day}", guide.title, words::edition(lang), guide.edition, words::as_of(lang));
    let not_for_use = (outcome.date != options.today).then(|| words::capital(&words::not_for_use_on(&day, lang)));
    let mut sheet = Sheet {
        measure: Measure::new()?,
        chain: &chain,
        verdicts: &verdicts,
        outcome,
        guide,
        lang,
        at: (0.0, 0.0),
        groups: Vec::new(),
    };
    let width = chain.layout.extent.width + 2.0 * theme::MARGIN;
    let known = if options.with_facets { facets(index, profile, outcome, lang) } else { Vec::new() };
    let whom = match (options.with_facets, profile.is_empty()) {
        (_, true) => text::for_everybody(lang).to_owned(),
        (true, false) => known.join(" · "),
        (false, false) => text::for_a_situation(lang).to_owned(),
    };
    let top = sheet.heading(width, &edition, &whom, not_for_use.as_deref());
    sheet.at = (theme::MARGIN, top);
    sheet.lanes();
    sheet.lines();
    sheet.boxes();
    let foot = top + chain.layout.extent.height + theme::GAP_M;
    let height = sheet.foot(foot, width, &edition);
    let phases = sheet.in_words();
    let mut groups = vec![Group {
        shapes: vec![Shape::Rect {
            area: [0.0, 0.0, width, height],
            radius: 0.0,
            fill: Some(theme::GROUND),
            line: None,
        }],
        ..Group::default()
    }];
    groups.append(&mut sheet.groups);
    let drawing = Drawing {
        width,
        height,
        language: match lang {
            Lang::Nl => "nl",
            Lang::En => "en",
        },
        title: format!("{}. {edition}", text::title(lang)),
        description: not_for_use
            .iter()
            .map(|words| format!("{words}. "))
            .chain([text::description(chain.places.len(), chain.edges.len(), lang)])
            .collect(),
        groups,
    };
    Some(Poster { drawing, lang, not_for_use, edition, phases })
}

/// The chain laid out about as wide as landscape paper.
fn landscape(picture: &Picture, guide: &Guide, lang: Lang, order: &[Key]) -> Option<ChainView> {
    let mut chain = None;
    for width in theme::LANE_WIDTHS {
        let mut request = request(picture, &theme::look(width), theme::HEIGHTS, guide, lang);
        request.previous = order.to_vec();
        // What is handed over stands in the chain in words.
        request.edges.iter_mut().for_each(|edge| edge.label = None);
        let made = view(picture.clone(), &request, guide, lang);
        let extent = made.layout.extent;
        chain = Some(made);
        if extent.width >= (extent.height + theme::HEADING) * theme::LANDSCAPE {
            break;
        }
    }
    chain
}

/// Something that the legend explains.
#[derive(Clone, Copy)]
enum Sample {
    Place(BoxLook),
    Step,
    Overlap,
}

pub(super) struct Sheet<'a> {
    pub(super) measure: Measure<'a>,
    pub(super) chain: &'a ChainView,
    pub(super) verdicts: &'a PictureVerdicts,
    pub(super) outcome: &'a Outcome,
    pub(super) guide: &'a Guide,
    pub(super) lang: Lang,
    /// Where the picture of the chain begins.
    pub(super) at: (f32, f32),
    pub(super) groups: Vec<Group>,
}

impl Sheet<'_> {
    /// Words on a line that begins at a height.
    pub(super) fn words(&self, left: f32, top: f32, text: &str, style: TextStyle) -> Shape {
        let text = self.measure.drawable(text, style);
        Shape::Words { left, baseline: top + style.baseline(), text, style }
    }

    pub(super) fn add(&mut self, title: Option<String>, description: Option<String>, shapes: Vec<Shape>) {
        self.groups.push(Group { title, description, shapes });
    }

    /// Title, edition, legend; returns the height below it.
    fn heading(&mut self, width: f32, edition: &str, whom: &str, not_for_use: Option<&str>) -> f32 {
        let lang = self.lang;
        let left = theme::MARGIN;
        let mut top = theme::MARGIN;
        let mut shapes = vec![self.words(left, top, text::title(lang), theme::TITLE)];
        let alarm = card_text::emergency(lang);
        let badge = self.measure.width(alarm, theme::ALARM) + 2.0 * theme::GAP_M;
        let area = [width - theme::MARGIN - badge, top, badge, theme::ALARM.line + theme::GAP_S];
        shapes.push(Shape::Rect { area, radius: theme::RADIUS, fill: Some(theme::WARNING_GROUND), line: None });
        shapes.push(self.words(area[0] + theme::GAP_M, top + theme::GAP_S / 2.0, alarm, theme::ALARM));
        top += theme::TITLE.line;
        for line in [edition, card_text::not_official(lang), whom] {
            for line in self.measure.wrapped(line, theme::EDITION, width - 2.0 * theme::MARGIN, 4) {
                shapes.push(self.words(left, top, &line, theme::EDITION));
                top += theme::EDITION.line;
            }
        }
        if let Some(words) = not_for_use {
            let area = [left, top + theme::GAP_S, width - 2.0 * left, theme::ALARM.line + theme::GAP_S];
            shapes.push(Shape::Rect { area, radius: theme::RADIUS, fill: Some(theme::WARNING_GROUND), line: None });
            shapes.push(self.words(left + theme::GAP_M, area[1] + theme::GAP_S / 2.0, words, theme::ALARM));
            top = area[1] + area[3];
        }
        self.add(None, None, shapes);
        let top = self.legend(top + theme::GAP_S, width);
        top + theme::GAP_S
    }

    fn legend(&mut self, top: f32, width: f32) -> f32 {
        let lang = self.lang;
        let (mut left, mut top) = (theme::MARGIN, top);
        let mut shapes = Vec::new();
        let samples = [
            (Sample::Place(BoxLook::Party(Match::Applies)), text::certain(lang)),
            (Sample::Place(BoxLook::Party(Match::Depends)), text::dependent(lang)),
            (Sample::Place(BoxLook::Party(Match::Excluded)), text::excluded(lang)),
            (Sample::Place(BoxLook::Gap(Match::Applies)), text::gap(lang)),
            (Sample::Step, text::line(lang)),
            (Sample::Overlap, text::overlap(lang)),
        ];
        for (look, words) in samples {
            let own = theme::SAMPLE.0 + theme::GAP_S + self.measure.width(words, theme::LEGEND);
            if left + own > width - theme::MARGIN && left > theme::MARGIN {
                left = theme::MARGIN;
                top += theme::LEGEND.line + theme::GAP_S;
            }
            let area = [left, top + (theme::LEGEND.line - theme::SAMPLE.1) / 2.0, theme::SAMPLE.0, theme::SAMPLE.1];
            match look {
                Sample::Place(look) => shapes.extend(marks::frame(area, look, theme::SOFT)),
                Sample::Overlap => {
                    shapes.extend(marks::overlap(area[0] + theme::GAP_S, area[1] + area[3] / 2.0));
                }
                Sample::Step => {
                    let middle = area[1] + area[3] / 2.0;
                    let line = Line { width: theme::EDGE, color: theme::JOINT, dash: None };
                    shapes.extend(marks::arrow(&[(left, middle), (left + area[2], middle)], line));
                }
            }
            shapes.push(self.words(left + theme::SAMPLE.0 + theme::GAP_S, top, words, theme::LEGEND));
            left += own + 2.0 * theme::GAP_M;
        }
        self.add(None, None, shapes);
        top + theme::LEGEND.line
    }

    fn foot(&mut self, top: f32, width: f32, edition: &str) -> f32 {
        let lang = self.lang;
        let words = [text::lanes(lang), text::steps(lang), text::sources(lang), card_text::responsible(lang), edition]
            .join(" · ");
        let mut shapes = Vec::new();
        let mut top = top;
        for line in self.measure.wrapped(&words, theme::FOOT, width - 2.0 * theme::MARGIN, 3) {
            shapes.push(self.words(theme::MARGIN, top, &line, theme::FOOT));
            top += theme::FOOT.line;
        }
        self.add(None, None, shapes);
        top + theme::MARGIN
    }

    /// Where a rectangle of the picture is on the poster: left, top, width, height.
    pub(super) fn area(&self, rect: Rect) -> [f32; 4] {
        let extent = rect.extent();
        [rect.left + self.at.0, rect.top + self.at.1, extent.width, extent.height]
    }

    fn point(&self, point: Point) -> (f32, f32) {
        (point.x + self.at.0, point.y + self.at.1)
    }

    pub(super) fn path(&self, path: &Path) -> Option<((f32, f32), Vec<Piece>)> {
        let start = self.point(path.start()?);
        let pieces = path.pieces(theme::TURN).into_iter().map(|piece| match piece {
            PathPiece::Line(to) => Piece { control: None, to: self.point(to) },
            PathPiece::Turn { corner, to } => Piece { control: Some(self.point(corner)), to: self.point(to) },
        });
        Some((start, pieces.collect()))
    }

    /// The chain in words, in the order of the picture.
    fn in_words(&self) -> Vec<PosterPhase> {
        let chain = self.chain;
        let mut phases: Vec<PosterPhase> = chain
            .lanes
            .iter()
            .map(|(letter, title)| PosterPhase { title: format!("{letter} {title}"), aspects: Vec::new() })
            .collect();
        for (group, label) in chain.picture.groups.iter().zip(&chain.groups) {
            if let Some(phase) = phases.get_mut(group.phase) {
                phase.aspects.push((label.clone(), Vec::new()));
            }
        }
        for (position, (place, said)) in chain.picture.places.iter().zip(&chain.places).enumerate() {
            let own = chain.picture.edges.iter().zip(&chain.edges).enumerate();
            let own = own
                .filter(|(edge, (joined, _))| joined.from == position && self.edge_verdict(*edge) != Match::Excluded);
            let steps = own.map(|(edge, (_, words))| self.step_name(edge, &words.name)).collect();
            let state = self.place_state(position);
            let wanted = PosterPlace { title: said.title.clone(), state, steps };
            let group = chain.picture.groups.get(place.group);
            let row = group.and_then(|group| phases.get_mut(group.phase)?.aspects.get_mut(group.row));
            if let Some((_, places)) = row {
                places.push(wanted);
            }
        }
        phases
    }

    pub(super) fn edge_verdict(&self, edge: usize) -> Match {
        self.verdicts.edges.get(edge).copied().unwrap_or(Match::Excluded)
    }

    /// The agreement that is still to be made at a place, for these persons.
    pub(super) fn open_overlap(&self, place: usize) -> Option<&OverlapView> {
        self.chain.open_overlap(place, self.outcome)
    }

    pub(super) fn place_verdict(&self, place: usize) -> Match {
        self.verdicts.places.get(place).copied().unwrap_or(Match::Excluded)
    }

    /// A hand-over with how it stands.
    pub(super) fn step_name(&self, edge: usize, name: &str) -> String {
        chain_text::place_name(name, words::verdict(self.edge_verdict(edge), self.lang), &[])
    }

    /// How a place stands, where else the party is, and what is still to be agreed.
    pub(super) fn place_state(&self, place: usize) -> String {
        let Some(said) = self.chain.places.get(place) else { return String::new() };
        let home = said.home.and_then(|home| {
            let group = self.chain.picture.places.get(home)?.group;
            Some(format!("{} {}", chain_text::at_home(self.lang), self.chain.groups.get(group)?))
        });
        let overlap = self.open_overlap(place).map(|open| format!("{}: {}", chain_text::overlap(self.lang), open.text));
        let marks: Vec<&str> = home.iter().chain(&overlap).map(String::as_str).collect();
        let verdict = words::verdict(self.place_verdict(place), self.lang);
        [&[verdict], marks.as_slice()].concat().join(", ")
    }
}
