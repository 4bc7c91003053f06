//! The window, used as a person does: by keyboard, by role and by label, without a screen or a graphics card.

mod card;
mod desk;
mod driver;
mod gallery;
mod keten;
mod lookup;
mod picture;
mod pictures;
mod privacy;
mod widgets;
