//! `schema`: all words of the guide.

use serde::Serialize;
use strum::IntoEnumIterator as _;

use super::{Context, Exit, output::to_json};
use crate::contract::GuideJson;
use crate::model::{Act, FacetKind, GapKind, PartyScope, Role, SharingGround};

#[derive(Debug, Serialize)]
struct SchemaJson {
    guide: GuideJson,
    facets: Vec<FacetJson>,
    phases: Vec<PhaseJson>,
    parties: Vec<PartyJson>,
    roles: Vec<&'static str>,
    acts: Vec<&'static str>,
    sharing_grounds: Vec<&'static str>,
    gap_kinds: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct FacetJson {
    id: String,
    kind: FacetKind,
    label: String,
    question: String,
    values: Vec<LabelledJson>,
    groups: Vec<GroupJson>,
}

#[derive(Debug, Serialize)]
struct LabelledJson {
    id: String,
    label: String,
}

#[derive(Debug, Serialize)]
struct GroupJson {
    id: String,
    label: String,
    values: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PhaseJson {
    id: String,
    letter: char,
    title: String,
    aspects: Vec<LabelledJson>,
}

#[derive(Debug, Serialize)]
struct PartyJson {
    id: String,
    name: String,
    whole_chain: bool,
    mentioned_only: bool,
}

pub(super) fn run(context: &Context) -> Result<String, Exit> {
    let lang = context.lang;
    let guide = context.guide();
    let labelled = |id: String, label: &crate::model::Label| LabelledJson { id, label: label.text(lang).to_owned() };
    let facets = guide.facets.iter().map(|facet| FacetJson {
        id: facet.id.to_string(),
        kind: facet.kind,
        label: facet.label.text(lang).to_owned(),
        question: facet.question.text(lang).to_owned(),
        values: facet.values.iter().map(|value| labelled(value.id.to_string(), &value.label)).collect(),
        groups: facet
            .groups
            .iter()
            .map(|group| GroupJson {
                id: group.id.to_string(),
                label: group.label.text(lang).to_owned(),
                values: group.values.iter().map(ToString::to_string).collect(),
            })
            .collect(),
    });
    let phases = guide.phases.iter().map(|phase| PhaseJson {
        id: phase.id.to_string(),
        letter: phase.letter,
        title: phase.title.text(lang).to_owned(),
        aspects: phase.aspects.iter().map(|aspect| labelled(aspect.id.to_string(), &aspect.label)).collect(),
    });
    let parties = guide.parties.iter().map(|party| PartyJson {
        id: party.id.to_string(),
        name: party.full_name(context.date, lang).to_owned(),
        whole_chain: party.scope == PartyScope::HeleKeten,
        mentioned_only: party.scope == PartyScope::AlleenGenoemd,
    });
    to_json(&SchemaJson {
        guide: context.guide_json(),
        facets: facets.collect(),
        phases: phases.collect(),
        parties: parties.collect(),
        roles: Role::iter().map(Role::id).collect(),
        acts: Act::iter().map(Act::id).collect(),
        sharing_grounds: SharingGround::iter().map(SharingGround::id).collect(),
        gap_kinds: GapKind::iter().map(GapKind::id).chain(["berekend"]).collect(),
    })
}
