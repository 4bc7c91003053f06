//! What went wrong with a file, in one line: the place, what is wrong and what was expected, the file.

use super::{form::form, index, nobody_left};
use crate::{
    model::{DocumentPlace, FileError, FileFault, Lang, OpenError, ReadOnly, SCHEMA, SaveFault, SystemFault},
    text::{window, words},
};

/// What went wrong with a file.
pub fn file(error: &FileError, lang: Lang) -> String {
    let place = error.place.as_deref().map(|place| where_in(place, lang)).unwrap_or_default();
    let (said, file) = match lang {
        Lang::Nl => (dutch(&error.fault), "Bestand"),
        Lang::En => (english(&error.fault), "File"),
    };
    let stop = if said.ends_with(['.', '?', '!']) { "" } else { "." };
    let file = error.path.as_ref().map(|path| format!(" {file}: {}", path.display())).unwrap_or_default();
    words::capital(&words::visible(&format!("{place}{said}{stop}{file}")))
}

fn where_in(place: &DocumentPlace, lang: Lang) -> String {
    let DocumentPlace { line, column, field, record } = place;
    let field = if field.is_empty() { String::new() } else { format!(", in {field}") };
    let record = record.as_ref().map(|id| format!(" («{id}»)")).unwrap_or_default();
    match lang {
        Lang::Nl => format!("regel {line}, kolom {column}{field}{record}: "),
        Lang::En => format!("line {line}, column {column}{field}{record}: "),
    }
}

/// What is wrong inside another line: without its file and its last full stop.
fn inner(error: &FileError, lang: Lang) -> String {
    file(&FileError { path: None, ..error.clone() }, lang).trim_end_matches('.').to_owned()
}

fn dutch(fault: &FileFault) -> String {
    let plain = match fault {
        FileFault::Missing => "dit bestand bestaat niet",
        FileFault::Directory => "dit is een map en geen bestand",
        FileFault::Special => "dit is geen gewoon bestand",
        FileFault::Forbidden => "u mag dit bestand niet lezen",
        FileFault::Binary => "dit is geen tekstbestand",
        FileFault::NotUtf8 => "dit teken is geen UTF-8: bewaar het bestand als tekst in UTF-8",
        FileFault::Empty => "dit bestand is leeg",
        FileFault::TooLarge { megabytes, most } => {
            return format!("dit bestand is te groot: {megabytes} MB, en meer dan {most} MB leest dit programma niet");
        }
        FileFault::Unreadable(why) => {
            return format!("dit bestand kan niet worden gelezen: {}", system(*why, Lang::Nl));
        }
        FileFault::Newer { schema } => {
            return format!(
                "dit bestand is gemaakt met een nieuwere versie van het programma (vorm {schema}, en dit programma kent vorm {SCHEMA}): installeer de nieuwe versie"
            );
        }
        FileFault::NoSuchSchema { schema } => {
            return format!("vorm {schema} bestaat niet: schrijf «schema: {SCHEMA}»");
        }
        FileFault::Form(fault) => return form(fault, Lang::Nl),
        FileFault::NotSaved(why) => return format!("niet bewaard: {}", not_saved_dutch(why)),
        FileFault::SavedUnforced(why) => {
            let why = system(*why, Lang::Nl);
            return format!(
                "dit bestand is bewaard, maar kan bij stroomuitval verloren gaan ({why}): bewaar het nog eens"
            );
        }
        FileFault::SavedDifferent => {
            "dit bestand is bewaard, maar er staat nu iets anders in: een ander programma schreef er tegelijk in, of de schijf is stuk; bewaar het ook op een andere plek"
        }
        FileFault::NotSafeguarded(why) => {
            let why = inner(why, Lang::Nl);
            return format!(
                "uw wijzigingen zijn nog niet veilig bij een storing ({why}); het programma blijft het proberen, en bewaren kan wel"
            );
        }
        FileFault::NotAsKept => "deze vorige versie is beschadigd: er staat iets anders in dan er is bewaard",
        FileFault::FormerNotKept(why) => {
            let why = inner(why, Lang::Nl);
            return format!("dit bestand is bewaard, maar van de vorige versie is geen kopie gemaakt ({why})");
        }
        FileFault::SafeguardStopped => {
            "het vastleggen van uw wijzigingen is onverwacht gestopt: bewaar nu, en start het programma opnieuw"
        }
        FileFault::Held => "dit bestand is al open in een ander venster van dit programma",
        FileFault::NoJournal => "dit is geen journaal van dit programma, of het begin ervan is stuk",
        FileFault::BrokenJournal { line, kept, lost } => {
            return format!(
                "het journaal is stuk vanaf regel {line}: wijzigingen die er nog zijn: {kept}; regels die weg zijn: {lost}"
            );
        }
        FileFault::Ignored { kept, why } => {
            let why = inner(why, Lang::Nl);
            return format!("deze instellingen zijn overgeslagen en bewaard als «{kept}»: {why}");
        }
    };
    plain.to_owned()
}

