//! The Wegwijzer view: questions, the next question, answers per phase, and the drawer that explains.

mod alert;
mod answers;
mod drawer;
mod facets;
mod first;
mod gemeente;
mod pinned;
mod question;

pub(super) use answers::answers_ui;
pub(super) use drawer::drawer_ui;
pub(super) use facets::facets_ui;
pub(super) use question::answer;
