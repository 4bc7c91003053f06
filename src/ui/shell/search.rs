//! Search: the field, and the list of what was found.

use eframe::egui::{self, Key, Modifiers, Popup, PopupCloseBehavior, RectAlign, Role, Ui, WidgetInfo};

use crate::{
    app::{Command, SearchState},
    lookup::Hit,
    model::Lang,
    text::{own, window as text},
    ui::{
        action::Action,
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::SearchField,
    },
};

pub(super) fn search_field(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let lang = ctx.app.language();
    let mut words = ctx.app.query().to_owned();
    let room = (ui.available_width() - size::S).clamp(size::SEARCH_WIDTH.0, size::SEARCH_WIDTH.1);
    // Before the field is drawn, or it would move its cursor with the arrows.
    let step = step(ui, ctx);
    let key = Action::Search.key(ui);
    let mut field = SearchField::new(text::search_hint(lang)).width(room);
    if room >= size::SEARCH_WITH_KEY {
        field = field.key(&key);
    }
    let response = field.show(ui, &mut words);
    if ctx.state.focus_search {
        ctx.state.focus_search = false;
        response.request_focus();
    }
    if response.changed() {
        ctx.state.hit = 0;
        ctx.send(Command::Search(words.clone()));
    }
    let found = found(ctx, lang);
    ctx.state.hit = match step {
        Step::None | Step::Enter => ctx.state.hit.min(found.len().saturating_sub(1)),
        Step::Down => (ctx.state.hit + 1).min(found.len().saturating_sub(1)),
        Step::Up => ctx.state.hit.saturating_sub(1),
    };
    let mut chosen = (step == Step::Enter && !found.is_empty()).then_some(ctx.state.hit);
    let state = ctx.app.search_state();
    let is_asked = !words.trim().is_empty() && !ctx.app.query().is_empty();
    let is_open = is_asked && state != SearchState::Stopped;
    let popup = Popup::from_response(&response)
        .open(is_open)
        .align(RectAlign::BOTTOM_END)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .width(size::HITS_WIDTH);
    popup.show(|ui| {
        let builder = egui::UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::results(lang));
        ui.scope_builder(builder, |ui| {
            if found.is_empty() {
                let is_pending = state == SearchState::Pending;
                let words = if is_pending { text::searching(lang) } else { text::nothing_found(lang) };
                ui.label(TextRole::Body.rich(words).color(ui.tokens().ink_soft));
            }
            let mut has_focus = false;
            // The hits stay under the field, however low the window is.
            let room = ui.ctx().content_rect().bottom() - response.rect.bottom() - 2.0 * size::L;
            egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
                for (position, found) in found.iter().enumerate() {
                    let is_at = position == ctx.state.hit;
                    let row = found_row(ui, found, is_at);
                    if is_at && step != Step::None {
                        row.scroll_to_me(None);
                    }
                    has_focus |= row.has_focus();
                    if row.clicked() {
                        chosen = Some(position);
                    }
                }
            });
            ctx.state.hit_row_has_focus = has_focus;
        });
    });
    let chosen = chosen.and_then(|position| found.into_iter().nth(position));
    if let Some(Found { leads, .. }) = chosen {
        match leads {
            Leads::To(hit) => {
                ctx.state.pane = Pane::Drawer;
                ctx.send(Command::Visit(hit));
            }
            Leads::Sets(sets) => {
                ctx.state.pane = Pane::Main;
                // The next key answers the question, and is no letter of a search.
                response.surrender_focus();
                ctx.send(sets);
                ctx.send(Command::Search(String::new()));
            }
        }
    }
}

/// A row of the list.
struct Found {
    /// What was found.
    shown: String,
    /// What it is, and by which word it was found.
    why: String,
    leads: Leads,
}

/// What choosing a row does.
enum Leads {
    To(Box<Hit>),
    /// Sets a characteristic of the person.
    Sets(Command),
}

/// Characteristics first: what is known of the person changes all answers.
fn found(ctx: &Ctx<'_>, lang: Lang) -> Vec<Found> {
    let characteristics = ctx.app.characteristics().into_iter().map(|hit| Found {
        shown: format!("{}: {}", hit.facet, hit.value),
        why: text::sets_characteristic(lang).to_owned(),
        leads: Leads::Sets(hit.sets),
    });
    let hits = ctx.app.hits().iter().map(|hit| Found {
        shown: hit.text.clone(),
        why: {
            let why = text::hit_reason(hit.kind, hit.why, &hit.by, &hit.text, lang);
            if hit.is_own(ctx.app.document().index.own()) { format!("{why} · {}", own::mark(lang)) } else { why }
        },
        leads: Leads::To(Box::new(hit.clone())),
    });
    characteristics.chain(hits).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    None,
    Up,
    Down,
    Enter,
}

fn step(ui: &mut Ui, ctx: &Ctx<'_>) -> Step {
    // A row of the list that has the focus itself answers to Enter itself.
    let finds_nothing = ctx.app.hits().is_empty() && ctx.app.characteristics().is_empty();
    if finds_nothing || ctx.state.hit_row_has_focus {
        return Step::None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
            Step::Down
        } else if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
            Step::Up
        } else if input.consume_key(Modifiers::NONE, Key::Enter) {
            Step::Enter
        } else {
            Step::None
        }
    })
}

fn found_row(ui: &mut Ui, found: &Found, is_selected: bool) -> egui::Response {
    let tokens = ui.tokens();
    let width = ui.available_width();
    let Found { shown, why, .. } = found;
    let reason = TextRole::Small.truncated(why.as_str(), tokens.ink_soft, width * size::HIT_REASON);
    let reason = ui.fonts_mut(|fonts| fonts.layout_job(reason));
    let room = width - 2.0 * size::ROW_INSET - reason.size().x - size::S;
    let job = TextRole::Body.wrapped(shown.as_str(), tokens.ink, room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = (galley.size().y + 2.0 * size::ROW_PAD).max(size::TARGET);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), egui::Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, format!("{shown}, {why}")));
    let ground = if is_selected {
        Some(tokens.accent_ground)
    } else if response.hovered() {
        Some(tokens.hover)
    } else {
        None
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, size::RADIUS_S, ground);
    }
    let at = egui::pos2(rect.left() + size::ROW_INSET, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    let at = egui::pos2(rect.right() - size::ROW_INSET - reason.size().x, rect.center().y - reason.size().y / 2.0);
    ui.painter().galley(at, reason, tokens.ink_soft);
    crate::ui::widgets::focus_ring(ui, &response, rect.shrink(size::FOCUS_GAP), size::RADIUS_S);
    response
}
