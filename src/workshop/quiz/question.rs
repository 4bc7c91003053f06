//! A question made from the guide.

use strum::{EnumIter, IntoStaticStr};

use crate::{
    lookup::Profile,
    model::{AspectId, Citation, Date, Lang, PartyId},
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum QuizKind {
    /// Who is responsible.
    Wie,
    /// Whether this party is.
    WelOfNiet,
    /// Within which time.
    Termijn,
    /// On which ground data may be shared.
    Grond,
    /// Who comes in when one thing is otherwise.
    WatAls,
    /// What to ask next.
    Vraag,
}

impl QuizKind {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What questions are made.
#[derive(Clone, Copy, Debug)]
pub struct QuizRequest<'a> {
    /// The same seed gives the same questions.
    pub seed: u64,
    /// How many; fewer when the guide has no more.
    pub count: usize,
    /// What is known in all of them.
    pub profile: &'a Profile,
    /// The day of asking.
    pub date: Date,
    /// The language of the questions.
    pub lang: Lang,
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizQuestion {
    /// What is asked.
    pub kind: QuizKind,
    /// In which aspect; `None` where it is about none.
    pub aspect: Option<AspectId>,
    /// The situation, as `facet=value` texts.
    pub profile: Vec<String>,
    /// The same in words, a line each.
    pub situation: Vec<String>,
    /// The day of asking.
    pub date: Date,
    /// The question in words.
    pub text: String,
    /// What can be answered, in the order to show it.
    pub options: Vec<QuizOption>,
    /// The ids of the right ones.
    pub right: Vec<String>,
    /// Why: the rule, in words.
    pub why: String,
    /// Where that stands; never empty.
    pub sources: Vec<Citation>,
    /// Of whom, and of what else, it asks.
    pub about: About,
}

impl QuizQuestion {
    /// Whether an option is right.
    pub fn is_right(&self, option: &QuizOption) -> bool {
        self.right.contains(&option.id)
    }

    /// The options, each with the letter by which a room calls it.
    pub fn lettered(&self) -> impl Iterator<Item = (char, &QuizOption)> {
        ('A'..).zip(&self.options)
    }

    /// The right options in words, each with its letter: `B, CoMensha`.
    pub fn right_with_letters(&self) -> String {
        let right = self.lettered().filter(|(_, option)| self.is_right(option));
        right.map(|(letter, option)| format!("{letter}, {}", option.text)).collect::<Vec<_>>().join("; ")
    }
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizOption {
    /// Its id: of a party, a ground, a facet, `ja` or `nee`, or a term as `3-maand`.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// Of whom, and of what else, a question asks: with it the guide is asked for the right answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The party whose task, term or hand-over it is; `None` where that is the question.
    pub party: Option<PartyId>,
    /// To whom that party hands over.
    pub to: Option<PartyId>,
    /// What is otherwise in the other situation, as a `facet=value` text.
    pub with: Option<String>,
}
