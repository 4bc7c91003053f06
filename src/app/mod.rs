//! The window's state and logic: commands in, new state out. Never draws.
//!
//! Nothing here is stored but [`crate::file::Settings`]; the profile lives and dies with the window.

mod answers;
mod chain;
mod command;
mod facets;
mod in_chain;
mod opening;
mod preview;
mod question;
mod route;
mod saving;
mod search;
mod task;
mod typed_day;

pub use answers::{AnswerRow, AnswerView, AnswersView, AspectView, GapRow, GapView, OtherRow, OtherView, PhaseView};
pub use chain::Chain;
pub use command::Command;
pub use facets::{FacetView, OptionState, OptionView};
pub use in_chain::InChain;
pub use preview::Preview;
pub use question::answer;
pub use route::{RouteView, StepView};
pub use saving::{CardWish, FileKind, FilePlace};
pub use search::SearchState;
pub use task::{Cancelled, Poll, Task, Work};
pub use typed_day::read_day;

use std::{cell::RefCell, collections::BTreeMap, sync::Arc, task::Waker};

use chain::ChainState;
use opening::Opening;
use saving::Saving;
use search::Search;

pub use crate::present::chain::{ChainView, EdgeView, LOOK, OverlapView, PlaceView};

use crate::{
    file::{self, FileError, Settings},
    lookup::{AsOf, Hit, Index, Known, NextQuestion, Outcome, Profile},
    model::{
        Date, FacetId, Gemeente, Guide, HitKind, Id, Ix, Lang, LookupError, Party, PartyId, Problem, RecordId, Regions,
        Responsibility, ResponsibilityId, SourceId, SpaceError,
    },
    present::Asked,
    text::errors,
};

/// What the drawer explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// A responsibility.
    Responsibility(ResponsibilityId),
    /// A gap.
    Gap(RecordId),
    /// A party.
    Party(PartyId),
    /// A word of the glossary.
    Term(RecordId),
    /// A source.
    Source(SourceId),
}

/// A guide in use, with everything that is derived from it.
#[derive(Debug)]
pub struct Loaded {
    /// The guide and its index.
    pub index: Index,
    /// Where it came from; nothing for the guide inside the program.
    pub path: Option<std::path::PathBuf>,
    /// Why it can only be read, if so.
    pub read_only: Option<String>,
}

impl Loaded {
    /// The guide.
    pub fn guide(&self) -> &Guide {
        self.index.guide()
    }
}

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A guide could not be used; the one that was open still is.
    NotOpened(String),
    /// A guide has errors and is not used.
    HasErrors(Vec<Problem>),
    /// Some facets cannot go together; the last change was not made.
    Contradiction(LookupError),
    /// This was copied.
    Copied,
    /// A text for a correction was copied.
    CorrectionCopied,
    /// The referral card is in this file.
    CardSaved(Arc<std::path::Path>),
    /// The referral card could not be saved.
    CardNotSaved(String),
    /// The poster is in this file.
    PosterSaved(Arc<std::path::Path>),
    /// The poster could not be saved.
    PosterNotSaved(String),
    /// The referral card is on the clipboard.
    CardCopied,
    /// Settings could not be read or written.
    Settings(String),
    /// Laying out the picture of the chain panicked.
    ChainStopped,
    /// Reading the guide for a search panicked.
    SearchStopped,
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    loaded: Arc<Loaded>,
    regions: Arc<Regions>,
    search: Search,
    profile: Profile,
    skipped: Vec<FacetId>,
    date: Date,
    today: Date,
    settings: Settings,
    outcome: Arc<Outcome>,
    answers: Arc<AnswersView>,
    facets: Arc<Vec<FacetView>>,
    explained: RefCell<BTreeMap<Ix<Responsibility>, Arc<str>>>,
    selected: Option<Selected>,
    route: Option<Arc<RouteView>>,
    in_chain: Option<Arc<InChain>>,
    chain: Option<ChainState>,
    gemeente: Option<Gemeente>,
    opening: Option<Opening>,
    saving: Vec<Saving>,
    notice: Option<Notice>,
    /// Has the window look at the app again.
    waker: Waker,
}

