//! The text that asks a party whether what the guide says of it is still correct.

use crate::{
    model::{Citation, Condition, Contact, Date, Guide, Ix, Lang, Party, PartyId, Referral, Responsibility},
    text::{contacts, fields, sources, verification as text, words},
};

/// What is asked of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationFacts {
    /// What it is about.
    pub subject: String,
    /// How it begins.
    pub opening: String,
    /// What is asked, one after the other: its names, its contacts, its tasks, and what it receives and hands over.
    pub questions: Vec<VerificationQuestion>,
    /// How it ends.
    pub closing: Vec<String>,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationQuestion {
    /// The record that says it, as the contract writes it.
    pub object: String,
    /// What the guide says.
    pub says: String,
    /// For whom, on which ground, by which sources.
    pub details: Vec<String>,
}

impl VerificationFacts {
    /// What the guide says of a party on a day.
    pub fn of(guide: &Guide, party: Ix<Party>, day: Date, lang: Lang) -> Self {
        let record = &guide.parties[party];
        let called = record.short_name(day, lang);
        let of_guide = format!("{}, {} {}", guide.title, words::edition(lang), guide.edition);
        let mut questions = vec![VerificationQuestion {
            object: format!("party/{}", record.id),
            says: format!("{}: {}", text::name(lang), named(record, day, lang)),
            details: cited(guide, &record.cites, lang),
        }];
        let contacts = record.contacts.iter().filter(|contact| contact.valid.holds_on(day));
        questions.extend(contacts.map(|found| contact(guide, record, found, lang)));
        let tasks = guide.responsibilities.iter();
        let tasks = tasks.filter(|task| task.party == record.id && task.valid.holds_on(day));
        questions.extend(tasks.map(|found| task(guide, found, lang)));
        let referrals = guide.referrals.iter().filter(|referral| {
            (referral.from == record.id || referral.to == record.id) && referral.valid.holds_on(day)
        });
        questions.extend(referrals.map(|found| referral(guide, found, day, lang)));
        Self {
            subject: text::subject(called, &of_guide, lang),
            opening: text::opening(called, &of_guide, day, lang),
            questions,
            closing: vec![text::missing(lang).to_owned(), text::no_persons(lang).to_owned()],
        }
    }

    /// As plain text, with room for the answers.
    pub fn text(&self, lang: Lang) -> String {
        let Self { subject, opening, questions, closing } = self;
        let mut parts = vec![subject.clone(), opening.clone()];
        for (number, question) in (1..).zip(questions) {
            let VerificationQuestion { object: _, says, details } = question;
            let mut lines = vec![format!("{number}. {says}")];
            lines.extend(details.iter().map(|detail| format!("   {detail}")));
            lines.push(format!("   {}", text::answers(lang)));
            parts.push(lines.join("\n"));
        }
        parts.extend(closing.iter().cloned());
        parts.join("\n\n") + "\n"
    }
}

fn named(party: &Party, day: Date, lang: Lang) -> String {
    let (full, short) = (party.full_name(day, lang), party.short_name(day, lang));
    if full.contains(short) { full.to_owned() } else { format!("{full} ({short})") }
}

fn contact(guide: &Guide, party: &Party, contact: &Contact, lang: Lang) -> VerificationQuestion {
    let for_whom = contacts::contact_for_whom(contact, guide, lang);
    let also = [contacts::contact_hours(contact, lang), for_whom].into_iter().flatten();
    let says: Vec<String> =
        std::iter::once(format!("{}: {}", words::capital(words::contact_kind(contact.kind, lang)), contact.value))
            .chain(also)
            .collect();
    let source = guide.source(&contact.source).map(|source| {
        let date = sources::source_date(source, lang).map(|date| format!(", {date}")).unwrap_or_default();
        format!("{}: {}{date}", text::source(lang), source.title)
    });
    VerificationQuestion {
        object: format!("party/{}", party.id),
        says: says.join(", "),
        details: source.into_iter().collect(),
    }
}

fn task(guide: &Guide, task: &Responsibility, lang: Lang) -> VerificationQuestion {
    let mut details = details_of(guide, task, lang);
    details.extend(cited(guide, &task.cites, lang));
    details.push(words::capital(&text::checked(task.verified, lang)));
    VerificationQuestion { object: format!("responsibility/{}", task.id), says: says_of(guide, task, lang), details }
}

/// A task in one line: its aspect, the part that is played, and what is done.
pub(super) fn says_of(guide: &Guide, task: &Responsibility, lang: Lang) -> String {
    let aspect = guide.aspect(&task.aspect).map_or(task.aspect.as_str(), |(_, aspect)| aspect.label.text(lang));
    format!("{} ({}): {}", words::capital(aspect), words::role(task.role, lang), task.task)
}

/// For whom a task is, on which conditions and within which terms, on which ground and how long.
pub(super) fn details_of(guide: &Guide, task: &Responsibility, lang: Lang) -> Vec<String> {
    let terms = task.terms.iter().map(|term| format!("{}: {}", term.text, words::term_length(term, lang)));
    let mut details = vec![for_whom(guide, &task.who, lang)];
    details.extend(task.provided.iter().map(|provided| words::capital(provided)));
    details.extend(terms);
    if !task.legal_basis.is_empty() {
        details.push(format!("{}: {}", text::ground(lang), task.legal_basis.join("; ")));
    }
    details.extend(Some(words::capital(&words::validity(&task.valid, lang))).filter(|valid| !valid.is_empty()));
    details
}

fn referral(guide: &Guide, referral: &Referral, day: Date, lang: Lang) -> VerificationQuestion {
    let name = |id: &PartyId| guide.party(id).map_or(id.to_string(), |party| party.short_name(day, lang).to_owned());
    let (from, to) = (name(&referral.from), name(&referral.to));
    let mut details = vec![for_whom(guide, &referral.who, lang)];
    details.extend(referral.provided.iter().map(|provided| words::capital(provided)));
    details.extend(cited(guide, &referral.cites, lang));
    let (between, act) = (text::hand_over(&from, &to), words::act(referral.act, lang));
    VerificationQuestion {
        object: format!("referral/{}", referral.id),
        says: format!("{between} ({act}): {}", referral.text),
        details,
    }
}

pub(super) fn for_whom(guide: &Guide, who: &Condition, lang: Lang) -> String {
    format!("{}: {}", text::for_whom(lang), fields::condition(who, guide, lang))
}

/// The sources that say it, each once.
fn cited(guide: &Guide, cites: &[Citation], lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for cite in cites {
        let line = format!("{}: {}", text::source(lang), sources::citation(guide, cite, lang));
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}
