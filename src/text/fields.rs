//! What the records of a guide, their fields and the choices in them are called.

use super::words;
use crate::model::{
    AgreementState, Bound, Certainty, Condition, FacetId, FacetKind, Field, Guide, Lang, PartyKind, PartyScope,
    RecordKind, ShowKind, Stance, TermUnit, Urgency, ValueId, Weekday, When, walk::Choice,
};

fn pick([nl, en]: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// A kind of record.
pub fn kind(kind: RecordKind, lang: Lang) -> &'static str {
    let words = match kind {
        RecordKind::Guide => ["gids", "guide"],
        RecordKind::FirstAdvice => ["eerste advies", "first advice"],
        RecordKind::Source => ["bron", "source"],
        RecordKind::FacetSection => ["blok", "section"],
        RecordKind::Facet => ["kenmerk", "characteristic"],
        RecordKind::Impossible => ["regel over wat niet kan", "rule on what cannot be"],
        RecordKind::Implication => ["regel over wat volgt", "rule on what follows"],
        RecordKind::Suspicious => ["regel over wat vreemd is", "rule on what is odd"],
        RecordKind::Phase => ["fase", "phase"],
        RecordKind::Aspect => ["aspect", "aspect"],
        RecordKind::Party => ["partij", "party"],
        RecordKind::Responsibility => ["taak", "task"],
        RecordKind::Referral => ["overdracht", "hand-over"],
        RecordKind::Gap => ["gat", "gap"],
        RecordKind::Conflict => ["tegenspraak", "contradiction"],
        RecordKind::Agreement => ["afspraak", "agreement"],
        RecordKind::Scenario => ["casus", "case"],
        RecordKind::Term => ["begrip", "term"],
        RecordKind::Exception => ["uitzondering", "exception"],
        RecordKind::Unresolved => ["open keuze", "open choice"],
    };
    pick(words, lang)
}

/// A field of a record itself, where that is something else than the field of the same name of a part of records.
pub fn own(kind: RecordKind, own: Field, lang: Lang) -> &'static str {
    match (kind, own) {
        // Elsewhere it is the first day of a validity.
        (RecordKind::Referral, Field::From) => pick(["wie overdraagt", "who hands over"], lang),
        _ => field(own, lang),
    }
}

