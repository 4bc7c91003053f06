//! Questions made from the guide, in words.

use super::{texts, words};
use crate::model::{Lang, Role};

texts! {
    yes: "Ja", "Yes";
    no: "Nee", "No";
    what_next: "Wat vraagt u nu het eerst?", "What do you ask first now?";
    nothing_known: "Er is nog niets bekend", "Nothing is known yet";
    known: "Bekend", "Known";
    answer: "Antwoord", "Answer";
    none: "Met wat u vraagt, heeft de gids geen quizvragen", "With what you ask, the guide has no quiz questions";
}

/// Who is responsible in an aspect, with this role?
pub fn who(aspect: &str, role: Role, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{aspect}: wie is hier aan zet? (rol: {})", words::role(role, lang)),
        Lang::En => format!("{aspect}: whose turn is it here? (role: {})", words::role(role, lang)),
    }
}

/// One of several that could be true, and no other.
pub fn only(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("alleen {value}"),
        Lang::En => format!("only {value}"),
    }
}

/// Is a party responsible in an aspect?
pub fn whether(party: &str, aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{party}: hier aan zet voor «{aspect}»?"),
        Lang::En => format!("{party}: is it their turn here, for «{aspect}»?"),
    }
}

/// Within which time?
pub fn which_term(term: &str, party: &str, aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{aspect}, {party}: welke termijn hoort bij «{term}»?"),
        Lang::En => format!("{aspect}, {party}: which time limit goes with «{term}»?"),
    }
}

/// What a time limit is.
pub fn term_is(term: &str, length: &str) -> String {
    format!("{}: {length}.", words::capital(term))
}

/// On which ground may this be shared?
pub fn which_ground(from: &str, to: &str, what: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{from} → {to}: «{what}» Op welke grond mogen gegevens mee?"),
        Lang::En => format!("{from} → {to}: «{what}» On which ground may data go along?"),
    }
}

/// What the ground is.
pub fn ground_is(ground: &str, text: &str) -> String {
    format!("{ground}. {text}")
}

/// Who comes in when one thing is otherwise?
pub fn what_if(facet: &str, before: &str, after: &str, aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Stel: {facet} is niet «{before}» maar «{after}». Wie komt er dan bij voor «{aspect}»?"),
        Lang::En => format!("Suppose {facet} is not «{before}» but «{after}». Who comes in for «{aspect}»?"),
    }
}

/// Why a party is responsible.
pub fn because(party: &str, task: &str, because: &str, lang: Lang) -> String {
    match (because.is_empty(), lang) {
        (true, Lang::Nl) => format!("{party}: {task} Dat geldt voor iedereen."),
        (true, Lang::En) => format!("{party}: {task} That holds for everybody."),
        (false, Lang::Nl) => format!("{party}: {task} Dat geldt door {because}."),
        (false, Lang::En) => format!("{party}: {task} That holds because of {because}."),
    }
}

/// Why a party is not.
pub fn not_this(party: &str, needs: &str, lang: Lang) -> String {
    match (needs.is_empty(), lang) {
        (true, Lang::Nl) => format!("Niet {party}: daar is hier geen taak."),
        (true, Lang::En) => format!("Not {party}: it has no task here."),
        (false, Lang::Nl) => format!("Niet {party}: daarvoor is nodig {needs}."),
        (false, Lang::En) => format!("Not {party}: that would need {needs}."),
    }
}

/// What a question decides.
pub fn it_decides(question: &str, decides: &str, lang: Lang) -> String {
    match (decides.is_empty(), lang) {
        (true, Lang::Nl) => format!("{question} Daar hangt nu het meeste van af."),
        (true, Lang::En) => format!("{question} Most hangs on it now."),
        (false, Lang::Nl) => format!("{question} Daar hangt nu het meeste van af: {decides}."),
        (false, Lang::En) => format!("{question} Most hangs on it now: {decides}."),
    }
}
