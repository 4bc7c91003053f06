//! What a choice would do, in two numbers, before it is made.

use std::collections::BTreeSet;

use super::{App, FacetView, OptionState};
use crate::{
    lookup::Comparison,
    model::{Ix, Party, Responsibility, Verdict},
};

/// How many parties to turn to a choice would add for certain, and how many it would take away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChoiceEffect {
    /// Certain then, and not now.
    pub added: usize,
    /// Possible now, and not then.
    pub taken_away: usize,
}

impl App {
    /// What choosing a row would do; `None` when it would do nothing, is chosen already, or cannot be.
    ///
    /// Worked out once per answer, and only while `may_work`: it costs as much as an answer. `Err` until then.
    ///
    /// # Errors
    /// [`NotYet`] when it was not worked out and `may_work` is false.
    pub fn effect_of(&self, facet: &FacetView, row: usize, may_work: bool) -> Result<Option<ChoiceEffect>, NotYet> {
        let place = (facet.position, row);
        if let Some(known) = self.answered.effects.borrow().get(&place) {
            return Ok(*known);
        }
        let worth =
            facet.options.get(row).filter(|option| option.state == OptionState::Open && option.becomes.is_some());
        let Some(option) = worth else { return Ok(None) };
        if !may_work {
            return Err(NotYet);
        }
        let comparison = self.compared_with(&facet.id, option.becomes.as_ref());
        let effect = comparison.map(|comparison| self.difference(&comparison));
        let effect = effect.filter(|effect| *effect != ChoiceEffect::default());
        self.answered.effects.borrow_mut().insert(place, effect);
        Ok(effect)
    }

    fn difference(&self, comparison: &Comparison) -> ChoiceEffect {
        let parties = |tasks: &mut dyn Iterator<Item = Ix<Responsibility>>| -> BTreeSet<Ix<Party>> {
            let primary = tasks.filter(|task| self.guide().responsibilities[*task].primary);
            primary.filter_map(|task| self.document.index.party_of(task)).collect()
        };
        let certain = comparison.changes.iter().filter(|change| change.after == Verdict::Applies);
        let added = parties(&mut certain.map(|change| change.responsibility));
        let taken = parties(&mut comparison.disappears.iter().copied());
        ChoiceEffect { added: added.len(), taken_away: taken.difference(&added).count() }
    }
}

/// It was not worked out yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotYet;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::tests::app, model::FacetId};

    #[test]
    fn what_a_choice_does_is_what_comparing_says_and_nothing_is_said_of_what_does_nothing() {
        let app = app();
        let facets = app.facets();
        let (mut done, mut nothing) = (0, 0);
        for facet in facets.iter() {
            for row in 0..facet.options.len() {
                assert_eq!(app.effect_of(facet, row, false).ok().flatten(), None, "it is not worked out unasked");
                match app.effect_of(facet, row, true).unwrap() {
                    Some(effect) => {
                        assert_ne!(effect, ChoiceEffect::default());
                        assert_eq!(app.effect_of(facet, row, false), Ok(Some(effect)), "it is kept");
                        done += 1;
                    }
                    None => nothing += 1,
                }
            }
        }
        assert!(done > 30 && nothing > facets.len(), "{done} {nothing}");
    }

    #[test]
    fn somebody_under_eighteen_takes_parties_away_and_another_answer_adds_one() {
        let app = app();
        let facets = app.facets();
        let rows = facets.iter().flat_map(|facet| (0..facet.options.len()).map(move |row| (facet, row)));
        let adds = rows.filter_map(|(facet, row)| app.effect_of(facet, row, true).ok()?).any(|effect| effect.added > 0);
        assert!(adds, "no answer makes anybody certain");
        let age = facets.iter().find(|facet| facet.id == FacetId::new("leeftijd").unwrap()).unwrap();
        let row = age.options.iter().position(|option| option.label == "jonger dan 18").unwrap();
        let effect = app.effect_of(age, row, true).unwrap().unwrap();
        assert!(effect.taken_away > 0, "{effect:?}");
    }
}
