//! One step by a coordinator, kept in a journal and saved in place, for who stops it on the way: see `tests/faults.sh`.
//!
//! `save_in_place save GUIDE DATA` does it and says on each line what is so from then on. `save_in_place tell GUIDE DATA`
//! then says where that step is: in the guide, in the journal, in the log beside the guide.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for a script to read")]

use std::{env, error::Error, path::Path, thread};

use wegwijzer::{
    file::{
        InPlace, Logboek, Ready, Reserve,
        journal::{JournalStart, Journals},
        open_guide,
    },
    model::{ClockTime, Date, FileError, Lang, Now},
    text::errors,
};

const STEP: &str = "stap";
const MIDNIGHT: ClockTime = match ClockTime::new(0, 0) {
    Some(time) => time,
    None => unreachable!(),
};
const NOW: Now = Now { date: Date::constant(2026, 11, 30), time: MIDNIGHT };

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["save", guide, data] => Ok(save(Path::new(guide), Path::new(data))?),
        ["tell", guide, data] => Ok(tell(Path::new(guide), Path::new(data))?),
        _ => Err("save_in_place (save | tell) GUIDE DATA".into()),
    }
}

/// What fails on the way is said, and does not keep the guide from being saved.
fn save(guide: &Path, data: &Path) -> Result<(), FileError> {
    let said = |done: Result<(), FileError>, what: &str| match done {
        Ok(()) => println!("{what}"),
        Err(error) => eprintln!("{}", errors::file(&error, Lang::Nl)),
    };
    let opened = open_guide(guide, &|_| {})?;
    // What was read from a file has a sum.
    let based_on = opened.origin.sha256.unwrap_or_default();
    let start = JournalStart { name: "gids".to_owned(), based_on: based_on.clone(), process: 1, now: NOW };
    let mut journal = Journals::new(data).begin::<String>(Some(guide), &start).ok();
    if let Some(journal) = &mut journal {
        said(journal.append(&[STEP.to_owned()]), "safe");
    }
    let mut changed = opened.guide;
    STEP.clone_into(&mut changed.title);
    let ready = Ready::new(&changed)?;
    if let Some(journal) = &mut journal {
        said(journal.saving(ready.sum()), "about to save");
    }
    let reserve = Reserve::new(data);
    let place = InPlace { path: guide, opened: &based_on, reserve: &reserve, now: NOW, pause: thread::sleep };
    let saved = ready.put(place)?;
    println!("saved");
    saved.warnings.into_iter().for_each(|warning| said(Err(warning), ""));
    said(Logboek::beside(guide).append(&[STEP.to_owned(), format!("saved {}", saved.sum)]), "logged");
    if let Some(mut journal) = journal {
        said(journal.saved(&saved.sum, NOW).and_then(|()| journal.end()), "ended");
    }
    Ok(())
}

fn tell(guide: &Path, data: &Path) -> Result<(), FileError> {
    let opened = open_guide(guide, &|_| {})?;
    println!("guide {}", u8::from(opened.guide.title == STEP));
    let sum = opened.origin.sha256.unwrap_or_default();
    let log = Logboek::beside(guide);
    for found in Journals::new(data).found::<String>(Some(guide)) {
        let found = found?;
        println!("unsaved {} {:?}", found.unsaved().len(), found.on_disk);
        // As the window does when it opens a guide: the same lines that saving adds.
        if !found.saved().is_empty() {
            log.complete(&[found.saved(), &[format!("saved {sum}")]].concat())?;
        }
    }
    println!("log {}", log.read::<String>()?.entries.iter().filter(|entry| *entry == STEP).count());
    Ok(())
}