/// Why the program cannot start at all: its own guide is broken.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The guide or the regions inside the program cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The guide inside the program cannot be indexed.
    #[error("{}", errors::space(.0, Lang::Nl))]
    Space(SpaceError),
    /// Not even a profile without facets fits.
    #[error("{}", errors::nobody_left(Lang::Nl))]
    Lookup(LookupError),
}

impl App {
    /// The window on the guide inside the program.
    ///
    /// # Errors
    /// [`StartError`] when that guide is broken.
    pub fn new(today: Date, settings: Settings) -> Result<Self, StartError> {
        let guide = Arc::new(file::embedded_guide()?);
        let index = Index::new(guide).map_err(StartError::Space)?;
        let loaded = Loaded { index, path: None, read_only: None };
        Self::with_guide(loaded, Arc::new(file::embedded_regions()?), today, settings)
    }

    /// The window on a guide that was read already.
    ///
    /// # Errors
    /// [`StartError::Lookup`] when its rules leave nobody.
    pub fn with_guide(
        loaded: Loaded,
        regions: Arc<Regions>,
        today: Date,
        settings: Settings,
    ) -> Result<Self, StartError> {
        let profile = Profile::default();
        let outcome = Arc::new(loaded.index.look_up(&profile, today).map_err(StartError::Lookup)?);
        let loaded = Arc::new(loaded);
        let mut app = Self {
            answers: Arc::default(),
            facets: Arc::default(),
            loaded,
            regions,
            search: Search::default(),
            profile,
            skipped: Vec::new(),
            date: today,
            today,
            settings,
            outcome,
            explained: RefCell::default(),
            selected: None,
            route: None,
            in_chain: None,
            chain: None,
            gemeente: None,
            opening: None,
            saving: Vec::new(),
            notice: None,
            waker: Waker::noop().clone(),
        };
        app.rebuild_views();
        Ok(app)
    }

    /// Calls this waker when [`App::poll`] will find something new.
    pub fn wake_with(&mut self, waker: Waker) {
        self.waker = waker;
    }

    /// Does what was asked.
    pub fn run(&mut self, command: Command) {
        match command {
            Command::Know(facet, known) => self.know(facet, known),
            Command::Skip(facet) => self.skipped.push(facet),
            Command::ClearAll => self.clear_all(),
            Command::Select(selected) => self.select(selected),
            Command::BeginDay(today) => self.begin_day(today),
            Command::SetDate(date) => self.set_date(date),
            Command::SetLanguage(language) => self.set_language(language),
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetZoom(zoom) => self.set_zoom(zoom),
            Command::Search(words) => self.search_for(words),
            Command::Visit(hit) => self.visit(&hit),
            Command::SetGemeente(gemeente) => self.set_gemeente(gemeente),
            Command::OpenGuide(path) => self.open_guide(path),
            Command::UseEmbeddedGuide => self.use_embedded_guide(),
            Command::ShowChain => self.show_chain(),
            Command::PlaceBox { place, below } => self.place_box(place, below),
            Command::UnplaceBoxes => self.unplace_boxes(),
            Command::EndTour => self.settings.tour_seen = true,
            Command::Pin(party) => self.settings.pin(&party),
            Command::SaveCard { path, wish } => self.save_card(path, wish),
            Command::SavePoster(path) => self.save_poster(path),
            Command::CopyCard(_) => self.notice = Some(Notice::CardCopied),
            Command::Dismiss => self.notice = None,
            Command::Tell(notice) => self.notice = Some(notice),
        }
    }

    /// Takes over what was finished in the background.
    pub fn poll(&mut self) {
        self.poll_opening();
        self.poll_chain();
        self.poll_search();
        self.poll_saving();
    }

    fn know(&mut self, facet: FacetId, known: Option<Known>) {
        let mut profile = self.profile.clone();
        match known {
            Some(known) => profile.set(facet, known),
            None => profile.forget(&facet),
        }
        match self.loaded.index.look_up(&profile, self.as_of()) {
            Ok(outcome) => {
                self.profile = profile;
                self.show(outcome);
            }
            Err(error) => self.notice = Some(Notice::Contradiction(error)),
        }
    }

