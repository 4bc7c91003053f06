//! The forms of Beheer as a screen reader hears them: what each control is, what stands there, what is wrong with it.

use std::{collections::BTreeMap, path::Path};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use strum::IntoEnumIterator as _;
use wegwijzer::{
    app::{App, Command, Keep, RecordFilter},
    model::{PartyId, RecordKey, RecordKind},
    ui::Window,
};

use crate::{
    beheer::settled,
    driver::{Start, app_on, today, window_on},
    folder::own_folder,
};

const CONTROLS: [Role; 6] =
    [Role::Button, Role::TextInput, Role::MultilineTextInput, Role::CheckBox, Role::ComboBox, Role::Link];

/// A window in which a record is shown; of a kind the one that says most, so that every part of its form is there.
/// `None` where the guide has none.
fn shown(folder: &Path, which: impl FnOnce(&mut App) -> Option<RecordKey>) -> Option<Harness<'static, Window>> {
    let start = Start { size: [1600.0, 1000.0], ..Start::default() };
    let mut app = app_on(&start, today(), |_| {});
    app.keep_data_in(folder.join("data"));
    let key = which(&mut app)?;
    app.run(Command::Keep(Keep::Open(Some(key))));
    let mut harness = window_on(app, &start);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settled(&mut harness);
    Some(harness)
}

fn longest(app: &mut App, kind: RecordKind) -> Option<RecordKey> {
    app.run(Command::Keep(Keep::List(RecordFilter::of(kind))));
    let list = app.record_list()?;
    let mut fields = |key: &RecordKey| {
        app.run(Command::Keep(Keep::Open(Some(key.clone()))));
        app.record_view().map_or(0, |view| view.form.fields.len())
    };
    list.rows.iter().take(40).map(|row| row.key.clone()).max_by_key(|key| fields(key))
}

#[test]
fn every_control_of_every_form_has_a_name_of_its_own() {
    let folder = own_folder("beheer-gehoord");
    let mut heard = 0;
    for kind in RecordKind::iter() {
        let Some(harness) = shown(&folder, |app| longest(app, kind)) else { continue };
        let form = harness.state().app().record_view().unwrap();
        let record = &form.form.record;
        let mut names: BTreeMap<(String, Role), usize> = BTreeMap::new();
        for node in harness.root().children_recursive() {
            let role = node.accesskit_node().role();
            if CONTROLS.contains(&role) {
                let name = node.accesskit_node().label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{record}: a {role:?} without a name");
                *names.entry((name, role)).or_default() += 1;
                heard += 1;
            }
        }
        let links: Vec<&str> = form.referrers.iter().map(|referrer| referrer.title.as_str()).collect();
        let twice = names.iter().filter(|((name, role), times)| {
            **times > 1 && !(matches!(role, Role::Link) && links.contains(&name.as_str()))
        });
        let twice: Vec<_> = twice.map(|((name, role), _)| format!("{role:?} {name}")).collect();
        assert_eq!(twice, Vec::<String>::new(), "{record}: two controls of one name");
    }
    assert!(heard > 400, "{heard}");
}

#[test]
fn what_is_wrong_with_a_value_is_heard_with_its_field() {
    let folder = own_folder("beheer-fout-gehoord");
    let mut harness = shown(&folder, |_| Some(RecordKey::Party(PartyId::new("comensha").unwrap()))).unwrap();
    let name = "datum van contact 1";
    let said = |harness: &Harness<'static, Window>| {
        let field = harness.get_by_role_and_label(Role::TextInput, name);
        let node = field.accesskit_node();
        node.description().unwrap_or_default()
    };
    assert_eq!(said(&harness), "");
    let field = harness.get_by_role_and_label(Role::TextInput, name);
    field.focus();
    field.type_text("gisteren");
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    let wrong = said(&harness);
    assert!(wrong.starts_with("Schrijf 2019"), "«{wrong}»");
}

#[test]
fn who_comes_to_the_form_by_key_undoes_nothing() {
    let folder = own_folder("beheer-f6");
    let mut harness = shown(&folder, |app| {
        let input = wegwijzer::edit::form::Input::Text("Iets anders.".to_owned());
        let party = RecordKey::Party(PartyId::new("comensha").unwrap());
        app.run(Command::Keep(Keep::Set(party.clone(), "summary".parse().unwrap(), input)));
        Some(party)
    })
    .unwrap();
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    harness.key_press(Key::F6);
    harness.run();
    harness.key_press(Key::F6);
    harness.run();
    let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    let focused = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
    assert_eq!(focused, "Nieuwe naam…", "the first of the form");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().app().unsaved_steps(), 1);
}

#[test]
fn find_and_replace_begins_where_one_types_and_says_when_it_takes_out() {
    let folder = own_folder("beheer-vervang");
    let mut harness = shown(&folder, |_| Some(RecordKey::Party(PartyId::new("comensha").unwrap()))).unwrap();
    harness.get_by_role_and_label(Role::Button, "Zoek en vervang…").click();
    harness.run();
    harness.event(eframe::egui::Event::Text("CoMensha".to_owned()));
    harness.run();
    let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused()).unwrap();
    assert_eq!(focused.value().as_deref(), Some("CoMensha"));
    harness.get_by_role_and_label(Role::Button, "Haal dit weg");
    assert!(harness.query_by_label("Vervang").is_none());
}

#[test]
fn a_choice_by_key_gives_the_focus_back_to_its_button() {
    let folder = own_folder("beheer-focus-terug");
    let mut harness = shown(&folder, |_| Some(RecordKey::Party(PartyId::new("comensha").unwrap()))).unwrap();
    let focused = |harness: &Harness<'static, Window>| {
        let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    let name = "bereik: voert uit";
    for ends in [Key::Escape, Key::Enter] {
        harness.get_by_role_and_label(Role::Button, name).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.query_by_role(Role::RadioGroup).is_some(), "it is open");
        // The choice that stands has the focus, and Enter takes it once more.
        harness.key_press(ends);
        harness.run();
        harness.run();
        assert_eq!(focused(&harness), name, "{ends:?}");
    }
    // What is clicked meanwhile keeps the focus.
    harness.get_by_role_and_label(Role::Button, name).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Zoek op naam of id").click();
    harness.run();
    harness.run();
    assert_eq!(focused(&harness), "Zoek op naam of id");
}
