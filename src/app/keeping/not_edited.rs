//! Why something was not done to the guide.

use crate::{
    edit::{self, EditRefused, form::FormRefused},
    model::{EntryKey, FieldPath, Guide, Lang},
    present::change,
    text::keeping as text,
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

impl NotEdited {
    /// In words, with the names of a guide.
    pub fn words(&self, guide: &Guide, lang: Lang) -> String {
        let refused = match self {
            Self::Refused(refused) => refused,
            Self::Unfit(_) => return text::unfit(lang).to_owned(),
            Self::Clashes(pieces) => {
                let name = |key: &EntryKey| match edit::get(guide, key) {
                    Some(entry) => change::name(&entry, guide, lang),
                    None => key.to_string(),
                };
                return text::clashes(&pieces.iter().map(name).collect::<Vec<_>>(), lang);
            }
        };
        let words = match refused {
            EditRefused::Taken(_) => text::taken(lang),
            EditRefused::NotThere(_) => text::not_there(lang),
            EditRefused::NoId(_) => text::no_id(lang),
            EditRefused::InUse(_) => text::in_use(lang),
            EditRefused::Fixed(_) => text::fixed(lang),
            EditRefused::NothingToFind => text::nothing_to_find(lang),
            EditRefused::OtherKind(_) | EditRefused::NoField(_) => text::unfit(lang),
            EditRefused::InCondition { .. } => text::in_condition(lang),
            EditRefused::NoOrder(_) => text::no_order(lang),
            EditRefused::NoValidity(_) => text::no_validity(lang),
            EditRefused::NotThen { .. } => text::not_then(lang),
            EditRefused::NeverAnswers(_) => text::never_answers(lang),
            EditRefused::HasNote(_) => text::has_note(lang),
            EditRefused::Same(_) => text::same(lang),
        };
        words.to_owned()
    }
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
