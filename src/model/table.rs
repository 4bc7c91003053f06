//! Lists of records that can be asked by id, and typed positions in them.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::{Deref, DerefMut, Index, IndexMut},
    slice,
    sync::{Arc, OnceLock},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Id;

/// Something in a guide that has an id of its own.
pub trait Record {
    /// The kind of its id.
    type Kind;

    /// The id by which others refer to it, unique within its table.
    fn id(&self) -> &Id<Self::Kind>;
}

/// The position of a `T` in the [`Table`] that holds it.
///
/// It holds for one state of one table: after a record is added, moved or taken out it may name another one.
/// What lives longer than a frame keeps an id.
pub struct Ix<T> {
    position: u32,
    record: PhantomData<fn() -> T>,
}

impl<T> Ix<T> {
    fn new(position: usize) -> Self {
        // A guide is at most some hundreds of megabytes: 2^32 records do not fit in it.
        Self { position: u32::try_from(position).unwrap_or(u32::MAX), record: PhantomData }
    }

    /// The place in the list, from 0.
    pub fn position(self) -> usize {
        self.position as usize
    }
}

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.position.cmp(&other.position)
    }
}
impl<T> Hash for Ix<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.position.hash(state);
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.position, f)
    }
}

/// Records in the order of the file, that is also a map from id to record.
///
/// In a file it is a plain list. Of two records with one id, which [`crate::review`] reports, the first is found.
/// A copy shares its records until one of the two changes: of a guide that is edited all but a few lists stay the same.
pub struct Table<T: Record>(Arc<Rows<T>>);

struct Rows<T: Record> {
    rows: Vec<T>,
    /// Made when it is first asked, and thrown away by every change.
    by_id: OnceLock<FxHashMap<Id<T::Kind>, Ix<T>>>,
}

impl<T: Record + Clone> Clone for Rows<T> {
    fn clone(&self) -> Self {
        self.rows.clone().into()
    }
}

impl<T: Record> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, by_id: OnceLock::new() }
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    pub fn get(&self, id: &Id<T::Kind>) -> Option<&T> {
        self.ix(id).map(|ix| &self[ix])
    }

    /// The position of the record with this id.
    pub fn ix(&self, id: &Id<T::Kind>) -> Option<Ix<T>> {
        self.by_id().get(id).copied()
    }

    /// All positions, in order.
    pub fn ixs(&self) -> impl DoubleEndedIterator<Item = Ix<T>> + ExactSizeIterator + Clone + use<T> {
        (0..self.0.rows.len()).map(Ix::new)
    }

    /// All records with their positions, in order.
    pub fn enumerate(&self) -> impl DoubleEndedIterator<Item = (Ix<T>, &T)> + ExactSizeIterator {
        self.0.rows.iter().enumerate().map(|(position, row)| (Ix::new(position), row))
    }

    /// The position of the first record that fits.
    pub fn find_ix(&self, fits: impl Fn(&T) -> bool) -> Option<Ix<T>> {
        self.0.rows.iter().position(fits).map(Ix::new)
    }

    /// A value for every record.
    pub fn column<V>(&self, value: impl FnMut(&T) -> V) -> Column<T, V> {
        self.0.rows.iter().map(value).collect()
    }

    /// Whether both are one list, of which neither changed since it was copied.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn by_id(&self) -> &FxHashMap<Id<T::Kind>, Ix<T>> {
        self.0.by_id.get_or_init(|| {
            let mut by_id = FxHashMap::with_capacity_and_hasher(self.0.rows.len(), rustc_hash::FxBuildHasher);
            for (ix, row) in self.enumerate() {
                by_id.entry(row.id().clone()).or_insert(ix);
            }
            by_id
        })
    }
}

impl<T: Record + Clone> Table<T> {
    /// The list itself, to be changed.
    pub fn rows_mut(&mut self) -> &mut Vec<T> {
        let own = Arc::make_mut(&mut self.0);
        own.by_id.take();
        &mut own.rows
    }

    /// Adds a record at the end.
    pub fn push(&mut self, row: T) {
        self.rows_mut().push(row);
    }

    /// Keeps only the records that fit.
    pub fn retain(&mut self, fits: impl FnMut(&T) -> bool) {
        self.rows_mut().retain(fits);
    }

    /// Takes all records out.
    pub fn clear(&mut self) {
        self.rows_mut().clear();
    }
}

impl<T: Record> From<Vec<T>> for Table<T> {
    fn from(rows: Vec<T>) -> Self {
        Self(Arc::new(rows.into()))
    }
}
impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Vec::from_iter(rows).into()
    }
}
impl<T: Record + Clone> Extend<T> for Table<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, rows: I) {
        self.rows_mut().extend(rows);
    }
}
impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}
impl<T: Record> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
impl<T: Record + PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self.0.rows == other.0.rows
    }
}
impl<T: Record + Eq> Eq for Table<T> {}
impl<T: Record + fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.rows.fmt(f)
    }
}
impl<T: Record> Deref for Table<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0.rows
    }
}
impl<T: Record + Clone> DerefMut for Table<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.rows_mut()
    }
}
impl<T: Record> Index<Ix<T>> for Table<T> {
    type Output = T;
    fn index(&self, ix: Ix<T>) -> &T {
        &self.0.rows[ix.position()]
    }
}
impl<T: Record + Clone> IndexMut<Ix<T>> for Table<T> {
    fn index_mut(&mut self, ix: Ix<T>) -> &mut T {
        &mut self.rows_mut()[ix.position()]
    }
}
impl<'a, T: Record> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.rows.iter()
    }
}
impl<'a, T: Record + Clone> IntoIterator for &'a mut Table<T> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.rows_mut().iter_mut()
    }
}
impl<T: Record + Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.rows.serialize(serializer)
    }
}
impl<'de, T: Record + Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

