//! Search: its words, its hits, and the index of the guide, made when something is searched.
//!
//! A start or another day does not wait for the index; neither does a key, when the guide is large.

use std::{
    sync::{Arc, Weak},
    task::Waker,
};

use super::{
    App, Command, Document, Notice,
    question::{is_chosen, known_by},
    task::{Poll, Task},
};
use crate::{
    lookup::{Characteristic, Hit, QuestionOption, SearchIndex, find_characteristics},
    model::{Date, Guide, Lang, Regions},
};

/// A guide with more records than this is indexed beside the drawing: it may take longer than a frame.
///
/// Four thousand records take about 9 ms (`benches/app.rs`).
const AT_ONCE: usize = 5_000;

/// More hits than this are no help.
const MAX_HITS: usize = 12;

/// More characteristics than this are no help.
const MAX_CHARACTERISTICS: usize = 3;

/// A characteristic of a person that can be set from the search.
#[derive(Clone, Debug)]
pub struct CharacteristicHit {
    /// The name of the facet.
    pub facet: String,
    /// The name of the value.
    pub value: String,
    /// What sets it.
    pub sets: Command,
}

/// What is searched, and what was found.
#[derive(Debug, Default)]
pub(super) struct Search {
    query: String,
    hits: Vec<Hit>,
    /// Characteristics of a person that the words name.
    characteristics: Vec<Characteristic>,
    /// `None` until something is searched.
    index: Option<Index>,
}

/// The index of the last search.
#[derive(Debug)]
struct Index {
    scope: Scope,
    state: IndexState,
}

#[derive(Debug)]
enum IndexState {
    /// It is being made.
    Pending(Task<SearchIndex>),
    Ready(Box<SearchIndex>),
    /// Making it panicked; that is tried again when something else is searched.
    Stopped,
}

/// For what an index is right.
#[derive(Debug)]
struct Scope {
    document: Weak<Document>,
    date: Date,
    lang: Lang,
}

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.document, &other.document) && (self.date, self.lang) == (other.date, other.lang)
    }
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchState {
    /// The hits are those of the words that are searched.
    Ready,
    /// The guide is being read; there are no hits yet.
    Pending,
    /// Reading the guide panicked; there are no hits.
    Stopped,
}

/// Making the index panicked.
struct Stopped;

impl Index {
    /// A new one: there at once for a small guide, made in the background for a large one.
    fn new(document: &Arc<Document>, regions: &Arc<Regions>, scope: Scope, waker: &Waker) -> Self {
        let Scope { date, lang, .. } = scope;
        let state = if size(document.guide()) <= AT_ONCE {
            IndexState::Ready(Box::new(SearchIndex::new(document.guide(), regions, date, lang)))
        } else {
            let (document, regions) = (Arc::clone(document), Arc::clone(regions));
            IndexState::Pending(Task::start(waker.clone(), move |_| {
                Ok(SearchIndex::new(document.guide(), &regions, date, lang))
            }))
        };
        Self { scope, state }
    }

    /// Takes over what was made.
    fn poll(&mut self) -> Result<(), Stopped> {
        self.state = match std::mem::replace(&mut self.state, IndexState::Stopped) {
            IndexState::Pending(task) => match task.poll() {
                Poll::Running(task) => IndexState::Pending(task),
                Poll::Done(index) => IndexState::Ready(Box::new(index)),
                Poll::Failed => return Err(Stopped),
            },
            done => done,
        };
        Ok(())
    }
}

/// How many records there are to read.
fn size(guide: &Guide) -> usize {
    guide.parties.len() + guide.responsibilities.len()
}

impl Search {
    fn find(&mut self) {
        self.hits = match self.index.as_ref().map(|index| &index.state) {
            Some(IndexState::Ready(index)) if !self.query.trim().is_empty() => index.find(&self.query, MAX_HITS),
            _ => Vec::new(),
        };
    }

