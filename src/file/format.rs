//! A guide as text: RON, in one canonical form.

use ron::{Options, extensions::Extensions};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    begin::{at_begin, is_bundle, is_cases},
    form::form_error,
    migrations::{Age, age},
    pretty::{lay_out, lay_out_value},
    scan,
};
use crate::model::{Condition, FileError, FileFault, FormFault, Guide, Regions, SCHEMA};

/// The first lines of every guide that this program writes.
const HEADER: &str = "\
// NVM-wegwijzer: wie doet wat voor een mogelijk slachtoffer van mensenhandel, met de bron erbij.
// Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.
";

/// The same of a guide for training.
const TRAINING_HEADER: &str = "\
// OEFENING: dit is geen echte wegwijzer. Alles in dit bestand is verzonnen, ook de bronnen en de nummers.
// Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.
";

/// As deep as ron itself goes by default: some fifty conditions within each other.
/// A test reads such a document on a thread with the usual small stack.
const MAX_DEPTH: usize = 128;

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a guide from the text of a file.
///
/// A guide in a newer form is read when all of it is still known; its [`Guide::schema`] tells.
///
/// # Errors
/// [`FileError`] with the place of what is wrong, and what was expected.
pub fn read_guide(text: &str) -> Result<Guide, FileError> {
    if let Some(error) = at_begin(text, FormFault::Bundle).filter(|_| is_bundle(text)) {
        return Err(error);
    }
    if let Some(error) = at_begin(text, FormFault::Cases).filter(|_| is_cases(text)) {
        return Err(error);
    }
    let guide: Guide = read_of_any_age(text)?;
    // A number can be written in other ways than the look before sees, such as `0x0`.
    if guide.schema < SCHEMA { Err(FileFault::NoSuchSchema { schema: guide.schema }.into()) } else { Ok(guide) }
}

/// Reads the table of gemeenten and regions that stands beside the guide.
///
/// # Errors
/// [`FileError`] with the place of what is wrong, and what was expected.
pub fn read_regions(text: &str) -> Result<Regions, FileError> {
    read_document(text)
}

/// Reads one condition, as it stands in a guide: `All([Is("leeftijd", ["minderjarig"]), Not(Is("dublin", ["ja"]))])`.
/// Whether its facets and values exist is for [`crate::lookup::Index::judge`].
///
/// # Errors
/// [`FileError`] with the line and column of what is wrong, and what was expected.
pub fn read_condition(text: &str) -> Result<Condition, FileError> {
    read_document(text)
}

/// A condition as [`write_guide`] writes it, on one line as long as that fits.
pub fn write_condition(condition: &Condition) -> String {
    let written = options().without_recursion_limit().to_string(condition);
    written.map_or_else(|_| String::new(), |text| lay_out_value(&text))
}

/// Reads a document that says itself what it is, by how it begins; anything else is the other fault.
pub(super) fn read_begun<T: DeserializeOwned>(
    text: &str,
    begins: fn(&str) -> bool,
    otherwise: FormFault,
) -> Result<T, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match at_begin(text, otherwise).filter(|_| !begins(text)) {
        Some(error) => Err(error),
        None => read_of_any_age(text),
    }
}

/// Reads a document whose form has a number; of a newer one that cannot be read, only that is told.
fn read_of_any_age<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    let newer = age(text)?;
    read_document(text).map_err(|error| match newer {
        Age::Newer(schema) => FileFault::Newer { schema }.into(),
        Age::Current => error,
    })
}

/// Reads any document; a mark for the order of bytes at its start is let pass.
pub(super) fn read_document<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = options().with_recursion_limit(MAX_DEPTH);
    options.from_str(text).or_else(|_| read_with_track(text, &options))
}

/// The same, slower, to find out in which field something is wrong.
fn read_with_track<T: DeserializeOwned>(text: &str, options: &Options) -> Result<T, FileError> {
    let mut track = serde_path_to_error::Track::new();
    let mut deserializer = ron::Deserializer::from_str_with_options(text, options)
        .map_err(|error| form_error(text, &serde_path_to_error::Track::new().path(), &error))?;
    T::deserialize(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track))
        .and_then(|document| deserializer.end().map(|()| document))
        .map_err(|error| form_error(text, &track.path(), &deserializer.span_error(error)))
}

/// The guide in canonical form: what [`canonical`] orders, one field per line, ready for a version control system.
///
/// [`read_guide`] gives the same guide back, up to that order, as long as its conditions are not nested deeper than it
/// reads; [`super::save_guide`] makes sure of that before anything is written.
pub fn write_guide(guide: &Guide) -> String {
    let header = if guide.training { TRAINING_HEADER } else { HEADER };
    format!("{header}{}", write_document(&canonical(guide)))
}

