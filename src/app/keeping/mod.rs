//! Keeping the guide: changing it in the window, seeing what that does, taking it back, saving it.
//!
//! Nothing here knows what was asked about a person. The guide that is edited runs ahead of the one that answers: after
//! every step it is checked and indexed in the background, and answers once nothing is wrong with it.

mod bulk;
mod command;
mod earlier;
mod edits;
mod filter;
mod finding;
mod form;
mod given;
mod guarding;
mod guided;
mod history;
mod left;
mod looking;
mod lost;
mod naming;
mod not_edited;
mod options;
mod over_all;
mod proposed;
mod record;
mod records;
mod renewing;
mod replacing;
mod saving;
mod watching;

pub use bulk::{Bulk, BulkPreview};
pub use command::{Draft, Keep};
pub use filter::{ChainPart, RecordFilter};
pub use finding::FieldHit;
pub use form::{FormField, FormView, Holds, Reads};
pub use given::GivenOption;
pub use guarding::LostWork;
pub(super) use guarding::{AtJournals, LostTold};
pub use guided::{Guided, GuidedPreview};
pub use history::StepRow;
pub use left::LookRow;
pub use looking::{ChoiceEffects, Look, ProposalView};
pub use not_edited::NotEdited;
pub use options::Choosable;
pub use over_all::OverAllView;
pub use record::{ProblemRow, RecordView, Referrer};
pub use records::{RecordList, RecordRow};
pub use replacing::HitRow;
pub use watching::FileState;
pub(super) use watching::Watching;

use std::sync::Arc;

use bulk::BulkKey;
use guided::GuidedKey;
use history::{HistoryKey, Standing};
use left::{LookKey, ToLook};
use options::Options;
use records::Catalogue;
use renewing::Renewing;
use replacing::HitsKey;

use super::{App, Notice, Safeguard};
use crate::{
    app::once::Once,
    edit::{self, Event, History, Side, StepId},
    file,
    lookup::Index,
    model::{Condition, Date, Guide, Lang, Ordered, Problem, RecordKey, RecordKind},
    present::{ConditionFacts, DifferenceFacts, ImpactGroup},
    text::keeping as text,
};

/// What a coordinator has in hand.
#[derive(Debug)]
pub(super) struct Keeping {
    /// The guide as it is edited, and all that was done to it.
    history: History,
    /// The last step that stands in the file.
    saved: Option<StepId>,
    /// What is wrong with the guide as it was checked last.
    problems: Arc<[Problem]>,
    filter: RecordFilter,
    open: Option<RecordKey>,
    list: Arc<RecordList>,
    record: Option<Arc<RecordView>>,
    /// What was begun elsewhere and is still to be asked for.
    draft: Option<Draft>,
    /// What was done before the guide was opened.
    earlier: earlier::Earlier,
    /// The guide is being checked and indexed.
    renewing: Option<Renewing>,
    /// It changed meanwhile.
    is_stale: bool,
    /// Whether the guide answers as it is edited; not while something is wrong with it.
    answers: bool,
    saving: Option<saving::SavingGuide>,
    /// The sum of the file as it was opened, or saved here since.
    opened: Option<String>,
    /// The guide in it.
    in_file: Arc<Guide>,
    /// The guide as it is in the file.
    saved_index: Arc<Index>,
    /// What the changes since then do, task by task; `None` while that is not known.
    impact: Option<Arc<Vec<ImpactGroup>>>,
    /// Another version of the guide that is being held against this one.
    preparing: Option<looking::Preparing>,
    /// Another version of the guide that is looked at.
    looking: Option<looking::Looking>,
    /// `None` until something is done.
    safeguard: Option<Safeguard<Event>>,
    /// So many events were handed to the journal.
    guarded: usize,
    /// So many events are in the log beside the file.
    logged: usize,
    /// What is told of the history in every frame, and all of it.
    standing: Once<HistoryKey, Standing>,
    steps: Once<HistoryKey, [StepRow]>,
    options: Options,
    catalogue: Catalogue,
    bulk: Once<BulkKey, BulkPreview>,
    guided: Once<GuidedKey, GuidedPreview>,
    hits: Once<HitsKey, [HitRow]>,
    /// What the last command left to decide.
    to_look: Option<ToLook>,
    look_rows: Once<LookKey, [LookRow]>,
    over_all: over_all::OverAll,
}

