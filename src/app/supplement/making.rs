//! Changing a supplement: worked out beside the drawing, laid over the guide, and only then saved.

use std::{path::Path, sync::Arc};

use super::{OwnChange, OwnThing};
use crate::{
    app::Notice,
    edit::{
        self, Base, Bundle, BundleKind, Change, Dependents, Edit, EditRefused, LaidOver, add_local, edited_over,
        keep_own, lay_over, leave_to_guide,
    },
    file,
    lookup::Index,
    model::{Date, Entry, EntryKey, Guide, GuideOrigin, PartyId, Problem, RecordKey, Regions, Rule, SupplementError},
    review,
};

#[derive(Clone, Debug)]
pub(super) struct InUse {
    pub(super) bundle: Arc<Bundle>,
    pub(super) path: Arc<Path>,
}

/// What came of a change.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else of the change, and all can go together")]
pub(super) struct Changed {
    pub(super) in_use: InUse,
    pub(super) national: Arc<Index>,
    pub(super) over: Index,
    /// Whether it lies over the guide at the next start too.
    pub(super) is_kept: bool,
    /// Whether its file is another.
    pub(super) is_saved: bool,
    /// Whether what it holds is another.
    pub(super) is_edit: bool,
    /// Whether the last thing was taken back.
    pub(super) is_undone: bool,
}

/// What a change is made on.
pub(super) struct Ground {
    pub(super) national: Arc<Index>,
    pub(super) in_use: Option<InUse>,
    /// As it was before the last thing that was done.
    pub(super) before: Option<Arc<Bundle>>,
    pub(super) regions: Arc<Regions>,
    pub(super) today: Date,
}

impl Ground {
    pub(super) fn changed(self, change: Option<OwnChange>) -> Result<Changed, Box<Notice>> {
        let is_kept = !matches!(&change, None | Some(OwnChange::Open { is_kept: false, .. }));
        let is_saved = !matches!(&change, None | Some(OwnChange::Open { .. }));
        let is_undone = matches!(&change, Some(OwnChange::Undo));
        let is_edit = is_saved && !matches!(&change, Some(OwnChange::Make { .. }));
        let in_use = match change {
            Some(OwnChange::Open { path, .. }) => {
                InUse { bundle: Arc::new(file::open_bundle(&path).map_err(Notice::OfFile)?), path: path.into() }
            }
            Some(OwnChange::Make { path, by }) => {
                let base = self.base();
                let bundle = Bundle::new(BundleKind::Aanvulling, base, by, self.today, String::new(), Vec::new());
                InUse { bundle: Arc::new(bundle), path: path.into() }
            }
            None | Some(OwnChange::PutAway) => self.in_use()?.clone(),
            Some(OwnChange::Add(what, source)) => self.edited(|guide| add_local(guide, &what, &source))?,
            Some(OwnChange::TakeOut(thing)) => self.edited(|guide| taken_out(guide, &thing))?,
            Some(OwnChange::Undo) => {
                let bundle = self.before.clone().ok_or(Notice::OwnStopped)?;
                InUse { bundle, path: Arc::clone(&self.in_use()?.path) }
            }
            Some(OwnChange::LeaveToGuide(record)) => {
                let in_use = self.in_use()?;
                let changes = leave_to_guide(self.national.guide(), &in_use.bundle, &record);
                in_use.with(changes, &self)
            }
            Some(OwnChange::KeepOwn(record)) => {
                let in_use = self.in_use()?;
                let changes = keep_own(self.national.guide(), &in_use.bundle, &record);
                in_use.with(changes.ok_or(Notice::OwnNotKept)?, &self)
            }
        };
        // Before anything else is wrong with it: why is said in its own words.
        if let Some(problem) = self.personal(&in_use).filter(|_| is_saved) {
            return Err(Notice::OwnPersonal(Box::new(problem)).into());
        }
        let over = self.over(&in_use)?;
        if is_saved {
            file::save_bundle(&in_use.path, &*in_use.bundle).map_err(Notice::OfFile)?;
        }
        Ok(Changed { in_use, national: self.national, over, is_kept, is_saved, is_edit, is_undone })
    }

    fn in_use(&self) -> Result<&InUse, Box<Notice>> {
        // Without one nobody can ask for this.
        self.in_use.as_ref().ok_or_else(|| Notice::OwnStopped.into())
    }

    fn base(&self) -> Base {
        let guide = self.national.guide();
        Base { edition: guide.edition.clone(), sha256: file::sum(guide) }
    }

    fn origin(&self) -> GuideOrigin {
        self.national.origin().cloned().unwrap_or_else(file::embedded_origin)
    }

