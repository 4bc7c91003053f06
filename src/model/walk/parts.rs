//! What records are made of, taken apart.

use super::{
    super::{Basis, Citation, Contact, Hours, Label, Lang, Need, Sharing, Term, Timing, Validity},
    Citations, Field, Leaf, Reference, Text, Voice, Walk,
};

impl<'a> Walk<'a, '_> {
    pub(super) fn label(&mut self, field: Field, voice: Voice, label: &'a Label) {
        self.at(field, |walk| walk.label_here(voice, label));
    }

    pub(super) fn label_here(&mut self, voice: Voice, label: &'a Label) {
        let Label { nl, en } = label;
        self.text(Field::Nl, voice, nl);
        if let Some(words) = en {
            self.leaf(Field::En, Leaf::Text(Text { words, lang: Lang::En, voice }));
        }
    }

    pub(super) fn valid(&mut self, valid: &'a Validity) {
        self.at(Field::Valid, |walk| {
            walk.tell(|visitor, place| visitor.validity(place, valid));
            let Validity { from, until, note } = valid;
            if let Some(date) = from {
                walk.leaf(Field::From, Leaf::Date(*date));
            }
            if let Some(date) = until {
                walk.leaf(Field::Until, Leaf::Date(*date));
            }
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
        self.each(field, citations.list, Self::citation);
    }

    fn citation(&mut self, citation: &'a Citation) {
        let Citation { source, at, stance, quote, fact } = citation;
        self.reference(Field::Source, Reference::Source(source));
        self.text(Field::At, Voice::Source, at);
        if !stance.says_so() {
            self.choice(Field::Stance, *stance);
        }
        self.some_text(Field::Quote, Voice::Source, quote.as_ref());
        self.some_text(Field::Fact, Voice::Keeper, fact.as_ref());
    }

    pub(super) fn basis(&mut self, basis: &'a Basis) {
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
        if let Some(Timing { when, basis }) = timing {
            self.at(Field::Timing, |walk| {
                walk.choice(Field::When, *when);
                walk.basis(basis);
            });
        }
    }

    pub(super) fn terms(&mut self, terms: &'a [Term]) {
        self.each(Field::Terms, terms, |walk, term| {
            let Term { text, count, unit, bound, starts, atw } = term;
            walk.text(Field::Text, Voice::Guide, text);
            walk.leaf(Field::Count, Leaf::Number(u32::from(*count)));
            walk.choice(Field::Unit, *unit);
            walk.choice(Field::Bound, *bound);
            walk.some_text(Field::Starts, Voice::Guide, starts.as_ref());
            walk.at(Field::Atw, |walk| {
                let list = atw.as_slice();
                walk.tell(|visitor, place| visitor.citations(place, Citations { list, optional: true }));
                if let Some(citation) = atw {
                    walk.citation(citation);
                }
            });
        });
    }

    pub(super) fn area(&mut self, area: &'a [String]) {
        self.each(Field::Area, area, |walk, region| walk.refer(Reference::Region(region)));
    }

    pub(super) fn sharing(&mut self, sharing: &'a Sharing) {
        let Sharing { ground, text } = sharing;
        self.choice(Field::Ground, *ground);
        self.text(Field::Text, Voice::Guide, text);
    }

    pub(super) fn hours(&mut self, field: Field, list: &'a [Hours]) {
        self.each(field, list, |walk, hours| {
            let Hours { from_day, until_day, from, until } = hours;
            walk.choice(Field::FromDay, *from_day);
            walk.choice(Field::UntilDay, *until_day);
            walk.leaf(Field::From, Leaf::Time(*from));
            walk.leaf(Field::Until, Leaf::Time(*until));
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
        if let Some(date) = date {
            self.leaf(Field::Date, Leaf::Date(*date));
        }
        self.valid(valid);
    }
}
