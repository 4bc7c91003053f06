//! `lookup`: the answer.

use std::{io::Read, sync::Arc};

use super::{Context, Exit, Output, Place, Refusal, args::LookupArguments, prose};
use crate::{
    contract::{self, Wanted},
    lookup::{AsOf, Outcome, Profile, nearest},
    model::{CallError, Ix, Phase},
    present::Asked,
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
    output.say(|| contract::lookup(asked, wanted), || prose::lookup(asked, wanted, context, args.all))
}

/// The facets of the command line and, with `--profile -`, those of standard input.
///
/// # Errors
/// [`CallError`] when standard input is no text, or `--profile` asks for something else.
pub(super) fn all_facets(
    given: &[String],
    profile: Option<&str>,
    input: &mut dyn Read,
) -> Result<Vec<String>, CallError> {
    let mut facets = given.to_vec();
    match profile {
        None => {}
        Some("-") => {
            let mut typed = String::new();
            input.read_to_string(&mut typed).map_err(|_| CallError::UnreadableInput)?;
            let typed = typed.trim_start_matches('\u{feff}');
            facets.extend(typed.split_whitespace().map(str::to_owned));
        }
        Some(other) => {
            let possible = vec!["-".to_owned()];
            return Err(CallError::InvalidValue {
                given: other.to_owned(),
                argument: "--profile".to_owned(),
                possible,
            });
        }
    }
    Ok(facets)
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
