//! Questions about the person or the situation, and which answers go together.

use serde::{Deserialize, Serialize};

use strum::{EnumIter, IntoStaticStr};

use super::{Basis, ClockTime, Condition, FacetId, Hours, Label, RecordId, ValueId, Weekday};

/// A question about the person or the situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facet {
    /// Unique among the facets of the guide; never changes its meaning.
    pub id: FacetId,
    /// Whether one value is true, or each value is a yes or no of its own.
    pub kind: FacetKind,
    /// Name above the values.
    pub label: Label,
    /// The question as one would ask it.
    pub question: Label,
    /// What it means, or who establishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Label>,
    /// The block of facets in which it stands on screen.
    pub section: RecordId,
    /// How soon a desk needs the answer; the sooner, the earlier it is asked. Older guides say `safety: true` of what
    /// comes before all else.
    #[serde(default, alias = "safety", skip_serializing_if = "Urgency::is_last")]
    pub urgency: Urgency,
    /// What hangs on the answer, as a sentence without a subject: "bepaalt of er vannacht een bed is".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<Label>,
    /// Who cannot know the answer, and so is not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_of: Option<NotOf>,
    /// The values that are taken to hold until they are told, as an assumption of the guide's makers: only to put the
    /// steps of a plan in order, never for a verdict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until_told: Vec<ValueId>,
    /// For whom they are not taken to hold: what is told of other facets makes it likely enough to say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_told_unless: Option<Condition>,
    /// The values; at most [`Facet::MAX_VALUES`].
    pub values: Vec<FacetValue>,
    /// Names for sets of values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Disjoint groups that are asked before their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask_first: Vec<ValueId>,
}

impl Facet {
    /// The most values of a facet: the index keeps a set of them in the bits of a `u32`.
    pub const MAX_VALUES: usize = 32;

    /// The position of a value.
    pub fn value_position(&self, id: &ValueId) -> Option<usize> {
        self.values.iter().position(|value| value.id == *id)
    }

    /// The value that holds at a time of the week; `None` when none of them says so, or several can be true.
    pub fn value_at(&self, day: Weekday, time: ClockTime) -> Option<&FacetValue> {
        let holds = |value: &&FacetValue| value.hours.iter().any(|hours| hours.includes(day, time));
        self.values.iter().find(holds).filter(|_| self.kind == FacetKind::One)
    }

    /// Whether the clock can tell which value holds.
    pub fn is_timed(&self) -> bool {
        self.kind == FacetKind::One && self.values.iter().any(|value| !value.hours.is_empty())
    }

    /// The group with this id.
    pub fn group(&self, id: &ValueId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The label of a value or group; its id when there is none.
    pub fn value_label<'a>(&'a self, id: &'a ValueId, lang: super::Lang) -> &'a str {
        let value = self.values.iter().find(|value| value.id == *id).map(|value| &value.label);
        let label = value.or_else(|| self.group(id).map(|group| &group.label));
        label.map_or(id.as_str(), |label| label.text(lang))
    }
}

/// How soon whoever has a person in front of them needs an answer; the earlier is asked first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Urgency {
    /// Whether the person is safe at this moment. This and the next are asked while they are open, also when they
    /// decide nothing more.
    #[serde(alias = "true")]
    Veiligheid,
    /// Where the person sleeps tonight.
    Vannacht,
    /// Whom it is about, as far as that changes which rules hold.
    Wie,
    /// What it may be.
    Wat,
    /// Everything else.
    #[default]
    #[serde(alias = "false")]
    Verder,
}

impl Urgency {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
    fn is_last(&self) -> bool {
        *self == Self::Verder
    }
}

/// Who cannot know the answer to a question, and why the guide says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotOf {
    /// Who is not asked; once it surely holds.
    pub who: Condition,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// Whether one value of a facet is true, or any number of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum FacetKind {
    /// Exactly one value is true; together they cover everybody.
    One,
    /// Each value is a yes or no of its own.
    Many,
}

/// One answer to a facet's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacetValue {
    /// Its id, unique within the facet.
    pub id: ValueId,
    /// Its name on screen.
    pub label: Label,
    /// What it means, where the name is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Label>,
    /// When it holds, for what the clock can tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
}

/// A name for a set of values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id, unique among the facet's values and groups.
    pub id: ValueId,
    /// Its name on screen.
    pub label: Label,
    /// The values in it.
    pub values: Vec<ValueId>,
}

/// A block of facets on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacetSection {
    /// Unique among the facet sections of the guide; never changes its meaning.
    pub id: RecordId,
    /// Its heading.
    pub label: Label,
}

/// A combination that nobody meets: cut out of the space of all persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impossible {
    /// Unique among the impossible combinations of the guide; never changes its meaning.
    pub id: RecordId,
    /// What cannot be.
    pub when: Condition,
    /// Why not, in words.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// Who meets the first, meets the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Implication {
    /// Unique among the implications of the guide; never changes its meaning.
    pub id: RecordId,
    /// When this holds …
    pub when: Condition,
    /// … so does this.
    pub then: Condition,
    /// Why, in words.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// A combination that can be, but is probably a mistake: answered with a warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspicious {
    /// Unique among the suspicious combinations of the guide; never changes its meaning.
    pub id: RecordId,
    /// What is odd.
    pub when: Condition,
    /// The warning.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}
