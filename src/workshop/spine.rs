//! The main line of the chain, with the possible victim on it.

use super::{
    Hidden, Showing, Stage,
    answered::Answered,
    projected::{SpineLane, SpineStop},
};
use crate::{
    chain::{Detail, Picture, Place, Who},
    model::{Aspect, PartyId, Phase},
    present::chain::called,
};

impl Showing<'_> {
    /// Who stands on the main line, per phase; in an aspect that is asked nobody does until it is revealed.
    pub(super) fn spine(&self, stage: &Stage<'_>, answered: &Answered, focus: Option<&PartyId>) -> Vec<SpineLane> {
        let (guide, outcome) = (self.index.guide(), &answered.outcome);
        let picture = Picture::new(guide, outcome.date).shown(self.index, outcome, &Detail::default());
        let verdicts = picture.verdicts(self.index, outcome);
        let stop = |(position, place): (usize, &Place)| {
            let aspect = &guide[picture.groups[place.group].aspect];
            let party = place.party().map(|party| &guide.parties[party].id);
            let is_hidden = stage.asked.contains(&&aspect.id)
                && party.is_none_or(|party| {
                    !stage.told.revealed.contains_key(&Hidden::Party(aspect.id.clone(), party.clone()))
                });
            SpineStop {
                aspect: aspect.label.text(self.lang).to_owned(),
                verb: self.verb(place, aspect),
                party: self.name(&picture, place, aspect).filter(|_| !is_hidden),
                verdict: verdicts.places[position],
                is_focus: !is_hidden && focus.is_some() && party == focus,
            }
        };
        let lane = |(ix, phase): (crate::model::Ix<Phase>, &Phase)| {
            let on_line = picture.places.iter().enumerate().filter(|(_, place)| !place.marks.is_empty());
            let here = on_line.filter(|(position, _)| picture.lane(*position) == ix);
            SpineLane {
                letter: phase.letter,
                title: phase.title.text(self.lang).to_owned(),
                is_here: stage.phase == Some(&phase.id),
                stops: here.map(stop).collect(),
            }
        };
        guide.phases.enumerate().map(lane).collect()
    }

    fn verb(&self, place: &Place, aspect: &Aspect) -> String {
        let marks = place.marks.iter().filter_map(|mark| aspect.spine.get(*mark));
        marks.map(|mark| mark.verb.text(self.lang)).collect::<Vec<_>>().join(", ")
    }

    fn name(&self, picture: &Picture, place: &Place, aspect: &Aspect) -> Option<String> {
        match &place.who {
            Who::Together { .. } => {
                let mark = place.marks.first().and_then(|mark| aspect.spine.get(*mark));
                mark.and_then(|mark| mark.together.as_ref()).map(|together| together.text(self.lang).to_owned())
            }
            Who::Party { .. } | Who::Gap(_) | Who::Fold { .. } => called(picture, place, self.index, self.lang),
        }
    }
}
