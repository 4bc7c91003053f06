//! Files that are broken in every way we could think of: one plain line each, and never a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use std::{
    cell::RefCell,
    fs::{self, File},
    io::Write,
    path::Path,
    time::{Duration, Instant},
};

use crate::folder::own_folder;
use proptest::prelude::*;
use wegwijzer::{
    edit::Bundle,
    file::{MAX_BYTES, Progress, open_bundle, open_guide, read_guide, write_guide},
    model::{FileError, Lang, SCHEMA},
    text::errors,
};

const GOOD: &[u8] = include_bytes!("../broken/goed.ron");

fn open(path: &Path) -> Result<wegwijzer::file::Opened, FileError> {
    open_guide(path, &|_| {})
}

/// What a user reads.
fn dutch(error: &FileError) -> String {
    errors::file(error, Lang::Nl)
}

/// The file in `tests/broken` gives exactly this line, followed by its path.
#[track_caller]
fn check(name: &str, expected: &str) {
    let path = Path::new("tests/broken").join(name).with_extension("ron");
    let line = dutch(&open(&path).expect_err(name));
    assert_eq!(line, format!("{expected} Bestand: {}", path.display()));
    assert_plain(&line);
}

/// One line, not too long, without English.
#[track_caller]
fn assert_plain(line: &str) {
    assert!(!line.chars().any(char::is_control), "more than a line: {line:?}");
    assert!(line.chars().count() < 500, "too long: {line}");
    let own_words = line.split("(ron: ").next().unwrap_or_default().to_lowercase();
    // What stands between « and » is said by the file, and a damaged one may say anything.
    let own_words: String = own_words.split(['«', '»']).step_by(2).collect();
    // So does the path into it.
    let own_words = own_words.split(", in ").next().unwrap_or_default();
    for english in ["expected", "unexpected", "found ", "missing", "invalid", "unclosed", "struct", "character"] {
        assert!(!own_words.contains(english), "«{english}» in: {line}");
    }
}

#[test]
fn what_is_no_guide_says_so_in_one_line() {
    check("alleen-commentaar", "Dit bestand is leeg.");
    check("binair", "Dit is geen tekstbestand.");
    check("extensie", "Regel 1, kolom 11: deze regel met «#!» kent dit programma niet: haal die weg.");
    check("json", "Regel 1, kolom 1: dit is geen wegwijzer: een wegwijzer begint met «(».");
    check("latin1", "Regel 6, kolom 24: dit teken is geen UTF-8: bewaar het bestand als tekst in UTF-8.");
    check("leeg", "Dit bestand is leeg.");
    check("lijst", "Regel 1, kolom 1: dit is geen wegwijzer: een wegwijzer begint met «(».");
    check("lopende-tekst", "Regel 1, kolom 1: dit is geen wegwijzer: een wegwijzer begint met «(».");
    check(
        "nieuwer-en-anders",
        "Dit bestand is gemaakt met een nieuwere versie van het programma (vorm 2, en dit programma kent vorm 1): installeer de nieuwe versie.",
    );
    check("nulteken", "Dit is geen tekstbestand.");
    check("ontbrekend-schema", "Regel 5, kolom 1: het veld «schema» ontbreekt.");
    check("utf16", "Regel 1, kolom 1: dit teken is geen UTF-8: bewaar het bestand als tekst in UTF-8.");
    check("vorm-is-tekst", "Regel 2, kolom 11, in schema: hier hoort een getal.");
    check("vorm-nul", "Vorm 0 bestaat niet: schrijf «schema: 1».");
}

