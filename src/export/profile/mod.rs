//! The profile of a party on paper: what it does, receives and hands on, for who wants it beside the telephone. Without a
//! party it is a book of all that answer.

mod format;
mod lines;

pub use format::EXPORT;

use lines::{ProfileEntry, entries};

use super::paper::{Cover, DocumentInfo, Listing, ListingLine, listing_pdf};
use crate::{
    model::{Date, Guide, Lang, PdfError},
    present::PartyProfile,
    text::{card as card_text, parties as text, which, words},
};

/// Which guide and day profiles are of.
#[derive(Clone, Copy, Debug)]
pub struct ProfileOf<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// Its title, its edition and the day.
    pub edition: &'a str,
    /// The day.
    pub day: Date,
    /// The day of today.
    pub today: Date,
    /// The language.
    pub lang: Lang,
}

/// Profiles as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub fn profile_pdf(profiles: &[PartyProfile], of: ProfileOf<'_>) -> Result<Vec<u8>, PdfError> {
    let lang = of.lang;
    let warning = which::not_for_use(of.guide, of.day, of.today, lang);
    let title = title(profiles, lang);
    let entries: Vec<ProfileEntry> = profiles.iter().flat_map(|profile| entries(profile, lang)).collect();
    let lines = entries.iter().map(|entry| match entry {
        ProfileEntry::Party(name) => ListingLine::Heading(2, name),
        ProfileEntry::Part(name) => ListingLine::Heading(3, name),
        ProfileEntry::Line(says, details) => ListingLine::Item(says, "", details),
    });
    let listing = Listing {
        title: &title,
        edition: of.edition,
        warning: warning.as_deref(),
        foot: card_text::not_official(lang),
        page_of: &|page, pages| card_text::page_of(page, pages, lang),
        lines: lines.collect(),
    };
    let about = DocumentInfo {
        title: &title,
        description: warning.as_deref().unwrap_or(of.edition),
        language: lang.id(),
        product: words::product(lang),
        watermark: which::across(of.guide, lang),
    };
    listing_pdf(&listing, about, &Cover::default())
}

/// Profiles as plain text.
pub fn profile_text(profiles: &[PartyProfile], of: ProfileOf<'_>) -> String {
    let mut said = title(profiles, of.lang) + "\n" + of.edition + "\n";
    if let Some(warning) = which::not_for_use(of.guide, of.day, of.today, of.lang) {
        said = warning + "\n\n" + &said;
    }
    for profile in profiles {
        for entry in entries(profile, of.lang) {
            match entry {
                ProfileEntry::Party(name) => said.extend(["\n\n", &name, "\n"]),
                ProfileEntry::Part(name) => said.extend(["\n", &name, "\n"]),
                ProfileEntry::Line(says, details) => {
                    said.extend(["  - ", &says, "\n"]);
                    said.extend(details.iter().map(|detail| format!("    {detail}\n")));
                }
            }
        }
    }
    said
}

fn title(profiles: &[PartyProfile], lang: Lang) -> String {
    match profiles {
        [one] => one.name.clone(),
        _ => text::parties(lang).to_owned(),
    }
}
