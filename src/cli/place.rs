//! Where the person is, as asked beside the facets.

use super::Context;
use crate::{
    lookup::Whereabouts,
    model::{CallError, Lang},
    text::words,
};

/// Reads the gemeente.
///
/// # Errors
/// [`CallError::Gemeente`] with the nearest gemeente.
pub(super) fn read<'a>(gemeente: Option<&str>, context: &'a Context) -> Result<Whereabouts<'a>, CallError> {
    Whereabouts::read(gemeente, &context.regions).map_err(CallError::Gemeente)
}

/// What is odd about the name that was given, in a line of its own.
pub(super) fn about_name(place: Whereabouts<'_>, lang: Lang) -> String {
    let former = place.named().and_then(|place| Some(words::former_gemeente(place.former?, place.gemeente, lang)));
    former.map(|words| words + "\n").unwrap_or_default()
}
