//! Why there is no paper and no picture, in words.

use super::{extensions, file, file::system};
use crate::{
    model::{DrawingError, ExportError, HandOverError, Lang, PdfError, SaveError},
    text::words,
};

/// The fonts that are inside the program.
const FONTS: &str = "Fira Sans";

/// Why a file cannot be made.
pub fn export(error: &ExportError, lang: Lang) -> String {
    match error {
        ExportError::Pdf(error) => pdf(error, lang),
        ExportError::Drawing(error) => drawing(error, lang),
        ExportError::Page(why) => match lang {
            Lang::Nl => format!("de pagina is niet te maken: {why}"),
            Lang::En => format!("the page cannot be made: {why}"),
        },
        ExportError::Table(why) => match lang {
            Lang::Nl => format!("de tabel is niet te maken: {why}"),
            Lang::En => format!("the table cannot be made: {why}"),
        },
        ExportError::LongCell { record, column } => match lang {
            Lang::Nl => format!("«{column}» van «{record}» is langer dan een cel van een rekenblad: maak een CSV"),
            Lang::En => format!("«{column}» of «{record}» is longer than a cell of a spreadsheet: make a CSV"),
        },
    }
}

/// Why there is no PDF.
fn pdf(error: &PdfError, lang: Lang) -> String {
    let why = match error {
        PdfError::Font => FONTS,
        PdfError::Refused(why) => why,
    };
    match lang {
        Lang::Nl => format!("de PDF is niet te maken: {why}"),
        Lang::En => format!("the PDF cannot be made: {why}"),
    }
}

/// Why there is no file of a picture.
fn drawing(error: &DrawingError, lang: Lang) -> String {
    let why = match error {
        DrawingError::Font => FONTS,
        DrawingError::Refused(why) => why,
        DrawingError::Pdf(error) => return pdf(error, lang),
    };
    match lang {
        Lang::Nl => format!("de poster is niet te maken: {why}"),
        Lang::En => format!("the poster cannot be made: {why}"),
    }
}

/// Why no other program took over a file that was saved.
pub fn hand_over(error: HandOverError, lang: Lang) -> String {
    let (dutch, english) = match error {
        HandOverError::Gone => ("Het bestand staat er niet meer", "The file is not there any more"),
        HandOverError::NoProgram => (
            "Geen programma op deze computer opent dit soort bestanden. Zoek het bestand zelf op",
            "No program on this computer opens such files. Look for the file yourself",
        ),
        HandOverError::Stopped => ("Het openen is onverwacht gestopt", "Opening stopped unexpectedly"),
        HandOverError::System(why) => return words::capital(&system(why, lang)),
    };
    match lang {
        Lang::Nl => dutch.to_owned(),
        Lang::En => english.to_owned(),
    }
}

/// Why a file that was asked for is not there.
pub fn save(error: &SaveError, lang: Lang) -> String {
    match (error, lang) {
        (SaveError::WrongExtension(ends), Lang::Nl) => format!("Laat de naam eindigen op {}", extensions(ends, "of")),
        (SaveError::WrongExtension(ends), Lang::En) => format!("Let the name end in {}", extensions(ends, "or")),
        (SaveError::IsTheGuide, Lang::Nl) => "Daar staat de gids die nu open is: kies een andere naam".to_owned(),
        (SaveError::IsTheGuide, Lang::En) => "The guide that is open stands there: choose another name".to_owned(),
        (SaveError::Export(error), _) => export(error, lang),
        (SaveError::File(error), _) => file(error, lang),
        (SaveError::Stopped, Lang::Nl) => "Het opslaan is onverwacht gestopt".to_owned(),
        (SaveError::Stopped, Lang::En) => "Saving stopped unexpectedly".to_owned(),
    }
}
