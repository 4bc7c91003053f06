//! Which guide answers, and what lies over it.

use super::{texts, words};
use crate::model::{Date, Guide, GuideOrigin, Lang, Release, Seal, Supplement};

texts! {
    training: "OEFENING: dit is geen echte wegwijzer", "EXERCISE: this is not a real guide";
    watermark: "OEFENING", "EXERCISE";
    real_danger: "Echt gevaar: bel 112", "Real danger: call 112";
}

/// What stands on all that is shown or made of a guide for training; nothing for a real one.
pub fn mark(guide: &Guide, lang: Lang) -> Option<&'static str> {
    guide.training.then(|| training(lang))
}

/// The same in one word, across a page; nothing for a real guide.
pub fn across(guide: &Guide, lang: Lang) -> Option<&'static str> {
    guide.training.then(|| watermark(lang))
}

/// What to do in acute danger; beside a guide for training, which has dangers of its own, in what is no exercise.
pub fn emergency(guide: &Guide, lang: Lang) -> &'static str {
    if guide.training { real_danger(lang) } else { words::emergency(lang) }
}

/// That what is made is not to be used: of a guide for training never, and of a real one when it is of another day than
/// today.
pub fn not_for_use(guide: &Guide, of: Date, today: Date, lang: Lang) -> Option<String> {
    let day = || words::day(of, lang);
    match (mark(guide, lang), of == today) {
        (Some(mark), true) => Some(mark.to_owned()),
        (Some(mark), false) => Some(format!("{mark} · {} {}", words::as_of(lang), day())),
        (None, true) => None,
        (None, false) => Some(words::capital(&words::not_for_use_on(&day(), lang))),
    }
}

/// That it is for training, that it is another guide than the one inside the program, that it was changed since it was
/// given out, or that a supplement lies over it; nothing for that one by itself.
pub fn other_guide(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> Option<String> {
    let file = origin.and_then(GuideOrigin::other_file).map(|file| {
        let file = words::excerpt(file);
        match lang {
            Lang::Nl => format!("bestand «{file}», niet de ingebouwde gids"),
            Lang::En => format!("file «{file}», not the built-in guide"),
        }
    });
    let broken =
        guide.release.as_ref().zip(origin.and_then(|origin| origin.seal)).filter(|(_, seal)| *seal == Seal::Broken);
    let broken = broken.map(|(release, _)| changed_since(release, lang));
    let over = origin.and_then(|origin| origin.supplement.as_deref()).map(|supplement| lies_over(supplement, lang));
    let mark = mark(guide, lang).map(str::to_owned);
    let said: Vec<String> = mark.into_iter().chain(file).chain(broken).chain(over).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// That a guide says something else than when it was given out.
pub fn changed_since(release: &Release, lang: Lang) -> String {
    let day = words::day(release.date, lang);
    match lang {
        Lang::Nl => format!("gewijzigd na de uitgave van {day}"),
        Lang::En => format!("changed after it was released on {day}"),
    }
}

/// When a guide was given out, and whether it was changed since, with the begin of its seal to compare.
pub fn released(release: &Release, seal: Seal, lang: Lang) -> String {
    if seal == Seal::Broken {
        return changed_since(release, lang);
    }
    let (day, seal) = (words::day(release.date, lang), short_seal(&release.seal));
    match lang {
        Lang::Nl => format!("onveranderd sinds {day} (zegel {seal})"),
        Lang::En => format!("unchanged since {day} (seal {seal})"),
    }
}

/// The begin of a seal, as people read it to each other.
fn short_seal(seal: &str) -> String {
    let begin: String = seal.chars().filter(char::is_ascii_hexdigit).take(8).collect();
    let (one, two) = begin.split_at(begin.len() / 2);
    format!("{}-{}", one.to_uppercase(), two.to_uppercase())
}

/// The edition of the guide, and that it is for training or not the one inside the program.
pub fn which_edition(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> String {
    let other = other_guide(guide, origin, lang).map(|other| format!(" · {other}")).unwrap_or_default();
    format!("{}{other}", guide.edition)
}

/// Which guide answers: its title and edition, and that it is for training or not the one inside the program.
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
