//! Is the guide true, complete and agreed.
//!
//! [`check`] finds what is wrong with a guide; an error keeps it from being used, so that [`index`] gives none.
//! [`fix()`] mends what can be mended in one way only, and [`switch_off`] says that a rule need not hold for a record.

mod cases;
pub mod completeness;
mod coverage;
mod exceptions;
mod fix;
mod form;
mod freshness;
pub mod impact;
mod logic;
mod merged;
mod personal;
mod phone;
mod plain;
mod readers;
mod sources;
mod sourcing;
mod stretch;
mod structure;
mod supplement;
mod wording;

pub use coverage::{Cell, coverage};
pub use exceptions::{Reason, switch_off};
pub use fix::{Fixed, fix, fix_all};
pub use freshness::Freshness;
pub use merged::{Broken, broken_by_merge};
pub use sources::{Rests, objects_by_source};
pub use supplement::{laid_over, with_supplement};

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::{
    lookup::Index,
    model::{Date, Fault, Field, FieldPath, Guide, IndexError, Problem, RecordKey, Regions, error_count, walk::Place},
};

/// All problems of a guide, errors first, then by rule and record; `today` is the day of checking.
pub fn check(guide: &Arc<Guide>, regions: &Regions, today: Date) -> Vec<Problem> {
    examine(guide, regions, today, true).0
}

/// The index of a guide that may be used: one without errors.
///
/// # Errors
/// All its problems, as [`check`] tells them, when one of them is an error.
pub fn index(guide: &Arc<Guide>, regions: &Regions, today: Date) -> Result<Index, Vec<Problem>> {
    // Whether cases come out is told by who checks, and keeps no guide from use.
    match examine(guide, regions, today, false) {
        (problems, Some(index)) if error_count(&problems) == 0 => Ok(index),
        (problems, _) => Err(problems),
    }
}

/// All problems of a guide, as [`check`] tells them, and its index; none when one of them is an error.
pub fn examined(guide: &Arc<Guide>, regions: &Regions, today: Date) -> (Vec<Problem>, Option<Index>) {
    let (problems, index) = examine(guide, regions, today, true);
    let index = index.filter(|_| error_count(&problems) == 0);
    (problems, index)
}

/// The problems of a guide, and the index with which they were found; none where its facets do not fit.
fn examine(guide: &Arc<Guide>, regions: &Regions, today: Date, plays: bool) -> (Vec<Problem>, Option<Index>) {
    let (index, mut problems) = rayon::join(|| Index::new(Arc::clone(guide)), || of_records(guide, regions, today));
    let index = match index {
        Err(error) => {
            let record = error.record();
            problems.push(match error {
                IndexError::TooComplex(_) => problem_of(record, None, Fault::TooComplex),
                _ => problem_of(record, Some(Field::Values), Fault::FacetSize(error)),
            });
            None
        }
        Ok(index) => {
            // What a condition means is only asked when all its words exist.
            if error_count(&problems) == 0 {
                let mut played = Vec::new();
                let play = |played: &mut Vec<Problem>| {
                    if plays {
                        cases::play(&index, regions, played);
                    }
                };
                rayon::join(|| logic::check(&index, &mut problems), || play(&mut played));
                problems.append(&mut played);
            }
            Some(index)
        }
    };
    exceptions::apply(guide, today, &mut problems);
    problems.sort_by_cached_key(|problem| {
        (problem.severity(), problem.rule(), problem.object().to_owned(), problem.place())
    });
    (problems, index)
}

/// What can be seen without asking who meets a condition; its rules need nothing of each other.
fn of_records(guide: &Guide, regions: &Regions, today: Date) -> Vec<Problem> {
    type Rules<'a> = &'a (dyn Fn(&mut Vec<Problem>) + Sync);
    let rules: [Rules<'_>; 6] = [
        &|problems| structure::check(guide, regions, problems),
        &|problems| sourcing::check(guide, today, problems),
        &|problems| wording::check(guide, regions, problems),
        &|problems| readers::check(guide, problems),
        &|problems| form::check(guide, problems),
        &|problems| cases::check(guide, problems),
    ];
    let found = rules.par_iter().map(|rule| {
        let mut problems = Vec::new();
        rule(&mut problems);
        problems
    });
    found.flatten().collect()
}

/// A problem where a walk is.
fn problem(place: &Place<'_>, fault: Fault) -> Problem {
    Problem { record: place.record.clone(), field: place.path(), fault }
}

/// A problem of a field of a record, or of the record as a whole.
fn problem_of(record: impl Into<RecordKey>, field: Option<Field>, fault: Fault) -> Problem {
    Problem { record: record.into(), field: field.map(FieldPath::from).unwrap_or_default(), fault }
}
