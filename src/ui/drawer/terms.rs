//! Time limits, and the last day when the user says when one starts.

use eframe::egui::{TextEdit, Ui};

use super::parts::part;
use crate::{
    app::read_day,
    lookup::last_day,
    model::{Bound, ResponsibilityId, Term},
    present::TermFact,
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
    },
};

pub(super) fn terms_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, of: &ResponsibilityId, terms: &[TermFact<'_>]) {
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
        last_day_ui(ui, ctx, of, term, terms.len() > 1);
    }
}

/// The last day, once the user says when this term starts. A day belongs to one term of one record: another term has
/// another beginning. It is in memory only, and wiped with everything else.
fn last_day_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, of: &ResponsibilityId, term: &Term, is_one_of_many: bool) {
    let (lang, tokens) = (ctx.app.language(), ui.tokens());
    let which = |what: &str| {
        // Of several limits a reader must know which ends when.
        if is_one_of_many { format!("{}: {}", term.text, what.to_lowercase()) } else { what.to_owned() }
    };
    let label = ui.label(TextRole::Label.rich(which(text::term_start(lang))).color(tokens.ink_soft));
    let typed = ctx.state.term_starts.entry((of.clone(), term.text.clone())).or_default();
    let field = TextEdit::singleline(typed)
        .hint_text(TextRole::Small.rich(text::term_start_hint(lang)).color(tokens.ink_faint))
        .desired_width(size::DAY_WIDTH);
    ui.add(field).labelled_by(label.id);
    let Some(start) = read_day(typed) else {
        if !typed.trim().is_empty() {
            ui.label(TextRole::Small.rich(text::not_a_date(lang)).color(tokens.warning));
        }
        return;
    };
    let Some(last) = last_day(term, start) else { return };
    let what = match term.bound {
        Bound::TenMinste => text::not_before(lang),
        Bound::TenHoogste | Bound::InBeginsel | Bound::Binnen => text::last_day(lang),
    };
    ui.label(TextRole::Strong.rich(format!("{}: {}", which(what), words::day(last, lang))));
    let counting = format!("{} + {}; {}", start, words::term_length(term, lang), text::counted_plainly(lang));
    ui.label(TextRole::Small.rich(counting).color(tokens.ink_soft));
}
