//! What is asked field by field in Beheer, by keyboard alone: a task handed over, a party called otherwise, a text
//! replaced place by place, and one of a list chosen.

use std::path::Path;

use eframe::egui::{self, Key, Memory, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{Command, Keep},
    model::{Date, Lang, PartyId, RecordKind},
    ui::Window,
};

use crate::{
    beheer::{guide, settled},
    driver::{Start, app_on, today, window_on},
    folder::own_folder,
    reach::focused_name,
};

type Shown = Harness<'static, Window>;

/// Beheer with this record open.
pub(crate) fn with_open(record: &str, folder: &Path, start: &Start) -> Shown {
    with_open_after(record, folder, start, None)
}

/// The same, once this was done with the record.
pub(crate) fn with_open_after(record: &str, folder: &Path, start: &Start, done: Option<Keep>) -> Shown {
    let mut app = app_on(start, today(), |_| {});
    app.keep_data_in(folder.join("data"));
    app.run(Command::LookAtGuide);
    app.run(Command::Keep(Keep::Open(Some(record.parse().unwrap()))));
    if let Some(done) = done {
        app.run(Command::Keep(done));
    }
    let mut harness = window_on(app, start);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    settled(&mut harness);
    harness
}

/// Presses a key, and waits until what it moves has come to rest.
fn press(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.run();
    harness.run_steps(4);
}

fn type_text(harness: &mut Shown, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
    harness.run_steps(2);
}

/// Presses a button by key, wherever it is.
fn enter_on(harness: &mut Shown, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).focus();
    harness.run();
    press(harness, Key::Enter);
}

fn labels(harness: &Shown) -> Vec<String> {
    let all = harness.root().children_recursive().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    all.collect()
}

fn says(harness: &Shown, words: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(words))
}

/// Types what is looked for in the list that the button in focus opens, and takes the first that is found.
fn choose(harness: &mut Shown, asks: &str, words: &str) {
    assert!(focused_name(harness).starts_with(asks), "{asks}: {}", focused_name(harness));
    press(harness, Key::Enter);
    type_text(harness, words);
    press(harness, Key::Enter);
    assert_eq!(focused_name(harness), format!("{asks}: {words}"), "the focus is back where it was");
}

#[test]
fn a_task_is_handed_over_by_keyboard_alone_and_what_is_left_is_gone_through() {
    let folder = own_folder("guided-over");
    let mut harness = with_open("responsibility/cosm-opvang-vanaf-2023", &folder, &Start::default());
    enter_on(&mut harness, "Taak overdragen…");
    // The first that is asked has the focus; nothing is changed meanwhile.
    choose(&mut harness, "Naar welke partij", "Fier");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "1 jan 2027");
    press(&mut harness, Key::Tab);
    assert!(focused_name(&harness).starts_with("Welke bron zegt dit"), "{}", focused_name(&harness));
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Tab);
    assert!(says(&harness, "Vul nog in: plaats in de bron"));
    type_text(&mut harness, "blz. 3");
    for words in ["Wat er verandert", "Wat niet meegaat"] {
        assert!(says(&harness, words), "{words}: {:#?}", labels(&harness));
    }
    assert_eq!(harness.state().app().unsaved_steps(), 0);
    press(&mut harness, Key::Enter);
    settled(&mut harness);
    let done = harness.state().app().to_undo().unwrap();
    assert!(done.starts_with("taak overgedragen aan Fier vanaf 1 januari 2027"), "{done}");
    // What is left is told at once, and goes one by one.
    let (_, rows) = harness.state().app().to_look_at().unwrap();
    assert!(says(&harness, "Nog na te kijken"), "{:#?}", labels(&harness));
    let seen = format!("Nog na te kijken ({})", rows.len());
    assert!(harness.query_by_role_and_label(Role::Button, &seen).is_some(), "{seen}");
    let mut seen = harness.get_all_by_role(Role::Button);
    let first = seen.find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Gezien: ")));
    first.expect("a row").click_accesskit();
    drop(seen);
    harness.run();
    assert_eq!(harness.state().app().to_look_at().unwrap().1.len(), rows.len() - 1);
    // Of what is undone nothing is left.
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Z);
    settled(&mut harness);
    assert!(harness.state().app().to_look_at().is_none());
    assert!(!says(&harness, "Nog na te kijken"));
}

