//! Words for what to do next.

use super::texts;
use crate::model::{Act, Lang, StepKind, When};

texts! {
    title: "Doe nu", "Do now";
    own_task: "Dit doet u zelf", "You do this yourself";
    own_safety: "Veiligheid: dit doet u zelf", "Safety: you do this yourself";
    usual: "ook, tenzij er meer bekend is", "also, unless more is known";
    perhaps: "misschien ook", "perhaps also";
    closed_now: "neemt nu niet op", "does not answer now";
}

/// What the asker itself does.
pub fn own(kind: StepKind, lang: Lang) -> &'static str {
    if kind == StepKind::Veiligheid { own_safety(lang) } else { own_task(lang) }
}

/// What the asker does, where it may be this one of its kind.
pub fn own_if(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Werkt u bij {party}? Dan doet u dit zelf"),
        Lang::En => format!("Do you work at {party}? Then you do this yourself"),
    }
}

/// What the house of the asker does.
pub fn own_house(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Dit doet {party} zelf"),
        Lang::En => format!("{party} does this itself"),
    }
}

/// Whom to turn to for safety.
pub fn safety(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Veiligheid: {party}"),
        Lang::En => format!("Safety: {party}"),
    }
}

/// Who decides.
pub fn decides(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{party} beslist"),
        Lang::En => format!("{party} decides"),
    }
}

/// Who takes over.
pub fn takes_over(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{party} neemt over"),
        Lang::En => format!("{party} takes over"),
    }
}

/// What the asker does with whom.
pub fn do_it(act: Act, party: &str, lang: Lang) -> String {
    match (act, lang) {
        (Act::Signaleert, Lang::Nl) => format!("Geef een signaal aan {party}"),
        (Act::Signaleert, Lang::En) => format!("Pass a signal to {party}"),
        (Act::Raadpleegt, Lang::Nl) => format!("Overleg met {party}"),
        (Act::Raadpleegt, Lang::En) => format!("Consult {party}"),
        (Act::Meldt, Lang::Nl) => format!("Meld bij {party}"),
        (Act::Meldt, Lang::En) => format!("Report to {party}"),
        (Act::MeldtAan, Lang::Nl) => format!("Meld aan bij {party}"),
        (Act::MeldtAan, Lang::En) => format!("Register with {party}"),
        (Act::Verwijst, Lang::Nl) => format!("Verwijs naar {party}"),
        (Act::Verwijst, Lang::En) => format!("Refer to {party}"),
        (Act::DraagtOver, Lang::Nl) => format!("Draag over aan {party}"),
        (Act::DraagtOver, Lang::En) => format!("Hand over to {party}"),
    }
}

/// What another then does.
pub fn passes_on(from: &str, act: Act, party: &str, lang: Lang) -> String {
    match (act, lang) {
        (Act::Signaleert, Lang::Nl) => format!("{from} geeft een signaal aan {party}"),
        (Act::Signaleert, Lang::En) => format!("{from} passes a signal to {party}"),
        (Act::Raadpleegt, Lang::Nl) => format!("{from} overlegt met {party}"),
        (Act::Raadpleegt, Lang::En) => format!("{from} consults {party}"),
        (Act::Meldt, Lang::Nl) => format!("{from} meldt bij {party}"),
        (Act::Meldt, Lang::En) => format!("{from} reports to {party}"),
        (Act::MeldtAan, Lang::Nl) => format!("{from} meldt aan bij {party}"),
        (Act::MeldtAan, Lang::En) => format!("{from} registers with {party}"),
        (Act::Verwijst, Lang::Nl) => format!("{from} verwijst naar {party}"),
        (Act::Verwijst, Lang::En) => format!("{from} refers to {party}"),
        (Act::DraagtOver, Lang::Nl) => format!("{from} draagt over aan {party}"),
        (Act::DraagtOver, Lang::En) => format!("{from} hands over to {party}"),
    }
}

/// Where the person itself asks for help.
pub fn ask_for_help(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vraag hulp bij {party}"),
        Lang::En => format!("Ask {party} for help"),
    }
}

/// A sentence with the conditions that no facet asks, each "mits …".
pub fn with_conditions(sentence: &str, provided: &[String]) -> String {
    if provided.is_empty() {
        return sentence.to_owned();
    }
    let sentence = sentence.trim_end_matches('.');
    let provided: Vec<&str> = provided.iter().map(|condition| condition.trim_end_matches('.')).collect();
    format!("{sentence}, {}.", provided.join(", "))
}

/// A sentence of the guide without a subject, said to whom it is about: "u" takes the verb as it stands there.
///
/// A sentence that begins with something else than a verb stays as it is. The guide is Dutch, and so is this.
pub fn you(sentence: &str) -> String {
    let (verb, rest) = sentence.split_once(' ').unwrap_or((sentence, ""));
    let verb = match verb {
        "Is" => "bent",
        "Kan" => "kunt",
        "Heeft" => "hebt",
        "Mag" | "Moet" | "Doet" | "Gaat" => &super::words::lower_first(verb),
        "Het" | "Dit" | "Dat" | "Niet" | "Met" | "Uit" | "Tot" | "Wat" | "Eerst" | "Altijd" => {
            return sentence.to_owned();
        }
        _ if verb.ends_with('t') && verb.chars().all(char::is_alphabetic) => &super::words::lower_first(verb),
        _ => return sentence.to_owned(),
    };
    format!("U {verb} {rest}").trim_end().to_owned()
}

/// A sentence of the guide without a subject, said to the person itself.
pub fn yourself(sentence: &str) -> String {
    let said = sentence.replace("het mogelijke slachtoffer", "uzelf").replace("kan de persoon zelf", "kunt u zelf");
    // Where others point to help, the person asks for it; an address keeps its small letters.
    match said.strip_prefix("Wijst op ") {
        Some(help) if help.starts_with("www.") => help.to_owned(),
        Some(help) => super::words::capital(help),
        None => you(&said),
    }
}

/// Who does what, before a sentence without a subject.
pub fn who_does(party: &str, sentence: &str) -> String {
    format!("{party}: {}", super::words::lower_first(sentence))
}

/// How soon, as people say it.
pub fn when(when: When, lang: Lang) -> &'static str {
    match (when, lang) {
        (When::Direct, Lang::Nl) => "nu",
        (When::Direct, Lang::En) => "now",
        (When::EersteDagen, Lang::Nl) => "in de eerste dagen",
        (When::EersteDagen, Lang::En) => "in the first days",
        (When::Later, Lang::Nl | Lang::En) => "later",
        (When::Achtergrond, Lang::Nl) => "achtergrond",
        (When::Achtergrond, Lang::En) => "background",
    }
}

/// For whom the plan is.
pub fn for_whom(asker: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("voor {asker}"),
        Lang::En => format!("for {asker}"),
    }
}

/// What comes after the steps that are told in full.
pub fn then(headings: &[String], more: usize, lang: Lang) -> String {
    let first = match lang {
        Lang::Nl => "Daarna",
        Lang::En => "Then",
    };
    let more = if more == 0 { String::new() } else { format!(" · {}", and_more(more, lang)) };
    format!("{first}: {}{more}", headings.join(" · "))
}

/// How many steps there are besides.
pub fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en nog {count}"),
        Lang::En => format!("and {count} more"),
    }
}
