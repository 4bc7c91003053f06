//! From an answer to a card in words: the whole card, and what is on its further sheets.

use std::collections::BTreeSet;

use super::{
    Card, CardAnswer, CardAspect, CardContact, CardFurther, CardGap, CardHandOver, CardOptions, CardPhase, CardSource,
};
use crate::{
    lookup::{Index, Outcome, Profile, TermStarts, last_day, source_age},
    model::{
        Aspect, Citation, Conflict, ContactKind, Date, Facet, Guide, Ix, Lang, Party, PartyId, Phase, Responsibility,
        SourceId, Term, Verdict,
    },
    present::{AnswerFacts, Asked, GapFacts, RegionFacts, StepFacts, TermFact, WarningFacts, Why},
    text::{card as text, own, sources, which, words},
};

impl Card {
    /// The card of an answer. `profile` is what was asked; it is on the card only when the options say so.
    pub fn new(index: &Index, profile: &Profile, outcome: &Outcome, options: &CardOptions<'_>) -> Self {
        let guide = index.guide();
        let lang = options.lang;
        let asked = Asked { index, profile, outcome };
        let mut builder = CardBuilder {
            asked,
            guide,
            outcome,
            lang,
            starts: options.starts,
            told: Vec::new(),
            cited: BTreeSet::new(),
        };
        let (plan, later) = builder.plan();
        let (first, always) = builder.advice();
        let terms = builder.terms();
        let region = builder.region(options);
        let day = words::day(outcome.date, lang);
        let route = builder.route(options);
        let way = route.iter().map(|step| step.step.as_str()).collect::<Vec<_>>().join(" · ");
        Self {
            lang,
            title: text::title(lang).to_owned(),
            edition: format!("{} · {} {day}", which::which_guide(guide, index.origin(), lang), words::as_of(lang)),
            not_for_use: which::not_for_use(guide, outcome.date, options.today, lang),
            watermark: which::across(guide, lang),
            emergency: which::emergency(guide, lang).to_owned(),
            not_for_victim: text::not_for_victim(lang).to_owned(),
            not_official: text::not_official(lang).to_owned(),
            first,
            plan,
            later,
            region,
            facets: if options.with_facets { known(asked, lang) } else { Vec::new() },
            terms,
            always,
            way: (!way.is_empty()).then_some(way),
            about: about(guide, options.full, lang),
            further: options.full.then(|| builder.further(route)),
        }
    }
}

/// A party whose contact details stand already in the phase with this letter.
type WithContacts = (char, PartyId);

pub(super) struct CardBuilder<'a> {
    pub(super) asked: Asked<'a>,
    pub(super) guide: &'a Guide,
    pub(super) outcome: &'a Outcome,
    pub(super) lang: Lang,
    starts: Option<&'a TermStarts>,
    /// The terms that steps tell.
    pub(super) told: Vec<(&'a PartyId, &'a Term)>,
    /// Everything that the card rests on.
    pub(super) cited: BTreeSet<SourceId>,
}

impl<'a> CardBuilder<'a> {
    fn further(mut self, route: Vec<CardHandOver>) -> CardFurther {
        let mut with_contacts = BTreeSet::new();
        let phases = &self.guide.phases;
        let phases = phases.iter().map(|phase| self.phase(phase, &mut with_contacts)).collect();
        CardFurther { route, phases, sources: self.sources() }
    }

    /// `with_contacts` holds the parties whose contact details are already on the card.
    fn phase(&mut self, phase: &Phase, with_contacts: &mut BTreeSet<WithContacts>) -> CardPhase {
        let aspects = phase.aspects.iter().filter_map(|aspect| self.aspect(aspect, phase.letter, with_contacts));
        let aspects: Vec<CardAspect> = aspects.collect();
        let possible = self.asked.gaps_of(phase).filter(|facts| facts.verdict != Verdict::Applies);
        let possible: Vec<GapFacts<'_>> = possible.collect();
        let possible_gaps = (!possible.is_empty()).then(|| self.possible_gaps(&possible));
        let is_answered = aspects.iter().any(|aspect| !aspect.answers.is_empty());
        CardPhase {
            letter: phase.letter,
            title: phase.title.text(self.lang).to_owned(),
            nothing: (!is_answered).then(|| words::capital(&words::nothing_here(self.asked.guide(), self.lang))),
            aspects,
            possible_gaps,
        }
    }

