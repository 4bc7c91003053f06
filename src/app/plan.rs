//! The plan as the window shows it: what to do next, in words once they are shown.

use std::sync::OnceLock;

use super::{App, Selected};
use crate::{
    lookup::{MOST_STEPS, Plan, PlanStep},
    model::{Facet, Ix, Lang, Party, SharingGround, Verdict},
    present::{Asked, PlanPartFacts, PlanStepFacts},
    text::{contacts, own, plan as plan_words, words},
};

/// What to do next.
#[derive(Clone, Debug, Default)]
pub struct PlanView {
    /// Who asks; `None` when the guide has no party for it.
    pub asker: Option<Ix<Party>>,
    /// All steps, most urgent first; a reader is given [`MOST_STEPS`] of them.
    pub steps: Vec<PlanRow>,
}

/// One step, before it is put into words by [`App::plan_step`].
#[derive(Clone, Debug)]
pub struct PlanRow {
    step: PlanStep,
    words: OnceLock<Box<PlanStepView>>,
}

/// One step in words.
#[derive(Clone, Debug)]
pub struct PlanStepView {
    /// What explains it.
    pub selects: Selected,
    /// How it stands.
    pub verdict: Verdict,
    /// What to do with whom.
    pub heading: String,
    /// The same, with a mark where it is one's own supplement: where nothing else is told of it.
    pub in_short: String,
    /// What it surely is, a sentence each.
    pub parts: Vec<String>,
    /// What may come with it, and what it hangs on.
    pub perhaps: Vec<String>,
    /// How soon, on what it hangs, the limits and the ground for sharing, in a few words each.
    pub remarks: Vec<String>,
    /// The number or the address that answers first.
    pub contact: Option<String>,
    /// When it is answered, where a source says so.
    pub hours: Option<String>,
    /// What a screen reader says.
    pub name: String,
}

impl PlanView {
    pub(super) fn new(Plan { asker, steps }: Plan) -> Self {
        let row = |step| PlanRow { step, words: OnceLock::new() };
        Self { asker, steps: steps.into_iter().map(row).collect() }
    }

    /// The steps that a reader is given.
    pub fn first(&self) -> &[PlanRow] {
        &self.steps[..self.steps.len().min(MOST_STEPS)]
    }

    /// How many fall off.
    pub fn rest_count(&self) -> usize {
        self.steps.len().saturating_sub(MOST_STEPS)
    }
}

impl App {
    /// A step in words.
    pub fn plan_step<'a>(&self, row: &'a PlanRow) -> &'a PlanStepView {
        let asker = self.answered.plan.asker;
        row.words.get_or_init(|| Box::new(step(&self.asked().plan_step(&row.step, asker), self.language())))
    }
}

fn step(facts: &PlanStepFacts<'_>, lang: Lang) -> PlanStepView {
    let asked = facts.asked;
    let heading = facts.heading(lang);
    let parts: Vec<String> = facts.parts.iter().map(|part| facts.part_text(part, lang)).collect();
    let beside = facts.usual.iter().map(|part| (plan_words::usual(lang), part));
    let perhaps =
        beside.chain(facts.perhaps.iter().map(|part| (plan_words::perhaps(lang), part))).map(|(how, part)| {
            format!(
                "{}: {} ({})",
                words::capital(how),
                facts.part_text(part, lang),
                [hangs_on(asked, &part.depends_on(asked), lang)]
                    .into_iter()
                    .chain(facts.doubts(part, lang).into_iter().map(str::to_owned))
                    .collect::<Vec<_>>()
                    .join("; ")
            )
        });
    let mut remarks = vec![plan_words::when(facts.when, lang).to_owned()];
    remarks.extend(facts.is_own().then(|| own::mark(lang).to_owned()));
    let open = facts.depends_on();
    if !open.is_empty() {
        remarks.push(hangs_on(asked, &open, lang));
    }
    for doubt in facts.parts.iter().flat_map(|part| facts.doubts(part, lang)) {
        if !remarks.iter().any(|said| said == doubt) {
            remarks.push(doubt.to_owned());
        }
    }
    remarks.extend(facts.sure_terms().map(|term| words::term_length(term, lang)));
    remarks.extend(
        facts
            .sharing
            .filter(|sharing| sharing.ground != SharingGround::Onbekend)
            .map(|sharing| words::sharing_ground(sharing.ground, lang).to_owned()),
    );
    let contact = facts.contacts.first();
    let hours = contact.and_then(|contact| {
        let closed = (contact.is_open == Some(false)).then(|| plan_words::closed_now(lang).to_owned());
        let said: Vec<String> = closed
            .into_iter()
            .chain(contacts::contact_hours(contact.contact, lang))
            .chain(contacts::contact_for_whom(contact.contact, asked.guide(), lang))
            .chain(own::of_contact(asked.index.own(), contact.contact, lang).map(str::to_owned))
            .collect();
        // The word stays with its number.
        (!said.is_empty()).then(|| said.join(" · ").replace(" uur", "\u{a0}uur"))
    });
    let contact = contact.map(|contact| contact.contact.value.clone());
    let selects = match facts.parts.first() {
        Some(PlanPartFacts::Task(facts)) => Selected::Responsibility(facts.record.id.clone()),
        Some(PlanPartFacts::HandOver(..)) | None => Selected::Party(facts.party.id.clone()),
    };
    let name = [heading.clone(), parts.join(" ").trim_end_matches('.').to_owned(), remarks.join(", ")]
        .into_iter()
        .chain(contact.clone())
        .chain(hours.clone());
    PlanStepView {
        selects,
        verdict: facts.verdict,
        perhaps: perhaps.collect(),
        name: name.collect::<Vec<_>>().join(". "),
        in_short: facts.in_short(lang),
        heading,
        parts,
        remarks,
        contact,
        hours,
    }
}

fn hangs_on(asked: Asked<'_>, facets: &[Ix<Facet>], lang: Lang) -> String {
    format!("{} {}", words::depends_on(lang), words::facet_names(asked.guide(), facets, lang))
}
