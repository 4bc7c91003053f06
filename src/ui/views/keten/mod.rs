//! The chain as a picture: phases as lanes, aspects as rows, hand-overs as lines; beside it the same in words.

mod arrange;
mod boxes;
mod camera;
mod draw;
mod focus;
mod happened;
mod keys;
mod lanes;
mod legend;
mod line_words;
mod lines;
mod minimap;
mod outline;
mod picture;
mod scene;
mod state;
mod toolbar;

use eframe::egui::Ui;

use focus::{choose, laid_out};
use scene::Scene;
use state::KetenState;

use crate::{
    app::Command,
    chain::Who,
    model::Lang,
    text::{chain as text, help},
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::size,
        view::{KeyHelp, View},
    },
};

/// The chain as a picture.
#[derive(Debug, Default)]
pub(super) struct Keten {
    state: KetenState,
}

impl View for Keten {
    fn title(&self, lang: Lang) -> &'static str {
        text::view(lang)
    }

    fn purpose(&self, lang: Lang) -> &'static str {
        help::keten_purpose(lang)
    }

    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2] {
        [(Pane::Main, text::view(lang)), (Pane::Side, text::in_words(lang))]
    }

    fn side_width(&self) -> f32 {
        size::OUTLINE_WIDTH
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        outline_ui(ui, ctx, &mut self.state);
    }

    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        picture::picture_ui(ui, ctx, &mut self.state);
    }

    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)] {
        help::keten(lang)
    }

    fn keys(&self, lang: Lang) -> Vec<KeyHelp> {
        keys::help(lang)
    }

    fn hear_keys(&mut self, ui: &mut Ui, _ctx: &mut Ctx<'_>) {
        draw::hear_keys(ui, &mut self.state);
    }

    fn on_show(&mut self, ctx: &mut Ctx<'_>) {
        ctx.send(Command::ShowChain);
    }

    fn clear(&mut self) {
        self.state = KetenState::default();
    }
}

/// The outline, for the panel beside the picture.
fn outline_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut KetenState) {
    let lang = ctx.app.language();
    let Some(chain) = laid_out(ui, ctx, state) else { return };
    let scene = Scene::new(&chain, state);
    let moves_to = state.outline_to.take();
    if let Some(place) = outline::outline(ui, &chain, &scene, lang, moves_to) {
        match chain.view.picture.places[place].who {
            Who::Party { .. } if draw::choose(ctx, state, &chain, place) => {}
            Who::Party { .. } | Who::Gap(_) => choose(ctx, state, &chain, place),
            Who::Together { .. } | Who::Fold { .. } => picture::unfold(ctx, &chain, place),
        }
        state.shows = Some(place);
    }
}
