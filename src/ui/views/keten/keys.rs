//! Keys for the picture as a whole.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::toolbar::Ask;
use crate::{
    model::Lang,
    text::help as text,
    ui::{theme::size, view::KeyHelp},
};

const WIDTH: [KeyboardShortcut; 1] = [key(Key::Home)];
const WHOLE: [KeyboardShortcut; 1] = [key(Key::End)];
/// The plus is the same key as the equals sign on most keyboards.
const CLOSER: [KeyboardShortcut; 2] = [key(Key::Plus), key(Key::Equals)];
const FARTHER: [KeyboardShortcut; 1] = [key(Key::Minus)];

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// What they do.
pub(super) fn help(lang: Lang) -> Vec<KeyHelp> {
    vec![
        KeyHelp { shown: text::key::HOME, heard: &WIDTH, what: text::whole_width(lang) },
        KeyHelp { shown: text::key::END, heard: &WHOLE, what: text::whole_chain(lang) },
        KeyHelp { shown: "+", heard: &CLOSER, what: text::closer(lang) },
        KeyHelp { shown: "-", heard: &FARTHER, what: text::farther(lang) },
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
