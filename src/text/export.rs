//! What is said about making a file, whatever is in it.

use super::{errors::extensions, texts};

/// Help of `export`.
pub const EXPORT: &str = "Maakt een bestand van het antwoord";
/// Help of what to make.
pub const WHAT: &str = "Wat u wilt maken";

texts! {
    save: "Opslaan", "Save";
    comes_at: "Komt hier", "Goes here";
    replaces: "Dit bestand bestaat al en wordt vervangen", "This file exists and will be replaced";
}

/// Help of `--out`: everything that can be made, and how its name ends.
pub fn out(kinds: &[(&str, Vec<&str>)]) -> String {
    let ends = kinds.iter().zip(std::iter::once(" eindigt").chain(std::iter::repeat("")));
    let ends = ends.map(|((kind, ends), verb)| format!("{kind}{verb} op {}", extensions(ends, "of")));
    let ends: Vec<String> = ends.collect();
    format!("Het bestand; {}. Wat er al stond, wordt vervangen", ends.join(", "))
}
