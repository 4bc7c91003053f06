//! Every fact has a source, and every date makes sense.

use std::collections::BTreeSet;

use super::{Problem, Rule, texts};
use crate::model::{Citation, Date, Guide, PartyScope, Validity};

/// A quoted phrase only helps to find the place.
const MAX_QUOTE_WORDS: usize = 25;

pub(super) fn check(guide: &Guide, today: Date, problems: &mut Vec<Problem>) {
    let mut used = BTreeSet::new();
    texts::each_citing(guide, &mut |object, field, cites| {
        if cites.is_empty() {
            problems.push(Problem::new(Rule::NoSource, object, field, "dit feit noemt geen bron"));
        }
        citations(object, cites, &mut used, problems);
    });
    texts::each_optional_citing(guide, &mut |object, cites| citations(object, cites, &mut used, problems));
    for contact in guide.parties.iter().flat_map(|party| &party.contacts) {
        used.insert(contact.source.as_str());
    }
    for source in guide.sources.iter().filter(|source| !used.contains(source.id.as_str())) {
        let text = "op deze bron rust geen feit in de gids";
        problems.push(Problem::new(Rule::UnusedSource, &source.id, "sources", text));
    }
    dates(guide, today, problems);
    scopes(guide, problems);
}

fn citations<'a>(object: &str, cites: &'a [Citation], used: &mut BTreeSet<&'a str>, problems: &mut Vec<Problem>) {
    for cite in cites {
        used.insert(cite.source.as_str());
        let words = cite.quote.as_deref().unwrap_or_default().split_whitespace().count();
        if words > MAX_QUOTE_WORDS {
            let text = format!("een citaat heeft hoogstens {MAX_QUOTE_WORDS} woorden; dit heeft er {words}");
            problems.push(Problem::new(Rule::LongQuote, object, "cites", text));
        }
        if cite.at.trim().is_empty() {
            let text = format!("zeg waar het in bron «{}» staat", cite.source);
            problems.push(Problem::new(Rule::NoSource, object, "cites", text));
        }
    }
}

fn dates(guide: &Guide, today: Date, problems: &mut Vec<Problem>) {
    let mut validity = |object: &str, valid: &Validity| {
        if let (Some(from), Some(until)) = (valid.from, valid.until)
            && until.last_day() < from.first_day()
        {
            let text = format!("het einde ({until}) ligt voor het begin ({from})");
            problems.push(Problem::new(Rule::EndBeforeStart, object, "valid", text));
        }
    };
    for party in &guide.parties {
        party.names.iter().for_each(|name| validity(party.id.as_str(), &name.valid));
        party.contacts.iter().for_each(|contact| validity(party.id.as_str(), &contact.valid));
        party.alerts.iter().for_each(|alert| validity(party.id.as_str(), &alert.valid));
    }
    guide.responsibilities.iter().for_each(|r| validity(r.id.as_str(), &r.valid));
    guide.referrals.iter().for_each(|r| validity(r.id.as_str(), &r.valid));
    guide.gaps.iter().for_each(|r| validity(r.id.as_str(), &r.valid));
    for party in &guide.parties {
        for alert in party.alerts.iter().filter(|alert| alert.valid.until.is_none()) {
            let text = format!("een tijdelijke melding heeft een einde: «{}»", alert.text);
            problems.push(Problem::new(Rule::AlertWithoutEnd, &party.id, "alerts", text));
        }
    }
    for record in &guide.responsibilities {
        if let Some(verified) = record.verified.filter(|verified| *verified > today) {
            let text = format!("nagegaan op {verified}, maar die dag moet nog komen");
            problems.push(Problem::new(Rule::VerifiedInFuture, &record.id, "verified", text));
        }
    }
}

fn scopes(guide: &Guide, problems: &mut Vec<Problem>) {
    for record in &guide.responsibilities {
        let Some(party) = guide.party(&record.party) else { continue };
        let reason = match party.scope {
            PartyScope::Uitvoerend => continue,
            PartyScope::HeleKeten => "heeft een rol over de hele keten heen",
            PartyScope::AlleenGenoemd => "wordt alleen genoemd",
        };
        let text = format!("«{}» {reason} en is nooit het antwoord", party.id);
        problems.push(Problem::new(Rule::NeverAnswers, &record.id, "party", text));
    }
    for referral in &guide.referrals {
        if referral.sharing.text.trim().is_empty() {
            let text = "zeg in woorden op welke grond gegevens gedeeld mogen worden, of dat geen bron het zegt";
            problems.push(Problem::new(Rule::NoSharingGround, &referral.id, "sharing", text));
        }
    }
    for party in guide.parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend) {
        let has_task = guide.responsibilities.iter().any(|record| record.party == party.id);
        let has_part = guide.parties.iter().any(|other| other.part_of.contains(&party.id));
        let in_referral = guide.referrals.iter().any(|referral| referral.from == party.id || referral.to == party.id);
        if !has_task && !has_part && !in_referral {
            let text = "deze partij heeft geen taak; markeer haar als alleen genoemd of geef haar taak";
            problems.push(Problem::new(Rule::PartyWithoutTask, &party.id, "parties", text));
        }
    }
}
