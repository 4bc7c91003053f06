//! From an answer to a card in words.

use std::collections::BTreeSet;

use super::{
    Card, CardAdvice, CardAnswer, CardAspect, CardContact, CardDepends, CardGap, CardOptions, CardPhase, CardSource,
    CardStep,
};
use crate::{
    lookup::{Index, Outcome, Profile, source_age},
    model::{
        Aspect, Citation, Conflict, ContactKind, Facet, Guide, Ix, Label, Lang, Party, PartyId, Phase, Responsibility,
        SourceId, Stance, Verdict,
    },
    present::{
        AdviceFacts, AnswerFacts, Asked, GapFacts, PlanContact, PlanStepFacts, RegionFacts, StepFacts, TermFact,
        WarningFacts, Why,
    },
    text::{card as text, plan as plan_words, sources, words},
};

impl Card {
    /// The card of an answer. `profile` is what was asked; it is on the card only when the options say so.
    pub fn new(index: &Index, profile: &Profile, outcome: &Outcome, options: &CardOptions<'_>) -> Self {
        let guide = index.guide();
        let lang = options.lang;
        let asked = Asked { index, profile, outcome };
        let mut builder = CardBuilder { asked, guide, outcome, lang, full: options.full, cited: BTreeSet::new() };
        let region = builder.region(options);
        let route = builder.route(options);
        let plan = builder.plan();
        let first = builder.first(&plan);
        let mut with_contacts = BTreeSet::new();
        let phases = guide.phases.iter().map(|phase| builder.phase(phase, &mut with_contacts)).collect();
        let day = words::day(outcome.date, lang);
        Self {
            lang,
            full: options.full,
            title: text::title(lang).to_owned(),
            edition: format!("{} · {} {day}", words::which_guide(guide, index.origin(), lang), words::as_of(lang)),
            not_for_use: (outcome.date != options.today).then(|| words::capital(&words::not_for_use_on(&day, lang))),
            emergency: words::emergency(lang).to_owned(),
            not_for_victim: text::not_for_victim(lang).to_owned(),
            not_official: text::not_official(lang).to_owned(),
            facets: if options.with_facets { known(asked, lang) } else { Vec::new() },
            plan,
            region,
            route,
            first,
            phases,
            sources: builder.sources(),
            about: about(guide, options.full, lang),
        }
    }
}

/// A party whose contact details are already on the card: in the phase with this letter, or anywhere.
type WithContacts = (Option<char>, PartyId);

struct CardBuilder<'a> {
    asked: Asked<'a>,
    guide: &'a Guide,
    outcome: &'a Outcome,
    lang: Lang,
    full: bool,
    /// Everything that the card rests on.
    cited: BTreeSet<SourceId>,
}

