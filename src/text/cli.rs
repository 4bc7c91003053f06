//! What the command line says.

use super::texts;
use crate::model::Lang;

/// The program in one line.
pub const ABOUT: &str = "NVM-wegwijzer: wie is verantwoordelijk voor dit mogelijke slachtoffer van mensenhandel, vandaag?\n\
    Zonder opdracht opent het venster. Geen uitgave van de overheid en niet wegwijzermensenhandel.nl.";
/// Help of `--guide`.
pub const GUIDE: &str = "Een andere gids dan die in het programma zit";
/// Help of `git`.
pub const GIT: &str = "Laat git gidsen samenvoegen en als zinnen tonen, in deze repository";
/// Help of the folder of `git`.
pub const GIT_FOLDER: &str = "Een map van de repository; standaard de map waarin u staat";
/// Help of `git --check`.
pub const GIT_CHECK: &str = "Wijzigt niets: zegt wat ontbreekt, of met --remove wat weg zou gaan";
/// Help of `git --remove`.
pub const GIT_REMOVE: &str = "Haalt weg wat «git» heeft gezet";
/// Help of `--supplement`.
pub const SUPPLEMENT: &str = "Een eigen aanvulling, die over de gids komt te liggen";
/// Help of `--date`.
pub const DATE: &str = "De dag waarvoor u vraagt, als JJJJ-MM-DD; standaard vandaag";
/// Help of `--format`.
pub const FORMAT: &str = "In welke vorm";
/// Help of `--lang`.
pub const LANG: &str = "In welke taal";
/// Help of `lookup`.
pub const LOOKUP: &str = "Wie is verantwoordelijk voor deze persoon";
/// Help of the facets.
pub const FACETS: &str = "Wat u weet, als FACET=WAARDE[,WAARDE]; «schema» noemt ze allemaal";
/// Help of `--phase`.
pub const PHASE: &str = "Alleen deze fase: identificatie, zorg, bestrijding of zelfstandigheid";
/// Help of `--all`.
pub const ALL: &str = "Alles, ook wat nog ergens van afhangt, met redenen en bronnen";
/// Help of `--now`.
pub const NOW: &str = "Op dit uur, volgens de klok van deze computer; feestdagen kent die niet";
/// Help of `--gemeente`.
pub const GEMEENTE: &str = "Naam of CBS-code van de gemeente, of «onbekend»";
/// Help of `--profile`.
pub const PROFILE: &str =
    "«-» leest de kenmerken, en «gemeente = NAAM», van standaardinvoer, zodat ze niet in de geschiedenis staan";
/// Help of `--profile` of `search`.
pub const WORDS_TYPED: &str = "«-» leest de woorden van standaardinvoer, zodat ze niet in de geschiedenis staan";
/// Help of `explain`.
pub const EXPLAIN: &str = "Waarom een partij wel of niet in het antwoord staat";
/// Help of a party argument.
pub const PARTY: &str = "Id van een partij, zoals comensha";
/// Help of `compare`.
pub const COMPARE: &str = "Wat er verandert tussen twee situaties";
/// Help of `--with`.
pub const WITH: &str = "De kenmerken van de tweede situatie";
/// Help of `--with-date`.
pub const WITH_DATE: &str = "De dag van de tweede situatie";
/// Help of `route`.
pub const ROUTE: &str = "Langs welke overdrachten men van de ene partij bij de andere komt";
/// Help of `search`.
pub const SEARCH: &str = "Zoekt partijen, taken, termijnen en woorden; ook met tikfouten";
/// Help of the search words.
pub const WORDS: &str = "De woorden";
/// Help of `check`.
pub const CHECK: &str = "Zoekt problemen in een gids";
/// Help of `check --fix`.
pub const CHECK_FIX: &str = "Herstelt wat maar op één manier te herstellen is";
/// Help of `check --out`.
pub const CHECK_OUT: &str = "Waar de herstelde gids komt; dat mag het bestand zelf zijn";
/// Help of a guide file argument.
pub const FILE: &str = "Het gidsbestand";
/// Help of `fmt`.
pub const FMT: &str = "Schrijft een gids in de vaste vorm";
/// Help of `fmt --check`.
pub const FMT_CHECK: &str = "Alleen kijken of het bestand die vorm al heeft";
/// Help of `diff`.
pub const DIFF: &str = "Wat er tussen twee gidsen is gewijzigd, per partij, taak of bron";
/// Help of the guide before.
pub const OLD: &str = "De gids van eerst";
/// Help of the guide after.
pub const NEW: &str = "De gids van nu";
/// Help of `diff --impact`.
pub const IMPACT: &str = "Ook wat dit doet: welke antwoorden veranderen, voor wie en vanaf wanneer, en welke casussen";
/// Help of `merge`.
pub const MERGE: &str =
    "Voegt twee versies van een gids samen; ook voor git. Code 0: klaar, 1: er is iets te kiezen, 2: niet gelukt";
