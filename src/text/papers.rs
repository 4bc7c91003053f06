//! What role cards and handouts say, and what is said about making them.

use super::texts;

/// `export rolecards`.
pub const ROLECARDS: &str = "rolkaarten van een casus, vier op een A4";
/// `export handout`.
pub const HANDOUT: &str = "een casus op papier om mee te nemen";
/// Help of `--scenario`.
pub const SCENARIO: &str = "De id van een casus van de gids, in de plaats van kenmerken";
/// Help of `--with-notes`.
pub const WITH_NOTES: &str = "Zet ook op de handout wat voor de trainer is";

texts! {
    role_card: "Rolkaart", "Role card";
    role_cards: "Rolkaarten", "Role cards";
    goes_on: "vervolg", "continued";
    you_get: "U krijgt", "You receive";
    your_tasks: "Uw taken", "Your tasks";
    from_others: "Anderen geven u door", "Others hand over to you";
    to_others: "U geeft door", "You hand over";
    not_yours: "Daarover beslist u niet", "You do not decide on this";
    call: "bel", "call";
    fictive: "Oefening met een verzonnen casus", "Exercise with an invented case";
    handout: "Handout", "Handout";
    for_whom: "Voor wie", "For whom";
    known: "Wat we weten", "What we know";
    cards: "Wie doet wat", "Who does what";
    own_lines: "Uw eigen aantekeningen", "Your own notes";
    for_trainer: "Voor de trainer", "For the trainer";
    questions: "Vragen", "Questions";
    plan: "Wat nu te doen", "What to do now";
    situation: "De situatie", "The situation";
    key: "Antwoorden op de vragen", "Answers to the questions";
    with_notes: "Ook wat voor de trainer is", "Also what is for the trainer";
    with_notes_help: "Zonder dit is het voor deelnemers", "Without this it is for participants";
    cards_path: "Plaats van de rolkaarten", "Place of the role cards";
    cards_hint: "rolkaarten.pdf", "role-cards.pdf";
    handout_path: "Plaats van de handout", "Place of the handout";
    handout_hint: "handout.pdf", "handout.pdf";
    cards_name: "rolkaarten.pdf", "role-cards.pdf";
    handout_name: "handout.pdf", "handout.pdf";
    saving_cards: "De rolkaarten worden opgeslagen", "The role cards are being saved";
    saved_cards: "De rolkaarten zijn opgeslagen", "The role cards were saved";
    not_saved_cards: "De rolkaarten zijn niet opgeslagen", "The role cards were not saved";
    saving_handout: "De handout wordt opgeslagen", "The handout is being saved";
    saved_handout: "De handout is opgeslagen", "The handout was saved";
    not_saved_handout: "De handout is niet opgeslagen", "The handout was not saved";
}
