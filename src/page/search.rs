//! What some words lead to, as HTML.

use maud::{Markup, html};
use serde::Serialize;

use super::{Page, Refused, ask::day, request::Words};
use crate::{
    lookup::{Characteristic, Hit, QuestionOption, SearchIndex, find_characteristics},
    model::{FacetKind, Guide, HitKind, Lang},
    text::{page as text, window},
};

/// More hits than this are no help.
const MOST_HITS: usize = 12;
/// More characteristics than this are no help.
const MOST_CHARACTERISTICS: usize = 3;

/// What was found.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    html: String,
    /// What a screen reader says of it.
    status: String,
}

impl Page {
    /// What some words lead to, best first.
    pub(super) fn search(&mut self, asked: &Words) -> Result<Found, Refused> {
        let (date, lang) = (day(&asked.question.date)?, asked.question.lang);
        let words = asked.words.trim();
        let is_fresh = self.searched.as_ref().is_some_and(|(of, spoken, _)| (*of, *spoken) == (date, lang));
        if !is_fresh {
            self.searched = Some((date, lang, SearchIndex::new(self.index.guide(), &self.regions, date, lang)));
        }
        let hits = match &self.searched {
            Some((_, _, index)) if !words.is_empty() => index.find(words, MOST_HITS),
            _ => Vec::new(),
        };
        let guide = self.index.guide();
        let set = find_characteristics(guide, words, MOST_CHARACTERISTICS);
        let count = hits.len() + set.len();
        let html = html! {
            @if words.is_empty() {}
            @else if count == 0 { p { (window::nothing_found(lang)) } }
            @else {
                ul {
                    @for characteristic in &set { (this_sets(guide, characteristic, lang)) }
                    @for hit in &hits { (this_found(guide, hit, lang)) }
                }
            }
        };
        let status = if words.is_empty() { String::new() } else { text::hits(count, lang) };
        Ok(Found { html: html.into_string(), status })
    }
}

/// A characteristic that a tap sets.
fn this_sets(guide: &Guide, found: &Characteristic, lang: Lang) -> Markup {
    let facet = &guide.facets[found.facet];
    let (QuestionOption::Value(value) | QuestionOption::Group(value)) = &found.option else { return html! {} };
    html! {
        li {
            button type="button" data-facet=(facet.id) data-value=(value) data-many[facet.kind == FacetKind::Many] {
                (text::set(lang)) ": " (facet.label.text(lang)) ", " (facet.value_label(value, lang))
            }
        }
    }
}

/// What a tap leads to: a party, a place, or its own words.
fn this_found(guide: &Guide, hit: &Hit, lang: Lang) -> Markup {
    let Hit { kind, id, party, text, why, by } = hit;
    let reason = window::hit_reason(*kind, *why, by, text, lang);
    let meaning = guide.glossary.iter().find(|term| *kind == HitKind::Term && term.id.as_str() == id);
    html! {
        li data-hit=(id) {
            @match (kind, party) {
                (HitKind::Gemeente, _) => { button.quiet type="button" data-gemeente=(id) { (text) } }
                (_, Some(party)) => { button.quiet type="button" data-party=(party) { (text) } }
                _ => { strong { (text) } }
            }
            " " span.small { (reason) }
            @if let Some(term) = meaning { p.small { (term.meaning) } }
        }
    }
}
