//! How many of something there are.

use std::fmt::Display;

use crate::model::Lang;

/// Writes functions that say how many of something there are: Dutch for one and for more, then English.
macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident: [$nl_one:literal, $nl_more:literal], [$en_one:literal, $en_more:literal];)*) => {$(
        $(#[$doc])*
        #[doc = concat!("«2 ", $nl_more, "»")]
        pub(super) fn $name<N: Number>(count: N, lang: Lang) -> String {
            let noun = match lang {
                Lang::Nl => noun(count, [$nl_one, $nl_more]),
                Lang::En => noun(count, [$en_one, $en_more]),
            };
            format!("{count} {noun}")
        }
    )*};
}

counts! {
    parties: ["partij", "partijen"], ["party", "parties"];
    errors: ["fout", "fouten"], ["error", "errors"];
    tasks: ["taak", "taken"], ["task", "tasks"];
    other_tasks: ["andere taak", "andere taken"], ["other task", "other tasks"];
    nobody: ["keer niemand verantwoordelijk", "keer niemand verantwoordelijk"], ["case of nobody responsible", "cases of nobody responsible"];
    without_source: ["vraag zonder bron", "vragen zonder bron"], ["question without a source", "questions without a source"];
    limits: ["beperking", "beperkingen"], ["limit", "limits"];
    bottlenecks: ["knelpunt", "knelpunten"], ["bottleneck", "bottlenecks"];
    hours: ["uur", "uur"], ["hour", "hours"];
    days: ["dag", "dagen"], ["day", "days"];
    weeks: ["week", "weken"], ["week", "weeks"];
    months: ["maand", "maanden"], ["month", "months"];
    changes: ["wijziging", "wijzigingen"], ["change", "changes"];
    years: ["jaar", "jaar"], ["year", "years"];
}

/// A number of things.
pub(super) trait Number: Copy + Display + PartialEq + From<u8> {}

impl<N: Copy + Display + PartialEq + From<u8>> Number for N {}

/// The word for one of them, or for another number.
pub(super) fn noun<N: Number>(count: N, [one, more]: [&'static str; 2]) -> &'static str {
    if count == N::from(1) { one } else { more }
}
