//! What the window says about keeping the guide.

use super::{count, fields, texts, words};
use crate::model::{AgreementState, Lang, RecordKind, walk::Choice};

texts! {
    title: "Beheer", "Keep";
    purpose: "Beheer: de gids wijzigen, met gevolgen, problemen en geschiedenis", "Keep: change the guide, with effects, problems and history";
    records: "Onderdelen", "Records";
    form: "Formulier", "Form";
    kind: "Soort", "Kind";
    filter: "Zoek op naam of id", "Search by name or id";
    only_problems: "Alleen met problemen", "Only with problems";
    narrow: "Filter", "Filter";
    all_kinds: "Alle soorten", "All kinds";
    any: "alle", "all";
    part: "Fase of aspect", "Phase or aspect";
    freshness: "Nagegaan", "Checked";
    freshness_help: "Wanneer iemand de taak bij de partij naging. Een partij staat erbij als een van haar taken erbij staat", "When somebody checked the task with the party. A party is listed when one of its tasks is";
    clear: "Wis dit filter", "Clear this filter";
    check_with_party: "Nagaan bij de partij…", "Check with the party…";
    check_with_party_help: "De brief vraagt de partij, nummer voor nummer, of nog klopt wat de gids zegt. Noteer daarna wat is nagegaan: alleen de dag verandert. Wat anders is, wijzigt u in de taak zelf", "The letter asks the party, number by number, whether what the guide says is still correct. Then note what was checked: only the day changes. What is different you change in the task itself";
    copy_letter: "Brief kopiëren", "Copy the letter";
    what_was_checked: "Wat is nagegaan", "What was checked";
    checked_on: "Nagegaan op", "Checked on";
    no_tasks: "Deze partij heeft op die dag geen taken in de gids", "This party has no tasks in the guide on that day";
    never_checked: "nog nooit", "never yet";
    overdue: "12 maanden geleden of langer", "12 months ago or longer";
    due_soon: "10 tot 12 maanden geleden", "10 to 12 months ago";
    fresh: "minder dan 10 maanden geleden", "less than 10 months ago";
    several: "Samen wijzigen", "Change together";
    several_help: "Kies er meer met Ctrl of Shift en een klik of pijl; Ctrl+A kiest alles in de lijst.", "Choose more with Ctrl or Shift and a click or an arrow; Ctrl+A chooses all in the list.";
    choose_none: "Kies niets", "Choose none";
    set_field: "Vul een veld in…", "Fill in a field…";
    set_field_now: "Vul in", "Fill in";
    which_field: "Welk veld", "Which field";
    one_kind: "Een veld invullen kan als ze van één soort zijn", "A field can be filled in when they are of one kind";
    draft_help: "Hier staat wat het eerste nu heeft. Wijzig het, en zie hieronder wat er bij de andere verandert.", "This is what the first has now. Change it, and see below what changes in the others.";
    replace_within: "Alleen in wat u koos, in één stap. Id's veranderen niet.", "Only in what you chose, in one step. Ids do not change.";
    what_changes: "Wat er verandert", "What changes";
    nothing_changes: "Er verandert niets", "Nothing changes";
    what_does_not_fit: "Waar het niet past", "Where it does not fit";
    with_dependents: "Ook wat ervan afhangt", "Also what depends on it";
    choose_known: "Kies wat bekend is", "Choose what is known";
    no_order: "Van dit onderdeel zegt de volgorde niets", "The order of this record says nothing";
    key_all: "alles in de lijst kiezen", "choose all in the list";
    key_move: "het onderdeel naar voren of naar achteren", "move the record up or down";
    nothing_listed: "Niets gevonden", "Nothing found";
    in_all_kinds: "Zoek in alle soorten", "Search all kinds";
    nothing_open: "Kies links wat u wilt wijzigen", "Choose at the left what you want to change";
    new: "Nieuw…", "New…";
    new_record: "Nieuw onderdeel", "New record";
    name: "Naam", "Name";
    id: "Id", "Id";
    id_help: "Kleine letters, cijfers en streepjes. Anderen kunnen hierop rekenen", "Small letters, digits and dashes. Others may rely on it";
    make: "Maak", "Make";
    cancel: "Annuleren", "Cancel";
    duplicate: "Maak een kopie", "Make a copy";
    delete: "Haal weg…", "Take out…";
    delete_really: "Haal weg", "Take out";
    delete_all: "Haal weg met wat ervan afhangt", "Take out with what depends on it";
    delete_free: "Niets verwijst hiernaar.", "Nothing refers to it.";
    delete_used: "Hiernaar verwijzen nog onderdelen. Haalt u alleen dit weg, dan hebben die een probleem tot u ze wijzigt.", "Records still refer to it. If you take out only this, they have a problem until you change them.";
    archive: "Beëindig…", "End…";
    archive_help: "Het onderdeel blijft staan om terug te lezen, en geldt na deze dag niet meer.", "The record stays to be read, and holds no more after this day.";
    last_day: "Laatste dag", "Last day";
    take_over: "Taak overdragen…", "Hand task over…";
    take_over_help: "De taak eindigt hier de dag ervoor en begint bij de andere partij. Overdrachten gaan mee waar dat zeker is.", "The task ends here the day before and begins at the other party. Hand-overs go along where that is certain.";
    new_name: "Nieuwe naam…", "New name…";
    new_name_help: "De naam van nu blijft gelden tot die dag, ook voor wie terugkijkt. Vanaf die dag geldt de nieuwe.", "The name of now keeps holding until that day, also for who looks back. From that day the new one holds.";
    name_in_full: "Nieuwe naam, voluit", "New name, in full";
    short_name: "Korte naam, als die er is", "Short name, if there is one";
    since_when: "Vanaf wanneer (dag, maand of jaar)", "Since when (day, month or year)";
    give_name: "Geef deze naam", "Give this name";
    what_is_left: "Wat niet meegaat", "What does not go along";
    to_look: "Nog na te kijken", "Still to look at";
    to_look_help: "Dit kon het programma niet voor u beslissen. Open wat u wilt wijzigen, of zet het op gezien.", "The program could not decide this for you. Open what you want to change, or mark it as seen.";
    looked_at: "Gezien", "Seen";
    all_looked_at: "Alles gezien", "All seen";
    left_names_it: "noemt nog wat er eerst was", "still names what was there before";
    left_may_concern: "kan over deze taak gaan, of over iets anders van dezelfde partij", "may be about this task, or about something else of the same party";
    left_other_source: "rust op de bron van eerst; zegt de nieuwe bron dit ook?", "rests on the source of before; does the new source say so too?";
    left_sharing_ground: "op welke grond de nieuwe partij gegevens mag delen, is niet bekend", "on which ground the new party may share data is not known";
    left_own_number: "het nummer was van de oude partij en ging niet mee", "the number was the old party's and did not go along";
    left_expected: "deze casus verwacht nog het oude antwoord", "this case still expects the old answer";
    left_begins_later: "begint na die dag en ging niet mee", "begins after that day and did not go along";
    left_emptied: "de lijst is nu leeg", "the list is empty now";
    left_to_itself: "gaat van een partij naar zichzelf", "leads from a party to itself";
    left_no_number: "er is op die dag geen telefoonnummer van deze partij", "there is no phone number of this party on that day";
    left_no_contact: "er staat op die dag geen manier om deze partij te bereiken", "there is no way to reach this party on that day";
    every_hit: "Alles aan", "All on";
    no_hit: "Alles uit", "All off";
    to_party: "Naar welke partij", "To which party";
    first_day: "Vanaf welke dag", "From which day";
    source: "Welke bron zegt dit", "Which source says so";
    source_place: "Plaats in de bron", "Place in the source";
    hand_over: "Draag over", "Hand over";
    end_it: "Beëindig", "End";
    fix: "Los op", "Mend";
    switch_off: "Zet uit…", "Switch off…";
    switch_off_now: "Zet uit", "Switch off";
    switch_off_help: "De regel geldt dan tot en met deze dag niet voor dit onderdeel. De reden staat in de gids.", "The rule then does not hold for this record, up to and including this day. The reason stands in the guide.";
    reason: "Reden", "Reason";
    replace: "Zoek en vervang…", "Find and replace…";
    replace_now: "Vervang", "Replace";
    erase_now: "Haal dit weg", "Take this out";
    replace_help: "In alle teksten van de gids, in één stap. Id's veranderen niet. Wat voorbij is, staat uit.", "In all texts of the guide, in one step. Ids do not change. What is past is off.";
    find: "Zoek naar", "Look for";
    with: "Vervang door", "Replace with";
    case_exact: "Let op hoofdletters", "Mind capitals";
    whole_word: "Alleen hele woorden", "Whole words only";
    in_quotes: "Ook in citaten van bronnen", "Also in quotes of sources";
    edit_condition: "Wijzig voor wie", "Change for whom";
    rename: "Ander id…", "Other id…";
    undo: "Ongedaan maken", "Undo";
    redo: "Opnieuw doen", "Redo";
    history: "Geschiedenis", "History";
    function: "Uw functie", "Your function";
    function_help: "Staat met uw organisatie bij elke wijziging, en waar collega's zien wie de gids open heeft. Geen naam van een persoon.", "Stands with your organisation at each change, and where colleagues see who has the guide open. No name of a person.";
    history_empty: "Er is nog niets gewijzigd.", "Nothing was changed yet.";
    as_opened: "Zoals geopend", "As opened";
    go_here: "Ga hierheen", "Go here";
    take_back: "Alleen dit terugdraaien", "Take back only this";
    taken_back: "teruggedraaid", "taken back";
    earlier_steps: "Eerder gedaan en bewaard", "Done and saved before";
    undone: "ongedaan gemaakt", "undone";
    stands_last: "nu", "now";
    save: "Bewaren", "Save";
    save_as: "Bewaren als…", "Save as…";
    save_as_help: "In een ander bestand; daarin werkt u dan verder", "In another file, in which you then go on";
    saved_all: "alles is bewaard", "all is saved";
    unsaved_copy: "kopie, niet bewaard", "copy, not saved";
    saving_stopped: "Het bewaren is onverwacht gestopt. Probeer het opnieuw", "Saving stopped unexpectedly. Try again";
    check_stopped: "Het controleren van de gids is onverwacht gestopt", "Checking the guide stopped unexpectedly";
    no_guide_file: "Deze gids kwam niet uit een bestand dat u mag wijzigen. Kies «Bewaren als»", "This guide came from no file that you may change. Choose “Save as”";
    unsaved_guide: "De gids heeft wijzigingen die niet zijn bewaard. Bewaar ze eerst, of maak ze ongedaan", "The guide has changes that are not saved. Save them first, or undo them";
    lost_work: "Er is werk aan deze gids dat niet was bewaard toen het programma stopte. Kies in Beheer wat ermee moet", "There is work on this guide that was not saved when the program stopped. Choose in Keep what to do with it";
    lost_title: "Niet bewaard werk gevonden", "Work found that was not saved";
    lost_changed: "Het bestand is daarna nog gewijzigd. U bekijkt dit werk eerst, en kiest wat ervan in de gids komt.", "The file changed afterwards. You look at this work first, and choose what of it comes into the guide.";
    recover: "Zet terug", "Bring back";
    throw_away: "Gooi weg", "Throw away";
    throw_away_help: "Wat u weggooit, blijft 30 dagen bewaard.", "What you throw away is kept for 30 days.";
    forgotten_by_edit: "Door uw wijziging kan een deel van wat bekend was niet meer worden gevraagd. Dat is gewist", "By your change some of what was known cannot be asked any more. That was wiped";
    answers_wait: "De antwoorden volgen uw wijzigingen zodra er geen fouten meer zijn", "The answers follow your changes once there are no errors";
    checking: "wordt nagekeken", "being checked";
    impact: "Wat uw wijzigingen doen", "What your changes do";
    everybody: "Voor iedereen", "For everybody";
    situation: "Situatie", "Situation";
    and: "en", "and";
    or: "of in deze situatie", "or in this situation";
    add_question: "Voeg een kenmerk toe", "Add a characteristic";
    add_situation: "Of deze situatie", "Or this situation";
    as_text: "Als tekst", "As text";
    take_over_condition: "Neem over", "Take over";
    choose_values: "Kies waarden", "Choose values";
    condition_text: "Voorwaarde als tekst", "Condition as text";
    problems: "Problemen", "Problems";
    no_problems: "Geen problemen", "No problems";
    referred_by: "Wordt genoemd in", "Named in";
    nobody_refers: "Nergens genoemd", "Named nowhere";
    for_everybody: "iedereen", "everybody";
    choose: "Kies…", "Choose…";
    left_out: "niet ingevuld", "not filled in";
    add: "Voeg toe", "Add";
    leave_out: "Weglaten", "Leave out";
    earlier: "Naar voren", "Earlier";
    later: "Naar achteren", "Later";
    remove: "Haal weg", "Take out";
    assumption: "aanname", "assumption";
    with_sources: "met bronnen", "with sources";
    agreed: "gemaakt op", "made on";
    day: "dag", "day";
    not_a_date: "Schrijf 2019, 2019-10, 2019-10-01, okt 2019 of 1-10-2019", "Write 2019, 2019-10, 2019-10-01 or 1-10-2019";
    not_a_time: "Schrijf een tijd als 09:00", "Write a time such as 09:00";
    not_a_number: "Schrijf een getal", "Write a number";
    not_a_letter: "Schrijf één letter", "Write one letter";
    not_left_out: "Dit kan niet leeg zijn", "This cannot be empty";
    no_step: "niets gewijzigd", "nothing changed";
    search: "Zoek", "Search";
    no_id: "Dit is geen id", "This is no id";
    taken: "Dit id bestaat al", "This id exists already";
    not_there: "Dit onderdeel is er niet meer", "This record is not there any more";
    in_use: "In deze fase staan nog aspecten", "Aspects still stand in this phase";
    fixed: "Dit kan niet worden weggehaald", "This cannot be taken out";
    nothing_to_find: "Er is niets om te zoeken", "There is nothing to look for";
    in_condition: "Een voorwaarde vraagt hier nog naar. Wijzig die eerst", "A condition still asks for it. Change that first";
    no_validity: "Dit onderdeel heeft geen begin en einde", "This record has no begin and end";
    not_then: "Op die dag geldt het niet, of het begint dan pas", "It does not hold on that day, or only begins then";
    never_answers: "Deze partij geeft nooit antwoord en kan geen taak hebben", "This party never answers and can have no task";
    has_note: "De gids heeft hier al een opmerking. Zet de uwe bij een taak van deze partij", "The guide has a note here already. Put yours with a task of this party";
    same: "Zo is het al", "It is so already";
    unfit: "Dit past hier niet", "This does not fit here";
    file_path: "Plaats van het bestand", "Place of the file";
    key_save: "de gids bewaren", "save the guide";
    key_new: "een nieuw onderdeel maken", "make a new record";
    key_filter: "zoeken in de lijst; Enter opent het eerste", "search the list; Enter opens the first";
    key_go: "naar een veld van het formulier", "to a field of the form";
    key_history: "de geschiedenis", "the history";
    go_to_field: "Naar welk veld", "To which field";
}

