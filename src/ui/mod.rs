//! What is drawn: the design system and the widgets built from it.
//!
//! *Invariant*: no colour, size or visible word is written down outside [`theme`]; words come from the caller.

pub mod theme;
pub mod widgets;
