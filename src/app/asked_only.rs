//! An answer that is asked for from elsewhere than the questions.

use super::{App, case::Case, shown::Drawer};
use crate::{
    lookup::Profile,
    model::{FacetId, ValueId},
};

impl App {
    /// The case of who is so, and nothing else; what one does at this desk is no part of it.
    pub(super) fn ask_only(&mut self, facet: &FacetId, value: &ValueId) {
        let Ok(profile) = Profile::parse(self.guide(), [format!("{facet}={value}").as_str()]) else { return };
        self.case = Case { profile, ..Case::new(self.today) };
        self.drawer = Drawer::default();
        self.asked_only = self.asked_only.wrapping_add(1);
        self.look_up_again();
    }

    /// How often somebody asked so: the view of answers comes in sight for a new one.
    pub fn asked_only(&self) -> u32 {
        self.asked_only
    }
}
