//! The records of a guide, taken apart.

use super::{
    super::{
        Agreement, Alert, Aspect, Conflict, ConflictSide, Exception, FirstAdvice, Gap, GlossaryTerm, Guide, Head,
        Label, Lang, Owner, Party, PartyName, Phase, PhaseHead, PhaseId, PlacedAspect, RecordKey, Referral, Release,
        Renamed, Responsibility, Source, SpineMark, Unresolved,
    },
    ChoiceKind, Field, Leaf, Part, Record, Reference, RefersTo, Slot, Voice, Walk,
};

impl Record for Guide {
    fn key(&self) -> RecordKey {
        RecordKey::Guide
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self {
            schema,
            title,
            edition,
            training,
            release,
            owner,
            limits,
            renamed,
            first,
            sources,
            facet_sections,
            facets,
            impossible,
            implications,
            suspicious,
            phases,
            parties,
            responsibilities,
            referrals,
            gaps,
            conflicts,
            agreements,
            scenarios,
            glossary,
            exceptions,
            unresolved,
        } = self;
        walk.number(Field::Schema, *schema);
        walk.head((title, edition, *training), release.as_ref(), owner, limits, renamed);
        walk.records(first);
        walk.records(sources);
        walk.records(facet_sections);
        walk.records(facets);
        walk.records(impossible);
        walk.records(implications);
        walk.records(suspicious);
        walk.records(phases);
        walk.records(parties);
        walk.records(responsibilities);
        walk.records(referrals);
        walk.records(gaps);
        walk.records(conflicts);
        walk.records(agreements);
        walk.records(scenarios);
        walk.records(glossary);
        walk.records(exceptions);
        walk.records(unresolved);
    }
}

impl<'a> Walk<'a, '_> {
    fn head(
        &mut self,
        (title, edition, training): (&'a str, &'a str, bool),
        release: Option<&'a Release>,
        owner: &'a Owner,
        limits: &'a [Label],
        renamed: &'a [Renamed],
    ) {
        let Owner { name, contact } = owner;
        self.text(Field::Title, Voice::Guide, title);
        self.text(Field::Edition, Voice::Keeper, edition);
        self.flag(Field::Training, training);
        self.part(Field::Release, Part::Release, release, |walk, release| {
            let Release { date, since, changes, seal } = release;
            walk.day(Field::Date, *date);
            walk.some_text(Field::Since, Voice::Keeper, since.as_ref());
            walk.texts(Field::Changes, Voice::Keeper, changes);
            walk.text(Field::Seal, Voice::Keeper, seal);
        });
        self.at(Field::Owner, |walk| {
            walk.text(Field::Name, Voice::Keeper, name);
            walk.some_text(Field::Contact, Voice::Keeper, contact.as_ref());
        });
        self.each(Field::Limits, Part::Label, limits, |walk, label| walk.label_here(Voice::Guide, label));
        self.each(Field::Renamed, Part::Renamed, renamed, |walk, Renamed { was, is }| {
            walk.value(Field::Was, Slot::Key, Some(Leaf::Key(was)));
            walk.value(Field::Is, Slot::Key, Some(Leaf::Key(is)));
        });
    }

    fn phase_head(&mut self, id: &'a PhaseId, letter: char, title: &'a Label, short: &'a Label) {
        self.id(id);
        self.letter(Field::Letter, letter);
        self.label(Field::Title, Voice::Guide, title);
        self.label(Field::Short, Voice::Guide, short);
    }
}

impl Record for Head {
    fn key(&self) -> RecordKey {
        RecordKey::Guide
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { title, edition, training, release, owner, limits, renamed } = self;
        walk.head((title, edition, *training), release.as_ref(), owner, limits, renamed);
    }
}

impl Record for PhaseHead {
    fn key(&self) -> RecordKey {
        RecordKey::Phase(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, letter, title, short } = self;
        walk.phase_head(id, *letter, title, short);
    }
}

impl Record for PlacedAspect {
    fn key(&self) -> RecordKey {
        self.aspect.key()
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { phase, aspect } = self;
        aspect.fields(walk);
        walk.reference(Field::Phase, Reference::Phase(phase));
    }
}

impl Record for Exception {
    fn key(&self) -> RecordKey {
        RecordKey::Exception(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, rule, record, reason, by, on, until } = self;
        walk.id(id);
        let slot = Slot::Text { lang: Lang::Nl, voice: Voice::Keeper, optional: false };
        walk.value(Field::Rule, slot, Some(Leaf::Name(rule)));
        walk.reference(Field::Record, Reference::Record(record));
        walk.text(Field::Reason, Voice::Keeper, reason);
        walk.text(Field::By, Voice::Keeper, by);
        walk.day(Field::On, *on);
        walk.day(Field::Until, *until);
    }
}

