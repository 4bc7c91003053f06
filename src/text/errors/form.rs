//! How a document differs from the form it should have, in words.

use crate::{
    model::{ClockTimeError, DateError, Expected, FormFault, IdError, Lang, Suggestion},
    text::count::noun,
};

/// More names than this are not listed of what may stand somewhere.
const MAX_NAMES: usize = 12;

/// What is wrong with the form of a document.
pub(super) fn form(fault: &FormFault, lang: Lang) -> String {
    match lang {
        Lang::Nl => dutch(fault),
        Lang::En => english(fault),
    }
}

fn dutch(fault: &FormFault) -> String {
    let plain = match fault {
        FormFault::NotAGuide => "dit is geen wegwijzer: een wegwijzer begint met «(»",
        FormFault::Bundle => {
            "dit is een voorstel of een eigen aanvulling, en geen wegwijzer: open het in het venster, of noem een aanvulling achter «--supplement»"
        }
        FormFault::NoBundle => {
            "dit is geen voorstel en geen eigen aanvulling: die beginnen met «bundle: voorstel» of «bundle: aanvulling»"
        }
        FormFault::Cases => "dit zijn casussen voor een workshop, en geen wegwijzer: open het in het venster",
        FormFault::NoCases => "dit zijn geen casussen voor een workshop: die beginnen met «casus: …»",
        FormFault::NoTable => {
            "dit is geen tabel van een wegwijzer: zo een is CSV of een rekenblad, met «record» en «id» in de eerste rij"
        }
        FormFault::NoChange => {
            "dit is geen wijziging: «before» en «after» horen twee versies van één onderdeel te zijn"
        }
        FormFault::Unmerged => {
            "hier staan twee versies onder elkaar: kies er een, en haal de regels met «<<<», «===» en «>>>» weg"
        }
        FormFault::EndsInComment => "deze opmerking heeft geen einde: sluit die met «*/»",
        FormFault::EndsEarly => "het bestand stopt te vroeg",
        FormFault::OpenComment => "deze opmerking heeft geen einde",
        FormFault::OpenText => "deze tekst mist een aanhalingsteken aan het einde",
        FormFault::AfterTheEnd => "hier hoort niets meer te staan: het laatste haakje is al gesloten",
        FormFault::TooDeep => "hier staan te veel haakjes in elkaar",
        FormFault::UnknownAttribute => "deze regel met «#!» kent dit programma niet: haal die weg",
        FormFault::NotANumber => "dit is geen getal",
        FormFault::NumberOutOfBounds => "dit getal is te groot of te klein",
        FormFault::UnknownEscape => "wat hier achter «\\» staat, bestaat niet: schrijf «\\\\» voor een schuine streep",
        FormFault::NotADay => "dit is geen datum: schrijf een dag die bestaat, zoals «2022-02-03»",
        FormFault::Expected(expected) => return format!("hier {}", expected_dutch(*expected)),
        FormFault::WrongBracket { opened, close, line } => {
            return format!("hier hoort een komma of «{close}», want «{opened}» van regel {line} staat nog open");
        }
        FormFault::EndsInText { line } => {
            return format!("het bestand stopt in een tekst: die begint op regel {line} en mist een aanhalingsteken");
        }
        FormFault::EndsInBracket { opened, line } => {
            return format!("het bestand stopt te vroeg: «{opened}» van regel {line} wordt niet gesloten");
        }
        FormFault::UnexpectedCharacter(found) => return format!("het teken «{found}» kan hier niet staan"),
        FormFault::DashInName(meant) => return format!("schrijf een laag streepje in een naam: «{meant}»"),
        FormFault::NotAName(found) => return format!("«{found}» is geen naam"),
        FormFault::NameBeforeBracket(found) => return format!("haal de naam «{found}» voor het haakje weg"),
        FormFault::UnknownVariant { found, instead } => {
            return format!("«{found}» kan hier niet{}", suggestion(*instead, Lang::Nl));
        }
        FormFault::UnknownField { found, instead } => {
            return format!("het veld «{found}» bestaat hier niet{}", suggestion(*instead, Lang::Nl));
        }
        FormFault::MissingField(field) => return format!("het veld «{field}» ontbreekt"),
        FormFault::DuplicateField(field) => return format!("het veld «{field}» staat er twee keer"),
        FormFault::DuplicateKey(key) => return format!("«{key}» staat er twee keer"),
        FormFault::WrongLength { expected, found } => {
            let found = format!("{} {found}", noun(*found, ["het is er", "het zijn er"]));
            return match expected {
                None => format!("het aantal waarden klopt niet: {found}"),
                Some(expected) => format!("hier horen {expected} waarden, en {found}"),
            };
        }
        FormFault::NotAnId(IdError(found)) => {
            return format!("«{found}» is geen id: kleine letters, cijfers en enkele streepjes, zoals «politie-avim»");
        }
        FormFault::NotADate(DateError(found)) => {
            return format!("«{found}» is geen datum: schrijf 2016, 2019-10 of 2022-02-03");
        }
        FormFault::NotATime(ClockTimeError(found)) => {
            return format!("«{found}» is geen tijd: schrijf 09:00 of 24:00");
        }
        FormFault::Other(said) => return format!("dit is niet in de vorm van een wegwijzer (ron: {said})"),
    };
    plain.to_owned()
}

