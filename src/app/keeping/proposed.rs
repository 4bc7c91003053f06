//! Where another version of the guide comes from, what both were made from, and what follows once it was looked at.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{NotEdited, lost::standing};
use crate::{
    app::{App, Notice, once::Once},
    edit::{self, Bundle, BundleKind, Change, Event, Origins, Proposal, Sides, Step, Why},
    file::{self, Logboek, Opened, Reserve, journal::Found},
    lookup::Index,
    model::{FileError, FileFault, Guide, Lang},
    present::{ProposalFacts, SaidBy},
    review, tables,
    text::{keeping, proposal as text, tables as tables_text, words},
};

/// What somebody else wants of the guide in hand.
///
/// It knows no kind of file: whoever has a version, or changes, and knows from what they were made can have it looked at.
#[derive(Clone, Debug)]
pub(super) struct Proposed {
    /// What it is.
    pub(super) title: String,
    /// What their side is called, in the history and where both are kept.
    pub(super) name: String,
    /// What is to be known of it.
    pub(super) notes: Vec<String>,
    /// Their side.
    pub(super) given: Given,
    /// Steps that tell who said what of it, oldest first.
    pub(super) said: Arc<[Step]>,
    /// What follows.
    pub(super) then: Settled,
}

/// Their side.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// A whole guide, and what both were made from where that is known.
    Version {
        /// What both were made from.
        base: Option<Arc<Guide>>,
        /// The guide.
        theirs: Arc<Guide>,
    },
    /// Changes that were made on another version.
    Changes(Arc<[Change]>),
    /// Changes of the guide in hand, as the rows of a table have it.
    Rows(Arc<[Change]>),
    /// Changes that travelled apart from a guide.
    Bundle(Arc<Bundle>),
}

/// What follows once it was looked at.
#[derive(Clone, Debug)]
pub(super) enum Settled {
    /// Nothing.
    Nothing,
    /// The file with this sum was seen, so that it can be saved over.
    FileSeen {
        /// The SHA-256 of its bytes, in hexadecimal digits.
        sum: String,
        /// The guide in it.
        guide: Arc<Guide>,
        /// How that answers; none where it has errors.
        index: Option<Arc<Index>>,
    },
    /// The journal that it came from is put away.
    PutAway(Box<Found<Event>>),
}

impl Proposed {
    /// Why what is taken over of it is in the guide.
    pub(super) fn why(&self) -> Why {
        match self.given {
            Given::Rows(_) => Why::Imported(self.name.clone()),
            Given::Version { .. } | Given::Changes(_) | Given::Bundle(_) => Why::Merged(self.name.clone()),
        }
    }

    /// Whether something follows though nothing of it is taken over.
    pub(super) fn is_settled_by_looking(&self) -> bool {
        matches!(self.then, Settled::FileSeen { .. })
    }
}

/// Why there is nothing to look at.
pub(super) type Refusal = Box<Notice>;

fn of_file(error: FileError) -> Refusal {
    Box::new(Notice::OfFile(error))
}

/// A proposal for a guide, in words.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) proposed: Proposed,
    pub(super) ours: Arc<Guide>,
    pub(super) proposal: Proposal,
    pub(super) facts: ProposalFacts,
}

/// Holds their side against the guide in hand, to which these steps were done.
pub(super) fn prepared(proposed: Proposed, ours: Arc<Guide>, own: &[Step], lang: Lang) -> Result<Prepared, Refusal> {
    let origins = Origins { ours: None, theirs: Some(proposed.name.clone()) };
    let proposal = match &proposed.given {
        Given::Version { base, theirs } => {
            Proposal::new(base.as_deref(), &ours, theirs, origins).map_err(|_| Box::new(Notice::DoubleIds))?
        }
        Given::Changes(changes) | Given::Rows(changes) => Proposal::of_changes(&ours, changes, origins),
        Given::Bundle(bundle) => {
            let Sides { base, theirs } = bundle.sides(&ours);
            Proposal::new(Some(&base), &ours, &theirs, origins).map_err(|_| Box::new(Notice::DoubleIds))?
        }
    };
    let facts = ProposalFacts::of(&proposal, SaidBy { ours: own, theirs: &proposed.said }, lang);
    Ok(Prepared { proposed, ours, proposal, facts })
}

