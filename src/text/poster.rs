//! What the poster of the chain says, and what is said about making one.

use super::texts;
use crate::model::Lang;

/// Help of `--paper`.
pub const PAPER: &str = "Het papier van een poster als PDF; a3 als u niets kiest";
/// Help of `--spine`.
pub const SPINE: &str = "Een poster van de hoofdlijn, met de rest gevouwen";
/// Help of `--tiled`.
pub const TILED: &str = "Verdeel een poster als PDF over bladen A4, met overlap";
/// `export poster`.
pub const POSTER: &str = "de keten als plaatje";
/// `export graphml`.
pub const GRAPHML: &str = "de keten als gegevens voor programma's die met grafen werken";
/// `export dot`.
pub const DOT: &str = "de keten als gegevens voor Graphviz";

texts! {
    title: "De keten rond een mogelijk slachtoffer van mensenhandel", "The chain around a possible victim of human trafficking";
    short_title: "Poster", "Poster";
    lanes: "Vier fasen, die geen vaste volgorde hebben", "Four phases, in no fixed order";
    certain: "geldt: een doorgetrokken rand", "applies: a solid edge";
    dependent: "hangt nog af van de situatie: een streepjesrand", "still depends on the situation: a dashed edge";
    excluded: "geldt niet: vaag, zonder rand", "does not apply: faint, without an edge";
    gap: "lege plek: niemand, of de bronnen zeggen niet wie", "empty place: nobody, or the sources do not say who";
    only_spine: "Alleen de hoofdlijn", "Only the main line";
    only_spine_help: "Wie beslist en wie doet wat. De rest staat er per onderwerp achter een plus.", "Who decides and who does what. The rest stands behind a plus, per subject.";
    main_line: "hoofdlijn", "main line";
    more: "zoveel partijen doen hier ook iets", "so many parties do something here too";
    overlap: "er is nog een afspraak nodig", "an agreement is still needed";
    line: "overdracht, in de richting van de pijl; met streepjes als zij ervan afhangt", "hand-over, in the direction of the arrow; dashed when it depends";
    sources: "Bronnen staan bij elk antwoord in het programma en op de doorverwijskaart", "Sources stand with every answer in the program and on the referral card";
    steps: "Wat een overdracht inhoudt, staat in de keten in woorden", "What a hand-over is, stands in the chain in words";
    for_everybody: "Voor iedereen: zonder gekozen kenmerken", "For everybody: no characteristics chosen";
    for_a_situation: "Voor een situatie; de kenmerken staan niet op de poster", "For a situation; its characteristics are not on the poster";
    path: "Plaats van de poster", "Place of the poster";
    path_hint: "poster.pdf, poster.svg of poster.png", "poster.pdf, poster.svg or poster.png";
    saving: "De poster wordt opgeslagen", "The poster is being saved";
    saved: "De poster is opgeslagen", "The poster was saved";
    not_saved: "De poster is niet opgeslagen", "The poster was not saved";
    data_saving: "De keten wordt opgeslagen", "The chain is being saved";
    data_saved: "De keten is opgeslagen", "The chain was saved";
    data_not_saved: "De keten is niet opgeslagen", "The chain was not saved";
    words_follow: "Dezelfde keten staat in woorden op de volgende bladzijden", "The same chain follows in words on the next pages";
}

/// The name of a new file in the system's dialog.
pub fn file_name(_lang: Lang) -> &'static str {
    "poster.pdf"
}

/// Which of the pages together make the poster.
pub fn tile(row: u16, rows: u16, column: u16, columns: u16, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("rij {row} van {rows}, kolom {column} van {columns}"),
        Lang::En => format!("row {row} of {rows}, column {column} of {columns}"),
    }
}

/// What the picture shows, for who does not see it.
pub fn description(places: usize, edges: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!(
            "Vier kolommen, een per fase. Daarin staan {places} plekken van partijen of lege plekken, verbonden door {edges} overdrachten."
        ),
        Lang::En => format!(
            "Four columns, one a phase. In them stand {places} places of parties or empty places, joined by {edges} hand-overs."
        ),
    }
}
