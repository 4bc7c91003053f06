//! The arguments as typed.

use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use crate::{
    export::{EXPORTS, Export, poster::Paper},
    model::Lang,
    text::{card, cli as text, export, papers, parties, poster},
};

/// `wegwijzer [OPTIONS] [COMMAND]`; without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "wegwijzer", version, subcommand_value_name = "OPDRACHT", about = text::ABOUT, disable_help_subcommand = true)]
pub struct Arguments {
    /// Another guide than the one inside the program.
    #[arg(long, global = true, value_name = "BESTAND", help = text::GUIDE)]
    pub guide: Option<PathBuf>,
    /// What one place adds to it.
    #[arg(long, global = true, value_name = "BESTAND", help = text::SUPPLEMENT)]
    pub supplement: Option<PathBuf>,
    /// The day of asking.
    #[arg(long, global = true, value_name = "DATUM", help = text::DATE)]
    pub date: Option<String>,
    /// Text or JSON.
    #[arg(long, global = true, value_enum, value_name = "VORM", default_value = "text", help = text::FORMAT)]
    pub format: Format,
    /// Dutch or English.
    #[arg(long, global = true, value_enum, value_name = "TAAL", default_value = "nl", help = text::LANG)]
    pub lang: LangArgument,
    /// Closes the window after its first frame, to measure the start.
    #[arg(long, hide = true)]
    pub close_at_once: bool,
    /// What to do; nothing opens the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Text or JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// To read.
    #[value(help = text::TEXT)]
    Text,
    /// To compute with.
    #[value(help = text::JSON)]
    Json,
}

/// Dutch or English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArgument {
    /// Dutch.
    #[value(help = text::DUTCH)]
    Nl,
    /// English.
    #[value(help = text::ENGLISH)]
    En,
}

impl From<LangArgument> for Lang {
    fn from(argument: LangArgument) -> Self {
        match argument {
            LangArgument::Nl => Self::Nl,
            LangArgument::En => Self::En,
        }
    }
}

/// One question.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The answer.
    #[command(about = text::LOOKUP)]
    Lookup(LookupArguments),
    /// Why a party is, or is not, in the answer.
    #[command(about = text::EXPLAIN)]
    Explain(ExplainArguments),
    /// What differs between two situations.
    #[command(about = text::COMPARE)]
    Compare(CompareArguments),
    /// Hand-overs from one party to another.
    #[command(about = text::ROUTE)]
    Route(RouteArguments),
    /// Finds by words.
    #[command(about = text::SEARCH)]
    Search(SearchArguments),
    /// Problems of a guide.
    #[command(about = text::CHECK)]
    Check(CheckArguments),
    /// The canonical form.
    #[command(about = text::FMT)]
    Fmt(FmtArguments),
    /// What changed between two guides.
    #[command(about = text::DIFF)]
    Diff(DiffArguments),
    /// Two versions of a guide as one.
    #[command(about = text::MERGE)]
    Merge(MergeArguments),
    /// A guide as sentences.
    #[command(about = text::WORDS_OF)]
    Words(WordsArguments),
    /// How git treats guides.
    #[command(about = text::GIT)]
    Git(GitArguments),
    /// Files.
    #[command(about = export::EXPORT)]
    Export(ExportArguments),
    /// All words of the guide.
    #[command(about = text::SCHEMA)]
    Schema,
    /// Runs the scenarios.
    #[command(about = text::SCENARIOS)]
    Scenarios,
    /// Questions made from the guide.
    #[command(about = text::QUIZ)]
    Quiz(QuizArguments),
    /// The review.
    #[command(about = text::REPORT)]
    Report(ReportArguments),
    /// Checking with parties.
    #[command(about = text::VERIFY)]
    Verify(VerifyArguments),
    /// Rows of a table into the guide.
    #[command(about = text::IMPORT)]
    Import(ImportArguments),
    /// Giving an edition out.
    #[command(about = text::RELEASE)]
    Release(ReleaseArguments),
}

