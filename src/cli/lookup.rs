//! `lookup`: the answer.

use std::{fmt::Write as _, io::Read};

use serde::Serialize;

use super::{
    Context, Exit, Output, Place,
    args::LookupArguments,
    json::{Answer, GapJson, KnownFacet, QuestionJson, Source, SourcedText},
};
use crate::{
    lookup::{Here, Match, Outcome, Profile, RegionalCare, national_fallback, nearest},
    model::{Date, FacetId, Gemeente, Ix, Party, PartyId, Phase},
    text::{cli as text, errors, words},
};

#[derive(Debug, Serialize)]
struct LookupJson {
    schema: u32,
    date: Date,
    guide: GuideJson,
    profile: Vec<KnownFacet>,
    warnings: Vec<SourcedText>,
    region: Option<RegionJson>,
    first: Vec<SourcedText>,
    phases: Vec<PhaseJson>,
    next_questions: Vec<QuestionJson>,
}

#[derive(Debug, Serialize)]
struct GuideJson {
    title: String,
    edition: String,
}

#[derive(Debug, Serialize)]
struct RegionJson {
    gemeente: Option<String>,
    code: Option<String>,
    veiligheidsregio: Option<String>,
    politie_eenheid: Option<String>,
    riec: Option<String>,
    zorgcoordinator: Option<String>,
    fallback: Option<String>,
    division_date: Option<crate::model::PartialDate>,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize)]
struct PhaseJson {
    id: String,
    letter: char,
    title: String,
    answers: Vec<Answer>,
    gaps: Vec<GapJson>,
}

pub(super) fn run(
    args: &LookupArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let facets = all_facets(&args.facets, args.profile.as_deref(), input)?;
    let phases = phases(context, args.phase.as_deref())?;
    let place = Place::read(&args.place, context)?;
    let (profile, outcome) = ask(context, &facets, place.on(context.date))?;
    let region = (!matches!(place, Place::NotAsked)).then(|| region(context, place.gemeente()));
    let answer = LookupJson {
        schema: 1,
        date: context.date,
        guide: GuideJson { title: context.guide().title.clone(), edition: context.guide().edition.clone() },
        profile: known(context, &profile, &outcome),
        warnings: warnings(context, &outcome),
        region,
        first: first(context, &outcome),
        phases: phases.into_iter().map(|phase| answers(context, &profile, &outcome, phase)).collect(),
        next_questions: questions(context, &outcome),
    };
    output.give(&answer, |answer| in_words(answer, context))
}

/// The facets of the command line and, with `--profile -`, those of standard input.
///
/// # Errors
/// [`Exit::Call`] when standard input is no text, or `--profile` asks for something else.
pub(super) fn all_facets(given: &[String], profile: Option<&str>, input: &mut dyn Read) -> Result<Vec<String>, Exit> {
    let mut facets = given.to_vec();
    match profile {
        None => {}
        Some("-") => {
            let mut typed = String::new();
            input.read_to_string(&mut typed).map_err(|_| Exit::Call(text::unreadable_input()))?;
            let typed = typed.trim_start_matches('\u{feff}');
            facets.extend(typed.split_whitespace().map(str::to_owned));
        }
        Some(other) => return Err(Exit::Call(text::invalid_value(other, "--profile", "-"))),
    }
    Ok(facets)
}

/// Reads a profile and looks it up, here and now.
///
/// # Errors
/// [`Exit::Call`] when a facet or value does not exist, or nobody fits.
pub(super) fn ask(context: &Context, facets: &[String], here: Here) -> Result<(Profile, Outcome), Exit> {
    let profile = Profile::parse(context.guide(), facets.iter().map(String::as_str))
        .map_err(|error| Exit::Call(errors::profile(&error, context.lang)))?;
    let outcome = context
        .index
        .look_up(&profile, here)
        .map_err(|error| Exit::Call(errors::lookup(&error, context.guide(), context.lang, FacetId::as_str)))?;
    Ok((profile, outcome))
}

fn phases<'a>(context: &'a Context, wanted: Option<&str>) -> Result<Vec<&'a Phase>, Exit> {
    let all = &context.guide().phases;
    let Some(wanted) = wanted else { return Ok(all.iter().collect()) };
    let fits = |phase: &&Phase| phase.id.as_str() == wanted || phase.letter.to_string().eq_ignore_ascii_case(wanted);
    if let Some(phase) = all.iter().find(fits) {
        Ok(vec![phase])
    } else {
        let nearest = nearest(wanted, all.iter().map(|phase| phase.id.as_str()));
        Err(Exit::Call(text::unknown_phase(wanted, nearest)))
    }
}

