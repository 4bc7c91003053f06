//! Every view in every state, as a picture: each state once in every theme, size and language.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test may fail it")]

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, Rect, Vec2, ViewportEvent, ViewportId, accesskit::Role, pos2};
use egui_kittest::{Harness, Node, kittest::NodeT as _, kittest::Queryable as _};
use wegwijzer::{
    app::{App, Command, Copied, Document, Guided, Keep, Look, Notice, Selected},
    edit::form::Input,
    export,
    file::{Settings, ThemeChoice, embedded_guide, save_guide, training_guide},
    model::{Alert, Date, Guide, GuideOrigin, Id, Lang, PartialDate, PartyId, ReadOnly, RecordKey, SourceId, Validity},
    text::{card, chain, completeness, keeping, own, poster, window as text, words},
    ui::Window,
};

use crate::{
    driver::{
        Start, WOMAN, app_on, app_with, known, loaded, select, settings, today, turn_wheel, until, window, window_on,
    },
    folder::own_folder,
    golden::{Album, left_over},
    picture::{cut, picture},
};

type Shown = Harness<'static, Window>;

/// A state of the window, and how a user comes to it.
type State = (&'static str, fn(&Start) -> Shown);

const THEMES: [(ThemeChoice, &str); 3] =
    [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark"), (ThemeChoice::HighContrast, "contrast")];
/// In pixels, with as much larger as everything is.
const SIZES: [([f32; 2], f32, &str); 3] =
    [([1280.0, 800.0], 1.0, "normal"), ([1024.0, 640.0], 1.0, "small"), ([1280.0, 800.0], 2.0, "double")];
const LANGUAGES: [(Lang, &str); 2] = [(Lang::Nl, "nl"), (Lang::En, "en")];

/// The three ways in which a state is drawn: together every theme, every size and every language. Which go together
/// follows from the name, so that another state beside it changes nothing.
fn outfits(state: &str) -> [(Start, String); 3] {
    let turn: usize = state.bytes().map(usize::from).sum();
    [0, 1, 2].map(|place| {
        let (theme, theme_name) = THEMES[place];
        let (size, zoom, size_name) = SIZES[(place + turn) % SIZES.len()];
        let (language, language_name) = LANGUAGES[(place + turn / SIZES.len()) % LANGUAGES.len()];
        let name = format!("{state}-{theme_name}-{size_name}-{language_name}");
        (Start { size, theme, language, zoom }, name)
    })
}

/// What is shown at a desk with a large screen, or on a wall.
#[test]
fn the_main_line_fills_a_large_screen() {
    let mut album = Album::default();
    for (theme, theme_name) in THEMES {
        let start = Start { size: [1920.0, 1080.0], theme, ..Start::default() };
        let mut harness = chain_of(&start, known(&WOMAN));
        album.hold(&format!("spine-wide-{theme_name}"), &picture(&mut harness));
    }
}

/// What the README shows is what a newcomer sees.
#[test]
fn the_pictures_of_the_readme_are_true() {
    let mut album = Album::default();
    for (name, state) in [("wegwijzer", "wegwijzer-case"), ("keten", "spine-case"), ("beheer", "beheer-condition")] {
        let (_, reach) = WEGWIJZER.iter().chain(KETEN).chain(BEHEER).find(|(own, _)| *own == state).expect("a state");
        album.hold_in_readme(name, &picture(&mut reach(&Start::default())));
    }
}

/// Holds a part of each state against its pictures.
fn look_as_before(states: &[State], part: fn(&Shown) -> Rect) {
    let mut album = Album::default();
    for (state, reach) in states {
        for (start, name) in outfits(state) {
            let mut harness = reach(&start);
            let part = part(&harness) * start.zoom;
            album.hold(&name, &cut(&picture(&mut harness), part));
        }
    }
}

fn whole(harness: &Shown) -> Rect {
    harness.ctx.content_rect()
}

/// The dialog with some of what it lies over.
fn dialog(harness: &Shown) -> Rect {
    holds(&harness.get_by_role(Role::Dialog)).expand(48.0).intersect(whole(harness))
}

/// The bands under the bar with some of what is around them.
fn bands(harness: &Shown) -> Rect {
    let bands = harness.get_all_by_role(Role::Alert).map(|band| holds(&band)).reduce(Rect::union).expect("a band");
    Rect::everything_above(bands.bottom() + 64.0).intersect(whole(harness))
}

/// Where the things are that something holds, which itself has no place.
fn holds(node: &Node<'_>) -> Rect {
    let held = node.children_recursive().filter(|held| held.accesskit_node().raw_bounds().is_some());
    held.map(|held| held.rect()).reduce(Rect::union).expect("something on screen")
}

// What is done to come to a state.

/// In a window with room for one thing, the pane of this name.
fn pane(mut harness: Shown, start: &Start, name: fn(Lang) -> &'static str) -> Shown {
    if start.zoom > 1.0 {
        harness.get_by_role_and_label(Role::Tab, name(start.language)).click();
        harness.run();
    }
    harness
}

fn press(harness: &mut Shown, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn type_text(harness: &mut Shown, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// Turns the wheel over a place, in parts of the window.
fn scroll(harness: &mut Shown, at: [f32; 2], down: f32) {
    let size = harness.ctx.content_rect().size();
    harness.hover_at(pos2(at[0] * size.x, at[1] * size.y));
    harness.run();
    turn_wheel(harness, down);
}

/// Scrolls what is at this place, in parts of the window, until this is in the middle of the window.
fn scroll_to(harness: &mut Shown, at: [f32; 2], wanted: Rect) {
    let middle = harness.ctx.content_rect().center().y;
    scroll(harness, at, wanted.center().y - middle);
}

fn to_gemeente(harness: &mut Shown, start: &Start) {
    let field = harness.get_by_role_and_label(Role::TextInput, text::gemeente(start.language)).rect();
    scroll_to(harness, [0.1, 0.6], field);
}

fn chain_of(start: &Start, commands: Vec<Command>) -> Shown {
    let mut harness = window(start, commands);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    harness
}

fn whole_of(start: &Start, commands: Vec<Command>) -> Shown {
    let mut harness = chain_of(start, commands);
    let parties = harness.state().app().chain().expect("a picture").parties;
    click(&mut harness, &chain::whole(parties.1, start.language));
    harness
}

fn explained(start: &Start, mut commands: Vec<Command>, what: Selected) -> Shown {
    commands.push(Command::Select(Some(what)));
    pane(window(start, commands), start, text::explanation)
}

/// What a gemeente asks for the person of the drawings, with the route from there.
fn at_gemeente() -> Vec<Command> {
    [known(&WOMAN), known(&["vraagsteller=gemeente"]), vec![select("cosm-opvang-vanaf-2023")]].concat()
}

fn id<K>(text: &str) -> Id<K> {
    Id::new(text).expect("an id")
}

fn warn_of_the_police(guide: &mut Guide) {
    let day = |day| Some(PartialDate::Day(Date::new(2026, 11, day).unwrap()));
    let valid = Validity { from: day(1), until: day(30), ..Validity::default() };
    let alert = Alert { text: "Tijdelijk alleen bereikbaar via 112.".to_owned(), valid, cites: Vec::new() };
    for party in guide.parties.iter_mut().filter(|party| party.id.as_str() == "politie") {
        party.alerts.push(alert.clone());
    }
}

// The states.

const WEGWIJZER: &[State] = &[
    ("wegwijzer-empty", |start| window(start, vec![])),
    ("wegwijzer-case", |start| pane(window(start, known(&WOMAN)), start, text::answers)),
    ("wegwijzer-unfolded", |start| {
        let mut harness = pane(window(start, known(&WOMAN)), start, text::answers);
        click(&mut harness, &text::and_more(5, start.language));
        harness
    }),
    ("wegwijzer-own-tasks", |start| {
        let mut harness = pane(window(start, at_gemeente()), start, text::answers);
        scroll(&mut harness, [0.5, 0.7], 1200.0);
        harness
    }),
    ("wegwijzer-pinned-alert", |start| {
        let mut app = app_on(start, today(), warn_of_the_police);
        app.run(Command::Pin(id("comensha")));
        app.run(Command::Pin(id("politie")));
        let mut harness = pane(window_on(app, start), start, text::answers);
        let pinned = harness.get_by_label_contains("CoMensha · ").rect();
        if start.zoom > 1.0 {
            scroll_to(&mut harness, [0.5, 0.7], pinned.translate(Vec2::new(0.0, 100.0)));
        }
        harness
    }),
    ("gemeente-chosen", |start| {
        let mut commands = known(&["leeftijd=volwassen", "aanwijzing=geringste-aanwijzing"]);
        let regions = wegwijzer::file::embedded_regions().expect("the shipped regions");
        commands.push(Command::SetGemeente(regions.gemeenten.iter().find(|one| one.code == "GM0518").cloned(), None));
        let mut harness = pane(window(start, commands), start, text::facets);
        to_gemeente(&mut harness, start);
        harness
    }),
    ("gemeente-typed", |start| {
        let mut harness = pane(window(start, vec![]), start, text::facets);
        to_gemeente(&mut harness, start);
        harness.get_by_role_and_label(Role::TextInput, text::gemeente(start.language)).focus();
        harness.run();
        type_text(&mut harness, "am");
        harness
    }),
    ("tooltip", |start| {
        let mut harness = pane(window(start, known(&["leeftijd=volwassen"])), start, text::facets);
        let row = |harness: &Shown| {
            harness
                .get_all_by(|node| node.is_disabled() && node.role() == Role::RadioButton)
                .next()
                .map(|row| row.rect())
        };
        let first = row(&harness).expect("a value that cannot be");
        scroll_to(&mut harness, [0.1, 0.6], first);
        let row = row(&harness).expect("a value that cannot be");
        harness.hover_at(row.center());
        harness.run_steps(8);
        harness
    }),
];

const DRAWER: &[State] = &[
    ("drawer-task", |start| pane(window(start, at_gemeente()), start, text::explanation)),
    ("drawer-excluded", |start| {
        let commands = [known(&["leeftijd=minderjarig"]), vec![select("cosm-opvang-vanaf-2023")]].concat();
        pane(window(start, commands), start, text::explanation)
    }),
    ("drawer-gap", |start| explained(start, known(&WOMAN), Selected::Gap(id("gat-achttien-jaar")))),
    ("drawer-party", |start| explained(start, known(&WOMAN), Selected::Party(id("comensha")))),
    ("drawer-source", |start| explained(start, known(&WOMAN), Selected::Source(id("s002")))),
    ("drawer-term", |start| explained(start, known(&WOMAN), Selected::Term(id("273f")))),
];

const KETEN: &[State] = &[
    ("spine-empty", |start| chain_of(start, vec![])),
    ("spine-case", |start| chain_of(start, known(&WOMAN))),
    ("spine-child", |start| {
        chain_of(start, known(&["leeftijd=16-17", "verblijf=nederlander", "aanwijzing=geringste-aanwijzing"]))
    }),
    ("spine-opened", |start| {
        let mut harness = chain_of(start, known(&WOMAN));
        let picture = harness.get_by_role_and_label(Role::Region, chain::picture(start.language));
        let fold = if start.language == Lang::Nl { "Opvang: " } else { "Shelter: " };
        picture.get_by(|node| node.label().is_some_and(|label| label.starts_with(fold))).click();
        harness.run();
        harness
    }),
    ("spine-route", |start| {
        let mut harness = chain_of(start, at_gemeente());
        click(&mut harness, chain::next_step(start.language));
        harness
    }),
    ("keten-person", |start| {
        let mut harness = chain_of(start, known(&WOMAN));
        let parties = harness.state().app().chain().expect("a picture").parties;
        click(&mut harness, &chain::for_this_person(parties.0, start.language));
        harness
    }),
    ("keten-empty", |start| whole_of(start, vec![])),
    ("keten-case", |start| whole_of(start, known(&WOMAN))),
    ("keten-route", |start| {
        let mut harness = whole_of(start, at_gemeente());
        click(&mut harness, chain::next_step(start.language));
        harness
    }),
    ("keten-chosen", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        a_box(&harness, start).click();
        harness.run();
        harness
    }),
    ("keten-looked-at", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        let at = a_box(&harness, start).rect().center();
        harness.hover_at(at);
        harness.run_steps(8);
        harness
    }),
    ("keten-certain", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        tool(&mut harness, start, chain::only_certain(start.language));
        harness
    }),
    ("keten-arranged", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        tool(&mut harness, start, chain::arrange(start.language));
        harness
    }),
    ("keten-drawn", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        tool(&mut harness, start, chain::draw(start.language));
        a_box(&harness, start).click();
        harness.run();
        harness
    }),
    ("keten-gap", |start| {
        let mut harness = whole_of(start, known(&WOMAN));
        let picture = harness.get_by_role_and_label(Role::Region, chain::picture(start.language));
        let gap =
            "De bronnen regelen een eigen woning alleen voor mensen met een vergunning voor slachtoffers. Overleg";
        picture.get_by(|node| node.label().is_some_and(|label| label.contains(gap))).click();
        harness.run();
        harness
    }),
];

