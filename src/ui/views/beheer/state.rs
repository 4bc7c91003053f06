//! What only the drawing of Beheer needs to remember.

use std::collections::BTreeMap;

use super::{
    drafts::{Cited, NewName, TakeOver},
    own_draft::OwnDraft,
    place::Place,
    replacing::{HitsShape, Replacing},
    selection::Selection,
    verifying::Verifying,
};
use crate::{
    app::{Choosable, Command, Keep, Reads, read_date, read_day},
    edit::{StepId, form::Input},
    model::{
        Condition, FacetId, Field, FieldPath, Lang, PartialDate, PartyId, Problem, RecordKey, RecordKind, Situations,
    },
    present::{ConditionFacts, DifferenceFacts},
    text::keeping as text,
    ui::{ctx::Ctx, file_choice::FileChoice, long_list::LongList},
};

/// A change of a proposal: the place of its record, and its own among those of the record.
pub(super) type ChangeAt = (usize, usize);

/// What is typed, open or chosen in the list.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by something else, and for one frame")]
pub(super) struct BeheerState {
    /// What is being typed in a field, and is not in the guide yet.
    pub(super) typing: Option<Typing>,
    /// What is in the middle.
    pub(super) panel: Panel,
    /// What is typed of a supplement.
    pub(super) own: OwnDraft,
    /// What was in the middle in the last frame.
    pub(super) shown: Option<(Option<RecordKey>, &'static str)>,
    /// What is typed to find something to choose.
    pub(super) wanted: String,
    /// The condition that is being edited.
    pub(super) condition: Option<ConditionDraft>,
    /// The place that is scrolled to and gets the focus.
    pub(super) goes_to: Option<FieldPath>,
    /// The field for the filter asks for the focus in this frame.
    pub(super) focus_filter: bool,
    /// The file that is being chosen.
    pub(super) file: FileChoice,
    /// Which change of a proposal is told.
    pub(super) proposed: ChangeAt,
    /// There was a proposal in the last frame.
    pub(super) had_proposal: bool,
    /// Which records are chosen to be changed together.
    pub(super) selection: Selection,
    /// What several records will have in a field.
    pub(super) drafted: Option<Input>,
    /// Whether all filters of the list are shown; those in use always are.
    pub(super) shows_filters: bool,
    /// What is asked came in sight: its first field gets the focus.
    pub(super) enters: bool,
    /// What is typed to find a field of the form.
    pub(super) field_words: Option<String>,
    /// The function that is being typed.
    pub(super) function: Option<String>,
    /// The source that was named last.
    pub(super) cited: Cited,
    /// The places where a text would be replaced, as they were drawn.
    pub(super) hits: LongList<HitsShape>,
    /// The step whose remains were shown.
    pub(super) looked: Option<StepId>,
    /// What is shown of gaps and overlaps.
    pub(super) over_all: OverAllShown,
    /// Which steps of the history tell all that they changed.
    pub(super) unfolded: std::collections::BTreeSet<String>,
}

/// What is shown of gaps and overlaps over all persons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OverAllShown {
    /// Which of them.
    pub(super) part: OverAllPart,
    /// Also what the guide already says.
    pub(super) all: bool,
    /// The question of which the coverage is shown; the first of the guide until one is chosen.
    pub(super) facet: Option<FacetId>,
}

/// What can be shown over all persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OverAllPart {
    /// For whom nobody does what is needed.
    #[default]
    Gaps,
    /// For whom parties have to agree.
    Overlaps,
    /// Who is primarily responsible, per aspect and answer.
    Coverage,
}

/// What is in the middle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// The record.
    #[default]
    Form,
    /// All that was done.
    History,
    /// What one place adds.
    Own,
    /// Something to do to the records that are chosen.
    Bulk(BulkPanel),
    /// A new record.
    New {
        kind: RecordKind,
        name: String,
        id: String,
        /// The id was typed, and follows the name no more.
        is_own_id: bool,
        refers: BTreeMap<Field, Choosable>,
    },
    /// The record ends on a day.
    Archive { day: String },
    /// The task becomes another party's.
    TakeOver(TakeOver),
    /// The party is called otherwise.
    NewName(NewName),
    /// Checking with the party that is open.
    Verify(PartyId, Verifying),
    /// What the last command left to decide.
    ToLook,
    /// Gaps and overlaps over all persons.
    OverAll,
    /// Another id for the record.
    Rename { id: String },
    /// Taking the record out.
    Delete,
    /// Replacing a text everywhere.
    Replace(Replacing),
    /// A rule need not hold for a record.
    SwitchOff { problem: Box<Problem>, reason: String, until: String },
    /// Saving to another file.
    SaveAs,
    /// Another file, to merge with.
    MergeWith,
    /// Another version of the guide, to be looked at.
    Proposal,
}

/// Something to do to several records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BulkPanel {
    /// They all have the same in a field.
    Set { at: Option<FieldPath> },
    /// A text is replaced.
    Replace(Replacing),
    /// They end on a day.
    End { day: String },
    /// They are taken out.
    Remove { with_dependents: bool },
}

