//! Saving loses nothing, and the settings remember only how the window looked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use std::{
    env, fs,
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::folder::own_folder;
use wegwijzer::{
    file::{
        CONFIG_DIR_VARIABLE, PlacedBox, Settings, ThemeChoice, WindowPlace, open_guide, read_guide, read_text,
        save_guide, save_guide_again, save_text, write_guide,
    },
    model::{Condition, FileError, Lang, PartyId, ValueId},
    text::errors,
};

const GOOD: &str = include_str!("../broken/goed.ron");

/// What a user reads.
fn dutch(error: &FileError) -> String {
    errors::file(error, Lang::Nl)
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[track_caller]
fn check_refused(path: &Path, why: &str) {
    let line = dutch(&save_text(path, "nieuw").unwrap_err());
    assert_eq!(line, format!("Niet bewaard: {why}. Bestand: {}", path.display()));
}

#[test]
fn a_guide_comes_back_from_its_file() {
    let dir = own_folder("saving/guide");
    let path = dir.join("gids.ron");
    let guide = read_guide(GOOD).unwrap();
    save_guide(&path, &guide).unwrap();
    save_guide(&path, &guide).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), write_guide(&guide));
    let opened = open_guide(&path, &|_| {}).unwrap();
    assert_eq!(write_guide(&opened.guide), write_guide(&guide));
    assert_eq!(names_in(&dir), ["gids.ron"]);
}

#[test]
fn what_somebody_else_saved_meanwhile_is_not_overwritten() {
    let dir = own_folder("saving/meanwhile");
    let path = dir.join("gids.ron");
    let guide = read_guide(GOOD).unwrap();
    for begin in ["", "\u{feff}"] {
        fs::write(&path, format!("{begin}{GOOD}")).unwrap();
        let read = read_text(&path, &|_| {}).unwrap();
        fs::write(&path, format!("{begin}// van een collega\n{GOOD}")).unwrap();
        let line = dutch(&save_guide_again(&path, &guide, &read).unwrap_err());
        assert!(line.starts_with("Niet bewaard: iemand anders heeft dit bestand intussen bewaard"), "{line}");
        assert!(fs::read_to_string(&path).unwrap().contains("van een collega"));
        let read = read_text(&path, &|_| {}).unwrap();
        save_guide_again(&path, &guide, &read).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), write_guide(&guide));
        assert_eq!(names_in(&dir), ["gids.ron"]);
    }
}

#[test]
fn a_guide_that_could_not_be_opened_again_is_not_saved() {
    let path = own_folder("saving/deep").join("gids.ron");
    let mut guide = read_guide(GOOD).unwrap();
    save_guide(&path, &guide).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    guide.gaps.rows_mut()[0].who = (0..80).fold(Condition::Always, |who, _| Condition::Any(vec![who]));
    let line = dutch(&save_guide(&path, &guide).unwrap_err());
    assert!(line.starts_with("Niet bewaard: de wegwijzer is daarna niet te lezen (Regel "), "{line}");
    assert!(line.contains("hier staan te veel haakjes in elkaar"), "{line}");
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn what_cannot_be_saved_says_why_and_leaves_everything_as_it_was() {
    let dir = own_folder("saving/refused");
    check_refused(&dir, "dit is een map en geen bestand");
    check_refused(&dir.join("weg").join("gids.ron"), "deze map bestaat niet");
    let locked = dir.join("dicht.ron");
    fs::write(&locked, "oud").unwrap();
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
    check_refused(&locked, "dit bestand is alleen om te lezen");
    assert_eq!(fs::read_to_string(&locked).unwrap(), "oud");
    check_refused(&locked.join("gids.ron"), "een deel van het pad is geen map");
    check_refused(&dir.join("x".repeat(400)), "deze naam is te lang: kies een kortere");
    assert_eq!(names_in(&dir), ["dicht.ron"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_the_rights_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = own_folder("saving/link");
    fs::create_dir(dir.join("map")).unwrap();
    let target = dir.join("map").join("echt.ron");
    fs::write(&target, "oud").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("map/echt.ron", dir.join("een")).unwrap();
    symlink("een", dir.join("twee")).unwrap();
    save_text(&dir.join("twee"), "nieuw").unwrap();
    assert_eq!(fs::read_to_string(&target).unwrap(), "nieuw");
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(dir.join("twee").is_symlink() && dir.join("een").is_symlink());

    symlink("map/later.ron", dir.join("later")).unwrap();
    save_text(&dir.join("later"), "nieuw").unwrap();
    assert_eq!(fs::read_to_string(dir.join("map").join("later.ron")).unwrap(), "nieuw");

    symlink("kring", dir.join("kring")).unwrap();
    check_refused(&dir.join("kring"), "deze koppeling leidt in een kring");
    assert_eq!(names_in(&dir.join("map")), ["echt.ron", "later.ron"]);
}

#[cfg(unix)]
#[test]
fn a_device_is_not_written_to() {
    check_refused(Path::new("/dev/full"), "dit is geen gewoon bestand");
}

#[test]
fn who_reads_while_another_saves_sees_the_old_text_or_the_new_one() {
    let path = own_folder("saving/beside-each-other").join("gids.ron");
    let texts = ["a".repeat(200_000), "b".repeat(300_000)];
    save_text(&path, &texts[0]).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for turn in 0..60 {
                save_text(&path, &texts[turn % 2]).unwrap();
            }
            done.store(true, Ordering::Relaxed);
        });
        while !done.load(Ordering::Relaxed) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(texts.contains(&text), "{} bytes", text.len());
        }
    });
}

