//! After a step the guide is checked and indexed, in the background, so that it answers as it is edited.

use std::sync::Arc;

use super::Keeping;
use crate::{
    app::{
        App, Document, Notice,
        task::{Poll, Task},
    },
    file,
    lookup::Index,
    model::{Date, Guide, GuideOrigin, Lang, Problem, Regions},
    present::{ImpactFacts, ImpactGroup},
    review::{self, impact::impact},
    text::keeping as text,
};

/// A guide that is checked and indexed.
pub(super) type Renewing = Task<Renewed>;

/// What came of it.
#[derive(Debug)]
pub(super) struct Renewed {
    guide: Arc<Guide>,
    problems: Vec<Problem>,
    /// `None` while something is wrong with it, or nothing was done to it.
    index: Option<Index>,
    /// What it does beside the guide that is in the file, task by task; `None` while that is not known.
    impact: Option<Vec<ImpactGroup>>,
}

impl App {
    /// Checks the guide that is in hand, unless that is being done.
    pub(super) fn renew_guide(&mut self) {
        let Some(keeping) = &mut self.keeping else { return };
        if keeping.renewing.is_some() || !keeping.is_stale {
            return;
        }
        keeping.is_stale = false;
        let (guide, regions, today) = (Arc::clone(keeping.guide()), Arc::clone(&self.regions), self.today);
        let file_name = self.document.path.as_ref().and_then(|path| path.file_name());
        let name = file_name.map(|name| name.to_string_lossy().into_owned());
        let is_edited = !keeping.history.log().standing().is_empty();
        let name = name.or_else(|| is_edited.then(|| text::unsaved_copy(self.settings.language).to_owned()));
        // What was not edited answers already.
        let is_saved = Arc::ptr_eq(&guide, &keeping.in_file);
        let is_same = self
            .document
            .national()
            .origin()
            .map_or(name.is_none(), |origin| origin.file == name && (origin.sha256.is_some() || !is_saved));
        let is_in_use = is_same && Arc::ptr_eq(&guide, self.document.national().guide());
        let (saved, lang) = (Arc::clone(&keeping.saved_index), self.settings.language);
        let (in_file, sum) = (Arc::clone(&keeping.in_file), keeping.opened.clone());
        keeping.renewing = Some(Task::start(self.waker.clone(), move |work| {
            let (problems, index) = review::examined(&guide, &regions, today);
            work.check()?;
            let origin = name.map_or_else(file::embedded_origin, |name| origin(name, &guide, (&in_file, sum), &saved));
            let impact = index.as_ref().map(|index| {
                if Arc::ptr_eq(saved.guide(), &guide) { Vec::new() } else { groups(&saved, index, &regions, lang) }
            });
            work.check()?;
            let index = index.filter(|_| !is_in_use).map(|index| index.with_origin(origin));
            Ok(Renewed { guide, problems, index, impact })
        }));
    }

    /// Takes over what was found.
    pub(in crate::app) fn poll_renewing(&mut self) {
        let (today, lang) = (self.today, self.settings.language);
        let Some(keeping) = &mut self.keeping else { return };
        match keeping.renewing.take().map(Task::poll) {
            None => return,
            Some(Poll::Running(renewing)) => {
                keeping.renewing = Some(renewing);
                return;
            }
            Some(Poll::Failed) => return self.tell(Notice::CheckStopped),
            Some(Poll::Done(renewed)) => {
                let is_now = Arc::ptr_eq(&renewed.guide, keeping.guide());
                if is_now {
                    keeping.take_problems(renewed.problems, today, lang);
                    keeping.impact = renewed.impact.map(Arc::new);
                    let is_in_use = Arc::ptr_eq(&renewed.guide, self.document.national().guide());
                    keeping.answers = renewed.index.is_some() || is_in_use;
                }
                if let Some(index) = renewed.index {
                    self.answer_by(index);
                }
            }
        }
        self.renew_guide();
    }

    /// The guide answers as it was edited.
    fn answer_by(&mut self, index: Index) {
        let Document { path, read_only, .. } = &*self.document;
        let (path, read_only) = (path.clone(), *read_only);
        self.answer_from(Document { index: Arc::new(index), national: None, path, read_only });
        self.lay_own_again();
    }

    /// The answers come from another version of the guide; what is known of a person still holds as far as it can be
    /// asked.
    pub(in crate::app) fn answer_from(&mut self, document: Document) {
        self.document = Arc::new(document);
        let guide = Arc::clone(self.document.index.guide());
        let fits = self.case.profile.keep_what_fits(&guide) && self.case.ask(&self.document.index).is_ok();
        if !fits {
            if self.case.ask(&self.document.index).is_err() {
                self.case.profile.clear();
            }
            self.tell(Notice::ForgottenByEdit);
        }
        self.case.skipped.retain(|facet| guide.facet(facet).is_some());
        self.look_up_again();
        self.renew_lesson();
    }
}

/// Where a guide under this name comes from. What is in no file has no sum: working that out takes longer than all that
/// answers.
fn origin(name: String, guide: &Guide, (in_file, sum): (&Guide, Option<String>), saved: &Index) -> GuideOrigin {
    let is_in_file = *in_file == *guide;
    let is_as_opened = is_in_file && **saved.guide() == *guide;
    let same_as_built_in = is_as_opened && saved.origin().is_some_and(|origin| origin.same_as_built_in);
    let seal = match saved.origin() {
        Some(origin) if is_as_opened => origin.seal,
        _ => file::seal_of(guide),
    };
    GuideOrigin { file: Some(name), sha256: sum.filter(|_| is_in_file), same_as_built_in, seal, supplement: None }
}

/// What the step from one guide to another does, task by task.
pub(super) fn groups(saved: &Index, now: &Index, regions: &Regions, lang: Lang) -> Vec<ImpactGroup> {
    ImpactFacts::of(impact(saved, now, regions), saved.guide(), now.guide(), lang).groups()
}

impl Keeping {
    fn take_problems(&mut self, problems: Vec<Problem>, today: Date, lang: Lang) {
        // What was listed after the step stands, unless its problems are others.
        if *self.problems != problems {
            self.problems = problems.into();
            self.list_again(today, lang);
        }
        self.show_record(lang);
    }
}
