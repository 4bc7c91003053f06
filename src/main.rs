//! Arguments to command line or window; nothing else.

use std::{io::Write as _, process::ExitCode};

use wegwijzer::{
    cli::{Exit, asked_day, call_error, read, run},
    model::Date,
    text::cli as text,
    ui::{WindowStart, run_window},
};

fn main() -> ExitCode {
    let arguments = match read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => return end(call_error(&error)),
    };
    if arguments.command.is_some() {
        return end(run(&arguments, today(), &mut std::io::stdin()));
    }
    let opened = asked_day(&arguments).and_then(|date| {
        let start = WindowStart { guide: arguments.guide.clone(), date, closes_at_once: arguments.close_at_once };
        run_window(today, start).map_err(Exit::Guide)
    });
    end(opened.map(|()| String::new()))
}

fn today() -> Date {
    jiff::Zoned::now().date()
}

fn end(result: Result<String, Exit>) -> ExitCode {
    let (printed, words, code) = match result {
        Ok(printed) => (printed, String::new(), 0),
        Err(Exit::Printed(printed)) => (printed, String::new(), 1),
        Err(exit) => (String::new(), exit.to_string(), exit.code()),
    };
    let mut out = std::io::stdout();
    let written = out.write_all(printed.as_bytes()).and_then(|()| out.flush());
    // A reader that closed its end early, such as `head`, is no problem of ours.
    let unwritten = written.err().filter(|error| error.kind() != std::io::ErrorKind::BrokenPipe);
    let (words, code) = unwritten.map_or((words, code), |error| (text::not_written(&error), 1));
    if !words.is_empty() {
        // One line, also when what was typed, or the name of a file, holds a line end or a sign that moves the cursor.
        let line: String = words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    ExitCode::from(code)
}
