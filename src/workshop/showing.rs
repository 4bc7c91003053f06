//! Shows a stage: to the room, and to the trainer.

use super::{
    By, Card, Hidden, Projected, Scene, Spot, Stage, TrainerNotes,
    answered::Answered,
    board::Board,
    projected::{ChoiceLine, KnownLine, Token},
    quiz::{QuizQuestion, QuizRequest, quiz},
    trainer::HiddenLine,
};
use crate::{
    lookup::{AsOf, Index, Profile, find_gemeente, run_standing},
    model::{Date, Given, Lang, PhaseId, Regions, ScenarioError, Show, Standing},
    text::{cli as cli_text, errors, which, words, workshop as text},
};

/// How many questions a quiz has when its step does not say.
const QUESTIONS: u16 = 3;

/// Shows stages of a guide in a language.
#[derive(Clone, Copy, Debug)]
pub struct Showing<'a> {
    /// The guide, ready to be asked.
    pub index: &'a Index,
    /// The gemeenten.
    pub regions: &'a Regions,
    /// The language.
    pub lang: Lang,
    /// The SHA-256 of the guide, where it is known: a case may be fixed to it.
    pub sum: Option<&'a str>,
}

/// What is said around the one thing that is seen; on paper too.
pub(super) struct StepWords {
    pub(super) title: String,
    pub(super) day: String,
    pub(super) token: Option<Token>,
    pub(super) story: Option<String>,
    pub(super) known: Vec<KnownLine>,
    pub(super) question: Option<String>,
}

