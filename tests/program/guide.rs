//! The shipped guide keeps its promises.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use wegwijzer::{
    chain, file,
    lookup::{Index, Profile, Verdict, run_scenario},
    model::*,
    review,
};

fn guide() -> Arc<Guide> {
    Arc::new(file::embedded_guide().unwrap())
}

fn index() -> Index {
    Index::new(guide()).unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// The facets of the contract with their values and groups, which others rely on.
const FACETS: [(&str, &str, &str); 26] = [
    ("leeftijd", "0-11 12 13-14 15 16-17 18-20 21-22 23 24-plus", "minderjarig volwassen 12-15 18-22"),
    (
        "verblijf",
        "nederlander eu derdeland-verblijfsrecht derdeland-zonder-verblijfsrecht bedenktijd b8-vergunning asielprocedure humanitair-niet-tijdelijk",
        "derdelander rechtmatig",
    ),
    ("dublin", "ja nee", ""),
    ("uitbuiting", "seksueel arbeid crimineel orgaanverwijdering overig", ""),
    ("zedendelict", "ja nee", ""),
    ("bijzonderheden", "loverboy sextortion studievisum getraumatiseerd", ""),
    ("aanwijzing", "geringste-aanwijzing ernstige-benadeling geen niet-beoordeeld", ""),
    (
        "strafproces",
        "geen-contact informatief-gesprek aangifte andere-medewerking kan-niet-meewerken wil-niet-meewerken getuige-aangever geseponeerd vrijspraak veroordeling",
        "",
    ),
    ("zelf-verdachte", "ja nee", ""),
    ("multiproblematiek", "lvb ggz verslaving meerdere-leefgebieden", ""),
    ("veiligheid", "acuut-gevaar dreiging-eigen-omgeving geen-bekende-dreiging", ""),
    ("seksueel-geweld-7-dagen", "ja nee", ""),
    ("geslacht", "vrouw man anders", ""),
    ("kinderen", "mee in-herkomstland zwanger", ""),
    ("alleenstaand", "ja nee", ""),
    ("jeugdhulp-voor-18", "ja nee", ""),
    ("vindplaats", "werkplek grens-of-luchthaven azc detentie elders-in-nederland buitenland", ""),
    ("inschrijving", "hier elders nergens", ""),
    ("groep", "enkeling kleine-groep grote-groep", ""),
    ("onderdak", "veilige-plek geen-plek bij-dader-of-werkgever andere-onveilige-plek", ""),
    ("opvangplek", "vrij vol", ""),
    ("moment", "kantooruren avond-nacht-weekend", ""),
    ("gemeld-comensha", "ja nee geen-toestemming", ""),
    ("terugkeerwens", "ja nee", ""),
    ("schade", "ook-in-nederland alleen-in-buitenland geen", ""),
    (
        "vraagsteller",
        "gemeente jeugdzorg zorgaanbieder opvanginstelling school ngo politie kmar arbeidsinspectie om coa ind nidos dtv dji douane luchtvaart advocaat burger slachtoffer anders",
        "",
    ),
];

/// The parties of the contract.
const PARTIES: &str = "politie politie-avim politie-zeden kmar arbeidsinspectie om zsm rechtspraak dji emm fiod douane \
    luchtvaart hoger-onderwijs school ind coa dtv iom comensha cosm omm reguliere-opvang opvanginstelling \
    crisisopvang-arbeidsuitbuiting opvang-ernstige-benadeling beschermde-opvang nidos raad-kinderbescherming \
    gecertificeerde-instelling jeugdzorg gesloten-jeugdzorg gemeente centrumgemeente aandachtsfunctionaris \
    zorgcoordinator zorg-en-veiligheidshuis regionale-projectleider riec ccv vng ckm fier fairwork veilig-thuis csg \
    zorgaanbieder slachtofferhulp advocaat schadefonds cjib vluchtelingenwerk uitstapprogramma \
    meldpunt-uitbuiting-minderjarigen meld-misdaad-anoniem expertgroep-criminele-uitbuiting leger-des-heils ngo burger \
    nationaal-rapporteur ministerie-jenv ministerie-vws ministerie-szw taskforce-mensenhandel";

#[test]
fn every_word_of_the_contract_is_in_the_guide() {
    let guide = guide();
    for (id, values, groups) in FACETS {
        let facet = guide.facets.iter().find(|facet| facet.id.as_str() == id).expect(id);
        let found: Vec<&str> = facet.values.iter().map(|value| value.id.as_str()).collect();
        assert_eq!(found, values.split(' ').collect::<Vec<_>>(), "{id}");
        let found: BTreeSet<&str> = facet.groups.iter().map(|group| group.id.as_str()).collect();
        assert!(groups.split_whitespace().all(|group| found.contains(group)), "{id}: {groups}");
    }
    for id in PARTIES.split_whitespace() {
        assert!(guide.parties.iter().any(|party| party.id.as_str() == id), "{id} is missing");
    }
    let letters: String = guide.phases.iter().map(|phase| phase.letter).collect();
    assert_eq!(letters, "ABCD");
}

#[test]
fn the_guide_has_no_errors_and_no_warnings() {
    let problems = review::check(&guide(), &file::embedded_regions().unwrap(), today());
    let serious: Vec<_> = problems.into_iter().filter(|problem| problem.severity() != Severity::Note).collect();
    assert_eq!(serious, Vec::new());
}

#[test]
fn every_scenario_comes_out() {
    let (index, regions) = (index(), file::embedded_regions().unwrap());
    assert!(index.guide().scenarios.len() >= 40);
    for scenario in &index.guide().scenarios {
        assert_eq!(run_scenario(&index, &regions, scenario), Ok(Vec::new()), "{}", scenario.id);
    }
}

#[test]
fn every_party_answers_somebody_or_says_why_it_never_does() {
    let index = index();
    let guide = index.guide();
    let everybody = index.propagate(index.space().everybody()).unwrap();
    for party in guide.parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend) {
        let mut own = guide.responsibilities.iter().filter(|record| {
            record.party == party.id || guide.party(&record.party).is_some_and(|part| part.part_of.contains(&party.id))
        });
        assert!(own.any(|record| index.reach_of(&record.who, &everybody).meets), "{} never answers", party.id);
    }
}

