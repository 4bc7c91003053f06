//! Checking with a party: the text that asks it, and noting which tasks somebody checked.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::{Label, Ui};

use super::asking::{Done, buttons, day_field, tick_ui, title_ui};
use crate::{
    app::{Command, Copied, Keep},
    model::{Date, Lang, PartyId, Responsibility, ResponsibilityId},
    present::VerificationFacts,
    text::{keeping as text, verification, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::outline_button,
    },
};

/// What is asked about checking: the day, and which tasks were not checked then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Verifying {
    day: String,
    /// All were, but for these: most answers say that all is well.
    left_out: BTreeSet<ResponsibilityId>,
}

impl Verifying {
    /// On a day, as it is typed.
    pub(super) fn on(day: Date) -> Self {
        Self { day: day.to_string(), left_out: BTreeSet::new() }
    }
}

pub(super) fn verify_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, party: &PartyId, asked: &mut Verifying) -> Option<Done> {
    let lang = ctx.app.language();
    let guide = Arc::clone(ctx.app.kept_guide());
    let Some(ix) = guide.parties.ix(party) else { return Some(Done(None)) };
    title_ui(ui, text::check_with_party(lang));
    ui.add(Label::new(TextRole::Secondary.rich(text::check_with_party_help(lang)).color(ui.tokens().ink_soft)).wrap());
    ui.add_space(size::S);
    if ui.add(outline_button(text::copy_letter(lang))).clicked() {
        let letter = VerificationFacts::of(&guide, ix, ctx.app.today(), lang).text(lang);
        ctx.send(Command::Copy(letter, Copied::Text));
    }
    ui.add_space(size::M);
    ui.label(TextRole::Label.rich(text::what_was_checked(lang)));
    let (day, enters) = day_field(ui, text::checked_on(lang), &mut asked.day, lang);
    // Nobody checked anything on a day that is still to come.
    let day = day.filter(|day| *day <= ctx.app.today());
    let then = day.unwrap_or(ctx.app.today());
    let tasks = guide.responsibilities.iter().filter(|task| task.party == *party && task.valid.holds_on(then));
    let tasks: Vec<&Responsibility> = tasks.collect();
    for task in &tasks {
        task_ui(ui, task, &mut asked.left_out, lang);
    }
    if tasks.is_empty() {
        ui.label(TextRole::Body.rich(text::no_tasks(lang)));
    }
    let checked: BTreeSet<ResponsibilityId> =
        tasks.iter().map(|task| task.id.clone()).filter(|task| !asked.left_out.contains(task)).collect();
    let day = day.filter(|_| !checked.is_empty());
    let said = buttons(ui, &text::note_checked(checked.len(), lang), day.is_some(), enters, lang)?;
    Some(Done(day.filter(|_| said).map(|day| Keep::Verified(checked, day))))
}

/// A task with whether it was checked, and when it was before.
fn task_ui(ui: &mut Ui, task: &Responsibility, left_out: &mut BTreeSet<ResponsibilityId>, lang: Lang) {
    let is_checked = !left_out.contains(&task.id);
    let said = format!("{} ({})", words::excerpt(&task.task), verification::checked(task.verified, lang));
    if tick_ui(ui, is_checked, &said) {
        if is_checked {
            left_out.insert(task.id.clone());
        } else {
            left_out.remove(&task.id);
        }
    }
}
