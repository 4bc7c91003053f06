//! Coverage: who is primarily responsible in each aspect, for every single answer to every question.

use std::collections::BTreeSet;

use crate::{
    lookup::{Index, Profile},
    model::{AspectIx, Date, Facet, Gap, Ix, Party},
};

/// An aspect for the persons of whom one thing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The aspect.
    pub aspect: AspectIx,
    /// The facet that is known.
    pub facet: Ix<Facet>,
    /// Which of its values, from 0.
    pub value: usize,
    /// The parties that are primarily responsible for some of these persons, in the guide's order.
    pub primary: Vec<Ix<Party>>,
    /// The documented gap that holds for most of these persons, if any does.
    pub gap: Option<Ix<Gap>>,
}

/// All cells on a date: by aspect, then by facet and value, in the guide's order.
///
/// An answer that nobody can give has no cells.
pub fn coverage(index: &Index, date: Date) -> Vec<Cell> {
    let guide = index.guide();
    let mut cells = Vec::new();
    for (facet, described) in guide.facets.enumerate() {
        for (value, own) in described.values.iter().enumerate() {
            let mut profile = Profile::default();
            let Ok(()) = profile.give(described, &[own.id.as_str()]) else { continue };
            let Ok(outcome) = index.look_up(&profile, date) else { continue };
            for (phase, parts) in guide.phases.enumerate() {
                for (aspect, part) in parts.aspects.enumerate() {
                    let answers = outcome.answers_in(index, &part.id).into_iter().map(|(answer, _)| answer);
                    let primary = answers.filter(|answer| guide.responsibilities[*answer].primary);
                    let primary: BTreeSet<_> = primary.filter_map(|answer| index.party_of(answer)).collect();
                    cells.push(Cell {
                        aspect: AspectIx { phase, aspect },
                        facet,
                        value,
                        primary: primary.into_iter().collect(),
                        gap: outcome.gaps_in(index, &part.id).first().map(|(gap, _)| *gap),
                    });
                }
            }
        }
    }
    cells.sort_by_key(|cell| (cell.aspect, cell.facet, cell.value));
    cells
}
