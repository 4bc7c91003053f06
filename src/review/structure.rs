//! Ids are unique, references lead somewhere, and conditions use words that exist.

use std::collections::{BTreeMap, BTreeSet};

use super::{problem, problem_of};
use crate::{
    lookup::{find_gemeente, nearest},
    model::{
        Among, Condition, ContactKind, Facet, FacetId, FacetKind, Fault, Guide, NONE, PartyId, Problem, RecordKey,
        RecordKind, Regions, ValueId, denied,
        walk::{Field, FieldPath, Leaf, Place, Reference, Step, Visitor, walk},
    },
};

pub(super) fn check(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    let mut ids = Ids { problems, seen: BTreeSet::default(), by_kind: BTreeMap::default() };
    walk(guide, &mut ids);
    let by_kind = ids.by_kind;
    walk(guide, &mut Lists { problems, list: None, seen: BTreeSet::default() });
    wholes(guide, problems);
    for version in &guide.unresolved {
        let fault = Fault::Unresolved { about: version.about.clone(), fields: version.fields.clone() };
        problems.push(problem_of(RecordKey::Unresolved(version.id.clone()), None, fault));
    }
    let mut references = References {
        guide,
        regions,
        ids: by_kind,
        areas: regions.gemeenten.iter().map(|gemeente| gemeente.veiligheidsregio.as_str()).collect(),
        meant: BTreeMap::default(),
        problems,
    };
    walk(guide, &mut references);
}

/// Takes down every id, and finds those that stand twice.
struct Ids<'a, 'p> {
    problems: &'p mut Vec<Problem>,
    seen: BTreeSet<(Among, &'a str)>,
    by_kind: BTreeMap<RecordKind, BTreeSet<&'a str>>,
}

impl<'a> Visitor<'a> for Ids<'a, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Id(id) = leaf else { return };
        let kind = place.record.kind();
        let among = match (place.record, place.root(), kind) {
            (RecordKey::Facet(facet), Some(Field::Values | Field::Groups), _) => Among::Answers(facet.clone()),
            (RecordKey::Scenario(case), Some(Field::Steps), _) => Among::Steps(case.clone()),
            (_, _, RecordKind::Impossible | RecordKind::Implication | RecordKind::Suspicious) => Among::Rules,
            _ => Among::Records(kind),
        };
        if matches!(among, Among::Records(_)) {
            self.by_kind.entry(kind).or_default().insert(id);
        }
        if !self.seen.insert((among.clone(), id)) {
            self.problems.push(problem(place, Fault::SameId { among, id: id.to_owned() }));
        }
    }
}

/// Finds what stands twice in one list.
struct Lists<'p> {
    problems: &'p mut Vec<Problem>,
    /// The list that is walked: its record and its field.
    list: Option<(RecordKey, FieldPath)>,
    /// What stands in it so far; another spelling is another word to find something by.
    seen: BTreeSet<String>,
}

impl<'a> Visitor<'a> for Lists<'_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let is_term = place.root() == Some(Field::Terms);
        if is_term && leaf == Leaf::Number(0) && place.steps.last() == Some(&Step::Field(Field::Count)) {
            self.problems.push(problem(place, Fault::NoTime));
        }
        let Some((Step::At(_), list)) = place.steps.split_last() else { return };
        let item = match leaf {
            Leaf::Text(text) => text.words,
            Leaf::Reference(Reference::Party(id)) => id.as_str(),
            Leaf::Reference(Reference::Responsibility(id)) => id.as_str(),
            Leaf::Reference(Reference::Facet(id)) => id.as_str(),
            Leaf::Reference(Reference::Aspect(id)) => id.as_str(),
            Leaf::Reference(Reference::Member(_, id) | Reference::Group(_, id)) => id.as_str(),
            Leaf::Reference(Reference::Region(name)) => name,
            _ => return,
        };
        let list = (place.record.clone(), FieldPath::new(list));
        if self.list.as_ref() != Some(&list) {
            self.list = Some(list);
            self.seen.clear();
        }
        if !self.seen.insert(item.to_owned()) {
            self.problems.push(problem(place, Fault::TwiceInList(item.to_owned())));
        }
    }
}

/// No party is a part of itself.
fn wholes(guide: &Guide, problems: &mut Vec<Problem>) {
    for party in &guide.parties {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&PartyId> = party.part_of.iter().collect();
        while let Some(whole) = open.pop() {
            if *whole == party.id {
                problems.push(problem_of(&party.id, Some(Field::PartOf), Fault::PartOfItself));
                break;
            }
            if seen.insert(whole) {
                open.extend(guide.party(whole).into_iter().flat_map(|party| &party.part_of));
            }
        }
    }
}

/// Follows every reference.
struct References<'a, 'p> {
    guide: &'a Guide,
    regions: &'a Regions,
    ids: BTreeMap<RecordKind, BTreeSet<&'a str>>,
    /// The veiligheidsregio's that exist.
    areas: BTreeSet<&'a str>,
    /// What was probably meant by ids that do not exist: often many records name the same one.
    meant: BTreeMap<(RecordKind, &'a str), Option<String>>,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for References<'a, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Condition(condition) = leaf else { return };
        condition.walk(&mut |part| {
            let (facet, expected) = match part {
                Condition::Is(facet, _) => (facet, FacetKind::One),
                Condition::HasAny(facet, _) | Condition::HasAll(facet, _) => (facet, FacetKind::Many),
                Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => return,
            };
            if let Some(found) = self.facet(facet).filter(|found| found.kind != expected) {
                self.problems.push(problem(place, Fault::WrongKind { facet: facet.clone(), is: found.kind }));
            }
        });
    }

