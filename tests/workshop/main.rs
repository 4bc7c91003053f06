//! The workshop: cases that are played, what the room sees, and questions made from the guide. Core only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

mod case_files;
mod debriefs;
mod players;
mod quizzes;
mod rooms;

use std::sync::{Arc, OnceLock};

use wegwijzer::{
    file::{embedded_guide, embedded_regions},
    lookup::Index,
    model::{Lang, RecordId, Regions, Scenario},
    workshop::Showing,
};

/// The guide inside the program.
pub(crate) fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(Arc::new(embedded_guide().unwrap())).unwrap())
}

pub(crate) fn regions() -> &'static Regions {
    static REGIONS: OnceLock<Regions> = OnceLock::new();
    REGIONS.get_or_init(|| embedded_regions().unwrap())
}

pub(crate) fn showing(lang: Lang) -> Showing<'static> {
    Showing { index: index(), regions: regions(), lang, sum: None }
}

pub(crate) fn id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

pub(crate) fn case(text: &str) -> &'static Scenario {
    index().guide().scenarios.get(&id(text)).unwrap()
}

/// The cases of the guide that have steps.
pub(crate) fn played() -> impl Iterator<Item = &'static Scenario> {
    index().guide().scenarios.iter().filter(|case| !case.steps.is_empty())
}
