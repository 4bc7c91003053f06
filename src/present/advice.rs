//! What is said before any answer.

use super::Asked;
use crate::model::{FirstAdvice, Label, Verdict};

/// One advice, as it is said of these persons.
#[derive(Clone, Copy, Debug)]
pub struct AdviceFacts<'a> {
    /// The advice, and who says so.
    pub record: &'a FirstAdvice,
    /// Its words: of whom it certainly concerns nobody asks whether it does.
    pub text: &'a Label,
    /// Whether it surely concerns them.
    pub verdict: Verdict,
}

impl<'a> Asked<'a> {
    /// The advice, in the guide's order.
    pub fn advice(self) -> impl Iterator<Item = AdviceFacts<'a>> {
        self.outcome.first.iter().map(move |(advice, verdict)| {
            let record = &self.guide().first[*advice];
            let certain = record.certain.as_ref().filter(|_| *verdict == Verdict::Applies);
            AdviceFacts { record, text: certain.unwrap_or(&record.text), verdict: *verdict }
        })
    }
}
