//! The answer in words, for a terminal.

use std::fmt::Write as _;

use super::{Context, plan};
use crate::{
    contract::Wanted,
    lookup::{QuestionOption, Reason},
    model::{Facet, Guide, Ix, Lang, Phase, SourceAge, Verdict},
    present::{AdviceFacts, AnswerFacts, Asked, GapFacts, KnownFacts, RegionFacts, TermFact, WarningFacts, Why},
    text::{cli as text, own as own_words, sources, which, words},
};

/// An answer: what was asked, what to do, who is responsible, and what to ask next; in full or in two screens.
pub(super) fn lookup(asked: Asked<'_>, wanted: Wanted<'_>, context: &Context, everything: bool) -> String {
    let Wanted { lang, phases, place } = wanted;
    let guide = asked.guide();
    let mut out = String::new();
    let edition = words::edition(lang);
    let as_of = context.as_of(asked.outcome.date);
    let other =
        which::other_guide(guide, asked.index.origin(), lang).map(|other| format!(" · {other}")).unwrap_or_default();
    let _ = writeln!(out, "{} · {edition} {} · {as_of}{other}", guide.title, guide.edition);
    for AdviceFacts { record: _, text, verdict: _ } in asked.advice() {
        let _ = writeln!(out, "  ! {}", text.text(lang));
    }
    known(&mut out, asked, lang);
    for WarningFacts { rule, is_assumption } in asked.warnings() {
        let _ = writeln!(out, "  {}: {}", words::warning(lang), words::rule(&rule.text, is_assumption, lang));
    }
    if let Some((regions, place)) = place {
        region(&mut out, &asked.region(regions, place), lang);
    }
    plan::plan(&mut out, asked, lang);
    for phase in phases.iter().map(|phase| &guide.phases[*phase]) {
        if everything {
            phase_in_words(&mut out, asked, phase, lang);
        } else {
            plan::phase_in_brief(&mut out, asked, phase, lang);
        }
    }
    next_question(&mut out, asked, lang);
    out
}

fn known(out: &mut String, asked: Asked<'_>, lang: Lang) {
    let _ = writeln!(out, "\n{}", text::as_known(lang));
    let known = asked.known();
    if known.is_empty() {
        let _ = writeln!(out, "  {}", text::nothing_known(lang));
    }
    for KnownFacts { facet, given, implied } in known {
        let label = facet.label.text(lang);
        if !given.is_empty() {
            let _ = writeln!(out, "  {label}: {}", words::values(facet, &given, lang));
        }
        if let Some(implied) = implied {
            let _ = writeln!(out, "  {label}: {} ({})", words::values(facet, &implied, lang), words::follows(lang));
        }
    }
}

fn region(out: &mut String, facts: &RegionFacts<'_>, lang: Lang) {
    // The table is the same for every gemeente, and so are its sources.
    let RegionFacts { asked, regions, gemeente, former, namesakes, coordinator, fallback } = facts;
    let places = gemeente.map(|gemeente| gemeente.places().join(" · ")).unwrap_or_default();
    let places = if gemeente.is_some() { places } else { words::unknown(lang).to_owned() };
    let _ = writeln!(out, "  {}: {places}", text::region(lang));
    if let Some((former, now)) = former.zip(*gemeente) {
        let _ = writeln!(out, "    {}", words::former_gemeente(former, now, lang));
    }
    for (former, now) in namesakes {
        let _ = writeln!(out, "    {}", words::namesake(former, now, lang));
    }
    if let Some(division) = words::division_of(regions, lang) {
        let _ = writeln!(out, "    {division}");
    }
    if let Some(named) = coordinator {
        let _ = writeln!(out, "    {}", words::care_coordinator(named, asked.guide(), lang));
    }
    if let Some(whom) = fallback {
        let _ = writeln!(out, "    {}", words::national_fallback(whom, asked.outcome.date, lang));
    }
}

fn phase_in_words(out: &mut String, asked: Asked<'_>, phase: &Phase, lang: Lang) {
    let _ = writeln!(out, "\n{}  {}", phase.letter, phase.title.text(lang));
    let answers = asked.answers_of(phase);
    let gaps: Vec<GapFacts<'_>> = asked.gaps_of(phase).collect();
    if answers.is_empty() && gaps.is_empty() {
        let _ = writeln!(out, "   {}", words::nothing_here(asked.guide(), lang));
    }
    for facts in &answers {
        answer(out, facts, lang);
    }
    for facts in &gaps {
        gap(out, facts, lang);
    }
}

