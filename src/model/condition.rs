//! For whom something holds.

use serde::{Deserialize, Serialize};

use super::{FacetId, ValueId};

/// A statement about one person that is either true or false.
///
/// A value may also be a group of the facet, which stands for all its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// Holds for everybody.
    #[default]
    Always,
    /// All of these hold; for an empty list that is everybody.
    All(Vec<Condition>),
    /// At least one of these holds; for an empty list that is nobody.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// The facet (kind `one`) has one of these values.
    Is(FacetId, Vec<ValueId>),
    /// At least one of these values of the facet (kind `many`) is true.
    HasAny(FacetId, Vec<ValueId>),
    /// All these values of the facet (kind `many`) are true.
    HasAll(FacetId, Vec<ValueId>),
}

impl Condition {
    /// Calls `visit` for this condition and all within it, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Condition)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) => part.walk(visit),
            Self::Always | Self::Is(..) | Self::HasAny(..) | Self::HasAll(..) => {}
        }
    }

    /// The facets that it names, each once, in the order in which it does.
    pub fn facets(&self) -> Vec<&FacetId> {
        let mut facets = Vec::new();
        self.walk(&mut |part| {
            if let Self::Is(facet, _) | Self::HasAny(facet, _) | Self::HasAll(facet, _) = part
                && !facets.contains(&facet)
            {
                facets.push(facet);
            }
        });
        facets
    }

    /// Whether it is the default, which a file leaves out.
    pub fn is_always(&self) -> bool {
        matches!(self, Self::Always)
    }
}
