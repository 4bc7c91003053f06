//! Which item of a list a row is about.

use std::collections::BTreeSet;

/// For each row its place among `len` items, or `None` for a new one.
///
/// A row is the item that it names in full, wherever that stands now. Otherwise it is the item at the place that it had,
/// if that is nobody's: then what it is known by was changed.
pub(super) fn places(len: usize, rows: &[usize], is_alike: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut found: Vec<Option<usize>> = vec![None; rows.len()];
    for (row, nr) in rows.iter().enumerate() {
        let own = nr.checked_sub(1).filter(|own| *own < len);
        let near = own.into_iter().chain(0..len);
        found[row] = near.into_iter().find(|item| !taken.contains(item) && is_alike(row, *item));
        taken.extend(found[row]);
    }
    for (row, nr) in rows.iter().enumerate().filter(|(_, nr)| **nr > 0) {
        let own = nr - 1;
        if found[row].is_none() && own < len && taken.insert(own) {
            found[row] = Some(own);
        }
    }
    found
}
