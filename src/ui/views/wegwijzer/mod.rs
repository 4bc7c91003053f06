//! The Wegwijzer view: questions, the next question, and answers per phase.

mod answers;
mod facets;
mod first;
mod gemeente;
mod keys;
mod pinned;
mod plan;
mod question;
mod select;
mod state;

use eframe::egui::Ui;

use state::WegwijzerState;

use crate::{
    app::App,
    model::Lang,
    text::{help, window as text},
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::size,
        view::{KeyHelp, View},
    },
};

/// Who is responsible.
#[derive(Debug, Default)]
pub(super) struct Wegwijzer {
    state: WegwijzerState,
    /// The last answer that was asked for from elsewhere and came in sight.
    seen: u32,
}

impl View for Wegwijzer {
    fn title(&self, lang: Lang) -> &'static str {
        text::wegwijzer(lang)
    }

    fn purpose(&self, lang: Lang) -> &'static str {
        help::wegwijzer_purpose(lang)
    }

    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2] {
        [(Pane::Side, text::facets(lang)), (Pane::Main, text::answers(lang))]
    }

    fn side_width(&self) -> f32 {
        size::FACETS_WIDTH
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        facets::facets_ui(ui, ctx, &mut self.state);
    }

    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        answers::answers_ui(ui, ctx, &mut self.state);
    }

    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)] {
        help::wegwijzer(lang)
    }

    fn keys(&self, lang: Lang) -> Vec<KeyHelp> {
        keys::help(lang)
    }

    fn hear_keys(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        keys::answer_by_key(ui, ctx, &mut self.state.question);
    }

    fn is_wanted(&self, app: &App) -> bool {
        app.asked_only() != self.seen
    }

    fn on_show(&mut self, ctx: &mut Ctx<'_>) {
        if self.is_wanted(ctx.app) {
            self.seen = ctx.app.asked_only();
            self.clear();
        }
    }

    fn clear(&mut self) {
        self.state = WegwijzerState {
            first_unfolded: self.state.first_unfolded,
            side_to_top: true,
            main_to_top: true,
            ..WegwijzerState::default()
        };
    }
}
