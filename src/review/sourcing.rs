//! Every fact has a source, and every date makes sense.

use std::collections::BTreeSet;

use super::{problem, problem_of};
use crate::{
    lookup::is_only_announced,
    model::{
        Citation, Contact, Date, Fault, Guide, PartyScope, Problem, RecordKey, SourceId, Validity,
        walk::{Citations, Field, Leaf, Place, Reference, Visitor, walk},
    },
};

pub(super) fn check(guide: &Guide, today: Date, problems: &mut Vec<Problem>) {
    let mut sourcing = Sourcing { guide, used: BTreeSet::default(), today, problems };
    walk(guide, &mut sourcing);
    let used = sourcing.used;
    for source in guide.sources.iter().filter(|source| !used.contains(&source.id)) {
        problems.push(problem_of(&source.id, None, Fault::UnusedSource));
    }
    alerts(guide, problems);
    tasks(guide, problems);
    grounds(guide, problems);
    parties_without_task(guide, problems);
}

/// Looks at every citation and every date.
struct Sourcing<'a, 'p> {
    guide: &'a Guide,
    /// The sources on which something rests.
    used: BTreeSet<&'a SourceId>,
    today: Date,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for Sourcing<'a, '_> {
    fn citations(&mut self, place: &Place<'_>, citations: Citations<'a>) {
        if citations.list.is_empty() && !citations.optional {
            self.problems.push(problem(place, Fault::NoSource));
        }
        let is_carried = citations.list.iter().any(|cite| cite.stance.says_so());
        if !citations.list.is_empty() && !is_carried && !citations.optional {
            let is_announced = is_only_announced(citations.list);
            self.problems.push(problem(place, if is_announced { Fault::OnlyAnnounced } else { Fault::NobodySaysSo }));
        }
        for cite in citations.list {
            let words = cite.quote.as_deref().unwrap_or_default().split_whitespace().count();
            if words > Citation::MAX_QUOTE_WORDS {
                self.problems.push(problem(place, Fault::LongQuote { words, most: Citation::MAX_QUOTE_WORDS }));
            }
            if cite.at.trim().is_empty() {
                self.problems.push(problem(place, Fault::NoLocator(cite.source.clone())));
            }
        }
    }

    fn reference(&mut self, _: &Place<'_>, to: Reference<'a>) {
        if let Reference::Source(source) = to {
            self.used.insert(source);
        }
    }

    fn contact(&mut self, place: &Place<'_>, contact: &'a Contact) {
        if self.guide.is_outdated(contact) {
            self.problems.push(problem(place, Fault::OutdatedContact(contact.source.clone())));
        }
    }

    fn validity(&mut self, place: &Place<'_>, valid: &'a Validity) {
        if let (Some(from), Some(until)) = (valid.from, valid.until)
            && until.last_day() < from.first_day()
        {
            self.problems.push(problem(place, Fault::EndBeforeStart { from, until }));
        }
    }

    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        if let (Some(Field::Verified), Leaf::Day(verified)) = (place.root(), leaf)
            && verified > self.today
        {
            self.problems.push(problem(place, Fault::VerifiedInFuture(verified)));
        }
    }
}

fn alerts(guide: &Guide, problems: &mut Vec<Problem>) {
    for party in &guide.parties {
        for alert in party.alerts.iter().filter(|alert| alert.valid.until.is_none()) {
            problems.push(problem_of(&party.id, Some(Field::Alerts), Fault::AlertWithoutEnd(alert.text.clone())));
        }
    }
}

/// No task lies with a party that never answers.
fn tasks(guide: &Guide, problems: &mut Vec<Problem>) {
    for record in &guide.responsibilities {
        let scope = guide.party(&record.party).map_or(PartyScope::Uitvoerend, |party| party.scope);
        if !scope.is_executing() {
            let fault = Fault::NeverAnswers { party: record.party.clone(), scope };
            problems.push(problem_of(&record.id, Some(Field::Party), fault));
        }
    }
}

fn grounds(guide: &Guide, problems: &mut Vec<Problem>) {
    for referral in guide.referrals.iter().filter(|referral| referral.sharing.text.trim().is_empty()) {
        let record = RecordKey::Referral(referral.id.clone());
        problems.push(problem_of(record, Some(Field::Sharing), Fault::NoSharingGround));
    }
}

/// Who executes has a task, has a part that may have one, or stands in a hand-over.
fn parties_without_task(guide: &Guide, problems: &mut Vec<Problem>) {
    let mut is_busy = guide.parties.column(|_| false);
    let with_tasks = guide.responsibilities.iter().map(|record| &record.party);
    let with_parts = guide.parties.iter().flat_map(|party| &party.part_of);
    let in_hand_overs = guide.referrals.iter().flat_map(|referral| [&referral.from, &referral.to]);
    for party in with_tasks.chain(with_parts).chain(in_hand_overs).filter_map(|id| guide.parties.ix(id)) {
        is_busy[party] = true;
    }
    for (_, party) in guide.parties.enumerate().filter(|(ix, party)| party.scope.is_executing() && !is_busy[*ix]) {
        problems.push(problem_of(&party.id, None, Fault::PartyWithoutTask));
    }
}
