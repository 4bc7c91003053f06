//! The card on paper: A4, tagged, the same bytes for the same card.

use super::{Card, room::Room, sheet};
use crate::{
    export::paper::{Cover, DocumentInfo, Measure, PagedDocument, PdfError, write_pdf},
    text::words,
};

/// The card as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub fn card_pdf(card: &Card) -> Result<Vec<u8>, PdfError> {
    let measure = Measure::new().ok_or(PdfError::Font)?;
    let info = DocumentInfo {
        title: &format!("{} · {}", card.title, card.edition),
        description: card.not_for_use.as_deref().unwrap_or(&card.not_for_victim),
        language: card.lang.id(),
        product: words::product(card.lang),
        watermark: card.watermark,
    };
    write_pdf(&lay_out(card, &measure), info, &Cover::default())
}

/// The pages of a card: on the first sheet as much as fits on one A4; what fits on none has room on more pages.
fn lay_out(card: &Card, measure: &Measure) -> PagedDocument {
    let room = Room::fitting(|room| sheet::first_sheet(card, room, measure).pages.len() == 1);
    sheet::all_sheets(card, room, measure)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        export::{
            card::{CardOptions, style::SheetStyle},
            paper::{DrawOp, TextStyle, theme},
        },
        file::embedded_guide,
        lookup::{ASKER, Index, Profile},
        model::{Date, FacetId, Guide, Lang, Scenario},
    };

    fn card(guide: Guide, today: Date, full: bool) -> Card {
        let index = Index::new(Arc::new(guide)).unwrap();
        let profile = Profile::default();
        let outcome = index.look_up(&profile, Date::new(2026, 11, 22).unwrap()).unwrap();
        let options = CardOptions { with_facets: true, full, ..CardOptions::new(Lang::Nl, today) };
        Card::new(&index, &profile, &outcome, &options)
    }

    fn laid(guide: Guide, today: Date) -> PagedDocument {
        lay_out(&card(guide, today, true), &Measure::new().unwrap())
    }

    fn laid_short(guide: Guide, today: Date) -> PagedDocument {
        lay_out(&card(guide, today, false), &Measure::new().unwrap())
    }

    /// Left, top, right and bottom of all words on a page.
    fn places(page: &[DrawOp], measure: &Measure) -> Vec<(f32, f32, f32, f32, String)> {
        let words = page.iter().filter_map(|op| match op {
            DrawOp::Words { left, top, words, style, .. } => {
                let letters = top + style.baseline();
                let right = left + measure.width(words.text.trim_end(), *style);
                Some((*left, letters - style.size * 0.6, right, letters, words.text.clone()))
            }
            DrawOp::Fill { .. } => None,
        });
        words.collect()
    }

    /// What is known in every case of a guide, and on which day.
    fn cases(index: &Index) -> impl Iterator<Item = (&Scenario, Profile)> {
        index.guide().scenarios.iter().map(|scenario| {
            let given = scenario.given.iter().map(|(facet, values)| {
                let values: Vec<&str> = values.iter().map(crate::model::ValueId::as_str).collect();
                format!("{facet}={}", values.join(","))
            });
            let given: Vec<String> = given.collect();
            (scenario, Profile::parse(index.guide(), given.iter().map(String::as_str)).unwrap())
        })
    }

    /// The cards of every case of a guide, short and full, in both languages.
    fn cards_of_cases(index: &Index) -> impl Iterator<Item = (String, Card)> {
        cases(index).flat_map(move |(scenario, profile)| {
            let outcome = index.look_up(&profile, scenario.date).unwrap();
            let forms = [Lang::Nl, Lang::En].into_iter().flat_map(|lang| [(lang, false), (lang, true)]);
            forms.map(move |(lang, full)| {
                let options = CardOptions { with_facets: true, full, ..CardOptions::new(lang, scenario.date) };
                (scenario.id.to_string(), Card::new(index, &profile, &outcome, &options))
            })
        })
    }

    /// Whether the short card is one A4 on which no letter is smaller than 9 points, 10 for what a step is.
    fn is_readable_a4(laid: &PagedDocument) -> bool {
        let [page] = laid.pages.as_slice() else { return false };
        let sizes = page.iter().filter_map(|op| match op {
            DrawOp::Words { style, .. } => Some(style.size),
            DrawOp::Fill { .. } => None,
        });
        SheetStyle::of_card().body.size >= 10.0 && sizes.fold(f32::INFINITY, f32::min) >= 9.0
    }

    #[test]
    fn every_case_at_every_desk_is_one_a4_that_can_be_read() {
        let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
        let measure = Measure::new().unwrap();
        let facet = |id: &str| index.guide().facet(&FacetId::new(id).unwrap()).unwrap();
        let mut cards = 0;
        for (scenario, known) in cases(&index) {
            for desk in &facet(ASKER).values {
                let mut profile = known.clone();
                profile.give(facet(ASKER), &[desk.id.as_str()]).unwrap();
                if profile.known(&facet("moment").id).is_none() {
                    profile.give(facet("moment"), &["avond-nacht-weekend"]).unwrap();
                }
                let Ok(outcome) = index.look_up(&profile, scenario.date) else { continue };
                // On another day the card says that it is not for use, which takes room.
                let options = CardOptions::new(Lang::Nl, Date::new(2026, 11, 22).unwrap());
                let card = Card::new(&index, &profile, &outcome, &options);
                assert!(is_readable_a4(&lay_out(&card, &measure)), "{} at {}", scenario.id, desk.id);
                cards += 1;
            }
        }
        assert!(cards > 800, "only {cards} cards");
    }

    #[test]
    fn the_full_card_begins_with_the_short_one() {
        let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
        let measure = Measure::new().unwrap();
        let words = |page: &[DrawOp]| -> Vec<String> {
            let words = page.iter().filter_map(|op| match op {
                DrawOp::Words { words, node: Some(_), .. } => Some(words.text.clone()),
                DrawOp::Words { .. } | DrawOp::Fill { .. } => None,
            });
            words.collect()
        };
        let (short, full): (Vec<_>, Vec<_>) = cards_of_cases(&index).partition(|(_, card)| card.further.is_none());
        for ((case, short), (_, full)) in short.into_iter().zip(full) {
            // They only say otherwise where the rest is.
            let short = Card { about: full.about.clone(), ..short };
            let (short, full) = (lay_out(&short, &measure), lay_out(&full, &measure));
            assert_eq!(short.pages.len(), 1, "{case}");
            assert!(full.pages.len() > 1, "{case}");
            let before = |page: &[DrawOp]| -> Vec<String> {
                let is_about =
                    |words: &String| words.starts_with("Over deze kaart:") || words.starts_with("About this card:");
                words(page).into_iter().take_while(|words| !is_about(words)).collect()
            };
            assert_eq!(before(&short.pages[0]), before(&full.pages[0]), "{case}");
        }
    }

    fn check_that_words_stay_apart(case: &str, laid: &PagedDocument, measure: &Measure) {
        for page in &laid.pages {
            let places = places(page, measure);
            for (number, (left, top, right, bottom, text)) in places.iter().enumerate() {
                let fits = *left >= theme::MARGIN - 0.1 && *right <= theme::PAGE.0 - theme::MARGIN + 0.5;
                assert!(
                    fits && *top >= theme::MARGIN - 1.0 && *bottom < theme::PAGE.1 - 20.0,
                    "{case}: off the page: {text}"
                );
                for (other_left, other_top, other_right, other_bottom, other) in &places[number + 1..] {
                    let apart = *right <= other_left + 0.1
                        || *other_right <= left + 0.1
                        || *bottom <= *other_top
                        || *other_bottom <= *top;
                    assert!(apart, "{case}: «{text}» and «{other}» overlap");
                }
            }
        }
    }

    #[test]
    fn no_words_leave_the_page_or_run_into_others() {
        let mut endless = embedded_guide().unwrap();
        if let Some(record) = endless.responsibilities.iter_mut().find(|record| record.primary) {
            record.task = "Een heel lange taak met 0900 8844 erin. ".repeat(300);
        }
        let measure = Measure::new().unwrap();
        let another_day = Date::new(2026, 11, 23).unwrap();
        let shipped = || embedded_guide().unwrap();
        assert!(laid(shipped(), another_day).pages.len() > 1);
        for (case, laid) in [
            ("nobody in particular", laid(shipped(), another_day)),
            ("an endless task", laid(endless.clone(), another_day)),
            ("nobody in particular, in short", laid_short(shipped(), another_day)),
            ("an endless task, in short", laid_short(endless, another_day)),
        ] {
            check_that_words_stay_apart(case, &laid, &measure);
        }
        let index = Index::new(Arc::new(shipped())).unwrap();
        for (case, card) in cards_of_cases(&index) {
            check_that_words_stay_apart(&case, &lay_out(&card, &measure), &measure);
        }
    }

    #[test]
    fn no_heading_is_left_alone_at_the_foot_of_a_column() {
        let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
        let measure = Measure::new().unwrap();
        let mut headings = 0;
        for (case, card) in cards_of_cases(&index).filter(|(_, card)| card.further.is_some()) {
            headings += headings_with_something_below(&lay_out(&card, &measure), &case);
        }
        assert!(headings > 100, "the cards have headings: {headings}");
    }

    fn headings_with_something_below(document: &PagedDocument, case: &str) -> usize {
        let headings = [theme::ASPECT, theme::PHASE];
        let mut found = 0;
        for page in &document.pages {
            let words = page.iter().filter_map(|op| match op {
                DrawOp::Words { left, top, style, words, node: Some(_) } => {
                    Some((*left > theme::PAGE.0 / 2.0, *top, *style, &words.text))
                }
                DrawOp::Words { .. } | DrawOp::Fill { .. } => None,
            });
            let words: Vec<_> = words.collect();
            let is_heading = |style: TextStyle| {
                headings.iter().any(|own| own.size.total_cmp(&style.size).is_eq() && style.ink != theme::WARNING)
            };
            for (column, top, _, text) in words.iter().filter(|(_, _, style, _)| is_heading(*style)) {
                found += 1;
                let follows = words.iter().any(|(other, below, ..)| other == column && *below > top + 1.0);
                assert!(follows, "{case}: nothing under «{text}»");
            }
        }
        found
    }

    #[test]
    fn every_page_says_that_the_card_is_not_for_use() {
        let laid = laid(embedded_guide().unwrap(), Date::new(2026, 11, 23).unwrap());
        for page in &laid.pages {
            let says = |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.starts_with("Niet voor gebruik: stand op"));
            assert!(page.iter().any(says));
        }
    }

    #[test]
    fn a_telephone_number_stays_on_one_line() {
        let laid = laid(embedded_guide().unwrap(), Date::new(2026, 11, 22).unwrap());
        let words = laid.pages.iter().flatten();
        let is_whole = |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.contains("033 448 11 86"));
        let is_cut =
            |op: &DrawOp| matches!(op, DrawOp::Words { words, .. } if words.text.trim_end().ends_with("033 448"));
        assert!(words.clone().any(is_whole) && !words.clone().any(is_cut));
    }
}
