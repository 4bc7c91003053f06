//! A guide with the supplement of one place over it, ready to be asked.

use std::sync::Arc;

use crate::{
    edit::{Bundle, BundleKind, LaidOver, lay_over},
    lookup::Index,
    model::{Date, Guide, GuideOrigin, Regions, Supplement, SupplementError},
};

/// A guide with a supplement over it, and where that came from; `file` is the name of the supplement's file.
///
/// # Errors
/// [`SupplementError`] when it is no supplement, or holds what it may not.
pub fn laid_over(
    guide: &Guide,
    origin: &GuideOrigin,
    supplement: &Bundle,
    file: &str,
) -> Result<(Arc<Guide>, GuideOrigin), SupplementError> {
    if supplement.bundle == BundleKind::Voorstel {
        return Err(SupplementError::Proposal);
    }
    if guide.training {
        return Err(SupplementError::Training);
    }
    let LaidOver { guide, own, clashes } = lay_over(guide, supplement)?;
    let lies = Supplement {
        file: file.to_owned(),
        organisation: supplement.by.organisation.clone(),
        on: supplement.on,
        own,
        clashes,
    };
    Ok((Arc::new(guide), GuideOrigin { supplement: Some(Arc::new(lies)), ..origin.clone() }))
}

/// The index of a guide with a supplement over it. The guide may lie without a problem and not with it: then it is not
/// used.
///
/// # Errors
/// As [`laid_over`], and [`SupplementError::HasErrors`].
pub fn with_supplement(
    guide: &Guide,
    origin: &GuideOrigin,
    supplement: &Bundle,
    file: &str,
    (regions, today): (&Regions, Date),
) -> Result<Index, SupplementError> {
    let (guide, origin) = laid_over(guide, origin, supplement, file)?;
    let index = super::index(&guide, regions, today).map_err(SupplementError::HasErrors)?;
    Ok(index.with_origin(origin))
}
