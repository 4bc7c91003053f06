//! How work in the background has the window drawn again.

use std::{
    sync::Arc,
    task::{Wake, Waker},
};

use eframe::egui::Context;

struct Repaint(Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

/// A waker that has the window drawn again, from whatever thread.
pub(super) fn waker(ctx: &Context) -> Waker {
    Waker::from(Arc::new(Repaint(ctx.clone())))
}
