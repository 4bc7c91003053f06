//! The questions of a guide and the rules between their answers, taken apart.

use super::{
    super::{Facet, FacetSection, FacetValue, Group, Implication, Impossible, NotOf, RecordKey, Suspicious},
    Field, Record, Reference, Voice, Walk,
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
        if let Some(NotOf { who, basis }) = not_of {
            walk.at(Field::NotOf, |walk| {
                walk.condition(Field::Who, who);
                walk.basis(basis);
            });
        }
        walk.each(Field::UntilTold, until_told, |walk, value| walk.refer(Reference::Member(id, value)));
        if let Some(unless) = until_told_unless {
            walk.condition(Field::UntilToldUnless, unless);
        }
        walk.each(Field::Values, values, |walk, value| {
            let FacetValue { id, label, help, hours } = value;
            walk.id(id);
            walk.label(Field::Label, Voice::Guide, label);
            walk.some_label(Field::Help, Voice::Guide, help.as_ref());
            walk.hours(Field::Hours, hours);
        });
        walk.each(Field::Groups, groups, |walk, group| {
            let Group { id: group, label, values } = group;
            walk.id(group);
            walk.label(Field::Label, Voice::Guide, label);
            walk.each(Field::Values, values, |walk, value| walk.refer(Reference::Member(id, value)));
        });
        walk.each(Field::AskFirst, ask_first, |walk, group| walk.refer(Reference::Group(id, group)));
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
