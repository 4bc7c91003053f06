//! Which of the things that were found goes first, and why.

use std::cmp::Reverse;

use super::{
    Hit, HitKind, HitReason,
    index::{Contents, Lead, Zone},
    matching::{Fit, Fits, MAX_WORDS, Query},
    words::{self, Words},
};
use crate::lookup::fold;

/// How well one text with all the words leads to something, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// It is called exactly this.
    Name,
    /// A word that leads to it is exactly this.
    Lead,
    /// Another form of its name.
    NameForm,
    /// Another form of such a word.
    LeadForm,
    /// Its name begins with this.
    NameBegin,
    /// Such a word begins with this.
    LeadBegin,
    /// It works in an aspect that is called this.
    Aspect,
    /// All is said in its name.
    InName,
    /// All is said in such a word.
    InLead,
    /// It is called something that is one letter away.
    NearName,
    /// Its names and such words together say it.
    Together,
    /// Its task says it.
    Task,
    /// As [`Tier::Name`], with typing errors.
    NameSpelling,
    /// As [`Tier::Lead`], with typing errors.
    LeadSpelling,
    /// As [`Tier::InName`], with typing errors.
    InNameSpelling,
    /// As [`Tier::InLead`], with typing errors.
    InLeadSpelling,
    /// As [`Tier::Task`], with typing errors.
    TaskSpelling,
    /// Some words are missing.
    Partly,
}

/// How something was found.
#[derive(Clone, Debug)]
struct Finding {
    target: u32,
    /// The best text that has all the words.
    complete: Option<Complete>,
    /// Per typed word the best that says it.
    says: [Say; MAX_WORDS],
    /// What says most, and how much.
    telling: (Say, u32, HitReason),
    /// Whether more than the name of its owner was found.
    own: bool,
}

/// A text that has all the words; the lowest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Complete {
    tier: Tier,
    /// Among what the text leads to.
    order: u8,
    is_other_order: bool,
    left_over: u32,
    why: HitReason,
    text: u32,
    is_error: bool,
}

/// How much a typed word says about something; the default, nothing, is the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Say {
    weight: u16,
    order: Reverse<u8>,
    zone: Option<Reverse<Zone>>,
    fit: Option<Reverse<Fit>>,
}

/// By what hits are ordered: field by field, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RankKey {
    /// How well a text leads to it.
    tier: Tier,
    /// Whether the words are not those after which the target is called; matters where a text leads to several.
    not_called_after: bool,
    /// Up to [`Tier::Aspect`] its order among what the text leads to, then its standing; 0 when words are missing.
    first: u8,
    /// How much the words say, most first; counts after [`Tier::Aspect`] only.
    score: Reverse<u32>,
    /// Its order among what the text leads to.
    order: u8,
    /// Words of the text that were not typed.
    left_over: u32,
    /// Whether it is an answer at all.
    standing: u8,
    kind: HitKind,
}

/// At most `limit` hits, best first; what is equally good goes in the order of the guide.
pub(super) fn rank(contents: &Contents, query: &Query, texts: &[Fits], limit: usize) -> Vec<Hit> {
    let alive = alive(texts);
    let findings = findings(contents, query, texts, alive);
    let mut ranked: Vec<(RankKey, u32, usize)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.own && finding.is_place_that_was_named(contents, query))
        .map(|(at, finding)| (finding.key(contents, query, alive), finding.target, at))
        .collect();
    // Only some of the words help nobody who typed all of them and was understood.
    if ranked.iter().any(|(key, _, at)| key.tier <= Tier::NearName && findings[*at].complete.is_some()) {
        ranked.retain(|(key, ..)| key.tier != Tier::Partly);
    }
    if limit > 0 && limit < ranked.len() {
        ranked.select_nth_unstable(limit - 1);
    }
    ranked.truncate(limit);
    ranked.sort_unstable();
    ranked.into_iter().map(|(.., at)| findings[at].hit(contents)).collect()
}

