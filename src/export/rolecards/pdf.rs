//! Role cards on paper: four faces on a page, each a party or the rest of one; tagged, the same bytes for the same cards.

use crate::{
    export::paper::{
        Block, Cover, DocumentInfo, Measure, PagedDocument, PdfError, PlacedHeading, StructKind, StructNode,
        TextColumn, TextStyle, Weight, at, run,
        theme::{self, INK, PAGE, SOFT, WARNING, style},
        write_pdf,
    },
    model::Lang,
    text::{papers as text, words},
    workshop::{RoleCard, RoleCards, RoleStep, RoleTask},
};

/// White around the words of a card.
const PAD: f32 = 17.0;
/// Faces on a page, side by side and below each other.
const ACROSS: u16 = 2;
const DOWN: u16 = 2;
/// Between two things on a card.
const BETWEEN: f32 = 3.0;

const NAME: TextStyle = style(Weight::SemiBold, 13.0, 15.0, INK);
const LABEL: TextStyle = style(Weight::SemiBold, 8.5, 10.5, SOFT);
const STRONG: TextStyle = style(Weight::SemiBold, 8.8, 10.8, INK);
const BODY: TextStyle = style(Weight::Regular, 8.8, 10.8, INK);
const SMALL: TextStyle = style(Weight::Regular, 8.0, 9.8, SOFT);
const FICTIVE: TextStyle = style(Weight::SemiBold, 8.0, 9.8, WARNING);

/// Role cards as PDF/UA-1.
///
/// # Errors
/// [`PdfError`] when the document cannot be made to hold to the standard.
pub fn role_cards_pdf(cards: &RoleCards, guide: &str, lang: Lang) -> Result<Vec<u8>, PdfError> {
    let measure = Measure::new().ok_or(PdfError::Font)?;
    let title = [text::role_cards(lang), cards.case.as_str()].join(" ");
    let info = DocumentInfo {
        title: title.trim(),
        description: text::fictive(lang),
        language: lang.id(),
        product: words::product(lang),
        watermark: cards.watermark,
    };
    write_pdf(&lay_out(cards, guide, lang, &measure), info, &Cover::default())
}

fn lay_out(cards: &RoleCards, guide: &str, lang: Lang, measure: &Measure) -> PagedDocument {
    let mut deck = Deck { measure, lang, cards, guide, document: PagedDocument::default(), faces: 0 };
    for card in &cards.cards {
        deck.card(card);
    }
    // A document without a page is none.
    if deck.document.pages.is_empty() {
        deck.nothing();
    }
    deck.document
}

/// How wide and high a face is, without its white.
fn face() -> (f32, f32) {
    (PAGE.0 / f32::from(ACROSS) - 2.0 * PAD, PAGE.1 / f32::from(DOWN) - 2.0 * PAD)
}

/// The words of a face.
fn column() -> TextColumn {
    at(0.0, 0.0, face().0)
}

/// Cards that are being laid out.
struct Deck<'a> {
    measure: &'a Measure,
    lang: Lang,
    cards: &'a RoleCards,
    guide: &'a str,
    document: PagedDocument,
    /// How many faces are taken.
    faces: u16,
}

/// Something of a card that stays together.
struct Piece {
    block: Block,
    /// Whether it stays with the next one.
    stays: bool,
}

