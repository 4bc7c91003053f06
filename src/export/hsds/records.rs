//! The records of HSDS 3.0 that a guide fills, and those of the profile.

use serde::Serialize;
use uuid::Uuid;

use super::id;
use crate::{
    model::{
        Aspect, Condition, Contact, ContactKind, Date, Guide, Hours, Lang, Party, Phase, Responsibility, Term, Weekday,
    },
    text::{fields, which, words},
};

/// All services on one page, as the API of HSDS gives them.
#[derive(Debug, Serialize)]
pub(super) struct ServiceList<'g> {
    total_items: usize,
    total_pages: usize,
    page_number: usize,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<Service<'g>>,
    /// Of the profile: which guide it is.
    guide: GuideOf<'g>,
}

#[derive(Debug, Serialize)]
struct GuideOf<'g> {
    title: &'g str,
    edition: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Service<'g> {
    id: Uuid,
    organization_id: Uuid,
    name: String,
    description: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'g str>,
    status: &'static str,
    eligibility_description: String,
    /// Only a day on which somebody checked it with the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    assured_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    phones: Vec<Phone<'g>>,
    schedules: Vec<Schedule>,
    #[serde(rename = "service_areas")]
    areas: Vec<Area<'g>>,
    organization: Organization<'g>,
    attributes: Vec<Attribute>,
    // Of the profile.
    wegwijzer_id: &'g str,
    phase: char,
    aspect: &'g str,
    role: &'static str,
    primary: bool,
    for_whom: &'g Condition,
    provided: &'g [String],
    legal_basis: &'g [String],
    terms: &'g [Term],
    valid_from: Option<String>,
    valid_until: Option<String>,
    sources: Vec<Cited<'g>>,
}

#[derive(Debug, Serialize)]
struct Organization<'g> {
    id: Uuid,
    name: &'g str,
    alternate_name: &'g str,
    description: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_organization_id: Option<Uuid>,
    wegwijzer_id: &'g str,
}

#[derive(Debug, Serialize)]
struct Phone<'g> {
    id: Uuid,
    number: &'g str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'g str>,
}

#[derive(Debug, Serialize)]
struct Schedule {
    id: Uuid,
    freq: &'static str,
    byday: String,
    opens_at: String,
    closes_at: String,
}

#[derive(Debug, Serialize)]
struct Area<'g> {
    id: Uuid,
    name: &'g str,
}

#[derive(Debug, Serialize)]
struct Attribute {
    id: Uuid,
    link_id: Uuid,
    link_entity: &'static str,
    taxonomy_term: TaxonomyTerm,
}

#[derive(Debug, Serialize)]
struct TaxonomyTerm {
    id: Uuid,
    code: String,
    name: String,
    description: String,
    taxonomy: &'static str,
}

#[derive(Debug, Serialize)]
struct Cited<'g> {
    title: &'g str,
    locator: &'g str,
    date: Option<String>,
}

impl<'g> ServiceList<'g> {
    pub(super) fn of(contents: Vec<Service<'g>>, guide: &'g Guide, lang: Lang) -> Self {
        Self {
            total_items: contents.len(),
            total_pages: 1,
            page_number: 1,
            size: contents.len(),
            first_page: true,
            last_page: true,
            empty: contents.is_empty(),
            contents,
            guide: GuideOf { title: &guide.title, edition: &guide.edition, notice: which::mark(guide, lang) },
        }
    }
}

