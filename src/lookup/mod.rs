//! Who is responsible: an exact answer to a partial question, as of a date.
//!
//! A [`Profile`] is a box in the space of all persons.
//! The [`Index`] turns every condition of a guide into a diagram within the space that the impossible combinations
//! leave, and answers all of them in one pass ([`Index::look_up`]).
//! Explanations ([`Index::because`], [`Index::depends_on`], [`Index::why_not`]) are worked out only when asked.
//! [`oracle`] does the same by enumerating persons; tests hold the two equal.

mod answer;
mod compare;
mod diagram;
mod explain;
mod facts;
mod fold;
mod here;
mod index;
mod nearest;
pub mod oracle;
mod profile;
mod question;
mod region;
mod scenario;
mod search;
mod space;
mod terms;

pub use crate::model::{HitKind, HitReason, Match};
pub use answer::{Counts, FacetCounts, Outcome};
pub use compare::{Change, Comparison};
pub use explain::{Exclusion, Reason, WhyNot};
pub use facts::{edition_age_in_months, is_old, is_start_unknown, last_source};
pub use fold::fold;
pub use here::Here;
pub use index::{Conditioned, Index};
pub use nearest::nearest;
pub use profile::{Known, Profile};
pub use question::{NextQuestion, QuestionOption};
pub use region::{RegionalCare, find_gemeente, national_fallback};
pub use scenario::{Miss, run_scenario};
pub use search::{Hit, SearchIndex};
pub use space::{PersonBox, Space};
pub use terms::last_day;
