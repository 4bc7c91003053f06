//! The answer to one question: verdicts, counts behind every value, warnings and the next question.

use std::sync::OnceLock;

use super::{
    AsOf, Conditioned, Index, NextQuestion, Profile,
    counts::{Counter, Counts, Variants},
    index::Answering,
    mdd::{BatchReach, BottomUpPass, NodeId, Reach, SharesPass},
    question,
    space::Cube,
};
use crate::model::{
    AspectId, Column, Date, Facet, FacetId, FirstAdvice, Gap, Ix, LookupError, Party, PartyScope, Referral,
    Responsibility, Suspicious, Verdict,
};

/// Everything that follows from a profile, as of a day and in a region.
#[derive(Debug)]
pub struct Outcome {
    /// The day of asking.
    pub date: Date,
    /// The veiligheidsregio in which was asked; `None` when it is not known.
    pub veiligheidsregio: Option<String>,
    /// The persons who fit the profile and can be.
    pub persons: Cube,
    /// Facets of which the rules of the guide exclude more answers than the profile does.
    pub implied: Vec<Ix<Facet>>,
    /// Suspicious combinations that hold for all these persons.
    pub warnings: Vec<Ix<Suspicious>>,
    /// What is said before any answer, and to whom it applies; without what is excluded.
    pub first: Vec<(Ix<FirstAdvice>, Verdict)>,
    /// Per responsibility; `None` when it is not in force on the day and in the region of asking.
    pub responsibilities: Column<Responsibility, Option<Verdict>>,
    /// Per gap; `None` when it is not there on the day of asking.
    pub gaps: Column<Gap, Option<Verdict>>,
    /// The number of parties behind every answer to every facet.
    pub counts: Counts,
    /// What to ask next, best first.
    pub questions: Vec<NextQuestion>,
    pub(super) pass: BottomUpPass,
    /// Filled when it is first asked for, as are the next: the plan and the order of the answers need it, a comparison
    /// does not.
    usual: OnceLock<Cube>,
    /// The shares of the usual persons.
    usual_shares: OnceLock<SharesPass>,
    /// The shares of all persons.
    shares: OnceLock<SharesPass>,
}

impl Index {
    /// The persons who fit a profile and can be.
    ///
    /// # Errors
    /// [`LookupError::Contradictory`] when there are none.
    pub fn persons_of(&self, profile: &Profile) -> Result<Cube, LookupError> {
        let given = profile.persons(&self.guide, &self.space);
        self.propagate(given).ok_or_else(|| self.minimal_conflict(profile))
    }

    /// The answer for a profile, as of a day and, where it is known, in a region.
    ///
    /// # Errors
    /// [`LookupError::Contradictory`] when nobody fits the profile.
    pub fn look_up(&self, profile: &Profile, as_of: impl Into<AsOf>) -> Result<Outcome, LookupError> {
        let as_of = as_of.into();
        let date = as_of.date;
        let given = profile.persons(&self.guide, &self.space);
        let persons = self.persons_of(profile)?;
        let pass = BottomUpPass::new(&self.mdds, &self.space, &persons);
        let answering = self.answering(&as_of);
        let responsibilities: Column<Responsibility, _> = answering
            .enumerate()
            .map(|(ix, party)| party.map(|_| verdict(&pass, self.roots.responsibilities[ix])))
            .collect();
        let gaps = self.guide.gaps.enumerate();
        let gaps =
            gaps.map(|(ix, gap)| gap.valid.holds_on(date).then(|| verdict(&pass, self.roots.gaps[ix]))).collect();
        let first = self.guide.first.enumerate().filter(|(_, advice)| advice.valid.holds_on(date));
        let first = first.map(|(ix, _)| (ix, verdict(&pass, self.roots.first[ix])));
        let first = first.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect();
        let warnings = self.roots.suspicious.enumerate();
        let warnings =
            warnings.filter(|(_, root)| verdict(&pass, **root) == Verdict::Applies).map(|(ix, _)| ix).collect();
        let variants = Variants::new(self, profile, &given);
        let meeting = BatchReach::meeting(&self.mdds, &self.space, &variants.cubes);
        let counts = Counter { index: self, answering: &answering }.count(&pass, &persons, &variants, &meeting);
        // Who fails is needed only while something is undecided, for questions with «none of these» as an answer.
        let is_open = responsibilities.values().any(|verdict| *verdict == Some(Verdict::Depends));
        let nobody = if is_open { &variants.cubes[..variants.nobody_count] } else { &[] };
        let failing = BatchReach::failing(&self.mdds, &self.space, nobody);
        let undecided_without = |facet: Ix<Facet>, roots: &[NodeId]| {
            let position = variants.facets[facet].none?;
            let stays_open = |root: &&NodeId| meeting.in_cube(position, **root) && failing.in_cube(position, **root);
            Some(roots.iter().filter(stays_open).count() as u64)
        };
        let questions = question::next_questions(self, &pass, &persons, &answering, undecided_without);
        let implied = self.implied(&given, &persons);
        Ok(Outcome {
            date,
            veiligheidsregio: as_of.veiligheidsregio,
            persons,
            implied,
            warnings,
            first,
            responsibilities,
            gaps,
            counts,
            questions,
            pass,
            usual: OnceLock::new(),
            usual_shares: OnceLock::new(),
            shares: OnceLock::new(),
        })
    }

