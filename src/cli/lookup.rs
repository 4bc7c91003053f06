//! `lookup`: the answer.

use std::{io::Read, sync::Arc};

use super::{Context, Exit, Output, Refusal, args::LookupArguments, input::Said, place, prose};
use crate::{
    contract::{self, Wanted},
    lookup::{AsOf, Outcome, Profile, nearest},
    model::{CallError, Guide, Ix, Now, Phase, Weekday},
    present::Asked,
};

pub(super) fn run(
    args: &LookupArguments,
    context: &Context,
    now: Now,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let mut said = Said::read(&args.facets, &args.place, args.profile.as_deref(), input)?;
    if args.now {
        if context.date != now.date {
            return Err(CallError::NowOnAnotherDay(context.date).into());
        }
        by_clock(context.guide(), now, &mut said.facets);
    }
    let phases = phases(context, args.phase.as_deref())?;
    let place = place::read(said.gemeente.as_deref(), context)?;
    let (profile, outcome) = ask(context, &said.facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let region = place.told(&context.regions);
    let wanted = Wanted { lang: context.lang, phases: &phases, place: region };
    output.say(|| contract::lookup(asked, wanted), || prose::lookup(asked, wanted, context, args.all))
}

/// Adds what the clock says of facets that nobody gave.
fn by_clock(guide: &Guide, now: Now, facets: &mut Vec<String>) {
    for facet in &guide.facets {
        let is_given = facets.iter().any(|given| given.split('=').next() == Some(facet.id.as_str()));
        if let (Some(value), false) = (facet.value_at(Weekday::of(now.date), now.time), is_given) {
            facets.push(format!("{}={}", facet.id, value.id));
        }
    }
}

/// Reads a profile and looks it up, here and now.
///
/// # Errors
/// [`Exit::Refused`] when a facet or value does not exist, or nobody fits.
pub(super) fn ask(context: &Context, facets: &[String], as_of: AsOf) -> Result<(Profile, Outcome), Exit> {
    let profile = Profile::parse(context.guide(), facets.iter().map(String::as_str)).map_err(CallError::Profile)?;
    let outcome = context
        .index
        .look_up(&profile, as_of)
        .map_err(|error| Refusal::Contradictory(error, Arc::clone(context.guide())))?;
    Ok((profile, outcome))
}

fn phases(context: &Context, wanted: Option<&str>) -> Result<Vec<Ix<Phase>>, CallError> {
    let all = &context.guide().phases;
    let Some(wanted) = wanted else { return Ok(all.ixs().collect()) };
    let fits = |phase: &Phase| phase.id.as_str() == wanted || phase.letter.to_string().eq_ignore_ascii_case(wanted);
    if let Some(phase) = all.find_ix(fits) {
        Ok(vec![phase])
    } else {
        let nearest = nearest(wanted, all.iter().map(|phase| phase.id.as_str())).map(str::to_owned);
        Err(CallError::UnknownPhase { given: wanted.to_owned(), nearest })
    }
}
