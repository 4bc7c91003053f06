//! The keys of Beheer.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::{
    panels,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, Keep, Proposal},
    edit::Side,
    model::Lang,
    text::{help, keeping as text},
    ui::{action::is_pressed_once, ctx::Ctx, file_choice::FileChoice, state::Pane, view::KeyHelp},
};

const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const UNDO_ALWAYS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::ALT), Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
const REDO_ALWAYS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::ALT), Key::Y);
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const NEW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::N);
const FILTER: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
const GO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::G);
const HISTORY: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::H);
const ALL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::A);
const UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp);
const DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown);

/// How the file of a guide ends.
const GUIDES: &[&str] = &["ron"];

/// How a file ends of which something can be taken over: a guide, a proposal or a table.
const TAKEN_OVER: &[&str] = &["ron", "xlsx", "csv", "ods"];

const UNDO_KEYS: &[KeyboardShortcut] = &[UNDO, UNDO_ALWAYS];
const REDO_KEYS: &[KeyboardShortcut] = &[REDO, REDO_ALWAYS];

/// For the help.
pub(super) fn keys(lang: Lang) -> Vec<KeyHelp> {
    vec![
        KeyHelp { shown: help::key::CTRL_Z, heard: UNDO_KEYS, what: text::undo(lang) },
        KeyHelp { shown: help::key::CTRL_Y, heard: REDO_KEYS, what: text::redo(lang) },
        KeyHelp { shown: help::key::CTRL_S, heard: &const { [SAVE] }, what: text::key_save(lang) },
        KeyHelp { shown: help::key::CTRL_N, heard: &const { [NEW] }, what: text::key_new(lang) },
        KeyHelp { shown: help::key::CTRL_F, heard: &const { [FILTER] }, what: text::key_filter(lang) },
        KeyHelp { shown: help::key::CTRL_G, heard: &const { [GO] }, what: text::key_go(lang) },
        KeyHelp { shown: help::key::CTRL_H, heard: &const { [HISTORY] }, what: text::key_history(lang) },
        KeyHelp { shown: help::key::CTRL_A, heard: &const { [ALL] }, what: text::key_all(lang) },
        KeyHelp { shown: help::key::ALT_UP_DOWN, heard: &const { [UP, DOWN] }, what: text::key_move(lang) },
    ]
}

/// Does what the keys of this frame ask for.
pub(super) fn hear(ui: &Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    // In a text the key undoes letters; with Alt it always undoes a step.
    let in_text = ui.ctx().text_edit_focused();
    if is_pressed_once(ui, UNDO_ALWAYS) || !in_text && is_pressed_once(ui, UNDO) {
        state.commit(ctx);
        ctx.send(Command::Keep(Keep::Undo));
    }
    if is_pressed_once(ui, REDO_ALWAYS) || !in_text && is_pressed_once(ui, REDO) {
        state.commit(ctx);
        ctx.send(Command::Keep(Keep::Redo));
    }
    if is_pressed_once(ui, SAVE) {
        save(ctx, state);
    }
    if is_pressed_once(ui, NEW) {
        let panel = panels::new_record(ctx.app);
        state.show(panel, ctx);
    }
    if is_pressed_once(ui, FILTER) {
        state.focus_filter = true;
    }
    if is_pressed_once(ui, GO) && ctx.app.record_view().is_some() {
        state.show(Panel::Form, ctx);
        state.field_words = Some(String::new());
        ctx.state.pane = Pane::Main;
    }
    if is_pressed_once(ui, HISTORY) {
        state.show(Panel::History, ctx);
        state.enters = true;
        ctx.state.pane = Pane::Main;
    }
    if !in_text
        && is_pressed_once(ui, ALL)
        && let Some(list) = ctx.app.record_list()
    {
        state.show(Panel::Form, ctx);
        state.selection.all(&list.rows);
    }
    for (key, side) in [(UP, Side::Before), (DOWN, Side::Behind)] {
        if !in_text && is_pressed_once(ui, key) {
            state.commit(ctx);
            ctx.send(Command::Keep(Keep::Move(side)));
        }
    }
}

/// Saves to the file of the guide, or asks for one.
pub(super) fn save(ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    state.commit(ctx);
    if ctx.app.has_guide_file() {
        ctx.send(Command::Keep(Keep::Save));
    } else {
        save_as(ctx, state);
    }
}

/// Asks where to save.
pub(super) fn save_as(ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let Proposal { file_name, folder } = ctx.app.guide_proposal();
    let path = folder.join(file_name).to_string_lossy().into_owned();
    state.file = FileChoice::to_save(path, folder, GUIDES.to_vec());
    state.show(Panel::SaveAs, ctx);
}

/// Asks with which file to merge.
pub(super) fn merge_with(ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    state.file = FileChoice::to_open(ctx.app.guide_proposal().folder, TAKEN_OVER.to_vec());
    state.show(Panel::MergeWith, ctx);
}
