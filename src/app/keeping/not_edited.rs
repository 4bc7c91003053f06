//! Why something was not done to the guide.

use crate::{
    edit::{EditRefused, form::FormRefused},
    model::{EntryKey, FieldPath},
};

/// Why something was not done to the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// The edit itself is refused.
    Refused(EditRefused),
    /// It does not fit where it was put.
    Unfit(FieldPath),
    /// What was changed since stands in the way: these records.
    Clashes(Vec<EntryKey>),
}

impl From<EditRefused> for NotEdited {
    fn from(refused: EditRefused) -> Self {
        Self::Refused(refused)
    }
}

impl From<FormRefused> for NotEdited {
    fn from(refused: FormRefused) -> Self {
        match refused {
            FormRefused::NoPlace(at) | FormRefused::Unfit(at) => Self::Unfit(at),
        }
    }
}
