//! Words for the kinds of things that a guide holds.

use strum::IntoEnumIterator as _;

use super::{count, texts};
use crate::model::{
    Act, Bound, CareCoordinator, ContactKind, Date, Facet, FacetKind, FormerGemeente, GapKind, Gemeente, Guide, Ix,
    Label, Lang, MONTHS_NL, NONE, PartialDate, Party, PartyId, Receives, Regions, Role, ScenarioOutcome, SharingGround,
    Term, TermUnit, Validity, ValueId, Verdict, denied, is_unseen,
};

texts! {
    product: "NVM-wegwijzer", "NVM guide";
    edition: "editie", "edition";
    as_of: "stand op", "as of";
    applies: "geldt", "applies";
    depends_on: "hangt af van", "depends on";
    excluded: "geldt niet", "does not apply";
    because_everybody: "geldt voor iedereen", "holds for everybody";
    why: "waarom", "why";
    term: "termijn", "term";
    contact: "contact", "contact";
    no_contact: "geen contactgegevens in de bronnen", "no contact details in the sources";
    source: "bron", "source";
    no_dated_source: "geen gedateerde bron", "no dated source";
    latest_source: "laatste bron", "latest source";
    outdated: "later vervangen", "replaced later";
    check_first: "Dit is oud. Ga het eerst na", "This is old. Check it first";
    verified: "nagegaan bij de partij", "checked with the party";
    unknown: "onbekend", "unknown";
    none_of_these: "geen van deze", "none of these";
    not: "niet", "not";
    gap: "gat", "gap";
    no_gap: "geen gat", "no gap";
    ask: "vraag nu", "ask now";
    conflict: "bronnen spreken elkaar tegen", "sources contradict each other";
    receives: "ontvangt", "receives";
    assumption: "aanname van deze gids", "assumption of this guide";
    note: "let op", "note";
    only_announced: "alleen aangekondigd: geen bron zegt dat dit er kwam", "only announced: no source says that this came";
    unknown_start: "niet bekend of dit toen al gold", "not known whether this held at the time";
    since: "vanaf", "from";
    only_in_region: "alleen in de regio", "only in the region";
    until: "tot en met", "until";
    follows: "volgt uit", "follows from";
    follows_from_rest: "volgt uit de rest", "follows from the rest";
    warning: "let op", "note";
    first: "eerst", "first";
    next_question: "volgende vraag", "next question";
    not_for_use: "niet voor gebruik", "not for use";
    emergency: "Acuut gevaar: bel 112", "Acute danger: call 112";
    sharing: "Gegevens delen", "Sharing data";
    sources: "Bronnen", "Sources";
    owner: "Beheer", "Owner";
    appears: "komt erbij", "appears";
    disappears: "vervalt", "disappears";
    chain_in_words: "De keten in woorden", "The chain in words";
}

/// Whom one asks where a guide has no answer: the party that this guide has for that, if it has one.
fn whom_to_ask(guide: &Guide, lang: Lang) -> String {
    let party = PartyId::new("comensha").ok().and_then(|id| guide.party(&id));
    let name = party.and_then(|party| party.names.last());
    let name = name.map(|name| name.short.as_ref().unwrap_or(&name.name).text(lang));
    match (name, lang) {
        (Some(name), Lang::Nl) => format!("vraag het aan {name}"),
        (Some(name), Lang::En) => format!("ask {name}"),
        (None, Lang::Nl) => "vraag het na".to_owned(),
        (None, Lang::En) => "ask around".to_owned(),
    }
}

/// That a phase has no answer, and whom to ask.
pub fn nothing_here(guide: &Guide, lang: Lang) -> String {
    let nothing = match lang {
        Lang::Nl => "geen antwoord in deze fase",
        Lang::En => "no answer in this phase",
    };
    format!("{nothing}; {}", whom_to_ask(guide, lang))
}

/// That no source names anybody in a phase, and whom to ask.
pub fn nothing_in_phase(guide: &Guide, lang: Lang) -> String {
    let nothing = match lang {
        Lang::Nl => "Geen bron noemt hier iemand",
        Lang::En => "No source names anybody here",
    };
    format!("{nothing}. {}", capital(&whom_to_ask(guide, lang)))
}

