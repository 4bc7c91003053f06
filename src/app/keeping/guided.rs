//! Commands that do several things at once, asked for field by field: what they would do, and what they leave.

use std::sync::Arc;

use super::{Keeping, NotEdited, left::words, records};
use crate::{
    app::{App, once::OfGuide},
    edit::{self, Edit, EditRefused, Left, LeftBecause, NewName, Why},
    model::{Citation, Date, EntryKey, Guide, Lang, PartialDate, PartyId, RecordKey, SourceId, Stance},
    present::change,
    text::keeping as text,
};

/// Something to do to the record that is shown, with all that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guided {
    /// The task is another party's from this day on.
    TakeOver {
        /// The party.
        to: PartyId,
        /// The first day.
        from: Date,
        /// The source that says so.
        source: SourceId,
        /// Where in it.
        at: String,
    },
    /// The party is called otherwise from then on.
    NewName {
        /// In full.
        name: String,
        /// As the field calls it; empty where that is the same.
        short: String,
        /// From when, as precisely as it is known.
        from: PartialDate,
        /// The source that says so.
        source: SourceId,
        /// Where in it.
        at: String,
    },
}

/// What a command changes, what is shown after it, why it is done, and what it leaves to decide.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) edits: Vec<Edit>,
    pub(super) opens: Option<EntryKey>,
    pub(super) why: Why,
    pub(super) left: Vec<Left>,
}

impl Planned {
    /// Edits that leave nothing to decide.
    pub(super) fn new(edits: Vec<Edit>, why: Why) -> Self {
        Self { edits, opens: None, why, left: Vec::new() }
    }

    /// What is shown after it.
    pub(super) fn opening(self, opens: Option<EntryKey>) -> Self {
        Self { opens, ..self }
    }

    /// What it leaves to decide.
    pub(super) fn leaving(self, left: Vec<Left>) -> Self {
        Self { left, ..self }
    }
}

impl Guided {
    /// What it takes, of this record.
    pub(super) fn plan(&self, guide: &Guide, record: &RecordKey) -> Result<Planned, NotEdited> {
        let cites = |source: &SourceId, at: &str| Citation {
            source: source.clone(),
            at: at.to_owned(),
            stance: Stance::default(),
            quote: None,
            fact: None,
        };
        let not_there = || EditRefused::NotThere(record.clone().into());
        match self {
            Self::TakeOver { to, from, source, at } => {
                let RecordKey::Responsibility(task) = record else { return Err(not_there().into()) };
                let taken = edit::take_over(guide, task, to, *from, &cites(source, at))?;
                let why = Why::HandedOver { task: task.clone(), to: to.clone(), from: *from };
                let opens = RecordKey::Responsibility(taken.task).into();
                Ok(Planned::new(taken.edits, why).opening(Some(opens)).leaving(taken.left))
            }
            Self::NewName { name, short, from, source, at } => {
                let RecordKey::Party(party) = record else { return Err(not_there().into()) };
                let short = Some(short.clone()).filter(|short| !short.trim().is_empty());
                let new = NewName { name: name.clone(), short, from: *from, cites: cites(source, at) };
                let named = edit::new_name(guide, party, &new)?;
                let why = Why::NewName { party: party.clone(), name: name.trim().to_owned(), from: *from };
                Ok(Planned::new(named.edits, why).leaving(named.left))
            }
        }
    }
}

/// What a command would do to the record that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuidedPreview {
    /// What would change, a sentence each.
    pub changes: Vec<String>,
    /// What would be left to decide, a sentence each; what is wrong comes first.
    pub left: Vec<String>,
    /// Why it cannot be done.
    pub refused: Option<String>,
}

/// What was asked of which record of a guide.
pub(super) type GuidedKey = (OfGuide, Option<RecordKey>, Guided, Lang);

impl Keeping {
    fn guided_preview(&self, guided: &Guided, lang: Lang) -> Arc<GuidedPreview> {
        let guide = self.guide();
        self.guided.get((OfGuide::new(guide), self.open.clone(), guided.clone(), lang), || {
            let refused =
                |why: NotEdited| GuidedPreview { refused: Some(why.words(guide, lang)), ..Default::default() };
            let Some(record) = &self.open else { return Arc::default() };
            let made = guided.plan(guide, record).and_then(|plan| Ok((edit::make(guide, &plan.edits)?, plan.left)));
            let preview = made.map_or_else(refused, |(changes, mut left)| {
                let after = edit::put(guide, &changes);
                left.sort_by_key(|left| !matches!(left.because, LeftBecause::NoNumber | LeftBecause::NoContact));
                let changes = change::edits(&changes, guide, &after, lang).into_iter().map(|facts| facts.text);
                let told = |left: &Left| {
                    let title = records::title(&after, &left.record, lang);
                    text::left(&crate::text::words::excerpt(&title), &words(left, lang))
                };
                let left = left.iter().map(told).collect();
                GuidedPreview { changes: changes.collect(), left, refused: None }
            });
            Arc::new(preview)
        })
    }
}

impl App {
    /// What a command would do to the record that is shown.
    pub fn guided_preview(&self, guided: &Guided) -> Arc<GuidedPreview> {
        let lang = self.settings.language;
        self.keeping.as_ref().map_or_else(Arc::default, |keeping| keeping.guided_preview(guided, lang))
    }

    /// Why a party that gets a task on this day cannot be called then; `None` when it can.
    pub fn out_of_reach(&self, party: &PartyId, day: Date) -> Option<&'static str> {
        let because = edit::out_of_reach(self.kept_guide().party(party)?, day)?;
        Some(super::left::because(because, self.settings.language))
    }
}
