//! The picture of the chain in words: what stands on every place and edge, for the window and for paper.

use crate::{
    chain::{
        Picture, PictureSizes, Who,
        layout::{EdgeKind, Extent, Layout, LayoutRequest, Path, Point, Sizes},
    },
    lookup::Outcome,
    model::{Agreement, AgreementState, Guide, Ix, Lang, Responsibility},
    text::{chain as text, words},
};

/// The measures of the picture, in points at its own size.
pub const LOOK: PictureSizes = PictureSizes {
    lane_width: 176.0,
    lane_heading: 34.0,
    group_heading: 20.0,
    sizes: Sizes {
        margin: 16.0,
        box_gap: 12.0,
        group_gap: 18.0,
        heading_gap: 2.0,
        gutter: 56.0,
        gutter_margin: 12.0,
        pitch: 5.0,
        label_gap: 3.0,
    },
};
/// How round the corners of a line are, and in how many pieces.
const LINE_RADIUS: f32 = 6.0;
const LINE_STEPS: u16 = 4;
/// How high a party stands, and how high an empty place.
pub const HEIGHTS: (f32, f32) = (32.0, 24.0);
/// The room of a label, in points: about the width of a letter, what is added for its ends, and its height. A label
/// that is longer is cut. Chosen by hand.
const LABEL: (f32, f32, f32) = (6.4, 10.0, 16.0);

/// The picture with its words.
#[derive(Debug)]
pub struct ChainView {
    /// Places and hand-overs.
    pub picture: Picture,
    /// Where everything stands.
    pub layout: Layout,
    /// Per lane its letter and name.
    pub lanes: Vec<(char, String)>,
    /// Per group of the picture its heading.
    pub groups: Vec<String>,
    /// Per place.
    pub places: Vec<PlaceView>,
    /// Per edge.
    pub edges: Vec<EdgeView>,
    /// Per edge its line with rounded corners, as short straight pieces.
    pub lines: Vec<Vec<Point>>,
    /// The places by lane, and in a lane from top to bottom.
    pub reading_order: Vec<usize>,
    /// Per place the edges that start there.
    pub leaving: Vec<Vec<usize>>,
}

/// A box in words.
#[derive(Clone, Debug)]
pub struct PlaceView {
    /// The letter of its lane.
    pub letter: char,
    /// What stands on it.
    pub title: String,
    /// The same for a small box, where the title is a sentence: what is missing.
    pub short: Option<String>,
    /// The same with everything that the box shows, for a screen reader.
    pub name: String,
    /// Whether it is an empty place.
    pub is_gap: bool,
    /// The place where the party is at home, when that is another.
    pub home: Option<usize>,
    /// The agreements that are still to be made with another party.
    pub overlaps: Vec<OverlapView>,
}

/// Parties with overlapping tasks that still have to agree.
#[derive(Clone, Debug)]
pub struct OverlapView {
    /// What they have to agree on.
    pub text: String,
    /// The responsibilities of this party at this place.
    pub here: Vec<Ix<Responsibility>>,
    /// The responsibilities of the other parties.
    pub with: Vec<Ix<Responsibility>>,
}

/// An edge in words.
#[derive(Clone, Debug)]
pub struct EdgeView {
    /// What is done.
    pub act: String,
    /// The whole hand-over: from whom, what, to whom.
    pub name: String,
    /// From lane to lane, or within one.
    pub kind: EdgeKind,
    /// Halfway its longest straight piece.
    pub middle: Point,
}

impl ChainView {
    /// The agreement that is still to be made here: of those of which the place and another party both have a task
    /// for these persons, the first.
    pub fn open_overlap(&self, place: usize, outcome: &Outcome) -> Option<&OverlapView> {
        let stands = |task: &Ix<Responsibility>| outcome.standing(*task).is_some();
        let overlaps = &self.places.get(place)?.overlaps;
        overlaps.iter().find(|overlap| overlap.here.iter().any(stands) && overlap.with.iter().any(stands))
    }

    /// All places of the party that stands at a place; an empty place is alone.
    pub fn same_party(&self, place: usize) -> Vec<usize> {
        match self.picture.places.get(place).map(|place| &place.who) {
            Some(Who::Party { party, .. }) => self.picture.places_of(*party),
            Some(Who::Gap(_)) | None => vec![place],
        }
    }
}

/// What is to be laid out, with room for the words.
pub fn request(
    picture: &Picture,
    look: &PictureSizes,
    heights: (f32, f32),
    guide: &Guide,
    lang: Lang,
) -> LayoutRequest {
    let height = |place: usize| match picture.places[place].who {
        Who::Party { .. } => heights.0,
        Who::Gap(_) => heights.1,
    };
    let label = |edge: usize| {
        let letters = acts(picture, edge, guide, lang).chars().count();
        let letters = u16::try_from(letters).unwrap_or(u16::MAX);
        Some(Extent { width: f32::from(letters).mul_add(LABEL.0, LABEL.1), height: LABEL.2 })
    };
    picture.request(guide, look, height, label)
}

