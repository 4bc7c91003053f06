//! Why a request of the page is refused.

use crate::{
    model::{CallError, FacetId, Guide, Lang, LookupError, ProfileError, UnknownGemeente},
    text::{cli as cli_words, errors, page as text},
};

/// Why a request of the page is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is no request.
    NoRequest,
    /// It does not fit the guide.
    Call(CallError),
    /// Nobody fits what is known.
    Contradictory(LookupError),
    /// The answer cannot be written down.
    Json(String),
}

impl From<CallError> for Refused {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<ProfileError> for Refused {
    fn from(error: ProfileError) -> Self {
        Self::Call(CallError::Profile(error))
    }
}

impl From<UnknownGemeente> for Refused {
    fn from(error: UnknownGemeente) -> Self {
        Self::Call(CallError::Gemeente(error))
    }
}

impl From<LookupError> for Refused {
    fn from(error: LookupError) -> Self {
        Self::Contradictory(error)
    }
}

impl Refused {
    /// As the command line says it.
    pub(super) fn words(&self, guide: &Guide, lang: Lang) -> String {
        match self {
            Self::NoRequest => text::not_text(lang).to_owned(),
            Self::Call(error) => errors::call(error, lang),
            Self::Contradictory(error) => errors::lookup(error, guide, lang, FacetId::as_str),
            Self::Json(why) => cli_words::not_json(why, lang),
        }
    }
}