#[test]
fn what_an_earlier_attempt_left_is_taken_away_and_nothing_else() {
    let dir = own_folder("saving/left-over");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(1);
    let old = |name: &str| {
        let file = fs::File::create(dir.join(name)).unwrap();
        file.set_modified(long_ago).unwrap();
    };
    old(".kaart.txt.Ab12Cd");
    let others = [".kaart.txt.Ab12C", ".kaart.txt.Ab-2Cd", ".ander.txt.Ab12Cd", "kaart.txt.Ab12Cd"];
    others.into_iter().for_each(old);
    // What another file left, just before it took the place of an older one.
    fs::write(dir.join(".nvm-wegwijzer.0"), "leeftijd").unwrap();
    let no_such_name = [".nvm-wegwijzer.", ".nvm-wegwijzer.notities"];
    no_such_name.into_iter().for_each(old);
    let busy_too = fs::File::create(dir.join(".nvm-wegwijzer.1")).unwrap();
    busy_too.lock().unwrap();
    // What a program was killed in front of, just now.
    fs::write(dir.join(".kaart.txt.Yy12Cd"), "leeftijd").unwrap();
    let busy = fs::File::create(dir.join(".kaart.txt.Zz12Cd")).unwrap();
    busy.lock().unwrap();
    save_text(&dir.join("kaart.txt"), "nieuw").unwrap();
    let busy_names = [".kaart.txt.Zz12Cd", ".nvm-wegwijzer.1"];
    let mut expected = [&others[..], &no_such_name, &busy_names, &["kaart.txt"]].concat();
    expected.sort_unstable();
    let mut names = names_in(&dir);
    names.sort_unstable();
    assert_eq!(names, expected);
}

fn settings() -> Settings {
    Settings {
        placed: vec![PlacedBox { place: "opvang/cosm".to_owned(), below: Some("opvang/comensha".to_owned()) }],
        window: Some(WindowPlace { left: Some(-20.0), top: Some(35.5), width: 1280.0, height: 800.0, maximized: true }),
        theme: ThemeChoice::HighContrast,
        language: Lang::En,
        zoom: 1.5,
        tour_seen: true,
        works_at: Some(ValueId::new("school").unwrap()),
        function: "beheerder".to_owned(),
        pinned: vec![PartyId::new("comensha").unwrap()],
        supplement: Some("/gedeeld/borne.ron".into()),
    }
}

