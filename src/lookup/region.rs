//! Which regional parties belong to a gemeente.

use super::nearest::nearest;
use crate::{
    lookup::fold,
    model::{CareCoordinator, Date, Gemeente, Guide, Party, PartyId, Regions, UnknownGemeente},
};

/// Finds a gemeente by name, old spelling, search term or CBS code, whatever its case and accents.
///
/// The province behind a name, as in «Hengelo (O.)», may be left out where one gemeente is called so.
///
/// # Errors
/// [`UnknownGemeente`] with the nearest name, or with all gemeenten that are called so.
pub fn find_gemeente<'a>(regions: &'a Regions, text: &str) -> Result<&'a Gemeente, UnknownGemeente> {
    let wanted = fold(text.trim());
    let names = |gemeente: &'a Gemeente| std::iter::once(&gemeente.name).chain(&gemeente.search_terms);
    let found = regions
        .gemeenten
        .iter()
        .find(|gemeente| is_code(gemeente, &wanted) || names(gemeente).any(|name| fold(name) == wanted));
    if let Some(found) = found {
        return Ok(found);
    }
    let called: Vec<&Gemeente> =
        regions.gemeenten.iter().filter(|gemeente| fold(without_province(&gemeente.name)) == wanted).collect();
    if let [only] = called[..] {
        return Ok(only);
    }
    let nearest = if called.is_empty() {
        let folded: Vec<(String, &str)> = regions
            .gemeenten
            .iter()
            .flat_map(|gemeente| names(gemeente).map(|name| (fold(name), gemeente.name.as_str())))
            .collect();
        let nearest = nearest(&wanted, folded.iter().map(|(name, _)| name.as_str()));
        let found = nearest.and_then(|name| folded.iter().find(|(folded, _)| folded == name));
        found.map(|(_, name)| (*name).to_owned()).into_iter().collect()
    } else {
        called.iter().map(|gemeente| gemeente.name.clone()).collect()
    };
    Err(UnknownGemeente { given: text.to_owned(), nearest })
}

/// Whether this is its CBS code: «GM0363», or the number alone.
fn is_code(gemeente: &Gemeente, wanted: &str) -> bool {
    let code = fold(&gemeente.code);
    let number = |digits: &str| digits.parse::<u32>().ok();
    code == wanted
        || (wanted.len() <= 4 && number(wanted).is_some() && number(wanted) == number(code.trim_start_matches("gm")))
}

/// «Hengelo (O.)» is called Hengelo.
fn without_province(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(called, _)| called)
}

/// Whom one can always ask, whatever the region.
const FALLBACK: [&str; 2] = ["comensha", "politie"];

/// Who coordinates the care where the person is, as far as the sources know.
#[derive(Clone, Copy, Debug)]
pub struct RegionalCare<'a> {
    /// The zorgcoördinator that a source names.
    pub coordinator: Option<&'a CareCoordinator>,
}

impl<'a> RegionalCare<'a> {
    /// What is known of a gemeente on a date; of no gemeente, nothing.
    pub fn of(regions: &'a Regions, gemeente: Option<&Gemeente>, date: Date) -> Self {
        Self { coordinator: gemeente.and_then(|gemeente| care_coordinator(regions, gemeente, date)) }
    }

    /// Whether no current source names anybody, so that the national fallback must be said.
    pub fn needs_fallback(&self) -> bool {
        self.coordinator.is_none_or(|named| named.outdated)
    }
}

/// The parties of the national fallback that the guide knows.
pub fn national_fallback(guide: &Guide) -> impl Iterator<Item = &Party> {
    FALLBACK.iter().filter_map(|id| guide.party(&PartyId::new(id).ok()?))
}

/// The zorgcoördinator that a source names for a gemeente on a date; one that is not outdated goes first.
fn care_coordinator<'a>(regions: &'a Regions, gemeente: &Gemeente, date: Date) -> Option<&'a CareCoordinator> {
    regions
        .care_coordinators
        .iter()
        .filter(|coordinator| {
            coordinator.veiligheidsregios.contains(&gemeente.veiligheidsregio) && coordinator.valid.holds_on(date)
        })
        .min_by_key(|coordinator| coordinator.outdated)
}
