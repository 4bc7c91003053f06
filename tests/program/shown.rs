//! What is shown of the chain: the main line, what is folded beside it, and hand-overs in bundles.

use std::{collections::BTreeMap, sync::Arc};

use crate::persons::WOMAN;
use crate::{
    layout::check,
    random_chain::{LABEL, SIZES},
    random_guide::{guide, profile},
};
use proptest::prelude::*;
use wegwijzer::{
    chain::{AspectGroup, Detail, Edge, Level, Line, Picture, PictureSizes, Place, Who},
    file::embedded_guide,
    lookup::{Index, Outcome, Profile, Verdict},
    model::{Date, Guide, Id, Ix, Label, Party, Referral, Role, SpineMark},
};

const LEVELS: [Level; 3] = [Level::Spine, Level::Person, Level::Whole];

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// A guide with a main line somewhere in its aspects, and what is known of somebody.
fn any_case() -> impl Strategy<Value = (Guide, Profile)> {
    let role = prop::sample::select(vec![Role::Beslist, Role::VoertUit, Role::Bemiddelt]);
    let marks = prop::collection::vec(prop::collection::vec((role, prop::bool::weighted(0.2)), 0..3), 3);
    (guide(), marks).prop_flat_map(|(mut guide, marks)| {
        let label = |text: &str| Label { nl: text.to_owned(), en: None };
        for (aspect, marks) in guide.phases.iter_mut().flat_map(|phase| &mut phase.aspects).zip(marks) {
            let mark = |(role, together): (Role, bool)| SpineMark {
                role,
                verb: label("doet"),
                together: together.then(|| label("allen")),
            };
            aspect.spine = marks.into_iter().map(mark).collect();
        }
        let known = profile(&guide);
        (Just(guide), known)
    })
}

/// Any way to look at it.
fn any_detail() -> impl Strategy<Value = (usize, bool, [bool; 3], [bool; 6])> {
    (0..LEVELS.len(), any::<bool>(), any::<[bool; 3]>(), any::<[bool; 6]>())
}

fn detail(
    guide: &Guide,
    whole: &Picture,
    (level, only_certain, open, always): (usize, bool, [bool; 3], [bool; 6]),
) -> Detail {
    let aspects = guide.phases.iter().flat_map(|phase| phase.aspects.iter());
    Detail {
        level: LEVELS[level],
        only_certain,
        open: aspects.zip(open).filter(|(_, open)| *open).map(|(aspect, _)| aspect.id.clone()).collect(),
        always: whole.places.iter().zip(always).filter(|(_, is)| *is).map(|(place, _)| place.name.clone()).collect(),
        drawn: guide.referrals.ixs().zip(always).filter(|(_, is)| *is).map(|(step, _)| step).collect(),
    }
}

/// The places of the whole picture that a box stands for.
fn counted(place: &Place) -> Vec<&Place> {
    match &place.who {
        Who::Party { .. } | Who::Gap(_) => vec![place],
        Who::Together { is_open: true, .. } => Vec::new(),
        Who::Together { members, .. } | Who::Fold { members, .. } => members.iter().collect(),
    }
}

fn holds(detail: &Detail, verdict: Verdict) -> bool {
    match detail.level {
        _ if detail.only_certain => verdict == Verdict::Applies,
        Level::Whole => true,
        Level::Spine | Level::Person => verdict != Verdict::Excluded,
    }
}

/// Everything that must hold of what is shown.
fn check_shown(index: &Index, outcome: &Outcome, detail: &Detail) {
    let guide = index.guide();
    let whole = Picture::new(guide, outcome.date);
    let shown = whole.shown(index, outcome, detail);
    assert_eq!(shown, whole.shown(index, outcome, detail), "the same is shown twice");
    check_laws(index, outcome, detail, &shown);
    let look = PictureSizes { lane_width: 168.0, lane_heading: 40.0, group_heading: 18.0, sizes: SIZES };
    let height = |place: usize| if shown.places[place].is_fold() { 20.0 } else { 34.0 };
    check(&shown.request(guide, &look, height, |_| Some(LABEL)));
}

