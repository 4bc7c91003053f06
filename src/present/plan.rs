//! Everything that the plan says, step by step.

use super::{AnswerFacts, Asked, TermFact};
use crate::{
    lookup::{ASKER, Conditioned, MOST_STEPS, PlanPart, PlanStep, Reason, is_only_announced, is_start_unknown},
    model::{
        Act, Citation, Contact, ContactKind, Facet, Ix, Lang, Party, Referral, Sharing, StepKind, Term, ValueId,
        Verdict, When, is_open,
    },
    text::{own, plan as words, words as answer_words},
};

/// What whoever asks does next.
#[derive(Clone, Debug)]
pub struct PlanFacts<'a> {
    /// Who asks; `None` when the guide has no party for it.
    pub asker: Option<&'a Party>,
    /// All steps, most urgent first; a reader is given [`MOST_STEPS`] of them.
    pub steps: Vec<PlanStepFacts<'a>>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct PlanStepFacts<'a> {
    /// The question in whose answer it is.
    pub asked: Asked<'a>,
    /// How soon.
    pub when: When,
    /// What kind of step it is.
    pub kind: StepKind,
    /// Who does it, or to whom one turns.
    pub party: &'a Party,
    /// Who asks; `None` when the guide has no party for it.
    pub asker: Option<&'a Party>,
    /// Whether that is the party of the step.
    pub is_asker: bool,
    /// Who hands over, where it is not the asker.
    pub through: Option<&'a Party>,
    /// What is done, where the step is a hand-over.
    pub act: Option<Act>,
    /// Whether it is sure.
    pub verdict: Verdict,
    /// What it rests on; never empty.
    pub parts: Vec<PlanPartFacts<'a>>,
    /// What comes with a sure step as long as nothing unusual is told, each with what it depends on.
    pub usual: Vec<PlanPartFacts<'a>>,
    /// What may come with it, each with what it depends on.
    pub perhaps: Vec<PlanPartFacts<'a>>,
    /// How to reach the party, what answers at this hour first; never a number of the asker's own.
    pub contacts: Vec<PlanContact<'a>>,
    /// On which ground data may be shared, where the step is a hand-over of the asker.
    pub sharing: Option<&'a Sharing>,
    /// Time limits.
    pub terms: Vec<TermFact<'a>>,
    /// Whether nobody knows if all of what it surely is held already on the day of asking.
    pub start_unknown: bool,
    /// Whether something of what it surely is was only announced.
    pub only_announced: bool,
}

/// A task or a hand-over in a step.
#[derive(Clone, Debug)]
pub enum PlanPartFacts<'a> {
    /// A task of the party.
    Task(Box<AnswerFacts<'a>>),
    /// A hand-over to the party.
    HandOver(Ix<Referral>, &'a Referral),
}

/// Who does what a part says.
enum Doer<'a> {
    /// Whoever asks.
    Asker,
    /// Whom the heading of the step speaks of.
    Heading,
    /// Another.
    Other(&'a Party),
}

/// A contact of a step.
#[derive(Clone, Copy, Debug)]
pub struct PlanContact<'a> {
    /// The contact.
    pub contact: &'a Contact,
    /// Whether somebody answers at this hour; `None` when that is not known.
    pub is_open: Option<bool>,
}

/// Who asks for itself.
const VICTIM: &str = "slachtoffer";

