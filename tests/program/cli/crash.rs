//! When the program ends otherwise than it should: nothing of what was typed is left, and one line says what happened.

#![cfg(target_os = "linux")]

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use super::run::{empty_dir, everything_in, run_with};

#[test]
fn a_killed_program_leaves_no_core_with_what_was_typed() {
    let dir = empty_dir("a-killed-program");
    // The shell gives the most that the system allows, as a desk could have it.
    let line = format!("ulimit -c unlimited; exec '{}' lookup --profile -", env!("CARGO_BIN_EXE_wegwijzer"));
    let mut command = Command::new("bash");
    command.args(["-c", &line]).current_dir(&dir);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell");
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(b"leeftijd=16-17\n").expect("it reads");
    let limits = Path::new("/proc").join(child.id().to_string()).join("limits");
    let of_core = || {
        let limits = fs::read_to_string(&limits).expect("limits");
        let line = limits.lines().find(|line| line.starts_with("Max core file size")).expect("its limit").to_owned();
        line.split_whitespace().nth(4).expect("a number").to_owned()
    };
    // The shell becomes the program, which sets its limit first of all.
    let is_program = || {
        let exe = Path::new("/proc").join(child.id().to_string()).join("exe");
        fs::read_link(exe).is_ok_and(|exe| exe.file_name().is_some_and(|name| name == "wegwijzer"))
    };
    for _ in 0..200 {
        if is_program() && of_core() != "unlimited" {
            break;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let limit = of_core();
    assert!(["0", "1"].contains(&limit.as_str()), "a core of {limit} bytes would be written");
    let killed = Command::new("kill").args(["-ABRT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    child.wait().expect("it ends");
    assert_eq!(everything_in(&dir), [], "a core file, or something else, is left");
}

#[test]
fn a_clock_at_the_end_of_time_still_has_a_day() {
    let faketime =
        ["/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"];
    let Some(library) = faketime.into_iter().find(|library| Path::new(library).exists()) else { return };
    for (now, day, zone) in [
        ("9999-12-31 23:59:58", "31 december 9999", "Europe/Amsterdam"),
        ("2026-07-01 00:30:00", "1 juli 2026", "Europe/Amsterdam"),
        ("2026-07-01 00:30:00", "1 juli 2026", "Pacific/Auckland"),
        ("2026-01-01 23:30:00", "1 januari 2026", "America/Los_Angeles"),
    ] {
        let ran = run_with(&["lookup", "leeftijd=12"], b"", |command| {
            command.env("LD_PRELOAD", library).env("FAKETIME", format!("@{now}")).env("TZ", zone);
        });
        assert_eq!(ran.exit, 0, "{now}, {zone}: {}", ran.err);
        let first = ran.out.lines().next().expect("a line");
        assert!(first.contains(day), "{now}, {zone}: {first}");
    }
}
