//! What is clicked is explained, and what is explained already no longer is.

use crate::{
    app::{Command, Selected},
    ui::{ctx::Ctx, state::Pane},
};

pub(super) fn select(ctx: &mut Ctx<'_>, selected: &Selected) {
    let now = (ctx.app.selected() != Some(selected)).then(|| selected.clone());
    ctx.state.pane = if now.is_some() { Pane::Drawer } else { Pane::Main };
    ctx.send(Command::Select(now));
}
