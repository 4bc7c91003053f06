//! The list of records as a coordinator uses it: narrowed down, several chosen, put in order.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::{App, Command, Keep, RecordFilter, RecordList},
    edit,
    file::embedded_guide,
    model::{Guide, Lang, PartialDate, PartyId, RecordKey, RecordKind, Referral},
    ui::Window,
};

use crate::{
    beheer::{beheer, guide, row, settled, write_in},
    driver::{Start, app_on, today},
    folder::own_folder,
};

type Shown = Harness<'static, Window>;

fn list(harness: &Shown) -> RecordList {
    (*harness.state().app().record_list().expect("a list")).clone()
}

fn click(harness: &mut Shown, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

/// Chooses the kind that is listed.
fn kind(harness: &mut Shown, kind: &str) {
    let is_kind = |label: &str| label.ends_with(')') && label.contains(" (");
    let button = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| is_kind(&label)));
    button.expect("the button with the kind").click();
    harness.run();
    let is_it = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(&format!("{kind} (")))
    };
    harness.get_all_by_role(Role::RadioButton).find(is_it).expect("the kind").scroll_to_me();
    harness.run();
    harness.get_all_by_role(Role::RadioButton).find(is_it).expect("the kind").click();
    harness.run();
}

/// The first row whose name begins so.
fn begins(harness: &Shown, name: &str) -> String {
    let mut rows = harness.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    rows.find(|label| label.starts_with(name)).unwrap_or_else(|| panic!("no row {name}"))
}

fn rows(harness: &Shown) -> BTreeSet<RecordKey> {
    list(harness).rows.into_iter().map(|row| row.key).collect()
}

fn comensha() -> RecordKey {
    RecordKind::Party.key("comensha").unwrap()
}

#[test]
fn all_that_names_a_party_in_a_phase_is_listed_and_an_edit_does_not_end_that() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-filter"));
    kind(&mut harness, "Alle soorten");
    let all = list(&harness);
    assert_eq!(all.rows.len(), all.of);
    click(&mut harness, Role::Button, "Filter");
    click(&mut harness, Role::Button, "Filter: Partij: alle");
    harness.get_by_role_and_label(Role::TextInput, "Zoek").type_text("CoMensha");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let by_party = rows(&harness);
    let named = edit::references(&guide(&harness), &comensha());
    assert!(by_party.contains(&comensha()));
    assert!(named.keys().all(|key| by_party.contains(key)), "who names it is listed");
    assert!(by_party.len() < all.of / 4);
    // Both filters hold together.
    click(&mut harness, Role::Button, "Filter: Fase of aspect: alle");
    let phase = harness.get_all_by_role(Role::RadioButton).next().unwrap().accesskit_node().label().unwrap();
    click(&mut harness, Role::RadioButton, &phase);
    let both = rows(&harness);
    assert!(both.len() < by_party.len() && both.is_subset(&by_party) && !both.is_empty());
    let said = format!("{} van {}", both.len(), all.of);
    assert!(harness.query_by_label(&said).is_some(), "{said}");
    // Folded away they still hold, and are said; so it is after an edit.
    click(&mut harness, Role::Button, "Filter");
    kind(&mut harness, "Partij");
    row(&mut harness, "CoMensha");
    write_in(&mut harness, "samenvatting", "Een andere zin.");
    settled(&mut harness);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    assert!(harness.query_by_label("Filter: Partij: CoMensha").is_some());
    click(&mut harness, Role::Button, "Wis dit filter: Partij");
    click(&mut harness, Role::Button, "Wis dit filter: Fase of aspect");
    kind(&mut harness, "Alle soorten");
    assert_eq!(rows(&harness).len(), all.of);
}

#[test]
fn tasks_are_listed_by_how_long_ago_they_were_checked() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-nagegaan"));
    kind(&mut harness, "Taak");
    let guide = guide(&harness);
    let task = guide.responsibilities.iter().find(|task| task.valid.until.is_none()).unwrap();
    let task = list(&harness).rows.into_iter().find(|row| row.key == RecordKey::from(&task.id)).unwrap();
    row(&mut harness, &task.title);
    let record = harness.state().app().record_view().unwrap().form.record.clone();
    kind(&mut harness, "Taak");
    click(&mut harness, Role::Button, "Filter");
    let listed = |harness: &mut Shown, words: &str| {
        let now = begins(harness, "Filter: Nagegaan: ");
        click(harness, Role::Button, &now);
        click(harness, Role::RadioButton, words);
        rows(harness).contains(&record)
    };
    // Nobody went to ask yet: what a source says is no check.
    assert!(listed(&mut harness, "nog nooit"));
    for (day, words) in [
        ("2025-11-22", "12 maanden geleden of langer"),
        ("2026-01-22", "10 tot 12 maanden geleden"),
        ("2026-01-23", "minder dan 10 maanden geleden"),
    ] {
        write_in(&mut harness, "dag van nagaan", day);
        settled(&mut harness);
        for other in
            ["nog nooit", "12 maanden geleden of langer", "10 tot 12 maanden geleden", "minder dan 10 maanden geleden"]
        {
            assert_eq!(listed(&mut harness, other), other == words, "{day}: {other}");
        }
    }
}