/// A field of a record or of a part of one, as one of what stands in it. A field without words does not compile.
#[expect(clippy::too_many_lines, clippy::match_same_arms, reason = "a line for each field")]
pub fn field(field: Field, lang: Lang) -> &'static str {
    let (nl, en) = match field {
        Field::Act => ("handeling", "act"),
        Field::Alerts => ("melding", "alert"),
        Field::Aliases => ("andere naam", "other name"),
        Field::Area => ("regio", "region"),
        Field::Ask => ("wie u vraagt", "whom to ask"),
        Field::AskFirst => ("groep die eerst wordt gevraagd", "group asked first"),
        Field::Aspect => ("aspect", "aspect"),
        Field::Aspects => ("aspect", "aspect"),
        Field::Asked => ("gevraagd aspect", "aspect asked"),
        Field::AtLeast => ("minstens gevonden (procent)", "found at least (per cent)"),
        Field::Audience => ("publiek", "audience"),
        Field::At => ("plaats in de bron", "place in the source"),
        Field::Atw => ("bron voor de termijnenwet", "source for the Termijnenwet"),
        Field::Basis => ("grond", "basis"),
        Field::Between => ("overlappende taak", "overlapping task"),
        Field::Bound => ("grens", "bound"),
        Field::By => ("door wie", "by whom"),
        Field::Certain => ("tekst als het zeker is", "text when certain"),
        Field::Certainty => ("gewicht", "weight"),
        Field::Changed => ("dag van wijzigen", "day of change"),
        Field::Cites => ("bronvermelding", "citation"),
        Field::Contact => ("adres voor correcties", "address for corrections"),
        Field::Contacts => ("contact", "contact"),
        Field::Changes => ("wat er nieuw is", "what is new"),
        Field::Count => ("aantal", "number"),
        Field::Date => ("datum", "date"),
        Field::Decides => ("wat ervan afhangt", "what hangs on it"),
        Field::Depth => ("aantal stappen eromheen", "number of steps around"),
        Field::Edition => ("editie", "edition"),
        Field::En => ("Engels", "English"),
        Field::Expect => ("verwachting", "expectation"),
        Field::Fact => ("feitnummer", "number of the fact"),
        Field::Facet => ("kenmerk", "characteristic"),
        Field::Facets => ("kenmerk", "characteristic"),
        Field::FacetSections => ("blok", "section"),
        Field::Focus => ("vanuit wie", "seen from"),
        Field::Forget => ("wat niet meer bekend is", "what is known no more"),
        Field::Frozen => ("vaste editie", "fixed edition"),
        Field::ForWhom => ("voor wie", "for whom"),
        Field::From => ("begin", "begin"),
        Field::FromAspect => ("aspect waaruit", "aspect from which"),
        Field::FromDay => ("eerste dag", "first day"),
        Field::Gemeente => ("gemeente", "gemeente"),
        Field::Given => ("wat bekend is", "what is known"),
        Field::Ground => ("deelgrond", "ground for sharing"),
        Field::Groups => ("groep", "group"),
        Field::Help => ("toelichting", "explanation"),
        Field::Hours => ("openingstijden", "hours"),
        Field::Id => ("id", "id"),
        Field::Impossible => ("wat niet kan", "what cannot be"),
        Field::Imported => ("dag van overnemen", "day of import"),
        Field::Is => ("nieuwe id", "new id"),
        Field::Kind => ("soort", "kind"),
        Field::Label => ("naam", "name"),
        Field::Learn => ("wat bekend wordt", "what becomes known"),
        Field::LegalBasis => ("wettelijke grondslag", "legal basis"),
        Field::Letter => ("letter", "letter"),
        Field::Limits => ("beperking", "limit"),
        Field::Meaning => ("betekenis", "meaning"),
        Field::Minutes => ("minuten", "minutes"),
        Field::Next => ("vervolg", "way on"),
        Field::Name => ("naam", "name"),
        Field::Names => ("naam", "name"),
        Field::Needed => ("voor wie het nodig is", "for whom it is needed"),
        Field::Nl => ("Nederlands", "Dutch"),
        Field::NoLaterThan => ("uiterste datum", "latest date"),
        Field::NotOf => ("wie het niet wordt gevraagd", "who is not asked"),
        Field::Note => ("opmerking", "note"),
        Field::Notes => ("opmerking", "note"),
        Field::On => ("dag van besluit", "day of decision"),
        Field::Open => ("openingstijden als gegevens", "hours as data"),
        Field::Outcome => ("uitkomst", "outcome"),
        Field::Outdated => ("later vervangen", "replaced later"),
        Field::Other => ("de andere situatie", "the other situation"),
        Field::Owner => ("beheer", "owner"),
        Field::Parties => ("partij", "party"),
        Field::PartOf => ("groter geheel", "larger whole"),
        Field::Party => ("partij", "party"),
        Field::Phase => ("fase", "phase"),
        Field::Phone => ("nummer", "number"),
        Field::Primary => ("hoofdpartij", "primary party"),
        Field::Provided => ("voorwaarde", "condition"),
        Field::Publisher => ("uitgever", "publisher"),
        Field::Question => ("vraag", "question"),
        Field::Questions => ("vraag", "question"),
        Field::Quote => ("citaat", "quote"),
        Field::Reason => ("reden", "reason"),
        Field::Receives => ("wat men er brengt", "what one brings"),
        Field::Record => ("onderdeel", "record"),
        Field::Reference => ("kenmerk van het stuk", "reference of the document"),
        Field::Release => ("uitgave", "release"),
        Field::Renamed => ("hernoemd onderdeel", "renamed record"),
        Field::Responsibilities => ("taak", "task"),
        Field::Role => ("rol", "role"),
        Field::Rule => ("regel", "rule"),
        Field::Safety => ("gaat over veiligheid", "is about safety"),
        Field::Schema => ("vorm", "form"),
        Field::Scope => ("bereik", "scope"),
        Field::Seal => ("zegel", "seal"),
        Field::Section => ("blok", "section"),
        Field::Seed => ("nummer van de reeks", "number of the series"),
        Field::Show => ("wat de zaal ziet", "what the room sees"),
        Field::Steps => ("stap", "step"),
        Field::Sharing => ("gegevens delen", "sharing data"),
        Field::Short => ("korte naam", "short name"),
        Field::Shown => ("wat de gids ermee doet", "what the guide does with it"),
        Field::Since => ("vorige editie", "edition before"),
        Field::Sides => ("kant", "side"),
        Field::Source => ("bron", "source"),
        Field::Sources => ("bron", "source"),
        Field::Spine => ("plek op de hoofdlijn", "place on the main line"),
        Field::Stance => ("wat de bron doet", "what the source does"),
        Field::Starts => ("begin van de termijn", "start of the term"),
        Field::State => ("stand", "state"),
        Field::Story => ("verhaal", "story"),
        Field::Summary => ("samenvatting", "summary"),
        Field::Synonyms => ("ander woord", "other word"),
        Field::Task => ("taak", "task"),
        Field::Term => ("woord", "word"),
        Field::Terms => ("termijn", "term"),
        Field::Text => ("tekst", "text"),
        Field::Then => ("gevolg", "consequence"),
        Field::Timing => ("moment", "timing"),
        Field::Title => ("titel", "title"),
        Field::To => ("ontvanger", "receiver"),
        Field::ToAspect => ("aspect waarheen", "aspect to which"),
        Field::Together => ("gezamenlijke naam", "name together"),
        Field::Training => ("oefengids", "training guide"),
        Field::Unit => ("eenheid", "unit"),
        Field::Until => ("einde", "end"),
        Field::UntilDay => ("laatste dag", "last day"),
        Field::UntilTold => ("wat geldt tot iets bekend is", "what holds until told"),
        Field::UntilToldUnless => ("wanneer dat niet geldt", "when that does not hold"),
        Field::Urgency => ("spoed", "urgency"),
        Field::Url => ("webadres", "web address"),
        Field::Valid => ("geldigheid", "validity"),
        Field::Value => ("waarde", "value"),
        Field::Values => ("waarde", "value"),
        Field::Verb => ("werkwoord", "verb"),
        Field::Verified => ("dag van nagaan", "day of checking"),
        Field::View => ("weergave", "view"),
        Field::Was => ("oude id", "old id"),
        Field::When => ("wanneer", "when"),
        Field::Who => ("voor wie", "for whom"),
    };
    pick([nl, en], lang)
}

