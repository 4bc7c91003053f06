//! A list under a button, of which one is chosen.

use std::borrow::Cow;

use eframe::egui::{Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Ui};

use super::{ChoiceMark, ChoiceRow, ChoiceState, choice_rows, focus_first};
use crate::ui::theme::size;

/// One row of a [`choice_menu`].
#[derive(Clone, Debug)]
#[must_use = "hand it to a menu"]
pub struct MenuRow<'a> {
    label: Cow<'a, str>,
    name: Option<String>,
    is_chosen: bool,
    is_part: bool,
}

impl<'a> MenuRow<'a> {
    /// A row with this on it.
    pub fn new(label: impl Into<Cow<'a, str>>, is_chosen: bool) -> Self {
        Self { label: label.into(), name: None, is_chosen, is_part: false }
    }

    /// Heard as this, where its label does not say it all.
    pub fn heard(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    /// Further in than what it is a part of.
    pub fn part(mut self, is_part: bool) -> Self {
        self.is_part = is_part;
        self
    }
}

/// The list that a button opens, as high as there is room for; which row was chosen, once one was. Then it is closed,
/// and who chose by key is back at the button.
pub fn choice_menu<'a>(
    ui: &Ui,
    button: &Response,
    (title, most_high): (&str, f32),
    rows: impl FnOnce() -> Vec<MenuRow<'a>>,
) -> Option<usize> {
    let [entering, inside] = ["choice-menu-entering", "choice-menu-inside"].map(|of| button.id.with(of));
    if button.clicked() {
        ui.data_mut(|data| data.remove_temp::<bool>(inside));
    }
    // Which row holds is known once the list was drawn.
    let enters = ui.data_mut(|data| data.remove_temp::<bool>(entering).is_some());
    let popup = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(size::MENU_WIDTH);
    let shown = popup.show(|ui| {
        close_on_escape(ui);
        if button.clicked() && button.has_focus() {
            ui.data_mut(|data| data.insert_temp(entering, true));
            ui.ctx().request_repaint();
        }
        if enters {
            focus_first(ui);
        }
        let area = ScrollArea::vertical().max_height(most_high);
        let chosen = area.show(ui, |ui| choice_rows(ui, Role::RadioGroup, title, |ui| rows_ui(ui, rows())).inner);
        let RowsDrawn { chosen, has_focus } = chosen.inner;
        // Whom the tab key leads out of it has done with it.
        let was_inside = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(inside), has_focus));
        if was_inside && !has_focus && ui.memory(|memory| memory.focused().is_some()) {
            ui.close();
        }
        let (position, row) = chosen?;
        if row.has_focus() {
            button.request_focus();
        }
        ui.close();
        Some(position)
    });
    shown.and_then(|shown| shown.inner)
}

/// Has Escape close the popup that is being drawn, and nothing around it.
pub fn close_on_escape(ui: &Ui) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        ui.close();
    }
}

/// What became of the rows in this frame.
#[derive(Default)]
struct RowsDrawn {
    /// Which was chosen.
    chosen: Option<(usize, Response)>,
    /// Whether one of them has the focus.
    has_focus: bool,
}

fn rows_ui(ui: &mut Ui, rows: Vec<MenuRow<'_>>) -> RowsDrawn {
    let mut drawn = RowsDrawn::default();
    for (position, MenuRow { label, name, is_chosen, is_part }) in rows.into_iter().enumerate() {
        let state = if is_chosen { ChoiceState::Chosen } else { ChoiceState::Open };
        let row = ChoiceRow::new(ChoiceMark::Radio, &label, name.as_deref().unwrap_or(&label)).state(state);
        let response = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(if is_part { size::INDENT } else { 0.0 });
            ui.add(row)
        });
        drawn.has_focus |= response.inner.has_focus();
        if response.inner.clicked() {
            drawn.chosen = Some((position, response.inner));
        }
    }
    drawn
}
