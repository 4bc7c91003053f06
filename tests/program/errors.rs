//! Whatever can go wrong is said in Dutch and in English, and both name what it is about.

use std::{collections::BTreeSet, fmt::Debug, mem::discriminant, path::Path, sync::Arc};

use strum::{EnumCount, IntoEnumIterator as _};
use wegwijzer::{
    cli::Refusal,
    file::embedded_guide,
    model::{
        Among, CallError, ClockTimeError, Date, DateError, DocumentPlace, DrawingError, EntryKey, Expected,
        ExportError, FacetKind, Fault, Field, FieldPath, FileError, FileFault, FormFault, GitFault, HandOverError, Id,
        IdError, IndexError, Lang, LookupError, NotOwn, OpenError, PartialDate, PartyScope, PdfError, PersonalData,
        Problem, ProfileError, ReadOnly, RecordKey, RecordKind, Role, Rule, SaveError, SaveFault, ScenarioError,
        ScenarioOutcome, Suggestion, SupplementError, SystemFault, TableFault, UnknownGemeente, WindowError,
    },
    text::{errors, problems, supplement},
};

/// Words that only one of the two languages has.
const DUTCH: &[&str] = &[
    "de",
    "het",
    "een",
    "niet",
    "geen",
    "van",
    "dit",
    "deze",
    "wordt",
    "kan",
    "en",
    "met",
    "naar",
    "hier",
    "u",
    "naam",
    "bestand",
    "bedoelt",
    "kies",
    "schrijf",
    "onbekend",
    "onbekende",
    "fout",
    "regel",
    "kolom",
    "veld",
    "staat",
];
const ENGLISH: &[&str] = &[
    "the", "a", "an", "not", "no", "this", "that", "these", "and", "cannot", "be", "here", "you", "name", "file",
    "with", "mean", "choose", "write", "unknown", "error", "line", "column", "field", "stands", "belongs", "needs",
];

/// Words of another language than this in what is said; what is quoted is nobody's.
pub(crate) fn foreign(said: &str, lang: Lang) -> Vec<String> {
    let mut own = String::new();
    let mut depth = 0_usize;
    for sign in said.chars() {
        match sign {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            sign if depth == 0 => own.push(sign),
            _ => {}
        }
    }
    let own = own.split("(ron: ").next().unwrap_or_default().to_lowercase();
    let theirs = match lang {
        Lang::Nl => ENGLISH,
        Lang::En => DUTCH,
    };
    // Options, letters between quotes, and names of files are no words.
    let is_word = |word: &&str| !word.starts_with("--") && !word.starts_with('\'') && !word.contains(['/', '=']);
    let words = own.split_whitespace().filter(is_word);
    let words = words.map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    words.filter(|word| theirs.contains(word)).map(str::to_owned).collect()
}

/// What an error is about: the names and numbers that these tests put into it.
fn things(error: &impl Debug) -> BTreeSet<String> {
    let debug = format!("{error:?}");
    let words = debug.split(|sign: char| !sign.is_alphanumeric());
    let is_name = |word: &&str| word.strip_prefix("ding").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let is_number = |word: &&str| word.len() == 4 && word.starts_with('4') && word.bytes().all(|b| b.is_ascii_digit());
    words.filter(|word| is_name(word) || is_number(word)).map(str::to_owned).collect()
}

/// Each of these is said in both languages, in one line that names what it is about.
#[track_caller]
fn check<T: Debug>(samples: &[T], words: impl Fn(&T, Lang) -> String) {
    for sample in samples {
        let said = [Lang::Nl, Lang::En].map(|lang| (lang, words(sample, lang)));
        assert_ne!(said[0].1, said[1].1, "{sample:?} is said in one language");
        for (lang, said) in said {
            assert!(!said.trim().is_empty() && !said.contains('\n'), "{sample:?}: {said:?}");
            assert_eq!(foreign(&said, lang), Vec::<String>::new(), "{lang:?}: {said}");
            for thing in things(sample) {
                assert!(said.contains(&thing), "{lang:?}: «{thing}» is not in: {said}");
            }
        }
    }
}

