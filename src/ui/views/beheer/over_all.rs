//! Gaps and overlaps over all persons: what was computed, and whether the guide says so.

use eframe::egui::{Label, Ui};

use super::{
    asking::{tick_ui, title_ui},
    coverage::coverage_ui,
    state::{BeheerState, OverAllPart, Panel},
};
use crate::{
    app::{Command, Draft, Keep, OverAllView},
    model::{Agreement, Field, Ix, Lang, RecordKey, RecordKind},
    present::{NotComputedFacts, OverlapFacts, PlaceFacts, aspect_of},
    review::completeness::GapFound,
    text::{completeness as text, impact, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{LinkRow, outline_button},
    },
};

/// Whether the guide does not say it yet.
fn is_open(found: GapFound) -> bool {
    matches!(found, GapFound::Undocumented | GapFound::OnlyDecided)
}

/// So many boxes of one place are told at once.
const MOST_BOXES: usize = 4;

/// The report, and the way to each record.
pub(super) fn over_all_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    title_ui(ui, text::title(lang));
    ui.add(Label::new(TextRole::Secondary.rich(text::help(lang)).color(ui.tokens().ink_soft)).wrap());
    if !ctx.app.is_over_all_current() {
        ctx.send(Command::Keep(Keep::LookOverAll));
    }
    let Some(view) = ctx.app.over_all().cloned() else {
        ui.label(TextRole::Secondary.rich(text::working(lang)).color(ui.tokens().ink_soft));
        return;
    };
    ui.add_space(size::S);
    choice_ui(ui, state, &view, lang);
    ui.add_space(size::S);
    let (part, also) = (state.over_all.part, state.over_all.all);
    let is_all = match part {
        OverAllPart::Gaps => view.gaps.is_all,
        OverAllPart::Overlaps => view.overlaps.is_all,
        OverAllPart::Coverage => true,
    };
    if !is_all {
        ui.label(TextRole::Secondary.rich(words::capital(impact::unknown(lang))).color(ui.tokens().warning));
    }
    match part {
        OverAllPart::Gaps => {
            let places = view.gaps.places.iter().filter(|place| also || is_open(place.what));
            let none = text::no_gaps(lang);
            places_ui(ui, ctx, state, &view, (&places.collect::<Vec<_>>(), none), &GAPS);
            not_computed_ui(ui, ctx, state, (&view.gaps.not_computed, RecordKind::Gap));
        }
        OverAllPart::Overlaps => {
            let places = view.overlaps.places.iter().filter(|place| also || place.what.agreement.is_none());
            let none = text::no_overlaps(lang);
            places_ui(ui, ctx, state, &view, (&places.collect::<Vec<_>>(), none), &OVERLAPS);
            not_computed_ui(ui, ctx, state, (&view.overlaps.not_computed, RecordKind::Agreement));
        }
        OverAllPart::Coverage => coverage_ui(ui, ctx, state, &view),
    }
}

/// Which of the two is shown, and how much of it.
fn choice_ui(ui: &mut Ui, state: &mut BeheerState, view: &OverAllView, lang: Lang) {
    let open_gaps = view.gaps.places.iter().filter(|place| is_open(place.what)).count();
    let open_overlaps = view.overlaps.places.iter().filter(|place| place.what.agreement.is_none()).count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::XS;
        for (part, name) in [
            (OverAllPart::Gaps, text::gaps_count(open_gaps, lang)),
            (OverAllPart::Overlaps, text::overlaps_count(open_overlaps, lang)),
            (OverAllPart::Coverage, text::coverage(lang).to_owned()),
        ] {
            let button = outline_button(&name).neutral().small().selected(state.over_all.part == part);
            if ui.add(button).clicked() {
                state.over_all.part = part;
            }
        }
    });
    let also = match state.over_all.part {
        OverAllPart::Gaps => text::also_documented(lang),
        OverAllPart::Overlaps => text::also_agreed(lang),
        OverAllPart::Coverage => return,
    };
    if tick_ui(ui, state.over_all.all, also) {
        state.over_all.all ^= true;
    }
}

