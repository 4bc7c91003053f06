//! Coverage: who is primarily responsible in each aspect, for every single answer to every question.

use crate::{
    lookup::{Index, Match, Profile},
    model::{Date, PartyId},
};

/// An aspect for the persons of whom one thing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Position of the phase.
    pub phase: usize,
    /// Position of the aspect within the phase.
    pub aspect: usize,
    /// Position of the facet that is known.
    pub facet: usize,
    /// Position of its value.
    pub value: usize,
    /// Positions of the parties that are primarily responsible for some of these persons, in the guide's order.
    pub primary: Vec<usize>,
    /// Position of the documented gap that holds for most of these persons, if any does.
    pub gap: Option<usize>,
}

/// All cells on a date: by aspect, then by facet and value, in the guide's order.
///
/// An answer that nobody can give has no cells.
pub fn coverage(index: &Index, date: Date) -> Vec<Cell> {
    let guide = index.guide();
    let mut cells = Vec::new();
    for (facet, described) in guide.facets.iter().enumerate() {
        for (value, own) in described.values.iter().enumerate() {
            let word = format!("{}={}", described.id, own.id);
            let Ok(profile) = Profile::parse(guide, [word.as_str()]) else { continue };
            let Ok(outcome) = index.look_up(&profile, date) else { continue };
            for (phase, parts) in guide.phases.iter().enumerate() {
                for (aspect, part) in parts.aspects.iter().enumerate() {
                    let answers = outcome.responsibilities.iter().zip(&guide.responsibilities);
                    let primary = answers.filter(|(verdict, record)| {
                        let answers = verdict.is_some_and(|verdict| verdict != Match::Excluded);
                        answers && record.primary && record.aspect == part.id
                    });
                    let position = |id: &PartyId| guide.parties.iter().position(|party| party.id == *id);
                    let mut primary: Vec<usize> = primary.filter_map(|(_, record)| position(&record.party)).collect();
                    primary.sort_unstable();
                    primary.dedup();
                    let gap = outcome.gaps_in(index, &part.id).first().map(|(gap, _)| *gap);
                    cells.push(Cell { phase, aspect, facet, value, primary, gap });
                }
            }
        }
    }
    cells.sort_by_key(|cell| (cell.phase, cell.aspect, cell.facet, cell.value));
    cells
}
