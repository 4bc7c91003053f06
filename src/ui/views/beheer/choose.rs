//! Choosing something that exists from a list that is searched; never typed blind.

use eframe::egui::{Key, Popup, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::{place::Place, state::BeheerState};
use crate::{
    app::Choosable,
    edit::form::Input,
    model::walk::RefersTo,
    text::keeping as text,
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, SearchField, close_on_escape, filled_button, one_stop, outline_button},
    },
};

/// So many are offered at once; more are found by their words.
const MOST: usize = 60;

/// What a place refers to.
pub(super) fn reference_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    words: &str,
    to: &RefersTo,
    can_go: bool,
) {
    let lang = ctx.app.language();
    let shown = if words.is_empty() { text::left_out(lang) } else { words };
    if let Some(chosen) = choose_ui(ui, ctx, state, place, shown, to) {
        let input = match (to, chosen.id.split_once('=')) {
            (RefersTo::Value, Some((facet, value))) => Input::Answer(facet.to_owned(), value.to_owned()),
            _ => Input::Reference(chosen.id),
        };
        state.set(ctx, place, input);
    }
    if can_go {
        let button = ui.add(outline_button(text::leave_out(lang)).neutral().small());
        if button.accessible_name(format!("{}: {}", place.field.name, text::leave_out(lang))).clicked() {
            state.set(ctx, place, Input::Nothing);
        }
    }
}

/// A button that opens a list; what was chosen, once something was.
pub(super) fn choose_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    place: &Place<'_>,
    shown: &str,
    to: &RefersTo,
) -> Option<Choosable> {
    let lang = ctx.app.language();
    let button = outline_button(shown).neutral().small().trailing(Icon::ChevronDown).at_most(ui.available_width());
    let button = ui.add(button).on_hover_text(shown);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {shown}", place.field.name)));
    place.tell_wrong(&button, None);
    if button.clicked() {
        state.commit(ctx);
        state.wanted.clear();
    }
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::HITS_WIDTH);
    let chosen = popup.show(|ui| {
        close_on_escape(ui);
        let field = SearchField::new(text::search(lang)).show(ui, &mut state.wanted);
        if button.clicked() {
            field.request_focus();
        }
        let options = ctx.app.choosable(to, &state.wanted, MOST);
        let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut chosen = options.first().filter(|_| enters).cloned();
        if options.is_empty() {
            ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
        }
        ScrollArea::vertical().max_height(size::DIALOG_HEIGHT).show(ui, |ui| {
            one_stop(ui, "options", |ui| {
                for option in &*options {
                    if ui.add(LinkRow::new(&option.words)).clicked() {
                        chosen = Some(option.clone());
                    }
                }
            });
        });
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    chosen.and_then(|chosen| chosen.inner)
}

/// A button that asks for a new id; the id, once it was given.
pub(super) fn id_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>) -> Option<String> {
    let lang = ctx.app.language();
    let button = ui.add(outline_button(text::add(lang)).icon(Icon::Plus).small());
    button
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {}", text::add(lang), place.field.name)));
    if button.clicked() {
        state.commit(ctx);
        state.wanted.clear();
    }
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::HITS_WIDTH);
    let given = popup.show(|ui| {
        close_on_escape(ui);
        let label = ui.label(TextRole::Label.rich(text::id(lang)));
        let field = ui.add(TextEdit::singleline(&mut state.wanted)).labelled_by(label.id);
        if button.clicked() {
            field.request_focus();
        }
        ui.label(TextRole::Small.rich(text::id_help(lang)).color(ui.tokens().ink_soft));
        let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_id = crate::model::ValueId::new(&state.wanted).is_ok();
        let makes = ui.add_enabled(is_id, filled_button(text::make(lang))).clicked();
        let given = (is_id && (enters || makes)).then(|| state.wanted.clone());
        if given.is_some() {
            ui.close();
        }
        given
    });
    given.and_then(|given| given.inner)
}
