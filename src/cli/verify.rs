//! `verify`: the text that asks a party whether the guide is right about it, and noting that a person checked it.

use std::{collections::BTreeSet, path::Path};

use serde::Serialize;
use uuid::Uuid;

use super::{Context, Exit, Output, args::VerifyArguments, parse_date};
use crate::{
    contract::GuideJson,
    edit::{self, Event, Step, StepId, Why},
    file::{self, Logboek},
    lookup::nearest,
    model::{CallError, Date, Guide, Now, PartyId, RecordKey, ResponsibilityId},
    present::{VerificationFacts, VerificationQuestion},
    text::verification as text,
};

#[derive(Debug, Serialize)]
struct LetterJson {
    guide: GuideJson,
    party: String,
    subject: String,
    opening: String,
    questions: Vec<QuestionJson>,
    closing: Vec<String>,
    text: String,
}

#[derive(Debug, Serialize)]
struct QuestionJson {
    number: usize,
    object: String,
    says: String,
    details: Vec<String>,
}

#[derive(Debug, Serialize)]
struct VerifiedJson {
    verified: Vec<String>,
    on: Date,
    by: String,
    words: String,
}

/// The text for one party.
pub(super) fn letter(party: &str, context: &Context, output: Output) -> Result<String, Exit> {
    let (guide, lang) = (context.guide(), context.lang);
    let party = context.party(party)?;
    let facts = VerificationFacts::of(guide, party, context.date, lang);
    let text = facts.text(lang);
    output.say(
        || {
            let VerificationFacts { subject, opening, questions, closing } = facts.clone();
            let numbered = (1..).zip(questions);
            let questions = numbered.map(|(number, VerificationQuestion { object, says, details })| QuestionJson {
                number,
                object,
                says,
                details,
            });
            LetterJson {
                guide: context.guide_json(),
                party: guide.parties[party].id.to_string(),
                subject,
                opening,
                questions: questions.collect(),
                closing,
                text: text.clone(),
            }
        },
        || text.clone(),
    )
}

/// Notes that a person checked tasks with their party, in the guide and in the log beside it.
pub(super) fn note(args: &VerifyArguments, guide: Option<&Path>, now: Now, output: Output) -> Result<String, Exit> {
    let missing = |argument: &str| CallError::MissingArgument(vec![argument.to_owned()]);
    let path = guide.ok_or_else(|| missing("--guide"))?;
    let by = args.by.as_deref().map(str::trim).filter(|by| !by.is_empty()).ok_or_else(|| missing("--by"))?;
    if args.objects.is_empty() {
        return Err(missing("OBJECT").into());
    }
    let on = args.on.as_deref().map(parse_date).transpose()?.unwrap_or(now.date);
    if on > now.date {
        return Err(CallError::NotYet(on).into());
    }
    // First: what is saved between the two is not overwritten.
    let before = file::read_text(path, &|_| {})?;
    let opened = file::open_guide(path, &|_| {})?;
    if let Some(reason) = opened.read_only {
        return Err(super::Refusal::ReadOnly(reason).into());
    }
    let tasks = tasks(&opened.guide, &args.objects, on)?;
    let edits = edit::verified(&opened.guide, &tasks, on);
    let changes = edit::make(&opened.guide, &edits).map_err(|_| missing("OBJECT"))?;
    let after = edit::put(&opened.guide, &changes);
    if !changes.is_empty() {
        file::save_guide_again(path, &after, &before)?;
        let (id, at) = (StepId(Uuid::new_v4().to_string()), now.time);
        let step = Step { id, on: now.date, at, by: by.to_owned(), why: Why::Verified, changes };
        Logboek::beside(path).append(&[Event::Done(step), Event::Saved(file::sum(&after))])?;
    }
    let told = VerifiedJson {
        verified: edits.iter().filter_map(object).collect(),
        on,
        by: by.to_owned(),
        words: text::noted(edits.len(), on, output.lang),
    };
    output.give(&told, |told| format!("{}\n", told.words))
}

fn object(edit: &edit::Edit) -> Option<String> {
    match edit {
        edit::Edit::Replace(entry) => entry.key().record().map(ToString::to_string),
        _ => None,
    }
}

/// The tasks that are meant: by id, or all that are in force of a party.
fn tasks(guide: &Guide, objects: &[String], on: Date) -> Result<BTreeSet<ResponsibilityId>, CallError> {
    let mut found = BTreeSet::new();
    for given in objects {
        let task = |id: &str| ResponsibilityId::new(id).ok().filter(|id| guide.responsibilities.get(id).is_some());
        let of_party = |id: &PartyId| {
            let tasks = guide.responsibilities.iter().filter(|task| task.party == *id && task.valid.holds_on(on));
            tasks.map(|task| task.id.clone()).collect::<Vec<_>>()
        };
        let named = match given.parse::<RecordKey>() {
            Ok(RecordKey::Responsibility(id)) => task(id.as_str()).into_iter().collect(),
            Ok(RecordKey::Party(id)) => of_party(&id),
            _ => match task(given) {
                Some(id) => vec![id],
                None => PartyId::new(given).map(|id| of_party(&id)).unwrap_or_default(),
            },
        };
        if named.is_empty() {
            let task = nearest(given, guide.responsibilities.iter().map(|task| task.id.as_str()));
            let party = || nearest(given, guide.parties.iter().map(|party| party.id.as_str()));
            let nearest = task.or_else(party).map(str::to_owned);
            return Err(CallError::UnknownTask { given: given.clone(), nearest });
        }
        found.extend(named);
    }
    Ok(found)
}
