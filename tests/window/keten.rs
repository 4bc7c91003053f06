//! The chain as a picture and in words, by role and label.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use crate::driver::{Start, WOMAN, known, select, today, window};
use crate::folder::own_folder;
use eframe::egui::{
    Event, Key, Modifiers,
    accesskit::{Role, Toggled},
    vec2,
};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{App, Command, Notice, Selected},
    chain::{Detail, Level},
    export::poster,
    lookup::Verdict,
    model::ResponsibilityId,
    ui::Window,
};

/// The whole chain in a tall window, so that all of it and of the outline are on screen.
fn chain(commands: Vec<Command>) -> Harness<'static, Window> {
    let mut harness = window(&Start { size: [1600.0, 1000.0], ..Start::default() }, commands);
    show_whole(&mut harness);
    harness
}

fn show_whole(harness: &mut Harness<'static, Window>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    harness.get_by_label_contains("Hele keten · ").click();
    harness.run();
}

/// Chooses a tool that is needed less.
fn tool(harness: &mut Harness<'static, Window>, label: &str) {
    harness.get_by_label("Meer").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, label).click();
    harness.run();
}

fn names(harness: &Harness<'_, Window>, role: Role) -> Vec<String> {
    let words = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().or(node.accesskit_node().value());
    harness.get_all_by_role(role).filter_map(|node| words(&node)).collect()
}

/// A box of the picture; the outline has a row of the same name.
fn box_of<'a>(harness: &'a Harness<'static, Window>, starts: &'a str) -> egui_kittest::Node<'a> {
    let picture = harness.get_by_role_and_label(Role::Region, "De keten als plaatje");
    picture.get_by(move |node| node.label().is_some_and(|label| label.starts_with(starts)))
}

#[test]
fn every_place_and_every_hand_over_is_in_the_accessibility_tree() {
    let harness = chain(known(&WOMAN));
    let chain = harness.state().app().chain().unwrap().clone();
    let buttons = names(&harness, Role::Button);
    for (position, place) in chain.view.places.iter().enumerate() {
        let starts = format!("{}, ", place.name);
        assert!(buttons.iter().any(|name| name.starts_with(&starts)), "place {position}: {starts}");
    }
    let labels = names(&harness, Role::Label);
    for edge in &chain.view.edges {
        let starts = format!("{}, ", edge.name);
        assert!(labels.iter().any(|name| name.starts_with(&starts)), "{starts}");
    }
}

#[test]
fn the_picture_stays_where_it_is_when_the_person_changes() {
    let mut harness = chain(Vec::new());
    let before = harness.state().app().chain().unwrap().clone();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("Leeftijd: jonger dan 18"))).click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    let after = harness.state().app().chain().unwrap().clone();
    assert_eq!(before.view.layout, after.view.layout);
    assert_ne!(before.verdicts, after.verdicts);
}

#[test]
fn a_place_stands_as_its_answers_do() {
    let harness = chain(known(&WOMAN));
    let app = harness.state().app();
    let chain = app.chain().unwrap();
    let task = ResponsibilityId::new("cosm-opvang-vanaf-2023").unwrap();
    let place = chain.place_of(&Selected::Responsibility(task.clone()), app.guide()).unwrap();
    let task = app.guide().responsibilities.ix(&task).unwrap();
    assert_eq!(app.outcome().responsibilities[task], Some(Verdict::Applies));
    assert_eq!(chain.verdicts.places[place], Verdict::Applies);
    box_of(&harness, "COSM, Opvang, geldt");
}

#[test]
fn choosing_a_box_explains_it_and_the_outline_follows() {
    let mut harness = chain(known(&WOMAN));
    box_of(&harness, "COSM, Opvang, geldt").click();
    harness.run();
    assert!(harness.state().app().selected().is_some());
    harness.get_by_label("Taken voor deze persoon");
    harness.get_by_role_and_label(Role::Group, "Stappen rond de keuze");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().app().selected(), None);
}

