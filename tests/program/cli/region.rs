//! Which region a gemeente belongs to, however its name is typed.

use super::{
    answer::{items, text},
    run::{json, run},
    shape::{Kind, List, Text, TextOrNull, are_sources, has_keys},
};
use serde_json::Value;

fn region(gemeente: &str) -> Value {
    json(&["lookup", "--phase", "D", "--gemeente", gemeente])["region"].clone()
}

const KEYS: [(&str, Kind); 9] = [
    ("gemeente", TextOrNull),
    ("code", TextOrNull),
    ("veiligheidsregio", TextOrNull),
    ("politie_eenheid", TextOrNull),
    ("riec", TextOrNull),
    ("zorgcoordinator", TextOrNull),
    ("fallback", TextOrNull),
    ("division_date", Text),
    ("sources", List),
];

#[test]
fn a_gemeente_has_its_regions_and_their_date_and_source() {
    let amsterdam = region("Amsterdam");
    has_keys(&amsterdam, &KEYS);
    are_sources(&amsterdam["sources"]);
    assert!(!items(&amsterdam, "sources").is_empty());
    let parts = ["gemeente", "code", "veiligheidsregio", "politie_eenheid"].map(|key| text(&amsterdam, key));
    assert_eq!(parts, ["Amsterdam", "GM0363", "Amsterdam-Amstelland", "Amsterdam"]);
    assert!(text(&amsterdam, "riec").contains("Amsterdam"));
    assert_eq!(amsterdam["division_date"], "2023-01-01");
}

