//! Inside which fields versions may be merged, and by what the elements of lists are known.

use crate::model::Field;

/// How versions of a field are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Policy {
    /// It is one fact: two versions of it are never mixed. Two people who each add a condition have not agreed on the
    /// sum, and a choice with its own sources stands or falls with them.
    OneFact,
    /// Field by field. A list is merged element by element, each known by its values at these places, or by itself.
    Inside(&'static [&'static str]),
    /// A list whose order says nothing; its elements are known by themselves.
    Set,
    /// Field by field, also where it stood nowhere before: each of its fields says something by itself.
    Apart,
}

use Policy::{Apart, Inside, OneFact, Set};

const ITSELF: Policy = Inside(&[]);
const BY_ID: Policy = Inside(&["/id"]);

/// How versions of this field are merged. A field that is added and forgotten here does not compile.
#[allow(clippy::enum_glob_use, reason = "more than a hundred names")]
pub(super) fn policy(field: Field) -> Policy {
    use Field::*;
    match field {
        // For whom; what stands or falls with its own basis; what a person is said to be; how far an agreement is; on
        // which ground data may be shared; which edition was given out; a place in a source; hours, of which half of
        // each is what nobody meant.
        Atw | Basis | Facet | Given | Hours | Learn | Needed | NotOf | Open | Other | Release | Sharing | Show
        | State | Then | Timing | UntilToldUnless | When | Who => OneFact,
        Valid => Apart,
        Aliases | Area | Asked | Audience | Between | Forget | LegalBasis | Parties | PartOf | Responsibilities
        | Synonyms => Set,
        // One number may be there more than once, with other hours in other years.
        Contacts => Inside(&["/kind", "/value", "/valid/from"]),
        Cites => Inside(&["/source", "/at", "/fact"]),
        Names => Inside(&["/name/nl"]),
        Terms | Alerts | Sides => Inside(&["/text"]),
        Expect => Inside(&["/aspect", "/party", "/role"]),
        Spine => Inside(&["/role"]),
        Limits => Inside(&["/nl"]),
        Renamed => Inside(&["/was"]),
        Values | Groups | Aspects | Steps => BY_ID,
        Next => Inside(&["/to"]),
        Act | Ask | AskFirst | Aspect | At | AtLeast | Bound | By | Certain | Certainty | Changed | Changes
        | Contact | Count | Date | Decides | Depth | Edition | En | FacetSections | Facets | Fact | Focus | ForWhom
        | Frozen | From | FromAspect | FromDay | Gemeente | Ground | Help | Id | Imported | Impossible | Is | Kind
        | Label | Letter | Meaning | Minutes | Name | Nl | NoLaterThan | Note | Notes | On | Outcome | Outdated
        | Owner | Party | Phase | Phone | Primary | Provided | Publisher | Question | Questions | Quote | Reason
        | Receives | Record | Reference | Role | Rule | Safety | Schema | Scope | Seal | Section | Seed | Short
        | Shown | Since | Source | Sources | Stance | Starts | Story | Summary | Task | Term | Text | Title | To
        | ToAspect | Together | Training | Unit | Until | UntilDay | UntilTold | Urgency | Url | Value | Verb
        | Verified | View | Was => ITSELF,
    }
}

/// By what the items of a list are known, each as the way to it from the item; empty for those that are known by all that
/// they say. What else changes in an item leaves it the same item.
pub fn known_by(list: Field) -> impl Iterator<Item = String> {
    let places = match policy(list) {
        Inside(places) => places,
        OneFact | Set | Apart => &[],
    };
    places.iter().map(|place| place.trim_start_matches('/').replace('/', "."))
}
