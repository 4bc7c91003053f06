//! Which guide answers, and what lies over it.

use super::words;
use crate::model::{Guide, GuideOrigin, Lang, Supplement};

/// That it is another guide than the one inside the program, or that a supplement lies over it; nothing for that one by
/// itself.
pub fn other_guide(origin: Option<&GuideOrigin>, lang: Lang) -> Option<String> {
    let origin = origin?;
    let file = origin.other_file().map(|file| {
        let file = words::excerpt(file);
        match lang {
            Lang::Nl => format!("bestand «{file}», niet de ingebouwde gids"),
            Lang::En => format!("file «{file}», not the built-in guide"),
        }
    });
    let over = origin.supplement.as_deref().map(|supplement| lies_over(supplement, lang));
    let said: Vec<String> = file.into_iter().chain(over).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// The edition of the guide, and that it is not the one inside the program.
pub fn which_edition(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> String {
    let other = other_guide(origin, lang).map(|other| format!(" · {other}")).unwrap_or_default();
    format!("{}{other}", guide.edition)
}

/// Which guide answers: its title and edition, and that it is not the one inside the program.
pub fn which_guide(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> String {
    format!("{}, {} {}", guide.title, words::edition(lang), which_edition(guide, origin, lang))
}

/// That a supplement lies over the guide, and whose.
pub fn lies_over(supplement: &Supplement, lang: Lang) -> String {
    let (whose, day) = (words::excerpt(&supplement.organisation), words::day(supplement.on, lang));
    match lang {
        Lang::Nl => format!("met eigen aanvulling van {whose} ({day})"),
        Lang::En => format!("with the own supplement of {whose} ({day})"),
    }
}

/// Where a supplement and the guide do not go together, in one line; nothing when they do.
pub fn clashes(supplement: &Supplement, lang: Lang) -> Option<String> {
    const MOST: usize = 3;
    let (told, more) = supplement.clashes.split_at(supplement.clashes.len().min(MOST));
    let mut about: Vec<String> = told.iter().map(ToString::to_string).collect();
    if about.is_empty() {
        return None;
    }
    about.extend((!more.is_empty()).then(|| format!("+{}", more.len())));
    let (file, about) = (words::excerpt(&supplement.file), about.join(", "));
    Some(match lang {
        Lang::Nl => format!(
            "De eigen aanvulling «{file}» en de gids verschillen over {about}. De gids geldt, tot u kiest onder Eigen aanvulling in Beheer."
        ),
        Lang::En => format!(
            "The own supplement «{file}» and the guide differ on {about}. The guide holds, until you choose under Own supplement in Beheer."
        ),
    })
}
