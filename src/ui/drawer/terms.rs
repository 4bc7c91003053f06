//! Time limits, and the last day when the user says when one starts.

use eframe::egui::{TextEdit, Ui};

use super::parts::part;
use crate::{
    app::read_day,
    lookup::last_day,
    model::Bound,
    present::TermFact,
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
    },
};

pub(super) fn terms_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, terms: &[TermFact<'_>]) {
    let (lang, asked) = (ctx.app.language(), ctx.app.asked());
    if terms.is_empty() {
        return;
    }
    let tokens = ui.tokens();
    part(ui, text::terms(lang));
    for fact in terms {
        let term = fact.term;
        ui.label(TextRole::Strong.rich(format!("{}: {}", term.text, words::term_length(term, lang))));
        if let Some(starts) = &term.starts {
            let starts = format!("{} {starts}", text::starts(lang));
            ui.label(TextRole::Small.rich(starts).color(tokens.ink_soft));
        }
        let open = fact.depends_on(asked);
        if !open.is_empty() {
            let open = format!("{} {}", words::depends_on(lang), words::facet_names(asked.guide(), &open, lang));
            ui.label(TextRole::Small.rich(open).color(tokens.ink_soft));
        }
    }
    // Kept in memory only, and wiped with everything else.
    let label = ui.label(TextRole::Label.rich(text::term_start(lang)).color(tokens.ink_soft));
    let field = TextEdit::singleline(&mut ctx.state.term_start).hint_text("2022-02-03").desired_width(size::DAY_WIDTH);
    ui.add(field).labelled_by(label.id);
    let Some(start) = read_day(&ctx.state.term_start) else {
        if !ctx.state.term_start.trim().is_empty() {
            ui.label(TextRole::Small.rich(text::not_a_date(lang)).color(tokens.warning));
        }
        return;
    };
    for term in terms.iter().map(|fact| fact.term) {
        let Some(last) = last_day(term, start) else { continue };
        let what = match term.bound {
            Bound::TenMinste => text::not_before(lang),
            Bound::TenHoogste | Bound::InBeginsel | Bound::Binnen => text::last_day(lang),
        };
        // Of several limits a reader must know which ends when.
        let which = if terms.len() > 1 { format!("{}: {}", term.text, what.to_lowercase()) } else { what.to_owned() };
        ui.label(TextRole::Strong.rich(format!("{which}: {}", words::day(last, lang))));
        let counting = format!("{} + {}; {}", start, words::term_length(term, lang), text::counted_plainly(lang));
        ui.label(TextRole::Small.rich(counting).color(tokens.ink_soft));
    }
}
