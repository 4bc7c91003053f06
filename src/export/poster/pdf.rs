//! The poster on paper: the picture as vectors with a text for who does not see it, then the same chain in words.

use krilla::{
    geom::{PathBuilder, Rect, Transform},
    paint::FillRule,
    surface::Surface,
};

use super::{
    Paper, Poster,
    pages::{PosterPage, pages},
    theme,
};
use crate::{
    export::{
        drawing::{Drawing, DrawingError, PathSegment, Shape, Stroke, pdf::draw},
        paper::{Cover, DocumentInfo, Fonts, Listing, ListingLine, Measure, listing_pdf},
    },
    text::{card as card_text, poster as text, words},
};

/// The poster as PDF/UA-1.
pub(super) fn pdf(poster: &Poster, paper: Paper, tiled: bool) -> Result<Vec<u8>, DrawingError> {
    let (lang, drawing) = (poster.lang, &poster.drawing);
    let measure = Measure::new().ok_or(DrawingError::Font)?;
    let mut pages = pages(drawing, paper, tiled);
    if let Some(word) = poster.watermark {
        // A narrow part of the picture may have no room for the word: it is beside the name of each part.
        pages.iter_mut().filter(|(page, _)| page.is_part).for_each(|(_, name)| *name = format!("{word} · {name}"));
    }
    let covers = pages.iter().map(|(page, name)| {
        let alt = [drawing.title.as_str(), &drawing.description, name].map(|words| words.trim_end_matches('.'));
        let alt: Vec<&str> = alt.into_iter().filter(|words| !words.is_empty()).collect();
        (page.size, format!("{}. {}.", alt.join(". "), text::words_follow(lang)))
    });
    let covers = covers.collect();
    let draw = |surface: &mut Surface<'_>, fonts: &Fonts, number: usize| {
        if let Some((page, name)) = pages.get(number) {
            draw_page(surface, fonts, &measure, drawing, *page, name);
        }
    };
    let mut lines = Vec::new();
    for phase in &poster.phases {
        lines.push(ListingLine::Heading(2, &phase.title));
        for (label, places) in &phase.aspects {
            lines.push(ListingLine::Heading(3, label));
            lines.extend(places.iter().map(|place| ListingLine::Item(&place.title, &place.state, &place.steps)));
        }
    }
    let foot = format!("{} · {}", poster.emergency, card_text::not_official(lang));
    let listing = Listing {
        title: words::chain_in_words(lang),
        edition: &poster.edition,
        warning: poster.not_for_use.as_deref(),
        foot: &foot,
        page_of: &|page, pages| card_text::page_of(page, pages, lang),
        lines,
    };
    let about = DocumentInfo {
        title: &drawing.title,
        description: poster.not_for_use.as_deref().unwrap_or(&drawing.description),
        language: lang.id(),
        product: words::product(lang),
        watermark: poster.watermark,
    };
    Ok(listing_pdf(&listing, about, &Cover { pages: covers, draw: Some(&draw) })?)
}

fn draw_page(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    measure: &Measure,
    drawing: &Drawing,
    page: PosterPage,
    name: &str,
) {
    let margin = theme::PAPER_MARGIN;
    let (width, height) = (page.size.0 - 2.0 * margin, page.size.1 - 2.0 * margin);
    let inside = Rect::from_xywh(margin, margin, width, height).and_then(|area| {
        let mut path = PathBuilder::new();
        path.push_rect(area);
        path.finish()
    });
    let clips = page.is_part && inside.is_some();
    if let Some(path) = inside.filter(|_| clips) {
        surface.push_clip_path(&path, &FillRule::default());
    }
    let (x, y) = page.origin;
    surface.push_transform(&Transform::from_row(page.scale, 0.0, 0.0, page.scale, x, y));
    for shape in drawing.groups.iter().flat_map(|group| &group.shapes) {
        draw(surface, fonts, measure, shape);
    }
    surface.pop();
    if !clips {
        return;
    }
    surface.pop();
    // Crosses where a page is cut and pasted, and which page it is.
    let line = Stroke { width: theme::EDGE_FAINT, color: theme::SOFT, dash: None };
    for x in [margin, margin + theme::OVERLAP, margin + width - theme::OVERLAP, margin + width] {
        for (top, bottom) in [(margin / 3.0, margin), (margin + height, height + 5.0 * margin / 3.0)] {
            draw(surface, fonts, measure, &straight((x, top), (x, bottom), line));
        }
    }
    for y in [margin, margin + theme::OVERLAP, margin + height - theme::OVERLAP, margin + height] {
        for (left, right) in [(margin / 3.0, margin), (margin + width, width + 5.0 * margin / 3.0)] {
            draw(surface, fonts, measure, &straight((left, y), (right, y), line));
        }
    }
    let left = margin + theme::OVERLAP + theme::GAP_S;
    let baseline = margin - theme::GAP_S;
    draw(surface, fonts, measure, &Shape::Words { left, baseline, text: name.to_owned(), style: theme::ACT });
}

fn straight(start: (f32, f32), to: (f32, f32), line: Stroke) -> Shape {
    Shape::Path { start, pieces: vec![PathSegment { control: None, to }], line }
}
