//! Ids are unique, references lead somewhere, and conditions use words that exist.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, Rule, texts};
use crate::{
    lookup::{NONE, find_gemeente, nearest},
    model::{Condition, ContactKind, FacetId, FacetKind, Guide, Id, Regions, ValueId},
};

pub(super) fn check(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    duplicates(guide, problems);
    references(guide, problems);
    areas(guide, regions, problems);
    conditions(guide, problems);
    facets(guide, problems);
    scenarios(guide, regions, problems);
}

fn duplicates(guide: &Guide, problems: &mut Vec<Problem>) {
    fn once<'a, K: 'a>(kind: &str, ids: impl Iterator<Item = &'a Id<K>>, problems: &mut Vec<Problem>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.as_str()) {
                problems.push(Problem::new(Rule::DuplicateId, id, kind, format!("«{id}» staat twee keer in {kind}")));
            }
        }
    }
    once("sources", guide.sources.iter().map(|r| &r.id), problems);
    once("facets", guide.facets.iter().map(|r| &r.id), problems);
    once("facet_sections", guide.facet_sections.iter().map(|r| &r.id), problems);
    once("phases", guide.phases.iter().map(|r| &r.id), problems);
    once("aspects", guide.phases.iter().flat_map(|phase| &phase.aspects).map(|r| &r.id), problems);
    once("parties", guide.parties.iter().map(|r| &r.id), problems);
    once("responsibilities", guide.responsibilities.iter().map(|r| &r.id), problems);
    once("referrals", guide.referrals.iter().map(|r| &r.id), problems);
    once("gaps", guide.gaps.iter().map(|r| &r.id), problems);
    once("conflicts", guide.conflicts.iter().map(|r| &r.id), problems);
    once("agreements", guide.agreements.iter().map(|r| &r.id), problems);
    once("scenarios", guide.scenarios.iter().map(|r| &r.id), problems);
    once("glossary", guide.glossary.iter().map(|r| &r.id), problems);
    once("first", guide.first.iter().map(|r| &r.id), problems);
    let rules = guide.impossible.iter().map(|r| &r.id).chain(guide.implications.iter().map(|r| &r.id));
    once("rules", rules.chain(guide.suspicious.iter().map(|r| &r.id)), problems);
    for facet in &guide.facets {
        let ids = facet.values.iter().map(|v| &v.id).chain(facet.groups.iter().map(|g| &g.id));
        once(&format!("facet {}", facet.id), ids, problems);
    }
}

/// What holds in a region holds in one that exists.
fn areas(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    let known: BTreeSet<&str> = regions.gemeenten.iter().map(|gemeente| gemeente.veiligheidsregio.as_str()).collect();
    let responsibilities = guide.responsibilities.iter().map(|record| (record.id.as_str(), &record.area));
    let referrals = guide.referrals.iter().map(|record| (record.id.as_str(), &record.area));
    for (object, area) in responsibilities.chain(referrals) {
        for region in area.iter().filter(|region| !known.contains(region.as_str())) {
            let near = nearest(region, known.iter().copied());
            let hint = near.map(|near| format!("; bedoelt u «{near}»?")).unwrap_or_default();
            let text = format!("«{region}» is geen veiligheidsregio{hint}");
            problems.push(Problem::new(Rule::DanglingReference, object, "area", text));
        }
    }
}

/// What exists, by kind.
struct Known<'a> {
    kinds: BTreeMap<&'static str, BTreeSet<&'a str>>,
}

impl Known<'_> {
    fn need<K>(&self, kind: &'static str, id: &Id<K>, object: &str, field: &str, problems: &mut Vec<Problem>) {
        let known = self.kinds.get(kind);
        if known.is_some_and(|known| known.contains(id.as_str())) {
            return;
        }
        let near = nearest(id.as_str(), known.into_iter().flatten().copied());
        let hint = near.map(|near| format!("; bedoelt u «{near}»?")).unwrap_or_default();
        let text = format!("«{id}» staat niet in {kind}{hint}");
        problems.push(Problem::new(Rule::DanglingReference, object, field, text));
    }
}

