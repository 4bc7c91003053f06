//! The questions with their values and state, made once per change.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    lookup::{Index, Known, Outcome, Profile},
    model::{Facet, FacetId, FacetKind, FacetSection, Ix, Lang, LookupError, ValueId},
    text::{errors, window, words},
};

/// One question.
#[derive(Clone, Debug)]
pub struct FacetView {
    /// Position of the facet in the guide.
    pub position: Ix<Facet>,
    /// Its id.
    pub id: FacetId,
    /// The block in which it stands.
    pub section: String,
    /// Position of that block in the guide.
    pub section_position: Option<Ix<FacetSection>>,
    /// Its name.
    pub label: String,
    /// What it means.
    pub help: Option<String>,
    /// Whether one or several values can be true.
    pub kind: FacetKind,
    /// The rows, "unknown" last.
    pub options: Vec<OptionView>,
    /// What is known, in words, for when the rows are folded away.
    pub summary: Option<String>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct OptionView {
    /// What it says.
    pub label: String,
    /// What a screen reader says.
    pub name: String,
    /// Explanation of the value.
    pub help: Option<String>,
    /// How it stands.
    pub state: OptionState,
    /// Whether it belongs to the group above it.
    pub indented: bool,
    /// What the facet would be known as when it is chosen.
    pub becomes: Option<Known>,
    /// What it would be known as when it is added to what is chosen (kind `one`).
    pub added: Option<Known>,
}

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionState {
    /// Can be chosen.
    Open,
    /// Was chosen.
    Chosen,
    /// Follows from what was chosen.
    Implied(String),
    /// Cannot be.
    Impossible(String),
}

/// All questions, in the guide's order.
pub(super) fn views(index: &Index, profile: &Profile, outcome: &Outcome, lang: Lang) -> Vec<FacetView> {
    let guide = index.guide();
    guide
        .facets
        .enumerate()
        .map(|(position, facet)| {
            let view = Viewer { index, profile, outcome, lang, position, facet };
            let section_position = guide.facet_sections.ix(&facet.section);
            let section = section_position.map(|section| &guide.facet_sections[section]);
            FacetView {
                position,
                id: facet.id.clone(),
                section: section.map_or("", |section| section.label.text(lang)).to_owned(),
                section_position,
                label: facet.label.text(lang).to_owned(),
                help: facet.help.as_ref().map(|help| help.text(lang).to_owned()),
                kind: facet.kind,
                options: match facet.kind {
                    FacetKind::One => view.one(),
                    FacetKind::Many => view.many(),
                },
                summary: view.summary(),
            }
        })
        .collect()
}

struct Viewer<'a> {
    index: &'a Index,
    profile: &'a Profile,
    outcome: &'a Outcome,
    lang: Lang,
    position: Ix<Facet>,
    facet: &'a Facet,
}

