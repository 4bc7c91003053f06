//! The command line on Windows, beside the program with the window.
//!
//! A program there either has a window or writes in the console of who started it. So `wegwijzer.exe` has the window,
//! and this one, called `wegwijzer.com`, starts it and passes on what it reads and writes. A console finds `.com` before
//! `.exe`: who types `wegwijzer lookup` gets this one.

use std::{
    env, io,
    process::{Command, ExitCode, Stdio},
    thread,
};

/// Says to the program that somebody reads what it writes, so that it needs no dialog for that.
const READ: &str = "WEGWIJZER_CONSOLE";

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("wegwijzer.exe: {error}");
        ExitCode::FAILURE
    })
}

/// Runs the program beside this one, and ends as it does.
fn run() -> io::Result<ExitCode> {
    let program = env::current_exe()?.with_extension("exe");
    let mut child = Command::new(program)
        .args(env::args_os().skip(1))
        .env(READ, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut into) = child.stdin.take() {
        // It ends with this program, whether or not all was read.
        thread::spawn(move || io::copy(&mut io::stdin(), &mut into));
    }
    let errors = child.stderr.take().map(|mut from| thread::spawn(move || io::copy(&mut from, &mut io::stderr())));
    if let Some(mut from) = child.stdout.take() {
        // Where nobody reads on, the program hears that by its own pipe.
        let _ = io::copy(&mut from, &mut io::stdout());
    }
    if let Some(errors) = errors {
        let _ = errors.join();
    }
    let code = child.wait()?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
