//! Who is responsible, hidden until it is revealed, one by one.

use eframe::egui::{Align, Align2, FontId, Layout, Rect, Response, Sense, Ui, Vec2, vec2};

use super::{
    Touch, pressed,
    sheet::{Letters, Sheet, say},
};
use crate::{
    model::Lang,
    text::{projector as text, words::capital},
    ui::theme::fonts,
    workshop::{AnswerCard, AspectBoard, Card, GapCard},
};

/// From this many cards on they stand beside each other.
const BESIDE: usize = 2;

/// All that is asked, an aspect under the other.
pub(super) fn boards_ui(ui: &mut Ui, sheet: &Sheet, boards: &[AspectBoard], lang: Lang) -> Option<Touch> {
    let mut touch = None;
    for (at, board) in boards.iter().enumerate() {
        board_head(ui, sheet, board, lang);
        if let Some(card) = cards_ui(ui, sheet, board, lang) {
            touch = Some(Touch::Card(at, card));
        }
        if !board.maybe.is_empty() {
            sheet.say_softly(ui, text::maybe(&board.maybe, lang));
        }
        ui.add_space(sheet.units(20.0));
    }
    touch
}

fn board_head(ui: &mut Ui, sheet: &Sheet, board: &AspectBoard, lang: Lang) {
    ui.horizontal(|ui| {
        phase_square(ui, sheet, board.letter, 54.0);
        say(ui, sheet.strong(Letters::Lead, &board.aspect));
        sheet.say_softly(ui, text::found(board.found, board.cards.len(), lang));
    });
}

/// The square of a phase, with its letter.
pub(super) fn phase_square(ui: &mut Ui, sheet: &Sheet, letter: char, size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(sheet.units(size)), Sense::hover());
    let phase = sheet.tokens.phase(letter);
    ui.painter().rect_filled(rect, sheet.corner(), phase.color);
    let font = FontId::new(sheet.units(size * 0.68), fonts::semibold());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, font, phase.ink);
    response
}

/// The cards of a board in rows; the place of the one that was pressed.
fn cards_ui(ui: &mut Ui, sheet: &Sheet, board: &AspectBoard, lang: Lang) -> Option<usize> {
    let mut touched = None;
    let beside = if board.cards.len() >= BESIDE { BESIDE } else { 1 };
    for (row, cards) in board.cards.chunks(beside).enumerate() {
        ui.columns(beside, |columns| {
            for (column, (ui, card)) in columns.iter_mut().zip(cards).enumerate() {
                let place = row * beside + column;
                // Columns stretch the words in them, which is hard to read.
                let is_touched = ui.with_layout(Layout::top_down(Align::Min), |ui| match card {
                    Card::Hidden => hidden_ui(ui, sheet, board, place, lang),
                    Card::Answer(answer) => {
                        answer_ui(ui, sheet, board.letter, answer, lang);
                        false
                    }
                    Card::Gap(gap) => {
                        gap_ui(ui, sheet, gap, lang);
                        false
                    }
                });
                if is_touched.inner {
                    touched = Some(place);
                }
            }
        });
    }
    touched
}

fn hidden_ui(ui: &mut Ui, sheet: &Sheet, board: &AspectBoard, place: usize, lang: Lang) -> bool {
    let size = vec2(ui.available_width(), sheet.units(120.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let edge = eframe::egui::Stroke::new(sheet.units(4.0), sheet.tokens.line_strong);
    ui.painter().extend(dashed(rect, sheet, edge));
    let font = sheet.font(Letters::Title);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, "?", font, sheet.tokens.ink_soft);
    pressed(ui, &response, sheet, &text::hidden_card(place + 1, &board.aspect, lang))
}

/// The edge of what is not known yet.
fn dashed(rect: Rect, sheet: &Sheet, stroke: eframe::egui::Stroke) -> Vec<eframe::egui::Shape> {
    let rect = rect.shrink(stroke.width);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    eframe::egui::Shape::dashed_line(&corners, stroke, sheet.units(20.0), sheet.units(14.0))
}

fn answer_ui(ui: &mut Ui, sheet: &Sheet, letter: char, card: &AnswerCard, lang: Lang) {
    let phase = sheet.tokens.phase(letter);
    sheet.card(phase.color).show(ui, |ui| {
        ui.take_available_width();
        say(ui, sheet.strong(Letters::Lead, &card.party));
        let role = if card.is_found { text::found_role(&card.role, lang) } else { card.role.clone() };
        sheet.say_softly(ui, role);
        for task in &card.tasks {
            say(ui, sheet.rich(Letters::Body, task));
        }
        for term in &card.terms {
            say(ui, sheet.strong(Letters::Body, term));
        }
        if !card.because.is_empty() {
            sheet.say_softly(ui, capital(&card.because));
        }
        sheet.say_softly(ui, text::source(&card.sources, lang));
    });
}

fn gap_ui(ui: &mut Ui, sheet: &Sheet, card: &GapCard, lang: Lang) {
    let frame = sheet.card(sheet.tokens.warning).fill(sheet.tokens.warning_ground);
    frame.show(ui, |ui| {
        ui.take_available_width();
        let kind = if card.is_found { text::found_role(&card.kind, lang) } else { card.kind.clone() };
        say(ui, sheet.strong(Letters::Body, kind).color(sheet.tokens.warning));
        say(ui, sheet.rich(Letters::Body, &card.text));
        if !card.ask.is_empty() {
            say(ui, sheet.strong(Letters::Body, text::ask_now(&card.ask, lang)));
        }
        sheet.say_softly(ui, text::source(&card.sources, lang));
    });
}
