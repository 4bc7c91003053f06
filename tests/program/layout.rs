//! The chain's picture: what a reader could check with a ruler, on the shipped guide and on made-up chains.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]
#![allow(clippy::cast_precision_loss, reason = "numbers here are small")]

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use crate::random_chain::{LABEL, SIZES, chain, free};
use proptest::prelude::*;
use wegwijzer::{
    chain::{Picture, PictureSizes, layout::*, place_key},
    file,
    model::Date,
};

const RADIUS: f32 = 5.0;

fn shipped() -> LayoutRequest {
    let guide = file::embedded_guide().unwrap();
    let picture = Picture::new(&guide, Date::new(2026, 11, 22).unwrap());
    let look = PictureSizes { lane_width: 168.0, lane_heading: 40.0, group_heading: 18.0, sizes: SIZES };
    picture.request(&guide, &look, |_| 34.0, |_| Some(LABEL))
}

/// Everything that must hold of every layout.
pub(crate) fn check(request: &LayoutRequest) -> Layout {
    let layout = lay_out(request);
    let headings: Vec<Rect> = layout.headings.iter().flatten().copied().collect();
    let labels: Vec<Rect> = layout.edges.iter().filter_map(|edge| edge.label).collect();
    let mut solid: Vec<Rect> = layout.boxes.iter().chain(&headings).chain(&labels).copied().collect();
    let everything = Rect { left: 0.0, top: 0.0, right: layout.extent.width, bottom: layout.extent.height };
    for rect in &solid {
        let inside = everything.left <= rect.left && rect.right <= everything.right;
        assert!(inside && everything.top <= rect.top && rect.bottom <= everything.bottom, "{rect:?} sticks out");
    }
    solid.sort_by(|a, b| a.top.total_cmp(&b.top));
    for (number, rect) in solid.iter().enumerate() {
        let below = solid[number + 1..].iter().take_while(|other| other.top < rect.bottom);
        let over: Vec<&Rect> = below.filter(|other| rect.overlaps(other)).collect();
        assert!(over.is_empty(), "{rect:?} overlaps {over:?}");
    }
    if request.groups == GroupOrder::Fixed {
        let boxes = || request.boxes.iter().zip(&layout.boxes);
        for (last, rect) in boxes().filter(|(wanted, _)| wanted.last) {
            let mut group = boxes().filter(|(other, _)| (other.lane, other.group) == (last.lane, last.group));
            assert!(group.all(|(other, above)| other.last || above.bottom <= rect.top), "{last:?} is not last");
        }
    }
    let at: BTreeMap<Key, Rect> = request.boxes.iter().zip(&layout.boxes).map(|(b, rect)| (b.key, *rect)).collect();
    let solid: Vec<&Rect> = layout.boxes.iter().chain(&headings).collect();
    for (edge, wanted) in layout.edges.iter().zip(&request.edges) {
        let (Some(from), Some(to)) = (at.get(&wanted.from), at.get(&wanted.to)) else { continue };
        if wanted.from == wanted.to {
            assert!(edge.path.corners.is_empty() && edge.label.is_none());
            continue;
        }
        assert!(touches_side(from, edge.path.start()) && touches_side(to, edge.path.end()), "{edge:?} hangs loose");
        let kind = if from.right < to.left {
            EdgeKind::Forward
        } else if to.right < from.left {
            EdgeKind::Back
        } else {
            EdgeKind::Same
        };
        assert_eq!(edge.kind, kind);
        for piece in edge.path.flattened(RADIUS, 4).windows(2) {
            let cut = solid.iter().find(|rect| rect.is_cut_by(piece[0], piece[1]));
            assert!(cut.is_none(), "{piece:?} of {edge:?} passes through {cut:?}");
        }
    }
    layout
}

