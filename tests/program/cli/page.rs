//! The page: it answers as the command line does, lets nothing of a guide become markup, and is one small file.
//!
//! `tests/page` asks the same of the page in a browser, where it runs as WebAssembly.

use std::io::Read as _;

use lzma_rust2::LzmaReader;
use serde_json::{Value, json};
use wegwijzer::{
    export::site::{ENGINE, site},
    file::{embedded_guide, embedded_origin, embedded_regions},
    lookup::{Index, Profile},
    model::{ContactKind, Date, Guide, Lang, Scenario, ValueId},
    page::{Bundle, Page},
    workshop::quiz::{QuizQuestion, QuizRequest, quiz},
};

use super::run::run;

/// The most bytes of a page.
const MOST: usize = 800_000;

fn made() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn page_of(guide: Guide) -> Page {
    Page::open(Bundle::new(guide, embedded_regions().unwrap(), &embedded_origin(), made())).unwrap()
}

fn shipped() -> Page {
    page_of(embedded_guide().unwrap())
}

fn exported() -> String {
    let index = Index::new(embedded_guide().unwrap().into()).unwrap().with_origin(embedded_origin());
    String::from_utf8(site(&index, &embedded_regions().unwrap(), made(), Lang::Nl).unwrap()).unwrap()
}

fn profile(case: &Scenario) -> Vec<String> {
    let given = case.given.iter().map(|(facet, values)| {
        let values: Vec<&str> = values.iter().map(ValueId::as_str).collect();
        format!("{facet}={}", values.join(","))
    });
    given.collect()
}

#[test]
fn it_answers_the_scenarios_of_the_guide_as_the_command_line_does() {
    let mut page = shipped();
    let cases = embedded_guide().unwrap().scenarios;
    for (nth, case) in cases.iter().enumerate().filter(|(nth, _)| nth % 4 == 0) {
        let (lang, date, profile) = (["nl", "en"][nth / 4 % 2], case.date.to_string(), profile(case));
        let place: Vec<&str> = case.gemeente.iter().flat_map(|name| ["--gemeente", name]).collect();
        let facets = profile.iter().map(String::as_str);
        let words: Vec<&str> = ["lookup", "--format", "json", "--lang", lang, "--date", &date]
            .into_iter()
            .chain(place)
            .chain(facets)
            .collect();
        let request = json!({ "ask": { "profile": &profile, "date": date, "lang": lang, "gemeente": case.gemeente } });
        let said = run(&words).fine().out.clone();
        assert!(page.answer(&request.to_string()).as_ref() == Ok(&said), "{words:?} is answered otherwise");
    }
}

#[test]
fn what_is_refused_is_refused_in_the_words_of_the_command_line() {
    let mut page = shipped();
    for (lang, profile, date, gemeente) in [
        ("nl", vec!["leeftyd=volwassen"], "2026-11-22", None),
        ("en", vec!["leeftijd=24-plus", "alleenstaand=ja"], "2026-11-22", None),
        ("nl", vec![], "2026-11", None),
        ("nl", vec![], "2026-11-22", Some("Bornne")),
    ] {
        let request = json!({ "ask": { "profile": profile, "date": date, "lang": lang, "gemeente": gemeente } });
        let refused = page.answer(&request.to_string()).unwrap_err();
        let place: Vec<&str> = gemeente.iter().flat_map(|name| ["--gemeente", name]).collect();
        let words = [&["lookup", "--lang", lang, "--date", date][..], &place, &profile].concat();
        let ran = run(&words);
        assert!(ran.err.contains(&refused), "{words:?}: {} and {refused}", ran.err);
    }
    assert!(page.answer("{}").is_err() && page.answer("").is_err());
}

