//! The first sheet: what to do, whom to call, and lines to write on.

use super::{
    CardAdvice, CardStep, CardStepBy,
    room::{Room, Thrift},
    sheet::CardSheet,
};
use crate::{
    export::paper::{
        Block, ColumnItem, Run, StructKind, TextColumn, WIDTH, at, run,
        theme::{self, above},
    },
    model::Lang,
    text::{
        card as text, plan as plan_words,
        words::{self, capital},
    },
};

/// The words of a step, beside its number.
const STEP: f32 = 18.0;
/// A side of the square to tick.
const TICK: f32 = 9.0;
/// Of how many tasks of a step the card tells when there is little room.
const FEW_TASKS: usize = 2;

impl CardSheet<'_> {
    /// Everything on the first sheet, in its order.
    pub(super) fn first_sheet(&mut self, room: Room) {
        let (card, style) = (self.card, self.first);
        let top = self.top_of_card();
        self.flow.section(vec![top], 1, 0.0);
        let sources = |advice: &CardAdvice| {
            let sources = Some(&advice.sources).filter(|_| room.has(Thrift::OtherSources));
            self.sources_in_words(sources.map_or(&[], Vec::as_slice), room)
        };
        let first: Vec<_> = card.first.iter().map(|advice| (&advice.text, sources(advice))).collect();
        let always: Vec<String> = card.always.iter().map(|of| format!("{} {}", of.text, sources(of))).collect();
        let first = first.iter().map(|(text, cited)| vec![run(text, style.strong), run(cited, style.small)]);
        self.list((text::first(card.lang), style.heading), first.collect(), 1, above::ITEM);
        self.plan(room);
        let region = card.region.join(" · ");
        self.paragraph(text::region(card.lang), &region);
        self.paragraph(text::facets(card.lang), &card.facets.join(" · "));
        self.terms(room);
        if room.has(Thrift::Advice) {
            self.paragraph(text::always(card.lang), always.join(" ").trim_end());
        }
        self.paragraph(text::route(card.lang), card.way.as_deref().unwrap_or_default());
        let mut about = format!("{}.", card.about.join(". "));
        if !room.has(Thrift::Notes) && card.plan.iter().any(|step| !step.notes.is_empty()) {
            let words = if card.further.is_some() { text::on_next_sheet(card.lang) } else { text::not_here(card.lang) };
            about = format!("{words}. {about}");
        }
        self.paragraph(text::about(card.lang), &about);
    }

    /// Title, day and standing warnings.
    fn top_of_card(&mut self) -> ColumnItem {
        let (card, style) = (self.card, self.first);
        let mut block = Block::default();
        let node = self.flow.node(StructKind::Heading(1, card.title.clone()), None);
        let badge = self.measure.width(&card.emergency, style.alarm) + 2.0 * theme::BAND_PAD;
        let width = WIDTH - badge - theme::GUTTER;
        let top = block.paragraph(self.measure, &[run(&card.title, style.title)], Some(node), at(0.0, 0.0, width));
        let emergency = self.flow.node(StructKind::Paragraph, None);
        block.fill(WIDTH - badge, 0.0, (badge, style.alarm.line + theme::BAND_PAD), theme::WARNING_GROUND);
        let place = at(WIDTH - badge + theme::BAND_PAD, theme::BAND_PAD / 2.0, badge);
        block.paragraph(self.measure, &[run(&card.emergency, style.alarm)], Some(emergency), place);
        let warning = self.flow.node(StructKind::Paragraph, None);
        let beside = self.measure.width(&card.title, style.title) + theme::GUTTER;
        // On the same foot as the title.
        let drop = style.title.baseline() - style.warning.baseline();
        let place = at(beside, drop, width - beside);
        block.paragraph(self.measure, &[run(&card.not_for_victim, style.warning)], Some(warning), place);
        let node = self.flow.node(StructKind::Paragraph, None);
        let edition = format!("{} ·", card.edition);
        let who = [run(&edition, style.small_ink), run(&card.not_official, style.small)];
        let mut top = block.paragraph(self.measure, &who, Some(node), at(0.0, top, WIDTH));
        if let Some(words) = &card.not_for_use {
            let node = self.flow.node(StructKind::Paragraph, None);
            let band = theme::NOT_FOR_USE.line + theme::BAND_PAD;
            block.fill(0.0, top + above::LINE, (WIDTH, band), theme::WARNING_GROUND);
            let place = at(theme::BAND_PAD, top + above::LINE + theme::BAND_PAD / 2.0, WIDTH);
            block.paragraph(self.measure, &[run(words, theme::NOT_FOR_USE)], Some(node), place);
            top += above::LINE + band;
        }
        block.fill(0.0, top + above::LINE, (WIDTH, theme::HAIR), theme::LINE);
        ColumnItem { block, heading: Some((1, card.title.clone())), ..ColumnItem::default() }
    }

    fn plan(&mut self, room: Room) {
        let (card, style) = (self.card, self.first);
        let heading = self.heading(plan_words::title(card.lang), style.heading);
        let mut steps: Vec<ColumnItem> = card.plan.iter().map(|step| self.step(step, room)).collect();
        if let Some(later) = card.later.as_ref().filter(|_| room.has(Thrift::Later)) {
            let node = self.flow.node(StructKind::Paragraph, None);
            let mut block = Block::default();
            block.paragraph(self.measure, &[run(later, style.small)], Some(node), at(0.0, 0.0, WIDTH));
            steps.push(ColumnItem { block, above: above::ITEM, ..ColumnItem::default() });
        }
        self.flow.titled_section(heading, steps, 1, above::ASPECT);
    }

    /// A step: the act and its number on a line of their own, everything that explains them, and lines to write on.
    fn step(&mut self, step: &CardStep, room: Room) -> ColumnItem {
        let style = self.first;
        let mut block = Block::default();
        let words = format!("{} {}", step.number, step.act);
        let heading = self.flow.node(StructKind::Heading(3, words.clone()), None);
        let number = format!("{} ", step.number);
        let shaped = self.measure.shape(&number, style.act);
        block.words(0.0, &shaped, style.act, Some(heading));
        let column = at(STEP, 0.0, WIDTH - STEP);
        let act = [run(&step.act, style.act), run(&step.when, style.small)];
        let mut top = match &step.by {
            CardStepBy::Contact { contact, is_closed } => {
                // Who does not answer now is not what one looks at first.
                let (value, details) =
                    if *is_closed { (style.number_closed, style.note) } else { (style.number, style.small) };
                let contact = [run(&contact.details, details), run(&contact.value, value)];
                self.act_and_contact(&mut block, (&act, heading), contact, column)
            }
            CardStepBy::Oneself | CardStepBy::Other => block.paragraph(self.measure, &act, Some(heading), column),
        };
        top = self.explained(&mut block, step, room, top);
        self.blanks(&mut block, step, room, top);
        let height = block.height;
        block.fill(0.0, height + above::ITEM, (WIDTH, theme::HAIR), theme::LINE);
        ColumnItem { block, above: above::ITEM, heading: Some((3, words)), ..ColumnItem::default() }
    }

    /// The act at the left, and at the right whom to call: on one line where there is room.
    fn act_and_contact(
        &mut self,
        block: &mut Block,
        (act, heading): (&[Run<'_>], usize),
        contact: [Run<'_>; 2],
        column: TextColumn,
    ) -> f32 {
        let node = self.flow.node(StructKind::Paragraph, None);
        let contact = if contact[0].text.is_empty() { &contact[1..] } else { &contact[..] };
        let width = self.measure.line_width(contact, column.width);
        let is_beside = self.measure.line_width(act, column.width) + theme::GUTTER + width <= column.width
            && self.measure.lines(act, column.width).len() == 1
            && self.measure.lines(contact, column.width).len() == 1;
        let below = block.paragraph(self.measure, act, Some(heading), column);
        let place = if is_beside { at(WIDTH - width, 0.0, width + 1.0) } else { TextColumn { top: below, ..column } };
        block.paragraph(self.measure, contact, Some(node), place).max(below)
    }

    /// What a step is, when and for whom, and on what it rests; returns the height below.
    fn explained(&mut self, block: &mut Block, step: &CardStep, room: Room, top: f32) -> f32 {
        let (lang, style) = (self.card.lang, self.first);
        let few = if room.has(Thrift::Tasks) { usize::MAX } else { FEW_TASKS };
        let tasks: Vec<&str> = step.tasks.iter().take(few).map(String::as_str).collect();
        let left_out = step.tasks.len() - tasks.len();
        let more = if left_out > 0 { plan_words::and_more(left_out, lang) } else { String::new() };
        let column = |top: f32| at(STEP, top, WIDTH - STEP);
        let node = self.flow.node(self.dutch(), None);
        // What one does oneself is the act.
        let is_own = step.by == CardStepBy::Oneself;
        let (lead, rest) = tasks.split_at(usize::from(is_own).min(tasks.len()));
        let (lead, rest) = (lead.join(" "), rest.join(" "));
        let said = [run(&lead, style.own), run(&rest, style.body), run(&more, style.small)];
        let mut top = block.paragraph(self.measure, &said, Some(node), column(top));
        let remarks: Vec<String> = step.remarks.iter().map(|remark| format!("{remark}.")).collect();
        let remarks = remarks.join(" ");
        let ground =
            step.ground.as_ref().map(|ground| match step.sharing.as_ref().filter(|_| room.has(Thrift::Sharing)) {
                Some(sharing) => (format!("{ground}:"), sharing.as_str()),
                None => (format!("{ground}."), ""),
            });
        let (ground, sharing) = ground.unwrap_or_default();
        let sources = self.sources_in_words(&step.sources, room);
        let ends: Vec<String> = step.last_days.iter().map(|last| format!("{}.", capital(last))).collect();
        let ends = ends.join(" ");
        let mut sharing = run(sharing, style.small_ink);
        let mut sources = run(&sources, style.small);
        let said = [run(&ends, style.strong), run(&remarks, style.small_ink), run(&ground, style.small_ink)];
        if said.iter().chain([&sharing, &sources]).any(|run| !run.text.is_empty()) {
            let node = self.flow.node(StructKind::Paragraph, None);
            if lang == Lang::En && !sharing.text.is_empty() {
                // What the guide says itself is a paragraph apart, and so is what is read after it.
                sharing = sharing.under(self.flow.node(StructKind::DutchParagraph, None));
                sources = sources.under(self.flow.node(StructKind::Paragraph, None));
            }
            let said: Vec<Run<'_>> = said.into_iter().chain([sharing, sources]).collect();
            top = block.paragraph(self.measure, &said, Some(node), column(top));
        }
        if room.has(Thrift::Notes) && !step.notes.is_empty() {
            let node = self.flow.node(self.dutch(), None);
            let lead = format!("{}:", capital(words::note(lang)));
            let notes = format!("{}.", step.notes.join(". "));
            let said = [run(&lead, style.note), run(&notes, style.small_ink)];
            top = block.paragraph(self.measure, &said, Some(node), column(top));
        }
        top
    }

    /// A square to tick, and lines to write on, each after what belongs there.
    fn blanks(&mut self, block: &mut Block, step: &CardStep, room: Room, top: f32) {
        let style = self.first;
        let node = self.flow.node(StructKind::Paragraph, None);
        let labels = step.by.blanks(self.card.lang);
        // What was agreed takes more than a name.
        let shares: Vec<f32> = (1..=labels.len()).map(|place| if place == labels.len() { 1.8 } else { 1.0 }).collect();
        let all: f32 = shares.iter().sum();
        let foot = top + room.blank - 3.0;
        let drop = room.blank - 3.0 - style.small.baseline();
        square(block, foot - TICK);
        let mut left = STEP;
        for (label, share) in labels.iter().zip(shares) {
            let width = (WIDTH - STEP) * share / all;
            let place = at(left, top + drop, width);
            block.paragraph(self.measure, &[run(label, style.small)], Some(node), place);
            let words = self.measure.width(label, style.small) + 3.0;
            block.fill(left + words, foot, (width - words - 6.0, theme::HAIR), theme::SOFT);
            left += width;
        }
        block.height = block.height.max(top + room.blank);
    }

    fn terms(&mut self, room: Room) {
        let (card, style) = (self.card, self.first);
        let told = card.terms.iter().filter(|term| term.last_day.is_some() || room.has(Thrift::Terms));
        let said = told.map(|term| {
            let last = term.last_day.as_ref().map(|last| format!("{}.", capital(last))).unwrap_or_default();
            (last, format!("{}: {}.", term.parties.join(", "), term.text))
        });
        let said: Vec<(String, String)> = said.collect();
        let lines = said.iter().map(|(last, text)| vec![run(last, style.strong), run(text, style.small_ink)]);
        let columns = if card.terms.iter().any(|term| term.last_day.is_some()) { 1 } else { 2 };
        self.list((text::terms(card.lang), style.heading), lines.collect(), columns, above::ITEM);
    }

    /// A heading, and what stands under it in one paragraph; nothing when there is nothing.
    fn paragraph(&mut self, heading: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let style = self.first;
        let lead = format!("{heading}:");
        let title = self.flow.node(StructKind::Heading(2, heading.to_owned()), None);
        let node = self.flow.node(StructKind::Paragraph, None);
        let mut block = Block::default();
        let said: [Run<'_>; 2] = [run(&lead, style.run_in).under(title), run(words, style.small_ink)];
        block.paragraph(self.measure, &said, Some(node), at(0.0, 0.0, WIDTH));
        let heading = Some((2, heading.to_owned()));
        self.flow.section(vec![ColumnItem { block, heading, ..ColumnItem::default() }], 1, above::ITEM);
    }

    /// Sources as far as there is room for them.
    fn sources_in_words(&self, sources: &[String], room: Room) -> String {
        if sources.is_empty() || !room.has(Thrift::Sources) {
            return String::new();
        }
        format!("{}.", text::sources_of_step(sources, room.has(Thrift::OtherSources), self.card.lang))
    }
}

/// A square to tick, from its top.
fn square(block: &mut Block, top: f32) {
    for (left, down, size) in [
        (0.0, 0.0, (TICK, theme::HAIR)),
        (0.0, TICK - theme::HAIR, (TICK, theme::HAIR)),
        (0.0, 0.0, (theme::HAIR, TICK)),
        (TICK - theme::HAIR, 0.0, (theme::HAIR, TICK)),
    ] {
        block.fill(left, top + down, size, theme::SOFT);
    }
}
