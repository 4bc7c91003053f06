//! A record as a form: its places one under another, each with its name at the left.

use eframe::egui::{Align, Id, Key, Label, Layout, Rect, Response, Ui, UiBuilder, vec2};

use super::{
    choose, condition,
    drafts::{NewName, TakeOver},
    fields,
    place::Place,
    resolve,
    state::{BeheerState, Panel},
    verifying::Verifying,
};
use crate::{
    app::{Command, Holds, Keep, RecordView},
    edit::{
        Side,
        form::{AsksFirst, asks_first},
    },
    model::{Field, FieldPath, Lang, Ordered, RecordKey, walk::Step},
    text::{keeping as text, words::excerpt},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, SearchField, focus_first, icon_button, one_stop, outline_button},
    },
};

pub(super) fn form_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &RecordView) {
    let lang = ctx.app.language();
    ui.label(TextRole::Title.rich(&view.form.title));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let id = view.form.record.id().unwrap_or_default().to_owned();
        if view.form.record == RecordKey::Guide {
            return;
        }
        if let RecordKey::Responsibility(_) = view.form.record
            && ui.add(outline_button(text::take_over(lang)).small()).clicked()
        {
            state.show(Panel::TakeOver(TakeOver::by(&state.cited)), ctx);
        }
        if let RecordKey::Party(_) = view.form.record
            && ui.add(outline_button(text::new_name(lang)).small()).clicked()
        {
            state.show(Panel::NewName(NewName::by(&state.cited)), ctx);
        }
        if let RecordKey::Party(party) = &view.form.record
            && ui.add(outline_button(text::check_with_party(lang)).small()).clicked()
        {
            state.show(Panel::Verify(party.clone(), Verifying::on(ctx.app.today())), ctx);
        }
        let can_end = view.form.fields.iter().any(|field| field.at.root() == Some(Field::Valid));
        let is_party = matches!(view.form.record, RecordKey::Party(_));
        if (can_end || is_party) && ui.add(outline_button(text::archive(lang)).neutral().small()).clicked() {
            state.show(Panel::Archive { day: String::new() }, ctx);
        }
        if ui.add(outline_button(text::duplicate(lang)).neutral().small()).clicked() {
            state.commit(ctx);
            ctx.send(Command::Keep(Keep::Duplicate));
        }
        if ui.add(outline_button(text::rename(lang)).neutral().small()).clicked() {
            state.show(Panel::Rename { id }, ctx);
        }
        if ui.add(outline_button(text::delete(lang)).neutral().small()).clicked() {
            state.show(Panel::Delete, ctx);
        }
        if Ordered::of(view.form.record.kind()).is_some() {
            move_ui(ui, ctx, state, &view.form.title);
        }
    });
    ui.add_space(size::S);
    resolve::resolve_ui(ui, ctx, state, view);
    find_ui(ui, state, view, lang);
    ui.spacing_mut().item_spacing.y = size::XS;
    let goes_to = state.goes_to.clone();
    for field in &view.form.fields {
        let problems = view.problems.iter().filter(|problem| problem.at == field.at);
        let wrong: Vec<&str> = problems.map(|problem| problem.words.as_str()).collect();
        let place = Place {
            record: &view.form.record,
            field,
            wrong: &wrong,
            id: Id::unique(("beheer", &view.form.record, &field.at.to_string(), std::mem::discriminant(&field.holds))),
            is_draft: false,
        };
        place_ui(ui, ctx, state, &place);
    }
    // A place that is not there is not waited for.
    if goes_to.is_some() && state.goes_to == goes_to {
        state.goes_to = None;
    }
}

/// So many fields are offered at once.
const MOST_FIELDS: usize = 8;

