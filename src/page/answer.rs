//! What stands on the page for a situation: first advice, plan, next question and the answers by phase.

use maud::{Markup, html};
use serde::Serialize;

use super::{
    Page, Refused,
    ask::{Answered, day},
    compare, facts,
    form::{self, OptionShown},
    gaps, plan,
    request::{Question, Show},
};
use crate::{
    lookup::{MOST_TOLD, NextQuestion, Priorities, Priority, edition_age_in_months, told_at_once},
    model::{Aspect, CallError, Date, Gap, Ix, Lang, LookupError, Phase, Responsibility, Verdict},
    present::{AdviceFacts, Asked, RegionFacts, WarningFacts},
    text::{cli as cli_words, errors, page as text, window, words},
};

/// An edition that is older than this, in months, is old.
const OLD_EDITION: u32 = 12;

/// What the script puts in place.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shown {
    /// The answer.
    answer: String,
    /// What a screen reader says of it.
    status: String,
    /// How the options of the form stand.
    options: Vec<OptionShown>,
    /// What is wrong with the gemeente that was typed; empty when nothing is.
    gemeente: String,
}

impl Page {
    /// What stands on the page; what is wrong with the question stands there too.
    pub(super) fn show(&self, show: &Show) -> Shown {
        let lang = show.question.lang;
        let mut question = show.question.clone();
        let mut gemeente = String::new();
        if let Err(refused) = self.place_is_known(&question) {
            gemeente = refused;
            question.gemeente = None;
        }
        let shown = match self.look_up(&question) {
            Ok(answered) => self.answered(&answered, show),
            Err(Refused::Contradictory(error)) => self.contradiction(&error, lang),
            Err(refused) => {
                let said = words::capital(&refused.words(self.index.guide(), lang));
                Shown { answer: html! { p.alert { (said) } }.into_string(), status: said, ..Shown::default() }
            }
        };
        Shown { gemeente, ..shown }
    }

    fn place_is_known(&self, question: &Question) -> Result<(), String> {
        let place = Question { profile: Vec::new(), ..question.clone() };
        match self.look_up(&place) {
            Err(Refused::Call(CallError::Gemeente(error))) => Err(window::unknown_gemeente(&error, question.lang)),
            _ => Ok(()),
        }
    }

    fn answered(&self, answered: &Answered<'_>, show: &Show) -> Shown {
        let (asked, lang) = (answered.asked(), answered.lang);
        let phases = Phases::of(asked, lang);
        let status = window::answer_changed(phases.certain, phases.dependent, phases.gaps, lang);
        let kept = show.kept.as_ref().map(|kept| self.difference(kept, answered));
        let answer = html! {
            (self.bands(answered.outcome.date, &show.today, lang))
            (warnings(asked, lang))
            @if let Some(kept) = kept { (kept) }
            (plan::plan(asked, lang))
            (next_question(asked, &show.skipped, lang))
            (first(asked, lang))
            @if let Some((regions, place)) = answered.place.told(&self.regions) {
                (region(&asked.region(regions, place), lang))
            }
            div.phases { (phases.html) }
        };
        Shown { answer: answer.into_string(), status, options: form::options(asked, lang), gemeente: String::new() }
    }

    /// That the answer is for another day, or the edition is old.
    fn bands(&self, date: Date, today: &str, lang: Lang) -> Markup {
        let today = day(today).ok();
        let age = today.and_then(|today| edition_age_in_months(self.index.guide(), today));
        let is_old = age.filter(|months| *months > OLD_EDITION);
        let other_day = today.is_some_and(|today| today != date);
        html! {
            @if other_day { p.band.warning { (words::capital(&words::not_for_use_on(&words::day(date, lang), lang))) } }
            @if let Some(months) = is_old { p.band.warning { (window::old_edition(&words::edition_age(months, lang), lang)) } }
        }
    }

    fn difference(&self, kept: &Question, now: &Answered<'_>) -> Markup {
        let kept = Question { lang: now.lang, ..kept.clone() };
        match self.look_up(&kept) {
            Ok(before) => compare::difference(before.asked(), now.asked(), now.lang),
            Err(refused) => html! { p.alert { (words::capital(&refused.words(self.index.guide(), now.lang))) } },
        }
    }