/// One of a fixed set.
pub fn choice(choice: Choice, lang: Lang) -> String {
    let words = match choice {
        Choice::Act(act) => return words::act(act, lang).to_owned(),
        Choice::AgreementState(AgreementState::Gemaakt(day)) => return words::day(day, lang),
        Choice::AgreementState(AgreementState::Nodig) => ["nodig", "needed"],
        Choice::AgreementState(AgreementState::Gezamenlijk) => ["gezamenlijk", "shared"],
        Choice::Bound(bound) => match bound {
            Bound::TenHoogste => ["ten hoogste", "at most"],
            Bound::TenMinste => ["ten minste", "at least"],
            Bound::InBeginsel => ["in beginsel", "in principle"],
            Bound::Binnen => ["binnen", "within"],
        },
        Choice::Certainty(certainty) => match certainty {
            Certainty::Laag => ["laag", "low"],
            Certainty::Midden => ["midden", "middle"],
            Certainty::Hoog => ["hoog", "high"],
        },
        Choice::ContactKind(kind) => return words::contact_kind(kind, lang).to_owned(),
        Choice::FacetKind(kind) => match kind {
            FacetKind::One => ["één waarde", "one value"],
            FacetKind::Many => ["meer waarden", "more values"],
        },
        Choice::GapKind(kind) => return words::gap_kind(kind, lang).to_owned(),
        Choice::PartyKind(kind) => match kind {
            PartyKind::Organisatie => ["één organisatie", "one organisation"],
            PartyKind::Groep => ["groep van organisaties", "class of organisations"],
        },
        Choice::PartyScope(scope) => match scope {
            PartyScope::Uitvoerend => ["voert uit", "carries out"],
            PartyScope::HeleKeten => ["hele keten", "whole chain"],
            PartyScope::AlleenGenoemd => ["alleen genoemd", "only mentioned"],
        },
        Choice::Receives(receives) => return words::receives_what(receives, lang).to_owned(),
        Choice::Role(role) => return words::role(role, lang).to_owned(),
        Choice::ScenarioOutcome(outcome) => return words::scenario_outcome(outcome, lang).to_owned(),
        Choice::SharingGround(ground) => return words::sharing_ground(ground, lang).to_owned(),
        Choice::ShowKind(kind) => match kind {
            ShowKind::Antwoord => ["het antwoord", "the answer"],
            ShowKind::Keten => ["de keten", "the chain"],
            ShowKind::NaastElkaar => ["twee situaties naast elkaar", "two situations side by side"],
            ShowKind::VoorEnNa => ["twee dagen naast elkaar", "two days side by side"],
            ShowKind::Verhaal => ["alleen het verhaal", "only the story"],
            ShowKind::Quiz => ["quizvragen", "quiz questions"],
        },
        Choice::Stance(stance) => match stance {
            Stance::Zegt => ["zegt het", "says so"],
            Stance::KondigtAan => ["kondigt het aan", "announces it"],
            Stance::SpreektTegen => ["spreekt het tegen", "contradicts it"],
            Stance::Noemt => ["noemt het", "names it"],
        },
        Choice::TermUnit(unit) => match unit {
            TermUnit::Uur => ["uur", "hour"],
            TermUnit::Dag => ["dag", "day"],
            TermUnit::Week => ["week", "week"],
            TermUnit::Maand => ["maand", "month"],
            TermUnit::Jaar => ["jaar", "year"],
        },
        Choice::Urgency(urgency) => match urgency {
            Urgency::Veiligheid => ["nu veilig", "safe now"],
            Urgency::Vannacht => ["waar vannacht", "where tonight"],
            Urgency::Wie => ["over wie", "about whom"],
            Urgency::Wat => ["wat het is", "what it is"],
            Urgency::Verder => ["verder", "the rest"],
        },
        Choice::Weekday(day) => weekday(day),
        Choice::When(when) => match when {
            When::Direct => ["direct", "at once"],
            When::EersteDagen => ["eerste dagen", "first days"],
            When::Later => ["later", "later"],
            When::Achtergrond => ["achtergrond", "background"],
        },
    };
    pick(words, lang).to_owned()
}