/// Finds a field by its name or by what stands there, and goes there.
fn find_ui(ui: &mut Ui, state: &mut BeheerState, view: &RecordView, lang: Lang) {
    let Some(words) = &mut state.field_words else { return };
    let field = SearchField::new(text::go_to_field(lang)).show(ui, words);
    if words.is_empty() && !field.lost_focus() {
        field.request_focus();
    }
    let found = view.form.find(words, MOST_FIELDS);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let mut chosen = found.first().filter(|_| field.lost_focus() && pressed(Key::Enter));
    let leaves = field.lost_focus() && pressed(Key::Escape);
    if found.is_empty() {
        ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
    }
    one_stop(ui, "fields", |ui| {
        for hit in &found {
            let stands = Some(excerpt(&hit.stands)).filter(|stands| !stands.is_empty());
            let words = stands.iter().fold(hit.name.clone(), |name, stands| format!("{name}: {stands}"));
            if ui.add(LinkRow::new(&words)).clicked() {
                chosen = Some(hit);
            }
        }
    });
    ui.add_space(size::S);
    if let Some(hit) = chosen {
        state.goes_to = Some(hit.at.clone());
    }
    if leaves || chosen.is_some() {
        state.field_words = None;
    }
}

/// Moving the record among its like.
fn move_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, title: &str) {
    let lang = ctx.app.language();
    for (side, icon, name) in
        [(Side::Before, Icon::ChevronUp, text::earlier(lang)), (Side::Behind, Icon::ChevronDown, text::later(lang))]
    {
        let name = format!("{name}: {title}");
        let button = icon_button(icon, &name);
        if ui.add_enabled(ctx.app.can_move(side), button).clicked() {
            state.commit(ctx);
            ctx.send(Command::Keep(Keep::Move(side)));
        }
    }
}

/// A place: its name, what stands there, and what is wrong with it.
fn place_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>) {
    let indent = size::indent(place.field.depth);
    let is_item = matches!(place.field.holds, Holds::Item);
    // Of an item what is in it is meant: there one types.
    let is_within = |wanted: &FieldPath| place.field.at.steps().starts_with(wanted.steps());
    let is_wanted = !is_item && state.goes_to.as_ref().is_some_and(is_within);
    if is_wanted {
        focus_first(ui);
    }
    let response = if is_item { head_ui(ui, ctx, place, indent) } else { row_ui(ui, ctx, state, place, indent) };
    if is_wanted {
        state.goes_to = None;
        response.scroll_to_me(Some(Align::Center));
    }
    for problem in place.wrong {
        ui.horizontal(|ui| {
            ui.add_space(indent + size::FORM_LABEL + size::S);
            ui.add(Label::new(TextRole::Small.rich(*problem).color(ui.tokens().warning)).wrap());
        });
    }
}

/// Where an item of a list begins.
fn head_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, place: &Place<'_>, indent: f32) -> Response {
    // As high as its buttons, so that the name stands in the middle of them.
    let room = vec2(ui.available_width(), size::BUTTON);
    let row = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(indent);
        ui.label(TextRole::Strong.rich(crate::text::words::capital(&place.field.label)));
        item_buttons(ui, ctx, place);
    });
    row.response
}

fn row_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>, indent: f32) -> Response {
    let row = ui.horizontal_top(|ui| {
        ui.add_space(indent);
        let label =
            ui.allocate_ui_with_layout(vec2(size::FORM_LABEL, size::BUTTON), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(size::FORM_LABEL, size::BUTTON));
                ui.add_space(size::XS);
                ui.add(Label::new(TextRole::Secondary.rich(&place.field.label).color(ui.tokens().ink_soft)).wrap())
            });
        let label = label.inner.id;
        let buttons = if place.field.item.is_some() { size::ITEM_BUTTONS + size::S } else { 0.0 };
        let room = vec2((ui.available_width() - buttons).max(size::FORM_LEAST), size::BUTTON);
        let rect = Rect::from_min_size(ui.cursor().min, room);
        let builder = UiBuilder::new().max_rect(rect).id_salt(place.id).layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            ui.set_max_width(room.x);
            control_ui(ui, ctx, state, place, label);
        });
        if place.field.item.is_some() {
            item_buttons(ui, ctx, place);
        }
    });
    row.response
}

