//! The parties: one by itself, two side by side, and on paper.

use std::fs;

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::Selected,
    file::embedded_guide,
    model::Lang,
    text::{export, parties as text},
    ui::Window,
};

use crate::{
    driver::{Start, until, window},
    folder::own_folder,
    over_all::press_first,
};

type Shown = Harness<'static, Window>;

fn press(harness: &mut Shown, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn type_text(harness: &mut Shown, words: &str) {
    harness.event(Event::Text(words.to_owned()));
    harness.run();
}

/// The view with nothing chosen yet.
pub(crate) fn parties(start: &Start) -> Shown {
    let mut harness = window(start, vec![]);
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    harness
}

/// Looks for a party by some of its names and opens it.
pub(crate) fn open(harness: &mut Shown, words: &str, name: &str, lang: Lang) {
    harness.get_by_role_and_label(Role::TextInput, text::filter(lang)).focus();
    harness.run();
    type_text(harness, words);
    press_first(harness, Role::Button, name);
}

fn said(harness: &Shown) -> String {
    let mut nodes = harness.root().children_recursive();
    let words = nodes.by_ref().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    words.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_party_is_found_by_an_old_name_and_tells_all_that_the_guide_says_of_it() {
    let mut harness = parties(&Start::default());
    assert!(said(&harness).contains(text::choose(Lang::Nl)));
    open(&mut harness, "iszw", "Arbeidsinspectie", Lang::Nl);
    let guide = embedded_guide().unwrap();
    let today = harness.state().app().today();
    let told = said(&harness);
    let of = |id: &str| id == "arbeidsinspectie";
    for task in guide.responsibilities.iter().filter(|task| of(task.party.as_str())) {
        // What holds today, and what did or will.
        assert!(told.contains(task.task.as_str()), "{}", task.id);
    }
    let steps = guide.referrals.iter().filter(|step| of(step.from.as_str()) || of(step.to.as_str()));
    for step in steps.filter(|step| step.valid.holds_on(today)) {
        assert!(told.contains(step.text.as_str()), "{}", step.id);
    }
    assert!(told.contains("Inspectie SZW"), "what it was called");
    // A task opens its explanation.
    let task =
        guide.responsibilities.iter().find(|task| of(task.party.as_str()) && task.valid.holds_on(today)).unwrap();
    let link = harness
        .get_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with(task.task.as_str())));
    link.expect("a task leads on").click_accesskit();
    harness.run();
    let Some(Selected::Responsibility(_)) = harness.state().app().selected() else { panic!("no explanation") };
}

#[test]
fn two_parties_stand_side_by_side_and_a_hand_over_leads_to_the_other() {
    let mut harness = parties(&Start::default());
    open(&mut harness, "nidos", "Nidos", Lang::Nl);
    press_first(&mut harness, Role::Button, text::beside(Lang::Nl));
    press_first(&mut harness, Role::RadioButton, "CoMensha");
    let guide = embedded_guide().unwrap();
    let summary = |id: &str| guide.parties.iter().find(|party| party.id.as_str() == id).unwrap().summary.clone();
    let told = said(&harness);
    assert!(told.contains(&summary("nidos")) && told.contains(&summary("comensha")));
    let mut harness = parties(&Start::default());
    open(&mut harness, "nidos", "Nidos", Lang::Nl);
    press_first(&mut harness, Role::Link, "COA (");
    assert!(said(&harness).contains(&summary("coa")));
}

#[test]
fn what_was_looked_for_is_gone_after_wiping_and_is_on_no_disk() {
    let mut harness = parties(&Start::default());
    open(&mut harness, "nidos", "Nidos", Lang::Nl);
    press(&mut harness, Modifiers::NONE, Key::F9);
    let told = said(&harness);
    assert!(told.contains(text::choose(Lang::Nl)) && told.contains("CoMensha"), "all parties are listed again");
}

#[test]
fn a_profile_goes_on_paper() {
    let folder = own_folder("profile-on-paper");
    let mut harness = parties(&Start::default());
    open(&mut harness, "nidos", "Nidos", Lang::Nl);
    press_first(&mut harness, Role::Button, text::on_paper(Lang::Nl));
    let path = folder.join("nidos.txt");
    harness.get_by_role_and_label(Role::TextInput, text::path(Lang::Nl)).focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    type_text(&mut harness, path.to_str().unwrap());
    press_first(&mut harness, Role::Button, export::save(Lang::Nl));
    until(&mut harness, |_| path.exists());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("Nidos\n") && text.contains("Draagt over aan"), "{text}");
}