#[test]
fn nothing_moves_away_under_the_pointer_when_a_box_is_chosen() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    show_whole(&mut harness);
    let top = |harness: &Harness<'static, Window>| {
        harness.get_by_role_and_label(Role::Canvas, "De keten als plaatje").rect().top()
    };
    let (before, own) = (top(&harness), box_of(&harness, "KMar, Signaleren").rect());
    box_of(&harness, "KMar, Signaleren").click();
    harness.run();
    // The drawer stands beside the picture now, and its tools take more rows.
    assert!(top(&harness) > before, "the tools take no more room: nothing is asked");
    assert_eq!(box_of(&harness, "KMar, Signaleren").rect(), own);
}

#[test]
fn a_box_that_lies_under_the_tools_takes_no_click_from_them() {
    let mut harness = window(&Start::default(), known(&WOMAN));
    show_whole(&mut harness);
    let tool = harness.get_by_role_and_label(Role::Button, "Alleen wat geldt").rect();
    // Drag the picture up until a box lies just there.
    let ground = harness.get_by_role_and_label(Role::Canvas, "De keten als plaatje").rect();
    let chain = harness.state().app().chain().unwrap().clone();
    let name = |place: usize| format!("{}, ", chain.view.places[place].name);
    let below = (0..chain.view.places.len())
        .map(|place| box_of(&harness, &name(place)).rect())
        .find(|rect| rect.top() > ground.top() + 40.0 && rect.x_range().contains(tool.center().x))
        .unwrap();
    let from = ground.left_bottom() + vec2(3.0, -3.0);
    harness.hover_at(from);
    harness.drag_at(from);
    harness.run();
    let to = from + vec2(0.0, tool.center().y - below.center().y);
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    let dependent = |harness: &Harness<'static, Window>| {
        names(harness, Role::Button).iter().filter(|name| name.contains(", hangt af van")).count()
    };
    let before = dependent(&harness);
    harness.get_by_role_and_label(Role::Button, "Alleen wat geldt").click();
    harness.run();
    assert_eq!(harness.state().app().selected(), None, "a box under the tool was chosen");
    assert!(dependent(&harness) < before, "the tool heard nothing");
}

#[test]
fn a_narrow_window_has_its_tools_and_its_legend_in_a_menu() {
    let mut harness = window(&Start { size: [1280.0, 800.0], zoom: 2.0, ..Start::default() }, known(&WOMAN));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    assert!(harness.query_by_label("Alleen wat geldt").is_none());
    harness.get_by_label("Meer").click();
    harness.run();
    harness.get_by_role_and_label(Role::Group, "Legenda");
    harness.get_by_label("Alleen wat geldt").click();
    harness.run();
    harness.get_by_label("Poster").click();
    harness.run();
    harness.get_by_role(Role::Dialog);
}

#[test]
fn the_arrow_keys_follow_a_hand_over_and_go_back() {
    let mut harness = chain(known(&WOMAN));
    let chain = harness.state().app().chain().unwrap().clone();
    let from = chain.view.places.iter().position(|place| place.name == "CoMensha, Opvang").unwrap();
    let focus = |harness: &Harness<'static, Window>| {
        let focused = harness.get_all_by_role(Role::Button).find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    box_of(&harness, "CoMensha, Opvang,").focus();
    harness.run();
    assert!(focus(&harness).starts_with("CoMensha, Opvang,"));
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.run();
    let own = chain.view.same_party(from);
    let targets: Vec<String> = chain
        .view
        .picture
        .edges
        .iter()
        .filter(|edge| own.contains(&edge.from) || own.contains(&edge.to))
        .flat_map(|edge| [edge.from, edge.to])
        .filter(|end| !own.contains(end) || *end != from)
        .map(|end| chain.view.places[end].name.clone())
        .collect();
    let now = focus(&harness);
    assert!(targets.iter().any(|name| now.starts_with(name)), "«{now}» is no target of CoMensha: {targets:?}");
}

