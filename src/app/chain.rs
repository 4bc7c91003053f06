//! The chain as a picture, in words: made when it is looked at, and only once per guide, date and language.

use std::sync::{
    Arc,
    mpsc::{Receiver, TryRecvError, channel},
};

use super::{Loaded, Selected};
use crate::{
    chain::{
        Look, Picture, PictureVerdicts, Who,
        layout::{EdgeKind, Extent, Layout, LayoutRequest, Point, Sizes, lay_out},
    },
    lookup::{Match, Outcome},
    model::{AgreementState, Date, Guide, Lang},
    text::{chain as text, words},
};

/// A picture with more places than this is laid out beside the drawing: it may take longer than a frame.
const AT_ONCE: usize = 400;

/// The measures of the picture, in points at its own size.
pub const LOOK: Look = Look {
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
const HEIGHTS: (f32, f32) = (32.0, 24.0);
/// About the room of a letter and of a line of a label; what is drawn in it is cut when it is longer.
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
    /// The same with everything that the box shows, for a screen reader.
    pub name: String,
    /// What explains it.
    pub selects: Selected,
    /// Whether it is an empty place.
    pub is_gap: bool,
    /// The place where the party is at home, when that is another.
    pub home: Option<usize>,
    /// An agreement that is still to be made with another party.
    pub overlap: Option<OverlapView>,
}

/// Parties with overlapping tasks that still have to agree.
#[derive(Clone, Debug)]
pub struct OverlapView {
    /// What they have to agree on.
    pub text: String,
    /// Positions of the responsibilities of the other parties.
    with: Vec<usize>,
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
}

/// The picture for the persons of the moment.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The picture.
    pub view: Arc<ChainView>,
    /// How it stands for them.
    pub verdicts: Arc<PictureVerdicts>,
    /// Per edge the number of the step of the route that it is, from 1.
    pub steps: Arc<Vec<Option<usize>>>,
}

/// What the picture was made of, and how far it is.
#[derive(Debug)]
pub(super) struct ChainState {
    date: Date,
    lang: Lang,
    loaded: Arc<Loaded>,
    made: Made,
}

#[derive(Debug)]
enum Made {
    Done(Chain),
    Pending(Receiver<ChainView>),
}

impl ChainState {
    /// The picture of a guide on a date; the last one tells where its boxes stood.
    pub(super) fn new(loaded: &Arc<Loaded>, outcome: &Outcome, lang: Lang, last: Option<&Chain>) -> Self {
        let guide = loaded.guide();
        let picture = Picture::new(guide, outcome.date);
        let mut request = request(&picture, guide, lang);
        if let Some(last) = last {
            request.previous.clone_from(&last.view.layout.order);
        }
        let made = if picture.places.len() <= AT_ONCE {
            Made::Done(Chain::new(view(picture, &request, guide, lang), loaded, outcome))
        } else {
            let (sender, receiver) = channel();
            let of = Arc::clone(loaded);
            std::thread::spawn(move || {
                // Nobody waits for it any more when the window was closed meanwhile.
                let _ = sender.send(view(picture, &request, of.guide(), lang));
            });
            Made::Pending(receiver)
        };
        Self { date: outcome.date, lang, loaded: Arc::clone(loaded), made }
    }

    /// Whether it is the picture of this guide on this date in this language.
    pub(super) fn is_of(&self, loaded: &Arc<Loaded>, date: Date, lang: Lang) -> bool {
        Arc::ptr_eq(&self.loaded, loaded) && self.date == date && self.lang == lang
    }

    pub(super) fn chain(&self) -> Option<&Chain> {
        match &self.made {
            Made::Done(chain) => Some(chain),
            Made::Pending(_) => None,
        }
    }

    /// Takes over what was laid out; whether it is still being done.
    pub(super) fn poll(&mut self, outcome: &Outcome) -> bool {
        let Made::Pending(receiver) = &self.made else { return false };
        match receiver.try_recv() {
            Ok(view) => {
                self.made = Made::Done(Chain::new(view, &self.loaded, outcome));
                false
            }
            Err(TryRecvError::Empty) => true,
            Err(TryRecvError::Disconnected) => false,
        }
    }

    /// The persons or the route changed.
    pub(super) fn ask_again(&mut self, outcome: &Outcome, route: &[usize]) {
        if let Made::Done(chain) = &mut self.made {
            chain.verdicts = Arc::new(chain.view.picture.verdicts(&self.loaded.index, outcome));
            chain.steps = Arc::new(chain.view.steps_of(route));
        }
    }
}

impl Chain {
    fn new(view: ChainView, loaded: &Loaded, outcome: &Outcome) -> Self {
        let verdicts = view.picture.verdicts(&loaded.index, outcome);
        let steps = view.steps_of(&[]);
        Self { view: Arc::new(view), verdicts: Arc::new(verdicts), steps: Arc::new(steps) }
    }

    /// The places within so many hand-overs of one, whichever way they lead; all when `steps` is none.
    pub fn around(&self, place: usize, steps: Option<usize>) -> Vec<bool> {
        let Some(steps) = steps else { return vec![true; self.view.places.len()] };
        let mut near = vec![false; self.view.places.len()];
        for own in self.view.same_party(place) {
            near[own] = true;
        }
        for _ in 0..steps {
            let before = near.clone();
            for edge in &self.view.picture.edges {
                near[edge.to] |= before[edge.from];
                near[edge.from] |= before[edge.to];
            }
        }
        near
    }

