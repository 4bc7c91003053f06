//! The chain as data: what another program reads of it.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, sync::Arc};

use crate::persons::WOMAN;
use wegwijzer::{
    export::chain_data::{ChainData, dot, graphml},
    file::embedded_guide,
    lookup::{Index, Profile, Verdict},
    model::{Date, Guide, Lang},
    present::Asked,
};

fn chain(guide: Guide, facets: &[&str]) -> ChainData {
    let index = Index::new(Arc::new(guide)).unwrap();
    let profile = Profile::parse(index.guide(), facets.iter().copied()).unwrap();
    let outcome = index.look_up(&profile, Date::new(2026, 11, 22).unwrap()).unwrap();
    ChainData::new(Asked { index: &index, profile: &profile, outcome: &outcome }, Lang::Nl)
}

#[test]
fn graphml_is_well_formed_and_every_hand_over_joins_two_parties() {
    let chain = chain(embedded_guide().unwrap(), &[]);
    let text = graphml(&chain);
    let document = roxmltree::Document::parse(&text).expect("well-formed");
    let local = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let nodes: BTreeSet<&str> =
        document.descendants().filter(|node| local(node, "node")).filter_map(|node| node.attribute("id")).collect();
    let edges: Vec<_> = document.descendants().filter(|node| local(node, "edge")).collect();
    assert!(nodes.len() > 30 && edges.len() > 50, "{} parties, {} hand-overs", nodes.len(), edges.len());
    let keys: BTreeSet<&str> =
        document.descendants().filter(|node| local(node, "key")).filter_map(|node| node.attribute("id")).collect();
    for edge in &edges {
        assert!(nodes.contains(edge.attribute("source").unwrap()) && nodes.contains(edge.attribute("target").unwrap()));
        let data: BTreeSet<&str> = edge.children().filter_map(|data| data.attribute("key")).collect();
        for key in ["e-act", "e-sharing", "e-match", "e-sources"] {
            assert!(data.contains(key) && keys.contains(key), "{key} is missing");
        }
    }
}

#[test]
fn what_is_excluded_is_left_out_and_what_is_certain_says_so() {
    let (all, some) = (chain(embedded_guide().unwrap(), &[]), chain(embedded_guide().unwrap(), &WOMAN));
    assert!(some.steps.len() < all.steps.len(), "a situation leaves hand-overs out");
    let certain = |chain: &ChainData| chain.steps.iter().filter(|step| step.verdict == Verdict::Applies).count();
    assert!(certain(&some) > 0 && certain(&some) < some.steps.len());
    let shelter = some.parties.iter().find(|party| party.id == "cosm").expect("COSM");
    assert!(shelter.verdict == Verdict::Applies && shelter.phases.contains('B'));
    assert!(!graphml(&some).contains("geringste-aanwijzing") && !dot(&some).contains("derdeland"));
}

#[test]
fn strange_signs_are_escaped_in_both() {
    let mut guide = embedded_guide().unwrap();
    for referral in &mut guide.referrals {
        referral.text = "een \"<&>\" \\ \0 \u{7} regel\nen nog een".to_owned();
    }
    let chain = chain(guide, &[]);
    let text = graphml(&chain);
    roxmltree::Document::parse(&text).expect("well-formed");
    assert!(text.contains("een &quot;&lt;&amp;&gt;&quot; \\ ? ? regel en nog een"));
    let dot = dot(&chain);
    assert!(dot.contains(r#""een \"<&amp;>\" \\     regel en nog een""#), "{}", &dot[..2000]);
    // Quotes that no backslash precedes come in pairs on every line.
    for line in dot.lines() {
        let bare = line.replace("\\\\", "").replace("\\\"", "");
        assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
    }
}

#[test]
fn the_same_chain_gives_the_same_text() {
    let text = || (graphml(&chain(embedded_guide().unwrap(), &WOMAN)), dot(&chain(embedded_guide().unwrap(), &WOMAN)));
    assert!(text() == text());
}