#[test]
fn a_route_lights_up_in_the_picture_and_in_words() {
    let mut commands = known(&[&WOMAN[..], &["vraagsteller=gemeente"]].concat());
    commands.push(select("cosm-opvang-vanaf-2023"));
    let mut harness = chain(commands);
    let steps: Vec<usize> = harness.state().app().chain().unwrap().steps.iter().flatten().copied().collect();
    let route = harness.state().app().route().unwrap();
    assert_eq!(steps.len(), route.steps.len());
    assert!(harness.query_all_by_label("2. verwijst → COSM").count() >= 2, "in the outline and in the drawer");
    harness.get_by_role_and_label(Role::Button, "Volgende stap").click();
    harness.run();
    harness.get_by_label(&format!("Stap 1 van {}", steps.len()));
}

#[test]
fn a_party_that_is_chosen_in_the_picture_has_its_route_at_once() {
    let mut harness = chain(known(&[&WOMAN[..], &["vraagsteller=gemeente"]].concat()));
    assert!(harness.state().app().chain().unwrap().steps.iter().all(Option::is_none));
    box_of(&harness, "COSM, Opvang, geldt").click();
    harness.run();
    let route = harness.state().app().route().unwrap();
    let lit = harness.state().app().chain().unwrap().steps.iter().flatten().count();
    assert_eq!(lit, route.steps.len());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().app().chain().unwrap().steps.iter().all(Option::is_none), "and no route any more");
}

#[test]
fn only_what_applies_can_be_shown() {
    let mut harness = chain(known(&WOMAN));
    let rows = |harness: &Harness<'static, Window>| {
        names(harness, Role::Button).iter().filter(|name| name.ends_with(", hangt af van")).count()
    };
    let before = rows(&harness);
    harness.get_by_role_and_label(Role::Button, "Alleen wat geldt").click();
    harness.run();
    assert!(rows(&harness) < before, "the outline leaves out what depends");
}

#[test]
fn looking_at_the_chain_repaints_nothing_by_itself() {
    let mut harness = chain(known(&WOMAN));
    assert!(harness.try_run().is_ok(), "it settles");
}

/// The places of an aspect from top to bottom, empty ones too, by name.
fn column(harness: &Harness<'_, Window>, aspect: &str) -> Vec<String> {
    let chain = harness.state().app().chain().unwrap();
    let picture = &chain.view.picture;
    let of_aspect = |place: &&wegwijzer::chain::Place| place.name.starts_with(&format!("{aspect}/"));
    let group = picture.places.iter().find(of_aspect).unwrap().group;
    let mut places: Vec<usize> =
        (0..picture.places.len()).filter(|place| picture.places[*place].group == group).collect();
    places.sort_by(|a, b| chain.view.layout.boxes[*a].top.total_cmp(&chain.view.layout.boxes[*b].top));
    places.into_iter().map(|place| picture.places[place].name.clone()).collect()
}

#[test]
fn a_box_is_put_elsewhere_by_hand_stays_there_and_goes_back() {
    let mut harness = chain(known(&WOMAN));
    let before = column(&harness, "opvang");
    let other_before = column(&harness, "melden");
    let first = harness.state().app().chain().unwrap().clone();
    let position = first.view.picture.places.iter().position(|place| place.name == before[0]).unwrap();
    let starts = first.view.places[position].name.clone();
    tool(&mut harness, "Vakken verplaatsen");
    box_of(&harness, &starts).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run();
    let after = column(&harness, "opvang");
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]), "it goes past its neighbour");
    assert_eq!(after[2..], before[2..], "and nothing else moves");
    assert_eq!(column(&harness, "melden"), other_before);
    let placed = &harness.state().app().settings().placed;
    assert_eq!(placed.iter().map(|placed| placed.place.as_str()).collect::<Vec<_>>(), [before[0].as_str()]);
    // On another day, after a new start, it still stands right below the other.
    let settings = harness.state().app().settings().clone();
    let mut app = App::new(today(), settings).unwrap();
    app.run(Command::SetDate("2026-01-15".parse().unwrap()));
    app.run(Command::ShowChain);
    app.run(Command::DetailChain(Box::new(Detail { level: Level::Whole, ..Detail::default() })));
    let chain = app.chain().unwrap();
    let name = |place: usize| chain.view.picture.places[place].name.as_str();
    let position = (0..chain.view.places.len()).find(|place| name(*place) == before[0]).unwrap();
    let later: Vec<&str> = chain.column(position).into_iter().map(name).collect();
    let at = later.iter().position(|name| *name == before[0]).unwrap();
    assert_eq!(later[at - 1], before[1]);
    harness.get_by_role_and_label(Role::Button, "Alles terugzetten").click();
    harness.run();
    assert!(harness.state().app().settings().placed.is_empty());
    assert_eq!(column(&harness, "opvang"), before);
}

