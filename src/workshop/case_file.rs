//! Training cases in a file of their own, that opens by itself.

use serde::{Deserialize, Serialize};

use crate::{
    edit::Base,
    model::{Guide, SCHEMA, Scenario, Table},
};

/// Training cases with the guide that they were made on: a file that is played without changing that guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// What they are called together. A file of cases begins with it.
    pub casus: String,
    /// The version of the form of its records: that of a guide.
    pub schema: u32,
    /// The guide that they were made on.
    pub base: Base,
    /// The cases.
    pub scenarios: Vec<Scenario>,
}

impl CaseFile {
    /// Cases that were made on a guide.
    pub fn new(title: &str, base: Base, scenarios: Vec<Scenario>) -> Self {
        Self { casus: title.to_owned(), schema: SCHEMA, base, scenarios }
    }

    /// The guide with these cases in the place of its own, to play them.
    pub fn over(&self, guide: &Guide) -> Guide {
        Guide { scenarios: Table::from(self.scenarios.clone()), ..guide.clone() }
    }

    /// Whether they were made on this guide, by the SHA-256 of its canonical text.
    pub fn is_made_on(&self, sum: &str) -> bool {
        self.base.sha256 == sum
    }
}
