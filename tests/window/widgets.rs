//! The design system: what it looks like, how it is used by keyboard and by screen reader, and how well it is seen.

use std::path::{Path, PathBuf};

use crate::gallery::{App, Gallery};
use crate::golden::Album;
use crate::picture::{SoftRenderer, cut, picture};
use eframe::egui::accesskit::Toggled;
use eframe::egui::{Color32, Context, Key, Rect, Role, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use image::{RgbaImage, imageops};
use strum::IntoEnumIterator as _;
use wegwijzer::ui::theme::{TextRole, ThemeKind, Tokens, UiExt as _, size};

fn page(kind: ThemeKind, scale: f32) -> Harness<'static, App> {
    harness([1280.0, 800.0], kind, scale, crate::gallery::page)
}

fn sheet(kind: ThemeKind, scale: f32) -> Harness<'static, App> {
    harness([900.0, 760.0], kind, scale, crate::gallery::sheet)
}

fn harness(size: [f32; 2], kind: ThemeKind, scale: f32, draw: fn(&mut Ui, &mut Gallery)) -> Harness<'static, App> {
    Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .renderer(SoftRenderer::default())
        .build_eframe(|cc| App::new(cc, kind, draw))
}

fn named(kind: ThemeKind, what: &str) -> String {
    format!("widgets-{what}-{kind:?}").to_lowercase()
}

/// The names of all golden pictures of the widgets.
pub(crate) fn pictures() -> impl Iterator<Item = String> {
    ThemeKind::iter().flat_map(|kind| ["page", "sheet", "touched"].map(|what| named(kind, what)))
}

// What it looks like.

#[test]
fn a_picture_is_the_same_every_time() {
    for kind in ThemeKind::iter() {
        let [first, second] = [(), ()].map(|()| {
            let mut harness = page(kind, 1.0);
            harness.state_mut().gallery.card = Some("COSM");
            harness.run();
            picture(&mut harness)
        });
        assert_eq!(first.dimensions(), (1280, 800));
        assert!(first == second, "{kind:?} differs from one drawing to the next");
    }
}

#[test]
fn every_state_can_be_seen() {
    let mut album = Album::default();
    for kind in ThemeKind::iter() {
        album.hold(&named(kind, "sheet"), &picture(&mut sheet(kind, 1.0)));
        let mut page = page(kind, 1.0);
        page.state_mut().gallery.card = Some("COSM");
        page.run();
        album.hold(&named(kind, "page"), &picture(&mut page));
    }
}

/// A widget of every sort on the page.
const ONE_OF_EACH: [(Role, &str); 10] = [
    (Role::Button, "CoMensha beslist"),
    (Role::Button, "OMM voert uit, hangt af van: multiproblematiek"),
    (Role::Button, "Gat: beperkt. Overleg eerst met CoMensha of een advocaat."),
    (Role::RadioButton, "EU-burger, 21 antwoorden"),
    (Role::RadioButton, "Nederlander, 0 antwoorden"),
    (Role::Button, "nee"),
    (Role::Button, "Doorverwijskaart"),
    (Role::Button, "Menu"),
    (Role::Button, "politie"),
    (Role::Tab, "Keten"),
];

#[test]
fn the_focus_can_be_seen_on_every_widget() {
    for kind in ThemeKind::iter() {
        for (role, name) in ONE_OF_EACH {
            let mut harness = page(kind, 1.0);
            let before = picture(&mut harness);
            harness.get_by_role_and_label(role, name).focus();
            harness.run();
            assert!(harness.get_by_role_and_label(role, name).is_focused(), "{name} does not take the focus");
            let after = picture(&mut harness);
            let ring = kind.tokens().focus.to_array();
            let count = |image: &RgbaImage| image.pixels().filter(|pixel| pixel.0 == ring).count();
            assert!(count(&after) > count(&before) + 40, "{kind:?}: no ring around {name}");
        }
    }
}

