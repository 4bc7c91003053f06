//! `fmt`: the canonical form of a guide.

use super::{Exit, Refusal, args::FmtArguments};
use crate::{file, model::Lang, text::cli as text};

pub(super) fn run(args: &FmtArguments, lang: Lang) -> Result<String, Exit> {
    // First: what is saved between the two is not overwritten.
    let before = file::read_text(&args.file, &|_| {})?;
    let opened = file::open_guide(&args.file, &|_| {})?;
    if let Some(reason) = opened.read_only {
        return Err(Refusal::ReadOnly(reason).into());
    }
    let after = file::write_guide(&opened.guide);
    if before == after {
        return Ok(format!("{}\n", text::formatted_already(lang)));
    }
    if args.check {
        return Err(Refusal::NotCanonical(args.file.clone()).into());
    }
    file::save_guide_again(&args.file, &opened.guide, &before)?;
    Ok(format!("{}\n", text::formatted_without(file::comments(&before), lang)))
}