impl Record for Unresolved {
    fn key(&self) -> RecordKey {
        RecordKey::Unresolved(self.id.clone())
    }

    /// Only its id: what it keeps is not said by the guide until somebody chooses it.
    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, about: _, fields: _, base: _, theirs: _, ours_by: _, theirs_by: _ } = self;
        walk.id(id);
    }
}

impl Record for FirstAdvice {
    fn key(&self) -> RecordKey {
        RecordKey::FirstAdvice(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, who, text, certain, valid, cites } = self;
        walk.id(id);
        walk.condition(Field::Who, who);
        walk.label(Field::Text, Voice::Guide, text);
        walk.some_label(Field::Certain, Voice::Guide, certain.as_ref());
        walk.valid(valid);
        walk.cites(cites);
    }
}

impl Record for Source {
    fn key(&self) -> RecordKey {
        RecordKey::Source(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, title, publisher, date, no_later_than, reference, url, certainty, outdated, note } = self;
        walk.id(id);
        walk.text(Field::Title, Voice::Source, title);
        walk.text(Field::Publisher, Voice::Source, publisher);
        walk.some_date(Field::Date, *date);
        walk.some_date(Field::NoLaterThan, *no_later_than);
        walk.some_text(Field::Reference, Voice::Source, reference.as_ref());
        walk.some_text(Field::Url, Voice::Source, url.as_ref());
        walk.choice(Field::Certainty, *certainty);
        walk.flag(Field::Outdated, *outdated);
        walk.some_text(Field::Note, Voice::Guide, note.as_ref());
    }
}

impl Record for Phase {
    fn key(&self) -> RecordKey {
        RecordKey::Phase(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, letter, title, short, aspects } = self;
        walk.phase_head(id, *letter, title, short);
        walk.records(aspects);
    }
}

impl Record for Aspect {
    fn key(&self) -> RecordKey {
        RecordKey::Aspect(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, label, needed, timing, safety, spine } = self;
        walk.id(id);
        walk.label(Field::Label, Voice::Guide, label);
        walk.part(Field::Needed, Part::Need, needed.as_ref(), Walk::need);
        walk.timing(timing.as_ref());
        walk.flag(Field::Safety, *safety);
        walk.each(Field::Spine, Part::Mark, spine, |walk, mark| {
            let SpineMark { role, verb, together } = mark;
            walk.choice(Field::Role, *role);
            walk.label(Field::Verb, Voice::Guide, verb);
            walk.some_label(Field::Together, Voice::Guide, together.as_ref());
        });
    }
}

impl Record for Party {
    fn key(&self) -> RecordKey {
        RecordKey::Party(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, kind, scope, names, aliases, part_of, receives, summary, contacts, alerts, note, cites } = self;
        walk.id(id);
        walk.choice(Field::Kind, *kind);
        walk.choice(Field::Scope, *scope);
        walk.each(Field::Names, Part::Name, names, |walk, called| {
            let PartyName { name, short, valid, cites } = called;
            walk.label(Field::Name, Voice::Guide, name);
            walk.some_label(Field::Short, Voice::Guide, short.as_ref());
            walk.valid(valid);
            walk.optional_cites(cites);
        });
        walk.texts(Field::Aliases, Voice::Searcher, aliases);
        walk.refers(Field::PartOf, RefersTo::Party, part_of, Reference::Party);
        walk.some_choice(Field::Receives, ChoiceKind::Receives, *receives);
        walk.text(Field::Summary, Voice::Guide, summary);
        walk.each(Field::Contacts, Part::Contact, contacts, Walk::contact);
        walk.each(Field::Alerts, Part::Alert, alerts, |walk, alert| {
            let Alert { text, valid, cites } = alert;
            walk.text(Field::Text, Voice::Guide, text);
            walk.valid(valid);
            walk.cites(cites);
        });
        walk.some_text(Field::Note, Voice::Guide, note.as_ref());
        walk.cites(cites);
    }
}