/// What stands in a place, and how that is changed.
pub(super) fn control_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>, label: Id) {
    let lang = ctx.app.language();
    match &place.field.holds {
        Holds::Fixed(words) => {
            ui.add_space(size::XS);
            ui.label(TextRole::Body.rich(words));
        }
        Holds::Given { words, options } => fields::given_ui(ui, ctx, state, place, (words, options)),
        Holds::Words { text, is_prose, is_quote } => {
            let shape = fields::Shape { is_prose: *is_prose, is_quote: *is_quote, reads: None };
            fields::text_ui(ui, ctx, state, place, label, text, shape);
        }
        Holds::Typed { text, reads } => {
            let shape = fields::Shape { is_prose: false, is_quote: false, reads: Some(*reads) };
            fields::text_ui(ui, ctx, state, place, label, text, shape);
        }
        Holds::Condition { who, words } => condition::condition_ui(ui, ctx, state, place, who.as_ref(), words),
        Holds::Reference { words, to, can_go } => {
            choose::reference_ui(ui, ctx, state, place, words, to, *can_go);
        }
        Holds::Choice { options, chosen, is_optional } => {
            fields::choice_ui(ui, ctx, state, place, options, *chosen, *is_optional);
        }
        Holds::Flag(is_on) => fields::flag_ui(ui, ctx, state, place, *is_on),
        Holds::Basis { assumed } => fields::basis_ui(ui, ctx, place, *assumed),
        Holds::Part { of, is_there } => {
            if *is_there {
                let button = ui.add(outline_button(text::leave_out(lang)).neutral().small());
                if button.accessible_name(format!("{}: {}", place.field.name, text::leave_out(lang))).clicked() {
                    ctx.send(Command::Keep(Keep::Remove(place.field.at.clone())));
                }
            } else {
                add_ui(ui, ctx, state, place, &asks_first(of));
            }
        }
        Holds::List { of, len: _ } => add_ui(ui, ctx, state, place, &asks_first(of)),
        // Drawn as a head.
        Holds::Item => {}
    }
}

/// Adds one more to a list, or a part that was left out.
fn add_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, place: &Place<'_>, asks: &AsksFirst) {
    let lang = ctx.app.language();
    let add = |first| Command::Keep(Keep::Add(place.field.at.clone(), first));
    match asks {
        AsksFirst::Nothing => {
            let button =
                ui.add(outline_button(text::add(lang)).icon(Icon::Plus).small()).on_hover_text(&place.field.name);
            let button = button.accessible_name(format!("{}: {}", place.field.name, text::add(lang)));
            place.tell_wrong(&button, None);
            if button.clicked() {
                state.commit(ctx);
                ctx.send(add(None));
                state.goes_to = Some(added(place));
            }
        }
        AsksFirst::Reference(to) => {
            if let Some(chosen) = choose::choose_ui(ui, ctx, state, place, text::add(lang), to) {
                ctx.send(add(Some(chosen.id)));
                state.goes_to = Some(added(place));
            }
        }
        AsksFirst::Never => {}
        AsksFirst::Id => {
            if let Some(id) = choose::id_ui(ui, ctx, state, place) {
                ctx.send(add(Some(id)));
                state.goes_to = Some(added(place));
            }
        }
    }
}

/// Where what is added to a place will stand: there one goes on.
fn added(place: &Place<'_>) -> FieldPath {
    match place.field.holds {
        Holds::List { len, .. } => {
            let steps = place.field.at.steps().iter().copied().chain([Step::At(len)]);
            FieldPath::new(&steps.collect::<Vec<_>>())
        }
        _ => place.field.at.clone(),
    }
}

/// Moving an item of a list, or taking it out.
fn item_buttons(ui: &mut Ui, ctx: &mut Ctx<'_>, place: &Place<'_>) {
    let lang = ctx.app.language();
    let Some((position, len)) = place.field.item else { return };
    ui.spacing_mut().item_spacing.x = 0.0;
    // What a case knows stands in the order of the questions.
    let is_ordered = !matches!(place.field.holds, Holds::Given { .. });
    for (icon, name, command, is_possible) in [
        (Icon::ChevronUp, text::earlier(lang), Keep::Shift(place.field.at.clone(), true), position > 0),
        (Icon::ChevronDown, text::later(lang), Keep::Shift(place.field.at.clone(), false), position + 1 < len),
        (Icon::Close, text::remove(lang), Keep::Remove(place.field.at.clone()), true),
    ] {
        if !is_ordered && !matches!(command, Keep::Remove(_)) {
            continue;
        }
        let name = format!("{name}: {}", place.field.name);
        let button = icon_button(icon, &name);
        if ui.add_enabled(is_possible, button).clicked() {
            ctx.send(Command::Keep(command));
        }
    }
}