/// All that the texts lead to, each once.
fn findings(contents: &Contents, query: &Query, texts: &[Fits], alive: u16) -> Vec<Finding> {
    let weights = weights(texts, contents.texts.len(), query.words.len());
    let print = words::print(&query.words);
    let mut findings: Vec<Finding> = Vec::new();
    // Per target, one more than the position of its finding.
    let mut positions = vec![0u32; contents.targets.len()];
    for fits in texts {
        let text = &contents.texts[fits.text as usize];
        let is_complete = alive & !said(fits.words.iter().map(Option::is_some)) == 0;
        let worst = fits.words.iter().flatten().max().copied().unwrap_or(Fit::MoreErrors);
        let used = if worst <= Fit::Form { fits.used_well } else { fits.used };
        let left_over = text.words - used.count_ones().min(text.words);
        let begins = used & used.wrapping_add(1) == 0;
        let is_other_order = text.print != print;
        for lead in contents.leads[text.leads.start as usize..text.leads.end as usize].iter().copied() {
            if fits.near_name && lead.zone != Zone::Name {
                continue;
            }
            let position = &mut positions[lead.target as usize];
            if *position == 0 {
                findings.push(Finding::of(lead.target));
                *position = u32::try_from(findings.len()).unwrap_or(u32::MAX);
            }
            let finding = &mut findings[*position as usize - 1];
            finding.own |= lead.zone != Zone::Owner;
            finding.hear(fits, lead, &weights);
            if is_complete && lead.zone != Zone::Owner {
                let tier = if fits.near_name { Tier::NearName } else { tier(lead.zone, worst, left_over == 0, begins) };
                let (order, text, why, is_error) = (lead.order, fits.text, lead.why, worst.is_error());
                let complete = Complete { tier, order, is_other_order, left_over, why, text, is_error };
                finding.complete = Some(finding.complete.map_or(complete, |known| known.min(complete)));
            }
        }
    }
    findings
}

/// The typed words that are found anywhere; the others cannot choose between things.
fn alive(texts: &[Fits]) -> u16 {
    texts.iter().fold(0, |alive, fits| alive | said(fits.words.iter().map(Option::is_some)))
}

/// A bit per typed word.
fn said(words: impl Iterator<Item = bool>) -> u16 {
    words.enumerate().fold(0, |said, (at, is_said)| said | u16::from(is_said) << at)
}

