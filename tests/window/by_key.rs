//! The five commonest tasks of a coordinator by keyboard alone: the tests press keys and type, and focus nothing
//! themselves. Each says how many keys it takes beside the words that are typed.

use std::path::Path;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use wegwijzer::{
    model::{Date, Guide, Lang, Party, PartyId, RecordKey, Responsibility},
    ui::Window,
};

use crate::{
    beheer::{guide, settled},
    driver::{Start, app_on, today, window_on},
    folder::own_folder,
    reach::focused_name,
};

/// Somebody at the keyboard.
struct Hands {
    harness: Harness<'static, Window>,
    /// How many keys were pressed beside those of words.
    keys: usize,
}

impl Hands {
    fn new(folder: &Path) -> Self {
        let mut app = app_on(&Start::default(), today(), |_| {});
        app.keep_data_in(folder.join("data"));
        Self { harness: window_on(app, &Start::default()), keys: 0 }
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.keys += 1;
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        self.harness.run_steps(4);
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn ctrl(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND, key);
    }

    fn words(&mut self, words: &str) {
        self.harness.event(egui::Event::Text(words.to_owned()));
        self.harness.run();
        self.harness.run_steps(2);
    }

    /// Opens the record that is called so.
    fn open(&mut self, words: &str) {
        self.ctrl(Key::Num3);
        settled(&mut self.harness);
        self.ctrl(Key::F);
        self.words(words);
        self.press(Key::Enter);
        if self.harness.state().app().record_view().is_none() {
            // Nothing of this kind: now it looks among all.
            self.press(Key::Enter);
        }
        assert!(self.harness.state().app().record_view().is_some(), "«{words}» opens nothing");
    }

    /// Goes to a field of the record that is open.
    fn field(&mut self, words: &str) {
        self.ctrl(Key::G);
        self.words(words);
        self.press(Key::Enter);
    }

    /// Takes the first that is found from the list that a button opens.
    fn choose(&mut self, words: &str) {
        self.press(Key::Enter);
        self.words(words);
        self.press(Key::Enter);
    }

    /// Says which source says so and where, and does it.
    fn cite_and_do(&mut self) {
        self.choose("brief");
        self.press(Key::Tab);
        self.words("blz. 3");
        self.press(Key::Tab);
        self.press(Key::Enter);
    }

    fn focused(&self) -> String {
        focused_name(&self.harness)
    }

    fn guide(&mut self) -> Guide {
        settled(&mut self.harness);
        guide(&self.harness)
    }
}

fn party<'g>(guide: &'g Guide, id: &str) -> &'g Party {
    guide.party(&PartyId::new(id).unwrap()).unwrap()
}

/// A task with a legal basis.
const TASK: &str = "cosm-medisch-psychisch-duur-zonder-dublin";

fn task<'g>(guide: &'g Guide, id: &str) -> &'g Responsibility {
    guide.responsibilities.iter().find(|task| task.id.as_str() == id).unwrap()
}

fn later() -> Date {
    Date::new(2027, 6, 1).unwrap()
}

#[test]
fn a_number_is_changed() {
    let mut hands = Hands::new(&own_folder("toetsen-nummer"));
    hands.open("comensha");
    hands.field("telefoon");
    assert_eq!(hands.focused(), "waarde van contact 1");
    hands.ctrl(Key::A);
    hands.words("033 111 22 33");
    hands.press(Key::Enter);
    assert_eq!(party(&hands.guide(), "comensha").contacts[0].value, "033 111 22 33");
    assert!(hands.keys <= 8, "{}", hands.keys);
}

#[test]
fn a_field_is_found_by_what_stands_there() {
    let mut hands = Hands::new(&own_folder("toetsen-veld"));
    hands.open("comensha");
    let number = party(&hands.guide(), "comensha").contacts[0].value.clone();
    hands.field(&number);
    assert_eq!(hands.focused(), "waarde van contact 1");
}

