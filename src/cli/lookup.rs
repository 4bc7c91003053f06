//! `lookup`: the answer.

use std::io::Read;

use super::{Context, Exit, Output, Place, args::LookupArguments, prose};
use crate::{
    contract::{self, Wanted},
    lookup::{AsOf, Outcome, Profile, nearest},
    model::{FacetId, Ix, Phase},
    present::Asked,
    text::{cli as text, errors},
};

pub(super) fn run(
    args: &LookupArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let facets = all_facets(&args.facets, args.profile.as_deref(), input)?;
    let phases = phases(context, args.phase.as_deref())?;
    let place = Place::read(&args.place, context)?;
    let (profile, outcome) = ask(context, &facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let region = (!matches!(place, Place::NotAsked)).then(|| (&context.regions, place.gemeente()));
    let wanted = Wanted { lang: context.lang, phases: &phases, place: region };
    output.say(|| contract::lookup(asked, wanted), || prose::lookup(asked, wanted, context))
}

/// The facets of the command line and, with `--profile -`, those of standard input.
///
/// # Errors
/// [`Exit::Call`] when standard input is no text, or `--profile` asks for something else.
pub(super) fn all_facets(given: &[String], profile: Option<&str>, input: &mut dyn Read) -> Result<Vec<String>, Exit> {
    let mut facets = given.to_vec();
    match profile {
        None => {}
        Some("-") => {
            let mut typed = String::new();
            input.read_to_string(&mut typed).map_err(|_| Exit::Call(text::unreadable_input()))?;
            let typed = typed.trim_start_matches('\u{feff}');
            facets.extend(typed.split_whitespace().map(str::to_owned));
        }
        Some(other) => return Err(Exit::Call(text::invalid_value(other, "--profile", "-"))),
    }
    Ok(facets)
}

/// Reads a profile and looks it up, here and now.
///
/// # Errors
/// [`Exit::Call`] when a facet or value does not exist, or nobody fits.
pub(super) fn ask(context: &Context, facets: &[String], as_of: AsOf) -> Result<(Profile, Outcome), Exit> {
    let profile = Profile::parse(context.guide(), facets.iter().map(String::as_str))
        .map_err(|error| Exit::Call(errors::profile(&error, context.lang)))?;
    let outcome = context
        .index
        .look_up(&profile, as_of)
        .map_err(|error| Exit::Call(errors::lookup(&error, context.guide(), context.lang, FacetId::as_str)))?;
    Ok((profile, outcome))
}

fn phases(context: &Context, wanted: Option<&str>) -> Result<Vec<Ix<Phase>>, Exit> {
    let all = &context.guide().phases;
    let Some(wanted) = wanted else { return Ok(all.ixs().collect()) };
    let fits = |phase: &Phase| phase.id.as_str() == wanted || phase.letter.to_string().eq_ignore_ascii_case(wanted);
    if let Some(phase) = all.find_ix(fits) {
        Ok(vec![phase])
    } else {
        let nearest = nearest(wanted, all.iter().map(|phase| phase.id.as_str()));
        Err(Exit::Call(text::unknown_phase(wanted, nearest)))
    }
}
