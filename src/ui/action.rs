//! What a user can ask for by name: one list for the menu, the keys, the help and the test that no two keys clash.
//!
//! A command with data ([`Command`]) comes from where its data is chosen; what stands here needs none.

use eframe::egui::{Event, Key, KeyboardShortcut, ModifierNames, Modifiers, Popup, Ui, ViewportCommand};
use strum::IntoEnumIterator as _;

use super::{
    ctx::Ctx,
    state::{Dialog, OpenGuide, SaveFile},
};
use crate::{
    app::{Command, Told, Tone},
    model::Lang,
    text::{card, help, window as text},
};

/// One thing to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub(super) enum Action {
    /// Go to the search field.
    Search,
    /// Close the list of hits, or else the last error, or else what was told and the drawer.
    Back,
    /// Go to the next pane: the questions, the answers, the explanation.
    NextPane,
    /// Wipe everything that says something of a person.
    ClearAll,
    /// Choose the other hour of asking, or leave it to the clock again.
    OtherMoment,
    /// Save or copy the referral card.
    SaveCard,
    /// Open another guide.
    OpenGuide,
    /// Go back to the guide inside the program.
    UseEmbeddedGuide,
    /// Open the guide for training.
    UseTrainingGuide,
    /// Draw everything a step larger.
    Larger,
    /// Draw everything a step smaller.
    Smaller,
    /// Draw everything as large as it is meant.
    NormalSize,
    /// Explain what is on screen.
    Help,
    /// Tell about the guide.
    About,
    /// Close the program.
    Quit,
}

/// One step larger or smaller: from 100 % to the largest in eight.
const ZOOM_STEP: f32 = 0.25;

const fn with_ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

/// A key by itself.
pub(super) const fn alone(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

impl Action {
    /// What the menu and the help call it.
    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Search => help::search(lang),
            Self::Back => text::close(lang),
            Self::NextPane => help::next_pane(lang),
            Self::ClearAll => text::clear_all(lang),
            Self::OtherMoment => text::other_moment(lang),
            Self::SaveCard => card::title(lang),
            Self::OpenGuide => text::open_guide(lang),
            Self::UseEmbeddedGuide => text::embedded_guide(lang),
            Self::UseTrainingGuide => text::training_guide(lang),
            Self::Larger => text::larger(lang),
            Self::Smaller => text::smaller(lang),
            Self::NormalSize => text::normal_size(lang),
            Self::Help => help::help(lang),
            Self::About => text::about(lang),
            Self::Quit => help::quit(lang),
        }
    }

    /// The keys that ask for it, the one that is shown first.
    pub(super) fn keys(self) -> &'static [KeyboardShortcut] {
        const LARGER: [KeyboardShortcut; 2] = [with_ctrl(Key::Plus), with_ctrl(Key::Equals)];
        match self {
            Self::Search => &const { [with_ctrl(Key::K)] },
            Self::Back => &const { [alone(Key::Escape)] },
            Self::NextPane => &const { [alone(Key::F6)] },
            Self::ClearAll => &const { [alone(Key::F9)] },
            Self::OtherMoment => &const { [alone(Key::F8)] },
            Self::SaveCard => &const { [with_ctrl(Key::P)] },
            Self::OpenGuide => &const { [with_ctrl(Key::O)] },
            Self::Larger => &LARGER,
            Self::Smaller => &const { [with_ctrl(Key::Minus)] },
            Self::NormalSize => &const { [with_ctrl(Key::Num0)] },
            Self::Help => &const { [alone(Key::F1)] },
            Self::Quit => &const { [with_ctrl(Key::Q)] },
            Self::UseEmbeddedGuide | Self::UseTrainingGuide | Self::About => &[],
        }
    }

    /// The name of its first key; empty when it has none.
    pub(super) fn key(self, ui: &Ui) -> String {
        self.keys().first().map(|key| key_name(ui, *key)).unwrap_or_default()
    }

    /// Whether it has a line of its own in the menu.
    pub(super) fn is_in_menu(self) -> bool {
        matches!(self, Self::OpenGuide | Self::UseEmbeddedGuide | Self::UseTrainingGuide | Self::Help | Self::About)
    }

    /// Whether there is anything for it to do now.
    pub(super) fn is_possible(self, ui: &Ui, ctx: &Ctx<'_>) -> bool {
        match self {
            Self::Back => {
                let is_beneath = ctx.app.selected().is_some() || ctx.app.notice().is_some();
                !ctx.app.query().is_empty() || is_beneath && !Popup::is_any_open(ui.ctx())
            }
            Self::UseEmbeddedGuide => ctx.app.document().path.is_some() || ctx.app.guide().training,
            Self::UseTrainingGuide => !ctx.app.guide().training,
            Self::OtherMoment => ctx.app.moment().is_some(),
            _ => true,
        }
    }

    /// Whether its key works while a dialog is open: what was typed there can be wiped as well.
    fn works_over_dialogs(self) -> bool {
        matches!(self, Self::ClearAll | Self::Larger | Self::Smaller | Self::NormalSize | Self::Quit)
    }

    /// Does it.
    pub(super) fn run(self, ui: &Ui, ctx: &mut Ctx<'_>) {
        let zoom = ctx.app.settings().zoom;
        match self {
            Self::Search => ctx.state.focus_search = true,
            Self::Back => {
                if !ctx.app.query().is_empty() {
                    return ctx.send(Command::Search(String::new()));
                }
                let errors = |told: &&Told| told.notice.tone() == Tone::Error;
                if let Some(error) = ctx.app.told().iter().rfind(errors).map(|told| told.id) {
                    return ctx.send(Command::Dismiss(error));
                }
                // A success would go by itself: it takes no key from what is under it.
                ctx.commands.extend(ctx.app.told().iter().map(|told| Command::Dismiss(told.id)));
                ctx.send(Command::Select(None));
            }
            Self::NextPane => ctx.state.go_to_next_pane(ctx.app.selected().is_some()),
            Self::ClearAll => ctx.send(Command::ClearAll),
            Self::OtherMoment => {
                if let Some(moment) = ctx.app.moment() {
                    ctx.send(moment.next);
                }
            }
            Self::SaveCard => ctx.state.dialog = SaveFile::of(&crate::export::card::EXPORT, ctx.app).map(Dialog::Save),
            Self::OpenGuide => ctx.state.dialog = Some(Dialog::OpenGuide(OpenGuide::default())),
            Self::UseEmbeddedGuide => ctx.send(Command::UseEmbeddedGuide),
            Self::UseTrainingGuide => ctx.send(Command::OpenGuide(crate::file::TRAINING.into())),
            Self::Larger => ctx.send(Command::SetZoom(zoom + ZOOM_STEP)),
            Self::Smaller => ctx.send(Command::SetZoom(zoom - ZOOM_STEP)),
            Self::NormalSize => ctx.send(Command::SetZoom(1.0)),
            Self::Help => ctx.state.dialog = Some(Dialog::Help),
            Self::About => ctx.state.dialog = Some(Dialog::About),
            Self::Quit => ui.ctx().send_viewport_cmd(ViewportCommand::Close),
        }
    }
}

