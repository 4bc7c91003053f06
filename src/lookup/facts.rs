//! What the sources say of how old a fact is.

use crate::model::{Citation, Date, Guide, PartialDate};

/// The latest dated source, up to the day of asking, that says it.
///
/// Never a sign that somebody checked: that is `verified`.
pub fn last_source(guide: &Guide, citations: &[Citation], date: Date) -> Option<PartialDate> {
    citations
        .iter()
        .filter_map(|citation| guide.source(&citation.source)?.date)
        .filter(|source_date| source_date.first_day() <= date)
        .max()
}

/// Whether every dated source that says it is younger than the day of asking: nobody knows if it held already.
pub fn only_later_sources(guide: &Guide, citations: &[Citation], date: Date) -> bool {
    let mut dated = citations.iter().filter_map(|citation| guide.source(&citation.source)?.date).peekable();
    dated.peek().is_some() && dated.all(|source_date| source_date.first_day() > date)
}
