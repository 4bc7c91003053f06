//! The cases of the letters, asked as a command line.
//!
//! What is expected is what the source says, by its number in the list of facts; not what the guide's own cases say.

use super::{
    answer::{answers, ask, items, text},
    run::json_of,
};

/// C01: an adult from a third country without a right to stay, with the slightest indication.
#[test]
fn c01_third_country_without_residence_right() {
    let words = "--date 2022-02-03 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
        aanwijzing=geringste-aanwijzing";
    // P96: the time to think ends with a report; how far the case is, decides.
    ask(words).depends("cosm", "opvang", "voert-uit", "strafproces").depends(
        "cosm",
        "opvang",
        "voert-uit",
        "vindplaats",
    );
    ask(&format!("{words} strafproces=informatief-gesprek vindplaats=elders-in-nederland"))
        // S002-06, 08: the COSM takes in and gives psychological help.
        .applies("cosm", "opvang", "voert-uit")
        .rests_on("cosm", "opvang", "s002")
        .applies("cosm", "medisch-psychisch", "voert-uit")
        // S002-07, 20: the police offer at most three months to think.
        .applies("politie", "vaststellen", "beslist")
        .term(&["politie", "cosm"], 3, "maand", "ten-hoogste")
        // S001-09: CoMensha registers.
        .applies("comensha", "registreren", "voert-uit")
        // S002-03, 04: police and prosecution look at what this person needs; they investigate and prosecute.
        .applies("politie", "opsporing", "voert-uit")
        .applies("om", "vervolging", "voert-uit")
        .in_phase("politie", "zorg")
        .in_phase("om", "zorg")
        // S002-09: hand-over to the next stay or return.
        .in_phase("cosm", "zelfstandigheid")
        // S002-10: regular shelters are for others; so is the pilot of S002-22.
        .absent("reguliere-opvang", "opvang")
        .absent("opvang-ernstige-benadeling", "opvang");
}

/// C03: an adult with Dutch nationality, sexually exploited.
#[test]
fn c03_dutch_sexual_exploitation() {
    let words = "--date 2022-02-03 leeftijd=volwassen verblijf=nederlander uitbuiting=seksueel";
    // S002-19: from the slightest indication on there is a claim to help; before that it is open.
    ask(words)
        .depends("reguliere-opvang", "opvang", "voert-uit", "aanwijzing")
        .absent("cosm", "opvang")
        .absent("beschermde-opvang", "opvang")
        // S001-08: AVIM of the police investigates, under the prosecution.
        .applies("politie-avim", "opsporing", "voert-uit")
        .applies("om", "vervolging", "voert-uit")
        .depends("comensha", "registreren", "voert-uit", "aanwijzing");
    ask(&format!("{words} aanwijzing=geringste-aanwijzing"))
        .applies("comensha", "registreren", "voert-uit")
        // S002-10: regular shelters for victims from the Netherlands; S003-22: gemeenten, under the Wmo 2015.
        .applies("reguliere-opvang", "opvang", "voert-uit")
        .rests_on("reguliere-opvang", "opvang", "s002")
        .in_phase("gemeente", "zorg")
        .in_phase("gemeente", "zelfstandigheid")
        .absent("cosm", "opvang");
}

/// C04: an adult from the EU, exploited at work.
#[test]
fn c04_eu_labour_exploitation() {
    let words = "--date 2022-02-03 leeftijd=volwassen verblijf=eu uitbuiting=arbeid";
    ask(words)
        // S004-22: the inspectorate takes up reports and investigates under the prosecution.
        .applies("arbeidsinspectie", "melden", "voert-uit")
        .rests_on("arbeidsinspectie", "melden", "s004")
        .applies("arbeidsinspectie", "opsporing", "voert-uit")
        .applies("om", "opsporing", "beslist")
        // S004-30: FairWork helps those who come by workinnl.nl.
        .somewhere("fairwork", "s004")
        .absent("cosm", "opvang");
    ask(&format!("{words} aanwijzing=geringste-aanwijzing"))
        // S002-10, S003-23: regular shelters, and gemeenten also for victims from the EU.
        .applies("reguliere-opvang", "opvang", "voert-uit")
        .applies("gemeente", "opvang", "voert-uit")
        .rests_on("gemeente", "opvang", "s003")
        .in_phase("gemeente", "zelfstandigheid");
}

