//! The Beheer view: the records of the guide as a list, one of them as a form, and what a change does.

mod asking;
mod bar;
mod beside;
mod choose;
mod chosen;
mod condition;
mod coverage;
mod disk;
mod drafts;
mod effects;
mod fields;
mod filters;
mod form;
mod guided;
mod history;
mod keys;
mod over_all;
mod own;
mod own_draft;
mod panels;
mod place;
mod proposal;
mod records;
mod replacing;
mod resolve;
mod selection;
mod several;
mod state;
mod to_look;
mod verifying;

use eframe::egui::{ScrollArea, Ui, UiBuilder};

use state::{BeheerState, Panel};

use crate::{
    app::{App, Command, Keep},
    model::Lang,
    text::keeping as text,
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        view::{KeyHelp, View},
        widgets::{focus_first, not_first, scroll_by_key},
    },
};

/// Keeping the guide.
#[derive(Debug, Default)]
pub(super) struct Beheer {
    state: BeheerState,
}

impl View for Beheer {
    fn title(&self, lang: Lang) -> &'static str {
        text::title(lang)
    }

    fn purpose(&self, lang: Lang) -> &'static str {
        text::purpose(lang)
    }

    fn panes(&self, lang: Lang) -> [(Pane, &'static str); 2] {
        [(Pane::Side, text::records(lang)), (Pane::Main, text::form(lang))]
    }

    fn side_width(&self) -> f32 {
        size::RECORDS_WIDTH
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        records::records_ui(ui, ctx, &mut self.state);
    }

    fn main_ui(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        if let Some(draft) = ctx.app.draft() {
            let panel = panels::drafted(ctx, draft);
            self.state.show(panel, ctx);
            ctx.send(Command::Keep(Keep::Drafted));
        }
        // Whoever comes here by a key wants the form, and not to undo something.
        not_first(ui, |ui| bar::bar_ui(ui, ctx, &mut self.state));
        let has_proposal = ctx.app.proposal_view().is_some();
        if has_proposal && !std::mem::replace(&mut self.state.had_proposal, has_proposal) {
            // What was asked for comes in sight once it is there.
            self.state.show(Panel::Proposal, ctx);
            self.state.proposed = (0, 0);
        }
        self.state.had_proposal = has_proposal;
        let left = ctx.app.to_look_at().map(|(step, _)| step);
        if left.is_some() && left != self.state.looked {
            // What a command could not decide comes in sight once.
            self.state.show(Panel::ToLook, ctx);
        }
        self.state.looked = left.or(self.state.looked.take());
        disk::disk_ui(ui, ctx, &mut self.state);
        ui.add_space(size::S);
        if self.state.panel == Panel::Proposal {
            proposal::proposal_ui(ui, ctx, &mut self.state);
            return;
        }
        let room = ui.available_rect_before_wrap();
        // Of several records together, and of all persons, there is nothing to say beside them.
        let stands_alone = self.state.selection.several().is_some() || self.state.panel == Panel::OverAll;
        let has_effects = room.width() >= size::FORM_WITH_EFFECTS && !stands_alone;
        let split = if has_effects { room.right() - size::EFFECTS_WIDTH } else { room.right() };
        let page = room.with_max_x(split);
        ui.scope_builder(UiBuilder::new().max_rect(page).id_salt("page"), |ui| {
            page_ui(ui, ctx, &mut self.state, !has_effects);
        });
        if has_effects {
            let beside = room.with_min_x(split + size::S);
            ui.scope_builder(UiBuilder::new().max_rect(beside).id_salt("beside"), |ui| {
                ScrollArea::vertical().id_salt("effects").auto_shrink(false).show(ui, |ui| {
                    beside::beside_ui(ui, ctx, &mut self.state);
                });
            });
        }
    }

    fn help(&self, lang: Lang) -> &'static [(&'static str, &'static str)] {
        text::help(lang)
    }

    fn keys(&self, lang: Lang) -> Vec<KeyHelp> {
        keys::keys(lang)
    }

    fn hear_keys(&mut self, ui: &mut Ui, ctx: &mut Ctx<'_>) {
        keys::hear(ui, ctx, &mut self.state);
    }

    /// Something was begun elsewhere that is finished here.
    fn is_wanted(&self, app: &App) -> bool {
        app.draft().is_some() || app.proposal_view().is_some() && !self.state.had_proposal
    }

    fn on_show(&mut self, ctx: &mut Ctx<'_>) {
        ctx.send(Command::LookAtGuide);
    }

    fn finish(&mut self, ctx: &mut Ctx<'_>) {
        self.state.commit(ctx);
    }

    /// What is typed here is about the guide, and nothing of it is lost when a person is wiped.
    fn clear(&mut self) {}
}

/// What is in the middle: a form, or something to decide.
fn page_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, with_effects: bool) {
    let lang = ctx.app.language();
    let mut area = ScrollArea::vertical().id_salt("form").auto_shrink(false);
    let several = state.selection.several().cloned();
    let name = if several.is_some() && state.panel == Panel::Form { "several" } else { state.panel.name() };
    let shown = (ctx.app.record_view().map(|view| view.form.record.clone()), name);
    if state.shown.as_ref() != Some(&shown) {
        // Another record begins at its top.
        area = area.vertical_scroll_offset(0.0);
        state.shown = Some(shown);
    }
    area.show(ui, |ui| {
        if ctx.hears_scroll_keys(Pane::Main) {
            scroll_by_key(ui);
        }
        ui.set_max_width(ui.available_width() - size::S);
        if std::mem::take(&mut state.enters) {
            focus_first(ui);
        }
        match (&state.panel, &several) {
            (Panel::Form, Some(records)) => several::several_ui(ui, ctx, state, records),
            (Panel::Bulk(_), Some(records)) => several::bulk_ui(ui, ctx, state, records),
            // Those that were chosen are not all there any more.
            (Panel::Bulk(_), None) => state.show(Panel::Form, ctx),
            (Panel::Form, None) => match ctx.app.record_view() {
                Some(view) => {
                    form::form_ui(ui, ctx, state, &view);
                    if with_effects {
                        ui.add_space(size::M);
                        beside::beside_ui(ui, ctx, state);
                    }
                }
                None => {
                    ui.label(TextRole::Body.rich(text::nothing_open(lang)).color(ui.tokens().ink_soft));
                }
            },
            (Panel::History, _) => history::history_ui(ui, ctx, state),
            (Panel::Own, _) => own::own_ui(ui, ctx, state),
            (Panel::ToLook, _) => to_look::to_look_ui(ui, ctx, state),
            (Panel::OverAll, _) => over_all::over_all_ui(ui, ctx, state),
            _ => panels::panel_ui(ui, ctx, state),
        }
        ui.add_space(size::L);
    });
}
