//! What a change of the guide does, with its sentences.

use super::CoverFacts;
use crate::{
    lookup::Miss,
    model::{Alert, AspectId, Contact, Expectation, Guide, Lang, Party, PartyId, RecordId, ScenarioError, Validity},
    review::impact::{AnswerChange, ChangePlace, Claim, Impact, PartyChange, Said, ScenarioChange},
    text::{cli, edit as edited, errors, fields, impact as text, words},
};

/// What a change of the guide does.
#[derive(Clone, Debug, PartialEq)]
pub struct ImpactFacts {
    /// Answers that change, in the guide's order of aspects.
    pub answers: Vec<AnswerChangeFacts>,
    /// What changes with all answers of a party.
    pub parties: Vec<PartyChangeFacts>,
    /// Scenarios that turn.
    pub scenarios: Vec<ScenarioChangeFacts>,
    /// Whether the rules on who can be changed.
    pub other_rules: bool,
    /// Whether it is not all.
    pub unknown: bool,
    /// That nothing changes, that the rules did, or that it is not all: lines above the rest.
    pub notes: Vec<String>,
}

/// An answer that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerChangeFacts {
    /// What is answered.
    pub claim: Claim,
    /// In which part of the country.
    pub place: ChangePlace,
    /// In which stretch of time.
    pub during: Validity,
    /// What it is called, with where and when.
    pub name: String,
    /// The same without when.
    pub about: String,
    /// When, in words; `None` for always.
    pub when: Option<String>,
    /// Who gets it and did not.
    pub appears: CoverFacts,
    /// Who got it and does not.
    pub disappears: CoverFacts,
    /// What is said with it, to who keeps it.
    pub said: Vec<SaidChangeFacts>,
    /// All of it, a line each, without the name.
    pub lines: Vec<String>,
}

/// Something that is said, or not any more, to who keeps an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidChangeFacts {
    /// What.
    pub said: Said,
    /// Whether it is said now, and was not.
    pub appears: bool,
    /// To whom.
    pub to: CoverFacts,
    /// As a sentence.
    pub text: String,
}

/// Something of a party that changes with all its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyChangeFacts {
    /// The party.
    pub party: PartyId,
    /// Whether it is told now, and was not.
    pub appears: bool,
    /// As a sentence.
    pub text: String,
}

/// A scenario that turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioChangeFacts {
    /// Which.
    pub scenario: RecordId,
    /// Its title.
    pub title: String,
    /// What is expected and does not come out any more, each in words; or why it cannot be run.
    pub fails: Vec<String>,
    /// What is expected and comes out now.
    pub passes: Vec<String>,
    /// A line each.
    pub lines: Vec<String>,
}

impl ImpactFacts {
    /// What the change from one version of a guide to another does, for who reads a language.
    pub fn of(impact: Impact, before: &Guide, after: &Guide, lang: Lang) -> Self {
        let is_nothing = impact.is_nothing();
        let Impact { persons_of, mut answers, parties, scenarios, other_rules, unknown } = impact;
        let say = Say { before, after, persons_of: &persons_of, lang };
        // Stable: within an aspect they stay by party and role.
        answers.sort_by_key(|answer| say.order(&answer.claim));
        let notes =
            [(is_nothing, text::nothing(lang)), (other_rules, text::other_rules(lang)), (unknown, text::unknown(lang))];
        let notes = notes.into_iter().filter(|(is_so, _)| *is_so).map(|(_, note)| note.to_owned());
        Self {
            answers: answers.into_iter().map(|answer| say.answer(answer)).collect(),
            parties: parties.iter().flat_map(|change| say.party_change(change)).collect(),
            scenarios: scenarios.iter().map(|change| say.scenario(change)).collect(),
            other_rules,
            unknown,
            notes: notes.collect(),
        }
    }
}

/// What changes of one thing, a line each with the days in which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpactGroup {
    /// A task, a hand-over, a gap or an advice; `None` for what is about something else.
    pub about: Option<String>,
    /// What changes of it.
    pub lines: Vec<String>,
}

