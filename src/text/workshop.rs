//! What a workshop says.

use super::{texts, words};
use crate::model::{Lang, RecordKey};

texts! {
    invented: "Verzonnen casus", "Invented case";
    nobody_asked: "Wie is nu aan zet?", "Whose turn is it now?";
    end: "Einde", "End";
    everybody: "voor iedereen", "for everybody";
    findings: "Wat er in de gids niet klopt", "What is wrong in the guide";
    findings_intro: "Gezien in een workshop met de gids. Er staat niets in over wie erbij was.", "Seen in a workshop with the guide. It says nothing of who was there.";
}

/// Where the possible victim is.
pub fn token(letter: char, phase: &str, has_moved: bool, lang: Lang) -> String {
    let phase = words::lower_first(phase);
    match (has_moved, lang) {
        (false, _) => format!("in {letter}, {phase}"),
        (true, Lang::Nl) => format!("nu in {letter}, {phase}"),
        (true, Lang::En) => format!("now in {letter}, {phase}"),
    }
}

/// What makes an answer hold.
pub fn because(reasons: &str, lang: Lang) -> String {
    match (reasons.is_empty(), lang) {
        (true, _) => everybody(lang).to_owned(),
        (false, Lang::Nl) => format!("door {reasons}"),
        (false, Lang::En) => format!("because of {reasons}"),
    }
}

/// Whom to ask about a gap.
pub fn ask(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vraag het aan {party}"),
        Lang::En => format!("Ask {party}"),
    }
}

/// Who may be responsible too, and on what that hangs.
pub fn maybe(party: &str, depends_on: &str, lang: Lang) -> String {
    match (depends_on.is_empty(), lang) {
        (true, _) => party.to_owned(),
        (false, Lang::Nl) => format!("{party}, dat hangt af van {depends_on}"),
        (false, Lang::En) => format!("{party}, which depends on {depends_on}"),
    }
}

/// That a case is fixed to another edition than the guide at hand.
pub fn frozen(sum: &str, lang: Lang) -> String {
    let sum: String = sum.chars().take(8).collect();
    match lang {
        Lang::Nl => format!("Deze casus hoort bij een andere editie van de gids ({sum}…)"),
        Lang::En => format!("This case belongs to another edition of the guide ({sum}…)"),
    }
}

/// What the room finds wrong in a record, as a line of a correction.
pub fn finding(record: &RecordKey, title: &str, sentence: &str) -> String {
    format!("- {title} ({record}): {sentence}")
}

/// What became of a part of an answer in the other situation.
pub fn stands_now(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// Who decides on an aspect, where it is not oneself.
pub fn decided_by(aspect: &str, party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{aspect}: daarover beslist {party}"),
        Lang::En => format!("{aspect}: {party} decides on that"),
    }
}

/// That there may be more to do.
pub fn more_tasks(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Nog {more} mogelijk: die hangen af van wat er meer bekend wordt"),
        Lang::En => format!("{more} more may come: they depend on what else becomes known"),
    }
}

/// Which question.
pub fn question_of(number: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vraag {number} van {of}"),
        Lang::En => format!("Question {number} of {of}"),
    }
}
