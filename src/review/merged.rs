//! What a merge broke that was whole on both sides.

use std::sync::Arc;

use super::check;
use crate::{
    lookup::{Index, run_scenario},
    model::{Date, Guide, Problem, RecordId, Regions, Severity},
};

/// What is wrong after a merge and was not before it, on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// Errors and warnings, apart from what nobody has chosen yet.
    pub problems: Vec<Problem>,
    /// Cases that no longer come out.
    pub scenarios: Vec<RecordId>,
}

/// What a merge of these two sides broke.
pub fn broken_by_merge(merged: &Guide, sides: [&Guide; 2], regions: &Regions, today: Date) -> Broken {
    // What is left to choose keeps a guide from use, and so from being asked whether its answers fit.
    let plain = |guide: &Guide| Arc::new(Guide { unresolved: Vec::new().into(), ..guide.clone() });
    let (merged, sides) = (plain(merged), sides.map(plain));
    let before = [&sides[0], &sides[1]].map(|side| check(side, regions, today));
    let is_new = |problem: &Problem| {
        // A place in a list may have moved.
        let is_it = |other: &Problem| other.record == problem.record && other.fault == problem.fault;
        problem.severity() != Severity::Note && !before.iter().flatten().any(is_it)
    };
    let problems = check(&merged, regions, today).into_iter().filter(is_new).collect();
    let failed = failing(&merged, regions);
    let failed_before = sides.map(|side| failing(&side, regions)).concat();
    let scenarios = failed.into_iter().filter(|id| !failed_before.contains(id)).collect();
    Broken { problems, scenarios }
}

/// The cases that do not come out as they should.
fn failing(guide: &Arc<Guide>, regions: &Regions) -> Vec<RecordId> {
    let Ok(index) = Index::new(Arc::clone(guide)) else { return Vec::new() };
    let fails = |scenario| run_scenario(&index, regions, scenario).map_or(true, |misses| !misses.is_empty());
    guide.scenarios.iter().filter(|scenario| fails(scenario)).map(|scenario| scenario.id.clone()).collect()
}
