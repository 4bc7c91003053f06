//! Where the person is, asked beside the facets.

use eframe::egui::{self, Key, Label, Popup, Role, TextEdit, Ui, UiBuilder};

use crate::{
    app::Command,
    lookup::{RegionalCare, find_gemeente, fold, national_fallback},
    model::Gemeente,
    text::{window as text, words},
    ui::{
        state::View,
        theme::{TextRole, UiExt as _, size},
        widgets::section_label,
    },
};

/// More names than this are no help.
const SUGGESTIONS: usize = 6;

pub(super) fn gemeente_ui(ui: &mut Ui, view: &mut View<'_>) {
    let lang = view.app.language();
    let label = section_label(ui, text::gemeente(lang));
    let field = TextEdit::singleline(&mut view.state.gemeente_text)
        .hint_text(text::gemeente_hint(lang))
        .desired_width(ui.available_width() - size::M);
    let response = ui.add(field).labelled_by(label.id);
    let typed = view.state.gemeente_text.trim().to_owned();
    if response.changed() {
        let found = find_gemeente(view.app.regions(), &typed).ok().cloned();
        view.state.send(Command::SetGemeente(found));
    }
    if let Some(gemeente) = view.app.gemeente() {
        if !response.has_focus() {
            // A search found it, or it was typed by another of its names.
            view.state.gemeente_text.clone_from(&gemeente.name);
        }
        region_ui(ui, view, gemeente);
        return;
    }
    let suggestions = suggestions(view, &typed);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if let (true, Some(first)) = (entered, suggestions.first()) {
        choose(view, first);
        return;
    }
    let popup = Popup::from_response(&response).open(response.has_focus() && !typed.is_empty());
    popup.width(size::FACETS_WIDTH).show(|ui| {
        for gemeente in &suggestions {
            if ui.add(egui::Button::new(&gemeente.name).frame(false)).clicked() {
                choose(view, gemeente);
            }
        }
    });
}

/// The gemeenten of which a name starts like this.
fn suggestions(view: &View<'_>, typed: &str) -> Vec<Gemeente> {
    if typed.is_empty() {
        return Vec::new();
    }
    let typed = fold(typed);
    let starts_so = |gemeente: &&Gemeente| {
        std::iter::once(&gemeente.name).chain(&gemeente.search_terms).any(|name| fold(name).starts_with(&typed))
    };
    view.app.regions().gemeenten.iter().filter(starts_so).take(SUGGESTIONS).cloned().collect()
}

fn choose(view: &mut View<'_>, gemeente: &Gemeente) {
    view.state.gemeente_text.clone_from(&gemeente.name);
    view.state.send(Command::SetGemeente(Some(gemeente.clone())));
}

/// The regions of a gemeente, and who coordinates the care there as far as the sources know.
fn region_ui(ui: &mut Ui, view: &View<'_>, gemeente: &Gemeente) {
    let lang = view.app.language();
    let (guide, tokens) = (view.app.guide(), ui.tokens());
    let care = RegionalCare::of(view.app.regions(), Some(gemeente), view.app.date());
    let named = care.coordinator.map(|named| words::care_coordinator(named, guide, lang));
    let fallback =
        care.needs_fallback().then(|| words::national_fallback(national_fallback(guide), view.app.date(), lang));
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(&gemeente.name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = size::LINE_GAP;
        let lines = [
            (text::veiligheidsregio(lang), Some(gemeente.veiligheidsregio.clone())),
            (text::police_unit(lang), Some(gemeente.politie_eenheid.clone())),
            (text::riec(lang), Some(gemeente.riec.clone())),
            (text::care_coordinator(lang), named),
        ];
        for (what, words) in lines.into_iter().filter_map(|(what, words)| Some((what, words?))) {
            let line = Label::new(TextRole::Small.rich(format!("{what}: {words}")).color(tokens.ink_soft));
            ui.add(line.wrap());
        }
        if let Some(fallback) = fallback {
            ui.add(Label::new(TextRole::Small.rich(fallback).color(tokens.warning)).wrap());
        }
    });
}