/// Where the person is.
#[derive(Debug, Args)]
pub struct PlaceArgument {
    /// The gemeente.
    #[arg(long, value_name = "GEMEENTE", help = text::GEMEENTE)]
    pub gemeente: Option<String>,
}

/// `lookup`.
#[derive(Debug, Args)]
pub struct LookupArguments {
    /// `FACET=VALUE[,VALUE]`.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// Everything, instead of two screens.
    #[arg(long, help = text::ALL)]
    pub all: bool,
    /// Only this phase.
    #[arg(long, value_name = "FASE", help = text::PHASE)]
    pub phase: Option<String>,
    /// At the hour of the clock.
    #[arg(long, help = text::NOW)]
    pub now: bool,
    /// Where.
    #[command(flatten)]
    pub place: PlaceArgument,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The party.
    #[arg(value_name = "PARTIJ", help = text::PARTY)]
    pub party: String,
    /// `FACET=VALUE[,VALUE]`.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// Where.
    #[command(flatten)]
    pub place: PlaceArgument,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The first situation.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// The second situation.
    #[arg(long, value_name = "FACET=WAARDE", num_args = 0.., help = text::WITH)]
    pub with: Option<Vec<String>>,
    /// The day of the second situation.
    #[arg(long, value_name = "DATUM", help = text::WITH_DATE)]
    pub with_date: Option<String>,
    /// Where.
    #[command(flatten)]
    pub place: PlaceArgument,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// `route`.
#[derive(Debug, Args)]
pub struct RouteArguments {
    /// Where one stands.
    #[arg(long, value_name = "PARTIJ", help = text::PARTY)]
    pub from: String,
    /// Where one wants to be.
    #[arg(long, value_name = "PARTIJ", help = text::PARTY)]
    pub to: String,
    /// `FACET=VALUE[,VALUE]`.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// Where.
    #[command(flatten)]
    pub place: PlaceArgument,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// `quiz`.
#[derive(Debug, Args)]
pub struct QuizArguments {
    /// The same number gives the same questions.
    #[arg(long, value_name = "GETAL", help = text::SEED)]
    pub seed: Option<u64>,
    /// How many.
    #[arg(long, value_name = "GETAL", help = text::COUNT)]
    pub count: Option<u16>,
    /// As JSON: the same as `--format json`.
    #[arg(long, help = text::AS_JSON)]
    pub json: bool,
    /// `FACET=VALUE[,VALUE]`: what is known in all questions.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// `search`.
#[derive(Debug, Args)]
pub struct SearchArguments {
    /// The words.
    #[arg(value_name = "WOORDEN", required_unless_present = "profile", help = text::WORDS)]
    pub words: Vec<String>,
    /// `-`: words from standard input.
    #[arg(long, value_name = "-", help = text::WORDS_TYPED)]
    pub profile: Option<String>,
}

/// `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The file; the guide in use when left out.
    #[arg(value_name = "BESTAND", help = text::FILE)]
    pub file: Option<PathBuf>,
    /// Only whether it was changed since it was given out.
    #[arg(long, conflicts_with_all = ["fix", "out"], help = text::CHECK_RELEASED)]
    pub released: bool,
    /// Mend what can be mended in one way only.
    #[arg(long, requires = "out", help = text::CHECK_FIX)]
    pub fix: bool,
    /// Where to put the mended guide.
    #[arg(long, value_name = "PAD", requires = "fix", help = text::CHECK_OUT)]
    pub out: Option<PathBuf>,
}

/// `fmt`.
#[derive(Debug, Args)]
pub struct FmtArguments {
    /// The file.
    #[arg(value_name = "BESTAND", help = text::FILE)]
    pub file: PathBuf,
    /// Only look.
    #[arg(long, help = text::FMT_CHECK)]
    pub check: bool,
}

/// `diff`.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The guide before.
    #[arg(value_name = "OUD", help = text::OLD)]
    pub old: PathBuf,
    /// The guide after.
    #[arg(value_name = "NIEUW", help = text::NEW)]
    pub new: PathBuf,
    /// Also what it does.
    #[arg(long, help = text::IMPACT)]
    pub impact: bool,
}

/// `merge`.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// What both were made from; an empty file when nobody knows.
    #[arg(value_name = "BASIS", help = text::BASE)]
    pub base: PathBuf,
    /// The version that stays in use where they clash.
    #[arg(value_name = "ONZE", help = text::OURS)]
    pub ours: PathBuf,
    /// The other version.
    #[arg(value_name = "HUNNE", help = text::THEIRS)]
    pub theirs: PathBuf,
    /// Where to put it.
    #[arg(long, value_name = "PAD", help = text::MERGE_OUT)]
    pub out: PathBuf,
    /// The file by its name in the repository.
    #[arg(long, value_name = "NAAM", help = text::MERGE_PATH)]
    pub path: Option<String>,
    /// What our version is called.
    #[arg(long = "ours", value_name = "NAAM", allow_hyphen_values = true, help = text::OURS_LABEL)]
    pub ours_label: Option<String>,
    /// What their version is called.
    #[arg(long = "theirs", value_name = "NAAM", allow_hyphen_values = true, help = text::THEIRS_LABEL)]
    pub theirs_label: Option<String>,
}

