//! Arguments to command line or window; nothing else.

use std::{io::Write as _, process::ExitCode};

use wegwijzer::{
    cli::{Exit, call_error, read, run},
    ui::run_window,
};

fn main() -> ExitCode {
    let arguments = match read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => return end(call_error(&error)),
    };
    let today = jiff::Zoned::now().date();
    if arguments.command.is_none() {
        let opened = run_window(today, arguments.guide.clone(), arguments.close_at_once);
        return end(opened.map(|()| String::new()).map_err(Exit::Guide));
    }
    end(run(&arguments, today, &mut std::io::stdin()))
}

fn end(result: Result<String, Exit>) -> ExitCode {
    let (printed, words, code) = match result {
        Ok(printed) => (printed, String::new(), 0),
        Err(Exit::Printed(printed)) => (printed, String::new(), 1),
        Err(exit) => (String::new(), exit.to_string(), exit.code()),
    };
    // A reader that closed its end early, such as `head`, is no problem of ours.
    let _ = std::io::stdout().write_all(printed.as_bytes());
    if !words.is_empty() {
        // One line, also when what was typed, or the name of a file, holds a line end or a sign that moves the cursor.
        let line: String = words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    ExitCode::from(code)
}