#[test]
fn who_types_a_whole_name_opens_what_is_called_so() {
    let mut hands = Hands::new(&own_folder("toetsen-heet"));
    // Among all kinds, where many records name it.
    hands.open(TASK);
    hands.ctrl(Key::F);
    hands.ctrl(Key::A);
    hands.words("CoMensha");
    let list = hands.harness.state().app().record_list().unwrap();
    assert!(list.filter.kind.is_none() && list.rows.len() > 50, "{}", list.rows.len());
    hands.press(Key::Enter);
    let open = hands.harness.state().app().record_view().unwrap().form.record.clone();
    assert_eq!(open, RecordKey::from(&PartyId::new("comensha").unwrap()));
}

#[test]
fn a_task_becomes_another_partys() {
    let mut hands = Hands::new(&own_folder("toetsen-taak"));
    hands.open(TASK);
    hands.press(Key::Enter);
    hands.choose("fier");
    hands.press(Key::Tab);
    hands.words("1 juni 2027");
    hands.press(Key::Tab);
    hands.cite_and_do();
    let after = hands.guide();
    let was = task(&after, TASK);
    assert!(was.valid.holds_on(Date::new(2027, 5, 31).unwrap()) && !was.valid.holds_on(later()));
    let is = |other: &&Responsibility| other.party.as_str() == "fier" && other.task == was.task;
    assert_eq!(
        after.responsibilities.iter().filter(is).map(|task| task.valid.holds_on(later())).collect::<Vec<_>>(),
        [true]
    );
    assert!(hands.keys <= 16, "{}", hands.keys);
}

#[test]
fn a_law_gets_another_article() {
    let mut hands = Hands::new(&own_folder("toetsen-wet"));
    hands.open(TASK);
    hands.field("grondslag 1");
    hands.press(Key::End);
    hands.words(", paragraaf 3.1");
    hands.press(Key::Enter);
    let after = hands.guide();
    let basis = &task(&after, TASK).legal_basis;
    assert!(basis[0].ends_with(", paragraaf 3.1"), "{basis:?}");
    assert!(hands.keys <= 8, "{}", hands.keys);
}

#[test]
fn a_party_is_called_otherwise() {
    let mut hands = Hands::new(&own_folder("toetsen-naam"));
    hands.open("comensha");
    hands.press(Key::Enter);
    hands.words("Landelijk Centrum Mensenhandel");
    hands.press(Key::Tab);
    hands.words("LCM");
    hands.press(Key::Tab);
    hands.words("2027-06-01");
    hands.press(Key::Tab);
    hands.cite_and_do();
    let after = hands.guide();
    assert_eq!(party(&after, "comensha").short_name(later(), Lang::Nl), "LCM");
    assert_eq!(party(&after, "comensha").short_name(today(), Lang::Nl), "CoMensha");
    assert!(hands.keys <= 14, "{}", hands.keys);
}

#[test]
fn an_old_step_is_taken_back_and_what_came_after_it_stays() {
    let mut hands = Hands::new(&own_folder("toetsen-terug"));
    let before = party(&hands.guide(), "comensha").contacts[0].value.clone();
    hands.open("comensha");
    hands.field("telefoon");
    hands.ctrl(Key::A);
    hands.words("033 111 22 33");
    hands.press(Key::Enter);
    hands.field("samenvatting");
    hands.ctrl(Key::A);
    hands.words("Een andere zin.");
    hands.press(Key::Tab);
    settled(&mut hands.harness);
    hands.keys = 0;
    hands.ctrl(Key::H);
    let mut seen = Vec::new();
    while !hands.focused().starts_with("Alleen dit terugdraaien: telefoon van CoMensha") {
        seen.push(hands.focused());
        assert!(seen.len() < 12, "{seen:?}");
        hands.press(Key::Tab);
    }
    hands.press(Key::Enter);
    let after = hands.guide();
    assert_eq!(party(&after, "comensha").contacts[0].value, before);
    assert_eq!(party(&after, "comensha").summary, "Een andere zin.");
    assert!(hands.keys <= 10, "{} after {seen:?}", hands.keys);
}
