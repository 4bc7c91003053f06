//! Pictures of the window, drawn on the CPU: saved when `WEGWIJZER_PICTURES` names a folder.

use crate::{
    driver::{Start, WOMAN, known, select, today, window, window_on},
    picture::save_picture,
};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use wegwijzer::{
    app::{App, Command},
    file::{Settings, ThemeChoice},
    model::Lang,
};

/// Whether anything but the ground is drawn in every quarter.
fn is_drawn(picture: &image::RgbaImage) -> bool {
    let (width, height) = picture.dimensions();
    [(0, 0), (width / 2, 0), (0, height / 2), (width / 2, height / 2)].iter().all(|(left, top)| {
        let first = picture.get_pixel(*left, *top);
        (0..width / 2).any(|x| (0..height / 2).any(|y| picture.get_pixel(left + x, top + y) != first))
    })
}

#[test]
fn the_window_draws_at_every_size_and_in_every_theme() {
    for (name, start, profile) in [
        ("leeg-licht", Start::default(), vec![]),
        ("vrouw-licht", Start::default(), known(&WOMAN)),
        ("vrouw-donker", Start { theme: ThemeChoice::Dark, ..Start::default() }, known(&WOMAN)),
        ("vrouw-contrast", Start { theme: ThemeChoice::HighContrast, ..Start::default() }, known(&WOMAN)),
        ("vrouw-klein", Start { size: [1024.0, 640.0], ..Start::default() }, known(&WOMAN)),
        ("vrouw-200", Start { zoom: 2.0, ..Start::default() }, known(&WOMAN)),
        ("vrouw-300", Start { zoom: 3.0, ..Start::default() }, known(&WOMAN)),
        ("woman-english", Start { language: Lang::En, ..Start::default() }, known(&WOMAN)),
    ] {
        let mut harness = window(&start, profile);
        assert!(is_drawn(&save_picture(&mut harness, name)), "{name} is blank");
    }
}

#[test]
fn the_tour_and_the_help_draw() {
    let mut app = App::new(today(), Settings::default()).expect("the shipped guide");
    let comensha =
        app.guide().parties.iter().find(|party| party.id.as_str() == "comensha").map(|party| party.id.clone());
    app.run(Command::Pin(comensha.expect("CoMensha")));
    let mut harness = window_on(app, &Start::default());
    assert!(is_drawn(&save_picture(&mut harness, "rondleiding")));
    harness.key_press(Key::F1);
    harness.run();
    assert!(is_drawn(&save_picture(&mut harness, "hulp")));
}

#[test]
fn the_chain_draws() {
    let own = known(&["vraagsteller=gemeente"]);
    for (name, start, profile) in [
        ("keten-leeg", Start::default(), vec![]),
        ("keten-vrouw", Start::default(), known(&WOMAN)),
        ("keten-donker", Start { theme: ThemeChoice::Dark, ..Start::default() }, known(&WOMAN)),
        ("keten-contrast", Start { theme: ThemeChoice::HighContrast, ..Start::default() }, known(&WOMAN)),
        ("keten-klein", Start { size: [1024.0, 640.0], ..Start::default() }, known(&WOMAN)),
        ("keten-200", Start { zoom: 2.0, ..Start::default() }, known(&WOMAN)),
        ("chain-english", Start { language: Lang::En, ..Start::default() }, known(&WOMAN)),
        ("keten-groot", Start { size: [1920.0, 1080.0], ..Start::default() }, known(&WOMAN)),
        ("keten-route", Start::default(), [known(&WOMAN), own, vec![select("cosm-opvang-vanaf-2023")]].concat()),
    ] {
        let mut harness = window(&start, profile);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        harness.run();
        assert!(is_drawn(&save_picture(&mut harness, name)), "{name} is blank");
        if name == "keten-vrouw" {
            harness.get_by_label("Vakken verplaatsen").click();
            harness.run();
            assert!(is_drawn(&save_picture(&mut harness, "keten-verplaatsen")));
        }
        if name == "keten-200" {
            harness.get_by_label("Meer").click();
            harness.run();
            assert!(is_drawn(&save_picture(&mut harness, "keten-200-meer")));
        }
    }
}

#[test]
fn a_gemeente_draws() {
    let regions = wegwijzer::file::embedded_regions().expect("the shipped regions");
    let hague = regions.gemeenten.iter().find(|gemeente| gemeente.code == "GM0518").cloned();
    let mut commands = known(&["leeftijd=volwassen", "aanwijzing=geringste-aanwijzing"]);
    commands.push(Command::SetGemeente(hague));
    let mut harness = window(&Start { size: [1280.0, 1500.0], ..Start::default() }, commands);
    assert!(is_drawn(&save_picture(&mut harness, "gemeente")));
}

#[test]
fn the_drawer_draws() {
    let mut commands = known(&WOMAN);
    commands.extend(known(&["vraagsteller=gemeente"]));
    commands.push(select("cosm-opvang-vanaf-2023"));
    for (name, start) in [
        ("uitleg-licht", Start::default()),
        ("uitleg-donker", Start { theme: ThemeChoice::Dark, ..Start::default() }),
        ("uitleg-klein", Start { size: [1024.0, 640.0], ..Start::default() }),
    ] {
        let mut harness = window(&start, commands.clone());
        assert!(is_drawn(&save_picture(&mut harness, name)), "{name} is blank");
    }
}

#[test]
fn the_dialog_of_the_card_draws() {
    for (name, start) in [
        ("kaart-licht", Start::default()),
        ("kaart-contrast", Start { theme: ThemeChoice::HighContrast, ..Start::default() }),
        ("kaart-300", Start { zoom: 3.0, ..Start::default() }),
    ] {
        let mut harness = window(&start, known(&WOMAN));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
        harness.run();
        harness.event(Event::Text("kaart".to_owned()));
        harness.run();
        assert!(is_drawn(&save_picture(&mut harness, name)), "{name} is blank");
    }
}
