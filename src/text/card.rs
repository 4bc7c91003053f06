//! What the referral card says, and what is said about making one.

use super::{sources, texts, words};
use crate::model::{Bound, Lang, PartialDate, Source, SourceAge};

/// `export card`.
pub const CARD: &str = "de doorverwijskaart";
/// Help of `--with-facets`.
pub const WITH_FACETS: &str = "Zet ook de gekozen kenmerken op de kaart";
/// Help of `--full`.
pub const FULL: &str =
    "Achter het A4 van de kaart ook bladen met alle antwoorden en bronnen; een poster van de hele keten";
/// Help of `--starts`.
pub const STARTS: &str = "De dag waarop een termijn begint: de kaart noemt dan de laatste dag. TAAK is de naam van een termijn, zoals \
    bedenktijd, of een id uit lookup, met :2 erachter de tweede termijn daarvan";

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
    not_assigned: "Deze editie noemt geen adres voor correcties", "This edition names no address for corrections";
    correction: "Klopt er iets niet", "Is something wrong";
    responsible: "Verantwoordelijk is niet hetzelfde als beschikbaar", "Responsible is not the same as available";
    dutch_only: "Taken en voorwaarden zijn in het Nederlands", "Tasks and conditions are given in Dutch, as in the guide";
    short_form: "Alle antwoorden, gaten en bronnen staan op de kaart met toelichting", "All answers, gaps and sources are on the card with explanation";
    more_follows: "Alle antwoorden, gaten en bronnen staan op de bladen hierna", "All answers, gaps and sources are on the sheets that follow";
    full: "Met toelichting en alle bronnen", "With explanation and all sources";
    full_help: "Standaard is de kaart één A4 met wat u nu doet; dit voegt bladen met alle antwoorden en bronnen toe", "By default the card is one A4 with what to do now; this adds sheets with all answers and sources";
    terms: "Termijnen", "Time limits";
    undated: "zonder datum", "undated";
    not_here: "Let op: hier past niet alles. De rest staat op de kaart met toelichting", "Note: not everything fits here. The rest is on the card with explanation";
    on_next_sheet: "Let op: hier past niet alles. De rest staat op de bladen hierna", "Note: not everything fits here. The rest is on the sheets that follow";
    who_called: "Wie belde", "Who called";
    called_when: "Wanneer", "When";
    talked_to: "Met wie", "Spoke with";
    agreed: "Afgesproken", "Agreed";
    done_by: "Gedaan door", "Done by";
    remark: "Opmerking", "Remark";
    always: "Altijd", "Always";
    number: "Nummer", "Number";
    only_if: "alleen als", "only if";
    copy_as_text: "Kopieer als tekst", "Copy as text";
    with_facets: "Met de gekozen kenmerken", "With the chosen characteristics";
    with_facets_help: "Standaard staan uw keuzes niet op de kaart; de regio en een begindag die u typte wel", "By default the card does not tell what you chose; it does tell the region, and a start day that you typed";
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

fn how_many_gaps(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "Misschien is er nog een gat".to_owned(),
        (Lang::Nl, _) => format!("Misschien zijn er nog {count} gaten"),
        (Lang::En, 1) => "Perhaps there is another gap".to_owned(),
        (Lang::En, _) => format!("Perhaps there are {count} more gaps"),
    }
}

/// The last day of a term, and from which day it is counted.
pub fn last_day(bound: Bound, last: &str, start: &str, lang: Lang) -> String {
    match (bound, lang) {
        (Bound::TenMinste, Lang::Nl) => format!("niet eerder dan: {last} (begint op {start})"),
        (Bound::TenMinste, Lang::En) => format!("not before: {last} (starts on {start})"),
        (_, Lang::Nl) => format!("laatste dag: {last} (begint op {start})"),
        (_, Lang::En) => format!("last day: {last} (starts on {start})"),
    }
}

/// What is written by hand under a step that takes another; without a number in the sources that too.
pub fn blanks_of_call(has_number: bool, lang: Lang) -> Vec<&'static str> {
    let number = (!has_number).then(|| number(lang));
    number.into_iter().chain([who_called(lang), called_when(lang), talked_to(lang), agreed(lang)]).collect()
}

/// What is written by hand under what one does oneself.
pub fn blanks_of_own(lang: Lang) -> Vec<&'static str> {
    vec![done_by(lang), called_when(lang), remark(lang)]
}

/// The source of a fact in words: its title, shortened, and its year.
pub fn source_in_words(source: &Source, lang: Lang) -> String {
    let year = |date: PartialDate| date.first_day().year().to_string();
    let age = match (source.date, source.no_later_than) {
        (Some(date), _) => year(date),
        (None, Some(latest)) => sources::no_later_than(&year(latest), lang),
        (None, None) => undated(lang).to_owned(),
    };
    format!("{} ({age})", in_short(&source.title))
}

/// Sources of a step: all of them, or the first and how many more.
pub fn sources_of_step(sources: &[String], all: bool, lang: Lang) -> String {
    let (lead, more) = match (lang, sources.len()) {
        (Lang::Nl, 1) => ("Bron", "en nog"),
        (Lang::Nl, _) => ("Bronnen", "en nog"),
        (Lang::En, 1) => ("Source", "and"),
        (Lang::En, _) => ("Sources", "and"),
    };
    match sources {
        [first, rest @ ..] if !all && !rest.is_empty() => {
            let after = if lang == Lang::En { " more" } else { "" };
            format!("{lead}: {first} {more} {}{after}", rest.len())
        }
        _ => format!("{lead}: {}", sources.join("; ")),
    }
}

/// The longest title of a source that is told whole, in letters.
const MOST_OF_TITLE: usize = 48;

/// So many whole words of a title that a reader knows which it is.
fn in_short(title: &str) -> String {
    if title.chars().count() <= MOST_OF_TITLE {
        return title.to_owned();
    }
    let mut short = String::new();
    for word in title.split_whitespace() {
        if short.chars().count() + word.chars().count() >= MOST_OF_TITLE {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    format!("{}…", short.trim_end_matches([' ', ',', ':', ';', '(']))
}

/// Which page this is.
pub fn page_of(page: usize, pages: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("bladzijde {page} van {pages}"),
        Lang::En => format!("page {page} of {pages}"),
    }
}
