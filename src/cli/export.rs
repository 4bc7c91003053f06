//! `export`: files to hand on.

use std::io::Read;

use serde::Serialize;

use super::{
    Context, Exit, Output, Place,
    args::{Export, ExportArguments},
    lookup,
};
use crate::{
    export::card::{Card, CardForm, CardOptions},
    file,
    text::card as text,
};

#[derive(Debug, Serialize)]
struct Saved {
    out: String,
    bytes: usize,
}

pub(super) fn run(
    args: &ExportArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let bytes = match args.what {
        Export::Card => card(args, context, input)?,
    };
    file::save_bytes(&args.out, &bytes).map_err(|error| Exit::Guide(error.to_string()))?;
    let saved = Saved { out: args.out.display().to_string(), bytes: bytes.len() };
    output.give(&saved, |saved| format!("{}: {}\n", text::saved(context.lang), saved.out))
}

fn card(args: &ExportArguments, context: &Context, input: &mut dyn Read) -> Result<Vec<u8>, Exit> {
    let Some(form) = CardForm::of(&args.out) else {
        let extension = args.out.extension().unwrap_or_default().to_string_lossy();
        return Err(Exit::Call(text::unknown_extension(&extension)));
    };
    let facets = lookup::all_facets(&args.facets, args.profile.as_deref(), input)?;
    let place = Place::read(&args.place, context)?;
    let (profile, outcome) = lookup::ask(context, &facets, place.on(context.date))?;
    let options = CardOptions {
        with_facets: args.with_facets,
        region: place.gemeente().map(|gemeente| (&context.regions, gemeente)),
        ..CardOptions::new(context.lang, context.today)
    };
    let card = Card::new(&context.index, &profile, &outcome, &options);
    form.render(&card).map_err(|error| Exit::Guide(error.to_string()))
}
