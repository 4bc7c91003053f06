//! For whom something holds, as a person edits it: rows, situations, boxes, how much they take in, and what is odd.

use super::{errors::hint, texts, words};
use crate::model::{
    FacetId, FacetKind, Guide, Lang, Mode, Part, Remark, Rounded, Row, Share, Situation, Situations, ValueId,
};

texts! {
    between_rows: "en", "and";
    between_situations: "of", "or";
    everybody: "iedereen", "everybody";
    nobody: "niemand", "nobody";
    nothing_chosen: "niets gekozen", "nothing chosen";
    share_help: "Situaties zijn combinaties van antwoorden, geen mensen", "Situations are combinations of answers, not people";
    gained: "erbij", "more";
    lost: "eraf", "fewer";
    and_more: "en meer", "and more";
    same_as_before: "geldt voor dezelfde personen als eerst", "holds for the same persons as before";
}

/// How the values of a row belong to its facet: the word between the two.
pub fn verb(mode: Mode, is_not: bool, lang: Lang) -> &'static str {
    match (mode, is_not, lang) {
        (Mode::One, false, _) => "is",
        (Mode::One, true, Lang::Nl) => "is niet",
        (Mode::One, true, Lang::En) => "is not",
        (Mode::HasAny, false, Lang::Nl) => "minstens één van",
        (Mode::HasAny, false, Lang::En) => "at least one of",
        (Mode::HasAny, true, Lang::Nl) => "geen van",
        (Mode::HasAny, true, Lang::En) => "none of",
        (Mode::HasAll, false, Lang::Nl) => "elk van",
        (Mode::HasAll, false, Lang::En) => "each of",
        (Mode::HasAll, true, Lang::Nl) => "niet elk van",
        (Mode::HasAll, true, Lang::En) => "not each of",
    }
}

/// The word between the values of a row.
pub fn between_values(mode: Mode, is_not: bool, lang: Lang) -> &'static str {
    match (mode, is_not) {
        (Mode::One | Mode::HasAny, false) => between_situations(lang),
        (Mode::One | Mode::HasAny, true) | (Mode::HasAll, _) => between_rows(lang),
    }
}

/// A row in words: "verblijf: in bedenktijd of EU-burger", "leeftijd: niet jonger dan 18".
pub fn row(row: &Row, guide: &Guide, lang: Lang) -> String {
    let values = values(row, guide, lang);
    let not = words::not(lang);
    let joint = format!(" {} ", between_values(row.mode, row.is_not, lang));
    let said = match (values.as_slice(), row.is_not, row.mode) {
        ([], _, _) => nothing_chosen(lang).to_owned(),
        ([_, _, ..], true, Mode::HasAll) => match lang {
            Lang::Nl => format!("niet {} samen", values.join(&joint)),
            Lang::En => format!("not {} together", values.join(&joint)),
        },
        (_, true, _) => values.iter().map(|value| format!("{not} {value}")).collect::<Vec<_>>().join(&joint),
        (_, false, _) => values.join(&joint),
    };
    format!("{}: {said}", facet(&row.facet, guide, lang))
}

/// The values of a row by what they are called; what the guide does not have goes by its id.
pub fn values(row: &Row, guide: &Guide, lang: Lang) -> Vec<String> {
    row.values.iter().map(|id| value(&row.facet, id, guide, lang)).collect()
}

/// A situation in words: its rows with the word between them.
pub fn situation(situation: &Situation, guide: &Guide, lang: Lang) -> String {
    if situation.rows.is_empty() {
        return everybody(lang).to_owned();
    }
    let rows: Vec<String> = situation.rows.iter().map(|says| row(says, guide, lang)).collect();
    rows.join(&format!(" {} ", between_rows(lang)))
}

/// A table of situations in words.
pub fn situations(table: &Situations, guide: &Guide, lang: Lang) -> String {
    let said: Vec<String> = table.0.iter().map(|one| situation(one, guide, lang)).collect();
    listed(&said, false, lang)
}

/// Situations that stand beside each other, and whether there are more; nobody where there is none.
pub fn listed(situations: &[String], more: bool, lang: Lang) -> String {
    let rest = more.then(|| and_more(lang).to_owned());
    let joint = format!("; {} ", between_situations(lang));
    let said = situations.join(&joint);
    match (said.is_empty(), rest) {
        (true, None) => nobody(lang).to_owned(),
        (true, Some(rest)) => rest,
        (false, None) => said,
        (false, Some(rest)) => format!("{said}; {rest}"),
    }
}

