//! Where the user works: it says nothing of a person, so it stays when everything is wiped, and at the next start.

use std::collections::BTreeSet;

use super::{ASKER, App};
use crate::{
    lookup::{CITIZEN, Known, Profile},
    model::{FacetId, Guide, PartyId, ValueId},
};

/// What a profile says of who asks, where that is an organisation; not a citizen, and never the possible victim.
pub(super) fn organisation(guide: &Guide, profile: &Profile) -> Option<ValueId> {
    let Some(Known::OneOf(values)) = profile.known(&FacetId::new(ASKER).ok()?) else { return None };
    let mut values = values.iter();
    let only = values.next().filter(|_| values.next().is_none())?;
    is_organisation(guide, only).then(|| only.clone())
}

/// Whether an answer to who asks is an organisation of this guide.
fn is_organisation(guide: &Guide, value: &ValueId) -> bool {
    let is_party = PartyId::new(value.as_str()).is_ok_and(|id| guide.party(&id).is_some());
    let is_answer = FacetId::new(ASKER)
        .ok()
        .and_then(|id| guide.facet(&id))
        .is_some_and(|facet| facet.value_position(value).is_some());
    is_party && is_answer && value.as_str() != CITIZEN
}

impl App {
    /// Keeps where the user works, for the next person and the next start.
    pub(super) fn keep_desk(&mut self) {
        // Nobody works in a country that does not exist.
        if self.guide().training {
            return;
        }
        self.settings.works_at = organisation(self.guide(), &self.case.profile);
    }

    /// Says where the user works, if that was kept and this guide knows it.
    pub(super) fn take_desk(&mut self) {
        if self.guide().training {
            return;
        }
        let kept = self.settings.works_at.clone().filter(|value| is_organisation(self.guide(), value));
        if let (Some(value), Ok(asker)) = (kept, FacetId::new(ASKER)) {
            let profile = self.case.with(asker, Some(Known::OneOf(BTreeSet::from([value]))));
            if self.document.index.persons_of(&profile).is_ok() {
                self.case.profile = profile;
            }
        }
    }
}
