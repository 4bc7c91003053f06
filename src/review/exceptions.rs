//! Rules that are switched off for a record, with a reason.

use super::problem_of;
use crate::{
    edit::{self, Edit},
    lookup::nearest,
    model::{
        Date, Entry, EntryKey, Exception, Fault, Field, Guide, Problem, RecordId, RecordKey, Rule, Severity,
        error_count,
    },
};

/// Takes out what somebody decided need not be mended, and tells which of those decisions cannot hold.
pub(super) fn apply(guide: &Guide, today: Date, problems: &mut Vec<Problem>) {
    // What is wrong elsewhere keeps some rules from being asked.
    let is_all_asked = error_count(problems) == 0;
    let mut own = Vec::new();
    for exception in &guide.exceptions {
        let told = |field, fault| problem_of(RecordKey::Exception(exception.id.clone()), field, fault);
        if exception.reason.trim().is_empty() {
            own.push(told(Some(Field::Reason), Fault::ExceptionWithoutReason));
            continue;
        }
        match rule_of(guide, exception, today) {
            Err((field, fault)) => own.push(told(Some(field), fault)),
            Ok(rule) => {
                let before = problems.len();
                problems.retain(|problem| problem.rule() != rule || problem.record != exception.record);
                if problems.len() == before && is_all_asked {
                    own.push(told(None, Fault::UnusedException));
                }
            }
        }
    }
    problems.extend(own);
}

/// The rule that an exception switches off, or why it cannot.
fn rule_of(guide: &Guide, exception: &Exception, today: Date) -> Result<Rule, (Field, Fault)> {
    let Exception { rule, record, until, .. } = exception;
    let rule: Rule = rule.parse().map_err(|_| {
        let nearest = nearest(rule, Rule::all().map(Rule::id)).map(str::to_owned);
        (Field::Rule, Fault::UnknownRule { rule: rule.clone(), nearest })
    })?;
    if rule.severity() == Severity::Error {
        return Err((Field::Rule, Fault::ExceptionToError(rule)));
    }
    if edit::get(guide, &EntryKey::Record(record.clone())).is_none() {
        return Err((Field::Record, Fault::ExceptionToNothing(record.clone())));
    }
    if exception.holds_on(today) { Ok(rule) } else { Err((Field::Until, Fault::ExceptionOver(*until))) }
}

/// Why somebody switches a rule off for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In words.
    pub words: String,
    /// The function or organisation that decides so.
    pub by: String,
    /// The day of deciding.
    pub on: Date,
    /// The last day on which it holds.
    pub until: Date,
}

/// The edit that switches the rule of a problem off for its record; `None` for an error, and for what is wrong with an
/// exception itself.
pub fn switch_off(guide: &Guide, problem: &Problem, reason: Reason) -> Option<Edit> {
    if problem.severity() == Severity::Error || matches!(problem.record, RecordKey::Exception(_)) {
        return None;
    }
    let Reason { words, by, on, until } = reason;
    let name = format!("{}-{}", problem.rule().id(), problem.record.to_string().replace('/', "-"));
    let names = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
    let mut free = names.filter_map(|name| RecordId::new(&name).ok()).filter(|id| guide.exceptions.ix(id).is_none());
    let exception = Exception {
        id: free.next()?,
        rule: problem.rule().id().to_owned(),
        record: problem.record.clone(),
        reason: words,
        by,
        on,
        until,
    };
    Some(Edit::Add(Entry::Exception(exception)))
}