fn touches_side(rect: &Rect, end: Option<Point>) -> bool {
    end.is_some_and(|end| {
        ((end.x - rect.left).abs() < 0.01 || (end.x - rect.right).abs() < 0.01)
            && rect.top < end.y
            && end.y < rect.bottom
    })
}

#[test]
fn the_shipped_guide_is_drawn_without_overlaps_and_without_lines_through_boxes() {
    let request = shipped();
    let layout = check(&request);
    assert!(request.boxes.len() > 80 && request.edges.len() > 120, "the picture is empty");
    assert!(layout.edges.iter().all(|edge| edge.path.corners.len() >= 2), "every hand-over is drawn");
    // Headings and boxes stand in the order of the guide.
    for (lane, headings) in layout.headings.iter().enumerate() {
        assert!(headings.is_sorted_by(|a, b| a.bottom <= b.top), "lane {lane}");
    }
    for (wanted, rect) in request.boxes.iter().zip(&layout.boxes) {
        let headings = &layout.headings[wanted.lane];
        assert!(headings[wanted.group].bottom <= rect.top, "a box stands under its heading");
        assert!(headings.get(wanted.group + 1).is_none_or(|next| rect.bottom <= next.top), "and above the next");
    }
}

#[test]
fn large_made_up_chains_are_drawn_without_overlaps_and_without_lines_through_boxes() {
    for (boxes, edges, lanes, groups) in [(500, 1_500, 4, 6), (500, 1_500, 12, 3), (500, 1_500, 20, 1)] {
        check(&chain(7, boxes, edges, lanes, groups));
        check(&free(chain(8, boxes, edges, lanes, groups)));
    }
}

#[test]
fn empty_requests_and_names_that_are_not_there_do_no_harm() {
    check(&LayoutRequest::default());
    check(&LayoutRequest { boxes: Vec::new(), ..chain(1, 1, 0, 3, 2) });
    let mut request = chain(2, 10, 20, 3, 2);
    request.edges.push(EdgeRequest { from: 1, to: 999, label: Some(LABEL) });
    request.edges.push(EdgeRequest { from: 3, to: 3, label: Some(LABEL) });
    request.boxes.push(BoxRequest { key: 77, lane: 9, group: 5, height: 20.0, last: false });
    request.edges.push(EdgeRequest { from: 77, to: 0, label: None });
    let layout = check(&request);
    assert_eq!(layout.boxes.len(), 11);
}

/// The keys of the boxes of a group, from top to bottom.
fn group_of(request: &LayoutRequest, layout: &Layout, key: Key) -> Vec<Key> {
    let of = |key: Key| request.boxes.iter().find(|wanted| wanted.key == key).unwrap();
    let own = of(key);
    let same = |other: &BoxRequest| (other.lane, other.group, other.last) == (own.lane, own.group, own.last);
    layout.order.iter().copied().filter(|key| same(of(*key))).collect()
}

#[test]
fn a_box_that_was_put_elsewhere_by_hand_stays_there_and_the_others_stay_in_order() {
    let mut request = chain(3, 60, 90, 4, 2);
    let before = check(&request);
    let key = request.boxes.iter().map(|wanted| wanted.key).find(|key| group_of(&request, &before, *key).len() > 3);
    let group = group_of(&request, &before, key.unwrap());
    let moved = |request: &LayoutRequest| group_of(request, &check(request), group[0]);
    request.previous.clone_from(&before.order);
    request.manual = vec![Manual { key: group[0], below: Some(group[2]) }];
    assert_eq!(moved(&request), [&[group[1], group[2], group[0]], &group[3..]].concat());
    request.manual.push(Manual { key: group[3], below: None });
    assert_eq!(moved(&request)[..4], [group[3], group[1], group[2], group[0]]);
    // A neighbour of another group, or one that is not there, moves nothing.
    let stranger = request.boxes.iter().find(|wanted| !group.contains(&wanted.key)).unwrap().key;
    request.manual =
        [stranger, 999, group[0]].map(|below| Manual { key: group[0], below: Some(below) }).into_iter().collect();
    assert_eq!(check(&request).order, before.order);
}

