//! A part of the program: a folder in `views` and a line in its list.

use std::fmt;

use eframe::egui::{KeyboardShortcut, Ui};

use super::{ctx::Ctx, state::Pane};
use crate::{app::App, model::Lang};

/// Keys that work in a view, and what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyHelp {
    /// As the help says them.
    pub(super) shown: &'static str,
    /// As they are heard; no two things in sight have the same.
    pub(super) heard: &'static [KeyboardShortcut],
    /// What they do.
    pub(super) what: &'static str,
}

/// A part of the program: it draws what the app knows and asks for commands, and keeps only how it is looked at.
///
/// The title bar, the menu of a narrow window, the shortcuts (Ctrl 1, Ctrl 2, …) and the help take all they need from
/// here, so that no other file knows which views there are.
pub(super) trait View: fmt::Debug {
    /// What its tab says.
    fn title(&self, lang: Lang) -> &'static str;

    /// What it is for, in the list of keys.
    fn purpose(&self, lang: Lang) -> &'static str;

    /// What a narrow window calls its two panes, in the order of its bar.
    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2];

    /// How wide its side is, in points.
    fn side_width(&self) -> f32;

    /// Draws what is at the left.
    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>);

    /// Draws what is in the middle.
    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>);

    /// What the help says of it: headings, each with its text.
    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)];

    /// Its own keys, for the help.
    fn keys(&self, lang: Lang) -> Vec<KeyHelp>;

    /// Does what its own keys ask, while it is shown and no dialog is open.
    fn hear_keys(&mut self, _ui: &mut Ui, _ctx: &mut Ctx<'_>) {}

    /// Whether something waits for it that was begun in another one.
    fn is_wanted(&self, _app: &App) -> bool {
        false
    }

    /// It comes in sight.
    fn on_show(&mut self, _ctx: &mut Ctx<'_>) {}

    /// The window is about to close: what is being typed is taken over.
    fn finish(&mut self, _ctx: &mut Ctx<'_>) {}

    /// Forgets everything that was typed or unfolded: it may say something of a person.
    fn clear(&mut self);
}

/// All views, in the order of their tabs.
pub(super) type Views = [Box<dyn View>];

/// Brings a view in sight that is wanted.
pub(super) fn show_wanted(views: &mut Views, ctx: &mut Ctx<'_>) {
    let wanted = views.iter().position(|view| view.is_wanted(ctx.app));
    if let Some(position) = wanted.filter(|position| *position != ctx.state.shown) {
        show(views, position, ctx);
    }
}

/// Brings a view in sight.
pub(super) fn show(views: &mut Views, position: usize, ctx: &mut Ctx<'_>) {
    if let Some(view) = views.get_mut(position) {
        ctx.state.shown = position;
        ctx.state.pane = Pane::Main;
        view.on_show(ctx);
    }
}
