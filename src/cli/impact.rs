//! What a change of the guide does, beside what changed: `diff --impact`.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Exit, Loaded};
use crate::{
    file,
    lookup::Index,
    model::{Lang, Mode, Row, Share},
    present::{
        AnswerChangeFacts, BoxFacts, CoverFacts, ImpactFacts, PartyChangeFacts, SaidChangeFacts, ScenarioChangeFacts,
    },
    review::impact::{self, ChangePlace, Claim},
    text::{impact as text, words::visible},
};

#[derive(Debug, Serialize)]
pub(super) struct ImpactJson {
    answers: Vec<AnswerJson>,
    parties: Vec<PartyJson>,
    scenarios: Vec<ScenarioJson>,
    other_rules: bool,
    unknown: bool,
    words: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AnswerJson {
    about: AboutJson,
    only_in: Vec<String>,
    outside_of: Vec<String>,
    from: Option<String>,
    until: Option<String>,
    appears: CoverJson,
    disappears: CoverJson,
    said: Vec<SaidJson>,
    words: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum AboutJson {
    FirstAdvice { id: String },
    Responsibility { party: String, aspect: String, role: &'static str },
    Referral { from: String, to: String, act: &'static str },
    Gap { aspect: String, gap: &'static str },
}

#[derive(Debug, Serialize)]
struct SaidJson {
    kind: &'static str,
    to: CoverJson,
    words: String,
}

#[derive(Debug, Serialize)]
struct CoverJson {
    boxes: Vec<BoxJson>,
    more: bool,
    words: String,
}

#[derive(Debug, Serialize)]
struct BoxJson {
    facets: Vec<FacetJson>,
    share: Option<f64>,
    words: String,
}

#[derive(Debug, Serialize)]
struct FacetJson {
    facet: String,
    not: bool,
    all: bool,
    values: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PartyJson {
    party: String,
    kind: &'static str,
    words: String,
}

#[derive(Debug, Serialize)]
struct ScenarioJson {
    id: String,
    title: String,
    fails: Vec<String>,
    passes: Vec<String>,
}

/// What the change from one guide to another does.
pub(super) fn facts(old: &Loaded, new: &Loaded, lang: Lang) -> Result<ImpactFacts, Exit> {
    let regions = file::embedded_regions()?;
    let (before, after) =
        (Index::new(std::sync::Arc::clone(&old.guide))?, Index::new(std::sync::Arc::clone(&new.guide))?);
    Ok(ImpactFacts::of(impact::impact(&before, &after, &regions), &old.guide, &new.guide, lang))
}

pub(super) fn json(facts: &ImpactFacts) -> ImpactJson {
    let ImpactFacts { answers, parties, scenarios, other_rules, unknown, notes } = facts;
    ImpactJson {
        answers: answers.iter().map(answer_json).collect(),
        parties: parties.iter().map(party_json).collect(),
        scenarios: scenarios.iter().map(scenario_json).collect(),
        other_rules: *other_rules,
        unknown: *unknown,
        words: notes.clone(),
    }
}

fn answer_json(facts: &AnswerChangeFacts) -> AnswerJson {
    let AnswerChangeFacts { claim, place, during, name, about: _, when: _, appears, disappears, said, lines: _ } =
        facts;
    let about = match claim {
        Claim::First(id) => AboutJson::FirstAdvice { id: id.to_string() },
        Claim::Task { aspect, party, role } => {
            AboutJson::Responsibility { party: party.to_string(), aspect: aspect.to_string(), role: role.id() }
        }
        Claim::Handover { from, to, act } => {
            AboutJson::Referral { from: from.to_string(), to: to.to_string(), act: act.id() }
        }
        Claim::Gap { aspect, kind } => AboutJson::Gap { aspect: aspect.to_string(), gap: kind.id() },
    };
    let (only_in, outside_of) = match place {
        ChangePlace::Everywhere => (Vec::new(), Vec::new()),
        ChangePlace::In(regions) => (regions.clone(), Vec::new()),
        ChangePlace::OutsideOf(regions) => (Vec::new(), regions.clone()),
    };
    AnswerJson {
        about,
        only_in,
        outside_of,
        from: during.from.map(|from| from.to_string()),
        until: during.until.map(|until| until.to_string()),
        appears: cover_json(appears),
        disappears: cover_json(disappears),
        said: said.iter().map(said_json).collect(),
        words: name.clone(),
    }
}

fn said_json(facts: &SaidChangeFacts) -> SaidJson {
    let SaidChangeFacts { said: _, appears, to, text } = facts;
    SaidJson { kind: kind(*appears), to: cover_json(to), words: text.clone() }
}

fn cover_json(facts: &CoverFacts) -> CoverJson {
    let CoverFacts { boxes, more, text } = facts;
    CoverJson { boxes: boxes.iter().map(box_json).collect(), more: *more, words: text.clone() }
}

fn box_json(facts: &BoxFacts) -> BoxJson {
    let BoxFacts { situation, share, text } = facts;
    let said = situation.rows.iter().map(|Row { facet, is_not, mode, values }| FacetJson {
        facet: facet.to_string(),
        not: *is_not,
        all: *mode == Mode::HasAll,
        values: values.iter().map(ToString::to_string).collect(),
    });
    BoxJson { facets: said.collect(), share: share.map(Share::fraction), words: text.clone() }
}

fn party_json(facts: &PartyChangeFacts) -> PartyJson {
    let PartyChangeFacts { party, appears, text } = facts;
    PartyJson { party: party.to_string(), kind: kind(*appears), words: text.clone() }
}

fn scenario_json(facts: &ScenarioChangeFacts) -> ScenarioJson {
    let ScenarioChangeFacts { scenario, title, fails, passes, lines: _ } = facts;
    ScenarioJson { id: scenario.to_string(), title: title.clone(), fails: fails.clone(), passes: passes.clone() }
}

fn kind(appears: bool) -> &'static str {
    if appears { "added" } else { "removed" }
}

/// A heading, a line for each answer with what becomes of it under it, then parties and scenarios.
pub(super) fn in_words(facts: &ImpactFacts, lang: Lang) -> String {
    let ImpactFacts { answers, parties, scenarios, other_rules: _, unknown: _, notes } = facts;
    let mut out = String::new();
    let _ = writeln!(out, "{}", text::heading(lang));
    for note in notes {
        let _ = writeln!(out, "  {note}");
    }
    for facts in answers {
        let AnswerChangeFacts {
            name,
            lines,
            claim: _,
            place: _,
            during: _,
            about: _,
            when: _,
            appears: _,
            disappears: _,
            said: _,
        } = facts;
        let _ = writeln!(out, "  {}", visible(name));
        for line in lines {
            let _ = writeln!(out, "    {}", visible(line));
        }
    }
    for PartyChangeFacts { party: _, appears: _, text } in parties {
        let _ = writeln!(out, "  {}", visible(text));
    }
    for ScenarioChangeFacts { scenario: _, title: _, fails: _, passes: _, lines } in scenarios {
        for line in lines {
            let _ = writeln!(out, "  {}", visible(line));
        }
    }
    out
}