impl Panel {
    /// Whether it asks for something to be typed or chosen; for a file a field asks for the focus by itself.
    fn asks(&self) -> bool {
        let is_read =
            matches!(self, Self::Form | Self::History | Self::Own | Self::ToLook | Self::OverAll | Self::Proposal);
        !is_read && !matches!(self, Self::SaveAs | Self::MergeWith)
    }

    /// Tells one from the next.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::History => "history",
            Self::Own => "own",
            Self::Bulk(_) => "bulk",
            Self::New { .. } => "new",
            Self::Archive { .. } => "archive",
            Self::TakeOver(_) => "take-over",
            Self::NewName(_) => "new-name",
            Self::Verify(..) => "verify",
            Self::ToLook => "to-look",
            Self::OverAll => "over-all",
            Self::Rename { .. } => "rename",
            Self::Delete => "delete",
            Self::Replace(_) => "replace",
            Self::SwitchOff { .. } => "switch-off",
            Self::SaveAs => "save-as",
            Self::MergeWith => "merge-with",
            Self::Proposal => "proposal",
        }
    }
}

/// A condition as it is edited; it is taken over at once or not at all.
#[derive(Debug)]
pub(super) struct ConditionDraft {
    pub(super) record: RecordKey,
    pub(super) at: FieldPath,
    pub(super) is_draft: bool,
    /// As it stands in the guide.
    pub(super) stands: Condition,
    /// As a table; `None` where it does not fit in one.
    pub(super) table: Option<Situations>,
    /// As text, while it is edited so.
    pub(super) text: Option<String>,
    /// What it means now; worked out at every change.
    pub(super) now: Condition,
    pub(super) facts: ConditionFacts,
    pub(super) difference: DifferenceFacts,
    /// Why the text is no condition.
    pub(super) wrong: Option<String>,
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typing {
    pub(super) record: RecordKey,
    pub(super) at: FieldPath,
    pub(super) is_draft: bool,
    pub(super) text: String,
    /// How it is read; words where nothing.
    pub(super) reads: Option<Reads>,
    /// Why it cannot be taken over.
    pub(super) wrong: Option<&'static str>,
}

impl BeheerState {
    /// Takes what is typed over into the guide; what cannot be read stays, and says why.
    pub(super) fn commit(&mut self, ctx: &mut Ctx<'_>) {
        let Some(typing) = self.typing.take() else { return };
        match input(&typing, ctx.app.language()) {
            Ok(input) if typing.is_draft => self.drafted = Some(input),
            Ok(input) => ctx.send(Command::Keep(Keep::Set(typing.record, typing.at, input))),
            Err(wrong) => self.typing = Some(Typing { wrong: Some(wrong), ..typing }),
        }
    }

    /// Puts something in a place: of the guide, or of what is about to be done to several records.
    pub(super) fn set(&mut self, ctx: &mut Ctx<'_>, place: &Place<'_>, input: Input) {
        if place.is_draft {
            self.drafted = Some(input);
        } else {
            ctx.send(Command::Keep(Keep::Set(place.record.clone(), place.field.at.clone(), input)));
        }
    }

    /// What is typed there, if anything is.
    pub(super) fn typed(&self, place: &Place<'_>) -> Option<&Typing> {
        self.typing.as_ref().filter(|typing| {
            typing.record == *place.record && typing.at == place.field.at && typing.is_draft == place.is_draft
        })
    }

    /// Shows something else in the middle.
    pub(super) fn show(&mut self, panel: Panel, ctx: &mut Ctx<'_>) {
        self.commit(ctx);
        self.enters = panel.asks();
        self.panel = panel;
        self.drafted = None;
        self.field_words = None;
        self.wanted.clear();
    }
}

/// What typed text is read as.
fn input(typing: &Typing, lang: Lang) -> Result<Input, &'static str> {
    let typed = typing.text.trim();
    let Some(reads) = typing.reads else { return Ok(Input::Text(typing.text.trim().to_owned())) };
    let or_nothing = |is_optional: bool| if is_optional { Ok(Input::Nothing) } else { Err(text::not_left_out(lang)) };
    match reads {
        Reads::Date | Reads::Number { is_optional: true } if typed.is_empty() => Ok(Input::Nothing),
        Reads::Date => read_date(typed).map(Input::Date).ok_or(text::not_a_date(lang)),
        Reads::Day { is_optional } if typed.is_empty() => or_nothing(is_optional),
        Reads::Day { .. } => match read_day(typed).map(PartialDate::Day) {
            Some(PartialDate::Day(day)) => Ok(Input::Day(day)),
            _ => Err(crate::text::window::not_a_date(lang)),
        },
        Reads::Time => typed.parse().map(Input::Time).map_err(|_| text::not_a_time(lang)),
        Reads::Number { .. } => typed.parse().map(Input::Number).map_err(|_| text::not_a_number(lang)),
        Reads::Letter => {
            let mut letters = typed.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(Input::Letter(letter)),
                _ => Err(text::not_a_letter(lang)),
            }
        }
    }
}
