//! What records are made of, taken apart.

use super::{
    super::{Basis, Citation, Contact, Hours, Label, Lang, Need, Sharing, Term, Timing, Validity},
    ChoiceKind, Citations, Field, Part, Reference, RefersTo, Slot, Voice, Walk,
};

impl<'a> Walk<'a, '_> {
    pub(super) fn label(&mut self, field: Field, voice: Voice, label: &'a Label) {
        self.at(field, |walk| walk.label_here(voice, label));
    }

    /// A label that may be left out, all of it.
    pub(super) fn some_label(&mut self, field: Field, voice: Voice, label: Option<&'a Label>) {
        self.at(field, |walk| {
            walk.words(Field::Nl, (Lang::Nl, voice, true), label.map(|label| label.nl.as_str()));
            walk.words(Field::En, (Lang::En, voice, true), label.and_then(|label| label.en.as_deref()));
        });
    }

    pub(super) fn label_here(&mut self, voice: Voice, label: &'a Label) {
        let Label { nl, en } = label;
        self.text(Field::Nl, voice, nl);
        self.words(Field::En, (Lang::En, voice, true), en.as_deref());
    }

    pub(super) fn valid(&mut self, valid: &'a Validity) {
        self.at(Field::Valid, |walk| {
            walk.tell(|visitor, place| visitor.validity(place, valid));
            let Validity { from, until, note } = valid;
            walk.some_date(Field::From, *from);
            walk.some_date(Field::Until, *until);
            walk.some_text(Field::Note, Voice::Guide, note.as_ref());
        });
    }

    /// Citations without which the statement may not stand.
    pub(super) fn cites(&mut self, list: &'a [Citation]) {
        self.citations(Field::Cites, Citations { list, optional: false });
    }

    /// Citations that may be left out.
    pub(super) fn optional_cites(&mut self, list: &'a [Citation]) {
        self.citations(Field::Cites, Citations { list, optional: true });
    }

    fn citations(&mut self, field: Field, citations: Citations<'a>) {
        self.at(field, |walk| walk.tell(|visitor, place| visitor.citations(place, citations)));
        self.each(field, Part::Citation, citations.list, Self::citation);
    }

    fn citation(&mut self, citation: &'a Citation) {
        let Citation { source, at, stance, quote, fact } = citation;
        self.reference(Field::Source, Reference::Source(source));
        self.text(Field::At, Voice::Source, at);
        // What is usual is not said.
        self.some_choice(Field::Stance, ChoiceKind::Stance, Some(*stance).filter(|stance| !stance.says_so()));
        self.some_text(Field::Quote, Voice::Source, quote.as_ref());
        self.some_text(Field::Fact, Voice::Keeper, fact.as_ref());
    }

    pub(super) fn basis(&mut self, basis: &'a Basis) {
        self.at(Field::Basis, |walk| walk.slot(Slot::Basis { assumed: basis.is_assumption() }));
        match basis {
            Basis::Bron(list) => self.citations(Field::Basis, Citations { list, optional: false }),
            Basis::Aanname(words) => self.text(Field::Basis, Voice::Guide, words),
        }
    }

    pub(super) fn need(&mut self, need: &'a Need) {
        let Need { who, basis } = need;
        self.condition(Field::Who, who);
        self.basis(basis);
    }

    pub(super) fn timing(&mut self, timing: Option<&'a Timing>) {
        self.part(Field::Timing, Part::Timing, timing, |walk, Timing { when, basis }| {
            walk.choice(Field::When, *when);
            walk.basis(basis);
        });
    }

    pub(super) fn terms(&mut self, terms: &'a [Term]) {
        self.each(Field::Terms, Part::Term, terms, |walk, term| {
            let Term { text, count, unit, bound, starts, atw } = term;
            walk.text(Field::Text, Voice::Guide, text);
            walk.number(Field::Count, *count);
            walk.choice(Field::Unit, *unit);
            walk.choice(Field::Bound, *bound);
            walk.some_text(Field::Starts, Voice::Guide, starts.as_ref());
            let list = atw.as_slice();
            let citations = Citations { list, optional: true };
            walk.at(Field::Atw, |walk| walk.tell(|visitor, place| visitor.citations(place, citations)));
            walk.part(Field::Atw, Part::Citation, atw.as_ref(), Self::citation);
        });
    }

    pub(super) fn area(&mut self, area: &'a [String]) {
        self.refers(Field::Area, RefersTo::Region, area, |region| Reference::Region(region));
    }

    pub(super) fn sharing(&mut self, sharing: &'a Sharing) {
        let Sharing { ground, text } = sharing;
        self.choice(Field::Ground, *ground);
        self.text(Field::Text, Voice::Guide, text);
    }

    pub(super) fn hours(&mut self, field: Field, list: &'a [Hours]) {
        self.each(field, Part::Hours, list, |walk, hours| {
            let Hours { from_day, until_day, from, until } = hours;
            walk.choice(Field::FromDay, *from_day);
            walk.choice(Field::UntilDay, *until_day);
            walk.time(Field::From, *from);
            walk.time(Field::Until, *until);
        });
    }

    pub(super) fn contact(&mut self, contact: &'a Contact) {
        self.tell(|visitor, place| visitor.contact(place, contact));
        let Contact { kind, value, hours, open, for_whom, source, date, valid } = contact;
        self.choice(Field::Kind, *kind);
        self.text(Field::Value, Voice::Source, value);
        self.some_text(Field::Hours, Voice::Source, hours.as_ref());
        self.hours(Field::Open, open);
        self.some_text(Field::ForWhom, Voice::Guide, for_whom.as_ref());
        self.reference(Field::Source, Reference::Source(source));
        self.some_date(Field::Date, *date);
        self.valid(valid);
    }
}
