//! The words of the contract, which others rely on.

/// Facet, kind, values and groups.
pub(crate) const FACETS: [(&str, &str, &str, &str); 26] = [
    ("leeftijd", "one", "0-11 12 13-14 15 16-17 18-20 21-22 23 24-plus", "minderjarig volwassen 12-15 18-22"),
    (
        "verblijf",
        "one",
        "nederlander eu derdeland-verblijfsrecht derdeland-zonder-verblijfsrecht bedenktijd b8-vergunning \
         asielprocedure humanitair-niet-tijdelijk",
        "derdelander rechtmatig",
    ),
    ("dublin", "one", "ja nee", ""),
    ("uitbuiting", "many", "seksueel arbeid crimineel orgaanverwijdering overig", ""),
    ("zedendelict", "one", "ja nee", ""),
    ("bijzonderheden", "many", "loverboy sextortion studievisum getraumatiseerd", ""),
    ("aanwijzing", "one", "geringste-aanwijzing ernstige-benadeling geen niet-beoordeeld", ""),
    (
        "strafproces",
        "one",
        "geen-contact informatief-gesprek aangifte andere-medewerking kan-niet-meewerken wil-niet-meewerken \
         getuige-aangever geseponeerd vrijspraak veroordeling",
        "",
    ),
    ("zelf-verdachte", "one", "ja nee", ""),
    ("multiproblematiek", "many", "lvb ggz verslaving meerdere-leefgebieden", ""),
    ("veiligheid", "one", "acuut-gevaar dreiging-eigen-omgeving geen-bekende-dreiging", ""),
    ("seksueel-geweld-7-dagen", "one", "ja nee", ""),
    ("geslacht", "one", "vrouw man anders", ""),
    ("kinderen", "many", "mee in-herkomstland zwanger", ""),
    ("alleenstaand", "one", "ja nee", ""),
    ("jeugdhulp-voor-18", "one", "ja nee", ""),
    ("vindplaats", "one", "werkplek grens-of-luchthaven azc detentie elders-in-nederland buitenland", ""),
    ("inschrijving", "one", "hier elders nergens", ""),
    ("groep", "one", "enkeling kleine-groep grote-groep", ""),
    ("onderdak", "one", "veilige-plek geen-plek bij-dader-of-werkgever andere-onveilige-plek", ""),
    ("opvangplek", "one", "vrij vol", ""),
    ("moment", "one", "kantooruren avond-nacht-weekend", ""),
    ("gemeld-comensha", "one", "ja nee geen-toestemming", ""),
    ("terugkeerwens", "one", "ja nee", ""),
    ("schade", "one", "ook-in-nederland alleen-in-buitenland geen", ""),
    (
        "vraagsteller",
        "one",
        "gemeente jeugdzorg zorgaanbieder opvanginstelling school ngo politie kmar arbeidsinspectie om coa \
         ind nidos dtv dji douane luchtvaart advocaat burger slachtoffer anders",
        "",
    ),
];

/// Parties.
pub(crate) const PARTIES: &str = "politie politie-avim politie-zeden kmar arbeidsinspectie om zsm rechtspraak dji emm fiod douane \
    luchtvaart hoger-onderwijs school ind coa dtv iom comensha cosm omm reguliere-opvang opvanginstelling \
    crisisopvang-arbeidsuitbuiting opvang-ernstige-benadeling beschermde-opvang nidos raad-kinderbescherming \
    gecertificeerde-instelling jeugdzorg gesloten-jeugdzorg gemeente centrumgemeente aandachtsfunctionaris \
    zorgcoordinator zorg-en-veiligheidshuis regionale-projectleider riec ccv vng ckm fier fairwork veilig-thuis csg \
    zorgaanbieder slachtofferhulp advocaat schadefonds cjib vluchtelingenwerk uitstapprogramma \
    meldpunt-uitbuiting-minderjarigen meld-misdaad-anoniem expertgroep-criminele-uitbuiting leger-des-heils ngo burger";

/// Parties with a role over the whole chain.
pub(crate) const WHOLE_CHAIN: &str =
    "nationaal-rapporteur ministerie-jenv ministerie-vws ministerie-szw taskforce-mensenhandel";
