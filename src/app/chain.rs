//! The chain as a picture, in words: made when it is looked at, and only once for what is shown of it.

use std::{collections::BTreeSet, sync::Arc, task::Waker};

use super::{
    App, Chain, Document, Notice, Selected,
    chain_shown::{place_of, steps_of},
    task::{Cancelled, Poll, Task},
};
use crate::{
    chain::{
        Detail, Level, Picture, Place,
        layout::{Key, Manual, lay_out, lay_out_unless},
        place_key,
    },
    file::PlacedBox,
    lookup::{Outcome, Verdict},
    model::{Date, Ix, Lang, Referral},
    present::chain::{ChainView, HEIGHTS, LOOK, SPINE_HEIGHTS, SPINE_LOOK, lane_answers, request, view},
};

/// A picture with more places than this is laid out beside the drawing: it may take longer than a frame.
const AT_ONCE: usize = 400;

/// The whole picture, what of it is shown, and how far that is.
#[derive(Debug)]
pub(super) struct ChainState {
    date: Date,
    lang: Lang,
    document: Arc<Document>,
    whole: Picture,
    /// What the user wants to see of it.
    detail: Detail,
    /// Whether the persons, the route or what is explained are others since.
    is_stale: bool,
    /// `None` until the first time that it was laid out.
    shown: Option<Chain>,
    /// What is shown or being laid out: the picture and the boxes that were put by hand.
    asked: Option<(Picture, Level, Vec<PlacedBox>)>,
    /// What is being laid out.
    pending: Option<Task<ChainView>>,
    /// The boxes of the last picture with more than the main line, from top to bottom per lane.
    order: Vec<Key>,
}

/// For whom the picture is.
pub(super) struct Wanted<'a> {
    outcome: &'a Outcome,
    /// The hand-overs of the route, in order.
    route: &'a [Ix<Referral>],
    selected: Option<&'a Selected>,
    placed: &'a [PlacedBox],
    waker: &'a Waker,
}

impl ChainState {
    /// The picture of a guide on a date; the last one tells what was shown, and where its boxes stood.
    pub(super) fn new(document: &Arc<Document>, lang: Lang, wanted: &Wanted<'_>, last: Option<Self>) -> Self {
        let date = wanted.outcome.date;
        // As long as guide, date and language are the same the last picture is still true meanwhile.
        let is_same = last.as_ref().is_some_and(|last| last.is_of(document, date, lang));
        let (detail, order, shown) = last.map(|last| (last.detail, last.order, last.shown)).unwrap_or_default();
        let mut made = Self {
            date,
            lang,
            document: Arc::clone(document),
            whole: Picture::new(document.guide(), date),
            detail,
            is_stale: false,
            shown: shown.filter(|_| is_same),
            asked: None,
            pending: None,
            order,
        };
        made.renew(wanted);
        made
    }

    /// Shows what is wanted now; lays it out only when that is another picture.
    fn renew(&mut self, wanted: &Wanted<'_>) {
        self.is_stale = false;
        let (guide, level) = (self.document.guide(), self.detail.level);
        let picture = self.whole.shown(&self.document.index, wanted.outcome, &self.with_what_is_asked(wanted));
        let asked = (picture, level, wanted.placed.to_vec());
        if self.asked.as_ref() == Some(&asked) {
            if self.pending.is_none() {
                self.stand_for(wanted.outcome, wanted.route);
            }
            return;
        }
        let picture = asked.0.clone();
        let last = self.asked.replace(asked).filter(|(last, of, placed)| {
            *of == level && level != Level::Spine && placed == wanted.placed && is_same_but_marks(last, &picture)
        });
        if let (Some(_), None, Some(shown)) = (last, &self.pending, &self.shown) {
            // Only who stands on the main line changed: everything stays where it is.
            let view = view(picture, shown.view.layout.clone(), &self.document.index, self.lang);
            self.show(view, wanted.outcome, wanted.route);
            return;
        }
        let is_spine = level == Level::Spine;
        let (look, heights) = if is_spine { (&SPINE_LOOK, SPINE_HEIGHTS) } else { (&LOOK, HEIGHTS) };
        let mut request = request(&picture, look, heights, guide, self.lang);
        if is_spine {
            // The main line stands in the order of the guide, whatever crosses.
            request.previous = request.boxes.iter().map(|wanted| wanted.key).collect();
        } else {
            request.previous.clone_from(&self.order);
            let wish = |placed: &PlacedBox| Manual {
                key: place_key(&placed.place),
                below: placed.below.as_deref().map(place_key),
            };
            request.manual = wanted.placed.iter().map(wish).collect();
        }
        if picture.places.len() <= AT_ONCE {
            let view = view(picture, lay_out(&request), &self.document.index, self.lang);
            self.show(view, wanted.outcome, wanted.route);
            return;
        }
        if self.shown.is_some() {
            self.stand_for(wanted.outcome, wanted.route);
        }
        // What was being laid out before is no longer waited for once this takes its place, and stops halfway.
        let (of, lang) = (Arc::clone(&self.document), self.lang);
        self.pending = Some(Task::start(wanted.waker.clone(), move |work| {
            let layout = lay_out_unless(&request, &|| work.is_cancelled()).ok_or(Cancelled)?;
            Ok(view(picture, layout, &of.index, lang))
        }));
    }