/// What must hold of a picture that is shown.
fn check_laws(index: &Index, outcome: &Outcome, detail: &Detail, shown: &Picture) {
    let guide = index.guide();
    let whole = Picture::new(guide, outcome.date);
    let of_whole = whole.verdicts(index, outcome);

    // Every place that holds stands in one box, in its own lane; and no other does.
    let mut boxes: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, place) in shown.places.iter().enumerate() {
        for own in counted(place) {
            let there = whole.places.iter().position(|other| other.name == own.name).unwrap();
            assert_eq!(whole.lane(there), shown.lane(position), "{} is in another lane", own.name);
            *boxes.entry(&own.name).or_default() += 1;
        }
    }
    for (place, verdict) in whole.places.iter().zip(&of_whole.places) {
        let wanted = holds(detail, *verdict) || detail.always.contains(&place.name);
        assert_eq!(boxes.get(place.name.as_str()).copied().unwrap_or(0), usize::from(wanted), "{}", place.name);
    }

    // What stands nowhere takes no room.
    for (group, row) in shown.groups.iter().enumerate() {
        assert!(shown.places.iter().any(|place| place.group == group), "an aspect without a box");
        let above = shown.groups[..group].iter().filter(|other| other.aspect.phase == row.aspect.phase);
        assert_eq!(above.count(), row.row, "an aspect leaves room for another");
    }

    // Every hand-over that holds is told once; two parties are joined once.
    let party = |id| guide.parties.ix(id).unwrap();
    let is_there =
        |party: Ix<Party>| shown.places.iter().flat_map(Place::with_members).any(|place| place.party() == Some(party));
    let mut told: Vec<Ix<Referral>> = shown.edges.iter().flat_map(Edge::hand_overs).collect();
    told.extend(&shown.within);
    told.sort_unstable();
    let mut wanted: Vec<Ix<Referral>> = Vec::new();
    for edge in &whole.edges {
        for step in &edge.referrals {
            let record = &guide.referrals[*step];
            let is_asked_for = detail.drawn.contains(step);
            let both = is_there(party(&record.from)) && is_there(party(&record.to));
            if both && (is_asked_for || holds(detail, of_whole.hand_overs[*step])) {
                wanted.push(*step);
            }
        }
    }
    wanted.sort_unstable();
    assert_eq!(told, wanted);
    let mut pairs: BTreeMap<[String; 2], usize> = BTreeMap::new();
    for edge in shown.edges.iter().filter(|edge| edge.hand_overs().next().is_some()) {
        let name = |place: usize| match shown.places[place].party() {
            Some(party) => guide.parties[party].id.to_string(),
            None => shown.places[place].name.clone(),
        };
        let (one, other) = (name(edge.from), name(edge.to));
        *pairs.entry([one.clone().min(other.clone()), one.max(other)]).or_default() += 1;
        // What goes forth goes forth, and what comes back comes back.
        if let (Some(from), Some(to)) = (shown.places[edge.from].party(), shown.places[edge.to].party())
            && from != to
        {
            assert!(edge.referrals.iter().all(|step| party(&guide.referrals[*step].from) == from));
            assert!(edge.returns.iter().all(|step| party(&guide.referrals[*step].from) == to));
        }
    }
    assert!(pairs.values().all(|count| *count == 1), "two parties are joined twice: {pairs:?}");

    // One thing at most leads to each box of the main line, from one before it.
    let links: Vec<_> = shown.edges.iter().filter(|edge| edge.line == Line::Spine).collect();
    for (number, link) in links.iter().enumerate() {
        assert!(link.from < link.to && links[..number].iter().all(|other| other.to != link.to), "{link:?}");
        assert!([link.from, link.to].iter().all(|end| !shown.places[*end].marks.is_empty()), "{link:?}");
    }

    // How something stands does not hang on how much is shown.
    let verdicts = shown.verdicts(index, outcome);
    for (place, verdict) in shown.places.iter().zip(&verdicts.places) {
        if let Some(there) = whole.places.iter().position(|other| other.name == place.name)
            && matches!(&place.who, Who::Party { responsibilities, .. } if !responsibilities.is_empty())
        {
            assert_eq!(*verdict, of_whole.places[there], "{}", place.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_or_shown_twice_whatever_is_folded((guide, profile) in any_case(), how in any_detail()) {
        let Ok(index) = Index::new(Arc::new(guide)) else { return Ok(()) };
        let Ok(outcome) = index.look_up(&profile, day()) else { return Ok(()) };
        let whole = Picture::new(index.guide(), outcome.date);
        check_shown(&index, &outcome, &detail(index.guide(), &whole, how));
    }
}

fn shipped(facets: &[&str]) -> (Index, Outcome) {
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    let profile = Profile::parse(index.guide(), facets.iter().copied()).unwrap();
    let outcome = index.look_up(&profile, day()).unwrap();
    (index, outcome)
}

/// The names of the boxes on the main line.
fn main_line(facets: &[&str]) -> Vec<String> {
    let (index, outcome) = shipped(facets);
    let shown = Picture::new(index.guide(), day()).shown(&index, &outcome, &Detail::default());
    let on_line = shown.places.into_iter().filter(|place| !place.marks.is_empty());
    on_line.map(|place| place.name).collect()
}

#[test]
fn the_shipped_guide_loses_nothing_either() {
    for facets in [&[][..], &WOMAN, &["leeftijd=minderjarig"], &["verblijf=eu", "uitbuiting=arbeid"]] {
        let (index, outcome) = shipped(facets);
        for level in LEVELS {
            for only_certain in [false, true] {
                check_shown(&index, &outcome, &Detail { level, only_certain, ..Detail::default() });
            }
        }
    }
}

#[test]
fn the_main_line_of_the_woman_of_the_drawings_is_as_drawn() {
    let expected = [
        "samen/signaleren",
        "vaststellen/politie",
        "registreren/comensha",
        "opvang/comensha",
        "opvang/cosm",
        "zorgcoordinatie/zorgcoordinator",
        "opsporing/politie",
        "vervolging/om",
        "nazorg/comensha",
    ];
    assert_eq!(main_line(&WOMAN), expected);
}

#[test]
fn a_main_line_is_short_for_everybody_and_long_enough_for_who_is_unknown() {
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    for scenario in &index.guide().scenarios {
        let known = scenario.given.iter().map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(Id::as_str).collect();
            format!("{facet}={}", values.join(","))
        });
        let known: Vec<String> = known.collect();
        let profile = Profile::parse(index.guide(), known.iter().map(String::as_str)).unwrap();
        let Ok(outcome) = index.look_up(&profile, day()) else { continue };
        let shown = Picture::new(index.guide(), day()).shown(&index, &outcome, &Detail::default());
        let on_line = shown.places.iter().filter(|place| !place.marks.is_empty()).count();
        assert!((4..=10).contains(&on_line), "{}: {on_line}", scenario.id);
    }
    assert!((8..=10).contains(&main_line(&[]).len()), "{:?}", main_line(&[]));
}

