//! Saving the referral card or the poster, or copying the card as text. Nothing of it is remembered.

use std::path::PathBuf;

use eframe::egui::{Key, TextEdit, Ui};

use super::dialog::dialog;
use crate::{
    app::{CardWish, Command, FileKind, FilePlace},
    model::Lang,
    text::{card as text, poster, window},
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
    let (title, path, hint) = match save.what {
        FileKind::Card => (text::title(lang), text::path(lang), text::path_hint(lang)),
        FileKind::Poster => (poster::short_title(lang), poster::path(lang), poster::path_hint(lang)),
    };
    let mut closes = false;
    let modal = dialog(ui, "save-file", title, |ui| {
        let label = ui.label(TextRole::Label.rich(path));
        let field = TextEdit::singleline(&mut save.path).hint_text(hint).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !std::mem::replace(&mut save.had_focus, true) {
            field.request_focus();
        }
        if field.changed() {
            save.place = FilePlace::of(&save.path, save.what);
        }
        place_ui(ui, save, lang);
        ui.add_space(size::S);
        if save.what == FileKind::Card {
            let CardWish { with_facets, full } = &mut save.wish;
            tick(ui, with_facets, text::with_facets(lang), text::with_facets_help(lang));
            tick(ui, full, text::full(lang), text::full_help(lang));
        }
        ui.add_space(size::S);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        closes = buttons_ui(ui, ctx, save, entered);
    });
    closes || modal.should_close()
}

/// Something that goes along or not, and what that means.
fn tick(ui: &mut Ui, wish: &mut bool, label: &str, help: &str) {
    let state = if *wish { ChoiceState::Chosen } else { ChoiceState::Open };
    if ui.add(ChoiceRow::new(ChoiceMark::Check, label, label).state(state)).clicked() {
        *wish ^= true;
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
        let words = match save.what {
            FileKind::Card => text::wrong_extension(lang),
            FileKind::Poster => poster::wrong_extension(lang),
        };
        ui.label(TextRole::Small.rich(words).color(tokens.warning));
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
    let wish = save.wish;
    let place = save.place.as_ref().filter(|place| place.is_right).map(|place| place.path.clone());
    let mut closes = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let saves = ui.add_enabled_ui(place.is_some(), |ui| ui.add(filled_button(text::save(lang)))).inner.clicked();
        if let Some(path) = place.filter(|_| saves || entered) {
            ctx.send(match save.what {
                FileKind::Card => Command::SaveCard { path, wish },
                FileKind::Poster => Command::SavePoster(path),
            });
            closes = true;
        }
        if save.what == FileKind::Card && ui.add(outline_button(text::copy_as_text(lang))).clicked() {
            ctx.send(Command::CopyCard(wish));
            closes = true;
        }
        let can_browse = !save.system.is_open();
        if ui.add_enabled_ui(can_browse, |ui| ui.add(outline_button(window::browse(lang)))).inner.clicked() {
            let what = save.what;
            save.system = SystemDialog::open(ui.ctx(), move || browse(what, lang));
        }
        closes |= ui.add(outline_button(window::cancel(lang)).neutral()).clicked();
    });
    closes
}

/// Takes over what the system's dialog gave.
fn take_browsed(save: &mut SaveFile) {
    if let Some(path) = save.system.poll() {
        save.path = path.to_string_lossy().into_owned();
        save.place = FilePlace::of(&save.path, save.what);
        save.had_focus = false;
    }
}

fn browse(what: FileKind, lang: Lang) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().add_filter("PDF", &["pdf"]);
    let dialog = match what {
        FileKind::Card => dialog.add_filter("TXT", &["txt"]).set_file_name(text::file_name(lang)),
        FileKind::Poster => {
            let dialog = dialog.add_filter("SVG", &["svg"]).add_filter("PNG", &["png"]);
            dialog.set_file_name(poster::file_name(lang))
        }
    };
    dialog.save_file()
}