    /// Per responsibility its party, if it can answer on the day and in the region of asking.
    fn answering(&self, as_of: &AsOf) -> Answering {
        let can_answer = |party: &Ix<Party>| self.guide.parties[*party].scope == PartyScope::Uitvoerend;
        let responsibilities = self.guide.responsibilities.enumerate();
        responsibilities
            .map(|(ix, record)| {
                self.party_of[ix].filter(|_| as_of.is_within(&record.valid, &record.area)).filter(can_answer)
            })
            .collect()
    }

    /// The referrals in force that are not excluded, and the verdict on each.
    pub(super) fn referrals_of(&self, outcome: &Outcome) -> Vec<(Ix<Referral>, Verdict)> {
        let as_of = outcome.as_of();
        let in_force =
            self.guide.referrals.enumerate().filter(|(_, record)| as_of.is_within(&record.valid, &record.area));
        let verdicts = in_force.map(|(ix, _)| (ix, verdict(&outcome.pass, self.roots.referrals[ix])));
        verdicts.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect()
    }

    fn implied(&self, given: &Cube, propagated: &Cube) -> Vec<Ix<Facet>> {
        let facets = self.guide.facets.ixs();
        facets
            .filter(|facet| self.space.levels_of(*facet).iter().any(|level| given.at(*level) != propagated.at(*level)))
            .collect()
    }

    /// The facet with this id and the only value of it that the persons of a cube can have, as the command line writes
    /// it; `None` when they can have more, or the guide has no such facet.
    pub fn only_value(&self, persons: &Cube, facet: &str) -> Option<(Ix<Facet>, String)> {
        let facet = self.guide.facets.ix(&FacetId::new(facet).ok()?)?;
        let mut values = self.values_in(persons, facet);
        let only = values.pop().filter(|_| values.is_empty())?;
        Some((facet, only))
    }

    /// The values of a facet that the persons of a cube can have, as the command line writes them.
    ///
    /// Empty when every value is possible.
    pub fn values_in(&self, persons: &Cube, facet: Ix<Facet>) -> Vec<String> {
        super::values_in(&self.guide, &self.space, persons, facet)
    }
}

impl Outcome {
    /// The verdict on a responsibility; `None` when it is not in force, or excluded.
    pub fn standing(&self, responsibility: Ix<Responsibility>) -> Option<Verdict> {
        self.responsibilities[responsibility].filter(|verdict| *verdict != Verdict::Excluded)
    }

    /// The verdict on a gap; `None` when it is not there on the day of asking, or excluded.
    pub fn gap_standing(&self, gap: Ix<Gap>) -> Option<Verdict> {
        self.gaps[gap].filter(|verdict| *verdict != Verdict::Excluded)
    }

    /// The day and the region of asking.
    pub fn as_of(&self) -> AsOf {
        AsOf { date: self.date, veiligheidsregio: self.veiligheidsregio.clone() }
    }

    /// Those of [`Self::persons`] for whom holds what is taken to hold until it is told.
    pub fn usual(&self, index: &Index) -> &Cube {
        self.usual.get_or_init(|| index.until_told(&self.persons))
    }

    /// The share of [`Self::persons`] who meet the condition of a record, when each answer that is still possible counts
    /// alike.
    pub fn likelihood(&self, index: &Index, record: Conditioned) -> f64 {
        let shares = self.shares.get_or_init(|| SharesPass::new(&index.mdds, &self.persons));
        shares.likelihood(index.roots.of(record))
    }

    /// The same share of those of [`Self::usual`].
    pub fn usual_likelihood(&self, index: &Index, record: Conditioned) -> f64 {
        let shares = self.usual_shares.get_or_init(|| SharesPass::new(&index.mdds, self.usual(index)));
        shares.likelihood(index.roots.of(record))
    }

    /// The responsibilities of an aspect that are not excluded, in display order.
    pub fn standing_in<'a>(
        &'a self,
        index: &'a Index,
        aspect: &AspectId,
    ) -> impl Iterator<Item = (Ix<Responsibility>, Verdict)> + use<'a> {
        index.tasks_in(aspect).iter().filter_map(|ix| Some((*ix, self.standing(*ix)?)))
    }

    /// The responsibilities of an aspect that are not excluded: certain ones first, then in display order.
    pub fn answers_in(&self, index: &Index, aspect: &AspectId) -> Vec<(Ix<Responsibility>, Verdict)> {
        let mut found: Vec<_> = self.standing_in(index, aspect).collect();
        found.sort_by_key(|(_, verdict)| *verdict);
        found
    }

    /// The gaps of an aspect that are not excluded, certain ones first.
    pub fn gaps_in(&self, index: &Index, aspect: &AspectId) -> Vec<(Ix<Gap>, Verdict)> {
        let own = index.documented_in(aspect).iter();
        let mut found: Vec<_> = own.filter_map(|ix| Some((*ix, self.gap_standing(*ix)?))).collect();
        found.sort_by_key(|(_, verdict)| *verdict);
        found
    }
}

fn verdict(pass: &BottomUpPass, root: NodeId) -> Verdict {
    let any = |bits: &[u64]| bits.iter().any(|word| *word != 0);
    Reach { meets: any(pass.meets(root)), fails: any(pass.fails(root)) }.verdict()
}
