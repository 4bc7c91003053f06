//! The cases that can be given.

use crate::{
    app::App,
    model::{Lang, RecordId, Scenario},
    text::lesson as text,
    workshop::Spot,
};

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// How many steps it has, in words; empty when it is asked at once.
    pub steps: String,
    /// How long it takes, its steps and for whom it was made, in words.
    pub about: String,
}

/// A case as a trainer reads it before giving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// Its row.
    pub row: CaseRow,
    /// What happens.
    pub story: String,
    /// The start and the steps, in the order of the case.
    pub steps: Vec<CaseStepRow>,
}

/// A place to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStepRow {
    /// Which.
    pub spot: Spot,
    /// What is above it.
    pub title: String,
    /// The letter of the phase where the possible victim is; `None` as long as no step said.
    pub letter: Option<char>,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
}

impl App {
    /// The cases that can be given: those of a file that was opened, or else those of the guide.
    pub fn cases(&self) -> impl Iterator<Item = &Scenario> {
        let (own, guide) = match &self.case_file {
            Some(file) => (file.scenarios.as_slice(), None),
            None => (&[][..], Some(self.guide().scenarios.iter())),
        };
        own.iter().chain(guide.into_iter().flatten())
    }

    /// What the file of cases is called that was opened.
    pub fn case_file(&self) -> Option<&str> {
        self.case_file.as_ref().map(|file| file.casus.as_str())
    }

    /// Whether the cases of that file were made on another edition than the guide at hand.
    pub fn has_other_edition(&self) -> bool {
        let sum = self.document.index.origin().and_then(|origin| origin.sha256.as_deref()).unwrap_or_default();
        self.case_file.as_ref().is_some_and(|file| !file.is_made_on(sum))
    }

    pub(in crate::app) fn case_of(&self, id: &RecordId) -> Option<&Scenario> {
        self.cases().find(|case| case.id == *id)
    }

    /// The list of cases: first those that go on from step to step, for those are what one gives.
    pub fn case_rows(&self) -> Vec<CaseRow> {
        let (with_steps, at_once): (Vec<_>, Vec<_>) = self.cases().partition(|case| !case.steps.is_empty());
        with_steps.into_iter().chain(at_once).map(|case| self.case_row(case)).collect()
    }

    fn case_row(&self, case: &Scenario) -> CaseRow {
        let lang = self.language();
        let for_whom = case.audience.iter().map(|party| self.short_name(party, lang));
        CaseRow {
            id: case.id.clone(),
            title: case.title.text(lang).to_owned(),
            steps: if case.steps.is_empty() { String::new() } else { text::steps_of(case.steps.len(), lang) },
            about: text::about_case(case.minutes, case.steps.len(), &for_whom.collect::<Vec<_>>(), lang),
        }
    }

    fn short_name(&self, party: &crate::model::PartyId, lang: Lang) -> String {
        let known = self.guide().party(party);
        known.map_or_else(|| party.to_string(), |party| party.short_name(self.today(), lang).to_owned())
    }

    /// A case as a trainer reads it; `None` when there is no such case.
    pub fn case_view(&self, id: &RecordId) -> Option<CaseView> {
        let case = self.case_of(id)?;
        let lang = self.language();
        let start = CaseStepRow { spot: Spot::Start, title: text::start(lang).to_owned(), letter: None, minutes: None };
        let mut letter = None;
        let steps = case.steps.iter().map(|step| {
            let phase = step.phase.as_ref().and_then(|id| self.guide().phases.get(id));
            letter = phase.map(|phase| phase.letter).or(letter);
            CaseStepRow {
                spot: Spot::Step(step.id.clone()),
                title: step.title.text(lang).to_owned(),
                letter,
                minutes: step.minutes,
            }
        });
        let steps = std::iter::once(start).chain(steps).collect();
        Some(CaseView { row: self.case_row(case), story: case.story.clone(), steps })
    }
}
