//! What is said about making a file, whatever is in it.

use super::{errors::extensions, texts};

/// Help of `export`.
pub const EXPORT: &str = "Maakt een bestand van het antwoord";
/// Help of what to make.
pub const WHAT: &str = "Wat u wilt maken";

texts! {
    save: "Opslaan", "Save";
    comes_at: "Komt hier", "Goes here";
    no_such_file: "Dit bestand bestaat niet", "This file does not exist";
    no_folder: "Deze map bestaat niet", "This folder does not exist";
    open: "Openen", "Open";
    print: "Afdrukken", "Print";
    not_handed_over: "Het bestand is niet geopend", "The file was not opened";
    printed_queued: "Gestuurd naar de standaardprinter van deze computer", "Sent to the default printer of this computer";
    printed_asked: "Het programma dat dit soort bestanden opent, is gevraagd het af te drukken", "The program that opens such files was asked to print it";
    printed_opened: "Geopend. Druk het af in dat programma", "Opened. Print it in that program";
    prints_at_once: "Gaat naar de standaardprinter van deze computer. Kan dat niet, dan opent het bestand en drukt u het daar af", "Goes to the default printer of this computer. If that cannot be, the file opens and you print it there";
    prints_asked: "Vraagt het programma dat dit soort bestanden opent om het af te drukken. Kan dat niet, dan opent het bestand en drukt u het daar af", "Asks the program that opens such files to print it. If that cannot be, the file opens and you print it there";
    prints_opened: "Opent het bestand in een programma waarin u het afdrukt", "Opens the file in a program in which you print it";
    replaces: "Dit bestand bestaat al en wordt vervangen", "This file exists and will be replaced";
}

/// Help of `--out`: everything that can be made, and how its name ends.
pub fn out(kinds: &[(&str, Vec<&str>)]) -> String {
    let ends = kinds.iter().zip(std::iter::once(" eindigt").chain(std::iter::repeat("")));
    let ends = ends.map(|((kind, ends), verb)| format!("{kind}{verb} op {}", extensions(ends, "of")));
    let ends: Vec<String> = ends.collect();
    format!("Het bestand; {}. Wat er al stond, wordt vervangen", ends.join(", "))
}