/// That no variant is forgotten.
#[track_caller]
fn complete<T: EnumCount + Debug>(samples: &[T]) {
    let mut seen = Vec::new();
    for sample in samples {
        if !seen.contains(&discriminant(sample)) {
            seen.push(discriminant(sample));
        }
    }
    assert_eq!(seen.len(), T::COUNT, "a variant has no sample here: {samples:?}");
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).unwrap()
}

fn systems() -> Vec<SystemFault> {
    use SystemFault as F;
    vec![
        F::Full,
        F::ReadOnlyDisk,
        F::Forbidden,
        F::NotADirectory,
        F::Directory,
        F::InvalidName,
        F::TooLarge,
        F::Busy,
        F::NoAnswer,
        F::Stale,
        F::OutOfMemory,
        F::CutShort,
        F::Number(4711),
        F::Unknown,
    ]
}

fn forms() -> Vec<FormFault> {
    use FormFault as F;
    let suggestions = [Suggestion::Meant("ding2"), Suggestion::OneOf(&["ding2", "ding3"]), Suggestion::OneOf(&[])];
    complete(&suggestions);
    let mut all = vec![
        F::NotAGuide,
        F::Bundle,
        F::NoBundle,
        F::Cases,
        F::NoCases,
        F::NoTable,
        F::NoChange,
        F::Unmerged,
        F::WrongBracket { opened: '[', close: ']', line: 4711 },
        F::EndsInText { line: 4711 },
        F::EndsInBracket { opened: '(', line: 4711 },
        F::EndsInComment,
        F::EndsEarly,
        F::OpenComment,
        F::OpenText,
        F::AfterTheEnd,
        F::TooDeep,
        F::UnknownAttribute,
        F::NotANumber,
        F::NumberOutOfBounds,
        F::UnknownEscape,
        F::UnexpectedCharacter('é'),
        F::DashInName(s("ding1")),
        F::NotAName(s("ding1")),
        F::NameBeforeBracket(s("ding1")),
        F::MissingField("ding1"),
        F::DuplicateField("ding1"),
        F::DuplicateKey(s("ding1")),
        F::WrongLength { expected: None, found: 1 },
        F::WrongLength { expected: None, found: 4711 },
        F::WrongLength { expected: Some(4711), found: 4712 },
        F::NotAnId(IdError(s("ding1"))),
        F::NotADate(DateError(s("ding1"))),
        F::NotATime(ClockTimeError(s("ding1"))),
        F::NotADay,
        F::Other(s("ding1")),
    ];
    all.extend(Expected::iter().map(F::Expected));
    for instead in suggestions {
        all.extend([F::UnknownVariant { found: s("ding1"), instead }, F::UnknownField { found: s("ding1"), instead }]);
    }
    complete(&all);
    all
}

fn not_saved() -> Vec<SaveFault> {
    use SaveFault as F;
    let mut all = vec![
        F::NoDirectory,
        F::Forbidden,
        F::Directory,
        F::Special,
        F::ReadOnly,
        F::Protected,
        F::LongName,
        F::ChangedMeanwhile,
        F::ChangedOnDisk { now: s("0f0e") },
        F::GoneFromDisk,
        F::LinksInCircle,
        F::TooLarge,
        F::ComesBackDifferent,
        F::DoesNotComeBack(Box::new(FileFault::Form(FormFault::NotAName(s("ding1"))).into())),
        F::NoSettingsDirectory,
        F::NoDataDirectory,
    ];
    all.extend(systems().into_iter().map(F::System));
    complete(&all);
    all
}