/// A value for every record of a [`Table`], in its order.
pub struct Column<T, V> {
    values: Vec<V>,
    table: PhantomData<fn() -> T>,
}

impl<T, V> Column<T, V> {
    /// The values, without the records that they are of.
    pub fn values(&self) -> slice::Iter<'_, V> {
        self.values.iter()
    }

    /// The values with the positions of their records.
    pub fn enumerate(&self) -> impl DoubleEndedIterator<Item = (Ix<T>, &V)> + ExactSizeIterator {
        self.values.iter().enumerate().map(|(position, value)| (Ix::new(position), value))
    }

    /// The values with the positions of their records.
    pub fn into_enumerated(self) -> impl DoubleEndedIterator<Item = (Ix<T>, V)> + ExactSizeIterator {
        self.values.into_iter().enumerate().map(|(position, value)| (Ix::new(position), value))
    }
}

impl<T, V> FromIterator<V> for Column<T, V> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self { values: values.into_iter().collect(), table: PhantomData }
    }
}
impl<T, V> Default for Column<T, V> {
    fn default() -> Self {
        std::iter::empty().collect()
    }
}
impl<T, V: Clone> Clone for Column<T, V> {
    fn clone(&self) -> Self {
        self.values.iter().cloned().collect()
    }
}
impl<T, V: PartialEq> PartialEq for Column<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}
impl<T, V: Eq> Eq for Column<T, V> {}
impl<T, V: fmt::Debug> fmt::Debug for Column<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.values.fmt(f)
    }
}
impl<T, V> Index<Ix<T>> for Column<T, V> {
    type Output = V;
    fn index(&self, ix: Ix<T>) -> &V {
        &self.values[ix.position()]
    }
}
impl<T, V> IndexMut<Ix<T>> for Column<T, V> {
    fn index_mut(&mut self, ix: Ix<T>) -> &mut V {
        &mut self.values[ix.position()]
    }
}

macro_rules! records {
    ($($record:ident: $kind:ident,)*) => {$(
        impl Record for super::$record {
            type Kind = super::id::$kind;
            fn id(&self) -> &Id<Self::Kind> {
                &self.id
            }
        }
    )*};
}

records! {
    Source: SourceKind,
    FacetSection: OtherRecordKind,
    Facet: FacetIdKind,
    Impossible: OtherRecordKind,
    Implication: OtherRecordKind,
    Suspicious: OtherRecordKind,
    Phase: PhaseKind,
    Aspect: AspectKind,
    Party: PartyIdKind,
    Responsibility: ResponsibilityKind,
    Referral: OtherRecordKind,
    Gap: OtherRecordKind,
    Conflict: OtherRecordKind,
    Agreement: OtherRecordKind,
    Scenario: OtherRecordKind,
    GlossaryTerm: OtherRecordKind,
    FirstAdvice: OtherRecordKind,
    Exception: OtherRecordKind,
    Unresolved: OtherRecordKind,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Label, PhaseId};

    fn phase(id: &str, letter: char) -> super::super::Phase {
        let label = Label { nl: id.to_owned(), en: None };
        super::super::Phase {
            id: PhaseId::new(id).unwrap(),
            letter,
            title: label.clone(),
            short: label.clone(),
            aspects: Table::default(),
        }
    }

    #[test]
    fn a_record_is_found_by_its_id_after_every_change() {
        let id = |text: &str| PhaseId::new(text).unwrap();
        let mut table: Table<_> = vec![phase("een", 'A'), phase("twee", 'B')].into();
        assert_eq!(table.get(&id("twee")).map(|phase| phase.letter), Some('B'));
        table.push(phase("drie", 'C'));
        assert_eq!(table.get(&id("drie")).map(|phase| phase.letter), Some('C'));
        table.rows_mut().remove(0);
        assert_eq!(table.get(&id("een")), None);
        assert_eq!(table.ix(&id("drie")).map(Ix::position), Some(1));
        for phase in &mut table {
            phase.id = id(&format!("{}-x", phase.id));
        }
        assert_eq!(table.get(&id("twee")), None);
        assert_eq!(table.get(&id("twee-x")).map(|phase| phase.letter), Some('B'));
    }

    #[test]
    fn a_copy_shares_its_records_until_one_of_the_two_changes() {
        let table: Table<_> = vec![phase("een", 'A'), phase("twee", 'B')].into();
        let mut copy = table.clone();
        assert!(copy.is_shared_with(&table));
        copy.rows_mut()[0].letter = 'C';
        assert!(!copy.is_shared_with(&table));
        assert_eq!(table.first().map(|phase| phase.letter), Some('A'));
        assert_ne!(copy, table);
        copy.rows_mut()[0].letter = 'A';
        assert_eq!(copy, table, "what is equal need not be shared");
    }

    #[test]
    fn of_two_records_with_one_id_the_first_is_found() {
        let table: Table<_> = vec![phase("een", 'A'), phase("een", 'B')].into();
        assert_eq!(table.get(&PhaseId::new("een").unwrap()).map(|phase| phase.letter), Some('A'));
    }
}
