//! What no answer ever says or does, over many persons that nobody made up one by one.

use std::{collections::BTreeSet, fmt::Write as _, thread};

use serde_json::Value;

use super::{
    answer::{answers, gaps, items, strings, text},
    run::{Ran, json_of, say},
};

/// A row of numbers that is the same every time (Knuth's constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % bound as u64).expect("a small number")
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

const DAYS: [&str; 8] =
    ["2014-12-16", "2017-06-01", "2020-01-01", "2021-12-31", "2022-02-03", "2022-06-01", "2024-06-01", "2026-01-01"];

/// Somebody, of whom some things are known.
fn somebody(numbers: &mut Numbers, schema: &Value) -> String {
    let mut words = format!("lookup --format json --date {}", numbers.one_of(&DAYS));
    for facet in items(schema, "facets") {
        if numbers.below(100) >= 30 {
            continue;
        }
        let values: Vec<&str> =
            items(facet, "values").iter().chain(items(facet, "groups")).map(|value| text(value, "id")).collect();
        let mut given: Vec<String> = Vec::new();
        if facet["kind"] == "one" {
            for _ in 0..=numbers.below(3) {
                given.push((*numbers.one_of(&values)).to_owned());
            }
        } else if numbers.below(4) == 0 {
            given.push("geen".to_owned());
        } else {
            let first = numbers.below(values.len());
            for offset in 0..=numbers.below(2) {
                let no = if numbers.below(3) == 0 { "niet-" } else { "" };
                given.push(format!("{no}{}", values[(first + offset) % values.len()]));
            }
        }
        let _ = write!(words, " {}={}", text(facet, "id"), given.join(","));
    }
    words
}

/// Every text that is shown, with the key that it stands under; what sources call themselves is their own.
fn each_text<'a>(value: &'a Value, key: &'a str, visit: &mut impl FnMut(&'a str, &'a str)) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(list) => list.iter().for_each(|item| each_text(item, key, visit)),
        Value::Object(object) => {
            for (key, item) in object.iter().filter(|(key, _)| !["title", "locator", "url"].contains(&key.as_str())) {
                each_text(item, key, visit);
            }
        }
        _ => {}
    }
}

/// design.md, «What it must never say or do».
const NEVER_SAID: [&str; 6] =
    ["geen recht", "moet vertrekken", "moet nederland verlaten", "illegaal", "illegale", "bed beschikbaar"];

fn says_nothing_wrong(words: &str, shown: &str) {
    let lower = shown.to_lowercase();
    for phrase in NEVER_SAID {
        assert!(!lower.contains(phrase), "{words}: «{phrase}» in «{shown}»");
    }
    let mut plain = lower.split(|sign: char| !sign.is_alphabetic());
    assert!(plain.all(|word| word != "zeker"), "{words}: «zeker» in «{shown}»");
    assert!(postcode(shown).is_none(), "{words}: an address in «{shown}»");
}

/// Four digits and two capitals: the place of a shelter has no business here.
fn postcode(text: &str) -> Option<&str> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    (0..signs.len()).find_map(|start| {
        let before = start.checked_sub(1).map(|before| signs[before].1);
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let rest: String = signs[start..].iter().take(8).map(|(_, sign)| *sign).collect();
        let bytes = rest.as_bytes();
        let digits = bytes.len() >= 6 && bytes[..4].iter().all(u8::is_ascii_digit) && bytes[0] != b'0';
        let space = usize::from(bytes.get(4) == Some(&b' '));
        let letters = bytes.get(4 + space..6 + space)?;
        let ends = bytes.get(6 + space).is_none_or(|sign| !sign.is_ascii_alphanumeric());
        (digits && ends && letters.iter().all(u8::is_ascii_uppercase)).then(|| &text[signs[start].0..])
    })
}

/// The telephone numbers in a text, as digits.
fn numbers_in(text: &str) -> Vec<String> {
    let part_of_number = |sign: char| sign.is_ascii_digit() || "+ -()".contains(sign);
    let runs = text.split(|sign: char| !part_of_number(sign)).map(|run| run.trim_matches([' ', '-', '(', ')']));
    let mut found: Vec<String> = runs
        .filter(|run| run.starts_with('0') || run.starts_with('+'))
        .filter(|run| !is_day(run))
        .map(|run| run.chars().filter(|sign| *sign == '+' || sign.is_ascii_digit()).collect::<String>())
        .filter(|digits| digits.len() >= 8)
        .collect();
    if text.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits == "112") {
        found.push("112".to_owned());
    }
    found
}

/// A day such as 03-02-2022.
fn is_day(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [2, 2, 4]
}

/// The numbers that sources give, as digits.
fn numbers_of_the_guide() -> BTreeSet<String> {
    let guide = wegwijzer::file::embedded_guide().expect("the guide inside the program");
    let contacts = guide.parties.iter().flat_map(|party| &party.contacts);
    contacts.flat_map(|contact| numbers_in(&contact.value)).collect()
}

