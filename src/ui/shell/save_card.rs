//! Saving the referral card, or copying it as text. Nothing of it is remembered.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, TryRecvError, channel},
};

use eframe::egui::{Context, Key, TextEdit, Ui};

use super::dialog::dialog;
use crate::{
    app::{CardPlace, Command},
    model::Lang,
    text::{card as text, window},
    ui::{
        state::{SaveCard, View},
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, filled_button, outline_button},
    },
};

/// Whether the dialog should close.
pub(super) fn save_card_ui(ui: &mut Ui, view: &mut View<'_>, save: &mut SaveCard) -> bool {
    let lang = view.app.language();
    take_browsed(save);
    let mut closes = false;
    let modal = dialog(ui, "save-card", text::title(lang), |ui| {
        let label = ui.label(TextRole::Label.rich(text::path(lang)));
        let field = TextEdit::singleline(&mut save.path).hint_text(text::path_hint(lang)).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !std::mem::replace(&mut save.had_focus, true) {
            field.request_focus();
        }
        if field.changed() {
            save.place = CardPlace::of(&save.path);
        }
        place_ui(ui, save, lang);
        ui.add_space(size::S);
        let state = if save.with_facets { ChoiceState::Chosen } else { ChoiceState::Open };
        let tick = ChoiceRow::new(ChoiceMark::Check, text::with_facets(lang), text::with_facets(lang)).state(state);
        if ui.add(tick).clicked() {
            save.with_facets ^= true;
        }
        ui.label(TextRole::Small.rich(text::with_facets_help(lang)).color(ui.tokens().ink_soft));
        ui.add_space(size::S);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        closes = buttons_ui(ui, view, save, entered);
    });
    closes || modal.should_close()
}

/// Where the card would go, or what is wrong with the name.
fn place_ui(ui: &mut Ui, save: &SaveCard, lang: Lang) {
    let tokens = ui.tokens();
    if save.waiting.is_some() {
        ui.label(TextRole::Small.rich(window::waiting_for_dialog(lang)).color(tokens.ink_soft));
    } else if save.gave_nothing {
        ui.label(TextRole::Small.rich(window::no_dialog(lang)).color(tokens.ink_soft));
    }
    let Some(place) = &save.place else { return };
    if !place.is_card {
        ui.label(TextRole::Small.rich(text::wrong_extension(lang)).color(tokens.warning));
        return;
    }
    let words = format!("{}: {}", text::comes_at(lang), place.path.display());
    ui.label(TextRole::Small.rich(words).color(tokens.ink_soft));
    if place.is_taken {
        ui.label(TextRole::Small.rich(text::replaces(lang)).color(tokens.warning));
    }
}

/// Whether the dialog has done its work.
fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, save: &mut SaveCard, entered: bool) -> bool {
    let lang = view.app.language();
    let with_facets = save.with_facets;
    let place = save.place.as_ref().filter(|place| place.is_card).map(|place| place.path.clone());
    let mut closes = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let saves = ui.add_enabled_ui(place.is_some(), |ui| ui.add(filled_button(text::save(lang)))).inner.clicked();
        if let Some(path) = place.filter(|_| saves || entered) {
            view.state.send(Command::SaveCard { path, with_facets });
            closes = true;
        }
        if ui.add(outline_button(text::copy_as_text(lang))).clicked() {
            view.state.send(Command::CopyCard { with_facets });
            closes = true;
        }
        let can_browse = save.waiting.is_none();
        if ui.add_enabled_ui(can_browse, |ui| ui.add(outline_button(window::browse(lang)))).inner.clicked() {
            save.gave_nothing = false;
            save.waiting = Some(browse(ui.ctx().clone(), text::file_name(lang)));
        }
        closes |= ui.add(outline_button(window::cancel(lang)).neutral()).clicked();
    });
    closes
}

/// Takes over what the system's dialog gave.
fn take_browsed(save: &mut SaveCard) {
    match save.waiting.as_ref().map(Receiver::try_recv) {
        Some(Ok(Some(path))) => {
            save.path = path.to_string_lossy().into_owned();
            save.place = CardPlace::of(&save.path);
            save.waiting = None;
            save.had_focus = false;
        }
        Some(Ok(None) | Err(TryRecvError::Disconnected)) => {
            save.waiting = None;
            save.gave_nothing = true;
        }
        Some(Err(TryRecvError::Empty)) | None => {}
    }
}

/// The system's dialog, on a thread of its own: a portal that hangs does not hang the window.
fn browse(ctx: Context, name: &'static str) -> Receiver<Option<PathBuf>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let dialog = rfd::FileDialog::new().add_filter("PDF", &["pdf"]).add_filter("TXT", &["txt"]);
        // Nobody listens any more when the dialog was cancelled meanwhile.
        let _ = sender.send(dialog.set_file_name(name).save_file());
        ctx.request_repaint();
    });
    receiver
}