    /// What the user wants to see, with the route and what is explained; who has no box yet gets one.
    fn with_what_is_asked(&self, wanted: &Wanted<'_>) -> Detail {
        let mut detail = self.detail.clone();
        let guide = self.document.guide();
        let selected = wanted.selected.and_then(|selected| Some((selected, place_of(&self.whole, selected, guide)?)));
        if wanted.route.is_empty() && selected.is_none() {
            return detail;
        }
        let without = self.whole.shown(&self.document.index, wanted.outcome, &detail);
        let stands = |place: usize| {
            let party = self.whole.places[place].party();
            party.is_some() && without.places.iter().any(|other| other.party() == party)
        };
        let is_step = |step: &Ix<Referral>| wanted.route.contains(step);
        let on_route = self.whole.edges.iter().filter(|edge| edge.referrals.iter().any(is_step));
        let mut always: Vec<usize> =
            on_route.flat_map(|edge| [edge.from, edge.to]).filter(|place| !stands(*place)).collect();
        // Of a party that stands somewhere already, no other place is opened.
        let is_needed = |selected: &Selected, place| !(matches!(selected, Selected::Party(_)) && stands(place));
        always.extend(selected.filter(|(selected, place)| is_needed(selected, *place)).map(|(_, place)| place));
        detail.always = always.into_iter().map(|place| self.whole.places[place].name.clone()).collect();
        detail.drawn = wanted.route.iter().copied().collect();
        detail
    }

    fn show(&mut self, view: ChainView, outcome: &Outcome, route: &[Ix<Referral>]) {
        let level = self.asked.as_ref().map(|(_, level, _)| *level).unwrap_or_default();
        if level != Level::Spine {
            self.order.clone_from(&view.layout.order);
        }
        self.pending = None;
        self.shown = Some(self.chain(level, Arc::new(view), outcome, route));
    }

    /// The picture as it is, for other persons or another route.
    fn stand_for(&mut self, outcome: &Outcome, route: &[Ix<Referral>]) {
        if let Some(last) = self.shown.take() {
            self.shown = Some(self.chain(last.level, last.view, outcome, route));
        }
    }

    fn chain(&self, level: Level, view: Arc<ChainView>, outcome: &Outcome, route: &[Ix<Referral>]) -> Chain {
        let (index, guide) = (&self.document.index, self.document.guide());
        let verdicts = view.picture.verdicts(index, outcome);
        let of_whole = self.whole.verdicts(index, outcome);
        let parties = |holds: &dyn Fn(Verdict) -> bool| {
            let places = self.whole.places.iter().zip(&of_whole.places);
            let parties = places.filter(|(_, verdict)| holds(**verdict)).filter_map(|(place, _)| place.party());
            parties.collect::<BTreeSet<_>>().len()
        };
        Chain {
            level,
            answers: Arc::new(lane_answers(&view.picture, &verdicts, guide, self.lang)),
            steps: Arc::new(steps_of(&view, route)),
            parties: (parties(&|verdict| verdict != Verdict::Excluded), parties(&|_| true)),
            verdicts: Arc::new(verdicts),
            view,
        }
    }

    /// The boxes of the last picture, from top to bottom per lane.
    pub(super) fn order(&self) -> &[Key] {
        &self.order
    }

    /// Whether it is the picture of this guide on this date in this language.
    fn is_of(&self, document: &Arc<Document>, date: Date, lang: Lang) -> bool {
        Arc::ptr_eq(&self.document, document) && self.date == date && self.lang == lang
    }

    /// Takes over what was laid out.
    fn poll(&mut self, outcome: &Outcome, route: &[Ix<Referral>]) -> Result<(), Stopped> {
        match self.pending.take().map(Task::poll) {
            None => {}
            Some(Poll::Running(pending)) => self.pending = Some(pending),
            Some(Poll::Done(view)) => self.show(view, outcome, route),
            Some(Poll::Failed) => {
                self.asked = None;
                return Err(Stopped);
            }
        }
        Ok(())
    }

