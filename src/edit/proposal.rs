//! Another version of a guide, to be looked at change by change before any of it is taken over, as one step.
//!
//! A choice is kept by what it is about, so that it does not matter in which order choices are made, and that they stand
//! when the guide changes meanwhile. Whatever is chosen comes out by the same three-way merge as everything else.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Change, DoubleId, FieldChange, Onto, Origins,
    align::{Aligned, aligned},
    apply::{Version, diff, finished, merged_onto, put},
    describe::{fields, partly, partly_ordered},
    entries::{get, order},
    merge::{Base, MergedEntry, Prefer, merge_entry},
    step::then,
    unresolved,
};
use crate::model::{Entry, EntryKey, FieldPath, Guide, Order, Ordered, RecordKey, RecordKind, walk::Step};

/// What somebody else wants of a guide.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// With their new ids.
    ours: Arc<Guide>,
    /// The guide before both; what `ours` holds where nobody knows it.
    base: Arc<Guide>,
    has_base: bool,
    /// What their new ids change in ours.
    renames: Vec<Change>,
    origins: Origins,
    pieces: Vec<ProposedPiece>,
    /// Both versions of each order that differs; of most only what is in it.
    orders: BTreeMap<Ordered, (Vec<String>, Vec<String>)>,
}

/// A piece in which their version differs from the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedPiece {
    /// Its name.
    pub key: EntryKey,
    /// From what they changed it; where nobody knows, what ours holds. `None` is a guide without it.
    pub from: Option<Entry>,
    /// As it stands in ours.
    pub ours: Option<Entry>,
    /// As they want it.
    pub theirs: Option<Entry>,
    /// What can be chosen of it.
    pub changes: Vec<ProposedChange>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedChange {
    /// Of what.
    pub of: ChangeOf,
    /// How it stands to ours.
    pub fits: Fits,
    /// Where ours says something else, in a version of the piece in which that stands; none where it is not known to
    /// clash, or is about all of the piece.
    pub stands: Option<Box<(Entry, FieldPath)>>,
}

/// Of what of a piece a change is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeOf {
    /// All of it: it was added, taken out, put in another order, or cannot be taken apart.
    Piece,
    /// One field.
    Field(FieldChange),
}

/// How a change stands to the guide that it is proposed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fits {
    /// Nothing stands in its way.
    Fits,
    /// It says so already.
    IsThere,
    /// Ours says something else there since, or nobody knows from what they changed it.
    Clashes,
}

/// What is to become of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Take {
    /// Ours stays.
    #[default]
    Leave,
    /// Theirs is taken over.
    Theirs,
    /// Ours stays in use and theirs beside it, for who chooses later. Of a change that fits, theirs.
    Both,
}

/// What is chosen; of what is not named, nothing is taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    chosen: BTreeMap<(EntryKey, ChangeOf), Take>,
    /// Whether new ids are taken over where nothing else is.
    renames: bool,
}

impl Choices {
    /// Chooses.
    pub fn choose(&mut self, piece: EntryKey, of: ChangeOf, take: Take) {
        match take {
            Take::Leave => self.chosen.remove(&(piece, of)),
            take => self.chosen.insert((piece, of), take),
        };
    }

    /// What is chosen of a change.
    pub fn of(&self, piece: &EntryKey, change: &ChangeOf) -> Take {
        // A map finds by a key that is whole.
        self.chosen.get(&(piece.clone(), change.clone())).copied().unwrap_or_default()
    }
}

impl Proposal {
    /// What another version of a guide changes in ours, by what both were made from; where nobody knows that, every
    /// difference is a question.
    ///
    /// # Errors
    /// [`DoubleId`] when one of the guides has two records with one id.
    pub fn new(base: Option<&Guide>, ours: &Guide, theirs: &Guide, origins: Origins) -> Result<Self, DoubleId> {
        diff(base.unwrap_or(ours), ours)?;
        let Aligned { base: from, ours, theirs, changes: renames } = match base {
            Some(base) => aligned(base, ours, theirs),
            None => Aligned::as_they_are(ours, theirs),
        };
        let proposed = diff(&from, &theirs)?;
        Ok(Self::of(&proposed, (from.into_owned().into(), base.is_some()), ours.into_owned().into(), renames, origins))
    }

    /// What changes that were made on another version would change in ours.
    pub fn of_changes(ours: &Arc<Guide>, changes: &[Change], origins: Origins) -> Self {
        let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
        let base = Arc::new(put(ours, &back));
        Self::of(changes, (base, true), Arc::clone(ours), Vec::new(), origins)
    }

