//! What the page carries: a guide, the regions, and where the guide came from.

use serde::{Deserialize, Serialize};

use crate::model::{Date, Guide, GuideOrigin, PartialDate, Regions, Seal};

/// What the page carries, as JSON within the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bundle {
    pub(super) guide: Guide,
    pub(super) regions: Regions,
    /// The day on which the page was made.
    pub(super) made: PartialDate,
    file: Option<String>,
    sha256: Option<String>,
    same_as_built_in: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<Seal>,
}

impl Bundle {
    /// Of a national guide: a supplement is no part of it.
    pub fn new(guide: Guide, regions: Regions, origin: &GuideOrigin, made: Date) -> Self {
        let GuideOrigin { file, sha256, same_as_built_in, seal, supplement: _ } = origin.clone();
        Self { guide, regions, made: PartialDate::Day(made), file, sha256, same_as_built_in, seal }
    }

    pub(super) fn origin(&self) -> GuideOrigin {
        GuideOrigin {
            file: self.file.clone(),
            sha256: self.sha256.clone(),
            same_as_built_in: self.same_as_built_in,
            seal: self.seal,
            supplement: None,
        }
    }
}