#[test]
fn settings_come_back_and_are_written_to_be_read() {
    let dir = own_folder("saving/settings").join("nog").join("niet");
    assert_eq!(Settings::load(Some(&dir)), (Settings::default(), None));
    settings().save(&Settings::default(), Some(&dir)).unwrap();
    assert_eq!(Settings::load(Some(&dir)), (settings(), None));
    assert_eq!(names_in(&dir), ["instellingen.ron"]);
    let expected = "\
// Instellingen van de NVM-wegwijzer: hoe het venster eruitziet, waar u werkt en wat u vastzette. U mag dit bestand weggooien.
(
  window: (left: -20.0, top: 35.5, width: 1280.0, height: 800.0, maximized: true),
  theme: high_contrast,
  language: en,
  zoom: 1.5,
  tour_seen: true,
  works_at: \"school\",
  function: \"beheerder\",
  pinned: [\"comensha\"],

  placed: [
    (
      place: \"opvang/cosm\",
      below: \"opvang/comensha\",
    ),
  ],
  supplement: \"/gedeeld/borne.ron\",
)
";
    assert_eq!(fs::read_to_string(dir.join("instellingen.ron")).unwrap(), expected);
}

#[test]
fn a_broken_settings_file_is_kept_aside_and_told_about() {
    let dir = own_folder("saving/broken-settings");
    let path = dir.join("instellingen.ron");
    fs::write(&path, "(theme: roze)").unwrap();
    let (loaded, warning) = Settings::load(Some(&dir));
    assert_eq!(loaded, Settings::default());
    let expected = "Deze instellingen zijn overgeslagen en bewaard als «instellingen.ron.bak»: Regel 1, kolom 9, in theme: \
                    «roze» kan hier niet: kies uit «system», «light», «dark», «high_contrast».";
    assert_eq!(dutch(&warning.unwrap()), format!("{expected} Bestand: {}", path.display()));
    assert_eq!(names_in(&dir), ["instellingen.ron.bak"]);
    assert_eq!(fs::read_to_string(dir.join("instellingen.ron.bak")).unwrap(), "(theme: roze)");
    assert_eq!(Settings::load(Some(&dir)), (Settings::default(), None));
}

#[test]
fn of_settings_that_cannot_be_read_what_is_understood_holds_and_every_copy_is_kept() {
    let dir = own_folder("saving/half-settings");
    let path = dir.join("instellingen.ron");
    for (number, theme) in ["roze", "paars"].into_iter().enumerate() {
        fs::write(&path, format!("(theme: {theme}, pinned: [\"comensha\"], zoom: 1.5, tour_seen: misschien)")).unwrap();
        let (loaded, warning) = Settings::load(Some(&dir));
        let pinned = vec![PartyId::new("comensha").unwrap()];
        assert_eq!(loaded, Settings { pinned, zoom: 1.5, ..Settings::default() });
        assert!(warning.is_some());
        assert_eq!(names_in(&dir).len(), number + 1, "an earlier copy is gone");
    }
}

#[test]
fn what_two_windows_set_stays_both() {
    let dir = own_folder("saving/two-windows");
    let save = |own: &Settings, before: &Settings| own.save(before, Some(&dir)).unwrap();
    let party = |id: &str| PartyId::new(id).unwrap();
    let start = Settings { pinned: vec![party("kmar")], ..Settings::default() };
    save(&start, &Settings::default());
    // One pins a party and lets another go; the other, opened before that, sets the language and pins too.
    let one = Settings { pinned: vec![party("comensha")], ..start.clone() };
    save(&one, &start);
    let other = Settings { pinned: vec![party("kmar"), party("coa")], language: Lang::En, ..start.clone() };
    save(&other, &start);
    let both = Settings { pinned: vec![party("comensha"), party("coa")], language: Lang::En, ..start };
    assert_eq!(Settings::load(Some(&dir)), (both, None));
}

#[test]
fn what_a_newer_version_wrote_is_still_there_after_saving() {
    let dir = own_folder("saving/newer-settings");
    let path = dir.join("instellingen.ron");
    fs::write(&path, "(theme: dark, later: [(a: Some(1), b: x(2)), \"),\"], zoom: 2.0)").unwrap();
    let (loaded, _) = Settings::load(Some(&dir));
    Settings { language: Lang::En, ..loaded.clone() }.save(&loaded, Some(&dir)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("  later: [(a: Some(1), b: x(2)), \"),\"],\n"), "{text}");
    let expected = Settings { theme: ThemeChoice::Dark, language: Lang::En, zoom: 2.0, ..Settings::default() };
    assert_eq!(Settings::load(Some(&dir)), (expected, None));
}

#[test]
fn settings_from_another_version_are_read_as_far_as_they_are_known() {
    let dir = own_folder("saving/other-settings");
    fs::write(dir.join("instellingen.ron"), "(theme: dark, later: [(a: Some(1), b: x(2))])").unwrap();
    let expected = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
    assert_eq!(Settings::load(Some(&dir)), (expected, None));
}

#[test]
fn impossible_settings_are_brought_back_to_what_can_be_used() {
    let dir = own_folder("saving/wild-settings");
    for (written, zoom) in [("0.01", 1.0), ("40", 3.0), ("NaN", 1.0), ("inf", 1.0)] {
        let text = format!("(zoom: {written}, window: (width: 0, height: 800))");
        fs::write(dir.join("instellingen.ron"), text).unwrap();
        assert_eq!(Settings::load(Some(&dir)), (Settings { zoom, ..Settings::default() }, None));
    }
}

#[test]
fn the_environment_can_name_the_directory() {
    if env::var_os(CONFIG_DIR_VARIABLE).is_some() {
        // The second time round, started below.
        settings().save(&Settings::default(), None).unwrap();
        assert_eq!(Settings::load(None), (settings(), None));
        return;
    }
    let dir = own_folder("saving/environment");
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "saving::the_environment_can_name_the_directory"])
        .env(CONFIG_DIR_VARIABLE, &dir)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(names_in(&dir), ["instellingen.ron"]);
}

#[cfg(unix)]
#[test]
fn settings_that_cannot_be_saved_say_so() {
    let line = dutch(&settings().save(&Settings::default(), Some(Path::new("/dev/null/map"))).unwrap_err());
    assert_eq!(line, "Niet bewaard: een deel van het pad is geen map. Bestand: /dev/null/map/instellingen.ron");
}
