//! The card as plain text, to paste in a message or a file.

use super::{Card, CardAnswer, CardContact, CardGap};
use crate::text::{
    card as text, plan as plan_words,
    words::{self, capital},
};

/// The card as lines of text. Order and words are those of the paper card.
pub fn card_text(card: &Card) -> String {
    let mut out = Lines::default();
    out.line(0, &card.title);
    out.line(0, &card.edition);
    for warning in card.not_for_use.iter().chain([&card.emergency, &card.not_for_victim, &card.not_official]) {
        out.line(0, &format!("! {warning}"));
    }
    let plan: Vec<String> = card.plan.iter().map(|step| format!("{}. {}", step.step, step.text)).collect();
    out.list(plan_words::title(card.lang), &plan);
    out.list(text::facets(card.lang), &card.facets);
    out.list(text::region(card.lang), &card.region);
    let route: Vec<String> = card.route.iter().map(|step| format!("{}. {}", step.step, step.text)).collect();
    out.list(text::route(card.lang), &route);
    let first: Vec<String> = card.first.iter().map(|advice| format!("{} {}", advice.text, advice.cited)).collect();
    out.list(text::first(card.lang), &first);
    for phase in &card.phases {
        out.line(0, "");
        out.line(0, &format!("{}  {}", phase.letter, phase.title));
        if let Some(nothing) = &phase.nothing {
            out.line(1, nothing);
        }
        for aspect in &phase.aspects {
            out.line(0, "");
            out.line(1, &aspect.label);
            aspect.answers.iter().for_each(|answer| answer_lines(&mut out, answer));
            aspect.gaps.iter().for_each(|gap| gap_lines(&mut out, gap));
        }
        if let Some(depends) = &phase.depends {
            out.line(0, "");
            out.line(1, &format!("{}: {}", depends.on, depends.parties));
        }
        if let Some(words) = &phase.possible_gaps {
            out.line(0, "");
            out.line(1, words);
        }
    }
    let sources: Vec<String> = card.sources.iter().map(|source| format!("{}: {}", source.id, source.text)).collect();
    out.list(words::sources(card.lang), &sources);
    out.list(text::about(card.lang), &card.about);
    // A card of another day says so at both ends: text is easily cut.
    if let Some(warning) = &card.not_for_use {
        out.line(0, "");
        out.line(0, &format!("! {warning}"));
    }
    out.0
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
    fn list(&mut self, heading: &str, items: &[String]) {
        if items.is_empty() {
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