#[test]
fn with_nothing_known_every_phase_answers_and_safety_is_asked_first() {
    let index = index();
    let outcome = index.look_up(&Profile::default(), today()).unwrap();
    for phase in &index.guide().phases {
        let certain = phase.aspects.iter().flat_map(|aspect| outcome.answers_in(&index, &aspect.id));
        assert!(certain.clone().any(|(_, verdict)| verdict == Verdict::Applies), "phase {} is silent", phase.letter);
    }
    assert_eq!(index.guide().facets[outcome.questions[0].facet].id.as_str(), "veiligheid");
}

#[test]
fn an_empty_answer_is_always_a_gap_with_somebody_to_ask() {
    // Whoever it is, the aspects that sources say are needed have an answer, or a gap that says whom to ask.
    let index = index();
    for facets in [
        vec!["aanwijzing=ernstige-benadeling", "leeftijd=volwassen", "verblijf=eu"],
        vec!["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geen"],
        vec!["leeftijd=16-17", "alleenstaand=ja", "verblijf=asielprocedure"],
    ] {
        let profile = Profile::parse(index.guide(), facets.iter().copied()).unwrap();
        let outcome = index.look_up(&profile, today()).unwrap();
        let opvang = AspectId::new("opvang").unwrap();
        let answered = !outcome.answers_in(&index, &opvang).is_empty() || !outcome.gaps_in(&index, &opvang).is_empty();
        assert!(answered, "{facets:?} finds nobody");
    }
}