/// `words`.
#[derive(Debug, Args)]
pub struct WordsArguments {
    /// The file.
    #[arg(value_name = "BESTAND", help = text::FILE)]
    pub file: PathBuf,
}

/// `git`.
#[derive(Debug, Args)]
pub struct GitArguments {
    /// A folder of the repository.
    #[arg(value_name = "MAP", help = text::GIT_FOLDER)]
    pub folder: Option<PathBuf>,
    /// Only says what is missing, or with `--remove` what would go.
    #[arg(long, help = text::GIT_CHECK)]
    pub check: bool,
    /// Takes back what was set up.
    #[arg(long, help = text::GIT_REMOVE)]
    pub remove: bool,
}

/// `export`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct ExportArguments {
    /// What to make.
    #[arg(value_parser = export_parser(), value_name = "WAT", help = export::WHAT)]
    pub what: &'static Export,
    /// Where to put it.
    #[arg(long, value_name = "PAD", help = out_help())]
    pub out: PathBuf,
    /// Whether what is known of the person is on it.
    #[arg(long, help = card::WITH_FACETS)]
    pub with_facets: bool,
    /// Whether dependent answers, laws and whole sources are on it.
    #[arg(long, help = card::FULL)]
    pub full: bool,
    /// Whether a poster shows the main line of the chain.
    #[arg(long, conflicts_with = "full", help = poster::SPINE)]
    pub spine: bool,
    /// When a term starts, so that the card tells its last day.
    #[arg(long, value_name = "TAAK=DAG", help = card::STARTS)]
    pub starts: Vec<String>,
    /// The size of a poster on paper.
    #[arg(long, value_enum, value_name = "PAPIER", help = poster::PAPER)]
    pub paper: Option<PaperArgument>,
    /// Whether a poster on paper is cut over A4 pages.
    #[arg(long, help = poster::TILED)]
    pub tiled: bool,
    /// The case of the guide that role cards or a handout are about.
    #[arg(long, value_name = "CASUS", conflicts_with = "facets", help = papers::SCENARIO)]
    pub scenario: Option<String>,
    /// The party that a profile is about.
    #[arg(long, value_name = "PARTIJ", help = parties::PARTY)]
    pub party: Option<String>,
    /// Whether a handout tells what is for the trainer.
    #[arg(long, help = papers::WITH_NOTES)]
    pub with_notes: bool,
    /// `FACET=VALUE[,VALUE]`.
    #[arg(value_name = "FACET=WAARDE", help = text::FACETS)]
    pub facets: Vec<String>,
    /// Where.
    #[command(flatten)]
    pub place: PlaceArgument,
    /// `-`: facets from standard input.
    #[arg(long, value_name = "-", help = text::PROFILE)]
    pub profile: Option<String>,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperArgument {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl From<PaperArgument> for Paper {
    fn from(argument: PaperArgument) -> Self {
        match argument {
            PaperArgument::A4 => Self::A4,
            PaperArgument::A3 => Self::A3,
            PaperArgument::A2 => Self::A2,
            PaperArgument::A1 => Self::A1,
            PaperArgument::A0 => Self::A0,
        }
    }
}

/// One of what can be made, by its id.
fn export_parser() -> impl TypedValueParser<Value = &'static Export> {
    let values = EXPORTS.iter().map(|export| PossibleValue::new(export.id).help(export.about));
    let find = |id: String| EXPORTS.iter().copied().find(|export| export.id == id).ok_or(id);
    PossibleValuesParser::new(values).try_map(find)
}

