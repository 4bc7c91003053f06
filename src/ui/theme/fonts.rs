//! Fira Sans in three weights, bundled; nothing else, so text looks the same on every machine.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::text::fonts::{MEDIUM, REGULAR, SEMIBOLD};

/// Weight 400, which is also what egui calls proportional.
pub fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// Weight 500.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// Weight 600.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The fonts to install. There is no monospaced one: code is never shown.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes, families) in [
        ("Fira Sans", REGULAR, vec![regular(), FontFamily::Monospace]),
        ("Fira Sans Medium", MEDIUM, vec![medium()]),
        ("Fira Sans SemiBold", SEMIBOLD, vec![semibold()]),
    ] {
        // The hints of these fonts cost a quarter of the first frame, and are hardly seen.
        let tweak = FontTweak { hinting: Some(false), ..FontTweak::default() };
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
        for family in families {
            fonts.families.insert(family, vec![name.to_owned()]);
        }
    }
    fonts
}
