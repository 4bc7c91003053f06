//! Another version of the guide, looked at change by change before any of it is taken over.

use std::{path::PathBuf, sync::Arc};

use super::{
    Keeping,
    proposed::{self, Prepared, Proposed, Refusal, Settled},
};
use crate::{
    app::{
        App, Notice,
        task::{Poll, Task},
    },
    edit::{self, Change, ChangeOf, Choices, Fits, Proposal, Step, Take},
    lookup::Index,
    model::{EntryKey, Guide, Regions, Severity},
    present::{ImpactGroup, ProposalFacts},
    review,
    text::problems,
};

/// What can be asked of another version of the guide.
#[derive(Clone, Debug)]
pub enum Look {
    /// Look at what changed in the file since it was opened.
    ChangedFile,
    /// Look at the work that was not saved when the program stopped.
    LostWork,
    /// Look at another file, such as a copy of a colleague.
    File(PathBuf),
    /// Choose what becomes of a change.
    Choose(EntryKey, ChangeOf, Take),
    /// Take all over; where it clashes both are kept.
    TakeAll,
    /// Take over what fits; where it clashes ours stays.
    TakeFits,
    /// Leave all as it is.
    LeaveAll,
    /// Take over what is chosen, as one step.
    Accept,
    /// Look no more; nothing is taken over.
    Close,
}

/// Another version as it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalView {
    /// What it is.
    pub title: String,
    /// What is to be known of it.
    pub notes: Vec<String>,
    /// What differs, in words.
    pub facts: Arc<ProposalFacts>,
    /// What is chosen, in the order of the facts.
    pub takes: Vec<Vec<Take>>,
    /// How many changes there are to choose of.
    pub open: usize,
    /// How many are taken over.
    pub taken: usize,
    /// Of how many both are kept.
    pub both: usize,
    /// What the choice does; `None` while that is worked out.
    pub effects: Option<Arc<ChoiceEffects>>,
    /// Whether taking over does something, though nothing be chosen: the file counts as seen from then on.
    pub can_accept: bool,
}

/// What a choice does to the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceEffects {
    /// What it does to the answers, task by task; `None` where it cannot be known.
    pub answers: Option<Vec<ImpactGroup>>,
    /// The errors that it brings, a line each.
    pub errors: Vec<String>,
}

/// Another version that is being held against the guide in hand.
pub(super) type Preparing = Task<Result<Prepared, Refusal>>;

/// What is being looked at.
#[derive(Debug)]
pub(super) struct Looking {
    proposed: Proposed,
    /// The guide in hand for which it was made.
    ours: Arc<Guide>,
    proposal: Arc<Proposal>,
    facts: Arc<ProposalFacts>,
    choices: Choices,
    view: Arc<ProposalView>,
    effects: Option<Task<ChoiceEffects>>,
    /// Something else was chosen meanwhile.
    is_stale: bool,
}

impl Looking {
    fn new(prepared: Prepared, choices: Option<Choices>) -> Self {
        let Prepared { proposed, ours, proposal, facts } = prepared;
        // Where nobody knows from what it was made, nothing is assumed.
        let usual = || if proposal.base().is_some() { proposal.all() } else { Choices::default() };
        let choices = choices.unwrap_or_else(usual);
        let (proposal, facts) = (Arc::new(proposal), Arc::new(facts));
        let view = Arc::new(view(&proposed, &proposal, &facts, &choices));
        Self { proposed, ours, proposal, facts, choices, view, effects: None, is_stale: true }
    }

    fn choose(&mut self, choices: Choices) {
        self.choices = choices;
        self.is_stale = true;
        self.view = Arc::new(view(&self.proposed, &self.proposal, &self.facts, &self.choices));
    }
}

