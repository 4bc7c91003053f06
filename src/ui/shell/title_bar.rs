//! The bar at the top.

use eframe::egui::{Align, Layout, Ui};

use super::{date, menu, search};
use crate::{
    app::Command,
    lookup::edition_age_in_months,
    model::Lang,
    text::{chain, window as text, words},
    ui::{
        ctx::Ctx,
        state::Tab,
        theme::{TextRole, UiExt as _, size},
        widgets::{emergency_badge, outline_button, tab_bar},
    },
};

pub(in crate::ui) fn title_bar(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let is_narrow = ui.available_width() < size::WIDE;
    let is_tight = ui.available_width() < size::TIGHT;
    ui.horizontal_centered(|ui| {
        if !is_narrow {
            ui.label(TextRole::Title.rich(words::product(lang)));
            if ui.available_width() > size::WITH_EDITION {
                let guide = ctx.app.guide();
                let age = edition_age_in_months(guide, ctx.app.today()).filter(|months| *months > 0);
                let age = age.map(|months| format!(" · {}", words::edition_age(months, lang))).unwrap_or_default();
                let edition = format!("{} {}{age}", words::edition(lang), guide.edition);
                ui.label(TextRole::Small.rich(edition).color(ui.tokens().ink_soft));
            }
        }
        if !is_narrow {
            // A narrow window has them in its own bar, beside its panes.
            tabs(ui, ctx, lang);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            menu::menu_button(ui, ctx);
            if !is_narrow {
                language_button(ui, ctx, lang);
            }
            date::date_button(ui, ctx, is_tight);
            let badge = if is_tight { text::emergency_short(lang) } else { text::emergency(lang) };
            emergency_badge(ui, badge, text::emergency(lang));
            search::search_field(ui, ctx);
        });
    });
}

/// The parts of the program.
fn tabs(ui: &mut Ui, ctx: &mut Ctx<'_>, lang: Lang) {
    let all = [Tab::Wegwijzer, Tab::Keten];
    let shown = all.iter().position(|tab| *tab == ctx.state.tab).unwrap_or(0);
    let titles = [chain::other_view(lang), chain::view(lang)];
    if let Some(position) = tab_bar(ui, chain::views(lang), &titles, shown) {
        ctx.state.show(all[position]);
    }
}

fn language_button(ui: &mut Ui, ctx: &mut Ctx<'_>, lang: Lang) {
    let (shown, other) = match lang {
        Lang::Nl => ("NL", Lang::En),
        Lang::En => ("EN", Lang::Nl),
    };
    if ui.add(outline_button(shown).neutral()).on_hover_text(text::language(lang)).clicked() {
        ctx.send(Command::SetLanguage(other));
    }
}
