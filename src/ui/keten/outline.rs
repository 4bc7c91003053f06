//! The same chain in words: every place and every hand-over, with the same focus as the picture.

use eframe::egui::{Role, ScrollArea, Ui, UiBuilder};

use super::scene::{EdgeLook, Scene};
use crate::{
    app::Chain,
    lookup::Match,
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
    ui.label(TextRole::Heading.rich(text::outline(lang)));
    ui.label(TextRole::Small.rich(text::outline_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::XS);
    let builder = UiBuilder::new().accessibility_role(Role::Tree).accessibility_label(text::outline(lang));
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("outline").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - size::S);
            let mut phase = None;
            let mut group = None;
            for position in in_reading_order(chain) {
                let own_group = chain.view.picture.places[position].group;
                let own_phase = chain.view.picture.groups[own_group].phase;
                if phase != Some(own_phase) {
                    let (letter, title) = &chain.view.lanes[own_phase];
                    ui.add_space(size::S);
                    ui.add(phase_heading(*letter, title));
                }
                if group != Some(own_group) {
                    ui.add_space(size::XS);
                    section_label(ui, &chain.view.groups[own_group]);
                }
                (phase, group) = (Some(own_phase), Some(own_group));
                if ui.push_id(position, |ui| place(ui, chain, scene, position, lang, moves_to)).inner {
                    chosen = Some(position);
                }
            }
        });
    });
    chosen
}

/// By lane, and in a lane from top to bottom, as on the picture.
fn in_reading_order(chain: &Chain) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chain.view.places.len()).collect();
    let group = |place: usize| chain.view.picture.places[place].group;
    let top = |place: usize| chain.view.layout.boxes[place].top;
    order.sort_by(|a, b| group(*a).cmp(&group(*b)).then(top(*a).total_cmp(&top(*b))));
    order
}

fn place(ui: &mut Ui, chain: &Chain, scene: &Scene, position: usize, lang: Lang, moves_to: Option<usize>) -> bool {
    let view = &chain.view.places[position];
    let look = scene.places[position];
    // An empty place that is none for these persons is not told.
    if look.is_far || (view.is_gap && look.verdict == Match::Excluded) {
        return false;
    }
    let verdict = words::verdict(look.verdict, lang);
    let aside = if look.verdict == Match::Excluded && !view.is_gap { verdict } else { "" };
    let name = text::place_name(&view.name, verdict, &[]);
    let mut row = CompactRow::new(&view.title, aside, &name)
        .phase(view.letter)
        .certain(look.verdict == Match::Applies)
        .selected(look.is_chosen);
    if view.is_gap {
        row = row.warning();
    }
    let response = ui.add(row);
    if moves_to == Some(position) {
        response.scroll_to_me(Some(eframe::egui::Align::Center));
    }
    let own = chain.view.picture.edges.iter().enumerate().filter(|(_, edge)| edge.from == position);
    for (edge, joined) in own {
        let step = match scene.edges[edge] {
            EdgeLook::Hidden => continue,
            EdgeLook::Step(step) => format!("{step}. "),
            EdgeLook::Faint | EdgeLook::Plain(_) | EdgeLook::Lit(_) => String::new(),
        };
        let to = &chain.view.places[joined.to].title;
        let words = format!("{step}{} {} {to}", chain.view.edges[edge].act, text::to(lang));
        let is_step = matches!(scene.edges[edge], EdgeLook::Step(_));
        ui.horizontal(|ui| {
            ui.add_space(size::M);
            let tokens = ui.tokens();
            let (role, ink) =
                if is_step { (TextRole::SmallStrong, tokens.accent) } else { (TextRole::Small, tokens.ink_soft) };
            ui.add(eframe::egui::Label::new(role.rich(words).color(ink)).truncate());
        });
    }
    response.clicked()
}