impl App {
    /// Looks at what changed in the file since it was opened.
    pub(super) fn propose_changed_file(&mut self) {
        let Some(path) = self.document.path.clone() else { return };
        let Some(keeping) = &self.keeping else { return };
        let base = Some(Arc::clone(&keeping.in_file));
        let (regions, today, lang) = (Arc::clone(&self.regions), self.today, self.settings.language);
        self.propose(move || {
            let (guide, sum) = opened(&path)?;
            let index = review::examined(&guide, &regions, today).1.map(Arc::new);
            Ok(Proposed {
                title: text::changed(lang).to_owned(),
                name: name_of(&path),
                notes: vec![text::leave_drops(lang).to_owned()],
                given: Given::Version { base, theirs: Arc::clone(&guide) },
                said: logged(&path).into(),
                then: Settled::FileSeen { sum, guide, index },
            })
        });
    }

    /// Looks at the work that was not saved when the program stopped.
    pub(super) fn propose_lost_work(&mut self) {
        let Some(found) = self.lost_work.clone() else { return };
        let lang = self.settings.language;
        let steps = standing(found.unsaved());
        let joined = steps.iter().cloned().reduce(|first, next| first.then(&next));
        let changes = joined.map(|step| step.changes).unwrap_or_default();
        let proposed = Proposed {
            title: text::lost_work(lang).to_owned(),
            name: text::lost_work(lang).to_owned(),
            notes: Vec::new(),
            given: Given::Changes(changes.into()),
            said: steps.into(),
            then: Settled::PutAway(Box::new(found)),
        };
        self.propose(move || Ok(proposed));
    }

    /// Looks at another file: a guide, a proposal that somebody made, or a table.
    pub(super) fn propose_file(&mut self, path: PathBuf) {
        let Some(keeping) = &self.keeping else { return };
        let known = Known {
            path: self.document.path.clone(),
            in_file: Arc::clone(&keeping.in_file),
            sum: self.file_sum(),
            data_dir: self.data_dir.clone(),
        };
        let lang = self.settings.language;
        let ours = Arc::clone(keeping.guide());
        self.propose(move || {
            if is_table(&path) {
                return rows_of(&path, &ours, lang);
            }
            if let Some(bundle) = bundle_in(&path)? {
                return proposal_of(&path, bundle, lang);
            }
            let (theirs, sum) = opened(&path)?;
            let events = events_beside(&path);
            let base = known.base(&path, &theirs, &sum, &events);
            let notes = base.as_ref().map(|(_, from)| match from {
                BaseFrom::OwnFile => text::base_own_file(lang).to_owned(),
                BaseFrom::Former => text::base_former(lang).to_owned(),
                BaseFrom::BuiltIn => text::base_built_in(&theirs.edition, lang),
            });
            Ok(Proposed {
                title: text::from_file(&name_of(&path), lang),
                name: name_of(&path),
                notes: notes.into_iter().collect(),
                given: Given::Version { base: base.map(|(base, _)| base), theirs },
                said: steps_of(events).into(),
                then: Settled::Nothing,
            })
        });
    }

    /// The file holds this guide, which somebody else saved there.
    pub(super) fn file_seen(&mut self, sum: String, guide: Arc<Guide>, index: Option<Arc<Index>>) {
        self.watching.know(&sum);
        let Some(keeping) = &mut self.keeping else { return };
        keeping.opened = Some(sum);
        if **keeping.guide() == *guide {
            // All of it was taken over, and nothing of ours is beside it.
            keeping.saved = keeping.history.log().now().cloned();
        }
        keeping.in_file = guide;
        keeping.standing = Once::default();
        if let Some(index) = index {
            keeping.saved_index = index;
        }
    }
}

/// What is known here of where a copy may come from.
struct Known {
    path: Option<PathBuf>,
    in_file: Arc<Guide>,
    sum: Option<String>,
    data_dir: Option<PathBuf>,
}

/// What a copy was made from.
enum BaseFrom {
    /// What is in the file of the guide in hand.
    OwnFile,
    /// What was in it before.
    Former,
    /// The edition inside the program.
    BuiltIn,
}

impl Known {
    /// What a copy and the guide in hand were both made from, as far as their logs, what was kept here and the names of
    /// editions tell.
    fn base(&self, copy: &Path, theirs: &Guide, sum: &str, events: &[Event]) -> Option<(Arc<Guide>, BaseFrom)> {
        // All versions that the copy was, the last first: its log says when it was saved, and with which bytes.
        let sums = events.iter().rev().filter_map(|event| match event {
            Event::Saved(sum) => Some(sum.as_str()),
            _ => None,
        });
        let own = self.path.as_deref();
        for sum in std::iter::once(sum).chain(sums) {
            if self.sum.as_deref() == Some(sum) {
                return Some((Arc::clone(&self.in_file), BaseFrom::OwnFile));
            }
            let former = own.into_iter().chain([copy]).find_map(|guide| self.former(guide, sum));
            if let Some(former) = former {
                return Some((Arc::new(former), BaseFrom::Former));
            }
        }
        let built_in = file::embedded_guide().ok()?;
        let is_both = built_in.edition == theirs.edition && built_in.edition == self.in_file.edition;
        is_both.then(|| (Arc::new(built_in), BaseFrom::BuiltIn))
    }

