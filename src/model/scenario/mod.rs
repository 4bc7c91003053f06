//! Training cases, which are regression cases too.

mod show;
mod step;
mod way;

pub use show::{Show, ShowKind};
pub use step::{Branch, ScenarioStep};
pub use way::Standing;

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, MapAccess, Unexpected, Visitor},
};
use strum::EnumIter;

use super::{AspectId, Date, FacetId, Label, PartyId, RecordId, Role, ValueId, date::read_day};

/// What is known of a person, in the words of a profile; a facet that is not named is unknown.
pub type Given = BTreeMap<FacetId, Vec<ValueId>>;

/// A person in words and facets, and who should be found; played step by step where it has steps.
///
/// The case itself is where it starts: its story, what is known, its day and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Unique among the scenarios of the guide; never changes its meaning.
    pub id: RecordId,
    /// Its title.
    pub title: Label,
    /// The case as told to participants; invented.
    pub story: String,
    /// The day of asking.
    #[serde(deserialize_with = "read_day")]
    pub date: Date,
    /// What is known; a facet that is not named is unknown.
    #[serde(deserialize_with = "each_once")]
    pub given: Given,
    /// The gemeente, where it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gemeente: Option<String>,
    /// What the answer must hold, and must not.
    pub expect: Vec<Expectation>,
    /// For the trainer only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// For the participants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
    /// For whom it was made; for everybody when nobody is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<PartyId>,
    /// How long all of it takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What happens, in the order in which it is told; the order is left where a step says what comes next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<ScenarioStep>,
    /// The SHA-256 of the guide on which it is played; it follows the guide at hand when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<String>,
}

/// One thing that an answer must hold, or must not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// In which aspect.
    pub aspect: AspectId,
    /// Which party; none with [`ScenarioOutcome::Gat`] asks only for the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// In which role; any when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What should come out.
    pub outcome: ScenarioOutcome,
}

/// What should come out for a party in an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum ScenarioOutcome {
    /// Certainly responsible.
    Geldt,
    /// Responsible or not, depending on what is still open.
    HangtAf,
    /// Not responsible.
    GeldtNiet,
    /// The guide certainly tells a gap in this aspect.
    Gat,
    /// The guide tells no gap in this aspect, not even a possible one.
    GeenGat,
}

/// What serde's errors carry when a key stands in a map twice.
pub const TWICE: &str = "each-key-once";

/// A map in which no key stands twice: serde itself would keep the last, and say nothing.
fn each_once<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Given, D::Error> {
    struct EachOnce;
    impl<'de> Visitor<'de> for EachOnce {
        type Value = Given;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str(TWICE)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut found = BTreeMap::new();
            while let Some(key) = map.next_key::<FacetId>()? {
                if found.contains_key(&key) {
                    return Err(A::Error::invalid_value(Unexpected::Other(key.as_str()), &TWICE));
                }
                found.insert(key, map.next_value()?);
            }
            Ok(found)
        }
    }
    deserializer.deserialize_map(EachOnce)
}
