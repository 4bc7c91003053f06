//! What a reader must know of the guide beside the answer.

use std::sync::Arc;

use crate::{
    model::{Lang, ReadOnly, Supplement},
    text::{errors, which},
};

/// Something to know of the guide that answers, told in one line beside the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// It can only be looked at.
    ReadOnly(ReadOnly),
    /// The supplement that lies over it says otherwise than it does.
    Clashes(Arc<Supplement>),
}

impl Aside {
    /// That line.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::ReadOnly(why) => errors::read_only(*why, lang),
            Self::Clashes(supplement) => which::clashes(supplement, lang).unwrap_or_default(),
        }
    }
}
