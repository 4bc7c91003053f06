//! A question made from the guide.

use eframe::egui::{Sense, Ui};

use super::{
    Touch, pressed,
    sheet::{Letters, Sheet, say},
};
use crate::{
    model::Lang,
    text::projector as text,
    workshop::{QuizCard, QuizOptionLine},
};

/// The question with what can be answered; the right one and why, once it is revealed.
pub(super) fn quiz_ui(ui: &mut Ui, sheet: &Sheet, card: &QuizCard, lang: Lang) -> Option<Touch> {
    let mut touch = None;
    sheet.say_softly(ui, text::question_of(card.number, lang));
    sheet.say_softly(ui, card.situation.join(" · "));
    say(ui, sheet.strong(Letters::Lead, &card.text));
    for (place, option) in card.options.iter().enumerate() {
        if option_ui(ui, sheet, option, lang) {
            touch = Some(Touch::Option(place));
        }
    }
    if let Some(why) = &card.why {
        sheet.band().show(ui, |ui| {
            ui.take_available_width();
            say(ui, sheet.rich(Letters::Body, why));
            sheet.say_softly(ui, text::source(&card.sources, lang));
        });
    }
    touch
}

/// Right and wrong are said with a sign and in words, and never by colour alone.
fn option_ui(ui: &mut Ui, sheet: &Sheet, option: &QuizOptionLine, lang: Lang) -> bool {
    let (edge, words) = match option.is_right {
        Some(true) => (sheet.tokens.success, text::right(&option.text, lang)),
        Some(false) => (sheet.tokens.line, option.text.clone()),
        None => (sheet.tokens.line_strong, option.text.clone()),
    };
    let words = if option.is_chosen { text::room_chose(&words, lang) } else { words };
    let said = format!("{}  {words}", option.letter);
    let rich = match option.is_right {
        Some(true) => sheet.strong(Letters::Body, &said),
        Some(false) => sheet.rich(Letters::Body, &said).color(sheet.tokens.ink_faint),
        None => sheet.rich(Letters::Body, &said),
    };
    let card = sheet.card(edge).show(ui, |ui| {
        ui.take_available_width();
        say(ui, rich);
    });
    option.is_right.is_none() && pressed(ui, &card.response.interact(Sense::click()), sheet, &said)
}
