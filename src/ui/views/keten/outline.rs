//! The same chain in words: every place and every hand-over, with the same focus as the picture.

use eframe::egui::{Label, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::scene::{EdgeLook, Scene};
use crate::{
    app::Chain,
    lookup::Verdict,
    model::Lang,
    text::{chain as text, words},
    ui::{
        theme::{TextRole, UiExt as _, size},
        widgets::{CompactRow, phase_heading, section_label},
    },
};

/// The outline; answers which place was chosen.
pub(super) fn outline(ui: &mut Ui, chain: &Chain, scene: &Scene, lang: Lang, moves_to: Option<usize>) -> Option<usize> {
    let mut chosen = None;
    ui.label(TextRole::Heading.rich(words::chain_in_words(lang)));
    ui.label(TextRole::Small.rich(text::outline_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::XS);
    let builder = UiBuilder::new().accessibility_role(Role::Tree).accessibility_label(words::chain_in_words(lang));
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("outline").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - size::S);
            let mut phase = None;
            let mut group = None;
            for position in chain.view.reading_order.iter().copied() {
                let own_group = chain.view.picture.places[position].group;
                let own_phase = chain.view.picture.groups[own_group].aspect.phase;
                if phase != Some(own_phase) {
                    let (letter, title) = &chain.view.lanes[own_phase.position()];
                    ui.add_space(size::S);
                    ui.add(phase_heading(*letter, title));
                }
                if group != Some(own_group) {
                    ui.add_space(size::XS);
                    section_label(ui, &chain.view.groups[own_group]);
                }
                (phase, group) = (Some(own_phase), Some(own_group));
                if place(ui, chain, scene, position, lang, moves_to) {
                    chosen = Some(position);
                }
            }
        });
    });
    chosen
}

fn place(ui: &mut Ui, chain: &Chain, scene: &Scene, position: usize, lang: Lang, moves_to: Option<usize>) -> bool {
    let view = &chain.view.places[position];
    let look = scene.places[position];
    // An empty place that is none for these persons is not told.
    if look.is_far || (view.is_gap && look.verdict == Verdict::Excluded) {
        return false;
    }
    let verdict = words::verdict(look.verdict, lang);
    let more = view.more.map(text::more_parties);
    let excluded = if look.verdict == Verdict::Excluded && !view.is_gap { verdict } else { "" };
    let aside = more.as_deref().or(view.verb.as_deref()).unwrap_or(excluded);
    let name = text::place_name(&view.name, verdict, &[]);
    let mut row = CompactRow::new(view.short.as_ref().unwrap_or(&view.title), aside, &name)
        .id(ui.scope_id().with(&chain.view.picture.places[position].name))
        .phase(view.letter)
        .certain(look.verdict == Verdict::Applies)
        .selected(look.is_chosen);
    if view.is_gap {
        row = row.warning();
    }
    let response = ui.add(row);
    if moves_to == Some(position) {
        response.scroll_to_me(Some(eframe::egui::Align::Center));
    }
    for way in chain.view.leaving[position].iter().copied() {
        let edge = way.edge;
        let step = match scene.edges[edge] {
            EdgeLook::Hidden => continue,
            EdgeLook::Step(step) => format!("{step}. "),
            EdgeLook::Faint | EdgeLook::Plain(_) | EdgeLook::Spine(_) | EdgeLook::Lit(_) => String::new(),
        };
        // What is out of sight only keeps its room; the picture tells a screen reader all hand-overs.
        let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), size::OUTLINE_ROW));
        if !ui.is_rect_visible(row) {
            ui.allocate_space(row.size());
            continue;
        }
        let to = &chain.view.places[chain.view.end_of(way)].title;
        let words = format!("{step}{} {} {to}", chain.view.act_of(way), text::to(lang));
        let is_step = matches!(scene.edges[edge], EdgeLook::Step(_));
        let tokens = ui.tokens();
        let (role, ink) =
            if is_step { (TextRole::SmallStrong, tokens.accent) } else { (TextRole::Small, tokens.ink_soft) };
        let builder =
            UiBuilder::new().max_rect(row.with_min_x(row.left() + size::M)).id_salt(("hand-over", edge, way.is_back));
        ui.scope_builder(builder, |ui| ui.add(Label::new(role.rich(words).color(ink)).truncate()));
        ui.advance_cursor_after_rect(row);
    }
    response.clicked()
}