/// How much a condition takes in, of all situations that can be.
pub fn share(share: Share, lang: Lang) -> String {
    match (share.rounded(), lang) {
        (Rounded::Nobody, Lang::Nl) => "geldt voor niemand".to_owned(),
        (Rounded::Nobody, Lang::En) => "holds for nobody".to_owned(),
        (Rounded::Everybody, Lang::Nl) => "geldt voor iedereen".to_owned(),
        (Rounded::Everybody, Lang::En) => "holds for everybody".to_owned(),
        (rounded, Lang::Nl) => format!("geldt voor {} van alle mogelijke situaties", so_much(rounded, lang)),
        (rounded, Lang::En) => format!("holds for {} of all possible situations", so_much(rounded, lang)),
    }
}

/// A part of all situations that can be.
pub fn so_much(rounded: Rounded, lang: Lang) -> String {
    let sign = match lang {
        Lang::Nl => ',',
        Lang::En => '.',
    };
    let percent = |tenths: u16| match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}{sign}{rest}", tenths / 10),
    };
    match (rounded, lang) {
        (Rounded::Nobody, Lang::Nl) => "0 %".to_owned(),
        (Rounded::Nobody, Lang::En) => "0%".to_owned(),
        (Rounded::Everybody, Lang::Nl) => "100 %".to_owned(),
        (Rounded::Everybody, Lang::En) => "100%".to_owned(),
        (Rounded::LessThanTenth, Lang::Nl) => format!("minder dan {} %", percent(1)),
        (Rounded::LessThanTenth, Lang::En) => format!("less than {}%", percent(1)),
        (Rounded::AlmostAll, Lang::Nl) => format!("meer dan {} %", percent(999)),
        (Rounded::AlmostAll, Lang::En) => format!("more than {}%", percent(999)),
        (Rounded::Tenths(tenths), Lang::Nl) => format!("{} %", percent(tenths)),
        (Rounded::Tenths(tenths), Lang::En) => format!("{}%", percent(tenths)),
    }
}

/// Somebody for whom it holds.
pub fn example(person: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("bijvoorbeeld: {person}"),
        Lang::En => format!("for example: {person}"),
    }
}

/// Somebody for whom it does not hold; `differs_in` is the only facet in which that one differs from the example.
pub fn near_miss(person: &str, differs_in: Option<&FacetId>, guide: &Guide, lang: Lang) -> String {
    let differs = differs_in.map(|id| facet(id, guide, lang));
    match (lang, differs) {
        (Lang::Nl, Some(differs)) => format!("net niet, door {differs}: {person}"),
        (Lang::En, Some(differs)) => format!("just not, because of {differs}: {person}"),
        (Lang::Nl, None) => format!("niet: {person}"),
        (Lang::En, None) => format!("not: {person}"),
    }
}

/// What a condition takes in that it did not, and the other way round.
pub fn difference(more: &str, fewer: &str, lang: Lang) -> String {
    format!("{}: {more} · {}: {fewer}", gained(lang), lost(lang))
}

