//! The invariants of the house, read from its source as syntax.
//!
//! The rooms and what each may name are one table, in [`rooms`]. What is planted in [`planted`] must be found: a wall
//! that cannot fail is no wall.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail it")]

mod circles;
mod habits;
mod imports;
mod literals;
mod paths;
mod planted;
mod rooms;
mod source;
mod texts;
mod words;

use source::House;

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn rooms_name_only_rooms_below_them_and_open_no_door_that_is_not_theirs() {
    assert_eq!(rooms::offences(House::real()), none());
}

#[test]
fn the_table_of_rooms_has_no_stairs_back_up() {
    for (floor, room) in rooms::ROOMS.iter().enumerate() {
        let below: Vec<&str> = rooms::ROOMS[..floor].iter().map(|room| room.name).collect();
        let up: Vec<&&str> = room.rooms.iter().filter(|named| !below.contains(named)).collect();
        assert_eq!(up, Vec::<&&str>::new(), "{} names rooms that are not below it", room.name);
    }
}

#[test]
fn no_files_need_each_other() {
    assert_eq!(circles::told(House::real()), none());
}

#[test]
fn drawing_never_changes_the_guide() {
    assert_eq!(habits::drawing_that_changes(House::real()), none());
}

#[test]
fn a_profile_has_no_stored_form() {
    assert_eq!(habits::stored_questions(House::real()), none(), "nothing of a lookup can be written to disk");
}

#[test]
fn no_address_of_the_network_is_in_the_source() {
    assert_eq!(habits::addresses(House::real()), none());
}

#[test]
fn no_colour_outside_the_themes() {
    assert_eq!(words::colours(House::real()), none());
}

#[test]
fn no_words_for_people_outside_text() {
    assert_eq!(words::misplaced(House::real()), none());
}

#[test]
fn every_text_is_said_somewhere() {
    assert_eq!(texts::unused(House::real()), none());
}

#[test]
fn nothing_that_a_hash_map_orders_reaches_an_output() {
    assert_eq!(habits::hash_maps(House::real()), none());
}

#[test]
fn files_stay_small() {
    assert_eq!(habits::halls(House::real()), none(), "no hall that handles everything");
}

#[test]
fn every_system_can_hold_the_names_of_the_files() {
    assert_eq!(paths::impossible(&paths::repository()), none());
}
