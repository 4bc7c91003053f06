//! Which guide answers.

use serde::Serialize;

use crate::model::{Guide, GuideOrigin};

#[derive(Debug, Serialize)]
pub struct GuideJson {
    pub title: String,
    pub edition: String,
    /// Nothing for a guide that came from nowhere, such as in a test.
    #[serde(flatten)]
    pub origin: Option<OriginJson>,
}

#[derive(Debug, Serialize)]
pub struct OriginJson {
    pub origin: &'static str,
    pub file: Option<String>,
    pub sha256: String,
    pub same_as_built_in: bool,
}

/// Which guide answers.
pub fn guide_json(guide: &Guide, origin: Option<&GuideOrigin>) -> GuideJson {
    let origin = origin.map(|from| {
        let GuideOrigin { file, sha256, same_as_built_in } = from.clone();
        OriginJson { origin: from.id(), file, sha256, same_as_built_in }
    });
    GuideJson { title: guide.title.clone(), edition: guide.edition.clone(), origin }
}
