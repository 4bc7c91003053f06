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
mod route;
mod saving;
mod search;

pub use answers::{AnswerRow, AnswerView, AnswersView, AspectView, GapRow, GapView, OtherRow, OtherView, PhaseView};
pub use chain::Chain;
pub use command::Command;
pub use facets::{FacetView, OptionState, OptionView};
pub use in_chain::InChain;
pub use preview::Preview;
pub use route::{RouteView, StepView};
pub use saving::{CardWish, FileKind, FilePlace};

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use chain::ChainState;
use opening::Opening;
use saving::Saving;
use search::Search;

pub use crate::export::chain_words::{ChainView, EdgeView, LOOK, OverlapView, PlaceView};

use crate::{
    file::{self, FileError, Progress, Settings},
    lookup::{Here, Hit, Index, Known, NextQuestion, Outcome, Profile},
    model::{
        Date, FacetId, Gemeente, Guide, HitKind, Id, Ix, Lang, LookupError, Party, PartyId, Problem, RecordId, Regions,
        Responsibility, ResponsibilityId, SourceId, SpaceError,
    },
    present::Asked,
    review,
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
    query: String,
    hits: Vec<Hit>,
    gemeente: Option<Gemeente>,
    opening: Option<Opening>,
    saving: Vec<Saving>,
    notice: Option<Notice>,
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
            query: String::new(),
            hits: Vec::new(),
            gemeente: None,
            opening: None,
            saving: Vec::new(),
            notice: None,
        };
        app.rebuild_views();
        Ok(app)
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
            Command::OpenGuide(path) => self.opening = Some(Opening::start(path, self.today)),
            Command::UseEmbeddedGuide => self.use_embedded_guide(),
            Command::ShowChain => self.renew_chain(),
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

    /// Takes over what was finished in the background; whether anything still runs.
    pub fn poll(&mut self) -> bool {
        let route = self.route_referrals();
        let is_drawing = self.chain.as_mut().is_some_and(|chain| chain.poll(&self.outcome, &route));
        let runs = self.poll_saving() || is_drawing;
        let Some(result) = self.opening.as_mut().and_then(Opening::poll) else {
            return runs || self.opening.is_some();
        };
        self.opening = None;
        match result {
            Ok(loaded) => self.replace_guide(loaded),
            Err(notice) => self.notice = Some(notice),
        }
        runs
    }

    fn know(&mut self, facet: FacetId, known: Option<Known>) {
        let mut profile = self.profile.clone();
        match known {
            Some(known) => profile.set(facet, known),
            None => profile.forget(&facet),
        }
        match self.loaded.index.look_up(&profile, self.here()) {
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
    fn here(&self) -> Here {
        Here::at(self.gemeente.as_ref(), self.date)
    }

    /// Wipes everything that says something of a person.
    fn clear_all(&mut self) {
        self.profile.clear();
        self.skipped.clear();
        self.query.clear();
        self.hits.clear();
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

    fn search_for(&mut self, words: String) {
        self.hits = if words.trim().is_empty() {
            Vec::new()
        } else {
            let (date, lang) = (self.date, self.settings.language);
            self.search.index(&self.loaded, &self.regions, date, lang).find(&words, MAX_HITS)
        };
        self.query = words;
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
        self.query.clear();
        self.hits.clear();
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
        match loaded.index.look_up(&Profile::default(), self.here()) {
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
        if let Ok(outcome) = self.loaded.index.look_up(&self.profile, self.here()) {
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

    /// What is being searched.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// What was found.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
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

    /// How far opening another guide is.
    pub fn progress(&self) -> Option<Progress> {
        self.opening.as_ref().map(Opening::progress)
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

/// More hits than this are no help.
const MAX_HITS: usize = 12;

/// Checks and indexes a guide that was read from a file.
fn load(path: std::path::PathBuf, today: Date, progress: &dyn Fn(Progress)) -> Result<Loaded, Notice> {
    let opened = file::open_guide(&path, progress).map_err(|error| Notice::NotOpened(error.to_string()))?;
    let regions = file::embedded_regions().map_err(|error| Notice::NotOpened(error.to_string()))?;
    let index = review::index(&Arc::new(opened.guide), &regions, today).map_err(Notice::HasErrors)?;
    Ok(Loaded { index, path: Some(path), read_only: opened.read_only })
}
