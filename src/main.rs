//! Arguments to command line or window; nothing else.

use std::{ffi::OsString, io::Write as _, process::ExitCode};

use wegwijzer::{
    cli::{Arguments, Call, Exit, Refusal, asked_day, language, read, run, unwritten},
    model::{Date, Lang},
    ui::{WindowStart, run_window},
};

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let lang = language(&words);
    let ended = read(&words, lang).map_err(Exit::from).and_then(|call| match call {
        Call::Help(help) => Ok(help),
        Call::Arguments(arguments) if arguments.command.is_some() => run(&arguments, today(), &mut std::io::stdin()),
        Call::Arguments(arguments) => open_window(&arguments),
    });
    end(ended, lang)
}

fn open_window(arguments: &Arguments) -> Result<String, Exit> {
    let date = asked_day(arguments)?;
    let start = WindowStart { guide: arguments.guide.clone(), date, closes_at_once: arguments.close_at_once };
    run_window(today, start).map_err(Refusal::Window)?;
    Ok(String::new())
}

fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Prints what there is, and words of what was refused.
fn end(result: Result<String, Exit>, lang: Lang) -> ExitCode {
    let code = result.as_ref().err().map_or(0, Exit::code);
    let (printed, refusal) = match result {
        Ok(printed) | Err(Exit::Printed(printed)) => (printed, None),
        Err(Exit::Refused(refusal)) => (String::new(), Some(refusal)),
    };
    let mut out = std::io::stdout();
    let written = out.write_all(printed.as_bytes()).and_then(|()| out.flush());
    let (refusal, code) = match written.err().and_then(|error| unwritten(&error)) {
        Some(unwritten) => (Some(unwritten), 1),
        None => (refusal, code),
    };
    if let Some(refusal) = refusal {
        // One line, also when what was typed, or the name of a file, holds a line end or a sign that moves the cursor.
        let line: String = refusal.words(lang).chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    ExitCode::from(code)
}
