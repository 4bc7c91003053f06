//! The parts of the program. A new one is a folder here, with its line in [`all`].

mod beheer;
mod keten;
mod partijen;
mod wegwijzer;
mod workshop;

use super::view::View;

/// All of them, in the order of their tabs; the program starts with the first.
pub(super) fn all() -> Vec<Box<dyn View>> {
    vec![
        Box::<wegwijzer::Wegwijzer>::default(),
        Box::<keten::Keten>::default(),
        Box::<beheer::Beheer>::default(),
        Box::<workshop::Workshop>::default(),
        Box::<partijen::Partijen>::default(),
    ]
}
