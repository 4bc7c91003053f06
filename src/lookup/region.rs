//! Which regional parties belong to a gemeente.

use super::nearest::nearest;
use crate::{
    lookup::fold,
    model::{CareCoordinator, Date, Gemeente, Regions},
};

/// Why a text is no gemeente.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("onbekende gemeente «{given}»{}; met «onbekend» krijgt u de landelijke terugval",
    nearest.as_ref().map(|nearest| format!("; bedoelt u «{nearest}»?")).unwrap_or_default())]
pub struct UnknownGemeente {
    /// As typed.
    pub given: String,
    /// What was probably meant.
    pub nearest: Option<String>,
}

/// Finds a gemeente by name, old spelling, search term or CBS code, whatever its case and accents.
///
/// # Errors
/// [`UnknownGemeente`] with the nearest name.
pub fn find_gemeente<'a>(regions: &'a Regions, text: &str) -> Result<&'a Gemeente, UnknownGemeente> {
    let wanted = fold(text.trim());
    let names = |gemeente: &'a Gemeente| std::iter::once(&gemeente.name).chain(&gemeente.search_terms);
    let found = regions
        .gemeenten
        .iter()
        .find(|gemeente| fold(&gemeente.code) == wanted || names(gemeente).any(|name| fold(name) == wanted));
    found.ok_or_else(|| {
        let folded: Vec<(String, &str)> = regions
            .gemeenten
            .iter()
            .flat_map(|gemeente| names(gemeente).map(|name| (fold(name), gemeente.name.as_str())))
            .collect();
        let nearest = nearest(&wanted, folded.iter().map(|(name, _)| name.as_str()));
        let nearest = nearest.and_then(|name| folded.iter().find(|(folded, _)| folded == name));
        UnknownGemeente { given: text.to_owned(), nearest: nearest.map(|(_, name)| (*name).to_owned()) }
    })
}

/// The zorgcoördinator that a source names for a gemeente on a date; one that is not outdated goes first.
pub fn care_coordinator<'a>(regions: &'a Regions, gemeente: &Gemeente, date: Date) -> Option<&'a CareCoordinator> {
    regions
        .care_coordinators
        .iter()
        .filter(|coordinator| {
            coordinator.veiligheidsregios.contains(&gemeente.veiligheidsregio) && coordinator.valid.holds_on(date)
        })
        .min_by_key(|coordinator| coordinator.outdated)
}
