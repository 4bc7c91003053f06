//! Why what was asked cannot be answered, in words.

use super::hint;
use crate::{
    model::{
        Facet, FacetId, Guide, IndexError, Lang, LookupError, ProfileError, RecordKey, ScenarioError, UnknownGemeente,
    },
    text::{texts, words},
};

texts! {
    /// Nobody is left to ask about.
    nobody_left: "de onmogelijke combinaties laten niemand over", "the impossible combinations leave nobody";
    /// What to do about a condition that cannot be worked out.
    too_complex: "deze voorwaarde is te ingewikkeld: het kost te veel rekenwerk om te weten voor wie zij geldt; splits het record, of noem minder facetten samen", "this condition is too complex: it takes too much work to know for whom it holds; split the record, or name fewer facets together";
}

/// Why a guide cannot be asked.
pub fn index(error: &IndexError, lang: Lang) -> String {
    let most = Facet::MAX_VALUES;
    match (error, lang) {
        (IndexError::TooManyValues { facet, count }, Lang::Nl) => {
            format!("facet «{facet}» heeft {count} waarden; er passen er hoogstens {most}")
        }
        (IndexError::TooManyValues { facet, count }, Lang::En) => {
            format!("facet «{facet}» has {count} values; {most} is the most that fit")
        }
        (IndexError::NoValues(facet), Lang::Nl) => format!("facet «{facet}» heeft geen waarden"),
        (IndexError::NoValues(facet), Lang::En) => format!("facet «{facet}» has no values"),
        (IndexError::TooManyQuestions { facet, most }, Lang::Nl) => {
            format!("met facet «{facet}» zijn er meer dan {most} vragen; meer passen er niet")
        }
        (IndexError::TooManyQuestions { facet, most }, Lang::En) => {
            format!("with facet «{facet}» there are more than {most} questions; no more fit")
        }
        (IndexError::TooComplex(record), _) => {
            format!("«{}»: {}", record.id().unwrap_or_else(|| record.kind().list()), too_complex(lang))
        }
    }
}

/// Why a text is no profile.
pub fn profile(error: &ProfileError, lang: Lang) -> String {
    match lang {
        Lang::Nl => profile_dutch(error),
        Lang::En => profile_english(error),
    }
}

fn profile_dutch(error: &ProfileError) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::Nl);
    match error {
        ProfileError::Malformed(given) => {
            format!("«{given}» is geen kenmerk: schrijf FACET=WAARDE, bijvoorbeeld leeftijd=volwassen")
        }
        ProfileError::UnknownFacet { given, nearest } => format!("onbekend facet «{given}»{}", hint(nearest)),
        ProfileError::UnknownValue { facet, given, nearest } => {
            format!("facet «{facet}» heeft geen waarde «{given}»{}", hint(nearest))
        }
        ProfileError::Twice(facet) => {
            format!("facet «{facet}» is twee keer gegeven: zet de waarden achter elkaar, met een komma")
        }
        ProfileError::Contradiction { facet, value } => {
            format!("facet «{facet}» spreekt zichzelf tegen: «{value}» kan niet wel en niet")
        }
    }
}

fn profile_english(error: &ProfileError) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::En);
    match error {
        ProfileError::Malformed(given) => {
            format!("«{given}» is not a facet with a value: write FACET=VALUE, for example leeftijd=volwassen")
        }
        ProfileError::UnknownFacet { given, nearest } => format!("unknown facet «{given}»{}", hint(nearest)),
        ProfileError::UnknownValue { facet, given, nearest } => {
            format!("facet «{facet}» has no value «{given}»{}", hint(nearest))
        }
        ProfileError::Twice(facet) => format!("facet «{facet}» is given twice: join the values with a comma"),
        ProfileError::Contradiction { facet, value } => {
            format!("facet «{facet}» contradicts itself: «{value}» cannot be both true and not true")
        }
    }
}

/// Why a text is no gemeente.
pub fn gemeente(error: &UnknownGemeente, lang: Lang) -> String {
    let UnknownGemeente { given, nearest } = error;
    let nearest = |or: &str| (!nearest.is_empty()).then(|| nearest.join(&["» ", or, " «"].concat()));
    match lang {
        Lang::Nl => {
            let hint = hint(nearest("of").as_deref(), lang);
            format!("onbekende gemeente «{given}»{hint}; met «onbekend» krijgt u de landelijke terugval")
        }
        Lang::En => {
            let hint = hint(nearest("or").as_deref(), lang);
            format!("unknown gemeente «{given}»{hint}; with «onbekend» you get the national fallback")
        }
    }
}

/// Why there is no answer: which facets clash, each named by `name`, and what the guide says of it.
pub fn lookup<'a>(error: &'a LookupError, guide: &Guide, lang: Lang, name: impl Fn(&'a FacetId) -> &'a str) -> String {
    let LookupError::Contradictory { facets, rules } = error;
    let facets: Vec<&str> = facets.iter().map(name).collect();
    let why = rules_in_words(guide, rules, lang).join("; ");
    let why = if why.is_empty() { why } else { format!(" ({why})") };
    let clash = match lang {
        Lang::Nl => "deze kenmerken gaan niet samen",
        Lang::En => "these facets do not go together",
    };
    format!("{clash}: {}{why}", facets.join(", "))
}

/// What the guide says of rules that are broken.
pub fn rules_in_words(guide: &Guide, rules: &[RecordKey], lang: Lang) -> Vec<String> {
    let rule = |key: &RecordKey| match key {
        RecordKey::Impossible(id) => guide.impossible.get(id).map(|rule| (&rule.text, &rule.basis)),
        RecordKey::Implication(id) => guide.implications.get(id).map(|rule| (&rule.text, &rule.basis)),
        _ => None,
    };
    let said = rules.iter().filter_map(rule).map(|(text, basis)| words::rule(text, basis.is_assumption(), lang));
    said.collect()
}

/// Why a training case cannot be run.
pub fn scenario(error: &ScenarioError, guide: &Guide, lang: Lang) -> String {
    match error {
        ScenarioError::Profile(error) => profile(error, lang),
        ScenarioError::Gemeente(error) => gemeente(error, lang),
        ScenarioError::Lookup(error) => lookup(error, guide, lang, FacetId::as_str),
    }
}