/// The box nearest to the middle of the picture of a party that hands over to others.
fn a_box<'a>(harness: &'a Shown, start: &Start) -> Node<'a> {
    let picture = harness.get_by_role_and_label(Role::Region, chain::picture(start.language));
    let middle = harness.get_by_role(Role::Canvas).rect().center();
    let boxes = picture.get_all_by(|node| node.label().is_some_and(|label| label.starts_with("KMar, ")));
    let away = |node: &Node<'_>| (node.rect().center() - middle).length();
    boxes.min_by(|one, other| away(one).total_cmp(&away(other))).expect("a box of the KMar")
}

/// Chooses a tool above the picture of the chain, or in the menu where there is no room for it.
fn tool(harness: &mut Shown, start: &Start, label: &str) {
    if harness.query_by_label(label).is_none() {
        click(harness, chain::more(start.language));
    }
    click(harness, label);
}

const MENUS: &[State] = &[
    ("menu", |start| {
        let mut harness = window(start, known(&WOMAN));
        click(&mut harness, text::menu(start.language));
        harness
    }),
    ("date-choice", |start| {
        let mut harness = window(start, vec![]);
        open_date(&mut harness, start);
        // Past the field, two buttons and two arrows to the days.
        for _ in 0..5 {
            press(&mut harness, Modifiers::NONE, Key::Tab);
        }
        press(&mut harness, Modifiers::NONE, Key::ArrowUp);
        harness
    }),
    ("date-outside", |start| {
        let mut harness = window(start, vec![]);
        open_date(&mut harness, start);
        type_text(&mut harness, "31-12-9999");
        click(&mut harness, text::apply(start.language));
        harness
    }),
    ("date-wrong", |start| {
        let mut harness = window(start, vec![]);
        open_date(&mut harness, start);
        type_text(&mut harness, "31-2-2022");
        click(&mut harness, text::apply(start.language));
        harness
    }),
    ("desk-choice", |start| {
        let mut harness = window(start, vec![]);
        click(&mut harness, text::choose_desk(start.language));
        harness
    }),
    ("search-hits", |start| {
        let mut harness = window(start, known(&WOMAN));
        press(&mut harness, Modifiers::COMMAND, Key::K);
        type_text(&mut harness, "opvang");
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
        harness
    }),
    ("search-nothing", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::COMMAND, Key::K);
        type_text(&mut harness, "qqqq");
        harness
    }),
];