impl Record for Responsibility {
    fn key(&self) -> RecordKey {
        RecordKey::Responsibility(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self {
            id,
            party,
            aspect,
            role,
            primary,
            timing,
            who,
            task,
            provided,
            legal_basis,
            terms,
            receives,
            phone,
            area,
            valid,
            notes,
            cites,
            verified,
            changed,
            imported,
        } = self;
        walk.id(id);
        walk.reference(Field::Party, Reference::Party(party));
        walk.reference(Field::Aspect, Reference::Aspect(aspect));
        walk.choice(Field::Role, *role);
        walk.flag(Field::Primary, *primary);
        walk.timing(timing.as_ref());
        walk.condition(Field::Who, who);
        walk.text(Field::Task, Voice::Guide, task);
        walk.texts(Field::Provided, Voice::Guide, provided);
        walk.texts(Field::LegalBasis, Voice::Guide, legal_basis);
        walk.terms(terms);
        walk.some_choice(Field::Receives, ChoiceKind::Receives, *receives);
        let number = phone.as_ref().map(|phone| Reference::Phone(party, phone));
        walk.some_reference(Field::Phone, RefersTo::Phone(party.clone()), number);
        walk.area(area);
        walk.valid(valid);
        walk.texts(Field::Notes, Voice::Guide, notes);
        walk.cites(cites);
        walk.some_day(Field::Verified, *verified);
        walk.some_day(Field::Changed, *changed);
        walk.some_day(Field::Imported, *imported);
    }
}

impl Record for Referral {
    fn key(&self) -> RecordKey {
        RecordKey::Referral(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self {
            id,
            from,
            from_aspect,
            to,
            to_aspect,
            act,
            timing,
            who,
            text,
            provided,
            sharing,
            terms,
            area,
            valid,
            cites,
        } = self;
        walk.id(id);
        walk.reference(Field::From, Reference::Party(from));
        walk.some_reference(Field::FromAspect, RefersTo::Aspect, from_aspect.as_ref().map(Reference::Aspect));
        walk.reference(Field::To, Reference::Party(to));
        walk.some_reference(Field::ToAspect, RefersTo::Aspect, to_aspect.as_ref().map(Reference::Aspect));
        walk.choice(Field::Act, *act);
        walk.timing(timing.as_ref());
        walk.condition(Field::Who, who);
        walk.text(Field::Text, Voice::Guide, text);
        walk.texts(Field::Provided, Voice::Guide, provided);
        walk.at(Field::Sharing, |walk| walk.sharing(sharing));
        walk.terms(terms);
        walk.area(area);
        walk.valid(valid);
        walk.cites(cites);
    }
}

impl Record for Gap {
    fn key(&self) -> RecordKey {
        RecordKey::Gap(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, aspect, kind, who, short, text, ask, valid, cites } = self;
        walk.id(id);
        walk.reference(Field::Aspect, Reference::Aspect(aspect));
        walk.choice(Field::Kind, *kind);
        walk.condition(Field::Who, who);
        walk.some_text(Field::Short, Voice::Guide, short.as_ref());
        walk.text(Field::Text, Voice::Guide, text);
        walk.reference(Field::Ask, Reference::Party(ask));
        walk.valid(valid);
        walk.cites(cites);
    }
}

impl Record for Conflict {
    fn key(&self) -> RecordKey {
        RecordKey::Conflict(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, text, sides, shown, responsibilities, parties } = self;
        walk.id(id);
        walk.text(Field::Text, Voice::Guide, text);
        walk.each(Field::Sides, Part::Side, sides, |walk, side| {
            let ConflictSide { text, cites } = side;
            walk.text(Field::Text, Voice::Guide, text);
            walk.cites(cites);
        });
        walk.text(Field::Shown, Voice::Guide, shown);
        walk.refers(Field::Responsibilities, RefersTo::Responsibility, responsibilities, Reference::Responsibility);
        walk.refers(Field::Parties, RefersTo::Party, parties, Reference::Party);
    }
}

impl Record for Agreement {
    fn key(&self) -> RecordKey {
        RecordKey::Agreement(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, between, state, text, cites } = self;
        walk.id(id);
        walk.refers(Field::Between, RefersTo::Responsibility, between, Reference::Responsibility);
        walk.choice(Field::State, *state);
        walk.text(Field::Text, Voice::Guide, text);
        walk.cites(cites);
    }
}

impl Record for GlossaryTerm {
    fn key(&self) -> RecordKey {
        RecordKey::Term(self.id.clone())
    }

    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>) {
        let Self { id, term, synonyms, meaning, parties, facet, cites } = self;
        walk.id(id);
        walk.label(Field::Term, Voice::Guide, term);
        walk.texts(Field::Synonyms, Voice::Searcher, synonyms);
        walk.text(Field::Meaning, Voice::Guide, meaning);
        walk.refers(Field::Parties, RefersTo::Party, parties, Reference::Party);
        if let Some((facet, _)) = facet {
            walk.at(Field::Facet, |walk| walk.mention(Reference::Facet(facet)));
        }
        let meant = facet.as_ref().map(|(facet, value)| Reference::Value(facet, value));
        walk.some_reference(Field::Facet, RefersTo::Value, meant);
        walk.optional_cites(cites);
    }
}
