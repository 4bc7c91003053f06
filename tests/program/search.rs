//! Search finds what professionals mean, however they type it.

#![allow(clippy::unwrap_used, reason = "without its data a test should fail")]

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::prelude::*;
use wegwijzer::{
    file,
    lookup::{Hit, HitKind, HitReason, SearchIndex},
    model::{
        walk::{Leaf, Place, Visitor, walk},
        *,
    },
};

static GUIDE: LazyLock<Guide> = LazyLock::new(|| read(include_str!("../../data/wegwijzer.ron")));
static REGIONS: LazyLock<Regions> = LazyLock::new(|| read(include_str!("../../data/regios.ron")));
static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::new(&GUIDE, &REGIONS, today(), Lang::Nl));

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap()
}

fn today() -> Date {
    Date::constant(2026, 11, 22)
}

fn find(words: &str) -> Vec<Hit> {
    INDEX.find(words, 25)
}

/// Every line: what is typed, and what goes first.
fn check(kind: HitKind, expected: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (words, first) in expected {
        let hits = find(words);
        if hits.first().is_none_or(|hit| hit.kind != kind || hit.id != *first) {
            let found: Vec<String> = hits.iter().take(4).map(|hit| format!("{} {}", hit.kind.id(), hit.id)).collect();
            wrong.push(format!("«{words}» should find {first} first but finds {}", found.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every line: what is typed, and what is among the first four, for words that lead to more than one.
fn check_among(kind: HitKind, expected: &[(&str, &str)]) {
    for (words, wanted) in expected {
        let hits = find(words);
        let found: Vec<String> = hits.iter().take(4).map(|hit| format!("{} {}", hit.kind.id(), hit.id)).collect();
        let is_there = hits.iter().take(4).any(|hit| hit.kind == kind && hit.id == *wanted);
        assert!(is_there, "«{words}» should find {wanted} but finds {}", found.join(", "));
    }
}

#[test]
fn a_word_that_leads_to_more_parties_finds_each() {
    check_among(
        HitKind::Party,
        &[
            ("multi problematiek", "omm"),
            ("dakloos", "reguliere-opvang"),
            ("opsporing", "politie"),
            ("opsporing", "om"),
        ],
    );
    check_among(HitKind::Source, &[("28638", "p34"), ("28638 118", "s003")]);
}

#[test]
fn the_party_that_is_meant_goes_first() {
    check(
        HitKind::Party,
        &[
            ("arbeidsinspektie", "arbeidsinspectie"),
            ("iszw", "arbeidsinspectie"),
            ("marechausee", "kmar"),
            ("loverboys", "politie-avim"),
            ("comensa", "comensha"),
            ("opvang mannen", "reguliere-opvang"),
            ("verblijfsvergunning", "ind"),
            ("schade vergoeding", "schadefonds"),
            ("mensen handel melden", "politie"),
        ],
    );
}

#[test]
fn names_abbreviations_and_old_names_find_their_party() {
    check(
        HitKind::Party,
        &[
            ("politie", "politie"),
            ("AVIM", "politie-avim"),
            ("AVIM's", "politie-avim"),
            ("kmar", "kmar"),
            ("k mar", "kmar"),
            ("Inspectie SZW", "arbeidsinspectie"),
            ("inspectie", "arbeidsinspectie"),
            ("nla", "arbeidsinspectie"),
            ("om", "om"),
            ("het OM", "om"),
            ("officier van justitie", "om"),
            ("rechtbank", "rechtspraak"),
            ("dt&v", "dtv"),
            ("coa", "coa"),
            ("nidos", "nidos"),
            ("csg", "csg"),
            ("mma", "meld-misdaad-anoniem"),
            ("watch", "meldpunt-uitbuiting-minderjarigen"),
            ("rvdk", "raad-kinderbescherming"),
            ("ministerie van veiligheid en justitie", "ministerie-jenv"),
            ("SHN", "slachtofferhulp"),
            ("labour inspectorate", "arbeidsinspectie"),
            ("0800 5151", "arbeidsinspectie"),
            ("0334481186", "comensha"),
            ("112", "politie"),
        ],
    );
}

#[test]
fn words_written_apart_or_together_are_the_same() {
    check(
        HitKind::Party,
        &[
            ("opvangmannen", "reguliere-opvang"),
            ("vrouwen opvang", "reguliere-opvang"),
            ("schadevergoeding", "schadefonds"),
            ("zorg coordinator", "zorgcoordinator"),
            ("vreemdelingen politie", "politie-avim"),
            ("slachtoffer hulp", "slachtofferhulp"),
            ("kinder bescherming", "raad-kinderbescherming"),
            ("asielzoekers centrum", "coa"),
            ("jeugd zorg", "jeugdzorg"),
            ("veiligthuis", "veilig-thuis"),
            ("fair work", "fairwork"),
            ("crisis bedden", "crisisopvang-arbeidsuitbuiting"),
            ("centrum gemeente", "centrumgemeente"),
            ("bedenk tijd", "politie"),
            ("lover boy", "politie-avim"),
            ("arbeids uitbuiting", "arbeidsinspectie"),
            ("immigratie dienst", "ind"),
        ],
    );
}

#[test]
fn other_forms_and_words_that_mean_the_same_are_understood() {
    check(
        HitKind::Party,
        &[
            ("advocaten", "advocaat"),
            ("gemeenten", "gemeente"),
            ("zorgcoördinatoren", "zorgcoordinator"),
            ("zorgcoordinatoren", "zorgcoordinator"),
            ("verblijfsvergunningen", "ind"),
            ("bedenktijd", "politie"),
            ("aangifte doen", "politie-avim"),
            ("gedwongen prostitutie", "politie-avim"),
            ("uitbuiting op het werk", "arbeidsinspectie"),
            ("blijf van mijn lijf", "reguliere-opvang"),
            ("kinderbescherming", "raad-kinderbescherming"),
            ("voogd", "nidos"),
            ("amv", "nidos"),
            ("huiselijk geweld", "veilig-thuis"),
            ("verkrachting", "csg"),
            ("anoniem melden", "meld-misdaad-anoniem"),
            ("huisarts", "zorgaanbieder"),
            ("schulden", "gemeente"),
            ("terugkeer", "comensha"),
            ("vliegveld", "kmar"),
            ("vervolging", "om"),
            ("loverboyslachtoffer", "politie-avim"),
            ("ind verblijfsvergunning", "ind"),
            ("politie zeden", "politie-zeden"),
            ("nidos voogdij", "nidos"),
            ("opvang door slachtoffers van mensenhandel met multiproblematiek", "omm"),
            ("comensha telefoonnummer", "comensha"),
        ],
    );
}

#[test]
fn typing_errors_are_forgiven() {
    check(
        HitKind::Party,
        &[
            ("marechuassee", "kmar"),
            ("komensja", "comensha"),
            ("openbaar ministery", "om"),
            ("vreemdelingenpoltie", "politie-avim"),
            ("veilig tuis", "veilig-thuis"),
            ("fairwerk", "fairwork"),
            ("aandachtsfunktionaris", "aandachtsfunctionaris"),
            ("arbeidsuitbuitng", "arbeidsinspectie"),
            ("schadefons", "schadefonds"),
            ("slachtoferhulp", "slachtofferhulp"),
            ("advokaten", "advocaat"),
            ("veilig2thuis", "veilig-thuis"),
            ("verblijfsvergunnig", "ind"),
        ],
    );
}

#[test]
fn a_name_is_found_while_it_is_being_typed() {
    check(
        HitKind::Party,
        &[
            ("comens", "comensha"),
            ("arbeidsins", "arbeidsinspectie"),
            ("maréch", "kmar"),
            ("raad voor de kind", "raad-kinderbescherming"),
            ("schadef", "schadefonds"),
        ],
    );
}

#[test]
fn gemeenten_and_sources_are_found_too() {
    check(
        HitKind::Gemeente,
        &[
            ("den haag", "GM0518"),
            ("s gravenhage", "GM0518"),
            ("'s-Hertogenbosch", "GM0796"),
            ("Den Bosch", "GM0796"),
            ("tietjerksteradeel", "GM0737"),
            ("sudwest fryslan", "GM1900"),
            ("amstredam", "GM0363"),
            ("utrect", "GM0344"),
            ("gm0363", "GM0363"),
            ("bergenopzoom", "GM0748"),
        ],
    );
    check(HitKind::Source, &[("28 638 nr 118", "s003"), ("s002", "s002"), ("WBV 2023/11", "p33")]);
    let numbers: BTreeSet<String> = find("28638").into_iter().map(|hit| hit.id).collect();
    assert!(numbers.len() > 1, "every Kamerstuk of the series is found");
}

#[test]
fn a_hit_says_why() {
    let why = |words: &str| find(words).first().map(|hit| (hit.why, hit.by.clone())).unwrap();
    assert_eq!(why("Nederlandse Arbeidsinspectie"), (HitReason::Name, "Nederlandse Arbeidsinspectie".to_owned()));
    assert_eq!(why("inspectie szw"), (HitReason::Alias, "Inspectie SZW".to_owned()));
    assert_eq!(why("loverboys"), (HitReason::Synonym, "loverboys".to_owned()));
    assert_eq!(why("schadefons").0, HitReason::Spelling);
    assert_eq!(why("vervolging").0, HitReason::Task);
}

#[test]
fn a_party_is_found_by_all_its_names_and_shown_by_the_one_of_that_day_and_language() {
    let shown = |date, lang| {
        let index = SearchIndex::new(&GUIDE, &REGIONS, date, lang);
        let names = ["Inspectie SZW", "Nederlandse Arbeidsinspectie", "Netherlands Labour Authority"];
        names.map(|name| index.find(name, 1).first().map(|hit| hit.text.clone()).unwrap())
    };
    assert_eq!(shown(today(), Lang::Nl), ["Nederlandse Arbeidsinspectie"; 3]);
    assert_eq!(shown(Date::constant(2019, 1, 1), Lang::Nl), ["Inspectie SZW"; 3]);
    assert_eq!(shown(today(), Lang::En), ["Netherlands Labour Authority"; 3]);
}

#[test]
fn a_word_of_the_glossary_stands_beside_the_party_it_leads_to() {
    let hits = find("bedenktijd");
    assert_eq!((hits[1].kind, hits[1].id.as_str()), (HitKind::Term, "bedenktijd"));
    let parties: Vec<&str> =
        hits.iter().filter(|hit| hit.kind == HitKind::Party).take(4).map(|hit| hit.id.as_str()).collect();
    let term = GUIDE.glossary.iter().find(|term| term.id.as_str() == "bedenktijd").unwrap();
    let listed: Vec<&str> = term.parties.iter().map(Id::as_str).collect();
    assert_eq!(parties, listed[..parties.len()]);
}

#[test]
fn nothing_and_nonsense_are_no_trouble() {
    assert_eq!(find(""), []);
    assert_eq!(find("  …  "), []);
    assert_eq!(find("😀"), []);
    assert_eq!(INDEX.find("politie", 0), []);
    for words in ["a", "z", "é", "de", "van de", "B8/3", "tolk", "ß", "ﬁer", "'", "-", "100%"] {
        find(words);
    }
    for words in ["politie ".repeat(1250), "x".repeat(10_000), "opvang".repeat(1666), "é😀 ".repeat(2500)] {
        assert!(find(&words).len() <= 25);
    }
}

#[test]
fn what_no_word_is_like_leads_to_nobody() {
    for words in ["cba", "qwerty", "asdf", "foobar", "blabla", "OnlyFans"] {
        let hits = find(words);
        let found: Vec<String> = hits.iter().take(4).map(|hit| format!("{} {}", hit.kind.id(), hit.id)).collect();
        assert!(hits.first().is_none_or(|hit| hit.kind == HitKind::Term), "«{words}» finds {}", found.join(", "));
    }
    // A word of the glossary goes before a name that only holds it.
    let orgaan: Vec<String> = find("orgaan").into_iter().map(|hit| hit.id).collect();
    let at = |id: &str| orgaan.iter().position(|found| found == id);
    assert!(at("orgaanverwijdering") < at("coa") && at("orgaanverwijdering").is_some(), "{orgaan:?}");
}

#[test]
fn real_words_are_never_without_an_answer() {
    for words in ["nummer", "bellen", "paspoort", "werkgever", "hulpverlening", "dokters", "vertrouwenspersoon"] {
        assert!(!find(words).is_empty(), "«{words}» finds nothing");
    }
}

#[test]
fn every_name_alias_and_word_finds_what_it_belongs_to() {
    for party in &GUIDE.parties {
        let names = party
            .names
            .iter()
            .flat_map(|name| std::iter::once(&name.name.nl).chain(name.short.iter().map(|short| &short.nl)));
        for text in names.chain(&party.aliases) {
            let found = find(text).iter().take(3).any(|hit| hit.kind == HitKind::Party && hit.id == party.id.as_str());
            assert!(found, "«{text}» does not find {}", party.id);
        }
    }
    for term in &GUIDE.glossary {
        for text in std::iter::once(&term.term.nl).chain(&term.synonyms) {
            let hits = find(text);
            let hits = hits.iter().take(8);
            assert!(
                hits.clone().any(|hit| hit.kind == HitKind::Term && hit.id == term.id.as_str()),
                "«{text}» does not find the word {}",
                term.id
            );
            assert!(
                term.parties.is_empty()
                    || hits.clone().any(|hit| term.parties.iter().any(|party| party.as_str() == hit.id)),
                "«{text}» does not find a party of {}",
                term.id
            );
        }
    }
}

/// A name of at least six letters, and the same with one letter replaced by another.
fn misspelled() -> impl Strategy<Value = (String, String, String)> {
    let mut names = Vec::new();
    for party in &GUIDE.parties {
        for name in &party.names {
            for text in std::iter::once(&name.name.nl).chain(name.short.iter().map(|short| &short.nl)) {
                if text.chars().filter(|c| c.is_alphabetic()).count() >= 6 {
                    names.push((party.id.to_string(), text.clone()));
                }
            }
        }
    }
    (prop::sample::select(names), any::<prop::sample::Index>(), prop::char::range('a', 'z')).prop_map(
        |((id, name), at, letter)| {
            let letters: Vec<usize> =
                name.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, _)| at).collect();
            let at = letters[at.index(letters.len())];
            let typed = name.char_indices().map(|(position, c)| if position == at { letter } else { c }).collect();
            (id, name, typed)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn one_wrong_letter_does_not_hide_a_party((id, name, typed) in misspelled()) {
        let hits = find(&typed);
        let found = hits.iter().take(3).any(|hit| hit.kind == HitKind::Party && hit.id == id);
        let found_first: Vec<String> = hits.iter().take(5).map(|hit| format!("{} {}", hit.kind.id(), hit.id)).collect();
        prop_assert!(found, "«{typed}» for «{name}» ({id}) finds {found_first:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_each_thing_once_and_the_same_every_time(words in any::<String>(), limit in 0usize..40) {
        let hits = INDEX.find(&words, limit);
        prop_assert!(hits.len() <= limit);
        let different: BTreeSet<_> = hits.iter().map(|hit| (hit.kind, &hit.id)).collect();
        prop_assert_eq!(different.len(), hits.len());
        prop_assert_eq!(&INDEX.find(&words, limit), &hits);
    }

    #[test]
    fn any_words_of_the_guide_give_each_thing_once_and_the_same_every_time(
        parts in prop::collection::vec("[a-z]{0,3}|opvang|mensen|handel|politie|slachtoffer|zorg|melden|van|schade|28|B8/3", 0..14),
        limit in 0usize..40,
    ) {
        let words = parts.join(" ");
        let hits = INDEX.find(&words, limit);
        let all = INDEX.find(&words, usize::MAX);
        let different: BTreeSet<_> = all.iter().map(|hit| (hit.kind, &hit.id)).collect();
        prop_assert_eq!(different.len(), all.len());
        prop_assert_eq!(&all[..limit.min(all.len())], &hits[..]);
    }
}

/// Texts by which nothing is found: of which records, and where in them. The parts of a time limit are searched as one
/// text, with its count and unit.
const NOT_SEARCHED: [&str; 70] = [
    "agreement text",
    "aspect needed.basis",
    "aspect spine.together.nl",
    "aspect spine.verb.nl",
    "conflict shown",
    "conflict sides.text",
    "conflict text",
    "exception by",
    "exception reason",
    "facet decides.nl",
    "facet groups.label.nl",
    "facet help.nl",
    "facet label.en",
    "facet label.nl",
    "facet not_of.basis",
    "facet question.nl",
    "facet values.help.nl",
    "facet values.label.nl",
    "facet-section label.en",
    "facet-section label.nl",
    "first-advice certain.nl",
    "first-advice text.nl",
    "gap cites.at",
    "gap cites.quote",
    "gap text",
    "guide release.changes",
    "guide release.seal",
    "guide release.since",
    "guide edition",
    "guide limits.en",
    "guide limits.nl",
    "guide owner.contact",
    "guide owner.name",
    "guide title",
    "implication basis.at",
    "implication text.nl",
    "impossible basis",
    "impossible text.nl",
    "party cites.at",
    "party contacts.for_whom",
    "party contacts.hours",
    "party names.valid.note",
    "phase short.nl",
    "phase title.nl",
    "referral cites.at",
    "referral sharing.text",
    "referral text",
    "responsibility cites.at",
    "responsibility cites.fact",
    "responsibility cites.quote",
    "responsibility provided",
    "responsibility terms.atw.at",
    "responsibility terms.starts",
    "responsibility terms.text",
    "scenario frozen",
    "scenario notes",
    "scenario questions",
    "scenario steps.next.label.nl",
    "scenario steps.notes",
    "scenario steps.question.nl",
    "scenario steps.story.nl",
    "scenario steps.title.en",
    "scenario steps.title.nl",
    "scenario story",
    "scenario title.nl",
    "source note",
    "source publisher",
    "source url",
    "suspicious basis",
    "suspicious text.nl",
];

/// The texts of a guide, with where each stands: the kind of record and the fields on the way.
#[derive(Default)]
struct Texts(Vec<(String, String)>);

impl<'a> Visitor<'a> for Texts {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        if let Leaf::Text(text) = leaf {
            let path = place.path();
            let fields: Vec<&str> = path.fields().map(Into::into).collect();
            self.0.push((format!("{} {}", place.record.kind().id(), fields.join(".")), text.words.to_owned()));
        }
    }
}

#[test]
fn every_text_is_searched_or_it_is_said_here_that_it_is_not() {
    let guide = file::read_guide(include_str!("../format/canonical.ron")).unwrap();
    let index = SearchIndex::new(&guide, &REGIONS, today(), Lang::Nl);
    let mut texts = Texts::default();
    walk(&guide, &mut texts);
    let is_found = |words: &str| index.find(words, usize::MAX).iter().any(|hit| hit.by.starts_with(words));
    let found: BTreeSet<&str> =
        texts.0.iter().filter(|(_, words)| is_found(words)).map(|(place, _)| place.as_str()).collect();
    let missed: BTreeSet<&str> =
        texts.0.iter().map(|(place, _)| place.as_str()).filter(|place| !found.contains(place)).collect();
    assert_eq!(missed, BTreeSet::from(NOT_SEARCHED));
}