type Break = fn(&mut Picture);

#[test]
fn a_picture_that_breaks_a_law_is_seen() {
    let (index, outcome) = shipped(&WOMAN);
    let detail = Detail::default();
    let whole = Picture::new(index.guide(), day());
    let good = whole.shown(&index, &outcome, &detail);
    let breaks: [(&str, Break); 7] = [
        ("a bundle is lost", |picture| drop(picture.edges.pop())),
        ("a hand-over is told twice", |picture| picture.within.extend(picture.edges[0].hand_overs().next())),
        ("two parties are joined twice", |picture| {
            let whole = picture.edges.iter_mut().find(|edge| edge.hand_overs().count() > 1 && !edge.returns.is_empty());
            let edge = whole.unwrap();
            let back = std::mem::take(&mut edge.returns);
            let other = Edge { referrals: back, from: edge.to, to: edge.from, line: Line::Told, ..edge.clone() };
            picture.edges.push(other);
        }),
        ("a place is lost", |picture| drop(picture.places.pop())),
        ("a member is lost", |picture| {
            let fold = picture.places.iter_mut().rev().find_map(|place| match &mut place.who {
                Who::Fold { members, .. } => Some(members),
                _ => None,
            });
            drop(fold.unwrap().pop());
        }),
        ("an aspect is empty", |picture| {
            let last = *picture.groups.last().unwrap();
            picture.groups.push(AspectGroup { row: last.row + 1, ..last });
        }),
        ("two things lead to one box", |picture| {
            let link = picture.edges.iter().find(|edge| edge.line == Line::Spine).unwrap().clone();
            picture.edges.push(Edge { referrals: Vec::new(), returns: Vec::new(), ..link });
        }),
    ];
    let holds = |picture: &Picture| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check_laws(&index, &outcome, &detail, picture)))
            .is_ok()
    };
    assert!(holds(&good));
    for (name, break_it) in breaks {
        let mut picture = good.clone();
        break_it(&mut picture);
        assert!(!holds(&picture), "{name}, and nobody sees it");
    }
}
