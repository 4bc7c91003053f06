//! Guide in, bytes out. Pure: no window, no disk, no clock; where the bytes go is asked of [`mod@crate::file`].
//!
//! [`card`], [`poster`], [`rolecards`], [`handout`], [`profile`], [`tables`], [`hsds`] and [`chain_data`] say what is on a file; [`paper`] and [`drawing`] know how pages and pictures
//! are made. [`EXPORTS`] is all that can be made: the command line, the dialogs, the menu and the help follow it.

pub mod card;
pub mod chain_data;
pub mod drawing;
mod format;
pub mod handout;
pub mod hsds;
pub mod paper;
pub mod poster;
pub mod profile;
pub mod rolecards;
pub mod site;
pub mod tables;
mod xml;

pub use format::{Export, ExportOptions, Form, Request, SaveDialog, Switch, Taken, Text};

/// All that can be made, in the order of the help.
pub static EXPORTS: &[&Export] = &[
    &card::EXPORT,
    &poster::EXPORT,
    &rolecards::EXPORT,
    &handout::EXPORT,
    &profile::EXPORT,
    &site::EXPORT,
    &chain_data::GRAPHML,
    &chain_data::DOT,
    &tables::CSV,
    &tables::XLSX,
    &tables::JSON,
    &hsds::HSDS,
];
