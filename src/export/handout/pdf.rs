//! The handout on paper: A4, tagged, the same bytes for the same handout.

use crate::{
    export::paper::{
        Block, ColumnFlow, ColumnItem, Cover, DocumentInfo, Measure, PagedDocument, PdfError, Run, StructKind,
        TextColumn, TextStyle, WIDTH, Weight, at, column_width, foot, run,
        theme::{self, INK, SOFT, WARNING, above, style},
        write_pdf,
    },
    model::Lang,
    text::{card as card_text, papers as text, words},
    workshop::{AnswerCard, GapCard, Handout, HandoutAnswers, HandoutStep, PlanLine, QuizCard, RoleCard, RoleCards},
};

const TITLE: TextStyle = style(Weight::SemiBold, 18.0, 21.0, INK);
const STEP: TextStyle = style(Weight::SemiBold, 12.5, 15.0, INK);
const LABEL: TextStyle = style(Weight::SemiBold, 10.0, 12.0, SOFT);
const BODY: TextStyle = style(Weight::Regular, 10.0, 12.4, INK);
const STRONG: TextStyle = style(Weight::SemiBold, 10.0, 12.4, INK);
const SMALL: TextStyle = style(Weight::Regular, 9.0, 10.8, SOFT);
const GAP: TextStyle = style(Weight::SemiBold, 10.0, 12.4, WARNING);
const FOOT: TextStyle = style(Weight::Regular, 9.0, 9.2, SOFT);
/// How high a line to write on is, and how many there are under what is asked.
const BLANK: f32 = 22.0;
const BLANKS: u16 = 3;
/// How many sources stand with an answer.
const SOURCES: usize = 2;

/// The handout as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub fn handout_pdf(handout: &Handout, cards: &RoleCards, lang: Lang) -> Result<Vec<u8>, PdfError> {
    let measure = Measure::new().ok_or(PdfError::Font)?;
    let info = DocumentInfo {
        title: &[text::handout(lang), handout.title.as_str()].join(" · "),
        description: text::fictive(lang),
        language: lang.id(),
        product: words::product(lang),
        watermark: handout.watermark,
    };
    write_pdf(&lay_out(handout, cards, lang, &measure), info, &Cover::default())
}

fn lay_out(handout: &Handout, cards: &RoleCards, lang: Lang, measure: &Measure) -> PagedDocument {
    let mut sheet = Sheet { measure, lang, flow: ColumnFlow::default() };
    sheet.top(handout);
    for step in &handout.steps {
        sheet.step(step);
    }
    if !handout.questions.is_empty() {
        sheet.list(2, text::questions(lang), &handout.questions, BODY);
        sheet.asked(text::own_lines(lang));
    }
    sheet.cards(cards);
    sheet.list(2, text::key(lang), &handout.key, BODY);
    sheet.list(2, words::sources(lang), &handout.sources, SMALL);
    let left = [text::fictive(lang), handout.edition.as_str()].join(" · ");
    sheet.flow.finish(|page, pages| foot(measure, &left, &card_text::page_of(page, pages, lang), FOOT))
}

/// A handout that is being laid out.
struct Sheet<'a> {
    measure: &'a Measure,
    lang: Lang,
    flow: ColumnFlow,
}