/// What the file of a guide is proposed to be called.
pub fn file_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "wegwijzer.ron",
        Lang::En => "guide.ron",
    }
}

/// A hand-over that is still to be told, in the language of guides.
pub fn refers_to(from: &str, to: &str) -> String {
    format!("{from} verwijst naar {to}")
}

/// What is still to be filled in.
pub fn still_needed(what: &[&str], lang: Lang) -> String {
    let what: Vec<String> = what.iter().map(|what| what.to_lowercase()).collect();
    match lang {
        Lang::Nl => format!("Vul nog in: {}", what.join(", ")),
        Lang::En => format!("Still to fill in: {}", what.join(", ")),
    }
}

/// One of some that are called the same.
pub fn with_id(title: &str, id: &str) -> String {
    format!("{title} ({id})")
}

/// Something that is left to decide of a record.
pub fn left(record: &str, why: &str) -> String {
    format!("{record} · {why}")
}

/// How many things somebody should look at.
pub fn to_look_count(count: usize, lang: Lang) -> String {
    format!("{} ({count})", to_look(lang))
}

/// That something was marked as seen, for a screen reader.
pub fn looked_at_of(record: &str, lang: Lang) -> String {
    format!("{}: {record}", looked_at(lang))
}

/// What would change in something that is over.
pub fn past(told: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Voorbij · {told}"),
        Lang::En => format!("Past · {told}"),
    }
}