const DIALOGS: &[State] = &[
    ("help", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::NONE, Key::F1);
        harness
    }),
    ("help-keten", |start| {
        let mut harness = chain_of(start, vec![]);
        press(&mut harness, Modifiers::NONE, Key::F1);
        harness
    }),
    ("about", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::NONE, Key::F1);
        click(&mut harness, text::about(start.language));
        harness
    }),
    ("open-guide", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::COMMAND, Key::O);
        harness
    }),
    ("save-card", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::COMMAND, Key::P);
        harness
    }),
    ("save-card-wrong", |start| {
        let mut harness = window(start, vec![]);
        press(&mut harness, Modifiers::COMMAND, Key::P);
        type_text(&mut harness, "kaart.doc");
        click(&mut harness, card::with_facets(start.language));
        harness
    }),
    ("save-poster", |start| {
        let mut harness = chain_of(start, vec![]);
        tool(&mut harness, start, poster::short_title(start.language));
        harness
    }),
];

/// Keeping the guide.
const BEHEER: &[State] = &[
    ("beheer-start", |start| kept(start, None, vec![])),
    ("beheer-party", |start| {
        let phone = Input::Text("033 111 22 33".to_owned());
        let set = Keep::Set(record("party/comensha"), "contacts[0].value".parse().unwrap(), phone);
        kept(start, Some("party/comensha"), vec![set])
    }),
    ("beheer-problems", |start| {
        let none = Keep::Set(record("party/comensha"), "summary".parse().unwrap(), Input::Text(String::new()));
        kept(start, Some("party/comensha"), vec![none])
    }),
    ("beheer-condition", |start| {
        let mut harness = kept(start, Some("responsibility/cosm-opvang-vanaf-2023"), vec![]);
        let button = harness.get_all_by_role(Role::Button).find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with(keeping::edit_condition(start.language))
        });
        button.expect("for whom").click_accesskit();
        harness.run();
        harness
    }),
    ("beheer-new", |start| {
        let mut harness = kept(start, Some("responsibility/cosm-opvang-vanaf-2023"), vec![]);
        press(&mut harness, Modifiers::COMMAND, Key::N);
        type_text(&mut harness, "Vangt slachtoffers op in het weekend");
        harness
    }),
    ("beheer-take-over", |start| {
        let mut harness = kept(start, Some("responsibility/cosm-opvang-vanaf-2023"), vec![]);
        harness.get_by_label(keeping::take_over(start.language)).click_accesskit();
        harness.run();
        harness
    }),
    ("beheer-to-look", |start| {
        let (to, source) = (PartyId::new("fier").unwrap(), SourceId::new("s001").unwrap());
        let from = Date::new(2027, 1, 1).unwrap();
        let over = Guided::TakeOver { to, from, source, at: "blz. 3".to_owned() };
        kept(start, Some("responsibility/cosm-opvang-vanaf-2023"), vec![Keep::Guided(over)])
    }),
    ("partijen-beside", |start| {
        let mut harness = pane(crate::parties::parties(start), start, wegwijzer::text::parties::parties);
        crate::parties::open(&mut harness, "nidos", "Nidos", start.language);
        crate::over_all::press_first(&mut harness, Role::Button, wegwijzer::text::parties::beside(start.language));
        crate::over_all::press_first(&mut harness, Role::RadioButton, "COA");
        harness
    }),
    ("beheer-over-all", |start| {
        let mut harness = kept(start, None, vec![]);
        crate::over_all::over_all(&mut harness, start.language);
        crate::over_all::press_first(&mut harness, Role::Button, "Overlap (");
        crate::over_all::press_first(&mut harness, Role::CheckBox, completeness::also_agreed(start.language));
        harness
    }),
    ("beheer-history", |start| {
        let set = |at: &str, words: &str| {
            Keep::Set(record("party/comensha"), at.parse().unwrap(), Input::Text(words.to_owned()))
        };
        let steps = vec![set("contacts[0].value", "033 111 22 33"), set("summary", "Een andere zin."), Keep::Undo];
        let mut harness = kept(start, Some("party/comensha"), steps);
        harness.get_by_label(keeping::history(start.language)).click_accesskit();
        harness.run();
        harness
    }),
    ("beheer-replace", |start| {
        let mut harness = kept(start, Some("party/comensha"), vec![]);
        harness.get_by_label(keeping::replace(start.language)).click_accesskit();
        harness.run();
        type_text(&mut harness, "Centrum Seksueel Geweld");
        press(&mut harness, Modifiers::NONE, Key::Tab);
        type_text(&mut harness, "CSG");
        harness
    }),
    ("beheer-several", |start| {
        let mut harness = kept(start, None, vec![]);
        let filter = keeping::filter(start.language);
        if harness.query_by_role_and_label(Role::TextInput, filter).is_none() {
            // A narrow window shows one pane at a time.
            click(&mut harness, keeping::records(start.language));
        }
        harness.get_by_role_and_label(Role::TextInput, filter).focus();
        harness.run();
        type_text(&mut harness, "com");
        press(&mut harness, Modifiers::NONE, Key::Tab);
        press(&mut harness, Modifiers::COMMAND, Key::A);
        harness
    }),
    ("beheer-own", |start| {
        let mut harness = kept(start, None, vec![]);
        harness.get_by_role_and_label(Role::Button, own::title(start.language)).click_accesskit();
        harness.run();
        harness
    }),
    ("beheer-proposal", |start| {
        let folder = own_folder("platen-voorstel");
        let mut theirs = embedded_guide().unwrap();
        let party = theirs.parties.rows_mut().iter_mut().find(|party| party.id.as_str() == "comensha").unwrap();
        "033 111 22 33".clone_into(&mut party.contacts[0].value);
        "Registreert mogelijke slachtoffers, en helpt bij een plek.".clone_into(&mut party.summary);
        let copy = folder.join("kopie.ron");
        save_guide(&copy, &theirs).unwrap();
        let own = Input::Text("Een andere zin.".to_owned());
        let set = Keep::Set(record("party/comensha"), "summary".parse().unwrap(), own);
        let look = Keep::Look(Look::File(copy));
        kept_once(start, None, vec![set, look], |app| app.proposal_view().is_some_and(|view| view.effects.is_some()))
    }),
    ("leave", |start| {
        let set = Keep::Set(record("party/comensha"), "summary".parse().unwrap(), Input::Text("Iets.".to_owned()));
        let mut harness = kept(start, Some("party/comensha"), vec![set]);
        let viewport = harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        harness.run();
        harness
    }),
];