impl Deck<'_> {
    fn node(&mut self, kind: StructKind, parent: Option<usize>) -> usize {
        self.document.tree.push(StructNode { kind, parent });
        self.document.tree.len() - 1
    }

    /// All faces of a party.
    fn card(&mut self, card: &RoleCard) {
        let heading = self.node(StructKind::Heading(1, card.party.clone()), None);
        let pieces = self.pieces(card);
        let foot = self.foot();
        let mut rest = pieces.into_iter().peekable();
        let mut is_first = true;
        while is_first || rest.peek().is_some() {
            let mut block = self.head(card, is_first.then_some(heading));
            let room = face().1 - foot.height - BETWEEN;
            let start = block.height;
            while let Some(piece) = rest.peek() {
                let own = piece.block.height + if piece.stays { 3.0 * BODY.line } else { 0.0 };
                // What is higher than a face is cut by nobody: it stands alone.
                if block.height + BETWEEN + own > room && block.height > start {
                    break;
                }
                if let Some(piece) = rest.next() {
                    let top = block.height + BETWEEN;
                    block.ops.extend(piece.block.ops.into_iter().map(|op| op.moved(0.0, top)));
                    block.height = top + piece.block.height;
                }
            }
            self.place(block, &foot, is_first.then_some(card.party.as_str()));
            is_first = false;
        }
    }

    /// The name, and what the card is.
    fn head(&self, card: &RoleCard, heading: Option<usize>) -> Block {
        let (lang, column) = (self.lang, column());
        let mut block = Block::default();
        let what = [text::role_card(lang), self.cards.case.as_str()].join(" · ");
        let what = what.trim_end_matches([' ', '·']);
        let top = block.paragraph(self.measure, &[run(what, SMALL)], None, column);
        let name = match heading {
            Some(_) => card.party.clone(),
            None => [card.party.as_str(), text::goes_on(lang)].join(", "),
        };
        let top = block.paragraph(self.measure, &[run(&name, NAME)], heading, TextColumn { top, ..column });
        block.fill(0.0, top + 1.0, (column.width, 2.0 * theme::HAIR), INK);
        block.height = top + 3.0;
        block
    }

    /// That it is an exercise, and on which guide it rests; for the eye alone.
    fn foot(&self) -> Block {
        let column = column();
        let mut block = Block::default();
        let day = [self.guide, self.cards.day.as_str()].join(" · ");
        let top = block.paragraph(self.measure, &[run(text::fictive(self.lang), FICTIVE)], None, column);
        block.paragraph(self.measure, &[run(&day, SMALL)], None, TextColumn { top, ..column });
        block
    }

    fn pieces(&mut self, card: &RoleCard) -> Vec<Piece> {
        let lang = self.lang;
        let mut pieces = Vec::new();
        if let Some(receives) = &card.receives {
            let node = self.node(StructKind::Paragraph, None);
            let lead = [text::you_get(lang), ":"].concat();
            pieces.push(self.piece(&[run(&lead, STRONG), run(receives, BODY)], node));
        }
        self.list(&mut pieces, text::your_tasks(lang), card.tasks.len(), |deck, at, node| {
            let task = card.tasks.get(at)?;
            Some(deck.task(task, node))
        });
        if let Some(more) = &card.more {
            let node = self.node(StructKind::Paragraph, None);
            pieces.push(self.piece(&[run(more, SMALL)], node));
        }
        self.list(&mut pieces, text::from_others(lang), card.gets.len(), |deck, at, node| {
            Some(deck.step(card.gets.get(at)?, node))
        });
        self.list(&mut pieces, text::to_others(lang), card.gives.len(), |deck, at, node| {
            Some(deck.step(card.gives.get(at)?, node))
        });
        self.list(&mut pieces, text::not_yours(lang), card.not_yours.len(), |deck, at, node| {
            let mut block = Block::default();
            block.paragraph(deck.measure, &[run(card.not_yours.get(at)?, BODY)], Some(node), column());
            Some(block)
        });
        if !card.sources.is_empty() {
            let node = self.node(StructKind::Paragraph, None);
            let sources = [words::sources(lang), ": ", &card.sources.join(", ")].concat();
            pieces.push(self.piece(&[run(&sources, SMALL)], node));
        }
        pieces
    }

    /// A heading and a tagged list under it; nothing when it is empty.
    fn list(
        &mut self,
        pieces: &mut Vec<Piece>,
        heading: &str,
        count: usize,
        block: impl Fn(&mut Self, usize, usize) -> Option<Block>,
    ) {
        if count == 0 {
            return;
        }
        let title = self.node(StructKind::Heading(2, heading.to_owned()), None);
        let mut piece = self.piece(&[run(heading, LABEL)], title);
        piece.stays = true;
        pieces.push(piece);
        let list = self.node(StructKind::List, None);
        for place in 0..count {
            let item = self.node(StructKind::Item, Some(list));
            let body = self.node(StructKind::Body, Some(item));
            pieces.extend(block(self, place, body).map(|block| Piece { block, stays: false }));
        }
    }

    fn piece(&self, runs: &[crate::export::paper::Run<'_>], node: usize) -> Piece {
        let mut block = Block::default();
        block.paragraph(self.measure, runs, Some(node), column());
        Piece { block, stays: false }
    }

    fn task(&mut self, task: &RoleTask, body: usize) -> Block {
        let column = column();
        let mut block = Block::default();
        let head = self.node(StructKind::Paragraph, Some(body));
        let role = ["(", task.role.as_str(), ")"].concat();
        let top = block.paragraph(self.measure, &[run(&task.aspect, STRONG), run(&role, SMALL)], Some(head), column);
        let dutch = self.node(self.dutch(), Some(body));
        let top = block.paragraph(self.measure, &[run(&task.task, BODY)], Some(dutch), TextColumn { top, ..column });
        if !task.terms.is_empty() {
            let node = self.node(self.dutch(), Some(body));
            let more = words::capital(&task.terms.join(" · "));
            block.paragraph(self.measure, &[run(&more, SMALL)], Some(node), TextColumn { top, ..column });
        }
        block
    }

    fn step(&mut self, step: &RoleStep, body: usize) -> Block {
        let column = column();
        let mut block = Block::default();
        let head = self.node(StructKind::Paragraph, Some(body));
        let call = step.phone.as_ref().map(|phone| ["· ", text::call(self.lang), " ", phone].concat());
        let call = call.unwrap_or_default();
        let with = [step.with.join(", "), step.act.clone()].join(": ");
        let top = block.paragraph(self.measure, &[run(&with, STRONG), run(&call, STRONG)], Some(head), column);
        let dutch = self.node(self.dutch(), Some(body));
        let top = block.paragraph(self.measure, &[run(&step.text, BODY)], Some(dutch), TextColumn { top, ..column });
        let node = self.node(self.dutch(), Some(body));
        block.paragraph(self.measure, &[run(&step.ground, SMALL)], Some(node), TextColumn { top, ..column });
        block
    }

    /// What the guide says itself is Dutch.
    fn dutch(&self) -> StructKind {
        match self.lang {
            Lang::Nl => StructKind::Paragraph,
            Lang::En => StructKind::DutchParagraph,
        }
    }

    /// Puts a face in the next free place, on a new page after each fourth.
    fn place(&mut self, block: Block, foot: &Block, party: Option<&str>) {
        let on_page = self.faces % (ACROSS * DOWN);
        self.faces += 1;
        if on_page == 0 {
            self.document.pages.push(Vec::new());
            self.cuts();
        }
        let left = f32::from(on_page % ACROSS) * PAGE.0 / f32::from(ACROSS) + PAD;
        let top = f32::from(on_page / ACROSS) * PAGE.1 / f32::from(DOWN) + PAD;
        let page = self.document.pages.len() - 1;
        if let Some(party) = party {
            self.document.headings.push(PlacedHeading { level: 1, title: party.to_owned(), page, top });
        }
        let below = top + face().1 - foot.height;
        if let Some(ops) = self.document.pages.last_mut() {
            ops.extend(block.ops.into_iter().map(|op| op.moved(left, top)));
            ops.extend(foot.ops.iter().cloned().map(|op| op.moved(left, below)));
        }
    }

    /// Where to cut.
    fn cuts(&mut self) {
        let mut lines = Block::default();
        lines.fill(0.0, PAGE.1 / f32::from(DOWN), (PAGE.0, theme::HAIR), theme::LINE);
        lines.fill(PAGE.0 / f32::from(ACROSS), 0.0, (theme::HAIR, PAGE.1), theme::LINE);
        if let Some(ops) = self.document.pages.last_mut() {
            ops.extend(lines.ops);
        }
    }

    /// That nobody certainly has a task.
    fn nothing(&mut self) {
        let title = &self.cards.nothing;
        let node = self.node(StructKind::Heading(1, title.clone()), None);
        let piece = self.piece(&[run(title, NAME)], node);
        let foot = self.foot();
        self.place(piece.block, &foot, Some(title));
    }
}
