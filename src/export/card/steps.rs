//! What the first sheet says: the steps of the plan, what to mind first, and the terms.

use super::{CardAdvice, CardContact, CardStep, CardStepBy, CardTerm, build::CardBuilder};
use crate::{
    lookup::Reason,
    model::{Alert, Citation, Facet, FacetKind, SourceId, Stance, StepKind, Verdict},
    present::{AdviceFacts, AnswerFacts, PlanContact, PlanPartFacts, PlanStepFacts, TermFact},
    text::{card as text, days::told_on, own, plan as plan_words, words},
};

impl<'a> CardBuilder<'a> {
    /// Advice for who the person may still be, and what holds for everybody. What the top of the card says already is
    /// not said again.
    pub(super) fn advice(&mut self) -> (Vec<CardAdvice>, Vec<CardAdvice>) {
        let said = letters(words::emergency(self.lang));
        let (mut first, mut always) = (Vec::new(), Vec::new());
        for AdviceFacts { record, text, verdict } in self.asked.advice() {
            let text = text.text(self.lang).to_owned();
            if letters(&text) == said {
                continue;
            }
            let advice = CardAdvice { text, sources: self.in_words(&record.cites) };
            if verdict == Verdict::Applies { &mut always } else { &mut first }.push(advice);
        }
        (first, always)
    }

