//! Find and replace: what to look for, and a tick for each place where it stands.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::{Id, Role, Ui};

use super::asking::{labelled, tick_ui};
use crate::{
    app::HitRow,
    edit::{Replacement, TextPlace},
    model::{Lang, RecordKey},
    text::keeping as text,
    ui::{
        ctx::Ctx,
        long_list::LongList,
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, choice_rows, outline_button, section_label},
    },
};

/// What to look for and what comes in its place, and for which places somebody said the other thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Replacing {
    pub(super) what: Replacement,
    /// What is past is off and the rest on, but for these.
    turned: BTreeSet<TextPlace>,
}

/// All that the heights of the places follow from.
#[derive(Debug)]
pub(super) struct HitsShape {
    rows: Arc<[HitRow]>,
    width: f32,
}

impl PartialEq for HitsShape {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.width.to_bits() == other.width.to_bits()
    }
}

impl Replacing {
    /// A text to look for, and what comes in its place.
    pub(super) fn of(find: String, with: String) -> Self {
        Self { what: Replacement { find, with, is_whole_word: true, ..Replacement::default() }, ..Self::default() }
    }

    fn is_on(&self, row: &HitRow) -> bool {
        row.is_past == self.turned.contains(&row.place)
    }

    /// The places where it is replaced.
    pub(super) fn places(&self, rows: &[HitRow]) -> BTreeSet<TextPlace> {
        rows.iter().filter(|row| self.is_on(row)).map(|row| row.place.clone()).collect()
    }

    /// Where it stands, in these records or in all, after what was typed in this frame.
    pub(super) fn fields_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        within: Option<&BTreeSet<RecordKey>>,
    ) -> Arc<[HitRow]> {
        let lang = ctx.app.language();
        let what = &mut self.what;
        let mut is_changed = labelled(ui, text::find(lang), &mut what.find, Id::unique("find")).changed();
        labelled(ui, text::with(lang), &mut what.with, Id::unique("replace-with"));
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
        if is_changed {
            self.turned.clear();
        }
        ctx.app.replace_hits(&self.what, within)
    }

    /// How many places are chosen.
    pub(super) fn count(&self, rows: &[HitRow]) -> usize {
        rows.iter().filter(|row| self.is_on(row)).count()
    }

    /// Each place with a tick, and all of them together.
    pub(super) fn hits_ui(&mut self, ui: &mut Ui, list: &mut LongList<HitsShape>, rows: &Arc<[HitRow]>, lang: Lang) {
        if self.what.find.is_empty() {
            return;
        }
        ui.add_space(size::M);
        section_label(ui, text::what_changes(lang));
        if rows.is_empty() {
            ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
            return;
        }
        let records = rows.chunk_by(|row, next| row.place.0 == next.place.0);
        let records = records.filter(|rows| rows.iter().any(|row| self.is_on(row))).count();
        let count = text::hits_chosen(self.count(rows), rows.len(), records, lang);
        ui.label(TextRole::Secondary.rich(count));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            for (label, is_on) in [(text::every_hit(lang), true), (text::no_hit(lang), false)] {
                if ui.add(outline_button(label).neutral().small()).clicked() {
                    let turned = rows.iter().filter(|row| row.is_past == is_on).map(|row| row.place.clone());
                    self.turned = turned.collect();
                }
            }
        });
        ui.add_space(size::XS);
        choice_rows(ui, Role::Group, text::what_changes(lang), |ui| {
            list.begin(ui, HitsShape { rows: Arc::clone(rows), width: ui.available_width() }, rows.len());
            for row in &**rows {
                list.item(ui, |ui| {
                    let mark = if self.is_on(row) { ChoiceState::Chosen } else { ChoiceState::Open };
                    let tick = ui.add(ChoiceRow::new(ChoiceMark::Check, &row.words, &row.words).state(mark));
                    if tick.clicked() && !self.turned.remove(&row.place) {
                        self.turned.insert(row.place.clone());
                    }
                    tick
                });
            }
        });
    }
}
