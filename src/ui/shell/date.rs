//! The day of asking.

use eframe::egui::{Key, Popup, PopupCloseBehavior, TextEdit, Ui};

use crate::{
    app::Command,
    model::{Date, PartialDate},
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

/// A day as people type it: `2022-02-03` or `3-2-2022`.
pub(in crate::ui) fn read_day(typed: &str) -> Option<Date> {
    let typed = typed.trim().replace(['/', '.', ' '], "-");
    if let Ok(PartialDate::Day(day)) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = typed.split('-').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Date::new(year.parse().ok().filter(|year| *year > 999)?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_can_be_typed_in_two_ways() {
        let expected = Date::new(2022, 2, 3).ok();
        for typed in ["2022-02-03", "3-2-2022", "03/02/2022", " 3.2.2022 "] {
            assert_eq!(read_day(typed), expected, "{typed}");
        }
        for typed in ["", "2022", "31-2-2022", "3-2-22", "vandaag"] {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }
}