impl Keeping {
    fn new(index: Arc<Index>, today: Date, lang: Lang) -> Self {
        let guide = Arc::clone(index.guide());
        let (catalogue, filter) = (Catalogue::default(), RecordFilter::of(RecordKind::Party));
        let list = Arc::new(catalogue.list(&guide, &[], &filter, (today, lang)));
        Self {
            history: History::new(Arc::clone(&guide)),
            saved: None,
            problems: Arc::default(),
            filter,
            open: None,
            list,
            record: None,
            draft: None,
            earlier: earlier::Earlier::default(),
            renewing: None,
            is_stale: true,
            answers: true,
            saving: None,
            opened: index.origin().and_then(|origin| origin.sha256.clone()),
            in_file: guide,
            saved_index: index,
            impact: None,
            preparing: None,
            looking: None,
            safeguard: None,
            guarded: 0,
            logged: 0,
            standing: Once::default(),
            steps: Once::default(),
            options: Options::default(),
            catalogue,
            bulk: Once::default(),
            guided: Once::default(),
            hits: Once::default(),
            to_look: None,
            look_rows: Once::default(),
            over_all: over_all::OverAll::default(),
        }
    }

    fn guide(&self) -> &Arc<Guide> {
        self.history.guide()
    }

    fn list_again(&mut self, today: Date, lang: Lang) {
        let guide = Arc::clone(self.history.guide());
        self.filter.keep_what_is_there(&guide);
        self.list = Arc::new(self.catalogue.list(&guide, &self.problems, &self.filter, (today, lang)));
    }

    /// Past which record one would move in the list; `None` at its end, and where its order says nothing.
    fn neighbour(&self, record: &RecordKey, side: Side) -> Option<RecordKey> {
        Ordered::of(record.kind())?;
        let rows = &self.list.rows;
        let at = rows.iter().position(|row| row.key == *record)?;
        let to = match side {
            Side::Before => at.checked_sub(1)?,
            Side::Behind => at + 1,
        };
        let beside = &rows.get(to)?.key;
        edit::put_beside(self.guide(), record, side, beside).ok().map(|_| beside.clone())
    }

    fn show_record(&mut self, lang: Lang) {
        let record = self.open.as_ref().and_then(|key| RecordView::of(self.guide(), key, &self.problems, lang));
        // What was undone may take away what was shown.
        if record.is_none() {
            self.open = None;
        }
        self.record = record.map(Arc::new);
    }
}

impl App {
    /// Does what a coordinator asks.
    pub(super) fn keep(&mut self, command: Keep) {
        self.begin_keeping();
        let (today, lang) = (self.today, self.settings.language);
        let Some(keeping) = &mut self.keeping else { return };
        match command {
            Keep::List(filter) => {
                keeping.filter = filter;
                keeping.list_again(today, lang);
            }
            Keep::Open(record) => {
                let kind = record.as_ref().map(RecordKey::kind);
                if kind.is_some() && keeping.filter.kind.is_some() && keeping.filter.kind != kind {
                    // What was typed was looked for among the other kind.
                    keeping.filter = RecordFilter { kind, words: String::new(), ..keeping.filter.clone() };
                    keeping.list_again(today, lang);
                    if !keeping.list.rows.iter().any(|row| Some(&row.key) == record.as_ref()) {
                        keeping.filter = RecordFilter { kind, ..RecordFilter::default() };
                        keeping.list_again(today, lang);
                    }
                }
                keeping.open = record;
                keeping.show_record(lang);
            }
            Keep::Draft(draft) => {
                keeping.filter = RecordFilter::of(draft.kind);
                keeping.list_again(today, lang);
                keeping.draft = Some(draft);
            }
            Keep::Drafted => keeping.draft = None,
            Keep::LookedAt(record, at) => keeping.looked_at(&record, &at),
            Keep::SignAs(function) => self.sign_as(&function),
            Keep::Save => self.save_guide(None),
            Keep::SaveAs(path) => self.save_guide(Some(path)),
            Keep::Recover => self.recover(),
            Keep::Look(look) => self.look(look),
            Keep::LookOverAll => self.look_over_all(),
            Keep::ReadAgain => self.read_again(),
            Keep::ThrowAway => self.throw_away(),
            edit => self.edit(edit),
        }
    }