/// What is done along an edge.
fn acts(picture: &Picture, edge: usize, guide: &Guide, lang: Lang) -> String {
    let mut acts: Vec<&str> = Vec::new();
    for referral in &picture.edges[edge].referrals {
        let act = words::act(guide.referrals[*referral].act, lang);
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    acts.join(", ")
}

/// A picture that was laid out, put into words.
pub fn view(picture: Picture, layout: Layout, guide: &Guide, lang: Lang) -> ChainView {
    let lanes: Vec<(char, String)> =
        guide.phases.iter().map(|phase| (phase.letter, phase.short.text(lang).to_owned())).collect();
    let groups: Vec<String> =
        picture.groups.iter().map(|group| guide[group.aspect].label.text(lang).to_owned()).collect();
    let agreements = open_agreements(guide);
    let places = 0..picture.places.len();
    let places: Vec<PlaceView> =
        places.map(|place| place_view(&picture, place, &groups, &agreements, guide, lang)).collect();
    let edges = picture.edges.iter().enumerate().map(|(position, edge)| {
        let act = acts(&picture, position, guide, lang);
        let ends = (&places[edge.from].title, &places[edge.to].title);
        let name = format!("{} {act} {} {}", ends.0, text::to(lang), ends.1);
        EdgeView { act, name, kind: layout.edges[position].kind, middle: middle(&layout.edges[position].path) }
    });
    let edges = edges.collect();
    let smooth = layout.edges.iter().map(|edge| edge.path.flattened(LINE_RADIUS, LINE_STEPS)).collect();
    let mut reading_order: Vec<usize> = (0..places.len()).collect();
    reading_order.sort_by(|a, b| {
        let of = |place: usize| (picture.places[place].group, layout.boxes[place].top);
        of(*a).0.cmp(&of(*b).0).then(of(*a).1.total_cmp(&of(*b).1))
    });
    let mut leaving = vec![Vec::new(); places.len()];
    for (position, edge) in picture.edges.iter().enumerate() {
        leaving[edge.from].push(position);
    }
    ChainView { picture, layout, lanes, groups, places, edges, lines: smooth, reading_order, leaving }
}

/// The middle of the longest straight piece of a path.
fn middle(path: &Path) -> Point {
    let length = |ends: &&[Point]| (ends[1].x - ends[0].x).hypot(ends[1].y - ends[0].y);
    let longest = path.corners.windows(2).max_by(|a, b| length(a).total_cmp(&length(b)));
    longest.map_or_else(Point::default, |ends| Point {
        x: f32::midpoint(ends[0].x, ends[1].x),
        y: f32::midpoint(ends[0].y, ends[1].y),
    })
}

fn place_view(
    picture: &Picture,
    position: usize,
    groups: &[String],
    agreements: &[OpenAgreement<'_>],
    guide: &Guide,
    lang: Lang,
) -> PlaceView {
    let place = &picture.places[position];
    let letter = guide.phases[picture.groups[place.group].aspect.phase].letter;
    let group = &groups[place.group];
    match &place.who {
        Who::Party { party, home, responsibilities } => {
            let title = guide.parties[*party].short_name(picture.date, lang).to_owned();
            PlaceView {
                letter,
                name: format!("{title}, {group}"),
                title,
                short: None,
                is_gap: false,
                home: (*home != position).then_some(*home),
                overlaps: overlaps(responsibilities, agreements, guide),
            }
        }
        Who::Gap(gap) => {
            let gap_record = &guide.gaps[*gap];
            let title = words::capital(words::gap_kind(gap_record.kind, lang));
            PlaceView {
                letter,
                name: format!("{}, {group}. {}", text::empty_place(lang), gap_record.text),
                short: gap_record.short.as_deref().map(words::capital),
                title: format!("{title}: {}", gap_record.text),
                is_gap: true,
                home: None,
                overlaps: Vec::new(),
            }
        }
    }
}

/// What is still to be agreed, and the responsibilities that it is about, in the guide's order.
type OpenAgreement<'a> = (&'a str, Vec<Ix<Responsibility>>);

fn open_agreements(guide: &Guide) -> Vec<OpenAgreement<'_>> {
    let open = guide.agreements.iter().filter(|agreement| agreement.state == AgreementState::Nodig);
    let between = |agreement: &Agreement| {
        let mut between: Vec<_> = agreement.between.iter().filter_map(|id| guide.responsibilities.ix(id)).collect();
        between.sort_unstable();
        between
    };
    open.map(|agreement| (agreement.text.as_str(), between(agreement))).collect()
}

/// Those about one of these responsibilities of a party with another party.
fn overlaps(tasks: &[Ix<Responsibility>], agreements: &[OpenAgreement<'_>], guide: &Guide) -> Vec<OverlapView> {
    let party = |task: Ix<Responsibility>| &guide.responsibilities[task].party;
    let own = tasks.first().map(|task| party(*task));
    let views = agreements.iter().map(|(text, between)| {
        let (same, with): (Vec<_>, Vec<_>) = between.iter().partition(|task| Some(party(**task)) == own);
        let here = same.into_iter().filter(|task| tasks.contains(task)).collect();
        OverlapView { text: (*text).to_owned(), here, with }
    });
    views.filter(|view| !view.here.is_empty()).collect()
}