impl Showing<'_> {
    /// What the room sees.
    pub fn projected(&self, stage: &Stage<'_>) -> Projected {
        let guide = self.index.guide();
        let edition = which::which_edition(guide, self.index.origin(), self.lang);
        let StepWords { title, day, token, story, known, question } = self.words(stage);
        Projected {
            lang: self.lang,
            case: stage.scenario.title.text(self.lang).to_owned(),
            title,
            guide: [text::invented(self.lang), &edition].join(" · "),
            mark: which::mark(guide, self.lang),
            day,
            token,
            story,
            known,
            scene: self.scene(stage),
            question,
            choices: self.choices(stage),
            progress: (stage.progress.at, stage.progress.of),
            minutes: stage.minutes.here,
            is_over: stage.is_over,
        }
    }

    /// What is said around the one thing that is seen.
    pub(super) fn words(&self, stage: &Stage<'_>) -> StepWords {
        let title = stage.step.map_or(&stage.scenario.title, |step| &step.title);
        let story = match stage.step {
            None => Some(stage.scenario.story.as_str()),
            Some(step) => step.story.as_ref().map(|story| story.text(self.lang)),
        };
        let question = stage.step.and_then(|step| step.question.as_ref()).map(|question| question.text(self.lang));
        let asks = (!stage.asked.is_empty()).then(|| text::nobody_asked(self.lang));
        StepWords {
            title: title.text(self.lang).to_owned(),
            day: words::day(stage.date, self.lang),
            token: self.token(stage),
            story: story.filter(|story| !story.is_empty()).map(str::to_owned),
            known: self.known(stage),
            question: question.or(asks).map(str::to_owned),
        }
    }

    /// What only the trainer sees.
    pub fn notes(&self, stage: &Stage<'_>) -> TrainerNotes {
        let (case, step) = (stage.scenario, stage.step);
        let title = step.map_or(&case.title, |step| &step.title);
        let boards = self.lines(stage);
        let all: Vec<&HiddenLine> = boards.iter().flatten().collect();
        let found = all.iter().filter(|line| line.by == Some(By::Room)).count();
        let part = if all.is_empty() { 0 } else { found * 100 / all.len() };
        let fits = stage.choices.iter().enumerate();
        let fits = fits.filter_map(|(place, choice)| Some((choice.at_least?, place)));
        let fits = fits.filter(|(at_least, _)| usize::from(*at_least) <= part).max();
        TrainerNotes {
            title: title.text(self.lang).to_owned(),
            notes: step.map_or(&case.notes, |step| &step.notes).clone(),
            questions: if step.is_none() { case.questions.clone() } else { Vec::new() },
            changed: self.changed(stage),
            frozen: case
                .frozen
                .as_ref()
                .filter(|sum| self.sum.is_some_and(|own| own != sum.as_str()))
                .map(|sum| text::frozen(sum, self.lang)),
            next: self.next(stage),
            fits: fits.map(|(_, place)| place),
            minutes: (stage.minutes.here, stage.minutes.before, stage.minutes.of),
            boards,
        }
    }

    /// The answers of each board, as the trainer sees them.
    pub(super) fn lines(&self, stage: &Stage<'_>) -> Vec<Vec<HiddenLine>> {
        match self.answered(&stage.given, stage.date, stage.gemeente) {
            Ok(answered) => self.boards(stage, &answered).into_iter().map(|board| lines(stage, board)).collect(),
            Err(_) => Vec::new(),
        }
    }

    /// The questions of a step that shows some.
    pub fn questions(&self, stage: &Stage<'_>) -> Vec<QuizQuestion> {
        let Show::Quiz { count, seed } = stage.show else { return Vec::new() };
        let Ok(profile) = stage.profile(self.index.guide()) else { return Vec::new() };
        let request = QuizRequest {
            seed: u64::from(seed.unwrap_or(1)),
            count: usize::from(count.unwrap_or(QUESTIONS)),
            profile: &profile,
            date: stage.date,
            lang: self.lang,
        };
        quiz(self.index, &request)
    }

    /// The answer to what is known, or why there is none.
    pub(super) fn answered(&self, given: &Given, date: Date, gemeente: Option<&str>) -> Result<Answered, String> {
        let ask = || -> Result<Answered, ScenarioError> {
            let profile = Profile::of_case(self.index.guide(), given)?;
            let gemeente = gemeente.map(|name| find_gemeente(self.regions, name)).transpose()?;
            let outcome = self.index.look_up(&profile, AsOf::at(gemeente, date))?;
            Ok(Answered { profile, outcome })
        };
        ask().map_err(|error| errors::scenario(&error, self.index.guide(), self.lang))
    }

    fn scene(&self, stage: &Stage<'_>) -> Scene {
        if stage.show == Show::Story {
            return Scene::Story;
        }
        let answered = match self.answered(&stage.given, stage.date, stage.gemeente) {
            Ok(answered) => answered,
            Err(why) => return Scene::NoAnswer(why),
        };
        match &stage.show {
            Show::Story => Scene::Story,
            Show::Answer { .. } if stage.answered_aspects().is_empty() => {
                Scene::Plan(self.plan_of(answered.asked(self.index)))
            }
            Show::Answer { .. } => {
                let boards = self.boards(stage, &answered).into_iter();
                Scene::Boards(boards.map(|board| board.seen(&stage.told.revealed)).collect())
            }
            Show::Chain { focus, depth: _ } => Scene::Chain(self.spine(stage, &answered, focus.as_ref())),
            Show::SideBySide { other } => match self.side_by_side(stage, &answered, other) {
                Ok(sides) => Scene::SideBySide(sides),
                Err(why) => Scene::NoAnswer(why),
            },
            Show::BeforeAfter { date } => match self.before_after(stage, &answered, *date) {
                Ok((sides, slider)) => Scene::BeforeAfter(sides, slider),
                Err(why) => Scene::NoAnswer(why),
            },
            Show::Quiz { .. } => Scene::Quiz(self.card(stage)),
        }
    }

    fn token(&self, stage: &Stage<'_>) -> Option<Token> {
        let phase = |id: &PhaseId| self.index.guide().phases.get(id);
        let here = phase(stage.phase?)?;
        let from = stage.phase_before.filter(|before| Some(*before) != stage.phase).and_then(phase);
        let words = text::token(here.letter, here.title.text(self.lang), from.is_some(), self.lang);
        Some(Token {
            letter: here.letter,
            phase: here.title.text(self.lang).to_owned(),
            words,
            from: from.map(|from| from.letter),
        })
    }

    fn known(&self, stage: &Stage<'_>) -> Vec<KnownLine> {
        let guide = self.index.guide();
        let profile = stage.profile(guide).unwrap_or_default();
        let given = profile.given_facets(guide).into_iter().map(|ix| &guide.facets[ix]);
        let line = |facet: &crate::model::Facet| KnownLine {
            facet: facet.label.text(self.lang).to_owned(),
            value: words::values(facet, &profile.values_text(facet), self.lang),
            is_new: stage.step.is_some() && stage.news.contains(&&facet.id),
        };
        given.map(line).collect()
    }

    fn choices(&self, stage: &Stage<'_>) -> Vec<ChoiceLine> {
        let line = |choice: &super::Choice<'_>| {
            let title = choice.to.map_or(text::end(self.lang), |step| step.title.text(self.lang));
            let words = choice.label.map_or(title, |label| label.text(self.lang));
            ChoiceLine { words: words.to_owned(), is_chosen: choice.is_chosen }
        };
        stage.choices.iter().map(line).collect()
    }

    /// What comes next, where one way goes on.
    fn next(&self, stage: &Stage<'_>) -> Option<String> {
        if !stage.choices.is_empty() || stage.is_over {
            return None;
        }
        let next = stage.scenario.following(stage.step).into_iter().next().flatten();
        Some(next.map_or(text::end(self.lang), |step| step.title.text(self.lang)).to_owned())
    }

    /// What the guide answers otherwise than the case expects here.
    fn changed(&self, stage: &Stage<'_>) -> Vec<String> {
        let guide = self.index.guide();
        let standing =
            Standing { given: stage.given.clone(), date: stage.date, gemeente: stage.gemeente, phase: stage.phase };
        let misses = match run_standing(self.index, self.regions, stage.scenario, stage.step, &standing) {
            Ok(misses) => misses,
            Err(error) => return vec![errors::scenario(&error, guide, self.lang)],
        };
        let line = |miss: &crate::lookup::Miss| {
            let expected = &miss.expectation;
            let aspect = guide.aspect(&expected.aspect);
            let aspect = aspect.map_or(expected.aspect.as_str(), |(_, aspect)| aspect.label.text(self.lang));
            let party = expected.party.as_ref().map(|id| {
                let party = guide.party(id);
                party.map_or_else(|| id.to_string(), |party| party.short_name(stage.date, self.lang).to_owned())
            });
            let wanted = words::scenario_outcome(expected.outcome, self.lang);
            let found = miss.found.map_or("-", |verdict| words::verdict(verdict, self.lang));
            cli_text::expected(aspect, &party.unwrap_or_default(), wanted, found, self.lang)
        };
        misses.iter().map(line).collect()
    }

    /// What a place is called.
    pub(super) fn title(&self, case: &crate::model::Scenario, spot: &Spot) -> String {
        let step = match spot {
            Spot::Start => None,
            Spot::Step(id) => case.step(id),
        };
        step.map_or(&case.title, |step| &step.title).text(self.lang).to_owned()
    }
}

/// The answers of a board as the trainer sees them.
fn lines(stage: &Stage<'_>, board: Board) -> Vec<HiddenLine> {
    let line = |(hidden, card): (Hidden, Card)| {
        let words = match card {
            Card::Answer(answer) => [answer.party, answer.role].join(", "),
            Card::Gap(gap) => [gap.kind, gap.text].join(": "),
            Card::Hidden => String::new(),
        };
        HiddenLine { by: stage.told.revealed.get(&hidden).copied(), hidden, words }
    };
    board.cards.into_iter().map(line).collect()
}