    fn contradiction(&self, error: &LookupError, lang: Lang) -> Shown {
        let LookupError::Contradictory { facets, rules } = error;
        let guide = self.index.guide();
        let said = errors::rules_in_words(guide, rules, lang);
        let labels = facets.iter().filter_map(|id| guide.facet(id));
        let answer = html! {
            section.clash aria-labelledby="clash" {
                h2 #clash { (text::clash(lang)) }
                @for rule in &said { p { (rule) } }
                p { (text::clash_help(lang)) }
                p.row {
                    @for facet in labels {
                        button type="button" data-clear=(facet.id) { (text::clear(&words::facet_name(facet, lang), lang)) }
                    }
                }
            }
        };
        Shown { answer: answer.into_string(), status: text::clash(lang).to_owned(), ..Shown::default() }
    }
}

/// What is odd about what was asked.
fn warnings(asked: Asked<'_>, lang: Lang) -> Markup {
    html! {
        @for WarningFacts { rule, is_assumption } in asked.warnings() {
            p.alert { (words::rule(&rule.text, is_assumption, lang)) }
        }
    }
}

/// What is said of every situation.
fn first(asked: Asked<'_>, lang: Lang) -> Markup {
    let advice: Vec<&str> = asked.advice().map(|AdviceFacts { record: _, text, verdict: _ }| text.text(lang)).collect();
    html! {
        @if !advice.is_empty() {
            section.first aria-label=(window::first(lang)) {
                ul { @for said in advice { li { (said) } } }
            }
        }
    }
}

/// The next question, and its answers as buttons.
fn next_question(asked: Asked<'_>, skipped: &[String], lang: Lang) -> Markup {
    let guide = asked.guide();
    let is_open = |question: &&NextQuestion| !skipped.iter().any(|id| *id == guide.facets[question.facet].id.as_str());
    let Some(question) = asked.outcome.questions.iter().find(is_open) else { return html! {} };
    let facet = &guide.facets[question.facet];
    html! {
        section.question aria-label=(window::next_question(lang)) {
            h2 { (facet.question.text(lang)) }
            @if let Some(decides) = asked.decides(question, lang) { p.small { (decides) } }
            p.row {
                @for option in &question.options {
                    button type="button" data-facet=(facet.id) data-value=(option.id()) {
                        (words::values(facet, &[option.id().to_owned()], lang))
                    }
                }
                button.quiet type="button" data-skip=(facet.id) { (window::skip(lang)) }
            }
        }
    }
}

fn region(facts: &RegionFacts<'_>, lang: Lang) -> Markup {
    let RegionFacts { asked, regions, gemeente, former, namesakes, coordinator, fallback } = facts;
    let (guide, date) = (asked.guide(), asked.outcome.date);
    html! {
        section.region aria-labelledby="region" {
            h2 #region { (words::capital(cli_words::region(lang))) }
            @if let Some((former, now)) = former.zip(*gemeente) { p { (words::former_gemeente(former, now, lang)) } }
            @for (former, now) in namesakes { p.small { (words::namesake(former, now, lang)) } }
            dl {
                @if let Some(gemeente) = gemeente {
                    dt { (window::gemeente(lang)) }
                    dd { (gemeente.name) }
                    dt { (window::veiligheidsregio(lang)) }
                    dd { (gemeente.veiligheidsregio) }
                    dt { (window::police_unit(lang)) }
                    dd { (gemeente.politie_eenheid) }
                    dt { (window::riec(lang)) }
                    dd { (gemeente.riec) }
                } @else {
                    dt { (window::gemeente(lang)) }
                    dd { (words::unknown(lang)) }
                }
                dt { (window::care_coordinator(lang)) }
                @if let Some(named) = coordinator { dd { (words::care_coordinator(named, guide, lang)) } }
                @if let Some(whom) = fallback { dd { (words::national_fallback(whom, date, lang)) } }
            }
            @if let Some(division) = words::division_of(regions, lang) { p.small { (words::capital(&division)) } }
        }
    }
}

/// The answers and gaps by phase.
struct Phases {
    html: Markup,
    certain: usize,
    dependent: usize,
    gaps: usize,
}

/// An aspect with what stands in it.
struct Block<'a> {
    aspect: &'a Aspect,
    answers: Vec<(Priority, Ix<Responsibility>, Verdict)>,
    gaps: Vec<(Ix<Gap>, Verdict)>,
}

