//! Training cases, taken apart.

use super::{
    super::{Branch, Expectation, Given, RecordId, RecordKey, Scenario, ScenarioStep, Show},
    ChoiceKind, Field, Leaf, Part, Record, Reference, RefersTo, Slot, Voice, Walk,
};

impl Record for Scenario {
    fn key(&self) -> RecordKey {
        RecordKey::Scenario(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self {
            id,
            title,
            story,
            date,
            given,
            gemeente,
            expect,
            notes,
            questions,
            audience,
            minutes,
            steps,
            frozen,
        } = self;
        walk.id(id);
        walk.label(Field::Title, Voice::Guide, title);
        walk.text(Field::Story, Voice::Guide, story);
        walk.day(Field::Date, *date);
        walk.given(Field::Given, given);
        walk.some_reference(Field::Gemeente, RefersTo::Gemeente, gemeente.as_deref().map(Reference::Gemeente));
        walk.expect(expect);
        walk.texts(Field::Notes, Voice::Guide, notes);
        walk.texts(Field::Questions, Voice::Guide, questions);
        walk.refers(Field::Audience, RefersTo::Party, audience, Reference::Party);
        walk.some_number(Field::Minutes, *minutes);
        walk.each(Field::Steps, Part::Step, steps, |walk, step| walk.step(id, step));
        walk.some_text(Field::Frozen, Voice::Keeper, frozen.as_ref());
    }
}

impl<'a> Walk<'a, '_> {
    fn given(&mut self, field: Field, given: &'a Given) {
        self.each(field, Part::Given, given, |walk, (facet, values)| {
            walk.slot(Slot::Given(facet.clone()));
            walk.here(Leaf::Given(facet, values));
            walk.mention(Reference::Facet(facet));
            for value in values {
                walk.mention(Reference::Answer(facet, value));
            }
        });
    }

    fn expect(&mut self, expect: &'a [Expectation]) {
        self.each(Field::Expect, Part::Expectation, expect, |walk, expectation| {
            let Expectation { aspect, party, role, outcome } = expectation;
            walk.reference(Field::Aspect, Reference::Aspect(aspect));
            walk.some_reference(Field::Party, RefersTo::Party, party.as_ref().map(Reference::Party));
            walk.some_choice(Field::Role, ChoiceKind::Role, *role);
            walk.choice(Field::Outcome, *outcome);
        });
    }

    fn step(&mut self, case: &'a RecordId, step: &'a ScenarioStep) {
        let ScenarioStep {
            id,
            title,
            story,
            learn,
            forget,
            date,
            gemeente,
            show,
            phase,
            asked,
            question,
            notes,
            minutes,
            expect,
            next,
        } = step;
        self.id(id);
        self.label(Field::Title, Voice::Guide, title);
        self.some_label(Field::Story, Voice::Guide, story.as_ref());
        self.given(Field::Learn, learn);
        self.refers(Field::Forget, RefersTo::Facet, forget, Reference::Facet);
        self.some_day(Field::Date, *date);
        self.some_reference(Field::Gemeente, RefersTo::Gemeente, gemeente.as_deref().map(Reference::Gemeente));
        self.at(Field::Show, |walk| walk.show(show));
        self.some_reference(Field::Phase, RefersTo::Phase, phase.as_ref().map(Reference::Phase));
        self.refers(Field::Asked, RefersTo::Aspect, asked, Reference::Aspect);
        self.some_label(Field::Question, Voice::Guide, question.as_ref());
        self.texts(Field::Notes, Voice::Guide, notes);
        self.some_number(Field::Minutes, *minutes);
        self.expect(expect);
        self.each(Field::Next, Part::Branch, next, |walk, Branch { label, to, at_least }| {
            walk.some_label(Field::Label, Voice::Guide, label.as_ref());
            let step = to.as_ref().map(|to| Reference::Step(case, to));
            walk.some_reference(Field::To, RefersTo::Step(case.clone()), step);
            walk.some_number(Field::AtLeast, *at_least);
        });
    }

    fn show(&mut self, show: &'a Show) {
        self.choice(Field::View, show.kind());
        match show {
            Show::Answer { aspect } => {
                self.some_reference(Field::Aspect, RefersTo::Aspect, aspect.as_ref().map(Reference::Aspect));
            }
            Show::Chain { focus, depth } => {
                self.some_reference(Field::Focus, RefersTo::Party, focus.as_ref().map(Reference::Party));
                self.some_number(Field::Depth, *depth);
            }
            Show::SideBySide { other } => self.given(Field::Other, other),
            Show::BeforeAfter { date } => self.some_day(Field::Date, *date),
            Show::Story => {}
            Show::Quiz { count, seed } => {
                self.some_number(Field::Count, *count);
                self.some_number(Field::Seed, *seed);
            }
        }
    }
}