fn region(context: &Context, gemeente: Option<&Gemeente>) -> RegionJson {
    let regions = &context.regions;
    let care = RegionalCare::of(regions, gemeente, context.date);
    let fallback = || words::national_fallback(national_fallback(context.guide()), context.date, context.lang);
    let cites = regions.cites.iter().chain(care.coordinator.iter().flat_map(|named| &named.cites));
    let of = |value: fn(&Gemeente) -> &String| gemeente.map(value).cloned();
    RegionJson {
        gemeente: of(|gemeente| &gemeente.name),
        code: of(|gemeente| &gemeente.code),
        veiligheidsregio: of(|gemeente| &gemeente.veiligheidsregio),
        politie_eenheid: of(|gemeente| &gemeente.politie_eenheid),
        riec: of(|gemeente| &gemeente.riec),
        zorgcoordinator: care.coordinator.map(|named| words::care_coordinator(named, context.guide(), context.lang)),
        fallback: care.needs_fallback().then(fallback),
        division_date: regions.division_date,
        sources: cites.map(|cite| context.source(cite)).collect(),
    }
}

fn known(context: &Context, profile: &Profile, outcome: &Outcome) -> Vec<KnownFacet> {
    let mut known = Vec::new();
    for (position, facet) in context.guide().facets.enumerate() {
        let given = profile.values_text(facet);
        if !given.is_empty() {
            known.push(KnownFacet { facet: facet.id.to_string(), values: given, from: "given" });
        }
        if outcome.implied.contains(&position) {
            let values = context.index.values_in(&outcome.persons, position);
            known.push(KnownFacet { facet: facet.id.to_string(), values, from: "implied" });
        }
    }
    known
}

fn warnings(context: &Context, outcome: &Outcome) -> Vec<SourcedText> {
    let rules = outcome.warnings.iter().map(|position| &context.guide().suspicious[*position]);
    rules
        .map(|rule| {
            let mut facets = Vec::new();
            rule.when.walk(&mut |part| {
                if let crate::model::Condition::Is(facet, _)
                | crate::model::Condition::HasAny(facet, _)
                | crate::model::Condition::HasAll(facet, _) = part
                    && !facets.contains(&facet.to_string())
                {
                    facets.push(facet.to_string());
                }
            });
            SourcedText {
                facets: Some(facets),
                text: rule.text.text(context.lang).to_owned(),
                sources: context.sources(rule.basis.citations()),
            }
        })
        .collect()
}

fn first(context: &Context, outcome: &Outcome) -> Vec<SourcedText> {
    let advice = outcome.first.iter().map(|(position, _)| &context.guide().first[*position]);
    advice
        .map(|advice| SourcedText {
            facets: None,
            text: advice.text.text(context.lang).to_owned(),
            sources: context.sources(&advice.cites),
        })
        .collect()
}

fn answers(context: &Context, profile: &Profile, outcome: &Outcome, phase: &Phase) -> PhaseJson {
    let mut found: Vec<_> =
        phase.aspects.iter().flat_map(|aspect| outcome.answers_in(&context.index, &aspect.id)).collect();
    // The contract lists certain answers before dependent ones, in the whole phase.
    found.sort_by_key(|(_, verdict)| *verdict);
    let gaps = phase.aspects.iter().flat_map(|aspect| outcome.gaps_in(&context.index, &aspect.id));
    PhaseJson {
        id: phase.id.to_string(),
        letter: phase.letter,
        title: phase.title.text(context.lang).to_owned(),
        answers: found
            .into_iter()
            .map(|(position, verdict)| context.answer(profile, outcome, position, verdict))
            .collect(),
        gaps: gaps.map(|(position, verdict)| context.gap(profile, outcome, position, verdict)).collect(),
    }
}

fn questions(context: &Context, outcome: &Outcome) -> Vec<QuestionJson> {
    let parties = |parties: Vec<Ix<Party>>| -> Vec<String> {
        parties.into_iter().map(|party| context.guide().parties[party].id.to_string()).collect()
    };
    outcome
        .questions
        .iter()
        .map(|question| QuestionJson {
            facet: context.facet_id(question.facet),
            question: context.guide().facets[question.facet].question.text(context.lang).to_owned(),
            options: question.options.iter().map(|option| option.id().to_owned()).collect(),
            decides_between: parties(context.index.decides_between(outcome, question)),
        })
        .collect()
}

