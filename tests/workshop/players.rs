//! A player holds only a path, and how a case stands follows from it: whatever way was gone, nothing is lost.

use proptest::prelude::*;
use wegwijzer::{
    file::read_cases,
    model::{PartyId, RecordId, Scenario},
    workshop::{By, CaseFile, Hidden, Move, Path, Player, Spot, Stage, state_at},
};

use crate::{id, played};

/// A case with branches, a way back and a step that nobody comes to.
fn winding() -> Scenario {
    let text = r#"(casus: "Proef", schema: 1, base: (edition: "x", sha256: "x"), scenarios: [(
      id: "proef", title: (nl: "Proef"), story: "Iemand komt binnen.", date: "2022-02-03",
      given: {"leeftijd": ["volwassen"]}, expect: [],
      steps: [
        (id: "a", title: (nl: "A"), learn: {"verblijf": ["eu"]}, phase: "identificatie", minutes: 1),
        (id: "b", title: (nl: "B"), phase: "zorg", minutes: 2,
          next: [(label: (nl: "naar c"), to: "c"), (label: (nl: "naar d"), to: "d"), (label: (nl: "klaar"))]),
        (id: "c", title: (nl: "C"), learn: {"verblijf": ["nederlander"]}, date: "2023-01-01", minutes: 4, next: [(to: "e")]),
        (id: "d", title: (nl: "D"), forget: ["leeftijd"], phase: "bestrijding", minutes: 8),
        (id: "e", title: (nl: "E"), learn: {"leeftijd": ["minderjarig"]}, next: [(label: (nl: "terug"), to: "a"), (label: (nl: "uit"))]),
        (id: "los", title: (nl: "Los")),
      ])])"#;
    read_cases::<CaseFile>(text).unwrap().scenarios.remove(0)
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let spot = prop_oneof![
        Just(Spot::Start),
        prop::sample::select(vec!["a", "b", "c", "d", "e", "los", "niets"]).prop_map(|step| Spot::Step(id(step))),
    ];
    let hidden = prop::sample::select(vec!["een", "twee"])
        .prop_map(|party| Hidden::Party("opvang".parse_id(), PartyId::new(party).unwrap()));
    let one = prop_oneof![
        4 => Just(Move::Forward),
        3 => Just(Move::Back),
        1 => Just(Move::First),
        1 => Just(Move::Last),
        2 => spot.prop_map(Move::Jump),
        3 => (0..4_usize).prop_map(Move::Choose),
        2 => hidden.clone().prop_map(|hidden| Move::Reveal(hidden, By::Room)),
        1 => hidden.prop_map(Move::Cover),
        1 => (0..3_usize).prop_map(Move::Question),
        1 => Just(Move::Answer(Some("ja".to_owned()))),
        1 => (1..9_u32).prop_map(Move::Passed),
    ];
    prop::collection::vec(one, 0..40)
}

trait ParseId {
    fn parse_id(&self) -> wegwijzer::model::AspectId;
}

impl ParseId for &str {
    fn parse_id(&self) -> wegwijzer::model::AspectId {
        wegwijzer::model::AspectId::new(self).unwrap()
    }
}