/// Help of the base of a merge.
pub const BASE: &str = "De gids waar beide van komen; een leeg bestand als die er niet is";
/// Help of our side of a merge.
pub const OURS: &str = "De versie die blijft staan waar de twee botsen";
/// Help of the other side of a merge.
pub const THEIRS: &str = "De andere versie; wat botst, wordt erbij bewaard";
/// Help of `merge --out`.
pub const MERGE_OUT: &str = "Waar het resultaat komt; dat mag een van de drie bestanden zijn";
/// Help of `merge --path`.
pub const MERGE_PATH: &str = "Hoe het bestand heet, voor in de melding";
/// Help of `merge --ours`.
pub const OURS_LABEL: &str = "Hoe de eerste versie heet, zoals een tak in git";
/// Help of `merge --theirs`.
pub const THEIRS_LABEL: &str = "Hoe de andere versie heet, zoals een tak in git";
/// Help of `words`.
pub const WORDS_OF: &str = "Een gids als zinnen, met één feit per regel";
/// Help of `schema`.
pub const SCHEMA: &str = "Alle facetten, waarden, fasen, aspecten, partijen en rollen, als JSON";
/// Help of `quiz`.
pub const QUIZ: &str = "Vragen uit de gids, met de goede antwoorden erbij";

/// Help of `--seed`.
pub const SEED: &str = "Hetzelfde getal geeft dezelfde vragen; 1 als u niets kiest";

/// Help of `--count`.
pub const COUNT: &str = "Hoeveel vragen; 10 als u niets kiest";

/// Help of `--json`.
pub const AS_JSON: &str = "Als JSON, net als --format json";

