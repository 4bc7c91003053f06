//! Cases to go through, and questions to answer, as HTML. Who answers is known to nobody.

use maud::{Markup, html};

use super::{
    Page, Refused,
    party::Opened,
    request::{AboutCase, Questions, Spoken},
};
use crate::{
    lookup::nearest,
    model::{CallError, Given, Lang, RecordId, Scenario, ValueId},
    text::{lesson, page as text, papers, quiz as quiz_text, sources, words, workshop as workshop_text},
    workshop::{
        AnswerCard, GapCard, HandoutAnswers, HandoutStep, PlanLine, QuizCard, Showing, Stage, main_stages,
        quiz::{QuizQuestion, QuizRequest, quiz},
    },
};

/// So many questions are asked at once.
const COUNT: usize = 5;

impl Page {
    /// The cases of the guide, by name.
    pub(super) fn cases(&self, asked: &Spoken) -> Opened {
        let lang = asked.lang;
        // First those that go on from step to step: one goes through them.
        let (cases, at_once): (Vec<_>, Vec<_>) =
            self.index.guide().scenarios.iter().partition(|case| !case.steps.is_empty());
        let cases: Vec<&Scenario> = cases.into_iter().chain(at_once).collect();
        let html = html! {
            h2 #title tabindex="-1" { (lesson::cases(lang)) }
            p { (papers::fictive(lang)) }
            ul.cases {
                @for case in &cases {
                    li {
                        button.quiet type="button" data-case=(case.id) { (case.title.text(lang)) }
                        " " span.small { (self.about_case(case, lang)) }
                    }
                }
            }
            @if cases.is_empty() { p { (lesson::no_cases(lang)) } }
        };
        Opened { html: html.into_string() }
    }

    fn about_case(&self, case: &Scenario, lang: Lang) -> String {
        let audience = case.audience.iter().filter_map(|party| self.index.guide().party(party));
        let audience: Vec<_> = audience.map(|party| party.short_name(case.date, lang).to_owned()).collect();
        lesson::about_case(None, case.main_way().len(), &audience, lang)
    }

    /// One case, step by step, with its answers folded.
    pub(super) fn case(&self, asked: &AboutCase) -> Result<Opened, Refused> {
        let (guide, lang) = (self.index.guide(), asked.lang);
        let case = RecordId::new(&asked.id).ok().and_then(|id| guide.scenarios.get(&id)).ok_or_else(|| {
            let nearest = nearest(&asked.id, guide.scenarios.iter().map(|case| case.id.as_str()));
            CallError::UnknownCase { given: asked.id.clone(), nearest: nearest.map(str::to_owned) }
        })?;
        let handout = Showing { index: &self.index, regions: &self.regions, lang, sum: None }.handout(case, false);
        let html = html! {
            h2 #title tabindex="-1" { (handout.title) }
            p.small { (papers::fictive(lang)) " · " (self.about_case(case, lang)) }
            @for (stage, step) in main_stages(case).iter().zip(&handout.steps) { (this_step(stage, step, lang)) }
            @if !handout.questions.is_empty() {
                h3 { (papers::questions(lang)) }
                ol.asked { @for question in &handout.questions { li { (question) } } }
            }
            @if !handout.key.is_empty() {
                details { summary { (papers::key(lang)) } @for line in &handout.key { p.small { (line) } } }
            }
            details { summary { (words::capital(words::sources(lang))) } @for line in &handout.sources { p.small { (line) } } }
            p { button.quiet type="button" data-cases { (text::other_case(lang)) } }
        };
        Ok(Opened { html: html.into_string() })
    }