#[test]
fn what_is_pointed_at_or_has_the_focus_looks_as_before() {
    let mut album = Album::default();
    for kind in ThemeKind::iter() {
        // At rest, pointed at, pressed, with the focus.
        let ways: [fn(&mut Harness<'static, App>, Role, &str); 4] = [
            |_, _, _| {},
            |harness, role, name| harness.get_by_role_and_label(role, name).hover(),
            |harness, role, name| harness.drag_at(harness.get_by_role_and_label(role, name).rect().center()),
            |harness, role, name| harness.get_by_role_and_label(role, name).focus(),
        ];
        let [width, height] = TILE.map(u32::from);
        let mut sheet = RgbaImage::new(4 * width, 10 * height);
        for (row, (role, name)) in (0..).zip(ONE_OF_EACH) {
            for (column, way) in (0..).zip(ways) {
                let mut harness = page(kind, 1.0);
                way(&mut harness, role, name);
                harness.run();
                let at = harness.get_by_role_and_label(role, name).rect().left_top() - vec2(8.0, 8.0);
                let tile = cut(&picture(&mut harness), Rect::from_min_size(at, Vec2::from(TILE.map(f32::from))));
                imageops::replace(&mut sheet, &tile, i64::from(column * width), i64::from(row * height));
            }
        }
        album.hold(&named(kind, "touched"), &sheet);
    }
}

/// A widget with what is around it.
const TILE: [u8; 2] = [200, 100];

#[test]
fn a_picture_follows_the_zoom() {
    for scale in [1.5, 2.0, 3.0] {
        let mut harness = sheet(ThemeKind::Light, scale);
        let drawn = picture(&mut harness);
        let expected = (900.0 * f64::from(scale), 760.0 * f64::from(scale));
        assert_eq!((f64::from(drawn.width()), f64::from(drawn.height())), expected);
    }
}

#[test]
fn nothing_asks_to_be_drawn_again() {
    let mut harness = page(ThemeKind::Light, 1.0);
    assert_eq!(harness.run(), 1, "a page at rest takes more than one step to settle");
}

// How it is used.

#[test]
fn every_target_is_named_and_at_least_24_high() {
    for draw in [crate::gallery::page, crate::gallery::sheet] {
        let harness = harness([1280.0, 1200.0], ThemeKind::Light, 1.0, draw);
        let targets: Vec<_> = harness
            .root()
            .children_recursive()
            .filter(|node| {
                matches!(node.accesskit_node().role(), Role::Button | Role::RadioButton | Role::CheckBox | Role::Tab)
            })
            .collect();
        assert!(targets.len() > 15);
        for node in targets {
            let label = node.accesskit_node().label().unwrap_or_default();
            assert!(!label.is_empty(), "a target without a name: {node:?}");
            assert!(node.rect().height() >= size::TARGET, "{label} is {} high", node.rect().height());
            assert!(node.rect().width() >= size::TARGET, "{label} is {} wide", node.rect().width());
        }
    }
}

#[test]
fn a_choice_is_made_by_pointer_by_keyboard_and_by_screen_reader() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let toggled = |harness: &Harness<'_, App>, name| {
        harness.get_by_role_and_label(Role::RadioButton, name).accesskit_node().toggled()
    };
    let (young, old, unknown) = ("onder 18, 24 antwoorden", "18 en ouder, 31 antwoorden", "onbekend, 43 antwoorden");
    assert_eq!(toggled(&harness, young), Some(Toggled::False));

    harness.get_by_role_and_label(Role::RadioButton, young).click();
    harness.run();
    assert_eq!(harness.state().gallery.chosen, Some("onder 18"));
    assert_eq!(toggled(&harness, young), Some(Toggled::True));

    harness.get_by_role_and_label(Role::RadioButton, old).focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().gallery.chosen, Some("18 en ouder"));
    assert_eq!(toggled(&harness, young), Some(Toggled::False));

    harness.get_by_role_and_label(Role::RadioButton, unknown).click_accesskit();
    harness.run();
    assert_eq!(harness.state().gallery.chosen, Some("onbekend"));
}

#[test]
fn a_check_is_set_and_cleared() {
    let mut harness = page(ThemeKind::Light, 1.0);
    for expected in [true, false] {
        harness.get_by_role_and_label(Role::CheckBox, "zwanger, 9 antwoorden").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().gallery.checked, expected);
    }
}

#[test]
fn what_follows_says_from_what() {
    let harness = page(ThemeKind::Light, 1.0);
    let implied = harness.get_by_role_and_label(Role::RadioButton, "geringste aanwijzing, 27 antwoorden");
    assert_eq!(implied.accesskit_node().toggled(), Some(Toggled::True));
    assert_eq!(implied.accesskit_node().description().as_deref(), Some("volgt uit bedenktijd"));
}