/// That no source names a route, and whom to ask.
pub fn no_route(guide: &Guide, lang: Lang) -> String {
    let nothing = match lang {
        Lang::Nl => "De bronnen noemen geen route hierheen",
        Lang::En => "The sources name no route to it",
    };
    format!("{nothing}. {}", capital(&whom_to_ask(guide, lang)))
}

/// A role as people say it.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Beslist, Lang::Nl) => "beslist",
        (Role::Beslist, Lang::En) => "decides",
        (Role::VoertUit, Lang::Nl) => "voert uit",
        (Role::VoertUit, Lang::En) => "carries out",
        (Role::Bemiddelt, Lang::Nl) => "bemiddelt",
        (Role::Bemiddelt, Lang::En) => "mediates",
        (Role::Adviseert, Lang::Nl) => "adviseert",
        (Role::Adviseert, Lang::En) => "advises",
        (Role::WordtGeinformeerd, Lang::Nl) => "wordt geïnformeerd",
        (Role::WordtGeinformeerd, Lang::En) => "is told",
    }
}

/// An act as people say it.
pub fn act(act: Act, lang: Lang) -> &'static str {
    match (act, lang) {
        (Act::Signaleert, Lang::Nl) => "signaleert",
        (Act::Signaleert, Lang::En) => "signals",
        (Act::Raadpleegt, Lang::Nl) => "raadpleegt",
        (Act::Raadpleegt, Lang::En) => "consults",
        (Act::Meldt, Lang::Nl) => "meldt",
        (Act::Meldt, Lang::En) => "reports",
        (Act::MeldtAan, Lang::Nl) => "meldt aan",
        (Act::MeldtAan, Lang::En) => "registers for a place",
        (Act::Verwijst, Lang::Nl) => "verwijst",
        (Act::Verwijst, Lang::En) => "refers",
        (Act::DraagtOver, Lang::Nl) => "draagt over",
        (Act::DraagtOver, Lang::En) => "hands over",
    }
}

/// For another day than today.
pub fn not_for_use_on(day: &str, lang: Lang) -> String {
    format!("{}: {} {day}", not_for_use(lang), as_of(lang))
}

/// One of these.
pub fn one_of(choices: &[String], lang: Lang) -> String {
    let or = match lang {
        Lang::Nl => " of ",
        Lang::En => " or ",
    };
    choices.join(or)
}

/// What a rule says; marked when no source says it but the guide's makers assume it.
pub fn rule(text: &Label, is_assumption: bool, lang: Lang) -> String {
    let text = text.text(lang);
    if !is_assumption {
        return text.to_owned();
    }
    let (said, stop) = text.strip_suffix('.').map_or((text, ""), |said| (said, "."));
    format!("{said} ({}){stop}", assumption(lang))
}

/// What a scenario expects.
pub fn scenario_outcome(outcome: ScenarioOutcome, lang: Lang) -> &'static str {
    match outcome {
        ScenarioOutcome::Geldt => applies(lang),
        ScenarioOutcome::HangtAf => depends_on(lang),
        ScenarioOutcome::GeldtNiet => excluded(lang),
        ScenarioOutcome::Gat => gap(lang),
        ScenarioOutcome::GeenGat => no_gap(lang),
    }
}

/// A ground for sharing data as people say it.
pub fn sharing_ground(ground: SharingGround, lang: Lang) -> &'static str {
    match (ground, lang) {
        (SharingGround::WettelijkePlicht, Lang::Nl) => "wettelijke plicht",
        (SharingGround::WettelijkePlicht, Lang::En) => "legal duty",
        (SharingGround::WettelijkeBevoegdheid, Lang::Nl) => "wettelijke bevoegdheid",
        (SharingGround::WettelijkeBevoegdheid, Lang::En) => "legal power",
        (SharingGround::Toestemming, Lang::Nl) => "toestemming",
        (SharingGround::Toestemming, Lang::En) => "consent",
        (SharingGround::Anoniem, Lang::Nl) => "anoniem",
        (SharingGround::Anoniem, Lang::En) => "anonymously",
        (SharingGround::Onbekend, Lang::Nl) => "grond onbekend",
        (SharingGround::Onbekend, Lang::En) => "ground unknown",
    }
}

