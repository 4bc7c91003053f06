//! The bar at the top.

use eframe::egui::{Align, Layout, Ui};

use super::{date, menu, search};
use crate::{
    app::Command,
    lookup::edition_age_in_months,
    model::Lang,
    text::{chain, window as text, words},
    ui::{
        state::{Tab, View},
        theme::{TextRole, UiExt as _, size},
        widgets::{emergency_badge, outline_button, tab_bar},
    },
};

pub(in crate::ui) fn title_bar(ui: &mut Ui, view: &mut View<'_>) {
    let lang = view.app.language();
    let is_narrow = ui.available_width() < size::WIDE;
    let is_tight = ui.available_width() < size::TIGHT;
    ui.horizontal_centered(|ui| {
        if !is_narrow {
            ui.label(TextRole::Title.rich(words::product(lang)));
            if ui.available_width() > size::WITH_EDITION {
                let guide = view.app.guide();
                let age = edition_age_in_months(guide, view.app.today()).filter(|months| *months > 0);
                let age = age.map(|months| format!(" · {}", words::edition_age(months, lang))).unwrap_or_default();
                let edition = format!("{} {}{age}", words::edition(lang), guide.edition);
                ui.label(TextRole::Small.rich(edition).color(ui.tokens().ink_soft));
            }
        }
        if !is_narrow {
            // A narrow window has them in its own bar, beside its panes.
            tabs(ui, view, lang);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            menu::menu_button(ui, view);
            if !is_narrow {
                language_button(ui, view, lang);
            }
            date::date_button(ui, view, is_tight);
            let badge = if is_tight { text::emergency_short(lang) } else { text::emergency(lang) };
            emergency_badge(ui, badge, text::emergency(lang));
            search::search_field(ui, view);
        });
    });
}

/// The parts of the program.
fn tabs(ui: &mut Ui, view: &mut View<'_>, lang: Lang) {
    let all = [Tab::Wegwijzer, Tab::Keten];
    let shown = all.iter().position(|tab| *tab == view.state.tab).unwrap_or(0);
    let titles = [chain::other_view(lang), chain::view(lang)];
    if let Some(position) = tab_bar(ui, chain::views(lang), &titles, shown) {
        view.state.show(all[position]);
    }
}

fn language_button(ui: &mut Ui, view: &mut View<'_>, lang: Lang) {
    let (shown, other) = match lang {
        Lang::Nl => ("NL", Lang::En),
        Lang::En => ("EN", Lang::Nl),
    };
    if ui.add(outline_button(shown).neutral()).on_hover_text(text::language(lang)).clicked() {
        view.state.send(Command::SetLanguage(other));
    }
}
