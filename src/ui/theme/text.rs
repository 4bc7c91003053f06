//! The sorts of text there are, each with its weight, its size and its line height.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, FontFamily, FontId, RichText, Stroke};

use super::fonts;

/// Text on a picture that is seen from far is not made smaller than this, but cut.
const SMALLEST_SCALED: f32 = 11.0;

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum TextRole {
    /// The name of what a panel is about.
    Title,
    /// The heading of a part.
    Heading,
    /// A name within running text, the head of a card, a chosen value.
    Strong,
    /// A button or a tab.
    Medium,
    /// Running text.
    Body,
    /// Running text where there is little room, as on a card.
    Secondary,
    /// A side remark.
    Small,
    /// A side remark that must be found: the text of a chip.
    SmallStrong,
    /// The name of a group of things.
    Label,
}

impl TextRole {
    /// Its size in points; never under 12.
    pub fn size(self) -> f32 {
        match self {
            Self::Title => 18.0,
            Self::Heading => 15.0,
            Self::Strong | Self::Medium | Self::Body => 14.0,
            Self::Secondary => 13.0,
            Self::Small | Self::SmallStrong | Self::Label => 12.5,
        }
    }

    /// The distance between two of its lines.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title => 24.0,
            Self::Heading => 20.0,
            Self::Strong | Self::Medium | Self::Body => 19.0,
            Self::Secondary => 18.0,
            Self::Small | Self::SmallStrong | Self::Label => 17.0,
        }
    }

    /// Its weight, as a font family.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Title | Self::Heading | Self::Strong | Self::Label => fonts::semibold(),
            Self::Medium | Self::SmallStrong => fonts::medium(),
            Self::Body | Self::Secondary | Self::Small => fonts::regular(),
        }
    }

    /// Its font.
    pub fn font(self) -> FontId {
        FontId::new(self.size(), self.family())
    }

    /// The text, to hand to any egui widget.
    pub fn rich(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font()).line_height(Some(self.line_height()))
    }

    /// How to lay it out.
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line_height()), ..TextFormat::simple(self.font(), color) }
    }

    /// How to lay it out with a line through it.
    pub fn struck(self, color: Color32) -> TextFormat {
        TextFormat { strikethrough: Stroke::new(1.0, color), ..self.format(color) }
    }

    /// The text, wrapped at `width`.
    pub fn wrapped(self, text: impl Into<String>, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.into(), self.format(color));
        job.wrap = TextWrapping::wrap_at_width(width);
        job
    }

    /// The text on one line, larger or smaller with a picture but never under 11 points, that ends in an ellipsis.
    pub fn scaled(self, text: impl Into<String>, color: Color32, width: f32, zoom: f32) -> LayoutJob {
        // By half points, so that zooming does not fill the atlas with almost equal letters.
        let size = ((self.size() * zoom) * 2.0).round() / 2.0;
        let size = size.max(SMALLEST_SCALED);
        let format = TextFormat::simple(FontId::new(size, self.family()), color);
        let mut job = LayoutJob::single_section(text.into(), format);
        job.wrap = TextWrapping::truncate_at_width(width);
        job
    }

    /// The text, on one line that ends in an ellipsis at `width`.
    pub fn truncated(self, text: impl Into<String>, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.into(), self.format(color));
        job.wrap = TextWrapping::truncate_at_width(width);
        job
    }
}