fn files() -> Vec<FileError> {
    use FileFault as F;
    let why = Box::new(FileError::from(F::Form(FormFault::NotAName(s("ding2")))));
    let mut all = vec![
        F::Missing,
        F::Directory,
        F::Special,
        F::Forbidden,
        F::TooLarge { megabytes: 4711, most: 4712 },
        F::Binary,
        F::NotUtf8,
        F::Empty,
        F::Newer { schema: 4711 },
        F::NoSuchSchema { schema: 4711 },
        F::SavedDifferent,
        F::NotAsKept,
        F::Held,
        F::NoJournal,
        F::BrokenJournal { line: 4711, kept: 4712, lost: 4713 },
        F::Ignored { kept: s("ding1"), why },
    ];
    all.extend(systems().into_iter().map(F::Unreadable));
    all.extend(systems().into_iter().map(F::SavedUnforced));
    all.extend(forms().into_iter().map(F::Form));
    all.extend(not_saved().into_iter().map(F::NotSaved));
    let full = || Box::new(FileError::from(SaveFault::System(SystemFault::Number(4714))));
    all.extend([F::FormerNotKept(full()), F::NotSafeguarded(full()), F::SafeguardStopped]);
    complete(&all);
    let place = DocumentPlace { line: 4801, column: 4802, field: s("ding8"), record: Some(s("ding9")) };
    let file = Path::new("ding7");
    all.into_iter()
        .flat_map(|fault| {
            let bare = FileError::from(fault);
            [bare.clone().at(place.clone()).in_file(file), bare.clone().in_file(file), bare]
        })
        .collect()
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_both_languages() {
    check(&files(), errors::file);
    check(&[ReadOnly::Newer { schema: 4711 }], |why, lang| errors::read_only(*why, lang));
    assert_eq!(ReadOnly::COUNT, 1);
}

fn gemeente() -> UnknownGemeente {
    UnknownGemeente { given: s("ding1"), nearest: vec![s("ding2"), s("ding3")] }
}

fn indexes() -> Vec<IndexError> {
    let all = vec![
        IndexError::TooManyValues { facet: id("ding1"), count: 4711 },
        IndexError::NoValues(id("ding1")),
        IndexError::TooManyQuestions { facet: id("ding1"), most: 4711 },
        IndexError::TooComplex(RecordKey::Party(id("ding1"))),
    ];
    complete(&all);
    all
}

fn profiles() -> Vec<ProfileError> {
    use ProfileError as E;
    let nearest = || Some(s("ding3"));
    let all = vec![
        E::Malformed(s("ding1")),
        E::UnknownFacet { given: s("ding1"), nearest: nearest() },
        E::UnknownFacet { given: s("ding1"), nearest: None },
        E::UnknownValue { facet: id("ding1"), given: s("ding2"), nearest: nearest() },
        E::Twice(id("ding1")),
        E::Contradiction { facet: id("ding1"), value: s("ding2") },
    ];
    complete(&all);
    all
}

fn contradiction() -> LookupError {
    LookupError::Contradictory { facets: vec![id("ding1"), id("ding2")], rules: Vec::new() }
}

#[test]
fn what_cannot_be_answered_is_said_in_both_languages() {
    check(&indexes(), errors::index);
    check(&profiles(), errors::profile);
    check(&[gemeente()], errors::gemeente);
    let guide = embedded_guide().unwrap();
    let scenarios = [
        ScenarioError::Profile(profiles().remove(0)),
        ScenarioError::Gemeente(gemeente()),
        ScenarioError::Lookup(contradiction()),
    ];
    complete(&scenarios);
    check(&scenarios, |error, lang| errors::scenario(error, &guide, lang));
}

fn calls() -> Vec<CallError> {
    use CallError as E;
    let nearest = || Some(s("ding2"));
    let possible = || vec![s("ding2"), s("ding3")];
    let mut all = vec![
        E::UnknownArgument { given: s("ding1"), nearest: nearest() },
        E::UnknownArgument { given: s("ding1"), nearest: None },
        E::MissingArgument(possible()),
        E::MissingValue { argument: s("ding1"), possible: possible() },
        E::InvalidValue { given: s("ding1"), argument: s("ding4"), possible: possible() },
        E::Twice(s("ding1")),
        E::NotText,
        E::UnreadableInput,
        E::LongInput { kilobytes: 4711 },
        E::OptionWithoutUse { option: "--ding1", extension: "ding2" },
        E::OutIsTheGuide,
        E::OnlyNational { what: "ding1" },
        E::NotADay(s("ding1")),
        E::NowOnAnotherDay(Date::new(2022, 2, 3).unwrap()),
        E::UnknownParty { given: s("ding1"), nearest: nearest() },
        E::NoStart(s("ding1")),
        E::NotAStart { given: s("ding1"), nearest: Date::new(2022, 2, 3).ok() },
        E::UnknownTerm { given: s("ding1"), nearest: nearest() },
        E::SeveralTerms { given: s("ding1"), possible: vec![s("ding2"), s("ding3")] },
        E::TermInHours(s("ding1")),
        E::UnknownCase { given: s("ding1"), nearest: nearest() },
        E::UnknownPhase { given: s("ding1"), nearest: nearest() },
        E::UnknownTask { given: s("ding1"), nearest: nearest() },
        E::NotYet(Date::new(2022, 2, 3).unwrap()),
        E::EditionTaken("2026-12".into()),
        E::NothingToCompare,
        E::WrongExtension { given: s("ding1"), expected: vec!["ding2", "ding3", "ding4"] },
        E::WrongExtension { given: String::new(), expected: vec!["ding2"] },
        E::Gemeente(gemeente()),
    ];
    all.extend(profiles().into_iter().map(E::Profile));
    complete(&all);
    all
}

fn pdfs() -> Vec<PdfError> {
    let all = vec![PdfError::Font, PdfError::Refused(s("ding1"))];
    complete(&all);
    all
}

fn drawings() -> Vec<DrawingError> {
    let mut all = vec![DrawingError::Font, DrawingError::Refused(s("ding1"))];
    all.extend(pdfs().into_iter().map(DrawingError::Pdf));
    complete(&all);
    all
}

fn windows() -> Vec<WindowError> {
    let mut all = vec![
        WindowError::NoScreen,
        WindowError::NoOpenGl,
        WindowError::NoKeyboard,
        WindowError::Closed,
        WindowError::NoAnswers,
    ];
    all.extend(opened().into_iter().map(WindowError::Guide));
    complete(&all);
    all
}

fn exports() -> Vec<ExportError> {
    let mut all: Vec<_> = pdfs().into_iter().map(ExportError::Pdf).collect();
    all.extend(drawings().into_iter().map(ExportError::Drawing));
    all.push(ExportError::Page("17:5".to_owned()));
    all.push(ExportError::Table("17:5".to_owned()));
    all.push(ExportError::LongCell { record: s("ding1"), column: s("ding2") });
    complete(&all);
    all
}

fn tables() -> Vec<TableFault> {
    use TableFault as F;
    let nearest = || Some(s("ding2"));
    let record = RecordKey::Party(id("ding1"));
    let all = vec![
        F::UnknownKind { given: s("ding1"), nearest: nearest() },
        F::NoId,
        F::NotAnId(s("Ding1")),
        F::Twice(record.clone()),
        F::NoRecord(record),
        F::Missing(s("ding1")),
        F::NotHere,
        F::Unfit { given: s("ding1"), expected: "ding2" },
        F::NoChoice { given: s("ding1"), possible: vec![s("ding2"), s("ding3")] },
        F::Condition(Box::new(files().remove(0))),
        F::UnknownReference { given: s("ding1"), nearest: nearest() },
        F::LostZero { was: s("ding1"), given: s("ding2") },
        F::NotEmptied,
        F::Refused,
    ];
    complete(&all);
    all
}

#[test]
fn what_is_wrong_in_a_table_is_said_in_both_languages() {
    check(&tables(), errors::table);
}

fn opened() -> Vec<OpenError> {
    let mut all = vec![OpenError::File(files().remove(0)), OpenError::NobodyLeft, OpenError::Stopped];
    all.extend(indexes().into_iter().map(OpenError::Facet));
    complete(&all);
    all
}

fn gits() -> Vec<GitFault> {
    let all =
        vec![GitFault::NoGit, GitFault::NoRepository, GitFault::Refused(s("ding1")), GitFault::File(files().remove(0))];
    complete(&all);
    all
}

fn supplements() -> Vec<SupplementError> {
    let record = "party/ding1".parse().unwrap();
    let whys = [NotOwn::Kind, NotOwn::NoArea, NotOwn::TakenOut, NotOwn::Field(Field::Summary)];
    complete(&whys);
    let mut all = vec![
        SupplementError::DoubleId("party/ding1".parse().unwrap()),
        SupplementError::Proposal,
        SupplementError::Training,
        SupplementError::HasErrors(faults().into_iter().map(problem).take(1).collect()),
    ];
    all.extend(whys.map(|why| SupplementError::NotOwn { record: EntryKey::clone(&record), why, others: 4711 }));
    complete(&all);
    all
}

#[test]
fn what_is_no_supplement_or_not_told_to_git_is_said_in_both_languages() {
    for error in supplements() {
        let said = [Lang::Nl, Lang::En].map(|lang| supplement::not_used(&error, Path::new("ding1"), lang));
        assert!(said[0] != said[1] && said.iter().all(|words| words.ends_with("ding1") && words.contains(": ")));
    }
    check(&gits(), errors::git);
}

#[test]
fn what_is_refused_is_said_in_both_languages() {
    let guide = Arc::new(embedded_guide().unwrap());
    let mut all = vec![
        Refusal::Contradictory(contradiction(), guide),
        Refusal::File(files().remove(0)),
        Refusal::HasErrors(faults().into_iter().map(problem).take(1).collect()),
        Refusal::ReadOnly(ReadOnly::Newer { schema: 4711 }),
        Refusal::NotCanonical("ding1".into()),
        Refusal::DoubleId("party/ding1".parse().unwrap()),
        Refusal::Supplement(Path::new("ding1").into(), Box::new(supplements().remove(0))),
        Refusal::Git(gits().remove(0)),
        Refusal::NotMerged(Box::new(Refusal::DoubleId("party/ding1".parse().unwrap()))),
        Refusal::Json(s("ding1")),
        Refusal::Stopped { file: s("ding1"), line: 4711 },
    ];
    all.extend(calls().into_iter().map(Refusal::Call));
    all.extend(indexes().into_iter().map(Refusal::Facet));
    all.extend(exports().into_iter().map(Refusal::Export));
    all.extend(systems().into_iter().map(Refusal::NotWritten));
    all.extend(windows().into_iter().map(Refusal::Window));
    complete(&all);
    for refusal in &all {
        // The shipped guide is no thing that a refusal is about.
        match refusal {
            Refusal::Contradictory(error, _) => check(&[error], |_, lang| refusal.words(lang)),
            _ => check(&[refusal], |refusal, lang| refusal.words(lang)),
        }
    }
    let mut saved = vec![
        SaveError::WrongExtension(vec!["ding1", "ding2"]),
        SaveError::IsTheGuide,
        SaveError::File(files().remove(0)),
        SaveError::Stopped,
    ];
    saved.extend(exports().into_iter().map(SaveError::Export));
    complete(&saved);
    check(&saved, errors::save);
    let mut handed_over = vec![HandOverError::Gone, HandOverError::NoProgram, HandOverError::Stopped];
    handed_over.extend(systems().into_iter().map(HandOverError::System));
    complete(&handed_over);
    check(&handed_over, |error, lang| errors::hand_over(*error, lang));
}

fn problem(fault: Fault) -> Problem {
    Problem { record: RecordKey::Guide, field: FieldPath::default(), fault }
}

fn faults() -> Vec<Fault> {
    use Fault as F;
    let nearest = || Some(s("ding3"));
    let mut all = vec![
        F::SameId { among: Among::Records(RecordKind::Party), id: s("ding1") },
        F::SameId { among: Among::Rules, id: s("ding1") },
        F::SameId { among: Among::Answers(id("ding2")), id: s("ding1") },
        F::NoSuchRecord { kind: RecordKind::Facet, id: s("ding1"), nearest: nearest() },
        F::NoSuchRecord { kind: RecordKind::Party, id: s("ding1"), nearest: nearest() },
        F::NoSuchRegion { name: s("ding1"), nearest: nearest() },
        F::NoSuchGemeente(gemeente()),
        F::NoSuchPhone { party: id("ding1"), phone: s("ding2") },
        F::NoSuchValue { facet: id("ding1"), value: id("ding2"), nearest: nearest() },
        F::NoSuchMember { facet: id("ding1"), value: id("ding2") },
        F::NoSuchGroup { facet: id("ding1"), group: id("ding2") },
        F::SameId { among: Among::Steps(id("ding2")), id: s("ding1") },
        F::NoSuchStep { step: id("ding1"), nearest: nearest() },
        F::StepNotReached,
        F::BranchWithoutWords,
        F::CannotBeAsked(ScenarioError::Gemeente(gemeente())),
        F::ExpectationFails { wanted: ScenarioOutcome::Geldt, found: None },
        F::CasesNotPlayed,
        F::MinutesDiffer { case: 4711, steps: 4712 },
        F::NoteInSight(s("ding1")),
        F::NoGuideSum(s("ding1")),
        F::WrongKind { facet: id("ding1"), is: FacetKind::One },
        F::WrongKind { facet: id("ding1"), is: FacetKind::Many },
        F::TooComplex,
        F::NoSource,
        F::NobodySaysSo,
        F::OnlyAnnounced,
        F::OutdatedContact(id("ding1")),
        F::NoLocator(id("ding1")),
        F::LongQuote { words: 4711, most: 4712 },
        F::EndBeforeStart { from: PartialDate::Year(4711), until: PartialDate::Year(4710) },
        F::AlertWithoutEnd(s("ding1")),
        F::VerifiedInFuture(Date::constant(4711, 1, 1)),
        F::NobodyMeets,
        F::NobodyLeft,
        F::NoSharingGround,
        F::GapOverlapsAnswer(id("ding1")),
        F::NeverSaid("ding1"),
        F::Address(s("ding1")),
        F::Town(s("ding1")),
        F::MobileNumber(s("ding1")),
        F::EmptyText,
        F::UnseenSign('\u{202e}'),
        F::TwiceInList(s("ding1")),
        F::NoTime,
        F::PartOfItself,
        F::GapNotHeldAgainstAnswers,
        F::UnusedSource,
        F::PartyWithoutTask,
        F::SpineWithoutParty(Role::Beslist),
        F::LongSentence { words: 4711, most: 4712 },
        F::LongSentences { words: 4711, most: 4712 },
        F::HardWord { word: s("ding1"), instead: "ding2" },
        F::PassiveTwice,
        F::LongWord(s("ding1")),
        F::LawName(s("ding1")),
        F::Spaces,
        F::JoinedInList(s("ding1")),
        F::PhoneForm(s("ding1")),
        F::PhoneSpelling { written: s("ding1"), canonical: s("ding2") },
        F::RealInTraining(s("ding1")),
        F::Invented(s("ding1")),
        F::AddressForm(s("ding1")),
        F::AddressSpelling { written: s("ding1"), canonical: s("ding2") },
        F::UnknownRule { rule: s("ding1"), nearest: nearest() },
        F::ExceptionToNothing("party/ding1".parse().unwrap()),
        F::ExceptionToError(Rule::DuplicateId),
        F::ExceptionWithoutReason,
        F::ExceptionOver(Date::constant(4711, 1, 1)),
        F::UnusedException,
        F::Unresolved { about: "party/ding1".parse().unwrap(), fields: vec!["terms[4711].text".parse().unwrap()] },
    ];
    let scopes = [PartyScope::HeleKeten, PartyScope::AlleenGenoemd, PartyScope::Uitvoerend];
    all.extend(scopes.map(|scope| F::NeverAnswers { party: id("ding1"), scope }));
    all.extend(indexes().into_iter().map(F::FacetSize));
    for kind in PersonalData::iter() {
        all.push(F::PersonalData { kind, words: s("ding1") });
        all.push(F::PersonalDataInCase { kind, words: s("ding1") });
    }
    complete(&all);
    all
}

#[test]
fn what_is_wrong_with_a_guide_is_said_in_both_languages() {
    check(&faults().into_iter().map(problem).collect::<Vec<_>>(), problems::problem);
}

#[test]
fn another_language_is_seen() {
    assert_eq!(foreign("unknown party «het»; bedoelt u «x»?", Lang::En), ["bedoelt", "u"]);
    assert_eq!(foreign("Dit is not de file.", Lang::Nl), ["not", "file"]);
    assert_eq!(foreign("geef de tweede met --with-date, zoals 'A' of here/a.ron", Lang::Nl), Vec::<String>::new());
}
