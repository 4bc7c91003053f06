//! The window, used as a person does: by keyboard, by role and by label, without a screen or a graphics card.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

mod background;
mod beheer;
mod beheer_heard;
mod by_key;
mod card;
mod columns;
mod day;
mod desk;
mod driver;
mod facts;
#[path = "../support/folder.rs"]
mod folder;
mod gallery;
mod golden;
mod guided;
mod hand_over;
mod keten;
mod keys;
mod long;
mod lookup;
mod over_all;
mod parties;
#[path = "../support/persons.rs"]
mod persons;
mod picture;
mod pictures;
mod privacy;
mod proposals;
mod question;
mod reach;
mod records;
#[path = "../support/said.rs"]
mod said;
mod situations;
mod spine;
#[path = "../support/supplement.rs"]
mod supplement;
mod supplements;
mod toasts;
mod training;
mod widgets;
mod workshop;
