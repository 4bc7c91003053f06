//! Everything that a guide says of one party on a day, whoever is asked about.

use super::{freshness_words, verification};
use crate::{
    model::{
        AgreementState, Date, Guide, Ix, Lang, Party, PartyId, PartyScope, Referral, Responsibility, ResponsibilityId,
    },
    review::Freshness,
    text::{cli, contacts, days::told_on, parties as text, sources, words},
};

/// A party on a day: what it does, what it receives and hands on, and how that was and will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyProfile {
    /// The party.
    pub id: PartyId,
    /// As short as the field calls it.
    pub name: String,
    /// Its full name on the day; empty when that is the short one.
    pub full_name: String,
    /// What it is.
    pub summary: String,
    /// What must be known of it, such as that it never answers, and what is different for now.
    pub notes: Vec<String>,
    /// How to reach it, a line each.
    pub contacts: Vec<String>,
    /// What it does, by phase; phases without a task are left out.
    pub phases: Vec<ProfilePhase>,
    /// Who brings it something.
    pub receives: Vec<ProfileLine>,
    /// To whom it hands over.
    pub hands_on: Vec<ProfileLine>,
    /// What it was called, and tasks that are over or have not begun.
    pub over_time: Vec<String>,
    /// What it agreed on with others, or should.
    pub agreements: Vec<ProfileLine>,
    /// Where sources about it contradict each other.
    pub conflicts: Vec<ProfileLine>,
    /// How many of its tasks were checked with it, and how long ago.
    pub checked: Vec<String>,
    /// What says so, each once.
    pub sources: Vec<String>,
}

/// What a party does in one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfilePhase {
    /// `A` to `D`.
    pub letter: char,
    /// Its short name.
    pub title: String,
    /// The tasks, in the guide's order of aspects.
    pub tasks: Vec<ProfileLine>,
}

/// Something that is said of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileLine {
    /// In one sentence.
    pub says: String,
    /// For whom, conditions, terms, ground.
    pub details: Vec<String>,
    /// The task that it is, where it is one.
    pub task: Option<ResponsibilityId>,
    /// The other party, where there is one.
    pub other: Option<PartyId>,
}

impl PartyProfile {
    /// What the guide says of a party on a day.
    pub fn of(guide: &Guide, party: Ix<Party>, day: Date, lang: Lang) -> Self {
        let record = &guide.parties[party];
        let own: Vec<&Responsibility> = guide.responsibilities.iter().filter(|task| task.party == record.id).collect();
        let (now, other_days): (Vec<_>, Vec<_>) = own.iter().partition(|task| task.valid.holds_on(day));
        let (name, full) = (record.short_name(day, lang), record.full_name(day, lang));
        let never = (record.scope != PartyScope::Uitvoerend).then(|| cli::never_answers(lang).to_owned());
        let alerts = record.alerts_on(day).map(|alert| alert.text.clone());
        let notes = told_on(&record.note, day).map(str::to_owned);
        Self {
            id: record.id.clone(),
            name: name.to_owned(),
            full_name: if full == name { String::new() } else { full.to_owned() },
            summary: record.summary.clone(),
            notes: never.into_iter().chain(alerts).chain(notes).collect(),
            contacts: reached(guide, record, day, lang),
            phases: phases(guide, &now, lang),
            receives: steps(guide, day, lang, |step| step.to == record.id, |step| &step.from),
            hands_on: steps(guide, day, lang, |step| step.from == record.id, |step| &step.to),
            over_time: over_time(guide, record, &other_days, lang),
            agreements: agreements(guide, &now, lang),
            conflicts: conflicts(guide, record, &now, lang),
            checked: checked(&now, day, lang),
            sources: cited(guide, record, &now, lang),
        }
    }
}

fn reached(guide: &Guide, party: &Party, day: Date, lang: Lang) -> Vec<String> {
    let all = party.contacts.iter().filter(|contact| contact.valid.holds_on(day));
    let told = all.map(|contact| {
        let also = [contacts::contact_for_whom(contact, guide, lang), contacts::contact_hours(contact, lang)];
        let kind = words::contact_kind(contact.kind, lang).to_owned();
        let said: Vec<String> = std::iter::once(kind).chain(also.into_iter().flatten()).collect();
        format!("{} ({})", contact.value, said.join(" · "))
    });
    told.collect()
}

