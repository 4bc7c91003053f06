//! The JSON that other programs rely on, as `CONTRACT.md` writes it: names, order and meaning of every field.
//!
//! Pure: it needs neither a command line nor a disk, so that whatever answers in JSON answers alike.
#![expect(missing_docs, reason = "the fields bear the names of CONTRACT.md, which says what each means")]

mod answer;
mod compare;
mod explain;
mod guide;
mod lookup;
mod plan;
mod quiz;
mod route;

pub use answer::{
    Answer, ContactJson, ExcludedJson, ExclusionJson, FacetValues, GEMEENTE, GapJson, KnownFacet, QuestionJson, Source,
    SourcedText, TermJson, ValidJson, answer, excluded, facet_ids, gap,
};
pub use compare::{ChangeJson, CompareJson, compare};
pub use explain::{ExplainJson, explain};
pub use guide::{GuideJson, OriginJson, guide_json};
pub use lookup::{FormerJson, LookupJson, NamesakeJson, PhaseJson, RegionJson, Wanted, lookup};
pub use plan::{PerhapsJson, PlanContactJson, PlanStepJson};
pub use quiz::{QuizJson, QuizOptionJson, QuizQuestionJson, quiz};
pub use route::{RouteJson, RoutesJson, SharingJson, StepJson, routes};