/// In how many of the places where it stands a text is replaced.
pub fn hits_chosen(chosen: usize, of: usize, records: usize, lang: Lang) -> String {
    let place = if of == 1 { ["plaats", "place"] } else { ["plaatsen", "places"] };
    let record = if records == 1 { ["onderdeel", "record"] } else { ["onderdelen", "records"] };
    match (lang, place, record) {
        (Lang::Nl, [place, _], [record, _]) => format!("{chosen} van {of} {place} gekozen, in {records} {record}"),
        (Lang::En, [_, place], [_, record]) => format!("{chosen} of {of} {place} chosen, in {records} {record}"),
    }
}

/// That a name is replaced by another.
pub fn replace_names(old: &str, new: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("«{old}» door «{new}», met een vinkje bij elke plaats"),
        Lang::En => format!("«{old}» by «{new}», with a tick at each place"),
    }
}

/// A party that is called otherwise.
pub fn newly_named(old: &str, name: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{old} heet «{name}» vanaf {from}"),
        Lang::En => format!("{old} is called «{name}» from {from}"),
    }
}

/// An item of a list: "contact 2".
pub fn nth(of: &str, number: usize) -> String {
    format!("{of} {number}")
}

/// One of a fixed set, without the day inside it.
pub fn choice(choice: Choice, lang: Lang) -> String {
    match choice {
        Choice::AgreementState(AgreementState::Gemaakt(_)) => agreed(lang).to_owned(),
        choice => fields::choice(choice, lang),
    }
}

