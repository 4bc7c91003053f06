//! `report gaps` and `report overlaps`: what holds over all persons, exactly.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;

use crate::{
    cli::{Context, Exit, Output},
    contract::GuideJson,
    model::{AgreementState, Date, Guide, Share},
    present::{AgreementFacts, GapsFacts, NotComputedFacts, OverlapFacts, OverlapsFacts, PlaceFacts, aspect_of},
    review::completeness::{GapFound, gaps, overlaps},
    text::completeness as text,
};

/// The days of which a report tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The day that was asked for, if one was.
    pub(super) asked: Option<Date>,
    /// Whether all days are told in words too.
    pub(super) all: bool,
}

impl Days {
    /// In words it is one day, unless all were asked for.
    fn in_words(self, context: &Context) -> Option<Date> {
        (!self.all).then_some(context.date)
    }
}

#[derive(Debug, Serialize)]
struct ReportJson {
    guide: GuideJson,
    boxes: Vec<BoxJson>,
    more: usize,
    not_computed: Vec<NotComputedJson>,
    complete: bool,
}

/// Persons who are alike in what is said of them; as many as there are of a place stand after each other.
#[derive(Clone, Debug, Serialize)]
struct BoxJson {
    phase: String,
    aspect: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<String>,
    who: BTreeMap<String, Vec<String>>,
    words: String,
    share: Option<f64>,
    parties: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsibilities: Vec<String>,
    from: Option<String>,
    until: Option<String>,
    agreement: Option<AgreementJson>,
}

#[derive(Clone, Debug, Serialize)]
struct AgreementJson {
    id: String,
    state: &'static str,
    date: Option<String>,
    words: String,
}

#[derive(Debug, Serialize)]
struct NotComputedJson {
    id: String,
    why: &'static str,
    words: &'static str,
}

pub(super) fn gaps_report(context: &Context, output: Output, days: Days) -> Result<String, Exit> {
    let found = gaps(&context.index, &context.regions);
    let guide = context.guide();
    let facts = |day| GapsFacts::of(&found, day, context.lang);
    output.say(
        || {
            let facts = facts(days.asked);
            let boxes = facts.places.iter().flat_map(|place| {
                let (state, gap) = match place.what {
                    GapFound::Undocumented => ("undocumented", None),
                    GapFound::Documented(gap) => ("documented", Some(guide.gaps[gap].id.to_string())),
                    GapFound::OnlyProvided => ("only-provided", None),
                };
                boxes(guide, place, move |plain| BoxJson { state: Some(state), gap: gap.clone(), ..plain })
            });
            report(context, boxes.collect(), left(&facts.places), &facts.not_computed, facts.is_all)
        },
        || {
            let day = days.in_words(context);
            let told = facts(day);
            let count = |is: fn(&GapFound) -> bool| told.places.iter().filter(|place| is(&place.what)).count();
            let counts = [
                count(|what| *what == GapFound::Undocumented),
                count(|what| matches!(what, GapFound::Documented(_))),
                count(|what| *what == GapFound::OnlyProvided),
            ];
            let heading = text::gaps_on(day, counts, context.lang);
            let elsewhere = found.places.len() - told.places.len();
            in_words(context, &heading, &told.places, elsewhere, &told.not_computed, told.is_all)
        },
    )
}

pub(super) fn overlaps_report(context: &Context, output: Output, days: Days) -> Result<String, Exit> {
    let found = overlaps(&context.index, &context.regions);
    let guide = context.guide();
    let facts = |day| OverlapsFacts::of(&found, day, context.lang);
    output.say(
        || {
            let facts = facts(days.asked);
            let boxes = facts.places.iter().flat_map(|place| {
                let OverlapFacts { parties, role, tasks, agreement } = &place.what;
                let parties: Vec<String> = parties.iter().map(|party| guide.parties[*party].id.to_string()).collect();
                let tasks: Vec<String> =
                    tasks.iter().map(|task| guide.responsibilities[*task].id.to_string()).collect();
                let agreement = agreement.as_ref().map(|agreement| agreement_json(guide, agreement));
                boxes(guide, place, move |plain| BoxJson {
                    role: Some(role.id()),
                    parties: parties.clone(),
                    responsibilities: tasks.clone(),
                    agreement: agreement.clone(),
                    ..plain
                })
            });
            report(context, boxes.collect(), left(&facts.places), &facts.not_computed, facts.is_all)
        },
        || {
            let day = days.in_words(context);
            let told = facts(day);
            let agreed = told.places.iter().filter(|place| place.what.agreement.is_some()).count();
            let heading = text::overlaps_on(day, told.places.len(), agreed, context.lang);
            let elsewhere = found.places.len() - told.places.len();
            in_words(context, &heading, &told.places, elsewhere, &told.not_computed, told.is_all)
        },
    )
}