    /// Questions made from the guide, about persons of whom this is known.
    pub(super) fn quiz(&self, asked: &Questions) -> Opened {
        let lang = asked.question.lang;
        let body = match self.look_up(&asked.question) {
            Err(refused) => html! { p.alert { (words::capital(&refused.words(self.index.guide(), lang))) } },
            Ok(answered) => {
                let date = answered.outcome.date;
                let request = QuizRequest { seed: asked.seed, count: COUNT, profile: &answered.profile, date, lang };
                self.questions(&quiz(&self.index, &request), asked.seed, lang)
            }
        };
        let html = html! { h2 #title tabindex="-1" { (text::quiz(lang)) } (body) };
        Opened { html: html.into_string() }
    }

    fn questions(&self, questions: &[QuizQuestion], seed: u64, lang: Lang) -> Markup {
        html! {
            @if questions.is_empty() { p { (quiz_text::none(lang)) } }
            @else {
                p.small { (text::quiz_help(lang)) }
                @for (number, question) in (1..).zip(questions) { (self.this_question(number, question, questions.len(), lang)) }
                p.score role="status" { span data-score { "0" } " " (text::of_right(questions.len(), lang)) }
                p.row { button type="button" data-series=(seed.wrapping_add(1)) { (text::other_questions(lang)) } }
            }
        }
    }

    fn this_question(&self, number: usize, question: &QuizQuestion, of: usize, lang: Lang) -> Markup {
        let name = format!("quiz-{number}");
        html! {
            fieldset.quiz {
                legend { (workshop_text::question_of(number, of, lang)) ": " (question.text) }
                p.small {
                    (quiz_text::known(lang)) ": "
                    @if question.situation.is_empty() { (quiz_text::nothing_known(lang)) } @else { (question.situation.join("; ")) }
                }
                @for (letter, option) in question.lettered() {
                    label {
                        input type="radio" name=(name) autocomplete="off" data-right[question.is_right(option)];
                        span { (letter) ". " (option.text) }
                    }
                }
                p { button.quiet type="button" data-check { (text::check(lang)) } }
                div.why hidden {
                    p.verdict data-right=(text::is_right(lang)) data-wrong=(text::is_wrong(&question.right_with_letters(), lang)) {}
                    p { (question.why) }
                    @for cite in &question.sources { p.small { (sources::citation(self.index.guide(), cite, lang)) } }
                }
            }
        }
    }
}

/// What is known, as the address of the page says it.
fn situation(stage: &Stage<'_>) -> String {
    let facets = |given: &Given| -> Vec<String> {
        let told = given.iter().map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        });
        told.collect()
    };
    let place = stage.gemeente.map(|gemeente| format!("gemeente={gemeente}"));
    let day = std::iter::once(format!("date={}", stage.date));
    facets(&stage.given).into_iter().chain(place).chain(day).collect::<Vec<_>>().join("&")
}

fn this_step(stage: &Stage<'_>, step: &HandoutStep, lang: Lang) -> Markup {
    // What is for the trainer is asked for by nobody here.
    let HandoutStep { title, day, token, story, known, question, answers, quiz, plan, notes: _ } = step;
    html! {
        section.lesson {
            h3 { (title) " " span.small { (day) @if let Some(token) = token { " · " (token) } } }
            @if let Some(story) = story { p { (story) } }
            @if !known.is_empty() {
                p.small { (papers::known(lang)) ":" }
                ul.asked { @for line in known { li { (line) } } }
            }
            @if let Some(question) = question { p { strong { (question) } } }
            @if !answers.is_empty() || !quiz.is_empty() || !plan.is_empty() {
                details {
                    summary { (quiz_text::answer(lang)) span.unseen { ", " (title) } }
                    @for board in answers { (this_board(board, lang)) }
                    @for card in quiz { (this_card(card)) }
                    @if !plan.is_empty() { h3 { (papers::plan(lang)) } ol.asked { @for line in plan { (this_line(line)) } } }
                }
            }
            p { button.quiet type="button" data-situation=(situation(stage)) { (text::take_over(lang)) span.unseen { ", " (title) } } }
        }
    }
}

fn this_board(board: &HandoutAnswers, lang: Lang) -> Markup {
    let HandoutAnswers { aspect, answers, gaps } = board;
    html! {
        p { strong { (aspect) } }
        ul {
            @for AnswerCard { party, role, tasks, terms, because, sources, is_found: _ } in answers {
                li {
                    strong { (party) } " " span.role { (role) }
                    @for task in tasks { p { (task) } }
                    @for term in terms { p.small { (term) } }
                    p.small { (words::capital(because)) }
                    @for line in sources { p.small { (line) } }
                }
            }
            @for GapCard { kind, text, ask, sources, is_found: _ } in gaps {
                li.gap {
                    p { strong { (kind) } ". " (text) }
                    @if !ask.is_empty() { p.small { (words::capital(words::ask(lang))) ": " (ask) } }
                    @for line in sources { p.small { (line) } }
                }
            }
        }
    }
}

/// A question of a case; its answer stands in the key.
fn this_card(card: &QuizCard) -> Markup {
    html! {
        p { (card.number.0) ". " (card.text) }
        ul.asked { @for option in &card.options { li { (option.letter) ". " (option.text) } } }
    }
}

fn this_line(line: &PlanLine) -> Markup {
    let PlanLine { when, act, tasks, ground, is_certain: _ } = line;
    html! {
        li {
            strong { (act) } " " span.small { (when) @if let Some(ground) = ground { " · " (ground) } }
            @for task in tasks { p { (task) } }
        }
    }
}
