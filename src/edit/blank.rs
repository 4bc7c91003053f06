//! New records with nothing filled in yet.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{propose_id, tree};
use crate::model::{
    Agreement, AgreementState, Condition, Entry, Field, Guide, RecordId, RecordKind, Responsibility, ResponsibilityId,
    walk::RefersTo,
};

/// What else a new record of a kind can refer to from the start.
pub fn refers_also(kind: RecordKind) -> &'static [(Field, RefersTo)] {
    match kind {
        RecordKind::Referral => &[(Field::FromAspect, RefersTo::Aspect), (Field::ToAspect, RefersTo::Aspect)],
        _ => &[],
    }
}

/// A day for what must have one, until somebody fills it in.
const DAY: &str = "2026-01-01";

/// A new agreement that is needed between tasks that overlap; what it says is still to be filled in. `None` when there is
/// none of these tasks.
pub fn need_agreement(guide: &Guide, tasks: &[ResponsibilityId]) -> Option<Entry> {
    let records: Vec<&Responsibility> = tasks.iter().filter_map(|task| guide.responsibilities.get(task)).collect();
    let first = records.first()?;
    let mut parties: Vec<&str> = records.iter().map(|task| task.party.as_str()).collect();
    parties.dedup();
    let name = format!("{} {}", first.aspect, parties.join(" "));
    let id = RecordId::new(&propose_id(guide, RecordKind::Agreement, &name)?).ok()?;
    Some(Entry::Agreement(Agreement {
        id,
        between: tasks.to_vec(),
        state: AgreementState::Nodig,
        text: String::new(),
        cites: Vec::new(),
    }))
}

/// What a new record of a kind must refer to, and by which field; it cannot be made without.
pub fn refers_first(kind: RecordKind) -> &'static [(Field, RefersTo)] {
    match kind {
        RecordKind::Responsibility => &[(Field::Party, RefersTo::Party), (Field::Aspect, RefersTo::Aspect)],
        RecordKind::Referral => &[(Field::From, RefersTo::Party), (Field::To, RefersTo::Party)],
        RecordKind::Gap => &[(Field::Aspect, RefersTo::Aspect), (Field::Ask, RefersTo::Party)],
        RecordKind::Facet => &[(Field::Section, RefersTo::FacetSection)],
        RecordKind::Aspect => &[(Field::Phase, RefersTo::Phase)],
        RecordKind::Guide
        | RecordKind::FirstAdvice
        | RecordKind::Source
        | RecordKind::FacetSection
        | RecordKind::Impossible
        | RecordKind::Implication
        | RecordKind::Suspicious
        | RecordKind::Phase
        | RecordKind::Party
        | RecordKind::Conflict
        | RecordKind::Agreement
        | RecordKind::Scenario
        | RecordKind::Term
        | RecordKind::Exception
        | RecordKind::Unresolved => &[],
    }
}

/// A new record with this id and name; what else it says is still to be filled in, and is a problem until it is. `None`
/// for what is no id, for a missing reference, and for kinds that are not made by hand.
pub fn blank(kind: RecordKind, id: &str, name: &str, refers: &BTreeMap<Field, String>) -> Option<Entry> {
    // What was typed is nowhere but in its own field.
    let label = json!({ "nl": name });
    let assumed = json!({ "aanname": "" });
    let rest = match kind {
        RecordKind::FirstAdvice => json!({ "text": label, "cites": [] }),
        RecordKind::Source => json!({ "title": name, "publisher": "", "certainty": "midden" }),
        RecordKind::Facet => json!({ "kind": "one", "label": label, "question": { "nl": "" }, "values": [] }),
        RecordKind::Impossible | RecordKind::Suspicious => {
            json!({ "when": Condition::Always, "text": label, "basis": assumed })
        }
        RecordKind::Implication => {
            json!({ "when": Condition::Always, "then": Condition::Always, "text": label, "basis": assumed })
        }
        RecordKind::Phase => json!({ "letter": "?", "title": label, "short": label }),
        RecordKind::FacetSection | RecordKind::Aspect => json!({ "label": label }),
        RecordKind::Party => json!({ "kind": "organisatie", "names": [{ "name": label }], "summary": "", "cites": [] }),
        RecordKind::Responsibility => json!({ "role": "voert_uit", "task": name, "cites": [] }),
        RecordKind::Referral => json!({
            "act": "verwijst", "text": name, "sharing": { "ground": "onbekend", "text": "" }, "cites": []
        }),
        RecordKind::Gap => json!({ "kind": "onbekend", "text": name, "cites": [] }),
        RecordKind::Conflict => json!({ "text": name, "sides": [], "shown": "" }),
        RecordKind::Agreement => json!({ "between": [], "state": "nodig", "text": name, "cites": [] }),
        RecordKind::Scenario => {
            json!({ "title": label, "story": "", "date": DAY, "given": {}, "expect": [] })
        }
        RecordKind::Term => json!({ "term": label, "meaning": "" }),
        RecordKind::Exception => json!({
            "rule": name, "record": "guide", "reason": "", "by": "", "on": DAY, "until": DAY
        }),
        RecordKind::Guide | RecordKind::Unresolved => return None,
    };
    let Value::Object(mut fields) = rest else { return None };
    fields.insert("id".to_owned(), json!(id));
    for (field, _) in refers_first(kind) {
        fields.insert(name_of(*field), json!(refers.get(field)?));
    }
    for (field, _) in refers_also(kind) {
        fields.extend(refers.get(field).map(|id| (name_of(*field), json!(id))));
    }
    tree::of_kind(Value::Object(fields), kind)
}

/// As the file writes it.
fn name_of(field: Field) -> String {
    let name: &str = field.into();
    name.to_owned()
}
