//! For whom something holds: in words, and as a table of situations or as text while it is edited.

use eframe::egui::{Align, Label, Layout, Popup, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::{
    choose,
    place::Place,
    state::{BeheerState, ConditionDraft},
};
use crate::{
    app::App,
    edit::form::Input,
    file,
    model::{Condition, FacetId, FacetKind, Mode, Row, Situation, Situations, ValueId, walk::RefersTo},
    present::RowFacts,
    text::{errors, keeping as text},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{
            ChoiceMark, ChoiceRow, ChoiceState, choice_rows, filled_button, icon_button, outline_button, section_label,
        },
    },
};

/// For whom, in words, with a button to change that; or the editor while it is open.
pub(super) fn condition_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    who: Option<&Condition>,
    said: &str,
) {
    let lang = ctx.app.language();
    let is_open = state.condition.as_ref().is_some_and(|draft| {
        draft.record == *place.record && draft.at == place.field.at && draft.is_draft == place.is_draft
    });
    if is_open {
        let Some(mut draft) = state.condition.take() else { return };
        if !editor_ui(ui, ctx, state, place, &mut draft) {
            state.condition = Some(draft);
        }
        return;
    }
    ui.add_space(size::XS);
    let said = match who {
        None => text::left_out(lang),
        Some(_) if said.is_empty() => text::for_everybody(lang),
        Some(_) => said,
    };
    ui.add(Label::new(TextRole::Body.rich(said)).wrap());
    let button = ui.add(outline_button(text::edit_condition(lang)).neutral().small());
    button.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}: {}", text::edit_condition(lang), place.field.name))
    });
    if button.clicked() {
        state.commit(ctx);
        state.condition = Some(ConditionDraft::of(place, who.cloned().unwrap_or_default(), ctx.app));
    }
}

impl ConditionDraft {
    fn of(place: &Place<'_>, stands: Condition, app: &App) -> Self {
        let (facts, difference) = app.condition_facts(&stands, &stands);
        let table = Situations::read(&stands);
        let text = table.is_none().then(|| file::write_condition(&stands));
        Self {
            record: place.record.clone(),
            at: place.field.at.clone(),
            is_draft: place.is_draft,
            now: stands.clone(),
            stands,
            table,
            text,
            facts,
            difference,
            wrong: None,
        }
    }

    /// Works out what it means now.
    fn judge(&mut self, app: &App) {
        let lang = app.language();
        let now = match (&self.text, &self.table) {
            (Some(text), _) => file::read_condition(text).map_err(|error| errors::file(&error, lang)),
            (None, Some(table)) => Ok(table.write(&self.stands)),
            (None, None) => Ok(self.stands.clone()),
        };
        self.wrong = now.as_ref().err().cloned();
        if let Ok(now) = now {
            (self.facts, self.difference) = app.condition_facts(&now, &self.stands);
            self.now = now;
        }
    }
}

/// Whether it is done.
fn editor_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    draft: &mut ConditionDraft,
) -> bool {
    let lang = ctx.app.language();
    let mut is_changed = way_ui(ui, draft, lang);
    if let Some(words) = &mut draft.text {
        let field = TextEdit::multiline(words).desired_width(f32::INFINITY).desired_rows(3);
        is_changed |= ui.add(field).accessible_name(text::condition_text(lang)).changed();
    } else if let Some(table) = &mut draft.table {
        is_changed |= table_ui(ui, ctx, state, place, table);
    }
    if is_changed {
        draft.judge(ctx.app);
    }
    judgement_ui(ui, draft);
    let mut is_done = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let can = draft.wrong.is_none() && draft.now != draft.stands;
        let takes = ui.add_enabled(can, filled_button(text::take_over_condition(lang)).small());
        if takes.clicked() {
            state.set(ctx, place, Input::Condition(draft.now.clone()));
            is_done = true;
        }
        is_done |= ui.add(outline_button(text::cancel(lang)).neutral().small()).clicked();
    });
    is_done
}

/// Everybody or not, and as a table or as text; whether that changed it.
fn way_ui(ui: &mut Ui, draft: &mut ConditionDraft, lang: crate::model::Lang) -> bool {
    let mut is_changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let is_everybody = draft.now.is_always();
        let button = outline_button(text::everybody(lang)).neutral().small().selected(is_everybody);
        if ui.add(button).clicked() && !is_everybody {
            draft.table = Some(Situations(vec![Situation::default()]));
            draft.text = None;
            is_changed = true;
        }
        let is_text = draft.text.is_some();
        let as_text = outline_button(text::as_text(lang)).neutral().small().selected(is_text);
        if ui.add(as_text).clicked() {
            if !is_text {
                draft.text = Some(file::write_condition(&draft.now));
            } else if let Some(table) = Situations::read(&draft.now) {
                draft.table = Some(table);
                draft.text = None;
            }
            is_changed = true;
        }
    });
    is_changed
}

/// The table; whether it changed.
fn table_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    table: &mut Situations,
) -> bool {
    let lang = ctx.app.language();
    let mut is_changed = false;
    let mut gone = None;
    let count = table.0.len();
    for (number, situation) in table.0.iter_mut().enumerate() {
        if number > 0 {
            ui.label(TextRole::Strong.rich(text::or(lang)).color(ui.tokens().ink_soft));
        }
        if count > 1 {
            let room = vec2(ui.available_width(), size::BUTTON);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                section_label(ui, &text::nth(text::situation(lang), number + 1));
                let name = format!("{}: {}", text::remove(lang), text::nth(text::situation(lang), number + 1));
                if ui.add(icon_button(Icon::Close, &name)).clicked() {
                    gone = Some(number);
                }
            });
        }
        is_changed |= situation_ui(ui, ctx, state, place, number, situation);
    }
    if let Some(gone) = gone {
        table.0.remove(gone);
        is_changed = true;
    }
    let is_everybody = table.0.iter().any(|situation| situation.rows.is_empty());
    if table.0.len() < Situations::MOST
        && !is_everybody
        && ui.add(outline_button(text::add_situation(lang)).icon(Icon::Plus).small()).clicked()
    {
        table.0.push(Situation::default());
        is_changed = true;
    }
    is_changed
}