/// What holds for any answer.
fn is_sound(ran: &Ran, silent: &BTreeSet<String>, parties: &BTreeSet<String>, known_numbers: &BTreeSet<String>) {
    let words = ran.typed.as_str();
    let found = ran.value();
    let mut open: BTreeSet<&str> = BTreeSet::new();
    let known: BTreeSet<&str> = items(&found, "profile").iter().map(|known| text(known, "facet")).collect();
    for known in items(&found, "profile").iter().filter(|known| items(known, "values").is_empty()) {
        open.insert(text(known, "facet"));
    }
    assert!(open.is_empty(), "{words}: nothing is known of {open:?}, and yet it is in the profile");
    // A facet with one value left is not open any more.
    let single: BTreeSet<&str> = items(&found, "profile")
        .iter()
        .filter(|known| items(known, "values").len() == 1 && !MANY.contains(&text(known, "facet")))
        .map(|known| text(known, "facet"))
        .collect();
    for answer in answers(&found) {
        let (id, party) = (text(answer, "id"), text(answer, "party"));
        assert!(!silent.contains(party), "{words}: «{party}» never answers, but «{id}» is there");
        assert!(!items(answer, "sources").is_empty(), "{words}: «{id}» has no source");
        let victims_go_elsewhere = ["riec", "emm", "vng", "ccv", "expertgroep-criminele-uitbuiting"].contains(&party);
        let receives = answer["receives"].as_str();
        let fine = !victims_go_elsewhere || receives.is_some_and(|receives| receives != "slachtoffer");
        assert!(fine, "{words}: «{party}» receives {receives:?}, not a signal or a question");
    }
    for part in answers(&found).chain(gaps(&found)) {
        let (id, depends_on) = (text(part, "id"), strings(&part["depends_on"]));
        let is_open = part["match"] == "depends";
        assert_eq!(!depends_on.is_empty(), is_open, "{words}: «{id}» is {}, on {depends_on:?}", part["match"]);
        let settled = depends_on.iter().find(|facet| single.contains(*facet));
        assert!(settled.is_none(), "{words}: «{id}» depends on {settled:?}, which is known");
        let because = items(part, "because");
        assert!(!is_open || because.is_empty(), "{words}: «{id}» is open and yet has a reason");
        for reason in because {
            let facet = text(reason, "facet");
            assert!(known.contains(facet), "{words}: «{id}» because of «{facet}», which nobody gave");
            assert!(!items(reason, "values").is_empty(), "{words}: «{id}» because of nothing in «{facet}»");
        }
    }
    for gap in gaps(&found) {
        let (id, ask) = (text(gap, "id"), text(gap, "ask"));
        assert!(!items(gap, "sources").is_empty(), "{words}: «{id}» has no source");
        assert!(parties.contains(ask) && !silent.contains(ask), "{words}: «{id}» sends one to «{ask}»");
    }
    for phase in items(&found, "phases") {
        let verdicts: Vec<&str> = items(phase, "answers").iter().map(|answer| text(answer, "match")).collect();
        assert!(verdicts.is_sorted(), "{words}: phase {}: {verdicts:?}", phase["letter"]);
    }
    let letters: Vec<&str> = items(&found, "phases").iter().map(|phase| text(phase, "letter")).collect();
    assert_eq!(letters, ["A", "B", "C", "D"], "{words}");
    each_text(&found, "", &mut |key, shown| {
        says_nothing_wrong(words, shown);
        // Days and edition are no telephone numbers.
        if !["date", "edition", "from", "until", "last_source", "verified", "division_date"].contains(&key) {
            for number in numbers_in(shown) {
                assert!(known_numbers.contains(&number), "{words}: «{number}» is no contact of the guide: «{shown}»");
            }
        }
    });
}

/// Facets of kind `many`: one value of them leaves others open.
const MANY: [&str; 4] = ["uitbuiting", "bijzonderheden", "multiproblematiek", "kinderen"];

/// That a contradiction names facets that were given and that clash by themselves.
fn is_a_real_clash(ran: &Ran) {
    let line = ran.refused(2);
    let given: Vec<&str> = ran.typed.split_whitespace().filter(|word| word.contains('=')).collect();
    let named_in = |words: &str| -> BTreeSet<String> {
        words.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).map(str::to_owned).collect()
    };
    if line.contains("spreekt zichzelf tegen") {
        return;
    }
    let list = line.split_once(": ").expect("facets after a colon").1;
    let named = named_in(list.split(" (").next().expect("facets"));
    let clash: Vec<&str> =
        given.into_iter().filter(|word| named.contains(word.split('=').next().expect("a facet"))).collect();
    assert!(clash.len() > 1, "{}: which facets clash? «{line}»", ran.typed);
    let again = say(&format!("lookup {}", clash.join(" ")));
    assert_eq!(again.exit, 2, "{}: {clash:?} do go together, but it says «{line}»", ran.typed);
}

