//! The picture of the chain in words: what stands on every place and edge, for the window and for paper.

use crate::{
    chain::{
        Edge, Picture, PictureSizes, PictureVerdicts, Place, Who,
        layout::{EdgeKind, Extent, Layout, LayoutRequest, Path, Point, Sizes},
    },
    lookup::{Index, Outcome, Verdict},
    model::{Agreement, AgreementState, Guide, Ix, Lang, Referral, Responsibility, Role, SpineMark},
    text::{chain as text, own, words},
};

/// The measures of the picture, in points at its own size.
pub const LOOK: PictureSizes = PictureSizes {
    lane_width: 176.0,
    lane_heading: 0.0,
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
/// The same for the main line, which is seen from farther away.
pub const SPINE_LOOK: PictureSizes = PictureSizes {
    lane_width: 196.0,
    lane_heading: 0.0,
    group_heading: 20.0,
    sizes: Sizes {
        margin: 12.0,
        box_gap: 10.0,
        group_gap: 12.0,
        heading_gap: 2.0,
        gutter: 84.0,
        gutter_margin: 38.0,
        pitch: 8.0,
        label_gap: 3.0,
    },
};
/// How round the corners of a line are, and in how many pieces.
const LINE_RADIUS: f32 = 6.0;
const LINE_STEPS: u16 = 4;
/// How high boxes are.
pub const HEIGHTS: Heights = Heights { party: 32.0, gap: 24.0, spine: 32.0, fold: 24.0 };
/// The same for the main line, where who stands on it has room for what it does.
pub const SPINE_HEIGHTS: Heights = Heights { spine: 52.0, ..HEIGHTS };
/// The room of a label, in points: about the width of a letter, what is added for its ends, and its height. A label
/// that is longer is cut. Chosen by hand.
const LABEL: (f32, f32, f32) = (6.4, 10.0, 16.0);
/// So many parties of the main line does the head of a lane name.
const LANE_SAYS: usize = 2;

/// How high boxes are, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    /// A party.
    pub party: f32,
    /// An empty place.
    pub gap: f32,
    /// Who stands on the main line.
    pub spine: f32,
    /// What is folded.
    pub fold: f32,
}

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
    /// Per place the ways that start there.
    pub leaving: Vec<Vec<Way>>,
}

/// A way along an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The edge.
    pub edge: usize,
    /// Whether it goes from the end of the edge to its start.
    pub is_back: bool,
}

/// A box in words.
#[derive(Clone, Debug)]
pub struct PlaceView {
    /// The letter of its lane.
    pub letter: char,
    /// What stands on it.
    pub title: String,
    /// On the main line: what it does there.
    pub verb: Option<String>,
    /// Of what is folded: how many parties.
    pub more: Option<usize>,
    /// The same for a small box, where the title is a sentence: what is missing.
    pub short: Option<String>,
    /// The same with everything that the box shows, for a screen reader.
    pub name: String,
    /// Whether it is an empty place.
    pub is_gap: bool,
    /// The aspect where the party is at home, when that is another.
    pub home: Option<String>,
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
    /// What is done; nothing where the same party goes on.
    pub act: String,
    /// What is done the other way; empty when nothing is.
    pub back: String,
    /// The whole hand-over: from whom, what, to whom, and what comes back.
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
            Some(Who::Gap(_) | Who::Together { .. } | Who::Fold { .. }) | None => vec![place],
        }
    }

    /// Where a way leads.
    pub fn end_of(&self, way: Way) -> usize {
        let edge = &self.picture.edges[way.edge];
        if way.is_back { edge.from } else { edge.to }
    }

    /// What is done along a way.
    pub fn act_of(&self, way: Way) -> &str {
        let edge = &self.edges[way.edge];
        if way.is_back { &edge.back } else { &edge.act }
    }
}

/// What is to be laid out, with room for the words.
pub fn request(picture: &Picture, look: &PictureSizes, heights: Heights, guide: &Guide, lang: Lang) -> LayoutRequest {
    let height = |place: usize| match &picture.places[place] {
        Place { who: Who::Fold { .. }, .. } => heights.fold,
        Place { who: Who::Gap(_), .. } => heights.gap,
        Place { marks, .. } if marks.is_empty() => heights.party,
        Place { .. } => heights.spine,
    };
    let label = |edge: usize| {
        let letters = shown_act(&picture.edges[edge], guide, lang).chars().count();
        let letters = u16::try_from(letters).ok().filter(|letters| *letters > 0)?;
        Some(Extent { width: f32::from(letters).mul_add(LABEL.0, LABEL.1), height: LABEL.2 })
    };
    picture.request(guide, look, height, label)
}