#[test]
fn what_is_impossible_says_why_and_does_nothing() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let name = "Nederlander, 0 antwoorden";
    let why = "Bedenktijd is er alleen voor wie geen verblijf heeft.";
    let row = harness.get_by_role_and_label(Role::RadioButton, name);
    assert!(row.accesskit_node().is_disabled());
    assert_eq!(row.accesskit_node().description().as_deref(), Some(why));
    assert!(harness.query_by_role_and_label(Role::Label, why).is_none());

    row.click();
    harness.run();
    assert_eq!(harness.state().gallery.chosen, None);

    harness.remove_cursor();
    harness.get_by_role_and_label(Role::RadioButton, name).focus();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Label, why).is_some(), "the reason is not shown to who uses keys");
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().gallery.chosen, None);
}

#[test]
fn a_card_is_one_button() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let name = "CoMensha beslist";
    let card = harness.get_by_role_and_label(Role::Button, name);
    assert_eq!(card.accesskit_node().toggled(), Some(Toggled::False));

    // In the middle of its text, on its title and in its corner.
    let text = harness.get_by_label("Plaatst in de categorale opvang.").rect().center();
    let rect = card.rect();
    for at in [text, rect.left_top() + vec2(20.0, 12.0), rect.right_bottom() - vec2(3.0, 3.0)] {
        let before = harness.state().gallery.card_clicks;
        harness.hover_at(at);
        harness.drag_at(at);
        harness.run();
        harness.drop_at(at);
        harness.run();
        assert_eq!(harness.state().gallery.card_clicks, before + 1, "a click at {at} misses");
    }
    assert_eq!(harness.state().gallery.card, Some("CoMensha"));
    let card = harness.get_by_role_and_label(Role::Button, name);
    assert_eq!(card.accesskit_node().toggled(), Some(Toggled::True));

    harness.get_by_role_and_label(Role::Button, "OM beslist").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().gallery.card, Some("OM"));
    harness.get_by_role_and_label(Role::Button, "EMM adviseert").click_accesskit();
    harness.run();
    assert_eq!(harness.state().gallery.card, Some("EMM"));
}

#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the screen")]
fn a_card_shows_that_it_can_be_clicked_even_where_its_text_is() {
    for kind in ThemeKind::iter() {
        let mut harness = page(kind, 1.0);
        let corner = harness.get_by_role_and_label(Role::Button, "CoMensha beslist").rect().right_bottom();
        let (x, y) = (corner.x as u32 - 5, corner.y as u32 - 5);
        let at_corner = |harness: &mut Harness<'_, App>| picture(harness).get_pixel(x, y).0;
        assert_eq!(at_corner(&mut harness), kind.tokens().surface.to_array());
        harness.get_by_label("Plaatst in de categorale opvang.").hover();
        harness.run();
        assert_eq!(at_corner(&mut harness), kind.tokens().hover.to_array());
    }
}

#[test]
fn a_gap_is_one_button() {
    let mut harness = page(ThemeKind::Light, 1.0);
    harness.get_by_role_and_label(Role::Button, "Gat: beperkt. Overleg eerst met CoMensha of een advocaat.").click();
    harness.run();
    assert_eq!(harness.state().gallery.gap_clicks, 1);
}

#[test]
fn tabs_say_which_is_shown() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let selected = |harness: &Harness<'_, App>, name| {
        harness.get_by_role_and_label(Role::Tab, name).accesskit_node().is_selected()
    };
    assert_eq!(selected(&harness, "Wegwijzer"), Some(true));
    assert_eq!(selected(&harness, "Keten"), Some(false));
    harness.get_by_role_and_label(Role::Tab, "Keten").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().gallery.tab, 1);
    assert_eq!(selected(&harness, "Keten"), Some(true));
    assert!(harness.query_by_role_and_label(Role::TabList, "Onderdelen").is_some());
}

#[test]
fn buttons_and_chips_answer() {
    let mut harness = page(ThemeKind::Light, 1.0);
    harness.get_by_role_and_label(Role::Button, "nee").click();
    harness.run();
    assert_eq!(harness.state().gallery.answer, Some("nee"));
    harness.get_by_role_and_label(Role::Button, "Menu").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().gallery.menu_clicks, 1);
    harness.get_by_role_and_label(Role::Button, "politie").click();
    harness.run();
    assert_eq!(harness.state().gallery.chip_clicks, 1);
}

#[test]
fn the_search_field_takes_what_is_typed() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let name = "Zoek partij, regeling of woord";
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, name).type_text("schadefonds één");
    harness.run();
    assert_eq!(harness.state().gallery.query, "schadefonds één");
}

