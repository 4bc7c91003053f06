//! Where the person is, asked beside the facets.

use eframe::egui::{self, Key, Label, Popup, Role, TextEdit, Ui, UiBuilder};

use crate::{
    app::Command,
    lookup::{find_place, fold},
    model::{Gemeente, Place},
    present::RegionFacts,
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{reached, section_label},
    },
};

/// More names than this are no help.
const SUGGESTIONS: usize = 6;

pub(super) fn gemeente_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, name: &mut String) {
    // A guide for training is about no country that has any here.
    if ctx.app.regions().gemeenten.is_empty() {
        return;
    }
    let lang = ctx.app.language();
    let label = section_label(ui, text::gemeente(lang));
    let field =
        TextEdit::singleline(name).hint_text(text::gemeente_hint(lang)).desired_width(ui.available_width() - size::M);
    let response = ui.add(field).labelled_by(label.id);
    reached(ui, &response);
    let typed = name.trim().to_owned();
    if response.changed() {
        let found = find_place(ctx.app.regions(), &typed).ok();
        let former = found.and_then(|place| place.former).cloned();
        ctx.send(Command::SetGemeente(found.map(|place| place.gemeente.clone()), former));
    }
    if let Some(place) = ctx.app.place() {
        if !response.has_focus() {
            // A search found it, or it was typed by another of its names.
            name.clone_from(&place.gemeente.name);
        }
        region_ui(ui, ctx, place);
        return;
    }
    let suggestions = suggestions(ctx, &typed);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if let (true, Some(first)) = (entered, suggestions.first()) {
        choose(ctx, name, first);
        return;
    }
    if suggestions.is_empty() && !typed.is_empty() {
        unknown_ui(ui, ctx, &typed);
    }
    let popup = Popup::from_response(&response).open(response.has_focus() && !typed.is_empty());
    popup.width(size::FACETS_WIDTH).show(|ui| {
        for gemeente in &suggestions {
            if ui.add(egui::Button::new(&gemeente.name).frame(false)).clicked() {
                choose(ctx, name, gemeente);
            }
        }
    });
}

/// The gemeenten of which a name starts like this.
fn suggestions(ctx: &Ctx<'_>, typed: &str) -> Vec<Gemeente> {
    if typed.is_empty() {
        return Vec::new();
    }
    let typed = fold(typed);
    let starts_so = |gemeente: &&Gemeente| {
        std::iter::once(&gemeente.name).chain(&gemeente.search_terms).any(|name| fold(name).starts_with(&typed))
    };
    ctx.app.regions().gemeenten.iter().filter(starts_so).take(SUGGESTIONS).cloned().collect()
}

fn choose(ctx: &mut Ctx<'_>, name: &mut String, gemeente: &Gemeente) {
    name.clone_from(&gemeente.name);
    ctx.send(Command::SetGemeente(Some(gemeente.clone()), None));
}

/// That no gemeente is called so, and what holds nationally then.
fn unknown_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &str) {
    let lang = ctx.app.language();
    let Err(error) = find_place(ctx.app.regions(), typed) else { return };
    let facts = ctx.app.asked().region(ctx.app.regions(), None);
    let fallback = facts.fallback.map(|whom| words::national_fallback(&whom, ctx.app.date(), lang));
    for words in std::iter::once(text::unknown_gemeente(&error, lang)).chain(fallback) {
        ui.add(Label::new(TextRole::Small.rich(words).color(ui.tokens().warning)).wrap());
    }
}

/// The regions of a gemeente, and who coordinates the care there as far as the sources know.
fn region_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: Place<'_>) {
    let gemeente = place.gemeente;
    let lang = ctx.app.language();
    let (guide, tokens) = (ctx.app.guide(), ui.tokens());
    // The table is the same for every gemeente, and so are its sources.
    let RegionFacts { asked: _, regions, gemeente: _, former, namesakes, coordinator, fallback } =
        ctx.app.asked().region(ctx.app.regions(), Some(place));
    let named = coordinator.map(|named| words::care_coordinator(named, guide, lang));
    let fallback = fallback.map(|whom| words::national_fallback(&whom, ctx.app.date(), lang));
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(&gemeente.name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = size::LINE_GAP;
        let lines = [
            (text::veiligheidsregio(lang), Some(gemeente.veiligheidsregio.clone())),
            (text::police_unit(lang), Some(gemeente.politie_eenheid.clone())),
            (text::riec(lang), Some(gemeente.riec.clone())),
            (text::care_coordinator(lang), named),
        ];
        for (what, words) in lines.into_iter().filter_map(|(what, words)| Some((what, words?))) {
            let line = Label::new(TextRole::Small.rich(format!("{what}: {words}")).color(tokens.ink_soft));
            ui.add(line.wrap());
        }
        let former = former.map(|former| words::former_gemeente(former, gemeente, lang));
        let namesakes = namesakes.into_iter().map(|(former, now)| words::namesake(former, now, lang));
        for words in former.into_iter().chain(namesakes).chain(fallback) {
            ui.add(Label::new(TextRole::Small.rich(words).color(tokens.warning)).wrap());
        }
        if let Some(division) = words::division_of(regions, lang) {
            ui.add(Label::new(TextRole::Small.rich(words::capital(&division)).color(tokens.ink_soft)).wrap());
        }
    });
}