    /// Takes the guide in hand that is in use, as long as none is.
    pub(super) fn begin_keeping(&mut self) {
        if self.keeping.is_none() {
            let index = Arc::clone(self.document.national());
            self.keeping = Some(Keeping::new(index, self.today, self.settings.language));
            self.read_earlier();
        }
        self.renew_guide();
    }

    /// Another guide is in use: the one in hand is put away.
    pub(super) fn end_keeping(&mut self) {
        self.watching = Watching::default();
        if self.keeping.take().is_some() {
            self.begin_keeping();
        }
        self.look_for_lost_work();
    }

    /// Says it all in another language, or on another day.
    pub(super) fn keep_in(&mut self, lang: Lang) {
        let today = self.today;
        if let Some(keeping) = &mut self.keeping {
            keeping.list_again(today, lang);
            keeping.show_record(lang);
        }
    }

    /// Whether another guide may take the place of this one; says so when work would be lost.
    pub(super) fn may_leave_guide(&mut self) -> bool {
        let is_free = self.unsaved_steps() == 0;
        if !is_free {
            self.tell(Notice::UnsavedGuide);
        }
        is_free
    }

    /// Whether somebody looked at how the guide is kept.
    pub fn is_keeping(&self) -> bool {
        self.keeping.is_some()
    }

    /// The guide as it is edited, or else the one in use.
    pub fn kept_guide(&self) -> &Arc<Guide> {
        self.keeping.as_ref().map_or(self.document.national().guide(), Keeping::guide)
    }

    /// Whether the record that is shown can be put past its neighbour in the list.
    pub fn can_move(&self, side: Side) -> bool {
        let open = self.keeping.as_ref().and_then(|keeping| Some((keeping, keeping.open.as_ref()?)));
        open.is_some_and(|(keeping, record)| keeping.neighbour(record, side).is_some())
    }

    /// The record that is shown.
    pub fn record_view(&self) -> Option<Arc<RecordView>> {
        self.keeping.as_ref().and_then(|keeping| keeping.record.clone())
    }

    /// What was begun elsewhere and is still to be asked for.
    pub fn draft(&self) -> Option<&Draft> {
        self.keeping.as_ref().and_then(|keeping| keeping.draft.as_ref())
    }

    /// What is wrong with the guide as it is edited, as far as it was checked.
    pub fn guide_problems(&self) -> &[Problem] {
        self.keeping.as_ref().map_or(&[], |keeping| &keeping.problems)
    }

    /// What the changes since saving do, task by task; `None` while that is not known.
    pub fn guide_impact(&self) -> Option<Arc<Vec<ImpactGroup>>> {
        self.keeping.as_ref().and_then(|keeping| keeping.impact.clone())
    }

    /// A condition judged on the guide that answers, and what it differs from as it stands in the guide.
    pub fn condition_facts(&self, who: &Condition, stands: &Condition) -> (ConditionFacts, DifferenceFacts) {
        const MOST_BOXES: usize = 4;
        let (index, lang) = (&self.document.index, self.settings.language);
        let difference = DifferenceFacts::between(stands, who, index, MOST_BOXES, lang);
        (ConditionFacts::of(who, index, lang), difference)
    }

    /// Whether the answers are those of the guide as it is edited.
    pub fn answers_follow(&self) -> bool {
        self.keeping.as_ref().is_none_or(|keeping| keeping.answers)
    }

    /// Whether the guide is being checked.
    pub fn is_checking(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.renewing.is_some() || keeping.is_stale)
    }

    /// Whether the guide is being saved.
    pub fn is_saving_guide(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.saving.is_some())
    }

    /// Whether there is a file to save to.
    pub fn has_guide_file(&self) -> bool {
        self.document.path.is_some() && self.document.read_only.is_none()
    }

    /// A name for a copy of the guide, and where it would go.
    pub fn guide_proposal(&self) -> super::Proposal {
        let mut proposal = self.proposal(text::file_name(self.settings.language));
        if let Some(path) = &self.document.path {
            if let Some(folder) = path.parent() {
                folder.clone_into(&mut proposal.folder);
            }
            if self.document.read_only.is_none()
                && let Some(name) = path.file_name()
            {
                proposal.file_name = name.to_string_lossy().into_owned();
                return proposal;
            }
        }
        proposal.file_name = file::free_name(&proposal.folder, &proposal.file_name);
        proposal
    }
}
