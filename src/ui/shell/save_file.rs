//! Saving a file of what is on screen, or copying the card as text. Nothing of it is remembered.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use eframe::egui::{Key, TextEdit, Ui};

use super::dialog::{dialog, select_all};
use crate::{
    app::{Command, read_day},
    export::{Export, SaveDialog, card},
    lookup::TermStarts,
    model::{Lang, ResponsibilityId, SaveError},
    text::{card::copy_as_text, errors, export as text, window},
    ui::{
        ctx::Ctx,
        state::SaveFile,
        system_dialog::SystemDialog,
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, filled_button, outline_button},
    },
};

/// Whether the dialog should close.
pub(super) fn save_file_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, save: &mut SaveFile) -> bool {
    let lang = ctx.app.language();
    take_browsed(save);
    let SaveDialog { title, path, path_hint, switches, .. } = save.dialog;
    let mut closes = false;
    let modal = dialog(ui, "save-file", title(lang), |ui| {
        let label = ui.label(TextRole::Label.rich(path(lang)));
        let field = TextEdit::singleline(&mut save.path).hint_text(path_hint(lang)).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !std::mem::replace(&mut save.had_focus, true) {
            field.request_focus();
            select_all(ui, field.id, &save.path);
        }
        if field.changed() {
            save.look_again();
        }
        place_ui(ui, save, lang);
        ui.add_space(size::S);
        for switch in *switches {
            switch_ui(ui, (switch.field)(&mut save.options), (switch.label)(lang), (switch.help)(lang));
        }
        ui.add_space(size::S);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        closes = buttons_ui(ui, ctx, save, entered);
    });
    closes || modal.should_close()
}

/// Something that goes along or not, and what that means.
fn switch_ui(ui: &mut Ui, is_on: &mut bool, label: &str, help: &str) {
    let state = if *is_on { ChoiceState::Chosen } else { ChoiceState::Open };
    if ui.add(ChoiceRow::new(ChoiceMark::Check, label, label).state(state)).clicked() {
        *is_on ^= true;
    }
    ui.label(TextRole::Small.rich(help).color(ui.tokens().ink_soft));
}

/// Where the file would go, or what is wrong with the name.
fn place_ui(ui: &mut Ui, save: &SaveFile, lang: Lang) {
    let tokens = ui.tokens();
    if let Some(words) = save.system.words(lang) {
        ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
    }
    let Some(place) = &save.place else { return };
    if !place.is_right {
        let words = errors::save(&SaveError::WrongExtension(save.what.extensions()), lang);
        ui.label(TextRole::Small.rich(words).color(tokens.warning));
        return;
    }
    if !place.has_folder {
        ui.label(TextRole::Small.rich(text::no_folder(lang)).color(tokens.warning));
        return;
    }
    let words = format!("{}: {}", text::comes_at(lang), place.path.display());
    ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
    if place.is_taken {
        ui.label(TextRole::Small.rich(text::replaces(lang)).color(tokens.warning));
    }
}

/// Whether the dialog has done its work.
fn buttons_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, save: &mut SaveFile, entered: bool) -> bool {
    let lang = ctx.app.language();
    let (what, options, starts) = (save.what, save.options, term_starts(&ctx.state.term_starts));
    let place = save.place.as_ref().filter(|place| place.is_possible()).map(|place| place.path.clone());
    let mut closes = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let saves = ui.add_enabled_ui(place.is_some(), |ui| ui.add(filled_button(text::save(lang)))).inner.clicked();
        if let Some(path) = place.filter(|_| saves || entered) {
            ctx.send(Command::Save { what, path, options, starts: starts.clone() });
            closes = true;
        }
        if what == &card::EXPORT && ui.add(outline_button(copy_as_text(lang))).clicked() {
            ctx.send(Command::CopyCard(options, starts));
            closes = true;
        }
        let can_browse = !save.system.is_open();
        if ui.add_enabled_ui(can_browse, |ui| ui.add(outline_button(window::browse(lang)))).inner.clicked() {
            let (folder, file_name) = shown_in_system(save);
            save.system = SystemDialog::open(ui.ctx(), move || browse(what, &folder, &file_name));
        }
        closes |= ui.add(outline_button(window::cancel(lang)).neutral()).clicked();
    });
    closes
}

/// The days that are typed in the drawer; what is no day starts nothing.
fn term_starts(typed: &BTreeMap<(ResponsibilityId, String), String>) -> TermStarts {
    let mut starts = TermStarts::default();
    for ((of, term), day) in typed {
        if let Some(day) = read_day(day) {
            starts.set(of.clone(), term, day);
        }
    }
    starts
}

/// The folder and the name with which the system's dialog opens: what is typed here, where that is a place.
fn shown_in_system(save: &SaveFile) -> (PathBuf, String) {
    let typed = save.place.as_ref().filter(|place| place.has_folder).and_then(|place| {
        let name = place.path.file_name()?.to_string_lossy().into_owned();
        Some((place.path.parent()?.to_owned(), name))
    });
    typed.unwrap_or_else(|| (save.folder.clone(), String::new()))
}

/// Takes over what the system's dialog gave.
fn take_browsed(save: &mut SaveFile) {
    if let Some(path) = save.system.poll() {
        save.path = path.to_string_lossy().into_owned();
        save.look_again();
        save.had_focus = false;
    }
}

fn browse(what: &Export, folder: &Path, file_name: &str) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().set_directory(folder).set_file_name(file_name);
    let with_filter =
        |dialog: rfd::FileDialog, extension: &str| dialog.add_filter(extension.to_uppercase(), &[extension]);
    what.extensions().into_iter().fold(dialog, with_filter).save_file()
}
