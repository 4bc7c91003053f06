//! The menu.

use eframe::egui::{Popup, PopupCloseBehavior, Role, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    app::Command,
    export::EXPORTS,
    file::ThemeChoice,
    model::Lang,
    text::window as text,
    ui::{
        action::Action,
        ctx::Ctx,
        state::{Dialog, SaveFile},
        theme::{Icon, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, choice_group, icon_button, outline_button},
    },
};

pub(super) fn menu_button(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let button = ui.add(icon_button(Icon::Menu, text::menu(lang)));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::MENU_WIDTH);
    popup.show(|ui| {
        theme_choice(ui, ctx, lang);
        language_choice(ui, ctx, lang);
        choice_group(ui, Role::Group, text::zoom(lang), |ui| {
            ui.horizontal(|ui| {
                for (action, label) in [
                    (Action::Smaller, Action::Smaller.name(lang)),
                    (Action::Larger, Action::Larger.name(lang)),
                    (Action::NormalSize, "100 %"),
                ] {
                    if ui.add(outline_button(label).neutral().small()).clicked() {
                        action.run(ui, ctx);
                    }
                }
            });
        });
        ui.separator();
        for what in EXPORTS {
            let Some(save) = what.dialog.as_ref().filter(|dialog| dialog.is_in_menu) else { continue };
            if ui.add(outline_button((save.title)(lang)).neutral()).clicked() {
                ctx.state.dialog = SaveFile::of(what, ctx.app).map(Dialog::Save);
                ui.close();
            }
        }
        for action in Action::iter().filter(|action| action.is_in_menu()) {
            let key = action.key(ui);
            let mut button = outline_button(action.name(lang)).neutral();
            if !key.is_empty() {
                button = button.key(&key);
            }
            if action.is_possible(ui, ctx) && ui.add(button).clicked() {
                action.run(ui, ctx);
                ui.close();
            }
        }
    });
}

fn theme_choice(ui: &mut Ui, ctx: &mut Ctx<'_>, lang: Lang) {
    choice_group(ui, Role::RadioGroup, text::theme(lang), |ui| {
        for (choice, label) in [
            (ThemeChoice::System, text::theme_system(lang)),
            (ThemeChoice::Light, text::theme_light(lang)),
            (ThemeChoice::Dark, text::theme_dark(lang)),
            (ThemeChoice::HighContrast, text::theme_contrast(lang)),
        ] {
            if radio(ui, label, ctx.app.settings().theme == choice) {
                ctx.send(Command::SetTheme(choice));
            }
        }
    });
}

fn language_choice(ui: &mut Ui, ctx: &mut Ctx<'_>, lang: Lang) {
    choice_group(ui, Role::RadioGroup, text::language(lang), |ui| {
        for (choice, label) in [(Lang::Nl, "Nederlands"), (Lang::En, "English")] {
            if radio(ui, label, lang == choice) {
                ctx.send(Command::SetLanguage(choice));
            }
        }
    });
}

fn radio(ui: &mut Ui, label: &str, is_chosen: bool) -> bool {
    let state = if is_chosen { ChoiceState::Chosen } else { ChoiceState::Open };
    ui.add(ChoiceRow::new(ChoiceMark::Radio, label, label).state(state)).clicked()
}