fn english(fault: &FileFault) -> String {
    let plain = match fault {
        FileFault::Missing => "this file does not exist",
        FileFault::Directory => "this is a folder, not a file",
        FileFault::Special => "this is not an ordinary file",
        FileFault::Forbidden => "you may not read this file",
        FileFault::Binary => "this is not a text file",
        FileFault::NotUtf8 => "this character is not UTF-8: save the file as text in UTF-8",
        FileFault::Empty => "this file is empty",
        FileFault::TooLarge { megabytes, most } => {
            return format!("this file is too large: {megabytes} MB, and this program reads {most} MB at most");
        }
        FileFault::Unreadable(why) => return format!("this file cannot be read: {}", system(*why, Lang::En)),
        FileFault::Newer { schema } => {
            return format!(
                "this file was made with a newer version of the program (form {schema}, and this program knows form {SCHEMA}): install the new version"
            );
        }
        FileFault::NoSuchSchema { schema } => {
            return format!("form {schema} does not exist: write «schema: {SCHEMA}»");
        }
        FileFault::Form(fault) => return form(fault, Lang::En),
        FileFault::NotSaved(why) => return format!("not saved: {}", not_saved_english(why)),
        FileFault::SavedUnforced(why) => {
            let why = system(*why, Lang::En);
            return format!("this was saved, but may be lost in a power cut ({why}): save it once more");
        }
        FileFault::SavedDifferent => {
            "this file was saved, but now holds something else: another program wrote to it at the same time, or the disk is failing; save it in another place too"
        }
        FileFault::NotSafeguarded(why) => {
            let why = inner(why, Lang::En);
            return format!(
                "your changes are not yet safe from a failure ({why}); the program keeps trying, and saving does work"
            );
        }
        FileFault::NotAsKept => "this former version is damaged: it holds something else than was kept",
        FileFault::FormerNotKept(why) => {
            let why = inner(why, Lang::En);
            return format!("this file was saved, but no copy was made of the former version ({why})");
        }
        FileFault::SafeguardStopped => {
            "keeping your changes safe stopped unexpectedly: save now, and start the program again"
        }
        FileFault::Held => "this file is already open in another window of this program",
        FileFault::NoJournal => "this is not a journal of this program, or its start is broken",
        FileFault::BrokenJournal { line, kept, lost } => {
            return format!(
                "the journal is broken from line {line}: changes that are still there: {kept}; lines that are lost: {lost}"
            );
        }
        FileFault::Ignored { kept, why } => {
            let why = inner(why, Lang::En);
            return format!("these settings were skipped and kept as «{kept}»: {why}");
        }
    };
    plain.to_owned()
}

fn not_saved_dutch(why: &SaveFault) -> String {
    let plain = match why {
        SaveFault::NoDirectory => "deze map bestaat niet",
        SaveFault::Forbidden => "u mag in deze map niet schrijven",
        SaveFault::Directory => "dit is een map en geen bestand",
        SaveFault::Special => "dit is geen gewoon bestand",
        SaveFault::ReadOnly => "dit bestand is alleen om te lezen",
        SaveFault::Protected => "dit bestand is beveiligd en mag niet worden vervangen",
        SaveFault::LongName => "deze naam is te lang: kies een kortere",
        SaveFault::ChangedMeanwhile => "iemand anders heeft dit bestand intussen bewaard; wat daarin staat is er nog",
        SaveFault::ChangedOnDisk { .. } => {
            "dit bestand is op de schijf gewijzigd sinds u het opende; er is niets overschreven"
        }
        SaveFault::GoneFromDisk => "dit bestand staat niet meer op de schijf: bewaar het onder een naam",
        SaveFault::LinksInCircle => "deze koppeling leidt in een kring",
        SaveFault::TooLarge => "de wegwijzer is te groot om weer te openen",
        SaveFault::ComesBackDifferent => "de wegwijzer komt niet hetzelfde terug uit een bestand",
        SaveFault::NoSettingsDirectory => "dit systeem heeft geen map voor instellingen",
        SaveFault::NoDataDirectory => "dit systeem heeft geen map voor gegevens van programma’s",
        SaveFault::DoesNotComeBack(error) => {
            return format!("de wegwijzer is daarna niet te lezen ({})", file(error, Lang::Nl));
        }
        SaveFault::System(why) => return system(*why, Lang::Nl),
    };
    plain.to_owned()
}