/// How many comments stand in a text of a guide that [`write_guide`] does not write.
pub fn comments(text: &str) -> usize {
    let is_there = |own: &&str| text.lines().any(|line| line.trim_end() == *own);
    let own = HEADER.lines().chain(TRAINING_HEADER.lines().take(1)).filter(is_there).count();
    scan::comments(text).saturating_sub(own)
}

/// Any document, laid out.
pub(super) fn write_document(document: &impl Serialize) -> String {
    // Writing into memory fails only when a type refuses to be written, and none here does.
    // If one ever did, this is a text that reads as "empty" and that `save_guide` refuses.
    options().without_recursion_limit().to_string(document).map_or_else(|_| String::new(), |text| lay_out(&text))
}

/// The guide with its records in canonical order.
///
/// Where the order means something it stays: what is said first, limits, facets and their sections, rules, phases.
/// Sources, parties, responsibilities, referrals, gaps, conflicts, agreements, scenarios, the glossary and the exceptions are
/// ordered by id, so that two people who add a record do not meet on the last line.
pub fn canonical(guide: &Guide) -> Guide {
    let mut guide = guide.clone();
    guide.sources.sort_by(|a, b| a.id.cmp(&b.id));
    guide.parties.sort_by(|a, b| a.id.cmp(&b.id));
    guide.responsibilities.sort_by(|a, b| a.id.cmp(&b.id));
    guide.referrals.sort_by(|a, b| a.id.cmp(&b.id));
    guide.gaps.sort_by(|a, b| a.id.cmp(&b.id));
    guide.conflicts.sort_by(|a, b| a.id.cmp(&b.id));
    guide.agreements.sort_by(|a, b| a.id.cmp(&b.id));
    guide.scenarios.sort_by(|a, b| a.id.cmp(&b.id));
    guide.glossary.sort_by(|a, b| a.id.cmp(&b.id));
    guide.renamed.sort();
    guide.exceptions.sort_by(|a, b| a.id.cmp(&b.id));
    guide.unresolved.sort_by(|a, b| a.id.cmp(&b.id));
    guide
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Expected, FormFault, Suggestion};

    fn wrong(text: &str) -> (FileFault, usize, usize) {
        let error = read_condition(text).unwrap_err();
        let place = error.place.map_or((0, 0), |place| (place.line, place.column));
        (error.fault, place.0, place.1)
    }

    #[test]
    fn a_condition_comes_back_as_it_was_written() {
        for text in [
            "Always",
            "Is(\"leeftijd\", [\"minderjarig\"])",
            "All([Is(\"leeftijd\", [\"12\"]), Not(HasAny(\"uitbuiting\", [\"arbeid\"]))])",
            "Any([])",
        ] {
            assert_eq!(write_condition(&read_condition(text).unwrap()), text);
        }
        let spread = "// wie\n All( [\n Always, ], ) ";
        assert_eq!(write_condition(&read_condition(spread).unwrap()), "All([Always])");
        let long = format!("All([{}])", ["Is(\"leeftijd\", [\"minderjarig\"])"; 9].join(","));
        let written = write_condition(&read_condition(&long).unwrap());
        assert_eq!((written.lines().next(), written.lines().count()), (Some("All(["), 11));
    }

    #[test]
    fn what_is_no_condition_says_where_and_what() {
        let form = |fault| FileFault::Form(fault);
        assert_eq!(wrong(" \n// niets").0, FileFault::Empty);
        let (fault, line, _) = wrong("All([\n  Iz(\"leeftijd\", [\"12\"]),\n])");
        assert_eq!(line, 2);
        assert!(
            matches!(fault, FileFault::Form(FormFault::UnknownVariant { instead: Suggestion::Meant("Is"), .. })),
            "{fault:?}"
        );
        let (fault, line, column) = wrong("Is(\"leeftijd\", \"12\")");
        assert_eq!((fault, line), (form(FormFault::Expected(Expected::List)), 1));
        assert!(column >= 16, "{column}");
        let (fault, line, _) = wrong("All([\nIs(\"leeftijd\", [\"12\"])");
        assert_eq!((fault, line), (form(FormFault::EndsInBracket { opened: '[', line: 1 }), 2));
        assert!(matches!(wrong("Is(\"Leeftijd\", [\"12\"])").0, FileFault::Form(FormFault::NotAnId(_))));
        assert!(matches!(wrong("Always Always").0, FileFault::Form(FormFault::AfterTheEnd)));
        for text in ["12", "[Always]", "\"Always\"", "(Always)", "All[Always]", "leeftijd", "Is"] {
            assert_ne!(wrong(text).0, form(FormFault::NotAGuide), "{text}");
        }
    }
}
