//! What only the drawing of the answers needs to remember. Nothing of it is stored.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Weak,
};

use super::question::QuestionState;
use crate::{
    app::AnswersView,
    model::{AspectId, FacetId},
    ui::long_list::LongList,
};

/// What is unfolded, typed or laid out.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fold or a wish of its own")]
pub(super) struct WegwijzerState {
    /// Facets that the user folded or unfolded.
    pub(super) facet_folds: BTreeMap<FacetId, bool>,
    /// Whether all steps of the plan are told in full.
    pub(super) plan_unfolded: bool,
    /// Whether all first advice is shown.
    pub(super) first_unfolded: bool,
    /// What is unfolded among the answers.
    pub(super) unfolded: BTreeSet<Fold>,
    /// What of the answers was laid out.
    pub(super) answers: LongList<AnswersShape>,
    /// What the band with the question remembers.
    pub(super) question: QuestionState,
    /// What is typed in the field for the gemeente.
    pub(super) gemeente_text: String,
    /// Another person begins at the top, in the questions and in the answers.
    pub(super) side_to_top: bool,
    /// As above.
    pub(super) main_to_top: bool,
}

/// What can be unfolded among the answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Fold {
    /// The other answers of an aspect.
    Answers(AspectId),
    /// The gaps of an aspect.
    Gaps(AspectId),
}

/// What the heights of the answers follow from.
#[derive(Clone, Debug)]
pub(super) struct AnswersShape {
    /// Weak: an answer says something of a person, and is gone as soon as the app has another.
    pub(super) answers: Weak<AnswersView>,
    pub(super) unfolded: BTreeSet<Fold>,
    /// In bits, as is the next: only whether it is the same matters.
    pub(super) width: u32,
    pub(super) pixels_per_point: u32,
}

impl PartialEq for AnswersShape {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.answers, &other.answers)
            && self.unfolded == other.unfolded
            && (self.width, self.pixels_per_point) == (other.width, other.pixels_per_point)
    }
}