    /// The agreement that is still to be made here, when the place and another party have a task for these persons.
    pub fn open_overlap(&self, place: usize, outcome: &Outcome) -> Option<&OverlapView> {
        let overlap = self.view.places.get(place)?.overlap.as_ref()?;
        let is_there = |verdict: Option<Match>| matches!(verdict, Some(Match::Applies | Match::Depends));
        let with_another =
            overlap.with.iter().any(|own| is_there(outcome.responsibilities.get(*own).copied().flatten()));
        let here = self.verdicts.places.get(place).is_some_and(|verdict| *verdict != Match::Excluded);
        (here && with_another).then_some(overlap)
    }

    /// How an edge stands: no better than the places that it joins.
    pub fn edge_verdict(&self, edge: usize) -> Match {
        self.verdicts.edges.get(edge).copied().unwrap_or(Match::Excluded)
    }
}

impl ChainView {
    /// All places of the party that stands at a place; an empty place is alone.
    pub fn same_party(&self, place: usize) -> Vec<usize> {
        match self.picture.places.get(place).map(|place| &place.who) {
            Some(Who::Party { party, .. }) => self.picture.places_of(*party),
            Some(Who::Gap(_)) | None => vec![place],
        }
    }

    /// The place to show for what the drawer explains.
    pub fn place_of(&self, selected: Selected, guide: &Guide) -> Option<usize> {
        let of = |party: usize| self.picture.places_of(party).into_iter().next();
        match selected {
            Selected::Party(party) => of(party),
            Selected::Gap(gap) => self.picture.places.iter().position(|place| place.who == Who::Gap(gap)),
            Selected::Responsibility(wanted) => {
                let holds = |who: &Who| matches!(who, Who::Party { responsibilities, .. } if responsibilities.contains(&wanted));
                let party = guide.responsibilities.get(wanted)?.party.clone();
                self.picture
                    .places
                    .iter()
                    .position(|place| holds(&place.who))
                    .or_else(|| of(guide.parties.iter().position(|other| other.id == party)?))
            }
            Selected::Term(_) | Selected::Source(_) => None,
        }
    }

    fn steps_of(&self, route: &[usize]) -> Vec<Option<usize>> {
        let step = |referrals: &[usize]| route.iter().position(|step| referrals.contains(step)).map(|step| step + 1);
        self.picture.edges.iter().map(|edge| step(&edge.referrals)).collect()
    }
}

fn request(picture: &Picture, guide: &Guide, lang: Lang) -> LayoutRequest {
    let height = |place: usize| match picture.places[place].who {
        Who::Party { .. } => HEIGHTS.0,
        Who::Gap(_) => HEIGHTS.1,
    };
    let label = |edge: usize| {
        let letters = acts(picture, edge, guide, lang).chars().count();
        let letters = u16::try_from(letters).unwrap_or(u16::MAX);
        Some(Extent { width: f32::from(letters).mul_add(LABEL.0, LABEL.1), height: LABEL.2 })
    };
    picture.request(guide, &LOOK, height, label)
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

fn view(picture: Picture, request: &LayoutRequest, guide: &Guide, lang: Lang) -> ChainView {
    let layout = lay_out(request);
    let lanes: Vec<(char, String)> =
        guide.phases.iter().map(|phase| (phase.letter, phase.short.text(lang).to_owned())).collect();
    let groups: Vec<String> = picture
        .groups
        .iter()
        .map(|group| guide.phases[group.phase].aspects[group.aspect].label.text(lang).to_owned())
        .collect();
    let places: Vec<PlaceView> =
        (0..picture.places.len()).map(|place| place_view(&picture, place, &groups, guide, lang)).collect();
    let edges = picture.edges.iter().enumerate().map(|(position, edge)| {
        let act = acts(&picture, position, guide, lang);
        let ends = (&places[edge.from].title, &places[edge.to].title);
        let name = format!("{} {act} {} {}", ends.0, text::to(lang), ends.1);
        EdgeView { act, name, kind: layout.edges[position].kind }
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

fn place_view(picture: &Picture, position: usize, groups: &[String], guide: &Guide, lang: Lang) -> PlaceView {
    let place = &picture.places[position];
    let letter = guide.phases[picture.groups[place.group].phase].letter;
    let group = &groups[place.group];
    match &place.who {
        Who::Party { party, home, responsibilities } => {
            let title = guide.parties[*party].short_name(picture.date, lang).to_owned();
            let selects = match responsibilities.as_slice() {
                [only] => Selected::Responsibility(*only),
                _ => Selected::Party(*party),
            };
            PlaceView {
                letter,
                name: format!("{title}, {group}"),
                title,
                selects,
                is_gap: false,
                home: (*home != position).then_some(*home),
                overlap: overlap(responsibilities, guide),
            }
        }
        Who::Gap(gap) => {
            let gap_record = &guide.gaps[*gap];
            let title = words::capital(words::gap_kind(gap_record.kind, lang));
            PlaceView {
                letter,
                name: format!("{}, {group}. {}", text::empty_place(lang), gap_record.text),
                title: format!("{title}: {}", gap_record.text),
                selects: Selected::Gap(*gap),
                is_gap: true,
                home: None,
                overlap: None,
            }
        }
    }
}

/// An agreement that is still to be made about one of these responsibilities.
fn overlap(responsibilities: &[usize], guide: &Guide) -> Option<OverlapView> {
    let mut agreements = guide.agreements.iter().filter(|agreement| agreement.state == AgreementState::Nodig);
    agreements.find_map(|agreement| {
        let records = guide.responsibilities.iter().enumerate();
        let between = records.filter(|(_, record)| agreement.between.contains(&record.id)).map(|(own, _)| own);
        let (ours, with): (Vec<usize>, Vec<usize>) = between.partition(|own| responsibilities.contains(own));
        (!ours.is_empty()).then(|| OverlapView { text: agreement.text.clone(), with })
    })
}