#[test]
fn a_box_is_dragged_only_when_boxes_are_moved() {
    let mut harness = chain(known(&WOMAN));
    let before = column(&harness, "opvang");
    let picture = harness.state().app().chain().unwrap().clone();
    let of = |name: &String| picture.view.picture.places.iter().position(|place| place.name == *name).unwrap();
    let drag = |harness: &mut Harness<'static, Window>| {
        let place = |name: &String| {
            let starts = picture.view.places[of(name)].name.clone();
            let node = box_of(harness, &starts);
            node.rect()
        };
        let (from, to) = (place(&before[0]).center(), place(&before[1]).center_bottom());
        harness.drag_at(from);
        harness.run();
        harness.hover_at(from + (to - from) / 2.0);
        harness.run();
        harness.hover_at(to);
        harness.run();
        harness.drop_at(to);
        harness.run();
    };
    drag(&mut harness);
    assert_eq!(column(&harness, "opvang"), before, "without the switch a drag moves the picture");
    harness.key_press(Key::Home);
    harness.run();
    tool(&mut harness, "Vakken verplaatsen");
    drag(&mut harness);
    let after = column(&harness, "opvang");
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
}

#[test]
fn escape_drops_a_box_where_it_came_from() {
    let mut harness = chain(known(&WOMAN));
    let before = column(&harness, "opvang");
    tool(&mut harness, "Vakken verplaatsen");
    let view = std::sync::Arc::clone(&harness.state().app().chain().unwrap().view);
    let place = view.picture.places.iter().position(|place| place.name == before[0]).unwrap();
    let from = box_of(&harness, &view.places[place].name).rect().center();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + vec2(0.0, 120.0));
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    harness.drop_at(from + vec2(0.0, 120.0));
    harness.run();
    assert_eq!(column(&harness, "opvang"), before);
    assert!(harness.state().app().settings().placed.is_empty());
}

#[test]
fn the_drawer_tells_what_the_hand_overs_make_of_a_party() {
    let mut commands = known(&[&WOMAN[..], &["vraagsteller=gemeente"]].concat());
    commands.push(select("cosm-opvang-vanaf-2023"));
    let harness = chain(commands);
    let place = harness.state().app().in_chain().unwrap();
    assert!(!place.way_back.is_empty());
    let sentences = [
        ("U komt hier altijd langs", place.gates.join(", ")),
        ("Zonder deze partij leidt geen overdracht naar", place.cuts_off.join(", ")),
        ("Een persoon kan hier terugkomen, via", place.way_back.join(" → ")),
    ];
    for (words, names) in sentences {
        match harness.query_by(move |node| node.value().is_some_and(|value| value.starts_with(words))) {
            Some(node) => assert_eq!(node.value().unwrap(), format!("{words} {names}")),
            None => assert!(names.is_empty(), "{words}"),
        }
    }
}

