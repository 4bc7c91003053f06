//! The questions as a form, and how its options stand once something is chosen.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use serde::Serialize;

use crate::{
    lookup::Known,
    model::{Facet, FacetKind, Guide, Ix, Lang, LookupError, NONE, ValueId, negated},
    present::Asked,
    text::{errors, page as text, window, words},
};

/// How an option of the form stands.
#[derive(Debug, Serialize)]
pub(super) struct OptionShown {
    /// The id of its control.
    id: String,
    /// Nobody can be so.
    impossible: bool,
    /// Why it cannot be, or that it follows from the rest; empty when neither.
    note: String,
}

/// An option as it stands in the form.
struct Row<'a> {
    value: String,
    label: String,
    help: Option<&'a str>,
    is_indented: bool,
    becomes: Known,
}

/// The form, a fieldset a question.
pub(super) fn form(guide: &Guide, lang: Lang) -> Markup {
    html! {
        @for section in &guide.facet_sections {
            @let facets: Vec<&Facet> = guide.facets.iter().filter(|facet| facet.section == section.id).collect();
            @if !facets.is_empty() {
                h3 { (section.label.text(lang)) }
                @for facet in facets { (fieldset(facet, lang)) }
            }
        }
    }
}

fn fieldset(facet: &Facet, lang: Lang) -> Markup {
    let is_many = facet.kind == FacetKind::Many;
    html! {
        fieldset data-facet=(facet.id) data-kind=(if is_many { "many" } else { "one" }) {
            legend { (facet.label.text(lang)) }
            @if let Some(help) = &facet.help {
                details.help { summary { "?" span.unseen { " " (facet.label.text(lang)) } } p { (help.text(lang)) } }
            }
            @for row in rows(facet, lang) {
                @if is_many && row.value != NONE { (ticks(facet, &row, lang)) } @else { (choice(facet, &row, is_many)) }
            }
            @if !is_many {
                // Several values at once, as a link can say it.
                label.several hidden {
                    input type="radio" name=(facet.id) value="" disabled id={ (facet.id) ".several" } data-several;
                    span { (text::several(lang)) ": " span.values {} }
                }
                label {
                    input type="radio" name=(facet.id) value="" checked id={ (facet.id) ".onbekend" };
                    span { (words::unknown(lang)) }
                }
            }
        }
    }
}

fn control_id(facet: &Facet, value: &str) -> String {
    format!("{}.{value}", facet.id)
}

fn choice(facet: &Facet, row: &Row<'_>, is_many: bool) -> Markup {
    let id = control_id(facet, &row.value);
    html! {
        label.indented[row.is_indented] {
            input type=(if is_many { "checkbox" } else { "radio" }) name=(facet.id) value=(row.value) id=(id) aria-describedby={ (id) ".note" };
            span { (row.label) @if let Some(help) = row.help { " " small { (help) } } small.note id={ (id) ".note" } {} }
        }
    }
}

/// Yes and no, each a box; neither is unknown.
fn ticks(facet: &Facet, row: &Row<'_>, lang: Lang) -> Markup {
    let not = Row {
        value: negated_text(&row.value),
        label: text::not(lang).to_owned(),
        help: None,
        is_indented: false,
        becomes: row.becomes.clone(),
    };
    let id = control_id(facet, &not.value);
    html! {
        div.ticks {
            (choice(facet, row, true))
            label.no {
                input type="checkbox" name=(facet.id) value=(not.value) id=(id) aria-label={ (not.label) " " (row.label) };
                span aria-hidden="true" { (not.label) }
            }
        }
    }
}

fn negated_text(value: &str) -> String {
    ValueId::new(value).map_or_else(|_| value.to_owned(), |id| negated(&id))
}

/// The options of a facet, in the order in which they stand; a group before its members.
fn rows<'a>(facet: &'a Facet, lang: Lang) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let value = |id: &ValueId, is_indented| {
        let value = facet.values.iter().find(|value| value.id == *id)?;
        let becomes = match facet.kind {
            FacetKind::One => Known::OneOf(BTreeSet::from([id.clone()])),
            FacetKind::Many => Known::Each(BTreeMap::from([(id.clone(), true)])),
        };
        let help = value.help.as_ref().map(|help| help.text(lang));
        Some(Row { value: id.to_string(), label: value.label.text(lang).to_owned(), help, is_indented, becomes })
    };
    let mut in_groups: BTreeSet<&ValueId> = BTreeSet::new();
    for group in facet.ask_first.iter().filter_map(|id| facet.group(id)) {
        rows.push(Row {
            value: group.id.to_string(),
            label: group.label.text(lang).to_owned(),
            help: None,
            is_indented: false,
            becomes: Known::OneOf(group.values.iter().cloned().collect()),
        });
        rows.extend(group.values.iter().filter_map(|id| value(id, true)));
        in_groups.extend(&group.values);
    }
    let others = facet.values.iter().filter(|value| !in_groups.contains(&value.id));
    rows.extend(others.filter_map(|other| value(&other.id, false)));
    if facet.kind == FacetKind::Many {
        rows.push(Row {
            value: NONE.to_owned(),
            label: words::none_of_these(lang).to_owned(),
            help: None,
            is_indented: false,
            becomes: Known::Each(facet.values.iter().map(|value| (value.id.clone(), false)).collect()),
        });
    }
    rows
}

/// How all options stand in an answer.
pub(super) fn options(asked: Asked<'_>, lang: Lang) -> Vec<OptionShown> {
    let guide = asked.guide();
    let all = guide
        .facets
        .enumerate()
        .flat_map(|(ix, facet)| rows(facet, lang).into_iter().map(move |row| option(asked, ix, facet, &row, lang)));
    all.collect()
}

fn option(asked: Asked<'_>, ix: Ix<Facet>, facet: &Facet, row: &Row<'_>, lang: Lang) -> OptionShown {
    let id = control_id(facet, &row.value);
    let mut profile = asked.profile.clone();
    // Another value beside those that are said already.
    let known = match (&row.becomes, profile.known(&facet.id)) {
        (Known::Each(more), Some(Known::Each(known))) if row.value != NONE => {
            Known::Each(known.iter().chain(more).map(|(id, is_true)| (id.clone(), *is_true)).collect())
        }
        (becomes, _) => becomes.clone(),
    };
    profile.set(facet.id.clone(), known);
    match asked.index.persons_of(&profile) {
        Err(LookupError::Contradictory { facets: _, rules }) => {
            OptionShown { id, impossible: true, note: errors::rules_in_words(asked.guide(), &rules, lang).join(" ") }
        }
        Ok(_) if follows(asked, ix, &row.becomes) => {
            OptionShown { id, impossible: false, note: window::follows_from_the_rest(lang).to_owned() }
        }
        Ok(_) => OptionShown { id, impossible: false, note: String::new() },
    }
}

/// Whether the persons that remain all are so, though nobody said it.
fn follows(asked: Asked<'_>, ix: Ix<Facet>, becomes: &Known) -> bool {
    let Known::OneOf(values) = becomes else { return false };
    let remaining = asked.index.values_in(&asked.outcome.persons, ix);
    let is_said = asked.profile.known(&asked.guide().facets[ix].id).is_some();
    !is_said
        && asked.outcome.implied.contains(&ix)
        && !remaining.is_empty()
        && remaining.iter().all(|value| values.iter().any(|of| of.as_str() == value))
}