fn report(
    context: &Context,
    boxes: Vec<BoxJson>,
    more: usize,
    not_computed: &[NotComputedFacts],
    complete: bool,
) -> ReportJson {
    let not_computed = not_computed.iter().map(|NotComputedFacts { id, why, text }| NotComputedJson {
        id: id.clone(),
        why,
        words: text,
    });
    ReportJson { guide: context.guide_json(), boxes, more, not_computed: not_computed.collect(), complete }
}

/// At how many places somebody is in no box.
fn left<T>(places: &[PlaceFacts<T>]) -> usize {
    places.iter().filter(|place| place.more).count()
}

/// The boxes of a place, with what they have in common and what `say` adds.
fn boxes<'a, T>(
    guide: &'a Guide,
    place: &'a PlaceFacts<T>,
    say: impl Fn(BoxJson) -> BoxJson + 'a,
) -> impl Iterator<Item = BoxJson> + 'a {
    place.boxes.iter().map(move |found| {
        say(BoxJson {
            phase: guide.phases[place.aspect.phase].id.to_string(),
            aspect: guide[place.aspect].id.to_string(),
            role: None,
            state: None,
            gap: None,
            who: found.who.iter().map(|(facet, values)| (facet.to_string(), values.clone())).collect(),
            words: found.text.clone(),
            share: found.share.map(Share::fraction),
            parties: Vec::new(),
            responsibilities: Vec::new(),
            from: place.during.from.map(|from| from.to_string()),
            until: place.during.until.map(|until| until.to_string()),
            agreement: None,
        })
    })
}

fn agreement_json(guide: &Guide, facts: &AgreementFacts) -> AgreementJson {
    let record = &guide.agreements[facts.agreement];
    let (state, date) = match record.state {
        AgreementState::Nodig => ("nodig", None),
        AgreementState::Gemaakt(date) => ("gemaakt", Some(date.to_string())),
        AgreementState::Gezamenlijk => ("gezamenlijk", None),
    };
    AgreementJson { id: record.id.to_string(), state, date, words: facts.text.clone() }
}

/// A heading; per aspect what was found and for whom; and what is documented and was not found.
fn in_words<T>(
    context: &Context,
    heading: &str,
    places: &[PlaceFacts<T>],
    elsewhere: usize,
    not_computed: &[NotComputedFacts],
    is_all: bool,
) -> String {
    let lang = context.lang;
    let mut out = context.guide_above();
    let _ = writeln!(out, "{heading}");
    for of_aspect in places.chunk_by(|a, b| a.aspect == b.aspect) {
        let Some(first) = of_aspect.first() else { continue };
        let _ = writeln!(out, "{}", aspect_of(context.guide(), first.aspect, lang));
        for place in of_aspect {
            let when = if place.when.is_empty() { String::new() } else { format!(" ({})", place.when) };
            let _ = writeln!(out, "  {}{when}", place.text);
            for found in &place.boxes {
                let _ = writeln!(out, "    {}", found.text);
            }
            if place.more {
                let _ = writeln!(out, "    {}", text::and_others(lang));
            }
        }
    }
    if elsewhere > 0 {
        let _ = writeln!(out, "{}", text::on_other_days(elsewhere, lang));
    }
    if !not_computed.is_empty() {
        let _ = writeln!(out, "{}", text::not_computed(lang));
        for NotComputedFacts { id, why: _, text } in not_computed {
            let _ = writeln!(out, "  {id}: {text}");
        }
    }
    if !is_all {
        let _ = writeln!(out, "{}", text::too_much(lang));
    }
    out
}
