//! Everything about a party, and two parties side by side: for everybody.

mod list;
mod profile;

use eframe::egui::Ui;

use crate::{
    model::{Lang, PartyId},
    text::{help, parties as text},
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::size,
        view::{KeyHelp, View},
    },
};

/// The parties.
#[derive(Debug, Default)]
pub(super) struct Partijen {
    /// What is looked for.
    words: String,
    /// The party that is read.
    chosen: Option<PartyId>,
    /// The one beside it.
    beside: Option<PartyId>,
}

impl View for Partijen {
    fn title(&self, lang: Lang) -> &'static str {
        text::parties(lang)
    }

    fn purpose(&self, lang: Lang) -> &'static str {
        text::purpose(lang)
    }

    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2] {
        [(Pane::Side, text::parties(lang)), (Pane::Main, text::a_party(lang))]
    }

    fn side_width(&self) -> f32 {
        size::OUTLINE_WIDTH
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        list::list_ui(ui, ctx, self);
    }

    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        profile::profiles_ui(ui, ctx, self);
    }

    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)] {
        help::parties(lang)
    }

    fn keys(&self, _lang: Lang) -> Vec<KeyHelp> {
        Vec::new()
    }

    fn clear(&mut self) {
        *self = Self::default();
    }
}