#[test]
fn a_party_that_cannot_be_called_is_warned_of_before_it_gets_a_task() {
    let folder = own_folder("guided-reach");
    let mut harness = with_open("responsibility/cosm-opvang-vanaf-2023", &folder, &Start::default());
    let (from, guide) = (Date::new(2027, 1, 1).unwrap(), guide(&harness));
    let silent = guide.parties.iter().find(|party| party.scope.is_executing() && party.contacts.is_empty()).unwrap();
    enter_on(&mut harness, "Taak overdragen…");
    choose(&mut harness, "Naar welke partij", silent.short_name(today(), Lang::Nl));
    assert!(!says(&harness, "geen manier om deze partij te bereiken"));
    press(&mut harness, Key::Tab);
    type_text(&mut harness, &from.to_string());
    assert!(says(&harness, "Er staat op die dag geen manier om deze partij te bereiken"), "{:#?}", labels(&harness));
}

#[test]
fn a_party_is_called_otherwise_by_keyboard_alone() {
    let folder = own_folder("guided-name");
    let mut harness = with_open("party/comensha", &folder, &Start::default());
    let before = guide(&harness);
    enter_on(&mut harness, "Nieuwe naam…");
    type_text(&mut harness, "Landelijk Coördinatiepunt");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "LCP");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "maart 2027");
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "§ 2");
    assert!(says(&harness, "Wat er verandert"), "{:#?}", labels(&harness));
    press(&mut harness, Key::Enter);
    settled(&mut harness);
    let done = harness.state().app().to_undo().unwrap();
    assert_eq!(&*done, "CoMensha heet «Landelijk Coördinatiepunt» vanaf maart 2027");
    let now = guide(&harness);
    let id = PartyId::new("comensha").unwrap();
    let called = |guide: &wegwijzer::model::Guide, year: i16| {
        guide.party(&id).unwrap().short_name(Date::new(year, 6, 1).unwrap(), Lang::Nl).to_owned()
    };
    assert_eq!((called(&now, 2026), called(&now, 2028)), (called(&before, 2026), "LCP".to_owned()));
    assert!(says(&harness, "noemt nog wat er eerst was"), "{:#?}", labels(&harness));
    // The source that was named last is there the next time.
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Z);
    settled(&mut harness);
    enter_on(&mut harness, "Nieuwe naam…");
    assert!(!says(&harness, "Vul nog in: nieuwe naam, voluit, vanaf wanneer (dag, maand of jaar), welke bron"));
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Vul nog in"), "Escape leaves it");
}

