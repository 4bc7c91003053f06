//! All texts of a guide that a reader can see, and where they stand.

use std::collections::BTreeMap;

use crate::model::{Basis, Citation, Guide, Label, SourceId};

/// Where a text stands.
pub(super) struct Place<'a> {
    pub(super) object: &'a str,
    pub(super) field: &'static str,
}

/// Calls `visit` for every visible Dutch text but quotes and titles of sources, which are other people's words.
pub(super) fn each_text(guide: &Guide, visit: &mut impl FnMut(Place<'_>, &str)) {
    let mut say = |object: &str, field: &'static str, text: &str| visit(Place { object, field }, text);
    for label in &guide.limits {
        say("limits", "limits", &label.nl);
    }
    for advice in &guide.first {
        say(advice.id.as_str(), "text", &advice.text.nl);
    }
    for facet in &guide.facets {
        let id = facet.id.as_str();
        say(id, "label", &facet.label.nl);
        say(id, "question", &facet.question.nl);
        let helps = facet.help.iter().chain(facet.values.iter().filter_map(|value| value.help.as_ref()));
        helps.for_each(|help: &Label| say(id, "help", &help.nl));
        facet.values.iter().for_each(|value| say(id, "values", &value.label.nl));
        facet.groups.iter().for_each(|group| say(id, "groups", &group.label.nl));
    }
    guide.impossible.iter().for_each(|rule| say(rule.id.as_str(), "text", &rule.text.nl));
    guide.implications.iter().for_each(|rule| say(rule.id.as_str(), "text", &rule.text.nl));
    guide.suspicious.iter().for_each(|rule| say(rule.id.as_str(), "text", &rule.text.nl));
    for phase in &guide.phases {
        say(phase.id.as_str(), "title", &phase.title.nl);
        phase.aspects.iter().for_each(|aspect| say(aspect.id.as_str(), "label", &aspect.label.nl));
    }
    for party in &guide.parties {
        let id = party.id.as_str();
        say(id, "summary", &party.summary);
        party.names.iter().for_each(|name| say(id, "names", &name.name.nl));
        party.note.iter().for_each(|note| say(id, "note", note));
        for contact in &party.contacts {
            contact.for_whom.iter().for_each(|text| say(id, "contacts", text));
        }
    }
    for record in &guide.responsibilities {
        let id = record.id.as_str();
        say(id, "task", &record.task);
        record.provided.iter().for_each(|text| say(id, "provided", text));
        record.legal_basis.iter().for_each(|text| say(id, "legal_basis", text));
        record.notes.iter().for_each(|text| say(id, "notes", text));
        record.terms.iter().for_each(|term| say(id, "terms", &term.text));
    }
    for referral in &guide.referrals {
        let id = referral.id.as_str();
        say(id, "text", &referral.text);
        say(id, "sharing", &referral.sharing.text);
        referral.provided.iter().for_each(|text| say(id, "provided", text));
    }
    guide.gaps.iter().for_each(|gap| say(gap.id.as_str(), "text", &gap.text));
    for conflict in &guide.conflicts {
        say(conflict.id.as_str(), "text", &conflict.text);
        say(conflict.id.as_str(), "shown", &conflict.shown);
        conflict.sides.iter().for_each(|side| say(conflict.id.as_str(), "sides", &side.text));
    }
    guide.agreements.iter().for_each(|agreement| say(agreement.id.as_str(), "text", &agreement.text));
    for scenario in &guide.scenarios {
        let id = scenario.id.as_str();
        say(id, "title", &scenario.title.nl);
        say(id, "story", &scenario.story);
        scenario.notes.iter().chain(&scenario.questions).for_each(|text| say(id, "notes", text));
    }
    for term in &guide.glossary {
        say(term.id.as_str(), "term", &term.term.nl);
        say(term.id.as_str(), "meaning", &term.meaning);
    }
}

/// Calls `visit` with every record that must cite, its id and its citations.
pub(super) fn each_citing<'a>(guide: &'a Guide, visit: &mut impl FnMut(&'a str, &'static str, &'a [Citation])) {
    guide.first.iter().for_each(|advice| visit(advice.id.as_str(), "first", &advice.cites));
    guide.parties.iter().for_each(|party| visit(party.id.as_str(), "parties", &party.cites));
    for party in &guide.parties {
        party.alerts.iter().for_each(|alert| visit(party.id.as_str(), "alerts", &alert.cites));
    }
    guide.responsibilities.iter().for_each(|record| visit(record.id.as_str(), "responsibilities", &record.cites));
    guide.referrals.iter().for_each(|record| visit(record.id.as_str(), "referrals", &record.cites));
    guide.gaps.iter().for_each(|record| visit(record.id.as_str(), "gaps", &record.cites));
    guide.agreements.iter().for_each(|record| visit(record.id.as_str(), "agreements", &record.cites));
    for conflict in &guide.conflicts {
        conflict.sides.iter().for_each(|side| visit(conflict.id.as_str(), "conflicts", &side.cites));
    }
    let impossible = guide.impossible.iter().map(|rule| (&rule.id, &rule.basis));
    let implied = guide.implications.iter().map(|rule| (&rule.id, &rule.basis));
    let suspicious = guide.suspicious.iter().map(|rule| (&rule.id, &rule.basis));
    for (id, basis) in impossible.chain(implied).chain(suspicious) {
        if let Basis::Bron(cites) = basis {
            visit(id.as_str(), "rules", cites);
        }
    }
    for aspect in guide.phases.iter().flat_map(|phase| &phase.aspects) {
        if let Some(Basis::Bron(cites)) = aspect.needed.as_ref().map(|need| &need.basis) {
            visit(aspect.id.as_str(), "needed", cites);
        }
    }
}

/// Calls `visit` with the citations that a record may leave out.
pub(super) fn each_optional_citing<'a>(guide: &'a Guide, visit: &mut impl FnMut(&'a str, &'a [Citation])) {
    guide.glossary.iter().for_each(|term| visit(term.id.as_str(), &term.cites));
    for party in &guide.parties {
        party.names.iter().for_each(|name| visit(party.id.as_str(), &name.cites));
    }
    for record in &guide.responsibilities {
        for term in &record.terms {
            visit(record.id.as_str(), term.atw.as_slice());
        }
    }
}

/// Per source, the ids of the records that rest on it, in the guide's order.
pub(super) fn objects_by_source(guide: &Guide) -> BTreeMap<SourceId, Vec<String>> {
    let mut found: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    let mut add = |object: &str, source: &SourceId| {
        let objects = found.entry(source.clone()).or_default();
        if !objects.iter().any(|known| known == object) {
            objects.push(object.to_owned());
        }
    };
    each_citing(guide, &mut |object, _, cites| cites.iter().for_each(|cite| add(object, &cite.source)));
    each_optional_citing(guide, &mut |object, cites| cites.iter().for_each(|cite| add(object, &cite.source)));
    for party in &guide.parties {
        party.contacts.iter().for_each(|contact| add(party.id.as_str(), &contact.source));
    }
    found
}