#[test]
fn the_poster_is_saved_from_the_picture_as_somebody_arranged_it() {
    let out = own_folder("poster").join("poster.svg");
    let first = column(&chain(Vec::new()), "opvang");
    let put = Command::PlaceBox { place: first[0].clone(), below: Some(first[1].clone()) };
    let mut harness = chain(vec![put]);
    harness.get_by_role_and_label(Role::Button, "Poster").click();
    harness.run();
    harness.event(Event::Text(out.to_str().unwrap().to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    for _ in 0..500 {
        harness.run_steps(1);
        if harness.state().app().notice().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(
        harness.state().app().notice(),
        Some(&Notice::Saved { what: &poster::EXPORT, path: out.as_path().into() })
    );
    let poster = std::fs::read_to_string(&out).unwrap();
    let view = &harness.state().app().chain().unwrap().view;
    let top = |name: &str| -> f32 {
        let place = view.picture.places.iter().position(|place| place.name == name).unwrap();
        let (_, from) = poster.split_once(&format!("<title>{}, ", view.places[place].name)).unwrap();
        let (_, from) = from.split_once(" y='").unwrap();
        from.split_once('\'').unwrap().0.parse().unwrap()
    };
    assert!(top(&first[1]) < top(&first[0]), "the poster stands as the picture does");
}

#[test]
fn another_day_shows_the_same_party_as_chosen_or_none() {
    let mut harness = chain(known(&WOMAN));
    box_of(&harness, "Schadefonds, ").click();
    harness.run();
    let chosen = |harness: &Harness<'static, Window>| -> Vec<String> {
        let chain = harness.state().app().chain().unwrap().clone();
        let is_chosen =
            |name: &String| box_of(harness, &format!("{name}, ")).accesskit_node().toggled() == Some(Toggled::True);
        let names = chain.view.places.iter().filter(|place| !place.is_gap).map(|place| place.name.clone());
        names.filter(is_chosen).collect()
    };
    assert!(chosen(&harness)[0].starts_with("Schadefonds"));
    harness.get_by_label("22 november 2026").click();
    harness.run();
    harness.get_by_label("Dag, als 2022-02-03 of 3-2-2022").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("3-2-2015".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.run();
    assert_eq!(harness.state().app().date().year(), 2015);
    assert!(chosen(&harness).iter().all(|name| name.starts_with("Schadefonds")), "{:?}", chosen(&harness));
}

#[test]
fn a_hand_over_is_drawn_from_box_to_box_by_mouse_and_finished_in_its_form() {
    let mut harness = chain(Vec::new());
    tool(&mut harness, "Overdracht tekenen");
    harness.get_by_label("Kies wie overdraagt, of sleep van vak naar vak");
    let (from, to) =
        (box_of(&harness, "KMar, Signaleren").rect().center(), box_of(&harness, "COSM, Opvang").rect().center());
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + (to - from) / 2.0);
    harness.run();
    harness.drop_at(to);
    harness.run();
    assert_drawn(&mut harness);
}

#[test]
fn a_hand_over_is_drawn_by_keyboard_and_escape_goes_a_step_back() {
    let mut harness = chain(Vec::new());
    harness.key_press(Key::O);
    harness.run();
    harness.get_by_label("Kies wie overdraagt, of sleep van vak naar vak");
    let press = |harness: &mut Harness<'static, Window>, name: &str| {
        box_of(harness, name).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    };
    press(&mut harness, "KMar, Signaleren");
    harness.get_by_label("KMar draagt over. Kies aan wie");
    // Nothing is explained meanwhile.
    assert_eq!(harness.state().app().selected(), None);
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_label("Kies wie overdraagt, of sleep van vak naar vak");
    press(&mut harness, "KMar, Signaleren");
    press(&mut harness, "COSM, Opvang");
    assert_drawn(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    harness.key_press(Key::O);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Kies wie overdraagt, of sleep van vak naar vak").is_none());
}

/// The rest is asked, and what is made is a hand-over between those two.
fn assert_drawn(harness: &mut Harness<'static, Window>) {
    harness.get_by_label("Nieuw onderdeel");
    let name = harness.get_by_role_and_label(Role::TextInput, "Naam");
    assert_eq!(name.value().as_deref(), Some("KMar verwijst naar COSM"));
    harness.get_by_role_and_label(Role::Button, "Maak").click();
    harness.run();
    let guide = harness.state().app().kept_guide();
    let made = guide.referrals.iter().find(|one| one.id.as_str() == "kmar-verwijst-naar-cosm");
    let made = made.unwrap();
    let aspects = [&made.from_aspect, &made.to_aspect].map(|aspect| aspect.as_ref().map(ToString::to_string));
    assert_eq!((made.from.as_str(), made.to.as_str()), ("kmar", "cosm"));
    assert_eq!(aspects, [Some("signaleren".to_owned()), Some("opvang".to_owned())]);
    assert_eq!(made.cites, Vec::new(), "nothing is invented");
}
