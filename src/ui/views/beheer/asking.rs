//! What every question has that is put in the middle: fields, and whether to go on.

use eframe::egui::{Color32, Id, Key, Label, Response, TextEdit, Ui};

use crate::{
    app::{Keep, read_day},
    edit::Replacement,
    model::{Date, Lang},
    text::keeping as text,
    ui::{
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, filled_button, outline_button},
    },
};

/// What was asked is answered: with something to do, or nothing.
pub(super) struct Done(pub(super) Option<Keep>);

/// Whether to go on or to leave it; `None` while that is not said.
pub(super) fn buttons(ui: &mut Ui, go: &str, is_possible: bool, enters: bool, lang: Lang) -> Option<bool> {
    let mut said = None;
    ui.add_space(size::S);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let goes = ui.add_enabled(is_possible, filled_button(go)).clicked();
        if is_possible && (goes || enters) {
            said = Some(true);
        }
        if ui.add(outline_button(text::cancel(lang)).neutral()).clicked() {
            said = Some(false);
        }
    });
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        said = Some(false);
    }
    said
}

/// What is asked, as the button that led here calls it.
pub(super) fn title_ui(ui: &mut Ui, asked: &str) {
    ui.label(TextRole::Title.rich(asked.trim_end_matches('…')));
}

/// A field of one line under its name.
pub(super) fn labelled(ui: &mut Ui, label: &str, typed: &mut String, id: Id) -> Response {
    let label = ui.label(TextRole::Label.rich(label));
    ui.add(TextEdit::singleline(typed).id(id).desired_width(size::DIALOG_WIDTH)).labelled_by(label.id)
}

/// Whether a field was left by Enter.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A field for a day, and the day once it is one.
pub(super) fn day_field(ui: &mut Ui, label: &str, typed: &mut String, lang: Lang) -> Option<Date> {
    labelled(ui, label, typed, Id::unique(("day", label)));
    let day = read_day(typed);
    if day.is_none() && !typed.is_empty() {
        ui.label(TextRole::Small.rich(crate::text::window::not_a_date(lang)).color(ui.tokens().ink_soft));
    }
    day
}

/// Where one asks that the field for what is looked for gets the focus.
fn find_wanted() -> Id {
    Id::unique("find-wanted")
}

/// Gives the field for what is looked for the focus, once it is drawn.
pub(super) fn focus_find(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(find_wanted(), true));
}

/// What to look for and what comes in its place; whether that changed.
pub(super) fn replacement_ui(ui: &mut Ui, what: &mut Replacement, lang: Lang) -> bool {
    let field = labelled(ui, text::find(lang), &mut what.find, Id::unique("find"));
    if ui.data_mut(|data| data.remove_temp::<bool>(find_wanted()).is_some()) {
        field.request_focus();
    }
    let mut is_changed = field.changed();
    is_changed |= labelled(ui, text::with(lang), &mut what.with, Id::unique("replace-with")).changed();
    for (is_on, label) in [
        (&mut what.is_case_exact, text::case_exact(lang)),
        (&mut what.is_whole_word, text::whole_word(lang)),
        (&mut what.in_quotes, text::in_quotes(lang)),
    ] {
        if tick_ui(ui, *is_on, label) {
            *is_on ^= true;
            is_changed = true;
        }
    }
    is_changed
}

/// Something that is so or not; whether it was clicked.
pub(super) fn tick_ui(ui: &mut Ui, is_on: bool, label: &str) -> bool {
    let mark = if is_on { ChoiceState::Chosen } else { ChoiceState::Open };
    ui.add(ChoiceRow::new(ChoiceMark::Check, label, label).state(mark)).clicked()
}

/// So many lines are told at once.
const MOST_LINES: usize = 40;

/// Lines, each with room to wrap; and how many more there are.
pub(super) fn lines_ui(ui: &mut Ui, lines: &[String], color: Color32, lang: Lang) {
    for line in lines.iter().take(MOST_LINES) {
        ui.add(Label::new(TextRole::Secondary.rich(line).color(color)).wrap());
    }
    if lines.len() > MOST_LINES {
        let more = text::more(lines.len() - MOST_LINES, lang);
        ui.label(TextRole::Small.rich(more).color(ui.tokens().ink_soft));
    }
}
