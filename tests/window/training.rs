//! The guide for training in the window: marked in every view, and nothing of it stays behind.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use wegwijzer::{
    app::{App, Command, OwnChange},
    file::{Settings, TRAINING},
    lookup::Known,
    model::{FacetId, Lang, ValueId},
    text::{which, window as text},
    ui::Window,
};

use crate::{
    driver::{Start, known, today, until, window},
    folder::own_folder,
};

/// A window that opened the guide for training, as the menu does.
fn training(start: &Start, before: Vec<Command>) -> Harness<'static, Window> {
    let mut harness = window(start, before);
    open(&mut harness);
    harness
}

fn open(harness: &mut Harness<'static, Window>) {
    let lang = harness.state().app().language();
    harness.get_by_label(text::menu(lang)).click_accesskit();
    harness.run();
    harness.get_by_label(text::training_guide(lang)).click_accesskit();
    harness.run();
    until(harness, |app| app.guide().training);
    harness.run();
}

fn is_marked(harness: &Harness<'static, Window>, lang: Lang) -> bool {
    harness.query_by_role_and_label(Role::Alert, which::training(lang)).is_some()
}

#[test]
fn every_view_of_it_bears_a_band_that_nothing_closes() {
    for language in [Lang::Nl, Lang::En] {
        for size in [[1280.0, 800.0], [640.0, 480.0]] {
            let mut harness = training(&Start { size, language, ..Start::default() }, Vec::new());
            for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
                harness.key_press_modifiers(Modifiers::COMMAND, view);
                harness.run();
                harness.key_press(Key::Escape);
                harness.run();
                assert!(is_marked(&harness, language), "{view:?} in {language:?} at {size:?}");
            }
            let mark = which::training(language);
            for key in [Key::F9, Key::Escape, Key::Escape] {
                harness.key_press(key);
                harness.run();
            }
            assert!(is_marked(&harness, language));
            assert!(text::title(which::mark(harness.state().app().guide(), language), None).starts_with(mark));
        }
    }
    assert!(!is_marked(&window(&Start::default(), Vec::new()), Lang::Nl), "a real guide has no band");
}

#[test]
fn a_room_sees_the_mark_at_every_step() {
    let mut harness = training(&Start::default(), Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    harness.get_all_by_label_contains("Dwang op de kade").next().unwrap().click_accesskit();
    harness.run();
    for key in std::iter::once(Key::F5).chain(std::iter::repeat_n(Key::PageDown, 25)) {
        harness.key_press(key);
        harness.run();
        assert!(harness.query_all_by_label(which::training(Lang::Nl)).next().is_some(), "after {key:?}");
    }
}

#[test]
fn the_band_leads_back_to_the_real_guide_and_nothing_of_the_other_stays() {
    let mut harness = training(&Start::default(), known(&["leeftijd=minderjarig"]));
    assert!(harness.state().app().profile().is_empty(), "what was known of somebody real is not in the exercise");
    harness.get_by_label(text::to_the_real_guide(Lang::Nl)).click();
    harness.run();
    assert!(!harness.state().app().guide().training && !is_marked(&harness, Lang::Nl));
    assert!(!harness.state().app().regions().gemeenten.is_empty());
}

#[test]
fn it_asks_for_no_place_of_the_country() {
    let harness = training(&Start::default(), Vec::new());
    assert!(harness.query_all_by_label(text::gemeente(Lang::Nl)).next().is_none());
    assert!(harness.state().app().regions().gemeenten.is_empty());
    let real = window(&Start::default(), Vec::new());
    assert!(real.query_all_by_label(text::gemeente(Lang::Nl)).next().is_some());
}

/// What is kept between starts is the same before and after.
#[test]
fn it_is_never_the_standing_guide_and_leaves_nothing_in_the_settings() {
    let works_at = ValueId::new("politie").unwrap();
    let settings = Settings { works_at: Some(works_at), tour_seen: true, ..Settings::default() };
    let mut app = App::new(today(), settings.clone()).unwrap();
    app.run(Command::OpenGuide(TRAINING.into()));
    for _ in 0..1_500 {
        app.poll();
        if app.guide().training {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(app.guide().training && app.document().path.is_none());
    let asker = FacetId::new("vraagsteller").unwrap();
    let wacht = Known::OneOf([ValueId::new("wacht").unwrap()].into());
    app.run(Command::Know(asker, Some(wacht)));
    let party = app.guide().parties[app.guide().parties.ixs().next().unwrap()].id.clone();
    app.run(Command::Pin(party));
    assert_eq!(*app.settings(), settings);
    // The next start is on the real guide, at the desk of before.
    let next = App::new(today(), app.settings().clone()).unwrap();
    assert!(!next.guide().training && !next.profile().is_empty());
}

#[test]
fn ones_own_supplement_waits_for_the_real_guide() {
    let folder = own_folder("own-supplement-waits");
    let path = folder.join("eigen.ron");
    let mut app = App::new(today(), Settings::default()).unwrap();
    let by = wegwijzer::edit::Author { function: "a".into(), organisation: "b".into() };
    app.run(Command::Own(OwnChange::Make { path: path.clone(), by }));
    let settle = |app: &mut App, is_so_far: &dyn Fn(&App) -> bool| {
        for _ in 0..1_500 {
            app.poll();
            if is_so_far(app) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("it does not come");
    };
    settle(&mut app, &|app| app.own_supplement().is_some());
    app.run(Command::OpenGuide(TRAINING.into()));
    settle(&mut app, &|app| app.guide().training && !app.own_is_busy());
    assert!(app.own_supplement().is_none() && app.document().index.own().is_empty());
    assert!(
        app.notice().is_none_or(|notice| !format!("{notice:?}").contains("Training")),
        "nobody is bothered with it"
    );
    app.run(Command::UseEmbeddedGuide);
    settle(&mut app, &|app| app.own_supplement().is_some());
    assert!(path.exists());
}
