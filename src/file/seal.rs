//! The sum by which a later change of an edition is seen.

use super::sum;
use crate::model::{Guide, Release, Seal};

/// The seal of a guide that is given out so: the sum of its canonical text with nothing where the seal itself stands.
fn sum_without(guide: &Guide, release: &Release) -> String {
    let release = Release { seal: String::new(), ..release.clone() };
    sum(&Guide { release: Some(release), ..guide.clone() })
}

/// The guide, given out so.
#[must_use]
pub fn sealed(guide: Guide, release: Release) -> Guide {
    let seal = sum_without(&guide, &release);
    Guide { release: Some(Release { seal, ..release }), ..guide }
}

/// Whether a guide still says what it said when it was given out; `None` of one that never was.
pub fn seal_of(guide: &Guide) -> Option<Seal> {
    let release = guide.release.as_ref()?;
    let holds = release.seal == sum_without(guide, release);
    Some(if holds { Seal::Unchanged } else { Seal::Broken })
}
