//! Arguments to command line or window; nothing else.

// Else Windows opens a console beside the window, and closes the window with it. For a console there is `wegwijzer.com`.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::{
    cell::RefCell,
    env,
    ffi::OsString,
    io::Write as _,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    path::Path,
    process::{Command, ExitCode},
    time::SystemTime,
};

use wegwijzer::{
    cli::{Arguments, Aside, Call, Exit, Refusal, asked_day, asked_language, read, run, unwritten},
    model::{ClockTime, Date, Lang, Now, WindowError},
    text::words::told,
    ui::{WindowStart, kept_language, run_window},
};

fn main() -> ExitCode {
    keep_memory_to_ourselves();
    panic::set_hook(Box::new(note_panic));
    let words: Vec<OsString> = env::args_os().collect();
    let mut aside = Vec::new();
    let ended = panic::catch_unwind(AssertUnwindSafe(|| ask(&words, &mut aside)));
    let ended = ended.unwrap_or_else(|_| Err(stopped().into()));
    // The window speaks the language of the settings, and so does what is said instead of it.
    let of_window = matches!(ended, Err(Exit::Refused(Refusal::Window(_) | Refusal::Stopped { .. })));
    let lang = asked_language(&words).or_else(|| of_window.then(kept_language)).unwrap_or_default();
    tell_beside_no_console(&ended, of_window, lang);
    end(ended, &aside, lang)
}

/// Where nobody reads what is printed, as where an icon was pressed, why there is no window is told in one of its own.
fn tell_beside_no_console(ended: &Result<String, Exit>, of_window: bool, lang: Lang) {
    #[cfg(windows)]
    if let Err(Exit::Refused(refusal)) = ended
        && of_window
        // `wegwijzer.com` reads it.
        && env::var_os("WEGWIJZER_CONSOLE").is_none()
    {
        wegwijzer::ui::tell(&told(&refusal.words(lang)));
    }
    #[cfg(not(windows))]
    let _ = (ended, of_window, lang);
}

/// Does what was asked, and gives what is to be printed.
fn ask(words: &[OsString], aside: &mut Vec<Aside>) -> Result<String, Exit> {
    match read(words, asked_language(words).unwrap_or_default())? {
        Call::Help(help) => Ok(help),
        Call::Arguments(arguments) if arguments.command.is_some() => {
            run(&arguments, now(), &mut std::io::stdin(), aside)
        }
        Call::Arguments(arguments) => open_window(&arguments),
    }
}

fn open_window(arguments: &Arguments) -> Result<String, Exit> {
    let date = asked_day(arguments)?;
    let start = WindowStart {
        guide: arguments.guide.clone(),
        supplement: arguments.supplement.clone(),
        date,
        closes_at_once: arguments.close_at_once,
    };
    match panic::catch_unwind(AssertUnwindSafe(|| run_window(now, start))) {
        Ok(Err(WindowError::NoScreen)) => with_the_other_screen(),
        Ok(opened) => opened,
        // Our own panics are told as they are; those of what opens a window have a known cause.
        Err(panicked) => match panicked_at().map(|at| at.cause) {
            Some(Cause::Keyboard) => Err(WindowError::NoKeyboard),
            Some(Cause::Scale) => at_scale_one(),
            Some(Cause::Window) => Err(WindowError::Closed),
            Some(Cause::Ours) | None => panic::resume_unwind(panicked),
        },
    }
    .map_err(Refusal::Window)?;
    Ok(String::new())
}

/// The day and the time on the calendar and the clock of this computer, also where its clock is past the last day or
/// before the first.
fn now() -> Now {
    let now = SystemTime::now();
    let beyond = if now > SystemTime::UNIX_EPOCH { Date::MAX } else { Date::MIN };
    let part = |number: i8| u16::try_from(number).unwrap_or_default();
    jiff::Zoned::try_from(now).map_or(Now { date: beyond, time: ClockTime::default() }, |now| Now {
        date: now.date(),
        time: ClockTime::new(part(now.hour()), part(now.minute())).unwrap_or_default(),
    })
}

/// A panic of this thread.
#[derive(Clone, Debug)]
struct PanickedAt {
    file: String,
    line: u32,
    cause: Cause,
}

/// Why something panicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// There are no data of keyboards.
    Keyboard,
    /// The desktop names a scale at which nothing can be drawn.
    Scale,
    /// Something else about the window, such as that it was destroyed.
    Window,
    /// A fault of this program.
    Ours,
}