    /// Whether there is no picture, and none is being laid out.
    fn has_stopped(&self) -> bool {
        self.shown.is_none() && self.pending.is_none()
    }
}

/// Whether two pictures have the same boxes and edges, whoever of them is on the main line.
fn is_same_but_marks(one: &Picture, other: &Picture) -> bool {
    let boxes = || one.places.iter().zip(&other.places);
    let is_same =
        |(one, other): (&Place, &Place)| (&one.name, one.group, &one.who) == (&other.name, other.group, &other.who);
    (&one.groups, &one.edges) == (&other.groups, &other.edges)
        && one.places.len() == other.places.len()
        && boxes().all(is_same)
}

/// Laying out panicked.
struct Stopped;

impl App {
    /// Makes the picture that the user wants to look at, also when laying it out stopped before.
    pub(super) fn show_chain(&mut self) {
        let (document, lang) = (Arc::clone(&self.document), self.settings.language);
        let is_this = |chain: &ChainState| chain.is_of(&document, self.case.date, lang) && !chain.has_stopped();
        let is_there = self.chain.as_ref().is_some_and(is_this);
        let last = self.chain.take();
        let route = self.route_referrals();
        let wanted = Wanted {
            outcome: &self.answered.outcome,
            route: &route,
            selected: self.drawer.selected.as_ref(),
            placed: &self.settings.placed,
            waker: &self.waker,
        };
        self.chain = match last {
            Some(mut chain) if is_there => {
                if chain.is_stale {
                    chain.renew(&wanted);
                }
                Some(chain)
            }
            last => Some(ChainState::new(&document, lang, &wanted, last)),
        };
    }

    /// Shows more or less of the chain.
    pub(super) fn detail_chain(&mut self, detail: Detail) {
        if let Some(chain) = &mut self.chain {
            chain.detail = Detail { always: BTreeSet::new(), drawn: BTreeSet::new(), ..detail };
            chain.is_stale = true;
        }
        self.show_chain();
    }

    /// Takes over the picture that was laid out.
    pub(super) fn poll_chain(&mut self) {
        let route = self.route_referrals();
        // What is laid out of another guide is for nobody any more.
        let own = self.chain.as_mut().filter(|chain| Arc::ptr_eq(&chain.document, &self.document));
        let polled = own.map_or(Ok(()), |chain| chain.poll(&self.answered.outcome, &route));
        if let Err(Stopped) = polled {
            self.tell(Notice::ChainStopped);
        }
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
        self.ask_chain_again();
        self.show_chain();
    }

    pub(super) fn unplace_boxes(&mut self) {
        self.settings.placed.clear();
        if let Some(chain) = &mut self.chain {
            chain.order.clear();
        }
        self.ask_chain_again();
        self.show_chain();
    }

    /// The persons, the route or what is explained are others: the picture is renewed once it is looked at.
    pub(super) fn ask_chain_again(&mut self) {
        if let Some(chain) = &mut self.chain {
            chain.is_stale = true;
        }
    }

    /// Folds away all that was opened.
    pub(super) fn fold_chain(&mut self) {
        if let Some(chain) = &mut self.chain {
            chain.detail = Detail::default();
            chain.is_stale = true;
        }
    }

    /// The hand-overs of the route, in order.
    pub(super) fn route_referrals(&self) -> Vec<Ix<Referral>> {
        self.drawer.route.iter().flat_map(|route| &route.steps).map(|step| step.referral).collect()
    }

    /// The picture of the chain, once it was looked at and laid out.
    pub fn chain(&self) -> Option<&Chain> {
        // The picture of another guide says nothing of this one.
        let own = self.chain.as_ref().filter(|chain| Arc::ptr_eq(&chain.document, &self.document));
        own.and_then(|chain| chain.shown.as_ref())
    }

    /// What the user wants to see of the chain.
    pub fn chain_detail(&self) -> Detail {
        self.chain.as_ref().map(|chain| chain.detail.clone()).unwrap_or_default()
    }

    /// Whether the picture is of other persons, another day or another language than those of the moment.
    pub fn is_chain_stale(&self) -> bool {
        let is_of = |chain: &ChainState| chain.is_of(&self.document, self.case.date, self.settings.language);
        self.chain.as_ref().is_some_and(|chain| chain.is_stale || !is_of(chain))
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
