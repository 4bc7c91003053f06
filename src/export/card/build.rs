//! From an answer to a card in words.

use std::collections::BTreeSet;

use super::{
    Card, CardAdvice, CardAnswer, CardAspect, CardContact, CardDepends, CardGap, CardOptions, CardPhase, CardSource,
    CardStep,
};
use crate::{
    chain,
    export::facets::facets,
    lookup::{Index, Match, Outcome, Profile, RegionalCare, is_start_unknown, last_source, national_fallback},
    model::{
        Aspect, Citation, ContactKind, Facet, Gap, Guide, Ix, Lang, Party, PartyId, Phase, Receives, Responsibility,
        Role, SourceId,
    },
    text::{card as text, words},
};

impl Card {
    /// The card of an answer. `profile` is what was asked; it is on the card only when the options say so.
    pub fn new(index: &Index, profile: &Profile, outcome: &Outcome, options: &CardOptions<'_>) -> Self {
        let guide = index.guide();
        let lang = options.lang;
        let mut builder = Builder { index, guide, outcome, lang, full: options.full, cited: BTreeSet::new() };
        let region = builder.region(options);
        let route = builder.route(options);
        let first = builder.first();
        let mut told = BTreeSet::new();
        let phases = guide.phases.iter().map(|phase| builder.phase(phase, &mut told)).collect();
        let day = words::day(outcome.date, lang);
        Self {
            lang,
            full: options.full,
            title: text::title(lang).to_owned(),
            edition: format!(
                "{}, {} {} · {} {day}",
                guide.title,
                words::edition(lang),
                guide.edition,
                words::as_of(lang)
            ),
            not_for_use: (outcome.date != options.today).then(|| words::capital(&words::not_for_use_on(&day, lang))),
            emergency: text::emergency(lang).to_owned(),
            not_for_victim: text::not_for_victim(lang).to_owned(),
            not_official: text::not_official(lang).to_owned(),
            facets: if options.with_facets { facets(index, profile, outcome, lang) } else { Vec::new() },
            region,
            route,
            first,
            phases,
            sources: builder.sources(),
            about: about(guide, options.full, lang),
        }
    }
}

/// A party that was told how to reach, in a phase or anywhere.
type Told = (Option<char>, PartyId);

struct Builder<'a> {
    index: &'a Index,
    guide: &'a Guide,
    outcome: &'a Outcome,
    lang: Lang,
    full: bool,
    /// Everything that the card rests on.
    cited: BTreeSet<SourceId>,
}

impl<'a> Builder<'a> {
    fn first(&mut self) -> Vec<CardAdvice> {
        let advice = self.outcome.first.iter().map(|(advice, _)| &self.guide.first[*advice]);
        // What the top of the card says already is not said again.
        let said = letters(text::emergency(self.lang));
        let advice: Vec<_> = advice.filter(|advice| letters(advice.text.text(self.lang)) != said).collect();
        advice
            .into_iter()
            .map(|advice| CardAdvice { text: advice.text.text(self.lang).to_owned(), cited: self.cited(&advice.cites) })
            .collect()
    }

