//! What is on screen: the answer to the case, and what the drawer explains of it.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    sync::Arc,
};

use super::{
    AnswersView, Document, FacetView, InChain, PlanView, RouteView, Selected,
    answers::{Ordered, Question},
    case::Case,
    facets,
};
use crate::{
    lookup::{ChoiceEffect, Outcome},
    model::{Facet, Ix, Lang, Party, Responsibility},
};

/// What choices would do, per facet and row that can be chosen.
pub(super) type Effects = BTreeMap<(Ix<Facet>, usize), ChoiceEffect>;

/// The answer to the case, in rows that are ready to draw.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) outcome: Arc<Outcome>,
    pub(super) answers: Arc<AnswersView>,
    pub(super) plan: Arc<PlanView>,
    pub(super) facets: Arc<Vec<FacetView>>,
    /// What choices would do, once that is shown.
    pub(super) effects: OnceCell<Effects>,
    /// What a dependent answer depends on, in words, as far as it was shown.
    pub(super) depends_on: RefCell<BTreeMap<Ix<Responsibility>, Arc<str>>>,
}

impl Answered {
    /// `own` is the party where the user works.
    pub(super) fn new(
        document: &Document,
        case: &Case,
        outcome: Arc<Outcome>,
        own: Option<Ix<Party>>,
        lang: Lang,
    ) -> Self {
        let (index, profile) = (&document.index, &case.profile);
        let question = Question { index, profile, outcome: &outcome, own };
        // The plan and the order of the answers take the most, and about as long.
        let (plan, (ordered, facets)) = rayon::join(
            || index.plan(&outcome),
            || (Ordered::new(question, lang), facets::views(index, profile, &outcome, lang)),
        );
        let answers = ordered.beside(&plan, index.guide());
        Self {
            answers: Arc::new(answers),
            plan: Arc::new(PlanView::new(plan)),
            facets: Arc::new(facets),
            outcome,
            effects: OnceCell::new(),
            depends_on: RefCell::default(),
        }
    }
}

/// What is explained, and the way there.
#[derive(Debug, Default)]
pub(super) struct Drawer {
    pub(super) selected: Option<Selected>,
    pub(super) route: Option<Arc<RouteView>>,
    pub(super) in_chain: Option<Arc<InChain>>,
}