    /// Forgets what was searched.
    pub(super) fn clear(&mut self) {
        self.query.clear();
        self.hits.clear();
        self.characteristics.clear();
    }

    fn is_pending(&self) -> bool {
        self.state() == SearchState::Pending
    }

    fn state(&self) -> SearchState {
        match self.index.as_ref().map(|index| &index.state) {
            None | Some(IndexState::Ready(_)) => SearchState::Ready,
            Some(IndexState::Pending(_)) => SearchState::Pending,
            Some(IndexState::Stopped) => SearchState::Stopped,
        }
    }
}

impl App {
    /// Searches these words.
    pub(super) fn search_for(&mut self, words: String) {
        self.search.query = words;
        if self.search.state() == SearchState::Stopped {
            self.search.index = None;
        }
        self.renew_search();
        self.search.find();
        let words = self.search.query.trim();
        self.search.characteristics = find_characteristics(self.document.guide(), words, MAX_CHARACTERISTICS);
    }

    /// Searches the same words again when guide, day or language are others: what was found in the last is over.
    pub(super) fn renew_search(&mut self) {
        let scope =
            Scope { document: Arc::downgrade(&self.document), date: self.case.date, lang: self.settings.language };
        if self.search.index.as_ref().is_some_and(|index| index.scope == scope) {
            return;
        }
        let is_asked = !self.search.query.trim().is_empty();
        self.search.index = is_asked.then(|| Index::new(&self.document, &self.regions, scope, &self.waker));
        self.search.find();
    }

    /// Takes over the index that was made, and what it finds.
    pub(super) fn poll_search(&mut self) {
        if !self.search.is_pending() {
            return;
        }
        if let Some(Err(Stopped)) = self.search.index.as_mut().map(Index::poll) {
            self.tell(Notice::SearchStopped);
        }
        self.search.find();
    }

    /// What is being searched.
    pub fn query(&self) -> &str {
        &self.search.query
    }

    /// What was found.
    pub fn hits(&self) -> &[Hit] {
        &self.search.hits
    }

    /// The characteristics of a person that the words name, and that are not known yet; each can be set at once.
    pub fn characteristics(&self) -> Vec<CharacteristicHit> {
        let lang = self.settings.language;
        // To choose again what is chosen would take it away.
        let new = self.search.characteristics.iter().filter(|found| !is_chosen(self, found.facet, &found.option));
        let found = new.filter_map(|found| {
            let facet = &self.guide().facets[found.facet];
            let (id, known) = known_by(self, found.facet, &found.option)?;
            let value = match &found.option {
                QuestionOption::Value(id) | QuestionOption::Group(id) => facet.value_label(id, lang).to_owned(),
                QuestionOption::None => return None,
            };
            let facet = facet.label.text(lang).to_owned();
            Some(CharacteristicHit { facet, value, sets: Command::Know(id, known) })
        });
        found.collect()
    }