fn referrals(guide: &Guide) -> Vec<&Referral> {
    guide.referrals.iter().collect()
}

#[test]
fn several_are_chosen_and_get_the_same_last_day_in_one_step() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-veld"));
    kind(&mut harness, "Overdracht");
    let rows = list(&harness).rows;
    let label = |at: usize| begins(&harness, &rows[at].title);
    let (first, third, fourth) = (label(0), label(2), label(3));
    click(&mut harness, Role::Button, &first);
    harness.get_by_role_and_label(Role::Button, &third).click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert!(harness.query_by_label("3 onderdelen gekozen").is_some());
    harness.get_by_role_and_label(Role::Button, &fourth).click_modifiers(Modifiers::COMMAND);
    harness.run();
    assert!(harness.query_by_label("4 onderdelen gekozen").is_some());
    let before = guide(&harness);
    click(&mut harness, Role::Button, "Vul een veld in…");
    click(&mut harness, Role::Button, "Welk veld: Kies…");
    click(&mut harness, Role::RadioButton, "Einde van geldigheid");
    write_in(&mut harness, "einde van geldigheid", "2031");
    assert_eq!(guide(&harness), before, "nothing changes before it is asked");
    assert!(harness.query_all_by_label_contains("2031").count() >= 4, "what changes is told");
    click(&mut harness, Role::Button, "Vul in");
    settled(&mut harness);
    let now = guide(&harness);
    let changed: BTreeSet<RecordKey> = referrals(&now)
        .into_iter()
        .zip(referrals(&before))
        .filter(|(now, before)| now != before)
        .map(|(now, _)| RecordKey::Referral(now.id.clone()))
        .collect();
    assert_eq!(changed, rows[..4].iter().map(|row| row.key.clone()).collect());
    let ends = |referral: &&Referral| referral.valid.until == Some(PartialDate::Year(2031));
    assert_eq!(referrals(&now).into_iter().filter(ends).count(), 4);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Z);
    settled(&mut harness);
    assert_eq!(guide(&harness), before);
}

#[test]
fn a_text_is_replaced_in_what_is_chosen_by_keys_and_nowhere_else() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-vervang"));
    kind(&mut harness, "Begrip");
    let rows = list(&harness).rows;
    let first = begins(&harness, &rows[0].title);
    click(&mut harness, Role::Button, &first);
    harness.get_by_role_and_label(Role::Button, &first).focus();
    harness.run();
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run();
        harness.run();
    }
    assert!(harness.query_by_label("3 onderdelen gekozen").is_some());
    let before = guide(&harness);
    harness.get_all_by_role_and_label(Role::Button, "Zoek en vervang…").last().unwrap().click();
    harness.run();
    write_in(&mut harness, "Zoek naar", "e");
    write_in(&mut harness, "Vervang door", "€");
    click(&mut harness, Role::Button, "Vervang");
    settled(&mut harness);
    let now = guide(&harness);
    let changed = now.glossary.iter().zip(&before.glossary).filter(|(now, before)| now != before);
    let changed: BTreeSet<RecordKey> = changed.map(|(now, _)| RecordKey::Term(now.id.clone())).collect();
    assert_eq!(changed, rows[..3].iter().map(|row| row.key.clone()).collect());
    let others = Guide { glossary: before.glossary.clone(), ..now };
    assert_eq!(others, before);
}

#[test]
fn what_cannot_end_is_told_and_stays_and_the_rest_ends() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-einde"));
    kind(&mut harness, "Taak");
    let field = harness.get_by_role_and_label(Role::TextInput, "Zoek op naam of id");
    field.focus();
    field.type_text("comensha");
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let records = rows(&harness);
    let said = format!("{} onderdelen gekozen", records.len());
    assert!(records.len() > 2 && harness.query_by_label(&said).is_some(), "{said}");
    let before = guide(&harness);
    harness.get_by_role_and_label(Role::Button, "Beëindig…").click();
    harness.run();
    write_in(&mut harness, "Laatste dag", "31-12-2030");
    click(&mut harness, Role::Button, "Beëindig");
    settled(&mut harness);
    let now = guide(&harness);
    let last = edit::get(&now, &records.first().unwrap().clone().into());
    assert!(last.is_some());
    for (now, before) in now.responsibilities.iter().zip(&before.responsibilities) {
        let is_chosen = records.contains(&RecordKey::from(&now.id));
        let is_over = before.valid.until.is_some_and(|until| until.last_day().to_string().as_str() <= "2030-12-31");
        assert_eq!(now != before, is_chosen && !is_over, "{}", now.id);
    }
    // None of them is chosen any more once another list is shown.
    kind(&mut harness, "Bron");
    assert!(harness.query_by_label(&said).is_none());
}