fn english(fault: &FormFault) -> String {
    let plain = match fault {
        FormFault::NotAGuide => "this is not a guide: a guide begins with «(»",
        FormFault::Bundle => {
            "this is a proposal or a supplement of your own, and no guide: open it in the window, or name a supplement after «--supplement»"
        }
        FormFault::NoBundle => {
            "this is no proposal and no supplement: those begin with «bundle: voorstel» or «bundle: aanvulling»"
        }
        FormFault::Cases => "these are cases for a workshop, and no guide: open it in the window",
        FormFault::NoCases => "these are no cases for a workshop: those begin with «casus: …»",
        FormFault::NoTable => {
            "this is no table of a guide: that is CSV or a spreadsheet, with «record» and «id» in its first row"
        }
        FormFault::NoChange => "this is no change: «before» and «after» must be two versions of one record",
        FormFault::Unmerged => {
            "two versions stand here one below the other: choose one, and remove the lines with «<<<», «===» and «>>>»"
        }
        FormFault::EndsInComment => "this comment has no end: close it with «*/»",
        FormFault::EndsEarly => "the file stops too early",
        FormFault::OpenComment => "this comment has no end",
        FormFault::OpenText => "this text lacks a quotation mark at its end",
        FormFault::AfterTheEnd => "nothing more belongs here: the last bracket is closed already",
        FormFault::TooDeep => "too many brackets within each other",
        FormFault::UnknownAttribute => "this program does not know this line with «#!»: remove it",
        FormFault::NotANumber => "this is not a number",
        FormFault::NumberOutOfBounds => "this number is too large or too small",
        FormFault::UnknownEscape => "what stands here behind «\\» does not exist: write «\\\\» for a backslash",
        FormFault::NotADay => "this is not a date: write a day that exists, such as «2022-02-03»",
        FormFault::Expected(expected) => return expected_english(*expected).to_owned(),
        FormFault::WrongBracket { opened, close, line } => {
            return format!("a comma or «{close}» belongs here, for «{opened}» of line {line} is still open");
        }
        FormFault::EndsInText { line } => {
            return format!("the file stops within a text: it begins on line {line} and lacks a quotation mark");
        }
        FormFault::EndsInBracket { opened, line } => {
            return format!("the file stops too early: «{opened}» of line {line} is not closed");
        }
        FormFault::UnexpectedCharacter(found) => return format!("the character «{found}» cannot stand here"),
        FormFault::DashInName(meant) => return format!("write an underscore in a name: «{meant}»"),
        FormFault::NotAName(found) => return format!("«{found}» is not a name"),
        FormFault::NameBeforeBracket(found) => return format!("remove the name «{found}» before the bracket"),
        FormFault::UnknownVariant { found, instead } => {
            return format!("«{found}» cannot stand here{}", suggestion(*instead, Lang::En));
        }
        FormFault::UnknownField { found, instead } => {
            return format!("the field «{found}» does not exist here{}", suggestion(*instead, Lang::En));
        }
        FormFault::MissingField(field) => return format!("the field «{field}» is missing"),
        FormFault::DuplicateField(field) => return format!("the field «{field}» stands here twice"),
        FormFault::DuplicateKey(key) => return format!("«{key}» stands here twice"),
        FormFault::WrongLength { expected, found } => {
            let found = format!("{} {found}", noun(*found, ["there is", "there are"]));
            return match expected {
                None => format!("the number of values is not right: {found}"),
                Some(expected) => format!("{expected} values belong here, and {found}"),
            };
        }
        FormFault::NotAnId(IdError(found)) => {
            return format!(
                "«{found}» is not an id: lower-case letters, digits and single dashes, such as «politie-avim»"
            );
        }
        FormFault::NotADate(DateError(found)) => {
            return format!("«{found}» is not a date: write 2016, 2019-10 or 2022-02-03");
        }
        FormFault::NotATime(ClockTimeError(found)) => {
            return format!("«{found}» is not a time: write 09:00 or 24:00");
        }
        FormFault::Other(said) => return format!("this is not in the form of a guide (ron: {said})"),
    };
    plain.to_owned()
}

