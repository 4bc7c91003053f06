//! What is told of what was done, in words.

use crate::{
    app::{Copied, Notice, Printed},
    file::Progress,
    model::{Lang, error_count},
    text::{
        card, errors, export, keeping, own, problems::problem as problem_words, proposal, supplement, tables,
        window as text, words,
    },
    ui::ctx::Ctx,
};

/// How far opening a guide is, in words and as a part of a bar.
pub(super) fn progress_words(progress: Progress, lang: Lang) -> (String, f32) {
    match progress {
        Progress::Reading { done, total } => {
            #[expect(clippy::cast_precision_loss, reason = "a part of a bar needs no more than a few digits")]
            let part = done as f32 / total.max(1) as f32;
            (format!("{}: {}", text::opening(lang), text::reading(lang)), part / 2.0)
        }
        Progress::Understanding => (format!("{}: {}", text::opening(lang), text::checking(lang)), 0.5),
    }
}

/// What this says, on one line.
pub(super) fn notice_words(notice: &Notice, ctx: &Ctx<'_>, lang: Lang) -> String {
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
        Notice::Printed(Printed::Queued) => export::printed_queued(lang).to_owned(),
        Notice::Printed(Printed::Asked) => export::printed_asked(lang).to_owned(),
        Notice::Printed(Printed::Opened) => export::printed_opened(lang).to_owned(),
        Notice::NotHandedOver { why, .. } => {
            format!("{}. {}", export::not_handed_over(lang), errors::hand_over(*why, lang))
        }
        Notice::DayOutside(days) => text::day_outside(days.first, days.last, lang),
        Notice::OfFile(error) => errors::file(error, lang),
        Notice::ChainStopped => text::chain_stopped(lang).to_owned(),
        Notice::SearchStopped => text::search_stopped(lang).to_owned(),
        Notice::NotEdited(why) => keeping::not_done(&why.words(ctx.app.kept_guide(), lang), lang),
        Notice::UnsavedGuide => keeping::unsaved_guide(lang).to_owned(),
        Notice::NoGuideFile => keeping::no_guide_file(lang).to_owned(),
        Notice::GuideSaved(path) => keeping::saved(&path.display().to_string(), lang),
        Notice::SavingStopped => keeping::saving_stopped(lang).to_owned(),
        Notice::CheckStopped => keeping::check_stopped(lang).to_owned(),
        Notice::FileChanged => proposal::changed_notice(lang).to_owned(),
        Notice::DoubleIds => proposal::double_id(lang).to_owned(),
        Notice::IsSupplement => proposal::is_supplement(lang).to_owned(),
        Notice::TableRefused(problems) => tables::refused(problems, lang),
        Notice::ProposalStopped => proposal::stopped(lang).to_owned(),
        Notice::LostWork => keeping::lost_work(lang).to_owned(),
        Notice::ForgottenByEdit => keeping::forgotten_by_edit(lang).to_owned(),
        Notice::OwnNotUsed(path, error) => {
            format!("{}. {}", own::not_used(lang), supplement::not_used(error, path, lang))
        }
        Notice::OwnSaved(path) => own::saved(&path.display().to_string(), lang),
        Notice::OwnPersonal(problem) => format!("{}. {}", own::personal(lang), problem_words(problem, lang)),
        Notice::OwnNotKept => own::not_kept(lang).to_owned(),
        Notice::OwnStopped => own::stopped(lang).to_owned(),
    }
}
