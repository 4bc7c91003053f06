//! The chain as a picture, in words: made when it is looked at, and only once per guide, date and language.

use std::{sync::Arc, task::Waker};

use super::{
    App, Document, Notice, Selected,
    task::{Cancelled, Poll, Task},
};
use crate::{
    chain::{
        Picture, PictureVerdicts, Who,
        layout::{Key, Manual, lay_out, lay_out_unless},
        place_key,
    },
    file::{PlacedBox, Settings},
    lookup::{Outcome, Verdict},
    model::{Date, Guide, Ix, Lang, PartyId, Referral},
    present::chain::{ChainView, HEIGHTS, LOOK, OverlapView, request, view},
};

/// A picture with more places than this is laid out beside the drawing: it may take longer than a frame.
const AT_ONCE: usize = 400;

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
    document: Arc<Document>,
    /// `None` until the first time that it was laid out.
    shown: Option<Chain>,
    /// What is being laid out.
    pending: Option<Task<ChainView>>,
    /// The boxes of the last picture, from top to bottom per lane.
    order: Vec<Key>,
}

impl ChainState {
    /// The picture of a guide on a date, with boxes that were put by hand; the last one tells where the others stood.
    pub(super) fn new(
        document: &Arc<Document>,
        outcome: &Outcome,
        lang: Lang,
        placed: &[PlacedBox],
        route: &[Ix<Referral>],
        last: Option<&Self>,
        waker: &Waker,
    ) -> Self {
        let guide = document.guide();
        let picture = Picture::new(guide, outcome.date);
        let mut request = request(&picture, &LOOK, HEIGHTS, guide, lang);
        request.previous = last.map(|last| last.order.clone()).unwrap_or_default();
        let wish = |placed: &PlacedBox| Manual {
            key: place_key(&placed.place),
            below: placed.below.as_deref().map(place_key),
        };
        request.manual = placed.iter().map(wish).collect();
        let mut made = Self {
            date: outcome.date,
            lang,
            document: Arc::clone(document),
            shown: None,
            pending: None,
            order: Vec::new(),
        };
        if picture.places.len() <= AT_ONCE {
            made.show(view(picture, lay_out(&request), guide, lang), outcome, route);
            return made;
        }
        // The places are the same ones as long as guide and date are: then the last picture is still true meanwhile.
        let same = last.filter(|last| last.is_of(document, outcome.date, lang));
        made.shown = same.and_then(|last| last.shown.clone());
        made.order.clone_from(&request.previous);
        // What was being laid out before is no longer waited for once this takes its place, and stops halfway.
        let of = Arc::clone(document);
        made.pending = Some(Task::start(waker.clone(), move |work| {
            let layout = lay_out_unless(&request, &|| work.is_cancelled()).ok_or(Cancelled)?;
            Ok(view(picture, layout, of.guide(), lang))
        }));
        made
    }

    fn show(&mut self, view: ChainView, outcome: &Outcome, route: &[Ix<Referral>]) {
        self.order.clone_from(&view.layout.order);
        self.shown = Some(Chain::new(Arc::new(view), &self.document, outcome, route));
        self.pending = None;
    }

    /// The boxes of the last picture, from top to bottom per lane.
    pub(super) fn order(&self) -> &[Key] {
        &self.order
    }

    /// Whether it is the picture of this guide on this date in this language.
    pub(super) fn is_of(&self, document: &Arc<Document>, date: Date, lang: Lang) -> bool {
        Arc::ptr_eq(&self.document, document) && self.date == date && self.lang == lang
    }

    pub(super) fn chain(&self) -> Option<&Chain> {
        self.shown.as_ref()
    }

    /// Takes over what was laid out.
    fn poll(&mut self, outcome: &Outcome, route: &[Ix<Referral>]) -> Result<(), Stopped> {
        match self.pending.take().map(Task::poll) {
            None => {}
            Some(Poll::Running(pending)) => self.pending = Some(pending),
            Some(Poll::Done(view)) => self.show(view, outcome, route),
            Some(Poll::Failed) => return Err(Stopped),
        }
        Ok(())
    }

