//! The keys of who presents: those of a clicker, and letters as long as they are wanted.

use eframe::egui::{Key, KeyboardShortcut, Memory, Ui};
use strum::{EnumIter, IntoEnumIterator as _};

use crate::{
    model::Lang,
    text::{help as help_text, presenting as text},
    ui::action,
};

/// What a key asks for while something is projected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub(in crate::ui) enum Act {
    /// What is below, or else what comes next.
    Next,
    /// What is above, or else what was before.
    Back,
    /// The start.
    First,
    /// The last place that was seen.
    Last,
    /// What nobody named yet, one by one.
    Reveal,
    /// A black screen, and no more.
    Black,
    /// A white one.
    White,
    /// Light on one place.
    Spotlight,
    /// The time of this step.
    Timer,
    /// Larger letters.
    Larger,
    /// Smaller ones.
    Smaller,
    /// Other colours.
    Colours,
    /// The other language.
    Language,
    /// No more.
    End,
}

/// What the keys of this frame ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Heard {
    Act(Act),
    /// To this step, by its number; 0 is the start.
    GoTo(usize),
}

const fn alone(key: Key) -> KeyboardShortcut {
    action::alone(key)
}

impl Act {
    /// Its keys that work always: of a clicker, or with no letter.
    fn keys(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::Next => {
                &const { [alone(Key::PageDown), alone(Key::ArrowRight), alone(Key::Space), alone(Key::Enter)] }
            }
            Self::Back => &const { [alone(Key::PageUp), alone(Key::ArrowLeft), alone(Key::Backspace)] },
            Self::First => &const { [alone(Key::Home)] },
            Self::Last => &const { [alone(Key::End)] },
            Self::Black => &const { [alone(Key::Period)] },
            Self::Larger => &const { [alone(Key::Plus), alone(Key::Equals)] },
            Self::Smaller => &const { [alone(Key::Minus)] },
            Self::End => &const { [alone(Key::Escape)] },
            Self::Reveal | Self::White | Self::Spotlight | Self::Timer | Self::Colours | Self::Language => &[],
        }
    }

    /// Its letter; nobody has to use letters, and who dictates to the computer switches them off (WCAG 2.1.4).
    fn letter(self) -> Option<Key> {
        match self {
            Self::Reveal => Some(Key::R),
            Self::Black => Some(Key::B),
            Self::White => Some(Key::W),
            Self::Spotlight => Some(Key::S),
            Self::Timer => Some(Key::T),
            Self::Colours => Some(Key::C),
            Self::Language => Some(Key::L),
            _ => None,
        }
    }

    fn what(self, lang: Lang) -> &'static str {
        match self {
            Self::Next => text::next(lang),
            Self::Back => text::back(lang),
            Self::First => text::first(lang),
            Self::Last => text::last(lang),
            Self::Reveal => text::reveal(lang),
            Self::Black => text::black(lang),
            Self::White => text::white(lang),
            Self::Spotlight => text::spotlight(lang),
            Self::Timer => text::timer(lang),
            Self::Larger => text::larger(lang),
            Self::Smaller => text::smaller(lang),
            Self::Colours => text::colours(lang),
            Self::Language => text::language(lang),
            Self::End => text::end(lang),
        }
    }

    /// Its keys as the help says them.
    fn shown(self, lang: Lang) -> &'static str {
        match self {
            Self::Next => text::next_keys(lang),
            Self::Back => text::back_keys(lang),
            Self::First => text::first_keys(lang),
            Self::Last => text::last_keys(lang),
            Self::Black => text::black_keys(lang),
            Self::Larger => "+",
            Self::Smaller => "-",
            Self::End => help_text::key::ESC,
            _ => self.letter().map_or("", |key| key.name()),
        }
    }

    /// Whether what has the focus hears its keys itself.
    fn is_heard_by_focus(self) -> bool {
        matches!(self, Self::Next | Self::Back)
    }
}

/// The key that shows the trainer's notes on this screen for as long as it is held down.
pub(in crate::ui) const NOTES: Key = Key::N;

/// What the keys of this frame ask for; `typed` are the digits of a step to go to.
pub(in crate::ui) fn heard(ui: &Ui, with_letters: bool, typed: &mut String) -> Option<Heard> {
    let has_focus = ui.memory(Memory::focused).is_some();
    if let Some(number) = number(ui, typed) {
        return Some(Heard::GoTo(number));
    }
    let pressed = |key| action::is_pressed_once(ui, key);
    let found = Act::iter().find(|act| {
        let keys = act.keys().iter().filter(|key| {
            !(has_focus && act.is_heard_by_focus() && matches!(key.logical_key, Key::Enter | Key::Space))
        });
        let letter = act.letter().filter(|_| with_letters).map(alone);
        keys.copied().chain(letter).any(pressed)
    });
    found.map(Heard::Act)
}

/// Digits, and then Enter.
fn number(ui: &Ui, typed: &mut String) -> Option<usize> {
    let digits = ui.input(|input| input.events.iter().filter_map(digit).collect::<String>());
    typed.push_str(&digits);
    if !typed.is_empty() && action::is_pressed_once(ui, alone(Key::Enter)) {
        return std::mem::take(typed).parse().ok();
    }
    None
}

fn digit(event: &eframe::egui::Event) -> Option<char> {
    match event {
        eframe::egui::Event::Text(text) => text.chars().next().filter(char::is_ascii_digit),
        _ => None,
    }
}

/// For the help: the keys, and what they do.
pub(in crate::ui) fn help(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let rest = [(NOTES.name(), text::notes(lang)), (text::digits(lang), text::go_to(lang))];
    Act::iter().map(|act| (act.shown(lang), act.what(lang))).chain(rest).collect()
}