impl Sheet<'_> {
    /// What it is, for whom, and on which guide it rests.
    fn top(&mut self, handout: &Handout) {
        let item = self.heading(1, &handout.title, TITLE);
        self.flow.section(vec![item], 1, 0.0);
        let mut lines = vec![text::fictive(self.lang).to_owned(), handout.edition.clone()];
        if !handout.audience.is_empty() {
            lines.push([text::for_whom(self.lang), &handout.audience.join(", ")].join(": "));
        }
        self.paragraph(&[run(&lines.join(" · "), SMALL)], StructKind::Paragraph, above::LINE);
    }

    fn step(&mut self, step: &HandoutStep) {
        let lang = self.lang;
        let heading = self.heading(2, &step.title, STEP);
        let when: Vec<&str> = std::iter::once(step.day.as_str()).chain(step.token.as_deref()).collect();
        let when = when.join(" · ");
        let item = self.item(&[run(&when, SMALL)], StructKind::Paragraph);
        self.flow.titled_section(heading, vec![item], 1, above::PHASE);
        if let Some(story) = &step.story {
            self.paragraph(&[run(story, BODY)], StructKind::Paragraph, above::LINE);
        }
        self.list(3, text::known(lang), &step.known, BODY);
        if let Some(question) = &step.question {
            self.asked(question);
        }
        for question in &step.quiz {
            self.quiz(question);
        }
        for answers in &step.answers {
            self.answers(answers);
        }
        self.plan(&step.plan);
        self.list(3, text::for_trainer(lang), &step.notes, BODY);
    }

    fn answers(&mut self, answers: &HandoutAnswers) {
        let heading = self.heading(3, &answers.aspect, LABEL);
        let list = self.flow.node(StructKind::List, None);
        let mut items: Vec<ColumnItem> = Vec::new();
        for answer in &answers.answers {
            items.push(self.answer(answer, list));
        }
        for gap in &answers.gaps {
            items.push(self.gap(gap, list));
        }
        self.flow.titled_section(heading, items, 1, above::ASPECT);
    }

    fn answer(&mut self, answer: &AnswerCard, list: usize) -> ColumnItem {
        let body = self.body_of(list);
        let mut block = Block::default();
        let head = self.flow.node(StructKind::Paragraph, Some(body));
        let top = block.paragraph(
            self.measure,
            &[run(&answer.party, STRONG), run(&answer.role, SMALL)],
            Some(head),
            column(0.0),
        );
        let dutch = self.flow.node(self.dutch(), Some(body));
        let tasks = answer.tasks.join(" ");
        let top = block.paragraph(self.measure, &[run(&tasks, BODY)], Some(dutch), column(top));
        let terms = answer.terms.iter().map(String::as_str);
        let more: Vec<&str> = terms.chain([answer.because.as_str()]).filter(|words| !words.is_empty()).collect();
        let more = [&words::capital(&more.join(" · ")), "."].concat();
        let sources = in_short(&answer.sources);
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        block.paragraph(self.measure, &[run(&more, SMALL), run(&sources, SMALL)], Some(node), column(top));
        marked(block)
    }

    fn gap(&mut self, gap: &GapCard, list: usize) -> ColumnItem {
        let body = self.body_of(list);
        let mut block = Block::default();
        let head = self.flow.node(StructKind::Paragraph, Some(body));
        let top = block.paragraph(self.measure, &[run(&gap.kind, GAP)], Some(head), column(0.0));
        let dutch = self.flow.node(self.dutch(), Some(body));
        let top = block.paragraph(self.measure, &[run(&gap.text, BODY)], Some(dutch), column(top));
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        let sources = in_short(&gap.sources);
        let ask = [gap.ask.as_str(), "."].concat();
        block.paragraph(self.measure, &[run(&ask, STRONG), run(&sources, SMALL)], Some(node), column(top));
        marked(block)
    }

    fn plan(&mut self, plan: &[PlanLine]) {
        if plan.is_empty() {
            return;
        }
        let heading = self.heading(3, text::plan(self.lang), LABEL);
        let list = self.flow.node(StructKind::List, None);
        let mut items = Vec::new();
        for (number, line) in (1..).zip(plan) {
            let body = self.body_of(list);
            let mut block = Block::default();
            let head = self.flow.node(StructKind::Paragraph, Some(body));
            let act = format!("{number}. {}", line.act);
            let said = [run(&act, STRONG), run(&line.when, SMALL)];
            let top = block.paragraph(self.measure, &said, Some(head), column(0.0));
            let dutch = self.flow.node(self.dutch(), Some(body));
            let tasks = line.tasks.join(" ");
            let ground = line.ground.as_ref().map(|ground| [words::sharing(self.lang), ground.as_str()].join(": "));
            let ground = ground.unwrap_or_default();
            block.paragraph(self.measure, &[run(&tasks, BODY), run(&ground, SMALL)], Some(dutch), column(top));
            items.push(marked(block));
        }
        self.flow.titled_section(heading, items, 1, above::ASPECT);
    }

    /// Every organisation with what it does, in two columns.
    fn cards(&mut self, cards: &RoleCards) {
        if cards.cards.is_empty() {
            return;
        }
        let heading = self.heading(2, text::cards(self.lang), STEP);
        let list = self.flow.node(StructKind::List, None);
        let items: Vec<ColumnItem> = cards.cards.iter().map(|card| self.card(card, list)).collect();
        self.flow.titled_section(heading, items, 2, above::PHASE);
    }

    fn card(&mut self, card: &RoleCard, list: usize) -> ColumnItem {
        let body = self.body_of(list);
        let width = column_width(2) - theme::MARKER;
        let place = |top: f32| at(theme::MARKER, top, width);
        let mut block = Block::default();
        let head = self.flow.node(StructKind::Paragraph, Some(body));
        let mut top = block.paragraph(self.measure, &[run(&card.party, STRONG)], Some(head), place(0.0));
        for task in &card.tasks {
            let node = self.flow.node(self.dutch(), Some(body));
            let aspect = [task.aspect.as_str(), ":"].concat();
            top = block.paragraph(self.measure, &[run(&aspect, SMALL), run(&task.task, SMALL)], Some(node), place(top));
        }
        ColumnItem { block, above: above::BLOCK, ..ColumnItem::default() }
    }

    /// What is asked, with lines to write on.
    fn asked(&mut self, question: &str) {
        let node = self.flow.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        let top = block.paragraph(self.measure, &[run(question, STRONG)], Some(node), at(0.0, 0.0, WIDTH));
        let lines = self.flow.node(StructKind::Paragraph, None);
        let place = at(0.0, top, WIDTH);
        block.paragraph(self.measure, &[run(text::own_lines(self.lang), SMALL)], Some(lines), place);
        for line in 1..=BLANKS {
            block.fill(0.0, top + f32::from(line) * BLANK, (WIDTH, theme::HAIR), SOFT);
        }
        block.height = top + f32::from(BLANKS) * BLANK + above::ITEM;
        self.flow.section(vec![ColumnItem { block, ..ColumnItem::default() }], 1, above::BLOCK);
    }

    /// A question made from the guide, with what can be answered.
    fn quiz(&mut self, question: &QuizCard) {
        let mut block = Block::default();
        let node = self.flow.node(StructKind::Paragraph, None);
        let (number, _) = question.number;
        let asked = format!("{number}. {}", question.text);
        let situation = question.situation.join("; ");
        let runs = [run(&asked, STRONG), run(&situation, SMALL)];
        let mut top = block.paragraph(self.measure, &runs, Some(node), at(0.0, 0.0, WIDTH));
        let list = self.flow.node(StructKind::List, None);
        for option in &question.options {
            let body = self.body_of(list);
            let words = format!("{}. {}", option.letter, option.text);
            top = block.paragraph(self.measure, &[run(&words, BODY)], Some(body), column(top));
        }
        self.flow.section(vec![ColumnItem { block, ..ColumnItem::default() }], 1, above::BLOCK);
    }

    /// A heading and a tagged list under it; nothing when it is empty.
    fn list(&mut self, level: u16, heading: &str, items: &[String], style: TextStyle) {
        if items.is_empty() {
            return;
        }
        let heading = self.heading(level, heading, if level == 2 { STEP } else { LABEL });
        let list = self.flow.node(StructKind::List, None);
        let mut units = Vec::new();
        for item in items {
            let body = self.body_of(list);
            let mut block = Block::default();
            block.fill(0.0, style.line / 2.0 - 1.0, (2.0, 2.0), SOFT);
            block.paragraph(self.measure, &[run(item, style)], Some(body), column(0.0));
            units.push(ColumnItem { block, above: above::LINE, ..ColumnItem::default() });
        }
        self.flow.titled_section(heading, units, 1, if level == 2 { above::PHASE } else { above::ASPECT });
    }

    fn heading(&mut self, level: u16, words: &str, style: TextStyle) -> ColumnItem {
        let node = self.flow.node(StructKind::Heading(level, words.to_owned()), None);
        let mut block = Block::default();
        block.paragraph(self.measure, &[run(words, style)], Some(node), at(0.0, 0.0, WIDTH));
        ColumnItem { block, stays: true, heading: Some((level, words.to_owned())), above: above::ASPECT }
    }

    fn item(&mut self, runs: &[Run<'_>], kind: StructKind) -> ColumnItem {
        let node = self.flow.node(kind, None);
        let mut block = Block::default();
        block.paragraph(self.measure, runs, Some(node), at(0.0, 0.0, WIDTH));
        ColumnItem { block, ..ColumnItem::default() }
    }

    fn paragraph(&mut self, runs: &[Run<'_>], kind: StructKind, above: f32) {
        let item = self.item(runs, kind);
        self.flow.section(vec![item], 1, above);
    }

    fn body_of(&mut self, list: usize) -> usize {
        let item = self.flow.node(StructKind::Item, Some(list));
        self.flow.node(StructKind::Body, Some(item))
    }

    /// What the guide says itself is Dutch.
    fn dutch(&self) -> StructKind {
        match self.lang {
            Lang::Nl => StructKind::Paragraph,
            Lang::En => StructKind::DutchParagraph,
        }
    }
}

/// The first of several sources: all documents stand at the end.
fn in_short(sources: &[String]) -> String {
    let more = if sources.len() > SOURCES { "; …" } else { "" };
    let first: Vec<&str> = sources.iter().take(SOURCES).map(String::as_str).collect();
    [&first.join("; "), more].concat()
}

/// The words beside a marker, from a height.
fn column(top: f32) -> TextColumn {
    at(theme::MARKER, top, WIDTH - theme::MARKER)
}

/// A block with its marker.
fn marked(mut block: Block) -> ColumnItem {
    let height = block.height;
    block.fill(0.0, 0.0, (theme::MARKER_WIDTH, height), SOFT);
    ColumnItem { block, above: above::ITEM, ..ColumnItem::default() }
}