/// Help of `scenarios`.
pub const SCENARIOS: &str = "Draait alle casussen van de gids";
/// Help of `verify`.
pub const VERIFY: &str = "Noteert dat iemand taken bij de partij naging, of schrijft de brief die daarom vraagt";
/// Help of what `verify` notes.
pub const VERIFY_OBJECTS: &str = "Een taak, of een partij: dan al haar taken van die dag";
/// Help of `--by`.
pub const VERIFY_BY: &str = "Wie het naging: een functie, geen naam";
/// Help of `--on`.
pub const VERIFY_ON: &str = "Op welke dag; vandaag als u niets kiest";
/// Help of `--letter`.
pub const VERIFY_LETTER: &str = "Alleen de tekst die een partij vraagt of het nog klopt";
/// Help of `import`.
pub const IMPORT: &str = "Neemt een tabel over in de gids, zoals export csv of xlsx die maakt";
/// Help of what `import` reads.
pub const IMPORT_TABLE: &str = "De tabel: CSV of een rekenblad";
/// Help of `import --out`.
pub const IMPORT_OUT: &str = "Het bestand voor de gids; de gids zelf als u niets kiest";
/// Help of `import --dry-run`.
pub const IMPORT_DRY_RUN: &str = "Zegt alleen wat er zou veranderen";
/// Help of `check --released`.
pub const CHECK_RELEASED: &str = "Zegt alleen of de gids is gewijzigd na de uitgave";
/// Help of `release`.
pub const RELEASE: &str = "Geeft een editie uit: met een zegel, en met wat er nieuw is";
/// Help of `release --edition`.
pub const RELEASE_EDITION: &str = "Hoe de editie heet, zoals 2026-12";
/// Help of `release --out`.
pub const RELEASE_OUT: &str = "Het bestand voor de editie";
/// Help of `release --since`.
pub const RELEASE_SINCE: &str = "De vorige editie: daaruit volgt wat er nieuw is";
/// Help of `release --note`.
pub const RELEASE_NOTE: &str = "Wat er nieuw is in eigen woorden: een tekstbestand, per regel een punt";
/// Help of `report`.
pub const REPORT: &str = "Wat er ontbreekt, overlapt, oud is of waarop het rust";
/// Help of what `report` tells.
pub const REPORT_WHAT: &str = "Welk verslag";
/// `report coverage`.
pub const COVERAGE: &str = "wie waarvoor het eerst verantwoordelijk is, wie niemand bereikt en waar de keten doodloopt";
/// `report gaps`.
pub const GAPS: &str = "voor wie niemand doet wat nodig is, uitgerekend over alle personen";
/// `report overlaps`.
pub const OVERLAPS: &str = "voor wie partijen moeten afspreken wie wat doet, uitgerekend over alle personen";
/// `report freshness`.
pub const FRESHNESS: &str = "per taak wanneer iemand haar bij de partij naging";
/// Help of `--all` of a report.
pub const AT_ALL_TIMES: &str = "Ook gaten en overlappingen van andere dagen";
/// `report sources`.
pub const SOURCES: &str = "per bron wat erop rust";
/// `--format text`.
pub const TEXT: &str = "om te lezen";
/// `--format json`.
pub const JSON: &str = "om mee te rekenen";
/// `--lang nl`.
pub const DUTCH: &str = "Nederlands";
/// `--lang en`.
pub const ENGLISH: &str = "Engels";
/// Help of `--help`.
pub const HELP: &str = "Toont deze uitleg";
/// Help of `--version`.
pub const VERSION: &str = "Toont de versie";
/// How a command is typed, from the parser's own line about it.
pub fn usage(usage: &str) -> String {
    usage.replace("Usage: ", "").replace("[OPTIONS]", "[OPTIES]").replace("[COMMAND]", "[OPDRACHT]")
}

/// The parts of the help, in clap's names for them; not all commands have subcommands and positionals.
pub fn help_template((has_commands, has_positionals): (bool, bool)) -> String {
    let commands = if has_commands { "Opdrachten:\n{subcommands}\n\n" } else { "" };
    let positionals = if has_positionals { "Gegevens:\n{positionals}\n\n" } else { "" };
    format!("{{about-with-newline}}\nGebruik: {{usage}}\n\n{commands}{positionals}Opties:\n{{options}}")
}

/// A value that can be chosen.
pub fn choice(value: &str, help: Option<&str>, is_default: bool) -> String {
    let help = help.map(|help| format!(": {help}")).unwrap_or_default();
    let default = if is_default { " (standaard)" } else { "" };
    format!("- {value}{help}{default}")
}

texts! {
    formatted_already: "staat al in de vaste vorm", "is in canonical form already";
    formatted: "in de vaste vorm gezet", "put in canonical form";
    not_formatted: "staat niet in de vaste vorm; draai fmt zonder --check", "is not in canonical form; run fmt without --check";
    mended: "hersteld", "mended";
    nothing_to_mend: "er was niets te herstellen", "there was nothing to mend";
    no_problems: "geen problemen gevonden", "no problems found";
    nothing_found: "niets gevonden", "nothing found";
    changes: "verandert", "changes";
    no_terms: "geen termijn", "no term";
    no_alerts: "geen tijdelijke melding", "no temporary notice";
    known_start: "gold toen volgens een bron", "held at the time by a source";
    no_difference: "geen verschil", "no difference";
    not_in_answer: "staat niet in het antwoord", "is not in the answer";
    would_need: "wel bij", "would at";
    near_miss: "bijna", "near miss";
    no_route: "geen route gevonden in de bronnen", "no route found in the sources";
    passed: "geslaagd", "passed";
    failed: "mislukt", "failed";
    region: "regio", "region";
    as_known: "wat u weet", "what you know";
    nothing_known: "niets gegeven", "nothing given";
    who_is_primary: "Wie is het eerst verantwoordelijk, per antwoord", "Who is primarily responsible, by answer";
    nobody_primary: "geen partij in de gids", "no party in the guide";
    unreached: "Geen overdracht leidt naar", "No hand-over leads to";
    dead_ends: "Krijgt overdrachten, maar draagt zelf niet over en voert niets uit",
        "Gets hand-overs, but hands over to nobody and carries out nothing";
    without: "Zonder", "Without";
    nothing_leads_to: "leidt geen overdracht naar", "no hand-over leads to";
    circle: "Tussen deze partijen kan een persoon rondgaan", "Among these parties a person can go round";
    nobody_of_these: "geen enkele partij", "no party";
    never_answers: "Deze partij heeft een rol over de hele keten heen of wordt alleen genoemd; zij is nooit het antwoord",
        "This party has a role over the whole chain or is only mentioned; it is never the answer";
}