    fn of(
        proposed: &[Change],
        (base, has_base): (Arc<Guide>, bool),
        ours: Arc<Guide>,
        renames: Vec<Change>,
        origins: Origins,
    ) -> Self {
        let mut made = Self { ours, base, has_base, renames, origins, pieces: Vec::new(), orders: BTreeMap::new() };
        for change in proposed {
            if let (Some(Entry::Order(before)), Some(Entry::Order(after))) = (change.before(), change.after()) {
                made.orders.insert(before.of, (before.ids.clone(), after.ids.clone()));
            }
        }
        made.pieces = proposed.iter().filter_map(|change| piece(change, &made.ours, has_base)).collect();
        made.mend_fits();
        made
    }

    /// What clashes only together with other changes is a clash too.
    fn mend_fits(&mut self) {
        let all = self.chosen_where(|change| change.fits != Fits::Clashes);
        let versions = self.versions(&all, &|take| take != Take::Leave);
        let onto = self.merged(&self.ours, &versions, Prefer::Ours);
        let clashing: BTreeSet<EntryKey> = onto.clashes.into_iter().map(|clash| clash.about).collect();
        for piece in self.pieces.iter_mut().filter(|piece| clashing.contains(&piece.key)) {
            for change in piece.changes.iter_mut().filter(|change| change.fits == Fits::Fits) {
                change.fits = Fits::Clashes;
            }
        }
    }

    /// What differs, by key.
    pub fn pieces(&self) -> &[ProposedPiece] {
        &self.pieces
    }

    /// The guide from which they changed it; ours where nobody knows that.
    pub fn from(&self) -> &Guide {
        &self.base
    }

    /// The guide before both; nothing where nobody knows it.
    pub fn base(&self) -> Option<&Guide> {
        self.has_base.then_some(&*self.base)
    }

    /// The guide for which it is proposed, with their new ids.
    pub fn ours(&self) -> &Arc<Guide> {
        &self.ours
    }

    /// The guide as they want it, as far as it differs from the base.
    pub fn theirs(&self) -> Guide {
        let theirs = self.pieces.iter().filter_map(|piece| Change::new(piece.from.clone(), piece.theirs.clone()).ok());
        put(&self.base, &theirs.collect::<Vec<_>>())
    }

    /// Where both come from.
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// Records that have another id there; whatever is taken over, that goes along.
    pub fn new_ids(&self) -> impl Iterator<Item = (&RecordKey, &RecordKey)> {
        let noted = self.renames.iter().filter_map(|change| match (change.before(), change.after()) {
            (Some(Entry::Head(before)), Some(Entry::Head(after))) => Some((before, after)),
            _ => None,
        });
        noted.flat_map(|(before, after)| {
            let new = after.renamed.iter().filter(|renamed| !before.renamed.contains(renamed));
            new.map(|renamed| (&renamed.was, &renamed.is))
        })
    }

    /// Whether there is nothing to take over.
    pub fn is_nothing(&self) -> bool {
        self.renames.is_empty() && self.changes().all(|(_, change)| change.fits == Fits::IsThere)
    }

    /// Every change, with its piece.
    pub fn changes(&self) -> impl Iterator<Item = (&ProposedPiece, &ProposedChange)> {
        self.pieces.iter().flat_map(|piece| piece.changes.iter().map(move |change| (piece, change)))
    }

    /// Everything that fits is taken over, and where it clashes both are kept: as a merge does it.
    pub fn all(&self) -> Choices {
        self.chosen_where(|_| true)
    }

    /// What fits is taken over, and where it clashes ours stays.
    pub fn what_fits(&self) -> Choices {
        self.chosen_where(|change| change.fits == Fits::Fits)
    }

    fn chosen_where(&self, is_taken: impl Fn(&ProposedChange) -> bool) -> Choices {
        let taken = self.changes().filter(|(_, change)| change.fits != Fits::IsThere && is_taken(change));
        let take = |fits| if fits == Fits::Clashes { Take::Both } else { Take::Theirs };
        let chosen = taken.map(|(piece, change)| ((piece.key.clone(), change.of.clone()), take(change.fits)));
        Choices { chosen: chosen.collect(), renames: true }
    }