/// What is done in some hand-overs.
fn acts(referrals: &[Ix<Referral>], guide: &Guide, lang: Lang) -> String {
    let mut acts: Vec<&str> = Vec::new();
    for referral in referrals {
        let act = words::act(guide.referrals[*referral].act, lang);
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    acts.join(", ")
}

/// What the line of an edge says: on the main line only what leads on.
fn shown_act(edge: &Edge, guide: &Guide, lang: Lang) -> String {
    match edge.lead {
        Some(lead) => words::act(guide.referrals[lead].act, lang).to_owned(),
        None => acts(&edge.referrals, guide, lang),
    }
}

/// A picture that was laid out, put into words.
pub fn view(picture: Picture, layout: Layout, index: &Index, lang: Lang) -> ChainView {
    let guide: &Guide = index.guide();
    let lanes: Vec<(char, String)> =
        guide.phases.iter().map(|phase| (phase.letter, phase.short.text(lang).to_owned())).collect();
    let groups: Vec<String> =
        picture.groups.iter().map(|group| guide[group.aspect].label.text(lang).to_owned()).collect();
    let agreements = open_agreements(guide);
    let places = 0..picture.places.len();
    let places: Vec<PlaceView> =
        places.map(|place| place_view(&picture, place, &groups, &agreements, index, lang)).collect();
    let edges = picture.edges.iter().enumerate().map(|(position, edge)| {
        let line = &layout.edges[position];
        let middle = middle(&line.path).unwrap_or_else(|| layout.boxes[edge.from].center());
        edge_view(edge, (&places[edge.from].title, &places[edge.to].title), line.kind, middle, guide, lang)
    });
    let edges: Vec<EdgeView> = edges.collect();
    let smooth = layout.edges.iter().map(|edge| edge.path.flattened(LINE_RADIUS, LINE_STEPS)).collect();
    let mut reading_order: Vec<usize> = (0..places.len()).collect();
    reading_order.sort_by(|a, b| {
        let of = |place: usize| (picture.places[place].group, layout.boxes[place].top);
        of(*a).0.cmp(&of(*b).0).then(of(*a).1.total_cmp(&of(*b).1))
    });
    let mut leaving = vec![Vec::new(); places.len()];
    for (position, edge) in picture.edges.iter().enumerate() {
        if !edge.referrals.is_empty() {
            leaving[edge.from].push(Way { edge: position, is_back: false });
        }
        if !edge.returns.is_empty() {
            leaving[edge.to].push(Way { edge: position, is_back: true });
        }
    }
    ChainView { picture, layout, lanes, groups, places, edges, lines: smooth, reading_order, leaving }
}

fn edge_view(
    edge: &Edge,
    (from, to): (&str, &str),
    kind: EdgeKind,
    middle: Point,
    guide: &Guide,
    lang: Lang,
) -> EdgeView {
    let back = acts(&edge.returns, guide, lang);
    let name = if edge.hand_overs().next().is_none() {
        text::goes_on(from, lang)
    } else {
        let forth = format!("{from} {} {} {to}", acts(&edge.referrals, guide, lang), text::to(lang));
        let returns = (!back.is_empty()).then(|| format!("{to} {back} {} {from}", text::to(lang)));
        std::iter::once(forth).chain(returns).collect::<Vec<_>>().join("; ")
    };
    EdgeView { act: shown_act(edge, guide, lang), back, name, kind, middle }
}

/// The middle of the longest straight piece of a path.
fn middle(path: &Path) -> Option<Point> {
    let length = |ends: &&[Point]| (ends[1].x - ends[0].x).hypot(ends[1].y - ends[0].y);
    let longest = path.corners.windows(2).max_by(|a, b| length(a).total_cmp(&length(b)))?;
    Some(Point { x: f32::midpoint(longest[0].x, longest[1].x), y: f32::midpoint(longest[0].y, longest[1].y) })
}

fn place_view(
    picture: &Picture,
    position: usize,
    groups: &[String],
    agreements: &[OpenAgreement<'_>],
    index: &Index,
    lang: Lang,
) -> PlaceView {
    let guide: &Guide = index.guide();
    let place = &picture.places[position];
    let at = picture.groups[place.group].aspect;
    let group = &groups[place.group];
    let mark = if is_own(place, index) { format!(", {}", own::mark(lang)) } else { String::new() };
    let view = PlaceView {
        letter: guide.phases[at.phase].letter,
        title: title(picture, place, index, lang),
        verb: None,
        more: None,
        short: None,
        name: String::new(),
        is_gap: false,
        home: None,
        overlaps: Vec::new(),
    };
    match &place.who {
        Who::Party { home, responsibilities, .. } => PlaceView {
            name: format!("{}, {group}{mark}", view.title),
            verb: verb(place, &guide[at].spine, lang),
            home: (*home != at).then(|| guide[*home].label.text(lang).to_owned()),
            overlaps: overlaps(responsibilities, agreements, guide),
            ..view
        },
        Who::Gap(gap) => {
            let gap_record = &guide.gaps[*gap];
            let kind = words::capital(words::gap_kind(gap_record.kind, lang));
            PlaceView {
                name: format!("{}, {group}. {}", text::empty_place(lang), gap_record.text),
                short: gap_record.short.as_deref().map(words::capital),
                title: format!("{kind}: {}", gap_record.text),
                is_gap: true,
                ..view
            }
        }
        Who::Together { members, .. } => {
            let verb = verb(place, &guide[at].spine, lang).unwrap_or_default();
            let parties = members.iter().filter(|member| member.party().is_some()).count();
            PlaceView {
                name: format!("{}, {group}", view.title),
                verb: Some(format!("{verb} · {}", text::parties(parties, lang))),
                ..view
            }
        }
        Who::Fold { members, is_open } => {
            let parties = members.iter().filter(|member| member.party().is_some()).count();
            let gaps = members.len() - parties;
            let name = if *is_open { text::fold(lang).to_owned() } else { text::folded(parties, gaps, lang) };
            PlaceView { name: format!("{group}: {name}"), more: (parties > 0).then_some(parties), ..view }
        }
    }
}

/// Whether a place is there by one's own supplement alone: the party is, or all that it does there.
fn is_own(place: &Place, index: &Index) -> bool {
    let (guide, own) = (index.guide(), index.own());
    let Who::Party { party, responsibilities, .. } = &place.who else { return false };
    let is_own_task = |task: &Ix<Responsibility>| own.has(&guide.responsibilities[*task].id);
    own.has(&guide.parties[*party].id) || !responsibilities.is_empty() && responsibilities.iter().all(is_own_task)
}

/// The party of a place, with a mark where it is there by one's own supplement; `None` where nobody is.
pub fn called(picture: &Picture, place: &Place, index: &Index, lang: Lang) -> Option<String> {
    let name = index.guide().parties[place.party()?].short_name(picture.date, lang);
    Some(if is_own(place, index) { own::before(name, lang) } else { name.to_owned() })
}

/// What a place is called.
fn title(picture: &Picture, place: &Place, index: &Index, lang: Lang) -> String {
    let aspect = &index.guide()[picture.groups[place.group].aspect];
    let name = |place: &Place| called(picture, place, index, lang);
    match &place.who {
        Who::Party { .. } | Who::Gap(_) => name(place).unwrap_or_default(),
        Who::Together { .. } => {
            let mark = place.marks.first().and_then(|mark| aspect.spine.get(*mark));
            let called = mark.and_then(|mark| mark.together.as_ref());
            called.map(|called| called.text(lang).to_owned()).unwrap_or_default()
        }
        Who::Fold { is_open: true, .. } => text::fold(lang).to_owned(),
        Who::Fold { members, is_open: false } => {
            let is_alone = picture.places.iter().filter(|other| other.group == place.group).count() == 1;
            let names: Vec<String> = members.iter().filter_map(name).collect();
            match (is_alone, names.is_empty()) {
                (true, false) => aspect.label.text(lang).to_owned(),
                (true, true) => format!("{}: {}", aspect.label.text(lang), text::gaps(members.len(), lang)),
                (false, true) => text::gaps(members.len(), lang),
                (false, false) => names.join(", "),
            }
        }
    }
}

/// What a place does on the main line.
fn verb(place: &Place, marks: &[SpineMark], lang: Lang) -> Option<String> {
    let verbs: Vec<&str> =
        place.marks.iter().filter_map(|mark| marks.get(*mark)).map(|mark| mark.verb.text(lang)).collect();
    (!verbs.is_empty()).then(|| verbs.join(", "))
}

/// Per lane, in one line, what its main line says: who decides, and who carries out.
pub fn lane_answers(picture: &Picture, verdicts: &PictureVerdicts, guide: &Guide, lang: Lang) -> Vec<String> {
    let of_phase = |phase| {
        let mut steps: Vec<(bool, String, Verdict)> = Vec::new();
        for (position, place) in picture.places.iter().enumerate().filter(|(at, _)| picture.lane(*at) == phase) {
            let (Some(party), marks) = (place.party(), &guide[picture.groups[place.group].aspect].spine) else {
                continue;
            };
            let name = guide.parties[party].short_name(picture.date, lang);
            for mark in place.marks.iter().filter_map(|mark| marks.get(*mark)) {
                let says = format!("{name} {}", mark.verb.text(lang));
                steps.push((mark.role != Role::Beslist, says, verdicts.places[position]));
            }
        }
        steps.sort_by_key(|(is_second, ..)| *is_second);
        steps.truncate(LANE_SAYS);
        let of = |wanted: Verdict| {
            let own = steps.iter().filter(|(.., verdict)| *verdict == wanted).map(|(_, says, _)| says.as_str());
            own.collect::<Vec<_>>().join(", ")
        };
        text::lane_answer(&of(Verdict::Applies), &of(Verdict::Depends), lang)
    };
    guide.phases.ixs().map(of_phase).collect()
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
