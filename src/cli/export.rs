//! `export`: files to hand on.

use std::io::Read;

use serde::Serialize;

use super::{
    Context, Exit, Output, Place,
    args::{Export, ExportArguments},
    lookup,
};
use crate::{
    export::{
        card::{Card, CardForm, CardOptions},
        chain_data::{ChainData, dot, graphml},
        drawing::DrawingError,
        poster::{Poster, PosterForm, PosterOptions},
    },
    file,
    lookup::{Outcome, Profile},
    model::CallError,
    text::{card as text, poster as poster_text},
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
    let lang = context.lang;
    let (bytes, words) = match args.what {
        Export::Card => (card(args, context, input)?, text::saved(lang)),
        Export::Poster => (poster(args, context, input)?, poster_text::saved(lang)),
        Export::Graphml => (data(args, context, input, &["graphml"], graphml)?, poster_text::data_saved(lang)),
        Export::Dot => (data(args, context, input, &["dot"], dot)?, poster_text::data_saved(lang)),
    };
    file::save_bytes(&args.out, &bytes)?;
    let saved = Saved { out: args.out.display().to_string(), bytes: bytes.len() };
    output.give(&saved, |saved| format!("{words}: {}\n", saved.out))
}

/// How the file name ends, without the dot.
fn extension(args: &ExportArguments) -> String {
    args.out.extension().unwrap_or_default().to_string_lossy().into_owned()
}

fn wrong_extension(args: &ExportArguments, expected: &'static [&'static str]) -> CallError {
    CallError::WrongExtension { given: extension(args), expected }
}

fn ask(
    args: &ExportArguments,
    context: &Context,
    place: &Place,
    input: &mut dyn Read,
) -> Result<(Profile, Outcome), Exit> {
    let facets = lookup::all_facets(&args.facets, args.profile.as_deref(), input)?;
    lookup::ask(context, &facets, place.on(context.date))
}

fn card(args: &ExportArguments, context: &Context, input: &mut dyn Read) -> Result<Vec<u8>, Exit> {
    let form = CardForm::of(&args.out).ok_or_else(|| wrong_extension(args, CardForm::ENDS))?;
    let place = Place::read(&args.place, context)?;
    let (profile, outcome) = ask(args, context, &place, input)?;
    let options = CardOptions {
        with_facets: args.with_facets,
        full: args.full,
        region: place.gemeente().map(|gemeente| (&context.regions, gemeente)),
        ..CardOptions::new(context.lang, context.today)
    };
    let card = Card::new(&context.index, &profile, &outcome, &options);
    Ok(form.render(&card)?)
}

fn poster(args: &ExportArguments, context: &Context, input: &mut dyn Read) -> Result<Vec<u8>, Exit> {
    let form = PosterForm::of(&args.out, args.paper.into(), args.tiled);
    let form = form.ok_or_else(|| wrong_extension(args, PosterForm::ENDS))?;
    let place = Place::read(&args.place, context)?;
    let (profile, outcome) = ask(args, context, &place, input)?;
    let options = PosterOptions { lang: context.lang, today: context.today, with_facets: args.with_facets };
    let poster = Poster::new(&context.index, &profile, &outcome, options, &[]).ok_or(DrawingError::Font)?;
    Ok(form.render(&poster)?)
}

fn data(
    args: &ExportArguments,
    context: &Context,
    input: &mut dyn Read,
    ends: &'static [&'static str],
    write: fn(&ChainData) -> String,
) -> Result<Vec<u8>, Exit> {
    if !ends.iter().any(|end| extension(args).eq_ignore_ascii_case(end)) {
        return Err(wrong_extension(args, ends).into());
    }
    let place = Place::read(&args.place, context)?;
    let (_, outcome) = ask(args, context, &place, input)?;
    Ok(write(&ChainData::new(&context.index, &outcome, context.lang)).into_bytes())
}