fn view(proposed: &Proposed, proposal: &Proposal, facts: &Arc<ProposalFacts>, choices: &Choices) -> ProposalView {
    let takes = facts.pieces.iter().map(|piece| {
        let of = |change: &crate::present::ProposedChangeFacts| match change.fits {
            // It is there whatever is chosen.
            Fits::IsThere => Take::Leave,
            Fits::Fits | Fits::Clashes => choices.of(&piece.key, &change.of),
        };
        piece.changes.iter().map(of).collect::<Vec<_>>()
    });
    let takes: Vec<Vec<Take>> = takes.collect();
    let changes = || proposal.changes().filter(|(_, change)| change.fits != Fits::IsThere);
    let count = |take: Take| changes().filter(|(piece, change)| choices.of(&piece.key, &change.of) == take).count();
    let (open, left, both) = (changes().count(), count(Take::Leave), count(Take::Both));
    ProposalView {
        title: proposed.title.clone(),
        notes: proposed.notes.iter().chain(&facts.notes).cloned().collect(),
        facts: Arc::clone(facts),
        takes,
        open,
        taken: open - left - both,
        both,
        effects: None,
        can_accept: !proposal.is_nothing() || proposed.is_settled_by_looking(),
    }
}

impl App {
    /// Does what is asked of another version of the guide.
    pub(super) fn look(&mut self, look: Look) {
        match look {
            Look::ChangedFile => {
                self.forget_told(|notice| matches!(notice, Notice::FileChanged));
                self.propose_changed_file();
            }
            Look::LostWork => self.propose_lost_work(),
            Look::File(path) => self.propose_file(path),
            Look::Choose(piece, of, take) => self.choose(|_, mut choices| {
                choices.choose(piece, of, take);
                choices
            }),
            Look::TakeAll => self.choose(|proposal, _| proposal.all()),
            Look::TakeFits => self.choose(|proposal, _| proposal.what_fits()),
            Look::LeaveAll => self.choose(|_, _| Choices::default()),
            Look::Accept => self.accept(),
            Look::Close => {
                if let Some(keeping) = &mut self.keeping {
                    (keeping.looking, keeping.preparing) = (None, None);
                }
            }
        }
        self.work_out_effects();
    }

    /// What is looked at.
    pub fn proposal_view(&self) -> Option<Arc<ProposalView>> {
        self.keeping.as_ref()?.looking.as_ref().map(|looking| Arc::clone(&looking.view))
    }

