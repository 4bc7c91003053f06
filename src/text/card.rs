//! What the referral card says, and what is said about making one.

use super::{sources, texts, words};
use crate::model::{Lang, PartialDate, SourceAge};

/// `export card`.
pub const CARD: &str = "de doorverwijskaart";
/// Help of `--with-facets`.
pub const WITH_FACETS: &str = "Zet ook de gekozen kenmerken op de kaart";
/// Help of `--full`.
pub const FULL: &str =
    "De kaart met toelichting en alle bronnen, in plaats van op één A4; een poster van de hele keten";

texts! {
    title: "Doorverwijskaart", "Referral card";
    not_official: "Geen uitgave van de overheid en niet wegwijzermensenhandel.nl", "Not a publication of the government, nor wegwijzermensenhandel.nl";
    not_for_victim: "Niet aan het mogelijke slachtoffer meegeven", "Do not hand this to the possible victim";
    first: "Eerst", "First";
    facets: "Gekozen kenmerken", "Chosen characteristics";
    region: "Regio", "Region";
    route: "Uw route", "Your route";
    about: "Over deze kaart", "About this card";
    no_date: "zonder datum", "undated";
    undated: "z.d.", "n.d.";
    sources_in_short: "Bronnen (z.d. is zonder datum)", "Sources (n.d. is not dated)";
    not_assigned: "Deze editie noemt geen adres voor correcties", "This edition names no address for corrections";
    correction: "Klopt er iets niet", "Is something wrong";
    responsible: "Verantwoordelijk is niet hetzelfde als beschikbaar", "Responsible is not the same as available";
    dutch_only: "Taken en voorwaarden zijn in het Nederlands", "Tasks and conditions are given in Dutch, as in the guide";
    short_form: "Dit is de korte kaart; wetten en wat nog kan, staan op de kaart met toelichting", "This is the short card; laws and what still may be are on the card with explanation";
    full: "Met toelichting en alle bronnen", "With explanation and all sources";
    full_help: "Standaard is de kaart één A4 met wat geldt", "By default the card is one A4 with what applies";
    copy_as_text: "Kopieer als tekst", "Copy as text";
    with_facets: "Met de gekozen kenmerken", "With the chosen characteristics";
    with_facets_help: "Standaard staat er niets op de kaart van wat u over de persoon hebt ingevuld", "By default the card holds nothing of what you entered about the person";
    path: "Plaats van de kaart", "Place of the card";
    path_hint: "kaart.pdf of kaart.txt", "card.pdf or card.txt";
    saving: "De kaart wordt opgeslagen", "The card is being saved";
    saved: "De kaart is opgeslagen", "The card was saved";
    not_saved: "De kaart is niet opgeslagen", "The card was not saved";
    copied: "De kaart is gekopieerd als tekst", "The card was copied as text";
}

/// The name of a new file in the system's dialog.
pub fn file_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "doorverwijskaart.pdf",
        Lang::En => "referral-card.pdf",
    }
}

/// The ids of the sources of one answer, and the age of the youngest.
pub fn cited(ids: &[String], age: SourceAge, lang: Lang) -> String {
    let (one, many, latest) = match lang {
        Lang::Nl => ("Bron", "Bronnen", "laatste"),
        Lang::En => ("Source", "Sources", "latest"),
    };
    let year = |date: PartialDate| date.first_day().year().to_string();
    let age = match (age.last, age.at_latest) {
        (Some(last), _) => format!("{latest} {}", year(last)),
        (None, Some(at_latest)) => format!("{latest} {}", sources::no_later_than(&year(at_latest), lang)),
        (None, None) => no_date(lang).to_owned(),
    };
    match ids {
        [] => age,
        [id] => format!("{one} {id} ({age})"),
        _ => format!("{many} {} ({age})", ids.join(", ")),
    }
}

/// The sources of the ways to reach a party, after those of its task.
pub fn contact_sources(ids: &[String], lang: Lang) -> String {
    format!("{} {}", words::contact(lang), ids.join(", "))
}

/// Gaps that may or may not be there: how many, on what that depends, and whom to ask.
pub fn possible_gaps(count: usize, depends_on: &str, ask: &str, lang: Lang) -> String {
    let how_many = how_many_gaps(count, lang);
    match lang {
        Lang::Nl => format!("{how_many}; dat hangt af van {depends_on}. Vraag nu: {ask}"),
        Lang::En => format!("{how_many}; that depends on {depends_on}. Ask now: {ask}"),
    }
}

/// As [`possible_gaps`], without the facets it depends on.
pub fn possible_gaps_in_short(count: usize, ask: &str, lang: Lang) -> String {
    let how_many = how_many_gaps(count, lang);
    match lang {
        Lang::Nl => format!("{how_many}. Vraag nu: {ask}"),
        Lang::En => format!("{how_many}. Ask now: {ask}"),
    }
}

fn how_many_gaps(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "Misschien is er nog een gat".to_owned(),
        (Lang::Nl, _) => format!("Misschien zijn er nog {count} gaten"),
        (Lang::En, 1) => "Perhaps there is another gap".to_owned(),
        (Lang::En, _) => format!("Perhaps there are {count} more gaps"),
    }
}

/// On what the answers that are not certain yet depend.
pub fn still_depends_on(facets: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Hangt nog af van {facets}"),
        Lang::En => format!("Still depends on {facets}"),
    }
}

/// Which page this is.
pub fn page_of(page: usize, pages: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("bladzijde {page} van {pages}"),
        Lang::En => format!("page {page} of {pages}"),
    }
}
