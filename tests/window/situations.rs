//! Five situations as a desk meets them: from the first start to what is needed first, by clicks or by keys.
//!
//! What each desk needs was written down before the window was asked. At most eight clicks or twelve keys lead there,
//! and the steps are seen without scrolling, also in the smallest window.

use eframe::egui::{Key, Modifiers, Rect, accesskit::Role, pos2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wegwijzer::{
    app::Command,
    model::{Date, Now},
    ui::Window,
};

use crate::driver::{Start, known, until, window};

/// What a hand does.
enum Act {
    /// A click of the mouse on what bears this name.
    Click(&'static str),
    /// A key.
    Press(Key),
    /// The keys that lead to the search field, taken for two.
    Search,
    /// Letters, each of them a key.
    Letters(&'static str),
}
use Act::{Click, Letters, Press, Search};

/// The most clicks, and the most keys.
const MOST: (usize, usize) = (8, 12);

/// Somebody at a desk.
struct Situation {
    story: &'static str,
    /// Where he or she works, where that is known from an earlier day; clicks choose it otherwise.
    desk: Option<&'static str>,
    time: &'static str,
    acts: &'static [Act],
    /// What the first steps say, each with all of these words in it.
    first: &'static [&'static [&'static str]],
}

const SITUATIONS: &[Situation] = &[
    // desk.md, P1: where she sleeps tonight, who must be told, and that a colleague is called.
    Situation {
        story: "police, two at night, a frightened woman without a bed: by mouse, on the first day",
        desk: None,
        time: "02:00",
        acts: &[
            Click("kies uw organisatie"),
            Click("Ik werk bij politie"),
            Click("dreiging eigen omgeving"),
            Click("geen plek"),
            Click("18 of ouder"),
        ],
        first: &[
            &["zelf", "noodbed"],
            &["Meld bij CoMensha", "033 448 11 86"],
            &["Meld aan bij CoMensha", "opvangplek"],
        ],
    },
    Situation {
        story: "the same by keys, once the indication is established",
        desk: Some("politie"),
        time: "02:00",
        acts: &[Press(Key::Num2), Press(Key::Num2), Press(Key::Num2), Press(Key::Num0), Press(Key::Num1)],
        first: &[&["Veiligheid", "zelf"], &["zelf", "noodbed"], &["Meld bij CoMensha"]],
    },
    // P2: youth help, whom to ask without a name, the specialised help.
    Situation {
        story: "gemeente, a Dutch girl of sixteen with a loverboy: by keys",
        desk: Some("gemeente"),
        time: "10:00",
        acts: &[
            Search,
            Letters("lov"),
            Press(Key::Enter),
            Press(Key::Num3),
            Press(Key::Num1),
            Press(Key::Num1),
            Press(Key::Num0),
            Press(Key::Num1),
        ],
        first: &[
            &["zelf", "jeugdhulp"],
            &["Veilig Thuis", "anoniem", "0800 2000"],
            &["Jeugdzorg", "loverboyproblematiek"],
        ],
    },
    // P3: where they sleep, who judges it, whom to tell.
    Situation {
        story: "labour inspectorate, twelve workers from the EU who live with their employer: by mouse",
        desk: Some("arbeidsinspectie"),
        time: "10:00",
        acts: &[
            Click("geen bekende dreiging"),
            Click("bij dader of werkgever"),
            Click("18 of ouder"),
            Click("arbeid of diensten"),
            Click("Verder"),
        ],
        first: &[&["zelf", "melding"], &["Meld bij CoMensha"], &["Meld aan bij CoMensha", "bed na arbeidsuitbuiting"]],
    },
    // P4: the own duty, and whom to ask without a name.
    Situation {
        story: "school, an unclear suspicion about a pupil: by mouse, on the first day",
        desk: None,
        time: "10:00",
        acts: &[
            Click("kies uw organisatie"),
            Click("Ik werk bij school"),
            Click("geen bekende dreiging"),
            Click("veilige plek"),
            Click("jonger dan 18"),
        ],
        first: &[&["zelf", "meldcode"], &["Veilig Thuis", "anoniem", "0800 2000"], &["Meld bij Politie"]],
    },
    // P5: what the shelter does itself, whom to ask, and the lawyer before the term is over.
    Situation {
        story: "shelter, the bedenktijd ends soon: by keys",
        desk: Some("opvanginstelling"),
        time: "10:00",
        acts: &[Search, Letters("bede"), Press(Key::Enter), Press(Key::Num3), Press(Key::Num0), Press(Key::Num2)],
        first: &[&["COSM", "bedenktijd"], &["Overleg met CoMensha", "033 448 11 86"], &["CoMensha"], &["Advocaat"]],
    },
];

/// Of the steps of the plan, what a screen reader says and where they stand.
fn steps(harness: &Harness<'_, Window>) -> Vec<(String, Rect)> {
    let plan = harness.get_by_role_and_label(Role::Group, "Doe nu");
    let rows = plan.children_recursive().filter(|node| node.accesskit_node().role() == Role::Button);
    rows.map(|row| (row.accesskit_node().label().unwrap_or_default(), row.rect())).collect()
}

/// Does it as a hand does, and says how many clicks and keys that were.
fn act(harness: &mut Harness<'_, Window>, act: &Act) -> (usize, usize) {
    let counted = match act {
        Click(name) => {
            // Beside the question its answers also stand in the list of characteristics, by a longer name.
            let found = harness.query_all_by(|node| node.label().is_some_and(|label| label.eq_ignore_ascii_case(name)));
            let place = found.map(|node| node.rect()).find(Rect::is_positive);
            let place = place.unwrap_or_else(|| panic!("«{name}» is not there to be clicked")).center();
            harness.hover_at(place);
            harness.run();
            harness.drag_at(place);
            harness.drop_at(place);
            (1, 0)
        }
        Press(key) => {
            harness.key_press(*key);
            (0, 1)
        }
        Search => {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
            (0, 2)
        }
        Letters(letters) => {
            harness.event(eframe::egui::Event::Text((*letters).to_owned()));
            harness.run();
            until(harness, |app| !app.hits().is_empty());
            (0, letters.chars().count())
        }
    };
    harness.run();
    harness.run_steps(2);
    counted
}

#[test]
fn five_desks_see_what_they_need_first_after_a_few_clicks_or_keys() {
    let mut wrong = Vec::new();
    for situation in SITUATIONS {
        for size in [[1280.0, 800.0], [1024.0, 640.0]] {
            let now = Now { date: Date::new(2026, 11, 24).unwrap(), time: situation.time.parse().unwrap() };
            let mut commands = vec![Command::NoteTime(now)];
            commands.extend(situation.desk.into_iter().flat_map(|desk| known(&[&format!("vraagsteller={desk}")])));
            let mut harness = window(&Start { size, ..Start::default() }, commands);
            let mut counted = (0, 0);
            for one in situation.acts {
                let (clicks, keys) = act(&mut harness, one);
                counted = (counted.0 + clicks, counted.1 + keys);
            }
            assert!(counted.0 <= MOST.0 && counted.1 <= MOST.1, "{}: {counted:?}", situation.story);
            // What lies above the bar at the bottom is seen.
            let bar = harness.get_by_label("Ik werk bij").rect();
            let seen = Rect::from_min_max(pos2(0.0, 0.0), pos2(size[0], bar.top()));
            let found = steps(&harness);
            for (position, words) in situation.first.iter().enumerate() {
                let Some((name, rect)) = found.get(position) else {
                    wrong.push(format!("{} {size:?}: there is no step {}", situation.story, position + 1));
                    continue;
                };
                if let Some(missing) = words.iter().find(|part| !name.contains(**part)) {
                    wrong.push(format!(
                        "{} {size:?}: step {} lacks «{missing}»: {name}",
                        situation.story,
                        position + 1
                    ));
                }
                if !seen.expand2(vec2(1.0, 0.0)).contains_rect(*rect) {
                    wrong.push(format!("{} {size:?}: step {} at {rect:?} is not seen", situation.story, position + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