fn record(key: &str) -> RecordKey {
    key.parse().unwrap()
}

/// The guide as it is kept, with this record and after these steps.
fn kept(start: &Start, open: Option<&str>, steps: Vec<Keep>) -> Shown {
    kept_once(start, open, steps, |_| true)
}

/// The same, once all of it is there.
fn kept_once(start: &Start, open: Option<&str>, steps: Vec<Keep>, is_there: fn(&App) -> bool) -> Shown {
    let open = Keep::Open(open.map(record));
    let commands = std::iter::once(open).chain(steps).map(Command::Keep);
    let mut app = app_on(start, today(), |_| {});
    for command in std::iter::once(Command::LookAtGuide).chain(commands) {
        app.run(command);
    }
    // Before the first frame: whether one says that it is being worked out would be chance, and moves letters in the font.
    let is_worked_out = |app: &App| app.unsaved_steps() == 0 || app.guide_impact().is_some();
    while app.is_checking() || !is_there(&app) || app.guide_problems().is_empty() && !is_worked_out(&app) {
        app.poll();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let mut harness = window_on(app, start);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    until(&mut harness, |app| !app.is_checking());
    harness.run();
    harness
}

fn open_date(harness: &mut Shown, start: &Start) {
    click(harness, &words::day(today(), start.language));
}

const TOUR: &[State] =
    &[("tour-1", |start| tour(start, 1)), ("tour-2", |start| tour(start, 2)), ("tour-3", |start| tour(start, 3))];

const BANDS: &[State] = &[
    ("training", |start| {
        let training = training_guide().expect("the guide for training");
        window_on(app_with(Document::of(training).expect("an index"), start, today()), start)
    }),
    ("bands", |start| {
        // A guide that can only be read, of an old edition, asked for another day.
        let loaded = Document { read_only: Some(ReadOnly::Newer { schema: 2 }), ..loaded(|_| {}) };
        let mut app = app_with(loaded, start, Date::new(2027, 8, 1).unwrap());
        app.run(Command::SetDate(Date::new(2022, 2, 3).unwrap()));
        window_on(app, start)
    }),
    ("other-guide", |start| {
        // A copy of the shipped guide in which something is another; on another day, so that there is a band.
        let Document { index, .. } = loaded(|_| {});
        let origin = GuideOrigin {
            file: Some("regio-gids.ron".into()),
            sha256: None,
            same_as_built_in: false,
            seal: None,
            supplement: None,
        };
        let index = Arc::new(Arc::into_inner(index).unwrap().with_origin(origin));
        let loaded = Document { index, national: None, path: None, read_only: None };
        let mut app = app_with(loaded, start, today());
        app.run(Command::SetDate(Date::new(2022, 2, 3).unwrap()));
        window_on(app, start)
    }),
];

/// What is told of what was done, over the page.
const TOLD: &[State] = &[
    ("notice-contradiction", |start| {
        // The last does not go together with the first: it was not made.
        window(start, [known(&["leeftijd=volwassen"]), known(&["alleenstaand=ja"])].concat())
    }),
    ("notice-saved", |start| {
        let path = std::path::Path::new("kaart.pdf").into();
        let saved = Notice::Saved { what: &export::card::EXPORT, path };
        window(start, vec![Command::Tell(saved)])
    }),
    ("told-together", |start| {
        let mut commands = [known(&["leeftijd=volwassen"]), known(&["alleenstaand=ja"])].concat();
        commands.push(Command::Tell(Notice::Copied(Copied::Correction)));
        window(start, commands)
    }),
];

/// The tour of the first start, at this step.
fn tour(start: &Start, step: usize) -> Shown {
    let app = App::new(today(), Settings { tour_seen: false, ..settings(start) }).expect("the shipped guide");
    let mut harness = window_on(app, start);
    for _ in 1..step {
        click(&mut harness, text::tour_next(start.language));
    }
    harness
}

#[test]
fn the_wegwijzer_looks_as_before() {
    look_as_before(WEGWIJZER, whole);
}

#[test]
fn the_drawer_looks_as_before() {
    look_as_before(DRAWER, whole);
}

#[test]
fn the_keten_looks_as_before() {
    look_as_before(KETEN, whole);
}

#[test]
fn beheer_looks_as_before() {
    look_as_before(BEHEER, whole);
}

#[test]
fn menus_and_what_is_found_look_as_before() {
    look_as_before(MENUS, whole);
}

#[test]
fn dialogs_look_as_before() {
    look_as_before(DIALOGS, dialog);
}

#[test]
fn the_tour_looks_as_before() {
    look_as_before(TOUR, whole);
}

#[test]
fn all_that_is_told_looks_as_before() {
    look_as_before(BANDS, bands);
}

#[test]
fn what_was_done_looks_as_before() {
    look_as_before(TOLD, whole);
}

#[test]
fn no_picture_is_left_over() {
    let states = [WEGWIJZER, DRAWER, KETEN, BEHEER, MENUS, DIALOGS, TOUR, BANDS, TOLD].concat();
    let of_states = states.iter().flat_map(|(state, _)| outfits(state)).map(|(_, name)| name);
    let wide = THEMES.map(|(_, theme)| format!("spine-wide-{theme}"));
    let workshop = crate::workshop::PICTURES.map(str::to_owned);
    let drawn = of_states.chain(crate::widgets::pictures()).chain(wide).chain(workshop).collect();
    assert_eq!(left_over(&drawn), Vec::<String>::new());
}