#[test]
fn a_gemeente_is_found_however_it_is_typed() {
    for (typed, name) in [
        ("Den Haag", "'s-Gravenhage"),
        ("den haag", "'s-Gravenhage"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("s Gravenhage", "'s-Gravenhage"),
        ("GM0518", "'s-Gravenhage"),
        ("gm0518", "'s-Gravenhage"),
        ("0518", "'s-Gravenhage"),
        ("518", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("SÚDWEST-FRYSLÂN", "Súdwest-Fryslân"),
        ("Tietjerksteradeel", "Tytsjerksteradiel"),
        ("  utrecht ", "Utrecht"),
        ("Hengelo", "Hengelo (O.)"),
        ("Hengelo (O.)", "Hengelo (O.)"),
        ("middelburg", "Middelburg (Z.)"),
        ("Bergen (NH)", "Bergen (NH.)"),
        ("bergen nh", "Bergen (NH.)"),
        ("Sud-West Fryslan", "Súdwest-Fryslân"),
        ("Gemeente Utrecht", "Utrecht"),
        ("gem. Sluis", "Sluis"),
        ("\u{2bc}s-Gravenhage", "'s-Gravenhage"),
        ("\u{2019}s-Hertogenbosch", "'s-Hertogenbosch"),
        ("The Hague", "'s-Gravenhage"),
        ("St. Michielsgestel", "Sint-Michielsgestel"),
        ("Alphen a/d Rijn", "Alphen aan den Rijn"),
        ("Hendrik Ido Ambacht", "Hendrik-Ido-Ambacht"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
        ("De Friese Meren", "De Fryske Marren"),
        ("Noordoost-Friesland", "Noardeast-Fryslân"),
    ] {
        assert_eq!(region(typed)["gemeente"], name, "--gemeente «{typed}»");
    }
}

#[test]
fn a_name_that_two_gemeenten_have_is_not_guessed() {
    let ran = run(&["lookup", "--gemeente", "Bergen"]);
    ran.refused_with(2, &["Bergen (NH.)", "Bergen (L.)"]);
}

#[test]
fn an_unknown_gemeente_names_the_nearest_and_the_way_out() {
    for (typed, nearest) in
        [("Amsterdm", "Amsterdam"), ("Rotterdan", "Rotterdam"), ("Den Hag", "'s-Gravenhage"), ("Groninge", "Groningen")]
    {
        run(&["lookup", "--gemeente", typed]).refused_with(2, &[typed, &format!("«{nearest}»"), "onbekend"]);
    }
    for typed in ["qqqq", "", "9999", "GM9999"] {
        run(&["lookup", "--gemeente", typed]).refused_with(2, &["onbekend"]);
    }
}

#[test]
fn onbekend_gives_the_national_fallback_and_says_so() {
    let found = region("onbekend");
    has_keys(&found, &KEYS);
    for key in ["gemeente", "code", "veiligheidsregio", "politie_eenheid", "riec", "zorgcoordinator"] {
        assert!(found[key].is_null(), "nothing is known of «{key}»: {found}");
    }
    let fallback = text(&found, "fallback");
    assert!(fallback.contains("CoMensha") && fallback.contains("0900 8844"), "{fallback}");
    let words = run(&["lookup", "--phase", "D", "--gemeente", "onbekend"]).fine().out;
    assert!(words.contains(fallback), "the words say it too:\n{words}");
    let english = json(&["lookup", "--phase", "D", "--gemeente", "onbekend", "--lang", "en"]);
    assert_ne!(text(&english["region"], "fallback"), fallback);
}

#[test]
fn a_coordinator_from_an_outdated_list_is_marked_and_never_has_a_number() {
    // P20 is an outdated list: names only.
    let hague = region("Den Haag");
    let named = text(&hague, "zorgcoordinator");
    assert!(named.contains("verouderd"), "{named}");
    assert!(text(&hague, "fallback").contains("CoMensha"), "and the fallback is said: {hague}");
    assert!(!named.contains(|sign: char| sign.is_ascii_digit()), "no number: {named}");
}

#[test]
fn a_coordinator_with_a_source_of_its_own_holds_from_its_day() {
    // P67: in Twente from 1 May 2021.
    let twente = |date| json(&["lookup", "--phase", "D", "--gemeente", "Enschede", "--date", date])["region"].clone();
    let before = twente("2021-04-30");
    assert!(!before["zorgcoordinator"].to_string().contains("Twente"), "{before}");
    assert!(text(&before, "fallback").contains("CoMensha"));
    let from = twente("2021-05-01");
    assert!(text(&from, "zorgcoordinator").contains("Twente"), "{from}");
    assert!(from["fallback"].is_null(), "{from}");
    assert!(items(&from, "sources").iter().any(|source| source["id"] == "p67"), "{from}");
}

#[test]
fn a_gemeente_takes_away_only_what_holds_elsewhere() {
    let ids = |gemeente: &str| -> Vec<String> {
        let answer = json(&["lookup", "leeftijd=volwassen", "--gemeente", gemeente]);
        let all: Vec<Value> =
            items(&answer, "phases").iter().flat_map(|phase| items(phase, "answers").to_vec()).collect();
        all.iter().map(|answer| text(answer, "id").to_owned()).collect()
    };
    let (unknown, hague, enschede) = (ids("onbekend"), ids("Den Haag"), ids("Enschede"));
    let gone = |here: &[String]| -> Vec<String> { unknown.iter().filter(|id| !here.contains(id)).cloned().collect() };
    // P67, P68: zorgcoördinatie in Twente and in Zeeland.
    let (twente, zeeland) =
        ("zorg-en-veiligheidshuis-zorgcoordinatie-twente", "zorg-en-veiligheidshuis-zorgcoordinatie-zeeland");
    assert_eq!(gone(&hague), [twente, zeeland]);
    assert_eq!(gone(&enschede), [zeeland]);
    assert!(hague.iter().chain(&enschede).all(|id| unknown.contains(id)), "a place never adds an answer");
}

#[test]
fn what_holds_elsewhere_says_where() {
    let explained = json(&["explain", "zorg-en-veiligheidshuis", "--gemeente", "Enschede"]);
    let zeeland = items(&explained, "excluded")
        .iter()
        .find(|excluded| text(excluded, "responsibility").ends_with("-zeeland"))
        .unwrap_or_else(|| panic!("{explained}"));
    assert_eq!(zeeland["by"], serde_json::json!([{ "facet": "gemeente", "needs": ["Zeeland"] }]));
    assert_eq!(zeeland["near_miss"], true);
}

#[test]
fn a_route_leads_only_where_one_is() {
    let routes = |gemeente| {
        json(&["route", "--from", "gemeente", "--to", "zorg-en-veiligheidshuis", "--gemeente", gemeente])["routes"]
            .clone()
    };
    assert!(!routes("Enschede").as_array().unwrap().is_empty());
    let says = |gemeente| routes(gemeente).to_string();
    assert!(says("Enschede").contains("twente") && !says("Enschede").contains("zeeland"));
    assert!(!says("Den Haag").contains("-twente") && !says("Den Haag").contains("-zeeland"));
}

/// Gemeenten that are gone, and the one that the table of gemeenten names in their place.
const FORMER: [(&str, &str, &str); 40] = [
    ("Brielle", "Voorne aan Zee", "2023-01-01"),
    ("hellevoetsluis", "Voorne aan Zee", "2023-01-01"),
    ("Westvoorne", "Voorne aan Zee", "2023-01-01"),
    ("Rockanje", "Voorne aan Zee", "1980-01-01"),
    ("Weesp", "Amsterdam", "2022-03-24"),
    ("Beemster", "Purmerend", "2022-01-01"),
    ("Heerhugowaard", "Dijk en Waard", "2022-01-01"),
    ("Langedijk", "Dijk en Waard", "2022-01-01"),
    ("Uden", "Maashorst", "2022-01-01"),
    ("Landerd", "Maashorst", "2022-01-01"),
    ("Cuijk", "Land van Cuijk", "2022-01-01"),
    ("Boxmeer", "Land van Cuijk", "2022-01-01"),
    ("Grave", "Land van Cuijk", "2022-01-01"),
    ("St. Anthonis", "Land van Cuijk", "2022-01-01"),
    ("Mill en Sint Hubert", "Land van Cuijk", "2022-01-01"),
    ("Appingedam", "Eemsdelta", "2021-01-01"),
    ("Delfzijl", "Eemsdelta", "2021-01-01"),
    ("Loppersum", "Eemsdelta", "2021-01-01"),
    ("Ten Boer", "Groningen", "2019-01-01"),
    ("Bedum", "Het Hogeland", "2019-01-01"),
    ("Zuidhorn", "Westerkwartier", "2019-01-01"),
    ("Leerdam", "Vijfheerenlanden", "2019-01-01"),
    ("Vianen", "Vijfheerenlanden", "2019-01-01"),
    ("Geldermalsen", "West Betuwe", "2019-01-01"),
    ("Oud-Beijerland", "Hoeksche Waard", "2019-01-01"),
    ("Werkendam", "Altena", "2019-01-01"),
    ("Onderbanken", "Beekdaelen", "2019-01-01"),
    ("Dongeradeel", "Noardeast-Fryslân", "2019-01-01"),
    ("Noordwijkerhout", "Noordwijk", "2019-01-01"),
    ("haarlemmerliede en spaarnwoude", "Haarlemmermeer", "2019-01-01"),
    ("het Bildt", "Waadhoeke", "2018-01-01"),
    ("Hoogezand-Sappemeer", "Midden-Groningen", "2018-01-01"),
    ("Veghel", "Meierijstad", "2017-01-01"),
    ("Bussum", "Gooise Meren", "2016-01-01"),
    ("Groesbeek", "Berg en Dal", "2016-01-01"),
    ("lemsterland", "De Fryske Marren", "2014-01-01"),
    ("Sneek", "Súdwest-Fryslân", "2011-01-01"),
    ("Maarssen", "Stichtse Vecht", "2011-01-01"),
    ("Winschoten", "Oldambt", "2010-01-01"),
    ("Doorn", "Utrechtse Heuvelrug", "2006-01-01"),
];

#[test]
fn a_gemeente_that_is_gone_leads_to_the_one_in_its_place_and_that_is_said() {
    for (typed, now, until) in FORMER {
        let found = region(typed);
        assert_eq!(found["gemeente"], now, "--gemeente «{typed}»");
        assert_eq!(found["former"]["until"], until, "{found}");
        let words = run(&["lookup", "--phase", "D", "--gemeente", typed]).fine().out;
        assert!(words.contains("geen gemeente meer") && words.contains(now), "«{typed}» in silence:\n{words}");
        assert!(words.contains("indeling van 1 januari 2023"), "{words}");
    }
    assert!(region("Amsterdam")["former"].is_null());
    for line in ["explain comensha", "route --from gemeente --to comensha", "compare leeftijd=12 --with leeftijd=15"] {
        let words: Vec<&str> = line.split(' ').chain(["--gemeente", "Brielle"]).collect();
        let said = run(&words).fine().out;
        assert!(said.contains("Brielle is sinds 1 januari 2023 geen gemeente meer"), "{line}:\n{said}");
    }
}

/// Gemeenten that were divided: a source names each gemeente that took a part.
const DIVIDED: [(&str, &[&str]); 24] = [
    ("Haaren", &["Oisterwijk", "Boxtel", "Tilburg", "Vught"]),
    ("Maasdonk", &["'s-Hertogenbosch", "Oss"]),
    ("Boarnsterhim", &["Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"]),
    ("Littenseradiel", &["Súdwest-Fryslân", "Leeuwarden", "Waadhoeke"]),
    ("Winsum", &["Het Hogeland", "Westerkwartier"]),
    ("Meerlo-Wanssum", &["Horst aan de Maas", "Venray"]),
    ("Ilpendam", &["Waterland", "Landsmeer"]),
    ("Driebruggen", &["Bodegraven-Reeuwijk", "Oudewater"]),
    ("Willeskop", &["Montfoort", "Oudewater"]),
    ("Nieuw-Ginneken", &["Breda", "Alphen-Chaam"]),
    ("Alphen en Riel", &["Alphen-Chaam", "Goirle"]),
    ("Barradeel", &["Waadhoeke", "Harlingen"]),
    ("Koedijk", &["Alkmaar", "Dijk en Waard"]),
    ("Zwollerkerspel", &["Zwolle", "Zwartewaterland", "Kampen", "Raalte"]),
    ("Hemelumer Oldeferd", &["Súdwest-Fryslân", "De Fryske Marren"]),
    ("Skarsterlân", &["De Fryske Marren", "Heerenveen"]),
    ("Bernisse", &["Nissewaard", "Voorne aan Zee"]),
    // What went into one that was divided later.
    ("Haskerland", &["De Fryske Marren", "Heerenveen"]),
    ("Utingeradeel", &["Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"]),
    ("Rauwerderhem", &["Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"]),
    ("Idaarderadeel", &["Leeuwarden", "Heerenveen", "Súdwest-Fryslân", "De Fryske Marren"]),
    ("Baarderadeel", &["Súdwest-Fryslân", "Leeuwarden", "Waadhoeke"]),
    ("Hennaarderadeel", &["Súdwest-Fryslân", "Leeuwarden", "Waadhoeke"]),
    ("Lange Ruige Weide", &["Bodegraven-Reeuwijk", "Oudewater"]),
];

#[test]
fn a_gemeente_that_was_divided_is_asked_and_not_guessed() {
    for (typed, parts) in DIVIDED {
        run(&["lookup", "--gemeente", typed]).refused_with(2, parts);
    }
    // What was a gemeente before that is in the part that took it.
    for (typed, now, region_of) in [
        ("Helvoirt", "Vught", "Brabant-Noord"),
        ("Esch", "Boxtel", "Brabant-Noord"),
        ("Geffen", "Oss", "Brabant-Noord"),
        ("Nuland", "'s-Hertogenbosch", "Brabant-Noord"),
        ("Ezinge", "Westerkwartier", "Groningen"),
        ("Meerlo", "Horst aan de Maas", "Limburg-Noord"),
        ("Hekendorp", "Oudewater", "Utrecht"),
        ("Papekop", "Oudewater", "Utrecht"),
        ("Oudenhoorn", "Voorne aan Zee", "Rotterdam-Rijnmond"),
    ] {
        let found = region(typed);
        assert_eq!((&found["gemeente"], &found["veiligheidsregio"]), (&now.into(), &region_of.into()), "{typed}");
    }
}

/// A hundred names: those of today, those of before with what came in their place, and those that no source here places
/// (other languages, dialects, villages). «?» is «unknown».
const HUNDRED: &str = "Oosterhout=Oosterhout;Beek=Beek (L.);Stein=Stein (L.);Rijswijk=Rijswijk (ZH.);Laren=Laren (NH.);\
    Hengelo (Gld)=Bronckhorst;Laren (Gld)=Lochem;Rijswijk (NB)=Altena;Valkenburg aan de Geul=Valkenburg aan de Geul;\
    Capelle aan den IJssel=Capelle aan den IJssel;Krimpen aan den IJssel=Krimpen aan den IJssel;Zwolle=Zwolle;\
    Bergen op Zoom=Bergen op Zoom;Horst aan de Maas=Horst aan de Maas;Kapelle=Kapelle;Loon op Zand=Loon op Zand;\
    Giethoorn=Steenwijkerland;Dokkum=Noardeast-Fryslân;Haren=Groningen;Middelharnis=Goeree-Overflakkee;\
    Vorden=Bronckhorst;Steenderen=Bronckhorst;Wehl=Doetinchem;Rijnwaarden=Zevenaar;Huissen=Lingewaard;\
    Bemmel=Lingewaard;Elst=Overbetuwe;Heteren=Overbetuwe;Kesteren=Neder-Betuwe;Lienden=Buren;Ravenstein=Oss;\
    Heesch=Bernheze;Schijndel=Meierijstad;Sint-Oedenrode=Meierijstad;Budel=Cranendonck;Reusel=Reusel-De Mierden;\
    Drunen=Heusden;Sprang-Capelle=Waalwijk;Moordrecht=Zuidplas;Bodegraven=Bodegraven-Reeuwijk;\
    Boskoop=Alphen aan den Rijn;Alkemade=Kaag en Braassem;Wormerveer=Zaanstad;Zaandam=Zaanstad;\
    Monnickendam=Waterland;Wieringen=Hollands Kroon;Andijk=Medemblik;Axel=Terneuzen;Oostburg=Sluis;\
    Zierikzee=Schouwen-Duiveland;Domburg=Veere;Sittard=Sittard-Geleen;Geleen=Sittard-Geleen;Swalmen=Roermond;\
    Tegelen=Venlo;Kessel=Peel en Maas;IJsselmuiden=Kampen;Bathmen=Deventer;Olst=Olst-Wijhe;\
    Zwartsluis=Zwartewaterland;Steenwijk=Steenwijkerland;Gramsbergen=Hardenberg;Rijssen=Rijssen-Holten;\
    Goor=Hof van Twente;Denekamp=Dinkelland;Zuidlaren=Tynaarlo;Rolde=Aa en Hunze;Borger=Borger-Odoorn;\
    Sleen=Coevorden;Ruinen=De Wolden;Beilen=Midden-Drenthe;Havelte=Westerveld;Bolsward=Súdwest-Fryslân;\
    Franeker=Waadhoeke;Sloten=De Fryske Marren;La Haye=?;Flushing=?;Bois-le-Duc=?;Nimwegen=?;Nimègue=?;\
    Maestricht=?;Mestreech=?;Groningue=?;Grunn=?;Ljouwert=?;Snits=?;Harns=?;Oosterbeek=?;Katwijk aan Zee=?;\
    Velp=?;Kaatsheuvel=?;Volendam=?;Julianadorp=?;Kirchroa=?;Emmeloord=?;Nijverdal=?;\
    Klazienaveen=?;Drachten=?;Joure=?;Makkum=?";

/// Another hundred, the same way: gemeenten that were divided are above, and names of two places below.
const HUNDRED_MORE: &str = "Wanssum=Venray;Waarder=Bodegraven-Reeuwijk;Noordwijk=Noordwijk;Buren=Buren;\
    Bergen (L)=Bergen (L.);Bergen NH=Bergen (NH.);Hengelo (O)=Hengelo (O.);Hengelo Gld=Bronckhorst;Beek (L)=Beek (L.);\
    Laren (NH)=Laren (NH.);Rijswijk (ZH)=Rijswijk (ZH.);Middelburg=Middelburg (Z.);Valkenburg (ZH)=Katwijk;\
    Rossum=Maasdriel;Loenen=Stichtse Vecht;Zuidwolde=De Wolden;Zevenhuizen=Zuidplas;Vianen=Vijfheerenlanden;\
    Rozenburg=Rotterdam;Broekhuizen=Horst aan de Maas;Den Ham=Twenterand;Elsloo=Stein (L.);\
    Tienhoven=Vijfheerenlanden;Sint Maarten=Schagen;Willemstad=Moerdijk;Oudorp=Alkmaar;\
    Kloosterburen=Het Hogeland;Nuth=Beekdaelen;Heerlen=Heerlen;Venlo=Venlo;Heerhugowaard=Dijk en Waard;Leiden=Leiden;\
    Den Helder=Den Helder;s-Hertogenbosch='s-Hertogenbosch;GM1507=Horst aan de Maas;1507=Horst aan de Maas;\
    Sauwerd=?;Riel=?;Alphen=?;Ulvenhout=?;Bavel=?;Galder=?;Akkrum=?;Grou=?;Mantgum=?;Wommels=?;Raerd=?;Terherne=?;\
    Swolgen=?;Tienray=?;Blitterswijck=?;Watergang=?;Purmerland=?;Den Ilp=?;Sibculo=?;Heële=?;Zittert=?;Gelaen=?;\
    Venlou=?;Remunj=?;Wieërt=?;Boalsert=?;Starum=?;Drylts=?;Hylpen=?;Warkum=?;Sleat=?;Balk=?;Lemmer=?;Wolvega=?;\
    Burgum=?;Nijmwegen=?;Nijmegn=?;Amsterdamn=?;Rotterdm=?;Eindhovn=?;Leyden=?;Hague=?;Helder=?;Bois le Duc=?;\
    Hertogenbosch=?;Capelle=?;Krimpen=?;Almere-Stad=?;Enschede Twente=?;9999=?;Limburg=?;Drenthe=?;Gelderland=?;\
    Holland=?;Noord-Holland=?;Twente=?;Friesland=?;Walcheren=?;Schouwen=?;Texel Oost=?;Markenbinnen=?;Zaanstreek=?;\
    Betuwe=?;Hoeksche=?";

#[test]
fn of_two_hundred_names_none_is_another_gemeente_in_silence() {
    let names: Vec<(&str, &str)> = [HUNDRED, HUNDRED_MORE]
        .iter()
        .flat_map(|names| names.split(';'))
        .map(|pair| pair.split_once('=').unwrap())
        .collect();
    assert_eq!(names.len(), 200);
    for (typed, now) in names {
        if now == "?" {
            run(&["lookup", "--gemeente", typed]).refused_with(2, &["onbekende gemeente", "landelijke terugval"]);
            continue;
        }
        let found = region(typed);
        assert_eq!(found["gemeente"], now, "--gemeente «{typed}»");
        let bare = |name: &str| name.replace(['.', '(', ')', ' ', '-', '\''], "").to_lowercase();
        let is_code = typed.ends_with("1507");
        let is_today = is_code || bare(now) == bare(typed) || now.starts_with(&format!("{typed} ("));
        assert_eq!(found["former"].is_null(), is_today, "«{typed}» in silence: {found}");
    }
}

#[test]
fn a_name_that_means_two_places_is_asked_or_says_so() {
    // A village of that name, a region, and what a longer name is cut to.
    for (typed, meant) in [
        ("Zeeland", &["Maashorst"][..]),
        ("Valkenburg", &["Katwijk", "Valkenburg aan de Geul"]),
        ("Serooskerke", &["Schouwen-Duiveland", "Veere"]),
        ("Bergen", &["Bergen (NH.)", "Bergen (L.)"]),
    ] {
        run(&["lookup", "--gemeente", typed]).refused_with(2, meant);
    }
    let hits = json(&["search", "zeeland"]);
    assert!(items(&hits, "hits").iter().all(|hit| hit["text"] != "Maashorst"), "{hits}");
    // A gemeente of today whose name another one had.
    for (typed, former, now) in [
        ("Hengelo", "Hengelo (Gld)", "Bronckhorst"),
        ("Laren", "Laren (Gld)", "Lochem"),
        ("Rijswijk", "Rijswijk (NB)", "Altena"),
        ("Bergen (NH.)", "", ""),
        ("Amsterdam", "", ""),
    ] {
        let found = region(typed);
        let names: Vec<&str> = items(&found, "namesakes").iter().map(|other| text(other, "name")).collect();
        let expected: Vec<&str> = if former.is_empty() { Vec::new() } else { vec![former] };
        assert_eq!(names, expected, "{typed}");
        let words = run(&["lookup", "--phase", "D", "--gemeente", typed]).fine().out;
        assert_eq!(words.contains("ook een gemeente"), !former.is_empty(), "{words}");
        assert!(words.contains(now), "{words}");
    }
    // Of one that is gone, that a village elsewhere may be called so too.
    let words = run(&["lookup", "--phase", "D", "--gemeente", "Rossum"]).fine().out;
    assert!(words.contains("een dorp elders kan ook zo heten"), "{words}");
}

/// Villages, districts, nicknames and places abroad: no source here says to which gemeente they belong.
const NO_GEMEENTE: [&str; 40] = [
    "Scheveningen",
    "Sluiskil",
    "Kijkduin",
    "IJmuiden",
    "Nieuw-Vennep",
    "Hoofddorp",
    "Volendammerplein",
    "Bijlmer",
    "Ter Apel",
    "Bergentheim",
    "Europoort",
    "Hoek van Holland",
    "Schiphol",
    "Urmond-Oost",
    "Mokum",
    "Damsko",
    "Lutjebroek",
    "Domburgh aan Zee",
    "Antwerpen",
    "Brussel",
    "Keulen",
    "Gent",
    "Luik",
    "Londen",
    "Parijs",
    "Boekarest",
    "Sofia",
    "Warschau",
    "Lagos",
    "Hanoi",
    "Paramaribo",
    "Willemstad Curaçao",
    "Bonaire",
    "Saba",
    "Aruba",
    "Provincie",
    "Randstad",
    "Veluwe",
    "Zeeuws-Vlaanderen",
    "Achterhoek",
];

#[test]
fn what_is_no_gemeente_is_never_another_one_in_silence() {
    for typed in NO_GEMEENTE {
        run(&["lookup", "--gemeente", typed]).refused_with(2, &["onbekende gemeente", "landelijke terugval"]);
        let hits = json(&["search", typed]);
        let places: Vec<&Value> = items(&hits, "hits").iter().filter(|hit| hit["kind"] == "gemeente").collect();
        assert_eq!(places, Vec::<&Value>::new(), "search {typed}");
    }
    let hits = json(&["search", "hellevoetsluis"]);
    assert_eq!(text(&items(&hits, "hits")[0], "text"), "Voorne aan Zee");
    assert!(items(&hits, "hits").iter().all(|hit| hit["text"] != "Sluis"), "{hits}");
}