#[test]
fn a_mistake_in_the_signs_says_where_and_what_in_one_line() {
    check(
        "aanhalingsteken-mist",
        "Regel 8, kolom 13, in responsibilities[0].task («cosm-opvang»): het bestand stopt in een tekst: die begint op regel 8 en mist een aanhalingsteken.",
    );
    check("byte-order-mark", "Regel 1, kolom 13, in titel: het veld «titel» bestaat hier niet: bedoelt u «title»?");
    check(
        "commentaar-open",
        "Regel 11, kolom 1, in responsibilities[0] («cosm-opvang»): deze opmerking heeft geen einde: sluit die met «*/».",
    );
    check(
        "dubbele-punt-mist",
        "Regel 8, kolom 11, in responsibilities[0] («cosm-opvang»): hier hoort een dubbele punt.",
    );
    check("geen-haakje", "Regel 6, kolom 12, in limits[0]: hier hoort een haakje: begin met «(».");
    check("geen-lijst", "Regel 6, kolom 12, in parties: hier hoort een lijst: begin met «[».");
    check(
        "haakje-mist",
        "Regel 8, kolom 1, in parties[0]: het bestand stopt te vroeg: «[» van regel 7 wordt niet gesloten.",
    );
    check("haakje-te-veel", "Regel 7, kolom 2: hier hoort niets meer te staan: het laatste haakje is al gesloten.");
    check(
        "komma-mist",
        "Regel 9, kolom 6, in responsibilities[0] («cosm-opvang»): hier mist een komma, of een haakje dat sluit.",
    );
    check("los-teken", "Regel 6, kolom 11: hier mist een komma, of een haakje dat sluit.");
    check("map-zonder-dubbele-punt", "Regel 6, kolom 94, in scenarios[0].given («c01»): hier hoort een dubbele punt.");
    check("naam-voor-haakje", "Regel 6, kolom 19, in parties[0] («cosm»): haal de naam «Partij» voor het haakje weg.");
    check(
        "rol-met-streepje",
        "Regel 7, kolom 64, in responsibilities[0].role («cosm-opvang»): schrijf een laag streepje in een naam: «voert_uit».",
    );
    check(
        "rol-tussen-aanhalingstekens",
        "Regel 7, kolom 64, in responsibilities[0].role («cosm-opvang»): hier hoort een naam zonder aanhalingstekens.",
    );
    check(
        "samenvoeging",
        "Regel 6, kolom 1: hier staan twee versies onder elkaar: kies er een, en haal de regels met «<<<», «===» en «>>>» weg.",
    );
    check(
        "verkeerd-haakje",
        "Regel 8, kolom 37, in responsibilities[0].cites[0] («cosm-opvang»): hier hoort een komma of «]», want «[» van regel 8 staat nog open.",
    );
    check(
        "verkeerde-schuine-streep",
        r"Regel 8, kolom 28, in responsibilities[0].task («cosm-opvang»): wat hier achter «\» staat, bestaat niet: schrijf «\\» voor een schuine streep.",
    );
    check(
        "windows-regeleinden",
        "Regel 8, kolom 6, in responsibilities[0].taak («cosm-opvang»): het veld «taak» bestaat hier niet: bedoelt u «task»?",
    );
}