#[test]
fn headings_and_groups_are_there_for_a_screen_reader() {
    let harness = page(ThemeKind::Light, 1.0);
    for name in ["A Identificatie", "B Zorg en bescherming", "Opvang", "Waarom u dit ziet"] {
        assert!(harness.query_by_role_and_label(Role::Heading, name).is_some(), "no heading {name}");
    }
    assert!(harness.query_by_role_and_label(Role::RadioGroup, "Leeftijd").is_some());
    assert!(harness.query_by_role_and_label(Role::Group, "Volgende vraag").is_some());
    assert!(harness.query_by_role_and_label(Role::Label, "Acuut gevaar: bel 112").is_some());
}

#[test]
fn tab_goes_through_everything_once_and_only_through_what_can_be_used() {
    let mut harness = harness([1280.0, 1200.0], ThemeKind::Light, 1.0, crate::gallery::page);
    let mut seen: Vec<(Role, String)> = Vec::new();
    for _ in 0..120 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        let node = focused.expect("a widget with the focus").accesskit_node();
        let stop = (node.role(), node.label().unwrap_or_default());
        if seen.first() == Some(&stop) {
            break;
        }
        seen.push(stop);
    }
    for (role, name) in &seen {
        let is_usable = matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Tab | Role::TextInput);
        assert!(is_usable && !name.is_empty(), "a Tab stop that cannot be used: {role:?} {name:?}");
    }
    let mut names: Vec<_> = seen.iter().collect();
    names.sort_by_key(|(role, name)| (format!("{role:?}"), name.clone()));
    names.dedup();
    assert_eq!(names.len(), seen.len(), "something is a Tab stop twice");
    for name in ["Keten", "onder 18, 24 antwoorden", "ja", "CoMensha beslist", "Sluit uitleg", "Doorverwijskaart"] {
        assert!(seen.iter().any(|(_, label)| label == name), "Tab does not reach {name}: {seen:?}");
    }
}

// How well it is seen.