#[test]
fn chosen_records_are_taken_out_in_one_step() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-weg"));
    kind(&mut harness, "Begrip");
    let rows = list(&harness).rows;
    let (first, second) = (begins(&harness, &rows[0].title), begins(&harness, &rows[1].title));
    click(&mut harness, Role::Button, &first);
    harness.get_by_role_and_label(Role::Button, &second).click_modifiers(Modifiers::COMMAND);
    harness.run();
    let before = guide(&harness).glossary.len();
    click(&mut harness, Role::Button, "Haal weg…");
    click(&mut harness, Role::Button, "Haal weg");
    settled(&mut harness);
    assert_eq!(guide(&harness).glossary.len(), before - 2);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    assert!(harness.query_by_label("2 onderdelen gekozen").is_none());
}

#[test]
fn a_question_is_moved_by_keys_and_by_a_button_a_step_each() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-volgorde"));
    kind(&mut harness, "Kenmerk");
    let facets = |harness: &Shown| guide(harness).facets.iter().map(|facet| facet.id.clone()).collect::<Vec<_>>();
    let before = facets(&harness);
    let titles: Vec<String> = list(&harness).rows.iter().map(|row| row.title.clone()).collect();
    let second = begins(&harness, &titles[1]);
    click(&mut harness, Role::Button, &second);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    settled(&mut harness);
    let mut expected = before.clone();
    expected.swap(0, 1);
    assert_eq!(facets(&harness), expected);
    // At the top it goes no further.
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    settled(&mut harness);
    assert_eq!(facets(&harness), expected);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    let down = begins(&harness, "Naar achteren: ");
    click(&mut harness, Role::Button, &down);
    settled(&mut harness);
    assert_eq!(facets(&harness), before);
    assert_eq!(harness.state().app().unsaved_steps(), 2);
}

#[test]
fn what_a_case_knows_is_ticked() {
    let mut harness = beheer(&Start::default(), &own_folder("lijst-casus"));
    kind(&mut harness, "Casus");
    let title = list(&harness).rows.into_iter().find(|row| row.key.id() == Some("c01-derdeland-geringste-aanwijzing"));
    row(&mut harness, &title.unwrap().title);
    let known = |harness: &Shown, facet: &str| {
        let guide = guide(harness);
        let case =
            guide.scenarios.iter().find(|case| case.id.as_str() == "c01-derdeland-geringste-aanwijzing").unwrap();
        let known = case.given.iter().find(|(own, _)| own.as_str() == facet);
        known.map(|(_, values)| values.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(known(&harness, "leeftijd").unwrap(), ["volwassen"]);
    let button = harness.get_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("wat bekend is") && label.contains("18"))
    });
    button.expect("the age").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "16 of 17 jaar").click();
    settled(&mut harness);
    assert_eq!(known(&harness, "leeftijd").unwrap(), ["volwassen", "16-17"]);
    assert_eq!(harness.state().app().unsaved_steps(), 1);
    let party = PartyId::new("comensha").unwrap();
    assert!(guide(&harness).party(&party).is_some());
}

#[test]
fn a_party_is_listed_by_its_name_of_today_and_found_by_its_next_one() {
    let mut guide = embedded_guide().unwrap();
    let party = guide.parties.rows_mut().iter_mut().find(|party| party.id.as_str() == "ckm").unwrap();
    let name = party.short_name(today(), Lang::Nl).to_owned();
    let mut next = party.names.last().unwrap().clone();
    next.name.nl = "Centrum voor Later".to_owned();
    next.short = None;
    next.valid.from = Some("2027-01-01".parse().unwrap());
    party.names.last_mut().unwrap().valid.until = Some("2026-12-31".parse().unwrap());
    party.names.push(next);
    let mut app = app_on(&Start::default(), today(), |own| *own = guide);
    app.run(Command::LookAtGuide);
    let filter = |app: &mut App, words: &str| {
        let filter = RecordFilter { words: words.to_owned(), ..app.record_list().unwrap().filter.clone() };
        app.run(Command::Keep(Keep::List(filter)));
        let rows = app.record_list().unwrap();
        rows.rows.iter().map(|row| row.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(filter(&mut app, "voor Later"), std::slice::from_ref(&name));
    assert!(filter(&mut app, &name).contains(&name));
}