/// What stands above places that are alike, and what stands above and below each.
struct Parts<T> {
    alike: fn(&T) -> Option<Ix<Agreement>>,
    above: fn(&mut Ui, &mut Ctx<'_>, &mut BeheerState, &OverAllView, &PlaceFacts<T>),
    below: fn(&mut Ui, &mut Ctx<'_>, &mut BeheerState, &OverAllView, &PlaceFacts<T>),
}

/// A gap by what the guide says of it, or else with the way to saying it.
const GAPS: Parts<GapFound> = Parts { alike: |_| None, above: gap_ui, below: document_ui };
/// An overlap under what is known of its agreement, or else with the way to saying that one is needed.
const OVERLAPS: Parts<OverlapFacts> =
    Parts { alike: agreement_of, above: |ui, _, _, _, place| said_ui(ui, place), below: need_ui };

/// Places under their aspect, each with who it is about.
fn places_ui<T>(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    view: &OverAllView,
    (places, none): (&[&PlaceFacts<T>], &str),
    parts: &Parts<T>,
) {
    let lang = ctx.app.language();
    if places.is_empty() {
        ui.label(TextRole::Body.rich(words::capital(none)));
    }
    for of_aspect in places.chunk_by(|a, b| a.aspect == b.aspect) {
        let Some(first) = of_aspect.first() else { continue };
        ui.add_space(size::S);
        ui.label(TextRole::Label.rich(aspect_of(&view.guide, first.aspect, lang)));
        for alike in of_aspect.chunk_by(|a, b| (parts.alike)(&a.what) == (parts.alike)(&b.what)) {
            if let Some(agreement) = alike.first().and_then(|place| (parts.alike)(&place.what)) {
                let record = &view.guide.agreements[agreement];
                let said = text::agreement(record.state, &record.text, lang);
                record_ui(ui, ctx, state, RecordKey::Agreement(record.id.clone()), &words::capital(&said));
            }
            for place in alike {
                (parts.above)(ui, ctx, state, view, place);
                for found in place.boxes.iter().take(MOST_BOXES) {
                    let who = format!("• {}", found.counted);
                    ui.add(Label::new(TextRole::Secondary.rich(who).color(ui.tokens().ink_soft)).wrap());
                }
                let rest = place.boxes.len().saturating_sub(MOST_BOXES);
                if place.more || rest > 0 {
                    ui.label(TextRole::Small.rich(text::more_boxes(rest, lang)).color(ui.tokens().ink_soft));
                }
                (parts.below)(ui, ctx, state, view, place);
                ui.add_space(size::XS);
            }
        }
    }
}

/// What was found, and when.
fn said<T>(place: &PlaceFacts<T>) -> String {
    let when = if place.when.is_empty() { String::new() } else { format!(" ({})", place.when) };
    format!("{}{when}", words::capital(&place.text))
}

fn said_ui<T>(ui: &mut Ui, place: &PlaceFacts<T>) {
    ui.add(Label::new(TextRole::Body.rich(said(place))).wrap());
}

/// A gap; one that the guide names leads to it.
fn gap_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &OverAllView, place: &PlaceFacts<GapFound>) {
    match place.what {
        GapFound::Documented(gap) => {
            let gap = &view.guide.gaps[gap];
            record_ui(ui, ctx, state, RecordKey::Gap(gap.id.clone()), &said(place));
        }
        GapFound::Undocumented | GapFound::OnlyDecided | GapFound::OnlyProvided => said_ui(ui, place),
    }
}

/// The way to a gap that says it.
fn document_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, _: &mut BeheerState, view: &OverAllView, place: &PlaceFacts<GapFound>) {
    if !is_open(place.what) {
        return;
    }
    let lang = ctx.app.language();
    let aspect = &view.guide[place.aspect];
    if ui.add(LinkRow::new(&text::document_gap(aspect.label.text(lang), lang))).clicked() {
        let refers = [(Field::Aspect, aspect.id.to_string())];
        ctx.send(Command::Keep(Keep::Draft(Draft { kind: RecordKind::Gap, refers: refers.into() })));
    }
}

fn agreement_of(overlap: &OverlapFacts) -> Option<Ix<Agreement>> {
    overlap.agreement.as_ref().map(|facts| facts.agreement)
}

/// The way to saying that an agreement is needed.
fn need_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    view: &OverAllView,
    place: &PlaceFacts<OverlapFacts>,
) {
    let OverlapFacts { parties: _, role: _, tasks, agreement: None } = &place.what else { return };
    let lang = ctx.app.language();
    if ui.add(LinkRow::new(&text::need_agreement(view.guide[place.aspect].label.text(lang), lang))).clicked() {
        let tasks = tasks.iter().map(|task| view.guide.responsibilities[*task].id.clone());
        ctx.send(Command::Keep(Keep::NeedAgreement(tasks.collect())));
        state.show(Panel::Form, ctx);
    }
}

/// What the guide says and was not found, with the way to it.
fn not_computed_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    (not_computed, kind): (&[NotComputedFacts], RecordKind),
) {
    let lang = ctx.app.language();
    if !state.over_all.all || not_computed.is_empty() {
        return;
    }
    ui.add_space(size::M);
    ui.label(TextRole::Label.rich(text::not_computed(lang)));
    for NotComputedFacts { id, why: _, text } in not_computed {
        let Some(key) = kind.key(id) else { continue };
        record_ui(ui, ctx, state, key, id);
        ui.add(Label::new(TextRole::Small.rich(words::capital(text)).color(ui.tokens().ink_soft)).wrap());
    }
}

/// The way to a record.
fn record_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, key: RecordKey, name: &str) {
    if ui.add(LinkRow::new(name)).clicked() {
        state.show(Panel::Form, ctx);
        ctx.send(Command::Keep(Keep::Open(Some(key))));
    }
}
