//! From the chain in words to a drawing with a heading, a legend and a foot.

use super::{Poster, PosterOptions, PosterPhase, PosterPlace, sheet::PosterSheet, theme};
use crate::{
    chain::{
        Detail, Level, Picture, Who,
        layout::{Key, in_order, lay_out_in},
    },
    export::{
        drawing::{Drawing, Shape, ShapeGroup},
        paper::Measure,
    },
    lookup::{Index, Outcome, Profile, Verdict},
    model::Lang,
    present::{
        Asked,
        chain::{ChainView, called, lane_answers, request, view},
    },
    text::{poster as text, which, words},
};

/// The poster of an answer; `None` when the fonts inside the program cannot be read.
pub(super) fn compose(
    index: &Index,
    profile: &Profile,
    outcome: &Outcome,
    options: PosterOptions,
    order: &[Key],
) -> Option<Poster> {
    let (guide, lang) = (index.guide(), options.lang);
    let level = if options.spine { Level::Spine } else { Level::Whole };
    let picture = Picture::new(guide, outcome.date).shown(index, outcome, &Detail { level, ..Detail::default() });
    let verdicts = picture.verdicts(index, outcome);
    let answers = lane_answers(&picture, &verdicts, guide, lang);
    let chain = landscape(picture, level, index, lang, order);
    let day = words::day(outcome.date, lang);
    let edition = format!("{} · {} {day}", which::which_guide(guide, index.origin(), lang), words::as_of(lang));
    let not_for_use = which::not_for_use(guide, outcome.date, options.today, lang);
    let watermark = which::across(guide, lang);
    let mut sheet = PosterSheet {
        measure: Measure::new()?,
        chain: &chain,
        verdicts: &verdicts,
        answers: &answers,
        is_spine: options.spine,
        is_marked: watermark.is_some(),
        outcome,
        guide,
        index,
        lang,
        at: (0.0, 0.0),
        groups: Vec::new(),
    };
    let width = chain.layout.extent.width + 2.0 * theme::MARGIN;
    let known = if options.with_facets { Asked { index, profile, outcome }.known_in_words(lang) } else { Vec::new() };
    let whom = match (options.with_facets, profile.is_empty()) {
        (_, true) => text::for_everybody(lang).to_owned(),
        (true, false) => known.join(" · "),
        (false, false) => text::for_a_situation(lang).to_owned(),
    };
    let top = sheet.heading(width, &edition, &whom, not_for_use.as_deref());
    sheet.at = (theme::MARGIN, top);
    sheet.lanes();
    sheet.lines();
    sheet.boxes();
    let foot = top + chain.layout.extent.height + theme::GAP_M;
    let height = sheet.foot(foot, width, &edition);
    let phases = sheet.in_words();
    let mut groups = vec![ShapeGroup {
        shapes: vec![Shape::Rect {
            area: [0.0, 0.0, width, height],
            radius: 0.0,
            fill: Some(theme::GROUND),
            line: None,
        }],
        ..ShapeGroup::default()
    }];
    groups.extend(watermark.map(|word| sheet.watermark(word, width, (top, foot))));
    groups.append(&mut sheet.groups);
    let drawing = Drawing {
        width,
        height,
        language: lang.id(),
        title: format!("{}. {edition}", text::title(lang)),
        description: not_for_use
            .iter()
            .map(|words| format!("{words}. "))
            .chain([text::description(chain.places.len(), chain.edges.len(), lang)])
            .collect(),
        groups,
    };
    let emergency = which::emergency(guide, lang);
    Some(Poster { drawing, lang, not_for_use, watermark, emergency, edition, phases })
}

/// The chain laid out about as wide as landscape paper.
fn landscape(picture: Picture, level: Level, index: &Index, lang: Lang, order: &[Key]) -> ChainView {
    let guide = index.guide();
    let wanted = |width: f32| {
        if level == Level::Spine {
            let mut request = request(&picture, &theme::spine_look(width), theme::SPINE_HEIGHTS, guide, lang);
            // The main line stands in the order of the guide.
            request.previous = request.boxes.iter().map(|wanted| wanted.key).collect();
            return request;
        }
        let mut request = request(&picture, &theme::look(width), theme::HEIGHTS, guide, lang);
        request.previous = order.to_vec();
        // What is handed over stands in the chain in words.
        request.edges.iter_mut().for_each(|edge| edge.label = None);
        request
    };
    let [narrowest, wider @ ..] = theme::LANE_WIDTHS;
    let request = wanted(narrowest);
    // How wide lanes are changes nothing in the order, which takes nearly all the time.
    let order = in_order(&request);
    let mut layout = lay_out_in(&request, &order);
    for width in wider {
        if layout.extent.width >= (layout.extent.height + theme::HEADING) * theme::LANDSCAPE {
            break;
        }
        layout = lay_out_in(&wanted(width), &order);
    }
    view(picture, layout, index, lang)
}

impl PosterSheet<'_> {
    /// The chain in words, in the order of the picture.
    fn in_words(&self) -> Vec<PosterPhase> {
        let chain = self.chain;
        let mut phases: Vec<PosterPhase> = chain
            .lanes
            .iter()
            .map(|(letter, title)| PosterPhase { title: format!("{letter} {title}"), aspects: Vec::new() })
            .collect();
        for (group, label) in chain.picture.groups.iter().zip(&chain.groups) {
            if let Some(phase) = phases.get_mut(group.aspect.phase.position()) {
                phase.aspects.push((label.clone(), Vec::new()));
            }
        }
        for (position, (place, said)) in chain.picture.places.iter().zip(&chain.places).enumerate() {
            let own = chain.picture.edges.iter().zip(&chain.edges).enumerate();
            let own = own
                .filter(|(edge, (joined, _))| joined.from == position && self.edge_verdict(*edge) != Verdict::Excluded);
            let steps = own.map(|(edge, (_, words))| self.step_name(edge, &words.name)).collect();
            let state = self.place_state(position);
            let members = match &place.who {
                Who::Together { members, .. } | Who::Fold { members, .. } => members.as_slice(),
                Who::Party { .. } | Who::Gap(_) => &[],
            };
            let names = members.iter().filter_map(|member| called(&chain.picture, member, self.index, self.lang));
            let names: Vec<String> = names.collect();
            let title = match (place.is_fold(), names.is_empty()) {
                (_, true) => said.title.clone(),
                (true, false) => names.join(", "),
                (false, false) => format!("{}: {}", said.title, names.join(", ")),
            };
            let wanted = PosterPlace { title, state, steps };
            let group = chain.picture.groups.get(place.group);
            let row = group.and_then(|group| phases.get_mut(group.aspect.phase.position())?.aspects.get_mut(group.row));
            if let Some((_, places)) = row {
                places.push(wanted);
            }
        }
        phases
    }
}
