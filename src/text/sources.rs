//! Words for sources: what they are cited for, how much weight they bear, and how old that is.

use std::collections::BTreeSet;

use super::words::{no_dated_source, partial_day, source};
use crate::model::{Certainty, Citation, Contact, Guide, Lang, PartialDate, RecordKey, Source, SourceAge, Stance};

/// A citation in one line: title, place, date, and what it says where it does not carry what rests on it.
pub fn citation(guide: &Guide, citation: &Citation, lang: Lang) -> String {
    let source = guide.source(&citation.source);
    let title = source.map_or(citation.source.as_str(), |source| source.title.as_str());
    let date = source.and_then(|source| source_date(source, lang)).map(|date| format!(", {date}"));
    let stance = stance(citation.stance, lang).map(|stance| format!(" ({stance})"));
    format!("{title}, {}{}{}", citation.at, date.unwrap_or_default(), stance.unwrap_or_default())
}

/// The date of a document, or the latest that it can be of; `None` when neither is known.
pub fn source_date(source: &Source, lang: Lang) -> Option<String> {
    let date = source.date.map(|date| partial_day(date, lang));
    date.or_else(|| source.no_later_than.map(|latest| no_later_than(&partial_day(latest, lang), lang)))
}

/// Not later than this.
pub fn no_later_than(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("uiterlijk {date}"),
        Lang::En => format!("{date} at the latest"),
    }
}

/// What a source does other than carry what rests on it; `None` when it says so.
pub fn stance(stance: Stance, lang: Lang) -> Option<&'static str> {
    match (stance, lang) {
        (Stance::Zegt, _) => None,
        (Stance::KondigtAan, Lang::Nl) => Some("kondigt het alleen aan"),
        (Stance::KondigtAan, Lang::En) => Some("only announces it"),
        (Stance::SpreektTegen, Lang::Nl) => Some("spreekt het tegen"),
        (Stance::SpreektTegen, Lang::En) => Some("contradicts it"),
        (Stance::Noemt, Lang::Nl) => Some("noemt het alleen"),
        (Stance::Noemt, Lang::En) => Some("only names it"),
    }
}

/// A record that cites a source, and what the source says of it where it does not carry it.
pub fn rests(record: &RecordKey, stances: &BTreeSet<Stance>, lang: Lang) -> Option<String> {
    let id = record.id()?;
    let other: Vec<&str> = stances.iter().filter_map(|other| stance(*other, lang)).collect();
    Some(if other.is_empty() { id.to_owned() } else { format!("{id} ({})", other.join(", ")) })
}

/// What a reader must know of a way to reach a party before using it: that its source is undated or was replaced.
pub fn contact_age(contact: &Contact, guide: &Guide, lang: Lang) -> Option<&'static str> {
    match (guide.is_outdated(contact), guide.date_of(contact), lang) {
        (true, _, Lang::Nl) => Some("uit een verouderde bron: ga dit eerst na"),
        (true, _, Lang::En) => Some("from an outdated source: check this first"),
        (false, None, Lang::Nl) => Some("bron zonder datum"),
        (false, None, Lang::En) => Some("undated source"),
        (false, Some(_), _) => None,
    }
}

/// How old the youngest source of a fact is.
pub fn source_age(age: SourceAge, lang: Lang) -> String {
    let year = |date: PartialDate| date.first_day().year().to_string();
    let words = match (age.last, age.at_latest) {
        (Some(last), _) => format!("{} {}", source(lang), year(last)),
        (None, Some(latest)) => format!("{} {}", source(lang), no_later_than(&year(latest), lang)),
        (None, None) => no_dated_source(lang).to_owned(),
    };
    words.replace(' ', "\u{a0}")
}

/// The same, for a fact that is so old that one should check it first.
pub fn old_source_age(age: SourceAge, lang: Lang) -> String {
    let old = match lang {
        Lang::Nl => "oude",
        Lang::En => "old",
    };
    format!("{old}\u{a0}{}", source_age(age, lang))
}

/// The date of the youngest source of a fact, as precise as it is known.
pub fn last_source(age: SourceAge, lang: Lang) -> String {
    match (age.last, age.at_latest) {
        (Some(last), _) => partial_day(last, lang),
        (None, Some(latest)) => no_later_than(&partial_day(latest, lang), lang),
        (None, None) => no_dated_source(lang).to_owned(),
    }
}

/// How much weight a source bears.
pub fn certainty(certainty: Certainty, lang: Lang) -> &'static str {
    match (certainty, lang) {
        (Certainty::Hoog, Lang::Nl) => "officieel of van de partij zelf",
        (Certainty::Hoog, Lang::En) => "official or the party's own",
        (Certainty::Midden, Lang::Nl) => "oud, zonder datum of uit de tweede hand",
        (Certainty::Midden, Lang::En) => "old, undated or second-hand",
        (Certainty::Laag, Lang::Nl) => "één zwakke bron",
        (Certainty::Laag, Lang::En) => "a single weak source",
    }
}
