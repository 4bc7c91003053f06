//! The day of asking: typed, or chosen from a calendar.

use eframe::egui::{Align, Key, Layout, Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui};

use crate::{
    app::{Command, read_day},
    model::{Date, Lang, Weekday},
    text::{days, window as text, words},
    ui::{
        ctx::Ctx,
        select_all::select_all,
        state::DayChoice,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{Calendar, CalendarWords, filled_button, outline_button},
    },
};

pub(super) fn date_button(ui: &mut Ui, ctx: &mut Ctx<'_>, is_tight: bool) {
    let lang = ctx.app.language();
    let day = words::day(ctx.app.date(), lang);
    let short = words::short_day(ctx.app.date(), lang);
    let button = if is_tight {
        outline_button(&short).neutral().named(&day)
    } else {
        outline_button(&day).neutral().icon(Icon::Calendar).trailing(Icon::ChevronDown)
    };
    let response = ui.add(button).on_hover_text(text::date(lang));
    if response.clicked() {
        let askable = ctx.app.askable_days();
        ctx.state.day_choice = Some(DayChoice {
            typed: ctx.app.date().to_string(),
            is_wrong: false,
            cursor: askable.nearest(ctx.app.date()),
            days: askable,
            had_focus: false,
        });
    }
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(Layout::top_down(Align::Min))
        .width(size::MENU_WIDTH);
    let shown = popup.show(|ui| {
        let Some(mut choice) = ctx.state.day_choice.take() else { return };
        let height = ui.ctx().content_rect().height() - size::BAR - size::L;
        let chosen = ScrollArea::vertical().max_height(height).show(ui, |ui| choice_ui(ui, ctx, &mut choice)).inner;
        ctx.state.day_choice = Some(choice);
        if let Some(day) = chosen {
            ctx.send(Command::SetDate(day));
            ui.close();
        }
    });
    if shown.is_none() {
        ctx.state.day_choice = None;
    }
}

/// The day that was chosen, once it was.
fn choice_ui(ui: &mut Ui, ctx: &Ctx<'_>, choice: &mut DayChoice) -> Option<Date> {
    let (lang, today) = (ctx.app.language(), ctx.app.today());
    let label = ui.label(TextRole::Label.rich(text::date_field(lang)));
    let field = ui.add(TextEdit::singleline(&mut choice.typed).desired_width(f32::INFINITY)).labelled_by(label.id);
    if !std::mem::replace(&mut choice.had_focus, true) {
        field.request_focus();
        select_all(ui, field.id, &choice.typed);
    }
    let can_be = |day: &Date| *day == today || choice.days.contains(*day);
    let typed = read_day(&choice.typed);
    if field.changed() {
        choice.is_wrong = false;
        // The calendar shows what is typed.
        choice.cursor = typed.filter(can_be).map_or(choice.cursor, |day| choice.days.nearest(day));
    }
    if choice.is_wrong {
        let why = match typed {
            Some(_) => text::day_outside(choice.days.first, choice.days.last, lang),
            None => text::not_a_date(lang).to_owned(),
        };
        ui.label(TextRole::Small.rich(why).color(ui.tokens().warning));
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = None;
    ui.horizontal(|ui| {
        if ui.add(filled_button(text::apply(lang))).clicked() || entered {
            chosen = typed.filter(can_be);
            choice.is_wrong = chosen.is_none();
        }
        if ui.add(outline_button(text::today(lang))).clicked() {
            chosen = Some(today);
        }
    });
    ui.add_space(size::XS);
    let calendar = Calendar {
        chosen: ctx.app.date(),
        today,
        first: choice.days.first,
        last: choice.days.last,
        words: calendar_words(lang),
    };
    calendar.show(ui, &mut choice.cursor).or(chosen)
}

fn calendar_words(lang: Lang) -> CalendarWords<'static> {
    CalendarWords {
        name: text::calendar(lang),
        before: text::month_before(lang),
        after: text::month_after(lang),
        weekdays: Weekday::ALL.map(|day| days::weekday(day, lang)),
        month: match lang {
            Lang::Nl => |date| days::month_of(date, Lang::Nl),
            Lang::En => |date| days::month_of(date, Lang::En),
        },
        day: match lang {
            Lang::Nl => |date, is_today| day_name(date, is_today, Lang::Nl),
            Lang::En => |date, is_today| day_name(date, is_today, Lang::En),
        },
    }
}

fn day_name(date: Date, is_today: bool, lang: Lang) -> String {
    let day = days::day_of_week(date, lang);
    if is_today { text::day_today(&day, lang) } else { day }
}
