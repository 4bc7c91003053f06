//! `route`: along which hand-overs one party is reached from another.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Context, Exit, Output, Place, args::RouteArguments, lookup};
use crate::{
    chain,
    contract::{self, Source, TermJson},
    lookup::{Verdict, is_start_unknown},
    model::{PartyId, RecordId},
    text::{cli as text, words},
};

#[derive(Debug, Serialize)]
struct RoutesJson {
    routes: Vec<RouteJson>,
}

#[derive(Debug, Serialize)]
struct RouteJson {
    steps: Vec<StepJson>,
}

#[derive(Debug, Serialize)]
struct StepJson {
    id: String,
    from: String,
    to: String,
    act: &'static str,
    text: String,
    provided: Vec<String>,
    sharing: SharingJson,
    terms: Vec<TermJson>,
    #[serde(rename = "match")]
    verdict: &'static str,
    depends_on: Vec<String>,
    sources: Vec<Source>,
    /// No source of the day of asking or before says it.
    start_unknown: bool,
}

#[derive(Debug, Serialize)]
struct SharingJson {
    ground: &'static str,
    text: String,
}

pub(super) fn run(args: &RouteArguments, context: &Context, output: Output) -> Result<String, Exit> {
    let (from, to) = (context.party(&args.from)?, context.party(&args.to)?);
    let (_, outcome) = lookup::ask(context, &args.facets, Place::read(&args.place, context)?.on(context.date))?;
    let routes = chain::routes(&context.index, &outcome.persons, outcome.here(), &from, &to);
    let routes = routes.into_iter().map(|route| RouteJson {
        steps: route
            .steps
            .into_iter()
            .map(|(position, verdict)| {
                let referral = &context.guide().referrals[position];
                let open = match verdict {
                    Verdict::Depends => context.index.referral_depends_on(&outcome.persons, position),
                    Verdict::Applies | Verdict::Excluded => Vec::new(),
                };
                StepJson {
                    id: referral.id.to_string(),
                    from: referral.from.to_string(),
                    to: referral.to.to_string(),
                    act: referral.act.id(),
                    text: referral.text.clone(),
                    provided: referral.provided.clone(),
                    sharing: SharingJson { ground: referral.sharing.ground.id(), text: referral.sharing.text.clone() },
                    terms: referral.terms.iter().map(contract::term).collect(),
                    verdict: verdict.id(),
                    depends_on: contract::facet_ids(context.guide(), open),
                    sources: contract::sources(context.guide(), &referral.cites),
                    start_unknown: is_start_unknown(context.guide(), &referral.valid, &referral.cites, context.date),
                }
            })
            .collect(),
    });
    output.give(&RoutesJson { routes: routes.collect() }, |found| in_words(found, context))
}

fn in_words(found: &RoutesJson, context: &Context) -> String {
    let lang = context.lang;
    let guide = context.guide();
    let mut out = context.warning_of_day(context.date);
    let name = |id: &str| {
        let party = PartyId::new(id).ok().and_then(|id| guide.party(&id));
        party.map_or(id, |party| party.short_name(context.date, lang)).to_owned()
    };
    for (number, route) in found.routes.iter().enumerate() {
        let _ = writeln!(out, "{}.", number + 1);
        for step in &route.steps {
            let referral = RecordId::new(&step.id).ok().and_then(|id| guide.referrals.get(&id));
            let act = referral.map_or(step.act, |referral| words::act(referral.act, lang));
            let ground = referral.map_or(step.sharing.ground, |r| words::sharing_ground(r.sharing.ground, lang));
            let _ = writeln!(out, "   {} {act} → {}", name(&step.from), name(&step.to));
            let _ = writeln!(out, "     {}", step.text);
            step.provided.iter().for_each(|provided| {
                let _ = writeln!(out, "     {provided}");
            });
            let _ = writeln!(out, "     {ground}: {}", step.sharing.text);
            if !step.depends_on.is_empty() {
                let _ = writeln!(out, "     {}: {}", words::depends_on(lang), step.depends_on.join(", "));
            }
            if step.start_unknown {
                let _ = writeln!(out, "     {}", words::unknown_start(lang));
            }
        }
    }
    if found.routes.is_empty() {
        let _ = writeln!(out, "{}", text::no_route(lang));
    }
    out
}
