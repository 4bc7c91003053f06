//! Help for what is on screen, with the keys.

use eframe::egui::{ScrollArea, Ui};
use strum::IntoEnumIterator as _;

use super::dialog::{dialog, room};
use crate::{
    model::Lang,
    text::{help as text, window},
    ui::{
        action::{Action, key_name, view_key},
        ctx::Ctx,
        state::{Dialog, TourStep},
        theme::{TextRole, UiExt as _, size},
        view::Views,
        widgets::{filled_button, key_hint, outline_button, scroll_text_by_key, section_label},
    },
};

/// What should follow.
pub(super) enum After {
    /// The dialog stays.
    Stays,
    /// It closes.
    Closes,
    /// Another takes its place.
    Opens(Dialog),
}

pub(super) fn help_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &Views) -> After {
    let lang = ctx.app.language();
    let mut after = After::Stays;
    let modal = dialog(ui, "help", text::help(lang), |ui| {
        ScrollArea::vertical().max_height(room(ui)).show(ui, |ui| {
            scroll_text_by_key(ui);
            let parts = views.get(ctx.state.shown).map(|view| view.help(lang)).unwrap_or_default();
            for (title, words) in parts {
                section_label(ui, title);
                ui.label(TextRole::Body.rich(*words));
                ui.add_space(size::S);
            }
            section_label(ui, window::shortcuts(lang));
            for (key, what) in keys(ui, views, ctx.state.shown, lang) {
                ui.horizontal(|ui| {
                    key_hint(ui, &key);
                    ui.label(TextRole::Body.rich(what).color(ui.tokens().ink));
                });
            }
        });
        ui.add_space(size::S);
        ui.horizontal_wrapped(|ui| {
            if ui.add(filled_button(window::close(lang))).clicked() {
                after = After::Closes;
            }
            if ui.add(outline_button(text::tour(lang)).neutral()).clicked() {
                ctx.state.tour = Some(TourStep::default());
                after = After::Closes;
            }
            if ui.add(outline_button(window::about(lang)).neutral()).clicked() {
                after = After::Opens(Dialog::About);
            }
        });
    });
    if matches!(after, After::Stays) && modal.should_close() { After::Closes } else { after }
}

/// The keys that work in this view, and what they do: its own, then what holds everywhere.
fn keys(ui: &Ui, views: &Views, shown: usize, lang: Lang) -> Vec<(String, &'static str)> {
    let own = views.get(shown).map(|view| view.keys(lang)).unwrap_or_default();
    let own = own.into_iter().map(|key| (key.shown.to_owned(), key.what));
    let everywhere = [(text::key::TAB, text::next_part(lang)), (text::key::ENTER, text::choose_or_open(lang))];
    let everywhere = everywhere.into_iter().map(|(key, what)| (key.to_owned(), what));
    let tabs = views.iter().enumerate();
    let tabs = tabs.filter_map(|(position, view)| Some((key_name(ui, view_key(position)?), view.purpose(lang))));
    let actions = Action::iter().filter(|action| !action.keys().is_empty());
    let actions = actions.map(|action| (action.key(ui), action.name(lang)));
    own.chain(everywhere).chain(tabs).chain(actions).collect()
}
