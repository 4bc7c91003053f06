//! The page: the wegwijzer in a browser, as questions in JSON and answers in JSON and HTML.
//!
//! `export site` writes one file with a [`Bundle`] (guide, regions, where the guide came from) and this room compiled to
//! WebAssembly (`engine/`). Its script only hands over what was chosen and puts in place what [`Page::answer`] gives:
//! every word and every verdict is made here, by the same code as the window and the command line.
//!
//! Pure: it needs no disk, no clock and no network. HTML is made by `maud`, which escapes what is put in by its type.

mod about;
mod answer;
mod ask;
mod bundle;
mod compare;
mod facts;
mod form;
mod frame;
mod gaps;
mod lesson;
mod party;
mod plain;
mod plan;
mod refused;
mod request;
mod search;

pub use bundle::Bundle;
pub use frame::{starting, title};
pub use plain::plain_text;

use std::sync::Arc;

use serde::Serialize;

use crate::{
    lookup::{Index, SearchIndex},
    model::{Date, IndexError, Lang, Regions},
    text::errors,
};
use refused::Refused;
use request::Request;

/// A guide that answers what the page asks.
#[derive(Debug)]
pub struct Page {
    index: Index,
    regions: Regions,
    made: Date,
    /// The index of the last search, and for which day and language it is.
    searched: Option<(Date, Lang, SearchIndex)>,
}

impl Page {
    /// Makes a guide ready to be asked.
    ///
    /// # Errors
    /// [`IndexError`] when it has a facet that cannot be asked; `export site` makes no page of such a guide.
    pub fn open(bundle: Bundle) -> Result<Self, IndexError> {
        let origin = bundle.origin();
        let Bundle { guide, regions, made, .. } = bundle;
        let made = made.first_day();
        let index = Index::new(Arc::new(guide))?.with_origin(origin);
        Ok(Self { index, regions, made, searched: None })
    }

    /// Opens a bundle as the page carries it.
    ///
    /// # Errors
    /// Why it cannot be read or asked, for who made the page: `export site` makes none of such a guide.
    pub fn read(bundle: &str) -> Result<Self, String> {
        let bundle = serde_json::from_str(bundle).map_err(|error| error.to_string())?;
        Self::open(bundle).map_err(|error| errors::index(&error, Lang::Nl))
    }

    /// Answers a request, which is JSON as the page's script writes it, with JSON.
    ///
    /// # Errors
    /// Why not, in the words of the command line and the language of the request.
    pub fn answer(&mut self, request: &str) -> Result<String, String> {
        let request = Request::read(request);
        let lang = request.as_ref().map_or(Lang::Nl, Request::lang);
        let answer = request.and_then(|request| self.reply(&request));
        answer.map_err(|refused| refused.words(self.index.guide(), lang))
    }

    fn reply(&mut self, request: &Request) -> Result<String, Refused> {
        match request {
            Request::Ask(question) => self.ask(question),
            Request::Show(question) => json(&self.show(question)),
            Request::Party(question) => json(&self.party(question)?),
            Request::Search(question) => json(&self.search(question)?),
            Request::About(question) => json(&self.about(question)),
            Request::Cases(asked) => json(&self.cases(asked)),
            Request::Case(asked) => json(&self.case(asked)?),
            Request::Quiz(asked) => json(&self.quiz(asked)),
            Request::Frame(question) => json(&frame::Frame::of(self.index.guide(), self.index.origin(), question.lang)),
        }
    }
}

fn json(value: &impl Serialize) -> Result<String, Refused> {
    serde_json::to_string(value).map_err(|error| Refused::Json(error.to_string()))
}
