//! What can be explained, by id: it outlives the guide of the moment.

use crate::model::{PartyId, RecordId, ResponsibilityId, SourceId};

/// What the drawer explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// A responsibility.
    Responsibility(ResponsibilityId),
    /// A gap.
    Gap(RecordId),
    /// A party.
    Party(PartyId),
    /// A word of the glossary.
    Term(RecordId),
    /// A source.
    Source(SourceId),
}
