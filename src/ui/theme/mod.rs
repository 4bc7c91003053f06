//! The design system: colours, sizes, type and icons, for three themes.
//!
//! Drawing code asks for what a thing *means* (`ui.tokens().accent`), never for a colour.
//! The high-contrast theme and zoom follow from the tokens; no widget knows which theme it is in.

pub mod fonts;
pub mod icons;
pub mod size;
mod style;
mod text;
mod tokens;

use eframe::egui;

use std::sync::Arc;

pub use icons::{Icon, icon, paint_icon};
pub use text::TextRole;
pub use tokens::{DARKNESS, LIGHT_ONLY, PhaseTokens, SHADE, Tokens};

/// Which of the three looks is worn, in the order in which they are offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum ThemeKind {
    /// White on a cool light ground.
    #[default]
    Light,
    /// For a dim room or a projector.
    Dark,
    /// Black, white and one bright accent, with thicker lines.
    HighContrast,
}

impl ThemeKind {
    /// Whether text is lighter than its ground.
    pub fn is_dark(self) -> bool {
        self.tokens().is_dark()
    }

    /// The tokens of this theme.
    pub fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &tokens::LIGHT,
            Self::Dark => &tokens::DARK,
            Self::HighContrast => &tokens::HIGH_CONTRAST,
        }
    }
}

/// Dresses everything that is drawn after this.
///
/// Call it before the first pass (in the app's constructor, or in a test's context set-up),
/// since fonts come into force at the start of a pass, and again whenever the theme changes.
pub fn apply(ctx: &egui::Context, kind: ThemeKind) {
    let is_first = ctx.data_mut(|data| {
        let is_first = data.get_temp::<ThemeKind>(theme_id()).is_none();
        data.insert_temp(theme_id(), kind);
        is_first
    });
    if is_first {
        ctx.set_fonts(fonts::definitions());
    }
    // Both of egui's own themes wear ours, so that the system's preference cannot undress us.
    let style = Arc::new(style::style(kind.tokens()));
    ctx.set_style_of(egui::Theme::Light, Arc::clone(&style));
    ctx.set_style_of(egui::Theme::Dark, style);
    ctx.set_theme(if kind.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
}

/// The house tokens, within reach of everything that draws.
pub trait UiExt {
    /// Which theme is worn.
    fn theme_kind(&self) -> ThemeKind;

    /// The tokens of the theme that is worn.
    fn tokens(&self) -> &'static Tokens {
        self.theme_kind().tokens()
    }
}

impl UiExt for egui::Context {
    fn theme_kind(&self) -> ThemeKind {
        self.data(|data| data.get_temp(theme_id())).unwrap_or_default()
    }
}

impl UiExt for egui::Ui {
    fn theme_kind(&self) -> ThemeKind {
        self.ctx().theme_kind()
    }
}

fn theme_id() -> egui::Id {
    egui::Id::unique("wegwijzer theme")
}
