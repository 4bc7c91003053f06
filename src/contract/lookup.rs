//! `lookup`: the whole answer.

use serde::Serialize;

use super::{
    answer::{Answer, GapJson, KnownFacet, QuestionJson, Source, SourcedText, answer, facet_id, gap, sources},
    guide::{GuideJson, guide_json},
    plan::{PlanStepJson, plan},
};
use crate::{
    model::{Date, Gemeente, Guide, Ix, Lang, PartialDate, Party, Phase, Place, Regions},
    present::{AdviceFacts, Asked, KnownFacts, RegionFacts, WarningFacts},
    text::words,
};

#[derive(Debug, Serialize)]
pub struct LookupJson {
    pub schema: u32,
    pub date: Date,
    pub guide: GuideJson,
    pub profile: Vec<KnownFacet>,
    pub warnings: Vec<SourcedText>,
    pub region: Option<RegionJson>,
    pub first: Vec<SourcedText>,
    pub plan: Vec<PlanStepJson>,
    /// What does not fit in the plan, in the same form.
    pub plan_rest: Vec<PlanStepJson>,
    pub phases: Vec<PhaseJson>,
    pub next_questions: Vec<QuestionJson>,
}

#[derive(Debug, Serialize)]
pub struct RegionJson {
    pub gemeente: Option<String>,
    pub former: Option<FormerJson>,
    pub namesakes: Vec<NamesakeJson>,
    pub code: Option<String>,
    pub veiligheidsregio: Option<String>,
    pub politie_eenheid: Option<String>,
    pub riec: Option<String>,
    pub zorgcoordinator: Option<String>,
    pub fallback: Option<String>,
    pub division_date: Option<PartialDate>,
    pub sources: Vec<Source>,
}

/// The gemeente by whose name the one of today was found.
#[derive(Debug, Serialize)]
pub struct FormerJson {
    pub name: String,
    pub until: Date,
}

#[derive(Debug, Serialize)]
pub struct NamesakeJson {
    pub name: String,
    pub until: Date,
    pub gemeente: String,
}

#[derive(Debug, Serialize)]
pub struct PhaseJson {
    pub id: String,
    pub letter: char,
    pub title: String,
    pub answers: Vec<Answer>,
    pub gaps: Vec<GapJson>,
}

/// What of an answer is wanted, and in which language.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    pub lang: Lang,
    pub phases: &'a [Ix<Phase>],
    /// The regions and the place that was asked for; no gemeente is the national fallback, none at all says nothing.
    pub place: Option<(&'a Regions, Option<Place<'a>>)>,
}

/// The whole answer.
pub fn lookup(asked: Asked<'_>, wanted: Wanted<'_>) -> LookupJson {
    let guide = asked.guide();
    let lang = wanted.lang;
    let steps = asked.plan();
    LookupJson {
        schema: 1,
        date: asked.outcome.date,
        guide: guide_json(guide, asked.index.origin()),
        profile: known(asked),
        warnings: warnings(asked, lang),
        region: wanted.place.map(|(regions, place)| region(&asked.region(regions, place), lang)),
        first: first(asked, lang),
        plan: plan(steps.first(), lang),
        plan_rest: plan(steps.rest(), lang),
        phases: wanted.phases.iter().map(|phase| phase_json(asked, &guide.phases[*phase], lang)).collect(),
        next_questions: questions(asked, lang),
    }
}

fn region(facts: &RegionFacts<'_>, lang: Lang) -> RegionJson {
    let RegionFacts { asked, regions, gemeente, former, namesakes, coordinator, fallback } = facts;
    let (guide, date) = (asked.guide(), asked.outcome.date);
    let cites = regions.cites.iter().chain(coordinator.iter().flat_map(|named| &named.cites));
    let of = |value: fn(&Gemeente) -> &String| gemeente.map(value).cloned();
    RegionJson {
        gemeente: of(|gemeente| &gemeente.name),
        former: former.map(|former| FormerJson { name: former.name.clone(), until: former.until }),
        namesakes: namesakes
            .iter()
            .map(|(former, now)| NamesakeJson {
                name: former.name.clone(),
                until: former.until,
                gemeente: now.name.clone(),
            })
            .collect(),
        code: of(|gemeente| &gemeente.code),
        veiligheidsregio: of(|gemeente| &gemeente.veiligheidsregio),
        politie_eenheid: of(|gemeente| &gemeente.politie_eenheid),
        riec: of(|gemeente| &gemeente.riec),
        zorgcoordinator: coordinator.map(|named| words::care_coordinator(named, guide, lang)),
        fallback: fallback.as_ref().map(|whom| words::national_fallback(whom, date, lang)),
        division_date: regions.division_date,
        sources: sources(guide, cites),
    }
}

fn known(asked: Asked<'_>) -> Vec<KnownFacet> {
    let known = asked.known().into_iter().flat_map(|facts| {
        let KnownFacts { facet, given, implied } = facts;
        let given = (!given.is_empty()).then_some((given, "given"));
        let of = |(values, from)| KnownFacet { facet: facet.id.to_string(), values, from };
        given.into_iter().chain(implied.map(|values| (values, "implied"))).map(of)
    });
    known.collect()
}

fn warnings(asked: Asked<'_>, lang: Lang) -> Vec<SourcedText> {
    let guide = asked.guide();
    let warning = asked.warnings().map(|WarningFacts { rule, is_assumption: _ }| SourcedText {
        facets: Some(rule.when.facets().into_iter().map(ToString::to_string).collect()),
        text: rule.text.text(lang).to_owned(),
        // What is assumed has none.
        sources: sources(guide, rule.basis.citations()),
    });
    warning.collect()
}

fn first(asked: Asked<'_>, lang: Lang) -> Vec<SourcedText> {
    let guide = asked.guide();
    let said = asked.advice().map(|AdviceFacts { record, text, verdict: _ }| SourcedText {
        facets: None,
        text: text.text(lang).to_owned(),
        sources: sources(guide, &record.cites),
    });
    said.collect()
}

fn phase_json(asked: Asked<'_>, phase: &Phase, lang: Lang) -> PhaseJson {
    PhaseJson {
        id: phase.id.to_string(),
        letter: phase.letter,
        title: phase.title.text(lang).to_owned(),
        answers: asked.answers_of(phase).iter().map(|facts| answer(facts, lang)).collect(),
        gaps: asked.gaps_of(phase).map(|facts| gap(&facts)).collect(),
    }
}

fn questions(asked: Asked<'_>, lang: Lang) -> Vec<QuestionJson> {
    let guide = asked.guide();
    let questions = asked.outcome.questions.iter().map(|question| {
        let facet = &guide.facets[question.facet];
        QuestionJson {
            facet: facet_id(guide, question.facet),
            question: facet.question.text(lang).to_owned(),
            options: question.options.iter().map(|option| option.id().to_owned()).collect(),
            decides_between: party_ids(guide, asked.index.decides_between(asked.outcome, question)),
            decides: facet.decides.as_ref().map(|decides| decides.text(lang).to_owned()),
            urgency: question.urgency.id(),
        }
    });
    questions.collect()
}

fn party_ids(guide: &Guide, parties: Vec<Ix<Party>>) -> Vec<String> {
    parties.into_iter().map(|party| guide.parties[party].id.to_string()).collect()
}