#[test]
fn a_mistake_in_a_field_says_where_and_what_in_one_line() {
    check(
        "conditie-met-een-waarde",
        "Regel 8, kolom 29, in responsibilities[0].who.All[0].Is («cosm-opvang»): hier horen 2 waarden, en het is er 1.",
    );
    check(
        "conditie-zonder-lijst",
        "Regel 8, kolom 26, in responsibilities[0].who.Is[1] («cosm-opvang»): hier hoort een lijst: begin met «[».",
    );
    check(
        "dubbel-veld",
        "Regel 8, kolom 29, in responsibilities[0] («cosm-opvang»): het veld «task» staat er twee keer.",
    );
    check(
        "geen-datum",
        "Regel 8, kolom 38, in responsibilities[0].verified («cosm-opvang»): dit is geen datum: schrijf een dag die bestaat, zoals «2022-02-03».",
    );
    check(
        "geen-deel-van-een-datum",
        "Regel 8, kolom 42, in responsibilities[0].valid.from («cosm-opvang»): «februari 2022» is geen datum: schrijf 2016, 2019-10 of 2022-02-03.",
    );
    check(
        "geen-id",
        "Regel 6, kolom 19, in sources[0].id («Brief 2»): «Brief 2» is geen id: kleine letters, cijfers en enkele streepjes, zoals «politie-avim».",
    );
    check(
        "geen-letter",
        "Regel 6, kolom 33, in phases[0].letter («zorg»): hier hoort één letter tussen enkele aanhalingstekens, zoals 'A'.",
    );
    check(
        "getal-is-tekst",
        "Regel 8, kolom 42, in responsibilities[0].terms[0].count («cosm-opvang»): hier hoort een getal.",
    );
    check(
        "getal-te-groot",
        "Regel 8, kolom 42, in responsibilities[0].terms[0].count («cosm-opvang»): dit getal is te groot of te klein.",
    );
    check("ja-nee", "Regel 8, kolom 15, in responsibilities[0].primary («cosm-opvang»): hier hoort «true» of «false».");
    check(
        "onbekend-veld",
        "Regel 8, kolom 6, in responsibilities[0].taak («cosm-opvang»): het veld «taak» bestaat hier niet: bedoelt u «task»?",
    );
    check(
        "onbekend-veld-bovenaan",
        "Regel 6, kolom 3, in partijen: het veld «partijen» bestaat hier niet: bedoelt u «parties»?",
    );
    check(
        "onbekende-conditie",
        "Regel 8, kolom 11, in responsibilities[0].who («cosm-opvang»): «Is_niet» kan hier niet: kies uit «Always», «All», «Any», «Not», «Is», «HasAny», «HasAll».",
    );
    check(
        "onbekende-rol",
        "Regel 7, kolom 64, in responsibilities[0].role («cosm-opvang»): «voertuit» kan hier niet: bedoelt u «voert_uit»?",
    );
    check(
        "onbekende-soort",
        "Regel 6, kolom 46, in gaps[0].kind («gat»): «zomaar» kan hier niet: kies uit «niemand», «onbekend», «beperkt», «knelpunt».",
    );
    check("ontbrekend-veld", "Regel 8, kolom 27, in responsibilities[0] («cosm-opvang»): het veld «cites» ontbreekt.");
    check(
        "paar-van-een",
        "Regel 6, kolom 80, in glossary[0].facet («loverboy»): hier horen 2 waarden, en het is er 1.",
    );
    check(
        "tekst-is-getal",
        "Regel 8, kolom 12, in responsibilities[0].task («cosm-opvang»): hier hoort tekst tussen dubbele aanhalingstekens.",
    );
}

#[test]
fn a_bundle_of_changes_that_is_broken_says_where_and_what_in_one_line() {
    let wrong = |name: &str, expected: &str| {
        let path = Path::new("tests/broken").join(name).with_extension("ron");
        let line = dutch(&open_bundle::<Bundle>(&path).expect_err(name));
        assert_eq!(line, format!("{expected} Bestand: {}", path.display()));
        assert_plain(&line);
    };
    wrong(
        "aanvulling-dag",
        "Regel 9, kolom 8, in on: dit is geen datum: schrijf een dag die bestaat, zoals «2022-02-03».",
    );
    wrong(
        "aanvulling-geen-wijziging",
        "Regel 11, kolom 6, in changes[0]: dit is geen wijziging: «before» en «after» horen twee versies van één onderdeel te zijn.",
    );
    wrong(
        "aanvulling-nieuwer",
        "Dit bestand is gemaakt met een nieuwere versie van het programma (vorm 2, en dit programma kent vorm 1): installeer de nieuwe versie.",
    );
    wrong("aanvulling-soort", "Regel 2, kolom 11, in bundle: «anvulling» kan hier niet: bedoelt u «aanvulling»?");
    wrong("aanvulling-zonder-maker", "Regel 9, kolom 1: het veld «by» ontbreekt.");
    wrong(
        "goed",
        "Regel 1, kolom 1: dit is geen voorstel en geen eigen aanvulling: die beginnen met «bundle: voorstel» of «bundle: aanvulling».",
    );
    wrong("leeg", "Dit bestand is leeg.");
    // And where a guide belongs, a bundle says so.
    check(
        "aanvulling",
        "Regel 1, kolom 1: dit is een voorstel of een eigen aanvulling, en geen wegwijzer: open het in het venster, of noem een aanvulling achter «--supplement».",
    );
    assert!(open_bundle::<Bundle>(Path::new("tests/broken/aanvulling.ron")).is_ok());
}