/// A step that changed more than one thing.
pub fn and_more(first: &str, more: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{first} (en nog {more})"),
        Lang::En => format!("{first} (and {more} more)"),
    }
}

/// How much was found, and from when.
pub fn lost(steps: usize, day: &str, time: &str, lang: Lang) -> String {
    let nl = if steps == 1 { "wijziging" } else { "wijzigingen" };
    let en = if steps == 1 { "change" } else { "changes" };
    match lang {
        Lang::Nl => format!("{steps} {nl}, begonnen op {day} om {time}"),
        Lang::En => format!("{steps} {en}, begun on {day} at {time}"),
    }
}

/// How many are listed, of how many.
pub fn listed(shown: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{shown} van {of}"),
        Lang::En => format!("{shown} of {of}"),
    }
}

/// How many records are chosen.
pub fn chosen(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{count} onderdelen gekozen"),
        Lang::En => format!("{count} records chosen"),
    }
}

/// That something does not fit a record, and why.
pub fn does_not_fit(record: &str, why: &str) -> String {
    format!("{}: {why}", words::excerpt(record))
}

/// How many steps are not saved.
pub fn unsaved(steps: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("niet bewaard: {steps} {}", if steps == 1 { "wijziging" } else { "wijzigingen" }),
        Lang::En => format!("not saved: {steps} {}", if steps == 1 { "change" } else { "changes" }),
    }
}

