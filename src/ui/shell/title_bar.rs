//! The bar at the top.

use eframe::egui::{Align, Label, Layout, Role, Ui, WidgetInfo, vec2};

use super::{date, menu, search};
use crate::{
    app::Command,
    lookup::edition_age_in_months,
    model::{GuideOrigin, Lang},
    text::{own, which, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        view::Views,
        widgets::{emergency_badge, outline_button, tab_bar},
    },
};

/// Gives the view that was chosen, by its place among the tabs.
pub(in crate::ui) fn title_bar(ui: &mut Ui, ctx: &mut Ctx<'_>, views: &Views) -> Option<usize> {
    let lang = ctx.app.language();
    let is_narrow = ui.available_width() < size::WIDE;
    // Beside the tabs the search field needs the room.
    let least = if is_narrow { size::TIGHT } else { size::TIGHT_WITH_TABS };
    let is_tight = ui.available_width() < least;
    let mut chosen = None;
    ui.horizontal_centered(|ui| {
        if !is_narrow {
            name_ui(ui, ctx, lang);
        }
        if !is_narrow {
            // A narrow window has them in its own bar, beside its panes.
            chosen = tabs(ui, ctx, views, lang);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            menu::menu_button(ui, ctx);
            if !is_narrow {
                language_button(ui, ctx, lang);
            }
            date::date_button(ui, ctx, is_tight);
            other_guide_mark(ui, ctx);
            let emergency = which::emergency(ctx.app.guide(), lang);
            emergency_badge(ui, if is_tight { text::emergency_short(lang) } else { emergency }, emergency);
            search::search_field(ui, ctx);
        });
    });
    chosen
}

/// The program and the edition of the guide: beside each other, or one below the other where the tabs need the room.
fn name_ui(ui: &mut Ui, ctx: &Ctx<'_>, lang: Lang) {
    let guide = ctx.app.guide();
    let age = edition_age_in_months(guide, ctx.app.today()).filter(|months| *months > 0);
    let age = age.map(|months| format!(" · {}", words::edition_age(months, lang))).unwrap_or_default();
    let edition = format!("{} {}{age}", words::edition(lang), guide.edition);
    let both = |ui: &mut Ui| {
        ui.label(TextRole::Title.rich(words::product(lang)));
        ui.label(TextRole::Small.rich(&edition).color(ui.tokens().ink_soft));
    };
    if ui.available_width() > size::WITH_EDITION {
        both(ui);
    } else if ui.available_width() > size::WITH_EDITION_BELOW {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(size::XS);
            both(ui);
        });
    } else {
        ui.label(TextRole::Title.rich(words::product(lang)));
    }
}

/// The name of the guide's file, calm beside the day, when it is not the guide inside the program.
fn other_guide_mark(ui: &mut Ui, ctx: &Ctx<'_>) {
    let lang = ctx.app.language();
    let origin = ctx.app.document().index.origin();
    let over = || origin.and_then(|origin| origin.supplement.as_ref()).map(|_| own::mark(lang));
    let Some(words) = which::other_guide(ctx.app.guide(), origin, lang) else { return };
    let Some(file) = origin.and_then(GuideOrigin::other_file).or_else(over) else { return };
    if ui.available_width() < size::WITH_GUIDE_NAME {
        // Its name has no room there: the mark says it, to who points at it and to a screen reader.
        let mark = icon(ui, Icon::Document, size::ICON, ui.tokens().ink_soft).on_hover_text(&words);
        mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        return;
    }
    ui.allocate_ui(vec2(size::GUIDE_MARK, size::BUTTON), |ui| {
        let text = TextRole::Small.rich(words::excerpt(file)).color(ui.tokens().ink_soft);
        let mark = ui.add(Label::new(text).truncate()).on_hover_text(&words);
        mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        icon(ui, Icon::Document, size::ICON, ui.tokens().ink_soft);
    });
}

/// The parts of the program.
fn tabs(ui: &mut Ui, ctx: &Ctx<'_>, views: &Views, lang: Lang) -> Option<usize> {
    let titles: Vec<&str> = views.iter().map(|view| view.title(lang)).collect();
    tab_bar(ui, text::views(lang), &titles, ctx.state.shown)
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
