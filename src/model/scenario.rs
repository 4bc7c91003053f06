//! Training cases, which are regression cases too.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, MapAccess, Unexpected, Visitor},
};
use strum::EnumIter;

use super::{AspectId, Date, FacetId, Label, PartyId, RecordId, Role, ValueId};

/// A person in words and facets, and who should be found.
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
    pub date: Date,
    /// What is known; a facet that is not named is unknown.
    #[serde(deserialize_with = "each_once")]
    pub given: BTreeMap<FacetId, Vec<ValueId>>,
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
fn each_once<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<FacetId, Vec<ValueId>>, D::Error> {
    struct EachOnce;
    impl<'de> Visitor<'de> for EachOnce {
        type Value = BTreeMap<FacetId, Vec<ValueId>>;

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
