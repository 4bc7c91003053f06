//! What the room sees: everything that is revealed, and nothing that is for the trainer.

use wegwijzer::{
    model::{Lang, Scenario},
    workshop::{By, Card, Move, Path, Player, Projected, Scene, Spot, Stage, state_at},
};

use crate::{case, id, played, showing};

/// Every place of a case, as somebody who walks straight through comes there.
fn places(case: &Scenario) -> Vec<Path> {
    let mut all = vec![Path::default()];
    for step in &case.steps {
        let mut player = Player::default();
        player.go(case, Move::Jump(Spot::Step(step.id.clone())));
        all.push(player.path().clone());
    }
    all
}

fn all_words(seen: &Projected) -> String {
    format!("{seen:?}")
}

#[test]
fn no_note_of_the_trainer_is_ever_among_what_the_room_sees() {
    for case in played() {
        let notes: Vec<&String> = case.notes.iter().chain(case.steps.iter().flat_map(|step| &step.notes)).collect();
        assert!(!notes.is_empty());
        for path in places(case) {
            for lang in [Lang::Nl, Lang::En] {
                let words = all_words(&showing(lang).projected(&state_at(case, &path)));
                for note in &notes {
                    assert!(!words.contains(note.as_str()), "{}: «{note}»", case.id);
                }
            }
        }
    }
}

#[test]
fn who_is_responsible_is_nowhere_until_it_is_revealed_and_is_counted_when_the_room_found_it() {
    let case = case("c22-bedenktijd-2024");
    let mut player = Player::default();
    player.go(case, Move::Jump(Spot::Step(id("aan-zet"))));
    let show = showing(Lang::Nl);
    let boards = |player: &Player| match show.projected(&state_at(case, player.path())).scene {
        Scene::Boards(boards) => boards,
        other => panic!("{other:?}"),
    };
    let lines: Vec<_> = show.notes(&state_at(case, player.path())).boards.into_iter().flatten().collect();
    assert!(lines.iter().any(|line| line.words.contains("COSM")), "{lines:?}");
    assert!(boards(&player).iter().all(|board| board.cards.iter().all(|card| *card == Card::Hidden)));
    let words = all_words(&show.projected(&state_at(case, player.path())));
    for line in &lines {
        let party = line.words.split(',').next().unwrap();
        assert!(!words.contains(party), "«{party}» is not revealed yet");
    }
    for (place, line) in lines.iter().enumerate() {
        let by = if place == 0 { By::Room } else { By::Trainer };
        player.go(case, Move::Reveal(line.hidden.clone(), by));
    }
    let seen = boards(&player);
    assert!(seen.iter().all(|board| board.cards.iter().all(|card| *card != Card::Hidden)));
    assert_eq!(seen.iter().map(|board| board.found).sum::<usize>(), 1);
    let Card::Answer(answer) = &seen[0].cards[0] else { panic!("an answer") };
    assert!(answer.is_found && !answer.sources.is_empty() && !answer.because.is_empty());
    player.go(case, Move::Cover(lines[0].hidden.clone()));
    assert_eq!(boards(&player)[0].cards[0], Card::Hidden);
}

#[test]
fn the_token_moves_and_the_main_line_hides_who_is_asked() {
    let case = case("c08-minderjarig-loverboy");
    let mut player = Player::default();
    player.go(case, Move::Jump(Spot::Step(id("zaak"))));
    let stage = state_at(case, player.path());
    let seen = showing(Lang::Nl).projected(&stage);
    let token = seen.token.unwrap();
    assert_eq!((token.letter, token.from), ('C', Some('B')));
    let Scene::Chain(lanes) = seen.scene else { panic!("{:?}", seen.scene) };
    assert_eq!(lanes.iter().map(|lane| lane.letter).collect::<String>(), "ABCD");
    assert_eq!(lanes.iter().filter(|lane| lane.is_here).map(|lane| lane.letter).collect::<String>(), "C");
    let stops: Vec<_> = lanes.iter().flat_map(|lane| &lane.stops).collect();
    let hidden = stops.iter().filter(|stop| stop.party.is_none()).count();
    assert!(hidden > 0 && hidden < stops.len(), "{stops:?}");
}

#[test]
fn two_situations_and_two_days_show_what_differs() {
    let at = |case: &'static Scenario, step: &str| -> Stage<'static> {
        let mut player = Player::default();
        player.go(case, Move::Jump(Spot::Step(id(step))));
        state_at(case, player.path())
    };
    let show = showing(Lang::Nl);
    let Scene::SideBySide(sides) = show.projected(&at(case("c08-minderjarig-loverboy"), "achttien")).scene else {
        panic!("two situations")
    };
    let gone = |party: &str| sides.differences.gone.iter().any(|line| line.is_asked && line.party.contains(party));
    assert!(gone("Jeugdzorg") || gone("jeugdhulp") || gone("Jeugdhulp"), "{:?}", sides.differences.gone);
    assert!(!sides.differences.new.is_empty() && sides.differences.same > 10);
    let Scene::BeforeAfter(sides, slider) =
        show.projected(&at(case("c11-ernstige-benadeling-voor-2022"), "pilot")).scene
    else {
        panic!("two days")
    };
    assert!(slider.stops.iter().any(|(day, _)| day.to_string().starts_with("2022-01")), "{:?}", slider.stops);
    assert!(slider.left < slider.right && sides.left.contains("2021"));
    assert!(sides.differences.new.iter().any(|line| line.is_asked), "{:?}", sides.differences.new);
}

#[test]
fn a_quiz_tells_the_answer_only_when_it_is_asked_for() {
    let case = case("c22-bedenktijd-2024");
    let mut player = Player::default();
    player.go(case, Move::Jump(Spot::Step(id("quiz"))));
    let show = showing(Lang::Nl);
    let card = |player: &Player| match show.projected(&state_at(case, player.path())).scene {
        Scene::Quiz(Some(card)) => card,
        other => panic!("{other:?}"),
    };
    let before = card(&player);
    assert_eq!(before.number, (1, 3));
    assert!(before.why.is_none() && before.sources.is_empty());
    assert!(before.options.iter().all(|option| option.is_right.is_none()));
    player.go(case, Move::Answer(None));
    let after = card(&player);
    assert!(after.why.is_some() && !after.sources.is_empty());
    assert_eq!(after.options.iter().filter(|option| option.is_right == Some(true)).count(), 1);
}

#[test]
fn the_trainer_is_told_what_the_guide_now_answers_otherwise() {
    let mut changed = case("c22-bedenktijd-2024").clone();
    let mut wrong = changed.steps[0].expect[0].clone();
    wrong.party = Some(wegwijzer::model::PartyId::new("nidos").unwrap());
    wrong.role = None;
    changed.steps[0].expect.push(wrong);
    let mut player = Player::default();
    player.go(&changed, Move::Forward);
    let notes = showing(Lang::Nl).notes(&state_at(&changed, player.path()));
    assert_eq!(notes.changed.len(), 1, "{:?}", notes.changed);
    assert!(notes.changed[0].contains("Nidos"));
    assert_eq!(notes.notes, changed.steps[0].notes);
    assert_eq!(notes.next.as_deref(), Some("De keten in één lijn"));
}