fn answer(out: &mut String, facts: &AnswerFacts<'_>, lang: Lang) {
    let AnswerFacts {
        asked,
        ix: _,
        record,
        party,
        aspect,
        verdict,
        // Said by the party that it is brought to.
        receives: _,
        terms,
        contacts,
        // One of the contacts.
        phone: _,
        alerts,
        conflicts,
        age,
        is_old,
        start_unknown,
        only_announced,
        verified,
        validity_note,
        notes: _,
        // In the JSON and on the card.
        legal_basis: _,
        own,
    } = facts;
    let guide = asked.guide();
    let mark = if *verdict == Verdict::Applies { '■' } else { '□' };
    let name = party.full_name(asked.outcome.date, lang);
    let role = words::role(record.role, lang);
    let aspect = aspect.map_or(record.aspect.as_str(), |aspect| aspect.label.text(lang));
    let supplement = own_words::behind(facts.is_own(), lang);
    let _ = writeln!(out, "   {mark} {name} — {role}, {aspect}{supplement}");
    let mut line = |words: &str| {
        let _ = writeln!(out, "     {words}");
    };
    line(&record.task);
    for provided in &record.provided {
        line(provided);
    }
    match facts.why() {
        Why::DependsOn(open) => line(&format!("{}: {}", words::depends_on(lang), names(*asked, &open, lang))),
        Why::Because(reasons) => {
            let why = reasons.iter().map(|reason| words::values(&guide.facets[reason.facet], &reason.values, lang));
            let why: Vec<String> = why.collect();
            let why = if why.is_empty() { words::because_everybody(lang).to_owned() } else { why.join(", ") };
            line(&format!("{}: {why}", words::why(lang)));
        }
        Why::Not(_) => {}
    }
    for fact in terms {
        line(&term(*asked, fact, lang));
    }
    for alert in alerts {
        line(&format!("! {}", alert.text));
    }
    for note in validity_note.map(str::to_owned).into_iter().chain(facts.marked_notes(lang)) {
        line(&format!("{}: {note}", words::note(lang)));
    }
    for contact in contacts {
        let age = sources::contact_age(contact, guide, lang);
        let details = contact.hours.iter().chain(&contact.for_whom).map(String::as_str).chain(age);
        let details = details.chain(own_words::of_contact(own, contact, lang));
        let details = details.map(|text| format!(" · {text}"));
        line(&format!("{}: {}{}", words::contact(lang), contact.value, details.collect::<String>()));
    }
    let valid = words::validity(&record.valid, lang);
    if !valid.is_empty() {
        line(&format!("{}: {valid}", words::applies(lang)));
    }
    if *start_unknown {
        line(words::unknown_start(lang));
    }
    if *only_announced {
        line(words::only_announced(lang));
    }
    for conflict in conflicts {
        line(&format!("{}: {}", words::conflict(lang), conflict.text));
    }
    // Those that carry it before those that do not.
    let mut cites: Vec<_> = record.cites.iter().collect();
    cites.sort_by_key(|cite| !cite.stance.says_so());
    for cite in cites.into_iter().take(2) {
        line(&format!("{}: {}", words::source(lang), sources::citation(guide, cite, lang)));
    }
    line(&self::age(*age, *is_old, lang));
    if let Some(verified) = verified {
        line(&format!("{} {}", words::verified(lang), words::day(*verified, lang)));
    }
}

/// How old an answer is by its sources, and that one should check it first when that is long ago.
pub(super) fn age(age: SourceAge, is_old: bool, lang: Lang) -> String {
    let last = sources::last_source(age, lang);
    let old = if is_old { format!(" · {}", words::check_first(lang)) } else { String::new() };
    format!("{}: {last}{old}", words::latest_source(lang))
}

/// A time limit, and on what it depends.
pub(super) fn term(asked: Asked<'_>, fact: &TermFact<'_>, lang: Lang) -> String {
    let term = fact.term;
    let starts = term.starts.as_ref().map(|starts| format!(" {} {starts}", words::since(lang))).unwrap_or_default();
    let open = fact.depends_on(asked);
    let open = if open.is_empty() {
        String::new()
    } else {
        format!(" ({} {})", words::depends_on(lang), names(asked, &open, lang))
    };
    format!("{}: {} {}{starts}{open}", words::term(lang), term.text, words::term_length(term, lang))
}

fn gap(out: &mut String, facts: &GapFacts<'_>, lang: Lang) {
    let GapFacts { asked, ix: _, record, aspect: _, verdict: _, ask, start_unknown, validity_note } = facts;
    let open = match facts.why() {
        Why::DependsOn(open) if !open.is_empty() => {
            format!(" ({} {})", words::depends_on(lang), names(*asked, &open, lang))
        }
        Why::Because(_) | Why::DependsOn(_) | Why::Not(_) => String::new(),
    };
    let _ = writeln!(out, "   ⚠ {}{open}: {}", words::gap_kind(record.kind, lang), record.text);
    if let Some(note) = validity_note {
        let _ = writeln!(out, "     {}: {note}", words::note(lang));
    }
    if *start_unknown {
        let _ = writeln!(out, "     {}", words::unknown_start(lang));
    }
    let asked_party = ask.map_or(record.ask.as_str(), |party| party.short_name(asked.outcome.date, lang));
    let _ = writeln!(out, "     {}: {asked_party}", words::ask(lang));
}

fn next_question(out: &mut String, asked: Asked<'_>, lang: Lang) {
    let Some(question) = asked.outcome.questions.first() else { return };
    let facet = &asked.guide().facets[question.facet];
    let ids: Vec<&str> = question.options.iter().map(QuestionOption::id).collect();
    let labels: Vec<String> = ids.iter().map(|id| words::values(facet, &[(*id).to_owned()], lang)).collect();
    let _ = writeln!(out, "\n{}: {}", words::next_question(lang), facet.question.text(lang));
    if let Some(decides) = asked.decides(question, lang) {
        let _ = writeln!(out, "   {decides}");
    }
    let _ = writeln!(out, "   {}={}", facet.id, ids.join(" | "));
    let _ = writeln!(out, "   {}", labels.join(" · "));
}

/// The names of facets, as a heading writes them.
fn names(asked: Asked<'_>, facets: &[Ix<Facet>], lang: Lang) -> String {
    let names: Vec<&str> = facets.iter().map(|facet| asked.guide().facets[*facet].label.text(lang)).collect();
    names.join(", ")
}

/// A facet with values, as one types it.
pub(super) fn as_typed(guide: &Guide, reason: &Reason) -> String {
    let Reason { facet, values } = reason;
    format!("{}={}", guide.facets[*facet].id, values.join(","))
}
