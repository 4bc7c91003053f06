//! The guide that a call asks for, and the supplement that lies over it.

use std::{path::Path, sync::Arc};

use super::{Aside, Context, Exit, Refusal};
use crate::{
    edit::Bundle,
    file::{self, Opened},
    lookup::Index,
    model::{Date, FileError, FileFault, FormFault, Guide, GuideOrigin, Lang, Regions},
    review,
    workshop::CaseFile,
};

/// A guide as it is, whether or not it can be used.
pub(super) struct Loaded {
    pub(super) guide: Arc<Guide>,
    pub(super) origin: GuideOrigin,
}

/// A supplement, and the name of its file.
pub(super) struct Laid {
    bundle: Bundle,
    file: String,
    path: Box<Path>,
}

impl Loaded {
    /// Reads a guide, or takes the one inside the program; notes when it is in a newer form.
    pub(super) fn of(path: Option<&Path>, aside: &mut Vec<Aside>) -> Result<Self, FileError> {
        let Some(path) = path else {
            return Ok(Self { guide: Arc::new(file::embedded_guide()?), origin: file::embedded_origin() });
        };
        let opened = file::open_guide(path, &|_| {});
        if opened.as_ref().is_err_and(|error| error.fault == FileFault::Form(FormFault::Cases)) {
            // Cases are played on the guide inside the program.
            let cases: CaseFile = file::open_cases(path)?;
            let guide = Arc::new(cases.over(&file::embedded_guide()?));
            return Ok(Self { guide, origin: file::embedded_origin() });
        }
        let Opened { guide, read_only, origin } = opened?;
        aside.extend(read_only.map(Aside::ReadOnly));
        Ok(Self { guide: Arc::new(guide), origin })
    }

    /// The same, with a supplement that is to lie over it. A supplement in the place of a guide lies over the one inside
    /// the program.
    pub(super) fn with(
        path: Option<&Path>,
        supplement: Option<&Path>,
        aside: &mut Vec<Aside>,
    ) -> Result<(Self, Option<Laid>), FileError> {
        match (Self::of(path, aside), path, supplement) {
            (Err(error), Some(path), None) if error.fault == FileFault::Form(FormFault::Bundle) => {
                Ok((Self::of(None, aside)?, Some(Laid::of(path)?)))
            }
            (loaded, _, supplement) => Ok((loaded?, supplement.map(Laid::of).transpose()?)),
        }
    }

    /// The guide with what lies over it, whether or not it can be used.
    pub(super) fn over(self, laid: Option<&Laid>, aside: &mut Vec<Aside>) -> Result<Self, Exit> {
        let Some(laid) = laid else { return Ok(self) };
        let over = review::laid_over(&self.guide, &self.origin, &laid.bundle, &laid.file);
        let (guide, origin) = over.map_err(|error| laid.refused(error))?;
        note_clashes(&origin, aside);
        Ok(Self { guide, origin })
    }
}

impl Laid {
    fn of(path: &Path) -> Result<Self, FileError> {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(Self { bundle: file::open_bundle(path)?, file, path: path.into() })
    }

    fn refused(&self, error: crate::model::SupplementError) -> Exit {
        Refusal::Supplement(self.path.clone(), Box::new(error)).into()
    }
}

fn note_clashes(origin: &GuideOrigin, aside: &mut Vec<Aside>) {
    let clashing = origin.supplement.iter().filter(|supplement| !supplement.clashes.is_empty());
    aside.extend(clashing.cloned().map(Aside::Clashes));
}

/// The guide that was asked for, checked and indexed, with what lies over it.
pub(super) fn context(
    (loaded, laid): (Loaded, Option<Laid>),
    date: Date,
    today: Date,
    lang: Lang,
    aside: &mut Vec<Aside>,
) -> Result<Context, Exit> {
    let Loaded { guide, origin } = loaded;
    let regions = file::regions_of(&guide)?;
    // The guide inside the program is checked by its tests; another one may hold anything.
    let index = if origin.file.is_some() {
        review::index(&guide, &regions, today).map_err(Refusal::HasErrors)?
    } else {
        Index::new(guide)?
    };
    let index = match laid {
        None => index.with_origin(origin),
        Some(laid) => {
            let over = with_supplement(index.guide(), &origin, &laid, &regions, today)?;
            over.origin().into_iter().for_each(|origin| note_clashes(origin, aside));
            over
        }
    };
    Ok(Context { index, regions, date, lang, today })
}

fn with_supplement(
    guide: &Guide,
    origin: &GuideOrigin,
    laid: &Laid,
    regions: &Regions,
    today: Date,
) -> Result<Index, Exit> {
    let over = review::with_supplement(guide, origin, &laid.bundle, &laid.file, (regions, today));
    over.map_err(|error| laid.refused(error))
}