/// C06: an adult with a B8 permit who needs a home.
#[test]
fn c06_b8_permit_needs_a_home() {
    let asked = ask("--date 2014-12-16 leeftijd=volwassen verblijf=b8-vergunning");
    // S000-27 to 30.
    asked
        .applies("coa", "huisvesting", "bemiddelt")
        .applies("gemeente", "huisvesting", "voert-uit")
        .applies("comensha", "huisvesting", "adviseert")
        .rests_on("coa", "huisvesting", "s000")
        .rests_on("gemeente", "huisvesting", "s000")
        .term(&["gemeente"], 2, "maand", "in-beginsel")
        // Only some gemeenten took part.
        .gap("huisvesting", "beperkt");
    let basis = asked.of("gemeente", "huisvesting")[0]["legal_basis"].to_string();
    assert!(basis.contains("60a") && basis.contains("Huisvestingswet"), "{basis}");
    // Nobody else was under this task.
    ask("--date 2014-12-16 leeftijd=volwassen verblijf=nederlander").absent("coa", "huisvesting");
}

/// C08: a minor with Dutch nationality, victim of a loverboy.
#[test]
fn c08_dutch_minor_loverboy() {
    let words = "leeftijd=16-17 verblijf=nederlander uitbuiting=seksueel bijzonderheden=loverboy";
    for date in ["2014-12-16", "2022-02-03"] {
        ask(&format!("--date {date} {words} aanwijzing=geringste-aanwijzing"))
            // S003-14, 15: youth care recognises; registration with CoMensha.
            .applies("jeugdzorg", "signaleren", "voert-uit")
            .applies("comensha", "registreren", "voert-uit")
            // S000-34: youth care institutions.
            .applies("jeugdzorg", "opvang", "voert-uit")
            .applies("politie", "opsporing", "voert-uit")
            .applies("om", "vervolging", "voert-uit")
            .absent("cosm", "opvang")
            .absent("reguliere-opvang", "opvang");
    }
    // S002-31: the gemeente buys the help under the Jeugdwet.
    ask(&format!("--date 2022-02-03 {words}")).applies("gemeente", "voogdij-jeugd", "voert-uit").rests_on(
        "gemeente",
        "voogdij-jeugd",
        "s002",
    );
    // S002-13: danger in one's own environment: outside the region, or closed.
    ask(&format!("--date 2022-02-03 {words} veiligheid=dreiging-eigen-omgeving aanwijzing=geringste-aanwijzing"))
        .applies("gesloten-jeugdzorg", "opvang", "voert-uit")
        .rests_on("opvanginstelling", "opvang", "s002");
    // S003-07: the vice squad helps when somebody is traumatised.
    ask(&format!("--date 2022-02-03 {words},getraumatiseerd")).rests_on("politie-zeden", "opsporing", "s003");
}

/// C08, later: youth care may go on to the 23rd birthday, closed youth care ends at 18 (S003-18, 19).
#[test]
fn c08_youth_care_after_eighteen() {
    for age in ["18-20", "21-22"] {
        ask(&format!("--date 2022-02-03 leeftijd={age} jeugdhulp-voor-18=ja"))
            .rests_on("gemeente", "voogdij-jeugd", "s003")
            .absent("gesloten-jeugdzorg", "opvang");
        ask(&format!("--date 2022-02-03 leeftijd={age} jeugdhulp-voor-18=nee")).absent("gemeente", "voogdij-jeugd");
    }
    for age in ["23", "24-plus"] {
        ask(&format!("--date 2022-02-03 leeftijd={age} jeugdhulp-voor-18=ja")).absent("gemeente", "voogdij-jeugd");
    }
}

/// C11: a badly treated worker, before 2022.
#[test]
fn c11_serious_disadvantage_before_2022() {
    ask("--date 2021-12-01 leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling")
        // S004-22: the inspectorate takes up the report, and can act as an authority.
        .applies("arbeidsinspectie", "melden", "voert-uit")
        .named("arbeidsinspectie", "Inspectie SZW")
        .applies("arbeidsinspectie", "bestuurlijk", "voert-uit")
        // S002-21: no claim to help and protection: a gap, shown as a gap.
        .gap("opvang", "niemand")
        .nobody_carries_out("opvang")
        // S004-30.
        .somewhere("fairwork", "s004");
}

/// C12: the same from January 2022.
#[test]
fn c12_serious_disadvantage_from_2022() {
    let words = "--date 2022-06-01 leeftijd=volwassen uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    ask(&format!("{words} verblijf=eu"))
        // S002-22: a pilot with CoMensha; P32: at most two weeks, and the inspectorate agrees first.
        .applies("opvang-ernstige-benadeling", "opvang", "voert-uit")
        .rests_on("opvang-ernstige-benadeling", "opvang", "s002")
        .applies("comensha", "opvang", "bemiddelt")
        .applies("arbeidsinspectie", "opvang", "beslist")
        .term(&["opvang-ernstige-benadeling"], 2, "week", "ten-hoogste")
        .no_gap("opvang", "niemand");
    // P32: only for who is here lawfully.
    ask(&format!("{words} verblijf=derdeland-zonder-verblijfsrecht"))
        .absent("opvang-ernstige-benadeling", "opvang")
        .gap("opvang", "niemand");
    ask(words).depends("opvang-ernstige-benadeling", "opvang", "voert-uit", "verblijf");
}