#[test]
fn every_route_holds_for_one_and_the_same_person() {
    let index = index();
    let guide = index.guide();
    let everybody = index.propagate(index.space().everybody()).unwrap();
    let mut found = 0;
    for (from, to) in
        [("gemeente", "cosm"), ("school", "comensha"), ("politie", "ind"), ("nidos", "cosm"), ("burger", "politie")]
    {
        let (from, to) = (PartyId::new(from).unwrap(), PartyId::new(to).unwrap());
        for route in chain::routes(&index, &everybody, today(), &from, &to) {
            found += 1;
            let conditions = route.steps.iter().map(|(referral, _)| guide.referrals[*referral].who.clone()).collect();
            assert!(index.reach_of(&Condition::All(conditions), &everybody).meets, "{from} → {to}: {route:?}");
            for pair in route.steps.windows(2) {
                let (one, next) = (&guide.referrals[pair[0].0], &guide.referrals[pair[1].0]);
                let related =
                    |a: &PartyId, b: &PartyId| a == b || guide.party(a).is_some_and(|party| party.part_of.contains(b));
                assert!(related(&one.to, &next.from) || related(&next.from, &one.to), "a gap in {route:?}");
            }
        }
    }
    assert!(found > 5, "no routes were looked at");
}

/// Every count, date, number to call and address in the guide's words, with the record and its locators.
///
/// The list is kept beside this test, so that no number changes without somebody looking.
#[test]
fn every_number_in_the_guide_is_listed_with_its_locator() {
    let guide = guide();
    let mut list = String::new();
    let mut line = |record: &str, text: &str, cites: &[Citation]| {
        let words: Vec<&str> =
            text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).collect();
        if words.is_empty() {
            return;
        }
        assert!(!cites.is_empty(), "{record} has a number and no source: {text}");
        let at: Vec<String> = cites.iter().map(|cite| format!("{} {}", cite.source, cite.at)).collect();
        let _ = writeln!(list, "{record}: {} | {}", words.join(" "), at.join("; "));
    };
    for record in &guide.responsibilities {
        let mut texts = vec![record.task.clone()];
        texts.extend(record.provided.iter().chain(&record.notes).cloned());
        texts.extend(record.terms.iter().map(|term| format!("{} {} {:?}", term.text, term.count, term.unit)));
        texts.extend(record.valid.from.map(|from| format!("vanaf {from}")));
        texts.extend(record.valid.until.map(|until| format!("tot {until}")));
        texts.extend(record.valid.note.clone());
        for text in &texts {
            line(record.id.as_str(), text, &record.cites);
        }
    }
    for gap in &guide.gaps {
        line(gap.id.as_str(), &gap.text, &gap.cites);
    }
    for referral in &guide.referrals {
        for text in [&referral.text, &referral.sharing.text].into_iter().chain(&referral.provided) {
            line(referral.id.as_str(), text, &referral.cites);
        }
        for term in &referral.terms {
            line(referral.id.as_str(), &format!("{} {} {:?}", term.text, term.count, term.unit), &referral.cites);
        }
    }
    for party in &guide.parties {
        line(party.id.as_str(), &party.summary, &party.cites);
        for contact in &party.contacts {
            let cite = Citation { source: contact.source.clone(), at: "contact".into(), quote: None, fact: None };
            line(party.id.as_str(), &contact.value, &[cite]);
        }
    }
    for advice in &guide.first {
        line(advice.id.as_str(), &advice.text.nl, &advice.cites);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/numbers.txt");
    if std::env::var_os("UPDATE_NUMBERS").is_some() {
        std::fs::write(path, &list).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let news: Vec<&str> = list.lines().filter(|line| !kept.lines().any(|known| known == *line)).collect();
    assert_eq!(news, Vec::<&str>::new(), "look at these, then run with UPDATE_NUMBERS=1");
    assert_eq!(list.lines().count(), kept.lines().count(), "numbers are gone; run with UPDATE_NUMBERS=1");
}

#[test]
fn a_phone_number_in_the_words_is_a_contact_that_a_source_gives() {
    let guide = guide();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let known: Vec<String> =
        guide.parties.iter().flat_map(|party| &party.contacts).map(|contact| digits(&contact.value)).collect();
    for advice in &guide.first {
        let text = &advice.text.nl;
        for part in text.split(|c: char| !(c.is_ascii_digit() || c == ' ')).map(digits).filter(|d| d.len() >= 8) {
            assert!(known.contains(&part), "{part} in «{text}» is nobody's contact");
        }
    }
}