/// What is wrong with the guide as a whole.
pub fn problem_count(errors: usize, others: usize, lang: Lang) -> String {
    match (errors, others) {
        (0, 0) => no_problems(lang).to_owned(),
        (0, others) => format!("{} {others}", problems(lang)),
        (errors, _) => count::errors(errors, lang),
    }
}

/// A kind of record, or all kinds, with how many there are.
pub fn kind_count(kind: Option<RecordKind>, count: usize, lang: Lang) -> String {
    let name = kind.map_or(all_kinds(lang), |kind| fields::kind(kind, lang));
    format!("{} ({count})", words::capital(name))
}

/// That the guide was saved.
pub fn saved(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Gids bewaard: {path}"),
        Lang::En => format!("Guide saved: {path}"),
    }
}

/// Something was not done, and why.
pub fn not_done(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Niet gewijzigd. {why}"),
        Lang::En => format!("Not changed. {why}"),
    }
}

/// Other changes stand in the way of taking one step back.
pub fn clashes(names: &[String], lang: Lang) -> String {
    let names = names.join(", ");
    match lang {
        Lang::Nl => format!("Hetzelfde is daarna nog eens gewijzigd: {names}. Draai dat eerst terug"),
        Lang::En => format!("The same was changed again afterwards: {names}. Take that back first"),
    }
}

/// A place of a form, for a screen reader: "naam van contact 2".
pub fn inside(label: &str, of: &str, lang: Lang) -> String {
    super::edit::of(&[label.to_owned(), of.to_owned()], lang)
}

/// A task that became another party's.
pub fn task_handed_over(task: &str, to: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("taak overgedragen aan {to} vanaf {from}: «{task}»"),
        Lang::En => format!("task handed over to {to} from {from}: «{task}»"),
    }
}

