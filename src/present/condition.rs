//! What can be said of a condition while it is edited: in words, how much it takes in, examples and what is odd.

use crate::{
    lookup::{Cover, Difference, Index, Judged, NearMiss},
    model::{Condition, Guide, Lang, Remark, Row, Share, Situation, Situations},
    text::{fields, situations as text},
};

/// A condition, judged on a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionFacts {
    /// The condition as a table; `None` when it does not fit in one, and is edited as text.
    pub table: Option<Situations>,
    /// The condition in words.
    pub text: String,
    /// How much it takes in; `None` when that is not known.
    pub share: Option<ShareFacts>,
    /// Somebody for whom it holds, as a sentence.
    pub inside: Option<String>,
    /// Somebody for whom it does not, as a sentence; one who differs in one facet from the former, where that can be.
    pub outside: Option<String>,
    /// What is odd, the gravest first.
    pub remarks: Vec<RemarkFacts>,
}

/// How much a condition takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareFacts {
    /// Exactly, in combinations of answers.
    pub share: Share,
    /// As a sentence.
    pub text: String,
    /// What is counted, for who asks.
    pub help: &'static str,
}

/// A row of a table in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFacts {
    /// What the facet is called.
    pub facet: String,
    /// The word between the facet and its values.
    pub verb: &'static str,
    /// What the values are called.
    pub values: Vec<String>,
    /// The word between two values.
    pub between: &'static str,
    /// All of it in one sentence.
    pub text: String,
}

/// Something odd about a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkFacts {
    /// What, and of which part of the table.
    pub remark: Remark,
    /// As a sentence.
    pub text: String,
}

/// Some persons as boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverFacts {
    /// The boxes.
    pub boxes: Vec<BoxFacts>,
    /// Whether somebody is in none of them, as far as is known.
    pub more: bool,
    /// All of them in one sentence; "niemand" when there is none.
    pub text: String,
}

/// Persons who are alike in what is said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxFacts {
    /// What is said of them.
    pub situation: Situation,
    /// How much they are of all; `None` when that is not known.
    pub share: Option<Share>,
    /// In words.
    pub text: String,
}

/// What a condition takes in that another does not, and the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceFacts {
    /// Who meets the new one only.
    pub gained: CoverFacts,
    /// Who met the old one only.
    pub lost: CoverFacts,
    /// Both in one sentence.
    pub text: String,
}

impl ConditionFacts {
    /// Judges a condition on a guide, for who reads a language.
    pub fn of(condition: &Condition, index: &Index, lang: Lang) -> Self {
        let guide = index.guide();
        let Judged { share, inside, outside, remarks } = index.judge(condition);
        let table = Situations::read(condition);
        let told = match &table {
            Some(table) => text::situations(table, guide, lang),
            None => fields::condition(condition, guide, lang),
        };
        let remarks = remarks
            .into_iter()
            .map(|remark| RemarkFacts { text: text::remark(&remark, table.as_ref(), guide, lang), remark });
        let person = |person: &Situation| text::situation(person, guide, lang);
        Self {
            text: told,
            share: share.map(|share| ShareFacts {
                share,
                text: text::share(share, lang),
                help: text::share_help(lang),
            }),
            inside: inside.map(|inside| text::example(&person(&inside), lang)),
            outside: outside.map(|NearMiss { person: outside, differs_in }| {
                text::near_miss(&person(&outside), differs_in.as_ref(), guide, lang)
            }),
            remarks: remarks.collect(),
            table,
        }
    }
}

impl RowFacts {
    /// The words of a row.
    pub fn of(row: &Row, guide: &Guide, lang: Lang) -> Self {
        Self {
            facet: text::facet(&row.facet, guide, lang),
            verb: text::verb(row.mode, row.is_not, lang),
            values: text::values(row, guide, lang),
            between: text::between_values(row.mode, row.is_not, lang),
            text: text::row(row, guide, lang),
        }
    }
}

impl CoverFacts {
    /// Words for boxes; the guide has the facets that they name.
    pub fn of(cover: Cover, guide: &Guide, lang: Lang) -> Self {
        let Cover { boxes, share: _, left: _, more } = cover;
        let boxes: Vec<BoxFacts> = boxes
            .into_iter()
            .map(|found| BoxFacts {
                text: text::situation(&found.situation, guide, lang),
                situation: found.situation,
                share: found.share,
            })
            .collect();
        let said: Vec<String> = boxes.iter().map(|found| found.text.clone()).collect();
        Self { text: text::listed(&said, more, lang), boxes, more }
    }

    /// Whether it is nobody.
    pub fn is_nobody(&self) -> bool {
        self.boxes.is_empty() && !self.more
    }
}

impl DifferenceFacts {
    /// What differs between two conditions, as at most so many boxes on either side.
    pub fn between(old: &Condition, new: &Condition, index: &Index, most: usize, lang: Lang) -> Self {
        let Difference { gained, lost } = index.difference(old, new, most);
        let [gained, lost] = [gained, lost].map(|cover| CoverFacts::of(cover, index.guide(), lang));
        let text = if gained.is_nobody() && lost.is_nobody() {
            text::same_as_before(lang).to_owned()
        } else {
            text::difference(&gained.text, &lost.text, lang)
        };
        Self { gained, lost, text }
    }
}
