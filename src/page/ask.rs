//! A question of the page, looked up.

use super::{Page, Refused, request::Question};
use crate::{
    contract::{self, Wanted},
    lookup::{Outcome, Profile, Whereabouts},
    model::{CallError, Date, Ix, Lang, PartialDate, Phase},
    present::Asked,
};

/// A question that was looked up.
#[derive(Debug)]
pub(super) struct Answered<'a> {
    page: &'a Page,
    pub(super) profile: Profile,
    pub(super) outcome: Outcome,
    pub(super) place: Whereabouts<'a>,
    pub(super) lang: Lang,
}

impl Answered<'_> {
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { index: &self.page.index, profile: &self.profile, outcome: &self.outcome }
    }
}

impl Page {
    /// The JSON of `lookup`, byte for byte.
    pub(super) fn ask(&self, question: &Question) -> Result<String, Refused> {
        let answered = self.look_up(question)?;
        let phases: Vec<Ix<Phase>> = self.index.guide().phases.ixs().collect();
        let place = answered.place.told(&self.regions);
        let wanted = Wanted { lang: question.lang, phases: &phases, place };
        let json = serde_json::to_string_pretty(&contract::lookup(answered.asked(), wanted));
        Ok(json.map_err(|error| Refused::Json(error.to_string()))? + "\n")
    }

    /// Looks a question up.
    pub(super) fn look_up(&self, question: &Question) -> Result<Answered<'_>, Refused> {
        let date = day(&question.date)?;
        let place = Whereabouts::read(question.gemeente.as_deref(), &self.regions)?;
        let profile = Profile::parse(self.index.guide(), question.profile.iter().map(String::as_str))?;
        let outcome = self.index.look_up(&profile, place.on(date))?;
        Ok(Answered { page: self, profile, outcome, place, lang: question.lang })
    }
}

/// A day that was given.
pub(super) fn day(given: &str) -> Result<Date, Refused> {
    match given.parse() {
        Ok(PartialDate::Day(date)) => Ok(date),
        Ok(PartialDate::Year(_) | PartialDate::Month(..)) | Err(_) => Err(CallError::NotADay(given.to_owned()).into()),
    }
}
