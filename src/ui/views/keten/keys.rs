//! Keys for the picture as a whole.

use eframe::egui::{Key, KeyboardShortcut, Ui};

use super::{draw, toolbar::Ask};
use crate::{
    model::Lang,
    text::{chain, help as text},
    ui::{action::alone, theme::size, view::KeyHelp},
};

const WIDTH: [KeyboardShortcut; 1] = [alone(Key::Home)];
const WHOLE: [KeyboardShortcut; 1] = [alone(Key::End)];
/// The plus is the same key as the equals sign on most keyboards.
const CLOSER: [KeyboardShortcut; 2] = [alone(Key::Plus), alone(Key::Equals)];
const FARTHER: [KeyboardShortcut; 1] = [alone(Key::Minus)];

/// What they do.
pub(super) fn help(lang: Lang) -> Vec<KeyHelp> {
    vec![
        KeyHelp { shown: text::key::HOME, heard: &WIDTH, what: text::whole_width(lang) },
        KeyHelp { shown: text::key::END, heard: &WHOLE, what: text::whole_chain(lang) },
        KeyHelp { shown: "+", heard: &CLOSER, what: chain::closer(lang) },
        KeyHelp { shown: "-", heard: &FARTHER, what: chain::farther(lang) },
        KeyHelp { shown: "O", heard: &draw::KEYS, what: chain::draw(lang) },
    ]
}

/// What they ask for in this frame; while something is typed they belong to that.
pub(super) fn asked(ui: &Ui) -> Option<Ask> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let is_pressed =
        |keys: &[KeyboardShortcut]| keys.iter().any(|key| ui.input_mut(|input| input.consume_shortcut(key)));
    let asks: [(&[KeyboardShortcut], Ask); 4] = [
        (&WIDTH, Ask::FitWidth),
        (&WHOLE, Ask::Fit),
        (&CLOSER, Ask::Zoom(size::CANVAS_STEP)),
        (&FARTHER, Ask::Zoom(1.0 / size::CANVAS_STEP)),
    ];
    asks.into_iter().find(|(keys, _)| is_pressed(keys)).map(|(_, ask)| ask)
}