/// What is odd about a condition; `table` is its table, when it has one.
pub fn remark(remark: &Remark, table: Option<&Situations>, guide: &Guide, lang: Lang) -> String {
    let said = match (remark, lang) {
        (Remark::NoSuchFacet { facet, nearest }, _) => {
            let hint = hint(nearest.as_ref().map(FacetId::as_str), lang);
            match lang {
                Lang::Nl => format!("kenmerk «{facet}» bestaat niet{hint}"),
                Lang::En => format!("there is no facet «{facet}»{hint}"),
            }
        }
        (Remark::NoSuchValue { facet: id, value, nearest }, _) => {
            let (facet, hint) = (facet(id, guide, lang), hint(nearest.as_ref().map(ValueId::as_str), lang));
            match lang {
                Lang::Nl => format!("{facet} heeft geen waarde «{value}»{hint}"),
                Lang::En => format!("{facet} has no value «{value}»{hint}"),
            }
        }
        (Remark::WrongKind { facet: id, is }, _) => {
            let facet = facet(id, guide, lang);
            match (is, lang) {
                (FacetKind::One, Lang::Nl) => format!("{facet} heeft altijd één waarde"),
                (FacetKind::One, Lang::En) => format!("{facet} always has one value"),
                (FacetKind::Many, Lang::Nl) => format!("{facet} kan meer waarden tegelijk hebben"),
                (FacetKind::Many, Lang::En) => format!("{facet} can have several values at once"),
            }
        }
        (Remark::Nobody, Lang::Nl) => "dit geldt voor niemand".to_owned(),
        (Remark::Nobody, Lang::En) => "this holds for nobody".to_owned(),
        (Remark::Everybody, Lang::Nl) => "dit geldt voor iedereen".to_owned(),
        (Remark::Everybody, Lang::En) => "this holds for everybody".to_owned(),
        (Remark::NobodyIn(at), Lang::Nl) => format!("{} kan bij niemand voorkomen", part(*at, table, guide, lang)),
        (Remark::NobodyIn(at), Lang::En) => format!("nobody can have {}", part(*at, table, guide, lang)),
        (Remark::ChangesNothing(at), Lang::Nl) => {
            format!("{} kan weg: er verandert niets", part(*at, table, guide, lang))
        }
        (Remark::ChangesNothing(at), Lang::En) => {
            format!("{} can go: nothing changes", part(*at, table, guide, lang))
        }
        (Remark::TooComplex, Lang::Nl) => "dit is te ingewikkeld om na te gaan voor wie het geldt".to_owned(),
        (Remark::TooComplex, Lang::En) => "this is too complex to find out for whom it holds".to_owned(),
    };
    words::told(&said)
}

/// A part of a table: "situatie 2", "«leeftijd: jonger dan 18»", "«15 jaar» bij leeftijd".
pub fn part(at: Part, table: Option<&Situations>, guide: &Guide, lang: Lang) -> String {
    let in_situation = match lang {
        Lang::Nl => format!("situatie {}", at.situation + 1),
        Lang::En => format!("situation {}", at.situation + 1),
    };
    let Some((table, says)) = table.and_then(|table| Some((table, table.0.get(at.situation)?.rows.get(at.row?)?)))
    else {
        return in_situation;
    };
    let said = match at.value.and_then(|value| says.values.get(value)) {
        None => format!("«{}»", row(says, guide, lang)),
        Some(id) => {
            let (value, facet) = (value(&says.facet, id, guide, lang), facet(&says.facet, guide, lang));
            match lang {
                Lang::Nl => format!("«{value}» bij {facet}"),
                Lang::En => format!("«{value}» of {facet}"),
            }
        }
    };
    // Dutch and English have the same word.
    if table.0.len() == 1 { said } else { format!("{said} in {in_situation}") }
}

/// A facet by its name; by its id when the guide does not have it.
pub fn facet(id: &FacetId, guide: &Guide, lang: Lang) -> String {
    guide.facet(id).map_or_else(|| id.to_string(), |facet| words::facet_name(facet, lang))
}

fn value(facet: &FacetId, value: &ValueId, guide: &Guide, lang: Lang) -> String {
    guide.facet(facet).map_or_else(|| value.to_string(), |facet| facet.value_label(value, lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_in_tenths_of_a_percent() {
        let told = |part, all| share(Share { part, all }, Lang::Nl);
        assert_eq!(told(6, 1_000), "geldt voor 0,6 % van alle mogelijke situaties");
        assert_eq!(told(1, 4), "geldt voor 25 % van alle mogelijke situaties");
        assert_eq!(told(1, 1_000_000), "geldt voor minder dan 0,1 % van alle mogelijke situaties");
        assert_eq!(told(999_999, 1_000_000), "geldt voor meer dan 99,9 % van alle mogelijke situaties");
        assert_eq!(share(Share { part: 1, all: 8 }, Lang::En), "holds for 12.5% of all possible situations");
        assert_eq!(told(0, 5), "geldt voor niemand");
    }

    #[test]
    fn boxes_stand_beside_each_other_with_a_word_between() {
        let said = |more| listed(&["a".to_owned(), "b".to_owned()], more, Lang::Nl);
        assert_eq!((said(false).as_str(), said(true).as_str()), ("a; of b", "a; of b; en meer"));
        assert_eq!(listed(&[], false, Lang::En), "nobody");
    }
}
