//! What is odd about what was asked.

use super::Asked;
use crate::model::Suspicious;

/// A warning that holds for all persons that are left.
#[derive(Clone, Copy, Debug)]
pub struct WarningFacts<'a> {
    /// Its text, the combination that is odd, and who says so.
    pub rule: &'a Suspicious,
    /// Whether no source says it but the guide's makers assume it.
    pub is_assumption: bool,
}

impl<'a> Asked<'a> {
    /// The warnings, in the guide's order.
    pub fn warnings(self) -> impl Iterator<Item = WarningFacts<'a>> {
        let rules = self.outcome.warnings.iter().map(move |rule| &self.guide().suspicious[*rule]);
        rules.map(|rule| WarningFacts { rule, is_assumption: rule.basis.is_assumption() })
    }
}
