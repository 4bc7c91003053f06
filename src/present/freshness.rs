//! How fresh a task is, in words.

use crate::{model::Lang, review::Freshness, text::keeping as text};

/// When somebody last checked a task with its party.
pub fn freshness_words(freshness: Freshness, lang: Lang) -> &'static str {
    match freshness {
        Freshness::Never => text::never_checked(lang),
        Freshness::Overdue => text::overdue(lang),
        Freshness::DueSoon => text::due_soon(lang),
        Freshness::Fresh => text::fresh(lang),
    }
}