#[test]
fn three_hundred_persons_get_sound_answers() {
    let schema = json_of("schema");
    let all = items(&schema, "parties");
    let parties: BTreeSet<String> = all.iter().map(|party| text(party, "id").to_owned()).collect();
    let silent: BTreeSet<String> = all
        .iter()
        .filter(|party| party["whole_chain"] == true || party["mentioned_only"] == true)
        .map(|party| text(party, "id").to_owned())
        .collect();
    assert!(silent.len() > 5, "some parties never answer: {silent:?}");
    let known_numbers = numbers_of_the_guide();
    assert!(known_numbers.contains("112") && known_numbers.contains("09008844"), "{known_numbers:?}");
    let mut numbers = Numbers(20_141_216);
    let mut persons: Vec<String> = DAYS.iter().map(|day| format!("lookup --format json --date {day}")).collect();
    while persons.len() < 300 {
        persons.push(somebody(&mut numbers, &schema));
    }
    let look = |persons: &[String]| {
        let mut answered = 0;
        for words in persons {
            let ran = say(words);
            match ran.exit {
                0 => {
                    assert_eq!(ran.err, "", "{words}");
                    is_sound(&ran, &silent, &parties, &known_numbers);
                    answered += 1;
                }
                2 => is_a_real_clash(&ran),
                other => panic!("{words}: exits {other} and says «{}»", ran.err),
            }
        }
        answered
    };
    let answered: usize = thread::scope(|scope| {
        let shares: Vec<_> = persons.chunks(75).map(|share| scope.spawn(move || look(share))).collect();
        shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).sum()
    });
    assert!((100..300).contains(&answered), "{answered} were answered: some should be, and some contradict themselves");
}

#[test]
fn the_words_on_a_screen_are_as_careful() {
    let known = numbers_of_the_guide();
    for line in [
        "lookup",
        "lookup --lang en",
        "lookup leeftijd=minderjarig uitbuiting=seksueel bijzonderheden=loverboy --gemeente Utrecht",
        "lookup --date 2024-06-01 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht terugkeerwens=ja",
        "lookup --gemeente onbekend aanwijzing=ernstige-benadeling verblijf=derdeland-zonder-verblijfsrecht",
        "explain dtv",
        "explain cosm leeftijd=volwassen",
        "route --from gemeente --to cosm",
        "compare verblijf=eu --with verblijf=derdeland-zonder-verblijfsrecht",
    ] {
        let said = say(line).fine().out;
        for shown in said.lines() {
            says_nothing_wrong(line, shown);
            for number in numbers_in(shown) {
                assert!(known.contains(&number), "{line}: «{number}» is no contact of the guide: «{shown}»");
            }
        }
    }
}

#[test]
fn return_comes_after_somebody_who_stands_beside_the_victim() {
    // design.md: return and DT&V come after a lawyer or CoMensha.
    let found = json_of(
        "lookup --date 2024-06-01 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
         aanwijzing=geringste-aanwijzing terugkeerwens=ja",
    );
    let order: Vec<&str> = answers(&found).filter(|a| a["match"] == "applies").map(|a| text(a, "party")).collect();
    let place = |party: &str| order.iter().position(|known| *known == party);
    let helper = place("comensha").into_iter().chain(place("advocaat")).min();
    if let Some(departure) = place("dtv") {
        assert!(helper.is_some_and(|helper| helper < departure), "{order:?}");
    }
    assert!(helper.is_some(), "somebody stands beside the victim: {order:?}");
}

#[test]
fn the_checks_of_this_test_see_what_they_look_for() {
    assert_eq!(
        numbers_in("Bel 0900 8844 of 033-4481186, of +31 70 333 44 44."),
        ["09008844", "0334481186", "+31703334444"]
    );
    assert_eq!(numbers_in("Bel 112 bij gevaar, sinds 03-02-2022, artikel 1121."), ["112"]);
    assert_eq!(postcode("Kerkstraat 1, 1234 AB Utrecht"), Some("1234 AB Utrecht"));
    assert_eq!(postcode("Kerkstraat 1, 1234AB"), Some("1234AB"));
    assert_eq!(postcode("van 2022 COA en Stb. 2016, 310"), None);
    for wrong in ["Er is geen recht op hulp.", "Dit is zeker.", "Zit in de Dorpsstraat, 1234 AB."] {
        let caught = std::panic::catch_unwind(|| says_nothing_wrong("test", wrong));
        assert!(caught.is_err(), "«{wrong}» should not pass");
    }
    says_nothing_wrong("test", "De zorgverzekering betaalt.");
}