/// A kind of gap as people say it.
pub fn gap_kind(kind: GapKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (GapKind::Niemand, Lang::Nl) => "niemand is verantwoordelijk",
        (GapKind::Niemand, Lang::En) => "nobody is responsible",
        (GapKind::Onbekend, Lang::Nl) => "geen bron",
        (GapKind::Onbekend, Lang::En) => "no source",
        (GapKind::Beperkt, Lang::Nl) => "beperkt",
        (GapKind::Beperkt, Lang::En) => "limited",
        (GapKind::Knelpunt, Lang::Nl) => "knelpunt",
        (GapKind::Knelpunt, Lang::En) => "bottleneck",
    }
}

/// How many gaps there are of each kind.
pub fn gaps_of_kinds(kinds: &[GapKind], lang: Lang) -> String {
    let said = GapKind::iter().filter_map(|kind| {
        let count = kinds.iter().filter(|other| **other == kind).count();
        let words = match kind {
            GapKind::Niemand => count::nobody(count, lang),
            GapKind::Onbekend => count::without_source(count, lang),
            GapKind::Beperkt => count::limits(count, lang),
            GapKind::Knelpunt => count::bottlenecks(count, lang),
        };
        (count > 0).then_some(words)
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// What one brings, as people say it.
pub fn receives_what(receives: Receives, lang: Lang) -> &'static str {
    match (receives, lang) {
        (Receives::Slachtoffer, Lang::Nl) => "een mogelijk slachtoffer",
        (Receives::Slachtoffer, Lang::En) => "a possible victim",
        (Receives::Signaal, Lang::Nl) => "een signaal, geen slachtoffer",
        (Receives::Signaal, Lang::En) => "a signal, not a victim",
        (Receives::Vraag, Lang::Nl) => "een vraag, geen slachtoffer",
        (Receives::Vraag, Lang::En) => "a question, not a victim",
    }
}

/// A channel as people say it.
pub fn contact_kind(kind: ContactKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (ContactKind::Telefoon, Lang::Nl) => "telefoon",
        (ContactKind::Telefoon, Lang::En) => "telephone",
        (ContactKind::TelefoonBuitenland, Lang::Nl) => "vanuit het buitenland",
        (ContactKind::TelefoonBuitenland, Lang::En) => "from abroad",
        (ContactKind::Email, _) => "e-mail",
        (ContactKind::Website, _) => "website",
        (ContactKind::Chat, _) => "chat",
    }
}

/// How an answer stands, as people say it.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Applies => applies(lang),
        Verdict::Depends => depends_on(lang),
        Verdict::Excluded => excluded(lang),
    }
}

/// A time limit in words: "ten hoogste 3 maanden".
pub fn term_length(term: &Term, lang: Lang) -> String {
    let bound = match (term.bound, lang) {
        (Bound::TenHoogste, Lang::Nl) => "ten hoogste",
        (Bound::TenHoogste, Lang::En) => "at most",
        (Bound::TenMinste, Lang::Nl) => "ten minste",
        (Bound::TenMinste, Lang::En) => "at least",
        (Bound::InBeginsel, Lang::Nl) => "in beginsel",
        (Bound::InBeginsel, Lang::En) => "in principle",
        (Bound::Binnen, Lang::Nl) => "binnen",
        (Bound::Binnen, Lang::En) => "within",
    };
    let length = match term.unit {
        TermUnit::Uur => count::hours(term.count, lang),
        TermUnit::Dag => count::days(term.count, lang),
        TermUnit::Week => count::weeks(term.count, lang),
        TermUnit::Maand => count::months(term.count, lang),
        TermUnit::Jaar => count::years(term.count, lang),
    };
    format!("{bound} {length}")
}

/// A day as people write it: "22 november 2026".
pub fn day(date: Date, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month(date.month(), lang), date.year())
}

/// A day where there is little room: "22 nov 2026".
pub fn short_day(date: Date, lang: Lang) -> String {
    let short: String = match (lang, date.month()) {
        (Lang::Nl, 3) => "mrt".to_owned(),
        (_, number) => month(number, lang).chars().take(3).collect(),
    };
    format!("{} {short} {}", date.day(), date.year())
}