    fn set_gemeente(&mut self, gemeente: Option<Gemeente>) {
        self.gemeente = gemeente;
        self.look_up_again();
    }

    /// When and where is asked.
    fn as_of(&self) -> AsOf {
        AsOf::at(self.gemeente.as_ref(), self.date)
    }

    /// Wipes everything that says something of a person.
    fn clear_all(&mut self) {
        self.profile.clear();
        self.skipped.clear();
        self.search.clear();
        self.gemeente = None;
        self.selected = None;
        self.notice = None;
        self.set_date(self.today);
    }

    fn select(&mut self, selected: Option<Selected>) {
        self.selected = selected;
        self.find_route();
    }

    fn begin_day(&mut self, today: Date) {
        let asks_for_today = self.date == self.today;
        self.today = today;
        if asks_for_today {
            self.set_date(today);
        }
    }

    fn set_date(&mut self, date: Date) {
        self.date = date;
        self.look_up_again();
    }

    fn set_language(&mut self, language: Lang) {
        self.settings.language = language;
        self.rebuild_views();
    }

    fn set_zoom(&mut self, zoom: f32) {
        self.settings.zoom = zoom.clamp(*Settings::ZOOM.start(), *Settings::ZOOM.end());
    }

    fn visit(&mut self, hit: &Hit) {
        self.selected = match hit.kind {
            HitKind::Party => Id::new(&hit.id).ok().map(Selected::Party),
            HitKind::Responsibility => Id::new(&hit.id).ok().map(Selected::Responsibility),
            HitKind::Source => Id::new(&hit.id).ok().map(Selected::Source),
            HitKind::Term => Id::new(&hit.id).ok().map(Selected::Term),
            HitKind::Gemeente => {
                let gemeente = self.regions.gemeenten.iter().find(|gemeente| gemeente.code == hit.id).cloned();
                self.set_gemeente(gemeente);
                self.selected.take()
            }
        };
        self.search.clear();
        self.find_route();
    }

    fn use_embedded_guide(&mut self) {
        let loaded = file::embedded_guide().map_err(|error| error.to_string()).and_then(|guide| {
            let index = Index::new(Arc::new(guide)).map_err(|error| errors::space(&error, Lang::Nl))?;
            Ok(Loaded { index, path: None, read_only: None })
        });
        match loaded {
            Ok(loaded) => self.replace_guide(loaded),
            Err(words) => self.notice = Some(Notice::NotOpened(words)),
        }
    }

    /// Another guide asks other questions: what was known does not carry over.
    fn replace_guide(&mut self, loaded: Loaded) {
        match loaded.index.look_up(&Profile::default(), self.as_of()) {
            Ok(outcome) => {
                self.loaded = Arc::new(loaded);
                self.profile.clear();
                self.skipped.clear();
                self.selected = None;
                self.notice = None;
                self.show(outcome);
            }
            Err(error) => {
                let words = errors::lookup(&error, loaded.guide(), self.settings.language, FacetId::as_str);
                self.notice = Some(Notice::NotOpened(words));
            }
        }
    }

    fn look_up_again(&mut self) {
        if let Ok(outcome) = self.loaded.index.look_up(&self.profile, self.as_of()) {
            self.show(outcome);
        }
    }

    fn show(&mut self, outcome: Outcome) {
        self.outcome = Arc::new(outcome);
        self.rebuild_views();
    }

    fn rebuild_views(&mut self) {
        self.explained.borrow_mut().clear();
        if self.chain.is_some() {
            self.renew_chain();
        }
        self.renew_search();
        self.find_route();
        let own = self.own_party().and_then(|party| self.guide().parties.ix(&party.id));
        self.answers = Arc::new(AnswersView::new(&self.loaded.index, &self.outcome, own, self.settings.language));
        self.facets = Arc::new(facets::views(&self.loaded.index, &self.profile, &self.outcome, self.settings.language));
    }

