//! `export`: files to hand on.

use std::{io::Read, path::Path};

use serde::Serialize;

use super::{Context, Exit, Output, args::ExportArguments, input::Said, lookup, place, starts};
use crate::{
    contract::GuideJson,
    export::{ExportOptions, Request, Taken},
    file,
    lookup::nearest,
    model::{CallError, RecordId, Scenario},
    present::Asked,
    text::words::visible,
};

#[derive(Debug, Serialize)]
struct Saved {
    guide: GuideJson,
    out: String,
    bytes: usize,
}

pub(super) fn run(
    args: &ExportArguments,
    guide: Option<&Path>,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    if guide.is_some_and(|guide| file::is_same(guide, &args.out)) {
        return Err(CallError::OutIsTheGuide.into());
    }
    let bytes = render(args, context, input)?;
    file::save_bytes(&args.out, &bytes)?;
    let saved = Saved { guide: context.guide_json(), out: args.out.display().to_string(), bytes: bytes.len() };
    output.give(&saved, |saved| format!("{}: {}\n", (args.what.saved)(context.lang), visible(&saved.out)))
}

/// The bytes of the file; that its name says which form it has is looked at before anything else.
fn render(args: &ExportArguments, context: &Context, input: &mut dyn Read) -> Result<Vec<u8>, Exit> {
    let form = args.what.form(&args.out).ok_or_else(|| {
        let given = args.out.extension().unwrap_or_default().to_string_lossy().into_owned();
        CallError::WrongExtension { given, expected: args.what.extensions() }
    })?;
    let asked = [
        (args.with_facets, Taken::WithFacets),
        (args.full, Taken::Full),
        (args.spine, Taken::Spine),
        (args.paper.is_some(), Taken::Paper),
        (args.tiled, Taken::Tiled),
        (!args.starts.is_empty(), Taken::Starts),
        (args.scenario.is_some(), Taken::Scenario),
        (args.with_notes, Taken::WithNotes),
        (args.party.is_some(), Taken::Party),
    ];
    if let Some((_, unused)) = asked.into_iter().find(|(is_asked, taken)| *is_asked && !form.takes.contains(taken)) {
        return Err(CallError::OptionWithoutUse { option: unused.option(), extension: form.extension }.into());
    }
    let said = Said::read(&args.facets, &args.place, args.profile.as_deref(), input)?;
    let place = place::read(said.gemeente.as_deref(), context)?;
    let (profile, outcome) = lookup::ask(context, &said.facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let starts = starts::read(&args.starts, asked)?;
    let party = args.party.as_deref().map(|given| context.party(given)).transpose()?;
    let scenario = args.scenario.as_deref().map(|id| scenario(id, context)).transpose()?;
    let request = Request {
        asked,
        lang: context.lang,
        today: context.today,
        options: options(args),
        regions: &context.regions,
        place: place.named(),
        route: None,
        starts: &starts,
        order: &[],
        scenario,
        party: party.map(|ix| &context.guide().parties[ix].id),
    };
    Ok((form.render)(&request)?)
}

fn options(args: &ExportArguments) -> ExportOptions {
    let ExportArguments { with_facets, full, spine, tiled, with_notes, .. } = *args;
    let paper = args.paper.map(Into::into).unwrap_or_default();
    ExportOptions { with_facets, full, spine, paper, tiled, with_notes }
}

/// The case with this id.
///
/// # Errors
/// [`CallError::UnknownCase`] with the nearest one.
fn scenario<'a>(given: &str, context: &'a Context) -> Result<&'a Scenario, CallError> {
    let cases = &context.guide().scenarios;
    let found = RecordId::new(given).ok().and_then(|id| cases.get(&id));
    found.ok_or_else(|| {
        let nearest = nearest(given, cases.iter().map(|case| case.id.as_str())).map(str::to_owned);
        CallError::UnknownCase { given: given.to_owned(), nearest }
    })
}