/// The rows of a situation; whether they changed.
fn situation_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    number: usize,
    situation: &mut Situation,
) -> bool {
    let lang = ctx.app.language();
    let mut is_changed = false;
    let mut gone = None;
    for (at, row) in situation.rows.iter_mut().enumerate() {
        if at > 0 {
            ui.label(TextRole::Small.rich(text::and(lang)).color(ui.tokens().ink_soft));
        }
        let facts = RowFacts::of(row, ctx.app.kept_guide(), lang);
        ui.push_id((number, at), |ui| {
            // As high as the button that takes it out, so that all of it stands in the middle.
            ui.spacing_mut().interact_size.y = size::BUTTON;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = size::S;
                ui.label(TextRole::Body.rich(&facts.facet));
                let verb = ui.add(outline_button(facts.verb).neutral().small());
                verb.widget_info(|| {
                    WidgetInfo::labeled(Role::Button, true, format!("{}: {}", facts.facet, facts.verb))
                });
                if verb.clicked() {
                    next_verb(row);
                    is_changed = true;
                }
                is_changed |= values_ui(ui, ctx, row, &facts);
                let name = format!("{}: {}", text::remove(lang), facts.text);
                if ui.add(icon_button(Icon::Close, &name)).clicked() {
                    gone = Some(at);
                }
            });
        });
    }
    if let Some(gone) = gone {
        situation.rows.remove(gone);
        is_changed = true;
    }
    let adds = ui.push_id(("add", number), |ui| {
        choose::choose_ui(ui, ctx, state, place, text::add_question(lang), &RefersTo::Facet)
    });
    if let Some(facet) = adds.inner.and_then(|chosen| FacetId::new(&chosen.id).ok()) {
        let kind = ctx.app.kept_guide().facet(&facet).map_or(FacetKind::One, |facet| facet.kind);
        let mode = if kind == FacetKind::One { Mode::One } else { Mode::HasAny };
        situation.rows.push(Row { facet, is_not: false, mode, values: Vec::new() });
        is_changed = true;
    }
    is_changed
}

/// What a row says of its values, in turn: that it has one, that it has not, and where more can be true, all of them.
fn next_verb(row: &mut Row) {
    (row.mode, row.is_not) = match (row.mode, row.is_not) {
        (mode, false) if mode != Mode::HasAll => (mode, true),
        (Mode::HasAny, true) => (Mode::HasAll, false),
        (Mode::HasAll, false) => (Mode::HasAll, true),
        (Mode::HasAll, true) => (Mode::HasAny, false),
        (mode, _) => (mode, false),
    };
}

/// The values of a row, to tick; whether they changed.
fn values_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &mut Row, facts: &RowFacts) -> bool {
    let lang = ctx.app.language();
    let between = format!(" {} ", facts.between);
    let shown =
        if facts.values.is_empty() { text::choose_values(lang).to_owned() } else { facts.values.join(&between) };
    let room = ui.max_rect().width() - size::BUTTON - size::S;
    let button = ui.add(outline_button(&shown).small().trailing(Icon::ChevronDown).at_most(room)).on_hover_text(&shown);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {shown}", facts.facet)));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::HITS_WIDTH);
    let changed = popup.show(|ui| {
        let mut changed = false;
        ScrollArea::vertical().max_height(size::DIALOG_HEIGHT).show(ui, |ui| {
            choice_rows(ui, Role::Group, &facts.facet, |ui| {
                for option in ctx.app.answers_to(&row.facet) {
                    let Ok(id) = ValueId::new(&option.id) else { continue };
                    let at = row.values.iter().position(|value| *value == id);
                    let mark = if at.is_some() { ChoiceState::Chosen } else { ChoiceState::Open };
                    let choice = ChoiceRow::new(ChoiceMark::Check, &option.words, &option.words).state(mark);
                    if ui.add(choice).clicked() {
                        match at {
                            Some(at) => {
                                row.values.remove(at);
                            }
                            None => row.values.push(id),
                        }
                        changed = true;
                    }
                }
            });
        });
        changed
    });
    changed.is_some_and(|changed| changed.inner)
}

/// How much it takes in, an example on either side, what differs from the guide, and what is odd.
fn judgement_ui(ui: &mut Ui, draft: &ConditionDraft) {
    let tokens = ui.tokens();
    let mut line = |words: &str, color| ui.add(Label::new(TextRole::Small.rich(words).color(color)).wrap());
    if let Some(wrong) = &draft.wrong {
        line(wrong, tokens.warning);
        return;
    }
    for remark in &draft.facts.remarks {
        line(&remark.text, tokens.warning);
    }
    if let Some(share) = &draft.facts.share {
        line(&share.text, tokens.ink_soft).on_hover_text(share.help);
    }
    for example in draft.facts.inside.iter().chain(&draft.facts.outside) {
        line(example, tokens.ink_soft);
    }
    if draft.now != draft.stands {
        line(&draft.difference.text, tokens.ink);
    }
}