    /// `told` holds the parties that were told how to reach.
    fn phase(&mut self, phase: &Phase, told: &mut BTreeSet<Told>) -> CardPhase {
        let aspects = phase.aspects.iter().filter_map(|aspect| self.aspect(aspect, phase.letter, told));
        let aspects: Vec<CardAspect> = aspects.collect();
        let gaps = phase.aspects.iter().flat_map(|aspect| self.outcome.gaps_in(self.index, &aspect.id));
        let possible: Vec<Ix<Gap>> =
            gaps.filter(|(_, verdict)| *verdict != Match::Applies).map(|(position, _)| position).collect();
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
            for (position, _, record) in self.primary(aspect, |verdict| verdict == Match::Depends) {
                facets.extend(self.index.depends_on(self.outcome, position));
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
    fn primary(
        &self,
        aspect: &Aspect,
        wanted: impl Fn(Match) -> bool,
    ) -> impl Iterator<Item = (Ix<Responsibility>, Match, &'a Responsibility)> {
        let guide = self.guide;
        let answers = self.outcome.answers_in(self.index, &aspect.id);
        let answers: Vec<_> = answers.into_iter().filter(|(_, verdict)| wanted(*verdict)).collect();
        let records = answers.into_iter().map(|(ix, verdict)| (ix, verdict, &guide.responsibilities[ix]));
        records.filter(|(_, _, record)| record.primary)
    }

    /// Nothing when the aspect has neither an answer nor a gap.
    fn aspect(&mut self, aspect: &Aspect, phase: char, told: &mut BTreeSet<Told>) -> Option<CardAspect> {
        let full = self.full;
        let shown = self.primary(aspect, |verdict| full || verdict == Match::Applies);
        let shown: Vec<_> = shown.collect();
        let answers =
            shown.into_iter().map(|(position, verdict, record)| self.answer(position, verdict, record, phase, told));
        let answers: Vec<CardAnswer> = answers.collect();
        let gaps = self.outcome.gaps_in(self.index, &aspect.id);
        let certain = gaps.into_iter().filter(|(_, verdict)| *verdict == Match::Applies);
        let gaps: Vec<CardGap> = certain.map(|(gap, _)| self.gap(gap)).collect();
        let is_empty = answers.is_empty() && gaps.is_empty();
        let label = aspect.label.text(self.lang).to_owned();
        (!is_empty).then_some(CardAspect { label, answers, gaps })
    }

    fn answer(
        &mut self,
        position: Ix<Responsibility>,
        verdict: Match,
        record: &Responsibility,
        phase: char,
        told: &mut BTreeSet<Told>,
    ) -> CardAnswer {
        let (guide, lang) = (self.guide, self.lang);
        let party = guide.party(&record.party);
        let depends_on = (verdict != Match::Applies).then(|| {
            let facets = self.index.depends_on(self.outcome, position);
            format!("{} {}", words::depends_on(lang), self.facet_names(&facets))
        });
        let is_new = told.insert((Some(phase), record.party.clone()));
        let is_first = told.insert((None, record.party.clone()));
        // The hours of a party are told once in a phase and its numbers every time; on the short card both once less.
        let (numbers, all) = if self.full { (true, is_new) } else { (is_new, is_first) };
        let (contacts, from) = party.map(|party| self.contacts(party, numbers, all)).unwrap_or_default();
        let mut cited = self.cited(&record.cites);
        if !from.is_empty() && self.full {
            cited = format!("{cited}; {}", text::contact_sources(&from, lang));
        } else if !from.is_empty() {
            let own: BTreeSet<&str> = cited.split(", ").collect();
            let others: Vec<&str> = from.iter().map(String::as_str).filter(|id| !own.contains(id)).collect();
            cited = [cited.as_str()].into_iter().chain(others).collect::<Vec<_>>().join(", ");
        }
        CardAnswer {
            party: self.name(&record.party),
            role: words::role(record.role, lang).to_owned(),
            depends_on,
            task: record.task.clone(),
            provided: record.provided.iter().chain(&record.valid.note).cloned().collect(),
            details: self.details(record, party),
            legal_basis: if self.full { record.legal_basis.clone() } else { Vec::new() },
            contacts,
            cited,
        }
    }

    fn details(&self, record: &Responsibility, party: Option<&Party>) -> Vec<String> {
        let lang = self.lang;
        let mut details = Vec::new();
        let receives = record.receives.or_else(|| party.and_then(|party| party.receives));
        if let Some(receives) = receives.filter(|r| *r != Receives::Slachtoffer && record.role != Role::Beslist) {
            details.push(format!("{} {}", words::receives(lang), words::receives_what(receives, lang)));
        }
        for term in &record.terms {
            let starts = term.starts.as_ref().map(|starts| format!(", {} {starts}", words::since(lang)));
            let length = words::term_length(term, lang);
            let what = if self.full { format!(" ({})", term.text) } else { String::new() };
            details.push(format!("{} {length}{}{what}", words::term(lang), starts.unwrap_or_default()));
        }
        if is_start_unknown(self.guide, &record.valid, &record.cites, self.outcome.date) {
            details.push(words::unknown_start(lang).to_owned());
        }
        if let Some(verified) = record.verified {
            details.push(format!("{} {}", words::verified(lang), words::day(verified, lang)));
        }
        if self.guide.conflicts.iter().any(|conflict| conflict.responsibilities.contains(&record.id)) {
            details.push(words::conflict(lang).to_owned());
        }
        details
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
            let details: Vec<&str> = kind.into_iter().chain(contact.for_whom.as_deref()).chain(hours).collect();
            contacts.push(CardContact { value: contact.value.clone(), details: details.join(", ") });
        }
        (contacts, sources)
    }

    fn gap(&mut self, gap: Ix<Gap>) -> CardGap {
        let gap = &self.guide.gaps[gap];
        CardGap {
            kind: format!("{}: {}", words::capital(words::gap(self.lang)), words::gap_kind(gap.kind, self.lang)),
            text: gap.text.clone(),
            ask: format!("{}: {}", words::capital(words::ask(self.lang)), self.name_with_number(&gap.ask)),
            cited: self.cited(&gap.cites),
        }
    }

    fn possible_gaps(&self, positions: &[Ix<Gap>]) -> String {
        let facets: BTreeSet<Ix<Facet>> =
            positions.iter().flat_map(|position| self.index.gap_depends_on(self.outcome, *position)).collect();
        let mut ask: Vec<String> = Vec::new();
        for gap in positions.iter().map(|gap| &self.guide.gaps[*gap]) {
            let name = self.name(&gap.ask);
            if !ask.contains(&name) {
                ask.push(name);
            }
        }
        let facets: Vec<_> = facets.into_iter().collect();
        if !self.full {
            return text::possible_gaps_in_short(positions.len(), &ask.join(", "), self.lang);
        }
        text::possible_gaps(positions.len(), &self.facet_names(&facets), &ask.join(", "), self.lang)
    }

    fn region(&mut self, options: &CardOptions<'_>) -> Vec<String> {
        // Where somebody is asked for is a facet too.
        let region = options.region.filter(|_| options.with_facets);
        let Some((regions, gemeente)) = region else { return Vec::new() };
        let places = [&gemeente.name, &gemeente.veiligheidsregio, &gemeente.politie_eenheid, &gemeente.riec];
        let mut lines = vec![places.map(String::as_str).join(" · ")];
        let care = RegionalCare::of(regions, Some(gemeente), self.outcome.date);
        if let Some(named) = care.coordinator {
            lines.push(words::care_coordinator(named, self.guide, self.lang));
            self.cited(&named.cites);
        }
        if care.needs_fallback() {
            lines.push(words::national_fallback(national_fallback(self.guide), self.outcome.date, self.lang));
        }
        lines
    }

    fn route(&mut self, options: &CardOptions<'_>) -> Vec<CardStep> {
        let Some((own, target)) = options.route else { return Vec::new() };
        let routes = chain::routes(self.index, &self.outcome.persons, self.outcome.here(), own, target);
        let steps = routes.into_iter().next().map(|route| route.steps).unwrap_or_default();
        let lang = self.lang;
        steps
            .into_iter()
            .map(|(referral, _)| &self.guide.referrals[referral])
            .map(|referral| {
                let act = words::act(referral.act, lang);
                let ground = words::sharing_ground(referral.sharing.ground, lang);
                let terms =
                    referral.terms.iter().map(|term| format!(" {}.", words::capital(&words::term_length(term, lang))));
                CardStep {
                    step: format!("{} {act}: {}", self.name(&referral.from), self.name(&referral.to)),
                    text: format!(
                        "{}{} {} ({ground}): {}",
                        referral.text,
                        terms.collect::<String>(),
                        text::sharing(lang),
                        referral.sharing.text
                    ),
                }
            })
            .collect()
    }

    /// Notes what is rested on, and says it.
    fn cited(&mut self, cites: &[Citation]) -> String {
        let mut ids: Vec<String> = Vec::new();
        for cite in cites {
            self.cited.insert(cite.source.clone());
            if !ids.contains(&cite.source.to_string()) {
                ids.push(cite.source.to_string());
            }
        }
        if !self.full {
            return ids.join(", ");
        }
        let last = last_source(self.guide, cites, self.outcome.date);
        text::cited(&ids, last.map(|date| date.first_day().year()), self.lang)
    }

    fn sources(&self) -> Vec<CardSource> {
        let used = self.guide.sources.iter().filter(|source| self.cited.contains(&source.id));
        used.map(|source| {
            if !self.full {
                let date = source.date.map(|date| words::short_date(date, self.lang));
                let date = date.unwrap_or_else(|| text::undated(self.lang).to_owned());
                return CardSource { id: source.id.to_string(), text: format!("{}, {date}", source.title) };
            }
            let date = source.date.map(|date| words::partial_day(date, self.lang));
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
    fn name_with_number(&self, id: &PartyId) -> String {
        let number = self.guide.party(id).and_then(|party| party.phone_on(self.outcome.date)).map(|phone| &phone.value);
        let name = self.name(id);
        number.map_or_else(|| name.clone(), |number| format!("{name} ({number})"))
    }

    fn facet_names(&self, facets: &[Ix<Facet>]) -> String {
        words::facet_names(self.guide, facets, self.lang)
    }
}

fn about(guide: &Guide, full: bool, lang: Lang) -> Vec<String> {
    let correction = match &guide.owner.contact {
        Some(contact) => format!("{}: {contact}", text::correction(lang)),
        None => text::not_assigned(lang).to_owned(),
    };
    let mut about =
        vec![format!("{}: {}", text::owner(lang), guide.owner.name), correction, text::responsible(lang).to_owned()];
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
