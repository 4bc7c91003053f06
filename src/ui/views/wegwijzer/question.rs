//! The next question, the only coloured band. It has one height, whatever it asks, so that nothing under it moves.

use std::sync::{Arc, Weak};

use eframe::egui::{
    Key, KeyboardShortcut, Label, Popup, PopupCloseBehavior, Rect, Role, Ui, style::ScrollAnimation, vec2,
};

use crate::{
    app::{App, Command, Document, QuestionAnswer, QuestionView},
    model::Lang,
    text::window as text,
    ui::{
        action::{alone, key_name},
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{Button, ChoiceMark, ChoiceRow, ChoiceState, choice_rows, outline_button, question_band},
    },
};

/// At most so many rows of answers; the rest is one click away.
const ROWS: usize = 2;
/// At most so many lines of the question, and of what hangs on it.
const LINES: usize = 2;

/// The keys with which the first answers to the next question are given.
pub(super) const ANSWER_KEYS: [KeyboardShortcut; 9] = [
    alone(Key::Num1),
    alone(Key::Num2),
    alone(Key::Num3),
    alone(Key::Num4),
    alone(Key::Num5),
    alone(Key::Num6),
    alone(Key::Num7),
    alone(Key::Num8),
    alone(Key::Num9),
];
/// The key that skips the next question.
pub(super) const SKIP_KEY: KeyboardShortcut = alone(Key::Num0);

/// What the band remembers from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct QuestionState {
    /// How many answers were in sight with their digit; `None` when the band was not in view as a whole.
    pub(super) in_view: Option<usize>,
    /// A digit was pressed while it was not: show it.
    pub(super) is_wanted: bool,
    texts: Option<(TextShape, Texts)>,
}

/// What the room for the words follows from.
#[derive(Clone, Debug)]
struct TextShape {
    document: Weak<Document>,
    lang: Lang,
    /// In bits, as is the next: only whether it is the same matters.
    width: u32,
    pixels_per_point: u32,
}

impl PartialEq for TextShape {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.document, &other.document)
            && (self.lang, self.width, self.pixels_per_point) == (other.lang, other.width, other.pixels_per_point)
    }
}

/// The room for the words of any question of the guide.
#[derive(Clone, Copy, Debug)]
struct Texts {
    /// Whether every question has what hangs on it behind it on its line.
    is_one_line: bool,
    question: f32,
    decides: f32,
}

impl Texts {
    fn height(self) -> f32 {
        if self.is_one_line { self.question.max(self.decides) } else { self.question + size::LINE_GAP + self.decides }
    }
}

pub(super) fn question_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut QuestionState) {
    let is_wanted = std::mem::take(&mut state.is_wanted);
    let Some(question) = ctx.app.question() else { return };
    let lang = ctx.app.language();
    let width = (ui.available_width() - 2.0 * size::BAND_PAD.0).max(0.0);
    let texts = texts(ui, ctx.app, width, &mut state.texts);
    let height = texts.height() + size::S + rows_height(ROWS);
    let mut command = None;
    let band = question_band(ui, text::next_question(lang), |ui| {
        let place = Rect::from_min_size(ui.cursor().min, vec2(width, height));
        ui.set_height(height);
        ui.spacing_mut().item_spacing = vec2(size::S, size::LINE_GAP);
        words_ui(ui, question, texts);
        let top = place.top() + texts.height() + size::S;
        ui.add_space((top - ui.cursor().top()).max(0.0));
        let (shown, bottom) = answers_ui(ui, question, width, lang, &mut command);
        (place.with_max_y(bottom), shown)
    });
    let (needed, shown) = band.inner;
    state.in_view = ui.clip_rect().expand(1.0).contains_rect(needed).then_some(shown);
    if is_wanted {
        ui.scroll_to_rect_animation(band.response.rect, None, ScrollAnimation::none());
    }
    if let Some(command) = command {
        ctx.send(command);
    }
    ui.add_space(size::S);
}

#[expect(clippy::cast_precision_loss, reason = "there are few rows")]
fn rows_height(rows: usize) -> f32 {
    rows as f32 * size::BUTTON + (rows as f32 - 1.0) * size::BETWEEN_CARDS
}

/// The room for words at this width: enough for every question of the guide, up to so many lines.
fn texts(ui: &Ui, app: &App, width: f32, kept: &mut Option<(TextShape, Texts)>) -> Texts {
    let lang = app.language();
    let shape = TextShape {
        document: Arc::downgrade(app.document()),
        lang,
        width: width.to_bits(),
        pixels_per_point: ui.pixels_per_point().to_bits(),
    };
    if let Some((_, texts)) = kept.as_ref().filter(|(known, _)| *known == shape) {
        return *texts;
    }
    let size_of = |role: TextRole, words: &str, wrap: f32| {
        let mut job = role.wrapped(words, ui.tokens().ink, wrap);
        job.wrap.max_rows = LINES;
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size()
    };
    let mut texts = Texts { is_one_line: true, question: 0.0, decides: TextRole::Small.line_height() };
    for facet in &app.guide().facets {
        let question = facet.question.text(lang);
        // What the program finds itself may be longer, and is cut.
        let decides = facet.decides.as_ref().map_or("", |decides| decides.text(lang));
        let both = size_of(TextRole::Strong, question, f32::INFINITY).x
            + size::S
            + size_of(TextRole::Small, decides, f32::INFINITY).x;
        texts.is_one_line &= both < width;
        texts.question = texts.question.max(size_of(TextRole::Strong, question, width).y);
        texts.decides = texts.decides.max(size_of(TextRole::Small, decides, width).y);
    }
    *kept = Some((shape, texts));
    texts
}

