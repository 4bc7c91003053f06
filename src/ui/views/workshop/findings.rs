//! What the room finds wrong in the guide.

use eframe::egui::{TextEdit, Ui};

use crate::{
    app::{Command, Copied, LessonChange},
    model::RecordKey,
    text::lesson as text,
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _},
        widgets::{filled_button, outline_button, section_label},
    },
    workshop::Finding,
};

/// A field to note it, the notes, and a text for who keeps the guide.
pub(super) fn findings_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, typed: &mut String) {
    let lang = ctx.app.language();
    let label = section_label(ui, text::wrong_in_guide(lang));
    ui.label(TextRole::Small.rich(text::wrong_in_guide_help(lang)).color(ui.tokens().ink_soft));
    ui.add(TextEdit::multiline(typed).desired_rows(2).desired_width(f32::INFINITY)).labelled_by(label.id);
    let Some(lesson) = ctx.app.lesson() else { return };
    let findings = lesson.findings().to_vec();
    let record = RecordKey::Scenario(lesson.case().id.clone());
    ui.horizontal_wrapped(|ui| {
        let can_note = !typed.trim().is_empty();
        if ui.add_enabled(can_note, outline_button(text::add_finding(lang))).clicked() {
            let finding = Finding { record, sentence: std::mem::take(typed).trim().to_owned() };
            ctx.send(Command::Lesson(LessonChange::Find(finding)));
        }
        if !findings.is_empty() && ui.add(filled_button(text::copy_findings(lang))).clicked() {
            ctx.send(Command::Copy(ctx.app.correction(), Copied::Correction));
        }
    });
    for (place, finding) in findings.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Body.rich(&finding.sentence));
            if ui.add(outline_button(text::take_back(lang)).neutral().small()).clicked() {
                ctx.send(Command::Lesson(LessonChange::TakeBack(place)));
            }
        });
    }
}