impl<'a> Asked<'a> {
    /// What whoever asks does next.
    pub fn plan(self) -> PlanFacts<'a> {
        let plan = self.index.plan(self.outcome);
        let parties = &self.guide().parties;
        let steps = plan.steps.iter().map(|step| self.plan_step(step, plan.asker)).collect();
        PlanFacts { asker: plan.asker.map(|asker| &parties[asker]), steps }
    }

    /// Who asks, in words: as the user said it, or else for whom the plan is made.
    pub fn asker_in_words(self, plan_of: Option<&Party>, lang: Lang) -> Option<String> {
        let said = self.asker().map(|(facet, value)| facet.value_label(&value, lang).to_owned());
        said.or_else(|| plan_of.map(|party| party.short_name(self.outcome.date, lang).to_owned()))
    }

    /// The facet that says who asks, and its only possible value; `None` while more are possible.
    fn asker(self) -> Option<(&'a Facet, ValueId)> {
        let (facet, value) = self.index.only_value(&self.outcome.persons, ASKER)?;
        Some((&self.guide().facets[facet], ValueId::new(&value).ok()?))
    }

    /// What one step of a plan says, for whoever asks.
    pub fn plan_step(self, step: &PlanStep, asker: Option<Ix<Party>>) -> PlanStepFacts<'a> {
        let hour = self.index.hour(self.outcome);
        let PlanStep { when, kind, party: to, verdict, parts, usual, perhaps } = step;
        let guide = self.guide();
        let of = |parts: &[PlanPart]| parts.iter().filter_map(|part| self.plan_part(*part)).collect();
        let parts: Vec<PlanPartFacts<'a>> = of(parts);
        let hand_over = step.hand_over().map(|referral| &guide.referrals[referral]);
        let from = hand_over.and_then(|referral| guide.party(&referral.from));
        let is_by_asker = from.is_none_or(|from| asker.is_some_and(|asker| is_same_house(&guide.parties[asker], from)));
        let own = asker.map(|asker| &guide.parties[asker]);
        let own_values: Vec<&str> =
            own.into_iter().flat_map(|own| &own.contacts).map(|contact| contact.value.as_str()).collect();
        let whom = &guide.parties[*to];
        let date = self.outcome.date;
        let mut contacts: Vec<PlanContact<'a>> = whom
            .contacts
            .iter()
            .filter(|contact| contact.valid.holds_on(date) && !own_values.contains(&contact.value.as_str()))
            .map(|contact| PlanContact { contact, is_open: is_open(&contact.open, hour) })
            .collect();
        // To call before to write; then what answers now, then what may, then what does not; the number of the task first.
        let numbers: Vec<&str> = parts.iter().filter_map(PlanPartFacts::phone).collect();
        contacts.sort_by_key(|contact| {
            let is_open = match contact.is_open {
                Some(true) => 0,
                None => 1,
                Some(false) => 2,
            };
            let is_call = contact.contact.kind == ContactKind::Telefoon;
            // A number for danger is first only where the step is about that.
            let is_for_some = step.kind != StepKind::Veiligheid && contact.contact.for_whom.is_some();
            (!is_call, is_open, !numbers.contains(&contact.contact.value.as_str()), is_for_some)
        });
        let mut terms: Vec<TermFact<'a>> = Vec::new();
        for term in parts.iter().flat_map(PlanPartFacts::terms) {
            if !terms.iter().any(|known| known.term == term.term) {
                terms.push(term);
            }
        }
        PlanStepFacts {
            asked: self,
            when: *when,
            kind: *kind,
            party: whom,
            asker: own,
            is_asker: asker == Some(*to),
            through: from.filter(|_| !is_by_asker),
            act: step.act(self.index),
            verdict: *verdict,
            usual: of(usual),
            perhaps: of(perhaps),
            contacts,
            sharing: hand_over.filter(|_| is_by_asker).map(|referral| &referral.sharing),
            terms,
            start_unknown: parts.iter().any(|part| part.start_unknown(self)),
            only_announced: parts.iter().any(PlanPartFacts::only_announced),
            parts,
        }
    }

    fn plan_part(self, part: PlanPart) -> Option<PlanPartFacts<'a>> {
        match part {
            PlanPart::Task(ix) => self.task(ix).map(|facts| PlanPartFacts::Task(Box::new(facts))),
            PlanPart::HandOver(ix) => Some(PlanPartFacts::HandOver(ix, &self.guide().referrals[ix])),
        }
    }
}

/// Whether one is the other, or a part of it.
fn is_same_house(one: &Party, other: &Party) -> bool {
    one.id == other.id || one.part_of.contains(&other.id) || other.part_of.contains(&one.id)
}

impl<'a> PlanFacts<'a> {
    /// The steps that a reader is given.
    pub fn first(&self) -> &[PlanStepFacts<'a>] {
        &self.steps[..self.steps.len().min(MOST_STEPS)]
    }

    /// What falls off.
    pub fn rest(&self) -> &[PlanStepFacts<'a>] {
        &self.steps[self.steps.len().min(MOST_STEPS)..]
    }
}

