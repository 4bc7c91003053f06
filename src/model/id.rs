//! Ids: readable slugs, one type per kind of thing, so that a party can never stand where a facet is meant.

use std::{fmt, marker::PhantomData, sync::Arc};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};

/// A slug of lower-case letters, digits and single dashes, such as `politie-avim` or `24-plus`.
///
/// `K` only keeps the kinds apart. Ids are compared and ordered as text and are cheap to clone.
pub struct Id<K> {
    text: Arc<str>,
    kind: PhantomData<fn() -> K>,
}

/// The begin of a text that is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} != {expected}", expected = Self::EXPECTED)]
pub struct IdError(pub String);

impl IdError {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = "id";
}

impl<K> Id<K> {
    /// Checks `text` and makes an id of it.
    ///
    /// # Errors
    /// [`IdError`] when `text` is not a slug.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let is_slug = !text.is_empty()
            && text
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if is_slug {
            Ok(Self { text: text.into(), kind: PhantomData })
        } else {
            Err(IdError(text.chars().take(60).collect()))
        }
    }

    /// The slug itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<K> AsRef<str> for Id<K> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self { text: Arc::clone(&self.text), kind: PhantomData }
    }
}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.text, f)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // Serde hands on what was found and expected, each as it is; a `Str` would come out between quotes.
        Self::new(&text).map_err(|error| D::Error::invalid_value(Unexpected::Other(&error.0), &IdError::EXPECTED))
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $id:ident = $kind:ident;)*) => {$(
        /// Marker for the kind of an id.
        #[derive(Debug)]
        pub enum $kind {}
        $(#[$doc])*
        pub type $id = Id<$kind>;
    )*};
}

kinds! {
    /// Id of a [`super::Source`].
    SourceId = SourceKind;
    /// Id of a [`super::Facet`].
    FacetId = FacetIdKind;
    /// Id of a value of a facet, or of a group of values: both can stand in a condition.
    ValueId = ValueKind;
    /// Id of a [`super::Phase`].
    PhaseId = PhaseKind;
    /// Id of an [`super::Aspect`]; unique over all phases.
    AspectId = AspectKind;
    /// Id of a [`super::Party`].
    PartyId = PartyIdKind;
    /// Id of a [`super::Responsibility`].
    ResponsibilityId = ResponsibilityKind;
    /// Id of any other record: referral, gap, conflict, agreement, scenario, rule.
    RecordId = OtherRecordKind;
}
