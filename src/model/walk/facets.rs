//! The questions of a guide and the rules between their answers, taken apart.

use super::{
    super::{Facet, FacetSection, FacetValue, Group, Implication, Impossible, NotOf, RecordKey, Suspicious},
    Field, Part, Record, Reference, RefersTo, Voice, Walk,
};

impl Record for FacetSection {
    fn key(&self) -> RecordKey {
        RecordKey::FacetSection(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, label } = self;
        walk.id(id);
        walk.label(Field::Label, Voice::Guide, label);
    }
}

impl Record for Facet {
    fn key(&self) -> RecordKey {
        RecordKey::Facet(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self {
            id,
            kind,
            label,
            question,
            help,
            section,
            urgency,
            decides,
            not_of,
            until_told,
            until_told_unless,
            values,
            groups,
            ask_first,
        } = self;
        walk.id(id);
        walk.choice(Field::Kind, *kind);
        walk.label(Field::Label, Voice::Guide, label);
        walk.label(Field::Question, Voice::Guide, question);
        walk.some_label(Field::Help, Voice::Guide, help.as_ref());
        walk.reference(Field::Section, Reference::FacetSection(section));
        walk.choice(Field::Urgency, *urgency);
        walk.some_label(Field::Decides, Voice::Guide, decides.as_ref());
        walk.part(Field::NotOf, Part::NotOf, not_of.as_ref(), |walk, NotOf { who, basis }| {
            walk.condition(Field::Who, who);
            walk.basis(basis);
        });
        let member = || RefersTo::Member(id.clone());
        walk.refers(Field::UntilTold, member(), until_told, |value| Reference::Member(id, value));
        walk.some_condition(Field::UntilToldUnless, true, until_told_unless.as_ref());
        walk.each(Field::Values, Part::Value, values, |walk, value| {
            let FacetValue { id, label, help, hours } = value;
            walk.id(id);
            walk.label(Field::Label, Voice::Guide, label);
            walk.some_label(Field::Help, Voice::Guide, help.as_ref());
            walk.hours(Field::Hours, hours);
        });
        walk.each(Field::Groups, Part::Group, groups, |walk, group| {
            let Group { id: group, label, values } = group;
            walk.id(group);
            walk.label(Field::Label, Voice::Guide, label);
            walk.refers(Field::Values, member(), values, |value| Reference::Member(id, value));
        });
        walk.refers(Field::AskFirst, RefersTo::Group(id.clone()), ask_first, |group| Reference::Group(id, group));
    }
}

impl Record for Impossible {
    fn key(&self) -> RecordKey {
        RecordKey::Impossible(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, when, text, basis } = self;
        walk.id(id);
        walk.condition(Field::When, when);
        walk.label(Field::Text, Voice::Guide, text);
        walk.basis(basis);
    }
}

impl Record for Implication {
    fn key(&self) -> RecordKey {
        RecordKey::Implication(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, when, then, text, basis } = self;
        walk.id(id);
        walk.condition(Field::When, when);
        walk.condition(Field::Then, then);
        walk.label(Field::Text, Voice::Guide, text);
        walk.basis(basis);
    }
}

impl Record for Suspicious {
    fn key(&self) -> RecordKey {
        RecordKey::Suspicious(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, when, text, basis } = self;
        walk.id(id);
        walk.condition(Field::When, when);
        walk.label(Field::Text, Voice::Guide, text);
        walk.basis(basis);
    }
}
