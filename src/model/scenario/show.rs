//! What the room sees of a step.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use strum::EnumIter;

use super::{Given, each_once};
use crate::model::{AspectId, Date, PartyId, date::read_day_if_any};

/// What the room sees; nothing in it belongs to another way of showing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Show {
    /// The answer: who is responsible.
    Answer {
        /// In one aspect; in those that are asked, or in all of the plan, when none is named.
        aspect: Option<AspectId>,
    },
    /// The chain.
    Chain {
        /// From whom it is seen; the main line when nobody is named.
        focus: Option<PartyId>,
        /// How many hand-overs around that party are shown; one when it is not said.
        depth: Option<u16>,
    },
    /// This situation beside another, with what differs.
    SideBySide {
        /// What is known there, in the place of what is known here of these facets.
        other: Given,
    },
    /// This day beside another, with what differs.
    BeforeAfter {
        /// The other day; the last one before this on which the answer was another, when none is named.
        date: Option<Date>,
    },
    /// Only what happens.
    Story,
    /// Questions made from the guide.
    Quiz {
        /// How many; three when it is not said.
        count: Option<u16>,
        /// With which seed, so that they are the same each time; 1 when it is not said.
        seed: Option<u32>,
    },
}

/// A way of showing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum ShowKind {
    /// Who is responsible.
    #[default]
    Antwoord,
    /// The chain.
    Keten,
    /// Two situations.
    NaastElkaar,
    /// Two days.
    VoorEnNa,
    /// What happens.
    Verhaal,
    /// Questions made from the guide.
    Quiz,
}

impl ShowKind {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Show {
    fn default() -> Self {
        Self::Answer { aspect: None }
    }
}

impl Show {
    /// Which way of showing it is.
    pub fn kind(&self) -> ShowKind {
        match self {
            Self::Answer { .. } => ShowKind::Antwoord,
            Self::Chain { .. } => ShowKind::Keten,
            Self::SideBySide { .. } => ShowKind::NaastElkaar,
            Self::BeforeAfter { .. } => ShowKind::VoorEnNa,
            Self::Story => ShowKind::Verhaal,
            Self::Quiz { .. } => ShowKind::Quiz,
        }
    }

    /// Whether it is what a step shows that does not say what.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// As a file has it: the way of showing, and what goes with it.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    #[serde(default, skip_serializing_if = "ShowKind::is_usual")]
    view: ShowKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aspect: Option<AspectId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    focus: Option<PartyId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    depth: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_each_once")]
    other: Option<Given>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_day_if_any")]
    date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<u32>,
}

fn some_each_once<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Given>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct EachOnce(#[serde(deserialize_with = "each_once")] Given);

    Ok(Option::<EachOnce>::deserialize(deserializer)?.map(|EachOnce(given)| given))
}

impl Serialize for Show {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = Fields { view: self.kind(), ..Fields::default() };
        match self.clone() {
            Self::Answer { aspect } => fields.aspect = aspect,
            Self::Chain { focus, depth } => (fields.focus, fields.depth) = (focus, depth),
            Self::SideBySide { other } => fields.other = Some(other).filter(|other| !other.is_empty()),
            Self::BeforeAfter { date } => fields.date = date,
            Self::Story => {}
            Self::Quiz { count, seed } => (fields.count, fields.seed) = (count, seed),
        }
        fields.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Show {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Fields { view, mut aspect, mut focus, mut depth, mut other, mut date, mut count, mut seed } =
            Fields::deserialize(deserializer)?;
        let (show, may): (Self, &'static [&'static str]) = match view {
            ShowKind::Antwoord => (Self::Answer { aspect: aspect.take() }, &["view", "aspect"]),
            ShowKind::Keten => (Self::Chain { focus: focus.take(), depth: depth.take() }, &["view", "focus", "depth"]),
            ShowKind::NaastElkaar => (Self::SideBySide { other: other.take().unwrap_or_default() }, &["view", "other"]),
            ShowKind::VoorEnNa => (Self::BeforeAfter { date: date.take() }, &["view", "date"]),
            ShowKind::Verhaal => (Self::Story, &["view"]),
            ShowKind::Quiz => (Self::Quiz { count: count.take(), seed: seed.take() }, &["view", "count", "seed"]),
        };
        // What belongs to another way of showing would be lost.
        let left = [
            ("aspect", aspect.is_some()),
            ("focus", focus.is_some()),
            ("depth", depth.is_some()),
            ("other", other.is_some()),
            ("date", date.is_some()),
            ("count", count.is_some()),
            ("seed", seed.is_some()),
        ];
        match left.into_iter().find(|(_, is_left)| *is_left) {
            Some((name, _)) => Err(D::Error::unknown_field(name, may)),
            None => Ok(show),
        }
    }
}