    /// Whether a proposal is being made.
    pub fn is_proposing(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.preparing.is_some())
    }

    fn choose(&mut self, chosen: impl FnOnce(&Proposal, Choices) -> Choices) {
        let Some(looking) = self.keeping.as_mut().and_then(|keeping| keeping.looking.as_mut()) else { return };
        let choices = chosen(&looking.proposal, looking.choices.clone());
        looking.choose(choices);
    }

    /// Looks at what somebody else wants of the guide in hand; made in the background.
    pub(super) fn propose(&mut self, make: impl FnOnce() -> Result<Proposed, Refusal> + Send + 'static) {
        if let Some(keeping) = &mut self.keeping {
            keeping.looking = None;
        }
        self.prepare(make);
    }

    /// The guide in hand is another: what is looked at is held against that, and the choices stand.
    pub(super) fn propose_again(&mut self) {
        let Some(looking) = self.keeping.as_ref().and_then(|keeping| keeping.looking.as_ref()) else { return };
        let proposed = looking.proposed.clone();
        self.prepare(move || Ok(proposed));
    }

    fn prepare(&mut self, make: impl FnOnce() -> Result<Proposed, Refusal> + Send + 'static) {
        let lang = self.settings.language;
        let Some(keeping) = &mut self.keeping else { return };
        let ours = Arc::clone(keeping.guide());
        let own = keeping.standing_steps();
        keeping.preparing = Some(Task::start(self.waker.clone(), move |_| {
            Ok(make().and_then(|proposed| proposed::prepared(proposed, ours, &own, lang)))
        }));
    }

    /// Takes over what was prepared in the background.
    pub(in crate::app) fn poll_looking(&mut self) {
        let Some(keeping) = &mut self.keeping else { return };
        match keeping.preparing.take().map(Task::poll) {
            None => {}
            Some(Poll::Running(task)) => keeping.preparing = Some(task),
            Some(Poll::Failed) => self.tell(Notice::ProposalStopped),
            Some(Poll::Done(Err(notice))) => self.tell(*notice),
            Some(Poll::Done(Ok(prepared))) => {
                let is_now = Arc::ptr_eq(&prepared.ours, keeping.guide());
                let choices = keeping.looking.take().map(|looking| looking.choices);
                keeping.looking = Some(Looking::new(prepared, choices));
                if !is_now {
                    self.propose_again();
                }
            }
        }
        self.poll_effects();
        self.work_out_effects();
    }

    fn poll_effects(&mut self) {
        let Some(looking) = self.keeping.as_mut().and_then(|keeping| keeping.looking.as_mut()) else { return };
        match looking.effects.take().map(Task::poll) {
            Some(Poll::Running(task)) => looking.effects = Some(task),
            Some(Poll::Failed) => self.tell(Notice::CheckStopped),
            Some(Poll::Done(effects)) if !looking.is_stale => {
                Arc::make_mut(&mut looking.view).effects = Some(Arc::new(effects));
            }
            // What was worked out is of another choice.
            Some(Poll::Done(_)) | None => {}
        }
    }

    /// Works out what the choice does, unless that is being done.
    fn work_out_effects(&mut self) {
        let (regions, today, lang) = (Arc::clone(&self.regions), self.today, self.settings.language);
        let waker = self.waker.clone();
        let Some(looking) = self.keeping.as_mut().and_then(|keeping| keeping.looking.as_mut()) else { return };
        if !looking.is_stale || looking.effects.is_some() {
            return;
        }
        looking.is_stale = false;
        let (ours, proposal, choices) =
            (Arc::clone(&looking.ours), Arc::clone(&looking.proposal), looking.choices.clone());
        looking.effects = Some(Task::start(waker, move |work| {
            let after = after(&ours, &proposal.step(&choices));
            work.check()?;
            let (known, before) = review::examined(&ours, &regions, today);
            work.check()?;
            let (found, index) = review::examined(&after, &regions, today);
            let errors = found.iter().filter(|problem| problem.severity() == Severity::Error);
            let errors = errors.filter(|problem| !known.contains(problem)).map(|error| problems::problem(error, lang));
            let groups = |before: &Index, index: &Index, regions: &Regions| {
                super::renewing::groups(before, index, regions, lang)
            };
            let answers = before.zip(index).map(|(before, index)| groups(&before, &index, &regions));
            Ok(ChoiceEffects { answers, errors: errors.collect() })
        }));
    }

    /// Takes over what is chosen, as one step; and what was looked at is settled.
    fn accept(&mut self) {
        let author = self.author();
        let Some(keeping) = &mut self.keeping else { return };
        let Some(looking) = keeping.looking.take() else { return };
        if keeping.preparing.is_some() || !Arc::ptr_eq(&looking.ours, keeping.guide()) {
            keeping.looking = Some(looking);
            return;
        }
        let Looking { proposed, proposal, choices, .. } = looking;
        let why = proposed.why();
        let changes = proposal.step(&choices);
        // Work of which nothing is taken over is thrown away only when that is asked.
        let is_taken = !changes.is_empty();
        keeping.act(changes, author, why);
        match proposed.then {
            Settled::Nothing => self.after_edit(),
            Settled::FileSeen { sum, guide, index } => {
                self.file_seen(sum, guide, index);
                self.after_edit();
            }
            Settled::PutAway(found) => {
                // It is handed to the journal of this window before the old one is put away.
                self.after_edit();
                if is_taken {
                    self.lost_work = None;
                    self.put_away(*found);
                }
            }
        }
    }
}

/// The guide after changes; where both are kept, as it stands.
fn after(ours: &Guide, changes: &[Change]) -> Arc<Guide> {
    let mut after = edit::put(ours, changes);
    after.unresolved.retain(|kept| ours.unresolved.contains(kept));
    Arc::new(after)
}

impl Keeping {
    /// The steps that stand, oldest first.
    fn standing_steps(&self) -> Vec<Step> {
        self.history.log().standing().into_iter().cloned().collect()
    }
}