thread_local! {
    /// Of other threads, whoever waits for their work tells it.
    static PANICKED_AT: RefCell<Option<PanickedAt>> = const { RefCell::new(None) };
}

/// Notes where, and not with which words: they can hold what was typed.
fn note_panic(info: &PanicHookInfo<'_>) {
    let Some(at) = info.location() else { return };
    // Without where it was built: from the crate, or from our own `src`.
    let parts: Vec<_> = Path::new(at.file()).iter().map(|part| part.to_string_lossy()).collect();
    let from = parts.iter().rposition(|part| part == "src").map_or(0, |src| {
        let is_of_crate = src > 0 && parts[src - 1].contains(|c: char| c.is_ascii_digit());
        if is_of_crate { src - 1 } else { src }
    });
    let file = parts[from..].join("/");
    let of_window = ["winit-", "dpi-", "x11rb-", "glutin-", "eframe-", "egui-winit-"];
    let cause = if !of_window.iter().any(|name| file.starts_with(name)) {
        Cause::Ours
    } else if info.payload_as_str().is_some_and(|said| said.to_lowercase().contains("xkb")) {
        Cause::Keyboard
    } else if file.starts_with("dpi-") || file.ends_with("randr.rs") {
        Cause::Scale
    } else {
        Cause::Window
    };
    let panicked_at = PanickedAt { file, line: at.line(), cause };
    PANICKED_AT.with(|panicked| panicked.replace(Some(panicked_at)));
}

fn panicked_at() -> Option<PanickedAt> {
    PANICKED_AT.with(|panicked| panicked.borrow().clone())
}

/// What is said of a panic.
fn stopped() -> Refusal {
    let (file, line) = panicked_at().map(|at| (at.file, at.line)).unwrap_or_default();
    Refusal::Stopped { file, line }
}

/// Keeps what is known of a person out of core files.
///
/// On Linux a limit of one byte also keeps it from programs that collect such files, and unlike a process that cannot be
/// dumped it can still be asked for by the dialogs of the desktop.
fn keep_memory_to_ourselves() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let most = Some(u64::from(cfg!(target_os = "linux")));
        // Where it may not be raised to one, it is nothing already.
        let _ = setrlimit(Resource::Core, Rlimit { current: most, maximum: most });
    }
}

/// When there is no Wayland behind its name: with X, if that has one.
fn with_the_other_screen() -> Result<(), WindowError> {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    if (is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")) && is_set("DISPLAY") {
        again(|command| command.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET"));
    }
    Err(WindowError::NoScreen)
}

/// When the desktop names a scale at which nothing can be drawn.
fn at_scale_one() -> Result<(), WindowError> {
    const SCALE: &str = "WINIT_X11_SCALE_FACTOR";
    if env::var_os(SCALE).is_none() {
        again(|command| command.env(SCALE, "1"));
    }
    Err(WindowError::Closed)
}

/// Becomes this program anew, for a window can be opened once in a process; returns only when that is not possible.
fn again(set: impl FnOnce(&mut Command) -> &mut Command) {
    #[cfg(unix)]
    if let Ok(program) = env::current_exe() {
        use std::os::unix::process::CommandExt as _;
        let mut command = Command::new(program);
        let _ = set(command.args(env::args_os().skip(1))).exec();
    }
    #[cfg(not(unix))]
    let _ = set;
}

/// Prints what there is, and words of what was refused or is to be known beside it.
fn end(result: Result<String, Exit>, aside: &[Aside], lang: Lang) -> ExitCode {
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
    let aside = if refusal.is_none() { aside } else { &[] };
    let aside = aside.iter().map(|aside| aside.words(lang));
    for words in aside.chain(refusal.map(|refusal| refusal.words(lang))) {
        // One line, also when what was typed, or the name of a file, holds a line end or a sign that moves the cursor.
        let _ = writeln!(std::io::stderr(), "{}", told(&words));
    }
    ExitCode::from(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_place_and_without_what_was_typed() {
        let before = panic::take_hook();
        panic::set_hook(Box::new(note_panic));
        let typed = "leeftijd=16-17".to_owned();
        let ended = panic::catch_unwind(|| panic!("{typed}"));
        panic::set_hook(before);
        assert!(ended.is_err());
        assert_eq!(panicked_at().map(|at| at.cause), Some(Cause::Ours));
        let told = stopped();
        assert_eq!(told.code(), 101);
        for lang in [Lang::Nl, Lang::En] {
            let words = told.words(lang);
            assert!(words.contains("src/main.rs:") && !words.contains("16-17"), "{words}");
            assert_eq!(words.lines().count(), 1);
        }
    }
}
