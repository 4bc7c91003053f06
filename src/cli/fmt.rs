//! `fmt`: the canonical form of a guide.

use super::{Exit, args::FmtArguments};
use crate::{file, model::Lang, text::cli as text};

pub(super) fn run(args: &FmtArguments, lang: Lang) -> Result<String, Exit> {
    let as_problem = |error: file::FileError| Exit::Guide(error.to_string());
    let opened = file::open_guide(&args.file, &|_| {}).map_err(as_problem)?;
    if let Some(reason) = opened.read_only {
        return Err(Exit::Guide(reason));
    }
    let before = file::read_text(&args.file, &|_| {}).map_err(as_problem)?;
    let after = file::write_guide(&opened.guide);
    if before == after {
        return Ok(format!("{}\n", text::formatted_already(lang)));
    }
    if args.check {
        return Err(Exit::Guide(format!("{}: {}", text::not_formatted(lang), args.file.display())));
    }
    file::save_guide(&args.file, &opened.guide).map_err(as_problem)?;
    Ok(format!("{}\n", text::formatted(lang)))
}