    /// The answers of an aspect that one can turn to, certain ones first.
    pub(super) fn primary(&self, aspect: &Aspect) -> impl Iterator<Item = AnswerFacts<'a>> {
        self.asked.answers_in(&aspect.id).filter(|facts| facts.record.primary)
    }

    /// `None` when the aspect has neither an answer nor a gap.
    fn aspect(
        &mut self,
        aspect: &Aspect,
        phase: char,
        with_contacts: &mut BTreeSet<WithContacts>,
    ) -> Option<CardAspect> {
        let shown: Vec<AnswerFacts<'_>> = self.primary(aspect).collect();
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
            validity_note,
            notes: _,
            legal_basis,
            own: _,
        } = facts;
        let lang = self.lang;
        let depends_on = match facts.why() {
            Why::DependsOn(open) => Some(format!("{} {}", words::depends_on(lang), self.facet_names(&open))),
            // Because of what was asked about the person, which is on no card.
            Why::Because(_) | Why::Not(_) => None,
        };
        let supplement = facts.is_own().then(|| words::capital(own::mark(lang)));
        let mut details: Vec<String> = supplement.into_iter().collect();
        details.extend(alerts.iter().map(|alert| alert.text.clone()));
        if let Some(receives) = facts.receives_else() {
            details.push(format!("{} {}", words::receives(lang), words::receives_what(receives, lang)));
        }
        details.extend(terms.iter().map(|fact| self.term(facts, fact)));
        if *start_unknown {
            details.push(words::unknown_start(lang).to_owned());
        }
        if let Some(verified) = verified {
            details.push(format!("{} {}", words::verified(lang), words::day(*verified, lang)));
        }
        if *only_announced {
            details.push(words::only_announced(lang).to_owned());
        }
        if *is_old {
            details.push(words::check_first(lang).to_owned());
        }
        details.extend(conflicts.iter().map(|conflict| self.conflict(conflict)));
        let (contacts, cited) = self.reach(record, party, phase, with_contacts);
        CardAnswer {
            party: self.name(&record.party),
            role: words::role(record.role, lang).to_owned(),
            depends_on,
            task: record.task.clone(),
            provided: record
                .provided
                .iter()
                .map(String::as_str)
                .chain(*validity_note)
                .map(str::to_owned)
                .chain(facts.marked_notes(lang))
                .collect(),
            details,
            legal_basis: legal_basis.iter().map(|&basis| basis.to_owned()).collect(),
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
        // Hours once per phase, numbers always.
        let is_new = with_contacts.insert((phase, record.party.clone()));
        let (contacts, from) = self.contacts(party, is_new);
        let cited = self.cited(&record.cites);
        let cited =
            if from.is_empty() { cited } else { format!("{cited}; {}", text::contact_sources(&from, self.lang)) };
        (contacts, cited)
    }

    fn term(&self, facts: &AnswerFacts<'_>, fact: &TermFact<'_>) -> String {
        let (term, lang) = (fact.term, self.lang);
        let starts = term.starts.as_ref().map(|starts| format!(", {} {starts}", words::since(lang)));
        let length = words::term_length(term, lang);
        let open = fact.depends_on(facts.asked);
        let open = if open.is_empty() {
            String::new()
        } else {
            format!("; {} {}", words::depends_on(lang), self.facet_names(&open))
        };
        let last = self.last_day(facts, fact).map(|last| format!("; {last}")).unwrap_or_default();
        format!("{} {length}{} ({}){open}{last}", words::term(lang), starts.unwrap_or_default(), term.text)
    }

    /// The last day of a term, in words, once it is said when it starts for this answer or for one that states it.
    pub(super) fn last_day(&self, facts: &AnswerFacts<'_>, fact: &TermFact<'_>) -> Option<String> {
        let beside = fact.beside.iter().map(|(other, _)| &self.guide.responsibilities[*other].id);
        let mut of = std::iter::once(&facts.record.id).chain(beside);
        let start = of.find_map(|of| self.starts?.start(of, fact.term))?;
        self.last_day_from(fact.term, start)
    }

    fn last_day_from(&self, term: &Term, start: Date) -> Option<String> {
        let last = last_day(term, start)?;
        Some(text::last_day(term.bound, &words::day(last, self.lang), &words::day(start, self.lang), self.lang))
    }

    /// That sources contradict each other, what they say and what the guide does with it.
    pub(super) fn conflict(&self, conflict: &Conflict) -> String {
        format!("{}: {} {}", words::conflict(self.lang), conflict.text, conflict.shown)
    }

    /// How to reach a party today, and who says so; where it is not new its numbers alone.
    fn contacts(&mut self, party: &Party, is_new: bool) -> (Vec<CardContact>, Vec<String>) {
        let lang = self.lang;
        let mut sources: Vec<String> = Vec::new();
        let mut contacts = Vec::new();
        let holding = party.contacts.iter().filter(|contact| contact.valid.holds_on(self.outcome.date));
        let again = |kind: ContactKind| kind == ContactKind::Telefoon;
        let wanted: Vec<_> = holding.filter(|contact| is_new || again(contact.kind)).collect();
        for contact in wanted {
            self.cited.insert(contact.source.clone());
            if is_new && !sources.contains(&contact.source.to_string()) {
                sources.push(contact.source.to_string());
            }
            let is_foreign = contact.kind == ContactKind::TelefoonBuitenland;
            let kind = is_foreign.then(|| words::contact_kind(contact.kind, lang));
            let hours = contact.hours.as_deref().filter(|_| is_new);
            let age = sources::contact_age(contact, self.guide, lang);
            let details = kind.into_iter().chain(contact.for_whom.as_deref()).chain(hours).chain(age);
            let details = details.chain(own::of_contact(self.asked.index.own(), contact, lang));
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
            validity_note,
        } = facts;
        let ask = ask.map_or_else(|| record.ask.to_string(), |party| self.name_with_number(party));
        let start_unknown = start_unknown.then(|| words::unknown_start(self.lang).to_owned());
        CardGap {
            kind: format!("{}: {}", words::capital(words::gap(self.lang)), words::gap_kind(record.kind, self.lang)),
            text: record.text.clone(),
            details: validity_note.map(str::to_owned).into_iter().chain(start_unknown).collect(),
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
        text::possible_gaps(gaps.len(), &self.facet_names(&facets), &ask.join(", "), self.lang)
    }

    fn region(&mut self, options: &CardOptions<'_>) -> Vec<String> {
        let Some((regions, place)) = options.region else { return Vec::new() };
        let RegionFacts { asked: _, regions: _, gemeente, former, namesakes, coordinator, fallback } =
            self.asked.region(regions, Some(place));
        let places = gemeente.map(|gemeente| gemeente.places().join(" · "));
        let former = former.zip(gemeente).map(|(former, now)| words::former_gemeente(former, now, self.lang));
        let lang = self.lang;
        let namesakes = namesakes.into_iter().map(|(former, now)| words::namesake(former, now, lang));
        let division = words::division_of(regions, self.lang).map(|words| words::capital(&words));
        let named = coordinator.map(|named| {
            self.cited(&named.cites);
            words::care_coordinator(named, self.guide, self.lang)
        });
        let fallback = fallback.map(|whom| words::national_fallback(&whom, self.outcome.date, self.lang));
        places.into_iter().chain(former).chain(namesakes).chain(named).chain(fallback).chain(division).collect()
    }

    fn route(&self, options: &CardOptions<'_>) -> Vec<CardHandOver> {
        let Some((own, target)) = options.route else { return Vec::new() };
        let steps = self.asked.routes(own, target).into_iter().next().unwrap_or_default();
        steps.iter().map(|facts| self.step(facts)).collect()
    }

    fn step(&self, facts: &StepFacts<'_>) -> CardHandOver {
        // The parties are named as the record does.
        let StepFacts {
            asked: _,
            ix: _,
            record,
            from: _,
            to: _,
            verdict: _,
            start_unknown,
            only_announced,
            validity_note,
        } = facts;
        let lang = self.lang;
        let open = facts.depends_on();
        let open = (!open.is_empty()).then(|| format!("{} {}", words::depends_on(lang), self.facet_names(&open)));
        let start_unknown = start_unknown.then(|| words::unknown_start(lang).to_owned());
        let announced = only_announced.then(|| words::only_announced(self.lang).to_owned());
        let terms = record.terms.iter().map(|term| words::term_length(term, lang));
        let note = validity_note.map(str::to_owned);
        let said = record.provided.iter().cloned().chain(note).chain(terms).chain(open);
        let said = said
            .chain(start_unknown)
            .chain(announced)
            .map(|words| format!(" {}.", words::capital(words.trim_end_matches('.'))));
        let said: String = said.collect();
        let ground = words::sharing_ground(record.sharing.ground, lang);
        CardHandOver {
            step: format!("{} {}: {}", self.name(&record.from), words::act(record.act, lang), self.name(&record.to)),
            text: format!("{}{said} {} ({ground}): {}", record.text, words::sharing(lang), record.sharing.text),
        }
    }

    /// Notes what is rested on, and says it.
    fn cited(&mut self, cites: &[Citation]) -> String {
        let mut ids: Vec<String> = Vec::new();
        for cite in cites {
            self.cited.insert(cite.source.clone());
            let stance = sources::stance(cite.stance, self.lang).map(|stance| format!(" ({stance})"));
            let id = format!("{}{}", cite.source, stance.unwrap_or_default());
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        text::cited(&ids, source_age(self.guide, cites, self.outcome.date), self.lang)
    }

    fn sources(&self) -> Vec<CardSource> {
        let used = self.guide.sources.iter().filter(|source| self.cited.contains(&source.id));
        used.map(|source| {
            let date = sources::source_date(source, self.lang);
            let date = date.unwrap_or_else(|| text::no_date(self.lang).to_owned());
            let known =
                [Some(source.title.clone()), Some(source.publisher.clone()), Some(date), source.reference.clone()];
            let known: Vec<String> = known.into_iter().flatten().filter(|words| !words.is_empty()).collect();
            let own = own::of_record(self.asked.index.own(), &source.id, self.lang);
            let known: Vec<String> = known.into_iter().chain(own.map(str::to_owned)).collect();
            CardSource { id: source.id.to_string(), text: known.join(", ") }
        })
        .collect()
    }

    pub(super) fn name(&self, id: &PartyId) -> String {
        let party = self.guide.party(id);
        party.map_or(id.as_str(), |party| party.short_name(self.outcome.date, self.lang)).to_owned()
    }

    /// The name with the number for everybody, where a source gives one.
    fn name_with_number(&self, party: &Party) -> String {
        let name = party.short_name(self.outcome.date, self.lang);
        let phone = party.phone_on(self.outcome.date);
        let own = phone.and_then(|phone| own::of_contact(self.asked.index.own(), phone, self.lang));
        let own = own.map(|mark| format!(", {mark}")).unwrap_or_default();
        phone.map_or_else(|| name.to_owned(), |phone| format!("{name} ({}{own})", phone.value))
    }

    pub(super) fn facet_names(&self, facets: &[Ix<Facet>]) -> String {
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
    let owner = &guide.owner;
    let label = words::owner(lang);
    // Some say in their name already what they do.
    let is_said = owner.name.to_lowercase().starts_with(&label.to_lowercase());
    let name = if is_said { owner.name.clone() } else { format!("{label}: {}", owner.name) };
    let correction = match &owner.contact {
        Some(contact) => format!("{}: {contact}", text::correction(lang)),
        None => text::not_assigned(lang).to_owned(),
    };
    let more = if full { text::more_follows(lang) } else { text::short_form(lang) };
    let dutch = (lang == Lang::En).then(|| text::dutch_only(lang).to_owned());
    [name, correction, text::responsible(lang).to_owned(), more.to_owned()].into_iter().chain(dutch).collect()
}