/// What belongs here, after «hier».
fn expected_dutch(expected: Expected) -> &'static str {
    match expected {
        Expected::List => "hoort een lijst: begin met «[»",
        Expected::ListEnd => "hoort een komma of het einde van de lijst: «]»",
        Expected::Map => "hoort een lijst met namen: begin met «{»",
        Expected::MapEnd => "hoort een komma of het einde: «}»",
        Expected::Opening => "hoort een haakje: begin met «(»",
        Expected::Closing => "hoort een komma of een haakje dat sluit: «)»",
        Expected::Comma => "mist een komma, of een haakje dat sluit",
        Expected::Colon => "hoort een dubbele punt",
        Expected::Boolean => "hoort «true» of «false»",
        Expected::Letter => "hoort één letter tussen enkele aanhalingstekens, zoals 'A'",
        Expected::Number => "hoort een getal",
        Expected::Text => "hoort tekst tussen dubbele aanhalingstekens",
        Expected::Name => "hoort een naam zonder aanhalingstekens",
    }
}

fn expected_english(expected: Expected) -> &'static str {
    match expected {
        Expected::List => "a list belongs here: begin with «[»",
        Expected::ListEnd => "a comma or the end of the list belongs here: «]»",
        Expected::Map => "a list with names belongs here: begin with «{»",
        Expected::MapEnd => "a comma or the end belongs here: «}»",
        Expected::Opening => "a bracket belongs here: begin with «(»",
        Expected::Closing => "a comma or a closing bracket belongs here: «)»",
        Expected::Comma => "a comma or a closing bracket is missing here",
        Expected::Colon => "a colon belongs here",
        Expected::Boolean => "«true» or «false» belongs here",
        Expected::Letter => "one letter between single quotation marks belongs here, such as 'A'",
        Expected::Number => "a number belongs here",
        Expected::Text => "text between double quotation marks belongs here",
        Expected::Name => "a name without quotation marks belongs here",
    }
}

/// What was probably meant, or else what may stand there.
fn suggestion(instead: Suggestion, lang: Lang) -> String {
    match (instead, lang) {
        (Suggestion::Meant(name), Lang::Nl) => format!(": bedoelt u «{name}»?"),
        (Suggestion::Meant(name), Lang::En) => format!(": do you mean «{name}»?"),
        (Suggestion::OneOf(names), _) if names.is_empty() || names.len() > MAX_NAMES => String::new(),
        (Suggestion::OneOf(names), Lang::Nl) => format!(": kies uit «{}»", names.join("», «")),
        (Suggestion::OneOf(names), Lang::En) => format!(": choose from «{}»", names.join("», «")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_was_meant_or_what_may_stand_there() {
        assert_eq!(suggestion(Suggestion::Meant("voert_uit"), Lang::Nl), ": bedoelt u «voert_uit»?");
        assert_eq!(suggestion(Suggestion::OneOf(&["ja", "nee"]), Lang::Nl), ": kies uit «ja», «nee»");
        assert_eq!(suggestion(Suggestion::OneOf(&["ja", "nee"]), Lang::En), ": choose from «ja», «nee»");
        assert_eq!(suggestion(Suggestion::OneOf(&["abcdef"; 20]), Lang::Nl), "");
        assert_eq!(suggestion(Suggestion::OneOf(&[]), Lang::Nl), "");
    }
}
