//! Who is responsible in an aspect, as cards that are turned one by one; and the plan.

use super::{AnswerCard, Card, GapCard, Hidden, Showing, Stage, answered::Answered, board::Board, projected::PlanLine};
use crate::{
    lookup::Reason,
    model::{Citation, GapKind, PartyId, Verdict},
    present::{AnswerFacts, Asked, GapFacts, PlanStepFacts, Why},
    text::{sources, words, workshop as text},
};

impl Showing<'_> {
    /// A board for each aspect that is asked.
    pub(super) fn boards(&self, stage: &Stage<'_>, answered: &Answered) -> Vec<Board> {
        let asked = answered.asked(self.index);
        let board = |aspect: &&crate::model::AspectId| {
            let (phase, aspect) = self.index.guide().aspect(aspect)?;
            let answers: Vec<AnswerFacts<'_>> = asked.answers_in(&aspect.id).collect();
            let certain = |facts: &&AnswerFacts<'_>| facts.verdict == Verdict::Applies;
            let is_led = answers.iter().filter(certain).any(|facts| facts.record.primary);
            // Where somebody leads, the others only help.
            let told = answers.iter().filter(certain).filter(|facts| facts.record.primary || !is_led);
            let mut parties: Vec<(&PartyId, Vec<&AnswerFacts<'_>>)> = Vec::new();
            for facts in told {
                match parties.iter_mut().find(|(party, _)| *party == &facts.party.id) {
                    Some((_, own)) => own.push(facts),
                    None => parties.push((&facts.party.id, vec![facts])),
                }
            }
            let maybe = answers.iter().filter(|facts| facts.verdict == Verdict::Depends && facts.record.primary);
            let maybe = maybe.filter(|facts| parties.iter().all(|(party, _)| *party != &facts.party.id));
            let mut maybe: Vec<String> = maybe.map(|facts| self.maybe(facts)).collect();
            maybe.dedup();
            // Where somebody is responsible, only what nobody is or nobody knows is another answer.
            let is_led = !parties.is_empty();
            let is_told = |gap: &GapFacts<'_>| {
                let is_open = matches!(gap.record.kind, GapKind::Niemand | GapKind::Onbekend);
                gap.verdict == Verdict::Applies && (is_open || !is_led)
            };
            let gaps = asked.gaps_in(&aspect.id).filter(is_told);
            let gaps = gaps
                .map(|gap| (Hidden::Gap(aspect.id.clone(), gap.record.id.clone()), Card::Gap(self.gap(asked, &gap))));
            let answers = parties.iter().map(|(party, facts)| {
                (Hidden::Party(aspect.id.clone(), (*party).clone()), Card::Answer(self.answer(facts)))
            });
            Some(Board {
                letter: phase.letter,
                aspect: aspect.label.text(self.lang).to_owned(),
                cards: answers.chain(gaps).collect(),
                maybe,
            })
        };
        stage.answered_aspects().iter().filter_map(board).collect()
    }

    /// The steps that a reader is given.
    pub(super) fn plan_of(&self, asked: Asked<'_>) -> Vec<PlanLine> {
        let plan = asked.plan();
        let line = |step: &PlanStepFacts<'_>| PlanLine {
            when: crate::text::plan::when(step.when, self.lang).to_owned(),
            act: step.heading(self.lang),
            tasks: step.parts.iter().map(|part| step.part_text(part, self.lang)).collect(),
            ground: step.sharing.map(|sharing| words::sharing_ground(sharing.ground, self.lang).to_owned()),
            is_certain: step.verdict == Verdict::Applies,
        };
        plan.first().iter().map(line).collect()
    }

    /// What a party does in an aspect.
    pub(super) fn answer(&self, facts: &[&AnswerFacts<'_>]) -> AnswerCard {
        let mut roles: Vec<&str> = Vec::new();
        for role in facts.iter().map(|facts| words::role(facts.record.role, self.lang)) {
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let first = facts.first();
        let party = first.map(|facts| facts.party.short_name(facts.asked.outcome.date, self.lang));
        let mut terms: Vec<String> = Vec::new();
        for fact in facts.iter().flat_map(|facts| &facts.terms) {
            let term = [fact.term.text.as_str(), &words::term_length(fact.term, self.lang)].join(": ");
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        AnswerCard {
            party: party.unwrap_or_default().to_owned(),
            role: roles.join(", "),
            tasks: facts.iter().map(|facts| facts.record.task.clone()).collect(),
            terms,
            because: first.map(|facts| self.because(facts)).unwrap_or_default(),
            sources: facts
                .first()
                .map(|own| self.sources(own.asked, facts.iter().flat_map(|facts| &facts.record.cites)))
                .unwrap_or_default(),
            is_found: false,
        }
    }

    fn gap(&self, asked: Asked<'_>, gap: &GapFacts<'_>) -> GapCard {
        let ask = gap.ask.map(|party| text::ask(party.short_name(asked.outcome.date, self.lang), self.lang));
        GapCard {
            kind: words::capital(words::gap_kind(gap.record.kind, self.lang)),
            text: gap.record.text.clone(),
            ask: ask.unwrap_or_default(),
            sources: self.sources(asked, &gap.record.cites),
            is_found: false,
        }
    }

    /// What is known that makes an answer hold.
    pub(super) fn because(&self, facts: &AnswerFacts<'_>) -> String {
        let guide = self.index.guide();
        let Why::Because(reasons) = facts.why() else { return String::new() };
        let say = |reason: &Reason| words::facet_with_values(&guide.facets[reason.facet], &reason.values, self.lang);
        text::because(&reasons.iter().map(say).collect::<Vec<_>>().join(", "), self.lang)
    }

    /// Citations in words, each once.
    pub(super) fn sources<'c>(&self, asked: Asked<'_>, cites: impl IntoIterator<Item = &'c Citation>) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for cite in cites {
            let words = sources::citation(asked.guide(), cite, self.lang);
            if !told.contains(&words) {
                told.push(words);
            }
        }
        told
    }

    fn maybe(&self, facts: &AnswerFacts<'_>) -> String {
        let guide = self.index.guide();
        let open = match facts.why() {
            Why::DependsOn(hanging) => words::facet_names(guide, &hanging, self.lang),
            Why::Because(_) | Why::Not(_) => String::new(),
        };
        text::maybe(facts.party.short_name(facts.asked.outcome.date, self.lang), &open, self.lang)
    }
}
