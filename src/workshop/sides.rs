//! Two answers beside each other: of two situations, or of two days.

use super::{
    Showing, Stage,
    answered::Answered,
    projected::{ChangeLine, Differences, Sides, Slider},
};
use crate::{
    lookup::Conditioned,
    model::{Date, Facet, Given, PartialDate, Validity, Verdict},
    present::{AnswerFacts, Asked, ChangeFacts, ComparisonFacts, GapFacts},
    text::{words, workshop as text},
};

impl Showing<'_> {
    /// This situation beside another.
    pub(super) fn side_by_side(&self, stage: &Stage<'_>, here: &Answered, other: &Given) -> Result<Sides, String> {
        let mut given = stage.given.clone();
        given.extend(other.iter().map(|(facet, values)| (facet.clone(), values.clone())));
        let there = self.answered(&given, stage.date, stage.gemeente)?;
        let facets = other.keys().filter_map(|facet| self.index.guide().facet(facet));
        let said = |of: &Answered, facet: &Facet| {
            let known = of.profile.values_text(facet);
            if known.is_empty() {
                return [facet.label.text(self.lang), words::unknown(self.lang)].join(": ");
            }
            [facet.label.text(self.lang), &words::values(facet, &known, self.lang)].join(": ")
        };
        let all = |of: &Answered| facets.clone().map(|facet| said(of, facet)).collect::<Vec<_>>().join(", ");
        Ok(Sides { left: all(here), right: all(&there), differences: self.differences(stage, here, &there) })
    }

    /// This day beside another.
    pub(super) fn before_after(
        &self,
        stage: &Stage<'_>,
        here: &Answered,
        date: Option<Date>,
    ) -> Result<(Sides, Slider), String> {
        let stops = self.turning_days(here);
        let eve = || {
            let last = stops.iter().rev().find(|stop| **stop <= stage.date);
            last.and_then(|stop| stop.yesterday().ok())
        };
        let other = stage.told.day.or(date).or_else(eve).unwrap_or(stage.date);
        let (left, right) = (other.min(stage.date), other.max(stage.date));
        let answered = |day: Date| self.answered(&stage.given, day, stage.gemeente);
        let (before, after) = (answered(left)?, answered(right)?);
        let words = |day: &Date| words::day(*day, self.lang);
        let sides =
            Sides { left: words(&left), right: words(&right), differences: self.differences(stage, &before, &after) };
        let stops = stops.iter().map(|stop| (*stop, words(stop))).collect();
        Ok((sides, Slider { stops, left, right }))
    }

    /// The first days on which another answer holds than the day before, for these persons.
    fn turning_days(&self, here: &Answered) -> Vec<Date> {
        let guide = self.index.guide();
        let persons = &here.outcome.persons;
        let concerns = |record| self.index.verdict_on(record, persons) != Verdict::Excluded;
        let tasks = guide.responsibilities.enumerate();
        let tasks = tasks.filter(|(ix, _)| concerns(Conditioned::Responsibility(*ix))).map(|(_, task)| &task.valid);
        let gaps = guide.gaps.enumerate();
        let gaps = gaps.filter(|(ix, _)| concerns(Conditioned::Gap(*ix))).map(|(_, gap)| &gap.valid);
        let mut days: Vec<Date> = tasks.chain(gaps).flat_map(turns).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn differences(&self, stage: &Stage<'_>, left: &Answered, right: &Answered) -> Differences {
        let (before, after) = (left.asked(self.index), right.asked(self.index));
        let ComparisonFacts { appears, disappears, changes, gaps_appear, gaps_disappear, gaps_change: _ } =
            ComparisonFacts::between(before, after, self.lang);
        let new = appears.iter().map(|facts| self.answer_line(stage, facts));
        let new = new.chain(gaps_appear.iter().map(|gap| self.gap_line(stage, gap)));
        let gone = disappears.iter().map(|facts| self.answer_line(stage, facts));
        let gone = gone.chain(gaps_disappear.iter().map(|gap| self.gap_line(stage, gap)));
        let other = changes.iter().filter_map(|change| self.change_line(stage, change));
        Differences {
            new: in_order(new.collect()),
            gone: in_order(gone.collect()),
            other: in_order(other.collect()),
            same: same(before, after).saturating_sub(changes.len()),
        }
    }

    fn answer_line(&self, stage: &Stage<'_>, facts: &AnswerFacts<'_>) -> ChangeLine {
        let date = facts.asked.outcome.date;
        ChangeLine {
            aspect: facts.aspect.map_or_else(String::new, |aspect| aspect.label.text(self.lang).to_owned()),
            party: facts.party.short_name(date, self.lang).to_owned(),
            role: words::role(facts.record.role, self.lang).to_owned(),
            words: facts.record.task.clone(),
            is_asked: facts.record.primary && stage.asked.contains(&&facts.record.aspect),
        }
    }

    fn gap_line(&self, stage: &Stage<'_>, gap: &GapFacts<'_>) -> ChangeLine {
        ChangeLine {
            aspect: gap.aspect.map_or_else(String::new, |aspect| aspect.label.text(self.lang).to_owned()),
            party: words::capital(words::gap_kind(gap.record.kind, self.lang)),
            role: String::new(),
            words: gap.record.text.clone(),
            is_asked: stage.asked.contains(&&gap.record.aspect),
        }
    }

    /// An answer that stands otherwise; `None` where only its words do.
    fn change_line(&self, stage: &Stage<'_>, change: &ChangeFacts<'_>) -> Option<ChangeLine> {
        let (before, after) = (&change.before, &change.after);
        let name = |facts: &AnswerFacts<'_>| facts.party.short_name(facts.asked.outcome.date, self.lang).to_owned();
        let stands = |facts: &AnswerFacts<'_>| words::verdict(facts.verdict, self.lang).to_owned();
        let words = if before.verdict != after.verdict {
            text::stands_now(&stands(before), &stands(after))
        } else if name(before) != name(after) {
            text::stands_now(&name(before), &name(after))
        } else {
            return None;
        };
        Some(ChangeLine { words, ..self.answer_line(stage, after) })
    }
}

/// Those that were asked first.
fn in_order(mut lines: Vec<ChangeLine>) -> Vec<ChangeLine> {
    lines.sort_by_key(|line| !line.is_asked);
    lines
}

/// How many answers are in both.
fn same(before: Asked<'_>, after: Asked<'_>) -> usize {
    let all = before.guide().responsibilities.ixs();
    all.filter(|task| before.outcome.standing(*task).is_some() && after.outcome.standing(*task).is_some()).count()
}

/// The first days of something, and of its absence.
fn turns(valid: &Validity) -> impl Iterator<Item = Date> + use<> {
    let from = valid.from.map(PartialDate::first_day);
    let until = valid.until.and_then(|until| until.last_day().tomorrow().ok());
    from.into_iter().chain(until)
}
