//! A profile in the order in which it is read.

use crate::{
    model::Lang,
    present::{PartyProfile, ProfileLine, ProfilePhase},
    text::{parties as text, words},
};

/// One thing that stands on a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ProfileEntry {
    /// The party.
    Party(String),
    /// A part of what is said of it.
    Part(String),
    /// A line of it, with what belongs to it.
    Line(String, Vec<String>),
}

/// All of a profile; parts without a line are left out.
pub(super) fn entries(profile: &PartyProfile, lang: Lang) -> Vec<ProfileEntry> {
    let PartyProfile {
        id: _,
        name,
        full_name,
        summary,
        notes,
        contacts,
        phases,
        receives,
        hands_on,
        over_time,
        agreements,
        conflicts,
        checked,
        sources,
    } = profile;
    let mut all = vec![ProfileEntry::Party(name.clone())];
    let about = [full_name, summary].into_iter().filter(|said| !said.is_empty()).chain(notes);
    all.extend(about.map(|said| ProfileEntry::Line(said.clone(), Vec::new())));
    let plain = |lines: &[String]| lines.iter().map(|line| ProfileEntry::Line(line.clone(), Vec::new())).collect();
    let told = |lines: &[ProfileLine]| lines.iter().map(line).collect();
    let mut part = |name: &str, lines: Vec<ProfileEntry>| {
        if !lines.is_empty() {
            all.push(ProfileEntry::Part(name.to_owned()));
            all.extend(lines);
        }
    };
    part(text::reached(lang), plain(contacts));
    for ProfilePhase { letter, title, tasks } in phases {
        part(&format!("{letter}  {title}"), told(tasks));
    }
    part(text::receives(lang), told(receives));
    part(text::hands_on(lang), told(hands_on));
    part(text::over_time(lang), plain(over_time));
    part(text::agreements(lang), told(agreements));
    part(text::conflicts(lang), told(conflicts));
    part(text::checked(lang), plain(checked));
    part(words::sources(lang), plain(sources));
    all
}

fn line(line: &ProfileLine) -> ProfileEntry {
    let ProfileLine { says, details, task: _, other: _ } = line;
    ProfileEntry::Line(says.clone(), details.clone())
}