#[test]
fn free_groups_save_crossings_and_stay_together() {
    let fixed = chain(5, 120, 240, 5, 4);
    let free_groups = LayoutRequest { groups: GroupOrder::Free, ..fixed.clone() };
    let crossings_of = |request: &LayoutRequest| {
        let graph = layered(request);
        crossings(&graph, &order(&graph, rules(request)))
    };
    assert!(crossings_of(&free_groups) < crossings_of(&fixed));
    check(&free_groups);
}

#[test]
fn a_layout_that_nobody_waits_for_any_more_stops_halfway() {
    // Small enough to be annealed, and larger; also with a box that was put by hand.
    for (boxes, edges) in [(60, 180), (600, 1_800)] {
        let free = chain(1, boxes, edges, 4, 6);
        let by_hand = LayoutRequest { manual: vec![Manual { key: 3, below: None }], ..free.clone() };
        for request in [free, by_hand] {
            let asked = Cell::new(0_usize);
            let count = || asked.set(asked.get() + 1);
            let never = lay_out_unless(&request, &|| {
                count();
                false
            });
            assert_eq!(never, Some(lay_out(&request)));
            let all = asked.replace(0);
            assert!(all > 1_000, "it is asked often: {all}");
            let halfway = lay_out_unless(&request, &|| {
                count();
                asked.get() > all / 2
            });
            assert_eq!(halfway, None);
            let after = asked.get() - all / 2;
            assert!(after < all / 20, "asked {after} times more after {all} halves");
        }
    }
}

#[test]
fn bundles_make_fewer_lines() {
    let bundled = lay_out(&shipped());
    let apart = check(&LayoutRequest { bundles: Bundles::None, ..shipped() });
    assert!(bundled.extent.width < apart.extent.width);
}