impl<'a> PlanStepFacts<'a> {
    /// What to do with whom, with a mark where that is one's own supplement: where the step is told in short.
    pub fn in_short(&self, lang: Lang) -> String {
        let heading = self.heading(lang);
        if self.is_own() { own::marked(&heading, lang) } else { heading }
    }

    /// Whether it rests on one's own supplement, or leads to who is only there.
    pub fn is_own(&self) -> bool {
        let is_own = |part: &PlanPartFacts<'_>| matches!(part, PlanPartFacts::Task(task) if task.is_own());
        self.asked.index.own().has(&self.party.id) || self.parts.iter().any(is_own)
    }

    /// What to do with whom, in a few words.
    pub fn heading(&self, lang: Lang) -> String {
        let date = self.asked.outcome.date;
        let name = |party: &Party| party.short_name(date, lang).to_owned();
        let party = name(self.party);
        match (self.kind, self.act) {
            _ if self.is_asker => words::own(self.kind, lang).to_owned(),
            (StepKind::Veiligheid, _) => words::safety(&party, lang),
            (StepKind::Zelf, _) if self.may_be_asker() => words::own_if(&party, lang),
            (StepKind::Zelf, _) => words::own_house(&party, lang),
            (StepKind::Beslissing, _) => words::decides(&party, lang),
            (StepKind::Contact | StepKind::Overdracht, None) => words::takes_over(&party, lang),
            (StepKind::Contact | StepKind::Overdracht, Some(Act::Verwijst))
                if self.through.is_none() && self.is_for_oneself() =>
            {
                words::ask_for_help(&party, lang)
            }
            (StepKind::Contact | StepKind::Overdracht, Some(act)) => match self.through {
                Some(through) => words::passes_on(&name(through), act, &party, lang),
                None => words::do_it(act, &party, lang),
            },
        }
    }

    /// The whole step in words: what to do with whom, and all that it surely is.
    pub fn text(&self, lang: Lang) -> String {
        let parts: Vec<String> = self.parts.iter().map(|part| self.part_text(part, lang)).collect();
        format!("{}. {}", self.heading(lang), parts.join(" "))
    }

    /// A part in one sentence: to the asker what it does itself, and of others who does it, where that is not who the
    /// heading speaks of.
    pub fn part_text(&self, part: &PlanPartFacts<'a>, lang: Lang) -> String {
        let said = match self.doer(part) {
            Doer::Asker if self.is_for_oneself() => words::yourself(part.text()),
            Doer::Asker => words::you(part.text()),
            Doer::Heading => part.text().to_owned(),
            Doer::Other(party) => words::who_does(party.short_name(self.asked.outcome.date, lang), part.text()),
        };
        words::with_conditions(&said, part.provided())
    }