    /// Whether there is no picture, and none is being laid out.
    fn has_stopped(&self) -> bool {
        self.shown.is_none() && self.pending.is_none()
    }

    /// The persons or the route changed.
    pub(super) fn ask_again(&mut self, outcome: &Outcome, route: &[Ix<Referral>]) {
        if let Some(chain) = &mut self.shown {
            *chain = Chain::new(Arc::clone(&chain.view), &self.document, outcome, route);
        }
    }
}

/// Laying out panicked.
struct Stopped;

impl Chain {
    /// `route` are the hand-overs of the route, in order.
    fn new(view: Arc<ChainView>, document: &Document, outcome: &Outcome, route: &[Ix<Referral>]) -> Self {
        let verdicts = Arc::new(view.picture.verdicts(&document.index, outcome));
        let steps = Arc::new(steps_of(&view, route));
        Self { view, verdicts, steps }
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

    /// The parties of the aspect of a place, from top to bottom.
    pub fn column(&self, place: usize) -> Vec<usize> {
        let view = &self.view;
        let group = |place: usize| view.picture.places[place].group;
        let own = |other: &usize| group(*other) == group(place) && !view.places[*other].is_gap;
        let mut column: Vec<usize> = (0..view.places.len()).filter(own).collect();
        column.sort_by(|a, b| view.layout.boxes[*a].top.total_cmp(&view.layout.boxes[*b].top));
        column
    }

    /// The agreement that is still to be made here, when the place and another party have a task for these persons.
    pub fn open_overlap(&self, place: usize, outcome: &Outcome) -> Option<&OverlapView> {
        self.view.open_overlap(place, outcome)
    }

    /// How an edge stands.
    pub fn edge_verdict(&self, edge: usize) -> Verdict {
        self.verdicts.edges.get(edge).copied().unwrap_or(Verdict::Excluded)
    }

    /// What explains a place.
    pub fn selects(&self, place: usize, guide: &Guide) -> Option<Selected> {
        let who = &self.view.picture.places.get(place)?.who;
        Some(match who {
            Who::Gap(gap) => Selected::Gap(guide.gaps[*gap].id.clone()),
            Who::Party { party, responsibilities, .. } => match responsibilities.as_slice() {
                [only] => Selected::Responsibility(guide.responsibilities[*only].id.clone()),
                _ => Selected::Party(guide.parties[*party].id.clone()),
            },
        })
    }

    /// The place to show for what the drawer explains.
    pub fn place_of(&self, selected: &Selected, guide: &Guide) -> Option<usize> {
        let places = &self.view.picture.places;
        let of = |party: &PartyId| self.view.picture.places_of(guide.parties.ix(party)?).into_iter().next();
        match selected {
            Selected::Party(party) => of(party),
            Selected::Gap(gap) => {
                let gap = guide.gaps.ix(gap)?;
                places.iter().position(|place| place.who == Who::Gap(gap))
            }
            Selected::Responsibility(wanted) => {
                let task = guide.responsibilities.ix(wanted)?;
                let holds =
                    |who: &Who| matches!(who, Who::Party { responsibilities, .. } if responsibilities.contains(&task));
                let here = places.iter().position(|place| holds(&place.who));
                here.or_else(|| of(&guide.responsibilities[task].party))
            }
            Selected::Term(_) | Selected::Source(_) => None,
        }
    }
}

/// Per edge the number of the step of a route that it is, from 1.
fn steps_of(view: &ChainView, route: &[Ix<Referral>]) -> Vec<Option<usize>> {
    let step = |referrals: &[Ix<Referral>]| route.iter().position(|step| referrals.contains(step)).map(|step| step + 1);
    view.picture.edges.iter().map(|edge| step(&edge.referrals)).collect()
}

impl App {
    /// Makes the picture that the user wants to look at, also when laying it out stopped before.
    pub(super) fn show_chain(&mut self) {
        if self.has_chain_stopped() {
            self.lay_out_chain(true);
        } else {
            self.renew_chain();
        }
    }

