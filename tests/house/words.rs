//! Words for people outside `text` and the guide, and colours outside the themes.

use crate::{literals::is_for_people, source::House};

/// Who holds words: `text`, and `main`, which has none.
const MAY_SPEAK: [&str; 1] = ["text"];

/// Not for people to read, whatever it looks like.
const NO_WORDS: &[(&str, &str)] = &[
    ("Dutch and English call themselves so in either language", "Nederlands"),
    ("Dutch and English call themselves so in either language", "English"),
    ("the name of a font", "Fira Sans"),
    ("the name of a font", "Fira Sans Medium"),
    ("the name of a font", "Fira Sans SemiBold"),
    ("names of fonts", "Fira Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"),
    ("a keyword of DOT and the name of the graph", "digraph wegwijzer {{"),
    ("where egui keeps something", "tour ring"),
    ("where egui keeps something", "wegwijzer theme"),
    ("what a guide never says, looked for in the words of a guide", "geen recht"),
    ("what a guide never says, looked for in the words of a guide", "moet vertrekken"),
    ("what a guide never says, looked for in the words of a guide", "moeten vertrekken"),
    ("what a guide never says, looked for in the words of a guide", "moet nederland verlaten"),
    ("what a guide never says, looked for in the words of a guide", "er is plek"),
    (
        "the head of the file of a guide, of which every byte is part of its canonical form",
        "// NVM-wegwijzer: wie doet wat voor een mogelijk slachtoffer van mensenhandel, met de bron erbij.\n\
         // Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.\n",
    ),
    (
        "the head of the file of a guide for training, of which every byte is part of its canonical form",
        "// OEFENING: dit is geen echte wegwijzer. Alles in dit bestand is verzonnen, ook de bronnen en de nummers.\n\
         // Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.\n",
    ),
    (
        "the head of the file of a bundle, of which every byte is part of its canonical form",
        "// NVM-wegwijzer: wijzigingen van een wegwijzer, als voorstel of als eigen aanvulling, met wie ze maakte en waarom.\n\
         // Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.\n",
    ),
    (
        "the head of a file of cases, of which every byte is part of its canonical form",
        "// NVM-wegwijzer: verzonnen casussen voor een workshop, met de gids waarop ze rusten. Er staat niets in over een echte persoon.\n\
         // Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.\n",
    ),
    ("lines of .gitattributes", "*.ron merge=wegwijzer diff=wegwijzer text eol=lf"),
    ("lines of .gitattributes", "*.logboek merge=union"),
    (
        "what the shell of git runs to merge",
        "{own} merge %O %A %B --out %A --path %P --ours %X --theirs %Y; c=$?; test $c -le 1 || {{ git merge-file --marker-size=%L %A %O %B; c=$?; }}; exit $c",
    ),
    ("what the shell of git runs to show", "f() {{ {own} words \"$1\" 2>/dev/null || cat \"$1\"; }}; f"),
    (
        "the head of the file of settings, which is Dutch whatever the window speaks",
        "// Instellingen van de NVM-wegwijzer: hoe het venster eruitziet, waar u werkt en wat u vastzette. U mag dit bestand weggooien.\n",
    ),
];

/// Words for people where none belong, and lines of the lists above that no longer say anything.
pub(crate) fn misplaced(house: &House) -> Vec<String> {
    let spoken: Vec<(&str, usize, &str)> = house
        .files
        .iter()
        .filter(|file| !MAY_SPEAK.contains(&file.room.as_str()))
        .flat_map(|file| file.literals.iter().map(move |found| (file.path.as_str(), found.line, found.text.as_str())))
        .filter(|(_, _, text)| is_for_people(text))
        .collect();
    let is_excused = |text: &str| NO_WORDS.iter().any(|(_, excused)| *excused == text);
    let found = spoken
        .iter()
        .filter(|(_, _, text)| !is_excused(text))
        .map(|(path, line, text)| format!("{path}:{line} says «{text}»: words belong in text"));
    let unused = NO_WORDS.iter().filter(|(_, excused)| !spoken.iter().any(|(_, _, text)| text == excused));
    let unused = unused.map(|(_, excused)| format!("nobody says «{excused}» any more: take it off NO_WORDS"));
    found.chain(unused).collect()
}

/// Where colours are made: the themes of the screen and of what is printed.
fn is_theme(path: &str) -> bool {
    path.starts_with("ui/theme/") || path.starts_with("export/") && path.ends_with("/theme.rs")
}

/// Types and macros of colours, of egui and of those that draw on paper.
const COLOURS: [&str; 8] = ["Color32", "Rgba", "Hsva", "HexColor", "hex_color", "Color", "ColorU8", "rgb"];

/// Colours that are none: see-through, and whatever the theme gives.
const NO_COLOURS: [&str; 2] = ["TRANSPARENT", "PLACEHOLDER"];

/// Colours that are only handed on: that of the theme to the PDF, and the white of paper to the picture.
const HANDED_ON: &[&str] = &["krilla::color::rgb::Color::new", "tiny_skia::Color::WHITE"];

/// Colours that are made or named outside the themes.
pub(crate) fn colours(house: &House) -> Vec<String> {
    let files = house.files.iter().filter(|file| !is_theme(&file.path));
    let mut found = Vec::new();
    for file in files {
        for import in &file.names.imports {
            let path = import.path.join("::");
            let of_colour = import.path.iter().position(|part| COLOURS.contains(&part.as_str()));
            let made = of_colour.and_then(|at| import.path.get(at + 1));
            let is_made = made.is_some_and(|made| !NO_COLOURS.contains(&made.as_str()));
            if is_made && !HANDED_ON.contains(&path.as_str()) {
                found.push(format!("{} {path} is a colour", file.at(import.line)));
            }
        }
        for (line, name) in &file.identifiers {
            if MAKERS.contains(&name.as_str()) {
                found.push(format!("{} {name} makes a colour", file.at(*line)));
            }
        }
        for literal in file.literals.iter().filter(|literal| is_hex_colour(&literal.text)) {
            found.push(format!("{} {} is a colour", file.at(literal.line), literal.text));
        }
    }
    found
}

/// What makes a colour out of numbers.
const MAKERS: [&str; 9] = [
    "from_black_alpha",
    "from_gray",
    "from_hex",
    "from_rgb",
    "from_rgba8",
    "from_rgba_premultiplied",
    "from_rgba_unmultiplied",
    "from_white_alpha",
    "hex_color!",
];

/// `#rgb`, `#rrggbb` or `#rrggbbaa`.
fn is_hex_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}
