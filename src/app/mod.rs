//! The window's state and logic: commands in, new state out. Never draws.
//!
//! Nothing here is stored but [`crate::file::Settings`]; the profile lives and dies with the window.

mod answers;
mod asked_only;
mod case;
mod chain;
mod chain_shown;
mod clock;
mod command;
mod desk;
mod document;
mod effect;
mod effect_of;
mod facets;
mod hand_over;
mod in_chain;
mod keeping;
mod lesson;
mod notice;
mod once;
mod opening;
mod parties;
mod plan;
mod preview;
mod question;
mod route;
mod safeguard;
mod saving;
mod search;
mod selected;
mod shown;
mod supplement;
mod task;
mod told;
mod typed_day;

pub use answers::{AnswerRow, AnswerView, AnswersView, AspectView, GapRow, GapView, PhaseView};
pub use chain_shown::Chain;
pub use clock::MomentView;
pub use command::Command;
pub use document::Document;
pub use effect::Effect;
pub use facets::{FacetView, OptionState, OptionView};
pub use hand_over::printing;
pub use in_chain::InChain;
pub use keeping::{
    Bulk, BulkPreview, ChainPart, ChoiceEffects, Choosable, Draft, FieldHit, FileState, FormField, FormView,
    GivenOption, Guided, GuidedPreview, HitRow, Holds, Keep, Look, LookRow, LostWork, NotEdited, OverAllView,
    ProblemRow, ProposalView, Reads, RecordFilter, RecordList, RecordRow, RecordView, Referrer, StepRow,
};
pub use lesson::{CaseRow, CaseStepRow, CaseView, Lesson, LessonChange};
pub use notice::{Copied, Notice, Printed, Tone};
pub use parties::{PartyRow, called};
pub use plan::{PlanRow, PlanStepView, PlanView};
pub use preview::Preview;
pub use question::{QuestionAnswer, QuestionView, answer};
pub use route::{RouteView, StepView};
pub use safeguard::{Barrier, Safeguard, Safety};
pub use saving::{FileAbout, FilePlace, Proposal};
pub use search::{CharacteristicHit, SearchState};
pub use selected::Selected;
pub use supplement::{OwnChange, OwnRow, OwnThing, OwnView};
pub use task::{Cancelled, Poll, Task, Work};
pub use told::{Told, ToldId};
pub use typed_day::{read_date, read_day};

use std::{path::PathBuf, sync::Arc, task::Waker};

use case::Case;
use chain::ChainState;
use hand_over::HandingOver;
use keeping::{AtJournals, Keeping, LostTold, Watching};
use opening::Opening;
use parties::Parties;
use saving::Saving;
use search::Search;
use shown::{Answered, Drawer};
use supplement::OwnState;
use told::AllTold;

pub use crate::present::chain::{ChainView, EdgeView, LOOK, OverlapView, PlaceView};

use crate::{
    edit::Event,
    file::{self, Settings, journal::Found},
    lookup::{AskableDays, Hit, Known, Outcome, Profile, find_place},
    model::{
        ClockTime, Date, Facet, FacetId, FormerGemeente, Gemeente, Guide, HitKind, Id, Ix, Lang, LookupError, Now,
        OpenError, Party, PartyId, Place, Regions, Responsibility,
    },
    present::Asked,
    workshop::CaseFile,
};

/// The state of the window.
#[derive(Debug)]
pub struct App {
    document: Arc<Document>,
    regions: Arc<Regions>,
    case: Case,
    answered: Answered,
    drawer: Drawer,
    /// `None` until it was looked at.
    chain: Option<ChainState>,
    search: Search,
    settings: Settings,
    today: Date,
    /// The time of day, where a clock tells it.
    time: Option<ClockTime>,
    /// The question that is put, in words.
    question: Option<QuestionView>,
    opening: Option<Opening>,
    saving: Vec<Saving>,
    handing_over: Vec<HandingOver>,
    /// Where the last file was saved, since the program started or was wiped; it may say something of a person.
    folder: Option<PathBuf>,
    /// `None` until somebody looks at how the guide is kept.
    keeping: Option<Keeping>,
    own: OwnState,
    /// A workshop that is given; in memory only.
    lesson: Option<Box<Lesson>>,
    /// Cases that came in a file of their own.
    case_file: Option<CaseFile>,
    parties: Parties,
    asked_only: u32,
    /// The folder for what belongs to a guide that is edited; without one nothing of it is on the disk until it is saved.
    data_dir: Option<PathBuf>,
    /// What was done to this guide and not saved, when the program stopped.
    lost_work: Option<Found<Event>>,
    at_journals: AtJournals,
    watching: Watching,
    lost_told: LostTold,
    all_told: AllTold,
    /// Has the window look at the app again.
    waker: Waker,
}

