//! Which regional parties belong to a gemeente.

use serde::{Deserialize, Serialize};

use super::{Citation, Date, PartialDate, Validity, date::read_day};

/// The regional part of the country: a table of its own, beside the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// The division of gemeenten that the table follows.
    pub division_date: Option<PartialDate>,
    /// Every gemeente of that division.
    #[serde(default)]
    pub gemeenten: Vec<Gemeente>,
    /// Gemeenten that are gone, by the names that people still use.
    #[serde(default)]
    pub former: Vec<FormerGemeente>,
    /// Regional zorgcoördinatoren by name; never with a number.
    #[serde(default)]
    pub care_coordinators: Vec<CareCoordinator>,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}

impl Regions {
    /// The veiligheidsregio's, each once, by name.
    pub fn veiligheidsregios(&self) -> impl Iterator<Item = &str> {
        let names: std::collections::BTreeSet<&str> =
            self.gemeenten.iter().map(|gemeente| gemeente.veiligheidsregio.as_str()).collect();
        names.into_iter()
    }
}

/// A gemeente and its regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gemeente {
    /// CBS code, such as `GM0363`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Old spellings, villages and other words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub search_terms: Vec<String>,
    /// The veiligheidsregio in which it lies.
    pub veiligheidsregio: String,
    /// The regional police unit in whose area it lies.
    pub politie_eenheid: String,
    /// Regionaal Informatie- en Expertisecentrum; follows from the police unit.
    pub riec: String,
}

/// A gemeente that is no more, and the one that came in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerGemeente {
    /// Name.
    pub name: String,
    /// The first day without it.
    #[serde(deserialize_with = "read_day")]
    pub until: Date,
    /// CBS code of the gemeente of today that the sources name in its place; a part may have gone to another.
    pub now: String,
}

/// Where a person is, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The gemeente of today.
    pub gemeente: &'a Gemeente,
    /// The former gemeente by whose name it was found.
    pub former: Option<&'a FormerGemeente>,
}

impl Gemeente {
    /// Its name, and the regions in which it lies.
    pub fn places(&self) -> [&str; 4] {
        [&self.name, &self.veiligheidsregio, &self.politie_eenheid, &self.riec]
    }
}

/// A regional zorgcoördinator as a source names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareCoordinator {
    /// The organisation that coordinates there.
    pub name: String,
    /// The region as the source calls it.
    pub area: String,
    /// The veiligheidsregio's that lie in that region.
    #[serde(default)]
    pub veiligheidsregios: Vec<String>,
    /// Whether the source is too old to rely on.
    #[serde(default)]
    pub outdated: bool,
    /// When it is in force; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}