/// What one sees, apart from how far the rest is: that hangs on what lies ahead.
fn seen(stage: Stage<'_>) -> Stage<'_> {
    let choices = stage.choices.iter().map(|choice| wegwijzer::workshop::Choice { is_chosen: false, ..*choice });
    Stage {
        choices: choices.collect(),
        progress: wegwijzer::workshop::Progress { at: stage.progress.at, of: 0 },
        minutes: wegwijzer::workshop::Minutes { of: 0, ..stage.minutes },
        ..stage
    }
}

/// A player that goes the same way from the start, step by step, and does there what was done.
fn replayed(case: &Scenario, path: &Path) -> Player {
    let mut player = Player::default();
    let mut done: Vec<Spot> = Vec::new();
    let stand = |player: &mut Player, spot: &Spot, done: &mut Vec<Spot>| {
        if done.contains(spot) {
            return;
        }
        done.push(spot.clone());
        let told = path.all_told().find(|(own, _)| *own == spot).map(|(_, told)| told.clone()).unwrap_or_default();
        for (hidden, by) in told.revealed {
            player.go(case, Move::Reveal(hidden, by));
        }
        for (number, chosen) in told.quiz.answered {
            player.go(case, Move::Question(number));
            player.go(case, Move::Answer(chosen));
        }
        player.go(case, Move::Question(told.quiz.number));
        player.go(case, Move::Passed(told.seconds));
    };
    stand(&mut player, &Spot::Start, &mut done);
    for step in path.behind() {
        let here = case.step(step).unwrap();
        let before = match player.path().spot() {
            Spot::Start => None,
            Spot::Step(id) => case.step(&id),
        };
        let branch = case.following(before).iter().position(|next| next.map(|next| &next.id) == Some(&here.id));
        match branch {
            Some(branch) => player.go(case, Move::Choose(branch)),
            None => player.go(case, Move::Jump(Spot::Step(step.clone()))),
        };
        stand(&mut player, &Spot::Step(step.clone()), &mut done);
    }
    if path.is_over() {
        let before = match player.path().spot() {
            Spot::Start => None,
            Spot::Step(id) => case.step(&id),
        };
        let end = case.following(before).iter().position(Option::is_none).unwrap();
        player.go(case, Move::Choose(end));
    }
    player
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_way_was_gone_it_ends_where_replaying_ends(moves in moves()) {
        let case = winding();
        let mut player = Player::default();
        for asked in moves {
            player.go(&case, asked);
            let again = replayed(&case, player.path());
            prop_assert_eq!(seen(state_at(&case, player.path())), seen(state_at(&case, again.path())));
            // To stop and go on later is to do nothing.
            let resumed = Player::resume(player.path().clone());
            prop_assert_eq!(&resumed, &player);
        }
    }

    #[test]
    fn back_and_on_again_is_where_one_was_and_nothing_that_was_revealed_is_hidden(moves in moves()) {
        let case = winding();
        let mut player = Player::default();
        for asked in moves {
            player.go(&case, asked);
        }
        let before = player.clone();
        let told: Vec<_> = before.path().all_told().map(|(spot, told)| (spot.clone(), told.clone())).collect();
        if player.go(&case, Move::Back) && !before.path().is_over() {
            player.go(&case, Move::Forward);
            prop_assert_eq!(&player, &before);
        }
        for asked in [Move::First, Move::Last, Move::Jump(Spot::Step(id("e"))), Move::Jump(Spot::Start)] {
            player.go(&case, asked);
            let now: Vec<_> = player.path().all_told().map(|(spot, told)| (spot.clone(), told.clone())).collect();
            prop_assert_eq!(&now, &told);
        }
    }
}

#[test]
fn a_choice_is_made_and_not_passed_by_and_the_other_way_keeps_what_it_knew() {
    let case = winding();
    let mut player = Player::default();
    assert!(player.go(&case, Move::Forward) && player.go(&case, Move::Forward));
    assert_eq!(player.path().spot(), Spot::Step(id("b")));
    assert!(!player.go(&case, Move::Forward), "the room chooses");
    let known = |player: &Player, facet: &str| {
        let stage = state_at(&case, player.path());
        let found = stage.given.iter().find(|(own, _)| own.as_str() == facet);
        found.map(|(_, values)| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    };
    player.go(&case, Move::Choose(0));
    assert_eq!(known(&player, "verblijf").as_deref(), Some("nederlander"));
    assert_eq!(state_at(&case, player.path()).date.to_string(), "2023-01-01");
    player.go(&case, Move::Back);
    player.go(&case, Move::Choose(1));
    assert_eq!(known(&player, "verblijf").as_deref(), Some("eu"));
    assert_eq!(known(&player, "leeftijd"), None);
    player.go(&case, Move::Back);
    player.go(&case, Move::Choose(2));
    assert!(player.path().is_over());
    player.go(&case, Move::Back);
    assert_eq!(player.path().spot(), Spot::Step(id("b")));
}

#[test]
fn the_shipped_cases_are_played_to_their_end() {
    let mut count = 0;
    for case in played() {
        let mut player = Player::default();
        let mut seen: Vec<RecordId> = Vec::new();
        while !player.path().is_over() {
            if !player.go(case, Move::Forward) {
                player.go(case, Move::Choose(0));
            }
            if let Spot::Step(step) = player.path().spot() {
                seen.push(step);
            }
            assert!(seen.len() < 50, "{}", case.id);
        }
        let stage = state_at(case, player.path());
        assert_eq!((stage.progress.at, stage.minutes.of), (stage.progress.of, case.minutes.unwrap()), "{}", case.id);
        count += 1;
    }
    assert!(count >= 4, "{count} cases have steps");
}
