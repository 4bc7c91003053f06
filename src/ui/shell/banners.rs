//! Bands under the bar: another day than today, read-only, progress and what went wrong.

use eframe::egui::{Frame, Panel, ProgressBar, Role, Ui, UiBuilder};

use crate::{
    app::{Command, Copied, Notice},
    file::Progress,
    lookup::edition_age_in_months,
    model::{Lang, error_count},
    text::{card, errors, problems::problem as problem_words, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::icon_button,
    },
};

/// An edition of so many months is shown to be old: the letter promises a living document.
const OLD_EDITION: u32 = 6;

pub(in crate::ui) fn banners(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    if ctx.app.date() != ctx.app.today() {
        let words = words::capital(&words::not_for_use_on(&words::day(ctx.app.date(), lang), lang));
        banner(ui, "as-of", &words, |_| {});
    }
    if let Some(months) =
        edition_age_in_months(ctx.app.guide(), ctx.app.today()).filter(|months| *months >= OLD_EDITION)
    {
        banner(ui, "edition", &text::old_edition(&words::edition_age(months, lang), lang), |_| {});
    }
    if let Some(reason) = ctx.app.document().read_only {
        banner(ui, "read-only", &format!("{}. {}", text::read_only(lang), errors::read_only(reason, lang)), |_| {});
    }
    if let Some(progress) = ctx.app.progress() {
        let (words, part) = progress_words(progress, lang);
        banner(ui, "progress", &words, |ui| {
            ui.add(ProgressBar::new(part).desired_width(size::MENU_WIDTH));
        });
    }
    if let Some(what) = ctx.app.saving() {
        banner(ui, "saving", (what.saving)(lang), |_| {});
    }
    if let Some(notice) = ctx.app.notice().cloned() {
        let words = words::told(&notice_words(&notice, ctx, lang));
        banner(ui, "notice", &words, |ui| {
            if ui.add(icon_button(Icon::Close, text::close(lang))).clicked() {
                ctx.send(Command::Dismiss);
            }
        });
    }
}

fn banner(ui: &mut Ui, salt: &str, words: &str, add_contents: impl FnOnce(&mut Ui)) {
    let tokens = ui.tokens();
    let frame = Frame::NONE.fill(tokens.warning_ground).inner_margin(size::margin((size::M, size::XS)));
    Panel::top(eframe::egui::Id::unique(("banner", salt))).frame(frame).show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Alert).accessibility_label(words);
        ui.scope_builder(builder, |ui| {
            ui.horizontal_wrapped(|ui| {
                icon(ui, Icon::Warning, size::ICON, tokens.warning);
                ui.label(TextRole::Strong.rich(words).color(tokens.warning));
                add_contents(ui);
            });
        });
    });
}

fn progress_words(progress: Progress, lang: Lang) -> (String, f32) {
    match progress {
        Progress::Reading { done, total } => {
            #[expect(clippy::cast_precision_loss, reason = "a part of a bar needs no more than a few digits")]
            let part = done as f32 / total.max(1) as f32;
            (format!("{}: {}", text::opening(lang), text::reading(lang)), part / 2.0)
        }
        Progress::Understanding => (format!("{}: {}", text::opening(lang), text::checking(lang)), 0.5),
    }
}

fn notice_words(notice: &Notice, ctx: &Ctx<'_>, lang: Lang) -> String {
    match notice {
        Notice::NotOpened(error) => format!("{}. {}", text::guide_not_used(lang), errors::open(error, lang)),
        Notice::HasErrors(problems) => {
            let first =
                problems.first().map(|problem| format!("{}: {}", problem.object(), problem_words(problem, lang)));
            let errors = error_count(problems);
            let count = text::error_count(errors, lang);
            format!("{}. {count}. {}", text::guide_not_used(lang), first.unwrap_or_default())
        }
        Notice::Contradiction(error) => {
            let guide = ctx.app.guide();
            let label = |id| guide.facet(id).map_or(id.as_str(), |facet| facet.label.text(lang));
            words::capital(&errors::lookup(error, guide, lang, label))
        }
        Notice::GemeenteSet(gemeente) => text::gemeente_set(&gemeente.name, lang),
        Notice::Copied(Copied::Text) => text::copied(lang).to_owned(),
        Notice::Copied(Copied::Correction) => text::correction_copied(lang).to_owned(),
        Notice::Copied(Copied::Card) => card::copied(lang).to_owned(),
        Notice::Saved { what, path } => format!("{}: {}", (what.saved)(lang), path.display()),
        Notice::NotSaved { what, why } => format!("{}. {}", (what.not_saved)(lang), errors::save(why, lang)),
        Notice::OfFile(error) => errors::file(error, lang),
        Notice::ChainStopped => text::chain_stopped(lang).to_owned(),
        Notice::SearchStopped => text::search_stopped(lang).to_owned(),
    }
}