impl<'a> CardBuilder<'a> {
    /// `plan` is what the card says already; on the short card its numbers are not said again.
    fn first(&mut self, plan: &[CardStep]) -> Vec<CardAdvice> {
        // What the top of the card says already is not said again.
        let said = letters(words::emergency(self.lang));
        let advice = self.asked.advice().filter(|advice| letters(advice.text.text(self.lang)) != said);
        let is_said = |advice: &AdviceFacts<'_>| {
            let numbers = numbers(advice.text.text(self.lang));
            !self.full && !numbers.is_empty() && numbers.iter().all(|n| plan.iter().any(|step| step.text.contains(n)))
        };
        let advice = advice.filter(|advice| !is_said(advice));
        let advice: Vec<AdviceFacts<'_>> = advice.collect();
        let words = |text: &Label| text.text(self.lang).to_owned();
        let said: Vec<_> = advice.iter().map(|advice| (words(advice.text), &advice.record.cites)).collect();
        said.into_iter().map(|(text, cites)| CardAdvice { text, cited: self.cited(cites) }).collect()
    }

    /// `with_contacts` holds the parties whose contact details are already on the card.
    fn phase(&mut self, phase: &Phase, with_contacts: &mut BTreeSet<WithContacts>) -> CardPhase {
        let aspects = phase.aspects.iter().filter_map(|aspect| self.aspect(aspect, phase.letter, with_contacts));
        let aspects: Vec<CardAspect> = aspects.collect();
        let possible = self.asked.gaps_of(phase).filter(|facts| facts.verdict != Verdict::Applies);
        let possible: Vec<GapFacts<'_>> = possible.collect();
        let possible_gaps = (!possible.is_empty()).then(|| self.possible_gaps(&possible));
        let depends = if self.full { None } else { self.depends(phase) };
        let is_answered = depends.is_some() || aspects.iter().any(|aspect| !aspect.answers.is_empty());
        CardPhase {
            letter: phase.letter,
            title: phase.title.text(self.lang).to_owned(),
            nothing: (!is_answered).then(|| words::capital(words::nothing_here(self.lang))),
            aspects,
            depends,
            possible_gaps,
        }
    }

    /// Who may still be primarily responsible in a phase, each party once with all its aspects.
    fn depends(&self, phase: &Phase) -> Option<CardDepends> {
        let mut facets: BTreeSet<Ix<Facet>> = BTreeSet::new();
        let mut parties: Vec<(&PartyId, Vec<String>)> = Vec::new();
        for aspect in &phase.aspects {
            let label = words::lower_first(aspect.label.text(self.lang));
            for facts in self.primary(aspect, |verdict| verdict == Verdict::Depends) {
                let record = facts.record;
                if let Why::DependsOn(open) = facts.why() {
                    facets.extend(open);
                }
                match parties.iter_mut().find(|(party, _)| *party == &record.party) {
                    Some((_, aspects)) if aspects.contains(&label) => {}
                    Some((_, aspects)) => aspects.push(label.clone()),
                    None => parties.push((&record.party, vec![label.clone()])),
                }
            }
        }
        let facets: Vec<_> = facets.into_iter().collect();
        let names = parties.iter().map(|(party, aspects)| format!("{} ({})", self.name(party), aspects.join(", ")));
        let names: Vec<String> = names.collect();
        let on = text::still_depends_on(&self.facet_names(&facets), self.lang);
        (!names.is_empty()).then(|| CardDepends { on, parties: names.join(" · ") })
    }

    /// The answers of an aspect that one can turn to, certain ones first.
    fn primary(&self, aspect: &Aspect, wanted: impl Fn(Verdict) -> bool) -> impl Iterator<Item = AnswerFacts<'a>> {
        self.asked.answers_in(&aspect.id).filter(move |facts| facts.record.primary && wanted(facts.verdict))
    }

    /// `None` when the aspect has neither an answer nor a gap.
    fn aspect(
        &mut self,
        aspect: &Aspect,
        phase: char,
        with_contacts: &mut BTreeSet<WithContacts>,
    ) -> Option<CardAspect> {
        let full = self.full;
        let shown: Vec<AnswerFacts<'_>> = self.primary(aspect, |verdict| full || verdict == Verdict::Applies).collect();
        let answers: Vec<CardAnswer> = shown.iter().map(|facts| self.answer(facts, phase, with_contacts)).collect();
        let certain = self.asked.gaps_in(&aspect.id).filter(|facts| facts.verdict == Verdict::Applies);
        let gaps: Vec<CardGap> = certain.map(|facts| self.gap(&facts)).collect();
        let is_empty = answers.is_empty() && gaps.is_empty();
        let label = aspect.label.text(self.lang).to_owned();
        (!is_empty).then_some(CardAspect { label, answers, gaps })
    }

    fn answer(
        &mut self,
        facts: &AnswerFacts<'_>,
        phase: char,
        with_contacts: &mut BTreeSet<WithContacts>,
    ) -> CardAnswer {
        let AnswerFacts {
            asked: _,
            ix: _,
            record,
            party,
            // The heading above it.
            aspect: _,
            verdict: _,
            receives: _,
            terms,
            // Said below, once for a party.
            contacts: _,
            phone: _,
            alerts,
            conflicts,
            // With the sources.
            age: _,
            is_old,
            start_unknown,
            only_announced,
            verified,
        } = facts;
        let lang = self.lang;
        let depends_on = match facts.why() {
            Why::DependsOn(open) => Some(format!("{} {}", words::depends_on(lang), self.facet_names(&open))),
            // Because of what was asked about the person, which is on no card.
            Why::Because(_) | Why::Not(_) => None,
        };
        let mut details: Vec<String> = alerts.iter().map(|alert| alert.text.clone()).collect();
        if let Some(receives) = facts.receives_else() {
            details.push(format!("{} {}", words::receives(lang), words::receives_what(receives, lang)));
        }
        details.extend(terms.iter().map(|fact| self.term(facts.asked, fact)));
        if *start_unknown {
            details.push(words::unknown_start(lang).to_owned());
        }
        if let Some(verified) = verified {
            details.push(format!("{} {}", words::verified(lang), words::day(*verified, lang)));
        }
        if *only_announced {
            details.push(words::only_announced(lang).to_owned());
        }
        if *is_old && self.full {
            details.push(words::check_first(lang).to_owned());
        }
        details.extend(conflicts.iter().map(|conflict| self.conflict(conflict)));
        // One A4 has no room for what explains; the full card does.
        let notes: &[String] = if self.full { &record.notes } else { &[] };
        let (contacts, cited) = self.reach(record, party, phase, with_contacts);
        CardAnswer {
            party: self.name(&record.party),
            role: words::role(record.role, lang).to_owned(),
            depends_on,
            task: record.task.clone(),
            provided: record.provided.iter().chain(&record.valid.note).chain(notes).cloned().collect(),
            details,
            legal_basis: if self.full { record.legal_basis.clone() } else { Vec::new() },
            contacts,
            cited,
        }
    }

    /// How to reach who answers, and what the answer and its contacts rest on.
    fn reach(
        &mut self,
        record: &Responsibility,
        party: &Party,
        phase: char,
        with_contacts: &mut BTreeSet<WithContacts>,
    ) -> (Vec<CardContact>, String) {
        let is_new = with_contacts.insert((Some(phase), record.party.clone()));
        let is_first = with_contacts.insert((None, record.party.clone()));
        // Full card: hours once per phase, numbers always. Short card: hours once, numbers once per phase.
        let (numbers, all) = if self.full { (true, is_new) } else { (is_new, is_first) };
        let (contacts, from) = self.contacts(party, numbers, all);
        let cited = self.cited(&record.cites);
        if from.is_empty() {
            return (contacts, cited);
        }
        if self.full {
            return (contacts, format!("{cited}; {}", text::contact_sources(&from, self.lang)));
        }
        let own: BTreeSet<&str> = cited.split(", ").collect();
        let others = from.iter().map(String::as_str).filter(|id| !own.contains(id));
        let cited = std::iter::once(cited.as_str()).chain(others).collect::<Vec<_>>().join(", ");
        (contacts, cited)
    }

    fn term(&self, asked: Asked<'_>, fact: &TermFact<'_>) -> String {
        let (term, lang) = (fact.term, self.lang);
        let starts = term.starts.as_ref().map(|starts| format!(", {} {starts}", words::since(lang)));
        let length = words::term_length(term, lang);
        let open = fact.depends_on(asked);
        // Of several limits a reader must know which is which.
        let what = if self.full || !open.is_empty() { format!(" ({})", term.text) } else { String::new() };
        let open = if open.is_empty() {
            String::new()
        } else {
            format!("; {} {}", words::depends_on(lang), self.facet_names(&open))
        };
        format!("{} {length}{}{what}{open}", words::term(lang), starts.unwrap_or_default())
    }

    /// That sources contradict each other; on the full card also what they say and what the guide does with it.
    fn conflict(&self, conflict: &Conflict) -> String {
        let lead = words::conflict(self.lang);
        if self.full { format!("{lead}: {} {}", conflict.text, conflict.shown) } else { lead.to_owned() }
    }

    /// How to reach a party today, and who says so: its numbers, or all of it, or nothing.
    fn contacts(&mut self, party: &Party, numbers: bool, is_new: bool) -> (Vec<CardContact>, Vec<String>) {
        let lang = self.lang;
        let mut sources: Vec<String> = Vec::new();
        let mut contacts = Vec::new();
        let holding = party.contacts.iter().filter(|contact| contact.valid.holds_on(self.outcome.date));
        let again = |kind: ContactKind| numbers && kind == ContactKind::Telefoon;
        let wanted: Vec<_> = holding.filter(|contact| is_new || again(contact.kind)).collect();
        for contact in wanted {
            self.cited.insert(contact.source.clone());
            if is_new && !sources.contains(&contact.source.to_string()) {
                sources.push(contact.source.to_string());
            }
            let is_foreign = contact.kind == ContactKind::TelefoonBuitenland;
            let kind = is_foreign.then(|| words::contact_kind(contact.kind, lang));
            let hours = contact.hours.as_deref().filter(|_| is_new);
            // One A4 has a sign for it, where the sources stand.
            let age = sources::contact_age(contact, self.guide, lang).filter(|_| self.full);
            let details = kind.into_iter().chain(contact.for_whom.as_deref()).chain(hours).chain(age);
            let details: Vec<&str> = details.collect();
            contacts.push(CardContact { value: contact.value.clone(), details: details.join(", ") });
        }
        (contacts, sources)
    }

    fn gap(&mut self, facts: &GapFacts<'_>) -> CardGap {
        let GapFacts {
            asked: _,
            ix: _,
            record,
            // The heading above it.
            aspect: _,
            // Only those that certainly hold; why is of the person, which is on no card.
            verdict: _,
            ask,
            start_unknown,
        } = facts;
        let ask = ask.map_or_else(|| record.ask.to_string(), |party| self.name_with_number(party));
        let start_unknown = start_unknown.then(|| words::unknown_start(self.lang).to_owned());
        CardGap {
            kind: format!("{}: {}", words::capital(words::gap(self.lang)), words::gap_kind(record.kind, self.lang)),
            text: record.text.clone(),
            details: record.valid.note.iter().cloned().chain(start_unknown).collect(),
            ask: format!("{}: {ask}", words::capital(words::ask(self.lang))),
            cited: self.cited(&record.cites),
        }
    }

    fn possible_gaps(&self, gaps: &[GapFacts<'_>]) -> String {
        let mut facets: BTreeSet<Ix<Facet>> = BTreeSet::new();
        let mut ask: Vec<String> = Vec::new();
        for facts in gaps {
            if let Why::DependsOn(open) = facts.why() {
                facets.extend(open);
            }
            let name = self.name(&facts.record.ask);
            if !ask.contains(&name) {
                ask.push(name);
            }
        }
        let facets: Vec<_> = facets.into_iter().collect();
        if !self.full {
            return text::possible_gaps_in_short(gaps.len(), &ask.join(", "), self.lang);
        }
        text::possible_gaps(gaps.len(), &self.facet_names(&facets), &ask.join(", "), self.lang)
    }

    fn region(&mut self, options: &CardOptions<'_>) -> Vec<String> {
        // Where somebody is asked for is a facet too.
        let region = options.region.filter(|_| options.with_facets);
        let Some((regions, place)) = region else { return Vec::new() };
        let RegionFacts { asked: _, regions: _, gemeente, former, coordinator, fallback } =
            self.asked.region(regions, Some(place));
        let places = gemeente.map(|gemeente| gemeente.places().join(" · "));
        let former = former.zip(gemeente).map(|(former, now)| words::former_gemeente(former, now, self.lang));
        let division = words::division_of(regions, self.lang).map(|words| words::capital(&words));
        let named = coordinator.map(|named| {
            self.cited(&named.cites);
            words::care_coordinator(named, self.guide, self.lang)
        });
        let fallback = fallback.map(|whom| words::national_fallback(&whom, self.outcome.date, self.lang));
        places.into_iter().chain(former).chain(named).chain(fallback).chain(division).collect()
    }

    fn route(&self, options: &CardOptions<'_>) -> Vec<CardStep> {
        let Some((own, target)) = options.route else { return Vec::new() };
        let steps = self.asked.routes(own, target).into_iter().next().unwrap_or_default();
        steps.iter().map(|facts| self.step(facts)).collect()
    }

    fn step(&self, facts: &StepFacts<'_>) -> CardStep {
        // The parties are named as the record does.
        let StepFacts { asked: _, ix: _, record, from: _, to: _, verdict: _, start_unknown, only_announced } = facts;
        let lang = self.lang;
        let open = facts.depends_on();
        let open = (!open.is_empty()).then(|| format!("{} {}", words::depends_on(lang), self.facet_names(&open)));
        let start_unknown = start_unknown.then(|| words::unknown_start(lang).to_owned());
        let announced = only_announced.then(|| words::only_announced(self.lang).to_owned());
        let terms = record.terms.iter().map(|term| words::term_length(term, lang));
        let said = record.provided.iter().chain(&record.valid.note).cloned().chain(terms).chain(open);
        let said = said
            .chain(start_unknown)
            .chain(announced)
            .map(|words| format!(" {}.", words::capital(words.trim_end_matches('.'))));
        let said: String = said.collect();
        let ground = words::sharing_ground(record.sharing.ground, lang);
        CardStep {
            step: format!("{} {}: {}", self.name(&record.from), words::act(record.act, lang), self.name(&record.to)),
            text: format!("{}{said} {} ({ground}): {}", record.text, words::sharing(lang), record.sharing.text),
        }
    }

    /// What to do now: on the short card with whom, and how to reach them; on the full card all of it.
    fn plan(&mut self) -> Vec<CardStep> {
        let plan = self.asked.plan();
        let steps = plan.first().iter().enumerate();
        steps.map(|(position, facts)| self.plan_step(position + 1, facts)).collect()
    }

    fn plan_step(&mut self, number: usize, facts: &PlanStepFacts<'_>) -> CardStep {
        let lang = self.lang;
        let contacts = facts.contacts.iter().map(|PlanContact { contact, is_open }| {
            let closed = (*is_open == Some(false)).then(|| plan_words::closed_now(lang).to_owned());
            let details: Vec<String> =
                closed.into_iter().chain(contact.hours.clone()).chain(contact.for_whom.clone()).collect();
            if details.is_empty() {
                contact.value.clone()
            } else {
                format!("{} ({})", contact.value, details.join(", "))
            }
        });
        // Who is in a hurry has one number.
        let contacts: Vec<String> = contacts.take(if self.full { usize::MAX } else { 1 }).collect();
        let open = facts.depends_on();
        let open = (!open.is_empty()).then(|| format!("{} {}", words::depends_on(lang), self.facet_names(&open)));
        let mut said: Vec<String> = contacts.into_iter().chain(open).collect();
        said.extend(facts.sure_terms().map(|term| words::term_length(term, lang)));
        if self.full {
            said.extend(facts.parts.iter().map(|part| facts.part_text(part, lang).trim_end_matches('.').to_owned()));
            said.extend(
                facts.sharing.map(|sharing| {
                    format!("{} ({})", words::sharing(lang), words::sharing_ground(sharing.ground, lang))
                }),
            );
            let cites: Vec<Citation> = facts.citations().into_iter().cloned().collect();
            said.push(self.cited(&cites));
        }
        CardStep { step: format!("{number} {}", facts.heading(lang)), text: said.join(" · ") }
    }

    /// Notes what is rested on, and says it.
    fn cited(&mut self, cites: &[Citation]) -> String {
        let mut ids: Vec<String> = Vec::new();
        // One A4 has no room for a source that does not say it, and for what else a source says.
        for cite in cites.iter().filter(|cite| self.full || cite.stance != Stance::Noemt) {
            self.cited.insert(cite.source.clone());
            let stance = sources::stance(cite.stance, self.lang).filter(|_| self.full);
            let stance = stance.map(|stance| format!(" ({stance})"));
            let id = format!("{}{}", cite.source, stance.unwrap_or_default());
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if !self.full {
            return ids.join(", ");
        }
        text::cited(&ids, source_age(self.guide, cites, self.outcome.date), self.lang)
    }

    fn sources(&self) -> Vec<CardSource> {
        let used = self.guide.sources.iter().filter(|source| self.cited.contains(&source.id));
        used.map(|source| {
            if !self.full {
                let date = source.date.map(|date| words::short_date(date, self.lang));
                let date = date.unwrap_or_else(|| text::undated(self.lang).to_owned());
                return CardSource { id: source.id.to_string(), text: format!("{}, {date}", source.title) };
            }
            let date = sources::source_date(source, self.lang);
            let date = date.unwrap_or_else(|| text::no_date(self.lang).to_owned());
            let known =
                [Some(source.title.clone()), Some(source.publisher.clone()), Some(date), source.reference.clone()];
            let known: Vec<String> = known.into_iter().flatten().filter(|words| !words.is_empty()).collect();
            CardSource { id: source.id.to_string(), text: known.join(", ") }
        })
        .collect()
    }

    fn name(&self, id: &PartyId) -> String {
        let party = self.guide.party(id);
        party.map_or(id.as_str(), |party| party.short_name(self.outcome.date, self.lang)).to_owned()
    }

    /// The name with the number for everybody, where a source gives one.
    fn name_with_number(&self, party: &Party) -> String {
        let name = party.short_name(self.outcome.date, self.lang);
        let phone = party.phone_on(self.outcome.date);
        phone.map_or_else(|| name.to_owned(), |phone| format!("{name} ({})", phone.value))
    }

    fn facet_names(&self, facets: &[Ix<Facet>]) -> String {
        words::facet_names(self.guide, facets, self.lang)
    }
}

/// What is known of the person, and what is odd about it.
fn known(asked: Asked<'_>, lang: Lang) -> Vec<String> {
    let warnings = asked.warnings().map(|WarningFacts { rule, is_assumption }| {
        let warning = words::capital(words::warning(lang));
        format!("{warning}: {}", words::rule(&rule.text, is_assumption, lang))
    });
    asked.known_in_words(lang).into_iter().chain(warnings).collect()
}

fn about(guide: &Guide, full: bool, lang: Lang) -> Vec<String> {
    let correction = match &guide.owner.contact {
        Some(contact) => format!("{}: {contact}", text::correction(lang)),
        None => text::not_assigned(lang).to_owned(),
    };
    let mut about =
        vec![format!("{}: {}", words::owner(lang), guide.owner.name), correction, text::responsible(lang).to_owned()];
    if full {
        about.push(text::not_official(lang).to_owned());
    }
    if !full {
        about.insert(0, text::short_form(lang).to_owned());
    }
    if lang == Lang::En {
        about.push(text::dutch_only(lang).to_owned());
    }
    about
}

/// Only the letters and digits, to hold two sentences against each other.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The telephone numbers in a text, as they stand there: ten digits, in groups.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|sign: char| !(sign.is_ascii_digit() || sign == ' ')).map(str::trim);
    parts.filter(|part| part.chars().filter(char::is_ascii_digit).count() >= 8).collect()
}
