//! What is said of a way to reach a party.

use super::days::weekday;
use crate::model::{Contact, Guide, Hours, Lang, Weekday};

/// When a contact answers, in the words of its source. In English only where those say no more than the hours that the
/// guide has as data.
pub fn contact_hours(contact: &Contact, lang: Lang) -> Option<String> {
    let said = contact.hours.clone()?;
    let (Lang::En, [hours]) = (lang, contact.open.as_slice()) else { return Some(said) };
    Some(if said == open_hours(hours, Lang::Nl) { open_hours(hours, Lang::En) } else { said })
}

fn open_hours(hours: &Hours, lang: Lang) -> String {
    let (from, until) = (hours.from.minutes(), hours.until.minutes());
    if (hours.from_day, hours.until_day, from, until) == (Weekday::Maandag, Weekday::Zondag, 0, 24 * 60) {
        return "24/7".to_owned();
    }
    let days = [hours.from_day, hours.until_day].map(|day| weekday(day, lang));
    let time = |minutes: u16, point: char| format!("{}{point}{:02}", minutes / 60, minutes % 60);
    match lang {
        Lang::Nl => format!("{} t/m {}, {}–{} uur", days[0], days[1], time(from, '.'), time(until, '.')),
        Lang::En => format!("{} to {}, {}–{}", days[0], days[1], time(from, ':'), time(until, ':')),
    }
}

/// For whom a contact is, in the words of its source. In English where those are an answer that the guide has in English.
pub fn contact_for_whom(contact: &Contact, guide: &Guide, lang: Lang) -> Option<String> {
    let said = contact.for_whom.clone()?;
    let mut labels = guide.facets.iter().flat_map(|facet| &facet.values).map(|value| &value.label);
    let label = labels.find(|label| label.text(Lang::Nl) == said);
    Some(label.map_or(said, |label| label.text(lang).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::embedded_guide;

    #[test]
    fn in_english_a_note_is_english_where_the_guide_has_that_and_else_the_words_of_the_source() {
        let guide = embedded_guide().unwrap();
        let contacts: Vec<&Contact> = guide.parties.iter().flat_map(|party| &party.contacts).collect();
        let said = |words: fn(&Contact, &Guide) -> [Option<String>; 3]| -> Vec<[String; 2]> {
            let mut said: Vec<_> = contacts
                .iter()
                .filter_map(|contact| {
                    let [own, nl, en] = words(contact, &guide);
                    assert_eq!(own, nl, "in Dutch the words of the source");
                    Some([own?, en?])
                })
                .collect();
            said.sort();
            said.dedup();
            said
        };
        let hours = said(|contact, _| {
            [contact.hours.clone(), contact_hours(contact, Lang::Nl), contact_hours(contact, Lang::En)]
        });
        let pair = |nl: &str, en: &str| [nl.to_owned(), en.to_owned()];
        assert!(hours.contains(&pair("maandag t/m vrijdag, 9.00–17.00 uur", "Monday to Friday, 9:00–17:00")));
        assert!(hours.contains(&pair("24/7 (proef)", "24/7 (proef)")), "that it was a pilot is not lost");
        let whom = said(|contact, guide| {
            let of = |lang| contact_for_whom(contact, guide, lang);
            [contact.for_whom.clone(), of(Lang::Nl), of(Lang::En)]
        });
        assert!(whom.contains(&pair("acuut gevaar", "acute danger")), "{whom:?}");
    }
}
