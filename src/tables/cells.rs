//! A value as a cell, and a cell as a value.

use super::EMPTIED;
use crate::{
    edit::form::Input,
    file::{read_condition, write_condition},
    model::{
        ClockTime, Date, PartialDate, TableFault,
        walk::{Choice, ChoiceKind, Leaf, Reference, RefersTo, Slot},
    },
};

/// A value as its cell.
pub(super) fn cell(leaf: Leaf<'_>) -> String {
    match leaf {
        Leaf::Id(id) | Leaf::Name(id) => id.to_owned(),
        Leaf::Text(text) => text.words.to_owned(),
        Leaf::Condition(who) => write_condition(who),
        Leaf::Reference(to) => named(to),
        Leaf::Given(facet, values) => {
            let values: Vec<&str> = values.iter().map(crate::model::Id::as_str).collect();
            format!("{facet}={}", values.join(","))
        }
        Leaf::Day(day) => day.to_string(),
        Leaf::Date(date) => date.to_string(),
        Leaf::Choice(choice) => chosen(choice),
        Leaf::Flag(flag) => (if flag { "ja" } else { "nee" }).to_owned(),
        Leaf::Time(time) => time.to_string(),
        Leaf::Number(number) => number.to_string(),
        Leaf::Letter(letter) => letter.to_string(),
        Leaf::Key(key) => key.to_string(),
    }
}

fn named(to: Reference<'_>) -> String {
    match to {
        Reference::Source(id) => id.to_string(),
        Reference::Facet(id) => id.to_string(),
        Reference::Phase(id) => id.to_string(),
        Reference::Aspect(id) => id.to_string(),
        Reference::Party(id) => id.to_string(),
        Reference::Responsibility(id) => id.to_string(),
        Reference::FacetSection(id) | Reference::Step(_, id) => id.to_string(),
        Reference::Value(facet, value)
        | Reference::Member(facet, value)
        | Reference::Group(facet, value)
        | Reference::Answer(facet, value) => format!("{facet}={value}"),
        Reference::Record(key) => key.to_string(),
        Reference::Phone(_, text) | Reference::Region(text) | Reference::Gemeente(text) => text.to_owned(),
    }
}

/// As the file writes it; of one with a day inside both, as `gemaakt 2026-02-03`.
pub(super) fn chosen(choice: Choice) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(inside)) => {
            let said = inside.iter().map(|(name, day)| format!("{name} {}", day.as_str().unwrap_or_default()));
            said.collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}

/// What can be chosen, each as its cell.
pub(super) fn choices(of: ChoiceKind) -> Vec<String> {
    of.all().into_iter().map(chosen).collect()
}

/// What is meant by a cell in such a place.
pub(super) fn input(slot: &Slot, typed: &str) -> Result<Input, TableFault> {
    if EMPTIED.contains(&typed) {
        return Ok(Input::Nothing);
    }
    let wrong = |expected: &'static str| TableFault::Unfit { given: typed.to_owned(), expected };
    Ok(match slot {
        Slot::Text { .. } => Input::Text(typed.to_owned()),
        Slot::Condition { .. } => {
            Input::Condition(read_condition(typed).map_err(|error| TableFault::Condition(Box::new(error)))?)
        }
        Slot::Reference { to: RefersTo::Value, .. } => {
            let (facet, value) = typed.split_once('=').ok_or_else(|| wrong("facet=waarde"))?;
            Input::Answer(facet.trim().to_owned(), value.trim().to_owned())
        }
        Slot::Reference { .. } => Input::Reference(typed.trim().to_owned()),
        Slot::Day { .. } => match date(typed) {
            Some(PartialDate::Day(day)) => Input::Day(day),
            _ => return Err(wrong("JJJJ-MM-DD")),
        },
        Slot::Date => Input::Date(date(typed).ok_or_else(|| wrong("JJJJ, JJJJ-MM, JJJJ-MM-DD"))?),
        Slot::Choice { of, .. } => Input::Choice(choice(*of, typed)?),
        Slot::Flag => Input::Flag(flag(typed).ok_or_else(|| wrong("ja, nee"))?),
        Slot::Time => Input::Time(time(typed).ok_or_else(|| wrong("UU:MM"))?),
        Slot::Number { .. } => {
            let typed = typed.trim();
            let whole = typed.strip_suffix(".0").or_else(|| typed.strip_suffix(",0")).unwrap_or(typed);
            Input::Number(whole.parse().map_err(|_| wrong("0, 1, 2"))?)
        }
        Slot::Letter => {
            let mut letters = typed.trim().chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Input::Letter(letter),
                _ => return Err(wrong("A")),
            }
        }
        Slot::Id | Slot::Given(_) | Slot::Key | Slot::Basis { .. } | Slot::Part(_) | Slot::List(_) => {
            return Err(TableFault::NotHere);
        }
    })
}

/// A date as the guide writes it, or as it is written here: day, month, year.
fn date(typed: &str) -> Option<PartialDate> {
    let typed = typed.trim();
    // A spreadsheet may put an hour behind a day.
    let typed = typed.split_once(['T', ' ']).map_or(typed, |(day, _)| day);
    typed.parse().ok().or_else(|| {
        let mut parts = typed.split(['-', '/']);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = year.len() == 4 && parts.next().is_none();
        let day = is_whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())??;
        Some(PartialDate::Day(day))
    })
}

/// A time of day, also as a spreadsheet writes it: with seconds, or by the half day.
fn time(typed: &str) -> Option<ClockTime> {
    let typed = typed.trim().to_uppercase();
    let (clock, half) = match typed.strip_suffix("AM").map(|clock| (clock, 0)) {
        Some(morning) => morning,
        None => typed.strip_suffix("PM").map_or((typed.as_str(), 24), |clock| (clock, 12)),
    };
    let mut parts = clock.trim().split(':');
    let (hour, minute) = (parts.next()?.parse::<u8>().ok()?, parts.next()?.parse::<u8>().ok()?);
    let hour = if half == 24 { hour } else { hour % 12 + half };
    format!("{hour:02}:{minute:02}").parse().ok()
}

fn flag(typed: &str) -> Option<bool> {
    match typed.trim().to_lowercase().as_str() {
        "ja" | "yes" | "true" | "waar" | "1" | "x" => Some(true),
        "nee" | "no" | "false" | "onwaar" | "0" => Some(false),
        _ => None,
    }
}

fn choice(of: ChoiceKind, typed: &str) -> Result<Choice, TableFault> {
    let wanted = typed.trim().to_lowercase().replace('-', "_");
    if let Some(found) = of.all().into_iter().find(|choice| chosen(*choice) == wanted) {
        return Ok(found);
    }
    // One with a day inside.
    let with_day = typed.trim().split_once(' ').and_then(|(name, day)| {
        let Some(PartialDate::Day(day)) = date(day) else { return None };
        let name = name.to_lowercase();
        let is_named = |choice: &Choice| chosen(*choice).split_once(' ').is_some_and(|(own, _)| own == name);
        of.all().into_iter().find(is_named).map(|choice| choice.on(day))
    });
    with_day.ok_or_else(|| TableFault::NoChoice { given: typed.to_owned(), possible: choices(of) })
}
