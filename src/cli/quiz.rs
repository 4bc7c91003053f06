//! `quiz`: questions made from the guide, with their right answers.

use std::{fmt::Write as _, io::Read};

use super::{
    Context, Exit, Output,
    args::{Format, PlaceArgument, QuizArguments},
    input::Said,
    lookup,
};
use crate::{
    contract,
    lookup::AsOf,
    text::{quiz as text, sources, workshop},
    workshop::quiz::{QuizQuestion, QuizRequest, quiz},
};

/// What is asked for when nothing else is.
const SEED: u64 = 1;
const COUNT: u16 = 10;

pub(super) fn run(
    args: &QuizArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let said = Said::read(&args.facets, &PlaceArgument { gemeente: None }, args.profile.as_deref(), input)?;
    // Who cannot be is refused as by `lookup`.
    let (profile, _) = lookup::ask(context, &said.facets, AsOf::from(context.date))?;
    let seed = args.seed.unwrap_or(SEED);
    let request = QuizRequest {
        seed,
        count: usize::from(args.count.unwrap_or(COUNT)),
        profile: &profile,
        date: context.date,
        lang: context.lang,
    };
    let questions = quiz(&context.index, &request);
    let output = if args.json { Output { format: Format::Json, ..output } } else { output };
    output.say(|| contract::quiz(&context.index, seed, &questions), || in_words(&questions, context))
}

/// The questions, and then the answers, so that the first pages can be handed out.
fn in_words(questions: &[QuizQuestion], context: &Context) -> String {
    let lang = context.lang;
    let mut out = context.above(context.date);
    if questions.is_empty() {
        let _ = writeln!(out, "{}", text::none(lang));
        return out;
    }
    for (number, question) in questions.iter().enumerate() {
        let _ = writeln!(out, "{}. {}", number + 1, question.text);
        let known = question.situation.join("; ");
        let known = if known.is_empty() { text::nothing_known(lang) } else { &known };
        let _ = writeln!(out, "   {}: {known}", text::known(lang));
        for (letter, option) in question.lettered() {
            let _ = writeln!(out, "   {letter}. {}", option.text);
        }
        out.push('\n');
    }
    for (number, question) in questions.iter().enumerate() {
        let heading = workshop::question_of(number + 1, questions.len(), lang);
        let _ = writeln!(out, "{heading} · {}: {}", text::answer(lang), question.right_with_letters());
        let _ = writeln!(out, "   {}", question.why);
        for cite in &question.sources {
            let _ = writeln!(out, "   {}", sources::citation(context.guide(), cite, lang));
        }
    }
    out
}