    /// How far the search is.
    pub fn search_state(&self) -> SearchState {
        self.search.state()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            Command,
            task::tests::broken,
            tests::{app, app_on},
        },
        lookup::Known,
    };

    /// A guide that is too large to be indexed at once; its made-up parties are told apart by a number.
    fn large() -> Guide {
        let mut guide = crate::file::embedded_guide().unwrap();
        let model = guide.parties.iter().next().unwrap().clone();
        let made_up = (0..=AT_ONCE).map(|number| {
            let mut party = model.clone();
            party.id = crate::model::Id::new(&format!("verzonnen-{number}")).unwrap();
            party
        });
        guide.parties = guide.parties.iter().cloned().chain(made_up).collect();
        guide
    }

    fn search(app: &mut App, words: &str) {
        app.run(Command::Search(words.into()));
    }

    fn first(app: &App) -> Option<&str> {
        app.hits().first().map(|hit| hit.id.as_str())
    }

    #[test]
    fn a_small_guide_has_its_hits_on_the_same_key() {
        let mut app = app();
        search(&mut app, "comensha");
        assert_eq!((app.search_state(), first(&app)), (SearchState::Ready, Some("comensha")));
    }

    #[test]
    fn a_large_guide_has_them_when_it_is_read_for_what_is_searched_by_then() {
        let mut app = app_on(large());
        search(&mut app, "jeugdz");
        assert_eq!((app.search_state(), first(&app)), (SearchState::Pending, None));
        search(&mut app, "comensha");
        app.poll_until(|app| app.search_state() == SearchState::Ready);
        assert_eq!(first(&app), Some("comensha"));
    }

    #[test]
    fn what_was_found_in_another_guide_on_another_day_or_in_another_language_is_over() {
        let mut app = app_on(large());
        search(&mut app, "comensha");
        app.poll_until(|app| app.search_state() == SearchState::Ready);
        let changes = [Command::SetDate("2022-02-03".parse().unwrap()), Command::SetLanguage(Lang::En)];
        for change in changes {
            app.run(change);
            assert_eq!((app.search_state(), first(&app)), (SearchState::Pending, None));
            app.poll_until(|app| app.search_state() == SearchState::Ready);
            assert_eq!(first(&app), Some("comensha"));
        }
        search(&mut app, "verzonnen-17");
        assert!(first(&app).is_some());
        app.run(Command::UseEmbeddedGuide);
        assert_eq!((app.search_state(), app.query()), (SearchState::Ready, "verzonnen-17"));
        assert!(app.hits().iter().all(|hit| hit.id != "verzonnen-17"), "{:?}", app.hits());
    }

    #[test]
    fn a_characteristic_is_offered_as_long_as_it_is_not_set() {
        let mut app = app();
        let offered = |app: &mut App, words: &str| {
            search(app, words);
            app.characteristics().first().map(|hit| (hit.value.clone(), hit.sets.clone()))
        };
        // One value of a facet of kind `one`, and two of a facet of kind `many`.
        for words in ["bedenktijd", "loverboy", "studievisum"] {
            let (value, sets) = offered(&mut app, words).unwrap();
            app.run(sets.clone());
            assert!(app.characteristics().iter().all(|hit| hit.value != value), "{words}: it is set");
            // Where it is known to be otherwise, it can be set again.
            let Command::Know(facet, Some(known)) = sets else { panic!("{words}: it sets nothing") };
            if let Known::Each(known) = known {
                let denied = known.keys().map(|value| (value.clone(), false)).collect();
                app.run(Command::Know(facet.clone(), Some(Known::Each(denied))));
                assert_eq!(offered(&mut app, words).map(|(value, _)| value), Some(value), "{words}: it is denied");
                app.run(Command::Know(facet, Some(Known::Each(known))));
            }
        }
    }

    #[test]
    fn an_answer_to_a_question_leaves_the_hits_as_they_are() {
        let mut app = app_on(large());
        search(&mut app, "comensha");
        app.poll_until(|app| app.search_state() == SearchState::Ready);
        app.run(Command::ClearAll);
        search(&mut app, "comensha");
        assert_eq!((app.search_state(), first(&app)), (SearchState::Ready, Some("comensha")));
    }

    #[test]
    fn reading_that_panics_is_told_once_and_tried_again_with_the_next_words() {
        let mut app = app_on(large());
        search(&mut app, "comensha");
        app.search.index.as_mut().unwrap().state = IndexState::Pending(broken((), app.waker.clone()));
        app.poll_until(|app| app.search_state() == SearchState::Stopped);
        assert_eq!(app.notice(), Some(&Notice::SearchStopped));
        app.run(Command::Dismiss(app.told()[0].id));
        app.poll();
        assert_eq!(app.notice(), None);
        search(&mut app, "comensha opvang");
        assert_eq!(app.search_state(), SearchState::Pending);
        app.poll_until(|app| app.search_state() == SearchState::Ready);
        assert_eq!(first(&app), Some("comensha"));
    }
}
