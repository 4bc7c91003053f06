//! Profiles of parties in the table of what can be made.

use super::{ProfileOf, profile_pdf, profile_text};
use crate::{
    export::format::{Export, Form, Request, SaveDialog, Taken},
    model::ExportError,
    present::PartyProfile,
    text::{parties as text, which, words},
};

/// Everything about a party, or about each that answers.
pub static EXPORT: Export = Export {
    id: "profile",
    about: text::PROFILE,
    is_national: true,
    forms: &[
        Form {
            extension: "pdf",
            takes: &[Taken::Party],
            render: |request| made(request, |profiles, of| Ok(profile_pdf(profiles, of)?)),
        },
        Form {
            extension: "txt",
            takes: &[Taken::Party],
            render: |request| made(request, |profiles, of| Ok(profile_text(profiles, of).into_bytes())),
        },
    ],
    saving: text::saving,
    saved: text::saved,
    not_saved: text::not_saved,
    dialog: Some(SaveDialog {
        title: text::save_title,
        path: text::path,
        path_hint: text::path_hint,
        file_name: text::file_name,
        switches: &[],
        is_in_menu: false,
    }),
};

fn made(
    request: &Request<'_>,
    write: impl FnOnce(&[PartyProfile], ProfileOf<'_>) -> Result<Vec<u8>, ExportError>,
) -> Result<Vec<u8>, ExportError> {
    let Request { asked, lang, today, party, .. } = *request;
    let (index, day) = (asked.index, asked.outcome.date);
    let guide = index.guide();
    let wanted = guide.parties.enumerate().filter(|(_, record)| match party {
        Some(party) => record.id == *party,
        None => record.scope.is_executing(),
    });
    let profiles: Vec<PartyProfile> = wanted.map(|(ix, _)| PartyProfile::of(guide, ix, day, lang)).collect();
    let which = which::which_guide(guide, index.origin(), lang);
    let edition = format!("{which} · {} {}", words::as_of(lang), words::day(day, lang));
    write(&profiles, ProfileOf { guide, edition: &edition, day, today, lang })
}
