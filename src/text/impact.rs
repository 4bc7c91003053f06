//! What a change of the guide does, in sentences.

use super::{edit, texts, words};
use crate::model::{Act, GapKind, Lang, Receives, Role, Sharing, Term};

texts! {
    heading: "Gevolgen", "Impact";
    nothing: "verandert geen antwoord", "changes no answer";
    unknown: "niet alles is uitgerekend: dit is te veel", "not all of it was worked out: this is too much";
    other_rules: "de regels over wie er kan zijn zijn gewijzigd", "the rules on who can be have changed";
    appears_for: "komt erbij voor", "appears for";
    disappears_for: "vervalt voor", "disappears for";
    primary: "hoofdpartij", "primary party";
    first: "eerst", "first";
}

/// A task of a party: "`CoMensha`, opvang (voert uit)".
pub fn task(party: &str, aspect: &str, role: Role, lang: Lang) -> String {
    format!("{party}, {aspect} ({})", words::role(role, lang))
}

/// A hand-over: "politie meldt aan `CoMensha`" would need grammar; so the act stands behind.
pub fn handover(from: &str, to: &str, act: Act, lang: Lang) -> String {
    format!("{from} → {to} ({})", words::act(act, lang))
}

/// A gap.
pub fn gap(aspect: &str, kind: GapKind, lang: Lang) -> String {
    format!("{}, {aspect} ({})", words::gap(lang), words::gap_kind(kind, lang))
}

/// That an answer appears for some persons, or disappears.
pub fn told(appears: bool, to: &str, lang: Lang) -> String {
    format!("{}: {to}", if appears { appears_for(lang) } else { disappears_for(lang) })
}

/// That something is said, or not any more, to who keeps an answer.
pub fn said(what: &str, appears: bool, to: &str, lang: Lang) -> String {
    format!("{what} {}: {to}", if appears { appears_for(lang) } else { disappears_for(lang) })
}

/// In these regions only.
pub fn only_in(regions: &[String], lang: Lang) -> String {
    format!("{} {}", words::only_in_region(lang), regions.join(", "))
}

/// Everywhere but in these regions.
pub fn outside_of(regions: &[String], lang: Lang) -> String {
    let regions = regions.join(", ");
    match lang {
        Lang::Nl => format!("overal behalve in {regions}"),
        Lang::En => format!("everywhere but in {regions}"),
    }
}

/// A time limit.
pub fn term(term: &Term, lang: Lang) -> String {
    let length = words::term_length(term, lang);
    edit::called(words::term(lang), &format!("{}: {length}", term.text))
}

/// Why data may be shared.
pub fn sharing(sharing: &Sharing, lang: Lang) -> String {
    let ground = words::sharing_ground(sharing.ground, lang);
    let said = if sharing.text.is_empty() { ground.to_owned() } else { format!("{ground}: {}", sharing.text) };
    edit::called(&words::lower_first(words::sharing(lang)), &said)
}

/// What one brings.
pub fn receives(receives: Receives, lang: Lang) -> String {
    format!("{} {}", words::receives(lang), words::receives_what(receives, lang))
}

/// Whom to ask now.
pub fn ask(party: &str, lang: Lang) -> String {
    format!("{}: {party}", words::ask(lang))
}

/// Something of a party that is told now, or not any more, with all its answers.
pub fn of_party(party: &str, what: &str, appears: bool, lang: Lang) -> String {
    format!("{party}: {what} {}", if appears { words::appears(lang) } else { words::disappears(lang) })
}

/// A scenario that fails now.
pub fn fails(title: &str, why: &[String], lang: Lang) -> String {
    let why = why.join("; ");
    match lang {
        Lang::Nl => format!("casus «{title}» slaagt niet meer: {why}"),
        Lang::En => format!("case «{title}» fails now: {why}"),
    }
}

/// A scenario of which some expectations come out now.
pub fn passes(title: &str, what: &[String], lang: Lang) -> String {
    let what = what.join("; ");
    match lang {
        Lang::Nl => format!("casus «{title}» klopt nu hierin: {what}"),
        Lang::En => format!("case «{title}» comes out now in this: {what}"),
    }
}

/// What a scenario expects.
pub fn expectation(aspect: &str, party: &str, wanted: &str, lang: Lang) -> String {
    let place = [aspect, party].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Nl => format!("{place}: verwacht «{wanted}»"),
        Lang::En => format!("{place}: expected «{wanted}»"),
    }
}