fn references(guide: &Guide, problems: &mut Vec<Problem>) {
    let known = Known {
        kinds: BTreeMap::from([
            ("sources", guide.sources.iter().map(|r| r.id.as_str()).collect()),
            ("parties", guide.parties.iter().map(|r| r.id.as_str()).collect()),
            ("aspects", guide.phases.iter().flat_map(|p| &p.aspects).map(|r| r.id.as_str()).collect()),
            ("responsibilities", guide.responsibilities.iter().map(|r| r.id.as_str()).collect()),
            ("facet_sections", guide.facet_sections.iter().map(|r| r.id.as_str()).collect()),
            ("facets", guide.facets.iter().map(|r| r.id.as_str()).collect()),
        ]),
    };
    for facet in &guide.facets {
        known.need("facet_sections", &facet.section, facet.id.as_str(), "section", problems);
    }
    for party in &guide.parties {
        let object = party.id.as_str();
        for id in &party.part_of {
            known.need("parties", id, object, "part_of", problems);
        }
        for contact in &party.contacts {
            known.need("sources", &contact.source, object, "contacts", problems);
        }
    }
    for record in &guide.responsibilities {
        known.need("parties", &record.party, record.id.as_str(), "party", problems);
        known.need("aspects", &record.aspect, record.id.as_str(), "aspect", problems);
        let own = guide.party(&record.party).into_iter().flat_map(|party| &party.contacts);
        let mut numbers = own.filter(|contact| contact.kind == ContactKind::Telefoon).map(|contact| &contact.value);
        if let Some(phone) = record.phone.as_ref().filter(|phone| numbers.all(|own| own != *phone)) {
            let text = format!("«{phone}» is geen telefoonnummer van «{}»", record.party);
            problems.push(Problem::new(Rule::DanglingReference, &record.id, "phone", text));
        }
    }
    for referral in &guide.referrals {
        let object = referral.id.as_str();
        known.need("parties", &referral.from, object, "from", problems);
        known.need("parties", &referral.to, object, "to", problems);
        if let Some(id) = &referral.from_aspect {
            known.need("aspects", id, object, "from_aspect", problems);
        }
        if let Some(id) = &referral.to_aspect {
            known.need("aspects", id, object, "to_aspect", problems);
        }
    }
    for gap in &guide.gaps {
        known.need("aspects", &gap.aspect, gap.id.as_str(), "aspect", problems);
        known.need("parties", &gap.ask, gap.id.as_str(), "ask", problems);
    }
    for conflict in &guide.conflicts {
        let object = conflict.id.as_str();
        for id in &conflict.parties {
            known.need("parties", id, object, "parties", problems);
        }
        let records = &conflict.responsibilities;
        for id in records {
            known.need("responsibilities", id, object, "responsibilities", problems);
        }
    }
    for agreement in &guide.agreements {
        let object = agreement.id.as_str();
        for id in &agreement.between {
            known.need("responsibilities", id, object, "between", problems);
        }
    }
    for scenario in &guide.scenarios {
        let object = scenario.id.as_str();
        for expectation in &scenario.expect {
            known.need("aspects", &expectation.aspect, object, "expect", problems);
            if let Some(id) = &expectation.party {
                known.need("parties", id, object, "expect", problems);
            }
        }
    }
    for term in &guide.glossary {
        for id in &term.parties {
            known.need("parties", id, term.id.as_str(), "parties", problems);
        }
        if let Some((facet, value)) = &term.facet {
            value_of(guide, facet, value, term.id.as_str(), "facet", problems);
        }
    }
    texts::each_citing(guide, &mut |object, field, cites| {
        for cite in cites {
            known.need("sources", &cite.source, object, field, problems);
        }
    });
    texts::each_optional_citing(guide, &mut |object, cites| {
        for cite in cites {
            known.need("sources", &cite.source, object, "cites", problems);
        }
    });
}

/// Every condition of a guide, with the record and field in which it stands.
pub(super) fn each_condition<'a>(guide: &'a Guide, visit: &mut impl FnMut(&'a str, &'static str, &'a Condition)) {
    for r in &guide.first {
        visit(r.id.as_str(), "who", &r.who);
    }
    for r in &guide.responsibilities {
        visit(r.id.as_str(), "who", &r.who);
    }
    for r in &guide.referrals {
        visit(r.id.as_str(), "who", &r.who);
    }
    for r in &guide.gaps {
        visit(r.id.as_str(), "who", &r.who);
    }
    for r in &guide.suspicious {
        visit(r.id.as_str(), "when", &r.when);
    }
    for r in &guide.impossible {
        visit(r.id.as_str(), "when", &r.when);
    }
    for rule in &guide.implications {
        visit(rule.id.as_str(), "when", &rule.when);
        visit(rule.id.as_str(), "then", &rule.then);
    }
    for aspect in guide.phases.iter().flat_map(|phase| &phase.aspects) {
        if let Some(need) = &aspect.needed {
            visit(aspect.id.as_str(), "needed", &need.who);
        }
    }
}