/// The contrast of WCAG 2, from 1 to 21.
fn contrast(one: Color32, other: Color32) -> f64 {
    fn luminance(color: Color32) -> f64 {
        let [red, green, blue, _] = color.to_array().map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn text_pairs(tokens: &Tokens) -> Vec<(String, Color32, Color32)> {
    let grounds = [
        ("ground", tokens.ground),
        ("surface", tokens.surface),
        ("hover", tokens.hover),
        ("accent ground", tokens.accent_ground),
        ("warning ground", tokens.warning_ground),
        ("success ground", tokens.success_ground),
    ];
    let inks = [
        ("ink", tokens.ink),
        ("soft ink", tokens.ink_soft),
        ("faint ink", tokens.ink_faint),
        ("accent", tokens.accent),
        ("warning", tokens.warning),
        ("success", tokens.success),
    ];
    let mut pairs: Vec<_> = grounds
        .into_iter()
        .flat_map(|(ground, below)| inks.map(|(ink, above)| (format!("{ink} on {ground}"), above, below)))
        .collect();
    pairs.push(("text on accent".into(), tokens.on_accent, tokens.accent));
    pairs.push(("text on hovered accent".into(), tokens.on_accent, tokens.accent_hover));
    for phase in tokens.phases {
        pairs.push((format!("letter {} on its colour", phase.letter), phase.ink, phase.color));
    }
    pairs
}

fn shape_pairs(tokens: &Tokens) -> Vec<(String, Color32, Color32)> {
    let grounds = [
        ("ground", tokens.ground),
        ("surface", tokens.surface),
        ("hover", tokens.hover),
        ("accent ground", tokens.accent_ground),
    ];
    let mut shapes = vec![
        ("strong line".to_owned(), tokens.line_strong),
        ("focus".to_owned(), tokens.focus),
        ("accent".to_owned(), tokens.accent),
        ("warning".to_owned(), tokens.warning),
        ("icon".to_owned(), tokens.ink_soft),
    ];
    shapes.extend(tokens.phases.iter().map(|phase| (format!("phase {}", phase.letter), phase.color)));
    let mut pairs = Vec::new();
    for (ground, below) in grounds {
        pairs.extend(shapes.iter().map(|(shape, above)| (format!("{shape} on {ground}"), *above, below)));
    }
    for (shape, above) in [("focus", tokens.focus), ("warning", tokens.warning), ("icon", tokens.ink_soft)] {
        pairs.push((format!("{shape} on warning ground"), above, tokens.warning_ground));
    }
    // What is told lies over anything.
    for (below_name, below) in grounds.into_iter().chain([("success ground", tokens.success_ground)]) {
        pairs.push((format!("success on {below_name}"), tokens.success, below));
    }
    for (shape, above) in [("focus", tokens.focus), ("strong line", tokens.line_strong), ("icon", tokens.ink_soft)] {
        pairs.push((format!("{shape} on success ground"), above, tokens.success_ground));
    }
    pairs.push(("focus beside a filled button".into(), tokens.focus, tokens.ground));
    pairs
}

fn assert_contrast(pairs: Vec<(String, Color32, Color32)>, kind: ThemeKind, least: f64) {
    for (name, above, below) in pairs {
        let found = contrast(above, below);
        assert!(found >= least, "{kind:?}: {name} is {found:.2} to 1, under {least}");
    }
}

#[test]
fn text_can_be_read() {
    for kind in ThemeKind::iter() {
        let least = if kind == ThemeKind::HighContrast { 7.0 } else { 4.5 };
        assert_contrast(text_pairs(kind.tokens()), kind, least);
    }
}

#[test]
fn edges_icons_and_rings_can_be_seen() {
    for kind in ThemeKind::iter() {
        let least = if kind == ThemeKind::HighContrast { 4.5 } else { 3.0 };
        assert_contrast(shape_pairs(kind.tokens()), kind, least);
    }
}

#[test]
fn no_text_is_smaller_than_12_points() {
    for role in TextRole::iter() {
        assert!(role.size() >= 12.0, "{role:?}");
        assert!(role.line_height() >= 1.2 * role.size(), "{role:?}");
    }
}

#[test]
fn an_unknown_letter_is_no_phase() {
    for kind in ThemeKind::iter() {
        let tokens = kind.tokens();
        assert_eq!(tokens.phase('C'), tokens.phases[2]);
        let unknown = tokens.phase('?');
        assert_eq!((unknown.letter, unknown.color), ('?', tokens.ink_soft));
        assert!(contrast(unknown.ink, unknown.color) >= 4.5);
    }
}

#[test]
fn the_theme_can_be_changed_while_running() {
    let mut harness = page(ThemeKind::Light, 1.0);
    let light = picture(&mut harness);
    wegwijzer::ui::theme::apply(&harness.ctx, ThemeKind::Dark);
    harness.run();
    assert_eq!(harness.ctx.theme_kind(), ThemeKind::Dark);
    assert!(picture(&mut harness) == picture(&mut page(ThemeKind::Dark, 1.0)));
    wegwijzer::ui::theme::apply(&harness.ctx, ThemeKind::Light);
    harness.run();
    assert!(picture(&mut harness) == light);
}

// What can be written.

/// What the bundled fonts cannot draw of this text, in any weight.
fn missing_glyphs(text: &str) -> Vec<char> {
    let ctx = Context::default();
    wegwijzer::ui::theme::apply(&ctx, ThemeKind::Light);
    ctx.run_ui(eframe::egui::RawInput::default(), |_| ()).drop_without_applying_deltas();
    let mut missing: Vec<char> = text
        .chars()
        .filter(|&glyph| TextRole::iter().any(|role| !ctx.fonts_mut(|fonts| fonts.has_glyph(&role.font(), glyph))))
        .collect();
    missing.dedup();
    missing
}

#[test]
fn every_glyph_of_dutch_can_be_drawn() {
    let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \
        áàäâãéèëêíìïîóòöôõúùüûçñÁÉËÏÓÖÜĳĲ €“”‘’„–—…→←↑↓≥≤±×·•§°½«»&@#%/\\()[]{}<>+=*~^|_'\"!?.,:;\u{a0}\u{ad}";
    assert_eq!(missing_glyphs(text), Vec::<char>::new());
}

#[test]
fn ticks_are_not_in_the_font_so_they_are_drawn() {
    assert_eq!(missing_glyphs("a ✓ b"), vec!['✓']);
}

// What holds for the drawing code.

#[test]
fn no_colour_is_written_down_outside_the_theme() {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("theme") {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"), &mut found);
    assert!(found.len() > 10);
    for path in found {
        let source = std::fs::read_to_string(&path).unwrap();
        for use_of_color in source.split("Color32::").skip(1) {
            let is_no_color = ["PLACEHOLDER", "TRANSPARENT"].iter().any(|name| use_of_color.starts_with(name));
            let word: String = use_of_color.chars().take(24).collect();
            assert!(is_no_color, "{}: Color32::{word}", path.display());
        }
    }
}