    fn former(&self, guide: &Path, sum: &str) -> Option<Guide> {
        let reserve = Reserve::new(&file::data_dir(self.data_dir.as_deref()).ok()?);
        let is_kept = reserve.list(guide).iter().any(|former| former.sum == sum);
        let text = is_kept.then(|| reserve.read(guide, sum).ok()).flatten()?;
        file::read_guide(&text).ok()
    }
}

/// How the files of tables end, in lower case.
const TABLES: [&str; 6] = ["csv", "ods", "tsv", "txt", "xls", "xlsx"];

fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TABLES.contains(&ending.as_str()))
}

/// What the rows of a table change in a guide; all of it or nothing.
fn rows_of(path: &Path, ours: &Guide, lang: Lang) -> Result<Proposed, Refusal> {
    let bytes = file::read_bytes(path, &|_| {}).map_err(of_file)?;
    let read = tables::read(&bytes).map_err(|fault| of_file(FileError::from(fault).in_file(path)))?;
    let taken = tables::take(ours, &read);
    if !taken.refused.is_empty() {
        return Err(Box::new(Notice::TableRefused(taken.refused)));
    }
    let changes =
        edit::make(ours, &taken.edits).map_err(|error| Box::new(Notice::NotEdited(NotEdited::Refused(error))))?;
    let unknown = (!taken.unknown.is_empty()).then(|| tables_text::unknown(&taken.unknown, lang));
    let unchanged = tables_text::unchanged(taken.unchanged.len(), lang);
    Ok(Proposed {
        title: text::from_table(&name_of(path), lang),
        name: name_of(path),
        notes: std::iter::once(unchanged).chain(unknown).collect(),
        given: Given::Rows(changes.into()),
        said: Arc::default(),
        then: Settled::Nothing,
    })
}

/// The bundle in a file; none where it is something else.
fn bundle_in(path: &Path) -> Result<Option<Bundle>, Refusal> {
    let text = file::read_text(path, &|_| {}).map_err(of_file)?;
    let bundle = file::is_bundle(&text).then(|| file::read_bundle(&text)).transpose();
    bundle.map_err(|error| of_file(error.in_file(path)))
}

/// A bundle as a proposal; what one place adds for itself is none.
fn proposal_of(path: &Path, bundle: Bundle, lang: Lang) -> Result<Proposed, Refusal> {
    if bundle.bundle == BundleKind::Aanvulling {
        return Err(Box::new(Notice::IsSupplement));
    }
    let who = text::who(&bundle.by.function, &bundle.by.organisation, lang);
    let made = keeping::made(&words::day(bundle.on, lang), &bundle.base.edition, &who);
    let why = Some(bundle.why.clone()).filter(|why| !why.is_empty());
    Ok(Proposed {
        title: name_of(path),
        name: name_of(path),
        notes: std::iter::once(made).chain(why).collect(),
        given: Given::Bundle(Arc::new(bundle)),
        said: Arc::default(),
        then: Settled::Nothing,
    })
}

/// A guide from a file, and the sum of its bytes.
fn opened(path: &Path) -> Result<(Arc<Guide>, String), Refusal> {
    let Opened { guide, read_only, origin } = file::open_guide(path, &|_| {}).map_err(of_file)?;
    if read_only.is_some() {
        let newer = FileFault::Newer { schema: guide.schema };
        return Err(of_file(FileError::from(newer).in_file(path)));
    }
    Ok((Arc::new(guide), origin.sha256.unwrap_or_default()))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What the log beside a guide tells; nothing where there is none that can be read.
pub(super) fn events_beside(path: &Path) -> Vec<Event> {
    Logboek::beside(path).read().map(|logged| logged.entries).unwrap_or_default()
}

fn logged(path: &Path) -> Vec<Step> {
    steps_of(events_beside(path))
}

fn steps_of(events: Vec<Event>) -> Vec<Step> {
    let steps = events.into_iter().filter_map(|event| match event {
        Event::Done(step) => Some(step),
        _ => None,
    });
    steps.collect()
}