/// The question, and what hangs on it.
fn words_ui(ui: &mut Ui, question: &QuestionView, texts: Texts) {
    let soft = ui.tokens().ink_soft;
    let words = |role: TextRole, words: &str, color, wrap: f32, rows: usize| {
        let mut job = role.wrapped(words, color, wrap);
        job.wrap.max_rows = rows;
        Label::new(job)
    };
    if texts.is_one_line {
        ui.horizontal(|ui| {
            ui.add(words(TextRole::Strong, &question.text, ui.tokens().ink, f32::INFINITY, 1));
            if let Some(decides) = &question.decides {
                ui.add(words(TextRole::Small, decides, soft, ui.available_width(), 1));
            }
        });
        return;
    }
    let width = ui.available_width();
    ui.add(words(TextRole::Strong, &question.text, ui.tokens().ink, width, LINES));
    if let Some(decides) = &question.decides {
        ui.add(words(TextRole::Small, decides, soft, width, LINES));
    }
}

/// Draws the answers, and gives how many of them are in sight and where the last row ends.
fn answers_ui(
    ui: &mut Ui,
    question: &QuestionView,
    width: f32,
    lang: Lang,
    command: &mut Option<Command>,
) -> (usize, f32) {
    let keys: Vec<String> = ANSWER_KEYS.iter().map(|key| key_name(ui, *key)).collect();
    let skip_key = key_name(ui, SKIP_KEY);
    let go_on = if question.is_ticked { text::go_on(lang) } else { text::skip(lang) };
    let skip = outline_button(go_on).neutral().key(&skip_key);
    let answers: Vec<Button<'_>> =
        question.answers.iter().enumerate().map(|(at, answer)| answer_button(answer, keys.get(at))).collect();
    let widths: Vec<f32> = answers.iter().map(|button| button.width(ui)).collect();
    let rest = |shown: usize| text::more_answers(answers.len() - shown, lang);
    let more_width = |shown: usize| outline_button(&rest(shown)).neutral().trailing(Icon::ChevronDown).width(ui);
    // "I don't know" and "go on" stand in one place.
    let skip_width = [text::go_on(lang), text::skip(lang)]
        .map(|words| outline_button(words).key(&skip_key).width(ui))
        .into_iter()
        .fold(0.0, f32::max);
    let fits = |shown: &usize| {
        let more = (*shown < answers.len()).then(|| more_width(*shown));
        let all = widths[..*shown].iter().copied().chain(more).chain([skip_width]);
        rows_of(all, width).last().is_none_or(|row| *row < ROWS)
    };
    let shown = (0..=answers.len()).rev().find(fits).unwrap_or(0);
    let more = (shown < answers.len()).then(|| more_width(shown));
    let rows = rows_of(widths[..shown].iter().copied().chain(more).chain([skip_width]), width);
    ui.spacing_mut().item_spacing.y = size::BETWEEN_CARDS;
    let more_words = rest(shown);
    let mut bottom = ui.cursor().top();
    for row in 0..=rows.last().copied().unwrap_or_default() {
        let line = ui.horizontal(|ui| {
            for (at, _) in rows.iter().enumerate().filter(|(_, in_row)| **in_row == row) {
                if let Some(button) = answers.get(at).filter(|_| at < shown) {
                    if ui.add(*button).clicked() {
                        *command = Some(question.answers[at].command.clone());
                    }
                } else if at == shown && shown < answers.len() {
                    more_ui(ui, question, shown, &more_words, command);
                } else if ui.add(skip).clicked() {
                    *command = Some(Command::Skip(question.facet.clone()));
                }
            }
        });
        bottom = line.response.rect.bottom();
    }
    (shown, bottom)
}

/// In which row each of these stands.
fn rows_of(widths: impl Iterator<Item = f32>, room: f32) -> Vec<usize> {
    let (mut row, mut left) = (0, 0.0);
    widths
        .map(|width| {
            if left > 0.0 && left + width > room {
                (row, left) = (row + 1, 0.0);
            }
            left += width + size::S;
            row
        })
        .collect()
}

fn answer_button<'a>(answer: &'a QuestionAnswer, key: Option<&'a String>) -> Button<'a> {
    let mut button = outline_button(&answer.label);
    if let Some(is_ticked) = answer.is_ticked {
        // Two icons as wide as each other: what is ticked moves nothing.
        button = button.icon(if is_ticked { Icon::Check } else { Icon::Plus }).selected(is_ticked);
    }
    match key {
        Some(key) => button.key(key),
        None => button,
    }
}

/// The answers for which there is no room.
fn more_ui(ui: &mut Ui, question: &QuestionView, shown: usize, words: &str, command: &mut Option<Command>) {
    let button = ui.add(outline_button(words).neutral().trailing(Icon::ChevronDown));
    let close = if question.answers.iter().any(|answer| answer.is_ticked.is_some()) {
        PopupCloseBehavior::CloseOnClickOutside
    } else {
        PopupCloseBehavior::CloseOnClick
    };
    Popup::menu(&button).close_behavior(close).width(size::MENU_WIDTH).show(|ui| {
        choice_rows(ui, Role::Group, &question.text, |ui| {
            for answer in &question.answers[shown..] {
                let (mark, state) = match answer.is_ticked {
                    Some(true) => (ChoiceMark::Check, ChoiceState::Chosen),
                    Some(false) => (ChoiceMark::Check, ChoiceState::Open),
                    None => (ChoiceMark::Radio, ChoiceState::Open),
                };
                if ui.add(ChoiceRow::new(mark, &answer.label, &answer.label).state(state)).clicked() {
                    *command = Some(answer.command.clone());
                }
            }
        });
    });
}
