//! The order of a list of which there are versions.

use std::collections::{BTreeMap, BTreeSet};

/// Keys in the order that two versions give them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Merged<'a> {
    /// What stays, in order.
    pub(super) keys: Vec<&'a str>,
    /// Whether both versions moved what was there, each in its own way; then the order of ours is taken.
    pub(super) is_clash: bool,
}

/// Who moved what was there decides; what one version added stands behind its neighbour there, and of two such stretches
/// the one whose first key is less comes first. So it does not matter which version is ours, except in a clash.
///
/// `base` is what the list was before both; `None` when nobody knows. `stays` tells what is in the result.
pub(super) fn merged<'a>(
    base: Option<&[&'a str]>,
    ours: &[&'a str],
    theirs: &[&'a str],
    stays: &BTreeSet<&'a str>,
) -> Merged<'a> {
    let among = |list: &[&'a str], set: &BTreeSet<&'a str>| -> Vec<&'a str> {
        list.iter().copied().filter(|key| set.contains(key)).collect()
    };
    let (our_set, their_set) = (set(ours), set(theirs));
    let in_both: BTreeSet<&str> = our_set.intersection(&their_set).copied().filter(|key| stays.contains(key)).collect();
    let (our_order, their_order) = (among(ours, &in_both), among(theirs, &in_both));
    let base: BTreeMap<&str, usize> = base.into_iter().flatten().enumerate().map(|(at, key)| (*key, at)).collect();
    let moved = |order: &[&'a str]| {
        let places: Vec<usize> = order.iter().filter_map(|key| base.get(key).copied()).collect();
        !places.is_sorted()
    };
    let (spine, is_clash) = match (moved(&our_order), moved(&their_order)) {
        _ if our_order == their_order => (our_order, false),
        (false, true) => (their_order, false),
        (true, false) => (our_order, false),
        (true, true) | (false, false) => (our_order, true),
    };
    let mut added: BTreeMap<Option<&str>, Vec<Vec<&str>>> = BTreeMap::new();
    for list in [ours, theirs] {
        let (mut behind, mut stretch) = (None, Vec::new());
        for key in list.iter().copied().filter(|key| stays.contains(key)) {
            if in_both.contains(key) {
                added.entry(behind).or_default().push(std::mem::take(&mut stretch));
                behind = Some(key);
            } else {
                stretch.push(key);
            }
        }
        added.entry(behind).or_default().push(stretch);
    }
    let mut keys = Vec::with_capacity(stays.len());
    for place in std::iter::once(None).chain(spine.into_iter().map(Some)) {
        keys.extend(place);
        let mut stretches = added.remove(&place).unwrap_or_default();
        stretches.sort_unstable();
        keys.extend(stretches.into_iter().flatten());
    }
    Merged { keys, is_clash }
}

fn set<'a>(list: &[&'a str]) -> BTreeSet<&'a str> {
    list.iter().copied().collect()
}

/// What is in the result of a list whose elements say nothing but themselves: all but what one version took out.
pub(super) fn stays<'a>(base: Option<&[&'a str]>, ours: &[&'a str], theirs: &[&'a str]) -> BTreeSet<&'a str> {
    let (base, ours, theirs) = (set(base.unwrap_or_default()), set(ours), set(theirs));
    let is_there = |key: &&str| !base.contains(key) || ours.contains(key) && theirs.contains(key);
    ours.union(&theirs).copied().filter(is_there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists of letters.
    fn order(base: &str, ours: &str, theirs: &str) -> (String, bool) {
        let letters = |text: &'static str| text.split_terminator("").skip(1).collect::<Vec<_>>();
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let (base, ours, theirs) = (letters(leak(base)), letters(leak(ours)), letters(leak(theirs)));
        let Merged { keys, is_clash } = merged(Some(&base), &ours, &theirs, &stays(Some(&base), &ours, &theirs));
        (keys.concat(), is_clash)
    }

    #[test]
    fn who_moved_decides_and_both_do_so_only_in_the_same_way() {
        for (base, ours, theirs, merged) in [
            ("abc", "abc", "cab", ("cab", false)),
            ("abc", "cab", "abc", ("cab", false)),
            ("abc", "cab", "cab", ("cab", false)),
            ("abc", "bac", "acb", ("bac", true)),
            ("abc", "acb", "bac", ("acb", true)),
        ] {
            assert_eq!(order(base, ours, theirs), (merged.0.to_owned(), merged.1), "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn what_is_added_stands_behind_its_neighbour_whoever_is_ours() {
        for (base, ours, theirs, merged) in [
            ("abc", "axbc", "abyc", "axbyc"),
            ("abc", "abcx", "abcy", "abcxy"),
            ("abc", "abcy", "abcx", "abcxy"),
            ("abc", "xzabc", "yabc", "xzyabc"),
            ("abc", "abxc", "cab", "cabx"),
            ("ab", "abx", "b", "bx"),
            ("", "x", "y", "xy"),
        ] {
            assert_eq!(order(base, ours, theirs), (merged.to_owned(), false), "{base} {ours} {theirs}");
            assert_eq!(order(base, theirs, ours), (merged.to_owned(), false), "{base} {theirs} {ours}");
        }
    }

    #[test]
    fn what_both_add_in_another_order_is_a_clash() {
        assert_eq!(order("a", "axy", "ayx"), ("axy".to_owned(), true));
    }
}
