//! The card as plain text, to paste in a message or a file.

use super::{Card, CardAnswer, CardContact, CardFurther, CardGap, CardStep, CardStepBy};
use crate::{
    model::Lang,
    text::{
        card as text, plan as plan_words,
        words::{self, capital},
    },
};

/// The card as lines of text. Order and words are those of the paper card.
pub fn card_text(card: &Card) -> String {
    let mut out = Lines::default();
    out.line(0, &card.title);
    out.line(0, &card.edition);
    for warning in card.not_for_use.iter().chain([&card.emergency, &card.not_for_victim, &card.not_official]) {
        out.line(0, &format!("! {warning}"));
    }
    let first = card.first.iter().map(|advice| with_sources(&advice.text, &advice.sources, card.lang));
    out.list(text::first(card.lang), first);
    out.line(0, "");
    out.line(0, plan_words::title(card.lang));
    for step in &card.plan {
        step_lines(&mut out, step, card.lang);
    }
    if let Some(later) = &card.later {
        out.line(0, "");
        out.line(1, later);
    }
    out.list(text::region(card.lang), card.region.iter().cloned());
    out.list(text::facets(card.lang), card.facets.iter().cloned());
    let terms = card.terms.iter().map(|term| {
        let last = term.last_day.as_ref().map(|last| format!("; {last}")).unwrap_or_default();
        format!("{}: {}{last}", term.parties.join(", "), term.text)
    });
    out.list(text::terms(card.lang), terms);
    let always = card.always.iter().map(|advice| with_sources(&advice.text, &advice.sources, card.lang));
    out.list(text::always(card.lang), always);
    out.list(text::route(card.lang), card.way.iter().cloned());
    out.list(text::about(card.lang), card.about.iter().cloned());
    if let Some(further) = &card.further {
        further_lines(&mut out, further, card.lang);
    }
    // A card of another day says so at both ends: text is easily cut.
    if let Some(warning) = &card.not_for_use {
        out.line(0, "");
        out.line(0, &format!("! {warning}"));
    }
    out.0
}

/// A step, with lines to fill in under it.
fn step_lines(out: &mut Lines, step: &CardStep, lang: Lang) {
    let CardStep { number, act, when, by, tasks, remarks, last_days, ground, sharing, notes, sources } = step;
    out.line(0, "");
    out.line(1, &format!("{number} {act} ({when})"));
    if let CardStepBy::Contact { contact, is_closed: _ } = by {
        out.line(2, &contact_line(contact));
    }
    for line in tasks.iter().chain(remarks) {
        out.line(2, line);
    }
    for last_day in last_days {
        out.line(2, &capital(last_day));
    }
    if let Some(ground) = ground {
        out.line(2, &sharing.as_ref().map_or_else(|| ground.clone(), |sharing| format!("{ground}: {sharing}")));
    }
    for note in notes {
        out.line(2, &format!("{}: {note}", capital(words::note(lang))));
    }
    if !sources.is_empty() {
        out.line(2, &text::sources_of_step(sources, true, lang));
    }
    let blanks = by.blanks(lang).into_iter().map(|label| format!("{label}: {BLANK}"));
    out.line(2, &format!("[ ] {}", blanks.collect::<Vec<_>>().join("  ")));
}

/// Something to write on.
const BLANK: &str = "____________";

fn with_sources(words: &str, sources: &[String], lang: Lang) -> String {
    if sources.is_empty() {
        words.to_owned()
    } else {
        format!("{words} ({})", text::sources_of_step(sources, true, lang))
    }
}

/// Everything that explains the steps.
fn further_lines(out: &mut Lines, further: &CardFurther, lang: Lang) {
    let CardFurther { route, phases, sources } = further;
    out.list(text::route(lang), route.iter().map(|step| format!("{}. {}", step.step, step.text)));
    for phase in phases {
        out.line(0, "");
        out.line(0, &format!("{}  {}", phase.letter, phase.title));
        if let Some(nothing) = &phase.nothing {
            out.line(1, nothing);
        }
        for aspect in &phase.aspects {
            out.line(0, "");
            out.line(1, &aspect.label);
            aspect.answers.iter().for_each(|answer| answer_lines(out, answer));
            aspect.gaps.iter().for_each(|gap| gap_lines(out, gap));
        }
        if let Some(words) = &phase.possible_gaps {
            out.line(0, "");
            out.line(1, words);
        }
    }
    out.list(words::sources(lang), sources.iter().map(|source| format!("{}: {}", source.id, source.text)));
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, depth: usize, words: &str) {
        if !words.is_empty() {
            self.0.extend(std::iter::repeat_n("  ", depth));
            self.0.push_str(words);
        }
        self.0.push('\n');
    }

    /// A heading with what stands under it; `None` when that is nothing.
    fn list(&mut self, heading: &str, items: impl Iterator<Item = String>) {
        let mut items = items.peekable();
        if items.peek().is_none() {
            return;
        }
        self.line(0, "");
        self.line(0, heading);
        for item in items {
            self.line(1, &format!("- {item}"));
        }
    }
}

fn answer_lines(out: &mut Lines, answer: &CardAnswer) {
    let hangs = answer.depends_on.iter().map(|words| format!(" ({words})"));
    out.line(2, &format!("- {}, {}{}", answer.party, answer.role, hangs.collect::<String>()));
    out.line(4, &answer.task);
    for detail in answer.provided.iter().chain(&answer.details).chain(&answer.legal_basis) {
        out.line(4, &capital(detail));
    }
    for contact in &answer.contacts {
        out.line(4, &contact_line(contact));
    }
    out.line(4, &answer.cited);
}

fn contact_line(contact: &CardContact) -> String {
    let CardContact { value, details } = contact;
    if details.is_empty() { value.clone() } else { format!("{value} ({details})") }
}

fn gap_lines(out: &mut Lines, gap: &CardGap) {
    out.line(2, &format!("- {}. {}", gap.kind, gap.text));
    for detail in &gap.details {
        out.line(4, &capital(detail));
    }
    out.line(4, &gap.ask);
    out.line(4, &gap.cited);
}
