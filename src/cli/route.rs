//! `route`: along which hand-overs one party is reached from another.

use std::{fmt::Write as _, io::Read};

use super::{Context, Exit, Output, args::RouteArguments, input::Said, lookup, place};
use crate::{
    contract,
    model::{Party, PartyId},
    present::{Asked, StepFacts},
    text::{cli as text, words},
};

pub(super) fn run(
    args: &RouteArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let parties = &context.guide().parties;
    let (from, to) = (&parties[context.party(&args.from)?].id, &parties[context.party(&args.to)?].id);
    let said = Said::read(&args.facets, &args.place, args.profile.as_deref(), input)?;
    let place = place::read(said.gemeente.as_deref(), context)?;
    let (profile, outcome) = lookup::ask(context, &said.facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let routes = asked.routes(from, to);
    output.say(
        || contract::routes(asked, &routes),
        || place::about_name(place, context.lang) + &in_words(&routes, context),
    )
}

fn in_words(routes: &[Vec<StepFacts<'_>>], context: &Context) -> String {
    let mut out = context.above(context.date);
    for (number, steps) in routes.iter().enumerate() {
        let _ = writeln!(out, "{}.", number + 1);
        for facts in steps {
            step(&mut out, facts, context);
        }
    }
    if routes.is_empty() {
        let _ = writeln!(out, "{}", text::no_route(context.lang));
    }
    out
}

fn step(out: &mut String, facts: &StepFacts<'_>, context: &Context) {
    let StepFacts {
        asked: _,
        ix: _,
        record,
        from,
        to,
        // Told by what it depends on.
        verdict: _,
        start_unknown,
        only_announced,
        validity_note,
    } = facts;
    let (lang, guide) = (context.lang, context.guide());
    let name = |party: Option<&Party>, id: &PartyId| {
        party.map_or(id.as_str(), |party| party.short_name(context.date, lang)).to_owned()
    };
    let (act, ground) = (words::act(record.act, lang), words::sharing_ground(record.sharing.ground, lang));
    let _ = writeln!(out, "   {} {act} → {}", name(*from, &record.from), name(*to, &record.to));
    let _ = writeln!(out, "     {}", record.text);
    for provided in &record.provided {
        let _ = writeln!(out, "     {provided}");
    }
    let _ = writeln!(out, "     {ground}: {}", record.sharing.text);
    let open = facts.depends_on();
    if !open.is_empty() {
        let open = contract::facet_ids(guide, open).join(", ");
        let _ = writeln!(out, "     {}: {open}", words::depends_on(lang));
    }
    if let Some(note) = validity_note {
        let _ = writeln!(out, "     {}: {note}", words::note(lang));
    }
    if *start_unknown {
        let _ = writeln!(out, "     {}", words::unknown_start(lang));
    }
    if *only_announced {
        let _ = writeln!(out, "     {}", words::only_announced(lang));
    }
}
