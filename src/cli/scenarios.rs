//! `scenarios`: runs every case of the guide against its expectation.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Context, Exit, Output};
use crate::{
    contract::GuideJson,
    lookup::run_scenario,
    model::RecordId,
    text::{cli as text, errors, words},
};

#[derive(Debug, Serialize)]
struct ScenariosJson {
    guide: GuideJson,
    passed: usize,
    failed: usize,
    cases: Vec<CaseJson>,
}

#[derive(Debug, Serialize)]
struct CaseJson {
    id: String,
    title: String,
    passed: bool,
    problems: Vec<String>,
}

pub(super) fn run(context: &Context, output: Output) -> Result<String, Exit> {
    let cases: Vec<CaseJson> = context
        .guide()
        .scenarios
        .iter()
        .map(|scenario| {
            let misses = run_scenario(&context.index, &context.regions, scenario);
            let problems: Vec<String> = match misses {
                Err(error) => vec![errors::scenario(&error, context.guide(), output.lang)],
                Ok(misses) => misses
                    .into_iter()
                    .map(|miss| {
                        let found = miss.found.map_or("-", |verdict| words::verdict(verdict, context.lang));
                        let party = miss.expectation.party.as_ref().map_or("", |party| party.as_str());
                        let wanted = words::scenario_outcome(miss.expectation.outcome, context.lang);
                        let step = miss.step.as_ref().map(RecordId::as_str);
                        let aspect = text::at_step(step, miss.expectation.aspect.as_str(), context.lang);
                        text::expected(&aspect, party, wanted, found, context.lang)
                    })
                    .collect(),
            };
            CaseJson {
                id: scenario.id.to_string(),
                title: scenario.title.text(context.lang).to_owned(),
                passed: problems.is_empty(),
                problems,
            }
        })
        .collect();
    let passed = cases.iter().filter(|case| case.passed).count();
    let ran = ScenariosJson { guide: context.guide_json(), passed, failed: cases.len() - passed, cases };
    let printed = output.give(&ran, |ran| in_words(ran, context))?;
    if ran.failed > 0 { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

fn in_words(ran: &ScenariosJson, context: &Context) -> String {
    let lang = context.lang;
    let mut out = context.guide_above();
    for case in &ran.cases {
        let _ = writeln!(out, "{} {} — {}", if case.passed { '+' } else { '✗' }, case.id, case.title);
        for problem in &case.problems {
            let _ = writeln!(out, "    {problem}");
        }
    }
    let _ = writeln!(out, "{} {}, {} {}", ran.passed, text::passed(lang), ran.failed, text::failed(lang));
    out
}
