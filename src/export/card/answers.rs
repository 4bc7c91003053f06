//! What stands under an aspect: who is responsible, where the chain is open, and what may still be.

use super::{CardAnswer, CardAspect, CardContact, CardGap, further::text_column, sheet::CardSheet};
use crate::{
    export::paper::{
        Block, Color, ColumnItem, Run, StructKind, TextColumn, at, run,
        theme::{self, above},
    },
    model::Lang,
    text::words,
};

impl CardSheet<'_> {
    /// The name of an aspect, then its answers and gaps.
    pub(super) fn aspect(&mut self, aspect: &CardAspect, color: Color) -> Vec<ColumnItem> {
        let style = self.style;
        let heading = self.flow.node(StructKind::Heading(3, aspect.label.clone()), None);
        let list = self.flow.node(StructKind::List, None);
        let mut block = Block::default();
        let place = TextColumn { left: 0.0, ..text_column() };
        block.paragraph(self.measure, &[run(&aspect.label, style.aspect)], Some(heading), place);
        let heading = Some((3, aspect.label.clone()));
        let mut units = vec![ColumnItem { block, above: above::ASPECT, stays: true, heading }];
        units.extend(aspect.answers.iter().map(|answer| self.answer(answer, list, color)));
        units.extend(aspect.gaps.iter().map(|gap| self.gap(gap, list)));
        units
    }

    /// Who, its part and its number; then what it does.
    fn answer(&mut self, answer: &CardAnswer, list: usize, color: Color) -> ColumnItem {
        let style = self.style;
        let body = self.body_of(list);
        let mut block = Block::default();
        let name = [run(&answer.party, style.strong), run(&answer.role, style.small)];
        let who = self.flow.node(StructKind::Paragraph, Some(body));
        let mut top = block.paragraph(self.measure, &name, Some(who), text_column());
        if !answer.contacts.is_empty() {
            top = top.max(self.contacts(&mut block, answer, &name, body, top));
        }
        self.task(&mut block, answer, body, TextColumn { top, ..text_column() });
        marker(&mut block, answer.depends_on.is_some(), color);
        ColumnItem { block, above: above::ITEM, ..ColumnItem::default() }
    }

    /// How to reach a party: at the right of its name where there is room, else under it. Returns the height below.
    fn contacts(&mut self, block: &mut Block, answer: &CardAnswer, name: &[Run<'_>], body: usize, top: f32) -> f32 {
        let style = self.style;
        let column = text_column();
        let rest = contact_details(&answer.contacts);
        let pairs = answer.contacts.iter().zip(&rest);
        let runs = pairs.flat_map(|(contact, rest)| [run(&contact.value, style.number), run(rest, style.small)]);
        let runs: Vec<Run<'_>> = runs.collect();
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        let room = column.width - self.measure.line_width(name, column.width) - theme::GUTTER;
        let width = self.measure.line_width(&runs, column.width);
        let is_beside = width <= room && self.measure.lines(&runs, column.width).len() == 1;
        let place = if is_beside {
            at(column.left + column.width - width, 0.0, width + 1.0)
        } else {
            TextColumn { top, ..column }
        };
        block.paragraph(self.measure, &runs, Some(node), place)
    }

    /// The task, and under it everything that explains it.
    fn task(&mut self, block: &mut Block, answer: &CardAnswer, body: usize, place: TextColumn) {
        let style = self.style;
        let node = self.flow.node(self.dutch(), Some(body));
        let top = block.paragraph(self.measure, &[run(&answer.task, style.body)], Some(node), place);
        let depends = sentence(&answer.depends_on);
        let details = sentence(&answer.details);
        let dutch = sentence(answer.provided.iter().chain(&answer.legal_basis));
        let (depends, conditions) = (run(&depends, style.small_strong), run(&dutch, style.small));
        let (details, cited) = (run(&details, style.small), run(&answer.cited, style.cited));
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        if self.card.lang == Lang::Nl {
            let runs = [depends, conditions, details, cited];
            block.paragraph(self.measure, &runs, Some(node), TextColumn { top, ..place });
            return;
        }
        // Conditions are Dutch, so on another card they are a paragraph of their own.
        let top = block.paragraph(self.measure, &[depends, details, cited], Some(node), TextColumn { top, ..place });
        if !dutch.is_empty() {
            let node = self.flow.node(StructKind::DutchParagraph, Some(body));
            block.paragraph(self.measure, &[conditions], Some(node), TextColumn { top, ..place });
        }
    }

    /// What is missing and whom to ask.
    fn gap(&mut self, gap: &CardGap, list: usize) -> ColumnItem {
        let style = self.style;
        let body = self.body_of(list);
        let mut block = Block::default();
        let column = text_column();
        let ask = format!("{}.", gap.ask);
        let details = sentence(&gap.details);
        let ask = [run(&details, style.small), run(&ask, style.small_strong), run(&gap.cited, style.cited)];
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        let top = block.paragraph(self.measure, &[run(&gap.kind, style.gap)], Some(node), column);
        let node = self.flow.node(self.dutch(), Some(body));
        let text = [run(&gap.text, style.body)];
        let top = block.paragraph(self.measure, &text, Some(node), TextColumn { top, ..column });
        let node = self.flow.node(StructKind::Paragraph, Some(body));
        block.paragraph(self.measure, &ask, Some(node), TextColumn { top, ..column });
        marker(&mut block, false, theme::WARNING);
        ColumnItem { block, above: above::ITEM, ..ColumnItem::default() }
    }
}

/// What is said of each way to reach a party, with a dot before the next; what holds for several is said once.
fn contact_details(contacts: &[CardContact]) -> Vec<String> {
    let next = contacts.iter().skip(1).map(Some).chain([None]);
    let details = contacts.iter().zip(next).map(|(contact, next)| match next {
        Some(next) if next.details == contact.details => "·".to_owned(),
        Some(_) => format!("{} ·", contact.details).trim_start().to_owned(),
        None => contact.details.clone(),
    });
    details.collect()
}

/// Parts as one sentence; `None` without parts.
fn sentence<'a>(parts: impl IntoIterator<Item = &'a String>) -> String {
    let parts: Vec<&str> = parts.into_iter().map(|words| words.trim_end_matches('.')).collect();
    if parts.is_empty() { String::new() } else { format!("{}.", words::capital(&parts.join(" · "))) }
}

/// The edge of an answer: solid when it certainly applies, dashed when it depends; the words say the same.
fn marker(block: &mut Block, depends: bool, color: Color) {
    let height = block.height;
    let (dash, white) = if depends { theme::DASH } else { (height, 0.0) };
    let mut top = 0.0;
    while top < height {
        block.fill(0.0, top, (theme::MARKER_WIDTH, dash.min(height - top)), color);
        top += dash + white;
    }
}