/// What the page would show, of everything that it can be asked.
fn everything(page: &mut Page, guide: &Guide) -> Vec<String> {
    let question = json!({ "date": "2026-11-22", "lang": "nl", "gemeente": "Borne" });
    let show = json!({ "show": { "question": question, "today": "2026-11-22", "kept": { "profile": ["leeftijd=minderjarig"], "date": "2022-02-03" } } });
    let mut requests =
        vec![show, json!({ "frame": { "lang": "nl" } }), json!({ "about": { "lang": "nl", "today": "2026-11-22" } })];
    requests.extend(
        ["comensha", "opvang", "bedenktijd", "meerderjarig"]
            .map(|words| json!({ "search": { "question": question, "words": words } })),
    );
    requests.push(json!({ "cases": { "lang": "nl" } }));
    requests.extend(guide.scenarios.iter().map(|case| json!({ "case": { "lang": "nl", "id": case.id.as_str() } })));
    requests.extend((1..4).map(|seed| json!({ "quiz": { "question": question, "seed": seed } })));
    requests.extend(
        guide.parties.iter().map(|party| json!({ "party": { "question": question, "party": party.id.as_str() } })),
    );
    requests.iter().map(|request| page.answer(&request.to_string()).unwrap()).collect()
}

const PLANTED: &str = "\"'><img src=x onerror=alert(1)>&amp;";

/// The names of texts that people read.
const TEXTS: [&str; 17] = [
    "title", "nl", "en", "text", "task", "summary", "value", "hours", "for_whom", "meaning", "at", "quote", "note",
    "shown", "starts", "contact", "name",
];