impl ImpactFacts {
    /// The same task by task: what changes of one stands together, each line with its days.
    pub fn groups(self) -> Vec<ImpactGroup> {
        let Self { answers, parties, scenarios, other_rules: _, unknown: _, notes } = self;
        let mut groups: Vec<ImpactGroup> = Vec::new();
        let others = |lines: Vec<String>| (!lines.is_empty()).then_some(ImpactGroup { about: None, lines });
        groups.extend(others(notes));
        for AnswerChangeFacts { about, when, lines, .. } in answers {
            let lines = lines.into_iter().map(|line| match &when {
                Some(when) => format!("{}: {line}", words::capital(when)),
                None => words::capital(&line),
            });
            match groups.iter_mut().find(|group| group.about.as_ref() == Some(&about)) {
                Some(group) => group.lines.extend(lines),
                None => groups.push(ImpactGroup { lines: lines.collect(), about: Some(about) }),
            }
        }
        let scenarios = scenarios.into_iter().flat_map(|scenario| scenario.lines);
        groups.extend(others(parties.into_iter().map(|party| party.text).chain(scenarios).collect()));
        groups
    }
}

/// Who says it: two versions of a guide, and the one whose facets boxes name.
#[derive(Clone, Copy)]
struct Say<'a> {
    before: &'a Guide,
    after: &'a Guide,
    persons_of: &'a Guide,
    lang: Lang,
}