/// A text that was replaced in so many places.
pub fn replaced(from: &str, to: &str, places: usize, lang: Lang) -> String {
    match (to.is_empty(), lang) {
        (false, Lang::Nl) => format!("«{from}» vervangen door «{to}» ({places})"),
        (false, Lang::En) => format!("«{from}» replaced by «{to}» ({places})"),
        (true, Lang::Nl) => format!("«{from}» weggehaald ({places})"),
        (true, Lang::En) => format!("«{from}» taken out ({places})"),
    }
}

/// What was taken over from a file or a proposal.
pub fn taken_from(name: &str, changed: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("overgenomen uit {name}: {changed}"),
        Lang::En => format!("taken over from {name}: {changed}"),
    }
}

/// What one old step that was taken back changes.
pub fn reverted(changed: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("teruggedraaid: {changed}"),
        Lang::En => format!("taken back: {changed}"),
    }
}

/// That there is more of it.
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en nog {count}"),
        Lang::En => format!("and {count} more"),
    }
}

/// How long a quote is, of how long it may be.
pub fn quote_words(words: usize, most: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{words} van ten hoogste {most} woorden"),
        Lang::En => format!("{words} of at most {most} words"),
    }
}

/// A number of problems, for a screen reader.
pub fn with_problems(title: &str, problems: usize, lang: Lang) -> String {
    match (problems, lang) {
        (0, _) => title.to_owned(),
        (1, Lang::Nl) => format!("{title}, 1 probleem"),
        (n, Lang::Nl) => format!("{title}, {n} problemen"),
        (1, Lang::En) => format!("{title}, 1 problem"),
        (n, Lang::En) => format!("{title}, {n} problems"),
    }
}

/// When a step was made, and by whom.
pub fn made(day: &str, time: &str, by: &str) -> String {
    if by.is_empty() { format!("{day} {time}") } else { format!("{day} {time} · {by}") }
}

/// What the help says of keeping the guide.
pub fn help(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            (
                "De gids wijzigen",
                "Kies links een soort en een onderdeel. Wat u in het formulier wijzigt, geldt zodra u het veld verlaat. Rechts ziet u meteen welke problemen er zijn en wie ernaar verwijst.",
            ),
            (
                "Terugnemen",
                "Elke wijziging is een stap met een naam. Ctrl+Z maakt de laatste ongedaan. In de geschiedenis gaat u naar elk moment, of draait u één oude stap terug. Niets raakt weg.",
            ),
            (
                "Bewaren",
                "Ctrl+S bewaart. De vorige uitgave blijft als reservekopie. Heeft een collega het bestand intussen gewijzigd, dan wordt niets overschreven: u ziet wat er anders is en kiest per wijziging. Zo voegt u ook een kopie van een collega samen.",
            ),
            (
                "Eigen aanvulling",
                "Wat alleen bij u geldt, staat in een eigen bestand: uw aandachtsfunctionaris, meldroute, centrumgemeente en nummers. Het ligt over de gids heen en heet overal ‘eigen aanvulling’.",
            ),
        ],
        Lang::En => &[
            (
                "Change the guide",
                "Choose a kind and a record at the left. What you change in the form holds as soon as you leave the field. At the right you see at once what is wrong and who refers to it.",
            ),
            (
                "Take back",
                "Every change is a step with a name. Ctrl+Z undoes the last one. In the history you go to any moment, or take back one old step. Nothing gets lost.",
            ),
            (
                "Save",
                "Ctrl+S saves. The former edition stays as a backup. Where a colleague changed the file meanwhile, nothing is overwritten: you see what differs and choose for each change. A copy of a colleague is merged in the same way.",
            ),
            (
                "Own supplement",
                "What only holds at your place is in a file of its own: your contact officer, reporting route, central municipality and numbers. It lies over the guide and is called ‘own supplement’ everywhere.",
            ),
        ],
    }
}

/// That tasks were checked with their party.
pub fn checked_with_party(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Nl) => "1 taak nagegaan bij de partij".to_owned(),
        (count, Lang::Nl) => format!("{count} taken nagegaan bij de partij"),
        (1, Lang::En) => "1 task checked with the party".to_owned(),
        (count, Lang::En) => format!("{count} tasks checked with the party"),
    }
}

/// Notes that so many tasks were checked.
pub fn note_checked(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Nl) => "Noteer 1 taak als nagegaan".to_owned(),
        (count, Lang::Nl) => format!("Noteer {count} taken als nagegaan"),
        (1, Lang::En) => "Note 1 task as checked".to_owned(),
        (count, Lang::En) => format!("Note {count} tasks as checked"),
    }
}