/// C13: a large group, found at a control.
#[test]
fn c13_large_group_labour_exploitation() {
    let words = "--date 2022-02-03 leeftijd=volwassen uitbuiting=arbeid vindplaats=werkplek \
        aanwijzing=geringste-aanwijzing groep";
    // S004-28, 29: crisis beds, with access by CoMensha together with the inspectorate.
    ask(&format!("{words}=grote-groep"))
        .applies("crisisopvang-arbeidsuitbuiting", "opvang", "voert-uit")
        .rests_on("crisisopvang-arbeidsuitbuiting", "opvang", "s004")
        .applies("comensha", "opvang", "bemiddelt")
        .applies("arbeidsinspectie", "opvang", "bemiddelt")
        .applies("arbeidsinspectie", "melden", "voert-uit")
        .applies("politie", "melden", "voert-uit");
}

/// C14: a minor who is made to steal or to sell drugs.
#[test]
fn c14_minor_forced_to_commit_crimes() {
    let words = "--date 2017-06-01 uitbuiting=crimineel zelf-verdachte=ja alleenstaand=nee";
    let asked = ask(&format!("{words} leeftijd=minderjarig"));
    asked
        // S001-04: police at the front are trained to see it.
        .applies("politie", "signaleren", "voert-uit")
        // S001-17: both goals at once.
        .applies("politie", "opsporing", "voert-uit")
        .applies("om", "vervolging", "voert-uit")
        // S001-13, 14: a national group of experts gives advice to those who give care and safety.
        .rests_on("expertgroep-criminele-uitbuiting", "informatie", "s001")
        // S002-31.
        .applies("gemeente", "voogdij-jeugd", "voert-uit");
    for answer in answers(&asked.found).filter(|a| a["party"] == "expertgroep-criminele-uitbuiting") {
        assert_eq!(answer["role"], "adviseert", "{answer}");
        assert_ne!(answer["receives"], "slachtoffer", "{answer}");
    }
    // S001-12: ZSM is told of it.
    let zsm = answers(&asked.found).find(|a| a["party"] == "zsm").expect("ZSM is told");
    assert_eq!(zsm["role"], "wordt-geinformeerd");
    // S001-11: it is about minors.
    ask("--date 2017-06-01 uitbuiting=crimineel zelf-verdachte=ja leeftijd=24-plus")
        .absent("expertgroep-criminele-uitbuiting", "informatie");
}

/// C15: cabin crew see something at Schiphol.
#[test]
fn c15_signal_at_the_airport() {
    let words = "vindplaats=grens-of-luchthaven vraagsteller=luchtvaart verblijf=derdeland-zonder-verblijfsrecht";
    ask(&format!("--date 2014-06-23 {words}"))
        // S003-26: airline staff pass signals to the KMar.
        .applies("luchtvaart", "signaleren", "voert-uit")
        .rests_on("luchtvaart", "signaleren", "s003")
        .applies("kmar", "melden", "voert-uit")
        .rests_on("kmar", "melden", "s003")
        .applies("kmar", "opsporing", "voert-uit")
        .applies("emm", "informatie", "voert-uit");
    // S003-26, 27: personal data may go with it: a ground in the law.
    let routes = json_of(&format!("route --from luchtvaart --to kmar --date 2014-06-23 {words}"));
    let step = &items(&items(&routes, "routes")[0], "steps")[0];
    assert_eq!((text(step, "from"), text(step, "to")), ("luchtvaart", "kmar"));
    assert!(["signaleert", "meldt"].contains(&text(step, "act")), "{step}");
    assert_eq!(step["sharing"]["ground"], "wettelijke-bevoegdheid", "{step}");
    assert!(items(step, "sources").iter().any(|source| source["id"] == "s003"), "{step}");
}

/// C19: a minor from abroad, alone.
#[test]
fn c19_unaccompanied_minor() {
    // S003-29: protected reception; P10: Nidos is the guardian.
    ask("--date 2014-06-23 leeftijd=16-17 alleenstaand=ja verblijf=derdelander")
        .applies("beschermde-opvang", "opvang", "voert-uit")
        .rests_on("beschermde-opvang", "opvang", "s003")
        .applies("nidos", "voogdij-jeugd", "voert-uit")
        .absent("cosm", "opvang")
        .absent("reguliere-opvang", "opvang");
    ask("--date 2014-06-23 leeftijd=16-17 alleenstaand=nee verblijf=derdelander").absent("nidos", "voogdij-jeugd");
    ask("--date 2014-06-23 leeftijd=16-17 verblijf=derdelander").depends(
        "beschermde-opvang",
        "opvang",
        "voert-uit",
        "alleenstaand",
    );
}
