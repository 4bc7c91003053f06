//! The question at the desk. It lives and dies with the window; nothing of it is ever stored.

use crate::{
    lookup::{AsOf, Index, Known, NextQuestion, Outcome, Profile},
    model::{Date, FacetId, FormerGemeente, Gemeente, LookupError, Place},
};

/// What is known of a person, and the day and the place that the answer is for.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// What is known.
    pub(super) profile: Profile,
    /// Questions that the user has no answer to.
    pub(super) skipped: Vec<FacetId>,
    /// A question of which more can be ticked, until the user goes on.
    pub(super) ticking: Option<NextQuestion>,
    /// What the clock could tell, and the user told.
    pub(super) by_hand: Vec<FacetId>,
    /// The day of asking.
    pub(super) date: Date,
    /// Where the person is; `None` as long as that is not known.
    pub(super) gemeente: Option<Gemeente>,
    /// The former gemeente by whose name it was found.
    pub(super) former: Option<FormerGemeente>,
}

impl Case {
    /// A case of which nothing is known, on a day.
    pub(super) fn new(date: Date) -> Self {
        Self {
            profile: Profile::default(),
            skipped: Vec::new(),
            ticking: None,
            by_hand: Vec::new(),
            date,
            gemeente: None,
            former: None,
        }
    }

    /// The day and the region of asking.
    pub(super) fn as_of(&self) -> AsOf {
        AsOf::at(self.gemeente.as_ref(), self.date)
    }

    /// The place, as it was said.
    pub(super) fn place(&self) -> Option<Place<'_>> {
        Some(Place { gemeente: self.gemeente.as_ref()?, former: self.former.as_ref() })
    }

    /// What would be known if this were; `None` for `known` makes a facet unknown.
    pub(super) fn with(&self, facet: FacetId, known: Option<Known>) -> Profile {
        let mut profile = self.profile.clone();
        match known {
            Some(known) => profile.set(facet, known),
            None => profile.forget(&facet),
        }
        profile
    }

    /// The answer.
    ///
    /// # Errors
    /// [`LookupError`] when what is known leaves nobody, or is not in this guide.
    pub(super) fn ask(&self, index: &Index) -> Result<Outcome, LookupError> {
        index.look_up(&self.profile, self.as_of())
    }
}