/// A date as precise as it is known: "2016", "oktober 2019", "3 februari 2022".
pub fn partial_day(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, number) => format!("{} {year}", month(number, lang)),
        PartialDate::Day(date) => day(date, lang),
    }
}

/// The months in English, in order.
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn month(number: i8, lang: Lang) -> &'static str {
    let index = usize::try_from(number - 1).unwrap_or(0);
    let names = match lang {
        Lang::Nl => MONTHS_NL,
        Lang::En => MONTHS_EN,
    };
    names.get(index).copied().unwrap_or_default()
}

/// Values of a facet as the command line writes them, in words; a whole group by its own name.
pub fn values(facet: &Facet, values: &[String], lang: Lang) -> String {
    let label = |value: &str| match ValueId::new(value) {
        Ok(id) => facet.value_label(&id, lang).to_owned(),
        Err(_) => value.to_owned(),
    };
    let is_many = facet.kind == FacetKind::Many;
    if is_many && values == [NONE] {
        return none_of_these(lang).to_owned();
    }
    let whole = facet.groups.iter().find(|group| {
        group.values.len() == values.len() && group.values.iter().all(|id| values.iter().any(|v| v == id.as_str()))
    });
    if let (Some(group), false) = (whole, values.len() == 1) {
        return group.label.text(lang).to_owned();
    }
    let words = values.iter().map(|value| match denied(value).filter(|_| is_many) {
        Some(plain) => format!("{} {}", not(lang), label(plain)),
        None => label(value),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The same text with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// When something holds, in words; empty when neither side is known.
pub fn validity(valid: &Validity, lang: Lang) -> String {
    let from = valid.from.map(|from| format!("{} {}", since(lang), partial_day(from, lang)));
    let until = valid.until.map(|day| format!("{} {}", until(lang), partial_day(day, lang)));
    from.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

/// The longest that is quoted of what somebody typed or a file holds.
const MOST_QUOTED: usize = 60;

/// So much of a text that it fits in a line, without signs that nobody sees.
pub fn excerpt(text: &str) -> String {
    let mut signs = text.chars();
    let begin: String = signs.by_ref().take(MOST_QUOTED - 1).collect();
    let rest: String = signs.take(2).collect();
    let cut = if rest.chars().count() > 1 { "…" } else { rest.as_str() };
    visible(&(begin + cut))
}

/// A line as it is told: what it quotes between «» is cut where it is long, and so is the whole.
pub fn told(line: &str) -> String {
    const MOST: usize = 600;
    let mut told = String::with_capacity(line.len().min(4 * MOST));
    let mut quoted = None;
    for sign in visible(line).chars() {
        quoted = match (sign, quoted) {
            ('«', None) => Some(0),
            ('»', Some(_)) | (_, None) => None,
            (_, Some(long)) => Some(long + 1),
        };
        match quoted {
            Some(long) if long == MOST_QUOTED => told.push('…'),
            Some(long) if long > MOST_QUOTED => {}
            _ => told.push(sign),
        }
    }
    match told.char_indices().nth(MOST) {
        Some((cut, _)) => told[..cut].to_owned() + "…",
        None => told,
    }
}

/// The text with a space for each sign that nobody sees, or that moves what stands around it: a line that is shown says
/// what it seems to say.
pub fn visible(text: &str) -> String {
    text.chars().map(|sign| if is_unseen(sign) { ' ' } else { sign }).collect()
}

/// How old an edition of the guide is.
pub fn edition_age(months: u32, lang: Lang) -> String {
    let old = match lang {
        Lang::Nl => "oud",
        Lang::En => "old",
    };
    format!("{} {old}", count::months(months, lang))
}

/// What is said where no current source names a zorgcoördinator: whom to ask instead, with their numbers.
pub fn national_fallback(whom: &[&Party], date: Date, lang: Lang) -> String {
    let whom: Vec<String> = whom
        .iter()
        .map(|party| {
            let name = party.short_name(date, lang);
            party.phone_on(date).map_or_else(|| name.to_owned(), |phone| format!("{name} ({})", phone.value))
        })
        .collect();
    match lang {
        Lang::Nl => {
            let whom = whom.join(" of ");
            format!("Geen actuele bron noemt een zorgcoördinator voor deze regio. Landelijke terugval: {whom}")
        }
        Lang::En => {
            let whom = whom.join(" or ");
            format!("No current source names a care coordinator for this region. National fallback: {whom}")
        }
    }
}

/// That a gemeente is no more, and which came in its place.
pub fn former_gemeente(former: &FormerGemeente, gemeente: &Gemeente, lang: Lang) -> String {
    let (FormerGemeente { name, until, now: _ }, now) = (former, &gemeente.name);
    let until = day(*until, lang);
    match lang {
        Lang::Nl => format!(
            "{name} is sinds {until} geen gemeente meer. In de plaats kwam {now}. Een deel kan bij een andere gemeente horen, en een dorp elders kan ook zo heten; ga dat na"
        ),
        Lang::En => format!(
            "{name} has not been a gemeente since {until}. In its place came {now}. A part may belong to another gemeente, and a village elsewhere may have this name too; check that"
        ),
    }
}

/// That there was another gemeente of this name, and which came in its place.
pub fn namesake(former: &FormerGemeente, now: &Gemeente, lang: Lang) -> String {
    let (FormerGemeente { name, until, now: _ }, now) = (former, &now.name);
    let until = day(*until, lang);
    match lang {
        Lang::Nl => {
            format!("Er was tot {until} ook een gemeente {name}; daar is nu {now}. Bedoelt u die, kies dan {now}")
        }
        Lang::En => {
            format!(
                "Until {until} there was also a gemeente {name}; now that is {now}. If you mean that one, choose {now}"
            )
        }
    }
}

/// Of which day the division of gemeenten is.
pub fn division_of(regions: &Regions, lang: Lang) -> Option<String> {
    let date = partial_day(regions.division_date?, lang);
    Some(match lang {
        Lang::Nl => format!("gemeenten volgens de indeling van {date}"),
        Lang::En => format!("gemeenten by the division of {date}"),
    })
}

/// A zorgcoördinator by name, and that the list which names it is outdated.
pub fn care_coordinator(named: &CareCoordinator, guide: &Guide, lang: Lang) -> String {
    let name = &named.name;
    if !named.outdated {
        return name.clone();
    }
    let source = named.cites.first().and_then(|cite| guide.source(&cite.source));
    let title = source.map_or("", |source| source.title.as_str());
    match lang {
        Lang::Nl => format!("{name} (verouderde lijst: {title}; ga dit eerst na)"),
        Lang::En => format!("{name} (outdated list: {title}; check this first)"),
    }
}

/// The labels of facets, by position, as they stand within a sentence.
pub fn facet_names(guide: &Guide, facets: &[Ix<Facet>], lang: Lang) -> String {
    let names: Vec<String> = facets.iter().map(|facet| facet_name(&guide.facets[*facet], lang)).collect();
    names.join(", ")
}

/// The label of a facet as it stands within a sentence; a proper name keeps its capital.
pub fn facet_name(facet: &Facet, lang: Lang) -> String {
    let label = facet.label.text(lang);
    let texts = std::iter::once(&facet.question).chain(&facet.help);
    if texts.map(|text| text.text(lang)).any(|text| is_name_in(label, text)) {
        return label.to_owned();
    }
    lower_first(label)
}

/// A facet with its values, as they stand within a sentence: «leeftijd: 18 of ouder».
pub fn facet_with_values(facet: &Facet, values: &[String], lang: Lang) -> String {
    [facet_name(facet, lang), self::values(facet, values, lang)].join(": ")
}

/// Whether a text writes the first word of a label with its capital, though no sentence begins there.
fn is_name_in(label: &str, text: &str) -> bool {
    let Some(word) = label.split(' ').next() else { return false };
    let before = text.match_indices(word).map(|(at, _)| text[..at].trim_end());
    before.into_iter().any(|before| !before.is_empty() && !before.ends_with(['.', '?', '!', ':']))
}

/// The text as it stands within a sentence; an abbreviation keeps its capitals.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    // An abbreviation keeps its capitals.
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}
