//! One place of a form that is typed or chosen from a few.

use eframe::egui::{Id, Key, Popup, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui};

use super::{
    place::Place,
    state::{BeheerState, Typing},
};
use crate::{
    app::{Command, GivenOption, Keep, Reads, read_day},
    edit::form::Input,
    model::{Citation, walk::Choice},
    text::keeping as text,
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, MenuRow, choice_menu, choice_rows, outline_button},
    },
};

/// What a field of text is like.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) is_prose: bool,
    pub(super) is_quote: bool,
    pub(super) reads: Option<Reads>,
}

/// A field of text: what is typed is taken over when the field is left, or at Enter; Escape brings back what stood.
pub(super) fn text_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    label: Id,
    stands: &str,
    shape: Shape,
) {
    let lang = ctx.app.language();
    let typed = state.typed(place);
    let wrong = typed.and_then(|typing| typing.wrong);
    let mut shown = typed.map_or(stands, |typing| &typing.text).to_owned();
    let width = if shape.reads.is_some() { size::DAY_WIDTH } else { f32::INFINITY };
    let edit =
        if shape.is_prose { TextEdit::multiline(&mut shown).desired_rows(1) } else { TextEdit::singleline(&mut shown) };
    let edit = edit.id(place.id).desired_width(width).font(TextRole::Body.font()).return_key(None);
    let response = ui.add(edit).labelled_by(label).accessible_name(&place.field.name);
    crate::ui::widgets::take_first(ui, &response);
    crate::ui::widgets::reached(ui, &response);
    place.tell_wrong(&response, wrong);
    if response.changed() {
        state.typing = Some(Typing {
            record: place.record.clone(),
            at: place.field.at.clone(),
            is_draft: place.is_draft,
            text: shown.clone(),
            reads: shape.reads,
            wrong: None,
        });
    }
    let enters = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_typed = state.typed(place).is_some();
    if is_typed && (response.lost_focus() || enters) {
        let escapes = ui.input(|input| input.key_pressed(Key::Escape));
        if escapes || shown == stands {
            state.typing = None;
        } else if wrong.is_none() || response.lost_focus() {
            state.commit(ctx);
        }
    }
    let tokens = ui.tokens();
    if let Some(wrong) = wrong {
        ui.label(TextRole::Small.rich(wrong).color(tokens.warning));
    }
    if shape.is_quote && (response.has_focus() || is_typed) {
        let count = shown.split_whitespace().count();
        let color = if count > Citation::MAX_QUOTE_WORDS { tokens.warning } else { tokens.ink_soft };
        ui.label(TextRole::Small.rich(text::quote_words(count, Citation::MAX_QUOTE_WORDS, lang)).color(color));
    }
}

/// One of a few.
pub(super) fn choice_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    options: &[(Choice, String)],
    chosen: Option<usize>,
    is_optional: bool,
) {
    let lang = ctx.app.language();
    let shown = chosen.and_then(|chosen| options.get(chosen)).map_or(text::left_out(lang), |(_, words)| words);
    let button =
        ui.add(outline_button(shown).neutral().small().trailing(Icon::ChevronDown)).accessible_name(&place.field.name);
    button.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(Role::Button, true, format!("{}: {shown}", place.field.name))
    });
    place.tell_wrong(&button, None);
    let found = choice_menu(ui, &button, (&place.field.name, size::DIALOG_HEIGHT), || {
        let labels = options.iter().map(|(_, label)| label.as_str()).enumerate();
        let rows = labels.map(|(position, label)| MenuRow::new(label, chosen == Some(position)));
        let nothing = is_optional.then(|| MenuRow::new(text::left_out(lang), chosen.is_none()));
        rows.chain(nothing).collect()
    });
    if let Some(position) = found {
        let input = options.get(position).map_or(Input::Nothing, |(choice, _)| Input::Choice(*choice));
        state.set(ctx, place, input);
    }
    let choice = chosen.and_then(|chosen| options.get(chosen)).map(|(choice, _)| *choice);
    if let Some((choice, day)) = choice.and_then(|choice| Some((choice, choice.day()?))) {
        day_ui(ui, ctx, state, place, (choice, day));
    }
}

/// The day that a choice holds.
fn day_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    (choice, day): (Choice, crate::model::Date),
) {
    let lang = ctx.app.language();
    let stands = day.to_string();
    let id = place.id.with("day");
    let mut shown = if state.wanted.is_empty() { stands.clone() } else { state.wanted.clone() };
    let field = ui.add(TextEdit::singleline(&mut shown).id(id).desired_width(size::DAY_WIDTH));
    let field = field.accessible_name(text::inside(text::day(lang), &place.field.name, lang));
    if field.changed() {
        state.wanted.clone_from(&shown);
    }
    if field.lost_focus() {
        state.wanted.clear();
        if let Some(day) = read_day(&shown).filter(|_| shown != stands) {
            state.set(ctx, place, Input::Choice(choice.on(day)));
        }
    }
}

/// A yes or no.
pub(super) fn flag_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>, is_on: bool) {
    let mark = if is_on { ChoiceState::Chosen } else { ChoiceState::Open };
    let label = crate::text::fields::flag(is_on, ctx.app.language());
    let row = ui.add(ChoiceRow::new(ChoiceMark::Check, label, &place.field.name).state(mark));
    place.tell_wrong(&row, None);
    if row.clicked() {
        state.set(ctx, place, Input::Flag(!is_on));
    }
}

/// Sources, or an assumption.
pub(super) fn basis_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, place: &Place<'_>, assumed: bool) {
    let lang = ctx.app.language();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        for (is, label) in [(false, text::with_sources(lang)), (true, text::assumption(lang))] {
            let button = ui.add(outline_button(label).neutral().small().selected(is == assumed));
            if button.accessible_name(format!("{}: {label}", place.field.name)).clicked() && is != assumed {
                let input = Input::Assumed(is);
                ctx.send(Command::Keep(Keep::Set(place.record.clone(), place.field.at.clone(), input)));
            }
        }
    });
}

/// What is known of a facet, to tick.
pub(super) fn given_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    (said, options): (&str, &[GivenOption]),
) {
    let lang = ctx.app.language();
    let is_known = options.iter().any(|option| option.is_chosen);
    let shown = if is_known { said } else { text::choose_known(lang) };
    let button = outline_button(shown).small().trailing(Icon::ChevronDown).at_most(ui.available_width());
    let button = ui.add(button).on_hover_text(shown);
    button.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(Role::Button, true, format!("{}: {shown}", place.field.name))
    });
    place.tell_wrong(&button, None);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::HITS_WIDTH);
    popup.show(|ui| {
        ScrollArea::vertical().max_height(size::DIALOG_HEIGHT).show(ui, |ui| {
            choice_rows(ui, Role::Group, said, |ui| {
                for option in options {
                    let mark = if option.is_chosen { ChoiceState::Chosen } else { ChoiceState::Open };
                    let row = ChoiceRow::new(ChoiceMark::Check, &option.label, &option.label).state(mark);
                    // The last that is known goes with the whole facet.
                    let row = ui.add_enabled(option.becomes.is_some(), row);
                    if let Some(known) = option.becomes.as_ref().filter(|_| row.clicked()) {
                        state.set(ctx, place, Input::Given(known.clone()));
                    }
                }
            });
        });
    });
}