/// A task as a service of its party.
pub(super) fn service<'g>(guide: &'g Guide, task: &'g Responsibility, day: Date, lang: Lang) -> Option<Service<'g>> {
    let party = guide.party(&task.party)?;
    let (phase, aspect) = guide.aspect(&task.aspect)?;
    let own = id("responsibility", &[task.id.as_str()]);
    let (from, until) = (task.valid.from, task.valid.until);
    let status = if task.valid.holds_on(day) {
        "active"
    } else if until.is_some_and(|until| until.last_day() < day) {
        "defunct"
    } else {
        "inactive"
    };
    let reached: Vec<&Contact> = match task.phone_on(party, day) {
        Some(own) if task.phone.is_some() => vec![own],
        _ => party.numbers_on(day).collect(),
    };
    let alerts: Vec<&str> = party.alerts_on(day).map(|alert| alert.text.as_str()).collect();
    let alerts = which::mark(guide, lang).into_iter().chain(alerts).collect::<Vec<_>>().join(" ");
    Some(Service {
        id: own,
        organization_id: id("party", &[party.id.as_str()]),
        name: format!("{}: {}", aspect.label.text(lang), party.short_name(day, lang)),
        description: &task.task,
        url: first(party, ContactKind::Website, day).filter(|url| url.contains("://")),
        email: first(party, ContactKind::Email, day),
        status,
        eligibility_description: fields::condition(&task.who, guide, lang),
        assured_date: task.verified,
        alert: Some(alerts).filter(|alerts| !alerts.is_empty()),
        last_modified: task.changed.map(|day| format!("{day}T00:00:00Z")),
        phones: reached.iter().map(|contact| phone(party, contact)).collect(),
        schedules: reached.iter().flat_map(|contact| contact.open.iter().map(|hours| schedule(task, hours))).collect(),
        areas: task.area.iter().map(|name| area(task, name)).collect(),
        organization: organization(party, day, lang),
        attributes: attributes(own, task, (phase, aspect), lang),
        wegwijzer_id: task.id.as_str(),
        phase: phase.letter,
        aspect: aspect.id.as_str(),
        role: task.role.id(),
        primary: task.primary,
        for_whom: &task.who,
        provided: &task.provided,
        legal_basis: &task.legal_basis,
        terms: &task.terms,
        valid_from: from.map(|from| from.to_string()),
        valid_until: until.map(|until| until.to_string()),
        sources: task
            .cites
            .iter()
            .filter_map(|cite| {
                let source = guide.source(&cite.source)?;
                Some(Cited { title: &source.title, locator: &cite.at, date: source.date.map(|date| date.to_string()) })
            })
            .collect(),
    })
}

fn first(party: &Party, kind: ContactKind, day: Date) -> Option<&str> {
    let contact = party.contacts.iter().find(|contact| contact.kind == kind && contact.valid.holds_on(day))?;
    Some(&contact.value)
}

fn organization(party: &Party, day: Date, lang: Lang) -> Organization<'_> {
    Organization {
        id: id("party", &[party.id.as_str()]),
        name: party.full_name(day, lang),
        alternate_name: party.short_name(day, lang),
        description: &party.summary,
        email: first(party, ContactKind::Email, day),
        website: first(party, ContactKind::Website, day).filter(|url| url.contains("://")),
        parent_organization_id: party.part_of.first().map(|whole| id("party", &[whole.as_str()])),
        wegwijzer_id: party.id.as_str(),
    }
}

fn phone<'g>(party: &Party, contact: &'g Contact) -> Phone<'g> {
    Phone {
        id: id("phone", &[party.id.as_str(), &contact.value]),
        number: &contact.value,
        r#type: "voice",
        description: contact.for_whom.as_deref().or(contact.hours.as_deref()),
    }
}

/// Days of the week as iCalendar writes them.
fn byday(from: Weekday, until: Weekday) -> String {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let (from, until) = (from as usize, until as usize);
    let last = if until < from { until + 7 } else { until };
    (from..=last).map(|day| DAYS[day % 7]).collect::<Vec<_>>().join(",")
}

fn schedule(task: &Responsibility, hours: &Hours) -> Schedule {
    let byday = byday(hours.from_day, hours.until_day);
    let (opens, closes) = (hours.from.to_string(), hours.until.to_string());
    Schedule {
        id: id("schedule", &[task.id.as_str(), &byday, &opens]),
        freq: "WEEKLY",
        byday,
        opens_at: opens,
        closes_at: closes,
    }
}

fn area<'g>(task: &Responsibility, name: &'g str) -> Area<'g> {
    Area { id: id("area", &[task.id.as_str(), name]), name }
}

/// Phase, aspect and role as terms of taxonomies, for who searches by those.
fn attributes(service: Uuid, task: &Responsibility, (phase, aspect): (&Phase, &Aspect), lang: Lang) -> Vec<Attribute> {
    let term = |taxonomy: &'static str, code: &str, name: &str, description: &str| Attribute {
        id: id("attribute", &[task.id.as_str(), taxonomy]),
        link_id: service,
        link_entity: "service",
        taxonomy_term: TaxonomyTerm {
            id: id(taxonomy, &[code]),
            code: code.to_owned(),
            name: name.to_owned(),
            description: description.to_owned(),
            taxonomy,
        },
    };
    let role = words::role(task.role, lang);
    vec![
        term("fase", phase.id.as_str(), phase.short.text(lang), phase.title.text(lang)),
        term("aspect", aspect.id.as_str(), aspect.label.text(lang), aspect.label.text(lang)),
        term("rol", task.role.id(), role, role),
    ]
}
