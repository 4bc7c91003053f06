//! The poster of the shipped guide: the same chain in every form, without anything about the person.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::sync::Arc;

use crate::persons::WOMAN;
use wegwijzer::{
    export::{
        drawing::Shape,
        poster::{Paper, Poster, PosterForm, PosterOptions},
    },
    file::embedded_guide,
    lookup::{Index, Profile},
    model::{Date, Lang},
};

fn poster(with_facets: bool, day: i8, lang: Lang) -> Poster {
    poster_of(false, with_facets, day, lang)
}

fn poster_of(spine: bool, with_facets: bool, day: i8, lang: Lang) -> Poster {
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    let profile = Profile::parse(index.guide(), WOMAN).unwrap();
    let outcome = index.look_up(&profile, Date::new(2026, 11, day).unwrap()).unwrap();
    let options = PosterOptions { lang, today: Date::new(2026, 11, 22).unwrap(), with_facets, spine };
    Poster::new(&index, &profile, &outcome, options, &[]).unwrap()
}

fn words(poster: &Poster) -> Vec<String> {
    let shapes = poster.drawing.groups.iter().flat_map(|group| &group.shapes);
    let words =
        shapes.filter_map(|shape| if let Shape::Words { text, .. } = shape { Some(text.clone()) } else { None });
    words.collect()
}

#[test]
fn the_svg_is_well_formed_with_a_title_for_every_box_and_line_and_no_words_outside() {
    for lang in [Lang::Nl, Lang::En] {
        let poster = poster(false, 22, lang);
        let svg = String::from_utf8(PosterForm::Svg.render(&poster).unwrap()).unwrap();
        let document = roxmltree::Document::parse(&svg).expect("well-formed");
        assert_eq!(document.root_element().attribute("role"), Some("img"));
        let titles = document.descendants().filter(|node| node.tag_name().name() == "title").count();
        let places: usize = poster.phases.iter().flat_map(|phase| &phase.aspects).map(|(_, places)| places.len()).sum();
        assert!(places > 60 && titles > places + 50, "{titles} titles for {places} places");
        for shape in poster.drawing.groups.iter().flat_map(|group| &group.shapes) {
            if let Shape::Words { left, baseline, text, .. } = shape {
                let inside =
                    (0.0..poster.drawing.width).contains(left) && (0.0..poster.drawing.height).contains(baseline);
                assert!(inside, "«{text}» is off the poster");
            }
        }
    }
}

#[test]
fn what_applies_is_solid_what_depends_is_dashed_and_what_does_not_apply_has_no_edge() {
    let poster = poster(false, 22, Lang::Nl);
    let edge = |name: &str| {
        let title = |title: &Option<String>| title.as_ref().is_some_and(|title| title.starts_with(name));
        let group = poster.drawing.groups.iter().find(|group| title(&group.title)).expect("a box");
        let frame = group.shapes.first().unwrap();
        if let Shape::Rect { line, .. } = frame { line.map(|line| line.dash.is_some()) } else { None }
    };
    assert_eq!(edge("COSM, Opvang, geldt"), Some(false));
    assert_eq!(edge("Opvang arbeid, Opvang, hangt af van"), Some(true));
    assert_eq!(edge("Nidos, Opvang, geldt niet"), None);
}

#[test]
fn nothing_that_was_asked_is_on_it_unless_wished_and_another_day_is_not_for_use() {
    let bare = words(&poster(false, 22, Lang::Nl)).join("\n");
    assert!(!bare.contains("18 of ouder") && !bare.contains("Niet voor gebruik"));
    for part in ["Acuut gevaar: bel 112", "Geen uitgave van de overheid en niet wegwijzermensenhandel.nl", "editie"] {
        assert!(bare.contains(part), "{part} is missing");
    }
    assert!(words(&poster(true, 22, Lang::Nl)).join("\n").contains("18 of ouder"));
    assert!(words(&poster(false, 21, Lang::Nl)).join("\n").contains("Niet voor gebruik: stand op 21 november 2026"));
}

#[test]
fn every_form_is_made_and_the_same_poster_gives_the_same_bytes() {
    let forms = [
        (PosterForm::Svg, &b"<?xml"[..]),
        (PosterForm::Png, &b"\x89PNG"[..]),
        (PosterForm::Pdf { paper: Paper::A4, tiled: false }, &b"%PDF"[..]),
        (PosterForm::Pdf { paper: Paper::A0, tiled: true }, &b"%PDF"[..]),
    ];
    let posters = [poster(false, 22, Lang::Nl), poster(false, 22, Lang::Nl)];
    for (form, start) in forms {
        let [one, other] = posters.each_ref().map(|poster| form.render(poster).expect("bytes"));
        assert!(one.starts_with(start) && one == other, "{form:?}");
    }
}

#[test]
fn the_picture_on_paper_has_words_for_who_does_not_see_it() {
    let pdf = PosterForm::Pdf { paper: Paper::A3, tiled: false }.render(&poster(false, 22, Lang::Nl)).unwrap();
    for part in ["/Figure", "/Alt", "/H1", "/LBody", "pdfuaid:part"] {
        assert!(pdf.windows(part.len()).any(|window| window == part.as_bytes()), "{part} is missing");
    }
}

#[test]
fn the_poster_of_the_main_line_names_who_decides_and_folds_the_rest() {
    let poster = poster_of(true, false, 22, Lang::Nl);
    let words = words(&poster);
    for part in
        ["Politie onderzoekt, OM vervolgt", "Wie het ziet", "beslist over de plek", "vangt op", "verwijst", "+1"]
    {
        assert!(words.iter().any(|line| line == part), "{part} is missing: {words:?}");
    }
    // The chain in words still names everybody who is folded.
    let named: Vec<&str> = poster
        .phases
        .iter()
        .flat_map(|phase| &phase.aspects)
        .flat_map(|(_, places)| places)
        .map(|place| place.title.as_str())
        .collect();
    assert!(named.iter().any(|title| title.contains("Slachtofferhulp")), "{named:?}");
    let whole = self::poster(false, 22, Lang::Nl);
    assert!(words.len() * 2 < self::words(&whole).len(), "it is as full as the whole one");
    for form in [PosterForm::Svg, PosterForm::Png, PosterForm::Pdf { paper: Paper::A3, tiled: false }] {
        assert!(!form.render(&poster).expect("bytes").is_empty());
    }
}