fn not_saved_english(why: &SaveFault) -> String {
    let plain = match why {
        SaveFault::NoDirectory => "this folder does not exist",
        SaveFault::Forbidden => "you may not write in this folder",
        SaveFault::Directory => "this is a folder, not a file",
        SaveFault::Special => "this is not an ordinary file",
        SaveFault::ReadOnly => "this file is read-only",
        SaveFault::Protected => "this file is protected and may not be replaced",
        SaveFault::LongName => "this name is too long: choose a shorter one",
        SaveFault::ChangedMeanwhile => "somebody else saved this file meanwhile; what it holds is still there",
        SaveFault::ChangedOnDisk { .. } => {
            "this file has changed on the disk since you opened it; nothing was overwritten"
        }
        SaveFault::GoneFromDisk => "this file is no longer on the disk: save it under a name",
        SaveFault::LinksInCircle => "this link leads in a circle",
        SaveFault::TooLarge => "the guide is too large to be opened again",
        SaveFault::ComesBackDifferent => "the guide does not come back from a file as it was",
        SaveFault::NoSettingsDirectory => "this system has no folder for settings",
        SaveFault::NoDataDirectory => "this system has no folder for data of programs",
        SaveFault::DoesNotComeBack(error) => {
            return format!("the guide could not be read afterwards ({})", file(error, Lang::En));
        }
        SaveFault::System(why) => return system(*why, Lang::En),
    };
    plain.to_owned()
}

/// What the system says: a number stands for what it says in words, which are in any language.
pub(super) fn system(fault: SystemFault, lang: Lang) -> String {
    let (dutch, english) = match fault {
        SystemFault::Full => ("de schijf is vol", "the disk is full"),
        SystemFault::ReadOnlyDisk => ("op deze schijf kan niet worden geschreven", "this disk cannot be written to"),
        SystemFault::Forbidden => ("u hebt hier geen rechten voor", "you do not have the rights for this"),
        SystemFault::NotADirectory => ("een deel van het pad is geen map", "a part of the path is not a folder"),
        SystemFault::Directory => ("dit is een map en geen bestand", "this is a folder, not a file"),
        SystemFault::InvalidName => {
            ("deze naam kan geen naam van een bestand zijn", "this name cannot be the name of a file")
        }
        SystemFault::TooLarge => ("het bestand is te groot voor deze schijf", "the file is too large for this disk"),
        SystemFault::Busy => ("een ander programma gebruikt dit bestand", "another program is using this file"),
        SystemFault::NoAnswer => ("de schijf op het netwerk antwoordt niet", "the network disk does not answer"),
        SystemFault::Stale => (
            "de schijf op het netwerk is veranderd: open het bestand opnieuw",
            "the network disk has changed: open the file again",
        ),
        SystemFault::OutOfMemory => ("het geheugen is vol", "the memory is full"),
        SystemFault::CutShort => ("de schijf stopte halverwege", "the disk stopped halfway"),
        SystemFault::Unknown => ("het systeem zegt niet waarom", "the system does not say why"),
        SystemFault::Number(number) => {
            return match lang {
                Lang::Nl => format!("het systeem meldt fout {number}"),
                Lang::En => format!("the system reports error {number}"),
            };
        }
    };
    match lang {
        Lang::Nl => dutch.to_owned(),
        Lang::En => english.to_owned(),
    }
}

/// Why a guide may be looked at but not saved.
pub fn read_only(why: ReadOnly, lang: Lang) -> String {
    let ReadOnly::Newer { schema } = why;
    match lang {
        Lang::Nl => format!(
            "Dit bestand is gemaakt met een nieuwere versie van het programma (vorm {schema}). U kunt het bekijken, maar niet bewaren."
        ),
        Lang::En => format!(
            "This file was made with a newer version of the program (form {schema}). You can look at it, but not save it."
        ),
    }
}

/// Why a guide cannot be used.
pub fn open(error: &OpenError, lang: Lang) -> String {
    match error {
        OpenError::File(error) => file(error, lang),
        OpenError::Facet(error) => index(error, lang),
        OpenError::NobodyLeft => nobody_left(lang).to_owned(),
        OpenError::Stopped => window::opening_stopped(lang).to_owned(),
    }
}
