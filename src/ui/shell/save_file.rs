//! Saving a file of what is on screen, or copying the card as text. Nothing of it is remembered.

use std::collections::BTreeMap;

use eframe::egui::Ui;

use super::dialog::dialog;
use crate::{
    app::{Command, read_day},
    export::{SaveDialog, card},
    lookup::TermStarts,
    model::ResponsibilityId,
    text::{card::copy_as_text, export as text, window},
    ui::{
        ctx::Ctx,
        file_choice::FileChoice,
        state::SaveFile,
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, filled_button, outline_button},
    },
};

/// Whether the dialog should close.
pub(super) fn save_file_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, save: &mut SaveFile) -> bool {
    let lang = ctx.app.language();
    let SaveDialog { title, path, path_hint, switches, .. } = save.dialog;
    let mut closes = false;
    let modal = dialog(ui, "save-file", title(lang), |ui| {
        let field = save.file.field_ui(ui, path(lang), path_hint(lang), lang);
        ui.add_space(size::S);
        for switch in *switches {
            switch_ui(ui, (switch.field)(&mut save.options), (switch.label)(lang), (switch.help)(lang));
        }
        ui.add_space(size::S);
        let entered = FileChoice::is_entered(ui, &field);
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

/// Whether the dialog has done its work.
fn buttons_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, save: &mut SaveFile, entered: bool) -> bool {
    let lang = ctx.app.language();
    let (what, options, starts) = (save.what, save.options, term_starts(&ctx.state.term_starts));
    let place = save.file.chosen();
    let mut closes = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let saves = ui.add_enabled(place.is_some(), filled_button(text::save(lang))).clicked();
        if let Some(path) = place.filter(|_| saves || entered) {
            ctx.send(Command::Save { what, path, options, starts: starts.clone(), about: save.about.clone() });
            closes = true;
        }
        if what == &card::EXPORT && ui.add(outline_button(copy_as_text(lang))).clicked() {
            ctx.send(Command::CopyCard(options, starts));
            closes = true;
        }
        save.file.browse_ui(ui, lang);
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
