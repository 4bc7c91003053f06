//! Where in a record a value stands.

use std::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A field of a record or of a part of one, as the file spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of that name, which is described where it is declared")]
pub enum Field {
    Act,
    Alerts,
    Aliases,
    Area,
    Ask,
    Asked,
    AskFirst,
    Aspect,
    Aspects,
    At,
    AtLeast,
    Atw,
    Audience,
    Basis,
    Between,
    Bound,
    By,
    Certain,
    Certainty,
    Changed,
    Changes,
    Cites,
    Contact,
    Contacts,
    Count,
    Date,
    Decides,
    Depth,
    Edition,
    En,
    Expect,
    Facet,
    Facets,
    FacetSections,
    Fact,
    Focus,
    Forget,
    ForWhom,
    From,
    FromAspect,
    FromDay,
    Frozen,
    Gemeente,
    Given,
    Ground,
    Groups,
    Help,
    Hours,
    Id,
    Imported,
    Impossible,
    Is,
    Kind,
    Label,
    Learn,
    LegalBasis,
    Letter,
    Limits,
    Meaning,
    Minutes,
    Name,
    Names,
    Needed,
    Next,
    Nl,
    NoLaterThan,
    Note,
    Notes,
    NotOf,
    On,
    Open,
    Other,
    Outcome,
    Outdated,
    Owner,
    Parties,
    PartOf,
    Party,
    Phase,
    Phone,
    Primary,
    Provided,
    Publisher,
    Question,
    Questions,
    Quote,
    Reason,
    Receives,
    Record,
    Reference,
    Release,
    Renamed,
    Responsibilities,
    Role,
    Rule,
    Safety,
    Schema,
    Scope,
    Seal,
    Section,
    Seed,
    Sharing,
    Short,
    Show,
    Shown,
    Sides,
    Since,
    Source,
    Sources,
    Spine,
    Stance,
    Starts,
    State,
    Steps,
    Story,
    Summary,
    Synonyms,
    Task,
    Term,
    Terms,
    Text,
    Then,
    Timing,
    Title,
    To,
    ToAspect,
    Together,
    Training,
    Unit,
    Until,
    UntilDay,
    UntilTold,
    UntilToldUnless,
    Urgency,
    Url,
    Valid,
    Value,
    Values,
    Verb,
    Verified,
    View,
    Was,
    When,
    Who,
}

/// One step down from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a field.
    Field(Field),
    /// To a position in a list, from 0.
    At(usize),
}

/// The way from a record to one of its values. Written as `terms[0].text`; empty for the record as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    /// The path of these steps.
    pub fn new(steps: &[Step]) -> Self {
        Self(steps.to_vec())
    }

    /// The steps, from the record down.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The field of the record itself in which the value lies.
    pub fn root(&self) -> Option<Field> {
        self.fields().next()
    }

    /// The innermost field.
    pub fn last(&self) -> Option<Field> {
        self.fields().next_back()
    }

    /// The fields on the way, positions left out.
    pub fn fields(&self) -> impl DoubleEndedIterator<Item = Field> {
        self.0.iter().filter_map(|step| match step {
            Step::Field(field) => Some(*field),
            Step::At(_) => None,
        })
    }
}

impl From<Field> for FieldPath {
    fn from(field: Field) -> Self {
        Self(vec![Step::Field(field)])
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(field) if depth == 0 => f.write_str((*field).into())?,
                Step::Field(field) => write!(f, ".{}", <&str>::from(*field))?,
                Step::At(position) => write!(f, "[{position}]")?,
            }
        }
        Ok(())
    }
}

/// A text that is no path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFieldPath;

impl NoFieldPath {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = "path";
}

impl FromStr for FieldPath {
    type Err = NoFieldPath;

    fn from_str(text: &str) -> Result<Self, NoFieldPath> {
        let mut steps = Vec::new();
        for part in text.split('.').filter(|_| !text.is_empty()) {
            let (name, positions) = part.split_once('[').map_or((part, None), |(name, rest)| (name, Some(rest)));
            steps.push(Step::Field(name.parse().map_err(|_| NoFieldPath)?));
            let Some(positions) = positions else { continue };
            for position in positions.strip_suffix(']').ok_or(NoFieldPath)?.split("][") {
                steps.push(Step::At(position.parse().map_err(|_| NoFieldPath)?));
            }
        }
        Some(Self(steps)).filter(|path| path.to_string() == text).ok_or(NoFieldPath)
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for FieldPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // As in ids.
        text.parse().map_err(|NoFieldPath| D::Error::invalid_value(Unexpected::Other(&text), &NoFieldPath::EXPECTED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_what_it_writes() {
        for text in ["", "terms[0].text", "cites[12].source", "label.en", "facet_sections", "needed.basis[0].quote"] {
            assert_eq!(text.parse::<FieldPath>().map(|path| path.to_string()), Ok(text.to_owned()));
        }
        for text in [".", "terms[", "terms[]", "terms[x]", "terms[01]", "Terms", "niets", "[0]", "terms.", "a[0]b"] {
            assert!(text.parse::<FieldPath>().is_err(), "{text} should be refused");
        }
    }
}