    fn reference(&mut self, place: &Place<'_>, to: Reference<'a>) {
        if let Some(fault) = self.fault(to) {
            self.problems.push(problem(place, fault));
        }
    }
}

impl<'a> References<'a, '_> {
    fn facet(&self, id: &FacetId) -> Option<&'a Facet> {
        self.guide.facets.get(id)
    }

    /// What is wrong with a reference, if anything is.
    fn fault(&mut self, to: Reference<'a>) -> Option<Fault> {
        match to {
            Reference::Source(id) => self.record(self.guide.source(id).is_some(), RecordKind::Source, id.as_str()),
            Reference::FacetSection(id) => {
                self.record(self.guide.facet_sections.ix(id).is_some(), RecordKind::FacetSection, id.as_str())
            }
            Reference::Facet(id) => self.record(self.facet(id).is_some(), RecordKind::Facet, id.as_str()),
            // Only where an aspect is walked apart from its phase.
            Reference::Phase(id) => self.record(self.guide.phases.ix(id).is_some(), RecordKind::Phase, id.as_str()),
            Reference::Aspect(id) => self.record(self.guide.aspect(id).is_some(), RecordKind::Aspect, id.as_str()),
            Reference::Party(id) => self.record(self.guide.party(id).is_some(), RecordKind::Party, id.as_str()),
            Reference::Responsibility(id) => {
                let is_there = self.guide.responsibilities.ix(id).is_some();
                self.record(is_there, RecordKind::Responsibility, id.as_str())
            }
            Reference::Value(facet, value) => self.value(facet, value),
            Reference::Answer(facet, word) => self.answer(facet, word),
            Reference::Member(facet, value) => {
                let is_wrong = self.facet(facet).is_some_and(|facet| facet.value_position(value).is_none());
                is_wrong.then(|| Fault::NoSuchMember { facet: facet.clone(), value: value.clone() })
            }
            Reference::Group(facet, group) => {
                let is_wrong = self.facet(facet).is_some_and(|facet| facet.group(group).is_none());
                is_wrong.then(|| Fault::NoSuchGroup { facet: facet.clone(), group: group.clone() })
            }
            Reference::Phone(party, phone) => {
                let own = self.guide.party(party).into_iter().flat_map(|party| &party.contacts);
                let mut numbers = own.filter(|contact| contact.kind == ContactKind::Telefoon);
                let is_wrong = numbers.all(|own| own.value != phone);
                is_wrong.then(|| Fault::NoSuchPhone { party: party.clone(), phone: phone.to_owned() })
            }
            // Only exceptions name records of any kind, and those are told by themselves.
            Reference::Record(_) => None,
            Reference::Step(case, step) => {
                let case = self.guide.scenarios.get(case);
                let is_there = case.is_none_or(|case| case.step(step).is_some());
                (!is_there).then(|| {
                    let steps = case.into_iter().flat_map(|case| &case.steps);
                    let nearest = nearest(step.as_str(), steps.map(|step| step.id.as_str())).map(str::to_owned);
                    Fault::NoSuchStep { step: step.clone(), nearest }
                })
            }
            Reference::Region(name) => (!self.areas.contains(name)).then(|| {
                let nearest = nearest(name, self.areas.iter().copied()).map(str::to_owned);
                Fault::NoSuchRegion { name: name.to_owned(), nearest }
            }),
            Reference::Gemeente(name) => find_gemeente(self.regions, name).err().map(Fault::NoSuchGemeente),
        }
    }

    fn record(&mut self, is_there: bool, kind: RecordKind, id: &'a str) -> Option<Fault> {
        if is_there {
            return None;
        }
        let known = self.ids.get(&kind);
        let meant = self.meant.entry((kind, id)).or_insert_with(|| {
            let nearest = if kind == RecordKind::Facet {
                nearest(id, self.guide.facets.iter().map(|facet| facet.id.as_str()))
            } else {
                nearest(id, known.into_iter().flatten().copied())
            };
            nearest.map(str::to_owned)
        });
        Some(Fault::NoSuchRecord { kind, id: id.to_owned(), nearest: meant.clone() })
    }

    /// A facet that does not exist is a fault of its own.
    fn value(&self, facet: &FacetId, value: &ValueId) -> Option<Fault> {
        let found = self.facet(facet)?;
        if found.value_position(value).is_some() || found.group(value).is_some() {
            return None;
        }
        let names = found.values.iter().map(|v| v.id.as_str()).chain(found.groups.iter().map(|g| g.id.as_str()));
        let nearest = nearest(value.as_str(), names).map(str::to_owned);
        Some(Fault::NoSuchValue { facet: facet.clone(), value: value.clone(), nearest })
    }

    fn answer(&self, facet: &FacetId, word: &ValueId) -> Option<Fault> {
        if word.as_str() == NONE {
            return None;
        }
        let is_many = self.facet(facet).is_some_and(|facet| facet.kind == FacetKind::Many);
        let denied = denied(word.as_str()).filter(|_| is_many);
        match denied.map(ValueId::new) {
            Some(Ok(denied)) => self.value(facet, &denied),
            _ => self.value(facet, word),
        }
    }
}