impl Say<'_> {
    /// First what is said first, then by aspect, then hand-overs.
    fn order(self, claim: &Claim) -> (u8, Option<crate::model::AspectIx>) {
        let of_aspect = |id: &AspectId| self.after.aspect_ix(id).or_else(|| self.before.aspect_ix(id));
        match claim {
            Claim::First(_) => (0, None),
            Claim::Task { aspect, .. } => (1, of_aspect(aspect)),
            Claim::Gap { aspect, .. } => (2, of_aspect(aspect)),
            Claim::Handover { .. } => (3, None),
        }
    }

    fn answer(self, change: AnswerChange) -> AnswerChangeFacts {
        let AnswerChange { claim, place, during, appears, disappears, said } = change;
        let cover = |cover| CoverFacts::of(cover, self.persons_of, self.lang);
        let (appears, disappears) = (cover(appears), cover(disappears));
        let said: Vec<SaidChangeFacts> = said
            .into_iter()
            .map(|change| {
                let to = cover(change.to);
                let text = text::said(&self.said(&change.said), change.appears, &to.text, self.lang);
                SaidChangeFacts { said: change.said, appears: change.appears, to, text }
            })
            .collect();
        let sides = [(true, &appears), (false, &disappears)].into_iter().filter(|(_, cover)| !cover.is_nobody());
        let sides = sides.map(|(appears, cover)| text::told(appears, &cover.text, self.lang));
        let lines = sides.chain(said.iter().map(|change| change.text.clone())).collect();
        let where_ = match &place {
            ChangePlace::Everywhere => None,
            ChangePlace::In(regions) => Some(text::only_in(regions, self.lang)),
            ChangePlace::OutsideOf(regions) => Some(text::outside_of(regions, self.lang)),
        };
        let when = Some(words::validity(&during, self.lang)).filter(|when| !when.is_empty());
        let about = std::iter::once(self.claim(&claim)).chain(where_).collect::<Vec<_>>().join(", ");
        let name = std::iter::once(about.clone()).chain(when.clone()).collect::<Vec<_>>().join(", ");
        AnswerChangeFacts { claim, place, during, name, about, when, appears, disappears, said, lines }
    }

    fn claim(self, claim: &Claim) -> String {
        match claim {
            Claim::First(id) => {
                let advice = self.after.first.get(id).or_else(|| self.before.first.get(id));
                let said = advice.map_or_else(|| id.to_string(), |advice| advice.text.text(self.lang).to_owned());
                edited::called(text::first(self.lang), &said)
            }
            Claim::Task { aspect, party, role } => {
                text::task(&self.party(party), &self.aspect(aspect), *role, self.lang)
            }
            Claim::Handover { from, to, act } => text::handover(&self.party(from), &self.party(to), *act, self.lang),
            Claim::Gap { aspect, kind } => text::gap(&self.aspect(aspect), *kind, self.lang),
        }
    }

    fn said(self, said: &Said) -> String {
        use crate::model::Field;
        let called = |field: Field, text: &str| edited::called(fields::field(field, self.lang), text);
        match said {
            Said::Text(said) => called(Field::Text, said),
            Said::Advice(said) => called(Field::Text, said.text(self.lang)),
            Said::Primary => text::primary(self.lang).to_owned(),
            Said::Provided(said) => called(Field::Provided, said),
            Said::Term(term) => text::term(term, self.lang),
            Said::LegalBasis(said) => called(Field::LegalBasis, said),
            Said::Sharing(sharing) => text::sharing(sharing, self.lang),
            Said::Receives(receives) => text::receives(*receives, self.lang),
            Said::Phone(said) => called(Field::Phone, said),
            Said::Ask(party) => text::ask(&self.party(party), self.lang),
            Said::Note(said) => called(Field::Note, said),
        }
    }

    fn party_change(self, change: &PartyChange) -> Vec<PartyChangeFacts> {
        let PartyChange { party, contacts_appear, contacts_disappear, alerts_appear, alerts_disappear } = change;
        let name = self.party(party);
        let fact = |what: String, appears| PartyChangeFacts {
            party: party.clone(),
            appears,
            text: text::of_party(&name, &what, appears, self.lang),
        };
        let contact = |contact: &Contact| {
            let said: Vec<&str> = std::iter::once(contact.value.as_str())
                .chain(contact.hours.as_deref())
                .chain(contact.for_whom.as_deref())
                .collect();
            edited::called(words::contact_kind(contact.kind, self.lang), &said.join(", "))
        };
        let alert = |alert: &Alert| edited::called(words::note(self.lang), &alert.text);
        let contacts = [(contacts_disappear, false), (contacts_appear, true)].into_iter();
        let contacts = contacts.flat_map(|(list, appears)| list.iter().map(move |one| (contact(one), appears)));
        let alerts = [(alerts_disappear, false), (alerts_appear, true)].into_iter();
        let alerts = alerts.flat_map(|(list, appears)| list.iter().map(move |one| (alert(one), appears)));
        contacts.chain(alerts).map(|(what, appears)| fact(what, appears)).collect()
    }

    fn scenario(self, change: &ScenarioChange) -> ScenarioChangeFacts {
        let ScenarioChange { scenario, fails, passes, stops } = change;
        let found = self.after.scenarios.get(scenario);
        let title = found.map_or_else(|| scenario.to_string(), |found| found.title.text(self.lang).to_owned());
        let stopped = |error: &ScenarioError| errors::scenario(error, self.after, self.lang);
        let fails: Vec<String> = fails.iter().map(|miss| self.miss(miss)).chain(stops.iter().map(stopped)).collect();
        let passes: Vec<String> = passes.iter().map(|expected| self.expectation(expected)).collect();
        let lines = [
            (!fails.is_empty()).then(|| text::fails(&title, &fails, self.lang)),
            (!passes.is_empty()).then(|| text::passes(&title, &passes, self.lang)),
        ];
        let lines = lines.into_iter().flatten().collect();
        ScenarioChangeFacts { scenario: scenario.clone(), title, fails, passes, lines }
    }

    fn miss(self, miss: &Miss) -> String {
        let Miss { step, expectation, found } = miss;
        let (aspect, party, wanted) = self.expected(expectation);
        let aspect = cli::at_step(step.as_ref().map(RecordId::as_str), &aspect, self.lang);
        let found = found.map_or("-", |verdict| words::verdict(verdict, self.lang));
        cli::expected(&aspect, &party, wanted, found, self.lang)
    }

    fn expectation(self, expected: &Expectation) -> String {
        let (aspect, party, wanted) = self.expected(expected);
        text::expectation(&aspect, &party, wanted, self.lang)
    }

    fn expected(self, expected: &Expectation) -> (String, String, &'static str) {
        let party = expected.party.as_ref().map(|party| self.party(party)).unwrap_or_default();
        (self.aspect(&expected.aspect), party, words::scenario_outcome(expected.outcome, self.lang))
    }

    fn aspect(self, id: &AspectId) -> String {
        let found = self.after.aspect(id).or_else(|| self.before.aspect(id));
        found.map_or_else(|| id.to_string(), |(_, aspect)| words::lower_first(aspect.label.text(self.lang)))
    }

    fn party(self, id: &PartyId) -> String {
        let found = self.after.party(id).or_else(|| self.before.party(id));
        let name = |party: &Party| {
            let name = party.names.last()?;
            Some(name.short.as_ref().unwrap_or(&name.name).text(self.lang).to_owned())
        };
        found.and_then(name).unwrap_or_else(|| id.to_string())
    }
}
