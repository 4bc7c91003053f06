//! What a choice would do, in two numbers, before it is made.

use super::{App, FacetView, OptionState, OptionView, shown::Effects};
use crate::lookup::ChoiceEffect;

impl App {
    /// What choosing a row would do; `None` when it would do nothing, is chosen already, or cannot be.
    ///
    /// Worked out once per answer, for all rows at once, when it is first asked: it costs less than an answer.
    pub fn effect_of(&self, facet: &FacetView, row: usize) -> Option<ChoiceEffect> {
        if !facet.options.get(row).is_some_and(can_be_chosen) {
            return None;
        }
        let effects = self.answered.effects.get_or_init(|| self.effects());
        effects.get(&(facet.position, row)).copied().filter(|effect| *effect != ChoiceEffect::default())
    }

    /// What choosing each row would do that can be chosen.
    fn effects(&self) -> Effects {
        let index = &self.document.index;
        let (mut rows, mut choices) = (Vec::new(), Vec::new());
        for facet in self.answered.facets.iter() {
            for (row, option) in facet.options.iter().enumerate().filter(|(_, option)| can_be_chosen(option)) {
                let profile = self.case.with(facet.id.clone(), option.becomes.clone());
                if let Ok(persons) = index.persons_of(&profile) {
                    rows.push((facet.position, row));
                    choices.push(persons);
                }
            }
        }
        rows.into_iter().zip(index.effects(&self.answered.outcome, &choices)).collect()
    }
}

fn can_be_chosen(option: &OptionView) -> bool {
    option.state == OptionState::Open && option.becomes.is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        app::{Command, tests::app},
        lookup::{Known, Profile},
        model::{FacetId, Ix, Party, Responsibility, Verdict},
    };

    /// The same out of the whole answer that would be.
    fn compared(app: &App, facet: &FacetId, known: Option<&Known>) -> Option<ChoiceEffect> {
        let comparison = app.compared_with(facet, known)?;
        let parties = |tasks: &mut dyn Iterator<Item = Ix<Responsibility>>| -> BTreeSet<Ix<Party>> {
            let primary = tasks.filter(|task| app.guide().responsibilities[*task].primary);
            primary.filter_map(|task| app.document.index.party_of(task)).collect()
        };
        let certain = comparison.changes.iter().filter(|change| change.after == Verdict::Applies);
        let added = parties(&mut certain.map(|change| change.responsibility));
        let taken = parties(&mut comparison.disappears.iter().copied());
        let effect = ChoiceEffect { added: added.len(), taken_away: taken.difference(&added).count() };
        Some(effect).filter(|effect| *effect != ChoiceEffect::default())
    }

    #[test]
    fn what_a_choice_does_is_what_comparing_says_and_nothing_is_said_of_what_does_nothing() {
        let mut app = app();
        let cases: [&[&str]; 3] = [
            &[],
            &["leeftijd=minderjarig"],
            &["verblijf=eu", "bijzonderheden=loverboy", "vindplaats=elders-in-nederland"],
        ];
        for given in cases {
            let profile = Profile::parse(app.guide(), given.iter().copied()).unwrap();
            for facet in profile.given_facets(app.guide()) {
                let id = app.guide().facets[facet].id.clone();
                let known = profile.known(&id).cloned();
                app.run(Command::Know(id, known));
            }
            let facets = app.facets();
            let rows = || facets.iter().flat_map(|facet| (0..facet.options.len()).map(move |row| (facet, row)));
            assert!(app.answered.effects.get().is_none(), "it is not worked out unasked");
            let (mut done, mut nothing) = (0, 0);
            for (facet, row) in rows() {
                let (effect, option) = (app.effect_of(facet, row), &facet.options[row]);
                let expected =
                    if can_be_chosen(option) { compared(&app, &facet.id, option.becomes.as_ref()) } else { None };
                assert_eq!(effect, expected, "{given:?}: {}", option.name);
                done += usize::from(effect.is_some());
                nothing += usize::from(effect.is_none());
            }
            assert!(done > 20 && nothing > facets.len(), "{given:?}: {done} {nothing}");
        }
    }

    #[test]
    fn somebody_under_eighteen_takes_parties_away_and_another_answer_adds_one() {
        let app = app();
        let facets = app.facets();
        let rows = facets.iter().flat_map(|facet| (0..facet.options.len()).map(move |row| (facet, row)));
        let adds = rows.filter_map(|(facet, row)| app.effect_of(facet, row)).any(|effect| effect.added > 0);
        assert!(adds, "no answer makes anybody certain");
        let age = facets.iter().find(|facet| facet.id == FacetId::new("leeftijd").unwrap()).unwrap();
        let row = age.options.iter().position(|option| option.label == "jonger dan 18").unwrap();
        let effect = app.effect_of(age, row).unwrap();
        assert!(effect.taken_away > 0, "{effect:?}");
    }
}
