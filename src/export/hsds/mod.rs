//! The guide for directories of help elsewhere: HSDS 3.0 of Open Referral, with a profile for what that has no place for.
//!
//! A party is an organisation, a task is a service. Places are left out: nobody needs to know where a shelter is. What
//! the profile adds stands in `packaging/hsds/profile`; the ids follow from those of the guide, and so stay the same.

mod format;
mod records;

pub use format::HSDS;

use records::{ServiceList, service};
use uuid::Uuid;

use crate::{
    lookup::Index,
    model::{Date, Lang},
};

/// What the ids of records follow from, beside those of the guide; made once, and never changed.
const SPACE: Uuid = Uuid::from_u128(0x187d_4d9a_e344_4ef2_930f_a5df_6349_dd10);

/// The id of something that has an id in the guide.
fn id(of: &str, parts: &[&str]) -> Uuid {
    Uuid::new_v5(&SPACE, format!("{of}/{}", parts.join("/")).as_bytes())
}

/// The tasks of a guide as services, as they are on a day.
///
/// # Errors
/// When it cannot be written, in the library's own words.
pub fn hsds(index: &Index, day: Date, lang: Lang) -> Result<Vec<u8>, serde_json::Error> {
    let guide = index.guide();
    let services = guide.responsibilities.iter().filter_map(|task| service(guide, task, day, lang));
    let list = ServiceList::of(services.collect(), guide, lang);
    let mut written = serde_json::to_vec_pretty(&list)?;
    written.push(b'\n');
    Ok(written)
}