/// A guide was put in canonical form, which has no comments: so many are gone.
pub fn formatted_without(comments: usize, lang: Lang) -> String {
    let done = formatted(lang);
    match (lang, comments) {
        (_, 0) => done.to_owned(),
        (Lang::Nl, 1) => format!("{done}; 1 opmerking (//) is eruit, want die vorm heeft er geen"),
        (Lang::Nl, _) => format!("{done}; {comments} opmerkingen (//) zijn eruit, want die vorm heeft er geen"),
        (Lang::En, 1) => format!("{done}; 1 comment is gone, for that form has none"),
        (Lang::En, _) => format!("{done}; {comments} comments are gone, for that form has none"),
    }
}

/// The guide has errors and is not used.
pub fn guide_has_errors(count: usize, first: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl if count == 1 => format!("de gids heeft een fout en wordt niet gebruikt: {first}"),
        Lang::Nl => format!("de gids heeft {count} fouten en wordt niet gebruikt; de eerste: {first}"),
        Lang::En if count == 1 => format!("the guide has an error and is not used: {first}"),
        Lang::En => format!("the guide has {count} errors and is not used; the first: {first}"),
    }
}

/// Two records of one kind have one id.
pub fn double_id(key: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("«{key}» staat twee keer in een van de gidsen: geef een van de twee een ander id"),
        Lang::En => format!("«{key}» stands twice in one of the guides: give one of the two another id"),
    }
}

/// JSON that could not be made.
pub fn not_json(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("dit is niet als JSON te schrijven: {why}"),
        Lang::En => format!("this cannot be written as JSON: {why}"),
    }
}

/// What a value is called in English, by its Dutch name in the help; `None` when it has the same name.
pub fn value_in_english(dutch: &str) -> Option<&'static str> {
    Some(match dutch {
        "BESTAND" => "FILE",
        "DATUM" => "DATE",
        "FACET=WAARDE" => "FACET=VALUE",
        "BASIS" => "BASE",
        "FASE" => "PHASE",
        "HUNNE" => "THEIRS",
        "NAAM" => "NAME",
        "NIEUW" => "NEW",
        "ONZE" => "OURS",
        "OUD" => "OLD",
        "OPDRACHT" => "COMMAND",
        "PAD" => "PATH",
        "PAPIER" => "PAPER",
        "PARTIJ" => "PARTY",
        "TAAL" => "LANGUAGE",
        "VORM" => "FORMAT",
        "WAT" => "WHAT",
        "WOORDEN" => "WORDS",
        _ => return None,
    })
}

/// In which aspect, and at which step of a scenario.
pub fn at_step(step: Option<&str>, aspect: &str, lang: Lang) -> String {
    match (step, lang) {
        (None, _) => aspect.to_owned(),
        (Some(step), Lang::Nl) => format!("stap {step}, {aspect}"),
        (Some(step), Lang::En) => format!("step {step}, {aspect}"),
    }
}

/// An expectation of a scenario that did not come out.
pub fn expected(aspect: &str, party: &str, wanted: &str, found: &str, lang: Lang) -> String {
    let place = [aspect, party].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Nl => format!("{place}: verwacht «{wanted}», gevonden «{found}»"),
        Lang::En => format!("{place}: expected «{wanted}», found «{found}»"),
    }
}

/// What a short answer leaves out.
pub fn not_shown(answers: usize, gaps: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en nog {answers} antwoorden en {gaps} gaten: --all"),
        Lang::En => format!("and {answers} more answers and {gaps} gaps: --all"),
    }
}
