//! Two versions of which nobody chose yet: what each says, and the choice.

use eframe::egui::Ui;

use super::{proposal::version_ui, state::BeheerState};
use crate::{
    app::{Command, Keep, RecordView},
    edit::Choice,
    text::proposal as text,
    ui::{
        ctx::Ctx,
        theme::size,
        widgets::{filled_button, outline_button},
    },
};

pub(super) fn resolve_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &RecordView) {
    let lang = ctx.app.language();
    if view.conflicts.is_empty() {
        return;
    }
    for conflict in &view.conflicts {
        let lines = |said: &Option<String>| said.iter().cloned().collect::<Vec<_>>();
        version_ui(ui, text::in_guide(lang), &lines(&conflict.ours), None, lang);
        version_ui(ui, text::other(lang), &lines(&conflict.theirs), None, lang);
        if conflict.base.is_some() {
            version_ui(ui, text::before(lang), &lines(&conflict.base), None, lang);
        }
    }
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        if ui.add(filled_button(text::choose_ours(lang))).clicked() {
            chosen = Some(Choice::Ours);
        }
        if ui.add(outline_button(text::choose_theirs(lang))).clicked() {
            chosen = Some(Choice::Theirs);
        }
    });
    if let Some(choice) = chosen {
        state.commit(ctx);
        ctx.send(Command::Keep(Keep::Resolve(choice)));
    }
    ui.add_space(size::S);
}