#[test]
fn each_place_where_a_text_is_replaced_has_a_tick_and_what_is_past_is_off() {
    let folder = own_folder("guided-replace");
    let mut app = app_on(&Start::default(), today(), |guide| {
        let id = PartyId::new("comensha").unwrap();
        let party = guide.parties.iter().find(|party| party.id == id).unwrap().clone();
        let mut other = party.clone();
        other.contacts[0].valid.until = "2020".parse().ok();
        let edits = [wegwijzer::edit::Edit::Replace(wegwijzer::model::Entry::Party(Box::new(other)))];
        *guide = wegwijzer::edit::put(guide, &wegwijzer::edit::make(guide, &edits).unwrap());
    });
    app.keep_data_in(folder.join("data"));
    app.run(Command::LookAtGuide);
    let mut harness = window_on(app, &Start::default());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settled(&mut harness);
    let id = PartyId::new("comensha").unwrap();
    let number = guide(&harness).party(&id).unwrap().contacts[0].value.clone();
    enter_on(&mut harness, "Zoek en vervang…");
    type_text(&mut harness, &number);
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "033 111 22 33");
    let ticks = |harness: &Shown| {
        let rows = harness.get_all_by_role(Role::CheckBox).filter_map(|node| {
            let node = node.accesskit_node();
            let label = node.label()?;
            label.contains("033 111 22 33").then(|| (label, node.toggled() == Some(egui::accesskit::Toggled::True)))
        });
        rows.collect::<Vec<_>>()
    };
    let rows = ticks(&harness);
    let is_past = |label: &str| label.starts_with("Voorbij · telefoon van CoMensha ");
    let past =
        rows.iter().find(|(label, _)| is_past(label)).unwrap_or_else(|| panic!("the number that was: {rows:#?}"));
    assert!(!past.1, "what is past is off: {rows:#?}");
    let heard: std::collections::BTreeSet<_> = rows.iter().map(|(label, _)| label).collect();
    assert_eq!(heard.len(), rows.len(), "each is heard with what it is: {rows:#?}");
    let on = rows.iter().filter(|(_, is_on)| *is_on).count();
    assert!(says(&harness, &format!("{on} van {} plaatsen gekozen", rows.len())), "{:#?}", labels(&harness));
    enter_on(&mut harness, "Alles uit");
    assert!(ticks(&harness).iter().all(|(_, is_on)| !is_on));
    assert!(harness.get_by_role_and_label(Role::Button, "Vervang").accesskit_node().is_disabled());
    // One tick, by key.
    harness.get_all_by_role_and_label(Role::CheckBox, &past.0).next().unwrap().focus();
    harness.run();
    press(&mut harness, Key::Space);
    assert!(says(&harness, &format!("1 van {} plaatsen gekozen, in 1 onderdeel", rows.len())));
    enter_on(&mut harness, "Vervang");
    settled(&mut harness);
    let after = guide(&harness);
    let contacts = &after.party(&id).unwrap().contacts;
    let changed: Vec<_> = contacts.iter().filter(|contact| contact.value == "033 111 22 33").collect();
    assert!(matches!(changed[..], [past] if past.valid.until.is_some()), "{changed:?}");
    assert_eq!(harness.state().app().unsaved_steps(), 1);
}

#[test]
fn one_of_a_list_is_chosen_by_key_or_pointer_and_the_focus_is_back() {
    let folder = own_folder("guided-menu");
    let mut harness = with_open("party/comensha", &folder, &Start::default());
    let button = |harness: &Shown| {
        let mut all = harness.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
        all.find(|label| label.starts_with("Partij (")).unwrap()
    };
    let parties = button(&harness);
    enter_on(&mut harness, &parties);
    // The list opens at what holds.
    assert_eq!(focused_name(&harness), parties);
    assert_eq!(harness.get_all_by_role(Role::RadioButton).filter(egui_kittest::Node::is_focused).count(), 1);
    press(&mut harness, Key::ArrowDown);
    let next = focused_name(&harness);
    assert!(next.starts_with("Taak ("), "{next}");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_role(Role::RadioButton).is_none(), "it closes");
    assert_eq!(focused_name(&harness), next, "the button has the focus, and says what was chosen");
    let kind = |harness: &Shown| harness.state().app().record_list().unwrap().filter.kind;
    assert_eq!(kind(&harness), Some(RecordKind::Responsibility));
    // Escape closes it, and nothing is chosen.
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_role(Role::RadioButton).is_none());
    assert_eq!((focused_name(&harness), kind(&harness)), (next.clone(), Some(RecordKind::Responsibility)));
    // By pointer.
    harness.get_by_role_and_label(Role::Button, &next).click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, &parties).click();
    harness.run();
    harness.run_steps(4);
    assert!(harness.query_by_role(Role::RadioButton).is_none());
    assert_eq!(kind(&harness), Some(RecordKind::Party));
}

#[test]
fn escape_in_a_list_leaves_what_was_being_asked() {
    let folder = own_folder("guided-escape");
    let mut harness = with_open("party/comensha", &folder, &Start::default());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    harness.run_steps(4);
    type_text(&mut harness, "Nieuwe organisatie");
    enter_on(&mut harness, "Soort: Partij");
    let is_open = |harness: &Shown| harness.query_all_by_role(Role::RadioButton).next().is_some();
    assert!(is_open(&harness));
    press(&mut harness, Key::Escape);
    assert!(!is_open(&harness));
    assert!(says(&harness, "Nieuwe organisatie"), "what was typed is still there");
    press(&mut harness, Key::Escape);
    assert!(!says(&harness, "Nieuwe organisatie"), "and the next Escape leaves it");
}

