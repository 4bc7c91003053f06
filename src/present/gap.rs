//! Everything that one gap says.

use super::{Asked, Why};
use crate::{
    lookup::is_start_unknown,
    model::{Aspect, Gap, Ix, Party, Verdict},
    text::days::told_on,
};

/// What the guide says of one gap for these persons, now.
#[derive(Clone, Debug)]
pub struct GapFacts<'a> {
    /// The question in whose answer it is.
    pub asked: Asked<'a>,
    /// Which gap.
    pub ix: Ix<Gap>,
    /// Its text: what is missing, of which kind, citations.
    pub record: &'a Gap,
    /// In which aspect; `None` when the guide has no such aspect.
    pub aspect: Option<&'a Aspect>,
    /// How it stands.
    pub verdict: Verdict,
    /// Whom to ask now; `None` when the guide has no such party.
    pub ask: Option<&'a Party>,
    /// Whether no source of the day of asking or before says it.
    pub start_unknown: bool,
    /// What one should know of how long it is there; nothing that came later than the day of asking.
    pub validity_note: Option<&'a str>,
}

impl<'a> GapFacts<'a> {
    pub(super) fn new(asked: Asked<'a>, ix: Ix<Gap>) -> Self {
        let guide = asked.guide();
        let record = &guide.gaps[ix];
        Self {
            asked,
            ix,
            record,
            aspect: guide.aspect(&record.aspect).map(|(_, aspect)| aspect),
            verdict: asked.outcome.gap_standing(ix).unwrap_or(Verdict::Excluded),
            ask: guide.party(&record.ask),
            start_unknown: is_start_unknown(guide, &record.valid, &record.cites, asked.outcome.date),
            validity_note: told_on(&record.valid.note, asked.outcome.date).next(),
        }
    }

    /// Why it is there, or on what that depends.
    pub fn why(&self) -> Why {
        let Asked { index, profile, outcome } = self.asked;
        match self.verdict {
            Verdict::Applies => Why::Because(index.because_gap(profile, self.ix)),
            Verdict::Depends => Why::DependsOn(index.gap_depends_on(outcome, self.ix)),
            Verdict::Excluded => Why::Not(None),
        }
    }
}
