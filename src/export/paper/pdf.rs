//! Draws what was laid out, with krilla, as PDF/UA-1.

use std::num::NonZeroU16;

use krilla::{
    Data, Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::{PathBuilder, Point, Rect, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagTree},
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    PdfError,
    blocks::{DrawOp, PagedDocument, StructKind},
    measure::Measure,
    shaping::{ShapedText, units},
    theme::{self, Color, PAGE, TextStyle, Weight},
};
use crate::text::fonts;

/// Draws a page by its number, from 0.
pub(in crate::export) type DrawPage<'a> = &'a dyn Fn(&mut Surface<'_>, &Fonts, usize);

/// Pages with a picture, before the pages with words.
#[derive(Default)]
pub(in crate::export) struct Cover<'a> {
    /// Of each page its width and height, and what it shows for who does not see it.
    pub(in crate::export) pages: Vec<((f32, f32), String)>,
    /// What draws them.
    pub(in crate::export) draw: Option<DrawPage<'a>>,
}

/// What a reader program shows of the document as a whole.
#[derive(Clone, Copy, Debug)]
pub(in crate::export) struct DocumentInfo<'a> {
    pub(in crate::export) title: &'a str,
    pub(in crate::export) description: &'a str,
    /// `nl` or `en`.
    pub(in crate::export) language: &'a str,
    pub(in crate::export) product: &'a str,
    /// The word that lies across every page with words, under them; `None` for a real guide. What is drawn on the pages
    /// before them bears it itself.
    pub(in crate::export) watermark: Option<&'a str>,
}

/// The pages as PDF. The same pages give the same bytes: no clock, no chance.
pub(in crate::export) fn write_pdf(
    paged: &PagedDocument,
    about: DocumentInfo<'_>,
    cover: &Cover<'_>,
) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::new().ok_or(PdfError::Font)?;
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| PdfError::Refused(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut figures = Vec::new();
    for (number, ((width, height), alt)) in cover.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(*width, *height).ok_or(PdfError::Font)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let identifier = surface.start_tagged(ContentTag::Other);
        if let Some(draw) = cover.draw {
            draw(&mut surface, &fonts, number);
        }
        surface.end_tagged();
        surface.finish();
        page.finish();
        let figure = Tag::Figure(Some(alt.clone()));
        figures.push(TagGroup::with_children(figure, vec![Node::Leaf(identifier)]));
    }
    let measure = Measure::new().ok_or(PdfError::Font)?;
    let across = about.watermark.map(|word| {
        let style = theme::WATERMARK;
        (measure.shape(word, style), style, measure.width(word, style))
    });
    let mut leaves: Vec<Vec<Identifier>> = vec![Vec::new(); paged.tree.len()];
    for ops in &paged.pages {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::Font)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        if let Some((words, style, length)) = &across {
            watermark(&mut surface, &fonts, words, *style, *length);
        }
        for op in ops {
            draw(&mut surface, op, &fonts, &mut leaves);
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tag_tree(paged, &mut leaves, figures, about.language));
    document.set_outline(outline(paged, cover.pages.len()));
    let metadata = Metadata::new()
        .title(about.title.to_owned())
        .description(about.description.to_owned())
        .creator(about.product.to_owned())
        .language(about.language.to_owned());
    document.set_metadata(metadata);
    document.finish().map_err(|error| PdfError::Refused(reason(&error)))
}

/// What krilla says, in short; the fonts in it have no words.
fn reason(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(problems) => {
            problems.iter().map(|(problem, _)| format!("{problem:?}")).collect::<Vec<_>>().join(", ")
        }
        KrillaError::Font(_, words) => words.clone(),
        other => format!("{other:?}"),
    }
}

/// The fonts of the program, as krilla takes them.
pub(in crate::export) struct Fonts {
    regular: Font,
    medium: Font,
    semibold: Font,
}

impl Fonts {
    fn new() -> Option<Self> {
        let font = |bytes: &'static [u8]| Font::new(Data::from(bytes), 0);
        Some(Self { regular: font(fonts::REGULAR)?, medium: font(fonts::MEDIUM)?, semibold: font(fonts::SEMIBOLD)? })
    }

    pub(in crate::export) fn of(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::Medium => self.medium.clone(),
            Weight::SemiBold => self.semibold.clone(),
        }
    }
}

/// A word from the lower left to the upper right of a page, for the eye alone: a screen reader hears it from the words.
fn watermark(surface: &mut Surface<'_>, fonts: &Fonts, words: &ShapedText, style: TextStyle, length: f32) {
    let (x, y) = (PAGE.0 / 2.0, PAGE.1 / 2.0);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Watermark)));
    surface.push_transform(&Transform::from_rotate_at(-theme::WATERMARK_TURN, x, y));
    for step in [-1.0, 0.0, 1.0] {
        let baseline = y + step * theme::WATERMARK_STEP + style.size / 3.0;
        draw_words(surface, fonts, (x - length / 2.0, baseline), words, style);
    }
    surface.pop();
    surface.end_tagged();
}