/// A chain of up to some hundred boxes.
fn any_chain() -> impl Strategy<Value = LayoutRequest> {
    (any::<u64>(), 1..120_usize, 0..240_usize, 1..9_usize, 1..5_usize, any::<[bool; 3]>()).prop_map(
        |(seed, boxes, edges, lanes, groups, [unbundled, free_groups, labels])| {
            let mut request = chain(seed, boxes, edges, lanes, groups);
            if unbundled {
                request.bundles = Bundles::None;
            }
            if free_groups {
                request.groups = GroupOrder::Free;
            }
            if !labels {
                request.edges.iter_mut().for_each(|edge| edge.label = None);
            }
            request
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_chain_is_drawn_without_overlaps_and_always_alike(request in any_chain()) {
        let layout = check(&request);
        prop_assert_eq!(layout, lay_out(&request.clone()));
    }

    #[test]
    fn wider_lanes_and_higher_boxes_change_nothing_in_the_order(request in any_chain(), larger in 1.1..3.0_f32) {
        let order = in_order(&request);
        let mut request = request;
        request.lanes.iter_mut().for_each(|lane| lane.width *= larger);
        request.boxes.iter_mut().for_each(|wanted| wanted.height *= larger);
        prop_assert_eq!(lay_out_in(&request, &order), lay_out(&request));
    }

    #[test]
    fn boxes_put_by_hand_overlap_nothing_and_the_last_one_put_stands_where_it_was_put(
        request in any_chain(),
        wishes in prop::collection::vec((0..120_u64, prop::option::of(0..120_u64)), 1..6),
    ) {
        let mut request = request;
        request.manual = wishes.into_iter().map(|(key, below)| Manual { key, below }).collect();
        let layout = check(&request);
        let wish = request.manual[request.manual.len() - 1];
        if request.boxes.iter().any(|wanted| wanted.key == wish.key) {
            let group = group_of(&request, &layout, wish.key);
            let own = group.iter().position(|key| *key == wish.key).unwrap();
            match wish.below {
                None => prop_assert_eq!(own, 0),
                Some(below) if below != wish.key && group.contains(&below) => prop_assert_eq!(group[own - 1], below),
                Some(_) => {}
            }
        }
    }

    /// A new party with its hand-overs: everything else keeps its lane and its order,
    /// and moves no more than the new box, its heading, and the lines that pass through the lane need.
    #[test]
    fn a_new_party_moves_others_little(
        request in any_chain(),
        lane in 0..9_usize,
        ends in prop::collection::vec((0..120_u64, any::<bool>()), 0..6),
    ) {
        let before = lay_out(&request);
        let mut request = LayoutRequest { previous: before.order.clone(), ..request };
        let steady = lay_out(&request);
        prop_assert_eq!(&steady.order, &before.order, "nothing changed, so nothing changes places");
        let lane = lane % request.lanes.len();
        let added = BoxRequest { key: 5000, lane, group: 0, height: 34.0, last: false };
        request.boxes.push(added);
        let edges = ends.iter().map(|(other, out)| match out {
            true => EdgeRequest { from: 5000, to: *other, label: None },
            false => EdgeRequest { from: *other, to: 5000, label: None },
        });
        request.edges.extend(edges);
        let after = check(&request);
        let kept: Vec<Key> = after.order.iter().copied().filter(|key| *key != 5000).collect();
        prop_assert_eq!(&kept, &before.order);
        let slots = |request: &LayoutRequest, lane: usize| {
            let graph = layered(request);
            graph.natural().get(lane).map_or(0, Vec::len)
                - request.boxes.iter().filter(|wanted| wanted.lane == lane).count()
        };
        let mut former = request.clone();
        former.boxes.pop();
        former.edges.truncate(former.edges.len() - ends.len());
        for (number, wanted) in former.boxes.iter().enumerate() {
            let (lines_before, lines_after) = (slots(&former, wanted.lane), slots(&request, wanted.lane));
            let lines = (2 * lines_before.max(lines_after) + 2) as f32 * SIZES.pitch;
            let own = if wanted.lane == lane { added.height + SIZES.box_gap } else { 0.0 };
            let moved = (after.boxes[number].top - steady.boxes[number].top).abs();
            prop_assert!(moved <= own + lines, "moved {moved}, more than {own} and {lines}");
        }
    }
}

#[test]
fn the_picture_of_the_shipped_guide_says_what_the_guide_says() {
    let guide = file::embedded_guide().unwrap();
    let date = Date::new(2026, 11, 22).unwrap();
    let picture = Picture::new(&guide, date);
    // Every hand-over of the date between two executing parties is in exactly one edge, unless it stays in one place.
    let executing = |id: &wegwijzer::model::PartyId| guide.party(id).is_some_and(|party| party.scope.is_executing());
    let expected: BTreeSet<_> = (guide.referrals.enumerate())
        .filter(|(_, r)| r.valid.holds_on(date) && executing(&r.from) && executing(&r.to))
        .map(|(position, _)| position)
        .collect();
    let drawn: Vec<_> = picture.edges.iter().flat_map(|edge| edge.referrals.iter().copied()).collect();
    let distinct: BTreeSet<_> = drawn.iter().copied().collect();
    assert_eq!(drawn.len(), distinct.len(), "no hand-over is drawn twice");
    assert!(distinct.is_subset(&expected) && expected.len() - distinct.len() < 5, "nearly all are drawn");
    let keys: BTreeSet<Key> = picture.places.iter().map(|place| place_key(&place.name)).collect();
    assert_eq!(keys.len(), picture.places.len(), "every place has its own name");
    for party in guide.parties.ixs() {
        let places = picture.places_of(party);
        assert!(places.is_empty() || picture.is_home(places[0]), "a party is at home somewhere");
        assert_eq!(places.iter().filter(|place| picture.is_home(**place)).count(), usize::from(!places.is_empty()));
    }
}
