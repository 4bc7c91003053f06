//! Is the guide true, complete and agreed.
//!
//! [`check`] finds what is wrong with a guide; an error keeps it from being used.

mod coverage;
mod logic;
mod sources;
mod sourcing;
mod structure;
mod wording;

pub use coverage::{Cell, coverage};
pub use sources::objects_by_source;

use std::sync::Arc;

use crate::{
    lookup::Index,
    model::{Date, Fault, Field, FieldPath, Guide, Problem, RecordKey, Regions, error_count, walk::Place},
};

/// All problems of a guide, errors first, then by rule and record; `today` is the day of checking.
pub fn check(guide: &Arc<Guide>, regions: &Regions, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    structure::check(guide, regions, &mut problems);
    sourcing::check(guide, today, &mut problems);
    wording::check(guide, regions, &mut problems);
    match Index::new(Arc::clone(guide)) {
        Err(error) => {
            let facet = error.facet().clone();
            problems.push(problem_of(&facet, Some(Field::Values), Fault::FacetSize(error)));
        }
        // What a condition means is only asked when all its words exist.
        Ok(index) if error_count(&problems) == 0 => logic::check(&index, &mut problems),
        Ok(_) => {}
    }
    problems.sort_by_cached_key(|problem| {
        (problem.severity(), problem.rule(), problem.object().to_owned(), problem.place())
    });
    problems
}

/// A problem where a walk is.
fn problem(place: &Place<'_>, fault: Fault) -> Problem {
    Problem { record: place.record.clone(), field: place.path(), fault }
}

/// A problem of a field of a record, or of the record as a whole.
fn problem_of(record: impl Into<RecordKey>, field: Option<Field>, fault: Fault) -> Problem {
    Problem { record: record.into(), field: field.map(FieldPath::from).unwrap_or_default(), fault }
}