fn out_help() -> String {
    let kinds: Vec<_> = EXPORTS.iter().map(|export| (export.id, export.extensions())).collect();
    export::out(&kinds)
}

/// `report`.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// Which.
    #[arg(value_enum, value_name = "WAT", help = text::REPORT_WHAT)]
    pub what: Report,
    /// Also what holds on another day.
    #[arg(long, help = text::AT_ALL_TIMES)]
    pub all: bool,
}

/// `verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// Tasks, or parties of which all tasks are meant.
    #[arg(value_name = "OBJECT", help = text::VERIFY_OBJECTS, conflicts_with = "letter")]
    pub objects: Vec<String>,
    /// Who checked it.
    #[arg(long, value_name = "FUNCTIE", help = text::VERIFY_BY)]
    pub by: Option<String>,
    /// When.
    #[arg(long, value_name = "JJJJ-MM-DD", help = text::VERIFY_ON)]
    pub on: Option<String>,
    /// Only the text that asks a party for it.
    #[arg(long, value_name = "PARTIJ", help = text::VERIFY_LETTER, conflicts_with_all = ["by", "on"])]
    pub letter: Option<String>,
}

/// `import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The table.
    #[arg(value_name = "TABEL", help = text::IMPORT_TABLE)]
    pub table: PathBuf,
    /// Where to put the guide; over the one that is read when left out.
    #[arg(long, value_name = "PAD", help = text::IMPORT_OUT)]
    pub out: Option<PathBuf>,
    /// Only look.
    #[arg(long, help = text::IMPORT_DRY_RUN)]
    pub dry_run: bool,
}

/// `release`.
#[derive(Debug, Args)]
pub struct ReleaseArguments {
    /// How the edition is called.
    #[arg(long, value_name = "EDITIE", help = text::RELEASE_EDITION)]
    pub edition: String,
    /// Where to put it.
    #[arg(long, value_name = "PAD", help = text::RELEASE_OUT)]
    pub out: PathBuf,
    /// The edition before.
    #[arg(long, value_name = "OUD", help = text::RELEASE_SINCE)]
    pub since: Option<PathBuf>,
    /// What is new, in words of one's own.
    #[arg(long, value_name = "BESTAND", help = text::RELEASE_NOTE)]
    pub note: Option<PathBuf>,
}

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// Per aspect and answer, who is primarily responsible; parties that nothing reaches; dead ends.
    #[value(help = text::COVERAGE)]
    Coverage,
    /// For whom nobody does what is needed.
    #[value(help = text::GAPS)]
    Gaps,
    /// For whom parties have to agree.
    #[value(help = text::OVERLAPS)]
    Overlaps,
    /// When somebody last checked it.
    #[value(help = text::FRESHNESS)]
    Freshness,
    /// Per source, what rests on it.
    #[value(help = text::SOURCES)]
    Sources,
}