    /// The changes that the choices come to, on ours, as one step that can be undone; none where nothing is taken over.
    pub fn step(&self, choices: &Choices) -> Vec<Change> {
        let takes = |take: Take| self.changes().any(|(piece, change)| choices.of(&piece.key, &change.of) == take);
        let (keeps_both, replaces) = (takes(Take::Both), takes(Take::Theirs));
        if !keeps_both && !replaces && !choices.renames {
            return Vec::new();
        }
        // First what fits and what is kept twice, and then over that what replaces ours.
        let first = self.versions(choices, &|take| take == Take::Both);
        let merged = finished(&self.ours, self.merged(&self.ours, &first, Prefer::Ours), &self.origins);
        let changes = then(&self.renames, &merged.changes);
        if !replaces {
            return changes;
        }
        let mut over = self.versions(choices, &|take| take != Take::Leave);
        for (key, version) in &mut over {
            if let Some(first) = first.get(key) {
                version.from.clone_from(&first.theirs);
            }
        }
        over.retain(|_, version| version.from != version.theirs);
        let onto = self.merged(&merged.guide, &over, Prefer::Theirs);
        let after = put(&merged.guide, &onto.changes);
        // A phase in which something stands cannot go, whoever wants it: that is left to choose.
        let is_open = |about: &EntryKey| get(&after, about) == get(&merged.guide, about);
        let open: Vec<_> = onto.clashes.into_iter().filter(|clash| is_open(&clash.about)).collect();
        let kept = unresolved::kept(&after, &open, &self.origins);
        then(&then(&changes, &onto.changes), &kept)
    }

    /// Their versions of pieces, as far as this is chosen of them. What fits is in all of them.
    fn versions(&self, choices: &Choices, wants: &dyn Fn(Take) -> bool) -> BTreeMap<EntryKey, Proposed> {
        let is_taken = |piece: &ProposedPiece, change: &ProposedChange| match change.fits {
            Fits::IsThere => true,
            Fits::Fits => choices.of(&piece.key, &change.of) != Take::Leave,
            Fits::Clashes => wants(choices.of(&piece.key, &change.of)),
        };
        let mut versions = BTreeMap::new();
        for piece in self.pieces.iter().filter(|piece| !matches!(piece.key, EntryKey::Order(_))) {
            let taken: Vec<&ProposedChange> = piece.changes.iter().filter(|change| is_taken(piece, change)).collect();
            if taken.iter().all(|change| change.fits == Fits::IsThere) {
                continue;
            }
            let theirs = partly_taken(piece, &taken);
            versions.insert(piece.key.clone(), Proposed { from: piece.from.clone(), theirs });
        }
        let is_of = |kind: RecordKind| versions.keys().any(|key| key.record().is_some_and(|key| key.kind() == kind));
        let orders: Vec<(EntryKey, Proposed)> = self
            .orders
            .iter()
            .filter_map(|(of, (before, after))| {
                let key = EntryKey::Order(*of);
                let piece = self.pieces.iter().find(|piece| piece.key == key);
                let change = piece.and_then(|piece| Some((piece, piece.changes.first()?)));
                let moves = change.is_some_and(|(piece, change)| is_taken(piece, change));
                let has_new = is_of(of.kind()) || *of == Ordered::Aspect && is_of(RecordKind::Phase);
                if !(moves || has_new) {
                    return None;
                }
                let entry = |ids| Some(Entry::Order(Order { of: *of, ids }));
                let theirs = entry(partly_ordered(before, after, moves));
                Some((key, Proposed { from: entry(before.clone()), theirs }))
            })
            .collect();
        versions.extend(orders);
        versions
    }

    fn merged(&self, guide: &Guide, versions: &BTreeMap<EntryKey, Proposed>, prefer: Prefer) -> Onto {
        // Who chose to replace ours knows what they do.
        let is_known = self.has_base || prefer == Prefer::Theirs;
        let versions = versions.iter().map(|(key, Proposed { from, theirs })| Version {
            key: key.clone(),
            base: if is_known { Base::Known(from.as_ref()) } else { Base::Unknown },
            theirs: theirs.as_ref(),
        });
        merged_onto(guide, versions.collect(), is_known.then_some(&*self.base), prefer)
    }
}

/// A version of a piece of which only some is taken, and from what it was changed.
struct Proposed {
    from: Option<Entry>,
    theirs: Option<Entry>,
}