fn phases(guide: &Guide, now: &[&Responsibility], lang: Lang) -> Vec<ProfilePhase> {
    let of_phase = guide.phases.iter().map(|phase| {
        let line = |task: &Responsibility| ProfileLine {
            says: verification::says_of(guide, task, lang),
            details: verification::details_of(guide, task, lang),
            task: Some(task.id.clone()),
            other: None,
        };
        let mut tasks = Vec::new();
        for aspect in &phase.aspects {
            tasks.extend(now.iter().filter(|task| task.aspect == aspect.id).map(|task| line(task)));
        }
        ProfilePhase { letter: phase.letter, title: phase.short.text(lang).to_owned(), tasks }
    });
    of_phase.filter(|phase| !phase.tasks.is_empty()).collect()
}

fn steps<'g>(
    guide: &'g Guide,
    day: Date,
    lang: Lang,
    is_own: impl Fn(&Referral) -> bool,
    other: impl Fn(&'g Referral) -> &'g PartyId,
) -> Vec<ProfileLine> {
    let own = guide.referrals.iter().filter(|step| step.valid.holds_on(day) && is_own(step));
    let told = own.map(|step| {
        let other = other(step);
        let name = guide.party(other).map_or(other.as_str(), |party| party.short_name(day, lang));
        let who = verification::for_whom(guide, &step.who, lang);
        let details = std::iter::once(who).chain(step.provided.iter().map(|provided| words::capital(provided)));
        let details = details.chain([words::sharing_ground(step.sharing.ground, lang).to_owned()]);
        ProfileLine {
            says: format!("{name} ({}): {}", words::act(step.act, lang), step.text),
            details: details.collect(),
            task: None,
            other: Some(other.clone()),
        }
    });
    told.collect()
}

fn over_time(guide: &Guide, party: &Party, other_days: &[&Responsibility], lang: Lang) -> Vec<String> {
    let names = party.names.iter().filter(|_| party.names.len() > 1);
    let names = names.map(|name| format!("{} {}", name.name.text(lang), words::validity(&name.valid, lang)));
    let tasks = other_days.iter().map(|task| {
        let aspect = guide.aspect(&task.aspect).map_or(task.aspect.as_str(), |(_, aspect)| aspect.label.text(lang));
        format!("{}: {} ({})", words::capital(aspect), task.task, words::validity(&task.valid, lang))
    });
    names.chain(tasks).map(|line| line.trim().to_owned()).collect()
}

fn agreements(guide: &Guide, now: &[&Responsibility], lang: Lang) -> Vec<ProfileLine> {
    let own = guide
        .agreements
        .iter()
        .filter(|agreement| agreement.between.iter().any(|task| now.iter().any(|own| own.id == *task)));
    let told = own.map(|agreement| {
        let state = match agreement.state {
            AgreementState::Nodig => text::needed(lang).to_owned(),
            AgreementState::Gemaakt(day) => text::agreed_on(day, lang),
            AgreementState::Gezamenlijk => text::shared(lang).to_owned(),
        };
        ProfileLine { says: agreement.text.clone(), details: vec![state], task: None, other: None }
    });
    told.collect()
}

fn conflicts(guide: &Guide, party: &Party, now: &[&Responsibility], lang: Lang) -> Vec<ProfileLine> {
    let is_own = |conflict: &&crate::model::Conflict| {
        conflict.parties.contains(&party.id)
            || conflict.responsibilities.iter().any(|task| now.iter().any(|own| own.id == *task))
    };
    let told = guide.conflicts.iter().filter(is_own).map(|conflict| ProfileLine {
        says: conflict.text.clone(),
        details: vec![format!("{}: {}", text::shown(lang), conflict.shown)],
        task: None,
        other: None,
    });
    told.collect()
}

/// How many tasks are how fresh, the stalest first.
fn checked(now: &[&Responsibility], day: Date, lang: Lang) -> Vec<String> {
    let count = |of| now.iter().filter(|task| Freshness::of(task, day) == Some(of)).count();
    let counted = Freshness::ALL.map(|of| (freshness_words(of, lang), count(of)));
    let told = counted.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(words, count)| text::tasks_checked(words, count, lang)).collect()
}

fn cited(guide: &Guide, party: &Party, now: &[&Responsibility], lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for cite in party.cites.iter().chain(now.iter().flat_map(|task| &task.cites)) {
        let line = sources::citation(guide, cite, lang);
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}