/// The key that brings a view in sight, by its place among the tabs.
pub(super) fn view_key(position: usize) -> Option<KeyboardShortcut> {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    digits.get(position).copied().map(with_ctrl)
}

/// A key as it is named on the keyboard, such as "Ctrl K".
pub(super) fn key_name(ui: &Ui, key: KeyboardShortcut) -> String {
    const NAMES: ModifierNames<'static> = ModifierNames { concat: " ", ..ModifierNames::NAMES };
    let modifiers = NAMES.format(&key.modifiers, ui.ctx().os().is_mac());
    let name = match key.logical_key {
        Key::Escape => help::key::ESC,
        other => other.symbol_or_name(),
    };
    if modifiers.is_empty() { name.to_owned() } else { format!("{modifiers}{}{name}", NAMES.concat) }
}

/// Whether a key goes down in this frame. Held down it counts once: one press never answers two questions.
pub(super) fn is_pressed_once(ui: &Ui, key: KeyboardShortcut) -> bool {
    ui.input_mut(|input| {
        let goes_down = |event: &Event| {
            matches!(event, Event::Key { key: pressed, pressed: true, repeat: false, .. } if *pressed == key.logical_key)
        };
        let is_new = input.events.iter().any(goes_down);
        input.consume_shortcut(&key) && is_new
    })
}

/// Does what the keys of this frame ask for.
pub(super) fn hear_keys(ui: &Ui, ctx: &mut Ctx<'_>) {
    for action in Action::iter() {
        let is_heard = ctx.state.dialog.is_none() || action.works_over_dialogs();
        let is_pressed = |key: &KeyboardShortcut| is_pressed_once(ui, *key);
        if is_heard && action.is_possible(ui, ctx) && action.keys().iter().any(is_pressed) {
            action.run(ui, ctx);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ui::views;

    #[test]
    fn no_two_things_in_sight_have_the_same_key() {
        let views = views::all();
        for view in &views {
            let actions = Action::iter().flat_map(Action::keys).copied();
            let tabs = (0..views.len()).filter_map(view_key);
            let own = view.keys(Lang::Nl).into_iter().flat_map(|key| key.heard).copied();
            let mut seen = BTreeSet::new();
            for key in actions.chain(tabs).chain(own) {
                let name = key.format(&ModifierNames::NAMES, false);
                assert!(seen.insert(name.clone()), "{name} asks for two things in {}", view.title(Lang::Nl));
            }
        }
    }

    #[test]
    fn every_action_has_a_name_of_its_own_in_both_languages() {
        for lang in [Lang::Nl, Lang::En] {
            let names: BTreeSet<_> = Action::iter().map(|action| action.name(lang)).collect();
            assert_eq!(names.len(), Action::iter().count(), "{names:?}");
        }
    }

    #[test]
    fn every_action_can_be_asked_for_somewhere() {
        for action in Action::iter() {
            assert!(
                action.is_in_menu() || !action.keys().is_empty(),
                "{action:?} has neither a key nor a line in the menu"
            );
        }
    }
}
