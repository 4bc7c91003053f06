//! Choosing a file: a path that is typed, with where it leads, or the system's own dialog. Nothing of it is kept.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Response, TextEdit, Ui};

use super::{
    select_all::select_all,
    system_dialog::SystemDialog,
    theme::{TextRole, UiExt as _},
    widgets::outline_button,
};
use crate::{
    app::FilePlace,
    model::{Lang, SaveError},
    text::{errors, export as text, window},
};

/// Choosing a file.
#[derive(Debug, Default)]
pub(super) struct FileChoice {
    /// What is typed.
    path: String,
    /// The folder for what is no more than a name.
    folder: PathBuf,
    /// How its name can end, without the dot.
    extensions: Vec<&'static str>,
    /// Where that leads; nothing while nothing is typed.
    place: Option<FilePlace>,
    /// A file that is there already, to be read.
    is_to_open: bool,
    /// The field got the focus once; after that it is the user's.
    had_focus: bool,
    /// The system's own dialog for it.
    system: SystemDialog,
}

impl FileChoice {
    /// Where something is saved: proposed under this name in this folder.
    pub(super) fn to_save(name: String, folder: PathBuf, extensions: Vec<&'static str>) -> Self {
        let mut choice = Self { path: name, folder, extensions, ..Self::default() };
        choice.look_again();
        choice
    }

    /// A file to read, looked for in this folder first.
    pub(super) fn to_open(folder: PathBuf, extensions: Vec<&'static str>) -> Self {
        Self { folder, extensions, is_to_open: true, ..Self::default() }
    }

    /// The disk is asked when something else is typed, and not in every frame.
    fn look_again(&mut self) {
        self.place = FilePlace::of(&self.path, &self.folder, &self.extensions);
    }

    /// The file, once it can be tried.
    pub(super) fn chosen(&self) -> Option<PathBuf> {
        let is_there = |place: &&FilePlace| !self.is_to_open || place.is_taken;
        self.place.as_ref().filter(|place| place.is_possible()).filter(is_there).map(|place| place.path.clone())
    }

    /// The field to type in, and under it where that leads or what is wrong with it.
    pub(super) fn field_ui(&mut self, ui: &mut Ui, label: &str, hint: &str, lang: Lang) -> Response {
        self.take_browsed();
        let label = ui.label(TextRole::Label.rich(label));
        let field = TextEdit::singleline(&mut self.path).hint_text(hint).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !std::mem::replace(&mut self.had_focus, true) {
            field.request_focus();
            select_all(ui, field.id, &self.path);
        }
        if field.changed() {
            self.look_again();
        }
        self.place_ui(ui, lang);
        field
    }

    /// Whether the field was left by the key that says go.
    pub(super) fn is_entered(ui: &Ui, field: &Response) -> bool {
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn place_ui(&self, ui: &mut Ui, lang: Lang) {
        let tokens = ui.tokens();
        if let Some(words) = self.system.words(lang) {
            ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
        }
        let Some(place) = &self.place else { return };
        let wrong = match place {
            FilePlace { is_right: false, .. } => {
                Some(errors::save(&SaveError::WrongExtension(self.extensions.clone()), lang))
            }
            FilePlace { has_folder: false, .. } => Some(text::no_folder(lang).to_owned()),
            FilePlace { is_taken: false, .. } if self.is_to_open => Some(text::no_such_file(lang).to_owned()),
            _ => None,
        };
        if let Some(wrong) = wrong {
            ui.label(TextRole::Small.rich(wrong).color(tokens.warning));
            return;
        }
        if self.is_to_open {
            return;
        }
        let words = format!("{}: {}", text::comes_at(lang), place.path.display());
        ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
        if place.is_taken {
            ui.label(TextRole::Small.rich(text::replaces(lang)).color(tokens.warning));
        }
    }

    /// The button that opens the system's dialog.
    pub(super) fn browse_ui(&mut self, ui: &mut Ui, lang: Lang) {
        let can_browse = !self.system.is_open();
        if ui.add_enabled(can_browse, outline_button(window::browse(lang))).clicked() {
            let (folder, file_name) = self.shown_in_system();
            let (extensions, is_to_open) = (self.extensions.clone(), self.is_to_open);
            self.system = SystemDialog::open(ui.ctx(), move || browse(&extensions, &folder, &file_name, is_to_open));
        }
    }

    /// The folder and the name with which the system's dialog opens: what is typed here, where that is a place.
    fn shown_in_system(&self) -> (PathBuf, String) {
        let typed = self.place.as_ref().filter(|place| place.has_folder).and_then(|place| {
            let name = place.path.file_name()?.to_string_lossy().into_owned();
            Some((place.path.parent()?.to_owned(), name))
        });
        typed.unwrap_or_else(|| (self.folder.clone(), String::new()))
    }

    /// Takes over what the system's dialog gave.
    fn take_browsed(&mut self) {
        if let Some(path) = self.system.poll() {
            self.path = path.to_string_lossy().into_owned();
            self.look_again();
            self.had_focus = false;
        }
    }
}

fn browse(extensions: &[&'static str], folder: &Path, file_name: &str, is_to_open: bool) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().set_directory(folder).set_file_name(file_name);
    let with_filter =
        |dialog: rfd::FileDialog, extension: &&'static str| dialog.add_filter(extension.to_uppercase(), &[extension]);
    let dialog = extensions.iter().fold(dialog, with_filter);
    if is_to_open { dialog.pick_file() } else { dialog.save_file() }
}
