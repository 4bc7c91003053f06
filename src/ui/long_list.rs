//! A long list of which only what is near the screen is drawn.
//!
//! Every item is laid out once; after that, what is far from the screen only takes the room that it took. So the bar
//! beside the list is true from the first frame and nothing moves when items come into sight.

use eframe::egui::{Id, Memory, Rect, Response, Ui, Vec2};

/// Lists of at most so many items are drawn whole, so that a screen reader has all of them at once. The guide that is
/// shipped has some 250.
const WHOLE: usize = 400;

/// What was laid out, in order, as long as `Shape` stays the same: whatever the heights of the items follow from.
#[derive(Debug)]
pub(super) struct LongList<Shape> {
    shape: Option<Shape>,
    is_long: bool,
    items: Vec<Item>,
    next: usize,
    /// Which item has the focus, if one has.
    focused: Option<usize>,
}

#[derive(Debug)]
struct Item {
    size: Vec2,
    widget: Id,
}

impl<Shape> Default for LongList<Shape> {
    fn default() -> Self {
        Self { shape: None, is_long: false, items: Vec::new(), next: 0, focused: None }
    }
}

impl<Shape: PartialEq> LongList<Shape> {
    /// Begins a frame of a list of `len` items.
    pub(super) fn begin(&mut self, ui: &Ui, shape: Shape, len: usize) {
        if self.shape.as_ref() != Some(&shape) {
            self.items.clear();
            self.shape = Some(shape);
        }
        self.is_long = len > WHOLE;
        self.next = 0;
        let focused = ui.memory(Memory::focused);
        self.focused = focused.and_then(|focused| self.items.iter().position(|item| item.widget == focused));
    }

    /// The next item: `draw` adds one widget, and nothing else, to a column.
    ///
    /// It is called when the item is near the screen or was not laid out before; and for what has the focus and its
    /// neighbours, so that the focus is kept and goes on to them.
    pub(super) fn item(&mut self, ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> Response) {
        let position = self.next;
        self.next += 1;
        let known = self.items.get(position).filter(|_| self.is_long && !self.is_near_focus(position));
        if let Some(item) = known.filter(|item| !is_near_screen(ui, item.size)) {
            ui.allocate_space(item.size);
            return;
        }
        let response = draw(ui);
        let item = Item { size: response.rect.size(), widget: response.id };
        match self.items.get_mut(position) {
            Some(known) => *known = item,
            None => self.items.push(item),
        }
    }

    fn is_near_focus(&self, position: usize) -> bool {
        self.focused.is_some_and(|focused| position.abs_diff(focused) <= 1)
    }
}

/// Whether the next thing of this size is in sight, or within half a screen of it: the tab key finds what is next.
fn is_near_screen(ui: &Ui, size: Vec2) -> bool {
    let screen = ui.clip_rect();
    let near = screen.expand2(Vec2::new(0.0, screen.height() / 2.0));
    near.intersects(Rect::from_min_size(ui.cursor().min, size))
}
