//! What every explanation is made of.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    app::{Command, Copied},
    model::{Citation, Contact, Lang, Party},
    text::{contacts, own, sources, which, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, icon_button, outline_button, section_label},
    },
};

pub(super) fn title(ui: &mut Ui, ctx: &mut Ctx<'_>, title: &str, below: &str) {
    let lang = ctx.app.language();
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if ui.add(icon_button(Icon::Close, text::close(lang))).clicked() {
                ctx.send(Command::Select(None));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.label(TextRole::Title.rich(title));
            });
        });
    });
    if !below.is_empty() && below != title {
        ui.label(TextRole::Secondary.rich(below).color(ui.tokens().ink_soft));
    }
    // The guide itself is Dutch: that is said once, and not at every line.
    if lang == Lang::En {
        ui.label(TextRole::Small.rich(text::in_dutch(lang)).color(ui.tokens().ink_soft));
    }
}

/// That what is explained is one's own supplement.
pub(super) fn own_ui(ui: &mut Ui, lang: Lang) {
    ui.label(TextRole::Strong.rich(words::capital(own::mark(lang))).color(ui.tokens().accent));
}

pub(super) fn part(ui: &mut Ui, label: &str) {
    ui.add_space(size::S);
    section_label(ui, label);
}

pub(super) fn lines<'a>(ui: &mut Ui, label: &str, lines: impl IntoIterator<Item = &'a str>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_none() {
        return;
    }
    part(ui, label);
    for line in lines {
        ui.label(TextRole::Secondary.rich(line));
    }
}

pub(super) fn contacts_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, party: &Party) {
    let lang = ctx.app.language();
    let contacts: Vec<&Contact> = party.contacts.iter().filter(|c| c.valid.holds_on(ctx.app.date())).collect();
    part(ui, text::contact(lang));
    if contacts.is_empty() {
        ui.label(TextRole::Secondary.rich(words::no_contact(lang)).color(ui.tokens().ink_soft));
    }
    if contacts.len() > 1 {
        let all = text::copy_contact(lang);
        if ui.add(outline_button(all).neutral().small()).clicked() {
            ctx.send(Command::Copy(contact_block(ctx, party, &contacts), Copied::Text));
        }
    }
    for contact in contacts {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Strong.rich(&contact.value));
            let copy = format!("{} {}", text::copy(lang), contact.value);
            if ui.add(icon_button(Icon::Copy, &copy)).clicked() {
                ctx.send(Command::Copy(contact.value.clone(), Copied::Text));
            }
        });
        let guide = ctx.app.guide();
        let date =
            guide.date_of(contact).map(|date| format!("{} {}", words::source(lang), words::partial_day(date, lang)));
        let details: Vec<String> = std::iter::once(words::contact_kind(contact.kind, lang).to_owned())
            .chain(contacts::contact_for_whom(contact, guide, lang))
            .chain(contacts::contact_hours(contact, lang))
            .chain(date)
            .chain(sources::contact_age(contact, guide, lang).map(str::to_owned))
            .chain(own::of_contact(ctx.app.document().index.own(), contact, lang).map(str::to_owned))
            .collect();
        ui.label(TextRole::Small.rich(details.join(" · ")).color(ui.tokens().ink_soft));
    }
}

/// How to reach a party, to paste in a message: nothing of the person is in it.
fn contact_block(ctx: &Ctx<'_>, party: &Party, contacts: &[&Contact]) -> String {
    let lang = ctx.app.language();
    let lines = contacts.iter().map(|contact| {
        let details: Vec<String> = std::iter::once(words::contact_kind(contact.kind, lang).to_owned())
            .chain(contacts::contact_for_whom(contact, ctx.app.guide(), lang))
            .chain(contacts::contact_hours(contact, lang))
            .chain(sources::contact_age(contact, ctx.app.guide(), lang).map(str::to_owned))
            .chain(own::of_contact(ctx.app.document().index.own(), contact, lang).map(str::to_owned))
            .collect();
        format!("{} ({})", contact.value, details.join(" · "))
    });
    let name = party.full_name(ctx.app.date(), lang).to_owned();
    std::iter::once(name).chain(lines).collect::<Vec<_>>().join("\n")
}

pub(super) fn sources_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, cites: &[Citation]) {
    let lang = ctx.app.language();
    let guide = ctx.app.guide();
    if cites.is_empty() {
        return;
    }
    part(ui, words::sources(lang));
    for cite in cites {
        ui.label(TextRole::Secondary.rich(sources::citation(guide, cite, lang)));
        if let Some(quote) = &cite.quote {
            ui.label(TextRole::Small.rich(format!("«{quote}»")).color(ui.tokens().ink_soft));
        }
    }
}

/// A ready-made text for the owner of the guide; it names the record, never the person.
pub(super) fn correction_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, record: &str) {
    let lang = ctx.app.language();
    ui.add_space(size::M);
    if ui.add(LinkRow::new(text::this_is_wrong(lang))).clicked() {
        let seen = ctx.app.today().to_string();
        let edition = which::which_edition(ctx.app.guide(), ctx.app.document().index.origin(), lang);
        ctx.send(Command::Copy(text::correction(record, &edition, &seen, lang), Copied::Correction));
    }
}
