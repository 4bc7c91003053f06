//! The words of the guide, read when something is searched: a start or another day does not wait for it.

use std::sync::{Arc, Weak};

use super::Loaded;
use crate::{
    lookup::SearchIndex,
    model::{Date, Lang, Regions},
};

/// The index of the last search, as long as it is right.
#[derive(Debug, Default)]
pub(super) struct Search {
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    loaded: Weak<Loaded>,
    date: Date,
    lang: Lang,
    index: SearchIndex,
}

impl Search {
    /// The index of this guide on this day, in this language.
    pub(super) fn index(&mut self, loaded: &Arc<Loaded>, regions: &Regions, date: Date, lang: Lang) -> &SearchIndex {
        let own = Arc::downgrade(loaded);
        let is_right = |made: &Made| Weak::ptr_eq(&made.loaded, &own) && (made.date, made.lang) == (date, lang);
        let made = self.made.take().filter(is_right).unwrap_or_else(|| {
            let index = SearchIndex::new(loaded.guide(), regions, date, lang);
            Made { loaded: Weak::clone(&own), date, lang, index }
        });
        &self.made.insert(made).index
    }
}