fn conditions(guide: &Guide, problems: &mut Vec<Problem>) {
    each_condition(guide, &mut |object, field, condition| {
        condition.walk(&mut |part| {
            let (facet, values, expected) = match part {
                Condition::Is(facet, values) => (facet, values, FacetKind::One),
                Condition::HasAny(facet, values) | Condition::HasAll(facet, values) => (facet, values, FacetKind::Many),
                Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => return,
            };
            if guide.facet(facet).is_some_and(|found| found.kind != expected) {
                let text = match expected {
                    FacetKind::One => format!("«{facet}» is een facet met veel waarden: schrijf HasAny of HasAll"),
                    FacetKind::Many => format!("«{facet}» is een facet met één waarde: schrijf Is"),
                };
                problems.push(Problem::new(Rule::WrongFacetKind, object, field, text));
            }
            if guide.facet(facet).is_none() {
                facet_missing(guide, facet, object, field, problems);
            }
            for value in values {
                value_of(guide, facet, value, object, field, problems);
            }
        });
    });
}

fn facet_missing(guide: &Guide, facet: &FacetId, object: &str, field: &str, problems: &mut Vec<Problem>) {
    let near = nearest(facet.as_str(), guide.facets.iter().map(|facet| facet.id.as_str()));
    let hint = near.map(|near| format!("; bedoelt u «{near}»?")).unwrap_or_default();
    problems.push(Problem::new(Rule::DanglingReference, object, field, format!("onbekend facet «{facet}»{hint}")));
}

fn value_of(guide: &Guide, facet: &FacetId, value: &ValueId, object: &str, field: &str, problems: &mut Vec<Problem>) {
    let Some(found) = guide.facet(facet) else { return };
    if found.value_position(value).is_some() || found.group(value).is_some() {
        return;
    }
    let names = found.values.iter().map(|v| v.id.as_str()).chain(found.groups.iter().map(|g| g.id.as_str()));
    let hint = nearest(value.as_str(), names).map(|near| format!("; bedoelt u «{near}»?")).unwrap_or_default();
    let text = format!("facet «{facet}» heeft geen waarde «{value}»{hint}");
    problems.push(Problem::new(Rule::ValueOutsideFacet, object, field, text));
}

fn facets(guide: &Guide, problems: &mut Vec<Problem>) {
    for facet in &guide.facets {
        let groups = facet.groups.iter().flat_map(|group| &group.values);
        for value in groups {
            if facet.value_position(value).is_none() {
                let text = format!("een groep noemt «{value}», dat geen waarde van «{}» is", facet.id);
                problems.push(Problem::new(Rule::ValueOutsideFacet, &facet.id, "groups", text));
            }
        }
        for group in &facet.ask_first {
            if facet.group(group).is_none() {
                let text = format!("«{group}» is geen groep van «{}»", facet.id);
                problems.push(Problem::new(Rule::ValueOutsideFacet, &facet.id, "ask_first", text));
            }
        }
    }
}

fn scenarios(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    for scenario in &guide.scenarios {
        if let Some(Err(error)) = scenario.gemeente.as_deref().map(|name| find_gemeente(regions, name)) {
            problems.push(Problem::new(Rule::DanglingReference, &scenario.id, "gemeente", error.to_string()));
        }
        for (facet, values) in &scenario.given {
            let object = scenario.id.as_str();
            if guide.facet(facet).is_none() {
                facet_missing(guide, facet, object, "given", problems);
            }
            for value in values.iter().filter(|value| value.as_str() != NONE) {
                let is_many = guide.facet(facet).is_some_and(|facet| facet.kind == FacetKind::Many);
                let plain = value.as_str().strip_prefix("niet-").filter(|_| is_many);
                match plain.map(ValueId::new) {
                    Some(Ok(plain)) => value_of(guide, facet, &plain, object, "given", problems),
                    _ => value_of(guide, facet, value, object, "given", problems),
                }
            }
        }
    }
}
