//! Questions to the page with the answers of the command line, one JSON a line: `page_cases COUNT SEED`.
//!
//! `tests/page` asks them of a page in a browser: each answer must be the same, byte for byte.

#![allow(clippy::print_stdout, reason = "a program for a script to read")]

use std::{env, error::Error, sync::Arc};

use serde_json::json;
use wegwijzer::{
    cli::{self, Call},
    file::{embedded_guide, embedded_regions},
    model::{Date, FacetKind, Guide, Lang, NONE, Now, negated},
};

/// `SplitMix64`: the same seed gives the same questions.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap_or(0)
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const DATES: [&str; 8] =
    ["2015-05-01", "2018-01-01", "2019-10-20", "2022-02-03", "2024-07-01", "2026-01-01", "2026-11-22", "2027-03-01"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut numbers = env::args().skip(1).map(|number| number.parse::<u64>());
    let (count, seed) = (numbers.next().unwrap_or(Ok(300))?, numbers.next().unwrap_or(Ok(1))?);
    let (guide, regions) =
        (Arc::new(embedded_guide().map_err(|_| "guide")?), embedded_regions().map_err(|_| "regions")?);
    let mut random = Random(seed);
    let mut made = 0;
    while made < count {
        let profile = profile(&guide, &mut random);
        let date = *random.one_of(&DATES);
        let lang = *random.one_of(&["nl", "en"]);
        let gemeente = match random.below(4) {
            0 => None,
            1 => Some("onbekend".to_owned()),
            _ => Some(random.one_of(&regions.gemeenten).name.clone()),
        };
        let mut words: Vec<String> =
            ["wegwijzer", "lookup", "--format", "json", "--date", date, "--lang", lang].map(str::to_owned).into();
        words.extend(gemeente.iter().map(|name| format!("--gemeente={name}")));
        words.extend(profile.iter().cloned());
        let answer = answer(words);
        // Who cannot be is asked too, now and then.
        if let Some(answer) = answer.or((random.below(8) == 0).then(String::new)) {
            println!(
                "{}",
                json!({ "ask": { "profile": profile, "date": date, "lang": lang, "gemeente": gemeente }, "answer": answer })
            );
            made += 1;
        }
    }
    Ok(())
}

/// Up to ten facets, each with one value, a group or several.
fn profile(guide: &Guide, random: &mut Random) -> Vec<String> {
    let mut profile: Vec<String> = Vec::new();
    for _ in 0..random.below(11) {
        let facet = random.one_of(&guide.facets);
        if profile.iter().any(|given| given.starts_with(&format!("{}=", facet.id))) {
            continue;
        }
        let mut values: Vec<String> = facet.values.iter().map(|value| value.id.to_string()).collect();
        match facet.kind {
            FacetKind::One => values.extend(facet.groups.iter().map(|group| group.id.to_string())),
            FacetKind::Many => {
                values.push(NONE.to_owned());
                values.extend(facet.values.iter().map(|value| negated(&value.id)));
            }
        }
        let value = random.one_of(&values).clone();
        profile.push(format!("{}={value}", facet.id));
    }
    profile
}

/// The JSON of the command line; `None` when it refuses.
fn answer(words: Vec<String>) -> Option<String> {
    let words: Vec<_> = words.into_iter().map(Into::into).collect();
    let Ok(Call::Arguments(arguments)) = cli::read(&words, Lang::Nl) else { return None };
    let now = Now { date: Date::new(2026, 11, 22).ok()?, time: "12:00".parse().ok()? };
    cli::run(&arguments, now, &mut std::io::empty(), &mut Vec::new()).ok()
}
