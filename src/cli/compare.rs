//! `compare`: what appears, disappears and changes between two situations.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Context, Exit, Output, Place, args::CompareArguments, lookup, parse_date};
use crate::{
    contract::{self, Answer},
    lookup::{Comparison, Verdict},
    model::{Ix, Lang, Responsibility},
    present::Asked,
    text::{cli as text, words},
};

#[derive(Debug, Serialize)]
struct CompareJson {
    appears: Vec<Answer>,
    disappears: Vec<Answer>,
    changes: Vec<ChangeJson>,
}

#[derive(Debug, Serialize)]
struct ChangeJson {
    id: String,
    before: &'static str,
    after: &'static str,
    fields: Vec<&'static str>,
    /// What differs, for a reader.
    #[serde(skip)]
    words: Vec<String>,
}

pub(super) fn run(args: &CompareArguments, context: &Context, output: Output) -> Result<String, Exit> {
    if args.with.is_none() && args.with_date.is_none() {
        return Err(Exit::Call(text::compare_with_what(context.lang).to_owned()));
    }
    let with_date = args.with_date.as_deref().map(parse_date).transpose()?.unwrap_or(context.date);
    let place = Place::read(&args.place, context)?;
    let (one, before) = lookup::ask(context, &args.facets, place.on(context.date))?;
    // Without `--with` the second situation is the same person on another day.
    let (other, after) = lookup::ask(context, args.with.as_ref().unwrap_or(&args.facets), place.on(with_date))?;
    let comparison = Comparison::between(&before, &after);
    let asked_before = Asked { index: &context.index, profile: &one, outcome: &before };
    let asked_after = Asked { index: &context.index, profile: &other, outcome: &after };
    let answer = |task: Ix<Responsibility>, asked: Asked<'_>| Some(contract::answer(&asked.task(task)?, context.lang));
    let answers = |tasks: &[Ix<Responsibility>], asked: Asked<'_>| -> Vec<Answer> {
        tasks.iter().filter_map(|task| answer(*task, asked)).collect()
    };
    let in_both = context
        .guide()
        .responsibilities
        .ixs()
        .filter(|position| before.standing(*position).is_some() && after.standing(*position).is_some());
    let changes = in_both.filter_map(|position| {
        let (one, other) = (answer(position, asked_before)?, answer(position, asked_after)?);
        let fields = differing(&one, &other);
        let words = fields.iter().map(|field| field_in_words(field, &one, &other, context.lang)).collect();
        (!fields.is_empty()).then_some(ChangeJson {
            id: one.id,
            before: one.verdict,
            after: other.verdict,
            fields,
            words,
        })
    });
    let compared = CompareJson {
        appears: answers(&comparison.appears, asked_after),
        disappears: answers(&comparison.disappears, asked_before),
        changes: changes.collect(),
    };
    output.give(&compared, |compared| {
        // Both days, where they differ.
        let days = if with_date == context.date {
            context.warning_of_day(with_date)
        } else {
            format!("{} → {}\n", context.as_of(context.date), context.as_of(with_date))
        };
        days + &in_words(compared, context)
    })
}

/// What a reader would see differ between two answers of one responsibility, as the fields are called.
///
/// The reasons are left out: they differ with every profile.
fn differing(one: &Answer, other: &Answer) -> Vec<&'static str> {
    let fields = [
        ("match", one.verdict != other.verdict),
        ("party_name", one.party_name != other.party_name),
        ("contacts", one.contacts != other.contacts),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

fn field_in_words(field: &str, one: &Answer, other: &Answer, lang: Lang) -> String {
    let verdict = |id: &str| if id == Verdict::Applies.id() { words::applies(lang) } else { words::depends_on(lang) };
    let numbers = |answer: &Answer| -> String {
        let values: Vec<&str> = answer.contacts.iter().map(|contact| contact.value.as_str()).collect();
        if values.is_empty() { words::no_contact(lang).to_owned() } else { values.join(", ") }
    };
    let (before, after) = match field {
        "match" => (verdict(one.verdict).to_owned(), verdict(other.verdict).to_owned()),
        "contacts" => (numbers(one), numbers(other)),
        _ => (one.party_name.clone(), other.party_name.clone()),
    };
    format!("{before} → {after}")
}

fn in_words(compared: &CompareJson, context: &Context) -> String {
    let lang = context.lang;
    let mut out = String::new();
    for (sign, title, answers) in
        [('+', text::appears(lang), &compared.appears), ('-', text::disappears(lang), &compared.disappears)]
    {
        if !answers.is_empty() {
            let _ = writeln!(out, "{title}");
        }
        for answer in answers {
            let _ = writeln!(out, "  {sign} {} ({}): {}", answer.party_name, answer.aspect, answer.task);
        }
    }
    if !compared.changes.is_empty() {
        let _ = writeln!(out, "{}", text::changes(lang));
    }
    for change in &compared.changes {
        let _ = writeln!(out, "  ~ {}: {}", change.id, change.words.join("; "));
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", text::no_difference(lang));
    }
    out
}