fn in_words(answer: &LookupJson, context: &Context) -> String {
    let lang = context.lang;
    let guide = context.guide();
    let mut out = String::new();
    let label = |facet: &str, values: &[String]| -> String {
        let found = guide.facets.iter().find(|f| f.id.as_str() == facet);
        found.map_or_else(|| values.join(", "), |found| words::values(found, values, lang))
    };
    let facet_name = |facet: &str| {
        guide.facets.iter().find(|f| f.id.as_str() == facet).map_or(facet, |f| f.label.text(lang)).to_owned()
    };
    let _ = writeln!(
        out,
        "{} · {} {} · {}",
        answer.guide.title,
        words::edition(lang),
        answer.guide.edition,
        context.as_of(answer.date)
    );
    for advice in &answer.first {
        let _ = writeln!(out, "  ! {}", advice.text);
    }
    let _ = writeln!(out, "\n{}", text::as_known(lang));
    if answer.profile.is_empty() {
        let _ = writeln!(out, "  {}", text::nothing_known(lang));
    }
    for known in &answer.profile {
        let follows = if known.from == "implied" { format!(" ({})", words::follows(lang)) } else { String::new() };
        let _ = writeln!(out, "  {}: {}{follows}", facet_name(&known.facet), label(&known.facet, &known.values));
    }
    for warning in &answer.warnings {
        let _ = writeln!(out, "  {}: {}", words::warning(lang), warning.text);
    }
    if let Some(region) = &answer.region {
        let parts: Vec<&str> = [&region.gemeente, &region.veiligheidsregio, &region.politie_eenheid, &region.riec]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let _ = writeln!(out, "  {}: {}", text::region(lang), parts.join(" · "));
        for line in region.zorgcoordinator.iter().chain(&region.fallback) {
            let _ = writeln!(out, "    {line}");
        }
    }
    for phase in &answer.phases {
        let _ = writeln!(out, "\n{}  {}", phase.letter, phase.title);
        if phase.answers.is_empty() && phase.gaps.is_empty() {
            let _ = writeln!(out, "   {}", words::nothing_here(lang));
        }
        for found in &phase.answers {
            answer_in_words(&mut out, found, context, &label, &facet_name);
        }
        for gap in &phase.gaps {
            let kind = guide.gaps.iter().find(|g| g.id.as_str() == gap.id).map(|g| words::gap_kind(g.kind, lang));
            let asked = PartyId::new(&gap.ask).ok().and_then(|id| guide.party(&id));
            let asked = asked.map_or(gap.ask.as_str(), |party| party.short_name(context.date, lang));
            let open: Vec<String> = gap.depends_on.iter().map(|facet| facet_name(facet)).collect();
            let open = if open.is_empty() {
                String::new()
            } else {
                format!(" ({} {})", words::depends_on(lang), open.join(", "))
            };
            let _ = writeln!(out, "   ⚠ {}{open}: {}", kind.unwrap_or_default(), gap.text);
            if gap.start_unknown {
                let _ = writeln!(out, "     {}", words::unknown_start(lang));
            }
            let _ = writeln!(out, "     {}: {asked}", words::ask(lang));
        }
    }
    if let Some(question) = answer.next_questions.first() {
        let options = question.options.iter().map(|option| label(&question.facet, std::slice::from_ref(option)));
        let options: Vec<String> = options.collect();
        let _ = writeln!(out, "\n{}: {}", words::next_question(lang), question.question);
        let _ = writeln!(out, "   {}={}", question.facet, question.options.join(" | "));
        let _ = writeln!(out, "   {}", options.join(" · "));
    }
    out
}

fn answer_in_words(
    out: &mut String,
    found: &Answer,
    context: &Context,
    label: &dyn Fn(&str, &[String]) -> String,
    facet_name: &dyn Fn(&str) -> String,
) {
    let lang = context.lang;
    let guide = context.guide();
    let record = guide.responsibilities.iter().find(|record| record.id.as_str() == found.id);
    let role = record.map_or(found.role, |record| words::role(record.role, lang));
    let aspect = record.and_then(|record| guide.aspect(&record.aspect));
    let aspect = aspect.map_or(found.aspect.as_str(), |(_, aspect)| aspect.label.text(lang));
    let mark = if found.verdict == Match::Applies.id() { '■' } else { '□' };
    let _ = writeln!(out, "   {mark} {} — {role}, {aspect}", found.party_name);
    let _ = writeln!(out, "     {}", found.task);
    for provided in &found.provided {
        let _ = writeln!(out, "     {provided}");
    }
    if found.verdict == Match::Depends.id() {
        let open: Vec<String> = found.depends_on.iter().map(|facet| facet_name(facet)).collect();
        let _ = writeln!(out, "     {}: {}", words::depends_on(lang), open.join(", "));
    } else {
        let why: Vec<String> = found.because.iter().map(|reason| label(&reason.facet, &reason.values)).collect();
        let why = if why.is_empty() { words::because_everybody(lang).to_owned() } else { why.join(", ") };
        let _ = writeln!(out, "     {}: {why}", words::why(lang));
    }
    for term in record.iter().flat_map(|record| &record.terms) {
        let starts = term.starts.as_ref().map(|starts| format!(" {} {starts}", words::since(lang))).unwrap_or_default();
        let _ = writeln!(out, "     {}: {} {}{starts}", words::term(lang), term.text, words::term_length(term, lang));
    }
    for alert in &found.alerts {
        let _ = writeln!(out, "     ! {alert}");
    }
    for note in found.valid.note.iter().chain(&found.notes) {
        let _ = writeln!(out, "     {}: {note}", words::note(lang));
    }
    for contact in &found.contacts {
        let hours = contact.hours.iter().chain(&contact.for_whom).map(|text| format!(" · {text}"));
        let _ = writeln!(out, "     {}: {}{}", words::contact(lang), contact.value, hours.collect::<String>());
    }
    if found.start_unknown {
        let _ = writeln!(out, "     {}", words::unknown_start(lang));
    }
    for conflict in &found.conflicts {
        let _ = writeln!(out, "     {}: {conflict}", words::conflict(lang));
    }
    for cite in record.iter().flat_map(|record| &record.cites).take(2) {
        let _ = writeln!(out, "     {}: {}", words::source(lang), words::citation(guide, cite, lang));
    }
}