/// Per typed word its weight, 1 + log2 of all texts over those that have it: a rare word says more.
fn weights(texts: &[Fits], all: usize, words: usize) -> Vec<u16> {
    let weight = |at: usize| {
        let found = texts.iter().filter(|fits| fits.words[at].is_some()).count();
        u16::try_from(1 + (all / (1 + found)).checked_ilog2().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    (0..words).map(weight).collect()
}

impl Finding {
    fn of(target: u32) -> Self {
        let nothing = Say::default();
        Self { target, complete: None, says: [nothing; MAX_WORDS], telling: (nothing, 0, HitReason::Task), own: false }
    }

    fn hear(&mut self, fits: &Fits, lead: Lead, weights: &[u16]) {
        for ((known, fit), weight) in self.says.iter_mut().zip(fits.words).zip(weights) {
            let Some(fit) = fit else { continue };
            let weight = weight * of_zone(lead.zone) * of_fit(fit);
            let (order, zone, fit) = (Reverse(lead.order), Some(Reverse(lead.zone)), Some(Reverse(fit)));
            let say = Say { weight, order, zone, fit };
            *known = say.max(*known);
            if say > self.telling.0 && lead.zone != Zone::Owner {
                self.telling = (say, fits.text, lead.why);
            }
        }
    }

    /// Where no text has all the words, how well several texts have them together.
    fn together(&self, alive: u16) -> Tier {
        let says = || self.says.iter().filter_map(|say| Some((say.zone?.0, say.fit?.0)));
        let worst = says().map(|(_, fit)| fit).max().unwrap_or(Fit::MoreErrors);
        let farthest = says().map(|(zone, _)| zone).max().unwrap_or(Zone::Owner);
        if alive & !said(self.says.iter().map(|say| say.weight > 0)) != 0 {
            return Tier::Partly;
        }
        match (worst, farthest) {
            (fit, _) if fit.is_error() => Tier::TaskSpelling,
            (Fit::Same | Fit::Form, Zone::Name | Zone::Lead) => Tier::InName,
            (_, Zone::Name | Zone::Lead) => Tier::Together,
            _ => Tier::Task,
        }
    }

    /// Whether it is no gemeente, or one by whose name somebody asked: a part of another name leads to another place.
    fn is_place_that_was_named(&self, contents: &Contents, query: &Query) -> bool {
        if contents.targets[self.target as usize].kind != HitKind::Gemeente {
            return true;
        }
        let (text, why) =
            self.complete.map_or((self.telling.1, self.telling.2), |complete| (complete.text, complete.why));
        let source = &contents.texts[text as usize].source;
        let words = Words::of(source).content;
        let (name, typed) = (words.concat(), query.typed.concat());
        let slips = match name.len() {
            0..5 => 0,
            5..9 => 1,
            _ => 2,
        };
        let is_like =
            || words.iter().all(|word| query.typed.contains(word)) || strsim::osa_distance(&name, &typed) <= slips;
        // Of another name, such as that of a gemeente that is gone, nothing is guessed.
        fold(source).replace(' ', "").starts_with(&query.whole) || why == HitReason::Name && is_like()
    }

    /// How good it is, from low to high.
    fn key(&self, contents: &Contents, query: &Query, alive: u16) -> RankKey {
        let target = &contents.targets[self.target as usize];
        let score: u32 = self.says.iter().map(|say| u32::from(say.weight)).sum();
        let (tier, order, left_over) = match self.complete {
            Some(complete) => (complete.tier, complete.order, complete.left_over),
            None => (self.together(alive), self.says.iter().map(|say| say.order.0).max().unwrap_or(0), 0),
        };
        let is_lead = matches!(tier, Tier::Lead | Tier::LeadForm | Tier::LeadBegin);
        let called_after = is_lead
            && target.called_after.iter().any(|word| {
                query.readings().any(|reading| reading.starts_with(word.as_str()) || reading.ends_with(word.as_str()))
            });
        // Within one whole word the guide's order counts; elsewhere what says most, after what is an answer at all.
        let (first, score) = match tier {
            Tier::Partly => (0, Reverse(score)),
            tier if tier <= Tier::Aspect => (order, Reverse(0)),
            _ => (target.standing, Reverse(score)),
        };
        let (standing, kind) = (target.standing, target.kind);
        RankKey { tier, not_called_after: !called_after, first, score, order, left_over, standing, kind }
    }

    fn hit(&self, contents: &Contents) -> Hit {
        let target = &contents.targets[self.target as usize];
        let has_error = || self.says.iter().any(|say| say.fit.is_some_and(|fit| fit.0.is_error()));
        let (text, why, is_error) = match self.complete {
            Some(complete) => (complete.text, complete.why, complete.is_error),
            None => (self.telling.1, self.telling.2, has_error()),
        };
        Hit {
            kind: target.kind,
            id: target.id.to_string(),
            party: target.party.as_deref().map(str::to_owned),
            text: target.text.to_string(),
            why: if is_error { HitReason::Spelling } else { why },
            by: contents.texts[text as usize].source.to_string(),
        }
    }
}

fn tier(zone: Zone, worst: Fit, is_whole: bool, begins: bool) -> Tier {
    let spelled = worst.is_error();
    match (zone, worst) {
        (Zone::Name, Fit::Same) if is_whole => Tier::Name,
        (Zone::Lead, Fit::Same) if is_whole => Tier::Lead,
        (Zone::Name, Fit::Form) if is_whole => Tier::NameForm,
        (Zone::Lead, Fit::Form) if is_whole => Tier::LeadForm,
        (Zone::Name, Fit::Same | Fit::Form | Fit::Begin) if begins => Tier::NameBegin,
        (Zone::Lead, Fit::Same | Fit::Form | Fit::Begin) if begins => Tier::LeadBegin,
        (Zone::Aspect, Fit::Same | Fit::Form) if is_whole => Tier::Aspect,
        (Zone::Name, _) if spelled && is_whole => Tier::NameSpelling,
        (Zone::Lead, _) if spelled && is_whole => Tier::LeadSpelling,
        (Zone::Name, _) if spelled => Tier::InNameSpelling,
        (Zone::Lead, _) if spelled => Tier::InLeadSpelling,
        (Zone::Name, _) => Tier::InName,
        (Zone::Lead, _) => Tier::InLead,
        _ if spelled => Tier::TaskSpelling,
        _ => Tier::Task,
    }
}

/// Weight by where the word is said. Chosen by hand; `tests/program/search.rs` holds the hits that follow.
fn of_zone(zone: Zone) -> u16 {
    match zone {
        Zone::Name => 10,
        Zone::Lead => 8,
        Zone::Aspect => 6,
        Zone::Task => 5,
        Zone::Owner => 4,
        Zone::Remark => 3,
    }
}

/// Weight by how well the word fits. Chosen by hand, as that of [`of_zone`].
fn of_fit(fit: Fit) -> u16 {
    match fit {
        Fit::Same => 16,
        Fit::Form => 14,
        Fit::Begin => 11,
        Fit::Compound => 9,
        Fit::Part => 7,
        Fit::OneError => 6,
        Fit::TwoErrors => 4,
        Fit::MoreErrors => 3,
    }
}
