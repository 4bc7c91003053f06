//! The answers of an aspect, as the room sees them: each hidden until it is revealed.

use std::collections::BTreeMap;

use super::{AnswerCard, AspectBoard, By, Card, GapCard, Hidden};

/// The answers of an aspect, each with what reveals it.
#[derive(Clone, Debug)]
pub(super) struct Board {
    pub(super) letter: char,
    pub(super) aspect: String,
    pub(super) cards: Vec<(Hidden, Card)>,
    pub(super) maybe: Vec<String>,
}

impl Board {
    /// As the room sees it: of what is not revealed there is nothing.
    pub(super) fn seen(self, revealed: &BTreeMap<Hidden, By>) -> AspectBoard {
        let Self { letter, aspect, cards, maybe } = self;
        let by_room = |hidden: &Hidden| revealed.get(hidden) == Some(&By::Room);
        let found = cards.iter().filter(|(hidden, _)| by_room(hidden)).count();
        let is_all = cards.iter().all(|(hidden, _)| revealed.contains_key(hidden));
        let turned = |(hidden, card): (Hidden, Card)| {
            let is_found = by_room(&hidden);
            match card {
                _ if !revealed.contains_key(&hidden) => Card::Hidden,
                Card::Answer(answer) => Card::Answer(AnswerCard { is_found, ..answer }),
                Card::Gap(gap) => Card::Gap(GapCard { is_found, ..gap }),
                Card::Hidden => Card::Hidden,
            }
        };
        let cards = cards.into_iter().map(turned).collect();
        AspectBoard { letter, aspect, cards, found, maybe: if is_all { maybe } else { Vec::new() } }
    }
}