#[test]
fn every_file_of_the_collection_is_checked() {
    let this = include_str!("broken_files.rs");
    let mut names: Vec<String> = fs::read_dir("tests/broken")
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| name != "goed" && !this.contains(&format!("\"{name}\"")))
        .collect();
    names.sort();
    assert_eq!(names, Vec::<String>::new());
}

/// The line that opening these bytes gives, without the path.
fn line_for(dir: &Path, bytes: &[u8]) -> Option<String> {
    let path = dir.join("x.ron");
    fs::write(&path, bytes).unwrap();
    let line = dutch(&open(&path).err()?);
    assert_plain(&line.replace(&path.display().to_string(), ""));
    Some(line.replace(&format!(" Bestand: {}", path.display()), ""))
}

#[test]
fn what_is_no_file_says_so() {
    let dir = own_folder("broken_files/no-file");
    let line = |path: &Path| dutch(&open(path).unwrap_err());
    assert_eq!(line(&dir), format!("Dit is een map en geen bestand. Bestand: {}", dir.display()));
    let missing = dir.join("weg.ron");
    assert_eq!(line(&missing), format!("Dit bestand bestaat niet. Bestand: {}", missing.display()));
    let below_a_file = dir.join("a.ron").join("b.ron");
    fs::write(dir.join("a.ron"), "").unwrap();
    assert_eq!(line(&below_a_file), format!("Dit bestand bestaat niet. Bestand: {}", below_a_file.display()));
    assert_plain(&line(Path::new("een\nregel\u{2028}meer\0")));
    assert_plain(&line(Path::new("")));
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_refused() {
    assert_eq!(dutch(&open(Path::new("/dev/zero")).unwrap_err()), "Dit is geen gewoon bestand. Bestand: /dev/zero");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let path = own_folder("broken_files/forbidden").join("dicht.ron");
    fs::write(&path, GOOD).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // The administrator may read everything.
    if let Err(error) = open(&path) {
        assert_eq!(dutch(&error), format!("U mag dit bestand niet lezen. Bestand: {}", path.display()));
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let path = own_folder("broken_files/large").join("groot.ron");
    File::create(&path).unwrap().set_len(200 * 1024 * 1024).unwrap();
    let start = Instant::now();
    let line = dutch(&open(&path).unwrap_err());
    assert!(start.elapsed() < Duration::from_secs(1));
    let expected = "Dit bestand is te groot: 200 MB, en meer dan 64 MB leest dit programma niet.";
    assert_eq!(line, format!("{expected} Bestand: {}", path.display()));
}

/// So many megabytes of one thing, with before and after it what makes it look like a guide.
fn much(megabytes: usize, before: &str, again: &str, after: &str) -> String {
    format!("{before}{}{after}", again.repeat(megabytes * 1024 * 1024 / again.len()))
}

#[track_caller]
fn check_bounded(dir: &Path, text: &str, seconds: u64) {
    let start = Instant::now();
    assert!(line_for(dir, text.as_bytes()).is_some());
    assert!(start.elapsed() < Duration::from_secs(seconds), "{:?}", start.elapsed());
}

#[test]
fn sixty_megabytes_of_garbage_take_bounded_time() {
    let dir = own_folder("broken_files/garbage");
    check_bounded(&dir, &much(60, "", "(", ""), 60);
    check_bounded(&dir, &much(60, "(schema: 1, titel: \"", "a", "\")"), 60);
    fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn any_kind_of_garbage_takes_bounded_time() {
    let dir = own_folder("broken_files/kinds-of-garbage");
    let head = "(schema: 1, title: \"t\", edition: \"e\", owner: (name: \"o\"), ";
    let in_head = |rest: &str| format!("{head}{rest}");
    for (before, again, after) in [
        ("", "wegwijzer ", ""),
        ("", "wegwijzer", ""),
        (head, "[", ""),
        (head, "\n", "x"),
        (head, "'\\", ""),
        ("(schema: 1, title: ", "\"", ""),
        ("(schema: 1, title: ", "r#\"", ""),
        ("(", "/* */", ""),
        ("(", "/*", ""),
        (&in_head("gaps: [(id: \"g\", kind: "), "a", ")])"),
        (&in_head("gaps: [(valid: (from: \""), "9", "\"))])"),
        (&in_head("gaps: [(id: \""), "X", "\")])"),
        ("(schema: 9, x: [", "(((((((1, 2))))))),", "])"),
    ] {
        check_bounded(&dir, &much(5, before, again, after), 10);
    }
    fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn brackets_within_brackets_are_words_and_no_crash() {
    let dir = own_folder("broken_files/nesting");
    let head =
        "(schema: 1, title: \"t\", edition: \"e\", owner: (name: \"o\"), gaps: [(id: \"g\", aspect: \"a\", who: ";
    let n = 100_000;
    for (before, open, after) in [
        ("", "(", ""),
        ("", "[", ""),
        (head, "Not(", ""),
        (head, "All([", ""),
        (head, "Some(", ""),
        ("(schema: ", "Some(", ""),
        ("(schema: 9, x: ", "[", ""),
        ("(schema: 9, x: ", "a(", ""),
        ("", "/*", "("),
    ] {
        let line = line_for(&dir, format!("{before}{}{after}", open.repeat(n)).as_bytes());
        assert!(line.is_some(), "{before}{open}");
    }
    let closed = format!("{head}{}Always{}", "Not(".repeat(n), ")".repeat(n));
    let line = line_for(&dir, closed.as_bytes()).unwrap();
    assert!(line.ends_with("(«g»): hier staan te veel haakjes in elkaar."), "{line}");
}

#[test]
fn a_guide_cut_short_anywhere_says_where_it_stops() {
    let dir = own_folder("broken_files/cut");
    let whole = write_guide(&read_guide(std::str::from_utf8(GOOD).unwrap()).unwrap());
    let end = whole.trim_end().len();
    for at in (0..end).step_by(97) {
        let line = line_for(&dir, &whole.as_bytes()[..at]);
        let line = line.unwrap_or_else(|| panic!("cut at {at} and still a guide"));
        assert!(line.starts_with("Regel ") || line == "Dit bestand is leeg.", "cut at {at}: {line}");
    }
    assert_eq!(line_for(&dir, &whole.as_bytes()[..end]), None);
}

#[test]
fn a_newer_form_that_still_reads_is_opened_to_look_at() {
    let text = std::str::from_utf8(GOOD).unwrap().replacen("schema: 1", "schema: 2", 1);
    let path = own_folder("broken_files/newer").join("nieuw.ron");
    fs::write(&path, &text).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.guide.schema, SCHEMA + 1);
    let reason = "Dit bestand is gemaakt met een nieuwere versie van het programma (vorm 2). U kunt het bekijken, maar niet bewaren.";
    assert_eq!(opened.read_only.map(|why| errors::read_only(why, Lang::Nl)).as_deref(), Some(reason));
}

#[test]
fn a_good_file_opens_to_be_saved_whatever_its_line_ends() {
    let dir = own_folder("broken_files/good");
    let text = std::str::from_utf8(GOOD).unwrap();
    let expected = read_guide(text).unwrap();
    for (name, text) in [
        ("lf", text.to_owned()),
        ("crlf", text.replace('\n', "\r\n")),
        ("bom", format!("\u{feff}{text}")),
        ("enabled", format!("#![enable(implicit_some)]\n{text}")),
    ] {
        let path = dir.join(name);
        fs::write(&path, text).unwrap();
        let opened = open(&path).unwrap();
        assert_eq!((&opened.guide, opened.read_only), (&expected, None), "{name}");
    }
}

#[test]
fn opening_tells_how_far_it_is() {
    let path = own_folder("broken_files/progress").join("lang.ron");
    let mut file = File::create(&path).unwrap();
    file.write_all(GOOD).unwrap();
    file.write_all(&vec![b'\n'; 3 * 1024 * 1024]).unwrap();
    let total = file.metadata().unwrap().len();
    let told = RefCell::new(Vec::new());
    open_guide(&path, &|progress| told.borrow_mut().push(progress)).unwrap();
    let told = told.into_inner();
    assert_eq!(told.first(), Some(&Progress::Reading { done: 1024 * 1024, total }));
    assert_eq!(told[told.len() - 2..], [Progress::Reading { done: total, total }, Progress::Understanding]);
    assert!(total < MAX_BYTES);
}

/// A change that a typing error, a bad merge or a bad disk could make.
#[derive(Clone, Debug)]
enum Damage {
    Replace(usize, u8),
    Insert(usize, u8),
    Remove(usize, usize),
    Double(usize, usize),
    Swap(usize, usize),
    Sign(usize, char),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0..GOOD.len();
    prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        (at.clone(), 1..200_usize).prop_map(|(at, len)| Damage::Remove(at, len)),
        (at.clone(), 1..200_usize).prop_map(|(at, len)| Damage::Double(at, len)),
        (at.clone(), at.clone()).prop_map(|(a, b)| Damage::Swap(a, b)),
        (at, proptest::sample::select("()[]{},:\"'\\/*#r-_.1aé\u{2028}".chars().collect::<Vec<_>>()))
            .prop_map(|(at, sign)| Damage::Sign(at, sign)),
    ]
}

impl Damage {
    fn apply(self, bytes: &mut Vec<u8>) {
        let len = bytes.len().max(1);
        if bytes.is_empty() {
            return;
        }
        let part = |at: usize, n: usize| (at % len)..(at % len + n).min(len);
        match self {
            Self::Replace(at, byte) => bytes[at % len] = byte,
            Self::Insert(at, byte) => bytes.insert(at % len, byte),
            Self::Remove(at, n) => drop(bytes.drain(part(at, n))),
            Self::Double(at, n) => {
                let again = bytes[part(at, n)].to_vec();
                bytes.splice(at % len..at % len, again);
            }
            Self::Swap(a, b) => bytes.swap(a % len, b % len),
            Self::Sign(at, sign) => drop(bytes.splice(at % len..=at % len, sign.to_string().into_bytes())),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn a_damaged_guide_never_breaks_the_program(damages in proptest::collection::vec(damage(), 1..4)) {
        let mut bytes = GOOD.to_vec();
        for damage in damages {
            damage.apply(&mut bytes);
        }
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken_files").join("damaged");
        fs::create_dir_all(&dir).unwrap();
        if let Some(line) = line_for(&dir, &bytes) {
            prop_assert!(line.starts_with("Regel ") || line.starts_with("Dit ") || line.starts_with("Vorm "), "{}", line);
        }
    }

    #[test]
    fn any_text_at_all_never_breaks_the_program(text in "[(\\[{}\\]),:\"'r#a-z0-9 \n/*\\\\]{0,80}") {
        for text in [text.clone(), format!("(schema: 1, title: {text}"), format!("(schema: 1, gaps: [(who: {text}")] {
            let line = dutch(&read_guide(&text).unwrap_err());
            assert_plain(&line);
        }
    }
}
