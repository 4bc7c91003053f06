//! For a trainer: a case of the guide, given to a room.

mod before;
mod cases;
mod during;
mod findings;

use eframe::egui::{Key, ScrollArea, Ui};

use crate::{
    app::App,
    model::{Lang, RecordId},
    text::{help, lesson as text},
    ui::{
        action,
        ctx::Ctx,
        presenting::{Presenting, Screen, do_heard, heard},
        state::Pane,
        theme::size,
        view::{KeyHelp, View},
        widgets::scroll_by_key,
    },
};

/// The workshop.
#[derive(Debug)]
pub(super) struct Workshop {
    /// The case that is read.
    chosen: Option<RecordId>,
    /// The second screen, as the system counts them.
    screen: usize,
    /// Letters are keys too.
    with_letters: bool,
    /// How many questions a quiz has, and its series.
    quiz: (u16, u32),
    /// What is wrong in the guide, as it is typed.
    finding: String,
    /// The file of cases that was in sight.
    seen_file: Option<String>,
}

impl Default for Workshop {
    fn default() -> Self {
        Self { chosen: None, screen: 1, with_letters: true, quiz: (6, 1), finding: String::new(), seen_file: None }
    }
}

impl View for Workshop {
    fn title(&self, lang: Lang) -> &'static str {
        text::workshop(lang)
    }

    fn purpose(&self, lang: Lang) -> &'static str {
        text::purpose(lang)
    }

    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2] {
        [(Pane::Side, text::cases(lang)), (Pane::Main, text::a_case(lang))]
    }

    fn side_width(&self) -> f32 {
        size::OUTLINE_WIDTH
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        cases::cases_ui(ui, ctx, self);
    }

    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        ScrollArea::vertical().id_salt("workshop").auto_shrink(false).show(ui, |ui| {
            if ctx.hears_scroll_keys(Pane::Main) && ctx.state.presenting.is_none() {
                scroll_by_key(ui);
            }
            if ctx.app.lesson().is_some() {
                during::during_ui(ui, ctx, self);
            } else {
                before::before_ui(ui, ctx, self);
            }
        });
    }

    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)] {
        help::workshop(lang)
    }

    fn keys(&self, lang: Lang) -> Vec<KeyHelp> {
        vec![KeyHelp { shown: "F5", heard: &const { [action::alone(Key::F5)] }, what: text::show_here(lang) }]
    }

    fn hear_keys(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        if action::is_pressed_once(ui, action::alone(Key::F5)) {
            self.show(ctx, Screen::This);
        }
        // A clicker is heard in whichever window has the focus.
        if let Some(mut shown) = ctx.state.presenting.take() {
            if !ui.ctx().text_edit_focused()
                && let Some(heard) = heard(ui, false, &mut shown.typed)
            {
                do_heard(ctx, &mut shown, heard, ui.input(|input| input.time));
            }
            ctx.state.presenting = Some(shown);
        }
    }

    fn is_wanted(&self, app: &App) -> bool {
        app.case_file().is_some() && app.case_file() != self.seen_file.as_deref()
    }

    fn on_show(&mut self, ctx: &mut Ctx<'_>) {
        self.seen_file = ctx.app.case_file().map(str::to_owned);
    }

    fn clear(&mut self) {
        *self = Self { seen_file: self.seen_file.take(), ..Self::default() };
    }
}

impl Workshop {
    /// Shows the case that is read, from where it was or from its start.
    fn show(&self, ctx: &mut Ctx<'_>, screen: Screen) {
        if ctx.app.lesson().is_none() {
            let Some(case) = self.chosen.clone() else { return };
            before::begin(ctx, case, crate::workshop::Spot::Start);
        }
        ctx.state.presenting = Some(Presenting::on(screen, self.with_letters));
    }
}
