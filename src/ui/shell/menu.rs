//! The menu.

use eframe::egui::{Popup, PopupCloseBehavior, Role, Ui};

use crate::{
    app::Command,
    file::ThemeChoice,
    model::Lang,
    text::{help, window as text},
    ui::{
        ctx::Ctx,
        state::{Dialog, OpenGuide},
        theme::{Icon, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, choice_group, icon_button, outline_button},
    },
};

/// One step larger or smaller.
const ZOOM_STEP: f32 = 0.25;

pub(super) fn menu_button(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let button = ui.add(icon_button(Icon::Menu, text::menu(lang)));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::MENU_WIDTH);
    popup.show(|ui| {
        theme_choice(ui, ctx, lang);
        language_choice(ui, ctx, lang);
        choice_group(ui, Role::Group, text::zoom(lang), |ui| {
            ui.horizontal(|ui| {
                let zoom = ui.ctx().zoom_factor();
                for (label, to) in
                    [(text::smaller(lang), zoom - ZOOM_STEP), (text::larger(lang), zoom + ZOOM_STEP), ("100 %", 1.0)]
                {
                    if ui.add(outline_button(label).neutral().small()).clicked() {
                        ctx.send(Command::SetZoom(to.clamp(1.0, 3.0)));
                    }
                }
            });
        });
        ui.separator();
        if ui.add(outline_button(text::open_guide(lang)).neutral()).clicked() {
            ctx.state.dialog = Some(Dialog::OpenGuide(OpenGuide::default()));
            ui.close();
        }
        if ctx.app.loaded().path.is_some() && ui.add(outline_button(text::embedded_guide(lang)).neutral()).clicked() {
            ctx.send(Command::UseEmbeddedGuide);
            ui.close();
        }
        if ui.add(outline_button(help::help(lang)).neutral().key("F1")).clicked() {
            ctx.state.dialog = Some(Dialog::Help);
            ui.close();
        }
        if ui.add(outline_button(text::about(lang)).neutral()).clicked() {
            ctx.state.dialog = Some(Dialog::About);
            ui.close();
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