fn draw(surface: &mut Surface<'_>, op: &DrawOp, fonts: &Fonts, leaves: &mut [Vec<Identifier>]) {
    match op {
        DrawOp::Words { left, top, words, style, node } => {
            let tag = match node {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
            };
            let identifier = surface.start_tagged(tag);
            draw_words(surface, fonts, (*left, top + style.baseline()), words, *style);
            surface.end_tagged();
            if let Some(leaves) = node.and_then(|node| leaves.get_mut(node)) {
                leaves.push(identifier);
            }
        }
        DrawOp::Fill { left, top, width, height, color } => {
            let Some(area) = Rect::from_xywh(*left, *top, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(area);
            let Some(path) = path.finish() else { return };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            surface.set_fill(Some(fill(*color)));
            surface.draw_path(&path);
            surface.end_tagged();
        }
    }
}

/// Draws words from a point on their baseline.
pub(in crate::export) fn draw_words(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    (left, baseline): (f32, f32),
    words: &ShapedText,
    style: TextStyle,
) {
    let font = fonts.of(style.weight);
    let part = |length: i32| units(length) / font.units_per_em();
    let glyphs = words.glyphs.iter().map(|glyph| KrillaGlyph {
        glyph_id: GlyphId::new(glyph.id),
        text_range: glyph.range.clone(),
        x_advance: part(glyph.advance),
        x_offset: part(glyph.offset.0),
        y_offset: part(glyph.offset.1),
        y_advance: 0.0,
        location: None,
    });
    let glyphs: Vec<KrillaGlyph> = glyphs.collect();
    surface.set_fill(Some(fill(style.ink)));
    surface.draw_glyphs(Point::from_xy(left, baseline), &glyphs, font, &words.text, style.size, false);
}

pub(in crate::export) fn fill(color: Color) -> Fill {
    let Color(red, green, blue) = color;
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

/// The tree in reading order; children are built before their parents take them.
fn tag_tree(
    document: &PagedDocument,
    leaves: &mut [Vec<Identifier>],
    figures: Vec<TagGroup>,
    language: &str,
) -> TagTree {
    let mut groups: Vec<Vec<(usize, TagGroup)>> = vec![Vec::new(); document.tree.len() + 1];
    let root = document.tree.len();
    for (position, part) in document.tree.iter().enumerate().rev() {
        let mut children = groups.get_mut(position).map(std::mem::take).unwrap_or_default();
        children.reverse();
        let own = leaves.get_mut(position).map(std::mem::take).unwrap_or_default();
        let nodes = own.into_iter().map(Node::Leaf).chain(children.into_iter().map(|(_, group)| Node::Group(group)));
        let nodes: Vec<Node> = nodes.collect();
        let group = match &part.kind {
            StructKind::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some(title.clone())), nodes)
            }
            StructKind::Paragraph => TagGroup::with_children(Tag::P, nodes),
            StructKind::DutchParagraph => TagGroup::with_children(Tag::P.with_lang(Some("nl".to_owned())), nodes),
            StructKind::List => TagGroup::with_children(Tag::L(ListNumbering::None), nodes),
            StructKind::Item => TagGroup::with_children(Tag::LI, nodes),
            StructKind::Label => TagGroup::with_children(Tag::Lbl, nodes),
            StructKind::Body => TagGroup::with_children(Tag::LBody, nodes),
        };
        if let Some(siblings) = groups.get_mut(part.parent.unwrap_or(root)) {
            siblings.push((position, group));
        }
    }
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for figure in figures {
        tree.push(figure);
    }
    let top = groups.pop().unwrap_or_default();
    for (_, group) in top.into_iter().rev() {
        tree.push(group);
    }
    tree
}

fn outline(document: &PagedDocument, before: usize) -> Outline {
    let mut outline = Outline::new();
    let place = |page: usize, top: f32| XyzDestination::new(before + page, Point::from_xy(0.0, top));
    let mut first: Option<OutlineNode> = None;
    for heading in &document.headings {
        let node = OutlineNode::new(heading.title.clone(), place(heading.page, heading.top)).with_open(true);
        match (&mut first, heading.level) {
            (None, _) => first = Some(node),
            (Some(first), 2) => first.push_child(node),
            (Some(_), _) => {}
        }
    }
    if let Some(first) = first {
        outline.push_child(first);
    }
    outline
}
