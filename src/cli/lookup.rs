//! `lookup`: the answer.

use std::{io::Read, sync::Arc};

use super::{Context, Exit, Output, Refusal, Whereabouts, args::LookupArguments, prose};
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
    let place = Whereabouts::read(&args.place, context)?;
    let (profile, outcome) = ask(context, &facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let region = (!matches!(place, Whereabouts::NotAsked)).then(|| (&context.regions, place.named()));
    let wanted = Wanted { lang: context.lang, phases: &phases, place: region };
    output.say(|| contract::lookup(asked, wanted), || prose::lookup(asked, wanted, context, args.all))
}

/// The most of standard input that is read: a profile with every value of the guide takes a twentieth.
const MOST_INPUT: u64 = 64 * 1024;
/// What begins the second situation on standard input, as on the command line.
const WITH: &str = "--with";

/// The facets of the command line and, with `--profile -`, those of standard input.
///
/// # Errors
/// [`CallError`] when standard input is no text or too long, or `--profile` asks for something else.
pub(super) fn all_facets(
    given: &[String],
    profile: Option<&str>,
    input: &mut dyn Read,
) -> Result<Vec<String>, CallError> {
    Ok([given, &typed(profile, input)?].concat())
}

/// The facets of two situations; with `--profile -` those of the second may stand on standard input too, after
/// `--with`.
///
/// # Errors
/// As [`all_facets`].
pub(super) fn two_situations(
    given: &[String],
    with: Option<&[String]>,
    profile: Option<&str>,
    input: &mut dyn Read,
) -> Result<(Vec<String>, Option<Vec<String>>), CallError> {
    let typed = typed(profile, input)?;
    let (first, second) = match typed.iter().position(|word| word == WITH) {
        Some(at) => (&typed[..at], Some(&typed[at + 1..])),
        None => (&typed[..], None),
    };
    let with = match (with, second) {
        (None, None) => None,
        (with, second) => Some([with.unwrap_or_default(), second.unwrap_or_default()].concat()),
    };
    Ok(([given, first].concat(), with))
}

/// The words of standard input, if they are asked for.
fn typed(profile: Option<&str>, input: &mut dyn Read) -> Result<Vec<String>, CallError> {
    match profile {
        None => Ok(Vec::new()),
        Some("-") => {
            let mut typed = Vec::new();
            input.take(MOST_INPUT + 1).read_to_end(&mut typed).map_err(|_| CallError::UnreadableInput)?;
            if typed.len() as u64 > MOST_INPUT {
                return Err(CallError::LongInput { kilobytes: MOST_INPUT / 1024 });
            }
            let typed = String::from_utf8(typed).map_err(|_| CallError::UnreadableInput)?;
            Ok(typed.trim_start_matches('\u{feff}').lines().flat_map(facets_of).collect())
        }
        Some(other) => {
            let possible = vec!["-".to_owned()];
            let (given, argument) = (other.to_owned(), "--profile".to_owned());
            Err(CallError::InvalidValue { given, argument, possible })
        }
    }
}

/// The facets of a line; there may be spaces around `=` and after a comma.
fn facets_of(line: &str) -> Vec<String> {
    let mut facets: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match facets.last_mut() {
            Some(last) if last.ends_with(['=', ',']) || word.starts_with(['=', ',']) => last.push_str(word),
            _ => facets.push(word.to_owned()),
        }
    }
    facets
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
