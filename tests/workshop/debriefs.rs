//! Looking back: what was asked, found and missed, and what leaves the room.

use wegwijzer::{
    model::Lang,
    workshop::{By, Finding, Move, Player, correction, state_at},
};

use crate::{case, index, showing};

#[test]
fn what_was_found_shown_and_missed_is_told_step_by_step() {
    let case = case("c22-bedenktijd-2024");
    let show = showing(Lang::Nl);
    let mut player = Player::default();
    player.go(case, Move::Forward);
    player.go(case, Move::Passed(125));
    let lines: Vec<_> = show.notes(&state_at(case, player.path())).boards.into_iter().flatten().collect();
    player.go(case, Move::Reveal(lines[0].hidden.clone(), By::Room));
    player.go(case, Move::Reveal(lines[1].hidden.clone(), By::Trainer));
    player.go(case, Move::Forward);
    let debrief = show.debrief(case, player.path());
    assert_eq!(debrief.moments.len(), 3);
    let moment = &debrief.moments[1];
    assert_eq!((moment.title.as_str(), moment.seconds), ("Wie is nu aan zet?", 125));
    assert_eq!(moment.found, [lines[0].words.clone()]);
    assert_eq!(moment.shown, [lines[1].words.clone()]);
    assert_eq!(moment.missed.len(), lines.len() - 2);
    assert_eq!((debrief.found, debrief.of), (1, lines.len()));
}

#[test]
fn a_finding_leaves_as_a_text_about_a_record_and_nobody() {
    let findings = [
        Finding { record: "party/cosm".parse().unwrap(), sentence: " Het nummer klopt niet meer. ".to_owned() },
        Finding { record: "party/nidos".parse().unwrap(), sentence: "  ".to_owned() },
    ];
    for lang in [Lang::Nl, Lang::En] {
        let text = correction(&findings, index().guide(), lang);
        assert!(text.contains("(party/cosm): Het nummer klopt niet meer.\n"), "{text}");
        assert!(text.contains(&index().guide().edition) && !text.contains("nidos"), "{text}");
    }
}
