//! The day of asking.

use eframe::egui::{Key, Popup, PopupCloseBehavior, TextEdit, Ui};

use crate::{
    app::{Command, read_day},
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{filled_button, outline_button},
    },
};

pub(super) fn date_button(ui: &mut Ui, ctx: &mut Ctx<'_>, is_tight: bool) {
    let lang = ctx.app.language();
    let day = words::day(ctx.app.date(), lang);
    let short = ctx.app.date().to_string();
    let button = if is_tight {
        outline_button(&short).neutral()
    } else {
        outline_button(&day).neutral().icon(Icon::Calendar).trailing(Icon::ChevronDown)
    };
    let response = ui.add(button).on_hover_text(text::date(lang));
    if response.clicked() {
        ctx.state.date_text = ctx.app.date().to_string();
        ctx.state.date_is_wrong = false;
    }
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::MENU_WIDTH).show(|ui| {
        let label = ui.label(TextRole::Label.rich(text::date_field(lang)));
        let field = TextEdit::singleline(&mut ctx.state.date_text).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ctx.state.date_is_wrong {
            ui.label(TextRole::Small.rich(text::not_a_date(lang)).color(ui.tokens().warning));
        }
        ui.horizontal(|ui| {
            if ui.add(filled_button(text::apply(lang))).clicked() || entered {
                match read_day(&ctx.state.date_text) {
                    Some(day) => {
                        ctx.state.date_is_wrong = false;
                        ctx.send(Command::SetDate(day));
                        ui.close();
                    }
                    None => ctx.state.date_is_wrong = true,
                }
            }
            if ui.add(outline_button(text::today(lang))).clicked() {
                ctx.send(Command::SetDate(ctx.app.today()));
                ui.close();
            }
        });
    });
}
