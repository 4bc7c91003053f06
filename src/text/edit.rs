//! What changed in a guide, in sentences.

use super::{fields, texts, words};
use crate::model::{Lang, Ordered};

texts! {
    added: "toegevoegd", "added";
    removed: "weggehaald", "taken out";
    changed: "gewijzigd", "changed";
    other_order: "in een andere volgorde", "in another order";
    nothing: "niets", "nothing";
    no_changes: "geen verschil", "no difference";
    merged_clean: "samengevoegd, zonder open keuzes", "merged, without open choices";
    to_choose: "te kiezen", "to choose";
    new_problem: "nieuw probleem", "new problem";
}

/// Something of something: "telefoon van Fier".
pub fn of(parts: &[String], lang: Lang) -> String {
    let of = match lang {
        Lang::Nl => " van ",
        Lang::En => " of ",
    };
    parts.join(of)
}

/// A part of a record by what it is and how it is known: "termijn «bedenktijd»".
pub fn called(kind: &str, name: &str) -> String {
    if name.is_empty() { kind.to_owned() } else { format!("{kind} «{}»", words::excerpt(name)) }
}

/// A text in its English form.
pub fn in_english(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{what} in het Engels"),
        Lang::En => format!("{what} in English"),
    }
}

/// The order of the records of a list.
pub fn order(of: Ordered, lang: Lang) -> String {
    let kind = fields::kind(of.kind(), lang);
    match lang {
        Lang::Nl => format!("volgorde van elk {kind}"),
        Lang::En => format!("order of each {kind}"),
    }
}

/// That something is there now, and what it says.
pub fn told_added(what: &str, after: &str, lang: Lang) -> String {
    with_value(&format!("{what} {}", added(lang)), after)
}

/// That something is there no more, and what it said.
pub fn told_removed(what: &str, before: &str, lang: Lang) -> String {
    with_value(&format!("{what} {}", removed(lang)), before)
}

fn with_value(told: &str, value: &str) -> String {
    if value.is_empty() { told.to_owned() } else { format!("{told}: «{}»", words::excerpt(value)) }
}

/// That something says something else now.
pub fn told_changed(what: &str, before: &str, after: &str, lang: Lang) -> String {
    let (before, after) = apart(before, after);
    let said = |text: &str| if text.is_empty() { nothing(lang).to_owned() } else { format!("«{text}»") };
    format!("{what} {}: {} → {}", changed(lang), said(&before), said(&after))
}

/// That something has another id.
pub fn told_renamed(what: &str, was: &str, is: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{what} heeft een ander id: {was} → {is}"),
        Lang::En => format!("{what} has another id: {was} → {is}"),
    }
}

/// That something stands elsewhere.
pub fn told_moved(what: &str, lang: Lang) -> String {
    format!("{what} {}", other_order(lang))
}

/// How many words of what two texts have in common are told before what differs.
const CONTEXT: usize = 3;

/// Two texts, short enough to compare, from a little before where they differ.
fn apart(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let from = if before.chars().count().max(after.chars().count()) < 60 { 0 } else { same.saturating_sub(CONTEXT) };
    let cut = |words: &[&str]| {
        let text = words.get(from..).unwrap_or_default().join(" ");
        let text = if from > 0 && !text.is_empty() { format!("… {text}") } else { text };
        words::excerpt(&text)
    };
    (cut(&old), cut(&new))
}

/// How two versions were merged.
pub fn merged(choices: usize, problems: usize, lang: Lang) -> String {
    match (lang, choices, problems) {
        (_, 0, 0) => merged_clean(lang).to_owned(),
        (Lang::Nl, choices, problems) => format!("samengevoegd: {choices} te kiezen, {problems} nieuwe problemen"),
        (Lang::En, choices, problems) => format!("merged: {choices} to choose, {problems} new problems"),
    }
}

/// That somebody must choose between two versions.
pub fn choose(about: &str, fields: &str, lang: Lang) -> String {
    match (lang, fields.is_empty()) {
        (Lang::Nl, true) => format!("«{about}» staat maar aan één kant, of in een andere volgorde"),
        (Lang::En, true) => format!("«{about}» stands on one side only, or in another order"),
        (_, false) => format!("«{about}»: {fields}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_long_texts_the_place_is_told_where_they_differ() {
        let long = |last: &str| format!("{}{last}", "een twee drie vier vijf zes zeven ".repeat(3));
        let told = told_changed("tekst", &long("acht"), &long("negen"), Lang::Nl);
        assert_eq!(told, "tekst gewijzigd: «… vijf zes zeven acht» → «… vijf zes zeven negen»");
        assert_eq!(told_changed("tekst", "", "a", Lang::En), "tekst changed: nothing → «a»");
    }
}
