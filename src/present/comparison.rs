//! What changes between two situations.

use strum::IntoStaticStr;

use super::{AnswerFacts, Asked, GapFacts};
use crate::{
    lookup::Comparison,
    model::{Contact, ContactKind, Guide, Ix, Lang, PartialDate, Responsibility, SourceId, Term},
};

/// The difference between two answers out of one guide.
#[derive(Clone, Debug)]
pub struct ComparisonFacts<'a> {
    /// Only in the second.
    pub appears: Vec<AnswerFacts<'a>>,
    /// Only in the first.
    pub disappears: Vec<AnswerFacts<'a>>,
    /// In both, but not alike.
    pub changes: Vec<ChangeFacts<'a>>,
    /// The gaps that are only in the second.
    pub gaps_appear: Vec<GapFacts<'a>>,
    /// The gaps that are only in the first.
    pub gaps_disappear: Vec<GapFacts<'a>>,
    /// The gaps that are in both and certain in only one, as they are in the first and in the second.
    pub gaps_change: Vec<(GapFacts<'a>, GapFacts<'a>)>,
}

/// An answer that is in both, but not alike.
#[derive(Clone, Debug)]
pub struct ChangeFacts<'a> {
    /// In the first.
    pub before: AnswerFacts<'a>,
    /// In the second.
    pub after: AnswerFacts<'a>,
    /// What a reader sees differ; never empty.
    pub fields: Vec<ChangedField>,
}

/// What a reader may see differ. The reasons are no field: they differ with every profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ChangedField {
    /// How it stands.
    #[strum(serialize = "match")]
    Verdict,
    /// What the party is called.
    PartyName,
    /// How to reach it.
    Contacts,
    /// Its time limits, and on what they depend.
    Terms,
    /// What is different at it for now.
    Alerts,
    /// Whether anybody knows that it was in force.
    StartUnknown,
}

impl<'a> ComparisonFacts<'a> {
    /// Compares two answers out of one guide, for who reads them in a language.
    pub fn between(before: Asked<'a>, after: Asked<'a>, lang: Lang) -> Self {
        let comparison = Comparison::between(before.outcome, after.outcome);
        let facts = |tasks: &[Ix<Responsibility>], asked: Asked<'a>| -> Vec<AnswerFacts<'a>> {
            tasks.iter().filter_map(|task| asked.task(*task)).collect()
        };
        let stands = |asked: Asked<'_>, task| asked.outcome.standing(task).is_some();
        let in_both = before.guide().responsibilities.ixs();
        let in_both = in_both.filter(|task| stands(before, *task) && stands(after, *task));
        Self {
            appears: facts(&comparison.appears, after),
            disappears: facts(&comparison.disappears, before),
            gaps_appear: comparison.gaps_appear.iter().map(|gap| after.gap(*gap)).collect(),
            gaps_disappear: comparison.gaps_disappear.iter().map(|gap| before.gap(*gap)).collect(),
            gaps_change: comparison.gaps_change.iter().map(|gap| (before.gap(*gap), after.gap(*gap))).collect(),
            changes: in_both.filter_map(|task| ChangeFacts::of(before.task(task)?, after.task(task)?, lang)).collect(),
        }
    }
}

impl<'a> ChangeFacts<'a> {
    /// `None` when a reader sees no difference.
    fn of(before: AnswerFacts<'a>, after: AnswerFacts<'a>, lang: Lang) -> Option<Self> {
        let name = |facts: &AnswerFacts<'a>| facts.party.full_name(facts.asked.outcome.date, lang);
        let reach = |facts: &AnswerFacts<'a>| -> Vec<Reach<'a>> {
            facts.contacts.iter().map(|contact| Reach::of(contact, facts.asked.guide())).collect()
        };
        // A limit of another task of the party is one more condition.
        let limits = |facts: &AnswerFacts<'a>| -> Vec<(&'a Term, bool)> {
            facts.terms.iter().map(|fact| (fact.term, fact.depends_on(facts.asked).is_empty())).collect()
        };
        let fields = [
            (ChangedField::Verdict, before.verdict != after.verdict),
            (ChangedField::PartyName, name(&before) != name(&after)),
            (ChangedField::Contacts, reach(&before) != reach(&after)),
            (ChangedField::Terms, limits(&before) != limits(&after)),
            (ChangedField::Alerts, before.alerts != after.alerts),
            (ChangedField::StartUnknown, before.start_unknown != after.start_unknown),
        ];
        let fields: Vec<_> = fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect();
        (!fields.is_empty()).then_some(Self { before, after, fields })
    }
}

/// What is said of a contact, whenever it holds.
#[derive(PartialEq, Eq)]
struct Reach<'a> {
    kind: ContactKind,
    value: &'a str,
    hours: Option<&'a str>,
    for_whom: Option<&'a str>,
    source: &'a SourceId,
    date: Option<PartialDate>,
}

impl<'a> Reach<'a> {
    fn of(contact: &'a Contact, guide: &Guide) -> Self {
        // What is open says the hours once more, as data.
        let Contact { kind, value, hours, open: _, for_whom, source, date: _, valid: _ } = contact;
        Self {
            kind: *kind,
            value,
            hours: hours.as_deref(),
            for_whom: for_whom.as_deref(),
            source,
            date: guide.date_of(contact),
        }
    }
}
