//! What is said of a person on the command line and, with `--profile -`, on standard input: that stays out of the shell's
//! history, and out of the list of programs that everybody on the computer can see.

use std::io::Read;

use super::args::PlaceArgument;
use crate::model::CallError;

/// The most of standard input that is read: a profile with every value of the guide takes a twentieth.
const MOST: u64 = 64 * 1024;
/// What begins the second situation on standard input, as on the command line.
const WITH: &str = "--with";
/// What says where the person is, in the form of a facet.
const GEMEENTE: &str = "gemeente";

/// What is known of a person, and where that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// `FACET=VALUE[,VALUE]`.
    pub(super) facets: Vec<String>,
    /// A name or a code.
    pub(super) gemeente: Option<String>,
}

impl Said {
    /// Of one person.
    ///
    /// # Errors
    /// [`CallError`] when standard input is no text or too long, when `--profile` asks for something else, or when two
    /// gemeenten are given.
    pub(super) fn read(
        facets: &[String],
        place: &PlaceArgument,
        profile: Option<&str>,
        input: &mut dyn Read,
    ) -> Result<Self, CallError> {
        let mut said = Self { facets: facets.to_vec(), gemeente: place.gemeente.clone() };
        said.add(words_of(&text(profile, input)?))?;
        Ok(said)
    }

    /// Of two situations, if there are two; those of the second may stand on standard input too, after `--with`.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(super) fn read_two(
        facets: &[String],
        with: Option<&[String]>,
        place: &PlaceArgument,
        profile: Option<&str>,
        input: &mut dyn Read,
    ) -> Result<(Self, Option<Vec<String>>), CallError> {
        let mut said = Self { facets: facets.to_vec(), gemeente: place.gemeente.clone() };
        let mut typed = words_of(&text(profile, input)?);
        let second = typed.iter().position(|word| word == WITH).map(|at| typed.split_off(at).split_off(1));
        said.add(typed)?;
        if with.is_none() && second.is_none() {
            return Ok((said, None));
        }
        // The place is that of both, on whichever side of `--with` it stands.
        let mut other = Self { facets: with.unwrap_or_default().to_vec(), gemeente: said.gemeente.take() };
        other.add(second.unwrap_or_default())?;
        said.gemeente = other.gemeente;
        Ok((said, Some(other.facets)))
    }

    fn add(&mut self, words: Vec<String>) -> Result<(), CallError> {
        for word in words {
            match word.split_once('=') {
                Some((GEMEENTE, name)) if self.gemeente.is_none() => self.gemeente = Some(name.to_owned()),
                Some((GEMEENTE, _)) => return Err(CallError::Twice(GEMEENTE.to_owned())),
                _ => self.facets.push(word),
            }
        }
        Ok(())
    }
}

/// Standard input, if it is asked for; otherwise nothing.
///
/// # Errors
/// [`CallError`] when it is no text or too long, or `--profile` asks for something else.
pub(super) fn text(profile: Option<&str>, input: &mut dyn Read) -> Result<String, CallError> {
    match profile {
        None => Ok(String::new()),
        Some("-") => {
            let mut typed = Vec::new();
            input.take(MOST + 1).read_to_end(&mut typed).map_err(|_| CallError::UnreadableInput)?;
            if typed.len() as u64 > MOST {
                return Err(CallError::LongInput { kilobytes: MOST / 1024 });
            }
            let typed = String::from_utf8(typed).map_err(|_| CallError::UnreadableInput)?;
            Ok(typed.trim_start_matches('\u{feff}').to_owned())
        }
        Some(other) => {
            let possible = vec!["-".to_owned()];
            let (given, argument) = (other.to_owned(), "--profile".to_owned());
            Err(CallError::InvalidValue { given, argument, possible })
        }
    }
}

/// The facets of a text, wherever its lines end.
fn words_of(text: &str) -> Vec<String> {
    text.lines().flat_map(facets_of).collect()
}

/// The facets of a line; there may be spaces around `=`, after a comma, and in the name of a gemeente.
fn facets_of(line: &str) -> Vec<String> {
    let mut facets: Vec<String> = Vec::new();
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // A word before `=`, or with one in it, begins another facet.
        let begins = word.contains('=') || word == WITH || words.peek().is_some_and(|next| next.starts_with('='));
        match facets.last_mut() {
            Some(last) if last.ends_with('=') || word.starts_with(['=', ',']) => last.push_str(word),
            Some(last) if last.ends_with(',') && !begins => last.push_str(word),
            Some(last) if !begins && last.split_once('=').is_some_and(|(facet, _)| facet == GEMEENTE) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => facets.push(word.to_owned()),
        }
    }
    // A comma between facets is none between values.
    facets.iter().map(|facet| facet.trim_end_matches(',').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<Said, CallError> {
        Said::read(&[], &PlaceArgument { gemeente: None }, Some("-"), &mut typed.as_bytes())
    }

    #[test]
    fn spaces_stand_where_people_put_them() {
        let facets = || vec!["leeftijd=16-17".to_owned(), "uitbuiting=arbeid,niet-seksueel".to_owned()];
        for (typed, gemeente) in [
            ("leeftijd = 16-17\nuitbuiting = arbeid, niet-seksueel\ngemeente = Berg en Dal\n", "Berg en Dal"),
            ("gemeente=Den Haag leeftijd =16-17 uitbuiting= arbeid ,niet-seksueel", "Den Haag"),
            ("gemeente = Den Haag leeftijd = 16-17 uitbuiting=arbeid,niet-seksueel", "Den Haag"),
            ("leeftijd=16-17, uitbuiting=arbeid, niet-seksueel, gemeente=Sluis", "Sluis"),
            ("leeftijd=16-17\r\ngemeente=  GM0363 \r\nuitbuiting=arbeid,niet-seksueel", "GM0363"),
        ] {
            assert_eq!(read(typed), Ok(Said { facets: facets(), gemeente: Some(gemeente.to_owned()) }), "{typed:?}");
        }
    }

    #[test]
    fn one_person_is_in_one_place() {
        let twice = Err(CallError::Twice(GEMEENTE.to_owned()));
        assert_eq!(read("gemeente=Sluis\ngemeente=Borne"), twice);
        let place = PlaceArgument { gemeente: Some("Sluis".to_owned()) };
        let mut input = "gemeente=Borne".as_bytes();
        assert_eq!(Said::read(&[], &place, Some("-"), &mut input), twice);
        let mut input = "gemeente=Borne --with leeftijd=12 gemeente=Sluis".as_bytes();
        let both = Said::read_two(&[], None, &PlaceArgument { gemeente: None }, Some("-"), &mut input);
        assert_eq!(both, Err(CallError::Twice(GEMEENTE.to_owned())));
    }
}