    /// The guide in use.
    pub fn loaded(&self) -> &Arc<Loaded> {
        &self.loaded
    }

    /// The guide in use.
    pub fn guide(&self) -> &Guide {
        self.loaded.guide()
    }

    /// The regions.
    pub fn regions(&self) -> &Arc<Regions> {
        &self.regions
    }

    /// What is known.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The question and its answer.
    pub fn asked(&self) -> Asked<'_> {
        Asked { index: &self.loaded.index, profile: &self.profile, outcome: &self.outcome }
    }

    /// The answer.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The answer, row by row.
    pub fn answers(&self) -> Arc<AnswersView> {
        Arc::clone(&self.answers)
    }

    /// The questions, ready to draw.
    pub fn facets(&self) -> Arc<Vec<FacetView>> {
        Arc::clone(&self.facets)
    }

    /// The best question that was not skipped.
    pub fn next_question(&self) -> Option<&NextQuestion> {
        self.outcome.questions.iter().find(|question| !self.skipped.contains(&self.guide().facets[question.facet].id))
    }

    /// The day of asking.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The day of today, as the program was told at its start.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The language of the screen.
    pub fn language(&self) -> Lang {
        self.settings.language
    }

    /// What is kept between starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The same, for the window to note its place.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// What the drawer explains.
    pub fn selected(&self) -> Option<&Selected> {
        self.selected.as_ref()
    }

    /// The parties that this desk keeps at hand.
    pub fn pinned(&self) -> impl Iterator<Item = &Party> {
        self.settings.pinned.iter().filter_map(|id| self.guide().party(id))
    }

    /// The gemeente that was chosen.
    pub fn gemeente(&self) -> Option<&Gemeente> {
        self.gemeente.as_ref()
    }

    /// What to tell the user.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// On what a dependent answer hangs, in words; worked out once per answer.
    pub fn depends_on_words(&self, responsibility: Ix<Responsibility>) -> Arc<str> {
        let mut explained = self.explained.borrow_mut();
        let words = explained.entry(responsibility).or_insert_with(|| {
            let facets = self.loaded.index.depends_on(&self.outcome, responsibility);
            crate::text::words::facet_names(self.guide(), &facets, self.settings.language).into()
        });
        Arc::clone(words)
    }
}

/// The facet that says who asks; its values are ids of parties.
pub const ASKER: &str = crate::chain::ASKER;

#[cfg(test)]
mod tests {
    use std::{
        sync::mpsc::{TryRecvError, channel},
        time::Duration,
    };

    use super::*;
    use crate::file::Progress;

    /// The app on the guide inside the program.
    pub(super) fn app() -> App {
        app_on(file::embedded_guide().unwrap())
    }

    /// The app on a guide.
    pub(super) fn app_on(guide: Guide) -> App {
        let today = Date::new(2026, 11, 22).unwrap();
        let loaded = Loaded { index: Index::new(Arc::new(guide)).unwrap(), path: None, read_only: None };
        let regions = Arc::new(file::embedded_regions().unwrap());
        App::with_guide(loaded, regions, today, Settings::default()).unwrap()
    }

    impl App {
        /// Looks at what runs in the background until it is so far.
        pub(super) fn poll_until(&mut self, is_so_far: impl Fn(&Self) -> bool) {
            for _ in 0..1_500 {
                self.poll();
                if is_so_far(self) {
                    return;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            panic!("it does not come");
        }
    }

    #[test]
    fn a_closed_window_waits_for_nothing_in_the_background() {
        let (go_on, waits) = channel::<()>();
        let (told, tells) = channel();
        let mut app = app();
        app.opening = Some(Task::reporting(Progress::Understanding, app.waker.clone(), move |work| {
            let _ = waits.recv_timeout(task::tests::LONG);
            let _ = told.send(work.check());
            Err(Cancelled)
        }));
        drop(app);
        assert_eq!(tells.try_recv(), Err(TryRecvError::Empty), "the work still waits for this test");
        drop(go_on);
        assert_eq!(tells.recv_timeout(task::tests::LONG), Ok(Err(Cancelled)));
    }
}
