//! How the keyboard reaches what can be clicked: what gets the focus comes into view, and a group is one stop of the
//! tab key, within which the arrows move.

use eframe::egui::{
    EventFilter, Id, Key, Modifiers, Response, Sense, Ui, UiBuilder, UiStackInfo, Vec2, accesskit::Action,
};

use crate::ui::theme::size;

/// The tag in the stack of uis with which what is inside finds its group.
const GROUP: &str = "one-stop";

/// What is known of a group from the frame before, and what this frame adds.
#[derive(Clone, Debug, Default)]
struct Group {
    /// Which member the tab key stops at.
    stop: Option<Id>,
    /// What can have the focus, in the order in which it is drawn.
    members: Vec<Id>,
    /// Where the tab key comes first, as long as nobody moved within the group.
    preferred: Option<Id>,
}

/// What a thing with this id senses: clicks, and the tab key unless another of its group is where that stops.
pub(super) fn sense(ui: &Ui, id: Id) -> Sense {
    joins(ui, id, Sense::click())
}

/// The same for what cannot be clicked, but says why when the focus is on it.
pub(super) fn sense_focus(ui: &Ui, id: Id) -> Sense {
    joins(ui, id, Sense::focusable_noninteractive())
}

fn joins(ui: &Ui, id: Id, sense: Sense) -> Sense {
    let group = group_of(ui);
    // A screen reader goes to every member itself.
    let is_asked_for = group.is_some() && ui.input(|input| input.has_accesskit_action_request(id, Action::Focus));
    let is_stop = group.is_none_or(|group| {
        ui.data_mut(|data| {
            let group: &mut Group = data.get_temp_mut_or_default(group);
            group.members.push(id);
            if is_asked_for {
                group.stop = Some(id);
            }
            *group.stop.get_or_insert(id) == id
        })
    });
    if is_asked_for {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if !is_stop {
        return sense - Sense::FOCUSABLE;
    }
    if ui.data_mut(|data| data.remove_temp::<bool>(first_wanted()).is_some()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    sense
}

/// Has the tab key come to this member of its group first.
pub(super) fn prefer(ui: &Ui, id: Id) {
    if let Some(group) = group_of(ui) {
        ui.data_mut(|data| data.get_temp_mut_or_default::<Group>(group).preferred = Some(id));
    }
}

/// Brings what has just got the focus into view.
pub fn reached(ui: &Ui, response: &Response) {
    if !response.has_focus() {
        return;
    }
    // Not `gained_focus`, which does not know of a focus that the arrows of egui moved.
    let last = Id::unique("last-in-focus");
    if ui.data_mut(|data| data.get_temp::<Id>(last)) != Some(response.id) {
        ui.data_mut(|data| data.insert_temp(last, response.id));
        let around = Vec2::new(0.0, size::FOCUS_ROOM);
        ui.scroll_to_rect(response.rect.expand2(around), None);
        // Which keys it hears itself is known only in the next frame.
        ui.ctx().request_repaint();
    }
}

/// One stop of the tab key; up and down move within it.
pub fn one_stop<R>(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.make_persistent_id(("one-stop", salt));
    ui.data_mut(|data| data.get_temp_mut_or_default::<Group>(id).begin());
    let info = UiStackInfo::default().with_tag_value(GROUP, id);
    let inner = ui.scope_builder(UiBuilder::new().ui_stack_info(info), inside).inner;
    end(ui, id);
    inner
}

/// Gives the focus to the first thing that is drawn after this and can have it.
pub fn focus_first(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(first_wanted(), true));
}

/// Has a field of text, which is none of the house, take the focus that [`focus_first`] gives.
pub fn take_first(ui: &Ui, field: &Response) {
    if ui.data_mut(|data| data.remove_temp::<bool>(first_wanted()).is_some()) {
        field.request_focus();
    }
}

/// Draws what does not take the focus that [`focus_first`] gives: that is for what comes after it.
pub fn not_first<R>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let is_wanted = ui.data_mut(|data| data.remove_temp::<bool>(first_wanted()).is_some());
    let drawn = draw(ui);
    if is_wanted {
        focus_first(ui);
    }
    drawn
}

/// Scrolls the area around it a screen, or to an end, when a key asks for that; a little by the arrows, as long as
/// nothing has the focus.
pub fn scroll_by_key(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    scroll_by_page(ui);
    if ui.memory(|memory| memory.focused().is_none()) {
        scroll_by_arrow(ui);
    }
}

/// The same for what is only read: the arrows scroll it whatever has the focus, which the tab key moves.
pub fn scroll_text_by_key(ui: &Ui) {
    if let Some(focused) = ui.memory(eframe::egui::Memory::focused) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    }
    scroll_by_page(ui);
    scroll_by_arrow(ui);
}

fn scroll_by_page(ui: &Ui) {
    let screen = (ui.clip_rect().height() - size::FOCUS_ROOM).max(size::TARGET);
    for (key, by) in
        [(Key::PageDown, -screen), (Key::PageUp, screen), (Key::Home, f32::MAX / 4.0), (Key::End, -f32::MAX / 4.0)]
    {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(Vec2::new(0.0, by));
        }
    }
}

fn scroll_by_arrow(ui: &Ui) {
    for (key, by) in [(Key::ArrowDown, -size::ARROW_SCROLL), (Key::ArrowUp, size::ARROW_SCROLL)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(Vec2::new(0.0, by));
        }
    }
}

impl Group {
    /// A frame begins: its members come anew, and last frame's tell where the tab key stops.
    fn begin(&mut self) {
        let is_there = self.stop.is_some_and(|stop| self.members.contains(&stop));
        if !is_there {
            self.stop = self.preferred.or_else(|| self.members.first().copied());
        }
        self.members.clear();
        self.preferred = None;
    }
}

fn end(ui: &Ui, id: Id) {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let group: Group = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let Some(at) = focused.and_then(|focused| group.members.iter().position(|member| *member == focused)) else {
        // Nobody is in it: the tab key will come to what is preferred.
        if let Some(preferred) = group.preferred {
            ui.data_mut(|data| data.get_temp_mut_or_default::<Group>(id).stop = Some(preferred));
        }
        return;
    };
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(group.members[at], filter));
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    let to = (at + down).saturating_sub(up).min(group.members.len() - 1);
    if to != at {
        let next = group.members[to];
        ui.data_mut(|data| data.get_temp_mut_or_default::<Group>(id).stop = Some(next));
        ui.memory_mut(|memory| memory.request_focus(next));
        ui.ctx().request_repaint();
    }
}

fn group_of(ui: &Ui) -> Option<Id> {
    ui.stack().iter().find_map(|stack| stack.tags().get_downcast::<Id>(GROUP).copied())
}

fn first_wanted() -> Id {
    Id::unique("first-gets-focus")
}
