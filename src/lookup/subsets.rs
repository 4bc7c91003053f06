//! Smallest sets of facets that are enough, without trying all sets.
//!
//! What is asked of a set is always monotone: once a set is enough, a larger one is. Then whatever is in every set that
//! is enough is found with one test each, and often that is the answer: a condition that names many facets needs them
//! all. Only what is left is tried by size. Where that would take too many tests, a set is given from which nothing can
//! be left out, in few tests: Junker, "Preferred explanations and relaxations for over-constrained problems" (2004). It
//! may not be the smallest one.

/// Sets are tried by size as long as there are no more than this. Conditions of the guide name at most 4 facets, which
/// takes 15 tests at most; a test of the shipped guide takes some 5 microseconds, so this is a part of a frame.
pub(super) const MOST_TESTS: usize = 1_000;

/// The first of the smallest subsets of `items` that are enough, in the order of `items`; `None` when not even all are.
pub(super) fn smallest<T: Copy + PartialEq>(items: &[T], enough: impl FnMut(&[T]) -> bool) -> Option<Vec<T>> {
    Search::new(items, enough)?.sets(1).into_iter().next()
}

/// What is in at least one of the smallest subsets of `items` that are enough, in the order of `items`; empty when not
/// even all are enough.
pub(super) fn in_smallest<T: Copy + PartialEq>(items: &[T], enough: impl FnMut(&[T]) -> bool) -> Vec<T> {
    let sets = Search::new(items, enough).map(|search| search.sets(usize::MAX)).unwrap_or_default();
    items.iter().copied().filter(|item| sets.iter().any(|set| set.contains(item))).collect()
}

struct Search<'a, T, F> {
    items: &'a [T],
    enough: F,
    /// What every set that is enough holds.
    needed: Vec<T>,
}

impl<'a, T: Copy + PartialEq, F: FnMut(&[T]) -> bool> Search<'a, T, F> {
    fn new(items: &'a [T], mut enough: F) -> Option<Self> {
        if !enough(items) {
            return None;
        }
        let mut needed = Vec::new();
        for (position, item) in items.iter().enumerate() {
            let others: Vec<T> = [&items[..position], &items[position + 1..]].concat();
            if !enough(&others) {
                needed.push(*item);
            }
        }
        Some(Self { items, enough, needed })
    }

    /// The smallest sets, no more of them than `most`.
    fn sets(mut self, most: usize) -> Vec<Vec<T>> {
        let rest: Vec<T> = self.items.iter().copied().filter(|item| !self.needed.contains(item)).collect();
        let mut tests = 0;
        for size in 0..=rest.len() {
            let mut found = Vec::new();
            let ended = for_each_subset(&rest, size, &mut |subset| {
                tests += 1;
                let set = self.with_needed(subset);
                if (self.enough)(&set) {
                    found.push(set);
                }
                found.len() == most || tests == MOST_TESTS
            });
            if !found.is_empty() {
                return found;
            }
            if ended {
                break;
            }
        }
        let (fixed, mut enough) = (self.needed.clone(), &mut self.enough);
        let mut core = quick_xplain(&fixed, false, &rest, &mut enough);
        core.extend(fixed);
        vec![self.in_order(&core)]
    }

    fn with_needed(&self, subset: &[T]) -> Vec<T> {
        self.items.iter().copied().filter(|item| self.needed.contains(item) || subset.contains(item)).collect()
    }

    fn in_order(&self, set: &[T]) -> Vec<T> {
        self.items.iter().copied().filter(|item| set.contains(item)).collect()
    }
}

/// Of `items`, what makes `fixed` enough and of which nothing can be left out. `fixed` with all of them is enough.
fn quick_xplain<T: Copy>(fixed: &[T], grew: bool, items: &[T], enough: &mut impl FnMut(&[T]) -> bool) -> Vec<T> {
    if grew && enough(fixed) {
        return Vec::new();
    }
    if items.len() <= 1 {
        return items.to_vec();
    }
    let (first, second) = items.split_at(items.len() / 2);
    let of_second = quick_xplain(&[fixed, first].concat(), !first.is_empty(), second, enough);
    let of_first = quick_xplain(&[fixed, &of_second].concat(), !of_second.is_empty(), first, enough);
    [of_first, of_second].concat()
}

/// Calls `visit` with every subset of a size, in order, until it returns true; whether it did.
fn for_each_subset<T: Copy>(items: &[T], size: usize, visit: &mut impl FnMut(&[T]) -> bool) -> bool {
    fn walk<T: Copy>(items: &[T], size: usize, chosen: &mut Vec<T>, visit: &mut impl FnMut(&[T]) -> bool) -> bool {
        if chosen.len() == size {
            return visit(chosen);
        }
        for (position, item) in items.iter().enumerate() {
            chosen.push(*item);
            let done = walk(&items[position + 1..], size, chosen, visit);
            chosen.pop();
            if done {
                return true;
            }
        }
        false
    }
    walk(items, size, &mut Vec::new(), visit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a set holds one of these as a whole: any monotone question is of this form.
    fn holds_one_of(cores: &[Vec<u8>]) -> impl Fn(&[u8]) -> bool {
        move |set| cores.iter().any(|core| core.iter().all(|item| set.contains(item)))
    }

    fn all_subsets(items: &[u8]) -> Vec<Vec<u8>> {
        let mut all = Vec::new();
        for size in 0..=items.len() {
            for_each_subset(items, size, &mut |subset| {
                all.push(subset.to_vec());
                false
            });
        }
        all
    }

    proptest! {
        #[test]
        fn the_smallest_are_those_that_trying_all_sets_finds(
            cores in prop::collection::vec(prop::collection::vec(0_u8..8, 0..5), 0..4),
        ) {
            let items: Vec<u8> = (0..8).collect();
            let enough = holds_one_of(&cores);
            let all: Vec<_> = all_subsets(&items).into_iter().filter(|set| enough(set)).collect();
            let least = all.first().map(Vec::len);
            let tied: Vec<_> = all.iter().filter(|set| Some(set.len()) == least).collect();
            prop_assert_eq!(smallest(&items, &enough), all.first().cloned());
            let expected: Vec<u8> = items.iter().copied().filter(|item| tied.iter().any(|set| set.contains(item))).collect();
            prop_assert_eq!(in_smallest(&items, &enough), expected);
        }

        #[test]
        fn where_there_are_too_many_to_try_nothing_can_be_left_out(
            cores in prop::collection::vec(prop::collection::vec(0_u8..40, 12..20), 2..4),
        ) {
            let items: Vec<u8> = (0..40).collect();
            let enough = holds_one_of(&cores);
            let mut tests = 0;
            let found = smallest(&items, |set| {
                tests += 1;
                enough(set)
            });
            let found = found.ok_or_else(|| TestCaseError::fail("all of them are enough"))?;
            prop_assert!(enough(&found));
            for item in &found {
                let fewer: Vec<u8> = found.iter().copied().filter(|other| other != item).collect();
                prop_assert!(!enough(&fewer), "{item} can be left out of {found:?}");
            }
            prop_assert!(tests <= MOST_TESTS + 300, "{tests} tests");
        }
    }

    #[test]
    fn what_needs_everything_is_found_at_once() {
        let items: Vec<u8> = (0..60).collect();
        let mut tests = 0;
        let found = smallest(&items, |set| {
            tests += 1;
            set.len() == items.len()
        });
        assert_eq!(found, Some(items.clone()));
        assert!(tests <= 2 * items.len(), "{tests} tests");
    }
}
