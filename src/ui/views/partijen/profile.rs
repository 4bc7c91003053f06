//! What is said of a party.

use eframe::egui::{Align, Layout, ScrollArea, Ui};

use super::Partijen;
use crate::{
    app::{Command, FileAbout, PartyRow, Selected},
    export::profile::EXPORT,
    model::{Lang, PartyId},
    present::{PartyProfile, ProfileLine},
    text::{parties as text, window, words},
    ui::{
        ctx::Ctx,
        state::{Dialog, Pane, SaveFile},
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, MenuRow, alert_line, choice_menu, outline_button, scroll_by_key, section_label},
    },
};

pub(super) fn profiles_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, view: &mut Partijen) {
    let lang = ctx.app.language();
    let first = view.chosen.as_ref().map(|party| ctx.app.party_profile(party));
    let Some(first) = first.as_deref().and_then(Option::as_ref) else {
        ui.label(TextRole::Body.rich(text::choose(lang)).color(ui.tokens().ink_soft));
        return;
    };
    let beside = view.beside.as_ref().map(|party| ctx.app.party_beside(party));
    let beside = beside.as_deref().and_then(Option::as_ref);
    let mut chosen = None;
    bar_ui(ui, ctx, view, first);
    ScrollArea::vertical().id_salt("profile").auto_shrink(false).show(ui, |ui| {
        if ctx.hears_scroll_keys(Pane::Main) {
            scroll_by_key(ui);
        }
        match beside {
            None => {
                ui.set_max_width(size::CASE_WIDTH);
                profile_ui(ui, ctx, first, &mut chosen);
            }
            Some(beside) => {
                ui.spacing_mut().item_spacing.x = size::L;
                ui.columns(2, |columns| {
                    for (ui, profile) in columns.iter_mut().zip([first, beside]) {
                        ui.push_id(&profile.id, |ui| {
                            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                                profile_ui(ui, ctx, profile, &mut chosen);
                            });
                        });
                    }
                });
            }
        }
        ui.add_space(size::M);
    });
    if chosen.is_some() {
        view.chosen = chosen;
    }
}

/// Which party stands beside it, and paper.
fn bar_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, view: &mut Partijen, profile: &PartyProfile) {
    let lang = ctx.app.language();
    ui.horizontal_wrapped(|ui| {
        let rows = ctx.app.party_rows();
        let now = view.beside.as_ref().and_then(|id| rows.iter().find(|row| row.id == *id));
        let now = format!("{}: {}", text::beside(lang), now.map_or(text::nobody(lang), |row| &row.name));
        let button = ui.add(outline_button(&now).neutral().small().trailing(Icon::ChevronDown));
        let others = || rows.iter().filter(|row| row.id != profile.id);
        let found = choice_menu(ui, &button, (text::beside(lang), size::DIALOG_HEIGHT), || {
            let none = MenuRow::new(text::nobody(lang), view.beside.is_none());
            let row = |row: &PartyRow| MenuRow::new(row.name.clone(), view.beside.as_ref() == Some(&row.id));
            std::iter::once(none).chain(others().map(row)).collect()
        });
        if let Some(found) = found {
            view.beside = found.checked_sub(1).and_then(|at| others().nth(at)).map(|row| row.id.clone());
        }
        if ui.add(outline_button(text::on_paper(lang)).neutral().small()).clicked() {
            let save = SaveFile::of(&EXPORT, ctx.app);
            ctx.state.dialog = save.map(|save| Dialog::Save(save.about(FileAbout::Party(profile.id.clone()))));
        }
    });
    ui.add_space(size::S);
}

fn profile_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, profile: &PartyProfile, chosen: &mut Option<PartyId>) {
    let PartyProfile {
        id: _,
        name,
        full_name,
        summary,
        notes,
        contacts,
        phases,
        receives,
        hands_on,
        over_time,
        agreements,
        conflicts,
        checked,
        sources,
    } = profile;
    let lang = ctx.app.language();
    ui.spacing_mut().item_spacing.y = size::LINE_GAP;
    ui.label(TextRole::Title.rich(name));
    if !full_name.is_empty() {
        ui.label(TextRole::Secondary.rich(full_name).color(ui.tokens().ink_soft));
    }
    if lang == Lang::En {
        ui.label(TextRole::Small.rich(window::in_dutch(lang)).color(ui.tokens().ink_soft));
    }
    ui.label(TextRole::Body.rich(summary));
    for note in notes {
        alert_line(ui, note);
    }
    plain(ui, text::reached(lang), contacts);
    if phases.is_empty() {
        ui.add_space(size::S);
        ui.label(TextRole::Body.rich(text::no_tasks(lang)));
    }
    for phase in phases {
        told(ui, ctx, &format!("{}  {}", phase.letter, phase.title), &phase.tasks, chosen);
    }
    told(ui, ctx, text::receives(lang), receives, chosen);
    told(ui, ctx, text::hands_on(lang), hands_on, chosen);
    plain(ui, text::over_time(lang), over_time);
    told(ui, ctx, text::agreements(lang), agreements, chosen);
    told(ui, ctx, text::conflicts(lang), conflicts, chosen);
    plain(ui, text::checked(lang), checked);
    plain(ui, words::sources(lang), sources);
}

fn plain(ui: &mut Ui, label: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(size::S);
    section_label(ui, label);
    for line in lines {
        ui.label(TextRole::Secondary.rich(line));
    }
}

/// Lines that lead on: a task to its explanation, a hand-over to the other party.
fn told(ui: &mut Ui, ctx: &mut Ctx<'_>, label: &str, lines: &[ProfileLine], chosen: &mut Option<PartyId>) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(size::S);
    section_label(ui, label);
    for ProfileLine { says, details, task, other } in lines {
        if task.is_none() && other.is_none() {
            ui.label(TextRole::Secondary.rich(says));
        } else if ui.add(LinkRow::new(says)).clicked() {
            if let Some(task) = task {
                ctx.send(Command::Select(Some(Selected::Responsibility(task.clone()))));
            }
            chosen.clone_from(other);
        }
        if !details.is_empty() {
            ui.label(TextRole::Small.rich(details.join(" · ")).color(ui.tokens().ink_soft));
        }
        ui.add_space(size::XS);
    }
}