/// Plants it in every text that people read, in every record.
fn plant(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(plant),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if TEXTS.contains(&name.as_str()) => text.push_str(PLANTED),
                    other => plant(other),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_that_a_guide_says_becomes_markup() {
    let text = serde_json::to_string(&embedded_guide().unwrap()).unwrap();
    let mut guide: Value = serde_json::from_str(&text).unwrap();
    plant(&mut guide);
    let guide: Guide = serde_json::from_value(guide).unwrap();
    let mut planted = 0;
    for answer in everything(&mut page_of(guide.clone()), &guide) {
        // What the script puts in place as HTML; the rest of an answer it writes as text.
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let shown: String = ["html", "answer", "body"].iter().filter_map(|part| answer[part].as_str()).collect();
        assert!(!shown.contains("<img"), "what a guide says became markup");
        planted += shown.matches("&lt;img src=x").count();
    }
    assert!(planted > 1_000, "{planted}: the planted words are not shown");
}

/// The HTML of a request.
fn opened(page: &mut Page, request: &Value) -> String {
    let said: Value = serde_json::from_str(&page.answer(&request.to_string()).unwrap()).unwrap();
    said["html"].as_str().unwrap().to_owned()
}

#[test]
fn its_quiz_is_that_of_the_program() {
    let mut page = shipped();
    let index = Index::new(embedded_guide().unwrap().into()).unwrap();
    for seed in 1..6 {
        for (lang, facets) in [(Lang::Nl, vec![]), (Lang::En, vec!["leeftijd=minderjarig"])] {
            let question = json!({ "profile": facets, "date": "2026-11-22", "lang": lang.id() });
            let html = opened(&mut page, &json!({ "quiz": { "question": question, "seed": seed } }));
            let profile = Profile::parse(index.guide(), facets).unwrap();
            let request = QuizRequest { seed, count: 5, profile: &profile, date: made(), lang };
            let shown: Vec<Vec<bool>> = html
                .split("<fieldset")
                .skip(1)
                .map(|asked| {
                    asked
                        .split("<input")
                        .skip(1)
                        .map(|input| input.split('>').next().unwrap().contains("data-right"))
                        .collect()
                })
                .collect();
            let made = quiz(&index, &request);
            let right =
                |question: &QuizQuestion| question.options.iter().map(|option| question.is_right(option)).collect();
            assert_eq!(shown, made.iter().map(right).collect::<Vec<Vec<bool>>>());
            assert_eq!(shown.len(), 5);
        }
    }
}

#[test]
fn its_cases_are_those_of_the_guide_without_what_is_for_the_trainer() {
    let (mut page, guide) = (shipped(), embedded_guide().unwrap());
    let list = opened(&mut page, &json!({ "cases": { "lang": "nl" } }));
    for case in &guide.scenarios {
        assert!(list.contains(&format!("data-case=\"{}\"", case.id)), "{}", case.id);
        let html = opened(&mut page, &json!({ "case": { "lang": "nl", "id": case.id.as_str() } }));
        assert_eq!(html.matches("data-situation").count(), 1 + case.main_way().len(), "{}", case.id);
        // What each step puts in the form can be asked.
        for situation in html.split("data-situation=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let words: Vec<&str> = situation.split("&amp;").collect();
            let of = |name: &str| words.iter().find_map(|word| word.strip_prefix(name));
            let facets: Vec<&&str> =
                words.iter().filter(|word| !word.starts_with("date=") && !word.starts_with("gemeente=")).collect();
            let ask = json!({ "ask": { "profile": facets, "date": of("date="), "gemeente": of("gemeente=") } });
            page.answer(&ask.to_string()).unwrap();
        }
        for note in case.notes.iter().chain(case.steps.iter().flat_map(|step| &step.notes)) {
            assert!(!html.contains(note.as_str()), "{}: {note}", case.id);
        }
    }
    assert!(page.answer(&json!({ "case": { "lang": "nl", "id": "c2" } }).to_string()).is_err());
}

#[test]
fn it_is_one_small_file_that_asks_for_nothing() {
    let page = exported();
    assert!(page.len() <= MOST, "the page has {} bytes, and {MOST} is the most", page.len());
    for reach in [
        "http:",
        "https:",
        "<link",
        "<iframe",
        "url(",
        "@import",
        " src=",
        "fetch(",
        "XMLHttp",
        "localStorage",
        "sessionStorage",
        "document.cookie",
        "indexedDB",
    ] {
        let at = page.find(reach).map(|at| page[at.saturating_sub(60)..].chars().take(140).collect::<String>());
        assert_eq!(at, None, "«{reach}» is in the page");
    }
    assert!(page.contains(&embedded_guide().unwrap().edition));
}

#[test]
fn only_its_own_script_and_style_may_run_in_it() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use sha2::{Digest as _, Sha256};
    let page = exported();
    let policy = page
        .split("content-security-policy\" content=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .replace("&#39;", "'");
    let between = |open: &str, close: &str| {
        let mut found = page.split(open).skip(1).map(|rest| rest.split(close).next().unwrap().to_owned());
        let only = found.next().unwrap();
        assert_eq!(found.next(), None, "there is one {open}");
        only
    };
    let sum = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (script, style) = (sum(&between("<script>", "</script>")), sum(&between("<style>", "</style>")));
    let expected = format!(
        "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(policy, expected);
}

#[test]
fn without_a_script_it_has_112_every_number_and_who_does_what() {
    let (page, guide) = (exported(), embedded_guide().unwrap());
    let plain = page.split("<noscript").nth(1).unwrap().split("</noscript>").next().unwrap();
    assert!(plain.contains("Acuut gevaar: bel 112") && plain.contains("tel:112"));
    let contacts = guide.parties.iter().flat_map(|party| &party.contacts);
    let numbers = contacts.filter(|contact| contact.kind == ContactKind::Telefoon && contact.valid.holds_on(made()));
    let numbers: Vec<&str> = numbers.map(|contact| contact.value.as_str()).collect();
    assert!(numbers.len() > 5);
    for number in numbers {
        assert!(plain.contains(&format!(">{number}</a>")), "{number} is not there");
    }
}

#[test]
fn the_engine_in_the_program_is_webassembly_with_the_doors_that_the_script_calls() {
    let mut wasm = Vec::new();
    LzmaReader::new_mem_limit(ENGINE, u32::MAX, None).unwrap().read_to_end(&mut wasm).unwrap();
    assert!(wasm.starts_with(b"\0asm"));
    for door in ["room", "open", "ask", "answer", "memory"] {
        let name = [&[u8::try_from(door.len()).unwrap()], door.as_bytes()].concat();
        assert!(wasm.windows(name.len()).any(|part| part == name), "{door} is not there");
    }
    for path in ["/home/", "/root/", "registry/src", "rustup"] {
        assert!(!wasm.windows(path.len()).any(|part| part == path.as_bytes()), "«{path}» of a machine is in it");
    }
}
