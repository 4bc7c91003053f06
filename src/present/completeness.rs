//! Gaps and overlaps over all persons, said once: the window, the JSON and the text only format it.

use super::change::party_name;
use crate::{
    lookup::PersonBox,
    model::{
        Agreement, AgreementState, AspectIx, Date, FacetId, Gap, Guide, Ix, Lang, PartialDate, Party, Responsibility,
        Role, Share, Validity,
    },
    review::completeness::{Found, GapFound, Gaps, Overlaps, Place, WhyNoOverlap, WhyNotAGap},
    text::{completeness as text, situations, words},
};

/// Where something holds over all persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFacts<T> {
    /// In which aspect.
    pub aspect: AspectIx,
    /// In which stretch of time.
    pub during: Validity,
    /// The same in words; empty for always.
    pub when: String,
    /// What was found.
    pub what: T,
    /// The same in words.
    pub text: String,
    /// For whom: together exactly the set, unless there are more.
    pub boxes: Vec<PlaceBoxFacts>,
    /// Whether somebody is in no box.
    pub more: bool,
}

/// Persons who are alike in what is said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceBoxFacts {
    /// The values that are possible, of each facet that is not free.
    pub who: Vec<(FacetId, Vec<String>)>,
    /// How many they are of all who can be.
    pub share: Option<Share>,
    /// In words.
    pub text: String,
    /// The same, with how many they are.
    pub counted: String,
}

/// What is documented and was not computed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotComputedFacts {
    /// The record.
    pub id: String,
    /// Why, as the contract writes it.
    pub why: &'static str,
    /// Why, in words.
    pub text: &'static str,
}

/// All gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapsFacts {
    /// Where.
    pub places: Vec<PlaceFacts<GapFound>>,
    /// What is documented and was not found.
    pub not_computed: Vec<NotComputedFacts>,
    /// Whether it is all.
    pub is_all: bool,
}

/// All overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapsFacts {
    /// Where.
    pub places: Vec<PlaceFacts<OverlapFacts>>,
    /// Agreements of which the parties do not overlap.
    pub not_computed: Vec<NotComputedFacts>,
    /// Whether it is all.
    pub is_all: bool,
}

/// Parties that overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapFacts {
    /// Which.
    pub parties: Vec<Ix<Party>>,
    /// In which role.
    pub role: Role,
    /// By which tasks.
    pub tasks: Vec<Ix<Responsibility>>,
    /// What is known of an agreement.
    pub agreement: Option<AgreementFacts>,
}

/// What is known of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementFacts {
    /// Which.
    pub agreement: Ix<Agreement>,
    /// How far it is.
    pub state: AgreementState,
    /// The same, and what it says.
    pub text: String,
}

impl GapsFacts {
    /// In a language; of one day, or of all.
    pub fn of(gaps: &Gaps, day: Option<Date>, lang: Lang) -> Self {
        let guide = gaps.persons_of();
        let places = gaps.on(day).map(|place| {
            let text = match place.what {
                GapFound::Undocumented => text::undocumented(lang).to_owned(),
                GapFound::OnlyDecided => text::only_decided(lang).to_owned(),
                GapFound::Documented(gap) => words::capital(said_of(&guide.gaps[gap])),
                GapFound::OnlyProvided => text::only_provided(lang).to_owned(),
            };
            place_facts(gaps, place, place.what, text, lang)
        });
        let not_computed = gaps.not_found.iter().map(|found| {
            let (why, text) = match found.why {
                WhyNotAGap::NoNeed => ("no-need", text::no_need(lang)),
                WhyNotAGap::NotNeeded => ("not-needed", text::not_needed(lang)),
                WhyNotAGap::Covered => ("covered", text::covered(lang)),
            };
            NotComputedFacts { id: guide.gaps[found.gap].id.to_string(), why, text }
        });
        Self { places: places.collect(), not_computed: not_computed.collect(), is_all: gaps.is_all }
    }
}

impl OverlapsFacts {
    /// In a language; of one day, or of all.
    pub fn of(overlaps: &Overlaps, day: Option<Date>, lang: Lang) -> Self {
        let guide = overlaps.persons_of();
        let places = overlaps.on(day).map(|place| {
            let found = &place.what;
            let agreement = found.agreement.map(|agreement| {
                let record = &guide.agreements[agreement];
                AgreementFacts {
                    agreement,
                    state: record.state,
                    text: text::agreement(record.state, &record.text, lang),
                }
            });
            let named = day.or(place.during.until.map(PartialDate::last_day));
            let parties: Vec<String> =
                found.parties.iter().map(|party| name(&guide.parties[*party], named, lang)).collect();
            let text = text::overlapping(&parties, words::role(found.role, lang));
            let (parties, role, tasks) = (found.parties.clone(), found.role, found.tasks.clone());
            place_facts(overlaps, place, OverlapFacts { parties, role, tasks, agreement }, text, lang)
        });
        let not_computed = overlaps.not_found.iter().map(|found| {
            let (why, text) = match found.why {
                WhyNoOverlap::NotTheSame => ("not-the-same", text::not_the_same(lang)),
                WhyNoOverlap::NotPrimary => ("not-primary", text::not_primary(lang)),
                WhyNoOverlap::OneParty => ("one-party", text::one_party(lang)),
                WhyNoOverlap::NobodyInCommon => ("nobody-in-common", text::nobody_in_common(lang)),
            };
            NotComputedFacts { id: guide.agreements[found.agreement].id.to_string(), why, text }
        });
        Self { places: places.collect(), not_computed: not_computed.collect(), is_all: overlaps.is_all }
    }
}

fn place_facts<T, N, W>(found: &Found<T, N>, place: &Place<T>, what: W, text: String, lang: Lang) -> PlaceFacts<W> {
    let boxes = place.who.boxes.iter().map(|PersonBox { persons, situation, share }| {
        let text = situations::situation(situation, found.persons_of(), lang);
        PlaceBoxFacts { who: found.values(persons), share: *share, counted: text::box_of(&text, *share, lang), text }
    });
    PlaceFacts {
        aspect: place.aspect,
        during: place.during.clone(),
        when: words::validity(&place.during, lang),
        what,
        text,
        boxes: boxes.collect(),
        more: place.who.more,
    }
}

/// A gap in a few words, where it has them.
fn said_of(gap: &Gap) -> &str {
    gap.short.as_deref().unwrap_or(&gap.text)
}

/// What a party is called on a day, or by its last name.
fn name(party: &Party, day: Option<Date>, lang: Lang) -> String {
    day.map_or_else(|| party_name(party, lang), |day| party.short_name(day, lang).to_owned())
}

/// The aspect of a place, with the letter of its phase.
pub fn aspect_of(guide: &Guide, aspect: AspectIx, lang: Lang) -> String {
    text::aspect_in_phase(guide.phases[aspect.phase].letter, guide[aspect].label.text(lang), lang)
}