#[test]
fn what_changes_do_is_told_task_by_task_with_the_day() {
    let folder = own_folder("guided-impact");
    let mut harness = with_open("responsibility/cosm-opvang-vanaf-2023", &folder, &Start::default());
    enter_on(&mut harness, "Beëindig…");
    type_text(&mut harness, "31-12-2026");
    press(&mut harness, Key::Enter);
    settled(&mut harness);
    crate::driver::until(&mut harness, |app| app.guide_impact().is_some());
    harness.run();
    let impact = harness.state().app().guide_impact().unwrap();
    let group = impact
        .iter()
        .find(|group| group.about.is_some())
        .unwrap_or_else(|| panic!("no task: {impact:#?} {:?}", harness.state().app().to_undo()));
    let about = group.about.clone().unwrap();
    assert!(about.starts_with("COSM"), "{about}");
    assert!(group.lines.iter().any(|line| line.starts_with("Vanaf 1 januari 2027: vervalt voor")), "{group:#?}");
    assert_eq!(impact.iter().filter(|other| other.about == group.about).count(), 1, "each task stands there once");
    assert!(says(&harness, &about) && says(&harness, "Vanaf 1 januari 2027"), "{:#?}", labels(&harness));
}

#[test]
fn the_help_scrolls_by_key() {
    let start = Start { size: [1024.0, 640.0], ..Start::default() };
    let mut harness = with_open("party/comensha", &own_folder("guided-help"), &start);
    press(&mut harness, Key::F1);
    let top = |harness: &Shown| harness.get_by_label("De gids wijzigen").rect().top();
    let at_start = top(&harness);
    press(&mut harness, Key::ArrowDown);
    harness.run_steps(30);
    let lower = top(&harness);
    assert!(lower < at_start, "an arrow");
    press(&mut harness, Key::PageDown);
    harness.run_steps(30);
    let page = top(&harness);
    assert!(page < lower - 100.0, "a page: {page} {lower}");
    press(&mut harness, Key::End);
    harness.run_steps(30);
    assert!(top(&harness) <= page);
    press(&mut harness, Key::Home);
    harness.run_steps(30);
    assert!((top(&harness) - at_start).abs() < 1.0);
    // The same once a button has the focus.
    press(&mut harness, Key::Tab);
    assert!(harness.ctx.memory(Memory::focused).is_some());
    press(&mut harness, Key::ArrowDown);
    harness.run_steps(30);
    assert!(top(&harness) < at_start, "with the focus on a button");
}

#[test]
fn at_twice_the_size_the_list_says_how_many_are_chosen_and_leads_to_them() {
    let start = Start { zoom: 2.0, ..Start::default() };
    let mut harness = with_open("party/comensha", &own_folder("guided-narrow"), &start);
    let pane = harness.get_all_by_label("Onderdelen").next().expect("the pane of the list");
    pane.click_accesskit();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let count = harness.state().app().record_list().unwrap().rows.len();
    let words = format!("{count} onderdelen gekozen");
    harness.get_by_role_and_label(Role::Button, &words).click_accesskit();
    harness.run();
    assert!(says(&harness, "Samen wijzigen"), "{:#?}", labels(&harness));
    assert!(harness.query_by_role_and_label(Role::Button, "Vul een veld in…").is_some());
}

#[test]
fn a_task_in_the_list_has_two_lines_and_is_heard_whole() {
    let harness = with_open("responsibility/cosm-opvang-vanaf-2023", &own_folder("guided-rows"), &Start::default());
    let rows = harness.state().app().record_list().unwrap().rows.clone();
    let long = rows.iter().take(8).find(|row| row.title.chars().count() > 40).expect("a long title");
    let heard = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&long.title)));
    assert!(heard.expect("the row").rect().height() > 36.0, "two lines");
    let harness = with_open("party/comensha", &own_folder("guided-row"), &Start::default());
    let row = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("CoMensha")));
    assert!(row.expect("the row").rect().height() < 30.0, "a name is one line");
}