    /// Takes over the picture that was laid out.
    pub(super) fn poll_chain(&mut self) {
        let route = self.route_referrals();
        let polled = self.chain.as_mut().map_or(Ok(()), |chain| chain.poll(&self.answered.outcome, &route));
        if let Err(Stopped) = polled {
            self.notice = Some(Notice::ChainStopped);
        }
    }

    /// Makes the picture of this guide on this date in this language, if it is not that already.
    pub(super) fn renew_chain(&mut self) {
        let lang = self.settings.language;
        if !self.chain.as_ref().is_some_and(|chain| chain.is_of(&self.document, self.case.date, lang)) {
            self.lay_out_chain(true);
        }
    }

    /// Makes the picture; what is in it already may keep its order.
    fn lay_out_chain(&mut self, keeps_order: bool) {
        let last = self.chain.as_ref().filter(|_| keeps_order);
        let Settings { language, placed, .. } = &self.settings;
        let route = self.route_referrals();
        self.chain =
            Some(ChainState::new(&self.document, &self.answered.outcome, *language, placed, &route, last, &self.waker));
    }

    pub(super) fn place_box(&mut self, place: String, below: Option<String>) {
        let was_below = self.chain().and_then(|chain| {
            let name = |place: usize| chain.view.picture.places[place].name.clone();
            let own = chain.view.picture.places.iter().position(|own| own.name == place)?;
            let column = chain.column(own);
            let at = column.iter().position(|other| *other == own)?;
            Some(name(column[at.checked_sub(1)?]))
        });
        self.settings.place_box(place, below, was_below.as_deref());
        self.lay_out_chain(true);
    }

    pub(super) fn unplace_boxes(&mut self) {
        self.settings.placed.clear();
        self.lay_out_chain(false);
    }

    /// The persons or the route are others.
    pub(super) fn ask_chain_again(&mut self) {
        let route = self.route_referrals();
        if let Some(chain) = &mut self.chain {
            chain.ask_again(&self.answered.outcome, &route);
        }
    }

    /// The hand-overs of the route, in order.
    pub(super) fn route_referrals(&self) -> Vec<Ix<Referral>> {
        self.drawer.route.iter().flat_map(|route| &route.steps).map(|step| step.referral).collect()
    }

    /// The picture of the chain, once it was looked at and laid out.
    pub fn chain(&self) -> Option<&Chain> {
        self.chain.as_ref().and_then(ChainState::chain)
    }

    /// Whether laying out the picture stopped before there was one.
    pub fn has_chain_stopped(&self) -> bool {
        self.chain.as_ref().is_some_and(ChainState::has_stopped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Command, task::tests::broken, tests::app};

    #[test]
    fn laying_out_that_panics_is_told_and_the_picture_can_be_asked_for_again() {
        let mut app = app();
        app.run(Command::ShowChain);
        let waker = app.waker.clone();
        let chain = app.chain.as_mut().unwrap();
        (chain.shown, chain.pending) = (None, Some(broken((), waker)));
        assert!(!app.has_chain_stopped(), "it is being laid out");
        app.poll_until(App::has_chain_stopped);
        assert_eq!(app.notice(), Some(&Notice::ChainStopped));
        app.run(Command::ShowChain);
        assert!(app.chain().is_some() && !app.has_chain_stopped());
    }

    #[test]
    fn another_arrangement_that_panics_leaves_the_picture_as_it_was() {
        let mut app = app();
        app.run(Command::ShowChain);
        let waker = app.waker.clone();
        app.chain.as_mut().unwrap().pending = Some(broken((), waker));
        app.poll_until(|app| app.notice().is_some());
        assert_eq!(app.notice(), Some(&Notice::ChainStopped));
        assert!(app.chain().is_some() && !app.has_chain_stopped());
    }
}
