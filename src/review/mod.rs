//! Is the guide true, complete and agreed.
//!
//! [`check`] finds what is wrong with a guide; an error keeps it from being used.

mod coverage;
mod logic;
mod problem;
mod sourcing;
mod structure;
mod texts;
mod wording;

pub use coverage::{Cell, coverage};
pub use problem::{Problem, Rule, Severity, error_count};

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    lookup::Index,
    model::{Date, Guide, Regions, SourceId},
};

/// Per source, the ids of the records that rest on it, in the guide's order.
pub fn objects_by_source(guide: &Guide) -> BTreeMap<SourceId, Vec<String>> {
    texts::objects_by_source(guide)
}

/// All problems of a guide, errors first; `today` is the day of checking.
pub fn check(guide: &Arc<Guide>, regions: &Regions, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    structure::check(guide, regions, &mut problems);
    sourcing::check(guide, today, &mut problems);
    wording::check(guide, regions, &mut problems);
    match Index::new(Arc::clone(guide)) {
        Err(error) => problems.push(Problem::new(Rule::FacetSize, "facets", "values", error.to_string())),
        // What a condition means is only asked when all its words exist.
        Ok(index) if error_count(&problems) == 0 => logic::check(&index, &mut problems),
        Ok(_) => {}
    }
    problems.sort();
    problems
}
