//! What of the whole picture is shown for the persons of an answer. What is not shown takes no room.

use super::{
    boxes::Boxes,
    bundles::bundle,
    detail::{Detail, Level},
    picture::{AspectGroup, Picture, Place, Who},
    spine::{Stand, links, stands},
};
use crate::{
    lookup::{Index, Outcome},
    model::AspectId,
};

impl Picture {
    /// What of this whole picture is shown. Every place that holds stands in one box, alone or folded; every hand-over
    /// that holds between them is in one edge, or within a box.
    #[must_use]
    pub fn shown(&self, index: &Index, outcome: &Outcome, detail: &Detail) -> Self {
        let verdicts = self.verdicts(index, outcome);
        let always = |place: &Place| detail.always.contains(&place.name);
        let kept = self.places.iter().zip(&verdicts.places);
        let kept: Vec<bool> = kept.map(|(place, verdict)| detail.holds(*verdict) || always(place)).collect();
        let stands = stands(self, &kept, (index, outcome), detail);
        let mut sorted = Sorted {
            whole: self,
            kept: &kept,
            stands: &stands,
            detail,
            groups: Vec::new(),
            places: Vec::new(),
            boxes: Boxes::new(self.places.len()),
        };
        for group in 0..self.groups.len() {
            sorted.group(group, &index.guide()[self.groups[group].aspect].id);
        }
        let Sorted { groups, places, boxes, .. } = sorted;
        let mut shown = Self { date: self.date, groups, places, edges: Vec::new(), within: Vec::new() };
        let holds = |step| detail.drawn.contains(&step) || detail.holds(verdicts.hand_overs[step]);
        let steps = boxes.steps(self, &shown, holds);
        // Everything stands still whoever it is for, so no line of it hangs on the persons.
        let is_moving = detail.level != Level::Whole;
        let links = if is_moving { links(&shown, &steps, &verdicts, index.guide()) } else { Vec::new() };
        bundle(&mut shown, steps, &links, detail);
        shown
    }
}

/// The places of the whole picture, being put in boxes.
struct Sorted<'a> {
    whole: &'a Picture,
    kept: &'a [bool],
    stands: &'a [Stand],
    detail: &'a Detail,
    groups: Vec<AspectGroup>,
    places: Vec<Place>,
    boxes: Boxes,
}

impl Sorted<'_> {
    /// Puts the places of an aspect in boxes, when it has any that are shown.
    fn group(&mut self, group: usize, aspect: &AspectId) {
        let inside = |place: &usize| self.whole.places[*place].group == group && self.kept[*place];
        let inside: Vec<usize> = (0..self.whole.places.len()).filter(inside).collect();
        if inside.is_empty() {
            return;
        }
        let at = self.whole.groups[group].aspect;
        let row = self.groups.iter().filter(|other| other.aspect.phase == at.phase).count();
        self.groups.push(AspectGroup { aspect: at, row });
        let stands = self.stands.iter().filter(|stand| stand.group == group);
        if self.detail.level != Level::Spine {
            for place in inside {
                let marks = stands.clone().filter(|stand| stand.place == Some(place)).map(|stand| stand.mark);
                self.alone(place, marks.collect());
            }
            return;
        }
        let is_open = self.detail.open.contains(aspect);
        for stand in stands.clone().filter_map(|stand| Some((stand.place?, stand.mark))) {
            let (place, mark) = stand;
            match self.boxes.own(place) {
                Some(own) => self.places[own].marks.push(mark),
                None => self.alone(place, vec![mark]),
            }
        }
        let rest = || inside.iter().copied().filter(|place| self.boxes.own(*place).is_none());
        let is_alone = |place: &usize| is_open || self.detail.always.contains(&self.whole.places[*place].name);
        let (alone, folded): (Vec<usize>, Vec<usize>) = rest().partition(is_alone);
        let all: Vec<usize> = rest().collect();
        let together = stands.clone().find(|stand| stand.place.is_none()).map(|stand| stand.mark);
        if let Some(mark) = together {
            let members = self.members(if is_open { &all } else { &folded });
            let who = Who::Together { members, is_open };
            self.holding(format!("samen/{aspect}"), who, vec![mark], &folded);
        }
        for place in alone {
            self.alone(place, Vec::new());
        }
        if together.is_none() && (is_open || !folded.is_empty()) {
            let who = Who::Fold { members: self.members(&folded), is_open };
            self.holding(format!("rest/{aspect}"), who, Vec::new(), &folded);
        }
    }

    fn members(&self, places: &[usize]) -> Vec<Place> {
        let group = self.groups.len() - 1;
        places.iter().map(|place| Place { group, ..self.whole.places[*place].clone() }).collect()
    }

    /// A box for one place.
    fn alone(&mut self, place: usize, marks: Vec<usize>) {
        let group = self.groups.len() - 1;
        self.boxes.stands_in(place, self.places.len());
        self.places.push(Place { group, marks, ..self.whole.places[place].clone() });
    }

    /// A box for several.
    fn holding(&mut self, name: String, who: Who, marks: Vec<usize>, places: &[usize]) {
        let group = self.groups.len() - 1;
        for place in places {
            self.boxes.is_held_in(*place, self.places.len());
        }
        self.places.push(Place { name, group, who, marks });
    }
}
