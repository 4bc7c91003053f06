//! Why there is no window, in words.

use super::open;
use crate::model::{Lang, WindowError};

/// Why the window cannot open or stay open, and what works without one.
pub fn window(error: &WindowError, lang: Lang) -> String {
    let missing = match (error, lang) {
        (WindowError::Guide(error), _) => return open(error, lang),
        // What it is found by has no name there.
        (WindowError::NoScreen, Lang::Nl) if cfg!(windows) => "er is geen scherm gevonden",
        (WindowError::NoScreen, Lang::En) if cfg!(windows) => "no screen was found",
        (WindowError::NoScreen, Lang::Nl) => "er is geen scherm gevonden (DISPLAY of WAYLAND_DISPLAY)",
        (WindowError::NoScreen, Lang::En) => "no screen was found (DISPLAY or WAYLAND_DISPLAY)",
        (WindowError::NoOpenGl, Lang::Nl) => {
            "dit beeldscherm heeft geen OpenGL 2.1, zoals bij sommige externe bureaubladen"
        }
        (WindowError::NoOpenGl, Lang::En) => "this display has no OpenGL 2.1, as over some remote desktops",
        (WindowError::NoKeyboard, Lang::Nl) => {
            "dit systeem heeft geen gegevens van toetsenborden (het pakket xkb-data)"
        }
        (WindowError::NoKeyboard, Lang::En) => "this system has no data of keyboards (the package xkb-data)",
        (WindowError::Closed, Lang::Nl) => {
            return "Het venster is door een ander programma of door het systeem gesloten; uw instellingen zijn bewaard"
                .to_owned();
        }
        (WindowError::Closed, Lang::En) => {
            return "Another program or the system closed the window; your settings are kept".to_owned();
        }
        (WindowError::NoAnswers, Lang::Nl) => "het klaarzetten van de antwoorden is onverwacht gestopt",
        (WindowError::NoAnswers, Lang::En) => "making the answers ready stopped unexpectedly",
    };
    match lang {
        Lang::Nl => {
            format!("Het venster kan niet openen: {missing}. Zonder venster werkt: wegwijzer lookup leeftijd=volwassen")
        }
        Lang::En => format!(
            "The window cannot open: {missing}. This works without a window: wegwijzer lookup leeftijd=volwassen"
        ),
    }
}

/// The program itself failed; where helps who mends it.
pub fn stopped(file: &str, line: u32, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!(
            "Het programma is onverwacht gestopt door een fout erin ({file}:{line}); wat u invulde is weg, uw instellingen zijn bewaard"
        ),
        Lang::En => format!(
            "The program stopped unexpectedly by a fault in it ({file}:{line}); what you filled in is gone, your settings are kept"
        ),
    }
}
