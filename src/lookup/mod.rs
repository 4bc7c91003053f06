//! Who is responsible: an exact answer to a partial question, as of a date.
//!
//! A [`Profile`] is a set of persons: a `Cube` in the space of all persons.
//! The [`Index`] turns every condition of a guide into a diagram within the space that the impossible combinations
//! leave, and answers all of them in one pass ([`Index::look_up`]).
//! Explanations ([`Index::because`], [`Index::depends_on`], [`Index::why_not`]) are worked out only when asked.
//! [`oracle`] does the same by enumerating persons; tests hold the two equal.
//!
//! ```
//! use std::sync::Arc;
//!
//! use wegwijzer::{
//!     file::embedded_guide,
//!     lookup::{Index, Verdict, Profile},
//!     model::{AspectId, Date},
//! };
//!
//! let index = Index::new(Arc::new(embedded_guide().expect("the guide inside the program"))).expect("its facets fit");
//! let guide = index.guide();
//! let given = ["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "strafproces=informatief-gesprek",
//!     "vindplaats=elders-in-nederland"];
//! let profile = Profile::parse(guide, given).expect("words of the guide");
//! let outcome = index.look_up(&profile, Date::constant(2022, 2, 3)).expect("such a person can be");
//!
//! // Who gives shelter is still open, and the answer says on what it depends.
//! let answers = outcome.answers_in(&index, &AspectId::new("opvang").expect("an id"));
//! let (shelter, verdict) =
//!     answers.into_iter().find(|(at, _)| guide.responsibilities[*at].id.as_str() == "cosm-opvang").expect("an answer");
//! assert_eq!(verdict, Verdict::Depends);
//! let open: Vec<_> = index.depends_on(&outcome, shelter).iter().map(|at| guide.facets[*at].id.as_str()).collect();
//! assert_eq!(open, ["aanwijzing"]);
//!
//! // Once that is known it is certain, because of the smallest set of facets that is enough.
//! let profile = Profile::parse(guide, given.into_iter().chain(["aanwijzing=geringste-aanwijzing"])).expect("words of the guide");
//! let outcome = index.look_up(&profile, Date::constant(2022, 2, 3)).expect("such a person can be");
//! assert_eq!(outcome.standing(shelter), Some(Verdict::Applies));
//! let because: Vec<_> =
//!     index.because(&profile, shelter).iter().map(|reason| guide.facets[reason.facet].id.as_str()).collect();
//! assert!(["leeftijd", "aanwijzing", "verblijf"].iter().all(|facet| because.contains(facet)));
//! ```

mod answer;
mod as_of;
mod characteristics;
mod choices;
mod compare;
mod counts;
mod cover;
mod days;
mod explain;
mod facts;
mod fixed;
mod fold;
mod index;
mod judged;
mod mdd;
mod nearest;
pub mod oracle;
mod plan;
mod priority;
mod profile;
mod question;
mod region;
mod scenario;
mod search;
mod sets;
mod space;
mod subsets;
mod terms;
mod versions;
mod whereabouts;

pub use crate::model::{HitKind, HitReason, Verdict};
pub use answer::Outcome;
pub use as_of::AsOf;
pub use characteristics::{Characteristic, find_characteristics};
pub use choices::ChoiceEffect;
pub use compare::{Change, Comparison};
pub use counts::{Counts, FacetCounts};
pub use cover::{Cover, PersonBox, values_in};
pub use days::AskableDays;
pub use explain::{Exclusion, Reason, WhyNot};
pub use facts::{edition_age_in_months, is_old, is_only_announced, is_start_unknown, source_age};
pub use fixed::ASKER;
pub use fold::fold;
pub use index::{Conditioned, Index};
pub use judged::{Difference, Judged, NearMiss};
pub use nearest::nearest;
pub use plan::{CITIZEN, MOST_STEPS, Plan, PlanPart, PlanStep};
pub use priority::{MOST_TOLD, Priorities, Priority, told_at_once};
pub use profile::{Known, Profile};
pub use question::{NextQuestion, QuestionOption};
pub use region::{RegionalCare, find_gemeente, find_place, namesakes, national_fallback};
pub use scenario::{Miss, run_scenario, run_standing};
pub use search::{Hit, SearchIndex};
pub use sets::{PersonSet, PersonSets};
pub use space::{Cube, Space};
pub use terms::{TermStarts, last_day};
pub use versions::Versions;
pub use whereabouts::Whereabouts;
