//! Which regional parties belong to a gemeente.

use crate::{
    lookup::fold,
    model::{CareCoordinator, Date, FormerGemeente, Gemeente, Guide, Party, PartyId, Place, Regions, UnknownGemeente},
};

/// Finds a gemeente by name, other spelling, search term or CBS code, whatever its case, accents and spaces.
///
/// The province behind a name, as in «Hengelo (O.)», may be left out where one gemeente is called so.
///
/// # Errors
/// [`UnknownGemeente`] with the nearest name, or with all gemeenten that are called so.
pub fn find_gemeente<'a>(regions: &'a Regions, text: &str) -> Result<&'a Gemeente, UnknownGemeente> {
    let wanted = Wanted::of(text);
    of_today(regions, text, &wanted).unwrap_or_else(|| Err(unknown(regions, text, &wanted)))
}

/// As [`find_gemeente`], also by the name of a gemeente that is gone: then the one in its place, and which was meant.
///
/// # Errors
/// As [`find_gemeente`]; of a name that led to several gemeenten, all of them.
pub fn find_place<'a>(regions: &'a Regions, text: &str) -> Result<Place<'a>, UnknownGemeente> {
    let wanted = Wanted::of(text);
    if let Some(found) = of_today(regions, text, &wanted) {
        return found.map(|gemeente| Place { gemeente, former: None });
    }
    let is_called = |former: &&FormerGemeente| wanted.is(&former.name) || wanted.is(without_province(&former.name));
    let mut places: Vec<Place<'_>> = Vec::new();
    for former in regions.former.iter().filter(is_called) {
        let gemeente = regions.gemeenten.iter().find(|gemeente| gemeente.code == former.now);
        if let Some(gemeente) = gemeente.filter(|found| places.iter().all(|place| place.gemeente != *found)) {
            places.push(Place { gemeente, former: Some(former) });
        }
    }
    // «Valkenburg» was a gemeente, and is what many call Valkenburg aan de Geul.
    let longer = regions.gemeenten.iter().filter(|gemeente| wanted.begins(&gemeente.name));
    if let [only] = places[..] {
        places.extend(longer.filter(|found| *found != only.gemeente).map(|gemeente| Place { gemeente, former: None }));
    }
    match places[..] {
        // «Zeeland» is a village too, and most who say it mean the region.
        [only] if regions.veiligheidsregios().all(|region| !wanted.is(region)) => Ok(only),
        [] => Err(unknown(regions, text, &wanted)),
        _ => {
            let nearest = places.iter().map(|place| place.gemeente.name.clone()).collect();
            Err(UnknownGemeente { given: text.to_owned(), nearest })
        }
    }
}

/// Former gemeenten that were called as this one is, with the gemeente in their place: who lives there says the same
/// name and means another place.
pub fn namesakes<'a>(
    regions: &'a Regions,
    gemeente: &'a Gemeente,
) -> impl Iterator<Item = (&'a FormerGemeente, &'a Gemeente)> {
    let wanted = Wanted::of(without_province(&gemeente.name));
    let called = regions.former.iter().filter(move |former| wanted.is(without_province(&former.name)));
    let now = called.filter_map(|former| Some((former, regions.gemeenten.iter().find(|now| now.code == former.now)?)));
    now.filter(|(_, now)| now.code != gemeente.code)
}

/// A name of a place, as it is compared: without case, accents and spaces, and with what is often cut short in full.
struct Wanted {
    name: String,
}

impl Wanted {
    fn of(text: &str) -> Self {
        let name = key(text);
        // «Gemeente Utrecht», and no gemeente is called so.
        let short = ["gemeente", "gem"].iter().find_map(|word| {
            let folded = fold(text);
            folded.strip_prefix(word)?.strip_prefix(' ').map(key)
        });
        Self { name: short.unwrap_or(name) }
    }

    fn is(&self, name: &str) -> bool {
        !self.name.is_empty() && key(name) == self.name
    }

    /// Whether the first word of a longer name is this one.
    fn begins(&self, name: &str) -> bool {
        name.split_once(' ').is_some_and(|(first, _)| self.is(first))
    }
}

fn key(text: &str) -> String {
    fold(text).split(' ').fold(String::new(), |key, word| {
        key + match word {
            "st" => "sint",
            "a/d" => "aanden",
            word => word,
        }
    })
}

/// The gemeente of today that is called so; `None` when none is.
fn of_today<'a>(regions: &'a Regions, text: &str, wanted: &Wanted) -> Option<Result<&'a Gemeente, UnknownGemeente>> {
    let mut all = regions.gemeenten.iter();
    let found = all.find(|gemeente| is_code(gemeente, &wanted.name) || names(gemeente).any(|name| wanted.is(name)));
    if let Some(found) = found {
        return Some(Ok(found));
    }
    let called = regions.gemeenten.iter().filter(|gemeente| wanted.is(without_province(&gemeente.name)));
    match called.collect::<Vec<_>>()[..] {
        [] => None,
        [only] => Some(Ok(only)),
        ref several => {
            let nearest = several.iter().map(|gemeente| gemeente.name.clone()).collect();
            Some(Err(UnknownGemeente { given: text.to_owned(), nearest }))
        }
    }
}

/// What was probably meant: only a name that is a slip of the finger away, for another gemeente is another answer.
fn unknown(regions: &Regions, text: &str, wanted: &Wanted) -> UnknownGemeente {
    let of_today =
        regions.gemeenten.iter().flat_map(|gemeente| names(gemeente).map(move |name| (name, &gemeente.name)));
    let all = of_today.chain(regions.former.iter().map(|former| (&former.name, &former.name)));
    let slips = if wanted.name.len() < 6 { 1 } else { 2 };
    let near = all.map(|(name, called)| (strsim::damerau_levenshtein(&wanted.name, &key(name)), called));
    let nearest =
        near.filter(|(errors, _)| *errors <= slips && wanted.name.len() > 3).min_by_key(|(errors, _)| *errors);
    UnknownGemeente { given: text.to_owned(), nearest: nearest.map(|(_, name)| name.clone()).into_iter().collect() }
}

fn names(gemeente: &Gemeente) -> impl Iterator<Item = &String> {
    std::iter::once(&gemeente.name).chain(&gemeente.search_terms)
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
