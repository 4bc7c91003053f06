//! `--starts TASK=DAY`: the day on which a term of an answer starts.

use crate::{
    lookup::{TermStarts, fold, nearest},
    model::{CallError, Date, PartialDate, ResponsibilityId, Term, TermUnit},
    present::Asked,
};

/// Between a task and the place of its term, from 1.
const OF: char = ':';

/// When terms start, as typed.
///
/// # Errors
/// [`CallError`] for what is no task with a term for these persons, or no day.
pub(super) fn read(typed: &[String], asked: Asked<'_>) -> Result<TermStarts, CallError> {
    let mut starts = TermStarts::default();
    for given in typed {
        let (task, day) = given.split_once('=').ok_or_else(|| CallError::NoStart(given.clone()))?;
        for (id, term) in find(task.trim(), asked)? {
            if term.unit == TermUnit::Uur {
                return Err(CallError::TermInHours(task.to_owned()));
            }
            if starts.set(id, &term.text, read_day(day)?).is_some() {
                return Err(CallError::Twice(task.to_owned()));
            }
        }
    }
    Ok(starts)
}

/// The terms that are meant: all of a name, or the only one of a task, or the one at its place.
fn find<'a>(task: &str, asked: Asked<'a>) -> Result<Vec<(ResponsibilityId, &'a Term)>, CallError> {
    let terms = terms(asked);
    let named: Vec<_> = terms.iter().filter(|(_, term)| fold(&term.text) == fold(task)).cloned().collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let (id, place) = match task.split_once(OF) {
        Some((id, place)) => (id, Some(place)),
        None => (task, None),
    };
    let of_task: Vec<_> = terms.iter().filter(|(of, _)| of.as_str() == id).collect();
    let found = match (place, of_task.as_slice()) {
        (None, [(id, term)]) => Some((id.clone(), *term)),
        (None, [_, _, ..]) => {
            let possible = (1..).zip(&of_task).map(|(place, (_, term))| format!("{id}{OF}{place} ({})", term.text));
            return Err(CallError::SeveralTerms { given: task.to_owned(), possible: possible.collect() });
        }
        (Some(place), _) => {
            let place = place.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
            place.and_then(|place| of_task.get(place)).map(|(id, term)| (id.clone(), *term))
        }
        (None, []) => None,
    };
    found.map(|found| vec![found]).ok_or_else(|| {
        let candidates = terms.iter().flat_map(|(id, term)| [id.as_str(), term.text.as_str()]);
        let nearest = nearest(id, candidates).map(str::to_owned);
        CallError::UnknownTerm { given: task.to_owned(), nearest }
    })
}

/// The terms of all answers, in the guide's order.
fn terms(asked: Asked<'_>) -> Vec<(ResponsibilityId, &Term)> {
    let tasks = asked.guide().responsibilities.ixs().filter(|task| asked.outcome.standing(*task).is_some());
    let tasks = tasks.filter_map(|task| asked.task(task));
    tasks.flat_map(|facts| facts.terms.into_iter().map(move |fact| (facts.record.id.clone(), fact.term))).collect()
}

fn read_day(given: &str) -> Result<Date, CallError> {
    match given.trim().parse() {
        Ok(PartialDate::Day(day)) => Ok(day),
        Ok(_) | Err(_) => Err(CallError::NotAStart { given: given.to_owned(), nearest: nearest_day(given) }),
    }
}

/// The day that was probably meant: written the other way round, or after the end of its month.
fn nearest_day(given: &str) -> Option<Date> {
    let numbers = given.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<i16> = numbers.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match numbers[..] {
        [year, month, day] if year > 99 => (year, month, day),
        [day, month, year] if year > 99 => (year, month, day),
        _ => return None,
    };
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Date::new(year, first.month(), i8::try_from(day.max(1)).ok()?.min(first.days_in_month())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_day_leads_to_one() {
        for (given, expected) in [
            ("30-2-2026", Some("2026-02-28")),
            ("3/2/2026", Some("2026-02-03")),
            ("2026-02-31", Some("2026-02-28")),
            ("2026-13-01", None),
            ("morgen", None),
            ("1-2-3-2026", None),
            ("2026", None),
        ] {
            assert_eq!(nearest_day(given).map(|day| day.to_string()).as_deref(), expected, "{given}");
        }
    }
}