    /// What one must know before one relies on a part: whether it held already, and whether it came.
    pub fn doubts(&self, part: &PlanPartFacts<'a>, lang: Lang) -> Vec<&'static str> {
        let unknown = part.start_unknown(self.asked).then(|| answer_words::unknown_start(lang));
        let announced = part.only_announced().then(|| answer_words::only_announced(lang));
        unknown.into_iter().chain(announced).collect()
    }

    /// Who does what a part says.
    fn doer(&self, part: &PlanPartFacts<'a>) -> Doer<'a> {
        match part {
            PlanPartFacts::Task(_) if self.is_asker || self.kind == StepKind::Zelf && self.may_be_asker() => {
                Doer::Asker
            }
            PlanPartFacts::Task(_) if self.kind == StepKind::Zelf || self.act.is_none() => Doer::Heading,
            PlanPartFacts::Task(facts) => Doer::Other(facts.party),
            PlanPartFacts::HandOver(_, referral) => match self.asked.guide().party(&referral.from) {
                None => Doer::Asker,
                Some(from) if self.asker.is_none_or(|asker| is_same_house(asker, from)) => Doer::Asker,
                Some(from) if self.through.is_some_and(|through| through.id == from.id) => Doer::Heading,
                Some(from) => Doer::Other(from),
            },
        }
    }

    /// Whether the party of the step is one of the kind that asks.
    pub fn may_be_asker(&self) -> bool {
        self.asker.is_some_and(|asker| self.party.part_of.contains(&asker.id))
    }

    /// Whether the person asks for itself.
    fn is_for_oneself(&self) -> bool {
        self.asked.asker().is_some_and(|(_, value)| value.as_str() == VICTIM)
    }

    /// The facets on which it hangs, in the guide's order; empty when it is sure.
    pub fn depends_on(&self) -> Vec<Ix<Facet>> {
        match self.verdict {
            Verdict::Depends => self.parts.first().map(|part| part.depends_on(self.asked)).unwrap_or_default(),
            Verdict::Applies | Verdict::Excluded => Vec::new(),
        }
    }

    /// On what it hangs, each facet with the values without which it does not hold, or alone where the combination
    /// counts; empty when it is sure.
    pub fn only_if(&self) -> Vec<Reason> {
        let Asked { index, outcome, .. } = self.asked;
        let record = match self.parts.first() {
            Some(PlanPartFacts::Task(facts)) => Conditioned::Responsibility(facts.ix),
            Some(PlanPartFacts::HandOver(ix, _)) => Conditioned::Referral(*ix),
            None => return Vec::new(),
        };
        index.holds_only_with(record, &outcome.persons, &self.depends_on())
    }

    /// Whether somebody answers a call at this hour; `None` when that is not known, or there is nothing to call.
    pub fn reachable(&self) -> Option<bool> {
        let calls = self.contacts.iter().filter(|contact| matches!(contact.contact.kind, ContactKind::Telefoon));
        let open: Vec<Option<bool>> = calls.map(|contact| contact.is_open).collect();
        if open.contains(&Some(true)) {
            return Some(true);
        }
        (!open.is_empty() && open.iter().all(|open| *open == Some(false))).then_some(false)
    }

    /// The limits that surely hold; one that may is said where its answer stands.
    pub fn sure_terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|fact| fact.depends_on(self.asked).is_empty()).map(|fact| fact.term)
    }

    /// The sources of all that it surely says, each place once.
    pub fn citations(&self) -> Vec<&'a Citation> {
        let mut citations: Vec<&'a Citation> = Vec::new();
        for cite in self.parts.iter().flat_map(PlanPartFacts::citations) {
            if !citations.contains(&cite) {
                citations.push(cite);
            }
        }
        citations
    }
}

impl<'a> PlanPartFacts<'a> {
    /// What is done, in one sentence.
    pub fn text(&self) -> &'a str {
        match self {
            Self::Task(facts) => &facts.record.task,
            Self::HandOver(_, referral) => &referral.text,
        }
    }

    /// Conditions that no facet asks.
    pub fn provided(&self) -> &'a [String] {
        match self {
            Self::Task(facts) => &facts.record.provided,
            Self::HandOver(_, referral) => &referral.provided,
        }
    }

    /// The sources that say so.
    pub fn citations(&self) -> &'a [Citation] {
        match self {
            Self::Task(facts) => &facts.record.cites,
            Self::HandOver(_, referral) => &referral.cites,
        }
    }

    /// Whether no source of the day of asking or before says it.
    pub fn start_unknown(&self, asked: Asked<'_>) -> bool {
        match self {
            Self::Task(facts) => facts.start_unknown,
            Self::HandOver(_, referral) => {
                is_start_unknown(asked.guide(), &referral.valid, &referral.cites, asked.outcome.date)
            }
        }
    }

    /// Whether its sources only announce it, so that nobody knows whether it came.
    pub fn only_announced(&self) -> bool {
        is_only_announced(self.citations())
    }

    /// The facets on which it depends.
    pub fn depends_on(&self, asked: Asked<'_>) -> Vec<Ix<Facet>> {
        match self {
            Self::Task(facts) => asked.index.depends_on(asked.outcome, facts.ix),
            Self::HandOver(ix, _) => asked.index.referral_depends_on(&asked.outcome.persons, *ix),
        }
    }

    fn terms(&self) -> Vec<TermFact<'a>> {
        match self {
            Self::Task(facts) => facts.terms.clone(),
            Self::HandOver(_, referral) => {
                referral.terms.iter().map(|term| TermFact { term, beside: Vec::new() }).collect()
            }
        }
    }

    fn phone(&self) -> Option<&'a str> {
        match self {
            Self::Task(facts) => facts.phone.map(|contact| contact.value.as_str()),
            Self::HandOver(..) => None,
        }
    }
}
