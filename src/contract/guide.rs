//! Which guide answers.

use serde::Serialize;

use crate::model::{Date, Guide, GuideOrigin, Seal};

#[derive(Debug, Serialize)]
pub struct GuideJson {
    pub title: String,
    pub edition: String,
    /// Only of a guide for training, which is not about a real country.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub training: bool,
    /// Nothing for a guide that came from nowhere, such as in a test.
    #[serde(flatten)]
    pub origin: Option<OriginJson>,
}

#[derive(Debug, Serialize)]
pub struct OriginJson {
    pub origin: &'static str,
    pub file: Option<String>,
    pub sha256: Option<String>,
    pub same_as_built_in: bool,
    /// Only of an edition that was given out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released: Option<ReleasedJson>,
    /// What one place laid over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplement: Option<SupplementJson>,
}

#[derive(Debug, Serialize)]
pub struct ReleasedJson {
    pub date: Date,
    pub seal: String,
    pub unchanged: bool,
}

#[derive(Debug, Serialize)]
pub struct SupplementJson {
    pub file: String,
    pub organisation: String,
    pub date: Date,
    /// Records on which it and the guide differ, and of which the guide's is used.
    pub clashes: Vec<String>,
}

/// Which guide answers.
pub fn guide_json(guide: &Guide, origin: Option<&GuideOrigin>) -> GuideJson {
    let origin = origin.map(|from| {
        let GuideOrigin { file, sha256, same_as_built_in, seal, supplement } = from.clone();
        let released = guide.release.as_ref().zip(seal).map(|(release, seal)| ReleasedJson {
            date: release.date,
            seal: release.seal.clone(),
            unchanged: seal == Seal::Unchanged,
        });
        let supplement = supplement.map(|lies| SupplementJson {
            file: lies.file.clone(),
            organisation: lies.organisation.clone(),
            date: lies.on,
            clashes: lies.clashes.iter().map(ToString::to_string).collect(),
        });
        OriginJson { origin: from.id(), file, sha256, same_as_built_in, released, supplement }
    });
    GuideJson { title: guide.title.clone(), edition: guide.edition.clone(), training: guide.training, origin }
}
