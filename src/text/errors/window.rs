//! Why there is no window, in words.

use super::open;
use crate::model::{Lang, WindowError};

/// Why the window cannot open, and what works without one.
pub fn window(error: &WindowError, lang: Lang) -> String {
    let missing = match (error, lang) {
        (WindowError::Guide(error), _) => return open(error, lang),
        (WindowError::NoScreen, Lang::Nl) => "er is geen scherm gevonden (DISPLAY of WAYLAND_DISPLAY)",
        (WindowError::NoScreen, Lang::En) => "no screen was found (DISPLAY or WAYLAND_DISPLAY)",
        (WindowError::NoOpenGl, Lang::Nl) => {
            "dit beeldscherm heeft geen OpenGL 2.1, zoals bij sommige externe bureaubladen"
        }
        (WindowError::NoAnswers, Lang::Nl) => "het klaarzetten van de antwoorden is onverwacht gestopt",
        (WindowError::NoAnswers, Lang::En) => "making the answers ready stopped unexpectedly",
        (WindowError::NoOpenGl, Lang::En) => "this display has no OpenGL 2.1, as over some remote desktops",
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
