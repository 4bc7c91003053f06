//! What each desk does first: party and act of the first three steps, written down from the letters and the facts
//! before the program was asked. Where the program was right after all, the row says why.

use std::sync::{Arc, LazyLock};

use crate::card::pages;
use wegwijzer::{
    export::card::{Card, CardOptions, card_pdf},
    file::embedded_guide,
    lookup::{Index, Profile, Verdict},
    model::{Act, Date, Lang, StepKind},
    present::{Asked, PlanStepFacts},
};

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(Arc::new(embedded_guide().unwrap())).unwrap());

/// Somebody who asks, about whom, and what is done first.
struct Desk {
    /// The situation, in the words of a desk.
    story: &'static str,
    facets: &'static str,
    /// Act and party of each step, `?` where it is not sure; alternatives by `|`.
    first: [&'static str; 3],
    /// Parties that are not in the plan for this person.
    not: &'static str,
}

/// Act and party of a step: what the asker does with whom, or else what kind of step it is.
fn said(step: &PlanStepFacts<'_>) -> String {
    let what = match (step.kind, step.act) {
        (StepKind::Veiligheid, _) => "veiligheid",
        (_, Some(act)) => Act::id(act),
        (kind, None) => kind.id(),
    };
    let sure = if step.verdict == Verdict::Applies { "" } else { "?" };
    format!("{what} {}{sure}", step.party.id)
}

const DESKS: &[Desk] = &[
    // P72, S002-05: the police place in an emergency bed and protect; S002-07: they offer the bedenktijd; P11: a
    // certified detective. CoMensha (P66) comes fourth: it does not answer at night.
    Desk {
        story: "police, night, a frightened foreign woman without a bed",
        facets: "vraagsteller=politie leeftijd=volwassen geslacht=vrouw verblijf=derdeland-zonder-verblijfsrecht \
            uitbuiting=seksueel aanwijzing=geringste-aanwijzing veiligheid=dreiging-eigen-omgeving \
            onderdak=geen-plek moment=avond-nacht-weekend",
        first: ["veiligheid politie", "zelf politie", "draagt-over politie-avim"],
        not: "dtv iom schadefonds veilig-thuis coa arbeidsinspectie",
    },
    // P72: the emergency bed comes before all else, also while nobody has established an indication yet.
    Desk {
        story: "police, night, an adult without a bed of whom nothing else is known",
        facets: "vraagsteller=politie leeftijd=volwassen veiligheid=dreiging-eigen-omgeving onderdak=geen-plek \
            moment=avond-nacht-weekend",
        first: ["zelf politie?", "meldt comensha?", "meldt-aan comensha?"],
        not: "dtv iom schadefonds veilig-thuis coa arbeidsinspectie",
    },
    // S002-31: youth care under the Jeugdwet; P81: ask Veilig Thuis without a name.
    Desk {
        story: "gemeente, a Dutch girl of 16, loverboy",
        facets: "vraagsteller=gemeente leeftijd=16-17 verblijf=nederlander uitbuiting=seksueel \
            bijzonderheden=loverboy geslacht=vrouw moment=kantooruren",
        first: ["veiligheid politie?", "zelf gemeente", "raadpleegt veilig-thuis"],
        not: "cosm omm nidos dtv iom arbeidsinspectie kmar ind",
    },
    // S004-22: it judges the report; S004-28, 29: crisis beds with CoMensha.
    Desk {
        story: "labour inspectorate, twelve workers from the EU at their workplace",
        facets: "vraagsteller=arbeidsinspectie leeftijd=volwassen verblijf=eu uitbuiting=arbeid \
            vindplaats=werkplek groep=grote-groep onderdak=bij-dader-of-werkgever moment=kantooruren",
        first: [
            "veiligheid politie?",
            "zelf arbeidsinspectie",
            "verwijst crisisopvang-arbeidsuitbuiting?|meldt comensha?",
        ],
        not: "cosm nidos veilig-thuis dtv jeugdzorg csg",
    },
    // P90: the meldcode; P81.
    Desk {
        story: "school, an unclear suspicion about a pupil",
        facets: "vraagsteller=school leeftijd=minderjarig moment=kantooruren",
        first: ["veiligheid politie?", "zelf school", "raadpleegt veilig-thuis"],
        not: "kmar cosm omm dtv ind om csg arbeidsinspectie",
    },
    // S002-08: it may itself be the COSM; P28. The lawyer (P15) was expected before: that is for the first days.
    Desk {
        story: "shelter, two weeks of the bedenktijd left",
        facets: "vraagsteller=opvanginstelling leeftijd=volwassen verblijf=bedenktijd dublin=nee \
            strafproces=informatief-gesprek veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["zelf cosm", "raadpleegt comensha", "meldt-aan comensha?"],
        not: "dtv iom schadefonds veilig-thuis nidos csg arbeidsinspectie",
    },
    // P33: the KMar offers the bedenktijd; it was expected first, but hangs on the criminal case, and P72, a bed
    // tonight, is sure.
    Desk {
        story: "KMar at Schiphol, night, an adult without a right to stay",
        facets: "vraagsteller=kmar leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
            aanwijzing=geringste-aanwijzing vindplaats=grens-of-luchthaven onderdak=geen-plek \
            moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "signaleert politie", "zelf kmar?"],
        not: "dtv iom veilig-thuis csg arbeidsinspectie",
    },
    // P10, P41: Nidos is guardian and decides on the protected shelter.
    Desk {
        story: "KMar at Schiphol, a girl of 15 who is alone",
        facets: "vraagsteller=kmar leeftijd=15 verblijf=derdeland-zonder-verblijfsrecht alleenstaand=ja \
            geslacht=vrouw vindplaats=grens-of-luchthaven moment=kantooruren",
        first: ["veiligheid politie?", "overdracht nidos|beslissing nidos", "overdracht beschermde-opvang|zelf kmar?"],
        not: "cosm omm reguliere-opvang dtv iom csg",
    },
    // P61: the COA passes signals to the police and the KMar; P21.
    Desk {
        story: "COA in an azc, an adult who asks for asylum",
        facets: "vraagsteller=coa leeftijd=volwassen verblijf=asielprocedure vindplaats=azc moment=kantooruren",
        first: ["veiligheid politie?", "signaleert politie", "meldt comensha?"],
        not: "dtv iom veilig-thuis nidos emm riec csg arbeidsinspectie cosm",
    },
    // P41: the COA places, once Nidos has decided. Nidos was expected before; that it decides first is said as a
    // condition of the step.
    Desk {
        story: "COA in an azc, night, a boy of 16 who is alone",
        facets: "vraagsteller=coa leeftijd=16-17 verblijf=asielprocedure alleenstaand=ja vindplaats=azc \
            moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "zelf coa", "verwijst beschermde-opvang"],
        not: "cosm omm reguliere-opvang dtv iom csg",
    },
    // P24: the IND passes signals on early; to inform (P24) is for the first days.
    Desk {
        story: "IND, somebody who asks for asylum tells of signs",
        facets: "vraagsteller=ind leeftijd=volwassen verblijf=asielprocedure moment=kantooruren",
        first: ["veiligheid politie?", "signaleert politie", "meldt comensha?"],
        not: "dtv iom cosm emm riec veilig-thuis csg arbeidsinspectie",
    },
    // P10: Nidos decides, on the slightest indication; P41.
    Desk {
        story: "Nidos, a girl of 15",
        facets: "vraagsteller=nidos leeftijd=15 verblijf=derdeland-zonder-verblijfsrecht alleenstaand=ja \
            moment=kantooruren",
        first: ["veiligheid politie?", "zelf nidos", "verwijst beschermde-opvang"],
        not: "cosm omm reguliere-opvang dtv iom csg",
    },
    // P04. The lawyer (P15) was expected third: that is for the first days.
    Desk {
        story: "prison, a detained man without a right to stay who is a suspect of theft",
        facets: "vraagsteller=dji leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
            uitbuiting=crimineel zelf-verdachte=ja vindplaats=detentie moment=kantooruren",
        first: ["veiligheid politie?", "meldt politie?", "meldt comensha?"],
        not: "dtv iom veilig-thuis arbeidsinspectie emm csg cosm",
    },
    // P08: the police or the KMar offer the bedenktijd, and departure is put off.
    Desk {
        story: "DT&V in immigration detention",
        facets: "vraagsteller=dtv leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
            vindplaats=detentie moment=kantooruren",
        first: ["veiligheid politie?", "meldt politie?", "meldt comensha?"],
        not: "iom veilig-thuis emm csg arbeidsinspectie cosm",
    },
    // S003-25: to the KMar.
    Desk {
        story: "customs at the border, night",
        facets: "vraagsteller=douane vindplaats=grens-of-luchthaven moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "signaleert kmar", "beslissing politie?"],
        not: "arbeidsinspectie gemeente riec school dtv csg comensha centrumgemeente",
    },
    // S003-26: to the KMar.
    Desk {
        story: "airline staff at Schiphol, night",
        facets: "vraagsteller=luchtvaart vindplaats=grens-of-luchthaven moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "signaleert kmar", "beslissing politie?"],
        not: "arbeidsinspectie gemeente riec school dtv douane csg comensha centrumgemeente",
    },
    // P11, P13: the police; P28. Own legal help (P15) was expected before: it is for the first days. A report is sure
    // only once it is known that the investigators did not already see no indication.
    Desk {
        story: "lawyer, a client without a right to stay, no contact with the police yet",
        facets: "vraagsteller=advocaat leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
            strafproces=geen-contact veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["meldt politie?", "meldt comensha?", "verwijst slachtofferhulp"],
        not: "dtv iom veilig-thuis riec csg arbeidsinspectie",
    },
    // P04: labour to the inspectorate; P08; P44: CoMensha by consent.
    Desk {
        story: "NGO, a domestic worker who lives with the employer",
        facets: "vraagsteller=ngo leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht uitbuiting=arbeid \
            onderdak=bij-dader-of-werkgever veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["meldt arbeidsinspectie", "meldt politie?", "meldt comensha?"],
        not: "dtv iom veilig-thuis politie-zeden csg",
    },
    // P90: the meldcode and the police; S003-15: CoMensha is desirable, by consent.
    Desk {
        story: "youth care, a Dutch girl of 13, loverboy",
        facets: "vraagsteller=jeugdzorg leeftijd=13-14 verblijf=nederlander uitbuiting=seksueel \
            bijzonderheden=loverboy veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["zelf jeugdzorg", "raadpleegt politie", "raadpleegt veilig-thuis"],
        not: "cosm omm dtv arbeidsinspectie kmar nidos",
    },
    // P55: within seven days; CoMensha does not answer at night (P21).
    Desk {
        story: "hospital, night, sexual violence five days ago",
        facets: "vraagsteller=zorgaanbieder leeftijd=volwassen verblijf=nederlander uitbuiting=seksueel \
            seksueel-geweld-7-dagen=ja moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "verwijst csg", "meldt politie?"],
        not: "dtv iom kmar arbeidsinspectie cosm",
    },
    // P04; CoMensha was expected third: it is closed, so the gemeente that decides (P06) comes before.
    Desk {
        story: "GP, weekend, a worker from the EU",
        facets: "vraagsteller=zorgaanbieder leeftijd=volwassen verblijf=eu uitbuiting=arbeid,niet-seksueel \
            veiligheid=geen-bekende-dreiging moment=avond-nacht-weekend",
        first: ["meldt arbeidsinspectie", "meldt politie?", "beslissing centrumgemeente?|raadpleegt comensha"],
        not: "dtv iom kmar cosm csg veilig-thuis",
    },
    // P04.
    Desk {
        story: "neighbour, people who seem to be exploited at work",
        facets: "vraagsteller=burger uitbuiting=arbeid,niet-seksueel veiligheid=geen-bekende-dreiging \
            moment=kantooruren",
        first: ["meldt arbeidsinspectie", "meldt politie?", "meldt comensha?"],
        not: "csg dtv cosm kmar",
    },
    // P04. The CSG (P55) comes after: whether there was violence in the last seven days is not known.
    Desk {
        story: "the person itself, night, lives with the exploiter",
        facets: "vraagsteller=slachtoffer leeftijd=volwassen uitbuiting=seksueel onderdak=bij-dader-of-werkgever \
            moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "meldt politie?", "meldt comensha?"],
        not: "dtv cosm kmar arbeidsinspectie",
    },
    // P04.
    Desk {
        story: "somebody of a bank, a union or a landlord, weekend",
        facets: "vraagsteller=anders leeftijd=volwassen uitbuiting=arbeid,niet-seksueel \
            veiligheid=geen-bekende-dreiging moment=avond-nacht-weekend",
        first: ["meldt arbeidsinspectie", "meldt politie?", "meldt comensha?"],
        not: "csg dtv cosm kmar veilig-thuis",
    },
    // P04; S002-28, S002-29: within a gemeente a signal goes to its own contact first; S003-23 comes after.
    Desk {
        story: "neighbourhood team, a worker from the EU without a roof",
        facets: "vraagsteller=gemeente leeftijd=volwassen verblijf=eu uitbuiting=arbeid,niet-seksueel \
            onderdak=geen-plek veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["meldt arbeidsinspectie", "signaleert aandachtsfunctionaris", "zelf gemeente?"],
        not: "csg dtv cosm kmar veilig-thuis",
    },
    // P28. The individual assessment (S002-03) was expected first: it is for the first days, and is there.
    Desk {
        story: "public prosecutor, a woman from the EU who made a report",
        facets: "vraagsteller=om leeftijd=volwassen verblijf=eu uitbuiting=seksueel strafproces=aangifte \
            moment=kantooruren",
        first: ["veiligheid politie?", "meldt politie?", "meldt comensha?"],
        not: "cosm nidos dtv veilig-thuis arbeidsinspectie kmar",
    },
    // P11, the AVIM; S002-31: youth care. To report (P66) hangs on the indication, and the talk before a report (P13)
    // is for the first days.
    Desk {
        story: "police, a boy of 17 who was made to steal",
        facets: "vraagsteller=politie leeftijd=16-17 verblijf=nederlander uitbuiting=crimineel zelf-verdachte=ja \
            moment=kantooruren",
        first: [
            "draagt-over politie-avim",
            "overdracht gemeente|overdracht jeugdzorg",
            "overdracht gemeente|overdracht jeugdzorg",
        ],
        not: "cosm omm dtv iom nidos csg arbeidsinspectie politie-zeden",
    },
    // P28; S002-10: it is itself regular shelter. The OMM (S002-11) was expected: no source knows it after July
    // 2022.
    Desk {
        story: "women’s shelter, a Dutch woman with more problems",
        facets: "vraagsteller=opvanginstelling leeftijd=volwassen verblijf=nederlander uitbuiting=seksueel \
            multiproblematiek=lvb veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: [
            "raadpleegt comensha",
            "zelf reguliere-opvang?|meldt politie?",
            "zelf reguliere-opvang?|meldt politie?|meldt-aan comensha?",
        ],
        not: "omm cosm dtv iom nidos arbeidsinspectie veilig-thuis",
    },
    // P81; S002-31.
    Desk {
        story: "church, a Dutch minor, night",
        facets: "vraagsteller=ngo leeftijd=minderjarig verblijf=nederlander veiligheid=geen-bekende-dreiging \
            moment=avond-nacht-weekend",
        first: [
            "raadpleegt veilig-thuis",
            "overdracht gemeente|overdracht jeugdzorg",
            "overdracht gemeente|overdracht jeugdzorg",
        ],
        not: "cosm omm dtv iom nidos csg arbeidsinspectie",
    },
    // S004-22; P32: no source knows the shelter after 2023; S004-30.
    Desk {
        story: "labour inspectorate, serious disadvantage, today",
        facets: "vraagsteller=arbeidsinspectie leeftijd=volwassen verblijf=eu uitbuiting=arbeid,niet-seksueel \
            aanwijzing=ernstige-benadeling moment=kantooruren",
        first: ["veiligheid politie?", "zelf arbeidsinspectie", "verwijst fairwork"],
        not: "cosm comensha crisisopvang-arbeidsuitbuiting opvang-ernstige-benadeling csg",
    },
    // P66; P33: the bedenktijd is offered. What is for minors hangs on the age, and comes after what is sure.
    Desk {
        story: "police, the age is not known",
        facets: "vraagsteller=politie verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing \
            moment=kantooruren",
        first: ["veiligheid politie", "meldt comensha", "zelf politie?"],
        not: "nidos beschermde-opvang veilig-thuis jeugdzorg csg arbeidsinspectie",
    },
    // P04.
    Desk {
        story: "somebody who knows nothing yet",
        facets: "vraagsteller=burger",
        first: ["veiligheid politie?", "meldt politie?", "meldt comensha?"],
        not: "csg dtv cosm kmar arbeidsinspectie omm",
    },
    // P04.
    Desk {
        story: "college, a student who came on a study visa",
        facets: "vraagsteller=school leeftijd=volwassen verblijf=derdeland-verblijfsrecht uitbuiting=seksueel \
            bijzonderheden=studievisum veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["meldt politie?", "meldt comensha?", "meldt-aan comensha?"],
        not: "dtv iom kmar arbeidsinspectie veilig-thuis",
    },
    // P04: CoMensha is asked for a first place before regular shelter takes over.
    Desk {
        story: "citizen, a worker from the EU who is safe now",
        facets: "vraagsteller=burger leeftijd=volwassen verblijf=eu aanwijzing=geringste-aanwijzing \
            veiligheid=geen-bekende-dreiging moment=kantooruren",
        first: ["raadpleegt comensha", "meldt-aan comensha?", "overdracht reguliere-opvang"],
        not: "iom kmar veilig-thuis",
    },
    // S002-08; P72: outside office hours the police place.
    Desk {
        story: "shelter, weekend, somebody in the bedenktijd",
        facets: "vraagsteller=opvanginstelling leeftijd=volwassen verblijf=bedenktijd dublin=nee \
            moment=avond-nacht-weekend",
        first: ["veiligheid politie?", "zelf cosm", "beslissing politie"],
        not: "dtv iom nidos veilig-thuis csg",
    },
];

