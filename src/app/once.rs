//! What is worked out once, and again only when what it was worked out from is another.

use std::{
    cell::RefCell,
    fmt,
    sync::{Arc, Weak},
};

use crate::model::Guide;

/// A value that is worked out when it is asked for, and kept as long as it is asked for with an equal key. The key is
/// all that the value is made from, so that it is never out of date.
pub(in crate::app) struct Once<K, V: ?Sized>(RefCell<Option<(K, Arc<V>)>>);

impl<K: PartialEq, V: ?Sized> Once<K, V> {
    pub(in crate::app) fn get(&self, key: K, make: impl FnOnce() -> Arc<V>) -> Arc<V> {
        if let Some((of, value)) = &*self.0.borrow()
            && *of == key
        {
            return Arc::clone(value);
        }
        let value = make();
        self.0.replace(Some((key, Arc::clone(&value))));
        value
    }
}

impl<K, V: ?Sized> Default for Once<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: fmt::Debug, V: ?Sized> fmt::Debug for Once<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.borrow().as_ref().map(|(key, _)| key))
    }
}

/// Which guide something is of. A guide in hand never changes: another one takes its place.
#[derive(Clone, Debug)]
pub(in crate::app) struct OfGuide(Weak<Guide>);

impl OfGuide {
    pub(in crate::app) fn new(guide: &Arc<Guide>) -> Self {
        Self(Arc::downgrade(guide))
    }
}

impl PartialEq for OfGuide {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_worked_out_again_only_for_another_key() {
        let once: Once<i32, str> = Once::default();
        let made = RefCell::new(0);
        let get = |key: i32| {
            once.get(key, || {
                *made.borrow_mut() += 1;
                key.to_string().into()
            })
        };
        assert_eq!([&*get(1), &*get(1), &*get(2), &*get(1)], ["1", "1", "2", "1"]);
        assert_eq!(*made.borrow(), 3);
    }

    #[test]
    fn a_guide_that_took_the_place_of_another_is_not_the_same() {
        let guide = Arc::new(crate::file::embedded_guide().unwrap());
        let copy = Arc::new(Guide::clone(&guide));
        assert_eq!(OfGuide::new(&guide), OfGuide::new(&Arc::clone(&guide)));
        assert_ne!(OfGuide::new(&guide), OfGuide::new(&copy));
    }
}