    /// The steps that a reader is given, and what comes after those.
    pub(super) fn plan(&mut self) -> (Vec<CardStep>, Option<String>) {
        let plan = self.asked.plan();
        let steps = (1..).zip(plan.first()).map(|(number, facts)| self.step_of_plan(number, facts)).collect();
        let in_short = |facts: &PlanStepFacts<'_>| match facts.parts.first() {
            Some(part) if facts.is_asker => facts.part_text(part, self.lang).trim_end_matches('.').to_owned(),
            _ => facts.in_short(self.lang),
        };
        let later: Vec<String> = plan.rest().iter().map(in_short).collect();
        (steps, (!later.is_empty()).then(|| plan_words::then(&later, 0, self.lang)))
    }

    fn step_of_plan(&mut self, number: usize, facts: &PlanStepFacts<'a>) -> CardStep {
        let lang = self.lang;
        // Who is in a hurry has one number: the one that answers now, or else the first that will.
        let contact = facts.contacts.first();
        let ground = facts
            .sharing
            .map(|sharing| format!("{} ({})", words::sharing(lang), words::sharing_ground(sharing.ground, lang)));
        let only_if = facts.only_if();
        let only_if = (!only_if.is_empty()).then(|| self.only_if(&only_if));
        let terms: Vec<_> = facts.terms.iter().filter(|fact| fact.depends_on(self.asked).is_empty()).collect();
        self.told.extend(terms.iter().map(|fact| (&facts.party.id, fact.term)));
        let last_days = terms.iter().filter_map(|fact| self.last_day_of_step(facts, fact)).collect();
        let terms = terms
            .iter()
            .map(|fact| format!("{}: {}", words::capital(&fact.term.text), words::term_length(fact.term, lang)));
        let mut doubts: Vec<String> = Vec::new();
        for doubt in facts.parts.iter().flat_map(|part| facts.doubts(part, lang)).map(words::capital) {
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        let supplement = facts.is_own().then(|| words::capital(own::mark(lang)));
        let cites: Vec<Citation> = facts.citations().into_iter().cloned().collect();
        CardStep {
            number,
            act: facts.heading(lang),
            tasks: facts.parts.iter().map(|part| facts.part_text(part, lang)).collect(),
            remarks: supplement.into_iter().chain(only_if).chain(doubts).chain(terms).collect(),
            last_days,
            ground,
            sharing: facts.sharing.map(|sharing| sharing.text.clone()),
            notes: self.notes(facts),
            sources: self.sources_of_step(&cites, contact.map(|contact| &contact.contact.source)),
            when: plan_words::when(facts.when, lang).to_owned(),
            by: match contact {
                _ if facts.is_asker || facts.kind == StepKind::Zelf && facts.may_be_asker() => CardStepBy::Oneself,
                Some(contact) => self.by_contact(contact),
                None => CardStepBy::Other,
            },
        }
    }

    fn by_contact(&self, PlanContact { contact, is_open }: &PlanContact<'_>) -> CardStepBy {
        let is_closed = *is_open == Some(false);
        let closed = is_closed.then(|| plan_words::closed_now(self.lang).to_owned());
        let details = closed.into_iter().chain(contact.hours.clone()).chain(contact.for_whom.clone());
        let own = own::of_contact(self.asked.index.own(), contact, self.lang).map(str::to_owned);
        let details = details.chain(own);
        let details = details.collect::<Vec<_>>().join(", ");
        CardStepBy::Contact { contact: CardContact { value: contact.value.clone(), details }, is_closed }
    }

    /// What must be so of the person for a step that is not sure.
    fn only_if(&self, reasons: &[Reason]) -> String {
        let (mut needed, mut open) = (Vec::new(), Vec::new());
        for Reason { facet, values } in reasons {
            let facet = &self.guide.facets[*facet];
            let name = words::facet_name(facet, self.lang);
            let values = self.one_of(facet, values);
            if values.is_empty() || values.chars().count() > MOST_OF_VALUES {
                open.push(name);
            } else {
                needed.push(format!("{name}: {values}"));
            }
        }
        let open = (!open.is_empty()).then(|| format!("{} {}", words::depends_on(self.lang), open.join(", ")));
        let needed = (!needed.is_empty()).then(|| format!("{} {}", text::only_if(self.lang), needed.join(" · ")));
        words::capital(&needed.into_iter().chain(open).collect::<Vec<_>>().join("; "))
    }

    /// Values of a facet, of which one or all must be so.
    fn one_of(&self, facet: &Facet, values: &[String]) -> String {
        let together = words::values(facet, values, self.lang);
        let apart: Vec<String> =
            values.iter().map(|value| words::values(facet, std::slice::from_ref(value), self.lang)).collect();
        // A whole group has a name of its own.
        if facet.kind == FacetKind::One && together == apart.join(", ") {
            words::one_of(&apart, self.lang)
        } else {
            together
        }
    }

    fn last_day_of_step(&self, step: &PlanStepFacts<'_>, fact: &TermFact<'_>) -> Option<String> {
        step.parts.iter().find_map(|part| match part {
            PlanPartFacts::Task(facts) => self.last_day(facts, fact),
            PlanPartFacts::HandOver(..) => None,
        })
    }

    /// What a reader must know of all that a step surely is, each once.
    fn notes(&self, step: &PlanStepFacts<'_>) -> Vec<String> {
        let (lang, date) = (self.lang, self.outcome.date);
        let mut notes: Vec<String> = Vec::new();
        for part in &step.parts {
            let valid = match part {
                PlanPartFacts::Task(facts) => {
                    notes.extend(facts.alerts.iter().map(|Alert { text, .. }| text.clone()));
                    notes.extend(facts.marked_notes(lang));
                    notes.extend(facts.conflicts.iter().map(|conflict| self.conflict(conflict)));
                    &facts.record.valid
                }
                PlanPartFacts::HandOver(_, referral) => &referral.valid,
            };
            notes.extend(told_on(&valid.note, date).map(str::to_owned));
        }
        let contact = step.contacts.first().map(|PlanContact { contact, .. }| *contact);
        let is_outdated = contact.is_some_and(|contact| self.guide.is_outdated(contact));
        let age =
            contact.filter(|_| is_outdated).and_then(|of| crate::text::sources::contact_age(of, self.guide, lang));
        notes.extend(age.map(str::to_owned));
        let mut said: Vec<String> = Vec::new();
        for note in notes {
            let note = words::capital(note.trim_end_matches('.'));
            if !said.contains(&note) {
                said.push(note);
            }
        }
        said
    }

    /// The limits of certain answers, each once; and every limit of which a last day can be counted.
    pub(super) fn terms(&self) -> Vec<CardTerm> {
        let mut terms: Vec<CardTerm> = Vec::new();
        let aspects = self.guide.phases.iter().flat_map(|phase| &phase.aspects);
        let answers: Vec<AnswerFacts<'_>> =
            aspects.flat_map(|aspect| self.asked.answers_in(&aspect.id).collect::<Vec<_>>()).collect();
        for facts in &answers {
            for fact in &facts.terms {
                let last_day = self.last_day(facts, fact);
                let is_sure = facts.verdict == Verdict::Applies && facts.record.primary;
                let is_news = is_sure && !self.told.contains(&(&facts.record.party, fact.term));
                if !is_news && last_day.is_none() {
                    continue;
                }
                let open = fact.depends_on(self.asked);
                let open = if open.is_empty() {
                    String::new()
                } else {
                    format!(", {} {}", words::depends_on(self.lang), self.facet_names(&open))
                };
                let text = format!("{}: {}{open}", fact.term.text, words::term_length(fact.term, self.lang));
                let name = self.name(&facts.record.party);
                let term = CardTerm { parties: vec![name.clone()], text, last_day };
                // What several parties say of the same term is said once.
                match terms.iter_mut().find(|told| told.text == term.text && told.last_day == term.last_day) {
                    Some(told) if told.parties.contains(&name) => {}
                    Some(told) => told.parties.push(name),
                    None => terms.push(term),
                }
            }
        }
        // What ends on a known day is looked at first.
        terms.sort_by_key(|term| term.last_day.is_none());
        terms
    }

    /// The sources that say it, in words, each once; the number is of one of them too.
    fn sources_of_step(&mut self, cites: &[Citation], contact: Option<&SourceId>) -> Vec<String> {
        let mut said = self.in_words(cites);
        if let Some(source) = contact.and_then(|id| self.guide.source(id)) {
            self.cited.insert(source.id.clone());
            let source = text::source_in_words(source, self.lang);
            if !said.contains(&source) {
                said.push(source);
            }
        }
        said
    }

    fn in_words(&mut self, cites: &[Citation]) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for cite in cites.iter().filter(|cite| cite.stance != Stance::Noemt) {
            self.cited.insert(cite.source.clone());
            let Some(source) = self.guide.source(&cite.source) else { continue };
            let source = text::source_in_words(source, self.lang);
            if !said.contains(&source) {
                said.push(source);
            }
        }
        said
    }
}

/// The longest list of values that a step tells, in letters.
const MOST_OF_VALUES: usize = 60;

/// Only the letters and digits, to hold two sentences against each other.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