    fn over(&self, in_use: &InUse) -> Result<Index, Box<Notice>> {
        let name = in_use.path.file_name().unwrap_or_default().to_string_lossy();
        let on = (&*self.regions, self.today);
        review::with_supplement(self.national.guide(), &self.origin(), &in_use.bundle, &name, on)
            .map_err(|error| in_use.not_used(error))
    }

    /// The supplement after what lies over the guide was edited.
    fn edited(&self, edits: impl FnOnce(&Guide) -> Result<Vec<Edit>, EditRefused>) -> Result<InUse, Box<Notice>> {
        let in_use = self.in_use()?;
        let guide = self.national.guide();
        let LaidOver { guide: laid, clashes, .. } =
            lay_over(guide, &in_use.bundle).map_err(|error| in_use.not_used(error))?;
        let refused = |why: EditRefused| Notice::NotEdited(why.into());
        let made = edit::make(&laid, &edits(&laid).map_err(refused)?).map_err(refused)?;
        let after = without_unused(&edit::put(&laid, &made));
        let changes = edited_over(guide, &after, &in_use.bundle, &clashes).map_err(|error| in_use.not_used(error))?;
        Ok(in_use.with(changes, self))
    }

    /// What leads to a person in what is one's own: that has no place in it.
    fn personal(&self, in_use: &InUse) -> Option<Problem> {
        let LaidOver { guide, own, .. } = lay_over(self.national.guide(), &in_use.bundle).ok()?;
        let of_person = |problem: &Problem| {
            let rule = problem.fault.rule();
            let is_own = own.has(problem.record.clone())
                || matches!(&problem.record, RecordKey::Party(party) if own.touches(party))
                || own.notes.iter().any(|(record, _)| *record == problem.record);
            is_own && matches!(rule, Rule::PersonalNumber | Rule::PersonalData)
        };
        let before = review::check(self.national.guide(), &self.regions, self.today);
        let now = review::check(&Arc::new(guide), &self.regions, self.today);
        now.into_iter().find(|problem| of_person(problem) && !before.contains(problem))
    }
}

impl InUse {
    /// The same with other changes, made on the guide as it is now.
    fn with(&self, changes: Vec<Change>, ground: &Ground) -> Self {
        let bundle = self.bundle.made_anew(ground.base(), ground.today, changes);
        Self { bundle: Arc::new(bundle), path: Arc::clone(&self.path) }
    }

    fn not_used(&self, error: SupplementError) -> Box<Notice> {
        Box::new(Notice::OwnNotUsed(Arc::clone(&self.path), Box::new(error)))
    }
}

/// The edits that take something out of a guide.
fn taken_out(guide: &Guide, thing: &OwnThing) -> Result<Vec<Edit>, EditRefused> {
    let not_there = |record: &RecordKey| EditRefused::NotThere(EntryKey::Record(record.clone()));
    let of_party = |id: &PartyId| guide.party(id).cloned().ok_or_else(|| not_there(&RecordKey::from(id)));
    let replaced = |party| Ok(vec![Edit::Replace(Entry::Party(Box::new(party)))]);
    match thing {
        OwnThing::Record(record) => Ok(edit::remove(guide, record, &Dependents::TakeOut)?.edits),
        OwnThing::Contact(id, contact) => {
            let mut party = of_party(id)?;
            party.contacts.retain(|own| *own != **contact);
            replaced(party)
        }
        OwnThing::Alias(id, alias) => {
            let mut party = of_party(id)?;
            party.aliases.retain(|own| own != alias);
            replaced(party)
        }
        OwnThing::Note(RecordKey::Party(id), _) => {
            let mut party = of_party(id)?;
            party.note = None;
            replaced(party)
        }
        OwnThing::Note(record, note) => match edit::get(guide, &EntryKey::Record(record.clone())) {
            Some(Entry::Responsibility(mut task)) => {
                task.notes.retain(|own| own != note);
                Ok(vec![Edit::Replace(Entry::Responsibility(task))])
            }
            _ => Err(not_there(record)),
        },
    }
}

/// The guide without sources of one's own on which nothing rests any more.
fn without_unused(guide: &Guide) -> Guide {
    let is_unused = |key: &RecordKey| {
        key.id().is_some_and(|id| id.starts_with("eigen-")) && edit::references(guide, key).is_empty()
    };
    let keys = guide.sources.iter().map(|source| RecordKey::from(&source.id));
    let edits: Vec<Edit> = keys.filter(is_unused).map(Edit::Remove).collect();
    edit::make(guide, &edits).map_or_else(|_| guide.clone(), |changes| edit::put(guide, &changes))
}
