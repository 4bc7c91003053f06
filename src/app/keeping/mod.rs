//! Keeping the guide: changing it in the window, seeing what that does, taking it back, saving it.
//!
//! Nothing here knows what was asked about a person. The guide that is edited runs ahead of the one that answers: after
//! every step it is checked and indexed in the background, and answers once nothing is wrong with it.

mod command;
mod earlier;
mod edits;
mod form;
mod guarding;
mod history;

mod looking;
mod lost;
mod naming;
mod not_edited;
pub(super) mod once;
mod options;
mod proposed;
mod record;
mod records;
mod renewing;
mod saving;
mod watching;

pub use command::{Draft, Keep};
pub use form::{FormField, FormView, Holds, Reads, day_of, on_day};
pub use guarding::LostWork;
pub(super) use guarding::{AtJournals, LostTold};
pub use history::StepRow;
pub use looking::{ChoiceEffects, Look, ProposalView};
pub use not_edited::NotEdited;
pub use options::Choosable;
pub use record::{ProblemRow, RecordView, Referrer};
pub use records::{RecordList, RecordRow};
pub use watching::FileState;
pub(super) use watching::Watching;

use std::sync::Arc;

use history::{HistoryKey, Standing};
use once::Once;
use options::Options;
use records::Listed;
use renewing::Renewing;

use super::{App, Notice, Safeguard};
use crate::{
    edit::{self, Change, Edit, Event, History, Replacement, StepId},
    file,
    lookup::Index,
    model::{Condition, Guide, Lang, Problem, RecordKey, RecordKind},
    present::{ConditionFacts, DifferenceFacts, change},
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
    listed: Listed,
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
    /// What the changes since then do, a line each; `None` while that is not known.
    impact: Option<Arc<Vec<String>>>,
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
}

impl Keeping {
    fn new(index: Arc<Index>, lang: Lang) -> Self {
        let guide = Arc::clone(index.guide());
        let listed = Listed { kind: RecordKind::Party, filter: String::new(), only_problems: false };
        let list = Arc::new(RecordList::of(&guide, &[], &listed, lang));
        Self {
            history: History::new(Arc::clone(&guide)),
            saved: None,
            problems: Arc::default(),
            listed,
            open: None,
            list,
            record: None,
            draft: None,
            earlier: earlier::Earlier::default(),
            renewing: None,
            is_stale: true,
            answers: true,
            saving: None,
            opened: index.origin().map(|origin| origin.sha256.clone()),
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
        }
    }

    fn guide(&self) -> &Arc<Guide> {
        self.history.guide()
    }

    fn list_again(&mut self, lang: Lang) {
        self.list = Arc::new(RecordList::of(self.guide(), &self.problems, &self.listed, lang));
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
        let lang = self.settings.language;
        let Some(keeping) = &mut self.keeping else { return };
        match command {
            Keep::List(kind) => {
                // What was looked for is of another kind.
                keeping.listed = Listed { kind, filter: String::new(), ..keeping.listed.clone() };
                keeping.list_again(lang);
            }
            Keep::Filter(words) => {
                keeping.listed.filter = words;
                keeping.list_again(lang);
            }
            Keep::OnlyProblems(only) => {
                keeping.listed.only_problems = only;
                keeping.list_again(lang);
            }
            Keep::Open(record) => {
                if let Some(record) = &record {
                    let kind = record.kind();
                    if keeping.listed.kind != kind {
                        keeping.listed = Listed { kind, filter: String::new(), only_problems: false };
                        keeping.list_again(lang);
                    }
                }
                keeping.open = record;
                keeping.show_record(lang);
            }
            Keep::Draft(draft) => {
                keeping.listed = Listed { kind: draft.kind, filter: String::new(), only_problems: false };
                keeping.list_again(lang);
                keeping.draft = Some(draft);
            }
            Keep::Drafted => keeping.draft = None,
            Keep::Save => self.save_guide(None),
            Keep::SaveAs(path) => self.save_guide(Some(path)),
            Keep::Recover => self.recover(),
            Keep::Look(look) => self.look(look),
            Keep::ReadAgain => self.read_again(),
            Keep::ThrowAway => self.throw_away(),
            edit => self.edit(edit),
        }
    }

    /// Takes the guide in hand that is in use, as long as none is.
    pub(super) fn begin_keeping(&mut self) {
        if self.keeping.is_none() {
            let index = Arc::clone(self.document.national());
            self.keeping = Some(Keeping::new(index, self.settings.language));
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

    /// Says it all in another language.
    pub(super) fn keep_in(&mut self, lang: Lang) {
        if let Some(keeping) = &mut self.keeping {
            keeping.list_again(lang);
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

    /// The records that are listed; `None` until somebody looked.
    pub fn record_list(&self) -> Option<Arc<RecordList>> {
        self.keeping.as_ref().map(|keeping| Arc::clone(&keeping.list))
    }

    /// The words by which records are listed, and whether only those with problems are.
    pub fn record_filter(&self) -> (&str, bool) {
        self.keeping.as_ref().map_or(("", false), |keeping| (&keeping.listed.filter, keeping.listed.only_problems))
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

    /// What replacing a text would change, a sentence each; why it cannot be done otherwise.
    ///
    /// # Errors
    /// [`NotEdited`] when there is nothing to look for.
    pub fn replacement(&self, what: &Replacement) -> Result<Vec<String>, NotEdited> {
        let guide = self.kept_guide();
        let replaced = edit::replace(guide, what, None)?.into_iter().filter_map(|edit| match edit {
            Edit::Replace(entry) => Change::new(edit::get(guide, &entry.key()), Some(entry)).ok(),
            Edit::Add(_) | Edit::Remove(_) | Edit::Rename { .. } => None,
        });
        let changes: Vec<Change> = replaced.collect();
        let told = change::edits(&changes, guide, guide, self.settings.language);
        Ok(told.into_iter().map(|facts| facts.text).collect())
    }

    /// What the changes since saving do, a line each; `None` while that is not known.
    pub fn guide_impact(&self) -> Option<Arc<Vec<String>>> {
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
