//! Questions made from the guide, with their right answers: reproducible by a seed.
//!
//! A right answer certainly applies, as the primary one, without a condition that no facet asks, without a known
//! contradiction between sources, and from a known day. A wrong one is certainly excluded: never one that depends, and
//! never one that has to do with a right one. What is one facet away comes first, because it teaches most.

mod ground;
mod key;
mod make;
mod next_question;
mod question;
mod situation;
mod term;
mod who;

pub use make::quiz;
pub use question::{About, QuizKind, QuizOption, QuizQuestion, QuizRequest};