impl App {
    /// The window on the guide inside the program.
    ///
    /// # Errors
    /// [`OpenError`] when that guide is broken.
    pub fn new(today: Date, settings: Settings) -> Result<Self, OpenError> {
        Self::with_guide(Document::embedded()?, Arc::new(file::embedded_regions()?), today, settings)
    }

    /// The window on a guide that was read already.
    ///
    /// # Errors
    /// [`OpenError::NobodyLeft`] when its rules leave nobody.
    pub fn with_guide(
        document: Document,
        regions: Arc<Regions>,
        today: Date,
        settings: Settings,
    ) -> Result<Self, OpenError> {
        let case = Case::new(today);
        let outcome = Arc::new(case.ask(&document.index).map_err(|_| OpenError::NobodyLeft)?);
        let mut app = Self {
            answered: Answered::new(&document, &case, outcome, None, settings.language),
            document: Arc::new(document),
            regions,
            case,
            drawer: Drawer::default(),
            chain: None,
            search: Search::default(),
            settings,
            today,
            time: None,
            question: None,
            opening: None,
            saving: Vec::new(),
            handing_over: Vec::new(),
            folder: None,
            keeping: None,
            own: OwnState::default(),
            lesson: None,
            case_file: None,
            parties: Parties::default(),
            asked_only: 0,
            data_dir: None,
            lost_work: None,
            at_journals: AtJournals::default(),
            watching: Watching::default(),
            lost_told: LostTold::default(),
            all_told: AllTold::default(),
            waker: Waker::noop().clone(),
        };
        app.take_desk();
        if app.case.profile.is_empty() {
            app.renew_question();
        } else {
            app.look_up_again();
        }
        Ok(app)
    }

    /// Calls this waker when [`App::poll`] will find something new.
    pub fn wake_with(&mut self, waker: Waker) {
        self.waker = waker;
    }

