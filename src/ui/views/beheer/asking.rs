//! What every question has that is put in the middle: fields, and whether to go on.

use eframe::egui::{Color32, Id, Key, Label, Response, TextEdit, Ui};

use crate::{
    app::{Keep, read_date, read_day},
    model::{Date, Lang, PartialDate},
    text::keeping as text,
    ui::{
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, filled_button, outline_button, take_first},
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
    let field = ui.add(TextEdit::singleline(typed).id(id).desired_width(size::DIALOG_WIDTH)).labelled_by(label.id);
    take_first(ui, &field);
    field
}

/// Whether a field was left by Enter.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A field for a day, and the day once it is one; whether it was left by Enter.
pub(super) fn day_field(ui: &mut Ui, label: &str, typed: &mut String, lang: Lang) -> (Option<Date>, bool) {
    let field = labelled(ui, label, typed, Id::unique(("day", label)));
    let day = read_day(typed);
    if day.is_none() && !typed.is_empty() {
        ui.label(TextRole::Small.rich(crate::text::window::not_a_date(lang)).color(ui.tokens().ink_soft));
    }
    (day, entered(ui, &field))
}

/// A field for a date as precise as it is known, and the date once it is one.
pub(super) fn date_field(ui: &mut Ui, label: &str, typed: &mut String, lang: Lang) -> Option<PartialDate> {
    labelled(ui, label, typed, Id::unique(("date", label)));
    let date = read_date(typed.trim());
    if date.is_none() && !typed.is_empty() {
        ui.label(TextRole::Small.rich(text::not_a_date(lang)).color(ui.tokens().ink_soft));
    }
    date
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