fn weekday(day: Weekday) -> [&'static str; 2] {
    match day {
        Weekday::Maandag => ["maandag", "Monday"],
        Weekday::Dinsdag => ["dinsdag", "Tuesday"],
        Weekday::Woensdag => ["woensdag", "Wednesday"],
        Weekday::Donderdag => ["donderdag", "Thursday"],
        Weekday::Vrijdag => ["vrijdag", "Friday"],
        Weekday::Zaterdag => ["zaterdag", "Saturday"],
        Weekday::Zondag => ["zondag", "Sunday"],
    }
}

/// A yes or no.
pub fn flag(flag: bool, lang: Lang) -> &'static str {
    pick(if flag { ["ja", "yes"] } else { ["nee", "no"] }, lang)
}

/// For whom something holds; a facet or value that the guide does not have goes by its id.
pub fn condition(condition: &Condition, guide: &Guide, lang: Lang) -> String {
    let (and, or, not) = match lang {
        Lang::Nl => (" en ", " of ", "niet"),
        Lang::En => (" and ", " or ", "not"),
    };
    let all = |parts: &[Condition], joint: &str| {
        let parts = parts.iter().map(|part| match part {
            Condition::All(_) | Condition::Any(_) => format!("({})", self::condition(part, guide, lang)),
            part => self::condition(part, guide, lang),
        });
        parts.collect::<Vec<_>>().join(joint)
    };
    match condition {
        Condition::Always => pick(["iedereen", "everybody"], lang).to_owned(),
        Condition::Any(parts) if parts.is_empty() => pick(["niemand", "nobody"], lang).to_owned(),
        Condition::All(parts) if parts.is_empty() => pick(["iedereen", "everybody"], lang).to_owned(),
        Condition::All(parts) => all(parts, and),
        Condition::Any(parts) => all(parts, or),
        Condition::Not(part) => format!("{not} ({})", self::condition(part, guide, lang)),
        Condition::Is(facet, values) | Condition::HasAny(facet, values) => said(facet, values, or, guide, lang),
        Condition::HasAll(facet, values) => said(facet, values, and, guide, lang),
    }
}

/// What is said of one facet.
pub fn said(facet: &FacetId, values: &[ValueId], joint: &str, guide: &Guide, lang: Lang) -> String {
    let found = guide.facet(facet);
    let name = found.map_or_else(|| facet.to_string(), |facet| words::facet_name(facet, lang));
    let values = values.iter().map(|value| found.map_or(value.as_str(), |facet| facet.value_label(value, lang)));
    format!("{name}: {}", values.collect::<Vec<_>>().join(joint))
}