/// What is proposed of a piece; `None` for an order in which nothing moved.
fn piece(change: &Change, guide: &Guide, has_base: bool) -> Option<ProposedPiece> {
    let (from, theirs) = (change.before().cloned(), change.after().cloned());
    let ours = get(guide, &change.key());
    let mut piece = ProposedPiece { key: change.key(), from, ours, theirs, changes: Vec::new() };
    let found = fields(piece.from.as_ref(), piece.theirs.as_ref());
    if let EntryKey::Order(of) = piece.key {
        let is_there = order(guide, of) == ids(piece.theirs.as_ref());
        let moved = |order: &Guide| self::order(order, of) != ids(piece.from.as_ref());
        let fits = match (is_there, has_base && !moved(guide)) {
            (true, _) => Fits::IsThere,
            (false, true) => Fits::Fits,
            (false, false) => Fits::Clashes,
        };
        piece.changes =
            found.first().map(|_| ProposedChange { of: ChangeOf::Piece, fits, stands: None }).into_iter().collect();
        return (!piece.changes.is_empty()).then_some(piece);
    }
    let is_apart = piece.ours.is_some() && !found.is_empty() && can_be_apart(&piece, &found);
    let of = if is_apart { found.into_iter().map(ChangeOf::Field).collect() } else { vec![ChangeOf::Piece] };
    piece.changes = of.into_iter().map(|of| ProposedChange { of, fits: Fits::Clashes, stands: None }).collect();
    if piece.ours == piece.theirs {
        piece.changes.iter_mut().for_each(|change| change.fits = Fits::IsThere);
    } else if has_base {
        piece.changes = piece.changes.iter().map(|change| judged(&piece, change)).collect();
    }
    Some(piece)
}

fn ids(order: Option<&Entry>) -> Vec<String> {
    match order {
        Some(Entry::Order(order)) => order.ids.clone(),
        _ => Vec::new(),
    }
}

/// Whether each field can be taken without the others, and all others without it.
fn can_be_apart(piece: &ProposedPiece, fields: &[FieldChange]) -> bool {
    let (Some(from), Some(theirs)) = (&piece.from, &piece.theirs) else { return false };
    let is_kept = matches!(piece.key.record().map(RecordKey::kind), Some(RecordKind::Unresolved));
    let without = |field: &FieldChange| fields.iter().filter(|other| *other != field).collect();
    let is_whole = |field: &FieldChange| {
        partly(from, theirs, &BTreeSet::from([field])).is_some() && partly(from, theirs, &without(field)).is_some()
    };
    !is_kept && fields.iter().all(is_whole)
}

/// How a change stands to ours, by merging it alone.
fn judged(piece: &ProposedPiece, change: &ProposedChange) -> ProposedChange {
    let theirs = partly_taken(piece, &[change]);
    let merged = merge_entry(Base::Known(piece.from.as_ref()), piece.ours.as_ref(), theirs.as_ref(), Prefer::Ours);
    let MergedEntry { entry, clash } = merged;
    let (fits, stands) = match clash {
        Some(paths) => (Fits::Clashes, paths.into_iter().next().and_then(|path| standing(piece, entry, path))),
        None if entry == piece.ours => (Fits::IsThere, None),
        None => (Fits::Fits, None),
    };
    ProposedChange { of: change.of.clone(), fits, stands: stands.map(Box::new) }
}

/// A version with what ours says at a place of what came of a merge.
fn standing(piece: &ProposedPiece, merged: Option<Entry>, at: FieldPath) -> Option<(Entry, FieldPath)> {
    // A list that clashes as a whole has theirs in it too; outside of lists a place is the same everywhere.
    let is_in_list = at.steps().iter().any(|step| matches!(step, Step::At(_)));
    let entry = if is_in_list { merged } else { piece.ours.clone() };
    Some((entry?, at))
}

/// Their version with only these changes; all of it where that would be no piece.
fn partly_taken(piece: &ProposedPiece, taken: &[&ProposedChange]) -> Option<Entry> {
    if taken.is_empty() {
        return piece.from.clone();
    }
    let fields: Option<BTreeSet<&FieldChange>> = taken
        .iter()
        .map(|change| match &change.of {
            ChangeOf::Field(field) => Some(field),
            ChangeOf::Piece => None,
        })
        .collect();
    match (fields, &piece.from, &piece.theirs) {
        (Some(fields), Some(from), Some(theirs)) => partly(from, theirs, &fields).or_else(|| piece.theirs.clone()),
        _ => piece.theirs.clone(),
    }
}