    /// Does what was asked, and says what is left to the window.
    pub fn run(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Know(facet, known) => self.know(&facet, known),
            Command::AskOnly(facet, value) => self.ask_only(&facet, &value),
            Command::Answer(facet, known) => self.answer_question(&facet, known),
            Command::Skip(facet) => self.skip(facet),
            Command::ClearAll => return self.clear_all(),
            Command::Select(selected) => self.select(selected),
            Command::NoteTime(now) => self.note_time(now),
            Command::LeaveToClock(facet) => self.leave_to_clock(&facet),
            Command::SetDate(date) => self.set_date(date),
            Command::SetLanguage(language) => self.set_language(language),
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetZoom(zoom) => return self.set_zoom(zoom),
            Command::NoteWindow(place) => self.settings.window = Some(place),
            Command::Search(words) => self.search_for(words),
            Command::Visit(hit) => self.visit(&hit),
            Command::SetGemeente(gemeente, former) => self.set_gemeente(gemeente, former),
            Command::OpenGuide(path) => {
                if self.may_leave_guide() {
                    self.open_guide(path);
                }
            }
            Command::UseEmbeddedGuide => {
                if self.may_leave_guide() {
                    self.use_embedded_guide();
                }
            }
            Command::LookAtGuide => {
                self.begin_keeping();
                self.look_at_file();
            }
            Command::LookAtFile => self.look_at_file(),
            Command::Keep(command) => self.keep(command),
            Command::Own(change) => self.change_own(change),
            Command::Lesson(change) => self.change_lesson(change),
            Command::ShowChain => self.show_chain(),
            Command::DetailChain(detail) => self.detail_chain(*detail),
            Command::PlaceBox { place, below } => self.place_box(place, below),
            Command::UnplaceBoxes => self.unplace_boxes(),
            Command::EndTour => self.settings.tour_seen = true,
            Command::Pin(party) => self.pin(&party),
            Command::Save { what, path, options, starts, about } => {
                let snapshot = self.snapshot(starts).about(about, |id| self.case_of(id).cloned());
                self.save(what, path, options, snapshot);
            }
            Command::CopyCard(options, starts) => return self.copy(self.card_text(options, starts), Copied::Card),
            Command::Copy(text, what) => return self.copy(text, what),
            Command::Dismiss(id) => self.dismiss(id),
            Command::OpenSaved(id) => self.open_saved(id),
            Command::PrintSaved(id) => self.print_saved(id),
            Command::Tell(notice) => self.tell(notice),
        }
        Vec::new()
    }

    /// Takes over what was finished in the background.
    pub fn poll(&mut self) {
        self.poll_opening();
        self.poll_chain();
        self.poll_search();
        self.poll_saving();
        self.poll_handing_over();
        self.poll_renewing();
        self.poll_guide_saving();
        self.poll_looking();
        self.poll_over_all();
        self.poll_journals();
        self.poll_earlier();
        self.poll_watching();
        self.poll_own();
    }

    fn know(&mut self, facet: &FacetId, known: Option<Known>) {
        let profile = self.case.with(facet.clone(), known);
        match self.document.index.look_up(&profile, self.case.as_of()) {
            Ok(outcome) => {
                self.case.profile = profile;
                self.forget_told(|notice| matches!(notice, Notice::Contradiction(_)));
                if self.guide().facet(facet).is_some_and(Facet::is_timed) && !self.case.by_hand.contains(facet) {
                    self.case.by_hand.push(facet.clone());
                }
                if facet.as_str() == ASKER {
                    self.keep_desk();
                }
                self.show(outcome);
            }
            Err(error) => {
                self.tell(Notice::Contradiction(error));
                self.renew_question();
            }
        }
    }

    fn copy(&mut self, text: String, what: Copied) -> Vec<Effect> {
        self.tell(Notice::Copied(what));
        vec![Effect::Copy(text)]
    }

    fn set_gemeente(&mut self, gemeente: Option<Gemeente>, former: Option<FormerGemeente>) {
        self.case.gemeente = gemeente;
        self.case.former = former;
        self.look_up_again();
    }

    /// Wipes everything that says something of a person: not where the user works.
    fn clear_all(&mut self) -> Vec<Effect> {
        self.case = Case::new(self.today);
        self.take_desk();
        self.follow_clock();
        self.search.clear();
        self.drawer = Drawer::default();
        self.folder = None;
        self.lesson = None;
        self.forget_told(|_| true);
        self.fold_chain();
        self.look_up_again();
        vec![Effect::ForgetTyped]
    }

    fn select(&mut self, selected: Option<Selected>) {
        self.drawer.selected = selected;
        self.find_route();
    }

    fn set_date(&mut self, date: Date) {
        // Today is never refused, whatever the clock of this computer says.
        let days = (date != self.today).then(|| self.askable_days());
        if let Some(days) = days.filter(|days| !days.contains(date)) {
            self.tell(Notice::DayOutside(days));
            return;
        }
        self.forget_told(|notice| matches!(notice, Notice::DayOutside(_)));
        self.case.date = date;
        self.follow_clock();
        self.look_up_again();
    }

    fn set_language(&mut self, language: Lang) {
        self.settings.language = language;
        self.keep_in(language);
        self.show_own();
        self.show_again(Arc::clone(&self.answered.outcome));
    }

    /// Keeps a party at hand, or no more; never one that does not exist.
    fn pin(&mut self, party: &PartyId) {
        if !self.guide().training {
            self.settings.pin(party);
        }
    }

    fn set_zoom(&mut self, zoom: f32) -> Vec<Effect> {
        self.settings.zoom = zoom.clamp(*Settings::ZOOM.start(), *Settings::ZOOM.end());
        vec![Effect::SetZoom(self.settings.zoom)]
    }

    fn visit(&mut self, hit: &Hit) {
        self.drawer.selected = match hit.kind {
            HitKind::Party => Id::new(&hit.id).ok().map(Selected::Party),
            HitKind::Responsibility => Id::new(&hit.id).ok().map(Selected::Responsibility),
            HitKind::Source => Id::new(&hit.id).ok().map(Selected::Source),
            HitKind::Term => Id::new(&hit.id).ok().map(Selected::Term),
            HitKind::Gemeente => {
                let gemeente = self.regions.gemeenten.iter().find(|gemeente| gemeente.code == hit.id).cloned();
                // A name of before is told as such.
                let place = find_place(&self.regions, self.query()).ok();
                let former =
                    place.filter(|place| place.gemeente.code == hit.id).and_then(|place| place.former).cloned();
                if let Some(gemeente) = gemeente.clone() {
                    self.tell(Notice::GemeenteSet(gemeente));
                }
                self.set_gemeente(gemeente, former);
                self.drawer.selected.take()
            }
        };
        self.search.clear();
        self.find_route();
    }

    fn use_embedded_guide(&mut self) {
        match Document::embedded() {
            Ok(document) => self.replace_guide(document),
            Err(error) => self.tell(Notice::NotOpened(error)),
        }
    }

    /// Another guide asks other questions: what was known does not carry over.
    fn replace_guide(&mut self, document: Document) {
        let regions = match file::regions_of(document.guide()) {
            Ok(regions) => Arc::new(regions),
            Err(error) => return self.tell(Notice::NotOpened(OpenError::File(error))),
        };
        let place = self.case.gemeente.clone().filter(|place| regions.gemeenten.contains(place));
        let (gemeente, former) = place.map(|place| (Some(place), self.case.former.clone())).unwrap_or_default();
        let case = Case { gemeente, former, ..Case::new(self.case.date) };
        match case.ask(&document.index) {
            Ok(_) => {
                self.document = Arc::new(document);
                self.regions = regions;
                self.case = case;
                self.take_desk();
                self.follow_clock();
                self.drawer = Drawer::default();
                self.lesson = None;
                self.forget_told(|notice| notice.is_of_opening() || matches!(notice, Notice::Contradiction(_)));
                self.look_up_again();
                self.end_keeping();
                self.lay_own_again();
            }
            // Without facets only its impossible combinations can leave nobody.
            Err(LookupError::Contradictory { .. }) => self.tell(Notice::NotOpened(OpenError::NobodyLeft)),
        }
    }

    /// The day, the place or the guide is another; what is known still fits, or else the answer stays as it was.
    fn look_up_again(&mut self) {
        if let Ok(outcome) = self.case.ask(&self.document.index) {
            self.show(outcome);
        }
    }

    fn show(&mut self, outcome: Outcome) {
        self.show_again(Arc::new(outcome));
    }

    /// Puts the answer in the words of the moment.
    fn show_again(&mut self, outcome: Arc<Outcome>) {
        let own = self.own_party().and_then(|party| self.guide().parties.ix(&party.id));
        self.answered = Answered::new(&self.document, &self.case, outcome, own, self.settings.language);
        self.renew_question();
        self.ask_chain_again();
        self.renew_search();
        self.find_route();
    }

    /// The guide in use.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The guide in use.
    pub fn guide(&self) -> &Guide {
        self.document.guide()
    }

    /// The regions.
    pub fn regions(&self) -> &Arc<Regions> {
        &self.regions
    }

    /// What is known.
    pub fn profile(&self) -> &Profile {
        &self.case.profile
    }

    /// The question and its answer.
    pub fn asked(&self) -> Asked<'_> {
        Asked { index: &self.document.index, profile: &self.case.profile, outcome: &self.answered.outcome }
    }

    /// The answer.
    pub fn outcome(&self) -> &Outcome {
        &self.answered.outcome
    }

    /// What to do next.
    pub fn plan(&self) -> Arc<PlanView> {
        Arc::clone(&self.answered.plan)
    }

    /// The answer, row by row.
    pub fn answers(&self) -> Arc<AnswersView> {
        Arc::clone(&self.answered.answers)
    }

    /// The questions, ready to draw.
    pub fn facets(&self) -> Arc<Vec<FacetView>> {
        Arc::clone(&self.answered.facets)
    }

    /// The day of asking.
    pub fn date(&self) -> Date {
        self.case.date
    }

    /// The days that can be asked for.
    pub fn askable_days(&self) -> AskableDays {
        self.document.index.askable_days(self.today)
    }

    /// The day of today, as the program was told last.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The day and the time of the clock; `None` where no clock tells the time.
    pub fn now(&self) -> Option<Now> {
        Some(Now { date: self.today, time: self.time? })
    }

    /// The language of the screen.
    pub fn language(&self) -> Lang {
        self.settings.language
    }

    /// What is kept between starts.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What the drawer explains.
    pub fn selected(&self) -> Option<&Selected> {
        self.drawer.selected.as_ref()
    }

    /// The parties that this desk keeps at hand.
    pub fn pinned(&self) -> impl Iterator<Item = &Party> {
        self.settings.pinned.iter().filter_map(|id| self.guide().party(id))
    }

    /// Where the person is, as it was said.
    pub fn place(&self) -> Option<Place<'_>> {
        self.case.place()
    }

    /// The gemeente that was chosen.
    pub fn gemeente(&self) -> Option<&Gemeente> {
        self.case.gemeente.as_ref()
    }

    /// What a dependent answer depends on, in words; worked out once per answer.
    pub fn depends_on_words(&self, responsibility: Ix<Responsibility>) -> Arc<str> {
        let mut explained = self.answered.depends_on.borrow_mut();
        let words = explained.entry(responsibility).or_insert_with(|| {
            let facets = self.document.index.depends_on(&self.answered.outcome, responsibility);
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
        let regions = Arc::new(file::embedded_regions().unwrap());
        App::with_guide(Document::of(guide).unwrap(), regions, today, Settings::default()).unwrap()
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