impl Viewer<'_> {
    fn one(&self) -> Vec<OptionView> {
        let given = match self.profile.known(&self.facet.id) {
            Some(Known::OneOf(values)) => values.clone(),
            _ => BTreeSet::new(),
        };
        let counts = &self.outcome.counts.facets[self.position];
        let mut options = Vec::new();
        let mut shown_in_group = BTreeSet::new();
        for group_id in &self.facet.ask_first {
            let Some(group_position) = self.facet.groups.iter().position(|group| group.id == *group_id) else {
                continue;
            };
            let group = &self.facet.groups[group_position];
            let members: BTreeSet<ValueId> = group.values.iter().cloned().collect();
            shown_in_group.extend(members.iter().cloned());
            let inside = !given.is_empty() && given.is_subset(&members);
            let is_possible = counts.groups.get(group_position).is_some_and(Option::is_some);
            options.push(self.row(
                group.label.text(self.lang),
                None,
                given == members,
                is_possible,
                Known::OneOf(members.clone()),
            ));
            if inside {
                for (n, value) in self.facet.values.iter().enumerate().filter(|(_, v)| members.contains(&v.id)) {
                    let known = Known::OneOf(BTreeSet::from([value.id.clone()]));
                    let chosen = given != members && given.contains(&value.id);
                    let help = value.help.as_ref().map(|help| help.text(self.lang));
                    let mut row = self.row(
                        value.label.text(self.lang),
                        help,
                        chosen,
                        counts.values.get(n).is_some_and(Option::is_some),
                        known,
                    );
                    row.indented = true;
                    let others = if given == members { BTreeSet::new() } else { given.clone() };
                    row.added = added(&others, &value.id);
                    options.push(row);
                }
            }
        }
        for (n, value) in self.facet.values.iter().enumerate().filter(|(_, v)| !shown_in_group.contains(&v.id)) {
            let known = Known::OneOf(BTreeSet::from([value.id.clone()]));
            let help = value.help.as_ref().map(|help| help.text(self.lang));
            let is_possible = counts.values.get(n).is_some_and(Option::is_some);
            let mut row = self.row(value.label.text(self.lang), help, given.contains(&value.id), is_possible, known);
            row.added = added(&given, &value.id);
            options.push(row);
        }
        options.push(self.unknown(given.is_empty()));
        options
    }

    fn many(&self) -> Vec<OptionView> {
        let given = match self.profile.known(&self.facet.id) {
            Some(Known::Each(values)) => values.clone(),
            _ => BTreeMap::new(),
        };
        let counts = &self.outcome.counts.facets[self.position];
        let all_false = given.len() == self.facet.values.len() && given.values().all(|is_true| !is_true);
        let mut options = Vec::new();
        for (n, value) in self.facet.values.iter().enumerate() {
            let truth = given.get(&value.id).copied().filter(|_| !all_false);
            let mut next = if all_false { BTreeMap::new() } else { given.clone() };
            // Yes, then no, then unknown again.
            match truth {
                None => next.insert(value.id.clone(), true),
                Some(true) => next.insert(value.id.clone(), false),
                Some(false) => next.remove(&value.id),
            };
            let label = value.label.text(self.lang);
            let label = match truth {
                Some(false) => format!("{} {label}", words::not(self.lang)),
                _ => label.to_owned(),
            };
            let help = value.help.as_ref().map(|help| help.text(self.lang));
            let is_possible = counts.values.get(n).is_some_and(Option::is_some);
            options.push(self.row(&label, help, truth.is_some(), is_possible, Known::Each(next)));
        }
        let none = self.facet.values.iter().map(|value| (value.id.clone(), false)).collect();
        options.push(self.row(
            words::none_of_these(self.lang),
            None,
            all_false,
            counts.none.is_some(),
            Known::Each(none),
        ));
        options.push(self.unknown(given.is_empty()));
        options
    }

    fn row(&self, label: &str, help: Option<&str>, chosen: bool, is_possible: bool, becomes: Known) -> OptionView {
        let state = if chosen {
            OptionState::Chosen
        } else if !is_possible {
            OptionState::Impossible(self.why_impossible(&becomes))
        } else if self.follows(&becomes) {
            OptionState::Implied(window::follows_from_the_rest(self.lang).to_owned())
        } else {
            OptionState::Open
        };
        let spoken = if is_possible { label.to_owned() } else { window::impossible_in_words(label, self.lang) };
        OptionView {
            label: label.to_owned(),
            name: format!("{}: {spoken}", self.facet.label.text(self.lang)),
            help: help.map(str::to_owned),
            state,
            indented: false,
            becomes: Some(becomes),
            added: None,
        }
    }

    fn unknown(&self, chosen: bool) -> OptionView {
        let label = words::unknown(self.lang);
        OptionView {
            label: label.to_owned(),
            name: format!("{}: {label}", self.facet.label.text(self.lang)),
            help: None,
            // What follows from the rest is known, though nobody said it.
            state: if chosen && !self.outcome.implied.contains(&self.position) {
                OptionState::Chosen
            } else {
                OptionState::Open
            },
            indented: false,
            becomes: None,
            added: None,
        }
    }

    /// Whether the persons that remain all are so, though nobody said it.
    fn follows(&self, becomes: &Known) -> bool {
        if !self.outcome.implied.contains(&self.position) || self.facet.kind == FacetKind::Many {
            return false;
        }
        let Known::OneOf(values) = becomes else { return false };
        let remaining = self.index.values_in(&self.outcome.persons, self.position);
        !remaining.is_empty() && remaining.iter().all(|value| values.iter().any(|v| v.as_str() == value))
    }

    fn why_impossible(&self, becomes: &Known) -> String {
        let mut profile = self.profile.clone();
        profile.set(self.facet.id.clone(), becomes.clone());
        let guide = self.index.guide();
        let Err(LookupError::Contradictory { rules, .. }) = self.index.persons_of(&profile) else {
            return String::new();
        };
        errors::rules_in_words(guide, &rules, self.lang).join(" ")
    }

    fn summary(&self) -> Option<String> {
        let values = self.profile.values_text(self.facet);
        if values.is_empty() {
            return None;
        }
        Some(words::values(self.facet, &values, self.lang))
    }
}

/// What is chosen with this value added, or taken away when it was in.
fn added(given: &BTreeSet<ValueId>, value: &ValueId) -> Option<Known> {
    let mut values = given.clone();
    if !values.remove(value) {
        values.insert(value.clone());
    }
    (!values.is_empty()).then_some(Known::OneOf(values))
}
