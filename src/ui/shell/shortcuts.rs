//! Keys that work everywhere.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::{
    app::Command,
    ui::{
        ctx::Ctx,
        state::{Dialog, OpenGuide, SaveFile, Tab},
        wegwijzer,
    },
};

const SEARCH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::K);
const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const CARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::P);
const WIPE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F9);
const HELP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F1);
const TABS: [(KeyboardShortcut, Tab); 2] = [
    (KeyboardShortcut::new(Modifiers::COMMAND, Key::Num1), Tab::Wegwijzer),
    (KeyboardShortcut::new(Modifiers::COMMAND, Key::Num2), Tab::Keten),
];
const AWAY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Escape);

/// The keys with which the first answers to the next question are given.
pub(in crate::ui) const ANSWER_KEYS: [(Key, &str); 9] = [
    (Key::Num1, "1"),
    (Key::Num2, "2"),
    (Key::Num3, "3"),
    (Key::Num4, "4"),
    (Key::Num5, "5"),
    (Key::Num6, "6"),
    (Key::Num7, "7"),
    (Key::Num8, "8"),
    (Key::Num9, "9"),
];
/// The key that skips the next question.
pub(in crate::ui) const SKIP_KEY: (Key, &str) = (Key::Num0, "0");

pub(in crate::ui) fn shortcuts(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    if ui.input_mut(|input| input.consume_shortcut(&WIPE)) {
        ctx.state.wipe();
    }
    if ctx.state.dialog.is_some() {
        return;
    }
    if ui.input_mut(|input| input.consume_shortcut(&SEARCH)) {
        ctx.state.focus_search = true;
    }
    if ui.input_mut(|input| input.consume_shortcut(&OPEN)) {
        ctx.state.dialog = Some(Dialog::OpenGuide(OpenGuide::default()));
    }
    if ui.input_mut(|input| input.consume_shortcut(&CARD)) {
        ctx.state.dialog = Some(Dialog::Save(SaveFile::default()));
    }
    if ui.input_mut(|input| input.consume_shortcut(&HELP)) {
        ctx.state.dialog = Some(Dialog::Help);
    }
    if !ctx.app.query().is_empty() {
        if ui.input_mut(|input| input.consume_shortcut(&AWAY)) {
            ctx.send(Command::Search(String::new()));
        }
    } else if ctx.app.selected().is_some()
        && !eframe::egui::Popup::is_any_open(ui.ctx())
        && ui.input_mut(|input| input.consume_shortcut(&AWAY))
    {
        ctx.send(Command::Select(None));
    }
    for (shortcut, tab) in TABS {
        if ui.input_mut(|input| input.consume_shortcut(&shortcut)) {
            ctx.state.show(tab);
        }
    }
    // The question that a digit answers must be on screen.
    if ctx.state.tab == Tab::Wegwijzer && !ui.ctx().text_edit_focused() {
        answer_by_key(ui, ctx);
    }
}

fn answer_by_key(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let Some(question) = ctx.app.next_question() else { return };
    let pressed = |key: Key, ui: &mut Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(SKIP_KEY.0, ui) {
        ctx.send(Command::Skip(ctx.app.guide().facets[question.facet].id.clone()));
        return;
    }
    for ((key, _), option) in ANSWER_KEYS.iter().zip(&question.options) {
        if pressed(*key, ui) {
            let command = wegwijzer::answer(ctx.app, question.facet, option);
            ctx.state.commands.extend(command);
            return;
        }
    }
}