impl Phases {
    fn of(asked: Asked<'_>, lang: Lang) -> Self {
        let guide = asked.guide();
        let order = Priorities::new(asked.index, asked.outcome, asked.profile);
        let blocks: Vec<Vec<Block<'_>>> = guide
            .phases
            .iter()
            .map(|phase| phase.aspects.iter().map(|aspect| block(asked, &order, aspect)).collect())
            .collect();
        let all = || blocks.iter().flatten();
        let priorities: Vec<Vec<Priority>> =
            all().map(|block| block.answers.iter().map(|(priority, ..)| *priority).collect()).collect();
        let mut told = told_at_once(&priorities, MOST_TOLD).into_iter();
        let count = |wanted: Verdict| {
            all().flat_map(|block| &block.answers).filter(|(_, _, verdict)| *verdict == wanted).count()
        };
        let html = html! {
            @for (phase, blocks) in guide.phases.iter().zip(&blocks) { (phase_html(asked, phase, blocks, &mut told, lang)) }
        };
        Self {
            html,
            certain: count(Verdict::Applies),
            dependent: count(Verdict::Depends),
            gaps: all().map(|block| block.gaps.len()).sum(),
        }
    }
}

fn block<'a>(asked: Asked<'a>, order: &Priorities<'_>, aspect: &'a Aspect) -> Block<'a> {
    let answers = asked.outcome.answers_in(asked.index, &aspect.id).into_iter();
    let mut answers: Vec<_> = answers.map(|(task, verdict)| (order.of(task, verdict, false), task, verdict)).collect();
    answers.sort_by_key(|(priority, ..)| *priority);
    Block { aspect, answers, gaps: asked.outcome.gaps_in(asked.index, &aspect.id) }
}

fn phase_html(
    asked: Asked<'_>,
    phase: &Phase,
    blocks: &[Block<'_>],
    told: &mut impl Iterator<Item = usize>,
    lang: Lang,
) -> Markup {
    let heading = format!("fase-{}", phase.letter);
    let told: Vec<usize> = told.take(blocks.len()).collect();
    let is_empty = blocks.iter().all(|block| block.answers.is_empty() && block.gaps.is_empty());
    html! {
        section.phase data-phase=(phase.letter) aria-labelledby=(heading) {
            h2 id=(heading) { span.letter { (phase.letter) } " " (phase.short.text(lang)) }
            @if is_empty { p { (words::nothing_in_phase(asked.guide(), lang)) } }
            @for (block, told) in blocks.iter().zip(told) {
                @if !block.answers.is_empty() || !block.gaps.is_empty() {
                    h3 { (block.aspect.label.text(lang)) }
                    (block_html(asked, block, told, lang))
                }
            }
        }
    }
}

fn block_html(asked: Asked<'_>, block: &Block<'_>, told: usize, lang: Lang) -> Markup {
    let (told, folded) = block.answers.split_at(told.min(block.answers.len()));
    let answers = |answers: &[(Priority, Ix<Responsibility>, Verdict)]| {
        let facts: Vec<_> = answers.iter().filter_map(|(_, task, _)| asked.task(*task)).collect();
        html! { ul { @for facts in &facts { (facts::answer(facts, lang)) } } }
    };
    html! {
        @if !told.is_empty() { (answers(told)) }
        @if !folded.is_empty() {
            details.folded {
                summary { (window::other_tasks(folded.len(), !told.is_empty(), lang)) span.unseen { ", " (block.aspect.label.text(lang)) } }
                (answers(folded))
            }
        }
        @if !block.gaps.is_empty() {
            details.gaps {
                summary { (gap_count(asked, block, lang)) span.unseen { ", " (block.aspect.label.text(lang)) } }
                ul { @for (gap, _) in &block.gaps { (gaps::gap(&asked.gap(*gap), lang)) } }
            }
        }
    }
}

/// How many gaps of each kind there are.
fn gap_count(asked: Asked<'_>, block: &Block<'_>, lang: Lang) -> String {
    let kinds: Vec<_> = block.gaps.iter().map(|(gap, _)| asked.guide().gaps[*gap].kind).collect();
    words::gaps_of_kinds(&kinds, lang)
}