#[test]
fn each_desk_first_does_what_the_sources_say() {
    let mut wrong = Vec::new();
    for desk in DESKS {
        let profile = Profile::parse(INDEX.guide(), desk.facets.split_whitespace()).unwrap();
        let outcome = INDEX.look_up(&profile, Date::new(2026, 11, 29).unwrap()).unwrap();
        let plan = Asked { index: &INDEX, profile: &profile, outcome: &outcome }.plan();
        let found: Vec<String> = plan.first().iter().map(said).collect();
        let is_first = |(expected, found): (&&str, &String)| expected.split('|').any(|one| one.trim() == found);
        if found.len() < 3 || !desk.first.iter().zip(&found).all(is_first) {
            wrong.push(format!("{}: expected {:?}, found {found:?}", desk.story, desk.first));
        }
        let unwanted =
            plan.first().iter().filter(|step| desk.not.split(' ').any(|party| step.party.id.as_str() == party));
        wrong.extend(unwanted.map(|step| format!("{}: «{}» is no step", desk.story, said(step))));
    }
    assert_eq!(wrong, Vec::<String>::new(), "{}", wrong.join("\n"));
}

#[test]
fn every_value_of_who_asks_has_its_desk() {
    let asker = INDEX.guide().facets.iter().find(|facet| facet.id.as_str() == wegwijzer::lookup::ASKER).unwrap();
    for value in &asker.values {
        let who = format!("vraagsteller={}", value.id);
        assert!(DESKS.iter().any(|desk| desk.facets.split_whitespace().any(|given| given == who)), "no desk {who}");
    }
    assert!(DESKS.len() >= 30, "{} desks", DESKS.len());
}

#[test]
fn each_desk_has_its_card_on_one_a4() {
    let date = Date::new(2026, 11, 29).unwrap();
    for desk in DESKS {
        let profile = Profile::parse(INDEX.guide(), desk.facets.split_whitespace()).unwrap();
        let outcome = INDEX.look_up(&profile, date).unwrap();
        for (lang, with_facets) in [(Lang::Nl, false), (Lang::En, false), (Lang::Nl, true)] {
            let options = CardOptions { with_facets, ..CardOptions::new(lang, date) };
            let pdf = card_pdf(&Card::new(&INDEX, &profile, &outcome, &options)).unwrap();
            assert_eq!(pages(&pdf), 1, "{}", desk.story);
        }
    }
}
